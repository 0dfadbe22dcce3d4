/*
 * Divisions whose names are like one that the table does not have: a
 * character that was taken for another, one too many or too few, 乡 where
 * it is 镇 now.  For people to look at; nothing is decided by it.
 */
#ifndef FORM_SIMILAR_H
#define FORM_SIMILAR_H

#include "form/place.h"

#define SIMILAR_MAX	8

struct similar {
	const struct division	*division;
	int			 cost;	/* the less, the more alike */
	struct str		 why;	/* "沐 for 沭; in 宿迁市" */
};

/*
 * At most SIMILAR_MAX of them, the most alike first, then by code; returns
 * how many.  Where the name, the path or the page's source says in which
 * division it is, one character may differ; else only look-alikes
 * (schema/form/alike.tsv) and the last word, 镇 or 乡.
 */
int	similar_find(struct arena *, const struct divisions *,
	    struct str agency, const struct place_hint *,
	    struct similar out[SIMILAR_MAX]);

#endif
