/*
 * Bodies of text as word processors have them: paragraphs and tables, in
 * whose cells are bodies again.  What is handed over here in that order
 * becomes blocks of a document:
 *
 *	a table without rows of several cells is a frame around text, and
 *	flows as blocks, and so does one with a cell as long as a page;
 *	a row of one cell full of text is prose: it parts two tables;
 *	a table in a cell of another follows it, unless it is a single cell,
 *	whose text is then the cell's.
 */
#ifndef READ_NEST_H
#define READ_NEST_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct doc;
struct err;
struct grid;
struct nest;

/* May be changed until the cell ends. */
struct nest_cell {
	int	 before;	/* columns left out before it */
	int	 rowspan, colspan;
	bool	 below;		/* goes on with the cell above */
	bool	 joined;	/* goes on with the cell before */
	bool	 dropped;	/* is no longer there */
};

struct nest	*nest_new(struct arena *, struct doc *);

/*
 * The text is not copied.  Level is that of a heading, 0 for none.  Each
 * returns -1 with ERR_LIMIT as doc_para() and grid_cell() do, or for tables
 * nested deeper than LIMIT_NEST.
 */
int	nest_para(struct nest *, struct str, int line, int level,
	    struct err *);
int	nest_table(struct nest *, int line, struct err *);
int	nest_row(struct nest *, int line, struct err *);
struct nest_cell *nest_cell(struct nest *, int line);	/* or NULL: no row */
void	nest_row_drop(struct nest *);		/* the row that is open */
void	nest_cell_end(struct nest *);

/* The cell, or the row, that ended last once more.  -1 with ERR_LIMIT. */
int	nest_cell_again(struct nest *, struct err *);
int	nest_row_again(struct nest *, struct err *);
int	nest_table_end(struct nest *, struct err *);

/*
 * Widths of the columns of the open table, in twips, from the left.  Ones
 * narrower than a hair are rounding errors of a converter, and are joined
 * with the next unless there is text in them.
 */
int	nest_width(struct nest *, int twips, struct err *);

/*
 * Ends a grid and appends it to the document; one of a single column is
 * no table, and its cells become paragraphs.
 */
int	nest_put_grid(struct doc *, struct grid *, int line, struct err *);

/* Ends tables that are open. */
int	nest_end(struct nest *, struct err *);

#endif
