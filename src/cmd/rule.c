/*
 * rule: the rules that there are, and those that people keep in an archive,
 * where whoever has it applies them.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/rows.h"
#include "cmd/rulefile.h"
#include "cmd/said.h"
#include "cmd/table.h"

struct rule_opts {
	struct said	 said;
};

struct verb {
	const char	*name, *args;
	int		 min;
	bool		 says;
	int		 (*run)(struct cli *, const struct rule_opts *, int,
			    char **, struct err *);
};

static int
list(struct cli *cli, const struct rule_opts *o, int argc, char **argv,
    struct err *e)
{
	struct query	*q;
	long		 n = 0;
	int		 r;

	(void)o, (void)argc, (void)argv;
	if (rows_open(cli, "rule_list", &q, e) < 0)
		return -1;
	r = rows_out(cli, q, &n, e);
	query_close(q);
	cli_tally(cli, P_("%ld rule", "%ld rules", n), n);
	return r;
}

/* The text of a rule that is kept; *text is empty when there is none. */
static int
kept(struct cli *cli, const char *id, struct str *text, struct err *e)
{
	struct query	*q;
	int		 r;

	*text = STR("");
	if (rows_open(cli, "rule_text", &q, e) < 0)
		return -1;
	if ((r = query_bind_text(q, "rule", str_of(id), e)) == 0 &&
	    (r = query_step(q, e)) > 0)
		*text = rows_text(cli, q, 0);
	query_close(q);
	if (r == 0)
		r = err_set(e, ERR_USAGE, _("no rule '%s' is kept here"), id);
	return r < 0 ? -1 : 0;
}

static int
show(struct cli *cli, const struct rule_opts *o, int argc, char **argv,
    struct err *e)
{
	struct str	 text;

	(void)o;
	for (int i = 0; i < argc; i++) {
		if (kept(cli, argv[i], &text, e) < 0)
			return -1;
		fwrite(text.p, 1, text.n, stdout);
	}
	return 0;
}

/* The same text again says nothing new. */
static int
add_one(struct cli *cli, const struct rule_opts *o,
    const struct user_rule *r, long *n, struct err *e)
{
	struct str	 v[2 + SAID_VALUES], text;
	struct err	 none;

	if (kept(cli, str_dup(cli->arena, r->id).p, &text, &none) == 0 &&
	    str_eq(text, r->text))
		return 0;
	v[0] = r->id;
	v[1] = r->text;
	said_values(&o->said, v + 2);
	++*n;
	return said_add(cli, "rule", v, 2 + SAID_VALUES, e);
}

/* A rule is kept only when it can be applied. */
static int
add(struct cli *cli, const struct rule_opts *o, int argc, char **argv,
    struct err *e)
{
	struct opt_list		 files;
	struct rulefiles	 rs;
	const char		**v;
	long			 n = 0;

	v = arena_alloc(cli->arena, (size_t)argc + 1, sizeof(*v));
	for (int i = 0; i < argc; i++)
		v[i] = argv[i];
	files = (struct opt_list){ v, argc };
	if (store_rules_ready(cli->store, e) < 0 ||
	    store_begin(cli->store, e) < 0 ||
	    rulefiles_try(cli, &files, &rs, e) < 0)
		return -1;
	for (int i = 0; i < rs.n; i++)
		if (add_one(cli, o, &rs.v[i], &n, e) < 0)
			return -1;
	if (store_apply_rules(cli->store, e) < 0 ||
	    store_commit(cli->store, e) < 0)
		return -1;
	cli_tally(cli, P_("%ld rule kept", "%ld rules kept", n), n);
	cli_tally_add(cli, _(", %ld known already"), rs.n - n);
	return 0;
}

static int
withdraw(struct cli *cli, const struct rule_opts *o, int argc, char **argv,
    struct err *e)
{
	struct said	 said = o->said;
	struct str	 v[2 + SAID_VALUES];

	said.withdraw = true;
	if (store_rules_ready(cli->store, e) < 0 ||
	    store_begin(cli->store, e) < 0)
		return -1;
	for (int i = 0; i < argc; i++) {
		v[0] = str_of(argv[i]);
		said_values(&said, v + 2);
		if (kept(cli, argv[i], &v[1], e) < 0 ||
		    said_add(cli, "rule", v, 2 + SAID_VALUES, e) < 0)
			return -1;
	}
	if (store_apply_rules(cli->store, e) < 0 ||
	    store_commit(cli->store, e) < 0)
		return -1;
	cli_tally(cli, P_("%d rule withdrawn", "%d rules withdrawn", argc),
	    argc);
	return 0;
}

static const struct verb verbs[] = {
	{ "list", "", 0, false, list },
	{ "show", "ID...", 1, false, show },
	{ "add", "FILE|FOLDER...", 1, true, add },
	{ "withdraw", "ID...", 1, true, withdraw },
};

static int
rule_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct rule_opts	*o = opts;
	const char		*name = argc > 0 ? argv[0] : "list";
	int			 n = argc > 0 ? argc - 1 : 0;

	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		const struct verb	*v = &verbs[i];

		if (strcmp(v->name, name) != 0)
			continue;
		if (n < v->min || (v->min == 0 && n > 0))
			return err_set(e, ERR_USAGE,
			    _("usage: nianbao rule %s %s"), v->name, v->args);
		if (v->says && said_check(arena_printf(cli->arena,
		    "\"rule %s\"", name), &o->said, e) < 0)
			return -1;
		if (cli_open(cli, v->says ? STORE_UPDATE : STORE_READ,
		    e) < 0)
			return -1;
		return v->run(cli, o, n, argv + 1, e);
	}
	return err_set(e, ERR_USAGE, _("rule has no '%s'"), name);
}

static const struct opt rule_optv[] = {
	SAID_WHO(struct rule_opts),
	{ "on", 0, OPT_STR, offsetof(struct rule_opts, said.on), "DATE",
	    N_("when: 2024, 2024-03 or 2024-03-15") },
	{ 0 }
};

const struct command cmd_rule = {
	.name = "rule",
	.args = "[list|show|add|withdraw] [ARG...]",
	.summary = N_("List the rules, and keep rules of one's own"),
	.need = NEED_NOTHING,
	.max = -1,
	.opts = rule_optv,
	.size = sizeof(struct rule_opts),
	.run = rule_run,
};
