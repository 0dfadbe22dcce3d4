#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/file.h"
#include "cmd/lang.h"
#include "cmd/paths.h"
#include "cmd/rulefile.h"

static int
read_one(struct cli *cli, const char *file, struct rulefiles *rs,
    struct err *e)
{
	struct user_rule	*r = &rs->v[rs->n];
	struct bytes		 b;

	if (file_read(cli->arena, file, &b, e) < 0) {
		e->code = ERR_USAGE;
		return -1;
	}
	if (user_rule_parse(cli->store, cli->arena, file,
	    (struct str){ (const char *)b.p, b.n }, r, e) < 0)
		return -1;
	for (int i = 0; i < rs->n; i++)
		if (str_eq(rs->v[i].id, r->id))
			return err_set(e, ERR_USAGE, _("%s:1: %.*s is the id "
			    "of %s as well"), file, STR_ARG(r->id),
			    rs->v[i].name);
	rs->n++;
	return 0;
}

int
rulefiles_read(struct cli *cli, const struct opt_list *l,
    struct rulefiles *rs, struct err *e)
{
	struct paths	 ps;
	size_t		 first = 0;

	*rs = (struct rulefiles){ .n = 0 };
	paths_init(&ps, cli->arena, NULL);
	for (int i = 0; i < l->n; i++) {
		size_t	 n = 0;

		paths_add(&ps, l->v[i]);
		if (ps.nfailed > 0)
			return err_set(e, ERR_USAGE, _("'%s' cannot be read"),
			    l->v[i]);
		/* A file that is named itself may be called anything. */
		for (size_t k = first; k < ps.n; k++)
			if (strcmp(ps.v[k].disk, l->v[i]) == 0 || str_ends(
			    str_of(ps.v[k].disk), STR(".sql")))
				ps.v[first + n++] = ps.v[k];
		if (n == 0)
			return err_set(e, ERR_USAGE, _("there is no rule in "
			    "'%s': their names end in .sql"), l->v[i]);
		ps.n = first += n;
	}
	rs->v = arena_alloc(cli->arena, ps.n + 1, sizeof(*rs->v));
	for (size_t i = 0; i < ps.n; i++)
		if (read_one(cli, ps.v[i].disk, rs, e) < 0)
			return -1;
	return 0;
}

static void
say_result(struct cli *cli, const struct user_rule *u,
    const struct rule_result *res)
{
	struct buf	 b;

	buf_init(&b, cli->arena);
	buf_printf(&b, P_("%.*s: %ld finding", "%.*s: %ld findings",
	    res->nfound), STR_ARG(u->id), res->nfound);
	buf_printf(&b, P_(", %ld filing not assessable",
	    ", %ld filings not assessable", res->nunread), res->nunread);
	cli_say(STR_FMT, STR_ARG(buf_text(&b)));
}

int
rulefiles_try(struct cli *cli, const struct opt_list *l,
    struct rulefiles *rs, struct err *e)
{
	struct rule_result	 res;

	if (rulefiles_read(cli, l, rs, e) < 0)
		return -1;
	for (int i = 0; i < rs->n; i++) {
		if (store_try_rule(cli->store, &rs->v[i], &res, e) < 0)
			return -1;
		if (!cli->quiet)
			say_result(cli, &rs->v[i], &res);
	}
	return 0;
}
