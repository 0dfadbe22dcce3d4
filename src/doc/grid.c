#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/grid.h"

#define COUNTED_ROWS	5	/* that a column counts, at least */

struct grid *
grid_new(struct arena *a)
{
	struct grid	*g = arena_alloc(a, 1, sizeof(*g));

	g->arena = a;
	return g;
}

struct cell *
grid_at(const struct grid *g, int row, int col)
{
	if (row < 0 || col < 0 || row >= g->nrow || col >= g->ncol)
		return NULL;
	return g->slot[(size_t)row * (size_t)g->colcap + (size_t)col];
}

/* Room for a matrix of nrow by ncol slots, by doubling. */
static void
grid_grow(struct grid *g, int nrow, int ncol)
{
	int		 rowcap = g->rowcap, colcap = g->colcap;
	struct cell	**slot;

	if (nrow <= rowcap && ncol <= colcap)
		return;
	while (rowcap < nrow)
		rowcap = rowcap == 0 ? 16 : 2 * rowcap;
	while (colcap < ncol)
		colcap = colcap == 0 ? 8 : 2 * colcap;
	slot = arena_alloc(g->arena, (size_t)rowcap * (size_t)colcap,
	    sizeof(*slot));
	for (int r = 0; r < g->rowcap; r++)
		memcpy(slot + (size_t)r * (size_t)colcap,
		    g->slot + (size_t)r * (size_t)g->colcap,
		    (size_t)g->colcap * sizeof(*slot));
	g->slot = slot;
	g->rowcap = rowcap;
	g->colcap = colcap;
}

int
grid_row(struct grid *g, struct err *e)
{
	if ((long)(g->nrow + 1) * (g->ncol > 0 ? g->ncol : 1) > LIMIT_SLOTS)
		return err_set(e, ERR_LIMIT, "a table of more than %d slots",
		    LIMIT_SLOTS);
	grid_grow(g, g->nrow + 1, g->ncol);
	g->nrow++;
	g->at = 0;
	return 0;
}

static int
clamp_span(int n)
{
	return n < 1 ? 1 : n > LIMIT_SPAN ? LIMIT_SPAN : n;
}

/* The slots from (row, col) on become the cell's where they are free. */
static void
grid_cover(struct grid *g, struct cell *c, int row, int nrow)
{
	struct cell	**slot;

	for (int r = row; r < row + nrow; r++)
		for (int k = c->col; k < c->col + c->colspan; k++) {
			slot = &g->slot[(size_t)r * (size_t)g->colcap +
			    (size_t)k];
			if (*slot == NULL)
				*slot = c;
		}
}

int
grid_cell(struct grid *g, struct str text, int line, int rowspan,
    int colspan, struct err *e)
{
	struct cell	*c;
	int		 row = g->nrow - 1, col = g->at;

	rowspan = clamp_span(rowspan);
	colspan = clamp_span(colspan);
	while (col < g->colcap &&
	    g->slot[(size_t)row * (size_t)g->colcap + (size_t)col] != NULL)
		col++;
	g->slots += (long)rowspan * colspan;
	if (col + colspan > LIMIT_COLUMNS || g->slots > LIMIT_SLOTS ||
	    (long)(row + rowspan) * (col + colspan) > LIMIT_SLOTS)
		return err_set(e, ERR_LIMIT,
		    "a table of more than %d columns or %d slots",
		    LIMIT_COLUMNS, LIMIT_SLOTS);
	grid_grow(g, row + rowspan, col + colspan);
	c = arena_alloc(g->arena, 1, sizeof(*c));
	*c = (struct cell){ .text = text, .row = row, .col = col,
	    .rowspan = rowspan, .colspan = colspan, .line = line };
	grid_cover(g, c, row, rowspan);
	if (g->ncol < col + colspan)
		g->ncol = col + colspan;
	g->at = col + colspan;
	return 0;
}

int
grid_below(struct grid *g, int line, int colspan, struct err *e)
{
	struct cell	*above = grid_at(g, g->nrow - 2, g->at);

	if (above == NULL || above->col != g->at)
		return grid_cell(g, STR(""), line, 1, colspan, e);
	above->rowspan++;
	grid_cover(g, above, g->nrow - 1, 1);
	g->at += above->colspan;
	return 0;
}

void
grid_end(struct grid *g)
{
	struct cell	*c;

	for (int r = 0; r < g->nrow; r++)
		for (int k = 0; k < g->ncol; k++)
			if ((c = grid_at(g, r, k)) != NULL &&
			    c->row + c->rowspan > g->nrow)
				c->rowspan = g->nrow - c->row;
}

static bool
begins_cell(const struct grid *g, int col)
{
	for (int r = 0; r < g->nrow; r++)
		if (grid_at(g, r, col) != NULL &&
		    grid_at(g, r, col)->col == col)
			return true;
	return false;
}

void
grid_squeeze(struct grid *g)
{
	int		*to = arena_alloc(g->arena, (size_t)g->ncol + 1,
			    sizeof(*to));
	struct cell	**slot, *c;

	/* to[k] is how many of the columns before k stay. */
	for (int k = 0; k < g->ncol; k++)
		to[k + 1] = to[k] + begins_cell(g, k);
	if (to[g->ncol] == g->ncol)
		return;
	for (int r = 0; r < g->nrow; r++) {
		slot = g->slot + (size_t)r * (size_t)g->colcap;
		for (int k = 0; k < g->ncol; k++)
			if (to[k + 1] > to[k])
				slot[to[k]] = slot[k];
	}
	g->ncol = to[g->ncol];
	for (int r = 0; r < g->nrow; r++)
		for (int k = 0; k < g->ncol; k++) {
			c = grid_at(g, r, k);
			if (c == NULL || c->row != r || to[c->col] != k)
				continue;
			c->colspan = to[c->col + c->colspan] - k;
			c->col = k;
		}
}

/* Column col of g becomes the last row of out. */
static int
turn_column(const struct grid *g, struct grid *out, int col, int keep,
    struct err *e)
{
	const struct cell	*c;

	if (grid_row(out, e) < 0)
		return -1;
	for (int row = keep; row < g->nrow; row++) {
		c = grid_at(g, row, col);
		if (c == NULL) {
			if (grid_cell(out, STR(""), 0, 1, 1, e) < 0)
				return -1;
		} else if (c->row == row && c->col == col &&
		    grid_cell(out, c->text, c->line, c->colspan, c->rowspan,
		    e) < 0)
			return -1;
	}
	return 0;
}

struct grid *
grid_turned(const struct grid *g, int keep)
{
	struct grid		*out = grid_new(g->arena);
	const struct cell	*c;
	struct err		 e;

	out->trust = g->trust;
	for (int row = 0; row < keep; row++) {
		c = grid_at(g, row, 0);
		if (grid_row(out, &e) < 0 || grid_cell(out, c->text, c->line,
		    1, g->nrow - keep, &e) < 0)
			return NULL;
	}
	for (int col = 0; col < g->ncol; col++)
		if (turn_column(g, out, col, keep, &e) < 0)
			return NULL;
	grid_end(out);
	return out;
}

/* Whether a cell of its own says n there. */
static bool
says(const struct grid *g, int row, int col, int n)
{
	const struct cell	*c = grid_at(g, row, col);
	char			 digits[16];

	snprintf(digits, sizeof(digits), "%d", n);
	return c != NULL && c->rowspan == 1 && c->colspan == 1 &&
	    str_eq(c->text, str_of(digits));
}

static bool
is_blank_corner(const struct grid *g)
{
	const struct cell	*c = grid_at(g, 0, 0);

	return c != NULL && c->rowspan == 1 && c->colspan == 1 &&
	    c->text.n == 0;
}

static bool
row_counts(const struct grid *g, bool corner)
{
	for (int k = corner; k < g->ncol; k++)
		if (!says(g, 0, k, k - corner))
			return false;
	return true;
}

static bool
column_counts(const struct grid *g)
{
	for (int r = 1; r < g->nrow; r++)
		if (!says(g, r, 0, r - 1))
			return false;
	return is_blank_corner(g);
}

/* What is not a number, as they write it: an empty cell. */
static bool
is_none(struct str s)
{
	static const char *const	 list[] = { "nan", "NaN", "None",
		"<NA>", "null" };

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if (str_eq(s, str_of(list[i])))
			return true;
	return false;
}

void
grid_uncount(struct grid *g)
{
	bool	 column = g->ncol >= 3 && g->nrow >= 2 && column_counts(g);
	bool	 row = g->ncol >= 3 && g->nrow >= 2 && row_counts(g, column);

	for (int r = 0; r < g->nrow; r++)
		for (int k = 0; k < g->ncol; k++)
			if (grid_at(g, r, k) != NULL &&
			    is_none(grid_at(g, r, k)->text))
				grid_at(g, r, k)->text = STR("");
	/* Rows with names of their own must be some to be seen to count. */
	if (!row && g->nrow < COUNTED_ROWS)
		return;
	for (int r = row; (row || column) && r < g->nrow; r++)
		for (int k = column; k < g->ncol; k++) {
			struct cell	*c = grid_at(g, r, k);

			if (c != NULL && c->row == r && c->col == k) {
				c->row -= row;
				c->col -= column;
			}
			g->slot[(size_t)(r - row) * (size_t)g->colcap +
			    (size_t)(k - column)] = c;
		}
	g->nrow -= row;
	g->ncol -= column;
}

int
grid_stack(struct grid *g, const struct grid *from, struct err *e)
{
	for (int i = 0; i < from->nrow * from->ncol; i++) {
		int			 row = i / from->ncol;
		int			 col = i % from->ncol;
		const struct cell	*c = grid_at(from, row, col);
		const struct cell	 none = { .row = row, .col = col,
			.rowspan = 1, .colspan = 1 };

		if (col == 0 && grid_row(g, e) < 0)
			return -1;
		c = c == NULL ? &none : c;
		if (c->row != row || c->col != col)
			continue;
		if (grid_cell(g, c->text, c->line, c->rowspan, c->colspan,
		    e) < 0)
			return -1;
		grid_at(g, g->nrow - 1, g->at - 1)->doubtful = c->doubtful;
	}
	return 0;
}
