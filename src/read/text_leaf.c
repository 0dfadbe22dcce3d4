/*
 * The heads of columns made of spaces: which are the columns of the table,
 * and what stands below them.
 */
#include <config.h>

#include <limits.h>
#include <stdlib.h>

#include "base/arena.h"
#include "read/text_layout.h"

#define NEAR		3	/* columns between heads of one column */
#define HEAD_FAR	60	/* lines of a page that its heads are held to */

/* Where figures begin, on the page where the table begins. */
static int
left_edge(const struct region *g)
{
	int	 edge = INT_MAX;

	for (size_t i = 0; i < g->n; i++) {
		const struct row	*r = &g->row[i];

		if (r->page == g->leaf_page && r->nlabel < r->n &&
		    r->piece[r->nlabel].from < edge)
			edge = r->piece[r->nlabel].from;
	}
	return edge;
}

/* Where the label of the first row with figures ends. */
static int
label_edge(const struct region *g)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->row[i].nlabel < g->row[i].n)
			return g->row[i].nlabel == 1 ?
			    g->row[i].piece[0].to : INT_MAX;
	return INT_MAX;
}

static int
by_column(const void *va, const void *vb)
{
	const struct leaf	*a = va, *b = vb;

	return a->low.from - b->low.from;
}

static bool
is_remark(struct str s)
{
	return str_eq(s, STR("备注")) || str_eq(s, STR("说明"));
}

/* Whether another head of the line is nearer to one below. */
static bool
other_is_nearer(const struct row *r, size_t k, int from)
{
	int	 off = abs(r->piece[k].from - from);

	return (k > 0 && abs(r->piece[k - 1].from - from) <= off) ||
	    (k + 1 < r->n && abs(r->piece[k + 1].from - from) <= off);
}

/*
 * The k-th head of a line, which are taken from the last one up.  One that
 * begins where one on a lower line does is the upper part of that, or stands
 * above several; one that is above others elsewhere is no leaf.
 */
static void
add_head(struct region *g, size_t line, size_t k)
{
	const struct row	*r = &g->row[line];
	const struct piece	*p = &r->piece[k];
	struct leaf		*best = NULL;
	bool			 above = false;
	int			 least = NEAR + 1;

	for (size_t i = 0; i < g->nleaf; i++) {
		struct leaf	*l = &g->leaf[i];
		int		 off = abs(p->from - l->top.from);

		if (l->line == line)
			continue;
		above |= p->from < l->top.to && l->top.from < p->to;
		if (off < least && !other_is_nearer(r, k, l->top.from)) {
			least = off;
			best = l;
		}
	}
	if (best != NULL) {
		best->top = *p;
		best->line = line;
	} else if (!above && g->nleaf < ROW_CELLS)
		g->leaf[g->nleaf++] = (struct leaf){ .low = *p, .top = *p,
		    .line = line };
}

/*
 * The heads in front of row n that have no other head below them, but for
 * those that end before edge and begin before end.
 */
static void
collect_leaves(struct region *g, size_t n, int edge, int end)
{
	g->leaf = arena_alloc(g->t->arena, ROW_CELLS, sizeof(*g->leaf));
	g->nleaf = 0;
	while (n-- > 0) {
		const struct row	*r = &g->row[n];

		for (size_t i = 0; r->head && i < r->n; i++)
			if ((r->piece[i].to > edge ||
			    r->piece[i].from >= end) &&
			    !is_remark(r->piece[i].text))
				add_head(g, n, i);
	}
	qsort(g->leaf, g->nleaf, sizeof(*g->leaf), by_column);
}

/* The first row with figures. */
static size_t
first_figures(const struct region *g)
{
	size_t	 n = 0;

	while (n < g->n && g->row[n].nlabel == g->row[n].n)
		n++;
	return n;
}

void
leaves_find(struct region *g)
{
	size_t	 n = first_figures(g);

	g->leaf_page = n < g->n ? g->row[n].page : 0;
	collect_leaves(g, n, left_edge(g), label_edge(g));
}

size_t
heads_begin(const struct region *g, int *head)
{
	struct region	 all = *g;

	collect_leaves(&all, first_figures(g), INT_MIN, INT_MIN);
	for (size_t i = 0; i < all.nleaf; i++)
		head[i] = all.leaf[i].low.from;
	return all.nleaf;
}

/* Whether each head is in a column of its own. */
static bool
leaves_are_apart(const struct region *g)
{
	for (size_t k = 0; k + 1 < g->nleaf; k++)
		if (g->leaf[k].low.to > g->leaf[k + 1].low.from)
			return false;
	return true;
}

/*
 * Whether the figures of a row begin where heads do, or a digit behind; below
 * which, and whether the last one is below the last.
 */
static bool
is_below_leaves(const struct region *g, const struct row *r, size_t *slot,
    bool *last)
{
	size_t	 k = 0;

	for (size_t i = r->nlabel; i < r->n; i++) {
		const struct piece	*p = &r->piece[i];

		while (k < g->nleaf && g->leaf[k].low.to <= p->from)
			k++;
		if (k == g->nleaf || p->from < g->leaf[k].low.from ||
		    p->from > g->leaf[k].low.from + 1)
			return false;
		slot[i - r->nlabel] = k++;
	}
	*last = k > 0 && k == g->nleaf;
	return true;
}

/* Whether a head has no figure below it on its page. */
static bool
is_empty(const struct region *g, const struct leaf *l)
{
	for (size_t i = 0; i < g->n; i++) {
		const struct row	*r = &g->row[i];

		for (size_t m = r->nlabel; m < r->n &&
		    r->page == g->leaf_page; m++)
			if (r->piece[m].from < l->low.to &&
			    r->piece[m].to > l->low.from)
				return false;
	}
	return true;
}

bool
leaves_are_bare(const struct region *g)
{
	size_t	 slot[ROW_CELLS], first = first_figures(g);
	bool	 last;

	for (size_t k = 0; k < g->nleaf; k++)
		if (is_empty(g, &g->leaf[k]))
			return true;
	return g->row[first].nlabel == 1 && leaves_are_apart(g) &&
	    g->row[first].n <= g->nleaf &&
	    is_below_leaves(g, &g->row[first], slot, &last) && last;
}

/* A label as wide as all columns of labels pushes nothing. */
static bool
is_wide(const struct region *g, const struct row *r)
{
	return r->page == g->leaf_page && r->nlabel <= 1 && r->nlabel < r->n &&
	    row_label_from(r) <= g->left + SHIFT;
}

bool
leaves_above(const struct region *g, const struct row *r,
    size_t slot[ROW_CELLS])
{
	size_t	 other[ROW_CELLS];
	bool	 last;

	if (g->nleaf != g->most || !is_wide(g, r) || !leaves_are_apart(g) ||
	    !is_below_leaves(g, r, slot, &last))
		return false;
	for (size_t i = 0; !last && i < g->n && i < HEAD_FAR; i++)
		last = is_wide(g, &g->row[i]) &&
		    is_below_leaves(g, &g->row[i], other, &last) && last;
	return last;
}
