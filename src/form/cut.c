#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/cut.h"

#define DIGITS_MAX	120	/* of one row */
#define CUT_STEPS	400000	/* of the search for ways */

struct run {
	char		 d[DIGITS_MAX];
	bool		 border[DIGITS_MAX + 1]; /* before this digit */
	int		 n;
	int		 width;
	enum cut_sum	 sum;
	struct cuts	*out;
	struct arena	*arena;
	size_t		 cap;
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
	o->c = arena_grow(r->arena, o->c, (size_t)o->n, &r->cap,
	    sizeof(*o->c));
	memcpy(o->c[o->n].v, r->v, sizeof(r->v));
	o->c[o->n++].viable = false;
}

/* Cuts from digit at on into cells from cell on; at most CUT_CELLS deep. */
static void
cut_from(struct run *r, int cell, int at)
{
	int64_t	 v = 0;

	if (r->out->too_many || ++r->steps > CUT_STEPS) {
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
