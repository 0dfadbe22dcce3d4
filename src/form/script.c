#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hant.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/script.h"

#define PART	8	/* a document with one such in so many is in them */
#define ENOUGH	20
#define SAMPLE	65536	/* ideographs that tell */
#define SYLLABLE 6	/* letters, as in zhuāng */

struct count {
	long	 han, traditional;
};

static void
count_in(struct count *n, struct str s)
{
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

static struct str
simplify(struct arena *a, struct str s)
{
	struct buf	 b;
	uint32_t	 c = 0;

	buf_init(&b, a);
	for (size_t at = 0; at < s.n; ) {
		if (utf8_is_han(c))
			at += syllable(str_from(s, at));
		if (at == s.n)
			break;
		c = utf8_next(s, &at);
		buf_char(&b, hant_simplify(c));
	}
	return buf_text(&b);
}

/* Calls for each text of the document: it counts, or it is replaced. */
static void
each_text(struct arena *a, struct doc *d, struct count *n)
{
	struct cell	*c;

	for (struct block *b = d->first; b != NULL; b = b->next) {
		if (b->kind != BLOCK_TABLE) {
			if (n != NULL)
				count_in(n, b->text);
			else
				b->text = simplify(a, b->text);
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
					c->text = simplify(a, c->text);
			}
	}
}

void
script_simplify(struct arena *a, struct doc *d)
{
	struct count	 n = { 0, 0 };

	each_text(a, d, &n);
	if (n.traditional < ENOUGH || n.traditional * PART < n.han)
		return;
	each_text(a, d, NULL);
	d->title = simplify(a, d->title);
	note_add(a, &d->notes, NOTE_TRADITIONAL, 0, "%s", "");
}
