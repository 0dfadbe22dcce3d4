/*
 * Words that are printed over others.  A program that loses count of where it
 * is on the page draws one table on top of another: nobody can read what
 * stands there, and what stands beside it may be of either.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/pdf_page.h"

#define WORDS	5000		/* of a page that is no drawing */

/* Half an em of the word, as far as can be told. */
static int
half_em(const struct pdf_word *w)
{
	size_t	 n = str_width(w->text);

	return n == 0 ? 0 : (w->box.x1 - w->box.x0) / (int)n;
}

/*
 * Whether two words of about one size share a base line and the place of a
 * digit.  Boxes of lines that are set close overlap, but not by so much.
 */
static bool
is_over(const struct pdf_word *a, const struct pdf_word *b)
{
	int	 high = pdf_box_height(&a->box), low = pdf_box_height(&b->box);
	int	 wide = half_em(a), other = half_em(b);
	int	 from = a->box.x0 > b->box.x0 ? a->box.x0 : b->box.x0;
	int	 to = a->box.x1 < b->box.x1 ? a->box.x1 : b->box.x1;

	if (high < low) {
		high = low;
		low = pdf_box_height(&a->box);
	}
	wide = other < wide ? other : wide;
	return low > high / 3 * 2 && to - from > wide / 5 * 4 &&
	    abs(pdf_box_middle_y(&a->box) - pdf_box_middle_y(&b->box)) <
	    low / 3;
}

/* What is not read anyway: unknown characters, and marks across the page. */
static bool
is_refused(const struct pdf_word *w)
{
	return str_has(w->text, STR(UTF8_BAD_TEXT)) ||
	    str_has(w->text, STR("\n"));
}

static void
mark(struct pdf_word *a, struct pdf_word *b)
{
	if (!is_refused(a) && !is_refused(b) && is_over(a, b))
		a->over = b->over = true;
}

/* The lines are sorted by x; boxes may reach into the next line as well. */
static void
mark_page(struct pdf_page *p)
{
	for (int i = 0; i < p->nline && p->nword <= WORDS; i++) {
		int	 from = p->line[i].first, end = from + p->line[i].n;
		int	 below = end, last = end;

		if (i + 1 < p->nline)
			last += p->line[i + 1].n;
		for (int k = from; k < end; k++) {
			struct pdf_word	*w = &p->word[k];

			if (w->gone)
				continue;
			for (int o = k + 1; o < end && !w->over &&
			    p->word[o].box.x0 < w->box.x1; o++)
				mark(w, &p->word[o]);
			for (int o = below; o < last && !w->over &&
			    p->word[o].box.x0 < w->box.x1; o++)
				mark(w, &p->word[o]);
		}
	}
}

static bool
has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

void
pdf_overprinted(struct pdf *pdf, struct doc *doc)
{
	int	 n = 0;

	for (int i = 0; i < pdf->npage; i++) {
		struct pdf_page	*p = &pdf->page[i];

		mark_page(p);
		for (int k = 0; k < p->nword; k++) {
			struct pdf_word	*w = &p->word[k];

			n += w->over;
			if (w->over && has_digit(w->text))
				w->text = str_cat(pdf->arena, w->text,
				    STR(UTF8_BAD_TEXT));
		}
	}
	if (n != 0)
		note_add(doc->arena, &doc->notes, NOTE_ILLEGIBLE, 0,
		    "%d words are printed over others", n);
}
