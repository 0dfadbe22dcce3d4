/*
 * Workbooks of Excel 97 to 2003 ([MS-XLS], BIFF8): compound files with a
 * stream Workbook.  Sheets are read in their order; hidden ones, charts and
 * macro sheets are left out.  A formula gives the result it was saved with,
 * if it has one.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/cfb.h"
#include "read/le.h"
#include "read/office.h"
#include "read/read.h"
#include "read/sheet.h"
#include "read/sheet_number.h"
#include "read/sheet_show.h"
#include "read/xls_formula.h"
#include "read/xls_text.h"

#define BIFF8		0x0600
#define SHEET_VISIBLE	0		/* hsState and dt (2.4.28) */
#define SHEET_WORK	0
#define FORMATS		65536		/* that a file can number */
#define ROW_HIDDEN	0x0020		/* fDyZero (2.4.221) */
#define COL_HIDDEN	0x0001		/* 2.4.53 */
#define SHOWS_ZEROS	0x0010		/* fDspZerosRt (2.4.346) */
#define SHARED_BACK	256		/* shared formulas looked through */

enum record_type {
	R_FORMULA = 0x0006, R_EOF = 0x000A, R_DATE_1904 = 0x0022,
	R_FILEPASS = 0x002F, R_FONT = 0x0031, R_CONTINUE = 0x003C,
	R_BOUND_SHEET = 0x0085,
	R_MUL_RK = 0x00BD, R_MUL_BLANK = 0x00BE, R_RSTRING = 0x00D6,
	R_XF = 0x00E0, R_MERGED = 0x00E5, R_SST = 0x00FC,
	R_LABEL_SST = 0x00FD, R_BLANK = 0x0201, R_NUMBER = 0x0203,
	R_LABEL = 0x0204, R_BOOL_ERR = 0x0205, R_STRING = 0x0207,
	R_ROW = 0x0208, R_COL_INFO = 0x007D, R_WINDOW2 = 0x023E,
	R_ARRAY = 0x0221, R_RK = 0x027E, R_FORMAT = 0x041E,
	R_SHARED = 0x04BC, R_BOF = 0x0809,
};

struct record {
	unsigned	 type;
	struct bytes	 data;
	size_t		 at, next;	/* in the stream */
};

struct format {
	enum sheet_format kind;
	struct str	  code;
};

struct xf {
	unsigned	 format, font;
};

/* A formula that several cells have, as the first of them names it. */
struct shared {
	unsigned	 row, col;
	struct bytes	 tokens;
};

struct workbook {
	struct arena	*arena;
	struct doc	*doc;
	struct bytes	 in;
	bool		 from_1904;
	struct xls_sst	 sst;
	struct xls_fonts fonts;
	struct format	*format;	/* by number */
	struct xf	*xf;		/* of cells */
	size_t		 nxf, xfcap;
	struct sheet	*sheet;		/* being read */
	struct buf	 number;	/* of the cell at hand */
	int		 row, col;	/* of a formula that gives a text */
	bool		 pending;
	struct shared	*shared;	/* of the sheet */
	size_t		 nshared, capshared;
	size_t		 work;		/* bytes of sheets read */
};

static int
xls_probe(struct bytes in)
{
	return cfb_probe(in, "Workbook") ? 64 + 8 * 16 : 0;
}

static bool
record_at(struct bytes in, size_t at, struct record *r)
{
	size_t	 n = le16(in, at + 2);

	if (!le_has(in, at, 4) || !le_has(in, at + 4, n))
		return false;
	*r = (struct record){ .type = le16(in, at), .at = at,
	    .data = le_sub(in, at + 4, n), .next = at + 4 + n };
	return true;
}

/* The record and those that continue it, for strings. */
static void
cursor_at(const struct workbook *w, const struct record *r, size_t skip,
    struct xls_cursor *c)
{
	*c = (struct xls_cursor){ .in = w->in, .at = r->at + 4 + skip,
	    .end = r->next };
	if (c->at > c->end)
		c->at = c->end;
}

static int
put(struct workbook *w, unsigned row, unsigned col, struct str s,
    struct err *e)
{
	if (s.n > LIMIT_CELL)
		return err_set(e, ERR_LIMIT, "a cell of more than %d bytes",
		    LIMIT_CELL);
	return sheet_put(w->sheet, (int)row, (int)col, s, e);
}

static bool
is_struck(const struct workbook *w, unsigned xf)
{
	return xf < w->nxf && xls_font(&w->fonts, w->xf[xf].font).struck;
}

/* A text that the cell's own font may strike out. */
static int
put_text(struct workbook *w, unsigned row, unsigned col, unsigned xf,
    struct str s, struct err *e)
{
	return put(w, row, col, is_struck(w, xf) ? STR("") : s, e);
}

static int
put_number(struct workbook *w, unsigned row, unsigned col, unsigned xf,
    double v, struct err *e)
{
	const struct format	*f = xf < w->nxf ?
				    &w->format[w->xf[xf].format] : NULL;
	struct str		 s;
	struct buf		 b;

	buf_clear(&w->number);
	sheet_number(&w->number, v, f != NULL ? f->kind : SHEET_PLAIN,
	    w->from_1904);
	if (is_struck(w, xf))
		return put(w, row, col, STR(""), e);
	if (f == NULL || f->kind != SHEET_PLAIN || f->code.n == 0)
		s = str_dup(w->arena, buf_text(&w->number));
	else {
		buf_init(&b, w->arena);
		sheet_show(&b, buf_text(&w->number), f->code);
		s = buf_text(&b);
	}
	if (f != NULL && f->kind != SHEET_PLAIN)
		return put(w, row, col, s, e);
	return sheet_put_number(w->sheet, (int)row, (int)col, s, e);
}

static double
le_double(struct bytes b, size_t at)
{
	uint64_t	 u = le32(b, at) | (uint64_t)le32(b, at + 4) << 32;
	double		 v;

	memcpy(&v, &u, sizeof(v));
	return v;
}

/* RkNumber (2.5.217): 30 bits of a number, perhaps a hundredth of it. */
static double
rk(uint32_t u)
{
	uint64_t	 high = (uint64_t)(u & ~3u) << 32;
	double		 v;

	if ((u & 2) != 0)
		v = (double)((int32_t)u >> 2);
	else
		memcpy(&v, &high, sizeof(v));
	return (u & 1) != 0 ? v / 100 : v;
}

/* BErr (2.5.10) */
static struct str
error_text(unsigned code)
{
	switch (code) {
	case 0x00: return STR("#NULL!");
	case 0x07: return STR("#DIV/0!");
	case 0x0F: return STR("#VALUE!");
	case 0x17: return STR("#REF!");
	case 0x1D: return STR("#NAME?");
	case 0x24: return STR("#NUM!");
	default: return STR("#N/A");
	}
}

/*
 * What the cells share that the formula names: ShrFmla (2.4.277), or Array
 * (2.4.4), which comes behind the first of them.
 */
static struct bytes
shared_tokens(struct workbook *w, const struct record *r,
    const struct xls_formula *x)
{
	struct record	 next;
	struct shared	 is = { .row = x->row, .col = x->col };

	for (size_t i = w->nshared; i > 0 && w->nshared - i < SHARED_BACK; i--)
		if (w->shared[i - 1].row == x->row &&
		    w->shared[i - 1].col == x->col)
			return w->shared[i - 1].tokens;
	if (!record_at(w->in, r->next, &next))
		return is.tokens;
	if (next.type == R_SHARED)
		is.tokens = le_sub(next.data, 10, le16(next.data, 8));
	else if (next.type == R_ARRAY)
		is.tokens = le_sub(next.data, 14, le16(next.data, 12));
	w->shared = arena_grow(w->arena, w->shared, w->nshared, &w->capshared,
	    sizeof(*w->shared));
	w->shared[w->nshared++] = is;
	return is.tokens;
}

/* Formula (2.4.127): what it came to; a text is in the next record. */
static int
result(struct workbook *w, struct bytes d, const struct xls_formula *x,
    struct err *e)
{
	unsigned	 row = le16(d, 0), col = le16(d, 2);

	if (le16(d, 12) != 0xFFFF)
		return put_number(w, row, col, le16(d, 4), le_double(d, 6),
		    e);
	switch (le8(d, 6)) {
	case 0:
		w->row = (int)row;
		w->col = (int)col;
		w->pending = true;
		return 0;
	case 1:
		return put(w, row, col, le8(d, 8) != 0 ? STR("TRUE") :
		    STR("FALSE"), e);
	case 2:
		return put(w, row, col, error_text(le8(d, 8)), e);
	default:
		/* A blank is a text; what is a number never comes to it. */
		return put(w, row, col, x->is_text ? STR("") : x->f.text, e);
	}
}

static int
formula(struct workbook *w, const struct record *r, struct err *e)
{
	struct bytes		 d = r->data;
	unsigned		 row = le16(d, 0), col = le16(d, 2);
	struct xls_formula	 x;

	xls_formula(&x, le_sub(d, 22, le16(d, 20)), row, col);
	if (x.shared)
		xls_formula(&x, shared_tokens(w, r, &x), row, col);
	if (sheet_put_formula(w->sheet, (int)row, (int)col, &x.f, e) < 0)
		return -1;
	return result(w, d, &x, e);
}

/* MulRk and MulBlank: cells side by side, n bytes each. */
static int
many(struct workbook *w, struct bytes d, size_t n, struct err *e)
{
	unsigned	 row = le16(d, 0), col = le16(d, 2);
	size_t		 count = d.n < 6 ? 0 : (d.n - 6) / n;

	for (size_t i = 0; i < count; i++, col++) {
		size_t	 at = 4 + n * i;

		if ((n == 2 ? put(w, row, col, STR(""), e) :
		    put_number(w, row, col, le16(d, at),
		    rk(le32(d, at + 2)), e)) < 0)
			return -1;
	}
	return 0;
}

static int
merged(struct workbook *w, struct bytes d, struct err *e)
{
	size_t	 n = le16(d, 0);

	for (size_t i = 0; i < n && le_has(d, 2 + 8 * i, 8); i++)
		if (sheet_merge(w->sheet, le16(d, 2 + 8 * i),
		    le16(d, 6 + 8 * i), le16(d, 4 + 8 * i),
		    le16(d, 8 + 8 * i), e) < 0)
			return -1;
	return 0;
}

static int
text_result(struct workbook *w, const struct record *r, struct err *e)
{
	struct xls_cursor	 c;

	if (!w->pending)
		return 0;
	w->pending = false;
	cursor_at(w, r, 0, &c);
	return put(w, (unsigned)w->row, (unsigned)w->col,
	    xls_string(w->arena, &c, &w->fonts, &w->sst.nbad), e);
}

static int
cell(struct workbook *w, const struct record *r, struct err *e)
{
	struct bytes		 d = r->data;
	unsigned		 row = le16(d, 0), col = le16(d, 2);
	struct xls_cursor	 c;

	switch (r->type) {
	case R_FORMULA:
		return formula(w, r, e);
	case R_STRING:
		return text_result(w, r, e);
	case R_MUL_RK:
		return many(w, d, 6, e);
	case R_MUL_BLANK:
		return many(w, d, 2, e);
	case R_RK:
		return put_number(w, row, col, le16(d, 4), rk(le32(d, 6)),
		    e);
	case R_NUMBER:
		return put_number(w, row, col, le16(d, 4), le_double(d, 6),
		    e);
	case R_LABEL_SST:
		if (le32(d, 6) >= w->sst.n)
			return err_set(e, ERR_FORMAT,
			    "a text of the workbook is not there");
		return put_text(w, row, col, le16(d, 4),
		    w->sst.v[le32(d, 6)], e);
	case R_LABEL:
	case R_RSTRING:
		cursor_at(w, r, 6, &c);
		return put_text(w, row, col, le16(d, 4),
		    xls_string(w->arena, &c, &w->fonts, &w->sst.nbad), e);
	case R_BLANK:
		return put(w, row, col, STR(""), e);
	case R_BOOL_ERR:
		return put(w, row, col, le8(d, 7) != 0 ?
		    error_text(le8(d, 6)) : le8(d, 6) != 0 ? STR("TRUE") :
		    STR("FALSE"), e);
	case R_MERGED:
		return merged(w, d, e);
	case R_ROW:
		return (le16(d, 12) & ROW_HIDDEN) == 0 ? 0 :
		    sheet_hide_rows(w->sheet, (int)row, (int)row, e);
	case R_COL_INFO:
		return (le16(d, 8) & COL_HIDDEN) == 0 && le16(d, 4) != 0 ? 0 :
		    sheet_hide_columns(w->sheet, le16(d, 0), le16(d, 2), e);
	case R_WINDOW2:
		if ((le16(d, 0) & SHOWS_ZEROS) == 0)
			sheet_hide_zeros(w->sheet);
		return 0;
	default:
		return 0;
	}
}

/* From the BOF of a sheet to its EOF; charts inside have their own. */
static int
read_sheet(struct workbook *w, size_t at, bool hidden, struct err *e)
{
	struct record	 r;
	int		 depth = 0;

	w->sheet = sheet_new(w->arena, w->doc, e);
	if (w->sheet == NULL)
		return -1;
	w->pending = false;
	w->nshared = 0;
	if (!record_at(w->in, at, &r) || r.type != R_BOF)
		return err_set(e, ERR_FORMAT, "a sheet is not there");
	for (; record_at(w->in, at, &r); at = r.next) {
		/* No two sheets share a record. */
		if ((w->work += r.next - at) > w->in.n)
			return err_set(e, ERR_FORMAT, "sheets overlap");
		if (r.type == R_BOF)
			depth++;
		else if (r.type == R_EOF && --depth == 0) {
			if (!hidden)
				return sheet_end(w->sheet, w->doc, e);
			sheet_end_hidden(w->sheet, w->doc);
			return 0;
		} else if (depth == 1 && cell(w, &r, e) < 0)
			return -1;
	}
	return err_set(e, ERR_FORMAT, "a sheet is cut short");
}

static void
add_xf(struct workbook *w, struct bytes d)
{
	w->xf = arena_grow(w->arena, w->xf, w->nxf, &w->xfcap,
	    sizeof(*w->xf));
	w->xf[w->nxf++] = (struct xf){ le16(d, 2), le16(d, 0) };
}

static void
add_format(struct workbook *w, const struct record *r)
{
	struct format		*f = &w->format[le16(r->data, 0)];
	struct xls_cursor	 c;
	long			 ignored = 0;

	cursor_at(w, r, 2, &c);
	f->code = xls_string(w->arena, &c, &w->fonts, &ignored);
	f->kind = sheet_format_code(f->code);
}

/* What holds for all sheets; *at ends up behind it. */
static int
read_globals(struct workbook *w, struct err *e)
{
	struct record		 r;
	struct xls_cursor	 c;

	w->format = arena_alloc(w->arena, FORMATS, sizeof(*w->format));
	for (unsigned i = 0; i < 60; i++)
		w->format[i] = (struct format){ sheet_format_builtin(i),
		    sheet_show_builtin(i) };
	for (size_t at = 0; record_at(w->in, at, &r); at = r.next)
		switch (r.type) {
		case R_FILEPASS:
			return err_set(e, ERR_LOCKED,
			    "the workbook is protected by a password");
		case R_DATE_1904:
			w->from_1904 = le16(r.data, 0) == 1;
			break;
		case R_FONT:
			xls_add_font(w->arena, &w->fonts, r.data);
			break;
		case R_FORMAT:
			add_format(w, &r);
			break;
		case R_XF:
			add_xf(w, r.data);
			break;
		case R_SST:
			cursor_at(w, &r, 0, &c);
			if (xls_sst(w->arena, &c, &w->fonts, &w->sst,
			    e) < 0)
				return -1;
			break;
		case R_EOF:
			return 0;
		}
	return err_set(e, ERR_FORMAT, "the workbook is cut short");
}

static int
read_sheets(struct workbook *w, struct err *e)
{
	struct record	 r;
	bool		 hidden;

	for (size_t at = 0; record_at(w->in, at, &r) && r.type != R_EOF;
	    at = r.next) {
		if (r.type != R_BOUND_SHEET)
			continue;
		hidden = (le8(r.data, 4) & 3) != SHEET_VISIBLE;
		if (le8(r.data, 5) != SHEET_WORK)
			continue;
		if (read_sheet(w, le32(r.data, 0), hidden, e) < 0)
			return -1;
	}
	return 0;
}

static int
xls_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	struct workbook	 w = { .arena = a, .doc = d };
	struct cfb	*c;
	struct record	 r;

	if (cfb_open(a, in, &c, e) < 0 ||
	    cfb_stream(c, "Workbook", &w.in, e) < 0)
		return -1;
	if (!record_at(w.in, 0, &r) || r.type != R_BOF)
		return err_set(e, ERR_FORMAT, "the workbook has no header");
	if (le16(r.data, 0) != BIFF8)
		return office_read(a, in, &office_excel5, opts, d, e);
	buf_init(&w.number, a);
	if (read_globals(&w, e) < 0 || read_sheets(&w, e) < 0)
		return -1;
	if (w.sst.nbad > 0)
		note_add(a, &d->notes, NOTE_BAD_BYTES, 0, "%ld", w.sst.nbad);
	return 0;
}

const struct reader	 xls_reader = {
	.name = "xls",
	.media_type = "application/vnd.ms-excel",
	.probe = xls_probe,
	.read = xls_read,
};
