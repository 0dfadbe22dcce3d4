#include <config.h>

#include <limits.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/limit.h"
#include "read/pdf_draw.h"
#include "read/pdf_scan.h"

#define THIN	(2 * PT)	/* thickest fill that is a rule */
#define THICK	(6.0)		/* thickest stroke that is, in points */
#define SLANT	(PT / 2)	/* by how much a rule may be off */
#define GAP	(5 * PT / 2)	/* bridged between pieces of a rule */
#define SAME	(5 * PT / 2)	/* rules so close are one */
#define TILT	(0.0076)	/* sine of five degrees, squared */
#define FAINT	(0.5)		/* lightness from which print is faint */
#define WHITE	(0.97)		/* and from which it is white, on dark */
#define RED	(0.5)		/* by so much more than other colours */
#define SMALL	(PT / 2)	/* as wide as a character is at least */
#define SIDE	6		/* as long for its width no character is */
#define LARGE	(60 * PT)	/* and at most: outlined words are in one */

const struct pdf_box	 pdf_everywhere =
    { -1000000000, -1000000000, 1000000000, 1000000000 };

struct pdf_box
pdf_shared(struct pdf_box a, struct pdf_box b)
{
	return (struct pdf_box){
		a.x0 > b.x0 ? a.x0 : b.x0, a.y0 > b.y0 ? a.y0 : b.y0,
		a.x1 < b.x1 ? a.x1 : b.x1, a.y1 < b.y1 ? a.y1 : b.y1,
	};
}

/* Nearly white is what covers little. */
struct pdf_ink
pdf_ink(const double rgb[3], double cover)
{
	double	 light = (rgb[0] + rgb[1] + rgb[2]) / 3;

	light = 1 - cover * (1 - light);
	return (struct pdf_ink){
		.faint = light > FAINT && light < WHITE,
		.white = light >= WHITE,
		.red = rgb[0] > rgb[1] + RED && rgb[0] > rgb[2] + RED,
	};
}

bool
pdf_pen_is_thin(const struct pdf_matrix *m, double width)
{
	return width * width * (m->a * m->a + m->b * m->b) <= THICK * THICK;
}

static void
add_rule(struct pdf_pen *p, int x0, int y0, int x1, int y1)
{
	struct pdf_box	 b = pdf_shared(p->clip, (struct pdf_box){
		x0 < x1 ? x0 : x1, y0 < y1 ? y0 : y1,
		x0 < x1 ? x1 : x0, y0 < y1 ? y1 : y0 });
	struct pdf_page	*page = p->page;
	struct pdf	*pdf = p->pdf;

	if (b.x0 > b.x1 + PT || b.y0 > b.y1 + PT)
		return;
	if (b.x1 - b.x0 >= b.y1 - b.y0) {
		if (page->nacross >= LIMIT_RULES)
			return;
		page->across = arena_grow(pdf->arena, page->across,
		    (size_t)page->nacross, &page->acrosscap,
		    sizeof(*page->across));
		page->across[page->nacross++] = (struct pdf_rule){
			b.y0 + (b.y1 - b.y0) / 2, b.x0, b.x1 };
	} else {
		if (page->ndown >= LIMIT_RULES)
			return;
		page->down = arena_grow(pdf->arena, page->down,
		    (size_t)page->ndown, &page->downcap, sizeof(*page->down));
		page->down[page->ndown++] = (struct pdf_rule){
			b.x0 + (b.x1 - b.x0) / 2, b.y0, b.y1 };
	}
}

static void
visit(struct pdf_pen *p, int x, int y)
{
	if (p->npoint++ == 0)
		p->box = (struct pdf_box){ x, y, x, y };
	if (p->box.x0 > x)
		p->box.x0 = x;
	if (p->box.x1 < x)
		p->box.x1 = x;
	if (p->box.y0 > y)
		p->box.y0 = y;
	if (p->box.y1 < y)
		p->box.y1 = y;
	p->x = x;
	p->y = y;
}

static void
map(const struct pdf_pen *p, double px, double py, int *x, int *y)
{
	*x = scan_milli(p->m.a * px + p->m.c * py + p->m.e);
	*y = scan_milli(p->m.b * px + p->m.d * py + p->m.f);
}

static void
go_to(struct pdf_pen *p, int x, int y)
{
	if (p->stroke && (abs(x - p->x) <= SLANT || abs(y - p->y) <= SLANT))
		add_rule(p, p->x, p->y, x, y);
	p->bent |= p->npoint != 0 && abs(x - p->x) > PT / 20 &&
	    abs(y - p->y) > PT / 20;
	visit(p, x, y);
}

void
pdf_pen_move(struct pdf_pen *p, double px, double py)
{
	int	 x, y;

	pdf_pen_up(p);
	map(p, px, py, &x, &y);
	visit(p, x, y);
	p->x0 = x;
	p->y0 = y;
}

void
pdf_pen_line(struct pdf_pen *p, double px, double py)
{
	int	 x, y;

	map(p, px, py, &x, &y);
	go_to(p, x, y);
}

void
pdf_pen_pass(struct pdf_pen *p, double px, double py)
{
	int	 x, y;

	map(p, px, py, &x, &y);
	p->bent = true;
	visit(p, x, y);
}

void
pdf_pen_close(struct pdf_pen *p)
{
	if (p->npoint != 0)
		go_to(p, p->x0, p->y0);
	pdf_pen_up(p);
}

/* The side of a frame that is cut at its corners, to meet the others. */
static bool
is_side(const struct pdf_pen *p, int w, int h)
{
	return p->npoint <= 5 && (h > SIDE * w || w > SIDE * h);
}

/* Whether a shape may be a character, or a part of one. */
static bool
is_mark(const struct pdf_pen *p, int w, int h)
{
	return p->bent && !is_side(p, w, h) && p->npoint > 3 && w >= SMALL && w <= LARGE &&
	    h > THIN && h <= LARGE && !p->ink.faint && !p->ink.white &&
	    !p->ink.red;
}

static void
add_mark(struct pdf_pen *p, struct pdf_box b)
{
	struct pdf_page	*page = p->page;

	if (page->nmark >= PDF_GLYPHS)
		return;
	page->mark = arena_grow(p->pdf->arena, page->mark, (size_t)page->nmark,
	    &page->markcap, sizeof(*page->mark));
	page->mark[page->nmark++] = b;
}

/*
 * A subpath is complete: filled, it is a mark, or, thin under its clip, a
 * rule.
 */
void
pdf_pen_up(struct pdf_pen *p)
{
	struct pdf_box	 b = pdf_shared(p->box, p->clip);
	int		 w = b.x1 - b.x0, h = b.y1 - b.y0;

	if (p->fill && is_mark(p, w, h))
		add_mark(p, b);
	else if (p->npoint > 1 && p->fill && w >= 0 && h >= 0 &&
	    (w < THIN || h < THIN))
		add_rule(p, b.x0, b.y0, b.x1, b.y1);
	p->npoint = 0;
	p->bent = false;
}

/* Whether three characters stand in one line that goes up or down. */
static bool
is_tilted(const struct pdf_glyph *g)
{
	double	 dx = g[1].x - g[0].x, dy = g[1].y - g[0].y;
	double	 ex = g[2].x - g[1].x, ey = g[2].y - g[1].y;
	double	 square = dx * dx + dy * dy, other = ex * ex + ey * ey;
	double	 cross = dx * ey - dy * ex;

	return dx * ex + dy * ey > 0 &&
	    cross * cross <= square * other * TILT &&
	    dx * dx > square * TILT && dy * dy > square * TILT;
}

/* Of a point, rounded up: what is not nothing does not become that. */
static short
tenths(int milli)
{
	int	 n = milli <= 0 ? 0 : (milli - 1) / (PT / 10) + 1;

	return n < SHRT_MAX ? (short)n : SHRT_MAX;
}

void
pdf_draw_glyph(struct pdf *pdf, struct pdf_page *p, int x, int y,
    struct pdf_box outline, struct pdf_ink ink, int *run)
{
	if (p->nglyph >= PDF_GLYPHS)
		return;
	p->glyph = arena_grow(pdf->arena, p->glyph, (size_t)p->nglyph,
	    &p->glyphcap, sizeof(*p->glyph));
	p->glyph[p->nglyph++] = (struct pdf_glyph){
		.x = x, .y = y, .wide = tenths(outline.x1 - x),
		.high = tenths(pdf_box_height(&outline)), .faint = ink.faint,
		.red = ink.red };
	if (++*run > 2 && is_tilted(&p->glyph[p->nglyph - 3]))
		for (int i = 1; i <= 3; i++)
			p->glyph[p->nglyph - i].tilted = true;
}

static int
by_place(const void *pa, const void *pb)
{
	const struct pdf_rule	*a = pa, *b = pb;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->to > b->to) - (a->to < b->to);
}

static int
by_start(const void *pa, const void *pb)
{
	const struct pdf_rule	*a = pa, *b = pb;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return by_place(pa, pb);
}

/* Pieces of rules, double and dashed ones, made one; returns how many. */
static int
join(struct pdf_rule *r, int n)
{
	int	 out = 0, end, start;

	qsort(r, (size_t)n, sizeof(*r), by_place);
	for (int i = 0; i < n; i = end) {
		int	 at;

		for (end = i + 1; end < n && r[end].at - r[i].at <= SAME;)
			end++;
		at = r[i].at + (r[end - 1].at - r[i].at) / 2;
		qsort(r + i, (size_t)(end - i), sizeof(*r), by_start);
		start = out;
		for (int k = i; k < end; k++)
			if (out > start && r[k].from <= r[out - 1].to + GAP) {
				if (r[out - 1].to < r[k].to)
					r[out - 1].to = r[k].to;
			} else
				r[out++] = (struct pdf_rule){
					at, r[k].from, r[k].to };
	}
	return out;
}

void
pdf_drawn(struct pdf_page *p)
{
	if (p->nacross >= LIMIT_RULES || p->ndown >= LIMIT_RULES)
		p->nacross = p->ndown = 0;
	if (p->nacross != 0)
		p->nacross = join(p->across, p->nacross);
	if (p->ndown != 0)
		p->ndown = join(p->down, p->ndown);
	pdf_glyphs_sort(p);
}

