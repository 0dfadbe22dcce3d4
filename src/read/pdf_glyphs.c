/*
 * Where the characters of a word stand.  pdftotext tells where a word begins
 * and ends; what it takes for one word may be figures of two cells, and then
 * the places at which the page draws its glyphs show where they part.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/pdf_page.h"

#define DENSE	30000000L	/* glyphs times words of a page, at most */
#define LONGEST	256	/* bytes of a word that is looked at */
#define SIZES	16	/* of digits that are told apart */

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
	if (p->nglyph >= PDF_GLYPHS || (long)p->nglyph * p->nword > DENSE)
		p->nglyph = 0;		/* a drawing */
	if (p->nglyph != 0)
		qsort(p->glyph, (size_t)p->nglyph, sizeof(*p->glyph), by_line);
}

int
pdf_glyph_from(const struct pdf_page *p, int y)
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
	for (int i = pdf_glyph_from(p, w->box.y0); i < p->nglyph &&
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

/* Characters whose advance is that of others of their kind, or at most so. */
enum kind { LATIN, SIGN, DIGIT, WIDE, KINDS };

static enum kind
kind_of(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return DIGIT;
	if (utf8_is_han(c) || (c >= 0xFF10 && c <= 0xFF19))
		return WIDE;
	return c < 0x2000 ? LATIN : SIGN;
}

/*
 * The least advances of digits and of wide characters; em is that of an
 * ideograph in a word without either.
 */
static void
find_advances(const uint32_t *c, const int *x, int n, int end, int em,
    int *least)
{
	memset(least, 0, KINDS * sizeof(*least));
	for (int i = 0; i < n; i++) {
		enum kind	 k = kind_of(c[i]);
		int		 wide = (i + 1 < n ? x[i + 1] : end) - x[i];

		if (wide > 0 && (least[k] == 0 || wide < least[k]))
			least[k] = wide;
	}
	if (least[WIDE] == 0)
		least[WIDE] = least[DIGIT] != 0 ? 2 * least[DIGIT] : em;
	if (least[DIGIT] == 0)
		least[DIGIT] = least[WIDE];
	least[LATIN] = least[WIDE] / 2;
	least[SIGN] = least[WIDE];
}

/* Digits of one height, as the words of all pages show them. */
struct digits {
	int	 high;
	int	 wide[2 * 10];	/* 0: not seen; the second ten are wide ones */
	int	 tight;		/* words of them without gaps */
	int	 spaced;	/* and those of three and more with only gaps */
};

struct print {
	struct digits	 size[SIZES];
	int		 n;
};

/* Of the same height; NULL if there is no room for them. */
static struct digits *
digits_of(struct print *p, const struct pdf_word *w)
{
	int	 high = pdf_box_height(&w->box);

	for (int i = 0; i < p->n; i++)
		if (abs(p->size[i].high - high) <= PT / 10)
			return &p->size[i];
	if (p->n == SIZES)
		return NULL;
	p->size[p->n] = (struct digits){ .high = high };
	return &p->size[p->n++];
}

/* Which of the digits it is, or -1. */
static int
digit_of(uint32_t c)
{
	return c >= '0' && c <= '9' ? (int)c - '0' :
	    c >= 0xFF10 && c <= 0xFF19 ? (int)c - 0xFF10 + 10 : -1;
}

/* The characters of a word of digits, 0 if it is none, or is not drawn. */
static int
digits_in(const struct pdf_page *p, const struct pdf_word *w, int *digit,
    int *x)
{
	int	 n = 0;

	if (w->text.n > LONGEST)
		return 0;
	for (size_t at = 0; at < w->text.n; n++)
		if ((digit[n] = digit_of(utf8_next(w->text, &at))) < 0)
			return 0;
	return pdf_glyphs_of(p, w, x, LONGEST) ? n : 0;
}

/* How wide the last digit is: the box of a word ends with it. */
static void
measure(struct print *p, const struct pdf_page *page,
    const struct pdf_word *w)
{
	int		 digit[LONGEST], x[LONGEST];
	int		 n = digits_in(page, w, digit, x), *wide, last;
	struct digits	*d = n != 0 ? digits_of(p, w) : NULL;

	if (d == NULL)
		return;
	wide = &d->wide[digit[n - 1]];
	last = w->box.x1 - x[n - 1];
	if (last > 0 && (*wide == 0 || last < *wide))
		*wide = last;
}

/* Whether there is more between two characters than between those of print. */
static bool
is_gap(const struct digits *d, int digit, int advance)
{
	int	 wide = d->wide[digit];

	return wide != 0 && advance - wide > wide / 5;
}

/* What a word shows of how its digits are set. */
static void
look_at_digits(struct print *p, const struct pdf_page *page,
    const struct pdf_word *w)
{
	int		 digit[LONGEST], x[LONGEST];
	int		 n = digits_in(page, w, digit, x), gaps = 0;
	struct digits	*d = n > 1 ? digits_of(p, w) : NULL;
	bool		 known = true;

	if (d == NULL)
		return;
	for (int i = 0; i + 1 < n; i++) {
		known &= d->wide[digit[i]] != 0;
		gaps += is_gap(d, digit[i], x[i + 1] - x[i]);
	}
	d->tight += known && gaps == 0;
	d->spaced += n > 2 && gaps == n - 1;
}

/*
 * How many characters of a word there are before the first gap: one as wide
 * as two fifths of an ideograph, or between two digits where others have none,
 * or between an ideograph and a digit, be it narrow.  *ends is where the last
 * of them ends.  n if there is none.
 */
static int
before_gap(const struct digits *d, const uint32_t *c, const int *x, int n,
    const struct pdf_box *b, int *ends)
{
	int	 least[KINDS];

	find_advances(c, x, n, b->x1, pdf_box_height(b) * 3 / 4, least);
	for (int i = 0; i + 1 < n; i++) {
		int	 digit = digit_of(c[i]);

		*ends = x[i] + least[kind_of(c[i])];
		if (x[i + 1] - *ends > least[WIDE] / 5 * 2 ||
		    (utf8_is_han(c[i]) && digit_of(c[i + 1]) >= 0 &&
		    x[i + 1] - *ends > least[WIDE] / 20))
			return i + 1;
		if (d != NULL && d->tight > d->spaced && digit >= 0 &&
		    digit_of(c[i + 1]) >= 0 &&
		    is_gap(d, digit, x[i + 1] - x[i])) {
			*ends = x[i] + d->wide[digit];
			return i + 1;
		}
	}
	return n;
}

/* The part of a word in front of its first gap; *rest is what follows. */
static bool
cut_off(struct print *print, const struct pdf_page *p, struct pdf_word *w,
    struct pdf_word *rest)
{
	uint32_t	 c[LONGEST];
	int		 x[LONGEST], n = 0, at, ends = 0;
	size_t		 bytes = 0;

	if (w->text.n < 2 || w->text.n > LONGEST ||
	    !pdf_glyphs_of(p, w, x, LONGEST))
		return false;
	while (bytes < w->text.n)
		c[n++] = utf8_next(w->text, &bytes);
	at = before_gap(digits_of(print, w), c, x, n, &w->box, &ends);
	if (at == n)
		return false;
	bytes = 0;
	for (int i = 0; i < at; i++)
		utf8_next(w->text, &bytes);
	*rest = *w;
	rest->text = str_from(w->text, bytes);
	rest->box.x0 = x[at];
	w->text = str_sub(w->text, 0, bytes);
	w->box.x1 = ends;
	return true;
}

static void
cut_page(struct pdf *pdf, struct pdf_page *p, struct print *print)
{
	struct pdf_word	*word = NULL, rest;
	size_t		 cap = 0;
	int		 n = 0;

	if (p->nglyph == 0)
		return;
	for (int i = 0; i < p->nline; i++) {
		struct pdf_line	*l = &p->line[i];
		int		 first = n;

		for (int k = l->first; k < l->first + l->n; k++) {
			struct pdf_word	 w = p->word[k];
			bool		 more;

			do {
				more = !w.taken && cut_off(print, p, &w,
				    &rest);
				word = arena_grow(pdf->arena, word, (size_t)n,
				    &cap, sizeof(*word));
				word[n++] = w;
				w = rest;
			} while (more);
		}
		l->first = first;
		l->n = n - first;
	}
	pdf->nword += n - p->nword;
	p->word = word;
	p->nword = n;
	p->wordcap = cap;
}

void
pdf_glyphs_cut(struct pdf *pdf)
{
	struct print	 print = { .n = 0 };

	for (int i = 0; i < pdf->npage; i++)
		for (int k = 0; k < pdf->page[i].nword; k++)
			measure(&print, &pdf->page[i], &pdf->page[i].word[k]);
	for (int i = 0; i < pdf->npage; i++)
		for (int k = 0; k < pdf->page[i].nword; k++)
			look_at_digits(&print, &pdf->page[i],
			    &pdf->page[i].word[k]);
	for (int i = 0; i < pdf->npage; i++)
		cut_page(pdf, &pdf->page[i], &print);
}
