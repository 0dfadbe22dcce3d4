/*
 * A filing: what one annual report says, cell by cell, with the place of
 * each statement in the document; no database and no file format.
 *
 * Everything lives in the arena that filing_bind() is given.
 */
#ifndef FORM_FILING_H
#define FORM_FILING_H

#include <stdbool.h>

#include "base/str.h"
#include "doc/note.h"
#include "form/form.h"
#include "form/number.h"
#include "form/place.h"

struct arena;
struct buf;
struct doc;

/*
 * One cell of the form.  There is one struct for each cell that was
 * located; a cell of which nothing was found is MISSING and has none.
 * value is in the unit of the form (fees in 万元).
 */
struct figure {
	const struct item	*item;
	enum applicant		 who;	/* APPLICANT_NONE but in section 三 */
	enum state		 state;
	struct dec		 value;	/* of NUMBER and INFERRED */
	enum unit		 unit; /* UNIT_NONE: not stated (procurement) */
	struct str		 raw;	/* as printed */
	int			 line;	/* as struct block's */
	int			 block, row, col; /* ordinal of the block from 0
					 * and slot; -1: not in a table */
	struct figure		*next;
};

/* A free row of the forms before 2019. */
struct statistic {
	const struct item	*item;	/* NULL: not a label we know */
	struct str		 label, unit, code, raw;
	enum state		 state;
	struct dec		 value;
	int			 line;
	struct statistic	*next;
};

/*
 * What was seen of the form itself, on which the rules F and some of B
 * rest.  place is an item code, a part or a section; text what is printed.
 */
enum obs_kind {
	OBS_LABEL,		/* matched by keyword only: F06 */
	OBS_UNKNOWN_ROW,	/* a data row that is not of the form: F07 */
	OBS_ROW_MISSING, /* an official row not found in its table: F08 */
	OBS_HEADING,		/* a section heading not verbatim: F02 */
	OBS_ELSEWHERE,		/* a section that is not in its place: no F01 */
	OBS_NUMBERING,		/* an ordinal out of order, one per line: F03 */
	OBS_ARTICLE,		/* a wrong article in a block title: F05 */
	OBS_RAGGED,		/* rows out of line, split, or shifted: F19 */
	OBS_CELL_COUNT,		/* a row without its number of cells: B09 */
	OBS_FRAGMENTS,		/* digits of one figure in several cells: B10 */
	OBS_SUPERSEDED,		/* cites the notice or form of 2019: F09 */
	OBS_DOC_NUMBER,		/* a misprinted document number: F10 */
	OBS_PERIOD,		/* a period statement, right or wrong */
	OBS_PERIOD_WRONG,	/* one that is not 1 Jan to 31 Dec: F12 */
	OBS_YEAR_CONFLICT,	/* two years that disagree: F13 */
	OBS_YEAR_IN_TEXT,	/* the body names the year of the report */
	OBS_SELF_NAME,		/* calls itself what it is not: F21 */
	OBS_ARTEFACT,		/* left by a converter or editor: F22 */
	OBS_VAGUE_PERIOD,	/* 截至目前, 今年以来: E14 */
	OBS_TOPIC_MISSING,	/* section 一 lacks a topic, in place: F17 */
	OBS_SUPERVISION,	/* section 一 speaks of 考核 评议 追究 */
	OBS_FEE_STATEMENT,	/* section 六 speaks of the fee */
	OBS_AMOUNT_IN_YUAN,	/* a fee cell that says 元: B08 */
	OBS__N
};

const char	*obs_name(enum obs_kind);	/* "label", "unknown_row" … */

struct obs {
	enum obs_kind	 kind;
	int		 line, line_end;
	struct str	 place, text;
	struct obs	*next;
};

/* One of the six sections; ordinal 0 is what stands before section 一. */
struct section {
	int		 ordinal;
	struct str	 heading;	/* as printed */
	struct str	 text;	/* paragraphs, parted by \n, no tables */
	int		 line;		/* of the heading */
	int		 line_end;	/* last line of its content */
	bool		 found;
};

#define SECTION__N	7

/* A sentence that states a number, or that there is none (form/fact.h). */
struct fact {
	const char	*code;		/* "narr_received" */
	struct dec	 value;
	bool		 has_value;	/* else a bare statement */
	bool		 approx;	/* 余, 多, 近, 约 */
	const char	*unit;		/* "件", or "" */
	const char	*scope;		/* what narrows it, or "" */
	int		 section, line;
	struct str	 quote;		/* the clause as printed */
	struct fact	*next;
};

/* Where a part of the form was found. */
struct part_found {
	bool		 found;
	enum form_id	 form;
	int		 line;		/* of its first row */
	bool		 truncated;	/* the document ends inside it; then
					 * cut_line of the filing is set */
};

struct filing {
	/* Who and when, and on what evidence (form/identity.h). */
	struct str		 agency;	/* as written; empty: unknown */
	const char		*agency_from;	/* "title", "option", … or "" */
	int			 year;		/* 0: unknown */
	const char		*year_from;
	struct str		 title;		/* joined, without spaces */
	int			 title_line;
	struct str		 published_on;	/* "2022-01-20" or empty */
	struct str		 period_from, period_to; /* ISO, or empty */
	struct str		 source_org;	/* 来源/发布机构, or empty */
	struct placement	 place;		/* of the agency */

	enum form_id		 form;
	struct part_found	 part[PART__N];
	struct figure		*figure, **figure_end;
	int			 nfigure;
	int			 cut_line;	/* where the document breaks
						 * off; 0: it is whole */
	struct statistic	*statistic, **statistic_end;
	struct section		 section[SECTION__N];
	struct obs		*obs, **obs_end;
	struct fact		*fact, **fact_end;
	int			 nstatement;	/* looked into for them */
	bool			 unshown;	/* the page hides where it
						 * begins */
	struct notes		 notes;		/* of binding, not of reading */
	struct filing		*next;		/* in the same document */
};

/* What is known from outside the document; any may be empty or 0. */
struct bind_opts {
	struct str	 path;		/* of the file, for its names */
	struct str	 agency;	/* --agency or --map */
	struct str	 parent;	/* --map: what it reports to */
	int		 year;		/* --year or --map */
	/* For the placement of agencies; without it there is none. */
	const struct divisions *divisions;
};

/*
 * The filings that a document holds: as a rule one, several when titles of
 * reports repeat, none (NULL, with NOTE_NOT_A_REPORT or what the document is
 * instead in its notes, lookalike.h) when it is no annual report.  Never
 * fails; doubts are notes.
 */
struct filing	*filing_bind(struct arena *, struct doc *,
		    const struct forms *, const struct bind_opts *);

/* The located cell, or NULL when it is missing. */
const struct figure	*filing_figure(const struct filing *,
			    const char *code, enum applicant);

/* The filing alone, without next, all of it in the arena but its items. */
struct filing		*filing_copy(struct arena *, const struct filing *);

/* For the functions that build a filing. */
struct filing	*filing_new(struct arena *);
struct figure	*filing_add_figure(struct arena *, struct filing *,
		    const struct item *, enum applicant);
struct obs	*filing_add_obs(struct arena *, struct filing *,
		    enum obs_kind, int line, struct str place,
		    struct str text);

/* The filing in lines to read and to compare: "agency …", "fig item who …". */
void		 filing_dump(const struct filing *, struct buf *);

#endif
