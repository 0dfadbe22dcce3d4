/*
 * Rows of statistical tables whose columns are made of spaces and not known:
 * the reader leaves what stands behind a label in one cell, as "| 件 | 12".
 * The unit tells where the label ends; then there is one figure, or a code
 * that counts the rows and one.
 */
#include <config.h>

#include <string.h>

#include "doc/grid.h"
#include "form/number.h"
#include "form/piece.h"
#include "form/stat_row.h"

#define NUMBERS		2	/* behind a unit: a code and a figure */
#define CODE_DIGITS	3

/* What stands behind a label; n is -1 if it is anything else. */
struct behind {
	struct str	 unit, v[NUMBERS];
	int		 n;
};

static const struct cell *
loose_cell(const struct piece *u)
{
	const struct cell	*last;

	last = u->ncell > 1 ? u->cell[u->ncell - 1] : NULL;
	return last != NULL && last->loose ? last : NULL;
}

/* Of a code; -1 if it is none. */
static int
code_of(struct str s)
{
	int	 n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || i == CODE_DIGITS)
			return -1;
		n = 10 * n + s.p[i] - '0';
	}
	return s.n > 0 ? n : -1;
}

/* 12 and, of codes, 01. */
static bool
is_number(struct str s)
{
	return code_of(s) >= 0 || number_read(s).state == STATE_NUMBER;
}

/* The next of the texts that the cell has, each behind a sign for it. */
static struct str
next_text(struct str s, size_t *at)
{
	size_t	 from = *at + strlen(GRID_LOOSE), to = from;

	while (to < s.n && !str_starts(str_from(s, to), STR(GRID_LOOSE)))
		to++;
	*at = to;
	return str_trim(str_sub(s, from, to - from));
}

static struct behind
behind_label(const struct piece *u)
{
	const struct cell	*c = loose_cell(u);
	struct behind		 b = { .n = -1 };
	size_t			 at = 0;

	if (c == NULL || !str_starts(c->text, STR(GRID_LOOSE)))
		return b;
	b.unit = next_text(c->text, &at);
	if (!stat_is_unit(b.unit))
		return b;
	for (b.n = 0; at < c->text.n; b.n++) {
		struct str	 s = next_text(c->text, &at);

		if (b.n == NUMBERS || !is_number(s)) {
			b.n = -1;
			break;
		}
		b.v[b.n] = s;
	}
	return b;
}

/* Adds the heads that a line has between spaces to those of columns. */
static void
count_heads(struct str s, int year, int *labels, int *values)
{
	size_t	 at = 0, from;
	int	 rank;

	for (s = str_trim(s); at < s.n; ) {
		enum stat_head	 w;

		for (from = at; at < s.n && s.p[at] != ' '; at++)
			continue;
		w = stat_head(str_sub(s, from, at - from), year, &rank);
		*labels += w == HEAD_LABEL;
		*values += w == HEAD_VALUE;
		while (at < s.n && s.p[at] == ' ')
			at++;
	}
}

/* Heads of several columns of figures, one of which may be blank. */
static bool
has_heads(const struct piece *u, int year)
{
	int	 labels = 0, values = 0;

	for (int i = 0; i < u->ncell; i++)
		count_heads(u->cell[i]->text, year, &labels, &values);
	return labels > 0 && values > 1;
}

/* The label of the row, which is in front of the loose cell. */
static struct str
label_of(const struct piece *u)
{
	return u->cell[u->ncell - 2]->text;
}

enum stat_loose
stat_loose_way(struct stat *st)
{
	const struct pieces	*us = st->us;
	const struct piece	*last = NULL;
	bool			 counts = true;
	int			 code = 0, one = 0, two = 0;

	for (int i = 0; i < us->n; i++) {
		struct behind	 b = behind_label(&us->u[i]);

		if (has_heads(&us->u[i], st->f->year))
			return LOOSE_UNKNOWN;
		if (b.n < 1 || !stat_knows(st, label_of(&us->u[i])))
			continue;
		one += b.n == 1;
		if (b.n != NUMBERS)
			continue;
		counts &= two == 0 || us->u[i].grid != last->grid ||
		    code_of(b.v[0]) == code + 1;
		two++;
		code = code_of(b.v[0]);
		last = &us->u[i];
	}
	if (two == 0)
		return one >= STAT_ROWS_MIN ? LOOSE_FIGURE : LOOSE_UNKNOWN;
	return two >= STAT_ROWS_MIN && counts ? LOOSE_CODE : LOOSE_UNKNOWN;
}

bool
stat_is_loose(const struct piece *u)
{
	for (int i = 0; i < u->ncell; i++)
		if (u->cell[i]->loose)
			return true;
	return false;
}

bool
stat_add_loose(struct stat *st, enum stat_loose way, const struct piece *u)
{
	struct behind		 b = behind_label(u);
	int			 want = way == LOOSE_CODE ? NUMBERS : 1;

	if (way == LOOSE_UNKNOWN || b.n != want)
		return false;
	stat_add(st, label_of(u), b.unit,
	    want == NUMBERS ? b.v[0] : STR(""), b.v[want - 1], u->line);
	return true;
}
