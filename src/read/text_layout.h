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
	bool		 head;		/* it is of heads of columns */
	const struct line *line;
	struct chain	*label;
	struct chain	*begins;	/* the first chain that begins here */
};

struct region {
	struct text	*t;
	struct row	*row;		/* one for each line */
	size_t		 n;
	struct chain	*first, **end;
	size_t		 most;		/* figures in a full row */
};

/* Begins with 1. or 1、 or （一） or (一) or 一、 */
bool	piece_is_numbered(struct str);

/*
 * Cuts the row's line into pieces; the figures that it ends with are the
 * row's.  The pieces of a head are parted by any white space.
 */
void	row_cut(struct arena *, struct row *, bool head);

/* A blank line or a page break comes before it. */
bool	line_is_apart(const struct line *);

/*
 * Joins the pieces of labels to chains, and finds for each row the one that
 * is its label.
 */
void	chains_make(struct region *);

/*
 * The columns of the figures of a row that has less than g->most of them,
 * from 0, going by the rows around it on the page.  False if those do not
 * tell.
 */
bool	slots_find(const struct region *, size_t at, size_t slot[ROW_CELLS]);

#endif
