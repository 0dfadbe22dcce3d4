#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/pdf_lattice.h"

#define TOUCH	(5 * PT / 2)	/* rules so close meet */
#define SAME	(3 * PT)	/* boundaries so close are one */
#define BEYOND	(6 * PT)	/* a rule that goes so far has an open end */
#define SLIVER	(8 * PT)	/* a column too narrow for text */
#define SLIT	(5 * PT)	/* a row too low for text */
#define LEAST_W	(40 * PT)	/* a table is at least so wide */
#define LEAST_H	(8 * PT)	/* and so high */
#define FRAMES	200		/* lattices of a page that may nest */
#define MOST	2000		/* rules of a page, one way, after joining */

/*
 * Rules in sets that touch: a forest over the horizontal rules, which come
 * first, and the vertical ones.
 */
struct forest {
	int	*up;
};

static int
root(struct forest *f, int i)
{
	while (f->up[i] != i) {
		f->up[i] = f->up[f->up[i]];
		i = f->up[i];
	}
	return i;
}

/* The lower index is the root, so that the order of the input decides. */
static void
unite(struct forest *f, int i, int k)
{
	i = root(f, i);
	k = root(f, k);
	if (i < k)
		f->up[k] = i;
	else
		f->up[i] = k;
}

static bool
within(int v, int from, int to, int slack)
{
	return v >= from - slack && v <= to + slack;
}

static struct forest
connect(struct arena *a, const struct pdf_page *p)
{
	int		 n = p->nacross + p->ndown;
	struct forest	 f = { arena_alloc(a, (size_t)n, sizeof(int)) };

	for (int i = 0; i < n; i++)
		f.up[i] = i;
	for (int i = 0; i < p->nacross; i++)
		for (int k = 0; k < p->ndown; k++) {
			const struct pdf_rule	*h = &p->across[i];
			const struct pdf_rule	*v = &p->down[k];

			if (within(v->at, h->from, h->to, TOUCH) &&
			    within(h->at, v->from, v->to, TOUCH))
				unite(&f, i, p->nacross + k);
		}
	return f;
}

static int
by_value(const void *a, const void *b)
{
	int	 x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

/* Sorts positions and makes one of those that are SAME; returns how many. */
static int
distinct(int *v, int n)
{
	int	 out = 0, end;

	qsort(v, (size_t)n, sizeof(*v), by_value);
	for (int i = 0; i < n; i = end) {
		for (end = i + 1; end < n && v[end] - v[i] <= SAME;)
			end++;
		v[out++] = v[i] + (v[end - 1] - v[i]) / 2;
	}
	return out;
}

/*
 * The boundaries that rules of one direction draw, and those that the ends
 * of the others imply where nothing is drawn: tables without sides, or cut
 * off by the end of the page.
 */
static int *
boundaries(struct arena *a, const struct pdf_rule *rule, int n,
    const int *set, const struct pdf_rule *cross, int ncross,
    const int *crossset, int want, int *nout)
{
	int	*v, k = 0, least = 0, most = 0;
	bool	 any = false;

	for (int i = 0; i < n; i++)
		k += set[i] == want;
	v = arena_alloc(a, (size_t)k + 2, sizeof(*v));
	k = 0;
	for (int i = 0; i < n; i++)
		if (set[i] == want)
			v[k++] = rule[i].at;
	k = distinct(v, k);
	for (int i = 0; i < ncross; i++)
		if (crossset[i] == want) {
			if (!any || cross[i].from < least)
				least = cross[i].from;
			if (!any || cross[i].to > most)
				most = cross[i].to;
			any = true;
		}
	if (any && (k == 0 || least < v[0] - BEYOND))
		v[k++] = least;
	if (any && most > v[k - 1] + BEYOND && most > v[0] + BEYOND)
		v[k++] = most;
	*nout = distinct(v, k);
	return v;
}

/* The index of the boundary nearest to v. */
static int
nearest(const int *b, int n, int v)
{
	int	 best = 0;

	for (int i = 1; i < n; i++)
		if (abs(b[i] - v) < abs(b[best] - v))
			best = i;
	return best;
}

static unsigned char *
left_of(const struct lattice *l, int row, int k)
{
	return &l->left[(size_t)row * ((size_t)l->ncol + 1) + (size_t)k];
}

static unsigned char *
top_of(const struct lattice *l, int k, int col)
{
	return &l->top[(size_t)k * (size_t)l->ncol + (size_t)col];
}

/* A wall stands where a rule covers the middle of a slot's side. */
static void
build_walls(struct lattice *l, const struct pdf_page *p, const int *set,
    int want)
{
	for (int i = 0; i < p->ndown; i++) {
		const struct pdf_rule	*r = &p->down[i];
		int			 k;

		if (set[p->nacross + i] != want)
			continue;
		k = nearest(l->x, l->ncol + 1, r->at);
		for (int row = 0; row < l->nrow; row++)
			if (within(l->y[row] + (l->y[row + 1] - l->y[row]) / 2,
			    r->from, r->to, 0))
				*left_of(l, row, k) = 1;
	}
	for (int i = 0; i < p->nacross; i++) {
		const struct pdf_rule	*r = &p->across[i];
		int			 k;

		if (set[i] != want)
			continue;
		k = nearest(l->y, l->nrow + 1, r->at);
		for (int col = 0; col < l->ncol; col++)
			if (within(l->x[col] + (l->x[col + 1] - l->x[col]) / 2,
			    r->from, r->to, 0))
				*top_of(l, k, col) = 1;
	}
}

static int *
slot_of(const struct lattice *l, int row, int col)
{
	return &l->slot[(size_t)row * (size_t)l->ncol + (size_t)col];
}

/* Whether the cell can take in one more row of slots below. */
static bool
can_go_down(const struct lattice *l, const struct lattice_cell *c)
{
	int	 row = c->row + c->rowspan;

	if (row >= l->nrow)
		return false;
	for (int k = c->col; k < c->col + c->colspan; k++)
		if (*top_of(l, row, k) || *slot_of(l, row, k) >= 0 ||
		    (k > c->col && *left_of(l, row, k)))
			return false;
	return true;
}

/* Slots with no wall between them become cells, always rectangles. */
static void
build_cells(struct lattice *l)
{
	l->ncell = 0;
	for (int i = 0; i < l->nrow * l->ncol; i++)
		l->slot[i] = -1;
	for (int row = 0; row < l->nrow; row++)
		for (int col = 0; col < l->ncol; col++) {
			struct lattice_cell	 c = { row, col, 1, 1, false };

			if (*slot_of(l, row, col) >= 0)
				continue;
			while (col + c.colspan < l->ncol &&
			    !*left_of(l, row, col + c.colspan) &&
			    *slot_of(l, row, col + c.colspan) < 0)
				c.colspan++;
			while (can_go_down(l, &c))
				c.rowspan++;
			for (int r = row; r < row + c.rowspan; r++)
				for (int k = 0; k < c.colspan; k++)
					*slot_of(l, r, col + k) = l->ncell;
			l->cell[l->ncell++] = c;
		}
}

static int
interval(const int *b, int n, int v)
{
	int	 low = 0, high = n;	/* b[low] <= v < b[high] */

	if (n < 1 || v < b[0] || v > b[n])
		return -1;
	while (high - low > 1) {
		int	 mid = low + (high - low) / 2;

		if (b[mid] <= v)
			low = mid;
		else
			high = mid;
	}
	return low;
}

int
lattice_at(const struct lattice *l, int x, int y)
{
	int	 row = interval(l->y, l->nrow, y);
	int	 col = interval(l->x, l->ncol, x);

	return row < 0 || col < 0 ? -1 : *slot_of(l, row, col);
}

static bool
any_kept(const unsigned char *kept, int from, int n)
{
	for (int i = from; i < from + n; i++)
		if (kept[i])
			return true;
	return false;
}

static void
keep_widest(const int *at, unsigned char *kept, int from, int n)
{
	int	 best = from;

	for (int i = from; i < from + n; i++)
		if (at[i + 1] - at[i] > at[best + 1] - at[best])
			best = i;
	kept[best] = 1;
}

/*
 * Which rows and columns are those of the table: the ones with room for text
 * and what cells with words in them need.
 */
static void
find_kept(const struct lattice *l, const struct pdf_page *p,
    unsigned char *row, unsigned char *col)
{
	for (int i = 0; i < l->nrow; i++)
		row[i] = l->y[i + 1] - l->y[i] >= SLIT;
	for (int i = 0; i < l->ncol; i++)
		col[i] = l->x[i + 1] - l->x[i] >= SLIVER;
	for (int i = 0; i < p->nword; i++) {
		const struct pdf_box		*b = &p->word[i].box;
		const struct lattice_cell	*c;
		int				 at;

		at = lattice_at(l, b->x0 + (b->x1 - b->x0) / 2,
		    b->y0 + (b->y1 - b->y0) / 2);
		if (at < 0)
			continue;
		c = &l->cell[at];
		if (!any_kept(row, c->row, c->rowspan))
			keep_widest(l->y, row, c->row, c->rowspan);
		if (!any_kept(col, c->col, c->colspan))
			keep_widest(l->x, col, c->col, c->colspan);
	}
}

static int *
count_kept(struct arena *a, unsigned char *kept, int n)
{
	int	*before = arena_alloc(a, (size_t)n + 1, sizeof(*before));

	if (!any_kept(kept, 0, n))
		kept[0] = 1;
	for (int i = 0; i < n; i++)
		before[i + 1] = before[i] + kept[i];
	return before;
}

static void
find_table(struct arena *a, struct lattice *l, const struct pdf_page *p)
{
	unsigned char	*row = arena_alloc(a, (size_t)l->nrow, 1);
	unsigned char	*col = arena_alloc(a, (size_t)l->ncol, 1);

	find_kept(l, p, row, col);
	l->table_row = count_kept(a, row, l->nrow);
	l->table_col = count_kept(a, col, l->ncol);
	for (int i = 0; i < l->ncell; i++) {
		const struct lattice_cell	*c = &l->cell[i];

		l->nreal += any_kept(row, c->row, c->rowspan) &&
		    any_kept(col, c->col, c->colspan);
	}
}

/* The lattice of one set of rules; *out is NULL if it is no table. */
static int
build(struct arena *a, const struct pdf_page *p, const int *set, int want,
    long *slots, struct lattice **out, struct err *e)
{
	struct lattice	*l = arena_alloc(a, 1, sizeof(*l));
	size_t		 n;

	*out = NULL;
	l->x = boundaries(a, p->down, p->ndown, set + p->nacross, p->across,
	    p->nacross, set, want, &l->ncol);
	l->y = boundaries(a, p->across, p->nacross, set, p->down, p->ndown,
	    set + p->nacross, want, &l->nrow);
	if (--l->ncol < 1 || --l->nrow < 1)
		return 0;
	l->box = (struct pdf_box){ l->x[0], l->y[0], l->x[l->ncol],
	    l->y[l->nrow] };
	if (l->box.x1 - l->box.x0 < LEAST_W || l->box.y1 - l->box.y0 < LEAST_H)
		return 0;
	n = (size_t)l->ncol * (size_t)l->nrow;
	if (l->ncol > LIMIT_COLUMNS || (*slots += (long)n) > LIMIT_SLOTS)
		return err_set(e, ERR_LIMIT,
		    "tables of more than %d columns or %d slots",
		    LIMIT_COLUMNS, LIMIT_SLOTS);
	l->left = arena_alloc(a, (size_t)l->nrow, (size_t)l->ncol + 1);
	l->top = arena_alloc(a, (size_t)l->nrow + 1, (size_t)l->ncol);
	l->slot = arena_alloc(a, n, sizeof(*l->slot));
	l->cell = arena_alloc(a, n, sizeof(*l->cell));
	build_walls(l, p, set, want);
	build_cells(l);
	find_table(a, l, p);
	*out = l;
	return 0;
}

/* Marks the cell that a lattice stands in, if it is inside of one. */
static void
mark_frame(struct lattice *l, const struct lattice *in)
{
	int	 at = lattice_at(l, in->box.x0 + PT, in->box.y0 + PT);

	if (l == in || at < 0 ||
	    at != lattice_at(l, in->box.x1 - PT, in->box.y1 - PT) ||
	    at != lattice_at(l, in->box.x1 - PT, in->box.y0 + PT) ||
	    at != lattice_at(l, in->box.x0 + PT, in->box.y1 - PT))
		return;
	l->cell[at].frame = l->frame = true;
}

int
pdf_lattices(struct arena *a, const struct pdf_page *p, long *slots,
    struct lattice **first, struct err *e)
{
	struct forest	 f;
	struct lattice	*l, *m, **at;
	int		*set, *any, n = 0;

	*first = NULL;
	if (p->nacross == 0 || p->ndown == 0 || p->nacross > MOST ||
	    p->ndown > MOST)
		return 0;
	f = connect(a, p);
	set = arena_alloc(a, (size_t)(p->nacross + p->ndown), sizeof(*set));
	any = arena_alloc(a, (size_t)p->nacross, sizeof(*any));
	for (int i = 0; i < p->nacross + p->ndown; i++) {
		set[i] = root(&f, i);
		if (i >= p->nacross && set[i] < p->nacross)
			any[set[i]]++;
	}
	for (int i = 0; i < p->nacross; i++) {
		if (any[i] == 0)
			continue;	/* no root, or nothing vertical */
		if (build(a, p, set, i, slots, &l, e) < 0)
			return -1;
		if (l == NULL)
			continue;
		for (at = first; *at != NULL && (*at)->box.y0 <= l->box.y0;)
			at = &(*at)->next;
		l->next = *at;
		*at = l;
		n++;
	}
	for (l = *first; l != NULL && n <= FRAMES; l = l->next)
		for (m = *first; m != NULL; m = m->next)
			mark_frame(l, m);
	return 0;
}
