/* Writes a document of Word 97 ([MS-DOC]) from a description. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "tests/cfb-write.h"
#include "tests/office.h"

#define TEXT_AT		1024		/* behind the header */
#define ROW_WIDTH	9000		/* twips */
#define ROW_WIDTH_MAX	30000
#define CHAR_STYLE	19
#define BOXES_MAX	16
#define PIECES_MAX	4096
#define PRC_MAX		1000
#define INTO_DATA	400		/* bytes a page of properties takes */

struct unit {
	unsigned	 c;
	size_t		 look;		/* in looks[] */
	int		 prc;		/* list of the piece, or -1 */
};

struct para {
	size_t		 end;		/* units up to and with its mark */
	struct bytes	 papx;		/* style and list */
};

/* Positions in the main stream, and what holds for them. */
struct span {
	uint32_t	 from, to;
	struct bytes	 list;
};

/* Passages that look different, and the list that says so. */
static const struct {
	char		 mark;
	unsigned char	 list[4];
	size_t		 n;
} looks[] = {
	{ '\0', { 0 }, 0 },
	{ '-', { 0x00, 0x08, 1 }, 3 },
	{ '^', { 0x48, 0x2A, 1 }, 3 },
	{ '~', { 0x37, 0x08, 1 }, 3 },
	{ '=', { 0x53, 0x2A, 1 }, 3 },
	{ '?', { 0x3C, 0x08, 1 }, 3 },
	{ '@', { 0x30, 0x4A, CHAR_STYLE, 0 }, 4 },
};

struct writer {
	struct arena	*arena;
	const struct how *how;
	struct unit	*unit;
	size_t		 n;
	struct para	*para;
	size_t		 npara;
	size_t		 look;
	struct buf	 main, table, data, clx;
	uint32_t	*fc;		/* of each unit, and of the end */
	size_t		 nmain;		/* units of the main text */
	uint32_t	 box[BOXES_MAX][2];	/* anchor, and its text */
	size_t		 nbox;
	int		 nprc;
};

static void
sprm8(struct buf *b, unsigned op, unsigned v)
{
	w16(b, op);
	w8(b, v);
}

static void
add(struct writer *w, unsigned c)
{
	w->unit[w->n++] = (struct unit){ c, w->look, -1 };
}

/* Ends a paragraph; what is long goes to the data stream. */
static void
end(struct writer *w, unsigned mark, unsigned istd, struct bytes list,
    bool into_data)
{
	struct buf	 b;

	add(w, mark);
	buf_init(&b, w->arena);
	w16(&b, istd);
	if (into_data || list.n > INTO_DATA) {
		w16(&b, 0x6646);
		w32(&b, (uint32_t)w->data.n);
		w16(&w->data, (unsigned)list.n);
		buf_add(&w->data, list.p, list.n);
	} else
		buf_add(&b, list.p, list.n);
	w->para[w->npara++] = (struct para){ w->n, buf_bytes(&b) };
}

static void
def_table(struct buf *b, int n, const int *edge, const unsigned *flags)
{
	w16(b, 0xD608);
	w16(b, (unsigned)(2 + 2 * (n + 1) + 20 * n));
	w8(b, (unsigned)n);
	for (int i = 0; i <= n; i++)
		w16(b, (unsigned)edge[i] & 0xFFFF);
	for (int i = 0; i < n; i++) {
		w16(b, flags[i]);
		for (int k = 0; k < 9; k++)
			w16(b, 0);
	}
}

/* Behind the last cell that is merged with the one at i. */
static int
merged(const unsigned *flags, int n, int i)
{
	for (i++; i < n && (flags[i] & 2) != 0; i++)
		continue;
	return i;
}

/* The same row, put together by single changes. */
static void
insert_table(struct buf *b, int n, const int *edge, const unsigned *flags)
{
	static const unsigned	 none[2] = { 0, 0 };
	const int		 start[3] = { edge[0], edge[0] + 77,
		edge[0] + 154 };

	def_table(b, 2, start, none);
	w16(b, 0x5622);			/* delete the second */
	w16(b, 0x0201);
	if (n > 1) {
		w16(b, 0x7621);		/* insert the others */
		w8(b, 1);
		w8(b, (unsigned)n - 1);
		w16(b, 55);
	}
	for (int i = 0; i < n; i++) {
		w16(b, 0x7623);
		w8(b, (unsigned)i);
		w8(b, (unsigned)i + 1);
		w16(b, (unsigned)(edge[i + 1] - edge[i]));
		if (flags[i] & 1) {
			w16(b, 0x5624);
			w8(b, (unsigned)i);
			w8(b, (unsigned)merged(flags, n, i));
		}
		if ((flags[i] & 0x60) != 0) {
			w16(b, 0xD62B);
			w8(b, 2);
			w8(b, (unsigned)i);
			w8(b, (flags[i] & 0x60) == 0x20 ? 1 : 3);
		}
	}
	w16(b, 0x9601);			/* move it, and back again */
	w16(b, 5000);
	w16(b, 0x9601);
	w16(b, (unsigned)edge[0]);
}

static void	 add_text(struct writer *, struct str, bool cell);

/* \[a|b\]: a table in a cell; what is after the opening bracket. */
static size_t
inner_table(struct writer *w, struct str s)
{
	static const unsigned	 none[64] = { 0 };
	size_t			 n = str_find(s, STR("\\]"), 0);
	struct str		 rest = str_sub(s, 0, n), cell;
	struct buf		 b;
	int			 edge[64] = { 200 }, count = 0;

	buf_init(&b, w->arena);
	sprm8(&b, 0x2416, 1);
	w16(&b, 0x6649);
	w32(&b, 2);
	sprm8(&b, 0x244B, 1);
	while (str_field(&rest, '|', &cell)) {
		add_text(w, cell, true);
		end(w, 0x0D, 0, buf_bytes(&b), false);
		count++;
		edge[count] = edge[count - 1] + 300;
	}
	sprm8(&b, 0x244C, 1);
	def_table(&b, count, edge, none);
	end(w, 0x0D, 0, buf_bytes(&b), false);
	return n + 2;
}

static void
in_table(struct buf *b)
{
	sprm8(b, 0x2416, 1);
	w16(b, 0x6649);
	w32(b, 1);
}

static void
add_text(struct writer *w, struct str s, bool cell)
{
	size_t		 at = 0;
	uint32_t	 c;
	struct buf	 b;
	char		 hex[3] = "";

	buf_init(&b, w->arena);
	in_table(&b);
	while (at < s.n) {
		c = utf8_next(s, &at);
		if (c != '\\' || at >= s.n) {
			if (c >= 0x10000) {
				add(w, 0xD800 + (c - 0x10000) / 1024);
				c = 0xDC00 + (c - 0x10000) % 1024;
			}
			add(w, c);
			continue;
		}
		switch (s.p[at++]) {
		case 'n':
			if (cell)
				end(w, 0x0D, 0, buf_bytes(&b), false);
			else
				add(w, 0x0B);
			break;
		case 'x':
			memcpy(hex, s.p + at, 2);
			at += 2;
			add(w, (unsigned)strtoul(hex, NULL, 16));
			break;
		default:
			for (size_t i = 1; i < sizeof(looks) /
			    sizeof(looks[0]); i++)
				if (looks[i].mark == s.p[at - 1])
					w->look = w->look == i ? 0 : i;
			break;
		case '[':
			at += inner_table(w, str_from(s, at));
			break;
		}
	}
}

static const struct piece_of_table *
cell_at(const struct part *t, int row, int col)
{
	for (const struct piece_of_table *c = t->cell; c != NULL; c = c->next)
		if (row >= c->row && row < c->row + c->rowspan &&
		    col >= c->col && col < c->col + c->colspan)
			return c;
	return NULL;
}

static void
table_row(struct writer *w, const struct part *t, int row)
{
	unsigned	 flags[64];
	int		 edge[65], n = 0, width = t->ncol > 12 ?
	    ROW_WIDTH_MAX / t->ncol : ROW_WIDTH / t->ncol;
	struct buf	 list;

	buf_init(&list, w->arena);
	in_table(&list);
	edge[0] = 100;
	for (int col = 0, to; col < t->ncol; col = to) {
		const struct piece_of_table	*c = cell_at(t, row, col);
		bool				 top = c == NULL ||
		    (c->row == row && c->col == col);

		to = c == NULL || w->how->hmerge ? col + 1 :
		    c->col + c->colspan;
		if (top && c != NULL)
			add_text(w, c->text, true);
		end(w, 0x07, 0, buf_bytes(&list), false);
		flags[n] = 0;
		if (c != NULL && c->rowspan > 1)
			flags[n] |= row == c->row ? 0x60 : 0x20;
		if (c != NULL && c->colspan > 1 && w->how->hmerge)
			flags[n] |= col == c->col ? 1 : 2;
		edge[++n] = 100 + width * to;
		if (w->how->thin)
			edge[n] = edge[0];
		if (w->how->jitter && to < t->ncol)
			edge[n] += (row * 37 + to * 11) % 80 - 40;
	}
	sprm8(&list, 0x2417, 1);
	if (w->how->insert)
		insert_table(&list, n, edge, flags);
	else
		def_table(&list, n, edge, flags);
	if (w->how->prm && w->nprc < PRC_MAX) {
		w8(&w->clx, 1);
		w16(&w->clx, (unsigned)list.n);
		buf_add(&w->clx, list.p, list.n);
		end(w, 0x07, 0, (struct bytes){ NULL, 0 }, false);
		w->unit[w->n - 1].prc = w->nprc++;
	} else
		end(w, 0x07, 0, buf_bytes(&list), w->how->huge);
}

/* Shapes, by the characters that they are anchored in, and their texts. */
static void
boxes(struct writer *w, const struct part *p)
{
	struct buf	 none;

	w->nmain = w->n;
	buf_init(&none, w->arena);
	for (size_t i = 0; p != NULL; p = p->next)
		if (p->kind == 'B') {
			w->box[i++][1] = (uint32_t)(w->n - w->nmain);
			add_text(w, p->text, false);
			end(w, 0x0D, 0, buf_bytes(&none), false);
		}
}

static void
write_boxes(struct writer *w, struct buf *spa, struct buf *txbx)
{
	for (size_t i = 0; i < w->nbox; i++) {
		w32(spa, w->box[i][0]);
		w32(txbx, w->box[i][1]);
	}
	w32(spa, (uint32_t)w->nmain);
	w32(txbx, (uint32_t)(w->n - w->nmain));
	for (size_t i = 0; i < w->nbox; i++) {
		w32(spa, 1000 + (uint32_t)i);
		for (int k = 0; k < 11; k++)
			w16(spa, 0);
		for (int k = 0; k < 7; k++)
			w16(txbx, 0);
		w32(txbx, 1000 + (uint32_t)i);
		w32(txbx, 0);
	}
}

static void
parts(struct writer *w, const struct part *p)
{
	struct buf	 list;

	for (; p != NULL; p = p->next) {
		if (p->kind == 'B') {
			if (w->nbox == BOXES_MAX)
				continue;
			w->box[w->nbox++][0] = (uint32_t)w->n;
			add(w, 0x08);
			continue;
		}
		if (p->kind == 'T') {
			for (int r = 0; r < p->nrow; r++)
				table_row(w, p, r);
			continue;
		}
		buf_init(&list, w->arena);
		if (p->kind == 'N') {
			sprm8(&list, 0x260A, (unsigned)p->level);
			w16(&list, 0x460B);
			w16(&list, 1);
		}
		add_text(w, p->text, false);
		end(w, 0x0D, p->kind != 'H' ? 0 : w->how->based ?
		    (unsigned)p->level + 9 : (unsigned)p->level,
		    buf_bytes(&list), false);
	}
}

/* The 8-bit form of a character, or 0. */
static unsigned
narrow(unsigned c)
{
	return c < 0x80 ? c : c == 0x201C ? 0x93 : c == 0x201D ? 0x94 :
	    c == 0x2013 ? 0x96 : 0;
}

/* The text, in one piece or in many; and the piece table. */
static void
write_text(struct writer *w)
{
	uint32_t	 cp[PIECES_MAX + 1], fc[PIECES_MAX];
	unsigned	 prm[PIECES_MAX];
	size_t		 n = 0;

	w->fc = arena_alloc(w->arena, w->n + 1, sizeof(*w->fc));
	for (size_t i = 0, to; i < w->n; i = to, n++) {
		bool	 small = w->how->pieces &&
		    narrow(w->unit[i].c) != 0;

		for (to = i + 1; to < w->n && w->unit[to].prc ==
		    w->unit[i].prc && (!w->how->pieces || small ==
		    (narrow(w->unit[to].c) != 0) || n == PIECES_MAX - 1);
		    to++)
			continue;
		w_pad(&w->main, 2);
		cp[n] = (uint32_t)i;
		fc[n] = (uint32_t)w->main.n;
		if (small)
			fc[n] = 2 * fc[n] | 0x40000000;
		prm[n] = w->unit[i].prc < 0 ? 0 :
		    (unsigned)w->unit[i].prc * 2 + 1;
		for (; i < to; i++) {
			w->fc[i] = (uint32_t)w->main.n;
			if (small)
				w8(&w->main, narrow(w->unit[i].c));
			else
				w16(&w->main, w->unit[i].c);
		}
	}
	w->fc[w->n] = (uint32_t)w->main.n;
	cp[n] = (uint32_t)w->n;
	w8(&w->clx, 2);
	w32(&w->clx, (uint32_t)(4 * (n + 1) + 8 * n));
	for (size_t i = 0; i <= n; i++)
		w32(&w->clx, cp[i]);
	for (size_t i = 0; i < n; i++) {
		w16(&w->clx, 0);
		w32(&w->clx, fc[i]);
		w16(&w->clx, prm[i]);
	}
}

/* One page of properties: how many of the spans it took. */
static size_t
page(struct writer *w, const struct span *s, size_t n, size_t extra)
{
	char	 p[512] = { 0 };
	size_t	 k, low = 4, high = 510;

	for (k = 0; k < n && k < 100; k++) {
		size_t	 need = s[k].list.n + 2;

		if (low + 4 + extra + need + 4 > high)
			break;
		low += 4 + extra;
		high = (high - need) & ~(size_t)1;
	}
	high = 510;
	for (size_t i = 0; i <= k; i++) {
		uint32_t	 v = i < k ? s[i].from : s[k - 1].to;

		for (size_t j = 0; j < 4; j++)
			p[4 * i + j] = (char)(v >> 8 * j);
	}
	for (size_t i = 0; i < k; i++) {
		struct bytes	 l = s[i].list;
		char		*q;

		high = (high - l.n - 2) & ~(size_t)1;
		q = p + high;
		p[4 * (k + 1) + extra * i] = (char)(high / 2);
		if (extra == 1)
			*q++ = (char)l.n;
		else if (l.n % 2 != 0)
			*q++ = (char)((l.n + 1) / 2);
		else {
			*q++ = 0;
			*q++ = (char)(l.n / 2);
		}
		memcpy(q, l.p, l.n);
	}
	p[511] = (char)k;
	buf_add(&w->main, p, sizeof(p));
	return k;
}

/* All pages, and the table that finds them. */
static void
pages(struct writer *w, const struct span *s, size_t n, size_t extra,
    struct buf *plc)
{
	struct buf	 pn;

	buf_init(&pn, w->arena);
	while (n > 0) {
		size_t	 k;

		w32(&pn, (uint32_t)(w->main.n / 512));
		w32(plc, s[0].from);
		k = page(w, s, n, extra);
		s += k;
		n -= k;
		if (n == 0)
			w32(plc, s[-1].to);
	}
	buf_add(plc, pn.p, pn.n);
}

static void
write_pages(struct writer *w, struct buf *papx, struct buf *chpx)
{
	struct span	*s = arena_alloc(w->arena, w->n + 1, sizeof(*s));
	size_t		 n = 0, i = 0, to, look;

	for (size_t k = 0; k < w->npara; k++) {
		to = w->para[k].end;
		s[k] = (struct span){ w->fc[i], w->fc[to],
		    w->para[k].papx };
		i = to;
	}
	pages(w, s, w->npara, 13, papx);
	for (i = 0; i < w->n; i = to, n++) {
		look = w->unit[i].look;
		for (to = i; to < w->n && w->unit[to].look == look; to++)
			continue;
		s[n] = (struct span){ w->fc[i], w->fc[to],
		    { looks[look].list, looks[look].n } };
	}
	pages(w, s, n, 1, chpx);
}

/* A style of characters that raises them. */
static void
write_char_style(struct buf *b)
{
	w16(b, 10 + 6 + 2 + 4);
	w16(b, CHAR_STYLE);
	w16(b, 2 | 0xFFF << 4);
	w16(b, 1 | CHAR_STYLE << 4);
	w16(b, 0);
	w16(b, 0);
	w16(b, 1);
	w16(b, 'z');
	w16(b, 0);
	w16(b, 3);
	sprm8(b, 0x2A48, 1);
	w8(b, 0);
}

/*
 * Styles: normal, nine headings, nine that are based on them, and one of
 * characters.
 */
static void
write_styles(struct buf *b)
{
	w16(b, 18);
	w16(b, CHAR_STYLE + 1);
	w16(b, 10);
	for (int i = 0; i < 7; i++)
		w16(b, 0);
	for (unsigned i = 0; i < CHAR_STYLE; i++) {
		bool	 heading = i >= 1 && i <= 9;

		w16(b, 10 + 2 + 2 + 2 + 2 + 2 + (heading ? 4 : 0));
		w16(b, i);
		w16(b, 1 | (i > 9 ? i - 9 : i == 0 ? 0xFFF : 0) << 4);
		w16(b, 1 | i << 4);
		w16(b, 0);
		w16(b, 0);
		w16(b, 1);		/* a name of one letter */
		w16(b, 'a' + i);
		w16(b, 0);
		w16(b, heading ? 5 : 2);
		w16(b, i);
		if (heading) {
			sprm8(b, 0x2640, i - 1);
			w8(b, 0);
		}
	}
	write_char_style(b);
}

/* One list of nine levels: 一、 then （一） and the like. */
static void
write_list(struct buf *b)
{
	w16(b, 1);
	w32(b, 4711);
	while (b->n % 4 != 0 || b->n < 2)
		w16(b, 0);
}

static void
write_levels(struct buf *b)
{
	for (unsigned i = 0; i < 9; i++) {
		w32(b, 1);
		w8(b, i == 1 ? 0x25 : 0x27);
		w8(b, 0);
		w8(b, i == 0 ? 1 : 2);
		for (int k = 0; k < 8; k++)
			w8(b, 0);
		w8(b, 2);
		for (int k = 0; k < 12; k++)
			w8(b, 0);
		w16(b, i == 0 ? 2 : 3);
		if (i > 0)
			w16(b, 0xFF08);
		w16(b, i);
		w16(b, i > 0 ? 0xFF09 : 0x3001);
	}
}

/* A part of the table stream, entered in the header. */
static void
enter(struct writer *w, unsigned part, const struct buf *b)
{
	w_at32(&w->main, 0x9A + 8 * part, (uint32_t)w->table.n);
	w_at32(&w->main, 0x9A + 8 * part + 4, (uint32_t)b->n);
	buf_add(&w->table, b->p, b->n);
}

static void
write_header(struct writer *w)
{
	w16(&w->main, 0xA5EC);
	w16(&w->main, w->how->old ? 101 : 0xC1);
	for (int i = 0; i < 3; i++)
		w16(&w->main, 0);
	w16(&w->main, 0x0200 | (w->how->locked ? 0x0100 : 0));
	while (w->main.n < 0x20)
		w16(&w->main, 0);
	w16(&w->main, 14);
	while (w->main.n < 0x3E)
		w16(&w->main, 0);
	w16(&w->main, 22);
	while (w->main.n < 0x98)
		w16(&w->main, 0);
	w16(&w->main, 93);
	w_pad(&w->main, TEXT_AT);
}

struct bytes
office_doc(struct arena *a, const struct part *p, const struct how *how)
{
	struct writer		 w = { .arena = a, .how = how };
	struct buf		 papx, chpx, b, box;
	struct out_stream	 s[3];

	w.unit = arena_alloc(a, 1u << 18, sizeof(*w.unit));
	w.para = arena_alloc(a, 1u << 16, sizeof(*w.para));
	buf_init(&w.main, a);
	buf_init(&w.table, a);
	buf_init(&w.data, a);
	buf_init(&w.clx, a);
	buf_init(&papx, a);
	buf_init(&chpx, a);
	w16(&w.data, 0);
	parts(&w, p);
	boxes(&w, p);
	write_header(&w);
	write_text(&w);
	w_at32(&w.main, 0x18, TEXT_AT);
	w_at32(&w.main, 0x1C, (uint32_t)w.main.n);
	w_at32(&w.main, 0x4C, (uint32_t)w.nmain);
	w_at32(&w.main, 0x64, (uint32_t)(w.n - w.nmain));
	w_pad(&w.main, 512);
	write_pages(&w, &papx, &chpx);
	w_at32(&w.main, 0x40, (uint32_t)w.main.n);
	buf_init(&b, a);
	write_styles(&b);
	enter(&w, 1, &b);
	enter(&w, 12, &chpx);
	enter(&w, 13, &papx);
	enter(&w, 33, &w.clx);
	if (w.nbox > 0) {
		buf_init(&b, a);
		buf_init(&box, a);
		write_boxes(&w, &b, &box);
		enter(&w, 40, &b);
		enter(&w, 56, &box);
	}
	buf_init(&b, a);
	write_list(&b);
	while (b.n < 30)
		w8(&b, 0);
	enter(&w, 73, &b);
	write_levels(&w.table);
	buf_init(&b, a);
	w32(&b, 1);
	w32(&b, 4711);
	while (b.n < 20)
		w8(&b, 0);
	w32(&b, 0);
	enter(&w, 74, &b);
	s[0] = (struct out_stream){ "WordDocument", buf_bytes(&w.main) };
	s[1] = (struct out_stream){ "1Table", buf_bytes(&w.table) };
	s[2] = (struct out_stream){ "Data", buf_bytes(&w.data) };
	return cfb_write(a, s, 3);
}
