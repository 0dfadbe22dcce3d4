/*
 * Tables of a PDF on their way from the page to a grid: the words of each
 * cell put together, and what the end of a page tore apart joined.
 */
#ifndef READ_PDF_TABLE_H
#define READ_PDF_TABLE_H

#include "doc/grid.h"
#include "read/pdf_lattice.h"
#include "read/pdf_page.h"

struct pdf_cell {
	int		 row, col, rowspan, colspan;
	struct str	 text;
	int		 line;		/* 0: empty, and not known */
	bool		 full;		/* its last line has no room left */
	bool		 narrow;	/* it has little, but for padding */
	bool		 inferred;	/* as struct cell's */
	bool		 doubtful;	/* empty, but perhaps not on the page */
};

struct pdf_table {
	int		  page;		/* on which it begins */
	struct pdf_box	  box;		/* there */
	int		  last_page;	/* on which it ends */
	int		 *x;		/* ncol + 1 boundaries; NULL: no rules */
	int		  ncol, nrow;
	struct pdf_cell	 *cell;		/* by row, then column */
	int		  ncell;
	size_t		  cellcap;
	enum grid_trust	  trust;
	bool		  frame;	/* other tables stand in it */
	struct pdf_table *next;
};

/*
 * The table that a lattice makes of the words inside it, which become taken.
 * A number that a narrow column breaks over lines is put together; two that
 * stand above one another with room beside them stay two lines.
 */
struct pdf_table *pdf_table_fill(struct pdf *, int page,
		    const struct lattice *);

/*
 * The text of words as they stand in one cell that reaches from x0 to x1
 * with so much padding; they are sorted by it.  *full as in pdf_cell.
 */
struct str	 pdf_cell_text(struct arena *, struct pdf_word *, int n,
		    int x0, int x1, int padding, bool *full);

/*
 * The tables that no rules show, top down and page by page: lines of figures
 * that stand in columns, of the words that are not taken yet.  They have all
 * of their pages already.  *slots and the error are as with pdf_lattices().
 */
int		 pdf_cluster(struct pdf *, long *slots,
		    struct pdf_table **, struct err *);

/* Gives cells without text the first line of their row. */
void		 pdf_table_lines(struct pdf_table *);

/*
 * Adds a table at the top of a page to one at the bottom of the page before
 * if both are drawn in rules and have the same columns.  A row or a merged
 * cell that the page break split becomes one again.  False, and nothing done,
 * if they differ.
 */
bool		 pdf_table_join(struct arena *, struct pdf_table *above,
		    const struct pdf_table *below);

/*
 * For two tables on pages that follow each other which are not joined, as
 * their columns differ or text is between them, where one row may have been
 * split all the same.  Where the figures are in the last row above and words
 * in the first one below, or the other way round, what is blank beside the
 * words may have its figures there; figures that fill their cells above, and
 * those below them, are none.
 */
void		 pdf_table_part(struct arena *, struct pdf_table *above,
		    struct pdf_table *below);

int		 pdf_table_grid(struct arena *, const struct pdf_table *,
		    struct grid **, struct err *);

#endif
