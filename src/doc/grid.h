/*
 * A table as a matrix of slots, the same whichever reader made it.
 *
 * A merged cell is one struct cell seen from every slot it covers:
 * grid_at() returns the same pointer for all of them, so "are these two
 * the same cell" is ==.  A slot that no cell covers is NULL; ragged tables
 * keep their holes.
 */
#ifndef DOC_GRID_H
#define DOC_GRID_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct err;

struct cell {
	struct str	 text;		/* lines of a cell are parted by \n */
	int		 row, col;		/* top left slot, from 0 */
	int		 rowspan, colspan;	/* both at least 1 */
	int		 line;		/* where it begins, as struct block's */
	bool		 inferred;	/* its place was reasoned out */
	bool		 doubtful;	/* some of the text may not show */
	bool		 loose;		/* its column is not known */
	int		 band;		/* of a figure, or 0 */
	const int	*from;		/* where on its line each of its figures
					   begins (struct grid, head); or NULL */
	int		 to, page;	/* where the first of them ends, and on
					   which page, from 1; or 0 */
};

/*
 * A figure whose column is not known is a loose cell that says "| 12", so
 * that nobody takes it for what it may not be.  In columns of spaces a figure
 * has a band, where one is seen: those of one band stand below each other, and
 * bands of one group are beside each other in their order.
 */
#define GRID_BANDS	128	/* bands of a group, at most */
#define GRID_LOOSE	"| "

static inline int
grid_group(int band)
{
	return band / GRID_BANDS;
}

/* What the place of a cell is worth. */
enum grid_trust {
	GRID_EXACT,	/* a column is a column: HTML, DOCX, ruling lines */
	GRID_PADDED,	/* rows may be shifted against one another: text */
	GRID_SPACED,	/* the same, and nothing but spaces parts columns */
	GRID_PACKED,	/* cells that others cover are left out, and blank
			   ones at the end may be none */
	GRID_LIST,	/* one cell per row; the rows are not known */
};

struct grid {
	struct arena	 *arena;
	struct cell	**slot;		/* rowcap * colcap of them */
	int		  rowcap, colcap;
	int		  nrow, ncol;
	int		  at;		/* where the next cell may go */
	long		  slots;	/* that cells have asked for */
	enum grid_trust	  trust;
	const int	 *head;		/* in columns of spaces: where on their
					   lines the heads begin that have no
					   other below them, from left to
					   right; or NULL */
	int		  nhead;
};

/* Whether rows may be shifted against one another. */
static inline bool
grid_is_loose(const struct grid *g)
{
	return g->trust == GRID_PADDED || g->trust == GRID_SPACED;
}

struct grid	*grid_new(struct arena *);

/*
 * Building, top down and left to right: grid_row() starts a row, and
 * grid_cell() puts a cell into the next slot of it that no cell from above
 * reaches into, as HTML has it.  grid_below() instead stretches the cell
 * above by one row, as DOCX has it (vMerge); with nothing above, it puts
 * an empty cell.  Each returns 0, or -1 with ERR_LIMIT (base/limit.h:
 * LIMIT_SLOTS, LIMIT_COLUMNS).
 *
 * Spans are clamped to 1..LIMIT_SPAN.  A rowspan that reaches past the last
 * row is cut off there by grid_end(), which is called once, last.
 */
int		 grid_row(struct grid *, struct err *);
int		 grid_cell(struct grid *, struct str, int line, int rowspan,
		    int colspan, struct err *);
int		 grid_below(struct grid *, int line, int colspan,
		    struct err *);
void		 grid_end(struct grid *);

/*
 * Takes out columns in which no cell begins: they are not columns, only
 * spans that were written too wide.  After grid_end().
 */
void		 grid_squeeze(struct grid *);

/*
 * Takes out what data frames have: a first row and a first column that only
 * count from 0, and the words for a value that is none.  After grid_end().
 */
void		 grid_uncount(struct grid *);

/*
 * Appends the rows of another, which has been ended, with holes as empty
 * cells.  -1 with ERR_LIMIT as grid_cell().
 */
int		 grid_stack(struct grid *, const struct grid *,
		    struct err *);

/*
 * A new grid that has the rows as columns and the columns as rows, but for
 * the first keep rows, each of which must be one cell, and stays.  NULL if
 * that is more than LIMIT_COLUMNS or LIMIT_SLOTS allow.
 */
struct grid	*grid_turned(const struct grid *, int keep);

/* NULL for a hole and for anything outside the table. */
struct cell	*grid_at(const struct grid *, int row, int col);

#endif
