#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "doc/grid.h"
#include "read/html_label.h"

#define FIGURE_CHARS	24	/* with what is beside it */

/* Words, and no digit that would be taken from a figure. */
static bool
is_head(struct str s)
{
	size_t		 n;
	uint32_t	 last = utf8_fold(utf8_last(s, &n));

	return s.n > 0 && utf8_is_han(utf8_first(s, &n)) &&
	    (last < '0' || last > '9') && last != '.' && last != ',' &&
	    last != '-';
}

/* What is behind the head and a colon; false if it does not begin so. */
static bool
behind(struct str s, struct str head, struct str *rest)
{
	if (!is_head(head) || !str_starts(s, head))
		return false;
	*rest = str_trim(str_from(s, head.n));
	if (str_starts(*rest, STR(":")))
		*rest = str_trim(str_from(*rest, 1));
	else if (str_starts(*rest, STR("\uFF1A")))
		*rest = str_trim(str_from(*rest, strlen("\uFF1A")));
	return true;
}

static bool
is_figure(struct str s)
{
	size_t		 n;
	uint32_t	 c;

	if (s.n == 0 || utf8_length(s) > FIGURE_CHARS)
		return false;
	c = utf8_fold(utf8_first(s, &n));
	return c >= '0' && c <= '9';
}

static bool
is_mark(struct str s)
{
	static const char *const	 marks[] = { "/", "-", "\u2014",
		"\u2014\u2014", "\uFF0F", "\uFF0D" };

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (str_eq(s, str_of(marks[i])))
			return true;
	return false;
}

/*
 * Goes down a column: the last words above are the head.  Rows that have
 * such a figure are marked, and cells changed if that is asked for, in these
 * rows or in all.
 */
static bool
walk(struct grid *g, int col, bool *row, bool change, bool all)
{
	struct str	 head = STR(""), rest;
	bool		 found = false;

	for (int r = 0; r < g->nrow; r++) {
		struct cell	*c = grid_at(g, r, col);

		if (c == NULL || c->row != r || c->text.n == 0)
			continue;
		if (!behind(c->text, head, &rest)) {
			if (!is_figure(c->text) && !is_mark(c->text))
				head = c->text;
			continue;
		}
		if (c->col != col || c->colspan > 1 || (rest.n > 0 &&
		    !is_figure(rest) && !is_mark(rest))) {
			head = c->text;
			continue;
		}
		found |= is_figure(rest);
		row[r] |= is_figure(rest);
		if (change && (all || row[r]))
			c->text = rest;
	}
	return found;
}

void
html_unlabel(struct arena *a, struct grid *g)
{
	bool	*row, *found, any = false;

	if (g->nrow < 2)
		return;
	row = arena_alloc(a, (size_t)g->nrow, sizeof(*row));
	found = arena_alloc(a, (size_t)g->ncol, sizeof(*found));
	for (int col = 0; col < g->ncol; col++) {
		found[col] = walk(g, col, row, false, false);
		any |= found[col];
	}
	for (int col = 0; any && col < g->ncol; col++)
		walk(g, col, row, true, found[col]);
}
