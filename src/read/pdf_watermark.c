/*
 * What is printed across a page and is not of its text: the name of a site,
 * tilted or pale, above or below the cells of a table, and seals.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "read/pdf_page.h"

#define EXACT	(PT / 100)	/* where a word begins, its first glyph is */
#define AT	(PT * 3 / 5)	/* or nearly there */
#define SAME	PT		/* places so close are the same */
#define PAGES	8		/* that are looked at for the same word */
#define MARKS	500		/* faint words of a page, at most */
#define WORDS	5000		/* of a page that is no drawing */
#define SEAL	(130 * PT)	/* as wide as a seal is, 4.5 cm */

enum ink { UNKNOWN, PLAIN, FAINT, TILTED };

static enum ink
ink_of_glyph(const struct pdf_glyph *g)
{
	return g->tilted ? TILTED : g->faint ? FAINT : PLAIN;
}

/*
 * How surely a glyph is the first one of a word: 2 if it stands exactly where
 * the word begins, on its base line, or for a tilted one where its box does;
 * 1 if that is nearly so; 0 if it is only in its box.
 */
static int
is_first(const struct pdf_glyph *g, const struct pdf_box *b)
{
	int	 off = abs(g->x - b->x0);

	if (g->tilted && (off <= EXACT || abs(g->y - b->y1) <= EXACT ||
	    abs(g->y - b->y0) <= EXACT))
		return 2;
	if (g->y < pdf_box_middle_y(b))
		return 0;
	return off <= EXACT ? 2 : off <= AT;
}

/*
 * How a word is drawn: as its first glyph, of which a plain one is the most
 * certain; if none is there, it is tilted when anything in the box is.
 */
static enum ink
ink_of(const struct pdf_page *p, const struct pdf_word *w)
{
	const struct pdf_box	*b = &w->box;
	enum ink		 ink = UNKNOWN;
	int			 best = -1;

	for (int i = pdf_glyph_from(p, b->y0 - SAME); i < p->nglyph &&
	    p->glyph[i].y <= b->y1 + SAME; i++) {
		const struct pdf_glyph	*g = &p->glyph[i];
		int			 sure;

		if (g->x > b->x1 + SAME || g->x < b->x0 - SAME)
			continue;
		sure = is_first(g, b);
		if (sure == 2 && ink_of_glyph(g) == PLAIN)
			return PLAIN;
		if (sure > best && (sure > 0 || g->tilted)) {
			best = sure;
			ink = ink_of_glyph(g);
		}
	}
	return ink;
}

static const struct pdf_glyph *
first_plain(const struct pdf_page *p, const struct pdf_box *b, int off)
{
	for (int i = pdf_glyph_from(p, pdf_box_middle_y(b)); i < p->nglyph &&
	    p->glyph[i].y <= b->y1; i++)
		if (abs(p->glyph[i].x - b->x0) <= off &&
		    ink_of_glyph(&p->glyph[i]) == PLAIN)
			return &p->glyph[i];
	return NULL;
}

/*
 * Of two characters that are the same in nearly the same place pdftotext
 * tells only one: whether a plain glyph stands where the word begins, and is
 * in no word that is plain.
 */
static bool
hides_another(const struct pdf_page *p, const struct pdf_word *w)
{
	const struct pdf_glyph	*g = first_plain(p, &w->box, AT);

	if (g == NULL)
		return false;
	for (int i = 0; i < p->nword; i++) {
		const struct pdf_box	*b = &p->word[i].box;

		if (&p->word[i] != w && g->x >= b->x0 - EXACT &&
		    g->x < b->x1 && g->y <= b->y1 &&
		    g->y >= pdf_box_middle_y(b) &&
		    first_plain(p, b, EXACT) != NULL)
			return false;
	}
	return true;
}

/* Whether a page has that word, faint, in the same place. */
static bool
has_faint(const struct pdf_page *p, const struct pdf_word *w)
{
	for (int i = 0; i < p->nword; i++) {
		const struct pdf_word	*o = &p->word[i];

		if (abs(o->box.x0 - w->box.x0) <= SAME &&
		    abs(o->box.y0 - w->box.y0) <= SAME &&
		    str_eq(o->text, w->text) && ink_of(p, o) == FAINT)
			return true;
	}
	return false;
}

/* Whether half of the other pages have the word, where they were drawn. */
static bool
is_on_most(const struct pdf *pdf, const struct pdf_page *p,
    const struct pdf_word *w)
{
	int	 n = 0, same = 0;

	for (int i = 0; i < pdf->npage && n < PAGES; i++) {
		const struct pdf_page	*o = &pdf->page[i];

		if (o == p || o->nglyph == 0 || o->nword > WORDS)
			continue;
		same += has_faint(o, w);
		n++;
	}
	return same > 0 && 2 * same >= n;
}

/* Whether a word is red and none that belongs to a table. */
static bool
is_red(const struct pdf_page *p, const struct pdf_word *w)
{
	const struct pdf_box	*b = &w->box;
	bool			 red = false;

	for (size_t i = 0; i < w->text.n; i++)
		if (w->text.p[i] >= '0' && w->text.p[i] <= '9')
			return false;
	for (int i = pdf_glyph_from(p, b->y0 - SAME); i < p->nglyph &&
	    p->glyph[i].y <= b->y1 + SAME; i++) {
		const struct pdf_glyph	*g = &p->glyph[i];

		if (g->x > b->x1 + SAME || g->x < b->x0 - SAME)
			continue;
		if (!g->red && is_first(g, b) == 2)
			return false;
		red |= g->red;
	}
	return red;
}

/* Whether a word stands upon another that is not red. */
static bool
is_upon(const struct pdf_page *p, const struct pdf_word *w,
    const bool *red)
{
	const struct pdf_box	*b = &w->box;

	for (int i = 0; i < p->nword; i++) {
		const struct pdf_box	*o = &p->word[i].box;
		int			 high = pdf_box_height(o);

		if (!red[i] && o->x0 < b->x1 - SAME && b->x0 < o->x1 - SAME &&
		    o->y0 < b->y1 - high / 4 && b->y0 < o->y1 - high / 4)
			return true;
	}
	return false;
}

/* A red word that stands upon others is of a seal, as are those around it. */
static bool
find_seals(struct pdf *pdf, struct pdf_page *p)
{
	bool	*red = arena_alloc(pdf->arena, (size_t)p->nword + 1,
		    sizeof(*red));
	int	 n = 0;
	bool	 any = false;

	for (int i = 0; i < p->nword && n < MARKS; i++)
		n += red[i] = is_red(p, &p->word[i]);
	for (int i = 0; i < p->nword && n > 0; i++) {
		const struct pdf_box	*b = &p->word[i].box;

		if (!red[i] || !is_upon(p, &p->word[i], red))
			continue;
		any = true;
		for (int k = 0; k < p->nword; k++) {
			const struct pdf_box	*o = &p->word[k].box;

			if (red[k] && abs(pdf_box_middle(o) -
			    pdf_box_middle(b)) < SEAL &&
			    abs(pdf_box_middle_y(o) - pdf_box_middle_y(b)) <
			    SEAL)
				p->word[k].across = true;
		}
	}
	return any;
}

/* Marks the words that go across the pages. */
static bool
find_marks(struct pdf *pdf)
{
	bool	 any = false;

	for (int i = 0; i < pdf->npage; i++) {
		struct pdf_page	*p = &pdf->page[i];
		int		 faint = 0;

		if (p->nglyph == 0 || p->nword > WORDS)
			continue;
		any |= find_seals(pdf, p);
		for (int k = 0; k < p->nword; k++) {
			struct pdf_word	*w = &p->word[k];
			enum ink	 ink = ink_of(p, w);

			faint += ink == FAINT;
			if (w->across)
				continue;
			w->across = ink == TILTED || (ink == FAINT &&
			    faint < MARKS && is_on_most(pdf, p, w));
			any |= w->across;
			/* Something is there, and no figure. */
			if (w->across && hides_another(p, w)) {
				w->across = false;
				w->text = str_cat(pdf->arena, str_cat(
				    pdf->arena, w->text, STR("\n")), w->text);
			}
		}
	}
	return any;
}

void
pdf_watermarks(struct pdf *pdf)
{
	if (!find_marks(pdf))
		return;
	for (int i = 0; i < pdf->npage; i++) {
		struct pdf_page	*p = &pdf->page[i];
		int		 n = 0;

		for (int k = 0; k < p->nword; k++)
			if (!p->word[k].across)
				p->word[n++] = p->word[k];
		pdf->nword -= p->nword - n;
		p->nword = n;
	}
	pdf_lines(pdf);
}
