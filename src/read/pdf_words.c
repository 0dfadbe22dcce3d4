#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "read/pdf_page.h"
#include "read/pdf_scan.h"

/* Hundredths of the size of print above and below the base line. */
#define ASCENT	95
#define DESCENT	35

struct pdf *
pdf_new(struct arena *a)
{
	struct pdf	*p = arena_alloc(a, 1, sizeof(*p));

	p->arena = a;
	return p;
}

void *
pdf_grow(struct arena *a, void *array, int n, int *cap, int size)
{
	void	*bigger;

	if (n < *cap)
		return array;
	*cap = *cap != 0 ? 2 * *cap : 32;
	bigger = arena_alloc(a, (size_t)*cap, (size_t)size);
	if (n != 0)
		memcpy(bigger, array, (size_t)n * (size_t)size);
	return bigger;
}

static int
attr_milli(struct str tag, const char *name)
{
	struct str	 s = scan_attr(tag, name);
	double		 v;

	return scan_number(&s, &v) ? scan_milli(v) : 0;
}

static int
add_page(struct pdf *p, struct str tag, struct err *e)
{
	if (p->npage >= LIMIT_PAGES)
		return err_set(e, ERR_LIMIT, "more than %d pages",
		    LIMIT_PAGES);
	p->page = pdf_grow(p->arena, p->page, p->npage, &p->pagecap,
	    sizeof(*p->page));
	p->page[p->npage++] = (struct pdf_page){
		.width = attr_milli(tag, "width"),
		.height = attr_milli(tag, "height"),
	};
	return 0;
}

/*
 * Fonts of type 3 have no measures of their own, and boxes of their words may
 * come out at twice the height of the print: then the box is made what its
 * width says, around the same base line.
 */
static void
trim_height(struct pdf_box *b, struct str text)
{
	int	 units = (int)str_width(text), h = b->y1 - b->y0;
	int	 em = units > 0 ? 2 * (b->x1 - b->x0) / units : 0;
	int	 base = b->y0 + (int)((long)h * ASCENT / (ASCENT + DESCENT));

	if (em == 0 || h < 2 * em)
		return;
	if (em < h / 3)
		em = h / 3;
	b->y0 = base - (int)((long)em * ASCENT / 100);
	b->y1 = base + (int)((long)em * DESCENT / 100);
}

static int
add_word(struct pdf *p, struct str tag, struct str text, struct err *e)
{
	struct pdf_page	*page;
	struct pdf_box	 b = {
		attr_milli(tag, "xMin"), attr_milli(tag, "yMin"),
		attr_milli(tag, "xMax"), attr_milli(tag, "yMax"),
	};

	if (p->npage == 0 || b.x0 > b.x1 || b.y0 > b.y1)
		return 0;
	text = str_trim(scan_text(p->arena, text));
	if (text.n == 0)
		return 0;
	if (p->nword >= LIMIT_WORDS)
		return err_set(e, ERR_LIMIT, "more than %d words",
		    LIMIT_WORDS);
	trim_height(&b, text);
	page = &p->page[p->npage - 1];
	page->word = pdf_grow(p->arena, page->word, page->nword,
	    &page->wordcap, sizeof(*page->word));
	page->word[page->nword++] = (struct pdf_word){
		.box = b, .text = text,
	};
	p->nword++;
	return 0;
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
		else if (scan_is(tag, "page") && add_page(p, tag, e) < 0)
			return -1;
	}
	return 0;
}
