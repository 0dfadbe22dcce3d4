/*
 * One grid while its rows are looked at; for table_row.c, which knows what
 * the rows are, table_art20.c, table_request.c and table_dispute.c, which know
 * those of section 二, 三 and 四, table_head.c, which knows what heads the
 * columns, and table_cell.c, which assigns cells to columns.
 */
#ifndef FORM_TABLE_ROW_H
#define FORM_TABLE_ROW_H

#include "form/piece.h"
#include "form/table.h"

#define LEAD_MAX	8	/* cells of words in front of the figures */
#define COLUMN_OTHER	(-2)	/* headed by what is not of the form */
#define FIGURES_MAX	20	/* in a row, as far as they are counted */

struct rows {
	struct tables		*t;
	const struct grid	*grid;
	int			 unit;		/* of the row looked at */
	int			 head_row;	/* first row of heads, -1 */
	int			 head_again;	/* the same, of heads that come
						   again below figures, or -1 */
	int			 figure_row;	/* last of section 三, or -1 */
	int			 art20_row; /* the last one of article 20, -1 */
	int			*map;		/* column -> value, or -1;
						   COLUMN_OTHER */
	bool			 flat;	/* merged cells are not to be seen */
	bool			 packed; /* what they cover is left out */
	bool			 mapped;	/* map is for this part */
	int			 maps;		/* how often one was made */
	bool			 map_full;	/* every value has a column */
	bool			 partial; /* some have, and no other figures
						   are there but sums of them */
	bool			 heads_hold;	/* no figure is elsewhere */
	bool			 crowded;	/* form/crowd.h */
	bool			 has_total;	/* 总计 is one of the heads */
	struct vrow		*waiting;	/* label without figures */
	int			 label_rest;	/* unit with the end of the
						   label above it; -1 */
	const struct piece	*rest;	/* that unit, if it has the rest of
						   the figures as well */
	int			 start;		/* column of first figures in
						   section 三, or -1 */
	int			 channel;	/* of section 四 that words
						   above name, or -1 */
	int			 blank_rows;
	int			 rows_with[FIGURES_MAX]; /* so many figures */
	int			**complete;	/* by number of figures; of
						   table_cell.c, or NULL */
};

/* The words in front of a row's figures. */
struct lead {
	struct cell	*cell[LEAD_MAX];
	int		 n;
	int		 next;		/* index of the cell behind them */
	int		 figures;	/* cells with a value from there on */
	bool		 loose;		/* of columns that are not known */
};

void		 lead_of(const struct piece *, struct lead *);
bool		 is_blank(const struct cell *);
struct value	 value_of(const struct piece *, const struct cell *);
void		 values_clear(struct value *);

/*
 * Whether all columns of section 三 can be seen: a table that is wider than
 * its page has lost its last ones, with their heads.
 */
bool		 rows_are_whole(const struct rows *);

/* Whether the last is the sum of those before it; what is no number is 0. */
bool		 values_total_holds(const struct value *, int width);

/*
 * For rows in columns of spaces: figures that are broken over lines are put
 * together.  False if the row then does not add up.
 */
bool		 values_prove(struct arena *, struct value *, int width);

/*
 * The cells of a row behind its lead as width values in the order of the
 * part.  False when they cannot be told apart; v then means nothing.
 */
bool		 values_bind(const struct rows *, const struct piece *,
		    const struct lead *, int width, struct value *v);

/* The same for a part of article 20, by the heads of the candidate. */
bool		 values_bind_art20(struct rows *, const struct piece *,
		    const struct lead *, const struct cand *,
		    struct value *v);

/*
 * Counts a row as not read and says so of its figures, if it has any; width
 * is how many it should have.  More than any form has may be the filer's.
 */
void		 row_note_unread(struct rows *, struct cand *,
		    const struct piece *, struct str label, int figures,
		    int width);

/* The label of a row that was found, as printed. */
void		 row_fill(const struct rows *, struct vrow *,
		    const struct match *, struct str label);

/*
 * Whether a label that is not the form's may be one that came apart or ran
 * together: in columns of spaces any may, elsewhere in text one that is a
 * piece (tables_is_piece()).
 */
bool		 row_label_is_piece(const struct rows *,
		    const struct match *);

/*
 * In columns of spaces: whether n values hold, in groups with a total each.
 * Those of any other grid need no proof, but for a total that is blank and
 * seems to stand in the column before.
 */
bool		 row_is_proven(const struct rows *, struct value *, int n);

/*
 * Figures below a row that are fewer than a row has: the rest of figures
 * that did not fit into their columns.  The row above is not what it seems.
 */
void		 row_distrust_above(struct rows *, const struct piece *);

/*
 * Reads a row of a part of article 20, by its label; false if there is none.
 * In columns of spaces a label without figures has blank cells.
 */
bool		 art20_row(struct rows *, const struct piece *);

/* Remembers the heads of a part of article 20; false if there are none. */
bool		 art20_head(struct rows *, const struct piece *);

/*
 * In columns of spaces: labels of rows without figures that were taken for
 * lines of the one above them, or of the head: 信息内容, 行政处罚.  False if the
 * row is not such a one, to the word.
 */
bool		 art20_joined(struct rows *, const struct piece *);

/* Reads a row of section 三; false if no label of it is there. */
bool		 request_row(struct rows *, const struct piece *);

/*
 * Words that stand below a label without figures, and are not the rest of
 * it: figures that follow are not its own.
 */
void		 request_row_words(struct rows *, const struct lead *);

/*
 * Figures without a label: those of the label above, if that has none.  False
 * if they are not of section 三.
 */
bool		 request_row_bare(struct rows *, const struct piece *,
		    const struct lead *);

/*
 * Figures whose label is lost or not of the form; form/bind_lost.c sees
 * whether their place says whose they are.
 */
void		 request_row_unknown(struct rows *, const struct piece *,
		    const struct lead *, struct str label);

/*
 * Reads a row of section 四; false if it has neither figures nor a place
 * below its heads.
 */
bool		 dispute_row(struct rows *, const struct piece *);

/*
 * At the end of section 四 up to that unit: where there were but rows of
 * blank cells, the fifteen are blank.
 */
void		 dispute_row_blank(struct rows *, int unit);

/* The channel that the words right before a table name, or -1. */
int		 dispute_channel_above(struct tables *, int unit);

/* Whether the words are in a cell, on however many lines they are. */
bool		 cell_says(const struct rows *, const struct cell *,
		    struct str words);

/*
 * Which column is which value, from the heads above the row.  Where there
 * are more than LIMIT_HEADS, no column is known, and no row is read.
 */
void		 map_applicants(struct rows *, int row);
void		 map_disputes(struct rows *, int row);

/*
 * Of a row of heads of a part of article 20 that has as many as the form,
 * some of them in their place: those that were cut short or say the same
 * twice are what the form has in theirs.
 */
void		 heads_by_place(struct rows *, const struct piece *);

/*
 * The cell that heads a column: the last one with words in the rows from
 * first up to end; NULL if there is none.
 */
const struct cell *last_head(const struct grid *, int col, int first, int end);

/* Text, or a table in which no cell is merged. */
bool		 is_flat(const struct grid *);

/* Whether cells that others cover are left out of its rows. */
bool		 is_packed(const struct rows *);

#endif
