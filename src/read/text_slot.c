/*
 * Columns of figures, seen from one row: where figures of the rows around
 * it stand below each other, there is a column.  As many rows as are needed
 * to see all columns are looked at, and no more, because columns are not
 * in the same place all down the page.
 */
#include <config.h>

#include <string.h>

#include "read/text_layout.h"

#define NEAREST		3	/* rows on either side to begin with */
#define FARTHEST	48
#define NEAR_FULL	8	/* lines to a full row that is asked */

struct column {
	int	 from, to;
};

struct columns {
	struct column	 c[2 * ROW_CELLS];
	size_t		 n;
};

/* Adds what a figure covers; columns that it connects become one. */
static bool
add(struct columns *x, const struct piece *p)
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

static bool
add_row(struct columns *x, const struct region *g, const struct row *r)
{
	if (r->n - r->nlabel > g->most)
		return true;
	for (size_t i = r->nlabel; i < r->n; i++)
		if (!add(x, &r->piece[i]))
			return false;
	return true;
}

/* The columns of the rows at most half away, on the same page. */
static bool
columns_near(struct columns *x, const struct region *g, size_t at,
    size_t half)
{
	x->n = 0;
	for (size_t i = at; i + half + 1 > at; i--) {
		if (!add_row(x, g, &g->row[i]))
			return false;
		if (i == 0 || g->row[i].line->raw.p[0] == '\f')
			break;
	}
	for (size_t i = at + 1; i < g->n && i <= at + half; i++) {
		if (g->row[i].line->raw.p[0] == '\f')
			break;
		if (!add_row(x, g, &g->row[i]))
			return false;
	}
	return true;
}

/* Whether each figure of a row is below one of a full row, and which. */
static bool
line_up(const struct row *r, const struct row *full, size_t *slot)
{
	size_t	 k = full->nlabel;

	for (size_t i = r->nlabel; i < r->n; i++) {
		const struct piece	*p = &r->piece[i];

		while (k < full->n && full->piece[k].to <= p->from)
			k++;
		if (k == full->n || full->piece[k].from >= p->to)
			return false;
		slot[i - r->nlabel] = k++ - full->nlabel;
	}
	return true;
}

/* The nearest full rows on either side speak for the row, if they agree. */
static bool
ask_full_rows(const struct region *g, size_t at, size_t slot[ROW_CELLS])
{
	const struct row	*r = &g->row[at];
	size_t			 other[ROW_CELLS], n = r->n - r->nlabel;
	int			 found = 0;

	for (int side = 0; side < 2; side++)
		for (size_t d = 1; d <= NEAR_FULL; d++) {
			size_t	 i = side == 0 ? at - d : at + d;

			if (i >= g->n)
				break;
			if (g->row[i].n - g->row[i].nlabel != g->most)
				continue;
			if (!line_up(r, &g->row[i], found ? other : slot))
				break;
			if (found && memcmp(slot, other,
			    n * sizeof(*slot)) != 0)
				return false;
			found = 1;
			break;
		}
	return found;
}

bool
slots_find(const struct region *g, size_t at, size_t slot[ROW_CELLS])
{
	const struct row	*r = &g->row[at];
	struct columns		 x;
	size_t			 k;

	for (size_t half = NEAREST; half <= FARTHEST; half *= 2) {
		if (!columns_near(&x, g, at, half) || x.n > g->most)
			break;
		if (x.n < g->most)
			continue;
		k = 0;
		for (size_t i = r->nlabel; i < r->n; i++) {
			while (x.c[k].to <= r->piece[i].from)
				k++;
			slot[i - r->nlabel] = k++;
		}
		return true;
	}
	return ask_full_rows(g, at, slot);
}
