/*
 * Tables of AsciiDoc:
 *
 *	[cols="3*"]
 *	.title
 *	|===
 *	|a |b |c		cells, in rows of as many as there are columns
 *
 *	2+|d .2+^|e		over two columns; over two rows, in the middle
 *	3*|0			three times the same
 *	|===
 *
 * Where nothing says how many columns there are, it is those of the first
 * line.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/text.h"

#define NUMBER_MAX	100000	/* what is larger is as good */
#define OPENING		3	/* lines before the table that are of it */

/* "2.3+^s" before the bar of a cell. */
struct spec {
	int	 across, down, times;
};

struct adoc {
	struct text	*t;
	struct grid	*g;
	int		 ncol;
	struct buf	 cell;
	struct spec	 spec;
	int		 line;
	bool		 open;
};

static bool
is_fence(struct str s)
{
	if (!str_starts(s, STR("|===")))
		return false;
	for (size_t i = 4; i < s.n; i++)
		if (s.p[i] != '=')
			return false;
	return true;
}

static int
number(struct str s, size_t *at)
{
	int	 n = 0;

	while (*at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9')
		if (n < NUMBER_MAX)
			n = n * 10 + (s.p[(*at)++] - '0');
		else
			++*at;
	return n;
}

/* What stands before a bar, if it is nothing else than that. */
static bool
read_spec(struct str s, struct spec *out)
{
	size_t	 at = 0;
	int	 a, b = 0;

	*out = (struct spec){ 1, 1, 1 };
	a = number(s, &at);
	if (at < s.n && s.p[at] == '.' && at + 1 < s.n && s.p[at + 1] >= '0' &&
	    s.p[at + 1] <= '9') {
		at++;
		b = number(s, &at);
	}
	if (at > 0 && (at == s.n || (s.p[at] != '+' && s.p[at] != '*')))
		return false;
	if (at > 0 && s.p[at++] == '*')
		out->times = a > 0 ? a : 1;
	else {
		out->across = a > 0 ? a : 1;
		out->down = b > 0 ? b : 1;
	}
	for (; at < s.n && (s.p[at] == '<' || s.p[at] == '>' ||
	    s.p[at] == '^' || s.p[at] == '.'); at++)
		;
	if (at < s.n && strchr("adehlmsv", s.p[at]) != NULL)
		at++;
	return at == s.n;
}

/* Where that begins which is before the bar at the end of s. */
static size_t
spec_at(struct str s, bool begins, struct spec *spec)
{
	size_t	 from = s.n;

	while (from > 0 && s.p[from - 1] != ' ' && s.p[from - 1] != '\t')
		from--;
	if ((from > 0 || begins) && read_spec(str_from(s, from), spec))
		return from;
	*spec = (struct spec){ 1, 1, 1 };
	return s.n;
}

static size_t
next_bar(struct str s, size_t at)
{
	for (; at < s.n; at++)
		if (s.p[at] == '|' && (at == 0 || s.p[at - 1] != '\\'))
			return at;
	return STR_NONE;
}

/* The next slot that is free, in a row that may be covered from above. */
static int
find_place(struct adoc *d, struct err *e)
{
	struct grid	*g = d->g;

	if (g->nrow == 0 && grid_row(g, e) < 0)
		return -1;
	for (;;) {
		while (g->at < d->ncol &&
		    grid_at(g, g->nrow - 1, g->at) != NULL)
			g->at++;
		if (g->at < d->ncol)
			return 0;
		if (grid_row(g, e) < 0)
			return -1;
	}
}

static int
end_cell(struct adoc *d, struct err *e)
{
	struct str	 s;
	int		 left;

	if (!d->open)
		return 0;
	d->open = false;
	s = text_plain(d->t->arena, str_trim(buf_text(&d->cell)));
	if (s.n > LIMIT_CELL)
		return err_set(e, ERR_LIMIT, "a cell of more than %d bytes",
		    LIMIT_CELL);
	for (int i = 0; i < d->spec.times; i++) {
		if (find_place(d, e) < 0)
			return -1;
		left = d->ncol - d->g->at;
		if (grid_cell(d->g, s, d->line, d->spec.down,
		    d->spec.across < left ? d->spec.across : left, e) < 0)
			return -1;
	}
	return 0;
}

static int
put_line(struct adoc *d, const struct line *l, struct err *e)
{
	struct str	 s = l->text, before;
	struct spec	 spec;
	size_t		 at = 0, bar;

	for (; (bar = next_bar(s, at)) != STR_NONE; at = bar + 1) {
		before = str_sub(s, at, bar - at);
		before.n = spec_at(before, at == 0, &spec);
		buf_str(&d->cell, before);
		if (end_cell(d, e) < 0)
			return -1;
		buf_init(&d->cell, d->t->arena);
		d->open = true;
		d->spec = spec;
		d->line = l->no;
	}
	before = str_from(s, at);
	/* "a +" breaks the line. */
	if (str_ends(before, STR(" +")))
		before.n -= 2;
	buf_str(&d->cell, before);
	buf_puts(&d->cell, "\n");
	return 0;
}

/* How many columns the cells take that begin on a line. */
static int
count_columns(struct str s)
{
	struct spec	 spec;
	size_t		 at = 0, bar;
	long		 n = 0;

	for (; (bar = next_bar(s, at)) != STR_NONE; at = bar + 1) {
		(void)spec_at(str_sub(s, at, bar - at), at == 0, &spec);
		n += (long)spec.across * spec.times;
	}
	return n > LIMIT_COLUMNS ? LIMIT_COLUMNS : (int)n;
}

/* cols="1,2,2*", cols=3*; 0 where it does not say. */
static int
columns_said(struct str s)
{
	size_t	 at = str_find(s, STR("cols="), 0), from;
	int	 n = 0, times;
	char	 quote;

	if (at == STR_NONE)
		return 0;
	at += 5;
	quote = at < s.n && (s.p[at] == '"' || s.p[at] == '\'') ?
	    s.p[at++] : ',';
	while (n <= LIMIT_COLUMNS) {
		from = at;
		times = number(s, &at);
		n += at > from && at < s.n && s.p[at] == '*' ? times : 1;
		while (at < s.n && s.p[at] != quote && s.p[at] != ',' &&
		    s.p[at] != ';' && s.p[at] != ']')
			at++;
		if (at >= s.n || s.p[at] == quote || s.p[at] == ']')
			break;
		at++;
	}
	return n > LIMIT_COLUMNS ? LIMIT_COLUMNS : n;
}

/* Whether some lines of attributes and a title are above a fence. */
static size_t
opening(const struct text *t, size_t at)
{
	size_t	 n = 0;

	while (n < OPENING && at + n < t->n &&
	    !is_fence(t->line[at + n].text)) {
		struct str	 s = t->line[at + n].text;

		if (s.p[0] != '[' && (s.p[0] != '.' || s.n < 2 ||
		    s.p[1] == '.' || s.p[1] == ' '))
			return STR_NONE;
		n++;
	}
	return at + n < t->n && is_fence(t->line[at + n].text) ? n : STR_NONE;
}

/* The fence that ends it, if what is between has cells with bars. */
static size_t
fence_end(const struct text *t, size_t fence)
{
	size_t	 end = fence + 1;

	while (end < t->n && !is_fence(t->line[end].text))
		end++;
	if (end == t->n || end == fence + 1 ||
	    next_bar(t->line[fence + 1].text, 0) == STR_NONE)
		return 0;
	return end;
}

long
text_adoc(struct text *t, size_t at, struct err *e)
{
	struct adoc	 d = { .t = t };
	size_t		 n = opening(t, at), end;

	if (n == STR_NONE)
		return 0;
	end = fence_end(t, at + n);
	for (size_t i = at; i < at + n; i++) {
		struct str	 s = t->line[i].text;

		if (s.p[0] == '[' && d.ncol == 0)
			d.ncol = columns_said(s);
		else if (s.p[0] == '.' && doc_para(t->doc, str_from(s, 1),
		    t->line[i].no, e) < 0)
			return -1;
	}
	if (end == 0)
		return (long)n + 1;	/* of commas, which others read */
	if (d.ncol == 0)
		d.ncol = count_columns(t->line[at + n + 1].text);
	d.g = text_table(t, e);
	if (d.g == NULL)
		return -1;
	d.g->trust = d.ncol == 1 ? GRID_LIST : GRID_EXACT;
	buf_init(&d.cell, t->arena);
	for (size_t i = at + n + 1; i < end; i++)
		if (put_line(&d, &t->line[i], e) < 0)
			return -1;
	if (end_cell(&d, e) < 0 ||
	    doc_table(t->doc, d.g, t->line[at + n].no, e) < 0)
		return -1;
	return (long)(end + 1 - at);
}
