/*
 * The labels of a table that no rules show, and which figures stand beside
 * which.  A label reaches from its first line to its last; rows of a table
 * do not overlap, so a line of figures between those two is the label's,
 * whether the figures stand at its top, half way down or at its foot.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/pdf_cluster.h"

#define WINDOW	16		/* blocks that may still go on */
#define LINES	60		/* of a label, at most */
#define AWAY	3		/* times its height a row is from its label */
#define AROUND	100		/* lines that show how wide labels are */

/* "（三", of which the rest was wrapped. */
static bool
is_open_item(struct str s)
{
	static const struct str	 numerals = { "一二三四五六七八九十", 30 };
	size_t			 at = 0, before;

	if (s.n == 0 || utf8_fold(utf8_next(s, &at)) != '(' || at == s.n)
		return false;
	while (at < s.n) {
		before = at;
		utf8_next(s, &at);
		if (!str_has(numerals, str_sub(s, before, at - before)))
			return false;
	}
	return true;
}

static bool
begins_item(const struct chunk *k)
{
	return pdf_begins_item(k->word->text) || is_open_item(k->word->text);
}

int
cluster_first_width(const struct chunk *k)
{
	const struct pdf_word	*w = k->word;
	size_t			 n, all = str_width(w->text);

	return all == 0 ? 0 : (int)((long)(w->box.x1 - w->box.x0) *
	    utf8_width(utf8_first(w->text, &n)) / (long)all);
}

/* Whether at least half of the narrower one is above or below the other. */
static bool
overlap(const struct pdf_box *a, const struct pdf_box *b)
{
	int	 from = a->x0 > b->x0 ? a->x0 : b->x0;
	int	 to = a->x1 < b->x1 ? a->x1 : b->x1;
	int	 wide = a->x1 - a->x0 < b->x1 - b->x0 ? a->x1 - a->x0 :
	    b->x1 - b->x0;

	return to - from >= wide / 2;
}

static bool
has_figures(const struct cluster *c, const struct block *b)
{
	for (int i = b->first; i <= b->last; i++)
		if (c->row[i].figures != 0)
			return true;
	return false;
}

/* Whether each of its lines with figures, of which there are, has all. */
static bool
are_complete(const struct cluster *c, const struct block *b)
{
	for (int i = b->first; i <= b->last; i++)
		if (c->row[i].figures != 0 && c->row[i].figures != c->ncol)
			return false;
	return has_figures(c, b);
}

/* As far to the right as any label reaches that is in the way of a block. */
static int
right_end(const struct cluster *c, const struct block *b, int from, int to)
{
	int	 x = b->box.x1;

	from = b->last - from > AROUND ? b->last - AROUND : from;
	to = to - b->last > AROUND ? b->last + AROUND : to;
	for (int i = from; i < to; i++)
		for (int k = 0; k < c->row[i].n; k++) {
			const struct chunk	*l =
			    &c->chunk[c->row[i].first + k];

			if (l->box.x1 > x && cluster_is_label(c, l) &&
			    overlap(&l->box, &b->box) &&
			    !cluster_is_title(&c->row[i], c))
				x = l->box.x1;
		}
	return x;
}

/*
 * Whether a label that does not begin as an item had to be broken in front
 * of the chunk: no label is wider, and the figures are close.
 */
static bool
is_full(const struct cluster *c, const struct block *b, const struct chunk *k,
    int from, int to)
{
	int	 wide = cluster_first_width(k), end = b->tail.x1 + wide;

	return end > right_end(c, b, from, to) &&
	    (c->ncol == 0 || end + wide > c->lo[0]);
}

bool
cluster_has_new_figure(const struct cluster *c, const struct row *r)
{
	const struct row	*above = r - 1;

	for (int i = r->first; i < r->first + r->n; i++) {
		bool	 under = false;

		if (!c->chunk[i].figure)
			continue;
		for (int k = above->first; k < above->first + above->n; k++)
			under |= c->chunk[k].figure &&
			    cluster_is_piece(c, &c->chunk[k]) &&
			    overlap(&c->chunk[k].box, &c->chunk[i].box);
		if (!under)
			return true;
	}
	return false;
}

/* Whether it is the last label on the line. */
static bool
is_innermost(const struct cluster *c, const struct row *r,
    const struct chunk *k)
{
	return k + 1 == &c->chunk[r->first + r->n] ||
	    !cluster_is_label(c, k + 1);
}

/* Whether a rule is right above the chunk. */
static bool
has_rule(const struct row *r, const struct chunk *k)
{
	int	 x = pdf_box_middle(&k->box);

	return r->from <= x && x < r->to;
}

/* Whether the chunk goes on with the block that ends right above it. */
static bool
goes_on(struct cluster *c, struct block *b, const struct chunk *k, int at,
    int from, int to)
{
	const struct row	*r = &c->row[at];

	if (b->head)
		return r->figures == 0 && is_full(c, b, k, from, to);
	if (b->item)
		return b->group || !(r->figures == c->ncol &&
		    are_complete(c, b) &&
		    is_innermost(c, r, k) && cluster_has_new_figure(c, r));
	if (!is_full(c, b, k, from, to))
		return false;
	if (r->figures == 0 || !has_figures(c, b))
		return true;
	if (cluster_has_new_figure(c, r))
		return false;
	b->doubt = true;
	return true;
}

/* The only block that ends right above the chunk, or NULL; *n counts them. */
static struct block *
block_above(struct cluster *c, const struct chunk *k, int at, int after,
    int *n)
{
	struct block	*found = NULL;

	*n = 0;
	for (int i = c->nblock - 1; i >= 0 && i >= c->nblock - WINDOW; i--) {
		struct block	*b = &c->block[i];
		int		 h = pdf_box_height(&b->tail);

		if (b->last >= at || b->first < after ||
		    at - b->first > LINES ||
		    k->box.y0 - b->tail.y0 > h / 10 * 14 ||
		    !overlap(&b->box, &k->box))
			continue;
		found = b;
		++*n;
	}
	return *n == 1 ? found : NULL;
}

static void
put_label(struct cluster *c, struct chunk *k, int at, int after, int from,
    int to)
{
	int		 n;
	bool		 item = begins_item(k);
	struct block	*b = block_above(c, k, at, after, &n);

	if (item || b == NULL || has_rule(&c->row[at], k) ||
	    !goes_on(c, b, k, at, from, to)) {
		c->block = arena_grow(c->pdf->arena, c->block,
		    (size_t)c->nblock, &c->blockcap, sizeof(*c->block));
		b = &c->block[c->nblock++];
		*b = (struct block){ .box = k->box, .first = at,
		    .item = item, .doubt = !item && n > 1,
		    .head = cluster_is_head_line(c, &c->row[at]) };
	}
	b->box = pdf_both(b->box, k->box);
	b->tail = k->box;
	b->last = at;
	k->block = (int)(b - c->block);
	for (struct chunk *o = &c->chunk[c->row[at].first]; o < k; o++)
		if (o->block >= 0 && o->box.x1 <= k->box.x0)
			c->block[o->block].group = true;
}

/*
 * Figures are of the innermost label that they stand beside, but that of a
 * group.
 */
static void
find_owners(struct cluster *c)
{
	for (int i = 0; i < c->nblock; i++) {
		const struct block	*b = &c->block[i];

		for (int at = b->first; at <= b->last && !b->head; at++) {
			struct row	*r = &c->row[at];
			int		*owner = b->group ? &r->group :
			    &r->block;

			if (r->figures != 0 && (*owner < 0 ||
			    c->block[*owner].box.x0 < b->box.x0))
				*owner = i;
		}
	}
}

/* Whether two boxes share some of their height. */
static bool
are_level(const struct pdf_box *a, const struct pdf_box *b)
{
	return a->y0 + pdf_box_height(b) / 8 < b->y1 &&
	    b->y0 + pdf_box_height(a) / 8 < a->y1;
}

/*
 * A label with others to the right of it is that of a group, though none of
 * its lines be one of theirs.
 */
static void
find_groups(struct cluster *c)
{
	int	 from = 0;

	for (int i = 0; i < c->nblock; i++) {
		struct block	*b = &c->block[i];

		while (from < i && c->block[from].last < b->first - LINES)
			from++;
		for (int k = from; k < c->nblock && !b->group &&
		    c->block[k].first <= b->last + 1; k++)
			b->group = c->block[k].box.x0 >= b->box.x1 &&
			    are_level(&b->box, &c->block[k].box);
	}
}

/* The figure of a line that is above or below the chunk, or NULL. */
static const struct chunk *
figure_at(const struct cluster *c, const struct row *r,
    const struct chunk *k)
{
	for (int i = r->first; i < r->first + r->n; i++)
		if (c->chunk[i].figure && overlap(&c->chunk[i].box, &k->box))
			return &c->chunk[i];
	return NULL;
}

/* Whether a figure is a part of a line farther down than most of it. */
static bool
hangs_low(const struct cluster *c, const struct row *r,
    const struct chunk *k)
{
	int	 n = 0;

	for (int i = r->first; i < r->first + r->n; i++)
		n += pdf_box_middle_y(&k->box) -
		    pdf_box_middle_y(&c->chunk[i].box) >=
		    pdf_box_height(&k->box) / 4;
	return 2 * n > r->n;
}

/*
 * Figures right above those of a label: what was broken in two is half above
 * and half below the others.  If the second half is not there, nobody knows
 * whose they are.
 */
static bool
begins_pieces(struct cluster *c, int at, int to)
{
	struct row		*r = &c->row[at];
	const struct chunk	*below;
	bool			 broken = true;

	if (at + 1 >= to || r[1].block < 0 || r[1].figures == 0 ||
	    !cluster_is_near(r, r + 1, 13))
		return false;
	for (int i = r->first; i < r->first + r->n; i++) {
		const struct chunk	*k = &c->chunk[i];

		if (!k->figure)
			continue;
		below = figure_at(c, r + 1, k);
		if (below != NULL && !hangs_low(c, r + 1, below))
			return false;
		broken &= below != NULL || (at + 2 < to &&
		    cluster_is_near(r + 1, r + 2, 13) &&
		    figure_at(c, r + 2, k) != NULL);
	}
	if (broken)
		r->block = r[1].block;
	else
		c->block[r[1].block].doubt = true;
	return broken;
}

/*
 * Whether a figure of a line is nearer to one right below it than to any
 * above, or the page ends between two of them: the first two may be one,
 * whatever label is beside the second.
 */
static bool
may_go_on(const struct cluster *c, int at, int from, int to)
{
	const struct row	*r = &c->row[at];
	const struct chunk	*k, *up, *down;

	if (at == from || at + 1 >= to || !cluster_is_near(r, r + 1, 13))
		return false;
	for (int i = r->first; i < r->first + r->n; i++) {
		k = &c->chunk[i];
		if (!k->figure || (down = figure_at(c, r + 1, k)) == NULL)
			continue;
		up = figure_at(c, r - 1, k);
		if (up == NULL || r->page != r[1].page ||
		    (r->page != r[-1].page && cluster_may_break(c, k)) ||
		    down->box.y0 - k->box.y0 <
		    k->box.y0 - up->box.y0 - pdf_box_height(&k->box) / 20)
			return true;
	}
	return false;
}

/*
 * Figures that nobody owns may be what is blank in a row beside them: where
 * cells are broken, they are not all on one line.
 */
static void
doubt_blanks(struct cluster *c, int at, int from, int to, int step)
{
	const struct row	*r = &c->row[at], *o;
	int			 far = pdf_box_height(&r->box) * AWAY;

	do {
		at += step;
		if (at < from || at >= to ||
		    abs(c->row[at].box.y0 - r->box.y0) > far)
			return;
		o = &c->row[at];
	} while (o->figures == 0);
	if (o->block < 0 || o->figures == c->ncol)
		return;
	for (int i = r->first; i < r->first + r->n; i++)
		if (c->chunk[i].figure &&
		    figure_at(c, o, &c->chunk[i]) != NULL)
			return;
	c->block[o->block].doubt = true;
}

/*
 * Figures beside no label of their own: those of a label without any whose
 * line is a little above or below, or the rest of the figures above.  Labels
 * before *b0 end farther up.
 */
static void
place_orphan(struct cluster *c, int at, int from, int to, int *b0)
{
	struct row	*r = &c->row[at];
	int		 h = pdf_box_height(&r->box), near[2] = { -1, -1 };
	bool		 above = false, below = false;

	for (; *b0 < c->nblock && c->block[*b0].last < at - 1; ++*b0)
		continue;
	if (begins_pieces(c, at, to))
		return;
	for (int i = *b0; i < c->nblock && c->block[i].first <= at + 1; i++) {
		const struct block	*b = &c->block[i];
		int			 up = r->box.y0 - b->tail.y0;
		int			 down = c->row[b->first].box.y0 -
					    r->box.y0;

		if (b->head || b->group || has_figures(c, b))
			continue;
		if (b->last == at - 1 && up <= h / 10 * 12)
			near[0] = i;
		if (b->first == at + 1 && down <= h / 10 * 12)
			near[1] = i;
		above |= b->last == at - 1 && up <= h * AWAY;
		below |= b->first == at + 1 && down <= h * AWAY;
	}
	r->doubt = above && below;
	if (at > from && r[-1].block >= 0 && r->figures < r[-1].figures &&
	    cluster_is_near(r - 1, r, 13)) {
		/* They may also be all that the label below has. */
		if (may_go_on(c, at, from, to)) {
			c->block[r[-1].block].doubt = true;
			if (r[1].block >= 0)
				c->block[r[1].block].doubt = true;
		} else if (near[1] < 0)
			r->block = r[-1].block;
		else
			c->block[r[-1].block].doubt = true;
		return;
	}
	if ((near[0] >= 0) != (near[1] >= 0))
		r->block = near[0] >= 0 ? near[0] : near[1];
}

/*
 * Figures that only the label of a group is beside, and no other is near: it
 * may be no group, and nobody knows whose figures there are beside it.
 */
static void
doubt_group(struct cluster *c, int at)
{
	const struct block	*b = &c->block[c->row[at].group];

	c->row[at].doubt = true;
	for (int i = b->first; i <= b->last; i++)
		if (c->row[i].block >= 0)
			c->block[c->row[i].block].doubt = true;
}

void
cluster_blocks(struct cluster *c, int from, int to)
{
	int	 after = from, b0 = 0;

	c->nblock = 0;
	for (int i = from; i < to; i++) {
		struct row	*r = &c->row[i];

		r->block = r->group = -1;
		if (cluster_is_title(r, c)) {
			after = i + 1;
			continue;
		}
		for (int k = r->first; k < r->first + r->n; k++)
			if (cluster_is_label(c, &c->chunk[k]))
				put_label(c, &c->chunk[k], i, after, from,
				    to);
	}
	find_groups(c);
	find_owners(c);
	for (int i = from; i < to; i++)
		if (c->row[i].figures != 0 && c->row[i].block < 0) {
			place_orphan(c, i, from, to, &b0);
			if (c->row[i].block < 0 && c->row[i].group >= 0)
				doubt_group(c, i);
		}
	for (int i = from; i < to; i++)
		if (c->row[i].figures != 0 && c->row[i].block < 0) {
			doubt_blanks(c, i, from, to, -1);
			doubt_blanks(c, i, from, to, 1);
		}
}
