/*
 * Labels as filings print them, against the labels of the form.
 */
#ifndef FORM_LABEL_H
#define FORM_LABEL_H

#include <stdbool.h>

#include "base/str.h"
#include "form/form.h"

struct arena;
struct buf;

/*
 * The text in the form in which labels are compared: width folded
 * (utf8_fold), traditional characters simplified (hant_simplify), white
 * space and converters' debris ([bookmark: …]) removed, one leading
 * enumerator ("（一）", "一、", "1.", "①") stripped and, when ordinal is not
 * NULL, stored there (0: none); then quotation marks and 、，。.：；: removed.
 *
 *	"(二) 部分公开 (区分处理的, 只计这一情形)" ->
 *	    "部分公开(区分处理的只计这一情形)", ordinal 2
 */
struct str	label_norm(struct arena *, struct str, int *ordinal);

/* The same, in an empty buffer; ordinal is no NULL. */
struct str	label_norm_in(struct buf *, struct str, int *ordinal);

/*
 * A bit for each character of a normalised text, of some the same: where one
 * text has a bit that another lacks, it is no part of the other.
 */
uint64_t	label_chars(struct str norm);

struct match {
	const struct label	*label;
	bool			 exact;	/* the official text or a variant, be
					   it with a remark in brackets */
	int			 ordinal;	/* enumerator, or 0 */
	struct str		 norm;	/* what was compared, if it was
					   found, */
	uint64_t		 chars;	/* and its label_chars() */
};

/*
 * Looks for a label of that axis in a part of the form.  The whole text
 * decides first; else the longest keyword contained in it, rows that
 * carry figures before group headings; else label_near().  A text more than
 * twice as long as the official one is prose and no label, but for a bracket
 * at its end.  What speaks of last year or of a change is only a label that
 * does.
 */
bool		label_match(struct arena *, const struct forms *, enum part,
		    enum axis, struct str, struct match *);

/*
 * The same in the parts first to last: the first, but an exact one wins.
 * What one text is made of for it is kept for the next question, which is
 * nearly always about the same text in another part; begun with zeros.
 */
#define LABEL_ASKED	1024	/* of a text that may be a label */

struct label_asked {
	struct str	 text;
	struct match	 read;	/* but for label and exact */
	bool		 may_be;
	char		 room[LABEL_ASKED], norm[LABEL_ASKED + 1];
};

bool		label_match_first(struct label_asked *, struct arena *,
		    const struct forms *, enum part first, enum part last,
		    enum axis, struct str, struct match *);

/* The same in one part, of labels that are there to the word. */
bool		label_match_exact(struct label_asked *, struct arena *,
		    const struct forms *, enum part, enum axis, struct str,
		    struct match *);

/* A text without the bracket that it ends with, where one explains it. */
struct str	label_without_remark(struct str);

/*
 * The label from whose official text a normalised one without digits is a
 * misprint away (one character wrong, missing, too many or exchanged with
 * the next), or two in texts of sixteen characters and more, where they are
 * hardly another word (上年受理 for 上年结转); NULL if there is none, the label
 * has fewer than five, or another one is no farther off.  chars are those of
 * the text.
 */
const struct label	*label_near(const struct labels *, struct str norm,
			    uint64_t chars);

/* Whether half of the characters of a normalised text are in another. */
bool		label_resembles(struct str text, struct str label);

/* Whether it is a row of section 三 that only heads others. */
bool		label_is_group(const struct label *);

/*
 * Whether the text is a block title: 第二十条第（一）项 and its like.  Sets
 * the part that its item number means (PART__N: none of the form's) and
 * whether the article is the right one.
 */
bool		label_block_title(struct arena *, struct str,
		    enum part *, bool *right_article);

/* Last year's figures, or how they changed, where the label means neither. */
bool		label_of_other_year(const struct label *, struct str norm);

#endif
