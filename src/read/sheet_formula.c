#include <config.h>

#include <string.h>

#include "base/limit.h"
#include "read/sheet_block.h"
#include "read/sheet_formula.h"
#include "read/sheet_show.h"

#define MAX_ROW		1048576
#define MAX_COL		16384
#define MAX_PASSES	64	/* formulas that depend on each other */

void
sheet_formula_area(struct sheet_formula *f, struct sheet_area area)
{
	if (f->narea < SHEET_AREAS)
		f->area[f->narea++] = area;
	else
		f->elsewhere = true;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Of names, and of places of cells. */
static size_t
word_end(struct str s, size_t i)
{
	while (i < s.n && (is_letter(s.p[i]) || is_digit(s.p[i]) ||
	    (unsigned char)s.p[i] >= 0x80 || strchr("$_.\\?", s.p[i]) != NULL))
		i++;
	return i;
}

/* A formula being read, and how it names cells. */
struct reading {
	struct sheet_formula	*f;
	struct str		 s;
	bool			 r1c1;
	int			 rows, cols;	/* that it was moved by */
};

/* "$B12", moved where it has no "$". */
static bool
place_a1(const struct reading *r, size_t *at, int *row, int *col)
{
	struct str	 s = str_sub(r->s, *at, word_end(r->s, *at) - *at);
	bool		 fixed_col = str_starts(s, STR("$")), fixed_row;
	size_t		 i = fixed_col;

	*row = *col = 0;
	for (; i < s.n && is_letter(s.p[i]) && *col < MAX_COL; i++)
		*col = *col * 26 + (s.p[i] & ~0x20) - 'A' + 1;
	fixed_row = i < s.n && s.p[i] == '$';
	for (i += fixed_row; i < s.n && is_digit(s.p[i]) && *row < MAX_ROW;
	    i++)
		*row = *row * 10 + s.p[i] - '0';
	if (i != s.n || *row < 1 || *col < 1)
		return false;
	*row += (fixed_row ? 0 : r->rows) - 1;
	*col += (fixed_col ? 0 : r->cols) - 1;
	*at += s.n;
	return true;
}

/* "R", "R[-2]" or "R7", from 0; false if it is none of these. */
static bool
line_r1c1(struct str s, size_t *i, char name, int of, int *line)
{
	bool	 minus = false, other, digits;
	int	 n = 0;

	if (*i >= s.n || s.p[(*i)++] != name)
		return false;
	other = *i < s.n && s.p[*i] == '[';
	*i += other;
	minus = other && *i < s.n && s.p[*i] == '-';
	*i += minus;
	digits = *i < s.n && is_digit(s.p[*i]);
	for (; *i < s.n && is_digit(s.p[*i]) && n < MAX_ROW; ++*i)
		n = n * 10 + s.p[*i] - '0';
	*line = other ? of + (minus ? -n : n) : digits ? n - 1 : of;
	return other ? *i < s.n && s.p[(*i)++] == ']' : true;
}

static bool
place(const struct reading *r, size_t *at, int *row, int *col)
{
	size_t	 i = *at;

	if (r->r1c1 ? !line_r1c1(r->s, &i, 'R', r->rows, row) ||
	    !line_r1c1(r->s, &i, 'C', r->cols, col) :
	    !place_a1(r, &i, row, col))
		return false;
	if (i < r->s.n && (word_end(r->s, i) != i || r->s.p[i] == '(' ||
	    r->s.p[i] == '!'))
		return false;
	*at = i;
	return true;
}

/* What begins with a word; the place behind it. */
static size_t
word(const struct reading *r, size_t i)
{
	struct sheet_formula	*f = r->f;
	struct str		 s = r->s;
	size_t			 end = word_end(s, i), last;
	struct sheet_area	 at;

	if (place(r, &i, &at.row, &at.col)) {
		last = i + 1;
		if (i < s.n && s.p[i] == ':' &&
		    place(r, &last, &at.last_row, &at.last_col))
			i = last;
		else {
			f->elsewhere |= i < s.n && s.p[i] == ':';
			at.last_row = at.row;
			at.last_col = at.col;
		}
		sheet_formula_area(f, at);
		return i;
	}
	if (end < s.n && s.p[end] == '(') {
		f->not_sum |= !str_eq(str_sub(s, i, end - i), STR("SUM"));
		return end;
	}
	f->elsewhere = true;
	/* In another sheet, or from one to another. */
	while (end < s.n && (s.p[end] == '!' || s.p[end] == ':'))
		end = word_end(s, end + 1);
	return end;
}

static size_t
number(struct sheet_formula *f, size_t i)
{
	struct str	 s = f->text;

	for (; i < s.n && (is_digit(s.p[i]) || s.p[i] == '.'); i++)
		f->figure |= s.p[i] >= '1' && s.p[i] <= '9';
	if (i + 1 < s.n && (s.p[i] == 'E' || s.p[i] == 'e'))
		for (i += 2; i < s.n && is_digit(s.p[i]); i++)
			continue;
	return i;
}

/* Behind a text, or the name of a sheet, in quotes. */
static size_t
quoted(struct str s, size_t i)
{
	char	 quote = s.p[i];

	while (++i < s.n && s.p[i] != quote)
		continue;
	return i + 1;
}

static void
parse(const struct reading *r)
{
	struct sheet_formula	*f = r->f;
	struct str		 s = r->s;

	*f = (struct sheet_formula){ .text = s };
	for (size_t i = 0; i < s.n;)
		if (is_digit(s.p[i]) || s.p[i] == '.')
			i = number(f, i);
		else if (is_letter(s.p[i]) || s.p[i] == '$' ||
		    s.p[i] == '_' || (unsigned char)s.p[i] >= 0x80)
			i = word(r, i);
		else if (s.p[i] == '\'') {
			f->elsewhere = true;
			for (i = quoted(s, i); i < s.n &&
			    (s.p[i] == '!' || s.p[i] == ':');)
				i = word_end(s, i + 1);
		} else if (s.p[i] == '"') {
			f->not_sum = true;
			i = quoted(s, i);
		} else {
			f->not_sum |= i > 0 && strchr("+,() ", s.p[i]) == NULL;
			i++;
		}
}

void
sheet_formula_a1(struct sheet_formula *f, struct str s, int rows, int cols)
{
	parse(&(struct reading){ f, s, false, rows, cols });
}

void
sheet_formula_r1c1(struct sheet_formula *f, struct str s, int row, int col)
{
	parse(&(struct reading){ f, s, true, row, col });
}

struct check {
	const struct sheet_row	*row;
	size_t			 nrow;
	const struct sheet_area	*area;		/* of all formulas */
	long			 work;
	bool			 computed;	/* some formula was */
};

/* The first row at or below. */
static size_t
row_from(const struct check *c, int row)
{
	size_t	 lo = 0, hi = c->nrow, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (c->row[mid].cell->row < row)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static struct sheet_at *
cell_at(const struct check *c, int row, int col)
{
	size_t	 k = row_from(c, row), j;

	if (k == c->nrow || c->row[k].cell->row != row)
		return NULL;
	j = sheet_cell_from(&c->row[k], col);
	return j < c->row[k].n && c->row[k].cell[j].col == col ?
	    &c->row[k].cell[j] : NULL;
}

static bool
is_nothing(const struct sheet_at *at)
{
	return !at->uncomputed && (at->number ? sheet_is_zero(at->text) :
	    str_trim(at->text).n == 0);
}

/* Looks for figures among the cells, and for what was not computed. */
static void
look(struct check *c, const struct sheet_area *area, bool *figure,
    bool *uncomputed)
{
	for (size_t k = row_from(c, area->row); k < c->nrow &&
	    c->row[k].cell->row <= area->last_row; k++) {
		const struct sheet_row	*r = &c->row[k];
		size_t			 j = sheet_cell_from(r, area->col);

		c->work++;
		for (; j < r->n && r->cell[j].col <= area->last_col; j++) {
			*uncomputed |= r->cell[j].uncomputed;
			*figure |= r->cell[j].number &&
			    !sheet_is_zero(r->cell[j].text);
			if (++c->work > LIMIT_SLOTS)
				return;
		}
	}
}

/* Whether a result of nothing is none. */
static bool
is_uncomputed(struct check *c, const struct sheet_formula_at *f)
{
	bool	 figure = f->figure && f->narea == 0, uncomputed = false;

	for (size_t i = 0; i < f->narea; i++)
		if (c->work <= LIMIT_SLOTS)
			look(c, &c->area[f->from + i], &figure, &uncomputed);
	return uncomputed || c->work > LIMIT_SLOTS ||
	    (figure && (!f->not_sum || !c->computed)) ||
	    (f->elsewhere && !c->computed);
}

void
sheet_formula_check(const struct sheet_row *row, size_t nrow,
    const struct sheet_formula_at *v, size_t n, const struct sheet_area *area)
{
	struct check	 c = { .row = row, .nrow = nrow, .area = area };
	bool		 more = n > 0;

	for (size_t i = 0; i < n && !c.computed; i++) {
		const struct sheet_at	*at = cell_at(&c, v[i].row, v[i].col);

		c.computed = at != NULL && !is_nothing(at);
	}
	for (int pass = 0; more; pass++) {
		more = false;
		if (pass == MAX_PASSES)
			c.work = LIMIT_SLOTS + 1L;
		for (size_t i = 0; i < n; i++) {
			struct sheet_at	*at = cell_at(&c, v[i].row, v[i].col);

			if (at == NULL || !is_nothing(at) ||
			    !is_uncomputed(&c, &v[i]))
				continue;
			at->text = v[i].text;
			at->number = false;
			at->uncomputed = more = true;
		}
	}
}
