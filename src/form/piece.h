/*
 * A document as one sequence of pieces, for those who look for headings and
 * rows: a paragraph is a piece of one cell, a table is one piece per row.
 */
#ifndef FORM_PIECE_H
#define FORM_PIECE_H

#include <stdbool.h>

#include "base/str.h"
#include "doc/doc.h"
#include "form/form.h"

struct piece {
	const struct block	*block;
	const struct grid	*grid;	/* NULL: a paragraph or heading; as the
					   form has it (form/shape.h) */
	int			 bi;	/* ordinal of the block, from 0 */
	int			 row;	/* of the grid; -1 */
	int			 line;
	/*
	 * The distinct cells of the row in order of column, those included
	 * that reach into it from above, but not a number that only counts
	 * the rows; of a paragraph, itself.
	 */
	struct cell		**cell;
	int			 ncell;
	struct str		 single; /* text of the only cell with any */
	bool			 is_list; /* not a row: one cell or paragraph */
	bool			 is_glued; /* cut out of a longer paragraph */
	int			 section; /* 0 to 6, set by sections_find() */
	bool			 annex;	/* behind 附件, below the sections */
	int			 heading; /* 1 to 6 if it is that heading */
	int			 again;	/* 1 to 6 below that heading's copy */
};

struct pieces {
	struct piece	*u;
	int		 n;
};

/*
 * The pieces of the blocks first up to, not including, end.  A paragraph in
 * which headings of sections stand in the middle of the text (a page whose
 * line breaks were lost) is cut at them.
 */
struct pieces	*pieces_of(struct arena *, const struct forms *,
		    const struct block *first, const struct block *end);

/* The cell with text before any other in the row, or NULL. */
const struct cell	*piece_first(const struct piece *);

#endif
