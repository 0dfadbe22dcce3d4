/*
 * The tables of a filing become its figures.
 */
#ifndef FORM_BIND_H
#define FORM_BIND_H

#include "form/filing.h"

struct pieces;

/*
 * Fills in form, part[] and the figures, and adds what was seen of the
 * tables: OBS_LABEL, UNKNOWN_ROW, ROW_MISSING, ARTICLE, RAGGED, CELL_COUNT,
 * FRAGMENTS and AMOUNT_IN_YUAN, and the notes on rows that were not read.
 * Sections and year are already there.  Of several tables of one part, that
 * in its section counts; one whose caption names another year never does.
 */
void	bind_tables(struct arena *, const struct forms *, struct pieces *,
	    struct filing *);

#endif
