/*
 * Tables of Textile, where a cell may say how far it reaches and whether it
 * is a head:
 *
 *	table(class). summary
 *	|_. a |_\2. b |		heads, the second over two columns
 *	|/2. c | 1 | 2 |	a cell over two rows
 *	| 3 | 4 |
 *
 * Those of which no cell says anything are for text_pipe().
 */
#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/text.h"

#define NUMBER_MAX	100000

struct spec {
	int	 across, down;
	bool	 said;		/* more than nothing */
};

/* Bytes of (…), {…} or […], which say how it looks. */
static size_t
look_length(struct str s, size_t at)
{
	static const char	 open[] = "({[", close[] = ")}]";
	const char		*p = memchr(open, s.p[at], 3);
	const char		*end;

	if (p == NULL)
		return 0;
	end = memchr(s.p + at, close[p - open], s.n - at);
	return end != NULL ? (size_t)(end - s.p) + 1 - at : 0;
}

static int
number(struct str s, size_t *at)
{
	int	 n = 0;

	for (; *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9'; ++*at)
		if (n < NUMBER_MAX)
			n = n * 10 + (s.p[*at] - '0');
	return n;
}

/* What a cell begins with, up to and with its point; 0 if with words. */
static size_t
read_spec(struct str s, struct spec *out)
{
	size_t	 at = 0, n;

	*out = (struct spec){ 1, 1, false };
	while (at < s.n) {
		if (s.p[at] == '.') {
			if (at == 0 || (at + 1 < s.n && s.p[at + 1] != ' '))
				break;
			out->said = true;
			return at + 1;
		}
		if (s.p[at] == '\\' || s.p[at] == '/') {
			int	*to = s.p[at] == '/' ? &out->down :
				    &out->across;

			n = at + 1;
			*to = number(s, &n);
			if (n == at + 1)
				break;
			at = n;
		} else if (strchr("_<>=^~", s.p[at]) != NULL)
			at++;
		else if ((n = look_length(s, at)) != 0)
			at += n;
		else
			break;
	}
	*out = (struct spec){ 1, 1, false };
	return 0;
}

/* Behind what a row says of itself: "{color:red}. |a|". */
static struct str
row_of(struct str s)
{
	struct spec	 spec;
	size_t		 n = read_spec(s, &spec);
	struct str	 rest = n > 0 ? str_trim(str_from(s, n)) : s;

	return str_starts(rest, STR("|")) ? rest : s;
}

/*
 * The next cell, false behind the last; a backslash before a bar is a span's
 * here.
 */
static bool
next_cell(struct str *rest, struct str *cell)
{
	const char	*bar;

	if (rest->p == NULL)
		return false;
	bar = rest->n > 0 ? memchr(rest->p, '|', rest->n) : NULL;
	*cell = str_sub(*rest, 0, bar != NULL ? (size_t)(bar - rest->p) :
	    rest->n);
	*rest = bar != NULL ? str_from(*rest, cell->n + 1) :
	    (struct str){ NULL, 0 };
	return true;
}

static bool
says_more(struct str row)
{
	struct str	 rest = str_from(row, 1), cell;
	struct spec	 spec;

	while (next_cell(&rest, &cell))
		if (read_spec(cell, &spec) > 0)
			return true;
	return false;
}

/* Lines that are of the table; 0 if none of its cells says what it is. */
static size_t
extent(struct text *t, size_t at)
{
	size_t	 n = 0;
	bool	 more = false, open = false;

	for (; at + n < t->n; n++) {
		struct str	 s = row_of(t->line[at + n].text);

		if (n > 0 && t->line[at + n].gap > 0)
			break;
		if (s.p[0] != '|' && !open)
			break;
		more = more || (s.p[0] == '|' && says_more(s));
		open = !str_ends(s, STR("|"));
	}
	if (!more || open)
		t->no_textile = at + n;
	return more && !open ? n : 0;
}

static int
put_row(struct text *t, struct grid *g, struct str row, int line,
    struct err *e)
{
	struct str	 rest = str_from(row, 1), cell;
	struct spec	 spec;

	if (grid_row(g, e) < 0)
		return -1;
	while (next_cell(&rest, &cell)) {
		size_t	 n = read_spec(cell, &spec);

		cell = text_plain(t->arena, str_trim(str_from(cell, n)));
		if (cell.n > 2 && cell.p[0] == '*' &&
		    cell.p[cell.n - 1] == '*')
			cell = str_sub(cell, 1, cell.n - 2);
		if (grid_cell(g, cell, line, spec.down, spec.across, e) < 0)
			return -1;
	}
	return 0;
}

long
text_textile(struct text *t, size_t at, struct err *e)
{
	size_t		 head = str_starts(t->line[at].text, STR("table")) &&
			    at + 1 < t->n && t->line[at + 1].gap == 0 &&
			    str_has(t->line[at].text, STR("."));
	size_t		 n = 0;
	struct grid	*g;
	struct buf	 row;
	int		 line = 0;

	if (at + head < t->n && at + head >= t->no_textile &&
	    t->line[at + head].pipe)
		n = extent(t, at + head);
	if (n == 0)
		return 0;
	g = text_table(t, e);
	if (g == NULL)
		return -1;
	buf_init(&row, t->arena);
	for (size_t i = at + head; i < at + head + n; i++) {
		struct str	 s = t->line[i].text;

		if (row.n > 0)
			buf_puts(&row, "\n");
		else
			line = t->line[i].no;
		buf_str(&row, row.n > 0 ? s : row_of(s));
		if (!str_ends(s, STR("|")))
			continue;
		if (put_row(t, g, str_sub(buf_text(&row), 0, row.n - 1), line,
		    e) < 0)
			return -1;
		buf_init(&row, t->arena);
	}
	if (doc_table(t->doc, g, t->line[at].no, e) < 0)
		return -1;
	return (long)(head + n);
}
