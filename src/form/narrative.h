/*
 * What the sentences of a filing state: numbers, denials, and how the text
 * keeps to the official form.
 */
#ifndef FORM_NARRATIVE_H
#define FORM_NARRATIVE_H

#include "form/filing.h"

struct block;

/*
 * Adds the facts of the text to the filing.  *statements is how many places
 * that look like one were looked into, for all filings of a document: at
 * LIMIT_MATCHES no more sentences are read, and a note says so.
 */
void	narrative_facts(struct arena *, struct filing *, const struct block *first,
	    const struct block *end, int *statements);

/*
 * Adds the observations that rest on text alone: NUMBERING, SUPERSEDED,
 * DOC_NUMBER, SELF_NAME, ARTEFACT, VAGUE_PERIOD, TOPIC_MISSING,
 * SUPERVISION, FEE_STATEMENT.  Sections, year and agency are already there.
 */
void	narrative_observe(struct arena *, struct filing *, const struct block *first,
	    const struct block *end);

#endif
