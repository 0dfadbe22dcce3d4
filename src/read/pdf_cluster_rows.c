/*
 * The rows and columns of a table that no rules show: where each head, label
 * and figure goes.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/pdf_cluster.h"

#define LEAST	(3 * PT)	/* room left and right of a cell's text */
#define PADDING	(8 * PT)	/* and as much more as programs leave */

/* The middles of two neighbouring columns are so far apart. */
static int
pitch_of(const struct cluster *c, int col)
{
	int	 k = col + 1 < c->ncol ? col + 1 : col - 1;

	if (k < 0)
		return c->hi[col] - c->lo[col];
	return abs(c->lo[k] + c->hi[k] - c->lo[col] - c->hi[col]) / 2;
}

/*
 * Where a chunk stands: under the heads' columns or over several of them.
 * A figure that is under none or several is of the nearest, with doubt.
 */
static void
place_chunk(const struct cluster *c, struct chunk *k)
{
	int	 x = pdf_box_middle(&k->box);
	int	 best = 0, first = -1, last = -1;

	k->span = 1;
	k->row = 0;
	k->block = -1;
	k->joined = false;
	if (cluster_is_label(c, k)) {
		k->col = LABELS - 1;
		return;
	}
	for (int i = 0; i < c->ncol; i++) {
		if (abs(2 * x - c->lo[i] - c->hi[i]) <
		    abs(2 * x - c->lo[best] - c->hi[best]))
			best = i;
		if (k->box.x0 <= c->hi[i] && k->box.x1 >= c->lo[i]) {
			first = first < 0 ? i : first;
			last = i;
		}
	}
	k->col = LABELS + (first < 0 || (k->figure && last > first) ? best :
	    first);
	if (last > first && !k->figure)
		k->span = last - first + 1;
	k->doubt = k->figure && (last > first || (first < 0 &&
	    abs(2 * x - c->lo[best] - c->hi[best]) > pitch_of(c, best)));
}

static bool
is_digits(struct str s)
{
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_fold(utf8_next(s, &at));

		if (c != ',' && c != '.' && (c < '0' || c > '9'))
			return false;
	}
	return s.n != 0;
}

/* The figure of a line that is in a column, or NULL. */
static const struct chunk *
figure_in(const struct cluster *c, const struct row *r, int col)
{
	for (int i = r->first; i < r->first + r->n; i++)
		if (c->chunk[i].figure && c->chunk[i].col == col)
			return &c->chunk[i];
	return NULL;
}

/*
 * Whether all that a line has may be the ends of figures above it, which have
 * a label as it has none.
 */
static bool
are_ends(const struct cluster *c, const struct row *r, const int *widest)
{
	if (r->n != r->figures || r->n > r[-1].figures ||
	    !cluster_is_label(c, &c->chunk[r[-1].first]) ||
	    !cluster_is_near(r - 1, r, 13))
		return false;
	for (int i = r->first; i < r->first + r->n; i++) {
		const struct chunk	*k = &c->chunk[i];
		const struct chunk	*up = figure_in(c, r - 1, k->col);

		if (up == NULL || k->n != 1 || !is_digits(k->word->text) ||
		    up->n != 1 || !is_digits(up->word->text) ||
		    up->box.x1 - up->box.x0 < widest[k->col - LABELS] - PT / 2)
			return false;
	}
	return true;
}

/*
 * Where no figure of a column is wider than those that have digits right
 * below them, and more than one has, the column is no wider.
 */
static void
find_breaks(struct cluster *c, int from, int to)
{
	int	 widest[COLUMNS] = { 0 }, digit[COLUMNS] = { 0 };
	int	 broken[COLUMNS] = { 0 };

	for (int i = c->row[from].first; i < c->row[to - 1].first +
	    c->row[to - 1].n; i++) {
		const struct chunk	*k = &c->chunk[i];
		int			 wide = k->box.x1 - k->box.x0;

		if (!k->figure || wide <= widest[k->col - LABELS])
			continue;
		widest[k->col - LABELS] = wide;
		digit[k->col - LABELS] = wide / (int)utf8_length(k->word->text);
	}
	for (int i = from + 1; i < to; i++) {
		const struct row	*r = &c->row[i];

		for (int k = r->first; k < r->first + r->n &&
		    are_ends(c, r, widest); k++)
			broken[c->chunk[k].col - LABELS]++;
	}
	for (int i = 0; i < c->ncol; i++) {
		c->breaks[i] = broken[i] > 1;
		if (c->breaks[i] && c->room[i] > widest[i] + digit[i])
			c->room[i] = widest[i] + digit[i];
	}
}

/*
 * What a cell of a column can hold at most: less than the next column is
 * away, and less than a head and the character that did not fit behind it.
 */
static void
find_rooms(struct cluster *c, int from, int to)
{
	for (int i = 0; i < c->ncol; i++)
		c->room[i] = pitch_of(c, i) - LEAST;
	for (int i = from + 1; i < to; i++) {
		const struct row	*r = &c->row[i], *up = r - 1;

		if (!cluster_is_head_line(c, r) ||
		    !cluster_is_head_line(c, up) || !cluster_is_near(up, r, 14))
			continue;
		for (int k = r->first; k < r->first + r->n; k++)
			for (int j = up->first; j < up->first + up->n; j++) {
				const struct chunk	*b = &c->chunk[k];
				const struct chunk	*a = &c->chunk[j];
				int			 x = a->box.x1 -
				    a->box.x0 + cluster_first_width(b);

				if (a->col != b->col || a->span + b->span > 2 ||
				    a->col < LABELS ||
				    a->box.x0 > b->box.x1 ||
				    b->box.x0 > a->box.x1)
					continue;
				if (c->room[a->col - LABELS] > x)
					c->room[a->col - LABELS] = x;
			}
	}
}

/* Whether two more digits and some padding have no room beside a figure. */
static bool
lacks_room(const struct cluster *c, const struct chunk *k, int padding)
{
	int	 wide = k->box.x1 - k->box.x0;

	return k->figure && k->n == 1 && is_digits(k->word->text) &&
	    k->col >= LABELS &&
	    wide + 2 * wide / (int)utf8_length(k->word->text) + padding >
	    c->room[k->col - LABELS];
}

bool
cluster_is_piece(const struct cluster *c, const struct chunk *k)
{
	return lacks_room(c, k, 0);
}

bool
cluster_may_break(const struct cluster *c, const struct chunk *k)
{
	return lacks_room(c, k, PADDING);
}

/* Whether words right of the labels only go on with those above them. */
static bool
is_wrapped_text(const struct cluster *c, const struct row *r, int from)
{
	const struct row	*up = r - 1;

	if (r == &c->row[from] || r->figures != 0 ||
	    !cluster_is_near(up, r, 14))
		return false;
	for (int i = r->first; i < r->first + r->n; i++) {
		const struct chunk	*k = &c->chunk[i];
		bool			 under = cluster_is_label(c, k);

		for (int j = up->first; j < up->first + up->n; j++)
			under |= !c->chunk[j].figure &&
			    c->chunk[j].col == k->col;
		if (!under)
			return false;
	}
	return up->figures != 0;
}

/*
 * Figures above one another in a cell of a row are one if all but the last
 * fill it; no figure of the row has more digits then, or other rows show that
 * the column is so narrow.  False if they cannot
 * be one.  The chunks are those of the row's lines.
 */
static bool
join_pieces(struct cluster *c, int from, int to)
{
	struct chunk	*last[COLUMNS] = { NULL };
	size_t		 most = 0;
	bool		 good = true;

	for (int i = from; i < to; i++)
		if (c->chunk[i].figure &&
		    utf8_length(c->chunk[i].word->text) > most)
			most = utf8_length(c->chunk[i].word->text);
	for (int i = from; i < to; i++) {
		struct chunk	*k = &c->chunk[i], *up;

		if (!k->figure)
			continue;
		up = last[k->col - LABELS];
		last[k->col - LABELS] = k;
		if (up == NULL)
			continue;
		k->joined = cluster_is_piece(c, up) &&
		    (c->breaks[k->col - LABELS] ||
		    utf8_length(up->word->text) == most) && k->n == 1 &&
		    is_digits(k->word->text) && k->box.y0 - up->box.y0 <=
		    pdf_box_height(&up->box) / 10 * 13;
		good &= k->joined;
	}
	for (int i = from; i < to; i++)
		c->chunk[i].joined &= good;
	return good;
}

/*
 * Whether the figures of a row are those of one line, above and below which
 * some of its cells have more; these will be text.  The lines are the row's.
 */
static bool
are_pieces(const struct cluster *c, int from, int to)
{
	int	 pieces[COLUMNS] = { 0 }, in_most[COLUMNS] = { 0 };
	int	 most = -1, same = 0;

	for (int i = from; i < to; i++)
		if (most < 0 || c->row[i].figures > c->row[most].figures)
			most = i;
	for (int i = from; i < to; i++) {
		const struct row	*r = &c->row[i];

		if (r->figures == 0)
			continue;
		same += r->figures == c->row[most].figures;
		for (int k = r->first; k < r->first + r->n; k++)
			if (c->chunk[k].figure) {
				pieces[c->chunk[k].col - LABELS]++;
				in_most[c->chunk[k].col - LABELS] |= i == most;
			}
	}
	for (int i = 0; i < c->ncol; i++)
		if (pieces[i] == 1 && !in_most[i])
			return false;
	return same == 1;
}

/*
 * Whether figures without a label may go on with those in the line above,
 * which has none either: there are not all, or not in both.
 */
static bool
is_rest(const struct cluster *c, const struct row *r, int from)
{
	return r > &c->row[from] && cluster_is_near(r - 1, r, 13) &&
	    r[-1].figures != 0 && r[-1].block < 0 && r[-1].row >= 0 &&
	    (r->figures != c->ncol || r[-1].figures != c->ncol);
}

/*
 * Numbers the rows in the order in which they begin.  Lines of figures that
 * no label owns are rows of their own.
 */
static int
number_rows(struct cluster *c, int from, int to)
{
	int	 n = 0, b = 0, end;

	for (int i = from; i < to; i = end) {
		struct row	*r = &c->row[i];
		int		 before = n;

		r->row = -1;
		if (cluster_is_title(r, c))
			r->row = n++;
		else if (is_wrapped_text(c, r, from))
			r->row = r[-1].row;
		else if ((end = cluster_heads_end(c, i, to)) > i) {
			cluster_number_heads(c, i, end, &n);
			for (int k = i; k < end; k++)
				c->row[k].row = -1;
			continue;
		}
		end = i + 1;
		for (; b < c->nblock && c->block[b].first <= i; b++)
			if (c->block[b].first == i && !c->block[b].head &&
			    !c->block[b].group)
				c->block[b].row = n++;
		if (r->figures != 0 && r->block < 0)
			r->row = is_rest(c, r, from) ? r[-1].row : n++;
		else if (n == before && r->row < 0 &&
		    !cluster_is_label_line(c, r) && r->figures == 0)
			r->row = n++;
	}
	return n;
}

/* What is on a line goes where its figures go, labels to theirs. */
static void
spread_rows(struct cluster *c, int from, int to)
{
	int	 next = 0;

	for (int i = c->nblock - 1; i >= 0; i--)
		if (c->block[i].group)
			c->block[i].row = next;
		else if (!c->block[i].head)
			next = c->block[i].row;
	for (int i = from; i < to; i++) {
		struct row	*r = &c->row[i];

		if (r->block >= 0)
			r->row = c->block[r->block].row;
		for (int k = r->first; k < r->first + r->n; k++) {
			struct chunk	*x = &c->chunk[k];
			struct block	*b;

			if (x->block < 0 && r->row >= 0)
				x->row = r->row;
			if (x->block < 0)
				continue;
			b = &c->block[x->block];
			x->row = b->row;
			if (b->group)
				x->col = x->box.x0 > c->left +
				    pdf_box_height(&x->box);
		}
	}
}

/* Whether a line with figures is a row only because no label owns it. */
static bool
is_lost(const struct cluster *c, const struct row *r)
{
	return r->figures != 0 && r->block < 0 && c->edge >= 0;
}

/* Whether the words of a label end as if a figure had run into them. */
static bool
ends_in_figure(const struct cluster *c, int block)
{
	const struct block	*b = &c->block[block];
	size_t			 n;

	for (int i = b->first; i <= b->last; i++)
		for (int k = 0; k < c->row[i].n; k++) {
			const struct chunk	*x =
			    &c->chunk[c->row[i].first + k];
			struct str		 s = x->word[x->n - 1].text;

			utf8_last(s, &n);
			if (x->block == block &&
			    pdf_is_figure(str_from(s, s.n - n)))
				return true;
		}
	return false;
}

/*
 * Whether words stand beside a label, or a line above or below, where figures
 * should: what they are, and whose, is not known.
 */
static bool
has_words_beside(const struct cluster *c, const struct block *b, int from,
    int to)
{
	int	 first = b->first > from ? b->first - 1 : from;
	int	 last = b->last + 1 < to ? b->last + 1 : to - 1;

	for (int i = first; i <= last; i++) {
		const struct row	*r = &c->row[i];

		if (r->figures != 0 || cluster_is_title(r, c) ||
		    (i < b->first && !cluster_is_near(r, r + 1, 13)) ||
		    (i > b->last && !cluster_is_near(r - 1, r, 13)))
			continue;
		for (int k = r->first; k < r->first + r->n; k++)
			if (!cluster_is_label(c, &c->chunk[k]))
				return true;
	}
	return false;
}

/*
 * A label without figures has blank cells if rows with figures are above and
 * below it and no figures are there that might be its own: none of which it
 * is not certain whose they are.
 */
static void
find_blank_rows(struct cluster *c, int from, int to, int nrow)
{
	int	 first = -1, last = -1;

	for (int i = 0; i < nrow; i++)
		if (c->state[i] == ROW_DOUBT)
			return;
	for (int i = from; i < to; i++) {
		if (is_lost(c, &c->row[i]))
			return;
		if (c->row[i].figures != 0) {
			first = first < 0 ? i : first;
			last = i;
		}
		if (first < 0 && cluster_is_head_line(c, &c->row[i]))
			first = i;
	}
	for (int i = 0; i < c->nblock; i++) {
		struct block	*b = &c->block[i];

		if (!b->head && !b->group && !b->doubt && b->first > first &&
		    b->last < last && c->state[b->row] == ROW_OTHER &&
		    !ends_in_figure(c, i) &&
		    !has_words_beside(c, b, from, to))
			c->state[b->row] = ROW_BLANK;
	}
}

static bool
are_beside(const struct pdf_box *a, const struct pdf_box *b)
{
	return a->x1 < b->x0 || b->x1 < a->x0;
}

/*
 * Whether words and a figure of a line are in one cell, or two figures beside
 * each other: the columns are others here.
 */
static bool
has_shared_cell(const struct cluster *c, const struct row *r)
{
	for (int i = r->first; i < r->first + r->n; i++)
		for (int k = r->first; k < r->first + r->n; k++)
			if (c->chunk[i].figure &&
			    c->chunk[i].col == c->chunk[k].col &&
			    (!c->chunk[k].figure || are_beside(
			    &c->chunk[i].box, &c->chunk[k].box)))
				return true;
	return false;
}

static void
judge_rows(struct cluster *c, int from, int to, int nrow)
{
	int	 first = c->row[from].first;
	int	 end = c->row[to - 1].first + c->row[to - 1].n, next;

	for (int i = 0; i < nrow; i++)
		c->state[i] = ROW_OTHER;
	for (int k = first; k < end; k++)
		if (c->chunk[k].figure)
			c->state[c->chunk[k].row] = ROW_FIGURES;
	for (int i = from; i < to; i++) {
		const struct row	*r = &c->row[i];

		if (r->figures == 0)
			continue;
		for (int k = r->first; k < r->first + r->n; k++)
			if (c->chunk[k].doubt)
				c->state[r->row] = ROW_DOUBT;
		if (has_shared_cell(c, r))
			c->state[r->row] = ROW_DOUBT;
		if (r->block >= 0 ? c->block[r->block].doubt :
		    is_lost(c, r) && (r->doubt || r->figures != c->ncol))
			c->state[r->row] = ROW_DOUBT;
	}
	for (int i = from; i < to; i = next) {
		int	 row = c->row[i].row;

		for (next = i + 1; row >= 0 && next < to &&
		    (c->row[next].row == row || c->row[next].figures == 0);)
			next++;
		if (row >= 0 && c->state[row] == ROW_FIGURES &&
		    !join_pieces(c, c->row[i].first, c->row[next - 1].first +
		    c->row[next - 1].n) && !are_pieces(c, i, next))
			c->state[row] = ROW_DOUBT;
	}
	find_blank_rows(c, from, to, nrow);
}

int
cluster_rows(struct cluster *c, int from, int to)
{
	int	 first = c->row[from].first, n;
	int	 end = c->row[to - 1].first + c->row[to - 1].n;

	for (int k = first; k < end; k++)
		place_chunk(c, &c->chunk[k]);
	cluster_span_heads(c, from, to);
	find_rooms(c, from, to);
	find_breaks(c, from, to);
	cluster_blocks(c, from, to);
	n = number_rows(c, from, to);
	spread_rows(c, from, to);
	c->state = arena_alloc(c->pdf->arena, (size_t)n + 1,
	    sizeof(*c->state));
	judge_rows(c, from, to, n);
	return n;
}
