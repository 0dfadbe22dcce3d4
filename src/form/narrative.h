/*
 * What the sentences of a filing state: numbers, denials, and how the text
 * keeps to the official form.
 */
#ifndef FORM_NARRATIVE_H
#define FORM_NARRATIVE_H

#include "form/filing.h"

struct block;

/* Adds the facts of the text to the filing. */
void	narrative_facts(struct arena *, struct filing *, const struct block *first,
	    const struct block *end);

/*
 * Adds the observations that rest on text alone: NUMBERING, SUPERSEDED,
 * DOC_NUMBER, SELF_NAME, ARTEFACT, VAGUE_PERIOD, TOPIC_MISSING,
 * SUPERVISION, FEE_STATEMENT.  Sections, year and agency are already there.
 */
void	narrative_observe(struct arena *, struct filing *, const struct block *first,
	    const struct block *end);

#endif
