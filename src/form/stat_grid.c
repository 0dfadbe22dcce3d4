/*
 * Rows of statistical tables that are grids.  Which column is which their
 * heads say or, where there are none, the known labels: what stands between
 * two columns of labels, or behind the last, are a unit and a figure.
 */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/number.h"
#include "form/piece.h"
#include "form/stat_row.h"
#include "form/when.h"

#define SIDES		3	/* halves of one table beside each other */
#define SIDE_ROWS	3	/* known labels in a column of them */

/* Which column is which; -1: there is none. */
struct side {
	int	 label, unit, code, value;
	int	 label_end;	/* behind the columns under its head */
};

struct sides {
	struct side	 side[SIDES];
	int		 n;
};

/* The pieces of one grid. */
struct table {
	struct stat		*st;
	const struct piece	*u;
	int			 n;
};

static struct str
text_at(const struct piece *u, int col)
{
	const struct cell	*c;

	c = col < 0 ? NULL : grid_at(u->grid, u->row, col);
	return c != NULL ? str_trim(c->text) : STR("");
}

/*
 * Heads of the table, if the row has them: a side for each head of labels.
 * Of several columns of figures the one of the whole year is taken.
 */
static bool
read_heads(const struct piece *u, int year, struct sides *sides)
{
	int	 at[SIDES][4], end[SIDES], best = 0, code = -1, n = 0;

	for (int i = 0; i < u->ncell; i++) {
		int		 rank, col = u->cell[i]->col;
		enum stat_head	 w = stat_head(u->cell[i]->text, year, &rank);

		if (w == HEAD_LABEL && n < SIDES) {
			at[n][0] = col;
			end[n] = col + u->cell[i]->colspan;
			at[n][1] = at[n][3] = -1;
			at[n++][2] = code;
			best = 0;
			code = -1;
		} else if (w == HEAD_VALUE && n > 0 && rank > best) {
			at[n - 1][3] = col;
			best = rank;
		} else if (w == HEAD_CODE && (n == 0 || best > 0))
			code = col;	/* of the side that follows */
		else if ((w == HEAD_UNIT || w == HEAD_CODE) && n > 0 &&
		    at[n - 1][w == HEAD_UNIT ? 1 : 2] < 0)
			at[n - 1][w == HEAD_UNIT ? 1 : 2] = col;
	}
	if (n == 0)
		return false;
	for (int i = 0; i < n; i++) {
		if (at[i][3] < 0)
			return false;
		sides->side[i] = (struct side){ at[i][0], at[i][1], at[i][2],
		    at[i][3], end[i] };
	}
	sides->n = n;
	return true;
}

/* The rows of which the label in this column is known. */
static int
known_labels(const struct table *t, int col)
{
	int	 n = 0;

	for (int i = 0; i < t->n; i++)
		n += stat_knows(t->st, text_at(&t->u[i], col));
	return n;
}

/* Figures, and nothing else, beside known labels. */
static bool
has_figures(const struct table *t, int label, int col)
{
	int	 n = 0;

	for (int i = 0; i < t->n; i++) {
		struct str	 s = text_at(&t->u[i], col);
		enum state	 state = number_read(s).state;

		if (!stat_knows(t->st, text_at(&t->u[i], label)))
			continue;
		if (state == STATE_TEXT)
			return false;
		n += state == STATE_NUMBER;
	}
	return n > 0;
}

static bool
has_units(const struct table *t, int label, int col)
{
	int	 n = 0;

	for (int i = 0; i < t->n; i++)
		n += stat_is_unit(text_at(&t->u[i], col)) &&
		    stat_knows(t->st, text_at(&t->u[i], label));
	return n > 0;
}

/* The column is headed by what is none of the report's year: 历年累计. */
static bool
is_of_others(const struct table *t, int col)
{
	int	 rank = 1;

	for (int i = 0; i < t->n; i++)
		if (stat_head(text_at(&t->u[i], col), t->st->f->year,
		    &rank) == HEAD_VALUE && rank == 0)
			return true;
	return false;
}

/* The column is headed by the year of the report. */
static bool
is_of_year(const struct table *t, int col)
{
	size_t	 at = 0, n;
	int	 year = 0;

	for (int i = 0; i < t->n && year == 0; i++, at = 0)
		year = year_find(text_at(&t->u[i], col), &at, &n);
	return year != 0 && year == t->st->f->year;
}

/*
 * What stands from the column of labels to the next.  Several columns of
 * figures are two tables in one: that of the year counts, or none.
 */
static bool
infer_side(const struct table *t, int label, int end, struct side *s)
{
	int	 found = 0, of_year = 0, year_col = -1;

	*s = (struct side){ label, -1, -1, -1, label + 1 };
	for (int col = label + 1; col < end; col++) {
		if (is_of_others(t, col))
			continue;
		if (has_figures(t, label, col)) {
			found++;
			s->value = col;
			if (is_of_year(t, col)) {
				of_year++;
				year_col = col;
			}
		} else if (s->unit < 0 && has_units(t, label, col))
			s->unit = col;
	}
	if (found > 1)
		s->value = of_year == 1 ? year_col : -1;
	return s->value >= 0;
}

static void
unread(const struct table *t, int line)
{
	note_add(t->st->arena, &t->st->f->notes, NOTE_ROW_UNREAD, line,
	    "no column, or several, with the figures");
}

/* Whether the columns of some rows are known. */
static bool
has_columns(const struct table *t)
{
	for (int i = 0; i < t->n; i++)
		if (t->u[i].ncell > 1 && !stat_is_loose(&t->u[i]))
			return true;
	return false;
}

static void
infer_sides(const struct table *t, struct sides *sides)
{
	int	 ncol = t->u->grid->ncol, label[SIDES + 1], n = 0, known = 0;

	sides->n = 0;
	for (int col = 0; col < ncol && n < SIDES; col++) {
		int	 k = known_labels(t, col);

		if (k >= SIDE_ROWS) {
			label[n++] = col;
			known += k;
		}
	}
	if (known < STAT_ROWS_MIN)
		return;
	label[n] = ncol;
	for (int i = 0; i < n; i++)
		if (infer_side(t, label[i], label[i + 1],
		    &sides->side[sides->n]))
			sides->n++;
		else
			unread(t, t->u->line);
}

/*
 * The label of a row: under a head over several columns the last of these
 * that has text, as those before it have the name of the group.  Empty in a
 * row that is one cell.
 */
static struct str
label_of(const struct piece *u, const struct side *s)
{
	int	 col = s->label_end - 1;

	while (col > s->label && text_at(u, col).n == 0)
		col--;
	return grid_at(u->grid, u->row, col) ==
	    grid_at(u->grid, u->row, s->value) ? STR("") : text_at(u, col);
}

/*
 * Whether a row of text has no cell for the figure, but one elsewhere: it may
 * have come there from its place, which is not blank.
 */
static bool
is_elsewhere(const struct piece *u, const struct side *s)
{
	if (u->grid->trust == GRID_EXACT ||
	    grid_at(u->grid, u->row, s->value) != NULL)
		return false;
	for (int i = 0; i < u->ncell; i++)
		if (u->cell[i]->col >= s->label_end &&
		    u->cell[i]->col != s->code &&
		    number_read(u->cell[i]->text).state == STATE_NUMBER)
			return true;
	return false;
}

/* The rows of one side; those whose columns are not known are in the first. */
static void
add_rows(const struct table *t, const struct sides *sides, int k,
    enum stat_loose way)
{
	const struct side	*s = &sides->side[k];
	struct sides		 heads;

	for (int i = 0; i < t->n; i++) {
		const struct piece	*u = &t->u[i];
		struct str		 label;

		if (stat_is_loose(u)) {
			if (k == 0 && !stat_add_loose(t->st, way, u) &&
			    stat_knows(t->st, u->cell[0]->text))
				unread(t, u->line);
			continue;
		}
		if (k == sides->n)
			continue;
		label = label_of(u, s);
		if (is_elsewhere(u, s)) {
			if (stat_knows(t->st, label))
				unread(t, u->line);
			continue;
		}
		/* 甲 乙 丙 1 2: the columns of the sheet are numbered. */
		if (label.n == 0 || str_eq(label, STR("甲")) ||
		    read_heads(u, t->st->f->year, &heads))
			continue;
		stat_add(t->st, label, text_at(u, s->unit),
		    text_at(u, s->code), text_at(u, s->value), u->line);
	}
}

void
stat_grids(struct stat *st)
{
	const struct pieces	*us = st->us;
	enum stat_loose		 way = stat_loose_way(st);
	struct sides		 sides = { .n = 0 };
	int			 ncol = -1, n;

	for (int i = 0; i < us->n; i += n) {
		struct table	 t = { .st = st, .u = &us->u[i] };
		bool		 headed = false;

		for (n = 1; i + n < us->n && !us->u[i].is_list &&
		    us->u[i + n].grid == us->u[i].grid; n++)
			continue;
		t.n = n;
		if (us->u[i].is_list || us->u[i].grid == NULL)
			continue;
		for (int k = 0; k < n && !headed; k++)
			headed = read_heads(&t.u[k], st->f->year, &sides);
		/* A table that goes on has no heads of its own. */
		if (!headed && has_columns(&t) && ncol != t.u->grid->ncol)
			infer_sides(&t, &sides);
		ncol = t.u->grid->ncol;
		for (int k = 0; k == 0 || k < sides.n; k++)
			add_rows(&t, &sides, k, way);
	}
}
