#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "read/sheet.h"
#include "read/sheet_formula.h"
#include "read/sheet_show.h"
#include "read/shift.h"
#include "read/xlsx.h"
#include "read/xlsx_sheet.h"
#include "read/xml.h"

#define MAX_ROW	1048576
#define MAX_COL	16384

/* A run of a text in which not all looks the same. */
struct run {
	bool		 struck;
	enum shift	 shift;
};

static bool
is_true(const char *v)
{
	return v != NULL && (strcmp(v, "1") == 0 || strcmp(v, "true") == 0);
}

static bool
is_false(const char *v)
{
	return v != NULL && (strcmp(v, "0") == 0 || strcmp(v, "false") == 0);
}

/* A formula that others repeat, each for its own place (18.3.1.40). */
struct shared {
	struct str	 text;
	int		 row, col;
};

struct reading {
	struct arena			*arena;
	const struct xlsx_strings	*strings;
	const struct xlsx_formats	*formats;
	struct sheet			*sheet;
	int				 row, col;	/* from 0 */
	char				 type[12];
	int				 format;
	bool				 in_value;
	int				 skip;		/* phonetic hints */
	bool				 in_formula;
	int				 group;		/* of formulas, or -1 */
	struct shared			*shared;	/* by group */
	size_t				 nshared, capshared;
	size_t				 parsed;	/* bytes of formulas */
	struct buf			 formula;
	struct buf			 text;
	struct run			 run;
	bool				 a_sheet;
};

/* True if the element is a run or says something of one (18.4). */
static bool
run_element(struct run *run, const struct xml *x, const char *name)
{
	const char	*v = xml_attr(x, "val");

	if (strcmp(name, "s:r") == 0)
		*run = (struct run){ .struck = false };
	else if (strcmp(name, "s:strike") == 0)
		run->struck = v == NULL || is_true(v);
	else if (strcmp(name, "s:vertAlign") == 0)
		run->shift = v == NULL ? SHIFT_NONE :
		    strcmp(v, "superscript") == 0 ? SHIFT_RAISED :
		    strcmp(v, "subscript") == 0 ? SHIFT_LOWERED : SHIFT_NONE;
	else
		return false;
	return true;
}

/* "BC12" → column 54, row 11; false if it is none. */
static bool
parse_ref(const char **s, int *row, int *col)
{
	int	 r = 0, c = 0;

	for (; **s >= 'A' && **s <= 'Z' && c <= MAX_COL; ++*s)
		c = c * 26 + (**s - 'A' + 1);
	for (; **s >= '0' && **s <= '9' && r <= MAX_ROW; ++*s)
		r = r * 10 + (**s - '0');
	if (r < 1 || r > MAX_ROW || c < 1 || c > MAX_COL)
		return false;
	*row = r - 1;
	*col = c - 1;
	return true;
}

static int
start_row(struct reading *r, struct xml *x, struct err *e)
{
	const char	*height = xml_attr(x, "ht");

	r->row = xml_attr_int(x, "r", r->row + 2) - 1;
	if (r->row < 0 || r->row >= MAX_ROW)
		r->row = MAX_ROW - 1;
	r->col = -1;
	if (is_true(xml_attr(x, "hidden")) ||
	    (height != NULL && strcmp(height, "0") == 0))
		return sheet_hide_rows(r->sheet, r->row, r->row, e);
	return 0;
}

static void
start_cell(struct reading *r, struct xml *x)
{
	const char	*ref = xml_attr(x, "r"), *type = xml_attr(x, "t");
	int		 row = r->row, col = r->col + 1;

	if (ref == NULL || !parse_ref(&ref, &row, &col))
		col = r->col + 1;
	r->row = row;
	r->col = col < MAX_COL ? col : MAX_COL - 1;
	r->format = xml_attr_int(x, "s", 0);
	r->type[0] = '\0';
	if (type != NULL && strlen(type) < sizeof(r->type))
		memcpy(r->type, type, strlen(type) + 1);
	buf_clear(&r->text);
	buf_clear(&r->formula);
	r->run = (struct run){ .struck = false };
}

static int
start_column(struct reading *r, struct xml *x, struct err *e)
{
	int		 from = xml_attr_int(x, "min", 1);
	int		 to = xml_attr_int(x, "max", 0);
	const char	*width = xml_attr(x, "width");

	if (!is_true(xml_attr(x, "hidden")) &&
	    (width == NULL || strcmp(width, "0") != 0))
		return 0;
	return sheet_hide_columns(r->sheet, from < 1 ? 0 : from - 1,
	    to > MAX_COL ? MAX_COL - 1 : to - 1, e);
}

static int
start_merge(struct reading *r, struct xml *x, struct err *e)
{
	const char	*ref = xml_attr(x, "ref");
	int		 r1, c1, r2, c2;

	if (ref == NULL || !parse_ref(&ref, &r1, &c1) || *ref++ != ':' ||
	    !parse_ref(&ref, &r2, &c2))
		return 0;
	return sheet_merge(r->sheet, r1, c1, r2, c2, e);
}

static int
sheet_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct reading	*r = ctx;

	if (r->skip > 0 || strcmp(name, "s:rPh") == 0)
		r->skip++;
	else if (run_element(&r->run, x, name))
		return 0;
	else if (strcmp(name, "s:row") == 0)
		return start_row(r, x, e);
	else if (strcmp(name, "s:c") == 0)
		start_cell(r, x);
	else if (strcmp(name, "s:v") == 0 || strcmp(name, "s:t") == 0)
		r->in_value = true;
	else if (strcmp(name, "s:f") == 0) {
		buf_puts(&r->formula, "=");
		r->group = xml_attr_int(x, "si", -1);
		r->in_formula = true;
	} else if (strcmp(name, "s:col") == 0)
		return start_column(r, x, e);
	else if (strcmp(name, "s:sheetView") == 0) {
		if (is_false(xml_attr(x, "showZeros")))
			sheet_hide_zeros(r->sheet);
	}
	else if (strcmp(name, "s:mergeCell") == 0)
		return start_merge(r, x, e);
	else if (strcmp(name, "s:worksheet") == 0)
		r->a_sheet = true;
	return 0;
}

static int
sheet_text(struct xml *x, struct str s, void *ctx, struct err *e)
{
	struct reading	*r = ctx;

	(void)x;
	if (r->in_formula && r->skip == 0 &&
	    r->formula.n + s.n < LIMIT_CELL) {
		buf_str(&r->formula, s);
		return 0;
	}
	if (!r->in_value || r->skip > 0 || r->run.struck)
		return 0;
	if (r->text.n + s.n > LIMIT_CELL)
		return err_set(e, ERR_LIMIT, "a cell of more than %d bytes",
		    LIMIT_CELL);
	shift_put(&r->text, s, r->run.shift);
	return 0;
}

/* "_x000D_" and the like stand for characters that XML has not. */
static struct str
unescape(struct arena *a, struct str s)
{
	struct buf	 b;
	unsigned	 c, d;
	size_t		 at = 0, i;

	if (!str_has(s, STR("_x")))
		return s;
	buf_init(&b, a);
	while (at < s.n) {
		c = 0;
		for (i = at + 2; i < at + 6 && at + 6 < s.n; i++) {
			d = (unsigned char)s.p[i];
			d = d >= '0' && d <= '9' ? d - '0' :
			    d >= 'A' && d <= 'F' ? d - 'A' + 10 :
			    d >= 'a' && d <= 'f' ? d - 'a' + 10 : 16;
			if (d == 16)
				break;
			c = c << 4 | d;
		}
		if (s.p[at] == '_' && at + 6 < s.n && s.p[at + 1] == 'x' &&
		    i == at + 6 && s.p[i] == '_') {
			if (c >= 0x20 && (c < 0xD800 || c >= 0xE000))
				buf_char(&b, c);
			at += 7;
		} else
			buf_add(&b, s.p + at++, 1);
	}
	return buf_text(&b);
}

static const struct xlsx_format *
format_of(const struct reading *r)
{
	return r->format >= 0 && (size_t)r->format < r->formats->n ?
	    &r->formats->v[r->format] : NULL;
}

static struct str
cell_value(struct reading *r, bool *number)
{
	struct str			 s = str_trim(buf_text(&r->text));
	const struct xlsx_format	*f = format_of(r);
	struct buf			 b;
	size_t				 i = 0, n;

	*number = false;
	if (f != NULL && f->struck)
		return STR("");
	/* Programs that cannot compute leave it to those that open it. */
	if (s.n == 0 && r->formula.n > 0 && strcmp(r->type, "str") != 0)
		return str_dup(r->arena, buf_text(&r->formula));
	if (s.n == 0)
		return STR("");
	s = str_dup(r->arena, s);
	if (strcmp(r->type, "s") == 0) {
		for (n = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' &&
		    i < 9; i++)
			n = n * 10 + (size_t)(s.p[i] - '0');
		/* What is lost is not blank. */
		return i == s.n && n < r->strings->n ? r->strings->text[n] :
		    STR(UTF8_BAD_TEXT);
	}
	if (strcmp(r->type, "b") == 0)
		return str_eq(s, STR("1")) ? STR("TRUE") : STR("FALSE");
	if (r->type[0] != '\0' && strcmp(r->type, "n") != 0)
		return unescape(r->arena, s);
	s = xlsx_number(r->arena, s);
	if (f != NULL && f->date)
		return xlsx_date(r->arena, s, r->formats->from_1904);
	*number = true;
	if (f == NULL || f->code.n == 0)
		return s;
	buf_init(&b, r->arena);
	sheet_show(&b, s, f->code);
	return buf_text(&b);
}

/* The formula that the group has, or as of now will have. */
static struct shared *
shared_formula(struct reading *r, struct str s)
{
	if (r->group < 0 || r->group >= LIMIT_SLOTS)
		return NULL;
	while (r->nshared <= (size_t)r->group) {
		r->shared = arena_grow(r->arena, r->shared, r->nshared,
		    &r->capshared, sizeof(*r->shared));
		r->shared[r->nshared++] = (struct shared){ .row = 0 };
	}
	if (s.n > 1)
		r->shared[r->group] = (struct shared){ s, r->row, r->col };
	return &r->shared[r->group];
}

static int
put_formula(struct reading *r, struct err *e)
{
	struct str		 s = str_dup(r->arena, buf_text(&r->formula));
	const struct shared	 own = { s, r->row, r->col };
	const struct shared	*to = shared_formula(r, s);
	struct sheet_formula	 f = { .text = s, .elsewhere = true };

	if (to == NULL)
		to = &own;
	/* Of a long one that all cells share much would be read. */
	if (to->text.n > 1 && (r->parsed += to->text.n) <= LIMIT_TEXT)
		sheet_formula_a1(&f, to->text, r->row - to->row,
		    r->col - to->col);
	f.text = s;
	return sheet_put_formula(r->sheet, r->row, r->col, &f, e);
}

static int
end_cell(struct reading *r, struct err *e)
{
	bool		 number;
	struct str	 s = cell_value(r, &number);

	if (r->formula.n > 0 && put_formula(r, e) < 0)
		return -1;
	return number ? sheet_put_number(r->sheet, r->row, r->col, s, e) :
	    sheet_put(r->sheet, r->row, r->col, s, e);
}

static int
sheet_end_elem(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct reading	*r = ctx;

	(void)x;
	if (r->skip > 0) {
		r->skip--;
		return 0;
	}
	if (strcmp(name, "s:v") == 0 || strcmp(name, "s:t") == 0)
		r->in_value = false;
	else if (strcmp(name, "s:f") == 0)
		r->in_formula = false;
	else if (strcmp(name, "s:c") == 0)
		return end_cell(r, e);
	return 0;
}

int
xlsx_sheet(struct arena *a, struct bytes in,
    const struct xlsx_strings *strings, const struct xlsx_formats *formats,
    bool hidden, struct doc *d, struct err *e)
{
	static const struct xml_events	 events = {
		sheet_start, sheet_end_elem, sheet_text
	};
	struct reading			*r = arena_alloc(a, 1, sizeof(*r));

	r->arena = a;
	r->strings = strings;
	r->formats = formats;
	r->sheet = sheet_new(a, d, e);
	if (r->sheet == NULL)
		return -1;
	r->row = -1;
	buf_init(&r->text, a);
	buf_init(&r->formula, a);
	if (xml_parse(in, &events, r, e) < 0)
		return -1;
	if (hidden) {
		sheet_end_hidden(r->sheet, d);
		return 0;
	}
	return r->a_sheet ? sheet_end(r->sheet, d, e) : 0;
}

struct collecting {
	struct arena		*arena;
	struct xlsx_strings	*to;
	struct buf		 text;
	struct run		 run;
	bool			 in_text;
	int			 skip;
};

static int
strings_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct collecting	*c = ctx;

	(void)e;
	if (c->skip > 0 || strcmp(name, "s:rPh") == 0)
		c->skip++;
	else if (run_element(&c->run, x, name))
		return 0;
	else if (strcmp(name, "s:si") == 0) {
		buf_clear(&c->text);
		c->run = (struct run){ .struck = false };
	} else if (strcmp(name, "s:t") == 0)
		c->in_text = true;
	return 0;
}

static int
strings_text(struct xml *x, struct str s, void *ctx, struct err *e)
{
	struct collecting	*c = ctx;

	(void)x;
	if (!c->in_text || c->skip > 0 || c->run.struck)
		return 0;
	if (c->text.n + s.n > LIMIT_CELL)
		return err_set(e, ERR_LIMIT, "a cell of more than %d bytes",
		    LIMIT_CELL);
	shift_put(&c->text, s, c->run.shift);
	return 0;
}

static int
strings_end(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct collecting	*c = ctx;
	struct xlsx_strings	*to = c->to;

	(void)x;
	if (c->skip > 0) {
		c->skip--;
		return 0;
	}
	if (strcmp(name, "s:t") == 0)
		c->in_text = false;
	if (strcmp(name, "s:si") != 0)
		return 0;
	if (to->n == LIMIT_SLOTS)
		return err_set(e, ERR_LIMIT, "more than %d texts",
		    LIMIT_SLOTS);
	to->text = arena_grow(c->arena, to->text, to->n, &to->cap,
	    sizeof(*to->text));
	to->text[to->n++] = unescape(c->arena, str_dup(c->arena,
	    str_trim(buf_text(&c->text))));
	return 0;
}

int
xlsx_strings(struct arena *a, struct bytes in, struct xlsx_strings *to,
    struct err *e)
{
	static const struct xml_events	 events = {
		strings_start, strings_end, strings_text
	};
	struct collecting		 c = { .arena = a, .to = to };

	memset(to, 0, sizeof(*to));
	buf_init(&c.text, a);
	return in.n == 0 ? 0 : xml_parse(in, &events, &c, e);
}
