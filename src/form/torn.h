/*
 * Rows of section 三 in columns of spaces whose figures are all there, but
 * ran into each other or changed places: a converter that sets figures of
 * two heights on one line leaves "4 0 0 7 0 0 11" as "4 0 07 0 0 11".
 */
#ifndef FORM_TORN_H
#define FORM_TORN_H

#include "form/form.h"

struct arena;
struct cand;

/*
 * Fills, as inferred, the loose rows of which the sums down the columns, with
 * all other rows read, leave one reading, if their digits are those of its
 * seven figures and of nothing else.  The order of the figures is held to
 * where none has run into another.  To be called before form/band.h looks at
 * what is loose.
 */
void	 torn_solve(struct arena *, const struct forms *, enum form_id,
	    struct cand *);

#endif
