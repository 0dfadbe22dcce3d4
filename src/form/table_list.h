/*
 * Tables whose rows are lost, while they are scanned; for table_list.c,
 * which knows what the lines are, table_list_survey.c, which looks over all
 * of them first, table_list_row.c, which makes a row of the figures behind a
 * label, and table_list_doubt.c, which knows what the rows make doubtful.
 */
#ifndef FORM_TABLE_LIST_H
#define FORM_TABLE_LIST_H

#include "form/table.h"

#define HELD_MAX	(VALUES_MAX + 8)

struct list {
	struct tables	*t;
	int		 unit;
	/* The label whose figures are being collected. */
	bool		 open;
	struct match	 match;		/* no label: none of the form's */
	struct str	 label;
	int		 label_unit, label_line;
	bool		 joined;	/* words were added to it */
	bool		 in_line;	/* its figures stand in its line */
	/* The figures, and blank cells, since. */
	struct value	 v[HELD_MAX];
	int		 n;
	bool		 too_many;
	int		 channel;	/* of section 四, named above; -1 */
	int		 channels;	/* named since the last figures */
	int		 results;	/* heads of results since the channel */
	int		 lost;	/* rows of which cells left no trace */
	struct cand	*since, **fresh; /* to which rows may be added */
	int		 parted;	/* rows where blank lines are no cells */
	int		 filled;	/* rows that are full with those */
	int		 empty;		/* labels that nothing follows */
	/* What the list is like; list_survey() sets it. */
	bool		 gaps;	/* blank cells are seen as blank lines */
	bool		 gaps_lie; /* blank lines are no blank cells */
	bool		 disordered; /* figures of section 二 before labels */
	bool		 once;	/* no line stands twice: figures are gone */
	bool		 crowded; /* form/crowd.h: rows of section 三 are not
				     those of the form */
};

/*
 * Looks over the list that begins at the unit.  gaps: a figure stands behind
 * blank lines that were taken for a cell.  gaps_lie: a row that has all its
 * figures stands behind one, or a row between two, so that its total would be
 * blank.  disordered: figures stand right below heads of columns of section
 * 二, where the label of their row should be.  once: of the lines that every
 * such list has several times each one stands there but once, as where lines
 * were taken for copies of each other.
 */
void		 list_survey(struct list *, int unit);

/* "行政许可 223": a label and, in tail, the figures behind it in one line. */
struct str	list_split_tail(struct str, struct str *tail);

/* The next word of *rest; false if there is none. */
bool		list_next_word(struct str *rest, struct str *word);

/* A figure or a blank cell where the scan is. */
void		 list_hold(struct list *, struct str raw);

/*
 * Makes a row of what is held, under the label that is open or, without
 * one, of section 四.  A row that has not its figures is unread, with a
 * note; a label that nothing follows has blank cells, unless cells left no
 * trace.
 */
void		 list_flush(struct list *);

/* Whether fifteen figures keep the sums of section 四. */
bool		 list_sums_keep(const struct value *);

/*
 * Takes back what the rows of a list, when all are there, make doubtful of
 * each other: those with blank cells, where blank lines only part
 * labels and figures, and figures that do not add up, where others have left
 * no trace or are broken over lines.  Where figures stand before their labels,
 * that is all rows of all lists; where few of section 三 stand behind their
 * own, rows with placeholders.
 */
void		 list_doubt(struct list *);

#endif
