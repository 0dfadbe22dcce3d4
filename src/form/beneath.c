#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/beneath.h"
#include "form/number.h"
#include "form/table.h"
#include "form/table_row.h"

#define RUNS	(2 * BENEATH_MAX)
#define STEPS	20000	/* of one search */
#define TOTAL	(RESULTS - 1)

/* What stands on one line: part of a figure, or several run together. */
struct run {
	struct str	 s;
	int		 from;
	bool		 below;		/* the one before it, in its place */
};

struct beneath {
	struct arena	*arena;
	struct run	 run[RUNS];
	int		 nrun;
	const int	*head;
	struct str	 v[RESULTS];
	bool		 moved;		/* 总计 is not where its head is */
	int		 steps;
	int		 found;
	struct str	*out;
};

static bool
is_figure(struct str s)
{
	struct number	 n = number_read(s);

	return n.state == STATE_PLACEHOLDER || (n.state == STATE_NUMBER &&
	    dec_is_int(n.value));
}

static bool
adds_up(const struct str *s)
{
	struct value	 v[RESULTS];

	memset(v, 0, sizeof(v));
	for (int i = 0; i < RESULTS; i++)
		v[i].raw = s[i];
	return values_total_holds(v, RESULTS);
}

/* A row that is as the sums have it; another than before is one more. */
static void
keep(struct beneath *b, const struct str *v)
{
	bool	 same = b->found > 0;

	if (!adds_up(v))
		return;
	for (int i = 0; i < RESULTS; i++)
		same = same && str_eq(v[i], b->out[i]);
	if (same)
		return;
	if (b->found == 0)
		memcpy(b->out, v, RESULTS * sizeof(*v));
	b->found++;
}

/*
 * A total that is moved may be set right below the head of a blank cell: it
 * has to be where it belongs, or all four others have.
 */
static bool
is_sure(const struct beneath *b)
{
	int	 n = 0;

	for (int i = 0; i < RESULTS; i++)
		n += b->v[i].n > 0;
	return n == 0 || n == RESULTS || (b->v[TOTAL].n > 0 && !b->moved);
}

/* The head that begins there, or -1. */
static int
head_at(const struct beneath *b, int from)
{
	for (int k = 0; k < RESULTS; k++)
		if (b->head[k] == from)
			return k;
	return -1;
}

static void	 read_from(struct beneath *, int run, size_t at);

/* Takes s, which ends at that byte of a run, for the k-th figure. */
static void
take(struct beneath *b, int k, struct str s, int run, size_t end)
{
	struct str	 was = b->v[k];

	if (!is_figure(s))
		return;
	b->v[k] = s;
	read_from(b, run, end);
	b->v[k] = was;
}

/* Takes s, which begins at head k or at none, and ends in a run. */
static void
place(struct beneath *b, int k, struct str s, int run, size_t end)
{
	if (k >= 0 && b->v[k].n == 0)
		take(b, k, s, run, end);
	if (k == TOTAL || b->v[TOTAL].n > 0)
		return;
	b->moved = true;
	take(b, TOTAL, s, run, end);
	b->moved = false;
}

/* Lines from i on as one figure that was too wide for its column. */
static void
take_lines(struct beneath *b, int i, int k)
{
	struct str	 s = b->run[i].s;

	while (++i < b->nrun && b->run[i].below) {
		s = str_cat(b->arena, s, b->run[i].s);
		place(b, k, s, i, b->run[i].s.n);
	}
}

/* Figures run together where both have digits there. */
static bool
may_cut(struct str s, size_t end)
{
	return end == s.n || (s.p[end - 1] >= '0' && s.p[end - 1] <= '9' &&
	    s.p[end] >= '0' && s.p[end] <= '9') ||
	    number_read(str_sub(s, 0, end)).state == STATE_PLACEHOLDER ||
	    number_read(str_from(s, end)).state == STATE_PLACEHOLDER;
}

/* What begins at a byte of run i, and all behind it. */
static void
read_from(struct beneath *b, int i, size_t at)
{
	const struct run	*r = &b->run[i];
	struct str		 s;
	int			 k;

	if (b->found > 1 || ++b->steps > STEPS)
		return;
	if (i == b->nrun) {
		if (is_sure(b))
			keep(b, b->v);
		return;
	}
	if (at == r->s.n) {
		read_from(b, i + 1, 0);
		return;
	}
	s = str_from(r->s, at);
	k = head_at(b, r->from + (int)utf8_length(str_sub(r->s, 0, at)));
	if (at == 0)
		take_lines(b, i, k);
	for (size_t end = 0; end < s.n; ) {
		utf8_next(s, &end);
		if (may_cut(s, end))
			place(b, k, str_sub(s, 0, end), i, at + end);
	}
}

/* The lines of what is printed in one place; false if they are too many. */
static bool
add_runs(struct beneath *b, const struct printed *p)
{
	struct str	 rest = p->raw, line;
	bool		 below = false;

	while (str_line(&rest, &line)) {
		if (b->nrun == RUNS)
			return false;
		b->run[b->nrun++] = (struct run){ str_trim(line), p->from,
		    below };
		below = true;
	}
	return true;
}

/* All that is printed in one place as one figure. */
static struct str
joined(struct arena *a, struct str raw)
{
	struct str	 s = STR(""), line;

	while (str_line(&raw, &line))
		s = str_cat(a, s, str_trim(line));
	return s;
}

bool
beneath_apart(const struct printed *p, int n)
{
	struct str	 rest, line;

	for (int i = 0; i + 1 < n; i++)
		for (rest = p[i].raw; str_line(&rest, &line); )
			if (p[i + 1].from < p[i].from +
			    (int)utf8_length(str_trim(line)))
				return false;
	return true;
}

int
beneath_read(struct arena *a, const struct printed *p, int n, const int *head,
    struct str *v)
{
	struct beneath	 b = { .arena = a, .head = head, .out = v };

	if (n > BENEATH_MAX)
		return 0;
	for (int i = 0; i < n; i++)
		if (!add_runs(&b, &p[i]))
			return 0;
	read_from(&b, 0, 0);
	if (b.steps > STEPS)
		return 2;
	if (n == RESULTS && beneath_apart(p, n)) {
		bool	 good = true;

		for (int i = 0; i < n; i++) {
			b.v[i] = joined(a, p[i].raw);
			good = good && is_figure(b.v[i]);
		}
		if (good)
			keep(&b, b.v);
	}
	return b.found > 2 ? 2 : b.found;
}
