/*
 * Which of several tables of a part is the filing's for its year: the one in
 * its own section with the most rows, and never one whose caption names
 * another year.
 */
#ifndef FORM_CHOOSE_H
#define FORM_CHOOSE_H

#include "form/table.h"

/*
 * The candidate that counts for a part, with the rows that others of the
 * same table have, or NULL.  Notes in the filing what was left out:
 * NOTE_OTHER_YEAR, and NOTE_TWICE where another says otherwise.
 */
struct cand	*choose_table(struct arena *, struct tables *,
		    struct filing *, enum part);

#endif
