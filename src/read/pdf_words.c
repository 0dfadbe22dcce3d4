#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/radical.h"
#include "base/utf8.h"
#include "read/pdf_page.h"
#include "read/pdf_scan.h"

/* Hundredths of the size of print above and below the base line. */
#define ASCENT	95
#define DESCENT	35

#define ALIEN	4	/* characters that may be in a text all the same */
#define SIZES	64	/* of print on a page that are told apart */

struct pdf *
pdf_new(struct arena *a)
{
	struct pdf	*p = arena_alloc(a, 1, sizeof(*p));

	p->arena = a;
	return p;
}

int
pdf_add_page(struct pdf *p, int width, int height, struct err *e)
{
	if (p->npage >= LIMIT_PAGES)
		return err_set(e, ERR_LIMIT, "more than %d pages",
		    LIMIT_PAGES);
	p->page = arena_grow(p->arena, p->page, (size_t)p->npage, &p->pagecap,
	    sizeof(*p->page));
	p->page[p->npage++] = (struct pdf_page){
		.view = pdf_as_drawn, .width = width, .height = height,
	};
	return 0;
}

/* What Chinese text has no use for; bullets of symbol fonts are at U+F0xx. */
static bool
is_alien(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
	    (c >= 0x7F && c < 0xA0) ||
	    (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7) ||
	    (c >= 0xE000 && c < 0xF000) || c == 0xFFFD;
}

static void
count_characters(struct pdf *p, struct str text)
{
	for (size_t at = 0; at < text.n; ) {
		uint32_t	 c = utf8_next(text, &at);

		p->nhan += utf8_is_han(c);
		p->nalien += is_alien(c);
	}
}

bool
pdf_is_garbled(const struct pdf *p)
{
	return p->nalien >= ALIEN && p->nalien > p->nhan / 500;
}

/* Radicals made ideographs, and another in the place of control characters. */
static struct str
replace_controls(struct arena *a, struct str s, uint32_t other)
{
	struct buf	 b;

	buf_init(&b, a);
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = radical_unify(utf8_next(s, &at));

		if (c >= 0x20 && c != 0x7F)
			buf_char(&b, c);
		else if (other != 0)
			buf_char(&b, other);
	}
	return buf_text(&b);
}

/*
 * Of control characters nothing can be printed; but a font that does not say
 * which digits it draws may make them of some.
 */
static struct str
clean(struct arena *a, struct str s)
{
	struct str	 text = replace_controls(a, s, 0);

	return pdf_is_figure(text) ? replace_controls(a, s, UTF8_BAD) : text;
}

static int
put_word(struct pdf *p, struct pdf_page *page, struct pdf_box b,
    struct str text, struct err *e)
{
	if (p->nword >= LIMIT_WORDS)
		return err_set(e, ERR_LIMIT, "more than %d words",
		    LIMIT_WORDS);
	page->word = arena_grow(p->arena, page->word, (size_t)page->nword,
	    &page->wordcap, sizeof(*page->word));
	page->word[page->nword++] = (struct pdf_word){
		.box = b, .text = text,
	};
	p->nword++;
	return 0;
}

int
pdf_add_unknown(struct pdf *p, struct pdf_page *page, struct pdf_box b, int n,
    struct err *e)
{
	struct buf	 text;

	buf_init(&text, p->arena);
	while (n-- > 0)
		buf_char(&text, UTF8_BAD);
	return put_word(p, page, b, buf_text(&text), e);
}

int
pdf_add_word(struct pdf *p, struct pdf_box b, struct str text, struct err *e)
{
	if (p->npage == 0 || b.x0 > b.x1 || b.y0 > b.y1)
		return 0;
	count_characters(p, text);
	text = str_trim(clean(p->arena, text));
	if (text.n == 0)
		return 0;
	return put_word(p, &p->page[p->npage - 1], b, text, e);
}

/* A height that words of a page have, and how wide their print is. */
struct size {
	int	 height;
	long	 width, units;		/* of all of them */
};

/* The size of the word's height; NULL if it is one of too many. */
static struct size *
size_of(struct size *size, int *n, const struct pdf_word *w)
{
	int	 h = pdf_box_height(&w->box), i;

	for (i = 0; i < *n; i++)
		if (abs(size[i].height - h) <= PT / 10)
			return &size[i];
	if (i == SIZES)
		return NULL;
	size[(*n)++] = (struct size){ .height = h };
	return &size[i];
}

/*
 * Fonts of type 3 have no measures of their own, and boxes of their words may
 * come out at twice the height of the print: then the box is made what the
 * width of the words so high says, around the same base line.
 */
static void
trim_height(struct pdf_box *b, const struct size *s)
{
	int	 h = pdf_box_height(b);
	int	 em = s->units > 0 ? (int)(2 * s->width / s->units) : 0;
	int	 base = b->y0 + (int)((long)h * ASCENT / (ASCENT + DESCENT));

	if (em == 0 || h < 2 * em)
		return;
	if (em < h / 3)
		em = h / 3;
	b->y0 = base - (int)((long)em * ASCENT / 100);
	b->y1 = base + (int)((long)em * DESCENT / 100);
}

static void
trim_heights(struct pdf_page *p)
{
	struct size	 size[SIZES], *s;
	int		 n = 0;

	for (int i = 0; i < p->nword; i++)
		if ((s = size_of(size, &n, &p->word[i])) != NULL) {
			s->width += p->word[i].box.x1 - p->word[i].box.x0;
			s->units += (long)str_width(p->word[i].text);
		}
	for (int i = 0; i < p->nword; i++)
		if ((s = size_of(size, &n, &p->word[i])) != NULL)
			trim_height(&p->word[i].box, s);
}

void
pdf_words_end(struct pdf *p)
{
	pdf_upright(p);
	for (int i = 0; i < p->npage; i++)
		trim_heights(&p->page[i]);
}

static int
attr_milli(struct str tag, const char *name)
{
	struct str	 s = scan_attr(tag, name);
	double		 v;

	return scan_number(&s, &v) ? scan_milli(v) : 0;
}

static int
add_word(struct pdf *p, struct str tag, struct str text, struct err *e)
{
	struct pdf_box	 b = {
		attr_milli(tag, "xMin"), attr_milli(tag, "yMin"),
		attr_milli(tag, "xMax"), attr_milli(tag, "yMax"),
	};

	return pdf_add_word(p, b, scan_text(p->arena, text), e);
}

int
pdf_words(struct pdf *p, struct str bbox, struct err *e)
{
	struct str	 text, tag, word = STR("");
	bool		 in_word = false;

	while (scan_tag(&bbox, &text, &tag)) {
		if (in_word && scan_is(tag, "/word") &&
		    add_word(p, word, text, e) < 0)
			return -1;
		in_word = scan_is(tag, "word");
		if (in_word)
			word = tag;
		else if (scan_is(tag, "page") && pdf_add_page(p,
		    attr_milli(tag, "width"), attr_milli(tag, "height"),
		    e) < 0)
			return -1;
	}
	pdf_words_end(p);
	return 0;
}
