/*
 * The cells that ruling lines enclose.
 *
 * Rules that touch make up a lattice: x and y are its boundaries, and where
 * no wall stands between two slots they are one cell.  A lattice of a single
 * cell is listed, too: it is a frame, or a row of a table that the end of
 * the page cut off.
 */
#ifndef READ_PDF_LATTICE_H
#define READ_PDF_LATTICE_H

#include "read/pdf_page.h"

struct lattice_cell {
	int	 row, col, rowspan, colspan;
	bool	 frame;		/* another lattice is in it */
};

struct lattice {
	struct pdf_box		 box;
	int			*x, *y;		/* ncol + 1, nrow + 1 */
	int			 ncol, nrow;
	struct lattice_cell	*cell;		/* by row, then column */
	int			 ncell;
	/*
	 * For each boundary, how many rows or columns of the table are before
	 * it: slots too small for any text are none, but their walls stand
	 * where they are drawn.
	 */
	int			*table_row, *table_col;
	int			 nreal;		/* cells that are in the table */
	bool			 frame;		/* has a cell that is one */
	int			*slot;		/* nrow * ncol: its cell */
	/* Walls: left of a slot (ncol + 1 a row), and above it. */
	unsigned char		*left, *top;
	struct lattice		*next;
};

/*
 * The lattices of a page, top down, or NULL.  *slots counts the slots
 * of all pages; -1 with ERR_LIMIT when they are more than LIMIT_SLOTS, or a
 * lattice has more than LIMIT_COLUMNS columns.
 */
int	pdf_lattices(struct arena *, const struct pdf_page *, long *slots,
	    struct lattice **, struct err *);

/* The cell of a point, or -1 when it lies outside. */
int	lattice_at(const struct lattice *, int x, int y);

#endif
