/*
 * Which figures stand below each other: rows are put into groups, and what
 * the figures of a group cover, from left to right, are its bands.
 */
#include <config.h>

#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "read/text_layout.h"

#define GROUPS		500	/* of a region */
#define GROUPS_OF_PAGE	12	/* columns in which labels begin */
#define GROUP_ROWS	3	/* fewer may be pushed each its own way */

bool
columns_add(struct columns *x, const struct piece *p)
{
	struct column	 c = { p->from, p->to };
	size_t		 i = 0, k;

	while (i < x->n && x->c[i].to <= c.from)
		i++;
	for (k = i; k < x->n && x->c[k].from < c.to; k++) {
		if (x->c[k].from < c.from)
			c.from = x->c[k].from;
		if (x->c[k].to > c.to)
			c.to = x->c[k].to;
	}
	if (k == i && x->n == 2 * ROW_CELLS)
		return false;
	memmove(&x->c[i + 1], &x->c[k], (x->n - k) * sizeof(*x->c));
	x->n = x->n - (k - i) + 1;
	x->c[i] = c;
	return true;
}

int
row_label_from(const struct row *r)
{
	if (r->nlabel > 0)
		return r->piece[r->nlabel - 1].from;
	return r->label != NULL ? r->label->from : 0;
}

static bool
is_member(const struct region *g, const struct row *r)
{
	return r->nlabel < r->n && r->n - r->nlabel <= g->most &&
	    !row_is_glued(r);
}

/* The group of a row among those of its page, new if there is none. */
static struct group *
group_of(struct region *g, size_t first, const struct row *r)
{
	int	 from = row_label_from(r);

	for (size_t i = first; i < g->ngroup; i++) {
		int	 off = g->group[i].from - from;

		if (off <= SHIFT && off >= -SHIFT)
			return &g->group[i];
	}
	if (g->ngroup == first + GROUPS_OF_PAGE || g->ngroup == GROUPS)
		return NULL;
	g->group[g->ngroup] = (struct group){ .from = from };
	return &g->group[g->ngroup++];
}

/* The band of a piece, from 0. */
static size_t
band_of(const struct group *o, const struct piece *p)
{
	size_t	 k = 0;

	while (o->seen.c[k].to <= p->from)
		k++;
	return k;
}

/* Which bands a row has, and whether they are its own and beside each other. */
static void
look_at(struct group *o, const struct row *r)
{
	size_t	 last = 0, k;

	for (size_t i = r->nlabel; i < r->n; i++, last = k) {
		k = band_of(o, &r->piece[i]);
		if (i == r->nlabel)
			continue;
		o->unclear |= k <= last;
		if (k == last + 1)
			o->beside[last] = true;
	}
}

void
bands_find(struct region *g)
{
	size_t	 first = 0;
	int	 page = -1;

	/* The same ones for each region: they are large, and soon done with. */
	if (g->t->group == NULL)
		g->t->group = arena_alloc(g->t->arena, GROUPS,
		    sizeof(*g->group));
	g->group = g->t->group;
	g->left = INT_MAX;
	for (size_t i = 0; i < g->n; i++) {
		struct row	*r = &g->row[i];

		if (r->page != page) {
			first = g->ngroup;
			page = r->page;
		}
		if (!is_member(g, r))
			continue;
		g->nfull += r->n - r->nlabel == g->most;
		if (page == g->leaf_page && row_label_from(r) < g->left)
			g->left = row_label_from(r);
		r->group = group_of(g, first, r);
		if (r->group != NULL)
			r->group->nrow++;
		for (size_t k = r->nlabel; k < r->n && r->group != NULL; k++)
			r->group->unclear |=
			    !columns_add(&r->group->seen, &r->piece[k]);
	}
	for (size_t i = 0; i < g->n; i++)
		if (g->row[i].group != NULL && !g->row[i].group->unclear)
			look_at(g->row[i].group, &g->row[i]);
}

static bool
is_clear(const struct group *o)
{
	return o != NULL && !o->unclear && o->nrow >= GROUP_ROWS;
}

bool
bands_are_columns(const struct region *g, const struct row *r, size_t *slot)
{
	const struct group	*o = r->group;

	if (!is_clear(o) || o->seen.n != g->most)
		return false;
	for (size_t i = 0; i + 1 < o->seen.n; i++)
		if (!o->beside[i])
			return false;
	for (size_t i = r->nlabel; i < r->n; i++)
		slot[i - r->nlabel] = band_of(o, &r->piece[i]);
	return true;
}

int
band_number(const struct region *g, const struct row *r, const struct piece *p)
{
	if (!is_clear(r->group))
		return 0;
	return (int)(r->group - g->group + 1) * GRID_BANDS +
	    (int)band_of(r->group, p);
}
