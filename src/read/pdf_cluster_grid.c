/* Tables that no rules show, row by row, as grids. */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/pdf_cluster.h"
#include "read/pdf_raster.h"

/* The page that has a line. */
static const struct pdf_page *
page_of(const struct pdf *pdf, int line)
{
	for (int i = 0; i < pdf->npage; i++) {
		const struct pdf_page	*p = &pdf->page[i];

		if (p->nline != 0 && p->line[0].ordinal <= line &&
		    p->line[p->nline - 1].ordinal >= line)
			return p;
	}
	return NULL;
}

/*
 * Whether a picture shows more around a figure than the
 * words that were recognised.
 */
static bool
lacks_digits(const struct cluster *c, const struct chunk *k)
{
	const struct pdf_page	*p = page_of(c->pdf, k->word->line);
	struct pdf_box		 b = k->word->box;
	int			 col = k->col - LABELS, h = pdf_box_height(&b);

	if (p == NULL || p->raster == NULL)
		return false;
	b.x0 = col >= 0 && col < c->ncol && c->lo[col] < b.x0 ? c->lo[col] :
	    b.x0;
	b.x1 = col >= 0 && col < c->ncol && c->hi[col] > b.x1 ? c->hi[col] :
	    k->word[k->n - 1].box.x1;
	return pdf_raster_lacks(c->pdf, p, (struct pdf_box){ b.x0 - h,
	    b.y0 - h, b.x1 + h, b.y1 + h });
}

static bool
is_over(const struct chunk *k)
{
	for (int i = 0; i < k->n; i++)
		if (k->word[i].over)
			return true;
	return false;
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
		cell->line = k->word->line;
	} else if (k->joined)
		cell->inferred = true;
	else if (k->figure)
		buf_puts(b, "\n");
	for (int i = 0; i < k->n; i++) {
		struct pdf_word	*w = &k->word[i];

		if (w->gone || w->taken)
			continue;
		if (i > 0 && pdf_spaced(w - 1, w))
			buf_puts(b, " ");
		buf_str(b, w->text);
		w->taken = true;
	}
	if ((k->figure && (k->torn || lacks_digits(c, k))) || is_over(k))
		buf_puts(b, UTF8_BAD_TEXT);
	if (k->span > cell->colspan)
		cell->colspan = k->span;
}

/* Whether a rule is between two lines of a page, the upper one first. */
static bool
is_ruled_off(const struct row *up, const struct row *r)
{
	if (up->page != r->page)
		return false;
	for (; r > up; r--)
		if (r->from < r->to)
			return true;
	return false;
}

/*
 * Whether two figures, the upper one first, may be halves of one: lines of a
 * cell, what a cell of that column breaks, or what a page does.
 */
static bool
may_be_one(const struct cluster *c, const struct row *above,
    const struct chunk *up, const struct row *below, const struct chunk *down)
{
	int	 h = pdf_box_height(&up->box);
	int	 apart = down->box.y0 - up->box.y0;

	return cluster_may_break(c, up) && !is_ruled_off(above, below) &&
	    (above->page != below->page ||
	    apart <= h / 10 * 13 || (apart <= 2 * h &&
	    cluster_is_piece(c, up)));
}

/*
 * The next line in that direction with figures of another row of the grid, or
 * NULL.
 */
static const struct row *
next_figures(const struct cluster *c, int at, int step, int from, int to)
{
	int	 row = c->row[at].row;

	for (at += step; at >= from && at < to; at += step)
		if (c->row[at].figures != 0 && c->row[at].row != row)
			return &c->row[at];
	return NULL;
}

/*
 * A figure that stays out of the table may be half of the one that is right
 * above or below it.
 */
static void
tear_figures(struct cluster *c, int at, int from, int to)
{
	const struct row	*r = &c->row[at], *o;

	for (int i = r->first; i < r->first + r->n; i++) {
		const struct chunk	*k = &c->chunk[i];

		if (!k->figure || c->state[k->row] != ROW_DOUBT)
			continue;
		for (int step = -1; step <= 1; step += 2) {
			o = next_figures(c, at, step, from, to);
			for (int n = 0; o != NULL && n < o->n; n++) {
				struct chunk	*x = &c->chunk[o->first + n];

				x->torn |= x->figure && x->col == k->col &&
				    (step < 0 ? may_be_one(c, o, x, r, k) :
				    may_be_one(c, r, k, o, x));
			}
		}
	}
}

/* Whether rows that have each a label stand as close as lines of a cell. */
static bool
is_tight(const struct cluster *c, int from, int to)
{
	for (int i = from + 1; i < to; i++) {
		const struct row	*r = &c->row[i], *up = r - 1;

		if (r->block >= 0 && up->block >= 0 && r->block != up->block &&
		    r->figures >= RICH && up->figures >= RICH &&
		    r->page == up->page && cluster_is_near(up, r, 13))
			return true;
	}
	return false;
}

/*
 * Whether a line is the first of its page that has figures, and no words
 * there begin an item: it may go on with what is on the page before.
 */
static bool
begins_page(const struct cluster *c, const struct row *up, const struct row *r)
{
	int	 page = r->page;

	for (; r > up && r->page == page; r--)
		for (int i = r->first; i < r->first + r->n; i++)
			for (int n = 0; n < c->chunk[i].n; n++)
				if (!c->chunk[i].figure && pdf_begins_item(
				    c->chunk[i].word[n].text))
					return false;
	return true;
}

/*
 * Where no two rows are so close, figures of different rows that are as close
 * as lines of a cell may be one, and so may those that begin a page without a
 * label of their own and what is at the foot of the one before.
 */
static void
tear_close(struct cluster *c, int at, int from)
{
	const struct row	*r = &c->row[at], *up = r - 1;

	while (up > &c->row[from] && up->figures == 0)
		up--;
	if (r->figures == 0 || up->figures == 0 || r->row == up->row)
		return;
	if (r->page == up->page ? !cluster_is_near(up, r, 13) ||
	    is_ruled_off(up, r) : !begins_page(c, up, r))
		return;
	for (int i = r->first; i < r->first + r->n; i++)
		for (int k = up->first; k < up->first + up->n; k++) {
			struct chunk	*x = &c->chunk[i], *y = &c->chunk[k];

			if (x->figure && cluster_may_break(c, y) &&
			    x->col == y->col)
				x->torn = y->torn = true;
		}
}

/*
 * The same for a line of the table, and one that is right above its first or
 * below its last and in no table or another: figures alone, or any, where
 * columns are narrow and no two rows so close.
 */
static void
tear_at(struct cluster *c, int at, int beyond, bool tight)
{
	const struct row	*r = &c->row[at], *o;
	int			 up = at < beyond ? at : beyond;

	if (beyond < 0 || beyond >= c->nrow)
		return;
	o = &c->row[beyond];
	if (o->figures == 0 || (o->n != o->figures && (tight ||
	    o->page != r->page)) ||
	    !cluster_is_near(&c->row[up], &c->row[up + 1], 13))
		return;
	for (int i = r->first; i < r->first + r->n; i++)
		for (int k = o->first; k < o->first + o->n; k++)
			c->chunk[i].torn |= c->chunk[i].figure &&
			    c->chunk[k].figure &&
			    c->chunk[i].box.x0 <= c->chunk[k].box.x1 &&
			    c->chunk[k].box.x0 <= c->chunk[i].box.x1 &&
			    (o->n == o->figures ||
			    cluster_may_break(c, &c->chunk[i]));
}

/* Whether figures in the table are printed over others: then none is sure. */
static bool
is_overprinted(const struct cluster *c, int from, int to)
{
	for (int i = from; i < to; i++)
		for (int k = 0; k < c->row[i].n; k++) {
			const struct chunk	*x =
			    &c->chunk[c->row[i].first + k];

			for (int n = 0; n < x->n; n++)
				if (x->word[n].over &&
				    pdf_is_figure(x->word[n].text))
					return true;
		}
	return false;
}

static void
tear_all(struct cluster *c, int from, int to)
{
	for (int i = from; i < to; i++)
		for (int k = 0; k < c->row[i].n; k++)
			c->chunk[c->row[i].first + k].torn = true;
}

/*
 * Figures of which it is not certain where they belong are one cell, which is
 * text; a single one would be a number, and stays out of the table.
 */
static void
put_row(struct cluster *c, struct pdf_table *t, struct buf *text,
    const struct row *r)
{
	for (int i = r->first; i < r->first + r->n; i++) {
		struct chunk	*k = &c->chunk[i];

		if (k->figure && c->state[k->row] == ROW_DOUBT) {
			if (c->figures[k->row] < 2)
				continue;
			k->col = LABELS;
			k->span = c->ncol;
			k->joined = false;
		}
		put_chunk(c, t, text, k);
	}
}

/*
 * Whether a word beside a label stands where figures should: where rows are
 * in doubt these may be one of them, and the cells are not blank.
 */
static bool
lacks_figures(const struct cluster *c, const struct pdf_table *t, int row)
{
	const struct pdf_cell	*cell = &t->cell[row * t->ncol];
	int			 words = 0;

	for (int k = LABELS; k < t->ncol; k++)
		words += cell[k].text.n != 0;
	return c->state[row] == ROW_OTHER && c->figures[row] == 0 &&
	    cell[LABELS - 1].text.n != 0 && words == 1;
}

static bool
has_label(const struct pdf_cell *cell)
{
	for (int k = 0; k < LABELS; k++)
		if (cell[k].text.n != 0)
			return true;
	return false;
}

/*
 * Drops empty cells that a wider one covers, and those of rows whose figures
 * may be elsewhere, so that nobody left them blank; and the columns of
 * labels, if there is none.  No cell is blank for certain where figures are
 * unsure, or of a picture.
 */
static void
drop_empty(const struct cluster *c, struct pdf_table *t, bool unsure)
{
	int	 n = 0, off = c->edge < 0 ? LABELS : 0, end;
	bool	 doubt = false, begun = false;

	/* Of a picture a program may not have recognised all figures. */
	for (int i = t->page; i <= t->last_page; i++) {
		const struct pdf_page	*p = &c->pdf->page[i];

		unsure |= pdf_is_picture(p) || pdf_is_veiled(p,
		    i == t->page ? &t->box :
		    &(struct pdf_box){ 0, 0, p->width, p->height });
	}
	for (int row = 0; row < t->nrow; row++)
		doubt |= c->state[row] == ROW_DOUBT;
	for (int row = 0; row < t->nrow; row++) {
		struct pdf_cell	*cell = &t->cell[row * t->ncol];
		bool		 any = c->state[row] == ROW_BLANK;
		/* Words alone may be anything, and nobody left a cell blank. */
		bool		 known = c->state[row] != ROW_OTHER ||
		    has_label(cell);

		for (int k = LABELS; k < t->ncol; k++)
			any |= cell[k].text.n != 0;
		begun |= c->state[row] != ROW_OTHER;
		if (doubt && begun && lacks_figures(c, t, row))
			end = LABELS;
		else if (c->state[row] == ROW_DOUBT)
			end = LABELS + (cell[LABELS].text.n != 0);
		else
			end = any ? t->ncol : LABELS;
		for (int k = off; k < end; k++) {
			struct pdf_cell	 one = cell[k];

			for (int i = 1; i < one.colspan; i++)
				if (k + i >= t->ncol || cell[k + i].text.n != 0)
					one.colspan = i;
			one.doubtful = (!known || unsure) && k >= LABELS &&
			    one.text.n == 0;
			k += one.colspan - 1;
			one.col -= off;
			t->cell[n++] = one;
		}
	}
	t->ncol -= off;
	t->ncell = n;
}

static void
count_figures(struct cluster *c, int from, int to, int nrow)
{
	c->figures = arena_alloc(c->pdf->arena, (size_t)nrow + 1,
	    sizeof(*c->figures));
	for (int i = from; i < to; i++)
		for (int k = 0; k < c->row[i].n; k++) {
			const struct chunk	*x =
			    &c->chunk[c->row[i].first + k];

			c->figures[x->row] += x->figure;
		}
}

struct pdf_table *
cluster_build(struct cluster *c, int from, int to)
{
	struct pdf_table	*t = arena_alloc(c->pdf->arena, 1, sizeof(*t));
	struct buf		*text;
	bool			 over = is_overprinted(c, from, to), tight;
	int			 n;

	*t = (struct pdf_table){ .page = c->row[from].page,
	    .last_page = c->row[to - 1].page, .box = c->row[from].print,
	    .ncol = LABELS + c->ncol, .trust = GRID_PADDED };
	t->nrow = cluster_rows(c, from, to);
	count_figures(c, from, to, t->nrow);
	tight = is_tight(c, from, to);
	n = t->nrow * t->ncol;
	t->cellcap = (size_t)n;
	t->cell = arena_alloc(c->pdf->arena, t->cellcap, sizeof(*t->cell));
	text = arena_alloc(c->pdf->arena, t->cellcap, sizeof(*text));
	for (int i = 0; i < n; i++)
		t->cell[i] = (struct pdf_cell){ .row = i / t->ncol,
		    .col = i % t->ncol, .rowspan = 1, .colspan = 1 };
	for (int i = from; i < to; i++)
		tear_figures(c, i, from, to);
	for (int i = from + 1; i < to && !tight; i++)
		tear_close(c, i, from);
	tear_at(c, from, from - 1, tight);
	tear_at(c, to - 1, to, tight);
	if (over)
		tear_all(c, from, to);
	for (int i = from; i < to; i++) {
		if (c->row[i].page == t->page)
			t->box = pdf_both(t->box, c->row[i].print);
		put_row(c, t, text, &c->row[i]);
	}
	for (int i = 0; i < n; i++)
		if (text[i].arena != NULL)
			t->cell[i].text = buf_text(&text[i]);
	drop_empty(c, t, over);
	pdf_table_lines(t);
	return t;
}
