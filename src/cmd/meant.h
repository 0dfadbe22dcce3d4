/*
 * Which agency somebody means, who types a name, a key or a code.  What is
 * not found is never guessed: names that are alike are said instead.
 */
#ifndef CMD_MEANT_H
#define CMD_MEANT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct cli;
struct err;

/*
 * The one agency of that name, spelling or key, or the government with that
 * code of a division: its id, and what it is called where people say
 * something about it.  A name that no report has may still be that of a
 * place: 息县 where reports have 息县人民政府.  -1 with ERR_USAGE when there
 * is none, or several.
 */
int	meant_agency(struct cli *, const char *arg, int64_t *id,
	    struct str *word, struct err *);

/*
 * What the parameters of a query are to be: a name or spelling, which may be
 * that of several agencies, or what a division code begins with; the other
 * is empty.  A query without codes gets a name.
 */
int	meant_query(struct cli *, const char *arg, bool codes,
	    struct str *name, struct str *division, struct err *);

/* -1 with ERR_USAGE when no agency has that in its name. */
int	meant_part(struct cli *, const char *arg, struct err *);

#endif
