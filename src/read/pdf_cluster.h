/*
 * The parts of finding tables by where figures stand, for the files
 * pdf_cluster*.c alone.  The pages are one strip here: what is at the top of
 * a page comes right below what is at the foot of the page before, and all
 * heights count from the top of the strip.
 */
#ifndef READ_PDF_CLUSTER_H
#define READ_PDF_CLUSTER_H

#include "read/pdf_table.h"

#define LABELS	3		/* columns in front of the figures */
#define COLUMNS	40		/* of figures, at most */
#define RICH	3		/* figures that make a line a row */

/* Words of a line that are one cell. */
struct chunk {
	struct pdf_box	 box;		/* on the strip */
	struct pdf_word	*word;
	int		 n;
	bool		 figure;
	bool		 joined;	/* goes on with the figure above it */
	bool		 doubt;		/* which column it is of */
	bool		 torn;		/* the rest may be on the next line */
	int		 row;		/* of the grid */
	int		 col;		/* first one; figures from LABELS on */
	int		 span;
	int		 block;		/* of labels, or -1 */
};

struct row {
	struct pdf_box		 box;	/* of its chunks */
	struct pdf_box		 print;	/* the same on its page */
	int			 page;
	bool			 apart;	/* a table in rules is above it */
	int			 from, to;	/* of a rule right above it */
	int			 first, n;	/* chunks */
	int			 figures;
	int			 block;	/* whose figures they are, or -1 */
	int			 group;	/* of rows, beside it, or -1 */
	bool			 doubt;	/* two labels may own them */
	int			 row;	/* of the grid, or -1 */
};

/* The lines of one label: what it says, and how far down it reaches. */
struct block {
	struct pdf_box	 box;
	struct pdf_box	 tail;		/* its last line */
	int		 first, last;	/* rows */
	bool		 head;		/* of columns: has no figures */
	bool		 item;		/* begins as one of a list */
	bool		 group;		/* has rows of their own beside it */
	bool		 doubt;		/* whether it is one label */
	int		 row;		/* of the grid */
};

/* What became of a row of the grid. */
enum row_state {
	ROW_OTHER,		/* heads, titles, labels alone */
	ROW_FIGURES,
	ROW_BLANK,		/* a label that has no figures beside it */
	ROW_DOUBT,		/* whose figures they are, is not certain */
};

struct cluster {
	struct pdf		*pdf;
	struct row		*row;		/* every line with free words */
	int			 nrow;
	size_t			 rowcap;
	struct chunk		*chunk;
	int			 nchunk;
	size_t			 cap;
	int			 lo[COLUMNS], hi[COLUMNS], ncol;
	int			 room[COLUMNS];	/* a cell has at most */
	bool			 breaks[COLUMNS];	/* what is wider */
	int			 edge;		/* labels end before it */
	int			 left;		/* where the first one begins */
	struct block		*block;		/* of the table at hand */
	int			 nblock;
	size_t			 blockcap;
	enum row_state		*state;		/* of the rows of the grid */
	int			*figures;	/* in each of them */
};

/* Fills in the lines of all pages, in order, and their chunks. */
void		 cluster_strip(struct cluster *);

/*
 * Makes a column of each figure of a rich line, or widens the one that it
 * overlaps.  False when it would join two columns.
 */
bool		 cluster_add_figures(struct cluster *, const struct row *);

/* The column that a box is above or below, and no other; -1 if none is. */
int		 cluster_column_of(const struct cluster *,
		    const struct pdf_box *);

/*
 * Columns out of the heads of a line and what is below them, for want of
 * lines full of figures: a label and three heads that are apart, and right
 * below them figures that stand under one each.
 */
bool		 cluster_head_columns(struct cluster *, int row);

/*
 * Where the figures of the rich lines from..to - 1 overlap, there is a
 * column; if there are none, where the heads on the line that has most are.
 */
bool		 cluster_find_columns(struct cluster *, int from, int to);

/*
 * Where labels end (.edge): half the way between the first two columns, in
 * front of the first, and farther where words end that have a figure of that
 * column beside them; and where they begin (.left).
 */
void		 cluster_find_edge(struct cluster *, int from, int to);

/*
 * Adds columns that are blank from top to bottom, but have a head.  False
 * when they would be too many.
 */
bool		 cluster_blank_columns(struct cluster *, int from, int to);

/*
 * Whether the figures of a line may stand in the columns found so far, or
 * beside them where all was blank.
 */
bool		 cluster_fits(const struct cluster *, const struct row *);

/* What a line is made of, by the columns found so far. */
bool		 cluster_is_label(const struct cluster *, const struct chunk *);
bool		 cluster_is_label_line(const struct cluster *,
		    const struct row *);
bool		 cluster_is_head_line(const struct cluster *,
		    const struct row *);

/*
 * Whether a line is at most so many tenths of its height below another, and
 * no rule is between them; rows that a rule parts may be farther.
 */
bool		 cluster_is_near(const struct row *, const struct row *,
		    int tenths);

/* Whether it is a title inside a table: "第二十条第（一）项". */
bool		 cluster_is_title(const struct row *, const struct cluster *);

/*
 * Puts the labels of the lines from..to - 1 together, and finds for the
 * lines with figures the label that they stand beside.
 */
void		 cluster_blocks(struct cluster *, int from, int to);

/* How wide the first character of a chunk is. */
int		 cluster_first_width(const struct chunk *);

/*
 * Whether a figure may go on in the next line: it is only digits, and a cell
 * of its column has no room for much more.
 */
bool		 cluster_is_piece(const struct cluster *, const struct chunk *);

/* The same where all cells are padded as much as word processors do it. */
bool		 cluster_may_break(const struct cluster *,
		    const struct chunk *);

/* Whether a figure on a line cannot be the rest of one on the line above. */
bool		 cluster_has_new_figure(const struct cluster *,
		    const struct row *);

/*
 * A head that has several below it is that of all their columns.  The chunks
 * have their columns.
 */
void		 cluster_span_heads(struct cluster *, int from, int to);

/*
 * The end of the heads of columns that begin at a line, with the labels that
 * stand beside them; the line itself, if none do.
 */
int		 cluster_heads_end(struct cluster *, int line, int to);

/*
 * Gives the heads in the lines from..end - 1 their rows of the grid, the
 * first of which is *n, and sets it to the one behind the last.
 */
void		 cluster_number_heads(struct cluster *, int from, int end,
		    int *n);

/*
 * Gives each chunk of the lines from..to - 1 its row and column of the grid;
 * returns how many rows there are.  c->state says what each of them is.
 */
int		 cluster_rows(struct cluster *, int from, int to);

/* The table of the lines from..to - 1. */
struct pdf_table *cluster_build(struct cluster *, int from, int to);

#endif
