/*
 * correct: what a person says a figure should be.
 *
 * Either the filer erred, and what is printed stays what is judged; or this
 * program did, and then what the person reads is what is printed.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/reread.h"
#include "cmd/rows.h"
#include "cmd/said.h"
#include "cmd/table.h"
#include "form/number.h"

struct correct_opts {
	const char	*evidence;
	bool		 misread;
	struct said	 said;
};

/* The values of schema/cmd/say_correction.sql. */
enum { V_SHA256, V_AGENCY, V_YEAR, V_ITEM, V_APPLICANT, V_KIND, V_PRINTED,
    V_VALUE, V_STATED, V_REASON, V_EVIDENCE, V_AUTHOR, V_ON, V_WITHDRAWN,
    V__N };

static void
split(const char *arg, struct str *item, struct str *applicant)
{
	struct str	 rest = str_of(arg);

	str_field(&rest, '/', item);
	if (!str_field(&rest, '/', applicant))
		*applicant = (struct str){ "", 0 };
}

static int
bind_cell(struct query *q, char **argv, struct err *e)
{
	struct str	 item, applicant;

	split(argv[2], &item, &applicant);
	if (query_bind_text(q, "agency", str_of(argv[0]), e) < 0 ||
	    query_bind(q, "year", str_of(argv[1]), e) < 0 ||
	    query_bind_text(q, "item", item, e) < 0)
		return -1;
	return query_bind_text(q, "applicant", applicant, e);
}

/* The cell that is meant, as it was read. */
static int
correct_find(struct cli *cli, char **argv, struct str *v, struct err *e)
{
	struct query	*q;
	int		 r;

	if (rows_open(cli, "correct_find", &q, e) < 0)
		return -1;
	if ((r = bind_cell(q, argv, e)) == 0)
		r = query_step(q, e);
	if (r > 0) {
		for (int i = 0; i < V_KIND; i++)
			v[i] = rows_text(cli, q, i);
		v[V_PRINTED] = rows_text(cli, q, V_KIND);
	} else if (r == 0)
		r = err_set(e, ERR_USAGE, _("no cell '%s' of '%s' for %s is "
		    "stored; see \"show -f csv\" for the codes"), argv[2],
		    argv[0], argv[1]);
	query_close(q);
	return r < 0 ? -1 : 0;
}

/*
 * A number in the unit of the form.  What is printed may be none: a blank
 * cell, a placeholder, a text.
 */
static int
correct_value(struct cli *cli, const char *arg, bool misread, struct str *v,
    struct err *e)
{
	struct number	 n = number_read(str_of(arg));
	char		 text[DEC_MAX];

	v[V_STATED] = str_of(arg);
	v[V_VALUE] = (struct str){ NULL, 0 };
	if (n.state != STATE_NUMBER && misread)
		return 0;
	if (n.state != STATE_NUMBER)
		return err_set(e, ERR_USAGE, _("'%s' is no number"), arg);
	if (n.unit == UNIT_YUAN || n.unit == UNIT_WAN_YUAN ||
	    n.unit == UNIT_WAN)
		return err_set(e, ERR_USAGE, _("'%s': give the number alone, "
		    "in the unit of the form"), arg);
	v[V_VALUE] = str_of(dec_print(n.value, text));
	v[V_VALUE] = str_dup(cli->arena, v[V_VALUE]);
	return 0;
}

/* Adds a row and, when we misread, brings the figures up to date. */
static int
correct_add(struct cli *cli, const struct str *v, long *nfailed,
    struct err *e)
{
	if (said_add(cli, "correction", v, V__N, e) < 0)
		return -1;
	if (!str_eq(v[V_KIND], STR("misread")))
		return 0;
	return reread_cell(cli, v[V_SHA256], v[V_YEAR], v[V_ITEM],
	    v[V_APPLICANT], str_eq(v[V_WITHDRAWN], STR("1")), nfailed, e);
}

static int
correct_say(struct cli *cli, const struct correct_opts *o, char **argv,
    struct str *v, long *nfailed, struct err *e)
{
	if (argv[3] == NULL)
		return err_set(e, ERR_USAGE, _("which value should it be?"));
	if (correct_value(cli, argv[3], o->misread, v, e) < 0 ||
	    correct_find(cli, argv, v, e) < 0 ||
	    correct_add(cli, v, nfailed, e) < 0)
		return -1;
	cli_tally(cli, o->misread ? _("%s: read '%.*s', said to be %s") :
	    _("%s: printed '%.*s', said to be %s"), argv[2],
	    STR_ARG(v[V_PRINTED]), argv[3]);
	return 0;
}

/* All that is said of the cell, of this or an older file, is taken back. */
static int
correct_withdraw(struct cli *cli, char **argv, struct str *v, long *nfailed,
    struct err *e)
{
	struct str	 (*all)[V_STATED + 1] = NULL;
	struct query	*q;
	int		 n = 0, r;

	if (rows_open(cli, "correct_said", &q, e) < 0)
		return -1;
	if ((r = bind_cell(q, argv, e)) == 0 &&
	    (r = query_bind_text(q, "kind", v[V_KIND], e)) == 0)
		while ((r = query_step(q, e)) > 0) {
			struct str	 (*more)[V_STATED + 1];

			more = arena_alloc(cli->arena, (size_t)n + 1,
			    sizeof(*more));
			if (n > 0)
				memcpy(more, all, (size_t)n * sizeof(*more));
			all = more;
			for (int i = 0; i <= V_STATED; i++)
				all[n][i] = query_type(q, i) == VALUE_NULL ?
				    (struct str){ NULL, 0 } :
				    rows_text(cli, q, i);
			n++;
		}
	query_close(q);
	if (r == 0 && n == 0)
		r = err_set(e, ERR_USAGE, _("nothing of that kind is said of "
		    "'%s' of '%s' for %s"), argv[2], argv[0], argv[1]);
	for (int i = 0; i < n && r == 0; i++) {
		memcpy(v, all[i], sizeof(all[i]));
		r = correct_add(cli, v, nfailed, e);
	}
	cli_tally(cli, P_("%s: %d correction withdrawn",
	    "%s: %d corrections withdrawn", n), argv[2], n);
	return r;
}

static int
correct_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct correct_opts	*o = opts;
	struct str			 v[V__N], who[SAID_VALUES];
	long				 nfailed = 0;
	int				 r;

	if (said_check("a correction", &o->said, e) < 0)
		return -1;
	if (o->said.withdraw && argc > 3)
		return err_set(e, ERR_USAGE, _("what is '%s' for?"), argv[3]);
	said_values(&o->said, who);
	v[V_KIND] = str_of(o->misread ? "misread" : "filer");
	v[V_REASON] = who[0];
	v[V_EVIDENCE] = str_of(o->evidence != NULL ? o->evidence : "");
	v[V_AUTHOR] = who[1];
	v[V_ON] = who[2];
	v[V_WITHDRAWN] = who[3];
	if (store_begin(cli->store, e) < 0)
		return -1;
	r = o->said.withdraw ? correct_withdraw(cli, argv, v, &nfailed, e) :
	    correct_say(cli, o, argv, v, &nfailed, e);
	if (r < 0 || store_finish(cli->store, e) < 0 ||
	    store_commit(cli->store, e) < 0)
		return -1;
	return nfailed > 0;
}

static const struct opt correct_optv[] = {
	{ "misread", 0, OPT_FLAG, offsetof(struct correct_opts, misread),
	    NULL,
	    N_("this program read it wrongly: VALUE is what is printed") },
	{ "evidence", 0, OPT_STR, offsetof(struct correct_opts, evidence),
	    "TEXT", N_("where that is to be seen") },
	SAID_OPTS(struct correct_opts),
	{ 0 }
};

const struct command cmd_correct = {
	.name = "correct",
	.args = "AGENCY YEAR ITEM[/APPLICANT] [VALUE]",
	.summary = N_("Say what a figure should be, beside what is printed"),
	.need = NEED_WRITE,
	.min = 3,
	.max = 4,
	.opts = correct_optv,
	.size = sizeof(struct correct_opts),
	.run = correct_run,
};
