/*
 * Tables whose columns are made of spaces: what text_layout.c cuts and
 * text_chain.c puts together.
 */
#ifndef READ_TEXT_LAYOUT_H
#define READ_TEXT_LAYOUT_H

#include "base/buf.h"
#include "read/text.h"

#define SHIFT		2	/* columns that pieces of a chain may differ */

struct piece {
	struct str	 text;
	int		 from, to;	/* columns */
	bool		 value;
};

/* Pieces that are one label. */
struct chain {
	struct buf	 text;
	int		 from, to;	/* columns of the last piece */
	size_t		 first, last;	/* lines of the region */
	bool		 head;		/* begun on a line of several pieces */
	bool		 taken;		/* by a row */
	struct chain	*next;
};

struct row {
	struct piece	*piece;
	size_t		 n;
	size_t		 nlabel;	/* pieces before the figures */
	const struct line *line;
	struct chain	*label;
	struct chain	*begins;	/* the first chain that begins here */
};

struct region {
	struct text	*t;
	struct row	*row;		/* one for each line */
	size_t		 n;
	struct chain	*first, **end;
	size_t		 most;		/* figures in a row */
};

/* Begins with 1. or 1、 or （一） or (一) or 一、 */
bool	piece_is_numbered(struct str);

/*
 * Joins the pieces of labels to chains, and finds for each row the one that
 * is its label.
 */
void	chains_make(struct region *);

#endif
