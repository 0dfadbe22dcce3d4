/*
 * Tables that go on over the page, and tables as grids.
 *
 * At the end of a page a word processor closes the table with a line and
 * opens it again on the next page.  What it cuts on the way: merged cells,
 * of which one part keeps the text, and rows, whose label goes on where it
 * was broken while the figures stand in one of the two parts.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "read/pdf_table.h"

#define SAME	(4 * PT)	/* boundaries so close are one */

/*
 * One set of boundaries for both tables, the lower moved so that their left
 * edges agree, and which of them each of the two had.
 */
struct merge {
	int	*x, n;
	int	*above, *below;
	int	 matched;
};

static struct merge
merge_boundaries(struct arena *a, const struct pdf_table *t,
    const struct pdf_table *u)
{
	size_t		 nt = (size_t)t->ncol + 1, nu = (size_t)u->ncol + 1;
	size_t		 i = 0, k = 0;
	int		 dx = t->x[0] - u->x[0];
	struct merge	 m = { .x = arena_alloc(a, nt + nu, sizeof(int)) };

	m.above = arena_alloc(a, nt, sizeof(int));
	m.below = arena_alloc(a, nu, sizeof(int));
	while (i < nt || k < nu) {
		bool	 up = i < nt, down = k < nu;

		if (up && down && abs(t->x[i] - u->x[k] - dx) > SAME) {
			up = t->x[i] < u->x[k] + dx;
			down = !up;
		}
		m.matched += up && down;
		m.x[m.n] = up ? t->x[i] : u->x[k] + dx;
		if (up)
			m.above[i++] = m.n;
		if (down)
			m.below[k++] = m.n;
		m.n++;
	}
	return m;
}

/* Both outer edges agree, and all boundaries of the one with fewer. */
static bool
same_columns(const struct merge *m, const struct pdf_table *t,
    const struct pdf_table *u)
{
	int	 fewer = t->ncol < u->ncol ? t->ncol : u->ncol;

	return m->above[t->ncol] == m->below[u->ncol] &&
	    m->matched == fewer + 1 && m->n <= LIMIT_COLUMNS;
}

static void
move_cell(struct pdf_cell *c, const int *map)
{
	int	 end = map[c->col + c->colspan];

	c->col = map[c->col];
	c->colspan = end - c->col;
}

static void
append(struct arena *a, struct pdf_cell *c, const struct pdf_cell *more)
{
	if (c->text.n == 0)
		c->line = more->line;
	c->text = str_cat(a, c->text, more->text);
	c->full = more->full;
	c->inferred |= more->inferred;
	c->doubtful = c->text.n == 0 && (c->doubtful || more->doubtful);
}

/* Whether a cell goes on below: there was no room left, and it fits. */
static bool
is_continued(const struct pdf_cell *above, const struct pdf_cell *below)
{
	return above->text.n != 0 && above->full && below->text.n != 0 &&
	    pdf_is_figure(above->text) == pdf_is_figure(below->text) &&
	    !pdf_begins_item(below->text);
}

/* The cells that end with the last row, by their first column. */
static struct pdf_cell **
last_row(struct arena *a, struct pdf_table *t)
{
	struct pdf_cell	**at;

	at = arena_alloc(a, (size_t)t->ncol, sizeof(struct pdf_cell *));
	for (int i = 0; i < t->ncell; i++)
		if (t->cell[i].row + t->cell[i].rowspan == t->nrow)
			at[t->cell[i].col] = &t->cell[i];
	return at;
}

static struct pdf_cell *
cell_above(struct pdf_cell **last, const struct pdf_cell *c)
{
	struct pdf_cell	*above = last[c->col];

	return above != NULL && above->colspan == c->colspan ? above : NULL;
}

/* Whether a cell of this row alone has a figure, or words. */
enum { HAS_FIGURE = 1, HAS_WORDS = 2 };

/* A figure, or what may be one on several lines. */
static bool
has_figures(struct str s)
{
	size_t	 from = 0;

	for (size_t i = 0; i <= s.n; i++) {
		if (i < s.n && s.p[i] != '\n')
			continue;
		if (!pdf_is_figure(str_sub(s, from, i - from)))
			return false;
		from = i + 1;
	}
	return true;
}

static int
what_it_has(const struct pdf_cell *c)
{
	return c->text.n == 0 || c->rowspan > 1 ? 0 :
	    has_figures(c->text) ? HAS_FIGURE : HAS_WORDS;
}

/*
 * Whether the first row below is the rest of the last row above: the same
 * cells, and nothing in two cells that are both complete.  At least one goes
 * on, or the figures are on one page and the words on the other.
 */
static bool
is_split_row(struct pdf_cell **last, const struct pdf_cell *first, int n)
{
	bool	 goes_on = false, up = false, down = false;
	int	 above = 0, below = 0;

	for (int i = 0; i < n; i++) {
		const struct pdf_cell	*c = cell_above(last, &first[i]);

		if (c == NULL)
			return false;
		above |= what_it_has(c);
		below |= what_it_has(&first[i]);
		if (first[i].text.n == 0)
			up |= c->text.n != 0 && pdf_is_figure(c->text);
		else if (is_continued(c, &first[i]))
			goes_on = true;
		else if (c->text.n == 0)
			down = true;
		else
			return false;
	}
	return goes_on ? !(up && down) :
	    (above == HAS_FIGURE && below == HAS_WORDS) ||
	    (above == HAS_WORDS && below == HAS_FIGURE);
}

/*
 * Whether a row of words that begins a page may be the rest of a label above,
 * whose row has its figures there: then nothing is blank beside it.
 */
static bool
may_be_rest(struct pdf_cell **last, int ncol, const struct pdf_cell *first,
    int n)
{
	int	 above = 0, below = 0;

	for (int i = 0; i < ncol; i++)
		above |= last[i] != NULL ? what_it_has(last[i]) : 0;
	for (int i = 0; i < n; i++) {
		below |= what_it_has(&first[i]);
		if (pdf_begins_item(first[i].text))
			return false;
	}
	return (above & HAS_FIGURE) != 0 && below == HAS_WORDS;
}

static bool
has_digit(struct str s)
{
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_fold(utf8_next(s, &at));

		if (c >= '0' && c <= '9')
			return true;
	}
	return false;
}

/*
 * What words of a row that begins a page are: none, perhaps the rest of those
 * above, as none begins an item, or surely others.
 */
enum rest { NO_WORDS, MAY_BE_REST, GOES_ON, OTHER_WORDS };

static enum rest
words_below(struct pdf_cell **last, const struct pdf_cell *first, int n)
{
	enum rest	 rest = NO_WORDS;

	for (int i = 0; i < n; i++) {
		const struct pdf_cell	*c = cell_above(last, &first[i]);

		if (what_it_has(&first[i]) != HAS_WORDS)
			continue;
		if (pdf_begins_item(first[i].text))
			return OTHER_WORDS;
		if (c != NULL && is_continued(c, &first[i]))
			rest = GOES_ON;
		else if (rest == NO_WORDS)
			rest = MAY_BE_REST;
	}
	return rest;
}

/*
 * Figures that begin a page without a label, or with what may be the rest of
 * that above, may go on with those above them, though these seem to have had
 * room: neither half is a figure then.  Where the label goes on nothing is
 * blank beside it.
 */
static void
doubt_halves(struct arena *a, struct pdf_cell **last, struct pdf_cell *first,
    int n)
{
	enum rest	 rest = words_below(last, first, n);
	int		 below = 0;

	for (int i = 0; i < n; i++)
		below |= what_it_has(&first[i]);
	if ((below & HAS_FIGURE) == 0 || rest == OTHER_WORDS)
		return;
	for (int i = 0; i < n; i++) {
		struct pdf_cell	*c = cell_above(last, &first[i]);
		int		 up, down = what_it_has(&first[i]);

		if (c == NULL || c->rowspan > 1 || first[i].rowspan > 1)
			continue;
		up = what_it_has(c);
		if (rest == GOES_ON) {
			c->doubtful |= up == 0 && down == HAS_FIGURE;
			first[i].doubtful |= down == 0;
		}
		if ((down != HAS_FIGURE && !has_digit(first[i].text)) ||
		    !(up == HAS_FIGURE ? c->narrow :
		    up == HAS_WORDS && down == HAS_FIGURE && rest == GOES_ON))
			continue;
		c->text = str_cat(a, c->text, STR(UTF8_BAD_TEXT));
		first[i].text = str_cat(a, first[i].text, STR(UTF8_BAD_TEXT));
	}
}

/*
 * The same where heads are between that are not those of the table, or not
 * seen to be: for the first row with figures.
 */
static void
doubt_below_heads(struct arena *a, struct pdf_cell **last,
    struct pdf_cell *cell, int n)
{
	int	 end;

	for (int i = 0; i < n; i = end) {
		int	 has = 0;

		for (end = i; end < n && cell[end].row == cell[i].row; end++)
			has |= what_it_has(&cell[end]);
		if ((has & HAS_FIGURE) == 0)
			continue;
		if (i > 0)
			doubt_halves(a, last, cell + i, end - i);
		return;
	}
}

/*
 * What a page cuts off may be too low for all of its lines to be seen: an
 * empty cell at its foot that is several in a row of figures below becomes
 * as many.
 */
static void
divide_blanks(struct arena *a, struct pdf_table *t, const struct pdf_table *u,
    const struct merge *m)
{
	const struct pdf_cell	*old = t->cell;
	int			 nold = t->ncell, nfirst = 0;
	bool			 figures = false;

	while (nfirst < u->ncell && u->cell[nfirst].row == 0)
		figures |= pdf_is_figure(u->cell[nfirst++].text);
	if (!figures)
		return;
	t->cellcap = (size_t)(nold + nfirst);
	t->cell = arena_alloc(a, t->cellcap, sizeof(*t->cell));
	t->ncell = 0;
	for (int i = 0; i < nold; i++) {
		struct pdf_cell	 c = old[i];
		int		 end = c.col + c.colspan;

		for (int k = 0; c.text.n == 0 && k < nfirst &&
		    c.row + c.rowspan == t->nrow; k++) {
			int	 at = m->below[u->cell[k].col];

			if (at <= c.col || at >= end)
				continue;
			t->cell[t->ncell] = c;
			t->cell[t->ncell++].colspan = at - c.col;
			c.colspan = end - at;
			c.col = at;
		}
		t->cell[t->ncell++] = c;
	}
}

/*
 * Whether the first row below divides cells of the last row above, which
 * was cut from it in the middle of a heading: what is not divided goes on.
 */
static bool
is_split_head(struct pdf_cell **last, const struct pdf_cell *first, int n)
{
	bool	 divided = false;

	for (int i = 0; i < n; i++) {
		const struct pdf_cell	*c = cell_above(last, &first[i]);

		if (c != NULL && pdf_is_figure(c->text))
			return false;
		if (first[i].text.n == 0)
			continue;
		if (c == NULL && !pdf_is_figure(first[i].text))
			divided = true;
		else if (c == NULL || !is_continued(c, &first[i]))
			return false;
	}
	return divided;
}

/* Whether two parts of a cell over several rows belong together. */
static bool
is_split_cell(const struct pdf_cell *above, const struct pdf_cell *below)
{
	return (above->rowspan > 1 || below->rowspan > 1) &&
	    (below->text.n == 0 || above->text.n == 0 ||
	    is_continued(above, below));
}

/*
 * How many rows at the top of the lower part repeat those at the top of the
 * table, as word processors do on each page.
 */
static int
repeated_rows(const struct pdf_table *t, const struct pdf_cell *below,
    const struct pdf_table *u)
{
	int	 rows = 0, reach = 0;
	bool	 text = false;

	for (int i = 0; i < u->ncell && i < t->ncell; i++) {
		const struct pdf_cell	*c = &t->cell[i], *d = &below[i];
		int			 row = d->row - t->nrow;

		if (row >= reach && text)
			rows = row;	/* all above it is the same */
		if (c->row != row || c->col != d->col ||
		    c->rowspan != d->rowspan || c->colspan != d->colspan ||
		    !str_eq(c->text, d->text))
			break;
		reach = row + d->rowspan > reach ? row + d->rowspan : reach;
		text |= d->text.n != 0 && !pdf_is_figure(d->text);
	}
	return rows;
}

/*
 * A cell at the left that reaches over all of the lower page has no line at
 * its top and none at its foot, and its column is not seen there: the table
 * begins at a boundary of the one above and ends where that ends.  Returns
 * the lower table with such a column.
 */
static const struct pdf_table *
widened(struct arena *a, const struct pdf_table *t,
    const struct pdf_table *u)
{
	struct pdf_table	*w;
	bool			 inner = false;

	for (int i = 1; i < t->ncol; i++)
		inner |= abs(t->x[i] - u->x[0]) <= SAME;
	if (!inner || u->ncol >= t->ncol ||
	    abs(t->x[t->ncol] - u->x[u->ncol]) > SAME)
		return u;
	w = arena_alloc(a, 1, sizeof(*w));
	*w = *u;
	w->ncol++;
	w->x = arena_alloc(a, (size_t)w->ncol + 1, sizeof(*w->x));
	w->x[0] = t->x[0];
	memcpy(w->x + 1, u->x, ((size_t)u->ncol + 1) * sizeof(*w->x));
	w->cell = arena_alloc(a, (size_t)u->ncell + 1, sizeof(*w->cell));
	w->cell[0] = (struct pdf_cell){ .rowspan = u->nrow, .colspan = 1,
	    .line = u->ncell != 0 ? u->cell[0].line : 0 };
	for (int i = 0; i < u->ncell; i++) {
		w->cell[i + 1] = u->cell[i];
		w->cell[i + 1].col++;
	}
	w->ncell++;
	return w;
}

bool
pdf_table_join(struct arena *a, struct pdf_table *t,
    const struct pdf_table *u)
{
	struct merge	 m;
	struct pdf_cell	**last, *first;
	int		 n, heads, ndrop = 0, nfirst = 0;
	bool		 up, head, rest;

	if (t->x == NULL || u->x == NULL)
		return false;
	u = widened(a, t, u);
	m = merge_boundaries(a, t, u);
	if (!same_columns(&m, t, u))
		return false;
	if (m.n - 1 != t->ncol)
		for (int i = 0; i < t->ncell; i++)
			move_cell(&t->cell[i], m.above);
	t->x = m.x;
	t->ncol = m.n - 1;
	divide_blanks(a, t, u, &m);
	for (n = t->ncell; n < t->ncell + u->ncell; n++) {
		t->cell = arena_grow(a, t->cell, (size_t)n, &t->cellcap,
		    sizeof(*t->cell));
		t->cell[n] = u->cell[n - t->ncell];
		t->cell[n].row += t->nrow;
		move_cell(&t->cell[n], m.below);
	}
	first = &t->cell[t->ncell];
	heads = repeated_rows(t, first, u);
	while (ndrop < u->ncell && first[ndrop].row - t->nrow < heads)
		ndrop++;
	while (ndrop + nfirst < u->ncell &&
	    first[ndrop + nfirst].row - t->nrow == heads)
		nfirst++;
	last = last_row(a, t);
	up = is_split_row(last, first + ndrop, nfirst);
	head = is_split_head(last, first + ndrop, nfirst);
	rest = !up && !head &&
	    may_be_rest(last, t->ncol, first + ndrop, nfirst);
	if (!up && !head)
		doubt_halves(a, last, first + ndrop, nfirst);
	doubt_below_heads(a, last, first + ndrop, u->ncell - ndrop);
	for (int i = ndrop; i < u->ncell; i++) {
		struct pdf_cell	 below = first[i], *c = NULL;

		if (i < ndrop + nfirst)
			c = cell_above(last, &below);
		if (c != NULL && (up || head || is_split_cell(c, &below))) {
			append(a, c, &below);
			c->rowspan += below.rowspan - up;
			continue;
		}
		if (rest && i < ndrop + nfirst && below.text.n == 0)
			below.doubtful = true;
		below.row -= heads + up;
		t->cell[t->ncell++] = below;
	}
	t->nrow += u->nrow - heads - up;
	t->last_page = u->last_page;
	return true;
}

/* What the cells of a row have. */
static int
row_has(const struct pdf_table *t, int row)
{
	int	 has = 0;

	for (int i = 0; i < t->ncell; i++)
		if (t->cell[i].row == row)
			has |= what_it_has(&t->cell[i]);
	return has;
}

/* What is blank in a row was perhaps not left so. */
static void
doubt_blanks(struct pdf_table *t, int row)
{
	for (int i = 0; i < t->ncell; i++)
		if (t->cell[i].row == row && t->cell[i].rowspan == 1 &&
		    t->cell[i].text.n == 0)
			t->cell[i].doubtful = true;
}

/* Whether one of the words in a row begins an item. */
static bool
has_item(const struct pdf_table *t, int row)
{
	for (int i = 0; i < t->ncell; i++)
		if (t->cell[i].row == row &&
		    what_it_has(&t->cell[i]) == HAS_WORDS &&
		    pdf_begins_item(t->cell[i].text))
			return true;
	return false;
}

/* The cell of a row that reaches as far as one of another table, or NULL. */
static struct pdf_cell *
same_cell(struct pdf_table *t, int row, const struct pdf_table *u,
    const struct pdf_cell *c)
{
	for (int i = 0; i < t->ncell; i++) {
		struct pdf_cell	*d = &t->cell[i];

		if (d->row == row && abs(t->x[d->col] - u->x[c->col]) <=
		    SAME && abs(t->x[d->col + d->colspan] -
		    u->x[c->col + c->colspan]) <= SAME)
			return d;
	}
	return NULL;
}

/*
 * Figures that fill their cells, and those that may go on with them below,
 * are no figures of their own, and nothing is blank beside these.
 */
static void
part_figures(struct arena *a, struct pdf_table *t, int last,
    struct pdf_table *u, int row)
{
	for (int i = 0; i < u->ncell && t->x != NULL && u->x != NULL; i++) {
		struct pdf_cell	*c = &u->cell[i], *up;

		if (c->row != row || (what_it_has(c) != HAS_FIGURE &&
		    (row == 0 || what_it_has(c) == 0)) ||
		    (up = same_cell(t, last, u, c)) == NULL ||
		    what_it_has(up) != HAS_FIGURE ||
		    !(up->full || up->narrow))
			continue;
		up->text = str_cat(a, up->text, STR(UTF8_BAD_TEXT));
		c->text = str_cat(a, c->text, STR(UTF8_BAD_TEXT));
		doubt_blanks(u, row);
	}
}

/* The first row that has figures; -1 if it begins an item or the table. */
static int
row_below_heads(const struct pdf_table *t)
{
	for (int i = 0; i < t->ncell; i++)
		if (what_it_has(&t->cell[i]) == HAS_FIGURE)
			return t->cell[i].row == 0 ||
			    has_item(t, t->cell[i].row) ? -1 : t->cell[i].row;
	return -1;
}

void
pdf_table_part(struct arena *a, struct pdf_table *above,
    struct pdf_table *below)
{
	int	 last = above->nrow - 1, up, down, row;

	while (last > 0 && row_has(above, last) == 0)
		last--;
	up = row_has(above, last);
	down = row_has(below, 0);
	row = (up & HAS_FIGURE) != 0 && above->ncol == below->ncol ?
	    row_below_heads(below) : -1;
	if (row > 0)
		part_figures(a, above, last, below, row);
	if (up == HAS_FIGURE && down == HAS_WORDS)
		doubt_blanks(below, 0);
	else if (up == HAS_WORDS && down == HAS_FIGURE)
		doubt_blanks(above, last);
	else if (has_item(below, 0))
		return;
	else if ((up & HAS_FIGURE) != 0 && down == HAS_WORDS)
		doubt_blanks(below, 0);
	else if ((up & down & HAS_FIGURE) != 0)
		part_figures(a, above, last, below, 0);
}

/* Columns stay columns, but of what is not there nobody knows anything. */
static int
fill_hole(struct grid *g, int line, struct err *e)
{
	if (grid_cell(g, STR(""), line, 1, 1, e) < 0)
		return -1;
	grid_at(g, g->nrow - 1, g->at - 1)->doubtful = true;
	return 0;
}

int
pdf_table_grid(struct arena *a, const struct pdf_table *t,
    struct grid **out, struct err *e)
{
	struct grid		*g = grid_new(a);
	const struct pdf_cell	*c = t->cell, *end = t->cell + t->ncell;

	g->trust = t->trust;
	for (int row = 0; row < t->nrow; row++) {
		if (grid_row(g, e) < 0)
			return -1;
		for (; c < end && c->row == row; c++) {
			while (g->at < c->col)
				if (grid_at(g, row, g->at) != NULL)
					g->at++;
				else if (fill_hole(g, c->line, e) < 0)
					return -1;
			if (c->text.n > LIMIT_CELL)
				return err_set(e, ERR_LIMIT, "a cell of more "
				    "than %d bytes", LIMIT_CELL);
			if (grid_cell(g, c->text, c->line, c->rowspan,
			    c->colspan, e) < 0)
				return -1;
			if (grid_at(g, row, c->col) != NULL) {
				grid_at(g, row, c->col)->inferred =
				    c->inferred;
				grid_at(g, row, c->col)->doubtful =
				    c->doubtful;
			}
		}
	}
	*out = g;
	return 0;
}
