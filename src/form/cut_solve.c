/*
 * Which of the ways to read some rows are those by which the sums hold.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "form/cut.h"

#define NODES		400000	/* steps of the search */
#define COLUMNS		7	/* of section 三 */
#define SUMS		2000	/* of one column that are kept apart */
#define PRODUCT		40000	/* of sums and figures, to make those */
#define SLOTS		65536	/* for what is known of rows still to come */
#define SLOTS_USED	(SLOTS / 2)

/* What rows can add up to in a column, sorted; n = 0: more than are kept. */
struct sums {
	int64_t	*v;
	int	 n;
};

/* Whether the rows from row on can make up what is left of the target. */
struct slot {
	int64_t	 left[COLUMNS];
	int	 row;
	bool	 used, good;
};

struct search {
	struct arena		*arena;
	struct cut_table	*t;
	int64_t			(*low)[COLUMNS], (*high)[COLUMNS];
	struct sums		(*sums)[COLUMNS];
	int			**same;	/* for each cut the first equal one */
	struct slot		*slot;
	int			 nslot;
	long			 steps;
};

static int
by_value(const void *va, const void *vb)
{
	int64_t	 a = *(const int64_t *)va, b = *(const int64_t *)vb;

	return a < b ? -1 : a > b;
}

static int
without_twins(int64_t *v, int n)
{
	int	 m = 0;

	qsort(v, (size_t)n, sizeof(*v), by_value);
	for (int i = 0; i < n; i++)
		if (m == 0 || v[m - 1] != v[i])
			v[m++] = v[i];
	return m;
}

/* The sums of the rows from row on, given those of the rows behind it. */
static struct sums
add_row(struct search *s, int row, int c)
{
	const struct cuts	*k = &s->t->outcome[row];
	const struct sums	*rest = &s->sums[row + 1][c];
	struct sums		 out = { NULL, 0 };
	int64_t			*v;
	int			 n;

	if (rest->n == 0)
		return out;
	v = arena_alloc(s->arena, (size_t)k->n, sizeof(*v));
	for (int j = 0; j < k->n; j++)
		v[j] = k->c[j].v[c];
	n = without_twins(v, k->n);
	if ((long)n * rest->n > PRODUCT)
		return out;
	out.v = arena_alloc(s->arena, (size_t)(n * rest->n), sizeof(*v));
	for (int j = 0; j < n; j++)
		for (int i = 0; i < rest->n; i++)
			out.v[out.n++] = v[j] + rest->v[i];
	out.n = without_twins(out.v, out.n);
	if (out.n > SUMS)
		out.n = 0;
	return out;
}

/* What the rows still to come can reach, in each column for itself. */
static void
look_ahead(struct search *s)
{
	static int64_t	 zero;
	int		 n = s->t->noutcome;

	for (int c = 0; c < COLUMNS; c++)
		s->sums[n][c] = (struct sums){ &zero, 1 };
	for (int i = n - 1; i >= 0; i--)
		for (int c = 0; c < COLUMNS; c++) {
			const struct cuts	*k = &s->t->outcome[i];
			int64_t			 lo = k->c[0].v[c], hi = lo;

			for (int j = 1; j < k->n; j++) {
				if (k->c[j].v[c] < lo)
					lo = k->c[j].v[c];
				if (k->c[j].v[c] > hi)
					hi = k->c[j].v[c];
			}
			s->low[i][c] = lo + s->low[i + 1][c];
			s->high[i][c] = hi + s->high[i + 1][c];
			s->sums[i][c] = add_row(s, i, c);
		}
}

/* Cuts that say the same are tried once. */
static void
find_same(struct search *s)
{
	for (int i = 0; i < s->t->noutcome; i++) {
		const struct cuts	*k = &s->t->outcome[i];

		s->same[i] = arena_alloc(s->arena, (size_t)k->n,
		    sizeof(**s->same));
		for (int j = 0; j < k->n; j++) {
			int	 m = 0;

			while (memcmp(k->c[m].v, k->c[j].v,
			    COLUMNS * sizeof(*k->c[m].v)) != 0)
				m++;
			s->same[i][j] = m;
		}
	}
}

static bool
reachable(const struct search *s, int row, const int64_t *left)
{
	for (int c = 0; c < COLUMNS; c++) {
		const struct sums	*k = &s->sums[row][c];

		if (left[c] < s->low[row][c] || left[c] > s->high[row][c] ||
		    (k->n > 0 && bsearch(&left[c], k->v, (size_t)k->n,
		    sizeof(*k->v), by_value) == NULL))
			return false;
	}
	return true;
}

/* The slot of what is left for the rows from row on; NULL if all are full. */
static struct slot *
find_slot(struct search *s, int row, const int64_t *left)
{
	uint64_t	 h = (uint64_t)row;
	struct slot	*o;

	for (int c = 0; c < COLUMNS; c++)
		h = (h ^ (uint64_t)left[c]) * 0x9E3779B97F4A7C15u;
	for (size_t i = h >> 48; ; i++) {
		o = &s->slot[i % SLOTS];
		if (!o->used || (o->row == row &&
		    memcmp(o->left, left, sizeof(o->left)) == 0))
			break;
	}
	return o->used || s->nslot < SLOTS_USED ? o : NULL;
}

/*
 * Whether the rows from row on can make up what is left; marks the cuts of
 * those by which they can.  As deep as there are rows of outcomes, 22.
 */
static bool
search_from(struct search *s, int row, const int64_t *left)
{
	const struct cuts	*k;
	struct slot		*o;
	int64_t			 next[COLUMNS];
	bool			 good = false;

	if (++s->steps > NODES || !reachable(s, row, left))
		return false;
	if (row == s->t->noutcome)
		return true;
	o = find_slot(s, row, left);
	if (o != NULL && o->used)
		return o->good;
	k = &s->t->outcome[row];
	for (int j = 0; j < k->n; j++) {
		if (s->same[row][j] != j)
			continue;
		for (int c = 0; c < COLUMNS; c++)
			next[c] = left[c] - k->c[j].v[c];
		if (!search_from(s, row + 1, next))
			continue;
		good = k->c[j].viable = true;
	}
	/* Others may have come to lie where this one would have. */
	o = find_slot(s, row, left);
	if (o != NULL && s->steps <= NODES) {
		*o = (struct slot){ .row = row, .used = true, .good = good };
		memcpy(o->left, left, sizeof(o->left));
		s->nslot++;
	}
	return good;
}

static bool
balanced(const struct cut *in, const struct cut *over,
    const struct cut *total, const struct cut *forward)
{
	for (int c = 0; c < COLUMNS; c++)
		if (in->v[c] + over->v[c] != total->v[c] + forward->v[c])
			return false;
	return true;
}

/* The ways in which the balance can hold with this total; marks them. */
static bool
balance_fits(struct cut_table *t, const struct cut *total, bool mark)
{
	bool	 any = false;

	if (t->new_requests == NULL || t->carried_over == NULL ||
	    t->carried_forward == NULL)
		return true;
	for (int i = 0; i < t->new_requests->n; i++)
		for (int j = 0; j < t->carried_over->n; j++)
			for (int k = 0; k < t->carried_forward->n; k++) {
				struct cut	*in = &t->new_requests->c[i];
				struct cut	*ov = &t->carried_over->c[j];
				struct cut	*fw =
				    &t->carried_forward->c[k];

				if (!balanced(in, ov, total, fw))
					continue;
				any = true;
				if (mark)
					in->viable = ov->viable =
					    fw->viable = true;
			}
	return any;
}

static void
mark_all(struct cuts *k)
{
	for (int i = 0; k != NULL && i < k->n; i++)
		k->c[i].viable = true;
}

static void
mark_same(struct search *s)
{
	for (int i = 0; i < s->t->noutcome; i++) {
		struct cuts	*k = &s->t->outcome[i];

		for (int j = 0; j < k->n; j++)
			k->c[j].viable = k->c[s->same[i][j]].viable;
	}
}

/* The totals that the outcomes can add up to, and how they do. */
static bool
solve_totals(struct search *s)
{
	struct cut_table	*t = s->t;
	bool			 any = false;

	for (int i = 0; i < t->results_total->n; i++) {
		struct cut	*total = &t->results_total->c[i];

		if (!balance_fits(t, total, false) || (t->noutcome > 0 &&
		    !search_from(s, 0, total->v)))
			continue;
		balance_fits(t, total, true);
		total->viable = true;
		any = true;
	}
	mark_same(s);
	return any && s->steps <= NODES;
}

bool
cut_solve(struct cut_table *t)
{
	struct search	 s = { .t = t };
	size_t		 rows = (size_t)t->noutcome + 1;
	bool		 good;

	if (t->results_total == NULL) {
		for (int i = 0; i < t->noutcome; i++)
			mark_all(&t->outcome[i]);
		mark_all(t->new_requests);
		mark_all(t->carried_over);
		mark_all(t->carried_forward);
		return true;
	}
	if (t->new_requests == NULL || t->carried_over == NULL ||
	    t->carried_forward == NULL) {
		mark_all(t->new_requests);
		mark_all(t->carried_over);
		mark_all(t->carried_forward);
	}
	s.arena = arena_new();
	s.low = arena_alloc(s.arena, rows, sizeof(*s.low));
	s.high = arena_alloc(s.arena, rows, sizeof(*s.high));
	s.sums = arena_alloc(s.arena, rows, sizeof(*s.sums));
	s.same = arena_alloc(s.arena, rows, sizeof(*s.same));
	s.slot = arena_alloc(s.arena, SLOTS, sizeof(*s.slot));
	look_ahead(&s);
	find_same(&s);
	good = solve_totals(&s);
	arena_free(s.arena);
	return good;
}
