/*
 * Formulas of which the result in the file is none.
 *
 * Libraries that write workbooks do not compute.  They give a formula the
 * result 0, or an empty one, and leave the rest to the program that opens
 * the file; so does a server that fills in a template, whose formulas keep
 * the zeros of when it was empty.  Such a 0 nobody has ever seen.
 */
#ifndef READ_SHEET_FORMULA_H
#define READ_SHEET_FORMULA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct sheet_row;

#define SHEET_AREAS	64	/* of a formula; others are elsewhere */

/* Cells that a formula speaks of, from 0; the last are among them. */
struct sheet_area {
	int		 row, col, last_row, last_col;
};

struct sheet_formula {
	struct str	 text;		/* to show instead of a result */
	size_t		 narea;
	bool		 elsewhere;	/* speaks of what is not in the sheet,
					   or cannot be told */
	bool		 figure;	/* has a number that is not 0 */
	bool		 not_sum;	/* does more than to add */
	struct sheet_area area[SHEET_AREAS];
};

/* The formula in a cell; its areas are those of all from there on. */
struct sheet_formula_at {
	int		 row, col;
	struct str	 text;
	size_t		 from, narea;
	bool		 elsewhere, figure, not_sum;
};

void	sheet_formula_area(struct sheet_formula *, struct sheet_area);

/*
 * What a formula speaks of: "=SUM(B2:$C$9)", in a cell so many rows and
 * columns beyond the one that it was written for, or "=SUM(R[-7]C:R[-1]C)",
 * in the cell at row and col.  The text is kept, not copied.  Names, other
 * sheets, and whole rows or columns are elsewhere.
 */
void	sheet_formula_a1(struct sheet_formula *, struct str, int rows,
	    int cols);
void	sheet_formula_r1c1(struct sheet_formula *, struct str, int row,
	    int col);

/*
 * Puts the formula in the place of its result where that is 0 or blank and
 * was not computed, as far as can be told:
 *
 * - it speaks of a cell of which the same was found;
 * - it adds cells, and one of them has a figure other than 0;
 * - it speaks of such cells in another way, of none but has a figure other
 *   than 0, or of what is elsewhere; and no formula of the sheet has any
 *   other result.
 *
 * Beyond LIMIT_SLOTS cells looked at, every 0 counts as not computed.
 */
void	sheet_formula_check(const struct sheet_row *, size_t nrow,
	    const struct sheet_formula_at *, size_t n,
	    const struct sheet_area *);

#endif
