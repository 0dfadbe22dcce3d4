/*
 * Tables as comma-separated values (RFC 4180): as many fields on each line,
 * those with a comma or a line break in quotation marks.  Where the comma is
 * that of decimals spreadsheets write semicolons, and people those of
 * Chinese.  Sentences have such commas as well, so most fields have to be
 * cells of a table: figures, or nothing.
 */
#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/text.h"

#define FIELDS_MIN	3
#define FIELDS_SURE	5	/* so that two rows are enough */
#define ROWS_MIN	3
#define ROWS_LOOK	8	/* by which a table is told */
#define RECORD_LINES	12	/* of a record with line breaks */

/* What parts fields; that of sentences needs more of a table around it. */
static const struct separator {
	struct str	 text;
	int		 fields;	/* of a row, at least */
	int		 figures;	/* one field in so many, at least */
} separators[] = {
	{ { ",", 1 }, FIELDS_MIN, 3 },
	{ { ";", 1 }, FIELDS_MIN, 3 },
	{ { "\uFF0C", 3 }, FIELDS_MIN + 1, 2 },
	{ { "\uFF1B", 3 }, FIELDS_MIN + 1, 2 },
};

/* The next field of *rest, which is cut off it; false behind the last. */
static bool
next_field(const struct separator *sep, struct str *rest, struct str *field)
{
	bool	 quoted = false;
	size_t	 i;

	if (rest->p == NULL)
		return false;
	for (i = 0; i < rest->n; i++)
		if (rest->p[i] == '"')
			quoted = !quoted;
		else if (rest->p[i] == sep->text.p[0] && !quoted &&
		    str_starts(str_from(*rest, i), sep->text))
			break;
	*field = str_sub(*rest, 0, i);
	*rest = i < rest->n ? str_from(*rest, i + sep->text.n) :
	    (struct str){ NULL, 0 };
	return true;
}

struct record {
	struct str	 text;
	size_t		 lines;
	int		 fields, cells;	/* of them, figures or nothing */
};

static bool
is_open(struct str s)
{
	bool	 open = false;

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '"')
			open = !open;
	return open;
}

static struct record
record_at(struct text *t, const struct separator *sep, size_t at)
{
	struct record	 r = { .text = t->line[at].raw, .lines = 1 };
	struct str	 rest, f;

	while (is_open(r.text) && r.lines < RECORD_LINES &&
	    at + r.lines < t->n)
		r.text = str_cat(t->arena, str_cat(t->arena, r.text,
		    STR("\n")), t->line[at + r.lines++].raw);
	rest = r.text;
	while (next_field(sep, &rest, &f)) {
		f = str_trim(f);
		if (f.n >= 2 && f.p[0] == '"' && f.p[f.n - 1] == '"')
			f = str_trim(str_sub(f, 1, f.n - 2));
		r.fields++;
		r.cells += f.n == 0 || line_is_value(f);
	}
	return r;
}

static int
put_record(struct text *t, const struct separator *sep, struct grid *g,
    const struct record *r, int no, struct err *e)
{
	struct str	 rest = r->text, f;

	if (grid_row(g, e) < 0)
		return -1;
	while (next_field(sep, &rest, &f))
		if (grid_cell(g, text_unquote(t->arena, str_trim(f)), no, 1,
		    1, e) < 0)
			return -1;
	return 0;
}

static bool
begins(struct text *t, const struct separator *sep, size_t at)
{
	struct record	 r = { .fields = 0 };
	size_t		 n = 0;
	int		 fields = 0, rows = 0, all = 0, cells = 0;

	if (!str_has(t->line[at].raw, sep->text) &&
	    !str_starts(t->line[at].raw, STR("\"")))
		return false;
	for (; rows < ROWS_LOOK && at + n < t->n; n += r.lines) {
		r = record_at(t, sep, at + n);
		if (rows == 0)
			fields = r.fields;
		if (fields < sep->fields || fields >= LIMIT_COLUMNS)
			return false;
		if (r.fields != fields || (n > 0 && t->line[at + n].gap > 0))
			break;
		rows++;
		all += r.fields;
		cells += r.cells;
	}
	return (rows >= ROWS_MIN && sep->figures * cells >= all) ||
	    (rows == 2 && fields >= FIELDS_SURE && 2 * cells >= all);
}

static const struct separator *
find_separator(struct text *t, size_t at)
{
	for (size_t i = 0; i < sizeof(separators) / sizeof(*separators); i++)
		if (begins(t, &separators[i], at))
			return &separators[i];
	return NULL;
}

bool
text_comma_begins(struct text *t, size_t at)
{
	return find_separator(t, at) != NULL;
}

long
text_comma(struct text *t, size_t at, struct err *e)
{
	struct record	 r = { .fields = 0 };
	struct grid	*g;
	size_t		 n = 0;
	int		 fields = 0;
	const struct separator	*sep = find_separator(t, at);

	if (sep == NULL)
		return 0;
	g = text_table(t, e);
	if (g == NULL)
		return -1;
	for (; at + n < t->n; n += r.lines) {
		r = record_at(t, sep, at + n);
		if (n > 0 && (r.fields != fields ||
		    t->line[at + n].gap > 0))
			break;
		fields = r.fields;
		if (put_record(t, sep, g, &r, t->line[at + n].no, e) < 0)
			return -1;
	}
	g->trust = GRID_PADDED;
	if (doc_table(t->doc, g, t->line[at].no, e) < 0)
		return -1;
	return (long)n;
}
