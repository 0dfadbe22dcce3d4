/*
 * What the sentences of a filing state: numbers, denials, and how the text
 * keeps to the official form.
 */
#ifndef FORM_NARRATIVE_H
#define FORM_NARRATIVE_H

#include "form/filing.h"

struct block;

/*
 * What is known of the sentences of a document: once for all its filings,
 * and for the one at hand.  Begun with zeros but for arena.
 */
struct narrative {
	struct arena			*arena;	/* of the document */
	/* Those of struct forms; NULL: narrative_begin() loads them. */
	const struct facttable		*facts;
	const struct remark		*remarks;
	bool				 illegible;	/* U+FFFD is what the
					   reader put for print it cannot
					   read, and not the filer's */
	int				 statements;	/* looked into */
	const struct passage		*passage;	/* of the filing */
	int				 n;
	bool				 cut;	/* those are not all */
};

/* The passages of a filing, whose sections are known: for those below. */
void	narrative_begin(struct arena *, const struct filing *,
	    const struct block *first, const struct block *end,
	    struct narrative *);

/*
 * Adds the facts of the text to the filing.  The statements are how many
 * places that look like one were looked into, for all filings of a document:
 * at LIMIT_MATCHES no more sentences are read, and a note says so.
 */
void	narrative_facts(struct arena *, struct filing *, struct narrative *);

/*
 * Adds the observations that rest on text alone: NUMBERING, SUPERSEDED,
 * DOC_NUMBER, SELF_NAME, ARTEFACT, VAGUE_PERIOD, TOPIC_MISSING,
 * SUPERVISION, FEE_STATEMENT.  Sections, year and agency are already there.
 */
void	narrative_observe(struct arena *, struct filing *,
	    const struct block *first, const struct block *end,
	    const struct narrative *);

#endif
