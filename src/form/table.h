/*
 * The tables of the form as they stand in a document, before it is decided
 * which of them count: each run of rows that belong to one part of the form
 * is a candidate (a page may show last year's table as well).
 */
#ifndef FORM_TABLE_H
#define FORM_TABLE_H

#include <stdbool.h>

#include "base/str.h"
#include "form/filing.h"
#include "form/form.h"
#include "form/label.h"

struct pieces;

#define CHANNELS	3	/* review, direct suit, suit after review */
#define RESULTS		5	/* upheld, corrected, other, pending, total */
#define VALUES_MAX	(CHANNELS * RESULTS)
#define HEADS_MAX	8
#define GROUPS_MAX	8		/* of section 三, on any form */

/* Rows and columns of section 四 as form/form.h calls them. */
extern const char *const	 channel_key[CHANNELS];
extern const char *const	 result_key[RESULTS];

/* What stands in one cell of a row. */
struct value {
	struct str	 raw;
	struct str	 meant;		/* if raw was misread, else empty */
	int		 line, block, row, col;
	bool		 located;	/* there is such a cell */
	bool		 bordered;	/* and its borders are known */
	bool		 inferred;	/* as struct cell's */
	bool		 doubtful;	/* the same */
	bool		 firm;		/* from all rows around it */
	int		 band;		/* as struct cell's */
	int		 from, to, page; /* the same, of the first figure */
};

/*
 * A row under its label.  The values are in the order of the cand's heads
 * (parts of article 20), of enum applicant (requests), or of channel and
 * result (disputes).
 */
struct vrow {
	const char	*key;	/* of struct label; "" in disputes, "?..."
					   if the label is not known */
	struct match	 match;
	struct str	 label;		/* as printed */
	struct value	 v[VALUES_MAX];
	bool		 unread;	/* cells could not be told apart */
	bool		 inferred; /* its label or cells were reasoned out */
	bool		 joined;	/* its label was put together, or is
					   a piece: it may be the form's */
	bool		 refused; /* it has figures, and they are unread */
	struct value	*loose;	/* figures of columns not known; or NULL */
	int		 nloose;
	const bool	*may;		/* for sets of columns (bits), whether
					   sums let loose be in them; or NULL */
	int		 unit, line;
	struct vrow	*next;
};

/* A column label of a part of article 20. */
struct head {
	const struct label	*label;
	struct str		 text;	/* as printed */
	bool			 exact;
	bool			 placed;	/* known by its place alone */
	bool			 joined;	/* as struct vrow's */
	int			 line, col, colspan;
};

struct cand {
	enum part	 part;
	int		 unit, unit_end;	/* first and last */
	int		 line;
	int		 section;
	struct head	 head[HEADS_MAX];
	int		 nhead;
	struct vrow	*row, **row_end;
	const struct vrow *last;	/* that something was added to */
	int		 nrow;
	bool		 over;		/* there are more than LIMIT_ROWS */
	int		 unread;	/* labelled rows that were not read */
	int		 strange;	/* rows whose label is not known */
	const char	*group[GROUPS_MAX];	/* whose labels were seen */
	int		 ngroup;
	bool		 crowded;	/* has columns that the form has not */
	bool		 has_rival;	/* another one differs: what does is
					   in neither */
	bool		 is_glued;	/* cut out of digits run together */
	bool		 is_list;	/* blank cells could not be seen */
	bool		 is_spaced;	/* columns are made of spaces */
	bool		 ragged;	/* rows out of line with each other */
	bool		 other_year;	/* as its caption says */
	struct filing	 seen;		/* obs and notes, if it is chosen */
	struct cand	*next;
};

/* Everything the scan of a document finds. */
struct tables {
	struct arena		*arena;
	const struct forms	*forms;
	struct pieces		*units;
	struct cand		*cand, **cand_end;
	/* While scanning: */
	struct cand		*now;		/* being filled, or NULL */
	enum part		 part;	/* where we are; PART__N: nowhere */
	struct filing		 pending;	/* obs before the first row */
	struct label_asked	 asked;
	const int		*map;	/* columns of the last table of section
					   三 whose heads were complete */
	int			 map_ncol;
	bool			 bare;	/* in a list, figures stand before
					   their labels, */
	bool			 jumbled;	/* or few of section 三 stand
						   behind their own; */
	bool			 doubted;	/* and all were taken back */
};

/*
 * The next of the figures of a loose cell, of which one may have several with
 * bars between them.  False when there is none left.
 */
bool		 tables_loose(struct str *rest, struct str *one);

/* Scans all units; sections_find() has been there. */
struct tables	*tables_scan(struct arena *, const struct forms *,
		    struct pieces *);

/* For the two scanners, of grid rows and of lists. */

/* The candidate of that part to add to, a new one if need be. */
struct cand	*tables_cand(struct tables *, enum part, int unit);
void		 tables_close(struct tables *);

/*
 * The row of that key, new, in now or, when now has that row with other
 * figures, in a new candidate; NULL when it is there with the same ones, or
 * when there are LIMIT_ROWS.
 */
struct vrow	*tables_row(struct tables *, enum part, const char *key,
		    int unit, int line, const struct value *, int n);

/*
 * When now has figures in the row of that key, read or not, another table of
 * the same columns begins here: a new candidate.
 */
void		 tables_again(struct tables *, enum part, const char *key,
		    int unit);

/*
 * The column labels of a part in the order of a form, HEADS_MAX at most;
 * returns how many.
 */
int		 tables_form_heads(const struct forms *, enum form_id,
		    enum part, const struct label **);

/*
 * A row of section 三 whose label is lost (no text) or none of the form's,
 * in the table being filled, with n values; its key is "?" and the unit.
 */
void		 tables_unknown(struct tables *, int unit, int line,
		    struct str label, const struct value *, int n);

/*
 * Whether a table has all the rows that one may have: then it is noted, once,
 * that those from the line on are not read.
 */
bool		 tables_full(struct arena *, struct cand *, int line);

/* Whether it is such a row. */
bool		 tables_is_unknown(const struct vrow *);

/* How many cells of a row have something in them. */
int		 tables_figures(const struct vrow *);

/*
 * A row that was read is believed no more: it has no values, but is known to
 * have had some.
 */
void		 tables_refuse(struct cand *, struct vrow *);

/* The row of that key, or NULL. */
const struct vrow	*tables_find_row(const struct cand *, const char *key);

/* Five values of a channel go to the one row of disputes. */
void		 tables_dispute(struct tables *, int unit, int line,
		    int channel, const struct value *, int n);

/* label_match() of a label of one of the tables. */
bool		 tables_match(struct tables *, enum part, enum axis, struct str,
		    struct match *);

/* The channel that a text names, 0 to 2, or -1. */
int		 tables_channel(struct tables *, struct str);

/* Column of requests ("natural_person" …) or result, as index; -1. */
int		 tables_applicant(struct tables *, struct str, struct match *);
int		 tables_result(struct tables *, struct str);

/*
 * How many values a row of the part has; 0 where its heads are not known, or
 * are fewer than any form has: one that was not read may stand anywhere.
 */
int		 tables_width(const struct tables *, const struct cand *,
		    enum part);

/* Any part of article 20 in which the text labels a row or a column. */
bool		 tables_art20(struct tables *, enum axis, struct str,
		    struct match *);

/*
 * Whether words among the heads of a part of article 20 are neither one of
 * them nor a piece of one.
 */
bool		 tables_strange_head(struct tables *, struct str);

/* A row label of section 三; 其他 and 总计 only where they can stand. */
bool		 tables_request(struct tables *, struct str, struct match *);

/* The same, of one that is there to the word. */
bool		 tables_request_exact(struct tables *, struct str,
		    struct match *);

/* Where a heading of a section leaves us. */
void		 tables_heading(struct tables *, int unit);

/* A block title, if it is one: sets the part, remarks on a wrong article. */
bool		 tables_title(struct tables *, int unit, struct str);

/*
 * Whether a label that is not the form's is a piece of one that is, or such a
 * one and more: so are those that a converter broke or ran together.  One
 * with its number has its beginning, and can lack the end alone.
 */
bool		 tables_is_piece(const struct tables *, const struct match *);

/* Adds a column label; the first after rows starts a new candidate. */
void		 tables_head(struct tables *, int unit, const struct match *,
		    struct str text, int line, int col, int colspan);

/* The head that was made of this came apart or ran together. */
void		 tables_head_joined(struct tables *, const struct match *);

void		 table_rows(struct tables *, int *unit); /* of one grid */
void		 table_list(struct tables *, int *unit);	/* list units */

/*
 * The candidate for a row of a part of article 20: that of the heads above,
 * even where the block title names another part; NULL when there are
 * neither heads nor title, so that it is a table of something else.
 */
struct cand	*tables_art20_cand(struct tables *, enum part, int unit);

/* The year that a caption names, "2020年…情况如下：", or 0. */
int		 caption_year(struct str);

/* Whether a cell has a figure, a placeholder or nothing, no words. */
bool		 is_value(struct str);

#endif
