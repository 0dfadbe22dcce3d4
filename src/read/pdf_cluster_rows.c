/*
 * The rows of a table that no rules show: which lines are parts of one row,
 * and which label belongs to which figures.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/pdf_cluster.h"

static int
by_value(const void *a, const void *b)
{
	int	 x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

/* Where labels begin, the innermost last; at most LABELS places. */
static void
find_labels(struct cluster *c, int from, int to)
{
	int	*x, n = 0, em = pdf_box_height(&c->row[from].line->box);

	c->nlabel = 0;
	for (int i = from; i < to; i++)
		n += c->row[i].n;
	x = arena_alloc(c->pdf->arena, (size_t)n, sizeof(*x));
	n = 0;
	for (int i = from; i < to; i++)
		for (int k = 0; k < c->row[i].n; k++)
			if (cluster_is_label(c, &c->chunk[c->row[i].first + k]))
				x[n++] = c->chunk[c->row[i].first + k].box.x0;
	qsort(x, (size_t)n, sizeof(*x), by_value);
	for (int i = 0; i < n; i++)
		if (i == 0 || x[i] - x[i - 1] > em) {
			if (c->nlabel == LABELS)
				break;
			c->label[c->nlabel++] = x[i];
		}
}

static void
place_chunk(const struct cluster *c, struct chunk *k)
{
	int	 x = pdf_box_middle(&k->box);
	int	 best = 0, first = -1, last = -1;

	k->span = 1;
	if (cluster_is_label(c, k)) {
		int	 i = c->nlabel - 1;

		while (i > 0 && c->label[i] > k->box.x0)
			i--;
		k->col = LABELS - c->nlabel + (i < 0 ? 0 : i);
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
	k->col = LABELS + (first < 0 || k->figure ? best : first);
	if (last > first && !k->figure)
		k->span = last - first + 1;
}

/* Whether the innermost of the labels on the line begins an item. */
static bool
begins_label(const struct cluster *c, const struct row *r)
{
	int	 last = -1;

	for (int i = r->first; i < r->first + r->n; i++)
		if (cluster_is_label(c, &c->chunk[i]))
			last = i;
	return last >= 0 && pdf_begins_item(cluster_text(c, &c->chunk[last]));
}

static void
set_row(struct cluster *c, const struct row *r, int at)
{
	for (int i = r->first; i < r->first + r->n; i++)
		c->chunk[i].row = at;
}

/*
 * The heads of columns, over as many lines as follow: what reaches over
 * several columns has a row for its line, and all that stands over a single
 * one is put together in a row below.  Returns the first line behind.
 */
static int
number_heads(struct cluster *c, int from, int to, int *n)
{
	int	 end = from + 1, i, k;

	while (end < to && cluster_is_head_line(c, &c->row[end]) &&
	    cluster_is_near(&c->row[end - 1], &c->row[end], 14))
		end++;
	for (i = from; i < end; i++) {
		bool	 wide = false;

		for (k = c->row[i].first; k < c->row[i].first + c->row[i].n;
		    k++)
			if (c->chunk[k].span > 1) {
				c->chunk[k].row = *n;
				wide = true;
			}
		*n += wide;
	}
	for (i = from; i < end; i++)
		for (k = c->row[i].first; k < c->row[i].first + c->row[i].n;
		    k++)
			if (c->chunk[k].span == 1)
				c->chunk[k].row = *n;
	++*n;
	return end;
}

/* Only labels of groups, which stand left of the rows' own. */
static bool
is_group_line(const struct cluster *c, const struct row *r)
{
	for (int i = r->first; i < r->first + r->n; i++)
		if (!cluster_is_label(c, &c->chunk[i]) ||
		    c->chunk[i].col == LABELS - 1)
			return false;
	return true;
}

/* Whether the last label beside the figures is one of a group. */
static bool
has_group_label(const struct cluster *c, const struct row *r)
{
	int	 last = -1;

	for (int i = r->first; i < r->first + r->n; i++)
		if (cluster_is_label(c, &c->chunk[i]))
			last = c->chunk[i].col;
	return last >= 0 && last < LABELS - 1;
}

/* Figures without a label beside them. */
static bool
is_orphan(const struct cluster *c, const struct row *r)
{
	return r->figures != 0 && !cluster_is_label(c, &c->chunk[r->first]);
}

/*
 * A band: lines with figures so close that they may be one row, whose
 * figures were wrapped or stand half way down their label.  Ends before the
 * next label that begins an item, unless the line above it might be part of
 * either row.
 */
static int
band_end(const struct cluster *c, int from, int to)
{
	int	 end = from + 1;

	for (int i = from + 1; i < to; i++) {
		const struct row	*r = &c->row[i];

		if (!cluster_is_near(r - 1, r, 12) ||
		    cluster_is_head_line(c, r) || (begins_label(c, r) && !is_orphan(c, &c->row[end - 1]) &&
		    !(has_group_label(c, r) &&
		    c->row[end - 1].figures * 2 < r->figures)))
			break;
		if (r->figures != 0)
			end = i + 1;
		else if (!cluster_is_label_line(c, r))
			break;
	}
	return end;
}

/*
 * Whether the figures of a band are those of one row: every column with a
 * figure has one in the fullest line, or pieces above and below it, which
 * will not be taken for a number.
 */
static bool
is_one_row(const struct cluster *c, int from, int end)
{
	int	 pieces[COLUMNS] = { 0 }, in_main[COLUMNS] = { 0 };
	int	 most = from, same = 0;

	for (int i = from; i < end; i++)
		if (c->row[i].figures > c->row[most].figures)
			most = i;
	for (int i = from; i < end; i++) {
		const struct row	*r = &c->row[i];

		same += r->figures == c->row[most].figures;
		for (int k = r->first; k < r->first + r->n; k++)
			if (c->chunk[k].figure) {
				pieces[c->chunk[k].col - LABELS]++;
				in_main[c->chunk[k].col - LABELS] |= i == most;
			}
	}
	for (int i = 0; i < c->ncol; i++)
		if (pieces[i] == 1 && !in_main[i])
			return false;
	return same == 1;
}

static bool
are_complete(const struct cluster *c, int from, int end)
{
	for (int i = from; i < end; i++)
		if (c->row[i].figures != c->ncol)
			return false;
	return true;
}

/* Gives a band its rows; if there is no telling, its figures are one cell. */
static void
number_band(struct cluster *c, int from, int end, int *n)
{
	bool	 complete = are_complete(c, from, end);

	c->doubt |= end - from > 1 && !complete;
	if (end - from > 1 && !complete && !is_one_row(c, from, end))
		for (int k = c->row[from].first;
		    k < c->row[end - 1].first + c->row[end - 1].n; k++)
			if (c->chunk[k].figure) {
				c->chunk[k].col = LABELS;
				c->chunk[k].span = c->ncol;
			}
	for (int i = from; i < end; i++) {
		set_row(c, &c->row[i], *n);
		*n += complete;
	}
	*n += !complete;
}

/*
 * Which row of the grid each chunk is in; returns how many there are.  A
 * line of labels goes on with the row above, unless an item begins with it;
 * then its figures may follow, half way down the label.
 */
static int
number_rows(struct cluster *c, int from, int to)
{
	int	 n = 0, ngroup = 0, end;
	bool	 label = false;		/* of the row above, may go on */
	bool	 waiting = false;	/* for its figures */

	for (int i = c->row[from].first;
	    i < c->row[to - 1].first + c->row[to - 1].n; i++)
		place_chunk(c, &c->chunk[i]);
	for (int i = from; i < to; i = end) {
		const struct row	*r = &c->row[i];
		bool			 begins = begins_label(c, r);

		end = i + 1;
		if (cluster_is_head_line(c, r)) {
			end = number_heads(c, i, to, &n);
			label = waiting = false;
		} else if (r->figures != 0) {
			if (waiting && cluster_is_near(r - 1, r, 12) &&
			    (!begins || has_group_label(c, r)))
				n--;
			else if (waiting || is_orphan(c, r))
				c->doubt = true;
			end = band_end(c, i, to);
			number_band(c, i, end, &n);
			label = true;
			waiting = false;
		} else if (is_group_line(c, r) && n > 0) {
			/* With the row at hand, or the one to come. */
			set_row(c, r, waiting || !begins ? n - 1 : n);
			ngroup = waiting || !begins ? n : n + 1;
		} else if (label && !begins && cluster_is_near(r - 1, r, 14) &&
		    cluster_is_label_line(c, r))
			set_row(c, r, n - 1);
		else {
			set_row(c, r, n++);
			label = waiting = begins &&
			    cluster_is_label_line(c, r) && !str_starts(cluster_text(c, &c->chunk[r->first]),
			    STR("第"));
		}
	}
	return n > ngroup ? n : ngroup;
}

/* Adds the text of a chunk to that of its cell, which may have some. */
static void
put_chunk(struct cluster *c, struct pdf_table *t, struct buf *text,
    const struct chunk *k)
{
	int		 at = k->row * t->ncol + k->col;
	struct pdf_cell	*cell = &t->cell[at];
	struct buf	*b = &text[at];

	if (b->arena == NULL) {
		buf_init(b, c->pdf->arena);
		cell->line = c->page->word[k->first].line;
	} else if (k->figure)
		buf_puts(b, "\n");
	for (int i = k->first; i < k->first + k->n; i++) {
		struct pdf_word	*w = &c->page->word[i];

		if (w->gone || w->taken)
			continue;
		if (i > k->first && pdf_spaced(w - 1, w))
			buf_puts(b, " ");
		buf_str(b, w->text);
		w->taken = true;
	}
	/* Nothing tells where a label ends, so it may go on over the page. */
	cell->full = k->col < LABELS;
	if (k->span > cell->colspan)
		cell->colspan = k->span;
}

/*
 * Drops empty cells that a wider one covers, and those of rows without any
 * figures: the figures may be elsewhere, so nobody left them blank.
 */
static void
drop_empty(struct pdf_table *t)
{
	int	 n = 0;

	for (int row = 0; row < t->nrow; row++) {
		struct pdf_cell	*cell = &t->cell[row * t->ncol];
		bool		 any = false;

		for (int k = LABELS; k < t->ncol; k++)
			any |= cell[k].text.n != 0;
		for (int k = 0; k < (any ? t->ncol : LABELS); k++) {
			struct pdf_cell	 c = cell[k];

			for (int i = 1; i < c.colspan; i++)
				if (k + i >= t->ncol || cell[k + i].text.n != 0)
					c.colspan = i;
			k += c.colspan - 1;
			t->cell[n++] = c;
		}
	}
	t->ncell = n;
}

struct pdf_table *
cluster_build(struct cluster *c, int page, int from, int to)
{
	struct pdf_table	*t = arena_alloc(c->pdf->arena, 1, sizeof(*t));
	struct buf		*text;

	c->doubt = false;
	find_labels(c, from, to);
	*t = (struct pdf_table){ .page = page, .last_page = page,
	    .box = c->row[from].line->box, .ncol = LABELS + c->ncol,
	    .trust = GRID_PADDED };
	t->nrow = number_rows(c, from, to);
	t->x = arena_alloc(c->pdf->arena, (size_t)t->ncol + 1, sizeof(int));
	for (int i = 0; i <= t->ncol; i++)
		t->x[i] = i * 100 * PT;	/* the same on every page */
	t->cellcap = t->nrow * t->ncol;
	t->cell = arena_alloc(c->pdf->arena, (size_t)t->cellcap,
	    sizeof(*t->cell));
	text = arena_alloc(c->pdf->arena, (size_t)t->cellcap, sizeof(*text));
	for (int i = 0; i < t->cellcap; i++)
		t->cell[i] = (struct pdf_cell){ .row = i / t->ncol,
		    .col = i % t->ncol, .rowspan = 1, .colspan = 1 };
	for (int i = from; i < to; i++) {
		t->box = pdf_both(t->box, c->row[i].line->box);
		for (int k = 0; k < c->row[i].n; k++)
			put_chunk(c, t, text, &c->chunk[c->row[i].first + k]);
	}
	for (int i = 0; i < t->cellcap; i++) {
		struct pdf_cell	*k = &t->cell[i];

		if (text[i].arena != NULL)
			k->text = buf_text(&text[i]);
		k->inferred = c->doubt && k->col >= LABELS &&
		    cluster_is_quantity(k->text);
	}
	drop_empty(t);
	pdf_table_lines(t);
	return t;
}
