/*
 * How many columns of figures there are, and which a row has figures in.
 */
#include <config.h>

#include "base/arena.h"
#include "read/text_layout.h"

#define NEAR_FULL	24	/* lines to a full row that is asked */
#define NEAR		3	/* columns between figures of one column */

static bool
add_row(struct columns *x, const struct region *g, const struct row *r)
{
	if (r->n - r->nlabel > g->most || row_is_glued(r))
		return true;
	for (size_t i = r->nlabel; i < r->n; i++)
		if (!columns_add(x, &r->piece[i]))
			return false;
	return true;
}

/* The columns of the page on which the table begins. */
static bool
columns_of_page(struct columns *x, const struct region *g)
{
	x->n = 0;
	for (size_t i = 0; i < g->n; i++)
		if (g->row[i].page == g->row[0].page &&
		    !add_row(x, g, &g->row[i]))
			return false;
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
		if (k == full->n || full->piece[k].from >= p->to ||
		    (k + 1 < full->n && full->piece[k + 1].from < p->to))
			return false;
		slot[i - r->nlabel] = k++ - full->nlabel;
	}
	return true;
}

/*
 * The heads above a row of a narrow table: of the lines of heads that are
 * nearest, the one with most.  NULL if there are none.
 */
static const struct row *
heads_above(const struct region *g, size_t at)
{
	const struct row	*best = NULL;
	size_t			 i = at;

	while (i > 0 && !g->row[i - 1].head)
		i--;
	for (; i > 0 && g->row[i - 1].head; i--)
		if (g->row[i - 1].n > 1 &&
		    (best == NULL || g->row[i - 1].n > best->n))
			best = &g->row[i - 1];
	return best;
}

/* Narrow tables stand one below the other; the head of each tells. */
size_t
slots_expected(const struct region *g, size_t at)
{
	const struct row	*head;

	if (g->most >= SURE)
		return g->most;
	head = heads_above(g, at);
	return head != NULL ? head->n - 1 : g->most;
}

/* The row with its columns in the other measure. */
static struct row
other_measure(const struct region *g, const struct row *r)
{
	struct row	 o = *r;

	o.piece = arena_alloc(g->t->arena, r->n + 1, sizeof(*o.piece));
	for (size_t i = 0; i < r->n; i++) {
		o.piece[i] = r->piece[i];
		o.piece[i].from = r->piece[i].from2;
		o.piece[i].to = r->piece[i].to2;
	}
	return o;
}

/* Whether the figures would be below other heads in the other measure. */
static bool
is_open_to_measure(const struct region *g, const struct row *r,
    const struct row *names, const size_t *slot)
{
	struct row	 r2 = other_measure(g, r), n2 = other_measure(g, names);
	size_t		 slot2[ROW_CELLS];

	if (r->n - r->nlabel > ROW_CELLS || !line_up(&r2, &n2, slot2))
		return false;
	for (size_t i = 0; i < r->n - r->nlabel; i++)
		if (slot[i] != slot2[i])
			return true;
	return false;
}

/* Texts with pages are those of PDFs, whose columns are characters. */
static bool
is_paged(struct text *t)
{
	for (size_t i = 0; i < t->n && !t->page_seen; i++)
		t->paged |= t->line[i].raw.p[0] == '\f';
	t->page_seen = true;
	return t->paged;
}

/* Whether each figure is below one head; which. */
static bool
ask_heads(const struct region *g, size_t at, size_t *slot)
{
	const struct row	*head = heads_above(g, at);
	struct row		 names;

	if (head == NULL || head->page != g->row[at].page)
		return false;
	names = *head;
	names.nlabel = 1;
	return line_up(&g->row[at], &names, slot) && (g->row[at].n -
	    g->row[at].nlabel == slots_expected(g, at) || is_paged(g->t) ||
	    !is_open_to_measure(g, &g->row[at], &names, slot));
}

/*
 * How much figures stand below each other, in thousandths: how many rows
 * line up with the full row before, or in narrow tables with their heads;
 * or, where full rows are rare, whether all figures of the page are in as
 * many columns as there should be.
 */
static int
alignment(const struct region *g)
{
	const struct row	*last = NULL;
	struct columns		 x;
	size_t			 slot[ROW_CELLS];
	int			 all = 0, good = 0;

	for (size_t i = 0; i < g->n; i++) {
		const struct row	*r = &g->row[i];

		if (g->most < SURE && r->nlabel < r->n &&
		    r->n - r->nlabel == slots_expected(g, i)) {
			all++;
			good += ask_heads(g, i, slot);
		}
		if (g->most < SURE || r->nlabel == r->n ||
		    r->n - r->nlabel > g->most)
			continue;
		if (last != NULL && last->page == r->page) {
			all++;
			good += line_up(r, last, slot);
		}
		if (r->n - r->nlabel == g->most && !row_is_glued(r))
			last = r;
	}
	if (all > 1)
		return 1000 * good / all;
	return columns_of_page(&x, g) && x.n == g->most ? 1000 : 0;
}

/* Chooses the measure in which figures stand below each other. */
static void
choose_measure(struct region *g)
{
	int	 chars = alignment(g);

	if (chars == 1000)
		return;
	region_measure(g);
	if (alignment(g) <= chars)
		region_measure(g);
}

/* Figures without a label, right below a row that has more of them. */
static bool
may_be_rest(const struct region *g, size_t i)
{
	const struct row	*r = &g->row[i];

	return i > 0 && r->n > 0 && r->nlabel == 0 &&
	    !line_is_apart(r->line) && r->n < (r - 1)->n - (r - 1)->nlabel;
}

/*
 * The most figures that two rows have: one row may have more than there are
 * columns, because of a number in its label.  Where there is only one row,
 * its heads must tell.
 */
bool
slots_count(struct region *g)
{
	size_t	 most = 0, second = 0, k;

	for (size_t i = 0; i < g->n; i++) {
		if (may_be_rest(g, i))
			continue;
		k = g->row[i].n - g->row[i].nlabel;
		if (k >= most) {
			second = most;
			most = k;
		} else if (k > second)
			second = k;
	}
	g->most = second > 2 ? second : most;
	if (g->most > ROW_CELLS)
		return false;
	choose_measure(g);
	leaves_find(g);
	if (second == 0 && most < SURE && g->nleaf < 2 * SURE)
		return false;
	if (g->most < SURE) {
		/* So many columns are blank, or it is a narrow table. */
		if (g->nleaf >= SURE)
			g->most = g->nleaf;
		return true;
	}
	/* The head of some columns may seem to be one of its own. */
	if (second == 0 && most >= 2 * SURE && g->nleaf == most + 1)
		return true;
	if (g->nleaf > g->most && leaves_are_bare(g))
		g->most = g->nleaf;
	/* A row with a figure more is right where there are heads for it. */
	if (g->most < most && most <= g->nleaf)
		g->most = g->nleaf;
	if (second == 0 && g->nleaf == 0)
		g->most++;	/* nothing says that it is full */
	return g->most <= ROW_CELLS;
}

static bool
is_near(const struct piece *a, const struct piece *b)
{
	return a->from < b->to + NEAR && b->from < a->to + NEAR;
}

static bool
all_equal(const struct row *r)
{
	for (size_t i = r->nlabel + 1; i < r->n; i++)
		if (!str_eq(r->piece[i].text, r->piece[r->nlabel].text))
			return false;
	return true;
}

/* The nearest full row of the page on one side; NULL if none is near. */
static const struct row *
full_row(const struct region *g, size_t at, bool below)
{
	for (size_t d = 1; d <= NEAR_FULL; d++) {
		size_t			 i = below ? at + d : at - d;
		const struct row	*o;

		if (i >= g->n || g->row[i].page != g->row[at].page)
			break;
		o = &g->row[i];
		if (o->n - o->nlabel == g->most && !row_is_glued(o))
			return o;
	}
	return NULL;
}

/* Whether figures in these columns stand between their neighbours. */
static bool
fits(const struct row *r, const struct row *full, const size_t *slot)
{
	const struct piece	*p = &full->piece[full->nlabel];

	for (size_t i = r->nlabel; i < r->n; i++) {
		size_t	 k = slot[i - r->nlabel];

		if ((k > 0 && r->piece[i].from <= p[k - 1].to) ||
		    (k + 1 < full->n - full->nlabel &&
		    r->piece[i].to >= p[k + 1].from))
			return false;
	}
	return true;
}

/*
 * Full rows on both sides, one of which the figures stand below or above
 * while the other leaves room for them; and the label has pushed nothing.
 */
static bool
ask_full_rows(const struct region *g, size_t at, size_t *slot)
{
	const struct row	*r = &g->row[at];
	const struct row	*above = full_row(g, at, false);
	const struct row	*below = full_row(g, at, true);

	if (above == NULL || below == NULL ||
	    !((line_up(r, above, slot) && fits(r, below, slot)) ||
	    (line_up(r, below, slot) && fits(r, above, slot))))
		return false;
	return slot[0] == 0 || r->nlabel == 0 || r->piece[r->nlabel].from >
	    r->piece[r->nlabel - 1].to + NEAR;
}

/*
 * Whether the figures of a full row are where those of the nearest other
 * ones are, more or less.  Where they are not, figures may have changed
 * places when the page was taken apart.
 */
bool
slots_are_sure(const struct region *g, size_t at)
{
	const struct row	*r = &g->row[at], *o;
	int			 bad = 0, good = 0;

	for (int side = 0; side < 2; side++) {
		bool	 same = true;

		if ((o = full_row(g, at, side == 1)) == NULL)
			continue;
		for (size_t k = 0; k < r->n - r->nlabel; k++)
			same &= is_near(&r->piece[r->nlabel + k],
			    &o->piece[o->nlabel + k]);
		bad += !same;
		good += same;
	}
	return good > 0 || all_equal(r) || (bad == 0 && g->nfull == 1);
}

bool
slots_find(const struct region *g, size_t at, size_t slot[ROW_CELLS])
{
	const struct row	*r = &g->row[at];

	if (g->most < SURE)
		return ask_heads(g, at, slot);
	return bands_are_columns(g, r, slot) || leaves_above(g, r, slot) ||
	    ask_full_rows(g, at, slot);
}
