/*
 * Tables that lost all but their cells: one on each line, and nothing says
 * where a row ends.  Empty cells can be seen only where they left a blank
 * line more than there is between the others.
 */
#include <config.h>

#include <limits.h>

#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/text.h"

#define LIST_MIN	12	/* fewer cells are no table */
#define GAP_MAX		8	/* blank lines between two cells as a rule */
#define EMPTY_MAX	32	/* empty cells in a row at most */

static bool
is_cell(const struct line *l)
{
	return l->ntab == 0 && !l->pipe && l->text.p[0] != '#' &&
	    !line_is_prose(l->text) && !line_is_caption(l->text) &&
	    !line_has_figures(l->text);
}

/* A cell with a bar below, with commas or lines, is of another table. */
static bool
is_others(struct text *t, size_t i)
{
	return (i + 1 < t->n && str_eq(t->line[i + 1].text, STR("|"))) ||
	    text_comma_begins(t, i) || text_drawn_begins(t, i) ||
	    text_ruler_begins(t, i) || text_layout_begins(t, i);
}

/* A year or another long number amid words: titles and dates have it. */
static bool
is_front(struct str s)
{
	int		 run = 0, most = 0;
	bool		 word = false;
	uint32_t	 c;

	if (line_is_value(s))
		return false;
	for (size_t at = 0; at < s.n; ) {
		c = utf8_fold(utf8_next(s, &at));
		run = c >= '0' && c <= '9' ? run + 1 : 0;
		if (run > most)
			most = run;
		word |= utf8_is_han(c);
	}
	return most >= 4 && (word || most == 4);
}

/*
 * Where in from..to the table begins: what stands before the first numbered
 * heading above the first figure is the front of the document, and so is
 * all down to a line with a year.
 */
static size_t
skip_front(const struct text *t, size_t from, size_t to)
{
	size_t	 start = from;

	for (size_t i = from; i < to; i++) {
		struct str	 s = t->line[i].text;

		if (line_is_value(s))
			break;
		if (line_is_numbered(s))
			return i > start ? i : start;
		if (is_front(s))
			start = i + 1;
	}
	return start;
}

/* A heading numbered beyond 四; rows of tables do not go so far. */
static bool
is_late(struct str s)
{
	static const char	 early[] = "一二三四";
	size_t			 n;

	if (!line_is_numbered(s))
		return false;
	utf8_first(s, &n);
	return !str_has(STR(early), str_sub(s, 0, n));
}

/* Where it ends: at the first such heading below the last figure. */
static size_t
skip_back(const struct text *t, size_t from, size_t to)
{
	size_t	 i = to;

	while (i > from && (!line_is_value(t->line[i - 1].text) ||
	    str_eq(t->line[i - 1].text, STR("无"))))
		i--;
	for (; i < to; i++)
		if (is_late(t->line[i].text))
			return i;
	return to;
}

struct gaps {
	int	 lines;		/* blank lines between two cells, as a rule */
	bool	 ghosts;	/* blank lines have white space as a rule */
};

/* The most common number of blank lines between two cells. */
static struct gaps
usual_gaps(const struct text *t, size_t from, size_t to)
{
	struct gaps	 g = { 0, false };
	size_t		 count[GAP_MAX + 1] = { 0 }, ghosts = 0, gaps = 0;

	for (size_t i = from + 1; i < to; i++) {
		int	 gap = t->line[i].gap;

		count[gap < GAP_MAX ? gap : GAP_MAX]++;
		gaps += gap > 0;
		ghosts += t->line[i].ghosts > 0;
	}
	for (int i = 1; i <= GAP_MAX; i++)
		if (count[i] > count[g.lines])
			g.lines = i;
	g.ghosts = 2 * ghosts > gaps;
	return g;
}

/*
 * Empty cells before a line.  A line with nothing but white space on it,
 * among others that have not even that, is itself one.
 */
static int
empties(const struct line *l, struct gaps g)
{
	int	 n = l->gap - g.lines, seen = 0;

	if (!g.ghosts && l->ghosts > 0) {
		seen = l->ghosts;
		n = l->gap - seen - g.lines * (seen + 1);
	}
	return seen + (n > 0 ? n : 0);
}

static int
put_cell(struct grid *g, struct str s, int line, bool inferred,
    struct err *e)
{
	if (grid_row(g, e) < 0 || grid_cell(g, s, line, 1, 1, e) < 0)
		return -1;
	grid_at(g, g->nrow - 1, 0)->inferred = inferred;
	return 0;
}

static int
put_empty(struct grid *g, int n, int line, struct err *e)
{
	if (n > EMPTY_MAX)
		return 0;
	for (; n > 0; n--)
		if (put_cell(g, STR(""), line - n, true, e) < 0)
			return -1;
	return 0;
}

/* A page number: by its shape, or alone at the foot of a page. */
static bool
is_page(const struct text *t, size_t i, struct gaps g)
{
	const struct line	*l = &t->line[i];

	return line_is_page(l->text) || (line_is_value(l->text) &&
	    l->gap > g.lines && i + 1 < t->n &&
	    t->line[i + 1].raw.p[0] == '\f');
}

/*
 * The fewest blank lines around a page number; where there are more, cells
 * beside it are empty.  A single page number tells nothing.
 */
static int
page_gap(const struct text *t, size_t from, size_t to, struct gaps g)
{
	int	 n = 0, least = INT_MAX;

	for (size_t i = from; i + 1 < to; i++)
		if (is_page(t, i, g)) {
			int	 gap = t->line[i].gap + t->line[i + 1].gap;

			n++;
			if (gap < least)
				least = gap;
		}
	return n > 1 ? least : INT_MAX;
}

/* Where the last figure of s begins, if there is space or 、 before it. */
static size_t
last_figure(struct str s)
{
	size_t		 at = s.n, n;
	uint32_t	 c;

	while (at > 0) {
		c = utf8_last(str_sub(s, 0, at), &n);
		if (utf8_is_space(c) || c == 0x3001)
			break;
		at -= n;
	}
	return line_is_value(str_from(s, at)) ? at : STR_NONE;
}

/* Without white space and 、 at its end. */
static struct str
cut_end(struct str s)
{
	s = str_trim(s);
	while (str_ends(s, STR("\u3001")))
		s = str_trim(str_sub(s, 0, s.n - 3));
	return s;
}

static bool
has_digit(struct str s)
{
	uint32_t	 c;

	for (size_t at = 0; at < s.n; ) {
		c = utf8_fold(utf8_next(s, &at));
		if (c >= '0' && c <= '9')
			return true;
	}
	return false;
}

/*
 * Puts the cells of a line: figures that it ends with are cells of their
 * own.  So "6 14" is never taken for one number.
 */
static int
put_line(struct grid *g, const struct line *l, struct err *e)
{
	struct str	 figure[ROW_CELLS], s = l->text;
	size_t		 n = 0, at;

	while (n < ROW_CELLS && s.n > 0 && (at = last_figure(s)) != STR_NONE) {
		figure[n++] = str_from(s, at);
		s = cut_end(str_sub(s, 0, at));
	}
	if (n == 0 || (n == 1 && !has_digit(figure[0])))
		return put_cell(g, l->text, l->no, false, e);
	if (s.n > 0 && put_cell(g, s, l->no, false, e) < 0)
		return -1;
	while (n > 0)
		if (put_cell(g, figure[--n], l->no, false, e) < 0)
			return -1;
	return 0;
}

static int
put_list(struct text *t, size_t from, size_t to, struct err *e)
{
	struct gaps		 gaps = usual_gaps(t, from, to);
	struct grid		*g = text_table(t, e);
	const struct line	*l, *page = NULL;
	int			 least = page_gap(t, from, to, gaps), n;

	if (g == NULL)
		return -1;
	for (size_t i = from; i < to; i++) {
		l = &t->line[i];
		if (is_page(t, i, gaps)) {
			page = l;
			continue;
		}
		n = page != NULL ? page->gap + l->gap - least :
		    empties(l, gaps);
		if (i != from && put_empty(g, n, l->no, e) < 0)
			return -1;
		page = NULL;
		if (put_line(g, l, e) < 0)
			return -1;
	}
	/* The last cells may be empty as well. */
	l = to < t->n ? &t->line[to] : &t->end;
	if (page == NULL && put_empty(g, empties(l, gaps), l->no, e) < 0)
		return -1;
	g->trust = GRID_LIST;
	return doc_table(t->doc, g, t->line[from].no, e);
}

long
text_list(struct text *t, size_t at, struct err *e)
{
	size_t	 end = at, from, to;

	if (at < t->no_list)
		return 0;
	while (end < t->n && is_cell(&t->line[end]) &&
	    (end == at || !is_others(t, end)))
		end++;
	if (end == at)
		return 0;
	from = skip_front(t, at, end);
	to = skip_back(t, from, end);
	if (to - from < LIST_MIN) {
		t->no_list = end;
		return 0;
	}
	if (text_paras(t, at, from, e) < 0 || put_list(t, from, to, e) < 0 ||
	    text_paras(t, to, end, e) < 0)
		return -1;
	return (long)(end - at);
}
