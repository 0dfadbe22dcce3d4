/*
 * Tables whose columns are made of spaces: what text_layout.c cuts and
 * text_chain.c puts together.
 */
#ifndef READ_TEXT_LAYOUT_H
#define READ_TEXT_LAYOUT_H

#include "base/buf.h"
#include "doc/grid.h"
#include "read/text.h"

#define SURE		5	/* fewer figures in a row are a narrow table */
#define SHIFT		2	/* columns that pieces of a chain may differ */

struct piece {
	struct str	 text;
	int		 from, to;	/* columns */
	int		 from2, to2;	/* the same in the other measure */
	bool		 value;
};

/* Pieces that are one label. */
struct chain {
	struct buf	 text;
	int		 from, to;	/* columns of the last piece */
	size_t		 first, last;	/* lines of the region */
	bool		 head;		/* begun on a line of several pieces */
	bool		 title;		/* of a part, on one line */
	bool		 taken;		/* by a row */
	struct chain	*next;
};

struct row {
	struct piece	*piece;
	size_t		 n;
	size_t		 nlabel;	/* pieces before the figures */
	bool		 head;		/* it is of heads of columns */
	bool		 rest;		/* goes on with figures from above */
	bool		 merged;	/* and was put together with them */
	bool		 parted;	/* part of a figure, or of a label, may be
					   that of another row */
	int		 page;
	const struct line *line;
	struct group	*group;
	struct chain	*label;
	struct chain	*begins;	/* the first chain that begins here */
};

struct column {
	int	 from, to;
};

/* What figures cover, from left to right. */
struct columns {
	struct column	 c[2 * ROW_CELLS];
	size_t		 n;
};

/*
 * Rows of one page whose labels begin in one column.  Label and figures push
 * each other to the right, so that only such rows have their figures surely
 * below each other.
 */
struct group {
	int		 from;
	size_t		 nrow;
	struct columns	 seen;
	bool		 unclear;	/* a row has two figures in one */
	bool		 beside[2 * ROW_CELLS];	/* a row has it and the next */
};

/* A head with no other below it. */
struct leaf {
	struct piece	 low, top;	/* its last part and its first */
	size_t		 line;		/* of the first */
};

struct region {
	struct text	*t;
	struct row	*row;		/* one for each line */
	size_t		 n;
	struct chain	*first, **end;
	size_t		 most;		/* figures in a full row */
	struct leaf	*leaf;		/* right of the labels */
	size_t		 nleaf;
	int		 leaf_page;
	bool		 wide;		/* columns are a terminal's */
	int		 left;		/* labels begin there, on leaf_page */
	struct group	*group;
	size_t		 ngroup;
	size_t		 nfull;		/* rows with a figure in each column */
};

/* Begins with 1. or 1、 or （一） or (一) or 一、 */
bool	piece_is_numbered(struct str);

/* 第二十条…, 第一章…: a line of its own above a table. */
bool	piece_is_title(struct str);

/*
 * Cuts the row's line into pieces; the figures that it ends with are the
 * row's.  The pieces of a head are parted by any white space.
 */
void	row_cut(struct arena *, struct row *, bool head);

/*
 * Nothing but digits and units below figures of the row above, and a unit
 * alone among them: these are the rest of figures too wide for their
 * columns, and r->rest is set.
 */
void	row_mark_rest(struct row *r, const struct row *above);

/* Whether figures have run together: "07" is none. */
bool	row_is_glued(const struct row *);

/*
 * Columns are counted in characters, as pdftotext does.  This changes to
 * columns as a terminal has them, where ideographs take two; and back.
 */
void	region_measure(struct region *);

/* Sets where a piece ends, from where it begins. */
void	region_widths(const struct region *, struct piece *);

/* A blank line or a page break comes before it. */
bool	line_is_apart(const struct line *);

/*
 * Joins the pieces of labels to chains, and finds for each row the one that
 * is its label.
 */
void	chains_make(struct region *);

/*
 * Finds out how many figures a full row has.  False if nothing tells.
 */
bool	slots_count(struct region *);

/* Adds what a figure covers; columns that it connects become one. */
bool	columns_add(struct columns *, const struct piece *);

/* Where the label of a row begins, on the line of its figures. */
int	row_label_from(const struct row *);

/*
 * Puts the rows into groups; after chains_make().  Then, whether the bands of
 * the row's group are the columns of the table, each seen to be another than
 * the next, and which those of its figures are; and what struct cell calls
 * the band of a figure, 0 if nothing is known of it.
 */
void	bands_find(struct region *);
bool	bands_are_columns(const struct region *, const struct row *,
	    size_t *slot);
int	band_number(const struct region *, const struct row *,
	    const struct piece *);

/*
 * Where the heads begin that have no other below them, from left to right;
 * ROW_CELLS of them at most.
 */
size_t	heads_begin(const struct region *, int *head);

/*
 * Sets the region's leaves, right of the labels of the first row with
 * figures, and the page they are of.
 */
void	leaves_find(struct region *);

/*
 * Whether there are columns with a head and without figures: none is below
 * it, or those of the first row are all below others, the last of them below
 * the last head.
 */
bool	leaves_are_bare(const struct region *);

/*
 * The columns of the figures of a row, by the heads that they begin below.
 * Heads are those of the columns if they are as many as there should be and
 * the last figure of some row, its total, is below the last of them.  False
 * where they are not, or a figure is below none.
 */
bool	leaves_above(const struct region *, const struct row *,
	    size_t slot[ROW_CELLS]);

/* How many figures a row should have. */
size_t	slots_expected(const struct region *, size_t at);

/*
 * The columns of the figures of a row, from 0, going by the rows of its group
 * or by the heads of the table.  False if those do not tell.
 */
bool	slots_find(const struct region *, size_t at, size_t slot[ROW_CELLS]);

/* A full row has its figures where the full rows near it have theirs. */
bool	slots_are_sure(const struct region *, size_t at);

#endif
