/*
 * Tables made with tabs, as word processors and converters leave them.
 *
 * A row a line: its cells are parted by tabs, and merged cells leave tabs
 * behind, as a rule not as many as they should.
 *
 * A cell a line: every cell begins with a tab, its further lines do not,
 * and a blank line ends the row.
 */
#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/text.h"

#define MORE_CHARS	40	/* in a further line of a cell */
#define QUOTED_LINES	12	/* of a cell in quotation marks */

static bool
is_row(const struct line *l)
{
	return (l->inner || l->ntab > 1) && l->ntab < LIMIT_COLUMNS &&
	    !(l->text.n != 0 && !l->inner);
}

static bool
is_cell(const struct line *l)
{
	return l->lead && !l->inner && !line_is_prose(l->text);
}

static size_t
quotes(struct str s)
{
	size_t	 n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '"';
	return n;
}

/*
 * How many further lines belong to a row because a cell in it is quoted and
 * has line breaks, as spreadsheets write them.
 */
static size_t
quoted_more(const struct text *t, size_t at)
{
	if (quotes(t->line[at].raw) % 2 == 0 ||
	    (t->line[at].raw.p[0] != '"' &&
	    !str_has(t->line[at].raw, STR("\t\""))))
		return 0;
	for (size_t i = at + 1; i < t->n && i <= at + QUOTED_LINES; i++)
		if (quotes(t->line[i].raw) % 2 != 0)
			return i - at;
	return 0;
}

/* A row, be it one whose first cells are blank or have a line break. */
static bool
is_row_at(const struct text *t, size_t i)
{
	size_t	 more;

	if (is_row(&t->line[i]))
		return true;
	more = quoted_more(t, i);
	return more > 0 && t->line[i + more].ntab > 0;
}

struct str
text_unquote(struct arena *a, struct str s)
{
	struct buf	 b;

	if (s.n < 2 || s.p[0] != '"' || s.p[s.n - 1] != '"')
		return s;
	s = str_sub(s, 1, s.n - 2);
	if (quotes(s) == 0)
		return str_trim(s);
	buf_init(&b, a);
	for (size_t i = 0; i < s.n; i++) {
		buf_add(&b, s.p + i, 1);
		if (s.p[i] == '"' && i + 1 < s.n && s.p[i + 1] == '"')
			i++;
	}
	return str_trim(buf_text(&b));
}

/* The line, and those that its quotation marks reach over. */
static struct str
joined(struct text *t, size_t at, size_t more)
{
	struct buf	 b;

	if (more == 0)
		return t->line[at].raw;
	buf_init(&b, t->arena);
	for (size_t i = at; i <= at + more; i++) {
		if (i > at)
			buf_puts(&b, "\n");
		buf_str(&b, t->line[i].raw);
	}
	return buf_text(&b);
}

/* Whether most of what is in the row behind its first cell are values. */
static bool
has_values(const struct line *l)
{
	struct str	 rest = l->raw, f;
	int		 n = 0, values = 0;

	while (str_field(&rest, '\t', &f)) {
		f = str_trim(f);
		if (f.n == 0)
			continue;
		n++;
		values += line_is_value(f);
	}
	return values > 0 && 2 * values >= n - 1;
}

/*
 * A line without tabs right between two rows is a cell that stands alone,
 * or the upper part of the label below it.  What looks like a heading is
 * one, unless figures follow at once.
 */
static bool
stands_in_table(const struct text *t, size_t i)
{
	const struct line	*l = &t->line[i];

	if (i + 1 >= t->n || l->gap > 0 || l->pipe || l->ntab > 0 ||
	    l->text.p[0] == '#' || line_is_prose(l->text))
		return false;
	if (!is_row(&t->line[i + 1]) || t->line[i + 1].gap > 0)
		return false;
	return !line_is_numbered(l->text) || has_values(&t->line[i + 1]);
}

/* How many lines from at on are rows of one table. */
static size_t
row_extent(const struct text *t, size_t at, size_t *nrow)
{
	size_t	 i = at, end = at;

	*nrow = 0;
	while (i < t->n) {
		const struct line	*l = &t->line[i];

		if (is_row_at(t, i)) {
			i += 1 + quoted_more(t, i);
			end = i;
			++*nrow;
		} else if (i > at && l->trail) {
			end = ++i;
			++*nrow;
		} else if (i > at && (line_is_page(l->text) ||
		    (is_cell(l) && i + 1 < t->n &&
		    is_row(&t->line[i + 1])) || stands_in_table(t, i)))
			i++;
		else
			break;
	}
	return end - at;
}

static int
put_row(struct text *t, struct grid *g, size_t at, size_t more,
    struct err *e)
{
	struct str	 rest = joined(t, at, more), f;

	if (grid_row(g, e) < 0)
		return -1;
	while (str_field(&rest, '\t', &f)) {
		if (grid_cell(g, text_unquote(t->arena, str_trim(f)),
		    t->line[at].no, 1, 1, e) < 0)
			return -1;
		for (size_t i = 0; i < f.n; i++)
			at += f.p[i] == '\n';
	}
	return 0;
}

/* A single row is a table if there are figures in it. */
long
text_row(struct text *t, size_t at, struct err *e)
{
	struct grid	*g;
	size_t		 n, nrow, more;

	if (!is_row_at(t, at))
		return 0;
	n = row_extent(t, at, &nrow);
	if (nrow == 1 && !has_values(&t->line[at]))
		return text_paras(t, at, at + n, e) < 0 ? -1 : (long)n;
	g = text_table(t, e);
	if (g == NULL)
		return -1;
	for (size_t i = at; i < at + n; i += 1 + more) {
		more = is_row_at(t, i) ? quoted_more(t, i) : 0;
		if (more == 0 && line_is_page(t->line[i].text))
			continue;
		if (put_row(t, g, i, more, e) < 0)
			return -1;
	}
	g->trust = GRID_PADDED;
	if (doc_table(t->doc, g, t->line[at].no, e) < 0)
		return -1;
	return (long)n;
}

/*
 * Whether a line goes on with the cell that the line before belongs to.
 * Below a figure, what looks like a heading is one.
 */
static bool
goes_on(const struct text *t, size_t i)
{
	const struct line	*l = &t->line[i], *prev = &t->line[i - 1];

	return l->gap == 0 && l->ntab == 0 && !l->pipe &&
	    l->text.p[0] != '#' && !line_is_prose(l->text) &&
	    utf8_length(l->text) <= MORE_CHARS &&
	    !(line_is_numbered(l->text) &&
	    (prev->text.n == 0 || line_is_value(prev->text)));
}

struct cells {
	size_t	 n;		/* lines */
	size_t	 ncell, nrow;
	size_t	 widest;	/* cells in a row */
};

static struct cells
cell_extent(const struct text *t, size_t at)
{
	struct cells	 x = { 0, 0, 0, 0 };
	size_t		 wide = 0, i;

	for (i = at; i < t->n; i++) {
		const struct line	*l = &t->line[i];

		if (is_cell(l)) {
			if (i == at || l->gap > 0) {
				x.nrow++;
				wide = 0;
			}
			x.ncell++;
			if (++wide > x.widest)
				x.widest = wide;
		} else if (i == at || (!goes_on(t, i) &&
		    !line_is_page(l->text)))
			break;
	}
	while (i > at && line_is_page(t->line[i - 1].text))
		i--;
	x.n = i - at;
	return x;
}

/* The text of the cell that begins at line i; *n is its lines. */
static struct str
cell_text(struct text *t, size_t i, size_t end, size_t *n)
{
	struct buf	 b;

	*n = 1;
	if (i + 1 >= end || is_cell(&t->line[i + 1]))
		return t->line[i].text;
	buf_init(&b, t->arena);
	buf_str(&b, t->line[i].text);
	for (; i + *n < end && !is_cell(&t->line[i + *n]); ++*n) {
		if (line_is_page(t->line[i + *n].text))
			continue;
		if (b.n > 0)
			buf_puts(&b, "\n");
		buf_str(&b, t->line[i + *n].text);
	}
	return buf_text(&b);
}

/*
 * Tabs also indent paragraphs: there must be rows of several cells.  When
 * no blank lines part the rows, there are only cells.
 */
long
text_cell(struct text *t, size_t at, struct err *e)
{
	struct cells	 x;
	struct grid	*g;
	struct str	 s;
	size_t		 n;
	bool		 list;

	if (!is_cell(&t->line[at]))
		return 0;
	x = cell_extent(t, at);
	if (x.widest < 2 || x.ncell < 4)
		return text_paras(t, at, at + x.n, e) < 0 ? -1 : (long)x.n;
	list = x.widest > ROW_CELLS;
	g = text_table(t, e);
	if (g == NULL)
		return -1;
	for (size_t i = at; i < at + x.n; i += n) {
		if ((i == at || list || t->line[i].gap > 0) &&
		    grid_row(g, e) < 0)
			return -1;
		s = cell_text(t, i, at + x.n, &n);
		if (grid_cell(g, s, t->line[i].no, 1, 1, e) < 0)
			return -1;
	}
	g->trust = list ? GRID_LIST : GRID_PADDED;
	if (doc_table(t->doc, g, t->line[at].no, e) < 0)
		return -1;
	return (long)x.n;
}
