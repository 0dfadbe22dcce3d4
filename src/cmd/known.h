/*
 * Words that parameters of queries may be: a query that is asked for another
 * answers with no rows, as if there were nothing to say.
 */
#ifndef CMD_KNOWN_H
#define CMD_KNOWN_H

#include "cmd/cmd.h"
#include "store/query.h"

/*
 * ERR_USAGE when the parameter is one of words, and value none of them: of
 * level, kind, form, severity, item, rule, measure or concept.  The message
 * has what the query says of the parameter.  Of any other parameter, and of
 * an empty value, nothing is said.
 */
int	known_param(struct cli *, const struct canned *, const char *param,
	    struct str value, struct err *);

#endif
