/*
 * check: what the rules found.
 *
 * Findings are about the filer and notes are about us; the two are never
 * in one table and never counted together.
 */
#include <config.h>

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/meant.h"
#include "cmd/rows.h"
#include "cmd/rulefile.h"
#include "cmd/table.h"

struct check_opts {
	bool		 again, notes, corrected;
	struct opt_list	 rule, skip, rules;
	const char	*explain, *fail_on, *agency, *year;
};

enum severity { SEV_ERROR, SEV_WARNING, SEV_NOTICE, SEV_INFO, SEV__N };

static const char *const	 severity_name[SEV__N] = {
	[SEV_ERROR] = "error",
	[SEV_WARNING] = "warning",
	[SEV_NOTICE] = "notice",
	[SEV_INFO] = "info",
};

/* Columns of schema/cmd/check.sql that this file looks at. */
enum { C_RULE = 2, C_SEVERITY = 3, C_VERDICT = 11, C_ID = 12 };

struct check {
	struct cli		*cli;
	const struct check_opts	*opts;
	struct opt_list		 rule, skip;	/* one rule or group each */
	enum severity		 fail_on;
	bool			 never_fail;
	long			 n[SEV__N], naccepted, nlook;
	long			 nfiling, nstale, nnote;
};

static int
severity_of(struct str s)
{
	for (int i = 0; i < SEV__N; i++)
		if (str_eq(s, str_of(severity_name[i])))
			return i;
	return -1;
}

/* "A" is every rule whose id begins so. */
static bool
in_list(const struct opt_list *l, struct str rule)
{
	for (int i = 0; i < l->n; i++)
		if (str_starts(rule, str_of(l->v[i])))
			return true;
	return false;
}

/* 2023, or 2019-2023; NULL is all years. */
static int
bind_filter(struct check *c, struct query *q, struct err *e)
{
	struct str	 from, to;

	if (c->opts->agency != NULL &&
	    query_bind(q, "agency", str_of(c->opts->agency), e) < 0)
		return -1;
	if (c->opts->year == NULL)
		return 0;
	if (opt_years(c->opts->year, &from, &to, e) < 0)
		return -1;
	if (query_bind(q, "year_from", from, e) < 0)
		return -1;
	return query_bind(q, "year_to", to, e);
}

static int
check_open(struct check *c, const char *name, struct query **q,
    struct err *e)
{
	if (rows_open(c->cli, name, q, e) < 0)
		return -1;
	if (bind_filter(c, *q, e) == 0)
		return 0;
	query_close(*q);
	return -1;
}

/* Counts a finding; false when it was not asked for. */
static bool
check_count(struct check *c, const struct query *q)
{
	struct str	 rule = query_text(q, C_RULE);
	int		 sev = severity_of(query_text(q, C_SEVERITY));

	if ((c->rule.n > 0 && !in_list(&c->rule, rule)) ||
	    in_list(&c->skip, rule))
		return false;
	if (query_type(q, C_VERDICT) != VALUE_NULL) {
		c->naccepted++;
		return true;
	}
	if (sev >= 0)
		c->n[sev]++;
	if (!c->never_fail && sev <= (int)c->fail_on)
		c->nlook++;
	return true;
}

static int
check_findings(struct check *c, struct err *e)
{
	struct arena		 *a = c->cli->arena;
	struct out_value	 *v;
	const char		**name;
	struct query		 *q;
	struct out		 *o;
	int			  r, ncol;

	if (check_open(c, "check", &q, e) < 0)
		return -1;
	ncol = query_ncol(q);
	name = arena_alloc(a, (size_t)ncol, sizeof(*name));
	v = arena_alloc(a, (size_t)ncol, sizeof(*v));
	for (int i = 0; i < ncol; i++)
		name[i] = query_column(q, i);
	o = out_begin(a, stdout, &c->cli->out, name, ncol);
	while ((r = query_step(q, e)) > 0) {
		if (!check_count(c, q))
			continue;
		for (int i = 0; i < ncol; i++)
			v[i] = rows_value(q, i);
		v[C_ID].text = rows_id(a, v[C_ID].text);
		out_row(o, v);
	}
	query_close(q);
	return r < 0 ? -1 : out_end(o, e);
}

/* The numbers of a query that gives one row. */
static int
check_numbers(struct check *c, const char *name, long *v, int n,
    struct err *e)
{
	struct query	*q;
	int		 r;

	if (rows_open(c->cli, name, &q, e) < 0)
		return -1;
	r = query_nparam(q) > 0 ? bind_filter(c, q, e) : 0;
	if (r == 0 && (r = query_step(q, e)) > 0)
		for (int i = 0; i < n; i++)
			v[i] = (long)query_int(q, i);
	query_close(q);
	return r < 0 ? -1 : 0;
}

/* A rule that was not applied has found nothing, and that is no good sign. */
static int
check_faults(struct check *c, struct err *e)
{
	struct query	*q;
	int		 r;

	if (rows_open(c->cli, "check_fault", &q, e) < 0)
		return -1;
	while ((r = query_step(q, e)) > 0) {
		cli_say(_("rule %.*s could not be applied: %.*s"),
		    STR_ARG(query_text(q, 0)), STR_ARG(query_text(q, 1)));
		c->nlook++;
	}
	query_close(q);
	return r;
}

/* No filing, no finding: that must not look like a clean bill. */
static int
check_filings(struct check *c, struct err *e)
{
	long	 n[3] = { 0 };

	if (c->opts->agency != NULL &&
	    meant_part(c->cli, c->opts->agency, e) < 0)
		return -1;
	if (check_numbers(c, "check_count", n, 3, e) < 0)
		return -1;
	c->nfiling = n[0];
	c->nstale = n[1];
	c->nnote = n[2];
	if (c->opts->year != NULL && n[0] == 0 && !c->opts->notes)
		return err_set(e, ERR_USAGE, _("no filing for %s is stored"),
		    c->opts->year);
	return 0;
}

static void
tally_findings(const struct check *c)
{
	struct cli	*cli = c->cli;
	const long	*n = c->n;

	cli_tally(cli, P_("%ld filing", "%ld filings", c->nfiling),
	    c->nfiling);
	cli_tally_add(cli, P_(": %ld error", ": %ld errors", n[SEV_ERROR]),
	    n[SEV_ERROR]);
	cli_tally_add(cli, P_(", %ld warning", ", %ld warnings",
	    n[SEV_WARNING]), n[SEV_WARNING]);
	cli_tally_add(cli, P_(", %ld notice", ", %ld notices", n[SEV_NOTICE]),
	    n[SEV_NOTICE]);
	cli_tally_add(cli, P_(", %ld info", ", %ld infos", n[SEV_INFO]),
	    n[SEV_INFO]);
	cli_tally_add(cli, _(", %ld with a verdict"), c->naccepted);
}

static int
check_tally(struct check *c, struct err *e)
{
	long	 n[6] = { 0 };

	if (check_numbers(c, "check_verdict", n, 6, e) < 0)
		return -1;
	if (c->nstale > 0)
		cli_say(P_("the findings of %ld filing are out of date; "
		    "\"nianbao check --again\" brings them up to date",
		    "the findings of %ld filings are out of date; "
		    "\"nianbao check --again\" brings them up to date",
		    c->nstale), c->nstale);
	tally_findings(c);
	cli_tally_add(c->cli, _("; sums: %ld hold, %ld fail, %ld not "
	    "assessable; other rules on figures: %ld hold, %ld fail, "
	    "%ld not assessable"), n[0], n[1], n[2], n[3], n[4], n[5]);
	cli_tally_add(c->cli, P_("; apart from that %ld note about our reading "
	    "(--notes)", "; apart from that %ld notes about our reading "
	    "(--notes)", c->nnote), c->nnote);
	return 0;
}

static int
check_notes(struct check *c, struct err *e)
{
	struct query	*q;
	long		 n;
	int		 r;

	if (check_open(c, "check_note", &q, e) < 0)
		return -1;
	r = rows_out(c->cli, q, &n, e);
	query_close(q);
	cli_tally(c->cli, P_("%ld note about our reading",
	    "%ld notes about our reading", n), n);
	return r < 0 ? -1 : 0;
}

/* id, slug, severity, titles, basis and texts, in both languages. */
static void
explain_print(const struct str *v)
{
	static const char *const label[] = { "severity: ", "", "", "basis: ",
	    "", "" };

	printf(STR_FMT " " STR_FMT "\n", STR_ARG(v[0]), STR_ARG(v[1]));
	for (int i = 2; i < 8; i++)
		/* Rules of people may be in one language alone. */
		if (!str_eq(v[i], v[i - 1]))
			printf("%s" STR_FMT "\n", label[i - 2], STR_ARG(v[i]));
}

/* Of rules that are not kept, from their files. */
static int
explain_file(struct cli *cli, const struct check_opts *o, bool *done,
    struct err *e)
{
	const struct user_rule	*u;
	struct rulefiles	 rs;

	if (rulefiles_read(cli, &o->rules, &rs, e) < 0)
		return -1;
	for (u = rs.v; u < rs.v + rs.n && !*done; u++)
		if (str_eq(u->id, str_of(o->explain)) ||
		    str_eq(u->slug, str_of(o->explain))) {
			explain_print((const struct str[]){ u->id, u->slug,
			    u->severity, u->title_en, u->title_zh, u->basis,
			    u->text_en, u->text_zh });
			*done = true;
		}
	return 0;
}

/* The rules are in every archive, and in one that is made for asking. */
static int
check_explain(struct cli *cli, const struct check_opts *o, struct err *e)
{
	struct query	*q;
	struct str	 v[8];
	bool		 done = false;
	int		 r;

	cli->quiet = true;
	if (access(cli->file, F_OK) != 0)
		cli->file = ":memory:";
	if (cli_open(cli, strcmp(cli->file, ":memory:") == 0 ? STORE_CREATE :
	    STORE_READ, e) < 0 || explain_file(cli, o, &done, e) < 0)
		return -1;
	if (done)
		return 0;
	if (rows_open(cli, "explain", &q, e) < 0)
		return -1;
	if ((r = query_bind(q, "id", str_of(o->explain), e)) == 0 &&
	    (r = query_step(q, e)) > 0) {
		for (int i = 0; i < 8; i++)
			v[i] = query_text(q, i);
		explain_print(v);
	} else if (r == 0)
		r = err_set(e, ERR_USAGE, _("there is no rule '%s'"),
		    o->explain);
	query_close(q);
	return r < 0 ? -1 : 0;
}

/*
 * Adds the rules that "A01,carry_break" names, by id, by the beginning of
 * one, or by slug.  What names none is an error: that no rule found anything
 * must not look like a clean bill.
 */
static int
add_rules(struct cli *cli, struct opt_list *l, struct str s, struct err *e)
{
	struct query	*q;
	size_t		 comma;
	int		 r;

	while (s.n > 0) {
		struct str	 name = s;

		if ((comma = str_find(s, STR(","), 0)) != STR_NONE)
			name = str_sub(s, 0, comma);
		s = comma != STR_NONE ? str_from(s, comma + 1) : STR("");
		name = str_trim(name);
		if (rows_open(cli, "rule_find", &q, e) < 0)
			return -1;
		if ((r = query_bind(q, "name", name, e)) == 0 &&
		    (r = query_step(q, e)) > 0)
			opt_list_add(cli->arena, l, str_dup(cli->arena,
			    query_text(q, 0)).p);
		query_close(q);
		if (r < 0)
			return -1;
		if (r == 0)
			return err_set(e, ERR_USAGE, _("there is no rule "
			    "'%.*s'"), STR_ARG(name));
	}
	return 0;
}

static int
name_rules(struct check *c, struct err *e)
{
	const struct check_opts	*o = c->opts;

	for (int i = 0; i < o->rule.n; i++)
		if (add_rules(c->cli, &c->rule, str_of(o->rule.v[i]), e) < 0)
			return -1;
	for (int i = 0; i < o->skip.n; i++)
		if (add_rules(c->cli, &c->skip, str_of(o->skip.v[i]), e) < 0)
			return -1;
	return 0;
}

static int
check_again(struct cli *cli, struct err *e)
{
	if (store_begin(cli->store, e) < 0 || store_check(cli->store, e) < 0)
		return -1;
	return store_commit(cli->store, e);
}

static int
check_open_archive(struct cli *cli, const struct check_opts *o,
    struct err *e)
{
	struct rulefiles	 rs;

	if (o->again && (o->corrected || o->rules.n > 0))
		return err_set(e, ERR_USAGE, _("--again keeps what it finds, "
		    "and --%s does not: one of them"), o->corrected ?
		    "corrected" : "rules");
	if (o->corrected && cli_open_corrected(cli, e) < 0)
		return -1;
	if (o->rules.n > 0 && !o->corrected &&
	    (cli_open(cli, STORE_TRY, e) < 0 ||
	    store_begin(cli->store, e) < 0))
		return -1;
	if (o->rules.n > 0)
		return rulefiles_try(cli, &o->rules, &rs, e);
	if (o->corrected)
		return 0;
	if (cli_open(cli, o->again ? STORE_UPDATE : STORE_READ, e) < 0)
		return -1;
	return o->again ? check_again(cli, e) : 0;
}

static int
check_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	struct check	 c = { .cli = cli, .opts = opts,
			    .fail_on = SEV_WARNING };
	int		 sev;

	(void)argc, (void)argv;
	if (c.opts->explain != NULL)
		return check_explain(cli, c.opts, e);
	if (c.opts->fail_on != NULL) {
		c.never_fail = strcmp(c.opts->fail_on, "none") == 0;
		sev = severity_of(str_of(c.opts->fail_on));
		if (sev < 0 && !c.never_fail)
			return err_set(e, ERR_USAGE, _("--fail-on wants error, "
			    "warning, notice, info or none"));
		c.fail_on = sev < 0 ? SEV_ERROR : (enum severity)sev;
	}
	if (check_open_archive(cli, c.opts, e) < 0 || name_rules(&c, e) < 0)
		return -1;
	if (check_filings(&c, e) < 0)
		return -1;
	if (c.opts->notes)
		return check_notes(&c, e);
	if (check_findings(&c, e) < 0 || check_faults(&c, e) < 0 ||
	    check_tally(&c, e) < 0)
		return -1;
	return c.nlook > 0;
}

static const struct opt check_optv[] = {
	{ "rule", 'r', OPT_LIST, offsetof(struct check_opts, rule), "RULE",
	    N_("only this rule, or those whose id begins so") },
	{ "skip", 0, OPT_LIST, offsetof(struct check_opts, skip), "RULE",
	    N_("not these") },
	{ "rules", 0, OPT_LIST, offsetof(struct check_opts, rules), "FILE",
	    N_("also by the rules in this file or folder") },
	{ "agency", 'a', OPT_STR, offsetof(struct check_opts, agency), "NAME",
	    N_("agencies with this in their name") },
	{ "year", 'y', OPT_STR, offsetof(struct check_opts, year),
	    "FROM[-TO]", N_("report years") },
	{ "fail-on", 0, OPT_STR, offsetof(struct check_opts, fail_on),
	    "LEVEL",
	    N_("exit 1 from this level on (else warning); none: never") },
	{ "explain", 0, OPT_STR, offsetof(struct check_opts, explain), "RULE",
	    N_("say what a rule is") },
	{ "corrected", 0, OPT_FLAG, offsetof(struct check_opts, corrected),
	    NULL, N_("take figures as people say they should be") },
	{ "notes", 0, OPT_FLAG, offsetof(struct check_opts, notes), NULL,
	    N_("list notes about our reading instead") },
	{ "again", 0, OPT_FLAG, offsetof(struct check_opts, again), NULL,
	    N_("apply all rules anew first") },
	{ 0 }
};

const struct command cmd_check = {
	.name = "check",
	.args = "",
	.summary = N_("List what the rules say of the filings"),
	.need = NEED_NOTHING,
	.opts = check_optv,
	.size = sizeof(struct check_opts),
	.run = check_run,
};
