/*
 * Where figures stand in the original.  The archive keeps their lines; the
 * cells are found by reading the original again.
 */
#ifndef CMD_ORIGIN_H
#define CMD_ORIGIN_H

#include <stdint.h>

#include "base/str.h"

struct cli;
struct doc;
struct err;
struct figure;
struct filing;

struct origin {
	const struct doc	*doc;
	const struct filing	*filing;
	struct str		*line;	/* of the source, when it has lines */
	size_t			 nline;
};

/* The filing of that ordinal, from 1, in a stored source. */
int	origin_open(struct cli *, int64_t source, int ordinal,
	    struct origin *, struct err *);

/* The figure of that item and applicant ("" for none), or NULL. */
const struct figure	*origin_figure(const struct origin *,
			    struct str item, struct str applicant);

/* Which table of the document, from 1; 0 when it is in none. */
int	origin_table(const struct origin *, const struct figure *);

/*
 * What stands there: the line of the source, or the cells of the row,
 * parted by " | ", when there are no lines or they are too long to help.
 */
struct str	 origin_text(struct cli *, const struct origin *,
		    const struct figure *);

#endif
