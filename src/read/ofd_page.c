/*
 * The content of a page: text objects, whose characters are placed one by
 * one, and path objects.  Both stand in a box on the page, under a matrix of
 * their own (GB/T 33190-2016, 8.5, 9.1, 11).
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "read/ofd.h"
#include "read/pdf_draw.h"
#include "read/pdf_scan.h"
#include "read/xml.h"

#define MM	(72 / 25.4)	/* in points */
#define ASCENT	0.88		/* of the size of print, above its base line */
#define DESCENT	0.14
#define APART	0.35		/* a gap that parts words, in sizes */
#define LEVEL	0.1		/* words so close in height are on one line */
#define WIDTH	0.353		/* of a line, in mm, if none is given (8.2) */
#define VEILS	1000		/* of a page that are told apart */

/* Offsets "4.2 4.2 g 12 2.1": the last is one for twelve characters. */
struct offsets {
	struct str	 s;
	double		 v;
	double		 left;		/* of a group */
};

/* A word as far as it goes. */
struct word {
	struct buf	 text;
	struct pdf_box	 box;
};

struct content {
	struct pdf		*pdf;
	struct pdf_page		*page;	/* NULL: words are taken */
	struct pdf_matrix	 base;	/* from millimetres of the page */
	struct word		 word;
	bool			 hidden; /* inside an object that is */
	int			 depth;	/* of that one */
	bool			 text, path;	/* inside such an object */
	/* Of the object at hand. */
	struct pdf_matrix	 m;
	double			 size, stretch;
	double			 rgb[3], cover;
	struct pdf_pen		 pen;
	struct buf		 data;	/* of a text code or a path */
	bool			 wanted; /* data goes there */
	double			 x, y;	/* of the next character */
	struct offsets		 dx, dy;
	int			 run;
};

/* The next offset; false if none is given. */
static bool
next_offset(struct offsets *o, double *v)
{
	while (o->left <= 0) {
		double	 n = 1;

		o->s = str_trim(o->s);
		if (str_starts(o->s, STR("g"))) {
			o->s = str_from(o->s, 1);
			if (!scan_number(&o->s, &n))
				return false;
		}
		if (!scan_number(&o->s, &o->v))
			return false;
		o->left = n;
	}
	o->left--;
	*v = o->v;
	return true;
}

static int
end_word(struct content *c, struct err *e)
{
	int	 r = 0;

	if (c->word.text.n != 0)
		r = pdf_add_word(c->pdf, c->word.box, buf_text(&c->word.text),
		    e);
	buf_init(&c->word.text, c->pdf->arena);
	return r;
}

/* Whether a character goes on with the word. */
static bool
goes_on(const struct pdf_box *word, const struct pdf_box *b)
{
	int	 high = pdf_box_height(b), gap = b->x0 - word->x1;

	return abs(word->y1 - b->y1) <= high * LEVEL &&
	    abs(pdf_box_height(word) - high) <= high * LEVEL &&
	    gap < high * APART && gap > -high * APART;
}

/* How wide a character is, in sizes: no font is asked. */
static double
advance(uint32_t ch)
{
	return ch < 0x2000 ? 0.5 : 1;
}

static struct pdf_box
box_of(const struct content *c, uint32_t ch)
{
	const struct pdf_matrix	*m = &c->m;
	double			 w = advance(ch) * c->size * c->stretch;
	double			 x[2] = { c->x, c->x + w };
	double			 y[2] = { c->y - ASCENT * c->size,
				     c->y + DESCENT * c->size };
	struct pdf_box		 b = { 0, 0, 0, 0 };

	for (int i = 0; i < 4; i++) {
		int	 px = scan_milli(m->a * x[i % 2] + m->c * y[i / 2] +
			    m->e);
		int	 py = scan_milli(m->b * x[i % 2] + m->d * y[i / 2] +
			    m->f);

		if (i == 0)
			b = (struct pdf_box){ px, py, px, py };
		else
			b = pdf_both(b, (struct pdf_box){ px, py, px, py });
	}
	return b;
}

static int
take_character(struct content *c, uint32_t ch, struct err *e)
{
	struct pdf_box	 b = box_of(c, ch);

	if (c->page != NULL) {
		if (ch > ' ')
			pdf_draw_glyph(c->pdf, c->page,
			    scan_milli(c->m.a * c->x + c->m.c * c->y + c->m.e),
			    scan_milli(c->m.b * c->x + c->m.d * c->y + c->m.f),
			    (struct pdf_box){ 0, 0, 0, 0 },
			    pdf_ink(c->rgb, c->cover), &c->run);
		return 0;
	}
	if (utf8_is_space(ch))
		return end_word(c, e);
	if (c->word.text.n != 0 && !goes_on(&c->word.box, &b) &&
	    end_word(c, e) < 0)
		return -1;
	c->word.box = c->word.text.n != 0 ? pdf_both(c->word.box, b) : b;
	buf_char(&c->word.text, ch);
	return 0;
}

static int
take_text(struct content *c, struct err *e)
{
	struct str	 s = buf_text(&c->data);
	double		 v;

	for (size_t at = 0; at < s.n; ) {
		uint32_t	 ch = utf8_next(s, &at);
		bool		 given = false;

		if (take_character(c, ch, e) < 0)
			return -1;
		if (next_offset(&c->dx, &v)) {
			c->x += v;
			given = true;
		}
		if (next_offset(&c->dy, &v)) {
			c->y += v;
			given = true;
		}
		if (!given)
			c->x += advance(ch) * c->size * c->stretch;
	}
	return 0;
}

/* "S 0 0 M 0 0 L 10 0 C": 9.1, table 39.  An arc only passes its end. */
static void
take_path(struct content *c)
{
	static const char	 ops[] = "SMLQBAC";
	static const int	 count[] = { 2, 2, 2, 4, 6, 7, 0 };
	struct str		 s = buf_text(&c->data);
	double			 v[7];

	c->pen.ink = pdf_ink(c->rgb, c->cover);
	for (;;) {
		const char	*op;
		int		 n, i = 0;

		s = str_trim(s);
		if (s.n == 0 || (op = strchr(ops, s.p[0])) == NULL)
			break;
		s = str_from(s, 1);
		n = count[op - ops];
		while (i < n && scan_number(&s, &v[i]))
			i++;
		if (i < n)
			break;
		if (*op == 'S' || *op == 'M')
			pdf_pen_move(&c->pen, v[0], v[1]);
		else if (*op == 'L')
			pdf_pen_line(&c->pen, v[0], v[1]);
		else if (*op == 'C')
			pdf_pen_close(&c->pen);
		else if (*op == 'A')
			pdf_pen_pass(&c->pen, v[5], v[6]);
		else
			for (i = 0; i < n; i += 2)
				pdf_pen_pass(&c->pen, v[i], v[i + 1]);
	}
	pdf_pen_up(&c->pen);
}

static double
number(const struct xml *x, const char *name, double other)
{
	const char	*s = xml_attr(x, name);
	double		 v;

	return s != NULL && ofd_numbers(str_of(s), &v, 1) ? v : other;
}

static bool
flag(const struct xml *x, const char *name, bool other)
{
	const char	*s = xml_attr(x, name);

	return s == NULL ? other : strcmp(s, "true") == 0 ||
	    strcmp(s, "1") == 0;
}

/* Where an object stands: its matrix, then the corner of its box. */
static void
begin_object(struct content *c, const struct xml *x)
{
	const char		*s = xml_attr(x, "Boundary");
	double			 box[4] = { 0 };
	double			 v[6] = { 1, 0, 0, 1, 0, 0 };

	if (s != NULL)
		ofd_numbers(str_of(s), box, 4);
	s = xml_attr(x, "CTM");
	if (s != NULL)
		ofd_numbers(str_of(s), v, 6);
	c->m = pdf_multiply(c->base, (struct pdf_matrix){ v[0], v[1], v[2],
	    v[3], v[4] + box[0], v[5] + box[1] });
	c->rgb[0] = c->rgb[1] = c->rgb[2] = 0;
	c->cover = number(x, "Alpha", 255) / 255;
	c->run = 0;
}

/*
 * A graphic that is in the resources and comes wherever it is named, with
 * its texts: 13.
 */
static void
add_veil(struct content *c, const struct xml *x)
{
	const char	*s = xml_attr(x, "Boundary");
	struct pdf_page	*p = c->page;
	double		 v[4];

	if (s == NULL || !ofd_numbers(str_of(s), v, 4))
		return;
	if (p->nveil == VEILS) {
		p->veil[0] = pdf_everywhere;
		return;
	}
	p->veil = arena_grow(c->pdf->arena, p->veil, (size_t)p->nveil,
	    &p->veilcap, sizeof(*p->veil));
	p->veil[p->nveil++] = pdf_map_box(&c->base, (struct pdf_box){
	    scan_milli(v[0]), scan_milli(v[1]), scan_milli(v[0] + v[2]),
	    scan_milli(v[1] + v[3]) });
}

static void
begin_text(struct content *c, const struct xml *x)
{
	begin_object(c, x);
	c->text = true;
	c->size = number(x, "Size", 0);
	c->stretch = number(x, "HScale", 1);
	c->x = c->y = 0;
}

static void
begin_path(struct content *c, const struct xml *x)
{
	begin_object(c, x);
	c->path = true;
	c->pen = (struct pdf_pen){ .pdf = c->pdf, .page = c->page, .m = c->m,
		.clip = pdf_everywhere, .fill = flag(x, "Fill", false) };
	c->pen.stroke = flag(x, "Stroke", true) &&
	    pdf_pen_is_thin(&c->m, number(x, "LineWidth", WIDTH));
}

static struct offsets
offsets(struct content *c, const struct xml *x, const char *name)
{
	const char	*s = xml_attr(x, name);

	return (struct offsets){ .s = s == NULL ? STR("") :
	    str_of(arena_dup(c->pdf->arena, s, strlen(s))) };
}

static void
begin_code(struct content *c, const struct xml *x)
{
	c->x = number(x, "X", c->x);
	c->y = number(x, "Y", c->y);
	c->dx = offsets(c, x, "DeltaX");
	c->dy = offsets(c, x, "DeltaY");
	buf_clear(&c->data);
	c->wanted = true;
}

/* "Value" has three parts of 255; other spaces of colours are not known. */
static void
fill_colour(struct content *c, const struct xml *x)
{
	const char	*s = xml_attr(x, "Value");
	double		 v[3];

	c->cover *= number(x, "Alpha", 255) / 255;
	if (s != NULL && ofd_numbers(str_of(s), v, 3))
		for (int i = 0; i < 3; i++)
			c->rgb[i] = v[i] / 255;
}

static int
content_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct content	*c = ctx;

	(void)e;
	if (c->hidden)
		return 0;
	if (!flag(x, "Visible", true)) {
		c->hidden = true;
		c->depth = xml_depth(x);
	} else if (ofd_is(name, "TextObject"))
		begin_text(c, x);
	else if (ofd_is(name, "PathObject") && c->page != NULL)
		begin_path(c, x);
	else if (ofd_is(name, "CompositeObject") && c->page != NULL)
		add_veil(c, x);
	else if ((c->text || c->path) && ofd_is(name, "FillColor"))
		fill_colour(c, x);
	else if (c->text && ofd_is(name, "TextCode"))
		begin_code(c, x);
	else if (c->path && ofd_is(name, "AbbreviatedData")) {
		buf_clear(&c->data);
		c->wanted = true;
	}
	return 0;
}

static int
content_text(struct xml *x, struct str s, void *ctx, struct err *e)
{
	struct content	*c = ctx;

	(void)x;
	(void)e;
	if (c->wanted)
		buf_str(&c->data, s);
	return 0;
}

static int
content_end(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct content	*c = ctx;

	if (c->hidden) {
		c->hidden = xml_depth(x) != c->depth;
		return 0;
	}
	if (c->wanted && ofd_is(name, "TextCode")) {
		c->wanted = false;
		return take_text(c, e);
	}
	if (c->wanted && ofd_is(name, "AbbreviatedData")) {
		c->wanted = false;
		take_path(c);
	}
	c->text = c->text && !ofd_is(name, "TextObject");
	c->path = c->path && !ofd_is(name, "PathObject");
	return 0;
}

static int
take(struct content *c, struct bytes xml, const double box[4], struct err *e)
{
	static const struct xml_events	 events = {
		content_start, content_end, content_text
	};
	struct pdf_matrix		 mm = { MM, 0, 0, MM, -box[0] * MM,
					     -box[1] * MM };

	c->base = pdf_multiply(c->page != NULL ? c->page->view : pdf_as_drawn,
	    mm);
	buf_init(&c->data, c->pdf->arena);
	buf_init(&c->word.text, c->pdf->arena);
	if (xml_parse(xml, &events, c, e) < 0)
		return -1;
	return end_word(c, e);
}

int
ofd_words(struct pdf *pdf, struct bytes xml, const double box[4],
    struct err *e)
{
	struct content	 c = { .pdf = pdf };

	return take(&c, xml, box, e);
}

int
ofd_draw(struct pdf *pdf, int page, struct bytes xml, const double box[4],
    struct err *e)
{
	struct content	 c = { .pdf = pdf, .page = &pdf->page[page] };

	return take(&c, xml, box, e);
}
