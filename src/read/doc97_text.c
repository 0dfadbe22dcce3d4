#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "read/cfb.h"
#include "read/doc97_text.h"
#include "read/le.h"

/* FibBase (2.5.2) */
#define FIB_NFIB	0x02
#define FIB_FLAGS	0x0A
#define FLAG_ENCRYPTED	0x0100
#define FLAG_TABLE_1	0x0200
#define FIB_CSW		0x20

/* Clx (2.9.38) and Pcd (2.9.177) */
#define CLX_PRC		1
#define CLX_PCDT	2
#define PCD_SIZE	8
#define FC_COMPRESSED	0x40000000u

/* The offset of FibRgLw97 (2.5.5) and of the array of parts. */
static size_t
fib_longs(struct bytes fib)
{
	return FIB_CSW + 2 + 2 * (size_t)le16(fib, FIB_CSW) + 2;
}

struct bytes
word_part(const struct word *w, enum word_part part, size_t *at)
{
	size_t	 longs = fib_longs(w->main);
	size_t	 parts = longs + 4 * (size_t)le16(w->main, longs - 2) + 2;
	size_t	 i = (size_t)part;

	if (i >= le16(w->main, parts - 2))
		return le_sub(w->table, *at = 0, 0);
	*at = le32(w->main, parts + 8 * i);
	return le_sub(w->table, *at, le32(w->main, parts + 8 * i + 4));
}

/* Those of the characters from from to to - 1, all of which must be there. */
static int
read_pieces(struct word *w, struct bytes plc, uint32_t from, uint32_t to,
    struct pieces *ps, struct err *e)
{
	size_t	 n = plc.n < 4 ? 0 : (plc.n - 4) / (4 + PCD_SIZE);

	ps->n = 0;
	ps->v = arena_alloc(w->arena, n + 1, sizeof(*ps->v));
	for (size_t i = 0; i < n; i++) {
		struct piece	*p = &ps->v[ps->n];
		size_t		 pcd = 4 * (n + 1) + PCD_SIZE * i, step;
		uint32_t	 fc = le32(plc, pcd + 2);
		uint32_t	 cp = le32(plc, 4 * i);

		*p = (struct piece){ .cp = cp, .end = le32(plc, 4 * i + 4),
		    .wide = (fc & FC_COMPRESSED) == 0,
		    .fc = fc & 0x3FFFFFFFu, .prm = le16(plc, pcd + 6) };
		if (!p->wide)
			p->fc /= 2;
		step = p->wide ? 2 : 1;
		if (p->cp >= to)
			break;
		if (p->end < p->cp)
			return err_set(e, ERR_FORMAT,
			    "the pieces of the text are out of order");
		if (p->end <= from)
			continue;
		if (p->end > to)
			p->end = to;
		if (p->cp < from) {
			p->fc += step * (size_t)(from - p->cp);
			p->cp = from;
		}
		if (p->cp != (ps->n > 0 ? p[-1].end : from) ||
		    !le_has(w->main, p->fc, step * (size_t)(p->end - p->cp)))
			return err_set(e, ERR_FORMAT,
			    "a piece of the text is not there");
		ps->n++;
	}
	if (ps->n == 0 || ps->v[ps->n - 1].end != to)
		return err_set(e, ERR_FORMAT, "the text is not complete");
	return 0;
}

/* Property lists come first, one after the other, then the piece table. */
static int
read_clx(struct word *w, struct err *e)
{
	size_t		 at, start;
	struct bytes	 clx = word_part(w, PART_CLX, &start);
	size_t		 n = 0;
	struct err	 ignored;

	for (at = 0; le8(clx, at) == CLX_PRC; at += 3 + le16(clx, at + 1))
		n++;
	w->prc = arena_alloc(w->arena, n + 1, sizeof(*w->prc));
	for (at = 0; le8(clx, at) == CLX_PRC; at += 3 + le16(clx, at + 1))
		w->prc[w->nprc++] = le_sub(clx, at + 3, le16(clx, at + 1));
	if (le8(clx, at) != CLX_PCDT || !le_has(clx, at + 5,
	    le32(clx, at + 1)))
		return err_set(e, ERR_FORMAT,
		    "the document has no piece table");
	clx = le_sub(clx, at + 5, le32(clx, at + 1));
	if (read_pieces(w, clx, 0, w->ccp_text, &w->text, e) < 0)
		return -1;
	if (w->ccp_boxes > 0 && read_pieces(w, clx, w->cp_boxes,
	    w->cp_boxes + w->ccp_boxes, &w->boxes, &ignored) < 0)
		w->ccp_boxes = 0;
	return 0;
}

/*
 * How many characters each text has (FibRgLw97, 2.5.5): the main one, notes,
 * headers, one that is not used, comments, notes at the end, text boxes.
 */
static int
read_counts(struct word *w, struct err *e)
{
	size_t		 at = fib_longs(w->main) + 12;
	uint64_t	 before = 0;

	w->ccp_text = le32(w->main, at);
	if (w->ccp_text == 0 || w->ccp_text > w->main.n)
		return err_set(e, ERR_FORMAT, "the document has no text");
	for (size_t i = 0; i < 6; i++)
		before += le32(w->main, at + 4 * i);
	w->ccp_boxes = le32(w->main, at + 24);
	if (before > w->main.n || w->ccp_boxes > w->main.n)
		w->ccp_boxes = 0;
	w->cp_boxes = (uint32_t)before;
	return 0;
}

int
word_open(struct arena *a, struct bytes in, struct word **out, struct err *e)
{
	struct word	*w = arena_alloc(a, 1, sizeof(*w));
	struct cfb	*c;
	unsigned	 flags;

	w->arena = a;
	if (cfb_open(a, in, &c, e) < 0 ||
	    cfb_stream(c, "WordDocument", &w->main, e) < 0)
		return -1;
	*out = w;
	w->nfib = le16(w->main, FIB_NFIB);
	flags = le16(w->main, FIB_FLAGS);
	if (w->main.n < 68)
		return err_set(e, ERR_FORMAT, "the document has no header");
	if ((flags & FLAG_ENCRYPTED) != 0)
		return err_set(e, ERR_LOCKED,
		    "the document is protected by a password");
	if (w->nfib < WORD_97)
		return 0;
	if (cfb_stream(c, (flags & FLAG_TABLE_1) != 0 ? "1Table" : "0Table",
	    &w->table, e) < 0)
		return -1;
	if (cfb_has(c, "Data") && cfb_stream(c, "Data", &w->data, e) < 0)
		return -1;
	return read_counts(w, e) < 0 ? -1 : read_clx(w, e);
}

/* What bytes 0x80 to 0x9F stand for (FcCompressed, 2.9.73); 0: themselves. */
static const uint16_t	 compressed[32] = {
	[0x02] = 0x201A, [0x03] = 0x0192, [0x04] = 0x201E, [0x05] = 0x2026,
	[0x06] = 0x2020, [0x07] = 0x2021, [0x08] = 0x02C6, [0x09] = 0x2030,
	[0x0A] = 0x0160, [0x0B] = 0x2039, [0x0C] = 0x0152, [0x11] = 0x2018,
	[0x12] = 0x2019, [0x13] = 0x201C, [0x14] = 0x201D, [0x15] = 0x2022,
	[0x16] = 0x2013, [0x17] = 0x2014, [0x18] = 0x02DC, [0x19] = 0x2122,
	[0x1A] = 0x0161, [0x1B] = 0x203A, [0x1C] = 0x0153, [0x1F] = 0x0178,
};

uint32_t
word_unit(const struct word *w, const struct piece *p, size_t fc)
{
	uint8_t	 b;

	if (p->wide)
		return le16(w->main, fc);
	b = le8(w->main, fc);
	if (b >= 0x80 && b < 0xA0 && compressed[b - 0x80] != 0)
		return compressed[b - 0x80];
	return b;
}
