/*
 * Tables of Markdown and its relatives:
 *
 *	| a | b |	a row; outer bars may be missing, and "||" is an empty
 *	|---|---|	cell; rules are dropped
 *
 *	+---+---+	the same with rules between all rows: what stands
 *	| a | b |	between two of them may be one row, whose cells go
 *	| c |   |	on over lines
 *	+---+---+
 *
 *	a		the same with each cell and each bar on a line of its
 *	|		own: a bar stands between two cells of a row
 *	b
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
#include "read/text_mark.h"

#define ROW_LINES	40	/* of a row between two rules */
#define FEW_CELLS	4	/* may be all of a table of one row */

bool
text_is_rule(struct str s)
{
	bool	 dash = false, bar = false;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '-' || s.p[i] == '=')
			dash = true;
		else if (s.p[i] == '|' || s.p[i] == '+')
			bar = true;
		else if (s.p[i] != ':' && s.p[i] != ' ' && s.p[i] != '\t')
			return false;
	}
	/* "| - | - |" is a row of placeholders. */
	return dash && bar && (str_has(s, STR("--")) ||
	    str_has(s, STR("==")));
}

static bool
is_bar(struct str s)
{
	return str_eq(s, STR("|")) || str_eq(s, STR("\uFF5C"));
}

/*
 * The bar that begins or ends a row, if any, is no cell of its own; but the
 * one at the end is before a blank cell where others have none there.
 */
static struct str
cut_bars(struct str s, bool open)
{
	if (str_starts(s, STR("\uFF5C")))
		s = str_from(s, 3);
	else if (str_starts(s, STR("|")))
		s = str_from(s, 1);
	if (open)
		return s;
	if (str_ends(s, STR("\uFF5C")))
		s.n -= 3;
	else if (str_ends(s, STR("|")) && !str_ends(s, STR("\\|")))
		s.n -= 1;
	return s;
}

bool
text_cell_of(struct str *rest, struct str *cell)
{
	size_t	 i;

	if (rest->p == NULL)
		return false;
	for (i = 0; i < rest->n; i++) {
		if (rest->p[i] == '\\' && i + 1 < rest->n) {
			i++;
			continue;
		}
		if (rest->p[i] == '|' ||
		    str_starts(str_from(*rest, i), STR("\uFF5C")))
			break;
	}
	*cell = str_sub(*rest, 0, i);
	if (i >= rest->n)
		*rest = (struct str){ NULL, 0 };
	else
		*rest = str_from(*rest, i + (rest->p[i] == '|' ? 1 : 3));
	return true;
}

static size_t
break_at(struct str s)
{
	static const char *const	 list[] = {
		"<br>", "<br/>", "<br />", "<BR>", "<BR/>", "<BR />",
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if (str_starts(s, str_of(list[i])))
			return str_of(list[i]).n;
	return 0;
}

/*
 * Without the underscores around it: they are emphasis, or the rule that
 * html2text draws in a row's last line, as in "|_35_|_ _|".  What is nothing
 * else is left, for people write so that there is nothing.
 */
static struct str
without_rule(struct str s)
{
	struct str	 all = s;

	while (s.n > 0 && (s.p[0] == '_' || s.p[0] == ' '))
		s = str_from(s, 1);
	while (s.n > 0 && (s.p[s.n - 1] == '_' || s.p[s.n - 1] == ' '))
		s.n--;
	return s.n > 0 || memchr(all.p, ' ', all.n) != NULL ? str_trim(s) :
	    all;
}

struct str
text_plain(struct arena *a, struct str s)
{
	struct buf	 b;
	size_t		 n;

	s = str_trim(text_unmark(a, s));
	if (s.n > 4 && str_starts(s, STR("**")) && str_ends(s, STR("**")))
		s = str_trim(str_sub(s, 2, s.n - 4));
	if (s.n > 2 && s.p[0] == '`' && s.p[s.n - 1] == '`')
		s = str_trim(str_sub(s, 1, s.n - 2));
	if (s.n > 0 && (s.p[0] == '_' || s.p[s.n - 1] == '_'))
		s = without_rule(s);
	if (s.n == 0 || (memchr(s.p, '<', s.n) == NULL &&
	    memchr(s.p, '\\', s.n) == NULL))
		return s;
	buf_init(&b, a);
	for (size_t i = 0; i < s.n; i++) {
		n = s.p[i] == '<' ? break_at(str_from(s, i)) : 0;
		if (n > 0) {
			buf_puts(&b, "\n");
			i += n - 1;
			continue;
		}
		if (s.p[i] == '\\' && i + 1 < s.n &&
		    memchr("\\|*_.-#()[]~", s.p[i + 1], 12) != NULL)
			i++;
		buf_add(&b, s.p + i, 1);
	}
	return buf_text(&b);
}

/* What bars around the cells of a row are. */
enum frame {
	FRAME_BOTH,	/* a frame, also where there is but one */
	FRAME_LEFT,	/* one in front, none behind */
	FRAME_NONE,	/* they part cells: outer ones are blank there */
};

static int
put_row(struct text *t, struct grid *g, const struct line *l,
    enum frame frame, int *ncell, struct err *e)
{
	struct str	 rest = frame == FRAME_NONE ? l->text :
			    cut_bars(l->text, frame == FRAME_LEFT), cell;
	int		 n = 0;

	if (grid_row(g, e) < 0)
		return -1;
	while (text_cell_of(&rest, &cell)) {
		if (grid_cell(g, text_plain(t->arena, cell), l->no, 1, 1,
		    e) < 0)
			return -1;
		n++;
	}
	*ncell = n;
	return 0;
}

static bool
too_wide(struct str s)
{
	size_t	 n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '|' || s.p[i] == '\xEF';
	return n >= LIMIT_COLUMNS;
}

/*
 * How many lines are rows of one table: they follow each other, or with
 * blank lines between; but behind a blank line, a row with a rule below it
 * is the head of another table.
 */
static size_t
extent(const struct text *t, size_t at)
{
	size_t	 i;

	for (i = at; i < t->n; i++) {
		if ((!t->line[i].pipe && !text_is_rule(t->line[i].text)) ||
		    too_wide(t->line[i].text))
			break;
		if (i > at && t->line[i].gap > 0 && i + 1 < t->n &&
		    text_is_rule(t->line[i + 1].text))
			break;
	}
	return i - at;
}

/* One column of "| a" lines says nothing of rows. */
static enum grid_trust
trust_of(const struct grid *g, bool even)
{
	if (g->ncol == 1)
		return GRID_LIST;
	return even ? GRID_EXACT : GRID_PADDED;
}

/* Where the lines end that stand together with that one, up to a rule. */
static size_t
group_end(const struct text *t, size_t i, size_t end)
{
	while (i < end && !text_is_rule(t->line[i].text))
		i++;
	return i;
}

/* Whether each column of those lines may be one cell. */
static bool
may_be_row(const struct text *t, size_t from, size_t to)
{
	struct str	 rest[ROW_LINES], cell;
	bool		 more = true;

	for (size_t i = from; i < to; i++)
		rest[i - from] = cut_bars(t->line[i].text, false);
	while (more) {
		struct pile	 pile = { .room = 0 };
		size_t		 cells = 0;

		for (size_t i = 0; i < to - from; i++)
			if (text_cell_of(&rest[i], &cell)) {
				int	 wide = (int)str_width(cell);

				cells++;
				pile.room = wide > pile.room ? wide :
				    pile.room;
				pile_add(&pile, str_trim(cell));
			}
		if (!pile_is_cell(&pile) || (cells > 0 && cells < to - from))
			return false;
		more = cells > 0;
	}
	return true;
}

/*
 * Whether rules part all rows: there are more than those around a head and
 * a body, and what stands between most of them may be one row.  In the
 * others, figures are broken over lines: their cells get all of these.
 */
static bool
rules_part_rows(const struct text *t, size_t at, size_t end)
{
	size_t	 groups = 0, fit = 0, to;
	bool	 several = false;

	for (size_t i = at; i < end; i = to + 1) {
		to = group_end(t, i, end);
		if (to == i)
			continue;
		if (to - i > ROW_LINES)
			return false;
		groups++;
		several |= to - i > 1;
		fit += may_be_row(t, i, to);
	}
	return several && groups > 2 && 2 * fit > groups;
}

/* Lines with as many cells each, as one row. */
static int
put_group(struct text *t, struct grid *g, size_t from, size_t to, int *ncell,
    struct err *e)
{
	struct str	 rest[ROW_LINES], cell;
	struct buf	 b;

	for (size_t i = from; i < to; i++)
		rest[i - from] = cut_bars(t->line[i].text, false);
	if (grid_row(g, e) < 0)
		return -1;
	for (*ncell = 0;; ++*ncell) {
		bool	 any = false;

		buf_init(&b, t->arena);
		for (size_t i = 0; i < to - from; i++)
			if (text_cell_of(&rest[i], &cell)) {
				any = true;
				cell = text_plain(t->arena, cell);
				if (b.n > 0 && cell.n > 0)
					buf_puts(&b, "\n");
				buf_str(&b, cell);
			}
		if (!any)
			return 0;
		if (grid_cell(g, buf_text(&b), t->line[from].no, 1, 1, e) < 0)
			return -1;
	}
}

/* Whether most rows begin with a bar and do not end with one: "| a | b". */
static bool
rows_are_open(const struct text *t, size_t at, size_t n)
{
	size_t	 open = 0, both = 0;

	for (size_t i = at; i < at + n; i++) {
		struct str	 s = t->line[i].text;

		if (!str_starts(s, STR("|")) || text_is_rule(s))
			continue;
		open += !str_ends(s, STR("|"));
		both += str_ends(s, STR("|"));
	}
	return open > both;
}

static int
count_bars(struct str s)
{
	struct str	 cell;
	int		 n = 0;

	while (text_cell_of(&s, &cell))
		n++;
	return n - 1;
}

/*
 * Whether bars that rows begin or end with only part cells: one row has none
 * around it, and those that do have no more of them.
 */
static bool
rows_are_bare(const struct text *t, size_t at, size_t n)
{
	bool	 bare = false, outer = false, left, right;
	int	 bars = -1, here;

	for (size_t i = at; i < at + n; i++) {
		struct str	 s = t->line[i].text;

		if (text_is_rule(s))
			continue;
		here = count_bars(s);
		if (bars >= 0 && here != bars)
			return false;
		bars = here;
		left = str_starts(s, STR("|"));
		right = str_ends(s, STR("|"));
		bare |= !left && !right;
		outer |= left || right;
	}
	return bare && outer;
}

static enum frame
frame_of(const struct text *t, size_t at, size_t n)
{
	if (rows_are_bare(t, at, n))
		return FRAME_NONE;
	return rows_are_open(t, at, n) ? FRAME_LEFT : FRAME_BOTH;
}

/* A ruler between two bars: what it parts is broken over lines, in a frame. */
static bool
has_framed_ruler(const struct text *t, size_t at, size_t n)
{
	for (size_t i = at; i < at + n; i++)
		if (str_has(t->line[i].text, STR("-- --")) &&
		    text_is_rule(t->line[i].text))
			return true;
	return false;
}

static long
rows(struct text *t, size_t at, size_t n, struct err *e)
{
	struct grid	*g = text_table(t, e);
	int		 ncell, first = -1;
	bool		 even = true, ruled = rules_part_rows(t, at, at + n);
	enum frame	 frame = frame_of(t, at, n);

	if (g == NULL)
		return -1;
	for (size_t i = at, to; i < at + n; i = to) {
		to = i + 1;
		if (text_is_rule(t->line[i].text))
			continue;
		if (ruled)
			to = group_end(t, i, at + n);
		if ((ruled ? put_group(t, g, i, to, &ncell, e) :
		    put_row(t, g, &t->line[i], frame, &ncell, e)) < 0)
			return -1;
		if (first < 0)
			first = ncell;
		even &= ncell == first;
	}
	if (g->ncol == 1 && has_framed_ruler(t, at, n))
		return text_paras(t, at, at + n, e) < 0 ? -1 : (long)n;
	/* A row with a blank cell at its end may be a piece of one. */
	g->trust = trust_of(g, even && frame != FRAME_NONE);
	if (doc_table(t->doc, g, t->line[at].no, e) < 0)
		return -1;
	return (long)n;
}

/*
 * A run of cells and bars on lines of their own, with at least two bars:
 * every cell in it has a bar on one side.
 */
static size_t
bar_extent(const struct text *t, size_t at)
{
	size_t	 i, n = 0;
	bool	 before = false, after;

	for (i = at; i < t->n; i++) {
		const struct line	*l = &t->line[i];

		if (is_bar(l->text)) {
			before = true;
			n++;
			continue;
		}
		after = i + 1 < t->n && is_bar(t->line[i + 1].text);
		/* The last cell of a row stands as near to its bar as any. */
		if (l->pipe || l->inner || line_is_prose(l->text) ||
		    (!before && !after) ||
		    (i > at && !after && l->gap > t->line[at + 1].gap))
			break;
		before = false;
	}
	/* A heading below the last bar is not in the table. */
	if (i > at && line_is_numbered(t->line[i - 1].text))
		i--;
	return n >= 2 ? i - at : 0;
}

/*
 * The cells of a run of bars.  A cell with no bar before it begins a row,
 * unless rows are not told apart at all, when each cell gets its own.
 */
static int
put_bars(struct text *t, struct grid *g, size_t at, size_t n, bool list,
    struct err *e)
{
	bool	 open = false;	/* a bar was the last thing seen */

	for (size_t i = at; i < at + n; i++) {
		struct str	 s = t->line[i].text;
		bool		 bar = is_bar(s);

		if ((list || g->nrow == 0 || (!bar && !open)) &&
		    !(list && bar && !open) && grid_row(g, e) < 0)
			return -1;
		if (bar && open)
			s = STR("");
		if ((!bar || open) && grid_cell(g, text_plain(t->arena, s),
		    t->line[i].no, 1, 1, e) < 0)
			return -1;
		open = bar;
	}
	return 0;
}

/*
 * Whether rows are not told apart: there would be one of more than a row
 * has, or there is a bar behind the last cell as behind any other.
 */
static bool
is_list(const struct text *t, size_t at, size_t n)
{
	size_t	 wide = 0, most = 0;

	for (size_t i = at; i < at + n; i++) {
		wide = i > at && !is_bar(t->line[i].text) &&
		    !is_bar(t->line[i - 1].text) ? 0 : wide + 1;
		if (wide > most)
			most = wide;
	}
	return most > 2 * ROW_CELLS || (most == n && n >= 2 * FEW_CELLS &&
	    is_bar(t->line[at + n - 1].text));
}

static long
bars(struct text *t, size_t at, size_t n, struct err *e)
{
	struct grid	*g = text_table(t, e);
	bool		 list = is_list(t, at, n);

	if (g == NULL || put_bars(t, g, at, n, list, e) < 0)
		return -1;
	g->trust = list ? GRID_LIST : GRID_PADDED;
	if (doc_table(t->doc, g, t->line[at].no, e) < 0)
		return -1;
	return (long)n;
}

long
text_pipe(struct text *t, size_t at, struct err *e)
{
	const struct line	*l = &t->line[at];
	size_t			 n, nrow = 0;
	bool			 rule = !l->pipe && text_is_rule(l->text);

	if (rule && (at + 1 == t->n || !t->line[at + 1].pipe))
		return 0;
	if (!rule && (!l->pipe || is_bar(l->text))) {
		if (!is_bar(l->text) && (at + 1 == t->n ||
		    !is_bar(t->line[at + 1].text)))
			return 0;
		n = bar_extent(t, at);
		return n == 0 ? 0 : bars(t, at, n, e);
	}
	n = extent(t, at);
	for (size_t i = at; i < at + n; i++)
		nrow += !text_is_rule(t->line[i].text);
	/* Behind "| a" lines a bar alone is a blank cell, or their end. */
	if (n > 1 && is_bar(t->line[at + n - 1].text) &&
	    !str_ends(l->text, STR("|")))
		return rows(t, at, n - 1, e) < 0 ? -1 : (long)n;
	/* A single one without outer bars may be a line of links. */
	if (nrow < 2 && !(nrow == 1 && str_starts(l->text, STR("|")) &&
	    str_ends(l->text, STR("|"))))
		return n == 0 || text_paras(t, at, at + n, e) == 0 ?
		    (long)n : -1;
	return rows(t, at, n, e);
}
