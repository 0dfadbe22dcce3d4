#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "doc/grid.h"
#include "read/sheet.h"
#include "read/sheet_show.h"

#define LABEL	96	/* bytes, 32 characters of Chinese */

struct at {
	int		 row, col;
	int		 last_row, last_col;
	struct str	 text;
	size_t		 order;		/* of arrival */
	bool		 hidden;	/* under a merged cell, or at all */
	bool		 number;
};

/* Growing array of places. */
struct ats {
	struct at	*v;
	size_t		 n, cap;
};

struct row {
	struct at	*cell;		/* its cells, left to right */
	size_t		 n;
	size_t		 ntext;		/* with text that shows */
	bool		 covered;	/* a text from above reaches in */
};

struct sheet {
	struct arena	*arena;
	struct ats	 cells, merges;
	struct ats	 rows, cols;	/* that do not show */
	bool		 no_zeros;
	struct row	*row;		/* those in which a text begins */
	size_t		 nrow;
};

struct sheet *
sheet_new(struct arena *a, struct doc *d, struct err *e)
{
	struct sheet	*s;

	if (d->nsheet++ >= LIMIT_SHEETS) {
		err_set(e, ERR_LIMIT, "more than %d sheets", LIMIT_SHEETS);
		return NULL;
	}
	s = arena_alloc(a, 1, sizeof(*s));
	s->arena = a;
	return s;
}

static int
add(struct sheet *s, struct ats *l, struct at at, struct err *e)
{
	if (l->n >= LIMIT_SLOTS)
		return err_set(e, ERR_LIMIT, "a sheet of more than %d cells",
		    LIMIT_SLOTS);
	l->v = arena_grow(s->arena, l->v, l->n, &l->cap, sizeof(*l->v));
	at.order = l->n;
	l->v[l->n++] = at;
	return 0;
}

int
sheet_put(struct sheet *s, int row, int col, struct str text, struct err *e)
{
	if (row < 0 || col < 0)
		return 0;
	/* Looks are a hint; a sheet that is all looks is no error. */
	if (str_trim(text).n == 0 && s->cells.n >= LIMIT_SLOTS / 2)
		return 0;
	return add(s, &s->cells, (struct at){ .row = row, .col = col,
	    .last_row = row, .last_col = col, .text = text }, e);
}

int
sheet_merge(struct sheet *s, int row, int col, int last_row, int last_col,
    struct err *e)
{
	if (row < 0 || col < 0 || last_row < row || last_col < col ||
	    (row == last_row && col == last_col))
		return 0;
	return add(s, &s->merges, (struct at){ .row = row, .col = col,
	    .last_row = last_row, .last_col = last_col }, e);
}

static int
by_place(const void *va, const void *vb)
{
	const struct at	*a = va, *b = vb;

	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	if (a->col != b->col)
		return a->col < b->col ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

static bool
has_text(const struct at *c)
{
	return !c->hidden && str_trim(c->text).n > 0;
}

static bool
is_figure(const struct at *c)
{
	return has_text(c) && str_trim(c->text).p[0] >= '0' &&
	    str_trim(c->text).p[0] <= '9';
}

/* One cell per place, the last that came; and then rows of them. */
static void
make_rows(struct sheet *s)
{
	struct ats	*l = &s->cells;
	struct row	*r = NULL;
	size_t		 n = 0;

	s->nrow = 0;
	if (l->n == 0)
		return;
	/* As a rule they come in order, and qsort() would not notice. */
	while (n + 1 < l->n && by_place(&l->v[n], &l->v[n + 1]) < 0)
		n++;
	if (n + 1 < l->n)
		qsort(l->v, l->n, sizeof(*l->v), by_place);
	n = 0;
	for (size_t i = 0; i < l->n; i++) {
		if (n > 0 && l->v[n - 1].row == l->v[i].row &&
		    l->v[n - 1].col == l->v[i].col)
			n--;
		l->v[n++] = l->v[i];
	}
	l->n = n;
	for (size_t i = 0; i < n; i++)
		s->nrow += i == 0 || l->v[i].row != l->v[i - 1].row;
	s->row = arena_alloc(s->arena, s->nrow, sizeof(*s->row));
	s->nrow = 0;
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || l->v[i].row != l->v[i - 1].row) {
			r = &s->row[s->nrow++];
			r->cell = &l->v[i];
		}
		r->n++;
	}
}

/* The first row at or below. */
static size_t
row_from(const struct sheet *s, int row)
{
	size_t	 lo = 0, hi = s->nrow, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (s->row[mid].cell->row < row)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* The first cell of the row at or right of col; r->n if there is none. */
static size_t
cell_from(const struct row *r, int col)
{
	size_t	 lo = 0, hi = r->n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (r->cell[mid].col < col)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

int
sheet_put_number(struct sheet *s, int row, int col, struct str text,
    struct err *e)
{
	if (row < 0 || col < 0)
		return 0;
	return add(s, &s->cells, (struct at){ .row = row, .col = col,
	    .last_row = row, .last_col = col, .text = text, .number = true },
	    e);
}

void
sheet_hide_zeros(struct sheet *s)
{
	s->no_zeros = true;
}

/* Lines that are side by side are one entry. */
static int
hide(struct sheet *s, struct ats *l, int from, int last, struct err *e)
{
	if (from < 0 || last < from)
		return 0;
	if (l->n > 0 && l->v[l->n - 1].row <= from &&
	    l->v[l->n - 1].last_row >= from - 1) {
		if (l->v[l->n - 1].last_row < last)
			l->v[l->n - 1].last_row = last;
		return 0;
	}
	return add(s, l, (struct at){ .row = from, .last_row = last }, e);
}

int
sheet_hide_rows(struct sheet *s, int row, int last, struct err *e)
{
	return hide(s, &s->rows, row, last, e);
}

int
sheet_hide_columns(struct sheet *s, int col, int last, struct err *e)
{
	return hide(s, &s->cols, col, last, e);
}

/* Hides what lies under merged cells and marks the rows they reach into. */
static int
merge_all(struct sheet *s, struct err *e)
{
	long	 work = 0;

	for (size_t i = 0; i < s->merges.n; i++) {
		struct at	*m = &s->merges.v[i], *top = NULL;

		for (size_t k = row_from(s, m->row); k < s->nrow &&
		    s->row[k].cell->row <= m->last_row; k++) {
			struct row	*r = &s->row[k];
			size_t		 j = cell_from(r, m->col);

			if (r->cell->row == m->row && j < r->n &&
			    r->cell[j].col == m->col) {
				top = &r->cell[j++];
				top->last_row = m->last_row;
				top->last_col = m->last_col;
			} else if (top != NULL && has_text(top))
				r->covered = true;
			for (; j < r->n && r->cell[j].col <= m->last_col; j++)
				r->cell[j].hidden = true;
			if (++work > LIMIT_SLOTS)
				return err_set(e, ERR_LIMIT, "merged cells "
				    "cover more than %d rows", LIMIT_SLOTS);
		}
	}
	return 0;
}

/* In order, and none of them reaching into the next. */
static void
sort_lines(struct ats *l)
{
	size_t	 n = 0;

	if (l->n > 1)
		qsort(l->v, l->n, sizeof(*l->v), by_place);
	for (size_t i = 0; i < l->n; i++)
		if (n > 0 && l->v[i].row <= l->v[n - 1].last_row + 1) {
			if (l->v[n - 1].last_row < l->v[i].last_row)
				l->v[n - 1].last_row = l->v[i].last_row;
		} else
			l->v[n++] = l->v[i];
	l->n = n;
}

/* The first line from there on that shows. */
static int
first_shown(const struct ats *hidden, int line)
{
	size_t	 lo = 0, hi = hidden->n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (hidden->v[mid].last_row < line)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < hidden->n && hidden->v[lo].row <= line ?
	    hidden->v[lo].last_row + 1 : line;
}

/* Moves the place to where it shows; false if that is nowhere. */
static bool
move_to_shown(const struct sheet *s, struct at *c)
{
	c->row = first_shown(&s->rows, c->row);
	c->col = first_shown(&s->cols, c->col);
	return c->row <= c->last_row && c->col <= c->last_col;
}

/* Leaves out what rows and columns hide, and what merged cells cover. */
static void
drop_hidden(struct sheet *s, struct doc *d)
{
	size_t	 n = 0, figures = 0;
	int	 line = 0, row;

	sort_lines(&s->rows);
	sort_lines(&s->cols);
	for (size_t i = 0; i < s->cells.n; i++) {
		struct at	*c = &s->cells.v[i];

		row = c->row;
		if (c->hidden)
			continue;
		if (move_to_shown(s, c))
			s->cells.v[n++] = *c;
		else if (is_figure(c) && figures++ == 0)
			line = row + 1;
	}
	s->cells.n = n;
	n = 0;
	for (size_t i = 0; i < s->merges.n; i++)
		if (move_to_shown(s, &s->merges.v[i]))
			s->merges.v[n++] = s->merges.v[i];
	s->merges.n = n;
	if (figures > 0)
		note_add(d->arena, &d->notes, NOTE_HIDDEN, line,
		    "%zu in rows or columns", figures);
}

/* Keeps the rows in which a text begins. */
static void
drop_empty_rows(struct sheet *s)
{
	size_t	 n = 0;

	for (size_t i = 0; i < s->nrow; i++) {
		struct row	*r = &s->row[i];

		for (size_t j = 0; j < r->n; j++)
			r->ntext += has_text(&r->cell[j]);
		if (r->ntext > 0)
			s->row[n++] = *r;
	}
	s->nrow = n;
}

static const struct at *
first_text(const struct row *r)
{
	const struct at	*c = r->cell;

	while (!has_text(c))
		c++;
	return c;
}

/* A single text, alone in its row from top to bottom. */
static bool
is_lone(const struct row *r)
{
	const struct at	*c;

	if (r->ntext != 1 || r->covered)
		return false;
	c = first_text(r);
	return c->last_row == c->row;
}

/* "三、" and the like at the beginning of a text. */
static bool
is_numbered(struct str s)
{
	static const char	*const han[] = { "一", "二", "三", "四", "五",
		"六", "七", "八", "九", "十" };
	size_t			 n = 0;

	for (s = str_trim(s); ; s = str_from(s, 3), n++) {
		size_t	 i = 0;

		while (i < sizeof(han) / sizeof(han[0]) &&
		    !str_starts(s, str_of(han[i])))
			i++;
		if (i == sizeof(han) / sizeof(han[0]))
			break;
	}
	return n > 0 && n <= 3 && str_starts(s, STR("、"));
}

static bool
has_figure(const struct row *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (is_figure(&r->cell[i]))
			return true;
	return false;
}

/* Whether the one text of r is merged over all that next has. */
static bool
is_wide(const struct row *r, const struct row *next)
{
	const struct at	*c = first_text(r), *last = &next->cell[next->n - 1];

	while (!has_text(last))
		last--;
	return c->last_col > c->col && c->col <= first_text(next)->col &&
	    c->last_col >= last->last_col;
}

/*
 * Whether a text right below a row may be the label of another one whose
 * figures were left blank, in a sheet that does not keep empty cells.
 */
static bool
is_label(const struct at *c, const struct row *above)
{
	struct str	 t = str_trim(c->text);

	return t.n <= LABEL && c->col <= first_text(above)->col &&
	    !is_numbered(t) && !str_has(t, STR("。")) && !str_has(t, STR("："));
}

/*
 * Whether row i is a paragraph, given whether a table is open above it.
 * A row that has cells without text beside its text, right below a table,
 * is a row of it that was left blank.
 */
static bool
is_para(const struct sheet *s, size_t i, bool table_above)
{
	const struct row	*r = &s->row[i], *next = r + 1;
	const struct at		*c;
	bool			 ends, cells, apart;

	if (!is_lone(r))
		return false;
	c = first_text(r);
	ends = i + 1 == s->nrow || is_lone(next);
	cells = r->cell[r->n - 1].col > c->last_col;
	if (!table_above)
		return true;
	apart = s->row[i - 1].cell->row + 1 != r->cell->row;
	if (ends || apart)
		return apart || (!cells && !is_label(c, r - 1));
	if (is_wide(r, next))
		return !cells && is_numbered(c->text);
	return !cells && is_numbered(c->text) && !has_figure(next);
}

static int
by_number(const void *a, const void *b)
{
	const int	*x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The columns in which a text of the rows begins, in order. */
static int *
columns(struct sheet *s, size_t from, size_t to, int *ncol)
{
	size_t	 n = 0;
	int	*col, k = 0;

	for (size_t i = from; i < to; i++)
		n += s->row[i].ntext;
	col = arena_alloc(s->arena, n, sizeof(*col));
	n = 0;
	for (size_t i = from; i < to; i++)
		for (size_t j = 0; j < s->row[i].n; j++)
			if (has_text(&s->row[i].cell[j]))
				col[n++] = s->row[i].cell[j].col;
	qsort(col, n, sizeof(*col), by_number);
	for (size_t i = 0; i < n; i++)
		if (k == 0 || col[k - 1] != col[i])
			col[k++] = col[i];
	*ncol = k;
	return col;
}

/* Fills one row of the grid: texts where they are, else empty cells. */
static int
fill_row(struct sheet *s, struct grid *g, size_t i, size_t to,
    const int *col, int ncol, struct err *e)
{
	const struct row	*r = &s->row[i];
	int			 line = r->cell->row + 1;

	for (int k = 0; k < ncol;) {
		const struct at	*c = NULL;
		size_t		 j = cell_from(r, col[k]);
		int		 wide = 1, high = 1;

		if (grid_at(g, g->nrow - 1, k) != NULL) {
			k++;
			continue;
		}
		if (j < r->n && r->cell[j].col == col[k] &&
		    !r->cell[j].hidden) {
			c = &r->cell[j];
			while (k + wide < ncol && col[k + wide] <= c->last_col)
				wide++;
			while (i + (size_t)high < to &&
			    s->row[i + (size_t)high].cell->row <= c->last_row)
				high++;
		}
		if (grid_cell(g, c != NULL ? c->text : STR(""), line, high,
		    wide, e) < 0)
			return -1;
		k += wide;
	}
	return 0;
}

static int
table(struct sheet *s, struct doc *d, size_t from, size_t to, struct err *e)
{
	struct grid	*g = grid_new(s->arena);
	int		 ncol, *col = columns(s, from, to, &ncol);

	if (ncol > LIMIT_COLUMNS || (long)(to - from) * ncol > LIMIT_SLOTS)
		return err_set(e, ERR_LIMIT,
		    "a sheet of more than %d columns or %d cells",
		    LIMIT_COLUMNS, LIMIT_SLOTS);
	for (size_t i = from; i < to; i++)
		if (grid_row(g, e) < 0 ||
		    fill_row(s, g, i, to, col, ncol, e) < 0)
			return -1;
	return doc_table(d, g, s->row[from].cell->row + 1, e);
}

int
sheet_end(struct sheet *s, struct doc *d, struct err *e)
{
	size_t	 from = 0, i;

	for (i = 0; s->no_zeros && i < s->cells.n; i++)
		if (s->cells.v[i].number && sheet_is_zero(s->cells.v[i].text))
			s->cells.v[i].text = STR("");
	make_rows(s);
	if (merge_all(s, e) < 0)
		return -1;
	if (s->rows.n + s->cols.n > 0) {
		drop_hidden(s, d);
		make_rows(s);
		if (merge_all(s, e) < 0)
			return -1;
	}
	drop_empty_rows(s);
	for (i = 0; i < s->nrow; i++) {
		const struct row	*r = &s->row[i];

		if (!is_para(s, i, i > from))
			continue;
		if (i > from && table(s, d, from, i, e) < 0)
			return -1;
		from = i + 1;
		if (doc_para(d, first_text(r)->text, r->cell->row + 1, e) < 0)
			return -1;
	}
	return i > from ? table(s, d, from, i, e) : 0;
}

void
sheet_end_hidden(struct sheet *s, struct doc *d)
{
	size_t	 n = 0;

	for (size_t i = 0; i < s->cells.n; i++)
		n += is_figure(&s->cells.v[i]);
	if (n > 0)
		note_add(d->arena, &d->notes, NOTE_HIDDEN, 0,
		    "%zu in a sheet", n);
}
