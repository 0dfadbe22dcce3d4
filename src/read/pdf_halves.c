/*
 * Sheets with two pages beside each other, taken apart.
 *
 * A sheet is wide, and nothing crosses its middle.  A table without rules
 * may leave the middle of a page free, too; so long words, which figures are
 * not, or rules must be on both sides.
 */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/pdf_page.h"

#define SLOTS	200		/* into which the middle fifth is cut */
#define LEAST	(8 * PT)	/* a gutter is at least so wide */
#define LONG	20		/* half ems of a word that is no head */
#define RULE	(60 * PT)	/* and a rule that is no stroke of a letter */
#define SIDE	4		/* of them on either side, in all */

static void
cover(const struct pdf_page *p, bool *slot, int x0, int x1)
{
	long	 from = p->width / 5 * 2, size = p->width / 5;
	long	 a = (x0 - from) * SLOTS / size;
	long	 b = (x1 - from) * SLOTS / size;

	for (long i = a < 0 ? 0 : a; i <= b && i < SLOTS; i++)
		slot[i] = true;
}

/*
 * The middle of the widest band in the middle of the page that nothing
 * covers, or 0: the page is not wide, or there is none.
 */
static int
find_gutter(const struct pdf_page *p)
{
	bool	 slot[SLOTS] = { false };
	int	 best = 0, from = 0;

	if (p->width <= p->height || p->width < 100 * PT)
		return 0;
	for (int i = 0; i < p->nword; i++)
		if (!p->word[i].gone)
			cover(p, slot, p->word[i].box.x0, p->word[i].box.x1);
	for (int i = 0; i < p->nacross; i++)
		cover(p, slot, p->across[i].from, p->across[i].to);
	for (int i = 0, run = 0; i < SLOTS; i++) {
		run = slot[i] ? 0 : run + 1;
		if (run > best && i - run / 2 > SLOTS / 4 &&
		    i - run / 2 < SLOTS / 4 * 3) {
			best = run;
			from = i - run + 1;
		}
	}
	if ((long)best * (p->width / 5) / SLOTS < LEAST)
		return 0;
	return p->width / 5 * 2 + (int)((from + best / 2.0) *
	    (p->width / 5) / SLOTS);
}

/* How many long words and rules are on either side. */
static void
count_sides(const struct pdf_page *p, int gutter, int *left, int *right)
{
	for (int i = 0; i < p->nword; i++)
		if (str_width(p->word[i].text) >= LONG)
			++*(p->word[i].box.x0 < gutter ? left : right);
	for (int i = 0; i < p->nacross; i++)
		if (p->across[i].to - p->across[i].from >= RULE)
			++*(p->across[i].from < gutter ? left : right);
}

/* Whether all wide pages have a gutter, and text on both sides of it. */
static bool
has_sheets(const struct pdf *pdf)
{
	int	 left = 0, right = 0;

	for (int i = 0; i < pdf->npage; i++) {
		const struct pdf_page	*p = &pdf->page[i];
		int			 gutter = find_gutter(p);

		if (gutter == 0 && p->width > p->height && p->nword != 0)
			return false;
		if (gutter != 0)
			count_sides(p, gutter, &left, &right);
	}
	return left >= SIDE && right >= SIDE;
}

/* The rules from x0 to x1, moved to the left by x0. */
static int
take_rules(struct arena *a, const struct pdf_rule *r, int n, bool across,
    int x0, int x1, struct pdf_rule **out)
{
	int	 k = 0;

	*out = arena_alloc(a, (size_t)n + 1, sizeof(**out));
	for (int i = 0; i < n; i++) {
		struct pdf_rule	 one = r[i];
		int		 x = across ?
		    one.from + (one.to - one.from) / 2 : one.at;

		if (x < x0 || x >= x1)
			continue;
		if (across) {
			one.from -= x0;
			one.to -= x0;
		} else
			one.at -= x0;
		(*out)[k++] = one;
	}
	return k;
}

/* What is on the page from x0 to x1. */
static struct pdf_page
take_half(struct arena *a, const struct pdf_page *p, int x0, int x1)
{
	struct pdf_page	 h = *p;

	h.width = x1 - x0;
	h.nword = h.nglyph = 0;
	h.word = arena_alloc(a, (size_t)p->nword + 1, sizeof(*h.word));
	h.glyph = arena_alloc(a, (size_t)p->nglyph + 1, sizeof(*h.glyph));
	for (int i = 0; i < p->nword; i++) {
		struct pdf_word	 w = p->word[i];
		int		 x = pdf_box_middle(&w.box);

		if (x < x0 || x >= x1)
			continue;
		w.box.x0 -= x0;
		w.box.x1 -= x0;
		h.word[h.nword++] = w;
	}
	for (int i = 0; i < p->nglyph; i++)
		if (p->glyph[i].x >= x0 && p->glyph[i].x < x1) {
			h.glyph[h.nglyph] = p->glyph[i];
			h.glyph[h.nglyph++].x -= x0;
		}
	h.nacross = take_rules(a, p->across, p->nacross, true, x0, x1,
	    &h.across);
	h.ndown = take_rules(a, p->down, p->ndown, false, x0, x1, &h.down);
	h.wordcap = (size_t)h.nword;
	h.glyphcap = (size_t)h.nglyph;
	h.acrosscap = (size_t)h.nacross;
	h.downcap = (size_t)h.ndown;
	return h;
}

void
pdf_halves(struct pdf *pdf)
{
	struct pdf_page	*page;
	int		 n = 0;

	if (!has_sheets(pdf))
		return;
	page = arena_alloc(pdf->arena, 2 * (size_t)pdf->npage, sizeof(*page));
	for (int i = 0; i < pdf->npage; i++) {
		const struct pdf_page	*p = &pdf->page[i];
		int			 x = find_gutter(p);

		if (x == 0) {
			page[n++] = *p;
			continue;
		}
		page[n++] = take_half(pdf->arena, p, 0, x);
		page[n++] = take_half(pdf->arena, p, x, p->width);
	}
	pdf->page = page;
	pdf->npage = n;
	pdf->pagecap = (size_t)n;
	pdf_lines(pdf);
	pdf_running(pdf);
}
