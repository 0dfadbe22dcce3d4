/* Writes a workbook of Excel 97 ([MS-XLS]) from a description. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "tests/cfb-write.h"
#include "tests/office.h"

#define CONTINUE	0x3C
#define SPLIT		41
#define FONT_RAISED	5
#define FONT_STRUCK	6

struct book {
	struct arena	*arena;
	const struct how *how;
	struct buf	 out;		/* the stream */
	struct buf	 cells, merges;
	int		 nmerge;
	struct str	*text;		/* shared */
	size_t		 ntext;
	int		 ncell;
};

static void
record(struct buf *to, unsigned type, const struct buf *b)
{
	w16(to, type);
	w16(to, (unsigned)b->n);
	buf_add(to, b->p, b->n);
}

/* Text as units, \n undone. */
static size_t
units(struct str s, unsigned *u, size_t max, bool *high)
{
	size_t	 at = 0, n = 0;

	*high = false;
	while (at < s.n && n + 2 < max) {
		uint32_t	 c = utf8_next(s, &at);

		if (c == '\\' && at < s.n && s.p[at] == 'n') {
			c = '\n';
			at++;
		}
		if (c >= 0x10000) {
			u[n++] = 0xD800 + (c - 0x10000) / 1024;
			c = 0xDC00 + (c - 0x10000) % 1024;
		}
		u[n++] = c;
		*high |= c > 0xFF;
	}
	return n;
}

/*
 * The same without \^ and \~, at which another font begins or ends: the
 * number of those places, at which unit, and which font.
 */
static size_t
font_runs(struct arena *a, struct str *s, unsigned run[][2], size_t max)
{
	struct buf	 b;
	unsigned	 u[4096], font = 0;
	size_t		 n = 0;
	bool		 high;

	if (!str_has(*s, STR("\\^")) && !str_has(*s, STR("\\~")))
		return 0;
	buf_init(&b, a);
	for (size_t i = 0; i < s->n; i++) {
		unsigned	 to = i + 1 == s->n || s->p[i] != '\\' ? 0 :
				    s->p[i + 1] == '^' ? FONT_RAISED :
				    s->p[i + 1] == '~' ? FONT_STRUCK : 0;

		if (to == 0 || n == max) {
			buf_add(&b, s->p + i, 1);
			continue;
		}
		font = font == to ? 0 : to;
		run[n][0] = (unsigned)units(buf_text(&b), u, 4096, &high);
		run[n++][1] = font;
		i++;
	}
	*s = buf_text(&b);
	return n;
}

/* Fonts 0 to 3 are plain; there is no font 4. */
static void
write_fonts(struct book *k)
{
	struct buf	 b;

	buf_init(&b, k->arena);
	for (unsigned i = 0; i <= FONT_STRUCK; i++) {
		if (i == 4)
			continue;
		buf_clear(&b);
		w16(&b, 240);
		w16(&b, i == FONT_STRUCK ? 8 : 0);
		w16(&b, 0x7FFF);
		w16(&b, 400);
		w16(&b, i == FONT_RAISED ? 1 : 0);
		for (int n = 0; n < 4; n++)
			w8(&b, 0);
		w16(&b, 1);
		w8(&b, 'a');
		record(&k->out, 0x31, &b);
	}
}

static void
string(struct buf *b, struct str s)
{
	unsigned	 u[4096];
	bool		 high;
	size_t		 n = units(s, u, 4096, &high);

	w16(b, (unsigned)n);
	w8(b, high);
	for (size_t i = 0; i < n; i++)
		if (high)
			w16(b, u[i]);
		else
			w8(b, u[i]);
}

/*
 * The shared strings.  Split, they go on every 41 bytes in another record,
 * in which characters begin with a flag of their own; and every other
 * string carries formatting and phonetic data.
 */
static void
write_sst(struct book *k)
{
	struct buf	 b;
	unsigned	 u[4096], type = 0xFC, run[16][2];
	bool		 high;

	buf_init(&b, k->arena);
	w32(&b, (uint32_t)k->ntext);
	w32(&b, (uint32_t)k->ntext);
	for (size_t i = 0; i < k->ntext; i++) {
		size_t	 nrun = font_runs(k->arena, &k->text[i], run, 16);
		size_t	 n = units(k->text[i], u, 4096, &high);
		bool	 rich = nrun == 0 && k->how->split && i % 2 == 1;

		if (b.n > 200 || (k->how->split && b.n > SPLIT)) {
			record(&k->out, type, &b);
			type = CONTINUE;
			buf_clear(&b);
		}
		w16(&b, (unsigned)n);
		w8(&b, (high ? 1 : 0) | (rich ? 0x0C : nrun > 0 ? 8 : 0));
		if (nrun > 0)
			w16(&b, (unsigned)nrun);
		if (rich) {
			w16(&b, 2);
			w32(&b, 5);
		}
		for (size_t c = 0; c < n; c++) {
			if (k->how->split && b.n > SPLIT) {
				record(&k->out, type, &b);
				type = CONTINUE;
				buf_clear(&b);
				high = true;
				w8(&b, 1);
			}
			if (high)
				w16(&b, u[c]);
			else
				w8(&b, u[c]);
		}
		for (size_t x = 0; x < 2 * nrun; x++)
			w16(&b, run[x / 2][x % 2]);
		for (int x = 0; rich && x < 8 + 5; x++) {
			if (b.n > SPLIT) {
				record(&k->out, type, &b);
				type = CONTINUE;
				buf_clear(&b);
			}
			w8(&b, 0xEE);
		}
	}
	record(&k->out, type, &b);
}

static bool
is_number(struct str s)
{
	if (s.n == 0 || s.n > 15 || (s.n > 1 && s.p[0] == '0' &&
	    s.p[1] != '.'))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != '.')
			return false;
	return s.p[s.n - 1] != '.' && s.p[0] != '.';
}

/* The number and 0, added by whoever opens the file: until then 0, or "". */
static void
formula(struct book *k, int row, int col, unsigned n)
{
	struct buf	 b;
	bool		 blank = k->ncell++ % 2 == 0;

	buf_init(&b, k->arena);
	w16(&b, (unsigned)row);
	w16(&b, (unsigned)col);
	w16(&b, 0);
	w16(&b, blank ? 3 : 0);
	w32(&b, 0);
	w16(&b, blank ? 0xFFFF : 0);
	w16(&b, 0);
	w32(&b, 0);
	w16(&b, 7);
	w8(&b, 0x1E);
	w16(&b, n);
	w8(&b, 0x1E);
	w16(&b, 0);
	w8(&b, 0x03);
	record(&k->cells, 0x06, &b);
}

static void
number(struct book *k, int row, int col, struct str s)
{
	double		 v = strtod(s.p, NULL);
	struct buf	 b;
	uint64_t	 bits;
	unsigned	 type;

	buf_init(&b, k->arena);
	w16(&b, (unsigned)row);
	w16(&b, (unsigned)col);
	w16(&b, 0);
	memcpy(&bits, &v, sizeof(bits));
	k->ncell++;
	if (k->how->formula && k->ncell % 2 == 0)
		type = 0x06;
	else if (v < 100000000 && v * 100 == (double)(long)(v * 100 + 0.5) &&
	    k->ncell % 3 != 0) {
		bool	 whole = v == (double)(long)v;

		w32(&b, (uint32_t)(v * (whole ? 1 : 100) + 0.5) << 2 | 2 |
		    !whole);
		record(&k->cells, 0x27E, &b);
		return;
	} else
		type = 0x203;
	w32(&b, (uint32_t)bits);
	w32(&b, (uint32_t)(bits >> 32));
	for (int i = 0; type == 0x06 && i < 8; i++)
		w8(&b, 0);
	record(&k->cells, type, &b);
}

static void
cell(struct book *k, int row, int col, struct str s)
{
	static const unsigned	 text_result[4] = { 0, 0, 0, 0xFFFF };
	struct buf		 b;

	if (is_number(s)) {
		if (k->how->never && s.n < 5)
			formula(k, row, col,
			    (unsigned)strtoul(s.p, NULL, 10));
		else
			number(k, row, col, s);
		return;
	}
	buf_init(&b, k->arena);
	w16(&b, (unsigned)row);
	w16(&b, (unsigned)col);
	w16(&b, 0);
	k->ncell++;
	if (s.n == 0) {
		record(&k->cells, 0x201, &b);
	} else if (k->how->formula) {
		for (int i = 0; i < 4; i++)
			w16(&b, text_result[i]);
		for (int i = 0; i < 8; i++)
			w8(&b, 0);
		record(&k->cells, 0x06, &b);
		buf_clear(&b);
		string(&b, s);
		record(&k->cells, 0x207, &b);
	} else {
		w32(&b, (uint32_t)k->ntext);
		record(&k->cells, 0xFD, &b);
		k->text[k->ntext++] = s;
	}
}

static void
merge(struct book *k, int row, int col, int rows, int cols)
{
	w16(&k->merges, (unsigned)row);
	w16(&k->merges, (unsigned)(row + rows - 1));
	w16(&k->merges, (unsigned)col);
	w16(&k->merges, (unsigned)(col + cols - 1));
	k->nmerge++;
}

static void
parts(struct book *k, const struct part *p)
{
	int	 row = 0;

	for (; p != NULL; p = p->next) {
		if (p->kind != 'T') {
			cell(k, row, 0, p->text);
			merge(k, row, 0, 1, 256);
			row += 2;
			continue;
		}
		for (const struct piece_of_table *c = p->cell; c != NULL;
		    c = c->next) {
			cell(k, row + c->row, c->col, c->text);
			if (c->rowspan > 1 || c->colspan > 1)
				merge(k, row + c->row, c->col, c->rowspan,
				    c->colspan);
		}
		row += p->nrow + 1;
	}
}

static void
bof(struct buf *to, unsigned type, bool old)
{
	struct buf	 b;

	buf_init(&b, to->arena);
	w16(&b, old ? 0x0500 : 0x0600);
	w16(&b, type);
	for (int i = 0; i < 6; i++)
		w16(&b, 0);
	record(to, 0x809, &b);
}

static size_t
bound_sheet(struct book *k, unsigned state)
{
	struct buf	 b;
	size_t		 at = k->out.n + 4;

	buf_init(&b, k->arena);
	w32(&b, 0);
	w8(&b, state);
	w8(&b, 0);
	w8(&b, 1);
	w8(&b, 0);
	w8(&b, 'a');
	record(&k->out, 0x85, &b);
	return at;
}

static void
eof(struct buf *to)
{
	w16(to, 0x0A);
	w16(to, 0);
}

/* Figures in a row and a column that are hidden; and zeros are, too. */
static void
hidden_lines(struct book *k)
{
	struct buf	 b;

	buf_init(&b, k->arena);
	w16(&b, 500);
	for (int i = 0; i < 5; i++)
		w16(&b, 0);
	w32(&b, 0x20);
	record(&k->out, 0x208, &b);
	buf_clear(&b);
	w16(&b, 200);
	w16(&b, 210);
	w16(&b, 0x900);
	w16(&b, 0);
	w16(&b, 1);
	record(&k->out, 0x7D, &b);
	number(k, 500, 0, STR("99"));
	number(k, 1, 205, STR("99"));
	buf_clear(&b);
	w16(&b, 0x06A6);
	w32(&b, 0);
	record(&k->cells, 0x23E, &b);
}

struct bytes
office_xls(struct arena *a, const struct part *p, const struct how *how)
{
	struct book		 k = { .arena = a, .how = how };
	struct out_stream	 s;
	struct buf		 b;
	size_t			 hidden = 0, at;

	k.text = arena_alloc(a, 1u << 16, sizeof(*k.text));
	buf_init(&k.out, a);
	buf_init(&k.cells, a);
	buf_init(&k.merges, a);
	buf_init(&b, a);
	parts(&k, p);
	bof(&k.out, 5, how->old);
	if (how->locked) {
		w16(&k.out, 0x2F);
		w16(&k.out, 2);
		w16(&k.out, 1);
	}
	write_fonts(&k);
	if (how->hidden)
		hidden = bound_sheet(&k, 1);
	at = bound_sheet(&k, 0);
	write_sst(&k);
	eof(&k.out);
	if (how->hidden) {
		w_at32(&k.out, hidden, (uint32_t)k.out.n);
		bof(&k.out, 0x10, false);
		w16(&b, 0);
		w16(&b, 0);
		w16(&b, 0);
		w32(&b, 4 << 2 | 2);
		record(&k.out, 0x27E, &b);
		eof(&k.out);
	}
	w_at32(&k.out, at, (uint32_t)k.out.n);
	bof(&k.out, 0x10, false);
	if (how->lines)
		hidden_lines(&k);
	buf_add(&k.out, k.cells.p, k.cells.n);
	buf_clear(&b);
	w16(&b, (unsigned)k.nmerge);
	buf_add(&b, k.merges.p, k.merges.n);
	record(&k.out, 0xE5, &b);
	eof(&k.out);
	s = (struct out_stream){ "Workbook", buf_bytes(&k.out) };
	return cfb_write(a, &s, 1);
}
