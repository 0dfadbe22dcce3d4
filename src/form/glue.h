/*
 * Tables that lost all borders: labels and digits in one run of text.
 */
#ifndef FORM_GLUE_H
#define FORM_GLUE_H

#include "form/table.h"

/*
 * Reads the part out of the paragraphs of its section, where no table was
 * found: each label of the form in its order, and the digits behind it, cut
 * by form/cut.h.  Adds a candidate whose rows are all inferred; a cell that
 * has several readings stays away, with NOTE_GLUED listing them.
 */
void	glue_part(struct tables *, enum part, const struct filing *);

#endif
