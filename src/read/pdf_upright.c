/*
 * Pages that lie on their side, stand on their head or were laid askew under
 * a scanner, made upright.
 */
#include <config.h>

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/pdf_page.h"

#define LEAST	5		/* pairs of words that show a direction */
#define ITEMS	3		/* and of items of lists */
#define SURE	25		/* and that do whatever other pages show */
#define NEAR	(PT / 5)	/* boxes so alike are of the same print */
#define STRAIGHT 0.0015		/* the slope of a line that is none */
#define STEEP	0.1		/* and of what is no scanned page */
#define PAIRS	1000		/* of words that are looked at for it */

const struct pdf_matrix	 pdf_as_drawn = { 1, 0, 0, 1, 0, 0 };

struct pdf_matrix
pdf_multiply(struct pdf_matrix o, struct pdf_matrix i)
{
	return (struct pdf_matrix){
		o.a * i.a + o.c * i.b, o.b * i.a + o.d * i.b,
		o.a * i.c + o.c * i.d, o.b * i.c + o.d * i.d,
		o.a * i.e + o.c * i.f + o.e, o.b * i.e + o.d * i.f + o.f,
	};
}

struct pdf_box
pdf_map_box(const struct pdf_matrix *m, struct pdf_box b)
{
	double	 x = m->a * b.x0 + m->c * b.y0, w = m->a * (b.x1 - b.x0);
	double	 y = m->b * b.x0 + m->d * b.y0, h = m->d * (b.y1 - b.y0);
	double	 sx = m->c * (b.y1 - b.y0), sy = m->b * (b.x1 - b.x0);

	x += m->e * PT + fmin(w, 0) + fmin(sx, 0);
	y += m->f * PT + fmin(h, 0) + fmin(sy, 0);
	return (struct pdf_box){ (int)lrint(x), (int)lrint(y),
		(int)lrint(x + fabs(w) + fabs(sx)),
		(int)lrint(y + fabs(h) + fabs(sy)) };
}

/* Sizes of words that have so many characters, taken together. */
struct extent {
	long	 width, height;
	int	 n;
};

/*
 * Whether long words are higher than short ones, and not wider: how high a
 * single one is says nothing in fonts of type 3.
 */
static bool
is_sideways(const struct pdf_page *p)
{
	struct extent	 some[2] = { { 0 } };

	for (int i = 0; i < p->nword; i++) {
		const struct pdf_box	*b = &p->word[i].box;
		struct extent		*e =
		    &some[str_width(p->word[i].text) > 2];

		e->width += b->x1 - b->x0;
		e->height += pdf_box_height(b);
		e->n++;
	}
	if (some[0].n == 0)
		return some[1].height > some[1].width;
	if (some[1].n == 0)
		return false;
	return some[1].height / some[1].n >
	    some[0].height / some[0].n * 3 / 2 &&
	    some[1].width / some[1].n < some[0].width / some[0].n * 3 / 2;
}

/*
 * Whether the words are single characters below one another: of text in
 * fonts of type 3 that lies on its side nobody tells the order.
 */
static bool
is_stacked(const struct pdf_page *p)
{
	int	 down = 0, right = 0, wide = 0;

	for (int i = 1; i < p->nword; i++) {
		const struct pdf_box	*a = &p->word[i - 1].box;
		const struct pdf_box	*b = &p->word[i].box;

		wide += str_width(p->word[i].text) > 2;
		down += abs(a->x0 - b->x0) <= NEAR && abs(b->y0 - a->y0) <=
		    pdf_box_height(a) / 4 * 5;
		right += abs(a->y0 - b->y0) <= NEAR;
	}
	return down > 2 * right && down >= LEAST && wide < p->nword / 10;
}

/*
 * Words come in the order in which they are read: how many of them are right
 * of the one before on their line, or below it on one that lies on its side,
 * less those that are left of it or above.
 */
static int
count_order(const struct pdf_page *p, bool tall)
{
	int	 n = 0;

	for (int i = 1; i < p->nword; i++) {
		const struct pdf_box	*a = &p->word[i - 1].box;
		const struct pdf_box	*b = &p->word[i].box;
		int			 off = tall ? b->x0 - a->x0 :
		    b->y0 - a->y0;
		int			 on = tall ? b->y0 - a->y0 :
		    b->x0 - a->x0;

		if (abs(off) <= PT)
			n += (on > 0) - (on < 0);
	}
	return n;
}

/* A word that begins an item of a list: "（三）", "3.", "三、". */
struct item {
	int	 kind, n;	/* of those up to 9 */
	int	 down;		/* of the page as words show it */
};

static bool
read_item(struct str s, struct item *e)
{
	static const char	 han[] = "一二三四五六七八九";
	size_t			 at = 0;
	uint32_t		 c = utf8_fold(utf8_next(s, &at));

	if (!pdf_begins_item(s))
		return false;
	e->kind = c == '(';
	if (c == '(')
		c = utf8_fold(utf8_next(s, &at));
	if (c >= '1' && c <= '9') {
		e->kind += 2;
		e->n = (int)c - '0';
		return true;
	}
	for (size_t i = 0; han[i] != '\0'; ) {
		e->n = (int)i / 3 + 1;
		if (utf8_next(str_of(han), &i) == c)
			return true;
	}
	return false;
}

static int
by_kind(const void *pa, const void *pb)
{
	const struct item	*a = pa, *b = pb;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return (a->down > b->down) - (a->down < b->down);
}

/*
 * Items are counted from the top down: how often one comes below that before
 * it and none of its kind between them, less how often above.
 */
static int
count_items(struct arena *a, const struct pdf_page *p, bool tall)
{
	struct item	*item = arena_alloc(a, (size_t)p->nword + 1,
	    sizeof(*item));
	int		 n = 0, sum = 0;

	for (int i = 0; i < p->nword; i++) {
		const struct pdf_word	*w = &p->word[i];

		item[n].down = tall ? -w->box.x0 : w->box.y0;
		n += read_item(w->text, &item[n]);
	}
	qsort(item, (size_t)n, sizeof(*item), by_kind);
	for (int i = 1; i < n; i++)
		if (item[i].kind == item[i - 1].kind)
			sum += (item[i].n == item[i - 1].n + 1) -
			    (item[i].n == item[i - 1].n - 1);
	return sum;
}

/* How a page is to be turned so that its words are upright. */
static struct pdf_matrix
find_turn(const struct pdf_page *p, bool tall, int order)
{
	double	 w = (double)p->width / PT, h = (double)p->height / PT;

	if (tall && order >= LEAST)
		return (struct pdf_matrix){ 0, -1, 1, 0, 0, w };
	if (tall && order <= -LEAST)
		return (struct pdf_matrix){ 0, 1, -1, 0, h, 0 };
	if (order <= -LEAST)
		return (struct pdf_matrix){ -1, 0, 0, -1, w, h };
	return pdf_as_drawn;
}

static int
by_value(const void *a, const void *b)
{
	double	 x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/*
 * The slope of the lines: what half of the pairs of words on a line have at
 * least, where most of them agree.
 */
static double
find_slope(const struct pdf_page *p)
{
	double	 slope[PAIRS];
	int	 n = 0;

	for (int i = 1; i < p->nword && n < PAIRS; i++) {
		const struct pdf_box	*a = &p->word[i - 1].box;
		const struct pdf_box	*b = &p->word[i].box;
		int			 h = pdf_box_height(a);
		int			 dx = pdf_box_middle(b) -
		    pdf_box_middle(a);
		int			 dy = pdf_box_middle_y(b) -
		    pdf_box_middle_y(a);

		if (dx > 2 * h && abs(dy) < h / 2 &&
		    abs(pdf_box_height(b) - h) < NEAR + h / 20)
			slope[n++] = (double)dy / dx;
	}
	if (n < LEAST)
		return 0;
	qsort(slope, (size_t)n, sizeof(*slope), by_value);
	if (slope[n * 3 / 4] - slope[n / 4] > fabs(slope[n / 2]) / 2)
		return 0;
	return slope[n / 2];
}

static void
map_words(struct pdf_page *p, const struct pdf_matrix *m)
{
	for (int i = 0; i < p->nword; i++)
		p->word[i].box = pdf_map_box(m, p->word[i].box);
	p->view = pdf_multiply(*m, p->view);
}

/* Makes boxes that became higher under the turn what they were. */
void
pdf_level(struct pdf_page *p, double slope)
{
	struct pdf_matrix	 m = { cos(atan(slope)), -sin(atan(slope)),
	    sin(atan(slope)), cos(atan(slope)), 0, 0 };

	map_words(p, &m);
	for (int i = 0; i < p->nword; i++) {
		struct pdf_box	*b = &p->word[i].box;
		int		 more = (int)(2 * fabs(slope) *
		    (b->x1 - b->x0));

		if (more < pdf_box_height(b) / 2) {
			b->y0 += more / 2;
			b->y1 -= more / 2;
		}
	}
}

/*
 * The size of a page is told as it is before its turn; the words show how it
 * is seen.
 */
static void
find_size(struct pdf_page *p)
{
	int	 x = 0, y = 0;

	for (int i = 0; i < p->nword; i++) {
		if (x < p->word[i].box.x1)
			x = p->word[i].box.x1;
		if (y < p->word[i].box.y1)
			y = p->word[i].box.y1;
	}
	if ((x > p->width || y > p->height) && x <= p->height &&
	    y <= p->width) {
		x = p->width;
		p->width = p->height;
		p->height = x;
	}
}

static void
turn_page(struct pdf_page *p, bool tall, int order)
{
	struct pdf_matrix	 turn = find_turn(p, tall, order);
	double			 slope;
	int			 width = p->width;

	if (turn.a != 1)
		map_words(p, &turn);
	if (turn.a == 0) {
		p->width = p->height;
		p->height = width;
	}
	slope = find_slope(p);
	if (fabs(slope) > STRAIGHT && fabs(slope) < STEEP)
		pdf_level(p, slope);
}

/*
 * In tables words may come column by column: items show better which way a
 * page is turned.  One that does not show it is turned as the others that lie
 * like it.
 */
void
pdf_upright(struct pdf *pdf)
{
	int	 order[2] = { 0, 0 }, items[2] = { 0, 0 }, n, k;

	for (int i = 0; i < pdf->npage; i++) {
		struct pdf_page	*p = &pdf->page[i];
		bool		 side = is_sideways(p);

		find_size(p);
		order[side] += count_order(p, side);
		items[side] += count_items(pdf->arena, p, side);
		if (is_stacked(p))
			for (int w = 0; w < p->nword; w++)
				p->word[w].gone = true;
	}
	for (int i = 0; i < pdf->npage; i++) {
		struct pdf_page	*p = &pdf->page[i];
		bool		 side = is_sideways(p);

		n = count_order(p, side);
		k = count_items(pdf->arena, p, side);
		n = abs(n) < SURE ? order[side] : n;
		k = abs(k) < ITEMS ? items[side] : k;
		turn_page(p, side, abs(k) < ITEMS ? n : LEAST * k);
	}
}
