/*
 * Where the characters of a word stand.  pdftotext tells where a word begins
 * and ends; what it takes for one word may be figures of two cells, and then
 * the places at which the page draws its glyphs show where they part.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/pdf_page.h"

static int
by_line(const void *pa, const void *pb)
{
	const struct pdf_glyph	*a = pa, *b = pb;

	if (a->y != b->y)
		return a->y < b->y ? -1 : 1;
	return (a->x > b->x) - (a->x < b->x);
}

void
pdf_glyphs_sort(struct pdf_page *p)
{
	if (p->nglyph >= PDF_GLYPHS)
		p->nglyph = 0;		/* a drawing */
	if (p->nglyph != 0)
		qsort(p->glyph, (size_t)p->nglyph, sizeof(*p->glyph), by_line);
}

/* The first glyph that is not above y. */
static int
first_from(const struct pdf_page *p, int y)
{
	int	 low = 0, high = p->nglyph;

	while (low < high) {
		int	 mid = low + (high - low) / 2;

		if (p->glyph[mid].y < y)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool
pdf_glyphs_of(const struct pdf_page *p, const struct pdf_word *w, int *x,
    int max)
{
	int	 want = (int)utf8_length(w->text), n = 0, y = 0;

	if (want > max)
		return false;
	for (int i = first_from(p, w->box.y0); i < p->nglyph &&
	    p->glyph[i].y <= w->box.y1; i++) {
		const struct pdf_glyph	*g = &p->glyph[i];

		if (g->x < w->box.x0 - PT / 2 || g->x > w->box.x1 - PT / 2)
			continue;
		/* All on one base line, one for each character. */
		if (n == want || (n > 0 && g->y != y))
			return false;
		y = g->y;
		x[n++] = g->x;
	}
	return n == want;
}
