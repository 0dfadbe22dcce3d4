/*
 * Tables that were written cell by cell, each with a bar behind it, as
 * extractors of web pages do:
 *
 *	a | b | c |	a row a line; no bar begins it, so that one which
 *	d | ||		does is behind a blank cell; bars fill the row up
 *
 *	a |		a cell a line, and the row filled up in one of its
 *	|||		own; or "|" alone begins a row, and the filling
 *			follows its last cell
 *
 *	a		cells behind bars, and a bar behind the last
 *	| b
 *	|
 *
 * Cells that others cover are left out in all of them.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/text.h"

#define WINDOW		60	/* lines by which the manner is told */
#define MORE_LINES	3	/* of a cell that was broken */
#define MORE_CHARS	40
#define HEADS		4	/* words alone in so many cells are heads */

enum manner {
	MANNER_NONE,
	MANNER_ROWS,	/* a | b | c | */
	MANNER_CELLS,	/* a | */
	MANNER_NEXT,	/* a and | b */
};

/* The bars that a line begins and ends with, and the words on it. */
struct shape {
	bool	 left, right;
	int	 bars, words;
	int	 last;		/* bars at its end with nothing between */
};

static struct shape
shape_of(struct str s)
{
	struct shape	 x = { .left = str_starts(s, STR("|")) };
	bool		 word = false;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n) {
			word = true;
			x.last = 0;
			i++;
		} else if (s.p[i] == '|') {
			x.bars++;
			x.last++;
			x.words += word;
			word = false;
		} else if (s.p[i] != ' ' && s.p[i] != '\t') {
			x.last = 0;
			word = true;
		}
	}
	x.words += word;
	x.right = x.last > 0;
	return x;
}

/* A line that may be the beginning of a cell that others end. */
static bool
may_go_on(const struct line *l)
{
	return !l->pipe && !l->inner && l->text.p[0] != '#' &&
	    !line_is_prose(l->text) && !line_is_caption(l->text) &&
	    utf8_length(l->text) <= MORE_CHARS;
}

static enum manner
manner_of(const struct text *t, size_t at)
{
	int		 open = 0, both = 0, next = 0, rows = 0, ends = 0;
	size_t		 end = at + WINDOW < t->n ? at + WINDOW : t->n;
	struct shape	 x;

	for (size_t i = at; i < end; i++) {
		const struct line	*l = &t->line[i];

		if (!l->pipe) {
			if (i + 1 == end || !t->line[i + 1].pipe)
				break;
			ends += i > at && str_eq(t->line[i - 1].text,
			    STR("|"));
			continue;
		}
		x = shape_of(l->text);
		if (x.words == 0)
			continue;
		open += !x.left && x.right;
		both += x.left && x.right;
		next += x.left && !x.right && x.words == 1;
		rows += x.words > 1;
	}
	if (next >= 2 && ends > 0 && open == 0 && rows == 0 && both < next)
		return MANNER_NEXT;
	if (open < 2 || 3 * open < both || !t->line[at].pipe)
		return MANNER_NONE;
	return rows > 0 ? MANNER_ROWS : open > 2 ? MANNER_CELLS : MANNER_NONE;
}

/*
 * Where lines are rows, "|" alone is behind a blank cell that was a line
 * break, and a row goes on over lines that begin with a bar.
 */
static bool
rows_are_broken(struct text *t)
{
	for (size_t i = 0; i < t->n && !t->bar_seen && !t->bar_alone; i++)
		t->bar_alone = str_eq(t->line[i].text, STR("|"));
	t->bar_seen = true;
	return t->bar_alone;
}

/*
 * Whether line i is one of the table: it has the bar that its manner asks
 * for, or belongs to a cell of which a line below does.
 */
static bool
belongs(struct text *t, size_t at, size_t i, enum manner m)
{
	const struct line	*l = &t->line[i];
	struct shape		 x;

	x = shape_of(l->text);
	/* A blank cell that begins a row may have left a blank line. */
	if (i > at + 1 && l->gap > t->line[at + 1].gap && !(x.left &&
	    (m == MANNER_NEXT || (m == MANNER_ROWS && rows_are_broken(t)))))
		return false;
	if (l->pipe) {
		return x.bars < LIMIT_COLUMNS && (x.right ||
		    (m == MANNER_NEXT && x.left));
	}
	if (m == MANNER_ROWS)
		return false;
	for (size_t k = i; k < t->n && k <= i + MORE_LINES; k++) {
		if (t->line[k].pipe) {
			x = shape_of(t->line[k].text);
			return m == MANNER_NEXT ? x.left :
			    x.right && x.words == 1 && !x.left;
		}
		if (!may_go_on(&t->line[k]) || (k > i && k + 1 < t->n &&
		    t->line[k].gap > t->line[k + 1].gap))
			return false;
		if (m == MANNER_CELLS && (t->line[k].gap > 0 ||
		    line_is_numbered(t->line[k].text)))
			return false;
	}
	return false;
}

/* The cells of a table one after another, as they are put into rows. */
struct cells {
	struct text	*t;
	struct grid	*g;
	struct buf	 word;		/* of the cell that is not at its end */
	int		 line;		/* where that began */
	int		 n, width;	/* cells of the row, and in a full one */
	bool		 led;		/* a bar of its own begins each row */
};

static int
end_cell(struct cells *c, int line, struct err *e)
{
	struct str	 s = text_plain(c->t->arena, buf_text(&c->word));

	if (c->width > 0 && c->n == c->width) {
		if (grid_row(c->g, e) < 0)
			return -1;
		c->n = 0;
	}
	if (c->n++ == 0 && c->led)
		return 0;
	if (grid_cell(c->g, s, c->line != 0 ? c->line : line, 1, 1, e) < 0)
		return -1;
	buf_init(&c->word, c->t->arena);
	c->line = 0;
	return 0;
}

/* The words and bars of a line. */
static int
put_line(struct cells *c, const struct line *l, struct err *e)
{
	struct str	 rest = l->text, cell;

	while (text_cell_of(&rest, &cell)) {
		cell = str_trim(cell);
		if (cell.n > 0) {
			if (c->word.n > 0)
				buf_puts(&c->word, "\n");
			if (c->line == 0)
				c->line = l->no;
			buf_str(&c->word, cell);
		}
		if (rest.p != NULL && end_cell(c, l->no, e) < 0)
			return -1;
	}
	return 0;
}

/* Heads of columns: what is below them is another row. */
static bool
is_heads(struct str s)
{
	struct str	 cell;
	int		 n = 0;

	while (text_cell_of(&s, &cell)) {
		cell = str_trim(cell);
		if (cell.n > 0 && line_is_value(cell))
			return false;
		n += cell.n > 0;
	}
	return n >= HEADS;
}

static int
put_rows(struct cells *c, size_t at, size_t n, struct err *e)
{
	struct text	*t = c->t;
	bool		 broken = rows_are_broken(t), goes_on = false;

	for (size_t i = at; i < at + n; i++) {
		const struct line	*l = &t->line[i];

		if (text_is_rule(l->text))
			continue;
		goes_on = broken && i > at && shape_of(l->text).left &&
		    l->gap <= t->line[at + 1].gap &&
		    (goes_on || !is_heads(t->line[i - 1].text));
		if (!goes_on && grid_row(c->g, e) < 0)
			return -1;
		if (put_line(c, l, e) < 0)
			return -1;
	}
	return 0;
}

static int
put_next(struct cells *c, size_t at, size_t n, struct err *e)
{
	const struct text	*t = c->t;
	bool			 open = false;

	for (size_t i = at; i < at + n; i++) {
		struct shape	 x = shape_of(t->line[i].text);
		bool		 first = i == at || (!x.left && !open);

		/*
		 * Behind the bar that ends a row, words begin another; so
		 * does a blank cell, which leaves a blank line.
		 */
		if (x.left && i > at + 1)
			first = t->line[i].gap > t->line[at + 1].gap;
		if (first && grid_row(c->g, e) < 0)
			return -1;
		open = x.words > 0;
		if (put_line(c, &t->line[i], e) < 0)
			return -1;
	}
	return 0;
}

/*
 * How many cells a row has, filled up: where bars alone follow each other a
 * row ends, so all such places are so many cells apart; 0 if they are not,
 * or there are none in the first row.
 */
static int
full_width(const struct text *t, size_t at, size_t n)
{
	int	 seen = 0, width = 0;

	for (size_t i = at; i < at + n; i++) {
		struct shape	 x = shape_of(t->line[i].text);

		seen += x.bars;
		if (x.last < 2)
			continue;
		if (width == 0)
			width = seen;
		if (seen % width != 0)
			return 0;
	}
	return width <= ROW_CELLS ? width : 0;
}

/* Whether each row of so many bars begins with one, before any words. */
static bool
is_led(const struct text *t, size_t at, size_t n, int width)
{
	int	 seen = 0;

	for (size_t i = at; i < at + n; i++) {
		struct shape	 x = shape_of(t->line[i].text);

		if (seen % width == 0 && !x.left)
			return false;
		seen += x.bars;
	}
	return true;
}

static int
put_cells(struct cells *c, size_t at, size_t n, struct err *e)
{
	const struct text	*t = c->t;

	c->width = full_width(t, at, n);
	if (c->width == 0) {
		c->width = 1;
		c->g->trust = GRID_LIST;
	} else
		c->led = is_led(t, at, n, c->width);
	if (grid_row(c->g, e) < 0)
		return -1;
	for (size_t i = at; i < at + n; i++)
		if (put_line(c, &t->line[i], e) < 0)
			return -1;
	return 0;
}

long
text_bar(struct text *t, size_t at, struct err *e)
{
	enum manner	 m = manner_of(t, at);
	struct cells	 c = { .t = t };
	size_t		 n = 0;
	int		 err;

	if (m == MANNER_NONE)
		return 0;
	while (at + n < t->n && belongs(t, at, at + n, m))
		n++;
	if (n < 2)
		return 0;
	c.g = text_table(t, e);
	if (c.g == NULL)
		return -1;
	c.g->trust = GRID_PACKED;
	buf_init(&c.word, t->arena);
	err = m == MANNER_ROWS ? put_rows(&c, at, n, e) :
	    m == MANNER_NEXT ? put_next(&c, at, n, e) :
	    put_cells(&c, at, n, e);
	if (err < 0 || doc_table(t->doc, c.g, t->line[at].no, e) < 0)
		return -1;
	return (long)n;
}
