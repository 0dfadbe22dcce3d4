/* Files with rules of people (store/userrule.h). */
#ifndef CMD_RULEFILE_H
#define CMD_RULEFILE_H

#include "store/userrule.h"

struct cli;
struct err;
struct opt_list;

struct rulefiles {
	struct user_rule	*v;
	int			 n;
};

/*
 * The rules in these files and, of folders, in the files below them whose
 * names end in ".sql", by name.  -1 with ERR_USAGE for a file that holds
 * none, for a folder without any, and for two with one id.
 */
int	rulefiles_read(struct cli *, const struct opt_list *,
	    struct rulefiles *, struct err *);

/* Reads and applies them, inside a transaction that is rolled back. */
int	rulefiles_try(struct cli *, const struct opt_list *,
	    struct rulefiles *, struct err *);

#endif
