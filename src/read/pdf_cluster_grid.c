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

/*
 * A figure that stays out of the table may be half of the one that is right
 * above or below it.
 */
static void
tear_figures(struct cluster *c, int at, int from, int to)
{
	const struct row	*r = &c->row[at];

	for (int i = r->first; i < r->first + r->n; i++) {
		const struct chunk	*k = &c->chunk[i];

		if (!k->figure || c->state[k->row] != ROW_DOUBT ||
		    c->figures[k->row] > 1)
			continue;
		for (int o = at > from ? at - 1 : at + 1; o <= at + 1 &&
		    o < to; o += 2)
			for (int n = 0; n < c->row[o].n; n++) {
				struct chunk	*x =
				    &c->chunk[c->row[o].first + n];

				x->torn |= x->figure && x->col == k->col &&
				    cluster_is_piece(c, o < at ? x : k) &&
				    abs(x->box.y0 - k->box.y0) <=
				    2 * pdf_box_height(&k->box);
			}
	}
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
 * labels, if there is none.  Of a picture no cell is blank for certain.
 */
static void
drop_empty(const struct cluster *c, struct pdf_table *t, bool picture)
{
	int	 n = 0, off = c->edge < 0 ? LABELS : 0, end;
	bool	 doubt = false, begun = false;

	/* Of a picture a program may not have recognised all figures. */
	for (int i = t->page; i <= t->last_page; i++) {
		const struct pdf_page	*p = &c->pdf->page[i];

		picture |= pdf_is_picture(p) || pdf_is_veiled(p,
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
			one.doubtful = (!known || picture) && k >= LABELS &&
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
	bool			 over = is_overprinted(c, from, to);
	int			 n;

	*t = (struct pdf_table){ .page = c->row[from].page,
	    .last_page = c->row[to - 1].page, .box = c->row[from].print,
	    .ncol = LABELS + c->ncol, .trust = GRID_PADDED };
	t->nrow = cluster_rows(c, from, to);
	count_figures(c, from, to, t->nrow);
	n = t->nrow * t->ncol;
	t->cellcap = (size_t)n;
	t->cell = arena_alloc(c->pdf->arena, t->cellcap, sizeof(*t->cell));
	text = arena_alloc(c->pdf->arena, t->cellcap, sizeof(*text));
	for (int i = 0; i < n; i++)
		t->cell[i] = (struct pdf_cell){ .row = i / t->ncol,
		    .col = i % t->ncol, .rowspan = 1, .colspan = 1 };
	for (int i = from; i < to; i++)
		tear_figures(c, i, from, to);
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
