/*
 * Characters that are drawn as shapes: a program that makes outlines of
 * letters leaves no text.  Where such a shape stands nothing is blank, nor
 * where a page has what was not read.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "read/pdf_page.h"

#define DENSE	30000000L	/* shapes times words or rules, at most */
#define LOW	4		/* a word is so many times as high as one */
#define HIGH	6		/* and one so many fifths of it */

static bool
holds(const struct pdf_box *b, const struct pdf_box *inner)
{
	int	 x = pdf_box_middle(inner), y = pdf_box_middle_y(inner);

	return x >= b->x0 && x <= b->x1 && y >= b->y0 && y <= b->y1;
}

static bool
is_in_word(const struct pdf_page *p, const struct pdf_box *b)
{
	for (int i = 0; i < p->nword; i++)
		if (holds(&p->word[i].box, b))
			return true;
	return false;
}

/* Whether rules are left and right of it: it is in a cell. */
static bool
is_walled(const struct pdf_page *p, const struct pdf_box *b)
{
	int	 y = pdf_box_middle_y(b);
	bool	 left = false, right = false;

	for (int i = 0; i < p->ndown; i++) {
		const struct pdf_rule	*r = &p->down[i];

		if (r->from > y || r->to < y)
			continue;
		left |= r->at <= b->x0;
		right |= r->at >= b->x1;
	}
	return left && right;
}

/* A bullet or the like: words stand on its line, but none before it. */
static bool
is_bullet(const struct pdf_page *p, const struct pdf_box *b)
{
	bool	 any = false;

	for (int i = 0; i < p->nword; i++) {
		const struct pdf_box	*w = &p->word[i].box;

		if (abs(pdf_box_middle_y(w) - pdf_box_middle_y(b)) >
		    pdf_box_height(w) / 2)
			continue;
		if (w->x0 < b->x0)
			return false;
		any = true;
	}
	return any;
}

/* The shapes that are as high as words and in none, as words by lines. */
static int
find_shapes(struct arena *a, const struct pdf_page *p, struct pdf_word **out)
{
	long	 high = 0;
	int	 n = 0;

	*out = arena_alloc(a, (size_t)p->nmark + 1, sizeof(**out));
	if (p->nword == 0 || (long)p->nmark * (p->nword + p->ndown) > DENSE)
		return 0;
	for (int i = 0; i < p->nword; i++)
		high += pdf_box_height(&p->word[i].box);
	high /= p->nword;
	for (int i = 0; i < p->nmark; i++) {
		const struct pdf_box	*b = &p->mark[i];
		int			 h = pdf_box_height(b);

		if (h >= high / LOW && h <= high / 5 * HIGH &&
		    !is_in_word(p, b))
			(*out)[n++] = (struct pdf_word){ .box = *b };
	}
	pdf_order(*out, n);
	return n;
}

/* Adds a word for the shapes from first to last of one line, of n characters. */
static int
add_word(struct pdf *pdf, struct pdf_page *p, struct pdf_box b, int n,
    struct err *e)
{
	if (!is_walled(p, &b) && is_bullet(p, &b))
		return 0;
	if (pdf_add_unknown(pdf, p, b, n, e) < 0)
		return -1;
	return n;
}

/* Shapes that are close become words; those above one another a character. */
static int
name_page(struct pdf *pdf, struct pdf_page *p, int *n, struct err *e)
{
	struct pdf_word	*w;
	struct pdf_box	 b = { 0, 0, 0, 0 };
	int		 nshape = find_shapes(pdf->arena, p, &w), run = 0;

	for (int i = 0; i <= nshape; i++) {
		bool	 on = i > 0 && i < nshape && w[i].row == w[i - 1].row &&
		    w[i].box.x0 - b.x1 <= pdf_box_height(&b) / 2;

		if (!on && run > 0) {
			int	 added = add_word(pdf, p, b, run, e);

			if (added < 0)
				return -1;
			*n += added;
		}
		if (i == nshape)
			break;
		run = !on ? 1 : run + (w[i].box.x0 >= b.x1);
		b = on ? pdf_both(b, w[i].box) : w[i].box;
	}
	return 0;
}

int
pdf_outlined(struct pdf *pdf, int *n, struct err *e)
{
	*n = 0;
	for (int i = 0; i < pdf->npage; i++)
		if (name_page(pdf, &pdf->page[i], n, e) < 0)
			return -1;
	if (*n != 0)
		pdf_lines(pdf);
	return 0;
}

bool
pdf_is_veiled(const struct pdf_page *p, const struct pdf_box *b)
{
	for (int i = 0; i < p->nveil; i++) {
		const struct pdf_box	*v = &p->veil[i];

		if (v->x0 < b->x1 && b->x0 < v->x1 && v->y0 < b->y1 &&
		    b->y0 < v->y1)
			return true;
	}
	return false;
}
