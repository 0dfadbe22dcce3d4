/* query: the questions that come with the program. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/known.h"
#include "cmd/lang.h"
#include "cmd/meant.h"
#include "cmd/rows.h"
#include "cmd/table.h"

struct query_opts {
	bool		 list, sql, corrected;
	struct opt_list	 param;
	const char	*year, *agency, *level, *kind, *parent, *division;
	const char	*form;
};

/*
 * Options that are parameters under another name.  A query that does not
 * have the parameter cannot be asked with the option.
 */
static const struct {
	const char	*opt, *param;
	size_t		 at;
} aliases[] = {
	{ "level", "level", offsetof(struct query_opts, level) },
	{ "kind", "kind", offsetof(struct query_opts, kind) },
	{ "parent", "parent", offsetof(struct query_opts, parent) },
	{ "division", "division", offsetof(struct query_opts, division) },
	{ "form", "form", offsetof(struct query_opts, form) },
};

static int
query_list(struct cli *cli, struct err *e)
{
	static const char *const columns[] = { "query", "parameters",
	    "what it answers" };
	struct canned		*c;
	struct out		*o;
	int			 n = canned_list(cli->arena, &c);

	o = out_begin(cli->arena, stdout, &cli->out, columns, 3);
	for (int i = 0; i < n; i++) {
		struct buf	 b;

		buf_init(&b, cli->arena);
		for (int j = 0; j < c[i].nparam; j++) {
			buf_puts(&b, j > 0 ? " " : "");
			buf_str(&b, c[i].param[j].name);
		}
		out_row(o, (struct out_value[]){ out_text(c[i].name),
		    out_text(buf_text(&b)), out_text(c[i].title) });
	}
	cli_tally(cli, P_("%d query", "%d queries", n), n);
	return out_end(o, e);
}

static bool
has_param(const struct query *q, const char *name)
{
	for (int i = 0; i < query_nparam(q); i++)
		if (strcmp(query_param(q, i), name) == 0)
			return true;
	return false;
}

static int
bind(struct cli *cli, struct query *q, const struct canned *c,
    const char *name, struct str value, struct err *e)
{
	if (!has_param(q, name))
		return err_set(e, ERR_USAGE, _("the query %.*s has no "
		    "parameter '%s'"), STR_ARG(c->name), name);
	return known_param(cli, c, name, value, e) < 0 ? -1 :
	    query_bind(q, name, value, e);
}

/*
 * "2019-2023" is year_from and year_to; a query about one year has year
 * instead.
 */
static int
bind_years(struct cli *cli, struct query *q, const struct canned *c,
    const char *years, struct err *e)
{
	struct str	 from, to;

	if (opt_years(years, &from, &to, e) < 0)
		return -1;
	if (has_param(q, "year") && !has_param(q, "year_from")) {
		if (!str_eq(from, to))
			return err_set(e, ERR_USAGE, _("the query %.*s is "
			    "about one year"), STR_ARG(c->name));
		return query_bind(q, "year", from, e);
	}
	if (bind(cli, q, c, "year_from", from, e) < 0)
		return -1;
	return bind(cli, q, c, "year_to", to, e);
}

/* By name, or by the code of the division that it is in. */
static int
bind_agency(struct cli *cli, struct query *q, const struct canned *c,
    const struct query_opts *o, struct err *e)
{
	struct str	 name, division;
	bool		 codes = has_param(q, "division");

	if (!has_param(q, "agency"))
		return bind(cli, q, c, "agency", STR(""), e);
	if (meant_query(cli, o->agency, codes, &name, &division, e) < 0)
		return -1;
	if (division.n == 0)
		return query_bind_text(q, "agency", name, e);
	if (o->division != NULL)
		return err_set(e, ERR_USAGE, _("--agency with a code is "
		    "--division: one of them"));
	return query_bind(q, "division", division, e);
}

static int
bind_all(struct cli *cli, struct query *q, const struct canned *c,
    const struct query_opts *o, struct err *e)
{
	if (o->agency != NULL && bind_agency(cli, q, c, o, e) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++) {
		const char	*v = *(const char *const *)(const void *)
				    ((const char *)o + aliases[i].at);

		if (v != NULL &&
		    bind(cli, q, c, aliases[i].param, str_of(v), e) < 0)
			return -1;
	}
	if (o->year != NULL && bind_years(cli, q, c, o->year, e) < 0)
		return -1;
	for (int i = 0; i < o->param.n; i++) {
		struct str	 rest = str_of(o->param.v[i]), name;

		str_field(&rest, '=', &name);
		if (rest.p == NULL)
			return err_set(e, ERR_USAGE, _("-p wants name=value, "
			    "not '%s'"), o->param.v[i]);
		if (bind(cli, q, c, str_dup(cli->arena, name).p, rest, e) < 0)
			return -1;
	}
	return 0;
}

static int
query_ask(struct cli *cli, const struct canned *c, const struct query_opts *o,
    struct err *e)
{
	struct query	*q = NULL;
	long		 n = 0;
	int		 r = -1;

	if (query_open(cli->store, c->sql, &q, e) < 0)
		return err_wrap(e, "query %.*s", STR_ARG(c->name));
	if (bind_all(cli, q, c, o, e) == 0)
		r = rows_out(cli, q, &n, e);
	query_close(q);
	cli_tally(cli, P_("%.*s: %ld row", "%.*s: %ld rows", n),
	    STR_ARG(c->name), n);
	return r;
}

static int
query_cmd(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct query_opts	*o = opts;
	const struct canned	*c;

	if (o->list)
		return query_list(cli, e);
	if (argc == 0)
		return err_set(e, ERR_USAGE, _("which query? --list has them"));
	if ((c = canned_find(cli->arena, str_of(argv[0]))) == NULL)
		return err_set(e, ERR_USAGE, _("there is no query '%s'; --list "
		    "has those there are"), argv[0]);
	if (o->sql) {
		cli->quiet = true;
		fwrite(c->sql.p, 1, c->sql.n, stdout);
		return 0;
	}
	if (o->corrected ? cli_open_corrected(cli, e) < 0 :
	    cli_open(cli, STORE_READ, e) < 0)
		return -1;
	return query_ask(cli, c, o, e);
}

static const struct opt query_optv[] = {
	{ "list", 'l', OPT_FLAG, offsetof(struct query_opts, list), NULL,
	    N_("list the queries and their parameters") },
	{ "sql", 0, OPT_FLAG, offsetof(struct query_opts, sql), NULL,
	    N_("print the statement instead of running it") },
	{ "corrected", 0, OPT_FLAG, offsetof(struct query_opts, corrected),
	    NULL, N_("take figures as people say they should be") },
	{ "param", 'p', OPT_LIST, offsetof(struct query_opts, param),
	    "NAME=VALUE", N_("set a parameter") },
	{ "year", 'y', OPT_STR, offsetof(struct query_opts, year),
	    "FROM[-TO]", N_("report years") },
	{ "agency", 'a', OPT_STR, offsetof(struct query_opts, agency),
	    "NAME", N_("one agency, or a division by its code") },
	{ "level", 0, OPT_STR, offsetof(struct query_opts, level), "LEVEL",
	    N_("central, province, prefecture, county or township") },
	{ "kind", 0, OPT_STR, offsetof(struct query_opts, kind), "KIND",
	    N_("government, department, subdistrict ...") },
	{ "parent", 0, OPT_STR, offsetof(struct query_opts, parent), "CODE",
	    N_("what is in or reports to this division") },
	{ "division", 0, OPT_STR, offsetof(struct query_opts, division),
	    "CODE", N_("divisions whose code begins so") },
	{ "form", 0, OPT_STR, offsetof(struct query_opts, form), "FORM",
	    N_("ogi2019, ogi2021, stat2014 or legacy2008") },
	{ 0 }
};

const struct command cmd_query = {
	.name = "query",
	.args = "NAME",
	.summary = N_("Compare agencies and years by a query that is at hand"),
	.need = NEED_NOTHING,
	.max = 1,
	.opts = query_optv,
	.size = sizeof(struct query_opts),
	.run = query_cmd,
};
