/*
 * Ruling lines out of SVG as cairo writes it: a flat list of <path> elements
 * in absolute coordinates, in <g> that clip or transform, page by page in
 * <page>; what <defs> holds is glyphs and clip paths.
 */
#include <config.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "read/pdf_draw.h"
#include "read/pdf_scan.h"
#include "read/pdf_symbol.h"

#define DEPTH	64		/* of <g> that is looked at */
#define HALF	0.5		/* of a page that a picture covers */
#define CLIPS	20000		/* clip paths that are remembered */

struct group {
	struct pdf_matrix	 m;
	struct pdf_box	 clip;
	struct pdf_ink	 ink;		/* of what is filled in it */
	bool		 masked;
};

struct svg {
	struct pdf	*pdf;
	struct pdf_page	*page;		/* NULL: not one of ours */
	struct group	 group[DEPTH];
	int		 depth;		/* of <g>, may pass DEPTH */
	int		 nrun;		/* glyphs of the group so far */
	struct pdf_box	*clip;		/* by the number in their id */
	int		 nclip;
	size_t		 clipcap;
	struct pdf_symbols symbols;
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

/* One command with its points; false when the path is to end here. */
static bool
draw_command(struct pdf_pen *p, char op, struct str *d)
{
	double	 x, y;
	int	 n = op == 'C' ? 3 : op == 'M' || op == 'L' ? 1 : 0;

	if (n == 0 && op != 'Z')
		return false;
	for (int i = 0; i < n; i++) {
		if (!scan_number(d, &x) || !scan_number(d, &y))
			return false;
		if (op == 'M')
			pdf_pen_move(p, x, y);
		else if (op == 'L')
			pdf_pen_line(p, x, y);
		else
			pdf_pen_pass(p, x, y);
	}
	if (op == 'Z')
		pdf_pen_close(p);
	return true;
}

static void
draw(struct pdf_pen *p, struct str d)
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
	pdf_pen_up(p);
}

static bool
is_painted(struct str paint)
{
	return paint.n != 0 && !str_eq(paint, STR("none"));
}

static const struct group *
innermost(const struct svg *s)
{
	return &s->group[s->depth < DEPTH ? s->depth : DEPTH - 1];
}

/* How "rgb(80%,80%,80%)" looks; what is no colour is black. */
static struct pdf_ink
read_ink(struct str fill, struct str opacity)
{
	double	 rgb[3] = { 0, 0, 0 }, v, cover = 1;

	if (!str_starts(fill, STR("rgb(")))
		return (struct pdf_ink){ .red = false };
	fill = str_from(fill, strlen("rgb("));
	for (int i = 0; i < 3 && scan_number(&fill, &v); i++) {
		rgb[i] = v / 100;
		if (fill.n != 0 && fill.p[0] == '%')
			fill = str_from(fill, 1);
	}
	scan_number(&opacity, &cover);
	return pdf_ink(rgb, cover);
}

static void
read_path(struct svg *s, struct str tag)
{
	const struct group	*g = innermost(s);
	struct pdf_pen		 p = { .pdf = s->pdf, .page = s->page,
		.clip = g->clip };
	struct str		 width = scan_style(tag, "stroke-width");
	double			 v;

	p.m = pdf_multiply(g->m, read_matrix(tag));
	p.fill = is_painted(scan_style(tag, "fill"));
	p.ink = read_ink(scan_style(tag, "fill"), scan_style(tag,
	    "fill-opacity"));
	p.stroke = is_painted(scan_style(tag, "stroke")) &&
	    (!scan_number(&width, &v) || pdf_pen_is_thin(&p.m, v));
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
	struct pdf_pen		 p = { .pdf = s->pdf, .page = s->page,
		.clip = g->clip };
	double			 v[4] = { 0 };
	struct str		 a;

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

		if (i == 0)
			pdf_pen_move(&p, px, py);
		else
			pdf_pen_line(&p, px, py);
	}
	pdf_pen_up(&p);
}

/* <use xlink:href="#glyph0-1" x="" y="">: a character. */
static void
read_glyph(struct svg *s, struct str tag)
{
	const struct pdf_matrix	*m = &innermost(s)->m;
	struct str		 x = scan_attr(tag, "x");
	struct str		 y = scan_attr(tag, "y");
	struct pdf_box		 ink = pdf_symbols_ink(&s->symbols, tag);
	struct pdf_matrix	 at = *m;
	double			 px, py;

	if (!scan_number(&x, &px) || !scan_number(&y, &py))
		return;
	at.e += m->a * px + m->c * py;
	at.f += m->b * px + m->d * py;
	pdf_draw_glyph(s->pdf, s->page, scan_milli(at.e), scan_milli(at.f),
	    ink.x0 < ink.x1 ? pdf_map_box(&at, ink) : ink,
	    innermost(s)->ink, &s->nrun);
}

/*
 * A picture.  What a large one is drawn over does not show, unless it has a
 * mask.
 */
static void
read_image(struct svg *s, struct str tag)
{
	const struct group	*g = innermost(s);
	const struct pdf_image	*image = pdf_symbols_image(&s->symbols, tag);
	struct pdf_matrix	 m = pdf_multiply(g->m, read_matrix(tag));
	double			 page = (double)s->page->width / PT *
				     s->page->height / PT;
	double			 covers;

	if (image == NULL || page <= 0)
		return;
	covers = fabs(m.a * m.d - m.b * m.c) * image->w * image->h / page;
	s->page->pictures += covers;
	if (covers > HALF && !g->masked)
		s->page->nglyph = 0;
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
	struct pdf_matrix	 m = read_matrix(tag);
	struct pdf_box		 box = pdf_everywhere;

	pdf_path_box(&m, scan_attr(tag, "d"), &box);
	while (s->nclip <= id) {
		s->clip = arena_grow(s->pdf->arena, s->clip, (size_t)s->nclip,
		    &s->clipcap, sizeof(*s->clip));
		s->clip[s->nclip++] = pdf_everywhere;
	}
	s->clip[id] = box;
}

static void
open_group(struct svg *s, struct str tag)
{
	struct group	 g = *innermost(s);
	int		 id = id_number(scan_attr(tag, "clip-path"));

	g.m = pdf_multiply(g.m, read_matrix(tag));
	g.ink = read_ink(scan_style(tag, "fill"), scan_style(tag,
	    "fill-opacity"));
	g.masked |= scan_attr(tag, "mask").n != 0;
	s->nrun = 0;
	if (id >= 0 && id < s->nclip)
		g.clip = pdf_shared(g.clip, pdf_map_box(&s->group[0].m,
		    s->clip[id]));
	if (++s->depth < DEPTH)
		s->group[s->depth] = g;
}

static void
begin_page(struct svg *s, int n)
{
	s->depth = 0;
	s->page = n < s->pdf->npage ? &s->pdf->page[n] : NULL;
	s->group[0] = (struct group){ s->page != NULL ? s->page->view :
	    pdf_as_drawn, pdf_everywhere, { .red = false }, false };
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
	struct svg	 s = { .pdf = pdf, .symbols = { .arena = pdf->arena } };
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
			pdf_symbols_tag(&s.symbols, tag);
		else if (scan_is(tag, "svg") && s.page != NULL &&
		    !is_size_of(s.page, tag))
			return 0;
		else if (scan_is(tag, "page")) {
			if (s.page != NULL)
				pdf_drawn(s.page);
			begin_page(&s, first + npage++);
		} else if (scan_is(tag, "g") && !str_ends(tag, STR("/")))
			open_group(&s, tag);
		else if (scan_is(tag, "/g") && s.depth > 0)
			s.depth--;
		else if (s.page != NULL && scan_is(tag, "path"))
			read_path(&s, tag);
		else if (s.page != NULL && scan_is(tag, "rect"))
			read_rect(&s, tag);
		else if (s.page != NULL && scan_is(tag, "use")) {
			read_glyph(&s, tag);
			read_image(&s, tag);
		}
	}
	if (s.page != NULL)
		pdf_drawn(s.page);
	return npage != 0 ? npage : 1;
}

bool
pdf_is_picture(const struct pdf_page *p)
{
	size_t	 n = 0;

	if (p->pictures <= HALF)
		return false;
	for (int i = 0; i < p->nword; i++)
		n += utf8_length(p->word[i].text);
	return n / 2 > (size_t)p->nglyph;
}
