/*
 * diff: two filings beside each other.
 *
 * How much of them is the same is said in three rates: of the text (文字),
 * the share of character triples that both have of those that either has,
 * digits, spaces and punctuation left out; of the tables (表格), the share
 * of equal cells among those that hold a number other than 0 in one of the
 * two; overall (总体), the mean of the rates there are.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/rows.h"
#include "cmd/table.h"

/* Three characters of 21 bits. */
#define TRIPLE	(((uint64_t)1 << 63) - 1)

struct triples {
	uint64_t	*v;
	size_t		 n;
};

static int
by_value(const void *a, const void *b)
{
	uint64_t	 x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* A character takes 21 bits, so a triple is one number. */
static void
triples_make(struct arena *a, struct str s, struct triples *t)
{
	uint64_t	 last = 0;
	size_t		 seen = 0, to = 0;

	t->v = arena_alloc(a, s.n + 1, sizeof(*t->v));
	t->n = 0;
	for (size_t at = 0; at < s.n;) {
		uint32_t	 c = utf8_next(s, &at);

		if (!utf8_is_han(c))
			continue;
		last = (last << 21 | c) & TRIPLE;
		if (++seen >= 3)
			t->v[t->n++] = last;
	}
	qsort(t->v, t->n, sizeof(*t->v), by_value);
	for (size_t i = 0; i < t->n; i++)
		if (to == 0 || t->v[to - 1] != t->v[i])
			t->v[to++] = t->v[i];
	t->n = to;
}

/* Jaccard's index, or -1 when there is no text. */
static double
triples_same(const struct triples *a, const struct triples *b)
{
	size_t	 i = 0, j = 0, both = 0;

	while (i < a->n && j < b->n) {
		if (a->v[i] == b->v[j]) {
			both++;
			i++;
			j++;
		} else if (a->v[i] < b->v[j])
			i++;
		else
			j++;
	}
	if (a->n + b->n == 0)
		return -1;
	return (double)both / (double)(a->n + b->n - both);
}

static int
diff_text(struct cli *cli, int64_t filing, struct triples *t, struct err *e)
{
	struct query	*q;
	struct buf	 b;
	int		 r;

	if (rows_open(cli, "diff_text", &q, e) < 0)
		return -1;
	buf_init(&b, cli->arena);
	if ((r = query_bind_int(q, "filing", filing, e)) == 0)
		while ((r = query_step(q, e)) > 0)
			buf_str(&b, query_text(q, 0));
	query_close(q);
	triples_make(cli->arena, buf_text(&b), t);
	return r;
}

static int
diff_find(struct cli *cli, const char *agency, const char *year,
    int64_t *filing, struct err *e)
{
	struct query	*q;
	int		 r = -1;

	if (rows_open(cli, "diff_find", &q, e) < 0)
		return -1;
	if (query_bind(q, "agency", str_of(agency), e) == 0 &&
	    query_bind(q, "year", str_of(year), e) == 0)
		r = query_step(q, e);
	if (r > 0)
		*filing = query_int(q, 0);
	query_close(q);
	if (r == 0)
		return err_set(e, ERR_USAGE, _("no filing of '%s' for %s is "
		    "stored"), agency, year);
	return r < 0 ? -1 : 0;
}

/* Counts of cells: all, the same, and among those that say something. */
struct cells {
	long	 n, differ, told, told_same;
};

static bool
tells(const struct query *q, int col)
{
	return (query_type(q, col) == VALUE_INT ||
	    query_type(q, col) == VALUE_REAL) && query_real(q, col) != 0;
}

static int
diff_cells(struct cli *cli, int64_t left, int64_t right, struct cells *c,
    struct err *e)
{
	static const char *const columns[] = { "item", "applicant",
	    "left_value", "right_value", "change" };
	struct out_value	 v[5];
	struct query		*q;
	struct out		*o;
	int			 r;

	if (rows_open(cli, "diff_cell", &q, e) < 0)
		return -1;
	o = out_begin(cli->arena, stdout, &cli->out, columns, 5);
	if ((r = query_bind_int(q, "left", left, e)) == 0 &&
	    (r = query_bind_int(q, "right", right, e)) == 0)
		while ((r = query_step(q, e)) > 0) {
			bool	 same = query_int(q, 5) != 0;

			c->n++;
			if (tells(q, 2) || tells(q, 3)) {
				c->told++;
				c->told_same += same;
			}
			if (same)
				continue;
			c->differ++;
			for (int i = 0; i < 5; i++)
				v[i] = rows_value(q, i);
			out_row(o, v);
		}
	query_close(q);
	return r < 0 ? -1 : out_end(o, e);
}

static const char *
percent(struct cli *cli, double rate)
{
	return rate < 0 ? "none" :
	    arena_printf(cli->arena, "%.1f%%", 100 * rate);
}

static int
diff_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	struct triples	 a, b;
	struct cells	 c = { 0 };
	int64_t		 left = 0, right = 0;
	double		 text, table, all;

	(void)opts;
	if (diff_find(cli, argv[0], argv[1], &left, e) < 0 ||
	    diff_find(cli, argc > 3 ? argv[2] : argv[0], argv[argc - 1],
	    &right, e) < 0 || diff_cells(cli, left, right, &c, e) < 0 ||
	    diff_text(cli, left, &a, e) < 0 ||
	    diff_text(cli, right, &b, e) < 0)
		return -1;
	text = triples_same(&a, &b);
	table = c.told > 0 ? (double)c.told_same / (double)c.told : -1;
	all = text < 0 ? table : table < 0 ? text : (text + table) / 2;
	cli_tally(cli, _("%ld of %ld cells differ; the same are: text "
	    "(文字) %s, tables (表格) %s, overall (总体) %s"), c.differ, c.n,
	    percent(cli, text), percent(cli, table), percent(cli, all));
	return c.differ > 0;
}

const struct command cmd_diff = {
	.name = "diff",
	.args = "AGENCY YEAR [AGENCY] YEAR",
	.summary = N_("Put two filings beside each other"),
	.need = NEED_READ,
	.min = 3,
	.max = 4,
	.run = diff_run,
};
