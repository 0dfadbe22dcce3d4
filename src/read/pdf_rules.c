/*
 * Ruling lines out of SVG as cairo writes it: a flat list of <path> elements
 * in absolute coordinates, in <g> that clip or transform, page by page in
 * <page>; what <defs> holds is glyphs and clip paths.
 *
 * A rule may be a stroke, a filled box thinner than THIN, or a fill that a
 * clip path makes so thin; it may come in pieces, dashes, or double.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/limit.h"
#include "read/pdf_page.h"
#include "read/pdf_scan.h"

#define THIN	(2 * PT)	/* thickest fill that is a rule */
#define THICK	(6.0)		/* thickest stroke that is, in points */
#define SLANT	(PT / 2)	/* by how much a rule may be off */
#define GAP	(5 * PT / 2)	/* bridged between pieces of a rule */
#define SAME	(5 * PT / 2)	/* rules so close are one */
#define DEPTH	64		/* of <g> that is looked at */
#define TILT	(0.0076)	/* sine of five degrees, squared */
#define FAINT	(0.5)		/* lightness from which print is faint */
#define WHITE	(0.97)		/* and from which it is white, on dark */
#define RED	(50.0)		/* by so many hundredths more than others */
#define CLIPS	20000		/* clip paths that are remembered */

static const struct pdf_box	 everywhere =
    { -1000000000, -1000000000, 1000000000, 1000000000 };

struct group {
	struct pdf_matrix	 m;
	struct pdf_box	 clip;
	bool		 faint, red;	/* what is filled in it */
};

struct svg {
	struct pdf	*pdf;
	struct pdf_page	*page;		/* NULL: not one of ours */
	struct group	 group[DEPTH];
	int		 depth;		/* of <g>, may pass DEPTH */
	int		 nrun;		/* glyphs of the group so far */
	struct pdf_box	*clip;		/* by the number in their id */
	int		 nclip, clipcap;
};

/* Where a path is, and how it is painted. */
struct pen {
	struct svg	*svg;
	struct pdf_matrix	 m;
	struct pdf_box	 clip;
	bool		 stroke, fill;
	struct pdf_box	 box;		/* of the subpath so far */
	int		 npoint;
	int		 x, y, x0, y0;	/* last and first point */
};

static struct pdf_matrix
read_matrix(struct str tag)
{
	struct str	 s = scan_attr(tag, "transform");
	struct pdf_matrix	 m;
	double		*part[] = { &m.a, &m.b, &m.c, &m.d, &m.e, &m.f };

	if (!str_starts(s, STR("matrix(")))
		return pdf_as_drawn;
	s = str_from(s, strlen("matrix("));
	for (int i = 0; i < 6; i++)
		if (!scan_number(&s, part[i]))
			return pdf_as_drawn;
	return m;
}

static struct pdf_box
intersect(struct pdf_box a, struct pdf_box b)
{
	return (struct pdf_box){
		a.x0 > b.x0 ? a.x0 : b.x0, a.y0 > b.y0 ? a.y0 : b.y0,
		a.x1 < b.x1 ? a.x1 : b.x1, a.y1 < b.y1 ? a.y1 : b.y1,
	};
}

static void
add_rule(struct pen *p, int x0, int y0, int x1, int y1)
{
	struct pdf_box	 b = intersect(p->clip, (struct pdf_box){
		x0 < x1 ? x0 : x1, y0 < y1 ? y0 : y1,
		x0 < x1 ? x1 : x0, y0 < y1 ? y1 : y0 });
	struct pdf_page	*page = p->svg->page;
	struct pdf	*pdf = p->svg->pdf;

	if (b.x0 > b.x1 + PT || b.y0 > b.y1 + PT)
		return;
	if (b.x1 - b.x0 >= b.y1 - b.y0) {
		if (page->nacross >= LIMIT_RULES)
			return;
		page->across = pdf_grow(pdf->arena, page->across,
		    page->nacross, &page->acrosscap, sizeof(*page->across));
		page->across[page->nacross++] = (struct pdf_rule){
			b.y0 + (b.y1 - b.y0) / 2, b.x0, b.x1 };
	} else {
		if (page->ndown >= LIMIT_RULES)
			return;
		page->down = pdf_grow(pdf->arena, page->down,
		    page->ndown, &page->downcap, sizeof(*page->down));
		page->down[page->ndown++] = (struct pdf_rule){
			b.x0 + (b.x1 - b.x0) / 2, b.y0, b.y1 };
	}
}

/* The next point of the path data, transformed. */
static bool
read_point(struct pen *p, struct str *d, int *x, int *y)
{
	double	 px, py;

	if (!scan_number(d, &px) || !scan_number(d, &py))
		return false;
	*x = scan_milli(p->m.a * px + p->m.c * py + p->m.e);
	*y = scan_milli(p->m.b * px + p->m.d * py + p->m.f);
	return true;
}

static void
pen_visit(struct pen *p, int x, int y)
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
pen_line(struct pen *p, int x, int y)
{
	if (p->stroke && (abs(x - p->x) <= SLANT || abs(y - p->y) <= SLANT))
		add_rule(p, p->x, p->y, x, y);
	pen_visit(p, x, y);
}

/* A subpath is complete: filled, and thin under its clip, it is a rule. */
static void
pen_up(struct pen *p)
{
	struct pdf_box	 b = intersect(p->box, p->clip);
	int		 w = b.x1 - b.x0, h = b.y1 - b.y0;

	if (p->npoint > 1 && p->fill && w >= 0 && h >= 0 &&
	    (w < THIN || h < THIN))
		add_rule(p, b.x0, b.y0, b.x1, b.y1);
	p->npoint = 0;
}

/* One command with its points; false when the path is to end here. */
static bool
draw_command(struct pen *p, char op, struct str *d)
{
	int	 x, y;

	switch (op) {
	case 'M':
		pen_up(p);
		if (!read_point(p, d, &x, &y))
			return false;
		pen_visit(p, x, y);
		p->x0 = x;
		p->y0 = y;
		return true;
	case 'L':
		if (!read_point(p, d, &x, &y))
			return false;
		pen_line(p, x, y);
		return true;
	case 'C':
		for (int i = 0; i < 3; i++) {
			if (!read_point(p, d, &x, &y))
				return false;
			pen_visit(p, x, y);
		}
		return true;
	case 'Z':
		if (p->npoint != 0)
			pen_line(p, p->x0, p->y0);
		pen_up(p);
		return true;
	}
	return false;
}

static void
draw(struct pen *p, struct str d)
{
	char	 op = 'M';

	for (;;) {
		while (d.n != 0 && (d.p[0] == ' ' || d.p[0] == '\n'))
			d = str_from(d, 1);
		if (d.n == 0)
			break;
		if (d.p[0] >= 'A') {
			op = d.p[0];
			d = str_from(d, 1);
		} else if (op == 'M')
			op = 'L';	/* what further points mean */
		else if (op == 'Z')
			break;
		if (!draw_command(p, op, &d))
			break;
	}
	pen_up(p);
}

static bool
is_painted(struct str paint)
{
	return paint.n != 0 && !str_eq(paint, STR("none"));
}

/* Whether a stroke is so thin that it draws a line and not an area. */
static bool
is_line(const struct pdf_matrix *m, struct str width)
{
	double	 v;

	return !scan_number(&width, &v) ||
	    v * v * (m->a * m->a + m->b * m->b) <= THICK * THICK;
}

static const struct group *
innermost(const struct svg *s)
{
	return &s->group[s->depth < DEPTH ? s->depth : DEPTH - 1];
}

static void
read_path(struct svg *s, struct str tag)
{
	const struct group	*g = innermost(s);
	struct pen		 p = { .svg = s, .clip = g->clip };

	p.m = pdf_multiply(g->m, read_matrix(tag));
	p.fill = is_painted(scan_style(tag, "fill"));
	p.stroke = is_painted(scan_style(tag, "stroke")) &&
	    is_line(&p.m, scan_style(tag, "stroke-width"));
	if (p.fill || p.stroke)
		draw(&p, scan_attr(tag, "d"));
}

/* <rect x="" y="" width="" height="">, which newer cairo writes. */
static void
read_rect(struct svg *s, struct str tag)
{
	static const char *const	 name[] =
	    { "x", "y", "width", "height" };
	const struct group	*g = innermost(s);
	struct pen		 p = { .svg = s, .clip = g->clip };
	double			 v[4] = { 0 };
	struct str		 a;
	int			 x, y;

	p.m = pdf_multiply(g->m, read_matrix(tag));
	p.fill = is_painted(scan_style(tag, "fill"));
	p.stroke = is_painted(scan_style(tag, "stroke"));
	for (int i = 0; i < 4; i++) {
		a = scan_attr(tag, name[i]);
		scan_number(&a, &v[i]);
	}
	for (int i = 0; i < 5; i++) {
		double	 px = v[0] + (i == 1 || i == 2 ? v[2] : 0);
		double	 py = v[1] + (i == 2 || i == 3 ? v[3] : 0);

		x = scan_milli(p.m.a * px + p.m.c * py + p.m.e);
		y = scan_milli(p.m.b * px + p.m.d * py + p.m.f);
		if (i == 0)
			pen_visit(&p, x, y);
		else
			pen_line(&p, x, y);
	}
	pen_up(&p);
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

/*
 * How "rgb(80%,80%,80%)" looks, which is nearly white where little of it
 * covers.
 */
static void
read_ink(struct group *g, struct str fill, struct str opacity)
{
	double	 light = 0, part[3] = { 0, 0, 0 }, cover = 1;

	g->faint = g->red = false;
	if (!str_starts(fill, STR("rgb(")))
		return;
	fill = str_from(fill, strlen("rgb("));
	for (int i = 0; i < 3 && scan_number(&fill, &part[i]); i++) {
		light += part[i] / 300;
		if (fill.n != 0 && fill.p[0] == '%')
			fill = str_from(fill, 1);
	}
	scan_number(&opacity, &cover);
	light = 1 - cover * (1 - light);
	g->faint = light > FAINT && light < WHITE;
	g->red = part[0] > part[1] + RED && part[0] > part[2] + RED;
}

/* <use xlink:href="#glyph0-1" x="" y="">: a character. */
static void
read_glyph(struct svg *s, struct str tag)
{
	const struct pdf_matrix	*m = &innermost(s)->m;
	struct str		 x = scan_attr(tag, "x");
	struct str		 y = scan_attr(tag, "y");
	struct pdf_page		*p = s->page;
	double			 px, py;

	if (p->nglyph >= PDF_GLYPHS || !scan_number(&x, &px) ||
	    !scan_number(&y, &py))
		return;
	p->glyph = pdf_grow(s->pdf->arena, p->glyph, p->nglyph, &p->glyphcap,
	    sizeof(*p->glyph));
	p->glyph[p->nglyph++] = (struct pdf_glyph){
		.x = scan_milli(m->a * px + m->c * py + m->e),
		.y = scan_milli(m->b * px + m->d * py + m->f),
		.faint = innermost(s)->faint, .red = innermost(s)->red };
	if (++s->nrun > 2 && is_tilted(&p->glyph[p->nglyph - 3]))
		for (int i = 1; i <= 3; i++)
			p->glyph[p->nglyph - i].tilted = true;
}

/* The number at the end of an id ("clip12", "url(#clip12)"), or -1. */
static int
id_number(struct str id)
{
	int	 n = -1;

	for (size_t i = 0; i < id.n; i++)
		if (id.p[i] < '0' || id.p[i] > '9')
			n = id.p[i] == ')' ? n : -1;
		else if (n < CLIPS)
			n = (n < 0 ? 0 : 10 * n) + (id.p[i] - '0');
	return n < CLIPS ? n : -1;
}

/* The box of a clip path's outline, under the id of its <clipPath>. */
static void
read_clip(struct svg *s, int id, struct str tag)
{
	struct pen	 p = { .svg = s, .m = read_matrix(tag) };
	struct pdf_box	 box = everywhere;
	struct str	 d = scan_attr(tag, "d");
	bool		 any = false;
	int		 x, y;

	for (;;) {
		while (d.n != 0 && (d.p[0] == ' ' || d.p[0] == '\n' ||
		    d.p[0] >= 'A'))
			d = str_from(d, 1);
		if (!read_point(&p, &d, &x, &y))
			break;
		pen_visit(&p, x, y);
		any = true;
	}
	if (any)
		box = p.box;
	while (s->nclip <= id) {
		s->clip = pdf_grow(s->pdf->arena, s->clip, s->nclip,
		    &s->clipcap, sizeof(*s->clip));
		s->clip[s->nclip++] = everywhere;
	}
	s->clip[id] = box;
}

static void
open_group(struct svg *s, struct str tag)
{
	struct group	 g = *innermost(s);
	int		 id = id_number(scan_attr(tag, "clip-path"));

	g.m = pdf_multiply(g.m, read_matrix(tag));
	read_ink(&g, scan_style(tag, "fill"), scan_style(tag,
	    "fill-opacity"));
	s->nrun = 0;
	if (id >= 0 && id < s->nclip)
		g.clip = intersect(g.clip, pdf_map_box(&s->group[0].m,
		    s->clip[id]));
	if (++s->depth < DEPTH)
		s->group[s->depth] = g;
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

static void
begin_page(struct svg *s, int n)
{
	s->depth = 0;
	s->page = n < s->pdf->npage ? &s->pdf->page[n] : NULL;
	s->group[0] = (struct group){ s->page != NULL ? s->page->view :
	    pdf_as_drawn, everywhere, false, false };
}

static void
end_page(struct svg *s)
{
	struct pdf_page	*p = s->page;

	if (p == NULL)
		return;
	if (p->nacross >= LIMIT_RULES || p->ndown >= LIMIT_RULES)
		p->nacross = p->ndown = 0;
	if (p->nacross != 0)
		p->nacross = join(p->across, p->nacross);
	if (p->ndown != 0)
		p->ndown = join(p->down, p->ndown);
	pdf_glyphs_sort(p);
}

static bool
is_close(double points, int milli)
{
	return abs(scan_milli(points) - milli) <= 2 * PT;
}

/*
 * Whether the drawing is as large as the page on which the words are, which
 * may have been turned.
 */
static bool
is_size_of(const struct pdf_page *p, struct str svg)
{
	struct str	 width = scan_attr(svg, "width");
	struct str	 height = scan_attr(svg, "height");
	double		 w, h;

	if (!scan_number(&width, &w) || !scan_number(&height, &h))
		return true;
	return (is_close(w, p->width) && is_close(h, p->height)) ||
	    (is_close(w, p->height) && is_close(h, p->width));
}

int
pdf_rules(struct pdf *pdf, int first, struct str in)
{
	struct svg	 s = { .pdf = pdf };
	struct str	 text, tag;
	bool		 defs = false;
	int		 npage = 0, clip = -1;

	begin_page(&s, first);
	while (scan_tag(&in, &text, &tag)) {
		if (scan_is(tag, "clipPath"))
			clip = id_number(scan_attr(tag, "id"));
		else if (scan_is(tag, "/clipPath"))
			clip = -1;
		else if (clip >= 0 && scan_is(tag, "path"))
			read_clip(&s, clip, tag);
		else if (scan_is(tag, "defs"))
			defs = true;
		else if (scan_is(tag, "/defs"))
			defs = false;
		else if (defs)
			continue;
		else if (scan_is(tag, "svg") && s.page != NULL &&
		    !is_size_of(s.page, tag))
			return 0;
		else if (scan_is(tag, "page")) {
			end_page(&s);
			begin_page(&s, first + npage++);
		} else if (scan_is(tag, "g") && !str_ends(tag, STR("/")))
			open_group(&s, tag);
		else if (scan_is(tag, "/g") && s.depth > 0)
			s.depth--;
		else if (s.page != NULL && scan_is(tag, "path"))
			read_path(&s, tag);
		else if (s.page != NULL && scan_is(tag, "rect"))
			read_rect(&s, tag);
		else if (s.page != NULL && scan_is(tag, "use"))
			read_glyph(&s, tag);
	}
	end_page(&s);
	return npage != 0 ? npage : 1;
}
