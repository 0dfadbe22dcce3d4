#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/sheet.h"
#include "read/sheet_block.h"
#include "read/sheet_formula.h"
#include "read/sheet_show.h"

/* Growing array of places. */
struct places {
	struct sheet_at	*v;
	size_t		 n, cap;
};

struct sheet {
	struct arena		*arena;
	struct places		 cells, merges;
	struct places		 rows, cols;	/* that do not show */
	bool			 no_zeros;
	struct sheet_formula_at	*formula;
	size_t			 nformula, capformula;
	struct sheet_area	*area;	/* that they speak of */
	size_t			 narea, caparea;
	struct sheet_row	*row;	/* those in which a text begins */
	size_t			 nrow;
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
add(struct sheet *s, struct places *l, struct sheet_at at, struct err *e)
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
	return add(s, &s->cells, (struct sheet_at){ .row = row, .col = col,
	    .last_row = row, .last_col = col, .text = text }, e);
}

int
sheet_merge(struct sheet *s, int row, int col, int last_row, int last_col,
    struct err *e)
{
	if (row < 0 || col < 0 || last_row < row || last_col < col ||
	    (row == last_row && col == last_col))
		return 0;
	return add(s, &s->merges, (struct sheet_at){ .row = row, .col = col,
	    .last_row = last_row, .last_col = last_col }, e);
}

static int
by_place(const void *va, const void *vb)
{
	const struct sheet_at	*a = va, *b = vb;

	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	if (a->col != b->col)
		return a->col < b->col ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

/* One cell per place, the last that came; and then rows of them. */
static void
make_rows(struct sheet *s)
{
	struct places	*l = &s->cells;
	struct sheet_row	*r = NULL;
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

int
sheet_put_number(struct sheet *s, int row, int col, struct str text,
    struct err *e)
{
	if (row < 0 || col < 0)
		return 0;
	return add(s, &s->cells, (struct sheet_at){ .row = row, .col = col,
	    .last_row = row, .last_col = col, .text = text, .number = true },
	    e);
}

void
sheet_hide_zeros(struct sheet *s)
{
	s->no_zeros = true;
}

int
sheet_put_formula(struct sheet *s, int row, int col,
    const struct sheet_formula *f, struct err *e)
{
	struct sheet_formula_at	 at = { row, col, f->text, s->narea, f->narea,
				    f->elsewhere, f->figure, f->not_sum };

	if (s->nformula == LIMIT_SLOTS)
		return err_set(e, ERR_LIMIT, "a sheet of more than %d cells",
		    LIMIT_SLOTS);
	s->formula = arena_grow(s->arena, s->formula, s->nformula,
	    &s->capformula, sizeof(*s->formula));
	if (s->narea + f->narea > LIMIT_SLOTS) {
		at.narea = 0;
		at.elsewhere = true;
	}
	s->formula[s->nformula++] = at;
	for (size_t i = 0; i < at.narea; i++) {
		s->area = arena_grow(s->arena, s->area, s->narea, &s->caparea,
		    sizeof(*s->area));
		s->area[s->narea++] = f->area[i];
	}
	return 0;
}

/* Lines that are side by side are one entry. */
static int
hide(struct sheet *s, struct places *l, int from, int last, struct err *e)
{
	if (from < 0 || last < from)
		return 0;
	if (l->n > 0 && l->v[l->n - 1].row <= from &&
	    l->v[l->n - 1].last_row >= from - 1) {
		if (l->v[l->n - 1].last_row < last)
			l->v[l->n - 1].last_row = last;
		return 0;
	}
	return add(s, l, (struct sheet_at){ .row = from, .last_row = last }, e);
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
		struct sheet_at	*m = &s->merges.v[i], *top = NULL;

		for (size_t k = row_from(s, m->row); k < s->nrow &&
		    s->row[k].cell->row <= m->last_row; k++) {
			struct sheet_row	*r = &s->row[k];
			size_t			 j = sheet_cell_from(r, m->col);

			if (r->cell->row == m->row && j < r->n &&
			    r->cell[j].col == m->col) {
				top = &r->cell[j++];
				top->last_row = m->last_row;
				top->last_col = m->last_col;
			} else if (top != NULL && sheet_has_text(top))
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
sort_lines(struct places *l)
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
first_shown(const struct places *hidden, int line)
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
move_to_shown(const struct sheet *s, struct sheet_at *c)
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
		struct sheet_at	*c = &s->cells.v[i];

		row = c->row;
		if (c->hidden)
			continue;
		if (move_to_shown(s, c))
			s->cells.v[n++] = *c;
		else if (sheet_is_figure(c) && figures++ == 0)
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
		struct sheet_row	*r = &s->row[i];

		for (size_t j = 0; j < r->n; j++)
			r->ntext += sheet_has_text(&r->cell[j]);
		if (r->ntext > 0)
			s->row[n++] = *r;
	}
	s->nrow = n;
}

int
sheet_end(struct sheet *s, struct doc *d, struct err *e)
{
	make_rows(s);
	sheet_formula_check(s->row, s->nrow, s->formula, s->nformula, s->area);
	for (size_t i = 0; s->no_zeros && i < s->cells.n; i++)
		if (s->cells.v[i].number && sheet_is_zero(s->cells.v[i].text))
			s->cells.v[i].text = STR("");
	if (merge_all(s, e) < 0)
		return -1;
	if (s->rows.n + s->cols.n > 0) {
		drop_hidden(s, d);
		make_rows(s);
		if (merge_all(s, e) < 0)
			return -1;
	}
	drop_empty_rows(s);
	return sheet_blocks(s->arena, s->row, s->nrow, d, e);
}

void
sheet_end_hidden(struct sheet *s, struct doc *d)
{
	size_t	 n = 0;

	for (size_t i = 0; i < s->cells.n; i++)
		n += sheet_is_figure(&s->cells.v[i]);
	if (n > 0)
		note_add(d->arena, &d->notes, NOTE_HIDDEN, 0,
		    "%zu in a sheet", n);
}
