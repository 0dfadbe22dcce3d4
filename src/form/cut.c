#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/cut.h"

#define DIGITS_MAX	120	/* of one row */
#define CUT_NODES	400000	/* steps of a search */
#define COLUMNS		7	/* of section 三 */

struct run {
	char		 d[DIGITS_MAX];
	bool		 border[DIGITS_MAX + 1]; /* before this digit */
	int		 n;
	int		 width;
	enum cut_sum	 sum;
	struct cuts	*out;
	struct arena	*arena;
	int		 cap;
	long		 steps;
	int64_t		 v[CUT_CELLS];
};

static bool
run_read(struct run *r, struct str s)
{
	bool	 border = true;

	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_fold(utf8_next(s, &at));

		if (utf8_is_space(c)) {
			border = true;
			continue;
		}
		if (c < '0' || c > '9' || r->n == DIGITS_MAX)
			return false;
		r->border[r->n] = border;
		r->d[r->n++] = (char)c;
		border = false;
	}
	r->border[r->n] = true;
	return r->n > 0;
}

/* Whether the cells so far, of which there are n, keep their sums. */
static bool
sums_hold(const struct run *r, int n)
{
	int64_t	 sum = 0;

	if (r->sum == CUT_FIVES && n % 5 == 0)
		return r->v[n - 5] + r->v[n - 4] + r->v[n - 3] +
		    r->v[n - 2] == r->v[n - 1];
	if (r->sum != CUT_TOTAL || n < r->width)
		return true;
	for (int i = 0; i < n - 1; i++)
		sum += r->v[i];
	return sum == r->v[n - 1];
}

static void
keep(struct run *r)
{
	struct cuts	*o = r->out;

	if (o->n == CUT_MAX) {
		o->too_many = true;
		return;
	}
	if (o->n == r->cap) {
		int		 cap = r->cap == 0 ? 8 : 2 * r->cap;
		struct cut	*c = arena_alloc(r->arena, (size_t)cap,
		    sizeof(*c));

		if (o->n != 0)
			memcpy(c, o->c, (size_t)o->n * sizeof(*c));
		o->c = c;
		r->cap = cap;
	}
	memcpy(o->c[o->n].v, r->v, sizeof(r->v));
	o->c[o->n++].viable = false;
}

/* Cuts from digit at on into cells from cell on; at most CUT_CELLS deep. */
static void
cut_from(struct run *r, int cell, int at)
{
	int64_t	 v = 0;

	if (r->out->too_many || ++r->steps > CUT_NODES) {
		r->out->too_many = true;
		return;
	}
	if (cell == r->width) {
		if (at == r->n)
			keep(r);
		return;
	}
	/* Too few digits, or too many, are left for the cells. */
	if (r->n - at < r->width - cell ||
	    r->n - at > (r->width - cell) * CUT_DIGITS)
		return;
	for (int i = at; i < r->n && i - at < CUT_DIGITS; i++) {
		if (i > at && (r->border[i] || r->d[at] == '0'))
			break;
		v = v * 10 + (r->d[i] - '0');
		r->v[cell] = v;
		if (sums_hold(r, cell + 1))
			cut_from(r, cell + 1, i + 1);
	}
}

struct cuts
cut_all(struct arena *a, struct str s, int width, enum cut_sum sum)
{
	struct cuts	 out = { .width = width };
	struct run	*r = arena_alloc(a, 1, sizeof(*r));

	*r = (struct run){ .width = width, .sum = sum, .out = &out,
	    .arena = a };
	if (width <= CUT_CELLS && run_read(r, s))
		cut_from(r, 0, 0);
	if (out.too_many)
		out.n = 0;
	return out;
}

/*
 * The search goes through the rows one by one; low and high of the rows
 * still to come bound what each column can reach, and cut it short.
 */
struct search {
	struct cut_table	*t;
	int64_t			(*low)[COLUMNS], (*high)[COLUMNS];
	int			*pick;
	const int64_t		*target;	/* of the columns */
	long			 steps;
	bool			 found;
};

static void
bounds(struct search *s)
{
	int	 n = s->t->noutcome;

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
		}
}

static bool
reachable(const struct search *s, int row, const int64_t *sum)
{
	for (int c = 0; c < COLUMNS; c++)
		if (sum[c] + s->low[row][c] > s->target[c] ||
		    sum[c] + s->high[row][c] < s->target[c])
			return false;
	return true;
}

/* As deep as there are rows of outcomes on the form, 22. */
static void
search_from(struct search *s, int row, const int64_t *sum)
{
	const struct cuts	*k;
	int64_t			 next[COLUMNS];

	if (++s->steps > CUT_NODES || !reachable(s, row, sum))
		return;
	if (row == s->t->noutcome) {
		s->found = true;
		for (int i = 0; i < row; i++)
			s->t->outcome[i].c[s->pick[i]].viable = true;
		return;
	}
	k = &s->t->outcome[row];
	for (int j = 0; j < k->n; j++) {
		for (int c = 0; c < COLUMNS; c++)
			next[c] = sum[c] + k->c[j].v[c];
		s->pick[row] = j;
		search_from(s, row + 1, next);
	}
}

/* Outcomes that add up to this total. */
static bool
outcomes_fit(struct search *s, const struct cut *total)
{
	int64_t	 zero[COLUMNS] = { 0 };

	if (s->t->noutcome == 0)
		return true;
	s->target = total->v;
	s->found = false;
	search_from(s, 0, zero);
	return s->found;
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

bool
cut_solve(struct arena *a, struct cut_table *t)
{
	struct search	 s = { .t = t };
	bool		 any = false;
	size_t		 rows = (size_t)t->noutcome + 1;

	if (t->results_total == NULL) {
		for (int i = 0; i < t->noutcome; i++)
			mark_all(&t->outcome[i]);
		mark_all(t->new_requests);
		mark_all(t->carried_over);
		mark_all(t->carried_forward);
		return true;
	}
	s.low = arena_alloc(a, rows, sizeof(*s.low));
	s.high = arena_alloc(a, rows, sizeof(*s.high));
	s.pick = arena_alloc(a, rows, sizeof(*s.pick));
	bounds(&s);
	if (t->new_requests == NULL || t->carried_over == NULL ||
	    t->carried_forward == NULL) {
		mark_all(t->new_requests);
		mark_all(t->carried_over);
		mark_all(t->carried_forward);
	}
	for (int i = 0; i < t->results_total->n; i++) {
		struct cut	*total = &t->results_total->c[i];

		if (!balance_fits(t, total, false) ||
		    !outcomes_fit(&s, total))
			continue;
		balance_fits(t, total, true);
		total->viable = true;
		any = true;
	}
	return any && s.steps <= CUT_NODES;
}
