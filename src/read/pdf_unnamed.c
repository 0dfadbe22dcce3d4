/*
 * Characters that are drawn and that no word tells: a font that does not say
 * which they are, or draws boxes for want of them.  Where they stand nothing
 * is blank, and digits around them are not all of a figure.
 */
#include <config.h>

#include "base/arena.h"
#include "read/pdf_page.h"

#define ABOVE	5	/* fourths of its ink a word reaches up from its */
#define BELOW	1	/* base line, and down */

/*
 * Whether the ink is that of print which is level, and there is some, on the
 * page: of a table that is too wide for it the words beyond its edges are not
 * told.
 */
static bool
is_print(const struct pdf_page *p, const struct pdf_glyph *g)
{
	return g->wide > 0 && g->high > 0 && !g->tilted && g->x >= 0 &&
	    g->x < p->width && g->y >= 0 && g->y < p->height;
}

/* Marks the glyphs that stand in words. */
static bool *
find_named(struct arena *a, const struct pdf_page *p)
{
	bool	*named = arena_alloc(a, (size_t)p->nglyph + 1, sizeof(*named));

	for (int k = 0; k < p->nword; k++) {
		const struct pdf_box	*b = &p->word[k].box;
		int			 off = pdf_box_height(b) / 20;

		for (int i = pdf_glyph_from(p, b->y0); i < p->nglyph &&
		    p->glyph[i].y <= b->y1; i++)
			named[i] |= p->glyph[i].x >= b->x0 - off &&
			    p->glyph[i].x < b->x1 - off;
	}
	return named;
}

static struct pdf_box
box_of(const struct pdf_glyph *g)
{
	int	 quarter = g->high * (PT / 10) / 4;

	return (struct pdf_box){ g->x, g->y - ABOVE * quarter,
		g->x + g->wide * (PT / 10), g->y + BELOW * quarter };
}

/* Whether a glyph goes on with the word that ends so. */
static bool
goes_on(const struct pdf_box *b, const struct pdf_glyph *g, int base)
{
	int	 high = pdf_box_height(b);

	return g->y == base && g->x - b->x1 < high / 2 &&
	    g->x - b->x1 > -high / 2;
}

static int
name_page(struct pdf *pdf, struct pdf_page *p, int *n, struct err *e)
{
	const bool	*named = find_named(pdf->arena, p);
	struct pdf_box	 b = { 0, 0, 0, 0 };
	int		 run = 0, base = 0;

	for (int i = 0; i < p->nglyph; i++) {
		const struct pdf_glyph	*g = &p->glyph[i];

		if (named[i] || !is_print(p, g))
			continue;
		++*n;
		if (run > 0 && goes_on(&b, g, base)) {
			b = pdf_both(b, box_of(g));
			run++;
			continue;
		}
		if (run > 0 && pdf_add_unknown(pdf, p, b, run, e) < 0)
			return -1;
		b = box_of(g);
		base = g->y;
		run = 1;
	}
	return run > 0 ? pdf_add_unknown(pdf, p, b, run, e) : 0;
}

int
pdf_unnamed(struct pdf *pdf, int *n, struct err *e)
{
	*n = 0;
	for (int i = 0; i < pdf->npage; i++)
		if (name_page(pdf, &pdf->page[i], n, e) < 0)
			return -1;
	if (*n != 0)
		pdf_lines(pdf);
	return 0;
}
