#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hant.h"
#include "base/radical.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/script.h"

#define PART	8	/* a document with one such in so many is in them */
#define ENOUGH	20
#define SAMPLE	65536	/* ideographs that tell */
#define SYLLABLE 6	/* letters, as in zhuāng */

struct count {
	long	 han, traditional;
	bool	 radicals;	/* there are some */
};

/* U+2E80 to U+2FFF, in UTF-8: most texts have none. */
static bool
has_radical(struct str s)
{
	const char	*p = s.p, *end;

	if (s.n == 0)
		return false;
	end = p + s.n;
	while (end - p > 1 &&
	    (p = memchr(p, 0xE2, (size_t)(end - p) - 1)) != NULL) {
		unsigned char	 next = (unsigned char)*++p;

		if (next >= 0xBA && next <= 0xBF)
			return true;
	}
	return false;
}

static struct str
unify(struct arena *a, struct str s)
{
	struct buf	 b;

	if (!has_radical(s))
		return s;
	buf_init(&b, a);
	for (size_t at = 0; at < s.n; )
		buf_char(&b, radical_unify(utf8_next(s, &at)));
	return buf_text(&b);
}

static void
count_in(struct count *n, struct str s)
{
	n->radicals = n->radicals || has_radical(s);
	for (size_t at = 0; at < s.n && n->han < SAMPLE; ) {
		uint32_t	 c = utf8_next(s, &at);

		if (!utf8_is_han(c))
			continue;
		n->han++;
		n->traditional += hant_simplify(c) != c;
	}
}

/* Bytes of a syllable with its tone in brackets at the beginning of s. */
static size_t
syllable(struct str s)
{
	size_t	 at = 1;
	bool	 tone = false;

	if (s.n == 0 || s.p[0] != '(')
		return 0;
	for (int n = 0; at < s.n && n <= SYLLABLE; n++) {
		uint32_t	 c = utf8_next(s, &at);

		if (c == ')')
			return n > 0 && tone ? at : 0;
		if (c >= 0xE0 && c < 0x250)
			tone = true;
		else if (c < 'a' || c > 'z')
			return 0;
	}
	return 0;
}

struct str
script_simplified(struct arena *a, struct str s)
{
	/*
	 * What gates to other scripts (big5.…) make of 信息, 政府資訊公開; no
	 * other word of the form is another one there.
	 */
	static const char	 there[] = "資訊", here[] = "信息";
	struct buf		 b;
	uint32_t		 c = 0;

	buf_init(&b, a);
	for (size_t at = 0; at < s.n; ) {
		if (utf8_is_han(c))
			at += syllable(str_from(s, at));
		if (at == s.n)
			break;
		if (str_eat(s, &at, there)) {
			buf_puts(&b, here);
			c = 0;
			continue;
		}
		c = utf8_next(s, &at);
		buf_char(&b, hant_simplify(c));
	}
	return buf_text(&b);
}

/* For each text of the document: it is counted, or replaced by as. */
static void
each_text(struct arena *a, struct doc *d, struct count *n,
    struct str (*as)(struct arena *, struct str))
{
	struct cell	*c;

	for (struct block *b = d->first; b != NULL; b = b->next) {
		if (b->kind != BLOCK_TABLE) {
			if (n != NULL)
				count_in(n, b->text);
			else
				b->text = as(a, b->text);
			continue;
		}
		for (int row = 0; row < b->grid->nrow; row++)
			for (int col = 0; col < b->grid->ncol; col++) {
				c = grid_at(b->grid, row, col);
				if (c == NULL || c->row != row ||
				    c->col != col)
					continue;
				if (n != NULL)
					count_in(n, c->text);
				else
					c->text = as(a, c->text);
			}
	}
}

static bool
grid_has_han(const struct grid *g)
{
	const struct cell	*c;

	for (int row = 0; row < g->nrow; row++)
		for (int col = 0; col < g->ncol; col++) {
			c = grid_at(g, row, col);
			if (c != NULL && c->row == row && c->col == col &&
			    utf8_has_han(c->text))
				return true;
		}
	return false;
}

bool
script_has_han(const struct doc *d)
{
	for (const struct block *b = d->first; b != NULL; b = b->next)
		if (b->kind == BLOCK_TABLE ? grid_has_han(b->grid) :
		    utf8_has_han(b->text))
			return true;
	return utf8_has_han(d->title);
}

void
script_simplify(struct arena *a, struct doc *d)
{
	struct count	 n = { 0, 0, has_radical(d->title) };

	each_text(a, d, &n, NULL);
	if (n.radicals) {
		each_text(a, d, NULL, unify);
		d->title = unify(a, d->title);
	}
	if (n.traditional < ENOUGH || n.traditional * PART < n.han)
		return;
	each_text(a, d, NULL, script_simplified);
	d->title = script_simplified(a, d->title);
	note_add(a, &d->notes, NOTE_TRADITIONAL, 0, "%s", "");
}
