/* accept: a person's verdict on a finding. */
#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/rows.h"
#include "cmd/rulefile.h"
#include "cmd/said.h"
#include "cmd/table.h"

struct accept_opts {
	const char	*verdict;
	struct opt_list	 rules;
	struct said	 said;
};

/* An id of fewer digits may be that of another finding tomorrow. */
#define ID_MIN	6

/* The one fingerprint that begins with the id, and its verdict if any. */
static int
accept_find(struct cli *cli, const char *list, const char *id,
    struct str *print, struct str *verdict, struct err *e)
{
	struct query	*q;
	struct str	 s = str_of(id);
	int		 n = 0, r;

	if (s.n < ID_MIN)
		return err_set(e, ERR_USAGE,
		    _("'%s' is too short for an id"), id);
	if (rows_open(cli, list, &q, e) < 0)
		return -1;
	while ((r = query_step(q, e)) > 0) {
		if (!str_starts(rows_id(cli->arena, query_text(q, 0)), s))
			continue;
		*print = rows_text(cli, q, 0);
		if (query_ncol(q) > 1)
			*verdict = rows_text(cli, q, 1);
		n++;
	}
	query_close(q);
	if (r < 0)
		return -1;
	return n == 1 ? 0 : err_set(e, ERR_USAGE, n == 0 ?
	    "there is no such finding: '%s'" : "'%s' begins several ids", id);
}

static int
accept_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct accept_opts	*o = opts;
	struct str			 v[2 + SAID_VALUES], *print;
	struct rulefiles		 rs;

	if (said_check("a verdict", &o->said, e) < 0)
		return -1;
	v[1] = str_of(o->verdict != NULL ? o->verdict : "accepted");
	said_values(&o->said, v + 2);
	print = arena_alloc(cli->arena, (size_t)argc, sizeof(*print));
	/* What rules that are not kept find is there until it is undone. */
	if (store_rules_ready(cli->store, e) < 0 ||
	    store_begin(cli->store, e) < 0 || (o->rules.n > 0 &&
	    rulefiles_try(cli, &o->rules, &rs, e) < 0))
		return -1;
	for (int i = 0; i < argc; i++)
		if (accept_find(cli, o->said.withdraw ? "accept_said" :
		    "accept_find", argv[i], &print[i], &v[1], e) < 0)
			return -1;
	store_rollback(cli->store);
	if (store_begin(cli->store, e) < 0)
		return -1;
	for (int i = 0; i < argc; i++) {
		v[0] = print[i];
		if (said_add(cli, "verdict", v, 2 + SAID_VALUES, e) < 0)
			return -1;
	}
	if (store_commit(cli->store, e) < 0)
		return -1;
	cli_tally(cli, o->said.withdraw ? P_("%d verdict withdrawn: %.*s",
	    "%d verdicts withdrawn: %.*s", argc) : P_("%d verdict: %.*s",
	    "%d verdicts: %.*s", argc), argc, STR_ARG(v[1]));
	return 0;
}

static const struct opt accept_optv[] = {
	{ "verdict", 0, OPT_STR, offsetof(struct accept_opts, verdict),
	    "WORD", N_("accepted (else), disputed ...") },
	{ "rules", 0, OPT_LIST, offsetof(struct accept_opts, rules), "FILE",
	    N_("findings of the rules in this file or folder, too") },
	SAID_OPTS(struct accept_opts),
	{ 0 }
};

const struct command cmd_accept = {
	.name = "accept",
	.args = "ID...",
	.summary = N_("Give a verdict on findings"),
	.need = NEED_WRITE,
	.min = 1,
	.max = -1,
	.opts = accept_optv,
	.size = sizeof(struct accept_opts),
	.run = accept_run,
};
