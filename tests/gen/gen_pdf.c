/*
 * Reports as PDF, as Word, WPS and their like lay them out.  The text of the
 * pages is made in gen_pdf_draw.c; here is where it stands: cells that are
 * centred or not, wrapped lines, rows that a page breaks, heads that are
 * repeated on it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gen.h"
#include "gen_out.h"
#include "gen_pdf.h"

#define ROWS	200		/* of a table */
#define COLS	40
#define LINES	60		/* of a cell */
#define BORDER	0.48
#define NOBODY	(-1)

static const struct pdf_style	 styles[] = {
	{ .name = "word.pdf", .clip = true, .marked = true, .kern = true,
	    .trail = true, .split = 150, .number = "#" },
	{ .name = "rows.pdf", .clip = true, .marked = true, .kern = true,
	    .trail = true, .split = 300, .breaks = true, .number = "- # -",
	    .head = "政府信息公开工作年度报告" },
	{ .name = "wps.pdf", .scale = 0.05, .split = 500, .rule = PDF_POLYGON,
	    .number = "第 # 页" },
	{ .name = "each.pdf", .each = true, .rule = PDF_STROKE,
	    .number = "#" },
	{ .name = "left.pdf", .clip = true, .left = true, .top = true,
	    .breaks = true, .number = "#" },
	{ .name = "loose.pdf", .loose = 0.6, .split = 200, .kern = true },
	{ .name = "small.pdf", .cell = 9, .pad = 1.5, .kern = true,
	    .breaks = true, .number = "— # —" },
	{ .name = "large.pdf", .cell = 16, .pad = 2, .kern = true,
	    .breaks = true, .number = "- # -" },
	{ .name = "sunk.pdf", .sink = 2.5, .kern = true, .split = 300 },
	{ .name = "ascent.pdf", .ascent = { 1172, 750 },
	    .descent = { -276, -250 }, .split = 300, .kern = true },
	{ .name = "side.pdf", .turned = true, .kern = true },
	{ .name = "form.pdf", .form = true, .kern = true, .number = "#" },
	{ .name = "heads.pdf", .cell = 14, .heads = true, .split = 700,
	    .number = "- # -" },
	{ .name = "headrows.pdf", .cell = 14, .heads = true, .breaks = true,
	    .number = "#" },
	{ .name = "largeacross.pdf", .grid = PDF_ACROSS, .cell = 16,
	    .pad = 2, .breaks = true },
	{ .name = "across.pdf", .grid = PDF_ACROSS, .least = 45,
	    .kern = true, .breaks = true },
	{ .name = "bare.pdf", .grid = PDF_NONE, .least = 45, .kern = true },
	{ .name = "barerows.pdf", .grid = PDF_NONE, .least = 45,
	    .kern = true, .breaks = true, .leftlabels = true,
	    .number = "- # -", .head = "政府信息公开工作年度报告" },
	{ .name = "bareside.pdf", .grid = PDF_NONE, .least = 45,
	    .turned = true, .kern = true },
	{ .name = "narrow.pdf", .grid = PDF_NONE, .kern = true },
	{ .name = "narrowrows.pdf", .grid = PDF_NONE, .kern = true,
	    .breaks = true, .leftlabels = true, .number = "- # -",
	    .head = "政府信息公开工作年度报告" },
	{ .name = "fair.pdf", .grid = PDF_NONE, .fair = true, .kern = true },
	{ .name = "fairacross.pdf", .grid = PDF_ACROSS, .fair = true,
	    .split = 300, .breaks = true, .number = "- # -" },
	{ .name = "fairleft.pdf", .grid = PDF_ACROSS, .fair = true,
	    .leftlabels = true, .top = true, .kern = true },
	{ .name = "three.pdf", .grid = PDF_THREE, .fair = true,
	    .kern = true, .number = "#" },
	{ .name = "threeleft.pdf", .grid = PDF_THREE, .fair = true,
	    .leftlabels = true, .top = true, .breaks = true, .number = "#" },
	{ .name = "narrowacross.pdf", .grid = PDF_ACROSS, .kern = true,
	    .breaks = true },
};

/* A table on its way down the pages. */
struct layout {
	struct pdf_writer	*w;
	const struct gtable	*t;
	double			 left[COLS + 1];
	double			 high[ROWS];
	double			 top[ROWS + 1];	/* on this page */
	int			 done[400];	/* lines of each cell */
	double			 size, leading, pad;
};

/* How many bytes of s go into a line of that width; one character at least. */
static int
fit(const struct layout *l, const char *s, double wide)
{
	double	 taken = 0;
	int	 n = 0;

	while (s[n] != '\0' && s[n] != '\n') {
		taken += pdf_advance(l->w, s + n, l->size);
		if (n > 0 && taken > wide)
			break;
		n += pdf_length(s + n);
	}
	return n;
}

static double
room_of(const struct layout *l, const struct gcell *k)
{
	return l->left[k->col + k->colspan] - l->left[k->col] - 2 * l->pad;
}

/* The lines of a cell, and where they begin and end in its text. */
static int
wrap(const struct layout *l, const struct gcell *k, const char **line,
    int *size)
{
	const char	*s = k->text;
	int		 n = 0;

	while (*s != '\0' && n < LINES) {
		line[n] = s;
		size[n] = fit(l, s, room_of(l, k));
		s += size[n++];
		s += *s == '\n';
	}
	return n;
}

static int
count_lines(const struct layout *l, const struct gcell *k)
{
	const char	*line[LINES];
	int		 size[LINES];

	return wrap(l, k, line, size);
}

static double
power(double x)
{
	double	 y = 1;

	/* x to the 3/5, near enough to weigh columns by. */
	for (int i = 0; i < 40; i++)
		y -= (y * y * y * y * y - x * x * x) / (5 * y * y * y * y);
	return y;
}

static bool is_figure(const struct gcell *);

/* Columns as wide as their figures; those of labels share the rest. */
static bool
find_fair(struct layout *l)
{
	const struct gtable	*t = l->t;
	double			 wide[COLS] = { 0 }, rest;
	double			 least = 2 * l->size + 2 * l->pad + 1;
	int			 labels = 0, k, c;

	for (int i = 0; i < t->n; i++) {
		const struct gcell	*x = &t->cell[i];
		double			 w = pdf_width(l->w, x->text,
		    (int)strlen(x->text), l->size) + 2 * l->pad + 2;

		if (x->colspan == 1 && wide[x->col] < w &&
		    (x->item[0] != '\0' || (x->text[0] != '\0' &&
		    x->text[strspn(x->text, "0123456789")] == '\0')))
			wide[x->col] = w;
	}
	rest = pdf_right(l->w) - pdf_left(l->w);
	for (c = 0; c < t->ncol; c++) {
		if (wide[c] == 0 && labels == c)
			labels++;
		else if (wide[c] < least)
			wide[c] = least;
		rest -= wide[c];
	}
	if (rest < labels * (4 * l->size + 2 * l->pad))
		return false;
	l->left[0] = pdf_left(l->w);
	for (c = 0, k = 0; c < t->ncol; c++) {
		double	 w = wide[c];

		/* Labels of groups are narrower than those in them. */
		if (w == 0)
			w = rest * ++k / (labels * (labels + 1) / 2);
		else if (labels == 0)
			w += rest / t->ncol;
		l->left[c + 1] = l->left[c] + w;
	}
	return true;
}

static void
find_columns(struct layout *l)
{
	const struct gtable	*t = l->t;
	double			 wide[COLS], all = 0;

	/* Tables of many columns have less room in their cells. */
	for (double pad = l->pad; l->w->style->fair && pad > 1; pad -= 1.3) {
		l->pad = pad;
		if (find_fair(l))
			return;
	}
	for (int c = 0; c < t->ncol; c++)
		wide[c] = l->w->style->least != 0 ?
		    l->w->style->least : 26;
	for (int i = 0; i < t->n; i++) {
		const struct gcell	*k = &t->cell[i];
		double			 w = pdf_width(l->w, k->text,
		    (int)strlen(k->text), l->size);

		if (k->colspan == 1 && wide[k->col] < w)
			wide[k->col] = w < 150 ? w : 150;
	}
	for (int c = 0; c < t->ncol; c++)
		all += power(wide[c]);
	l->left[0] = pdf_left(l->w);
	for (int c = 0; c < t->ncol; c++)
		l->left[c + 1] = l->left[c] + power(wide[c]) *
		    (pdf_right(l->w) - l->left[0]) / all;
}

/* Heights of rows: what is merged downwards makes the last of its rows high. */
static void
find_heights(struct layout *l)
{
	const struct gtable	*t = l->t;

	for (int r = 0; r < t->nrow; r++)
		l->high[r] = l->leading + 2;
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < t->n; i++) {
			const struct gcell	*k = &t->cell[i];
			int			 last = k->row + k->rowspan - 1;
			double			 need = 3 + l->leading *
			    count_lines(l, k);

			if ((k->rowspan > 1) != pass || last >= t->nrow)
				continue;
			for (int r = k->row; r < last; r++)
				need -= l->high[r];
			if (l->high[last] < need)
				l->high[last] = need;
		}
}

/* Whether it is no label but a figure, or blank. */
static bool
is_figure(const struct gcell *k)
{
	return k->item[0] != '\0' || k->text[0] == '\0';
}

/*
 * The lines of a cell between two heights; stop: no more than so many of
 * them, from the top, or NOBODY's.
 */
static void
draw_words(struct layout *l, int cell, double y0, double y1, int stop)
{
	const struct pdf_style	*s = l->w->style;
	const struct gcell	*k = &l->t->cell[cell];
	const char		*line[LINES];
	int			 size[LINES], n = wrap(l, k, line, size);
	int			 from = l->done[cell], to = n;
	double			 x0 = l->left[k->col];
	double			 x1 = l->left[k->col + k->colspan], y = y0 + 1.5;
	bool			 left = s->left || (s->leftlabels &&
	    !is_figure(k));

	if (stop != NOBODY && from + stop < to)
		to = from + stop;
	if (!s->top && stop == NOBODY)
		y = y0 + (y1 - y0 - (to - from) * l->leading) / 2;
	for (int i = from; i < to; i++, y += l->leading) {
		double	 wide = pdf_width(l->w, line[i], size[i], l->size);

		pdf_text(l->w, left ? x0 + l->pad : (x0 + x1 - wide) / 2,
		    y + 1.02 * l->size, l->size, line[i], size[i],
		    s->clip ? (double[4]){ x0, y0, x1, y1 } : NULL);
	}
	l->done[cell] = to;
}

static int count_heads(const struct gtable *);

/* Rules above and below the heads and below the last row alone. */
static void
draw_three(struct layout *l, const struct gcell *k, double y0, double y1,
    bool last)
{
	double	 x0 = l->left[k->col], x1 = l->left[k->col + k->colspan];
	int	 heads = count_heads(l->t);

	if (k->row == 0)
		pdf_line(l->w, x0, y0, x1, y0 + 1);
	if (k->row == heads)
		pdf_line(l->w, x0, y0, x1, y0 + BORDER);
	if (last)
		pdf_line(l->w, x0, y1, x1, y1 + 1);
}

static void
draw_borders(struct layout *l, const struct gcell *k, double y0, double y1,
    bool last)
{
	double	 x0 = l->left[k->col], x1 = l->left[k->col + k->colspan];

	if (l->w->style->grid == PDF_NONE)
		return;
	if (l->w->style->grid == PDF_THREE) {
		draw_three(l, k, y0, y1, last);
		return;
	}
	pdf_line(l->w, x0 + BORDER, y0, x1, y0 + BORDER);
	pdf_line(l->w, x0 + BORDER, y1, x1, y1 + BORDER);
	if (l->w->style->grid == PDF_ACROSS)
		return;
	pdf_line(l->w, x0, y0, x0 + BORDER, y0 + BORDER);
	pdf_line(l->w, x0, y0 + BORDER, x0 + BORDER, y1);
	pdf_line(l->w, x1, y0 + BORDER, x1 + BORDER, y1);
	pdf_line(l->w, x1, y1, x1 + BORDER, y1 + BORDER);
}

/* Rows whose places are known; of the last one so many lines, or NOBODY's. */
static void
draw_rows(struct layout *l, int first, int end, int stop)
{
	for (int i = 0; i < l->t->n; i++) {
		const struct gcell	*k = &l->t->cell[i];
		int			 from = k->row, to = from + k->rowspan;

		from = from < first ? first : from;
		to = to > end ? end : to;
		if (from >= to)
			continue;
		draw_words(l, i, l->top[from], l->top[to],
		    k->rowspan == 1 && to == end ? stop : NOBODY);
		draw_borders(l, k, l->top[from], l->top[to],
		    to == l->t->nrow);
	}
}

/* The rows that are heads of columns: those above the first figure. */
static int
count_heads(const struct gtable *t)
{
	int	 heads = t->nrow;

	for (int i = 0; i < t->n; i++)
		if (t->cell[i].item[0] != '\0' && t->cell[i].row < heads)
			heads = t->cell[i].row;
	for (int i = 0; i < t->n; i++)
		if (t->cell[i].row < heads &&
		    t->cell[i].row + t->cell[i].rowspan > heads)
			return 0;
	return heads < t->nrow ? heads : 0;
}

/* Puts rows below one another from the height at which the page has room. */
static void
place(struct layout *l, int row, double high)
{
	l->top[row] = l->w->y;
	l->w->y += high;
	l->top[row + 1] = l->w->y;
}

static void
next_page(struct layout *l, int row)
{
	int	 heads = l->w->style->heads ? count_heads(l->t) : 0;

	pdf_page(l->w);
	if (heads == 0 || row < heads)
		return;
	for (int i = 0; i < l->t->n; i++)
		if (l->t->cell[i].row < heads)
			l->done[i] = 0;
	for (int r = 0; r < heads; r++)
		place(l, r, l->high[r]);
	draw_rows(l, 0, heads, NOBODY);
}

/* How many lines are left in the cells of a row alone. */
static int
lines_left(const struct layout *l, int row)
{
	int	 most = 1;

	for (int i = 0; i < l->t->n; i++) {
		const struct gcell	*k = &l->t->cell[i];
		int			 n = count_lines(l, k) - l->done[i];

		if (k->row == row && k->rowspan == 1 && n > most)
			most = n;
	}
	return most;
}

static void
draw_table(struct pdf_writer *w, const struct gtable *t)
{
	struct layout	 l = { .w = w, .t = t, .size = w->style->cell != 0 ?
	    w->style->cell : 10.5, .pad = w->style->pad != 0 ?
	    w->style->pad : 5.4 };
	int		 first = 0, r = 0;

	l.leading = 1.3 * l.size;
	find_columns(&l);
	find_heights(&l);
	while (r < t->nrow) {
		double	 room = pdf_bottom(w) - w->y;
		int	 some, all;

		if (l.high[r] <= room) {
			place(&l, r, l.high[r]);
			r++;
			continue;
		}
		all = lines_left(&l, r);
		some = (int)((room - 3) / l.leading);
		if (w->style->breaks && all > 1 && some >= 1) {
			some = some < all ? some : all - 1;
			place(&l, r, some * l.leading + 3);
			draw_rows(&l, first, r + 1, some);
			l.high[r] = (all - some) * l.leading + 3;
		} else if (r > first)
			draw_rows(&l, first, r, NOBODY);
		next_page(&l, r);
		first = r;
		if (l.high[r] > pdf_bottom(w) - w->y) {
			place(&l, r, l.high[r]);	/* it is higher */
			r++;
		}
	}
	draw_rows(&l, first, r, NOBODY);
	w->y += 8;
}

static void
draw_paragraph(struct pdf_writer *w, const struct gblock *b)
{
	struct layout	 l = { .w = w, .size = b->heading == 1 ? 18 : 12 };
	double		 leading = 1.56 * l.size;

	for (const char *s = b->text; *s != '\0'; w->y += leading) {
		double	 indent = s == b->text && b->heading == 0 ?
		    2 * l.size : 0;
		int	 n = fit(&l, s, pdf_right(w) - pdf_left(w) - indent);

		if (w->y + leading > pdf_bottom(w))
			pdf_page(w);
		pdf_text(w, pdf_left(w) + indent, w->y + l.size, l.size, s, n,
		    NULL);
		s += n;
		s += *s == '\n';
	}
}

bool
render_pdf(struct gen *g, struct out *o, const char *format)
{
	struct pdf_writer	 w = { .gen = g };

	for (size_t i = 0; i < sizeof(styles) / sizeof(*styles); i++)
		if (strcmp(styles[i].name, format) == 0)
			w.style = &styles[i];
	if (w.style == NULL)
		return false;
	pdf_page(&w);
	for (int i = 0; i < g->nblock; i++)
		if (g->block[i].table >= 0)
			draw_table(&w, &g->table[g->block[i].table]);
		else
			draw_paragraph(&w, &g->block[i]);
	pdf_end(&w, o);
	return true;
}
