#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "read/pdf_draw.h"
#include "read/pdf_raster.h"

#define UNIT	(PT / 2)	/* of the ink that is kept */
#define ACROSS	42		/* dots of a horizontal rule, at least */
#define DOWN	29		/* and of a vertical one */
#define LONG	100		/* of one that is pale */
#define SURE	72		/* of one that is no part of characters */
#define GAP	2		/* dots that may be missing in it */
#define THIN	8		/* and how thick it is at most */
#define LIGHT	16		/* the paper is lighter than so many of 256 */
#define FAINT	13		/* sixteenths of the paper's light: a rule */
#define DARK	11		/* and ink */
#define RUNS	50000		/* of ink by which the slope is told */
#define STEP	20		/* dots, of one at least */
#define SLOPES	80		/* of half a thousandth, on either side */
#define SPECK	10		/* units of ink that are dirt */
#define EDGE	(3 * PT / 2)	/* of a cell, which its rules may reach into */
#define SLACK	3		/* a word's box may be off by 1 / so much */

/* A page of dots, and what they are. */
enum { IS_FAINT = 1, IS_DARK = 2, IS_RULE = 4 };

struct dots {
	unsigned char	*dot;
	int		 w, h;
};

/* Rows of dots, or columns of them: the same is done with either. */
struct side {
	struct dots	*d;
	bool		 down;
	int		 n, length;	/* lines, and dots in each */
	unsigned char	 mask;		/* what is ink here */
	int		 least, thin;	/* dots of a rule; in 100 so thin */
};

static unsigned char *
dot_at(const struct side *s, int line, int at)
{
	return s->down ? &s->d->dot[(size_t)at * (size_t)s->d->w + (size_t)line]
	    : &s->d->dot[(size_t)line * (size_t)s->d->w + (size_t)at];
}

/* A number of the head of a PGM. */
static bool
read_number(struct bytes *in, int *v)
{
	size_t	 i = 0;

	while (i < in->n && (in->p[i] == ' ' || in->p[i] == '\n'))
		i++;
	if (i == in->n || in->p[i] < '0' || in->p[i] > '9')
		return false;
	for (*v = 0; i < in->n && in->p[i] >= '0' && in->p[i] <= '9'; i++)
		if ((*v = 10 * *v + (in->p[i] - '0')) > 100000)
			return false;
	in->p += i;
	in->n -= i;
	return true;
}

/* How light the paper is: the light that most of the lighter dots have. */
static int
paper(struct bytes in)
{
	size_t	 count[256 / LIGHT] = { 0 };
	int	 most = 256 / LIGHT - 1;

	for (size_t i = 0; i < in.n; i++)
		count[in.p[i] / LIGHT]++;
	for (int i = most; i >= 256 / LIGHT / 2; i--)
		if (count[i] > count[most])
			most = i;
	return most * LIGHT + LIGHT / 2;
}

static bool
read_dots(struct arena *a, struct bytes in, struct dots *d)
{
	int	 most, light;

	if (in.n < 2 || memcmp(in.p, "P5", 2) != 0)
		return false;
	in.p += 2;
	in.n -= 2;
	if (!read_number(&in, &d->w) || !read_number(&in, &d->h) ||
	    !read_number(&in, &most) || most != 255 || in.n == 0 ||
	    d->w < 1 || d->h < 1)
		return false;
	in.p++;
	in.n--;
	if (in.n != (size_t)d->w * (size_t)d->h)
		return false;
	light = paper(in);
	d->dot = arena_alloc(a, in.n, 1);
	for (size_t i = 0; i < in.n; i++)
		d->dot[i] = (in.p[i] < light * FAINT / 16 ? IS_FAINT : 0) |
		    (in.p[i] < light * DARK / 16 ? IS_DARK : 0);
	return true;
}

/* How many dots of ink there are beside one of a line, on one side of it. */
static int
thickness(const struct side *s, int line, int at, int step)
{
	int	 n = 0;

	for (int i = line + step; i >= 0 && i < s->n && n <= THIN &&
	    (*dot_at(s, i, at) & s->mask) != 0; i += step)
		n++;
	return n;
}

/* Whether most of a run is thin; what is so is marked as that of a rule. */
static bool
is_rule(const struct side *s, int line, int from, int to)
{
	int	 thin = 0;

	/* What is as long as two digits may be some, that no word has. */
	for (int pass = 0; pass < (to - from < SURE ? 1 : 2); pass++) {
		for (int at = from; at < to; at++) {
			int	 up = thickness(s, line, at, -1);
			int	 down = thickness(s, line, at, 1);

			if (up + 1 + down > THIN)
				continue;
			thin++;
			for (int i = line - up; pass == 1 && i <= line + down;
			    i++)
				*dot_at(s, i, at) |= IS_RULE;
		}
		if (pass == 0 && thin < (to - from) * s->thin / 100)
			return false;
	}
	return true;
}

static int
milli(int dots)
{
	return (int)((long)dots * 72 * PT / PDF_DPI);
}

/* Whether it is a stroke of the characters of one word. */
static bool
is_stroke(const struct pdf_page *p, const struct pdf_box *b)
{
	for (int i = 0; i < p->nword; i++) {
		const struct pdf_box	*w = &p->word[i].box;
		int			 off = pdf_box_height(w) / 4;

		if (b->x0 >= w->x0 - off && b->x1 <= w->x1 + off &&
		    b->y0 >= w->y0 - off && b->y1 <= w->y1 + off)
			return true;
	}
	return false;
}

static void
add_rule(struct pdf *pdf, struct pdf_page *p, const struct side *s, int line,
    int from, int to)
{
	struct pdf_pen	 pen = { .pdf = pdf, .page = p, .m = pdf_as_drawn,
		.clip = pdf_everywhere, .stroke = true };
	struct pdf_box	 b = s->down ?
	    (struct pdf_box){ milli(line), milli(from), milli(line + 1),
		milli(to) } :
	    (struct pdf_box){ milli(from), milli(line), milli(to),
		milli(line + 1) };
	double		 x, y;

	if (is_stroke(p, &b))
		return;
	x = (double)pdf_box_middle(&b) / PT;
	y = (double)pdf_box_middle_y(&b) / PT;
	if (b.x1 - b.x0 > b.y1 - b.y0) {
		pdf_pen_move(&pen, (double)b.x0 / PT, y);
		pdf_pen_line(&pen, (double)b.x1 / PT, y);
	} else {
		pdf_pen_move(&pen, x, (double)b.y0 / PT);
		pdf_pen_line(&pen, x, (double)b.y1 / PT);
	}
	pdf_pen_up(&pen);
}

/* Ink on a line, or right beside it: thin rules go in steps. */
static bool
is_inked(const struct side *s, int line, int at, int beside)
{
	for (int i = line - beside; i <= line + beside; i++)
		if (i >= 0 && i < s->n && (*dot_at(s, i, at) & s->mask) != 0)
			return true;
	return false;
}

/* The end of a run of ink from there on that has but few gaps. */
static int
run_end(const struct side *s, int line, int from, int beside)
{
	int	 end = from;

	for (int at = from; at < s->length && at - end <= GAP; at++)
		if (is_inked(s, line, at, beside))
			end = at + 1;
	return end;
}

static void
find_rules(struct pdf *pdf, struct pdf_page *p, const struct side *s)
{
	int	 end;

	for (int line = 0; line < s->n; line++)
		for (int at = 0; at < s->length; at = end) {
			end = at + 1;
			if ((*dot_at(s, line, at) & s->mask) == 0)
				continue;
			end = run_end(s, line, at, 1);
			if (end - at >= s->least && is_rule(s, line, at, end))
				add_rule(pdf, p, s, line, at, end);
		}
}

/* Pale ones only if they are long: what is around print is pale, too. */
static void
find_all_rules(struct pdf *pdf, struct pdf_page *p, struct dots *d)
{
	struct side	 s = { .d = d };

	for (int i = 0; i < 4; i++) {
		s.down = i % 2;
		s.n = s.down ? d->w : d->h;
		s.length = s.down ? d->h : d->w;
		s.mask = i < 2 ? IS_DARK : IS_FAINT;
		s.least = i >= 2 ? LONG : s.down ? DOWN : ACROSS;
		s.thin = i < 2 ? 60 : 85;
		find_rules(pdf, p, &s);
	}
}

/* What is left of the ink, by units of the page. */
static void
keep_ink(struct pdf *pdf, struct pdf_page *p, const struct dots *d)
{
	struct pdf_raster	*r = arena_alloc(pdf->arena, 1, sizeof(*r));

	r->width = p->width / UNIT + 1;
	r->height = p->height / UNIT + 1;
	r->bit = arena_alloc(pdf->arena, (size_t)r->width / 8 + 1,
	    (size_t)r->height);
	for (int i = 0; i < d->h; i++)
		for (int k = 0; k < d->w; k++) {
			int	 x = milli(k) / UNIT, y = milli(i) / UNIT;

			if (d->dot[(size_t)i * (size_t)d->w + (size_t)k] ==
			    (IS_FAINT | IS_DARK) &&
			    x < r->width && y < r->height)
				r->bit[(size_t)y * ((size_t)r->width / 8 + 1) +
				    (size_t)x / 8] |=
				    (unsigned char)(1u << (x % 8));
		}
	p->raster = r;
}

/* The dots where they are on the page as we have it. */
static struct dots
turned(struct arena *a, const struct pdf_page *p, const struct dots *d)
{
	const struct pdf_matrix	*m = &p->view;
	double			 det = m->a * m->d - m->b * m->c;
	double			 dot = 72.0 / PDF_DPI;
	struct dots		 t = {
		.w = (int)((long)p->width * PDF_DPI / (72 * PT)) + 1,
		.h = (int)((long)p->height * PDF_DPI / (72 * PT)) + 1,
	};

	t.dot = arena_alloc(a, (size_t)t.w, (size_t)t.h);
	for (int i = 0; i < t.h; i++)
		for (int k = 0; k < t.w; k++) {
			double	 x = (k + .5) * dot - m->e;
			double	 y = (i + .5) * dot - m->f;
			double	 px = (m->d * x - m->c * y) / det / dot;
			double	 py = (m->a * y - m->b * x) / det / dot;

			if (px >= 0 && py >= 0 && px < d->w && py < d->h)
				t.dot[(size_t)i * (size_t)t.w + (size_t)k] =
				    d->dot[(size_t)py * (size_t)d->w +
				    (size_t)px];
		}
	return t;
}

/* How well the runs of ink stand in lines that have the slope. */
static double
fit(const struct pdf_box *run, int n, double slope, double *sum, int nsum)
{
	double	 all = 0;

	memset(sum, 0, (size_t)nsum * sizeof(*sum));
	for (int i = 0; i < n; i++) {
		int	 at = (int)(run[i].y0 - slope *
			    (run[i].x0 + run[i].x1) / 2) + nsum / 4;

		if (at >= 0 && at < nsum)
			sum[at] += run[i].x1 - run[i].x0;
	}
	for (int i = 0; i < nsum; i++)
		all += sum[i] * sum[i];
	return all;
}

/* The slope of the horizontal rules; 0 if there are none to speak of. */
static double
find_slope(struct arena *a, struct dots *d)
{
	const struct side	 s = { .d = d, .n = d->h, .length = d->w,
		.mask = IS_DARK };
	struct pdf_box		*run = NULL;
	size_t			 cap = 0;
	int			 n = 0, nsum = 2 * d->h, end;
	double			*sum, best = 0, good;

	for (int line = 0; line < s.n; line++)
		for (int at = 0; at < s.length && n < RUNS; at = end) {
			end = at + 1;
			if ((*dot_at(&s, line, at) & s.mask) == 0)
				continue;
			end = run_end(&s, line, at, 0);
			/* In pieces, as a long run says most. */
			for (int k = at; k + STEP <= end; k += STEP) {
				run = arena_grow(a, run, (size_t)n, &cap,
				    sizeof(*run));
				run[n++] = (struct pdf_box){ k, line,
				    k + STEP, line };
			}
		}
	sum = arena_alloc(a, (size_t)nsum, sizeof(*sum));
	good = fit(run, n, 0, sum, nsum);
	for (int i = -SLOPES; i <= SLOPES; i++) {
		double	 v = fit(run, n, i / 2000.0, sum, nsum);

		if (v > good * 1.02) {
			good = v;
			best = i / 2000.0;
		}
	}
	return best;
}

/* As wide as the page, or as high if it has been turned. */
static bool
is_size_of(const struct pdf_page *p, const struct dots *d)
{
	int	 w = milli(d->w), h = milli(d->h);

	return (abs(w - p->width) <= 2 * PT && abs(h - p->height) <= 2 * PT) ||
	    (abs(w - p->height) <= 2 * PT && abs(h - p->width) <= 2 * PT);
}

bool
pdf_raster_read(struct pdf *pdf, struct pdf_page *p, struct bytes pgm)
{
	struct arena	*a = arena_new();
	struct dots	 drawn, d;
	double		 slope;
	bool		 good;

	good = read_dots(a, pgm, &drawn) && is_size_of(p, &drawn);
	if (good) {
		d = turned(a, p, &drawn);
		slope = find_slope(a, &d);
		if (slope != 0) {
			pdf_level(p, slope);
			d = turned(a, p, &drawn);
		}
		find_all_rules(pdf, p, &d);
		pdf_drawn(p);
		keep_ink(pdf, p, &d);
	}
	arena_free(a);
	return good;
}

/* A part of the page in units of its ink, ends not included. */
struct part {
	int	 x0, y0, x1, y1;
};

static int
within(int v, int least, int most)
{
	return v < least ? least : v > most ? most : v;
}

/* The units from which a word may reach into a part, in it. */
static struct part
part_of_word(const struct pdf_word *w, const struct part *in)
{
	int	 off = pdf_box_height(&w->box) / SLACK;
	int	 x0 = w->box.x0 - off, y0 = w->box.y0 - off;
	int	 x1 = w->box.x1 + off, y1 = w->box.y1 + off;

	return (struct part){
		within(x0 > 0 ? (x0 + UNIT - 1) / UNIT : 0, in->x0, in->x1),
		within(y0 > 0 ? (y0 + UNIT - 1) / UNIT : 0, in->y0, in->y1),
		within(x1 < 0 ? 0 : x1 / UNIT + 1, in->x0, in->x1),
		within(y1 < 0 ? 0 : y1 / UNIT + 1, in->y0, in->y1) };
}

static size_t
row_bytes(const struct pdf_raster *r)
{
	return (size_t)r->width / 8 + 1;
}

static bool
has_ink(const struct pdf_raster *r, const unsigned char *bit, int x, int y)
{
	return (bit[(size_t)y * row_bytes(r) + (size_t)x / 8] >> (x % 8) &
	    1) != 0;
}

/* A cell without what its rules may reach into. */
static struct part
inside(const struct pdf_raster *r, struct pdf_box b)
{
	return (struct part){ within((b.x0 + EDGE) / UNIT, 0, r->width),
		within((b.y0 + EDGE) / UNIT, 0, r->height),
		within((b.x1 - EDGE) / UNIT, 0, r->width),
		within((b.y1 - EDGE) / UNIT, 0, r->height) };
}

/* Takes the ink of words away. */
static void
wipe(const struct pdf_raster *r, unsigned char *bit,
    const struct pdf_word *w, int n)
{
	const struct part	 all = { 0, 0, r->width, r->height };

	for (int i = 0; i < n; i++) {
		struct part	 at = part_of_word(&w[i], &all);

		for (int y = at.y0; y < at.y1; y++)
			for (int x = at.x0; x < at.x1; x++)
				bit[(size_t)y * row_bytes(r) + (size_t)x / 8]
				    &= (unsigned char)~(1u << (x % 8));
	}
}

bool
pdf_raster_shows(const struct pdf_raster *r, struct pdf_box b,
    const struct pdf_word *w, int n)
{
	struct part	 in = inside(r, b);
	struct arena	*a;
	unsigned char	*word;
	size_t		 wide;
	int		 ink = 0;

	if (in.x1 <= in.x0 || in.y1 <= in.y0)
		return false;
	a = arena_new();
	wide = (size_t)(in.x1 - in.x0);
	word = arena_alloc(a, wide, (size_t)(in.y1 - in.y0));
	for (int i = 0; i < n; i++) {
		struct part	 at = part_of_word(&w[i], &in);

		for (int y = at.y0; y < at.y1 && at.x0 < at.x1; y++)
			memset(word + (size_t)(y - in.y0) * wide + at.x0 -
			    in.x0, 1, (size_t)(at.x1 - at.x0));
	}
	for (int y = in.y0; y < in.y1; y++)
		for (int x = in.x0; x < in.x1; x++)
			ink += !word[(size_t)(y - in.y0) * wide +
			    (size_t)(x - in.x0)] && has_ink(r, r->bit, x, y);
	arena_free(a);
	return ink > SPECK;
}

bool
pdf_raster_lacks(struct pdf *pdf, const struct pdf_page *p, struct pdf_box b)
{
	struct pdf_raster	*r = p->raster;
	struct part		 in = inside(r, b);
	size_t			 size = row_bytes(r) * (size_t)r->height;
	int			 ink = 0;

	if (r->rest == NULL) {
		r->rest = arena_alloc(pdf->arena, size, 1);
		if (pdf_is_picture(p)) {
			memcpy(r->rest, r->bit, size);
			wipe(r, r->rest, p->word, p->nword);
		}
	}
	for (int y = in.y0; y < in.y1; y++)
		for (int x = in.x0; x < in.x1; x++)
			ink += has_ink(r, r->rest, x, y);
	return ink > SPECK;
}
