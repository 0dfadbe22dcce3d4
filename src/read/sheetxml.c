/*
 * Workbooks that are a single XML file, "XML Spreadsheet 2003": what
 * programs write that fill in templates, mostly under the name of .xls.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/read.h"
#include "read/sheet.h"
#include "read/sheet_formula.h"
#include "read/shift.h"
#include "read/xlsx.h"
#include "read/xml.h"

/* More than is bid for having it converted. */
#define BID		(24 * 8)
#define PROBE_WITHIN	2048
#define MAX_PLACE	(1 << 20)

/* Elements of HTML inside the text of a cell. */
enum mark { MARK_STRUCK, MARK_RAISED, MARK_LOWERED, MARKS };

struct book {
	struct arena	*arena;
	struct doc	*doc;
	struct sheet	*sheet;		/* NULL outside of one */
	bool		 hidden;	/* the sheet; known after its cells */
	bool		 in_data, has_data, number, date, in_visible;
	struct str	 formula;	/* of the cell */
	int		 column;	/* from 0; of the next ss:Column */
	int		 row, col;	/* from 0; of the next */
	int		 across, down, span;
	int		 skip;
	struct buf	 text, visible;
	int		 inside[MARKS];	/* how many of each are open */
};

static int
sheetxml_probe(struct bytes in)
{
	struct str	 s = { (const char *)in.p, in.n };
	size_t		 at = str_starts(s, STR("\xEF\xBB\xBF")) ? 3 : 0;

	s = str_trim(str_sub(s, at, PROBE_WITHIN));
	return str_starts(s, STR("<?xml")) && str_has(s, STR("<Workbook")) &&
	    str_has(s, STR("urn:schemas-microsoft-com:office:spreadsheet")) ?
	    BID : 0;
}

static int
clamp(int n)
{
	return n < 0 ? 0 : n > MAX_PLACE ? MAX_PLACE : n;
}

static bool
is_hidden(const struct xml *x, const char *size)
{
	const char	*hidden = xml_attr(x, "ss:Hidden"),
			*is = xml_attr(x, size);

	return (hidden != NULL && strcmp(hidden, "1") == 0) ||
	    (is != NULL && strcmp(is, "0") == 0);
}

static int
start_column(struct book *b, struct xml *x, struct err *e)
{
	int	 first = clamp(xml_attr_int(x, "ss:Index", b->column + 1) - 1);

	b->column = clamp(first + 1 + clamp(xml_attr_int(x, "ss:Span", 0)));
	return is_hidden(x, "ss:Width") ? sheet_hide_columns(b->sheet, first,
	    b->column - 1, e) : 0;
}

static int
start_row(struct book *b, struct xml *x, struct err *e)
{
	b->span = clamp(xml_attr_int(x, "ss:Span", 0));
	b->row = clamp(xml_attr_int(x, "ss:Index", b->row + 1) - 1);
	b->col = 0;
	return is_hidden(x, "ss:Height") ? sheet_hide_rows(b->sheet, b->row,
	    b->row + b->span, e) : 0;
}

static int
start_cell(struct book *b, struct xml *x, struct err *e)
{
	const char	*formula = xml_attr(x, "ss:Formula");

	b->col = clamp(xml_attr_int(x, "ss:Index", b->col + 1) - 1);
	b->across = clamp(xml_attr_int(x, "ss:MergeAcross", 0));
	b->down = clamp(xml_attr_int(x, "ss:MergeDown", 0));
	b->number = b->date = b->has_data = false;
	b->formula = formula != NULL ? str_dup(b->arena, str_of(formula)) :
	    STR("");
	buf_clear(&b->text);
	return sheet_merge(b->sheet, b->row, b->col, b->row + b->down,
	    b->col + b->across, e);
}

static void
mark(struct book *b, const char *name, int by)
{
	static const char *const	 names[] = {
		[MARK_STRUCK] = "?:S", [MARK_RAISED] = "?:Sup",
		[MARK_LOWERED] = "?:Sub",
	};

	for (int i = 0; b->in_data && i < MARKS; i++)
		if (strcmp(name, names[i]) == 0)
			b->inside[i] += by;
}

static void
start_data(struct book *b, struct xml *x)
{
	const char	*type = xml_attr(x, "ss:Type");

	b->in_data = b->has_data = true;
	b->number = type != NULL && strcmp(type, "Number") == 0;
	b->date = type != NULL && strcmp(type, "DateTime") == 0;
}

static int
book_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct book	*b = ctx;

	if (b->skip > 0 || strcmp(name, "ss:Comment") == 0)
		b->skip++;
	else if (strcmp(name, "ss:Worksheet") == 0) {
		b->sheet = sheet_new(b->arena, b->doc, e);
		b->row = b->column = 0;
		b->hidden = false;
		return b->sheet != NULL ? 0 : -1;
	} else if (b->sheet == NULL)
		return 0;
	else if (b->in_data)
		mark(b, name, 1);
	else if (strcmp(name, "ss:Row") == 0)
		return start_row(b, x, e);
	else if (strcmp(name, "ss:Column") == 0)
		return start_column(b, x, e);
	else if (strcmp(name, "x:DoNotDisplayZeros") == 0)
		sheet_hide_zeros(b->sheet);
	else if (strcmp(name, "ss:Cell") == 0)
		return start_cell(b, x, e);
	else if (strcmp(name, "ss:Data") == 0)
		start_data(b, x);
	else if (strcmp(name, "x:Visible") == 0) {
		b->in_visible = true;
		buf_clear(&b->visible);
	}
	return 0;
}

static int
book_text(struct xml *x, struct str s, void *ctx, struct err *e)
{
	struct book	*b = ctx;
	struct buf	*to = b->in_visible ? &b->visible : &b->text;

	(void)x;
	if (b->skip > 0 || (!b->in_data && !b->in_visible) ||
	    b->inside[MARK_STRUCK] > 0)
		return 0;
	if (to->n + s.n > LIMIT_CELL)
		return err_set(e, ERR_LIMIT, "a cell of more than %d bytes",
		    LIMIT_CELL);
	shift_put(to, s, b->inside[MARK_RAISED] > 0 ? SHIFT_RAISED :
	    b->inside[MARK_LOWERED] > 0 ? SHIFT_LOWERED : SHIFT_NONE);
	return 0;
}

static int
end_cell(struct book *b, struct err *e)
{
	struct str		 s = str_dup(b->arena, str_trim(
				    buf_text(&b->text)));
	int			 col = b->col;
	struct sheet_formula	 f;

	b->col = clamp(b->col + b->across + 1);
	if (b->formula.n > 0) {
		sheet_formula_r1c1(&f, b->formula, b->row, col);
		if (sheet_put_formula(b->sheet, b->row, col, &f, e) < 0)
			return -1;
	}
	if (!b->has_data && b->formula.n > 0)
		s = b->formula;
	if (b->number)
		return sheet_put_number(b->sheet, b->row, col,
		    xlsx_number(b->arena, s), e);
	if (b->date && str_has(s, STR("T")))
		s = str_sub(s, 0, str_find(s, STR("T"), 0));
	return sheet_put(b->sheet, b->row, col, s, e);
}

static int
book_end(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct book	*b = ctx;
	struct sheet	*done = b->sheet;

	(void)x;
	if (b->skip > 0) {
		b->skip--;
		return 0;
	}
	if (done == NULL)
		return 0;
	mark(b, name, -1);
	if (strcmp(name, "ss:Data") == 0)
		b->in_data = false;
	else if (strcmp(name, "ss:Cell") == 0)
		return end_cell(b, e);
	else if (strcmp(name, "ss:Row") == 0)
		b->row = clamp(b->row + b->span + 1);
	else if (strcmp(name, "x:Visible") == 0) {
		b->in_visible = false;
		b->hidden = str_starts(str_trim(buf_text(&b->visible)),
		    STR("SheetHidden")) || str_starts(str_trim(
		    buf_text(&b->visible)), STR("SheetVeryHidden"));
	} else if (strcmp(name, "ss:Worksheet") == 0) {
		b->sheet = NULL;
		if (!b->hidden)
			return sheet_end(done, b->doc, e);
		sheet_end_hidden(done, b->doc);
	}
	return 0;
}

static int
sheetxml_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	static const struct xml_events	 events = {
		book_start, book_end, book_text
	};
	struct book			*b = arena_alloc(a, 1, sizeof(*b));

	(void)opts;
	in = xml_from_start(in);
	b->arena = a;
	b->doc = d;
	buf_init(&b->text, a);
	buf_init(&b->visible, a);
	return xml_parse(in, &events, b, e);
}

const struct reader	 sheetxml_reader = {
	"sheetxml", "application/vnd.ms-excel+xml", sheetxml_probe,
	sheetxml_read
};
