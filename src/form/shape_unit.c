/*
 * Tables in which the unit of each figure has a cell of its own, right of it:
 *
 *	规章	3	件	0	件	12	件
 *
 * The two become one cell.  Where heads of columns reach over both, it takes
 * the place of both; where they do not, rows are longer than heads are, by as
 * many cells as there are units.
 */
#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "form/number.h"
#include "form/shape.h"

#define UNIT_BYTES	12	/* （万元） */
#define UNITS_MIN	3	/* in a table; fewer are something else */

static bool
is_figure(const struct cell *c)
{
	return c != NULL && !c->loose &&
	    number_read(c->text).state == STATE_NUMBER;
}

static bool
is_unit(const struct cell *c)
{
	static const char *const	 units[] = { "件", "条", "项", "次",
		"个", "份", "篇", "宗", "起", "人", "元", "万元", "（件）",
		"(件)", "（万元）", "(万元)", "（元）", "(元)", "（个）", "(个)" };
	struct str			 s = str_trim(c->text);

	if (s.n == 0 || s.n > UNIT_BYTES)
		return false;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (str_eq(s, str_of(units[i])))
			return true;
	return false;
}

/* The next cell of the row at or behind *col, which moves behind it. */
static const struct cell *
next_cell(const struct grid *g, int row, int *col)
{
	const struct cell	*c;

	while (*col < g->ncol) {
		c = grid_at(g, row, *col);
		if (c == NULL) {
			++*col;
			continue;
		}
		*col = c->col + c->colspan;
		return c;
	}
	return NULL;
}

/* Cells of a row: how far they reach, units behind figures, other figures. */
struct row_look {
	int	 end, units, bare;
};

static struct row_look
look_at(const struct grid *g, int row)
{
	struct row_look		 l = { .end = 0 };
	const struct cell	*c, *before = NULL;

	for (int col = 0; (c = next_cell(g, row, &col)) != NULL; ) {
		l.end = col;
		if (c->row == row && is_unit(c) && is_figure(before)) {
			l.units++;
			l.bare--;
		} else
			l.bare += c->row == row && is_figure(c);
		before = c->row == row ? c : NULL;
	}
	return l;
}

/* 单位 above a column: units are a matter of their own. */
static bool
has_unit_head(const struct grid *g)
{
	for (int i = 0; i < g->nrow * g->ncol; i++) {
		const struct cell	*c = grid_at(g, i / g->ncol,
		    i % g->ncol);

		if (c != NULL && (str_eq(c->text, STR("单位")) ||
		    str_eq(c->text, STR("计量单位"))))
			return true;
	}
	return false;
}

static int
put(struct grid *out, const struct cell *c, struct str text, int colspan,
    struct err *e)
{
	struct cell	*to;

	if (grid_cell(out, text, c->line, c->rowspan, colspan, e) < 0)
		return -1;
	to = grid_at(out, out->nrow - 1, out->at - 1);
	to->inferred = c->inferred;
	to->doubtful = c->doubtful;
	to->loose = c->loose;
	to->band = c->band;
	to->from = c->from;
	to->to = c->to;
	to->page = c->page;
	return 0;
}

/* A row, its units joined to their figures; wide: they keep their columns. */
static int
put_row(struct arena *a, const struct grid *g, struct grid *out, int row,
    bool join, bool wide, struct err *e)
{
	int			 col = 0, seen = 0;
	const struct cell	*c, *u;

	if (grid_row(out, e) < 0)
		return -1;
	while ((c = next_cell(g, row, &col)) != NULL) {
		int	 next = col;

		for (; !join && seen < c->col; seen++)
			if (grid_cell(out, STR(""), 0, 1, 1, e) < 0)
				return -1;
		seen = col;
		if (c->row != row)
			continue;
		u = join && is_figure(c) ? next_cell(g, row, &next) : NULL;
		if (u == NULL || u->row != row || !is_unit(u)) {
			if (put(out, c, c->text, c->colspan, e) < 0)
				return -1;
			continue;
		}
		if (put(out, c, str_cat(a, c->text, str_trim(u->text)),
		    c->colspan + (wide ? u->colspan : 0), e) < 0)
			return -1;
		seen = col = next;
	}
	return 0;
}

static int
count_units(const struct grid *g)
{
	int	 n = 0;

	for (int i = 0; i < g->nrow * g->ncol; i++) {
		const struct cell	*c = grid_at(g, i / g->ncol,
		    i % g->ncol);

		n += c != NULL && is_unit(c);
	}
	return n;
}

const struct grid *
shape_units(struct arena *a, const struct grid *g)
{
	struct grid	*out;
	struct err	 e;
	int		 units = 0, head = 0;

	if (count_units(g) < UNITS_MIN || has_unit_head(g))
		return g;
	for (int r = 0; r < g->nrow; r++) {
		struct row_look	 l = look_at(g, r);

		units += l.bare == 0 ? l.units : 0;
		if (l.units == 0 && l.end > head)
			head = l.end;
	}
	if (units < UNITS_MIN)
		return g;
	out = grid_new(a);
	out->trust = g->trust;
	for (int r = 0; r < g->nrow; r++) {
		struct row_look	 l = look_at(g, r);
		bool		 join = l.units > 0 && l.bare == 0;

		if (put_row(a, g, out, r, join, g->trust == GRID_EXACT &&
		    l.end - l.units != head, &e) < 0)
			return g;
	}
	grid_end(out);
	return out;
}
