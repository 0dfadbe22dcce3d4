/*
 * Which rows of a sheet are paragraphs and which are tables: the second
 * half of read/sheet.h, which has the rules.
 */
#ifndef READ_SHEET_BLOCK_H
#define READ_SHEET_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct doc;
struct err;

/* A cell, or a range of cells, with its text. */
struct sheet_at {
	int		 row, col;
	int		 last_row, last_col;
	struct str	 text;
	size_t		 order;		/* of arrival */
	bool		 hidden;	/* under a merged cell, or at all */
	bool		 number;
	bool		 uncomputed;	/* a formula */
};

struct sheet_row {
	struct sheet_at	*cell;		/* its cells, left to right */
	size_t		 n;
	size_t		 ntext;		/* with text that shows */
	bool		 covered;	/* a text from above reaches in */
};

/* Whether a text shows there; and whether it begins with a digit. */
bool	sheet_has_text(const struct sheet_at *);
bool	sheet_is_figure(const struct sheet_at *);

/* The first cell of the row at or right of col; row->n if there is none. */
size_t	sheet_cell_from(const struct sheet_row *row, int col);

/*
 * Appends paragraphs and tables to the document.  A text begins in each of
 * the rows, which are in order; a block's line is its row, from 1.  -1 with
 * ERR_LIMIT.
 */
int	sheet_blocks(struct arena *, const struct sheet_row *, size_t nrow,
	    struct doc *, struct err *);

#endif
