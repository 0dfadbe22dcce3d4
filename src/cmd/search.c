#include <config.h>

#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/rows.h"
#include "cmd/table.h"

struct search_opts {
	const char	*agency, *year;
};

static int
search_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct search_opts	*o = opts;
	struct query			*q;
	long				 n = 0;
	int				 r = -1;

	(void)argc;
	if (*argv[0] == '\0')
		return err_set(e, ERR_USAGE, _("nothing to look for"));
	if (rows_open(cli, "search", &q, e) < 0)
		return -1;
	if (query_bind(q, "text", str_of(argv[0]), e) == 0 &&
	    (o->agency == NULL ||
	    query_bind(q, "agency", str_of(o->agency), e) == 0) &&
	    (o->year == NULL ||
	    query_bind(q, "year", str_of(o->year), e) == 0))
		r = rows_out(cli, q, &n, e);
	query_close(q);
	cli_tally(cli, P_("%ld section", "%ld sections", n), n);
	return r;
}

static const struct opt search_optv[] = {
	{ "agency", 'a', OPT_STR, offsetof(struct search_opts, agency),
	    "NAME", N_("agencies with this in their name") },
	{ "year", 'y', OPT_STR, offsetof(struct search_opts, year), "YEAR",
	    N_("one report year") },
	{ 0 }
};

const struct command cmd_search = {
	.name = "search",
	.args = "TEXT",
	.summary = N_("Find a text in the sections of the filings"),
	.need = NEED_READ,
	.min = 1,
	.max = 1,
	.opts = search_optv,
	.size = sizeof(struct search_opts),
	.run = search_run,
};
