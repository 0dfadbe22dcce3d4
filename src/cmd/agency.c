/*
 * agency: who the filings are of, where they are, and what became of them.
 *
 * What is said here is written down beside what was read, with who said it
 * and why, and outlives a rebuild.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/utf8.h"
#include "cmd/agency.h"
#include "cmd/cmd.h"
#include "cmd/file.h"
#include "cmd/lang.h"
#include "cmd/meant.h"
#include "cmd/reread.h"
#include "cmd/rows.h"
#include "cmd/said.h"
#include "cmd/table.h"
#include "form/division.h"
#include "store/ruling.h"

struct agency_opts {
	const char	*level, *kind, *parent, *under;
	struct said	 said;
	bool		 unplaced, ambiguous;
};

struct agency {
	struct cli			*cli;
	const struct agency_opts	*opts;
	const char			*verb;
};

/* One of the things to do, and its operands. */
struct verb {
	const char	*name, *args;
	int		 min, max;	/* operands */
	bool		 writes, says;
	int		 (*run)(struct agency *, int argc, char **argv,
			    struct err *);
};

static int
bind_text(struct query *q, const char *name, const char *value, struct err *e)
{
	return value != NULL ? query_bind(q, name, str_of(value), e) : 0;
}

static int
list(struct agency *ag, int argc, char **argv, struct err *e)
{
	const struct agency_opts	*o = ag->opts;
	struct query			*q;
	long				 n = 0;
	int				 r;

	(void)argc, (void)argv;
	if (rows_open(ag->cli, "agency_list", &q, e) < 0)
		return -1;
	r = bind_text(q, "level", o->level, e) < 0 ||
	    bind_text(q, "kind", o->kind, e) < 0 ||
	    bind_text(q, "parent", o->parent, e) < 0 ||
	    bind_text(q, "unplaced", o->unplaced ? "1" : NULL, e) < 0 ||
	    bind_text(q, "ambiguous", o->ambiguous ? "1" : NULL, e) < 0 ||
	    rows_out(ag->cli, q, &n, e) < 0 ? -1 : 0;
	query_close(q);
	cli_tally(ag->cli, P_("%ld agency", "%ld agencies", n), n);
	return r;
}

static int
show(struct agency *ag, int argc, char **argv, struct err *e)
{
	struct query	*q;
	struct str	 word;
	int64_t		 id;
	long		 n;
	int		 r;

	(void)argc;
	if (meant_agency(ag->cli, argv[0], &id, &word, e) < 0 ||
	    rows_open(ag->cli, "agency_show", &q, e) < 0)
		return -1;
	r = query_bind_int(q, "id", id, e) < 0 ||
	    rows_out(ag->cli, q, &n, e) < 0 ? -1 : 0;
	query_close(q);
	return r;
}

static int
suggest(struct agency *ag, int argc, char **argv, struct err *e)
{
	long	 n = 0;

	(void)argc, (void)argv;
	if (agency_suggest(ag->cli, &n, e) < 0)
		return -1;
	cli_tally(ag->cli, P_("%ld suggestion, which is not followed",
	    "%ld suggestions, none of them followed", n), n);
	return n > 0;
}

static int
rule(struct agency *ag, struct ruling *r, struct err *e)
{
	struct store	*s = ag->cli->store;
	long		 n;

	r->reason = str_of(ag->opts->said.reason);
	r->author = str_of(ag->opts->said.by);
	r->said_on = str_of(ag->opts->said.on != NULL ? ag->opts->said.on :
	    "");
	if (ag->opts->under != NULL)
		r->path = str_of(ag->opts->under);
	if (store_begin(s, e) < 0 || store_rule_agency(s, r, &n, e) < 0 ||
	    store_finish(s, e) < 0 || store_commit(s, e) < 0)
		return -1;
	cli_tally(ag->cli, P_("%.*s: %ld filing placed anew",
	    "%.*s: %ld filings placed anew", n), STR_ARG(r->spelling), n);
	return 0;
}

/* What was said of a name is taken back, and its filings are read again. */
static int
unrule(struct agency *ag, const char *spelling, struct err *e)
{
	const char	*under = ag->opts->under;
	struct str	 v[5 + SAID_VALUES];
	struct query	*q;
	long		 n, nfailed = 0;
	int		 r;

	if (rows_open(ag->cli, "agency_said", &q, e) < 0)
		return -1;
	if ((r = query_bind_text(q, "spelling", str_of(spelling), e)) == 0 &&
	    (r = query_bind_text(q, "path", str_of(under != NULL ? under :
	    ""), e)) == 0 && (r = query_step(q, e)) > 0)
		for (int i = 0; i < 5; i++)
			v[i] = query_type(q, i) == VALUE_NULL ?
			    (struct str){ NULL, 0 } :
			    rows_text(ag->cli, q, i);
	query_close(q);
	if (r < 0)
		return -1;
	if (r == 0 && under != NULL)
		return err_set(e, ERR_USAGE,
		    _("nothing is said of '%s' below %s"), spelling, under);
	if (r == 0)
		return err_set(e, ERR_USAGE, _("nothing is said of '%s'"),
		    spelling);
	said_values(&ag->opts->said, v + 5);
	if (store_begin(ag->cli->store, e) < 0 ||
	    said_add(ag->cli, "ruling", v, 5 + SAID_VALUES, e) < 0 ||
	    reread_agency(ag->cli, v[0], v[1], &n, &nfailed, e) < 0 ||
	    store_finish(ag->cli->store, e) < 0 ||
	    store_commit(ag->cli->store, e) < 0)
		return -1;
	cli_tally(ag->cli, P_("%s: withdrawn, %ld filing placed anew",
	    "%s: withdrawn, %ld filings placed anew", n), spelling, n);
	cli_tally_add(ag->cli, _(", %ld not read again"), nfailed);
	return nfailed > 0;
}

static int
place(struct agency *ag, int argc, char **argv, struct err *e)
{
	struct ruling	 r = { .spelling = str_of(argv[0]) };

	if (ag->opts->said.withdraw)
		return unrule(ag, argv[0], e);
	if (argc < 2)
		return err_set(e, ERR_USAGE, _("the code of which division?"));
	r.division = str_of(argv[1]);
	if (ag->opts->kind != NULL)
		r.kind = str_of(ag->opts->kind);
	return rule(ag, &r, e);
}

static int
alias(struct agency *ag, int argc, char **argv, struct err *e)
{
	struct ruling	 r = { .spelling = str_of(argv[0]) };
	int64_t		 id;

	if (ag->opts->said.withdraw)
		return unrule(ag, argv[0], e);
	if (argc < 2)
		return err_set(e, ERR_USAGE, _("of which agency?"));
	if (meant_agency(ag->cli, argv[1], &id, &r.same_as, e) < 0)
		return -1;
	return rule(ag, &r, e);
}

static int
succeed(struct agency *ag, const char *old, const char *new, struct err *e)
{
	const struct said	*said = &ag->opts->said;
	struct str		 v[4 + SAID_VALUES];
	int64_t			 from, to;

	if (meant_agency(ag->cli, old, &from, &v[0], e) < 0 ||
	    meant_agency(ag->cli, new, &to, &v[1], e) < 0)
		return -1;
	if (from == to)
		return err_set(e, ERR_USAGE, _("'%s' and '%s' are one agency"),
		    old, new);
	v[2] = str_of(said->on);
	v[3] = str_of(ag->verb);
	said_values(said, v + 4);
	v[6] = (struct str){ "", 0 };
	return said_add(ag->cli, "succession", v, 4 + SAID_VALUES, e);
}

/* An agency may be gone since: then it is meant by the word as it stands. */
static struct str
word_of(struct agency *ag, const char *name)
{
	struct str	 word;
	struct err	 why;
	int64_t		 id;

	return meant_agency(ag->cli, name, &id, &word, &why) == 0 ? word :
	    str_of(name);
}

static int
unsucceed(struct agency *ag, const char *old, const char *new, struct err *e)
{
	struct str	 v[4 + SAID_VALUES];
	struct query	*q;
	int		 r;

	if (rows_open(ag->cli, "agency_succeeded", &q, e) < 0)
		return -1;
	if ((r = query_bind_text(q, "old", word_of(ag, old), e)) == 0 &&
	    (r = query_bind_text(q, "new", word_of(ag, new), e)) == 0 &&
	    (r = query_step(q, e)) > 0)
		for (int i = 0; i < 4; i++)
			v[i] = rows_text(ag->cli, q, i);
	query_close(q);
	if (r < 0)
		return -1;
	if (r == 0 || !str_eq(v[3], str_of(ag->verb)))
		return err_set(e, ERR_USAGE, _("no %s of '%s' to '%s' is "
		    "written down"), ag->verb, old, new);
	said_values(&ag->opts->said, v + 4);
	return said_add(ag->cli, "succession", v, 4 + SAID_VALUES, e);
}

/* rename, transfer: OLD NEW; merge: OLD... NEW; split: OLD NEW... */
static int
become(struct agency *ag, int argc, char **argv, struct err *e)
{
	const struct said	*said = &ag->opts->said;
	bool			 merge = strcmp(ag->verb, "merge") == 0;
	int			 n = argc - 1;

	if (said->on == NULL && !said->withdraw)
		return err_set(e, ERR_USAGE, _("\"agency %s\" needs --on with "
		    "a date: 2019, 2019-03 or 2019-03-15"), ag->verb);
	if (store_begin(ag->cli->store, e) < 0)
		return -1;
	for (int i = 0; i < n; i++)
		if ((said->withdraw ? unsucceed : succeed)(ag,
		    argv[merge ? i : 0], argv[merge ? n : i + 1], e) < 0)
			return -1;
	if (store_commit(ag->cli->store, e) < 0)
		return -1;
	cli_tally(ag->cli, said->withdraw ?
	    P_("%d row of succession withdrawn: %s",
	    "%d rows of succession withdrawn: %s", n) :
	    P_("%d row of succession: %s", "%d rows of succession: %s", n),
	    n, ag->verb);
	return 0;
}

/* Another table of divisions, or with "-" the one built in again. */
static int
divisions(struct agency *ag, int argc, char **argv, struct err *e)
{
	struct store	*s = ag->cli->store;
	struct bytes	 data = { NULL, 0 };
	struct str	 text;

	(void)argc;
	if (strcmp(argv[0], "-") != 0 &&
	    file_read(ag->cli->arena, argv[0], &data, e) < 0)
		return -1;
	text = (struct str){ (const char *)data.p, data.n };
	if (utf8_valid(data) != data.n)
		return err_set(e, ERR_FORMAT, _("%s is not UTF-8"), argv[0]);
	if (store_begin(s, e) < 0 ||
	    store_put_divisions(s, str_of(argv[0]), text, e) < 0 ||
	    store_commit(s, e) < 0)
		return -1;
	cli_tally(ag->cli, _("agencies will be placed by %s; \"rebuild\" "
	    "places those there are anew"), data.n > 0 ? argv[0] :
	    _("the divisions built in"));
	return 0;
}

static const struct verb verbs[] = {
	{ "list", "", 0, 0, false, false, list },
	{ "show", "AGENCY", 1, 1, false, false, show },
	{ "suggest", "", 0, 0, false, false, suggest },
	{ "place", "SPELLING [CODE]", 1, 2, true, true, place },
	{ "alias", "SPELLING [AGENCY]", 1, 2, true, true, alias },
	{ "rename", "OLD NEW", 2, 2, true, true, become },
	{ "transfer", "OLD NEW", 2, 2, true, true, become },
	{ "merge", "OLD... NEW", 2, -1, true, true, become },
	{ "split", "OLD NEW...", 2, -1, true, true, become },
	{ "divisions", "FILE", 1, 1, true, false, divisions },
};

static int
agency_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	struct agency	 ag = { cli, opts, argc > 0 ? argv[0] : "list" };
	int		 n = argc > 0 ? argc - 1 : 0;

	for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
		const struct verb	*v = &verbs[i];

		if (strcmp(v->name, ag.verb) != 0)
			continue;
		if (n < v->min || (v->max >= 0 && n > v->max))
			return err_set(e, ERR_USAGE,
			    _("usage: nianbao agency %s %s"), v->name, v->args);
		if (v->says && said_check(arena_printf(cli->arena,
		    "\"agency %s\"", ag.verb), &ag.opts->said, e) < 0)
			return -1;
		if (cli_open(cli, v->writes ? STORE_UPDATE : STORE_READ,
		    e) < 0)
			return -1;
		return v->run(&ag, n, argv + 1, e);
	}
	return err_set(e, ERR_USAGE, _("agency has no '%s'"), ag.verb);
}

#define AT(field)	offsetof(struct agency_opts, field)

static const struct opt agency_optv[] = {
	{ "level", 0, OPT_STR, AT(level), "LEVEL",
	    N_("list: central, province, prefecture, county or township") },
	{ "kind", 0, OPT_STR, AT(kind), "KIND",
	    N_("list, place: government, department, vertical ...") },
	{ "parent", 0, OPT_STR, AT(parent), "CODE",
	    N_("list: in the division of this code") },
	{ "unplaced", 0, OPT_FLAG, AT(unplaced), NULL,
	    N_("list: without a division") },
	{ "ambiguous", 0, OPT_FLAG, AT(ambiguous), NULL,
	    N_("list: with names that fit several") },
	{ "under", 0, OPT_STR, AT(under), "PATH",
	    N_("place, alias: in this file or folder alone") },
	SAID_OPTS(struct agency_opts),
	{ 0 }
};

const struct command cmd_agency = {
	.name = "agency",
	.args = "[list|show|suggest|place|alias|rename|merge|split|transfer|"
	    "divisions] [ARG...]",
	.summary = N_("See and say who the agencies are"),
	.need = NEED_NOTHING,
	.max = -1,
	.opts = agency_optv,
	.size = sizeof(struct agency_opts),
	.run = agency_run,
};
