/* correct: what a person says a figure should be; the printed one stays. */
#include <config.h>

#include "base/arena.h"
#include "base/embed.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/rows.h"
#include "cmd/table.h"
#include "form/number.h"

struct correct_opts {
	const char	*reason, *evidence, *by;
};

/* The first six values of the statement, from the cell that is meant. */
static int
correct_find(struct cli *cli, char **argv, struct str *v, struct err *e)
{
	struct str	 rest = str_of(argv[2]), item, applicant;
	struct query	*q;
	int		 r = -1;

	str_field(&rest, '/', &item);
	if (!str_field(&rest, '/', &applicant))
		applicant = (struct str){ "", 0 };
	if (rows_open(cli, "correct_find", &q, e) < 0)
		return -1;
	if (query_bind(q, "agency", str_of(argv[0]), e) == 0 &&
	    query_bind(q, "year", str_of(argv[1]), e) == 0 &&
	    query_bind(q, "item", item, e) == 0 &&
	    query_bind(q, "applicant", applicant, e) == 0)
		r = query_step(q, e);
	if (r > 0)
		for (int i = 0; i < 6; i++)
			v[i] = rows_text(cli, q, i);
	else if (r == 0)
		r = err_set(e, ERR_USAGE, "no cell '%s' of '%s' for %s is "
		    "stored; see \"show -f csv\" for the codes", argv[2],
		    argv[0], argv[1]);
	query_close(q);
	return r < 0 ? -1 : 0;
}

static int
correct_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct correct_opts	*o = opts;
	char				 text[DEC_MAX];
	struct number			 n;
	struct str			 v[10];

	(void)argc;
	if (o->reason == NULL || o->by == NULL || *o->reason == '\0' ||
	    *o->by == '\0')
		return err_set(e, ERR_USAGE,
		    "a correction needs --reason and --by");
	n = number_read(str_of(argv[3]));
	if (n.state != STATE_NUMBER)
		return err_set(e, ERR_USAGE, "'%s' is no number", argv[3]);
	if (correct_find(cli, argv, v, e) < 0)
		return -1;
	v[6] = str_of(dec_print(n.value, text));
	v[7] = str_of(o->reason);
	v[8] = str_of(o->evidence != NULL ? o->evidence : "");
	v[9] = str_of(o->by);
	if (store_begin(cli->store, e) < 0 || query_run(cli->store,
	    embed_text("cmd/correct.sql"), v, 10, e) < 0 ||
	    store_commit(cli->store, e) < 0)
		return -1;
	cli_tally(cli, "%s: printed '" STR_FMT "', said to be " STR_FMT,
	    argv[2], STR_ARG(v[5]), STR_ARG(v[6]));
	return 0;
}

static const struct opt correct_optv[] = {
	{ "reason", 0, OPT_STR, offsetof(struct correct_opts, reason),
	    "TEXT", "why" },
	{ "evidence", 0, OPT_STR, offsetof(struct correct_opts, evidence),
	    "TEXT", "where that is to be seen" },
	{ "by", 0, OPT_STR, offsetof(struct correct_opts, by), "NAME",
	    "who says so" },
	{ 0 }
};

const struct command cmd_correct = {
	.name = "correct",
	.args = "AGENCY YEAR ITEM[/APPLICANT] VALUE",
	.summary = "Say what a figure should be, beside what is printed",
	.need = NEED_WRITE,
	.min = 4,
	.max = 4,
	.opts = correct_optv,
	.size = sizeof(struct correct_opts),
	.run = correct_run,
};
