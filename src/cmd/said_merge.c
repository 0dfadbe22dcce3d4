/*
 * Two logs about one thing: either one goes on where the other ends, or
 * they part, and then a person must look.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/reread.h"
#include "cmd/rows.h"
#include "cmd/said.h"
#include "store/ruling.h"
#include "store/userrule.h"

#define COLS	14	/* of the widest log */

/* A row of a log; the first columns are what it is about. */
struct row {
	struct str	 v[COLS];	/* p == NULL: NULL */
	long		 at;		/* in the log */
};

/* What a row that was taken changes. */
typedef int effect(struct cli *, const struct row *, struct said_merged *,
    struct err *);

struct log {
	const char	*name;		/* said_NAME.sql, say_NAME.sql */
	int		 nkey, ncol;
	effect		*effect;	/* NULL: nothing */
};

struct rows {
	struct row	*v;
	long		 n;
	size_t		 cap;
};

static int
str_or_null_cmp(struct str a, struct str b)
{
	if (a.p == NULL || b.p == NULL)
		return (a.p != NULL) - (b.p != NULL);
	return str_cmp(a, b);
}

static int
compare(const struct row *a, const struct row *b, int from, int to)
{
	int	 r = 0;

	for (int i = from; i < to && r == 0; i++)
		r = str_or_null_cmp(a->v[i], b->v[i]);
	return r;
}

/* qsort() has no room for the number of columns: keys of two logs differ. */
#define BY_KEY(n)							\
static int								\
by_##n(const void *a, const void *b)					\
{									\
	const struct row	*x = a, *y = b;				\
	int			 r = compare(x, y, 0, n);		\
									\
	return r != 0 ? r : (x->at > y->at) - (x->at < y->at);		\
}
BY_KEY(1)
BY_KEY(2)
BY_KEY(6)

static int
load(struct cli *cli, const struct log *l, struct rows *rows, struct err *e)
{
	struct query	*q;
	int		 r;

	*rows = (struct rows){ .n = 0 };
	if (rows_open(cli, arena_printf(cli->arena, "said_%s", l->name), &q,
	    e) < 0)
		return -1;
	while ((r = query_step(q, e)) > 0) {
		struct row	*row;

		rows->v = arena_grow(cli->arena, rows->v, (size_t)rows->n,
		    &rows->cap, sizeof(*rows->v));
		row = &rows->v[rows->n];
		row->at = rows->n++;
		for (int i = 0; i < l->ncol; i++)
			row->v[i] = query_type(q, i) == VALUE_NULL ?
			    (struct str){ NULL, 0 } : rows_text(cli, q, i);
	}
	query_close(q);
	if (rows->n > 1)
		qsort(rows->v, (size_t)rows->n, sizeof(*rows->v),
		    l->nkey == 1 ? by_1 : l->nkey == 2 ? by_2 : by_6);
	return r;
}

/* How many rows from there on are about the same. */
static long
run_of(const struct log *l, const struct rows *rows, long from)
{
	long	 n = from;

	while (n < rows->n &&
	    compare(&rows->v[from], &rows->v[n], 0, l->nkey) == 0)
		n++;
	return n - from;
}

static void
say_conflict(struct cli *cli, const struct log *l, const struct row *r)
{
	struct str	 key = r->v[0];

	for (int i = 1; i < l->nkey; i++)
		if (r->v[i].n > 0)
			key = str_of(arena_printf(cli->arena,
			    STR_FMT " " STR_FMT, STR_ARG(key),
			    STR_ARG(r->v[i])));
	cli_say(_("%s of %.*s: the archives say different things, and ours "
	    "stands"), l->name, STR_ARG(key));
}

/* The rows from which theirs goes on, in the order they were said in. */
static int
by_at(const void *a, const void *b)
{
	const struct row	*x = a, *y = b;

	return (x->at > y->at) - (x->at < y->at);
}

static void
choose(struct cli *cli, const struct log *l, const struct rows *ours,
    const struct rows *theirs, struct rows *take, struct said_merged *m)
{
	long	 i = 0, no, nt;

	take->v = arena_alloc(cli->arena, (size_t)theirs->n + 1,
	    sizeof(*take->v));
	take->n = 0;
	for (long j = 0; j < theirs->n; j += nt) {
		long	 same = 0;

		while (i < ours->n && compare(&ours->v[i], &theirs->v[j], 0,
		    l->nkey) < 0)
			i++;
		no = i < ours->n && compare(&ours->v[i], &theirs->v[j], 0,
		    l->nkey) == 0 ? run_of(l, ours, i) : 0;
		nt = run_of(l, theirs, j);
		while (same < no && same < nt && compare(&ours->v[i + same],
		    &theirs->v[j + same], l->nkey, l->ncol) == 0)
			same++;
		if (same < no && same < nt) {
			say_conflict(cli, l, &theirs->v[j]);
			m->nconflict++;
		} else if (same == no)
			for (; same < nt; same++)
				take->v[take->n++] = theirs->v[j + same];
	}
	if (take->n > 1)
		qsort(take->v, (size_t)take->n, sizeof(*take->v), by_at);
}

static int
merge(struct cli *to, struct cli *from, const struct log *l,
    struct said_merged *m, struct err *e)
{
	struct rows	 ours, theirs, take;

	if (load(to, l, &ours, e) < 0 || load(from, l, &theirs, e) < 0)
		return -1;
	choose(to, l, &ours, &theirs, &take, m);
	for (long i = 0; i < take.n; i++)
		if (said_add(to, l->name, take.v[i].v, l->ncol, e) < 0)
			return -1;
	/* The last word counts, so all must be there first. */
	for (long i = 0; i < take.n && l->effect != NULL; i++)
		if (l->effect(to, &take.v[i], m, e) < 0)
			return -1;
	m->ntaken += take.n;
	return 0;
}

static bool
is_withdrawn(const struct row *r, int col)
{
	return str_eq(r->v[col], STR("1"));
}

static int
ruled(struct cli *cli, const struct row *r, struct said_merged *m,
    struct err *e)
{
	long	 n;

	if (is_withdrawn(r, 8))
		return reread_agency(cli, r->v[0], r->v[1], &n, &m->nunread,
		    e);
	return store_apply_rulings(cli->store, r->v[0], &n, e);
}

static int
corrected(struct cli *cli, const struct row *r, struct said_merged *m,
    struct err *e)
{
	if (!str_eq(r->v[5], STR("misread")))
		return 0;
	return reread_cell(cli, r->v[0], r->v[2], r->v[3], r->v[4],
	    is_withdrawn(r, 13), &m->nunread, e);
}

static int
ruled_by(struct cli *cli, const struct row *r, struct said_merged *m,
    struct err *e)
{
	(void)r, (void)m, (void)e;
	store_rules_due(cli->store);
	return 0;
}

int
said_merge_agencies(struct cli *to, struct cli *from, struct said_merged *m,
    struct err *e)
{
	static const struct log	 ruling = { "ruling", 2, 9, ruled },
				 succession = { "succession", 2, 8, NULL };

	if (merge(to, from, &ruling, m, e) < 0)
		return -1;
	return merge(to, from, &succession, m, e);
}

int
said_merge(struct cli *to, struct cli *from, struct said_merged *m,
    struct err *e)
{
	static const struct log	 verdict = { "verdict", 1, 6, NULL },
				 correction = { "correction", 6, 14,
				     corrected },
				 rule = { "rule", 1, 6, ruled_by },
				 population = { "population", 2, 4, NULL },
				 setting = { "setting", 1, 3, NULL };

	if (merge(to, from, &verdict, m, e) < 0 ||
	    merge(to, from, &rule, m, e) < 0 ||
	    merge(to, from, &population, m, e) < 0 ||
	    merge(to, from, &setting, m, e) < 0)
		return -1;
	return merge(to, from, &correction, m, e);
}
