#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/odf_body.h"
#include "read/odf_look.h"
#include "read/sheet.h"
#include "read/xlsx.h"
#include "read/xml.h"

#define MAX_PLACE	(1 << 24)	/* of a row or column */

struct cell {
	int		 col, repeat;
	struct str	 text;
};

/* Styles of tables that hide them. */
struct hidden {
	const char	*name;
	struct hidden	*next;
};

struct sheets {
	struct arena	*arena;
	struct doc	*doc;
	struct odf_looks *looks;
	struct odf_spans spans;		/* of the cell */
	struct sheet	*sheet;		/* NULL outside of one */
	struct hidden	*hidden;
	const char	*style;		/* of tables, that is being read */
	int		 skip;
	int		 row, row_repeat, col, col_repeat;
	bool		 covered, in_cell, sheet_hidden;
	bool		 no_text;	/* the cell does not say how it looks */
	int		 column;	/* of the next table:table-column */
	int		 hidden_groups;	/* of rows or columns, open */
	struct str	 formula;
	int		 in_para;
	struct str	 value;		/* of the cell, when it is a number */
	struct buf	 text;
	struct cell	*cell;		/* with text, of the row */
	size_t		 ncell, capcell;
};

static int
clamp(int n)
{
	return n < 1 ? 1 : n > MAX_PLACE ? MAX_PLACE : n;
}

static int
advance(int at, int by)
{
	return at > MAX_PLACE - by ? MAX_PLACE : at + by;
}

static bool
is(const char *v, const char *what)
{
	return v != NULL && strcmp(v, what) == 0;
}

static void
start_style(struct sheets *s, struct xml *x)
{
	const char	*name = xml_attr(x, "style:name");

	s->style = name != NULL && is(xml_attr(x, "style:family"), "table") ?
	    arena_dup(s->arena, name, strlen(name)) : NULL;
}

static void
hide_style(struct sheets *s, struct xml *x)
{
	struct hidden	*h;

	if (s->style == NULL || !is(xml_attr(x, "table:display"), "false"))
		return;
	h = arena_alloc(s->arena, 1, sizeof(*h));
	h->name = s->style;
	h->next = s->hidden;
	s->hidden = h;
}

static int
start_table(struct sheets *s, struct xml *x, struct err *e)
{
	const char	*style = xml_attr(x, "table:style-name");

	s->sheet_hidden = false;
	for (const struct hidden *h = s->hidden; h != NULL; h = h->next)
		s->sheet_hidden |= is(style, h->name);
	s->sheet = sheet_new(s->arena, s->doc, e);
	s->row = s->column = 0;
	s->hidden_groups = 0;
	return s->sheet != NULL ? 0 : -1;
}

/* Lines from there on, as an element says or groups that it is in. */
static bool
is_hidden(const struct sheets *s, const struct xml *x)
{
	const char	*v = xml_attr(x, "table:visibility");

	return s->hidden_groups > 0 || is(v, "collapse") || is(v, "filter");
}

static int
start_column(struct sheets *s, struct xml *x, struct err *e)
{
	int	 n = clamp(xml_attr_int(x, "table:number-columns-repeated",
		    1)), from = s->column;

	s->column = advance(from, n);
	return is_hidden(s, x) ? sheet_hide_columns(s->sheet, from,
	    s->column - 1, e) : 0;
}

static int
start_row(struct sheets *s, struct xml *x, struct err *e)
{
	s->row_repeat = clamp(xml_attr_int(x, "table:number-rows-repeated",
	    1));
	s->col = 0;
	s->ncell = 0;
	return is_hidden(s, x) ? sheet_hide_rows(s->sheet, s->row,
	    advance(s->row, s->row_repeat) - 1, e) : 0;
}

static int
start_cell(struct sheets *s, struct xml *x, bool covered, struct err *e)
{
	const char	*type = xml_attr(x, "office:value-type");
	const char	*value = xml_attr(x, "office:value");
	int		 wide, high;

	s->in_cell = true;
	s->covered = covered;
	s->col_repeat = clamp(xml_attr_int(x,
	    "table:number-columns-repeated", 1));
	s->value = STR("");
	buf_clear(&s->text);
	s->spans = (struct odf_spans){ .depth = 0 };
	s->spans.look = odf_look(s->looks, ODF_CELL,
	    xml_attr(x, "table:style-name"), s->spans.look);
	s->formula = STR("");
	s->no_text = true;
	if (s->spans.look.hidden)
		value = NULL;
	else if (xml_attr(x, "table:formula") != NULL && type == NULL)
		s->formula = str_dup(s->arena,
		    str_of(xml_attr(x, "table:formula")));
	if (value != NULL && (is(type, "float") || is(type, "currency")))
		s->value = xlsx_number(s->arena, str_dup(s->arena,
		    str_of(value)));
	wide = clamp(xml_attr_int(x, "table:number-columns-spanned", 1));
	high = clamp(xml_attr_int(x, "table:number-rows-spanned", 1));
	if (covered || s->row_repeat > 1)
		return 0;
	return sheet_merge(s->sheet, s->row, s->col,
	    advance(s->row, high - 1), advance(s->col, wide - 1), e);
}

/*
 * A figure in full, where the cell shows nothing but a figure; a formula
 * that nobody computed as what it is.
 */
static struct str
cell_text(struct sheets *s)
{
	struct str	 t = str_trim(buf_text(&s->text));
	bool		 digits = false;

	if (s->value.n == 0)
		return t.n == 0 ? s->formula : t;
	for (size_t i = 0; i < t.n; i++) {
		if (strchr("0123456789,.+-Ee ", t.p[i]) == NULL)
			return t;
		digits |= t.p[i] >= '0' && t.p[i] <= '9';
	}
	return digits || s->no_text ? s->value : t;
}

static int
end_cell(struct sheets *s, struct err *e)
{
	struct str	 t = cell_text(s);

	s->in_cell = false;
	if (t.n > 0 && !s->covered) {
		if (s->ncell == LIMIT_COLUMNS)
			return err_set(e, ERR_LIMIT,
			    "more than %d cells in a row", LIMIT_COLUMNS);
		s->cell = arena_grow(s->arena, s->cell, s->ncell,
		    &s->capcell, sizeof(*s->cell));
		s->cell[s->ncell++] = (struct cell){ s->col, s->col_repeat,
		    str_dup(s->arena, t) };
	} else if (s->col_repeat == 1 && s->row_repeat == 1 &&
	    !s->covered &&
	    sheet_put(s->sheet, s->row, s->col, STR(""), e) < 0)
		return -1;
	s->col = advance(s->col, s->col_repeat);
	return 0;
}

/* Rows and cells that repeat are written out; sheet_put() bounds that. */
static int
end_row(struct sheets *s, struct err *e)
{
	for (int r = 0; s->ncell > 0 && r < s->row_repeat; r++)
		for (size_t i = 0; i < s->ncell; i++)
			for (int k = 0; k < s->cell[i].repeat; k++)
				if (sheet_put(s->sheet, s->row + r,
				    s->cell[i].col + k, s->cell[i].text,
				    e) < 0)
					return -1;
	s->row = advance(s->row, s->row_repeat);
	return 0;
}

static bool
is_dropped(const char *name)
{
	static const char *const	 names[] = {
		"office:annotation", "table:tracked-changes", "table:shapes",
		"table:dde-links", "office:forms", "draw:frame",
		"office:master-styles", "text:ruby-text",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static int
sheet_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct sheets	*s = ctx;

	if (s->skip > 0 || is_dropped(name) ||
	    (s->sheet != NULL && strcmp(name, "table:table") == 0)) {
		s->skip++;
		return 0;
	}
	if (s->sheet == NULL && odf_looks_style(s->looks, x, name, e) < 0)
		return -1;
	if (strcmp(name, "style:style") == 0)
		start_style(s, x);
	else if (strcmp(name, "style:table-properties") == 0)
		hide_style(s, x);
	else if (strcmp(name, "table:table") == 0)
		return start_table(s, x, e);
	else if (s->sheet == NULL)
		return 0;
	else if (strcmp(name, "table:table-row") == 0)
		return start_row(s, x, e);
	else if (strcmp(name, "table:table-column") == 0)
		return start_column(s, x, e);
	else if (strcmp(name, "table:table-row-group") == 0 ||
	    strcmp(name, "table:table-column-group") == 0)
		s->hidden_groups += s->hidden_groups > 0 ||
		    is(xml_attr(x, "table:display"), "false");
	else if (strcmp(name, "table:table-cell") == 0)
		return start_cell(s, x, false, e);
	else if (strcmp(name, "table:covered-table-cell") == 0)
		return start_cell(s, x, true, e);
	else if (strcmp(name, "text:p") == 0) {
		if (s->text.n > 0)
			buf_puts(&s->text, "\n");
		s->in_para++;
		s->no_text = false;
	} else if (strcmp(name, "text:span") == 0)
		odf_span_open(&s->spans, s->looks, ODF_TEXT,
		    xml_attr(x, "text:style-name"));
	else if (strcmp(name, "text:line-break") == 0)
		buf_puts(&s->text, "\n");
	else if (strcmp(name, "text:s") == 0 ||
	    strcmp(name, "text:tab") == 0)
		buf_puts(&s->text, " ");
	return 0;
}

static int
sheet_end_elem(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct sheets	*s = ctx;

	(void)x;
	if (s->skip > 0) {
		s->skip--;
		return 0;
	}
	if (s->sheet == NULL)
		return 0;
	if (strcmp(name, "text:p") == 0)
		s->in_para--;
	else if (strcmp(name, "text:span") == 0)
		odf_span_close(&s->spans);
	else if (strcmp(name, "table:table-cell") == 0 ||
	    strcmp(name, "table:covered-table-cell") == 0)
		return end_cell(s, e);
	else if (strcmp(name, "table:table-row") == 0)
		return end_row(s, e);
	else if (strcmp(name, "table:table-row-group") == 0 ||
	    strcmp(name, "table:table-column-group") == 0)
		s->hidden_groups -= s->hidden_groups > 0;
	else if (strcmp(name, "table:table") == 0) {
		struct sheet	*done = s->sheet;

		s->sheet = NULL;
		if (!s->sheet_hidden)
			return sheet_end(done, s->doc, e);
		sheet_end_hidden(done, s->doc);
	}
	return 0;
}

static int
sheet_text(struct xml *x, struct str t, void *ctx, struct err *e)
{
	struct sheets	*s = ctx;

	(void)x;
	if (s->skip > 0 || !s->in_cell || s->in_para == 0 ||
	    s->spans.look.hidden)
		return 0;
	if (s->text.n + t.n > LIMIT_CELL)
		return err_set(e, ERR_LIMIT, "a cell of more than %d bytes",
		    LIMIT_CELL);
	shift_put(&s->text, t, s->spans.look.shift);
	return 0;
}

int
odf_sheets(struct arena *a, struct bytes in, struct odf_looks *looks,
    struct doc *d, struct err *e)
{
	static const struct xml_events	 events = {
		sheet_start, sheet_end_elem, sheet_text
	};
	struct sheets			*s = arena_alloc(a, 1, sizeof(*s));

	s->arena = a;
	s->doc = d;
	s->looks = looks;
	buf_init(&s->text, a);
	return xml_parse(in, &events, s, e);
}
