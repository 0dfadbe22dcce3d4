#include <config.h>

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/le.h"
#include "read/utf16.h"
#include "read/xls_text.h"

#define R_CONTINUE	0x003C
#define HIGH_BYTE	0x01		/* flags of a string */
#define EXTENDED	0x04
#define RICH		0x08

/* At the end of a record, goes on to the one that continues it. */
static bool
more(struct xls_cursor *c)
{
	while (c->at == c->end) {
		size_t	 n = le16(c->in, c->end + 2);

		if (le16(c->in, c->end) != R_CONTINUE ||
		    !le_has(c->in, c->end + 4, n))
			return false;
		c->at = c->end + 4;
		c->end = c->at + n;
	}
	return true;
}

static unsigned
byte(struct xls_cursor *c)
{
	return more(c) ? c->in.p[c->at++] : 0;
}

static uint32_t
number(struct xls_cursor *c, int n)
{
	uint32_t	 v = 0;

	for (int i = 0; i < n; i++)
		v |= (uint32_t)byte(c) << (8 * i);
	return v;
}

static void
skip(struct xls_cursor *c, size_t n)
{
	size_t	 part;

	while (n > 0 && more(c)) {
		part = c->end - c->at < n ? c->end - c->at : n;
		c->at += part;
		n -= part;
	}
}

/*
 * Runs of characters with a font of their own (FormatRun, 2.5.132), the
 * first after those that have the font of the cell.
 */
static void
put_runs(struct xls_cursor *c, const struct xls_fonts *fonts, uint32_t runs,
    const uint16_t *unit, uint32_t n, struct utf16 *u)
{
	uint32_t	 from = 0, to, font = 0;

	for (uint32_t i = 0; i <= runs; i++) {
		struct xls_font	 f = { false, SHIFT_NONE };

		if (!more(c))
			runs = i;	/* the others are not there */
		to = i < runs ? number(c, 2) : n;
		to = to > n ? n : to;
		if (i > 0)
			f = xls_font(fonts, font);
		for (; from < to; from++)
			if (!f.struck)
				utf16_put(u, shift_char(unit[from], f.shift));
		font = i < runs ? number(c, 2) : 0;
	}
}

struct str
xls_string(struct arena *a, struct xls_cursor *c,
    const struct xls_fonts *fonts, long *nbad)
{
	uint32_t	 n = number(c, 2), runs = 0, extra = 0, have = 0;
	unsigned	 flags = byte(c);
	bool		 high = (flags & HIGH_BYTE) != 0;
	uint16_t	*unit = NULL;
	struct buf	 b;
	struct utf16	 u = { .to = &b };

	if ((flags & RICH) != 0)
		runs = number(c, 2);
	if ((flags & EXTENDED) != 0)
		extra = number(c, 4);
	if (runs > 0)
		unit = arena_alloc(a, n + 1, sizeof(*unit));
	buf_init(&b, a);
	for (; n > 0; n--) {
		if (c->at == c->end) {
			if (!more(c))
				break;
			/* Characters that go on begin with a flag anew. */
			high = (byte(c) & HIGH_BYTE) != 0;
		}
		if (c->at == c->end && !more(c))
			break;
		if (unit != NULL)
			unit[have++] = (uint16_t)number(c, high ? 2 : 1);
		else
			utf16_put(&u, number(c, high ? 2 : 1));
	}
	if (unit != NULL)
		put_runs(c, fonts, runs, unit, have, &u);
	utf16_end(&u);
	*nbad += u.nbad;
	skip(c, extra);
	return buf_text(&b);
}

/* Font (2.4.122) */
void
xls_add_font(struct arena *a, struct xls_fonts *fonts, struct bytes d)
{
	struct xls_font	 f = { (le16(d, 2) & 0x0008) != 0, SHIFT_NONE };
	unsigned	 sss = le16(d, 8);

	fonts->v = arena_grow(a, fonts->v, fonts->n, &fonts->cap,
	    sizeof(*fonts->v));
	f.shift = sss == 1 ? SHIFT_RAISED : sss == 2 ? SHIFT_LOWERED :
	    SHIFT_NONE;
	fonts->v[fonts->n++] = f;
}

/* There is no font 4 (FontIndex, 2.5.129). */
struct xls_font
xls_font(const struct xls_fonts *fonts, size_t i)
{
	i -= i > 4;
	return i < fonts->n ? fonts->v[i] :
	    (struct xls_font){ false, SHIFT_NONE };
}

int
xls_sst(struct arena *a, struct xls_cursor *c,
    const struct xls_fonts *fonts, struct xls_sst *sst, struct err *e)
{
	size_t	 n;

	skip(c, 4);
	n = number(c, 4);
	/* No string is shorter than three bytes. */
	if (n > c->in.n / 3)
		return err_set(e, ERR_FORMAT,
		    "the texts of the workbook are cut short");
	if (n > LIMIT_SLOTS)
		return err_set(e, ERR_LIMIT, "more than %d texts",
		    LIMIT_SLOTS);
	sst->v = arena_alloc(a, n + 1, sizeof(*sst->v));
	for (sst->n = 0; sst->n < n; sst->n++) {
		if (!more(c))
			return err_set(e, ERR_FORMAT,
			    "the texts of the workbook are cut short");
		sst->v[sst->n] = xls_string(a, c, fonts, &sst->nbad);
	}
	return 0;
}
