/*
 * What people say: verdicts, corrections, words on agencies, rules.  Each
 * is a log in the archive (schema/10-fact.sql), in which the last row about
 * the same thing counts; taking something back adds a row, too.
 */
#ifndef CMD_SAID_H
#define CMD_SAID_H

#include <stdbool.h>

#include "base/str.h"
#include "cmd/lang.h"

struct arena;
struct cli;
struct err;

/* Who says it, why, and when; the program has no clock. */
struct said {
	const char	*reason, *by, *on;
	bool		 withdraw;
};

/* The options of it, for a struct of options with a member "said". */
#define SAID_WHO(type)							\
	{ "reason", 0, OPT_STR, offsetof(type, said.reason), "TEXT",	\
	    N_("why") },						\
	{ "by", 0, OPT_STR, offsetof(type, said.by), "NAME",		\
	    N_("who says so") }
#define SAID_OPTS(type)							\
	SAID_WHO(type),							\
	{ "on", 0, OPT_STR, offsetof(type, said.on), "DATE",		\
	    N_("when: 2024, 2024-03 or 2024-03-15") },			\
	{ "withdraw", 0, OPT_FLAG, offsetof(type, said.withdraw), NULL,	\
	    N_("take back what was said") }

/* -1 with ERR_USAGE: what needs a reason, a name and, if any, a date. */
int	said_check(const char *what, const struct said *, struct err *);

/* Four values as the statements say_NAME.sql end with them. */
void	said_values(const struct said *, struct str v[4]);
#define SAID_VALUES	4	/* reason, author, said_on, withdrawn */

/* Adds a row by schema/cmd/say_NAME.sql, inside a transaction. */
int	said_add(struct cli *, const char *name, const struct str *v, int n,
	    struct err *);

/* What merging did. */
struct said_merged {
	long	 ntaken, nconflict, nunread;
};

/*
 * Takes what another archive says of agencies, or of all else, into this
 * one, inside a transaction.  A log that goes on where ours ends is taken;
 * one that ends before ours is known; where they part ours stands, which is
 * said on standard error and counted.
 */
int	said_merge_agencies(struct cli *to, struct cli *from,
	    struct said_merged *, struct err *);
int	said_merge(struct cli *to, struct cli *from, struct said_merged *,
	    struct err *);

#endif
