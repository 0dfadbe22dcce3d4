#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/abreast.h"
#include "form/band.h"
#include "form/number.h"
#include "form/proof.h"
#include "form/table.h"

#define ROWS	40	/* of a table, read or not */
#define APART	2	/* spaces to a column that is not seen yet */
#define WIDER	2	/* digits by which alignment is told */
#define SEEN	2	/* figures that are enough for it */
#define CLEAR	4	/* times as many as there are against it */
#define NEAR	3	/* columns between figures of one column */
#define SHARED	2	/* figures that two rows have to have in one column */

/* The figures of a row, from left to right, and the columns they are in. */
struct place {
	int		 n;
	int		 col[APPLICANT__N];
	struct value	 v[APPLICANT__N];
};

struct line {
	struct vrow	*row;
	struct place	 at;	/* of those that are read */
	bool		 read;
};

struct page_rows {
	struct arena	*arena;
	struct line	 line[ROWS];
	int		 n;
	bool		 left;	/* cells are aligned at the left */
};

/* What was found for a row, and how many figures bear it out. */
struct answer {
	int		 n;	/* different ones */
	unsigned	 set;
	int		 shared;
};

static bool
is_placed(const struct value *v, const struct value *before)
{
	return v->page > 0 && v->from < v->to && (before == NULL ||
	    (before->page == v->page && before->block == v->block &&
	    before->to <= v->from));
}

/* A row that is read, all of whose figures have their places in order. */
static bool
place_read(const struct vrow *r, struct place *p)
{
	p->n = 0;
	if (r->nloose > 0 || r->unread || !proof_is_read(r))
		return false;
	for (int i = 0; i < APPLICANT__N; i++) {
		if (r->v[i].raw.n == 0)
			continue;
		if (!is_placed(&r->v[i], p->n > 0 ? &p->v[p->n - 1] : NULL))
			return false;
		p->col[p->n] = i;
		p->v[p->n++] = r->v[i];
	}
	return p->n > 0;
}

/* The loose figures of a row, whose columns are not known yet. */
static bool
place_loose(const struct vrow *r, struct place *p)
{
	if (r->nloose == 0 || r->nloose > APPLICANT__N)
		return false;
	for (p->n = 0; p->n < r->nloose; p->n++) {
		p->v[p->n] = r->loose[p->n];
		if (!is_placed(&p->v[p->n], p->n > 0 ? &p->v[p->n - 1] : NULL))
			return false;
	}
	return true;
}

/* All rows of a table, read or not; false if there are too many. */
static bool
list_rows(struct page_rows *s, const struct cand *c)
{
	s->n = 0;
	for (struct vrow *r = c->row; r != NULL; r = r->next) {
		struct line	*l = &s->line[s->n];

		if (s->n == ROWS)
			return false;
		l->row = r;
		l->read = place_read(r, &l->at);
		s->n++;
	}
	return true;
}

/* The part of a broken figure that is on the line where it begins. */
static struct str
first_line(struct str s)
{
	struct str	 line = STR("");

	str_line(&s, &line);
	return str_trim(line);
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* Printed as wide as each other: digits in the same places. */
static bool
as_wide(const struct value *a, const struct value *b)
{
	struct str	 x = first_line(a->raw), y = first_line(b->raw);
	size_t		 i = 0, k = 0;

	while (i < x.n && k < y.n) {
		uint32_t	 c = utf8_next(x, &i), d = utf8_next(y, &k);
		bool		 same = (c < 0x80) == (d < 0x80);

		if (c != d && (!same || !is_digit(utf8_fold(c)) ||
		    !is_digit(utf8_fold(d))))
			return false;
	}
	return i == x.n && k == y.n;
}

static bool
overlap(const struct value *a, const struct value *b, int apart)
{
	return a->from < b->to + apart && b->from < a->to + apart;
}

static bool
has_column(const struct place *p, int col)
{
	for (int i = 0; i < p->n; i++)
		if (p->col[i] == col)
			return true;
	return false;
}

/* Whether figures of one column begin at one place in two rows. */
static bool
is_exact(const struct page_rows *s, const struct place *p,
    const struct place *known)
{
	for (int i = 0; i < p->n && !s->left; i++)
		for (int k = 0; k < known->n; k++)
			if (!as_wide(&p->v[i], &known->v[k]))
				return false;
	return true;
}

/*
 * Whether figures may be set alike in two rows: in one column they begin at
 * one place, or, if one is wider than the other, cover each other; in
 * others they are apart, in their order.  Counts those in one column.  Where
 * wider ones begin elsewhere, only columns that both rows have are told.
 */
static bool
is_alike(const struct page_rows *s, const struct place *p,
    const struct place *known, int *shared)
{
	bool	 exact = is_exact(s, p, known);

	*shared = 0;
	for (int i = 0; i < p->n; i++) {
		bool	 seen = has_column(known, p->col[i]);
		int	 apart = seen ? 1 : APART;

		if (!seen && !exact)
			return false;
		for (int k = 0; k < known->n; k++) {
			const struct value	*a = &p->v[i],
						*b = &known->v[k];

			if (p->col[i] == known->col[k]) {
				if (!overlap(a, b, 0) || (a->from != b->from &&
				    (s->left || as_wide(a, b))))
					return false;
				++*shared;
			} else if (overlap(a, b, apart) || (a->from < b->from)
			    != (p->col[i] < known->col[k]))
				return false;
		}
	}
	return true;
}

/* The nearest row of the page that is read, above or below. */
static const struct line *
nearest(const struct page_rows *s, int at, int step)
{
	const struct value	*v = &s->line[at].row->loose[0];

	for (int i = at + step; i >= 0 && i < s->n; i += step) {
		const struct line	*o = &s->line[i];

		if (o->read && o->at.v[0].page == v->page &&
		    o->at.v[0].block == v->block)
			return o;
	}
	return NULL;
}

/* The columns of a set, from left to right; how many they are. */
static int
columns_of(unsigned set, int *col)
{
	int	 n = 0;

	for (int i = 0; i < APPLICANT__N; i++)
		if (set & 1U << i)
			col[n++] = i;
	return n;
}

static void
add_answer(struct answer *a, unsigned set, int shared)
{
	if (a->n == 0 || a->set != set)
		a->n++;
	a->set = set;
	if (shared > a->shared)
		a->shared = shared;
}

/* The sets of columns by which a row is set as one of two others, or both. */
static struct answer
ask_rows(struct page_rows *s, const struct vrow *r, struct place *p,
    const struct line *above, const struct line *below)
{
	struct answer	 out = { .n = 0 };
	struct value	 v[VALUES_MAX];
	int		 col[APPLICANT__N], shared;

	for (unsigned set = 1; set < LOOSE_SETS; set++) {
		if (columns_of(set, col) != r->nloose ||
		    (r->may != NULL && !r->may[set]) ||
		    !loose_say(s->arena, r, col, v))
			continue;
		memcpy(p->col, col, sizeof(col));
		if (above != NULL && is_alike(s, p, &above->at, &shared))
			add_answer(&out, set, shared);
		if (below != NULL && is_alike(s, p, &below->at, &shared))
			add_answer(&out, set, shared);
	}
	return out;
}

/* Reads the loose figures of a row, which are in these columns. */
static void
fill_row(struct page_rows *s, struct line *l, const int *col)
{
	loose_say(s->arena, l->row, col, l->row->v);
	for (int i = 0; i < APPLICANT__N; i++)
		l->row->v[i].inferred = l->row->v[i].firm = true;
	l->row->nloose = 0;
	l->row->unread = l->row->refused = false;
	l->read = place_read(l->row, &l->at);
}

static bool
solve_row(struct page_rows *s, int at)
{
	struct line		*l = &s->line[at];
	const struct line	*above, *below;
	struct answer		 a;
	int			 col[APPLICANT__N];

	if (!place_loose(l->row, &l->at))
		return false;
	above = nearest(s, at, -1);
	below = nearest(s, at, 1);
	a = ask_rows(s, l->row, &l->at, above, below);
	if (a.n != 1 || ((above == NULL || below == NULL) &&
	    ((a.set & 1) == 0 || a.shared < SHARED)))
		return false;
	columns_of(a.set, col);
	fill_row(s, l, col);
	return true;
}

/*
 * Cells are aligned at the left if figures of one column begin at one place
 * where one is wider than the other.
 */
static bool
is_left(const struct page_rows *s)
{
	const struct line	*o = NULL;
	int			 good = 0, bad = 0;

	for (int i = 0; i < s->n; i++) {
		const struct line	*l = &s->line[i];

		if (!l->read)
			continue;
		for (int k = 0; o != NULL && k < l->at.n; k++) {
			const struct value	*a = &l->at.v[k],
						*b = &o->row->v[l->at.col[k]];
			int			 more = (a->to - a->from) -
						    (b->to - b->from);

			if (b->page != a->page || b->block != a->block ||
			    (more < WIDER && -more < WIDER))
				continue;
			good += a->from == b->from;
			bad += a->from != b->from;
		}
		o = l;
	}
	return good >= SEEN && good >= CLEAR * bad;
}

/* Figures of one column begin or end near each other, or one is above both. */
static bool
is_near(const struct value *a, const struct value *b)
{
	return a->page == b->page && a->block == b->block &&
	    overlap(a, b, NEAR);
}

/* As many figures as there are columns, read or not. */
static bool
is_full(const struct line *l)
{
	return l->at.n == APPLICANT__N;
}

/* Whether the nearest other full row of the page has its figures there too. */
static bool
is_like_full(const struct page_rows *s, int at, int step)
{
	for (int i = at + step; i >= 0 && i < s->n; i += step) {
		if (!is_full(&s->line[i]))
			continue;
		for (int k = 0; k < APPLICANT__N; k++)
			if (!is_near(&s->line[at].at.v[k],
			    &s->line[i].at.v[k]))
				return false;
		return true;
	}
	return false;
}

/* A row of the form that has figures. */
static bool
has_own(const struct page_rows *s, int i)
{
	const struct vrow	*r;

	if (i < 0 || i >= s->n)
		return true;
	r = s->line[i].row;
	return proof_role(r) != NO_ROLE &&
	    (s->line[i].read || r->nloose > 0);
}

/*
 * Whether the label of a row is beside its figures: on their line alone, or
 * on several, in a table where no label near it lacks figures.
 */
static bool
is_labelled(const struct page_rows *s, int i)
{
	const struct vrow	*r = s->line[i].row;

	if (!str_has(r->label, STR("\n")) && r->line == r->loose[0].line)
		return true;
	return r->match.exact && has_own(s, i - 1) && has_own(s, i + 1);
}

int
abreast_full(struct arena *a, struct cand *c)
{
	struct page_rows	*s = arena_alloc(a, 1, sizeof(*s));
	struct value		 v[VALUES_MAX];
	int			 col[APPLICANT__N], n = 0;

	s->arena = a;
	if (!list_rows(s, c))
		return 0;
	columns_of(LOOSE_SETS - 1, col);
	for (int i = 0; i < s->n; i++)
		if (!s->line[i].read && (!place_loose(s->line[i].row,
		    &s->line[i].at) || !loose_say(a, s->line[i].row, col, v)))
			s->line[i].at.n = 0;
	for (int i = 0; i < s->n; i++) {
		struct line	*l = &s->line[i];

		if (l->read || !is_full(l) || !is_labelled(s, i) ||
		    (!is_like_full(s, i, -1) && !is_like_full(s, i, 1)))
			continue;
		fill_row(s, l, col);
		c->unread--;
		n++;
	}
	return n;
}

int
abreast_solve(struct arena *a, struct cand *c)
{
	struct page_rows	*s = arena_alloc(a, 1, sizeof(*s));
	int			 n = 0, was;

	s->arena = a;
	/* Figures without a label may be those that a row seems to lack. */
	if (c->strange > 0 || !list_rows(s, c))
		return 0;
	s->left = is_left(s);
	do {
		was = n;
		for (int i = 0; i < s->n; i++)
			if (solve_row(s, i)) {
				c->unread--;
				n++;
			}
	} while (n > was);
	return n;
}
