/*
 * Tables whose columns are those of a ruler:
 *
 *	a    b			above its rows, or around them, or with another
 *	---- --			around the head; a blank line ends it
 *	c    1
 *	     2
 *
 *	--------		the same with a line around all of it; blank
 *	a     b			lines part its rows, and cells go on below
 *	----- --
 *	c     1
 *	goes
 *	on
 *
 *	d      2
 *	--------
 *
 *	===== ==		the same again; a row without anything in its
 *	a     b			first column goes on with the one above, and
 *	===== ==		one that begins with a blank cell has "\" or
 *	c     1			".." there
 *	\     2
 *	===== ==
 */
#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/text.h"
#include "read/text_canvas.h"

#define LINES_MAX	5000
#define HEAD_LINES	20	/* above the ruler */
#define ROW_LINES	60
#define RUN_MIN		4	/* the longest of a ruler; "--" is no figure */

struct ruled {
	struct text	*t;
	size_t		 at, n;		/* lines, all of it */
	size_t		 ruler;		/* the line of it */
	bool		 parted;	/* blank lines part rows */
	bool		 goes_on;	/* below what has no first cell */
	struct canvas	 c;
	int		 from[ROW_CELLS], to[ROW_CELLS];
	int		 ncol;
};

/* How many runs of dashes, or of equals signs, with spaces between. */
static size_t
count_runs(struct str s)
{
	size_t	 n = 0, run = 0, most = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == ' ') {
			run = 0;
			continue;
		}
		if (s.p[i] != s.p[0] || (s.p[0] != '-' && s.p[0] != '='))
			return 0;
		n += run++ == 0;
		most = run > most ? run : most;
	}
	return most >= RUN_MIN ? n : 0;
}

static bool
is_ruler(const struct text *t, size_t i)
{
	return i < t->n && t->line[i].ntab == 0 &&
	    count_runs(t->line[i].text) >= 2;
}

static bool
is_dashes(const struct text *t, size_t i)
{
	return i < t->n && t->line[i].text.p[0] == '-' &&
	    count_runs(t->line[i].text) == 1;
}

/* The ruler of a table that begins at that line; STR_NONE if none does. */
static size_t
find_ruler(const struct text *t, size_t at)
{
	size_t	 i = at + 1;

	if (is_ruler(t, at))
		return at;
	if (!is_dashes(t, at))
		return is_ruler(t, i) && t->line[i].gap == 0 ? i : STR_NONE;
	while (i < t->n && i <= at + HEAD_LINES && !is_ruler(t, i) &&
	    !is_dashes(t, i))
		i++;
	return is_ruler(t, i) && t->line[i].text.p[0] == '-' ? i : STR_NONE;
}

/* The next line from i on that is a ruler alike, or a line of dashes. */
static size_t
next_rule(const struct ruled *r, size_t i, bool with_gaps)
{
	const struct text	*t = r->t;

	for (size_t end = i + LINES_MAX; i < t->n && i < end; i++) {
		if (!with_gaps && t->line[i].gap > 0)
			break;
		if (is_ruler(t, i))
			return str_eq(t->line[i].text,
			    t->line[r->ruler].text) ? i : STR_NONE;
		if (is_dashes(t, i))
			return i;
	}
	return STR_NONE;
}

/* Where it ends. */
static bool
find_end(struct ruled *r)
{
	const struct text	*t = r->t;
	size_t			 last, more;

	r->goes_on = t->line[r->ruler].text.p[0] == '=';
	if (r->ruler == r->at + 1 && !is_dashes(t, r->at)) {
		last = next_rule(r, r->ruler + 1, false);
		for (more = r->ruler + 1; last == STR_NONE && more < t->n &&
		    t->line[more].gap == 0 && more < r->at + LINES_MAX; )
			more++;
		r->n = (last == STR_NONE ? more : last + 1) - r->at;
		return r->n > 2;
	}
	last = next_rule(r, r->ruler + 1, !r->goes_on);
	if (last == STR_NONE)
		return false;
	more = r->goes_on ? next_rule(r, last + 1, false) : STR_NONE;
	if (more != STR_NONE)
		last = more;
	r->n = last + 1 - r->at;
	r->parted = !r->goes_on && r->ruler > r->at;
	for (size_t i = r->ruler + 2; i <= last && !r->goes_on; i++)
		r->parted |= t->line[i].gap > 0;
	return r->n > 2;
}

/* The columns of the ruler; false where other lines don't keep to them. */
static bool
fits(struct ruled *r)
{
	size_t	 line = r->ruler - r->at;

	r->ncol = 0;
	for (int k = 0; k < r->c.width; k++) {
		if (canvas_char(&r->c, line, k) == ' ')
			continue;
		if (k == 0 || canvas_char(&r->c, line, k - 1) == ' ') {
			if (r->ncol == ROW_CELLS)
				return false;
			r->from[r->ncol++] = k;
		}
		r->to[r->ncol - 1] = k + 1;
	}
	for (size_t i = 0; i < r->n; i++) {
		if (is_dashes(r->t, r->at + i))
			continue;
		for (int k = 0; k + 1 < r->ncol; k++)
			for (int x = r->to[k]; x < r->from[k + 1]; x++)
				if (canvas_char(&r->c, i, x) != ' ')
					return false;
		for (int x = 0; x < r->from[0]; x++)
			if (canvas_char(&r->c, i, x) != ' ')
				return false;
	}
	return true;
}

static bool
find_columns(struct ruled *r)
{
	for (int m = 0; m < CANVAS__N; m++)
		if (canvas_make(r->t, r->at, r->n, (enum canvas_measure)m,
		    &r->c) && fits(r))
			return true;
	return false;
}

static struct str
piece(const struct ruled *r, size_t line, int k)
{
	return canvas_text(&r->c, line, r->from[k], k + 1 < r->ncol ?
	    r->from[k + 1] : r->c.width);
}

static bool
is_rule(const struct ruled *r, size_t line)
{
	return is_ruler(r->t, r->at + line) || is_dashes(r->t, r->at + line);
}

/* How many lines from one on are a row. */
static size_t
row_lines(const struct ruled *r, size_t line)
{
	size_t	 n = 1;

	while (line + n < r->n && n < ROW_LINES && !is_rule(r, line + n) &&
	    (r->parted ? r->t->line[r->at + line + n].gap == 0 :
	    r->goes_on && piece(r, line + n, 0).n == 0))
		n++;
	return n;
}

/* 1 when the row is put, 0 if there may be several, -1 on error. */
static int
put_row(const struct ruled *r, struct grid *g, size_t line, size_t n,
    struct err *e)
{
	if (grid_row(g, e) < 0)
		return -1;
	for (int k = 0; k < r->ncol; k++) {
		struct pile	 pile = { .room = r->to[k] - r->from[k] + 2 };
		struct buf	 b;
		struct str	 s;

		buf_init(&b, r->t->arena);
		for (size_t i = line; i < line + n; i++) {
			s = piece(r, i, k);
			if (k == 0 && r->goes_on && (str_eq(s, STR("\\")) ||
			    str_eq(s, STR(".."))))
				s = STR("");
			pile_add(&pile, s);
			if (b.n > 0 && s.n > 0)
				buf_puts(&b, "\n");
			buf_str(&b, s);
		}
		if (!pile_is_cell(&pile))
			return 0;
		s = text_plain(r->t->arena, buf_text(&b));
		if (grid_cell(g, s, r->t->line[r->at + line].no, 1, 1,
		    e) < 0)
			return -1;
	}
	return 1;
}

bool
text_ruler_begins(const struct text *t, size_t at)
{
	return find_ruler(t, at) != STR_NONE;
}

long
text_ruler(struct text *t, size_t at, struct err *e)
{
	struct ruled	 r = { .t = t, .at = at };
	struct grid	*g;
	size_t		 n;
	int		 done;

	r.ruler = find_ruler(t, at);
	if (r.ruler != STR_NONE && canvas_check(t, e) < 0)
		return -1;
	if (r.ruler == STR_NONE || !find_end(&r) || !find_columns(&r))
		return 0;
	g = grid_new(t->arena);
	for (size_t i = 0; i < r.n; i += n) {
		n = 1;
		if (is_rule(&r, i))
			continue;
		n = row_lines(&r, i);
		done = put_row(&r, g, i, n, e);
		if (done <= 0)
			return done;
	}
	if (text_count(t, e) < 0 ||
	    doc_table(t->doc, g, t->line[at].no, e) < 0)
		return -1;
	return (long)r.n;
}
