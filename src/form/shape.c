/* Which way a table lies, by where the labels of the form stand in it. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "form/label.h"
#include "form/number.h"
#include "form/shape.h"

#define LABELS_MIN	4	/* of a part, in one line of the table */
#define COUNTED_MIN	5	/* rows with a number of their own */
#define SIDE_MAX	64	/* rows and columns of what may be turned */
#define LABEL_BYTES	400	/* of the longest label, and more */

/* What a cell may be the label of. */
enum kind { REQUEST_ROW, APPLICANT, RESULT, ART20_ROW, ART20_COL, KIND__N };

struct look {
	const struct grid	*grid;
	/* Of the cell that begins in each slot; NULL: it is none. */
	const struct label	*(*label)[KIND__N];
};

static enum kind
kind_of(const struct label *l)
{
	if (l->part == PART_REQUESTS)
		return l->axis == AXIS_ROW ? REQUEST_ROW : APPLICANT;
	if (l->part == PART_DISPUTES)
		return l->axis == AXIS_COL ? RESULT : KIND__N;
	if (l->part > PART_ART20_9 || l->axis == AXIS_BLOCK)
		return KIND__N;
	return l->axis == AXIS_ROW ? ART20_ROW : ART20_COL;
}

/* The labels of the form, to the word, that stand in the grid. */
static void
look_at(struct look *l, struct arena *a, const struct forms *f)
{
	const struct grid	*g = l->grid;

	l->label = arena_alloc(a, (size_t)g->nrow * (size_t)g->ncol,
	    sizeof(*l->label));
	for (int i = 0; i < g->nrow * g->ncol; i++) {
		const struct cell	*c = grid_at(g, i / g->ncol,
		    i % g->ncol);
		struct str		 norm;

		if (c == NULL || c->row != i / g->ncol ||
		    c->col != i % g->ncol || c->text.n == 0 ||
		    c->text.n > LABEL_BYTES)
			continue;
		norm = label_norm(a, c->text, NULL);
		for (int k = 0; k < f->nlabel; k++) {
			enum kind	 kind = kind_of(&f->label[k]);

			if (kind != KIND__N && f->label[k].official &&
			    str_eq(f->label[k].text, norm))
				l->label[i][kind] = &f->label[k];
		}
	}
}

static const struct label *
label_in(const struct look *l, enum kind kind, bool is_row, int line, int k)
{
	int	 row = is_row ? line : k, col = is_row ? k : line;

	return l->label[row * l->grid->ncol + col][kind];
}

/* How many different labels stand in a row, or in a column. */
static int
labels_in(const struct look *l, enum kind kind, bool is_row, int line)
{
	int	 end = is_row ? l->grid->ncol : l->grid->nrow, n = 0;

	for (int k = 0; k < end; k++) {
		const struct label	*x = label_in(l, kind, is_row, line,
		    k), *y;
		bool			 twice = x == NULL;

		for (int i = 0; i < k && !twice; i++) {
			y = label_in(l, kind, is_row, line, i);
			twice = y != NULL && strcmp(x->key, y->key) == 0;
		}
		n += !twice;
	}
	return n;
}

/* The most of them in any row, or in any column. */
static int
most_in(const struct look *l, enum kind kind, bool is_row)
{
	int	 end = is_row ? l->grid->nrow : l->grid->ncol, most = 0, n;

	for (int i = 0; i < end; i++)
		if ((n = labels_in(l, kind, is_row, i)) > most)
			most = n;
	return most;
}

/*
 * Parts of article 20 have as few as two labels: then their columns are
 * named in the first column of the table, and a row of theirs beside it.
 */
static bool
is_art20_turned(const struct look *l, int keep)
{
	if (keep == l->grid->nrow ||
	    labels_in(l, ART20_ROW, true, keep) == 0 ||
	    label_in(l, ART20_ROW, true, keep, 0) != NULL)
		return false;
	return labels_in(l, ART20_COL, false, 0) > 0 &&
	    most_in(l, ART20_COL, true) < 2;
}

static bool
is_turned(const struct look *l, int keep)
{
	int	 across = most_in(l, REQUEST_ROW, true);

	int	 down = most_in(l, REQUEST_ROW, false);

	/* 办理结果, a group and a label of it stand in a row anyway. */
	if (across >= LABELS_MIN)
		return across > down;
	/* 其他 and 总计 are rows as well, and may stand below applicants. */
	if (down >= LABELS_MIN)
		return false;
	if (across > 0 && most_in(l, APPLICANT, false) >= LABELS_MIN)
		return most_in(l, APPLICANT, true) < LABELS_MIN;
	if (most_in(l, RESULT, false) >= LABELS_MIN)
		return most_in(l, RESULT, true) < LABELS_MIN;
	return is_art20_turned(l, keep);
}

/* Captions in the frame: rows of one cell at the top. */
static int
captions(const struct grid *g)
{
	int	 row = 0;

	while (row < g->nrow && g->ncol > 1 && grid_at(g, row, 0) != NULL &&
	    grid_at(g, row, 0)->rowspan == 1 &&
	    grid_at(g, row, 0) == grid_at(g, row, g->ncol - 1))
		row++;
	return row;
}

const struct grid *
shape_upright(struct arena *a, const struct forms *f, const struct grid *g)
{
	struct look	 l = { .grid = g };
	struct grid	*turned = NULL;
	int		 keep = captions(g);

	if (g->trust != GRID_EXACT || g->nrow > SIDE_MAX ||
	    g->ncol > SIDE_MAX)
		return g;
	look_at(&l, a, f);
	if (is_turned(&l, keep))
		turned = grid_turned(g, keep);
	return turned != NULL ? turned : g;
}

/* The number of a row in the column; 0: blank, -1: something else. */
static long
count_at(const struct grid *g, int row, int col)
{
	const struct cell	*c = grid_at(g, row, col);
	struct number		 n;

	if (c == NULL || c->row != row || str_trim(c->text).n == 0)
		return 0;
	n = number_read(c->text);
	if (c->colspan != 1 || n.state != STATE_NUMBER ||
	    !dec_is_int(n.value) || n.unit != UNIT_NONE || n.value.mant < 1)
		return -1;
	return (long)n.value.mant;
}

static bool
is_counter(const struct grid *g, int col, int first, bool named)
{
	long	 last = 0, n;
	int	 counted = 0;

	for (int row = first; row < g->nrow; row++) {
		n = count_at(g, row, col);
		if (n == 0)
			continue;
		if (n < 0 || (counted > 0 && n != last + 1))
			return false;
		last = n;
		counted++;
	}
	return counted >= (named ? 1 : COUNTED_MIN);
}

int
shape_counter(struct arena *a, const struct grid *g)
{
	static const char *const head[] = { "序号", "编号", "行次", "行号",
	    "项次", "序", "号" };

	for (int col = 0; col < 2 && col + 2 < g->ncol; col++)
		for (int row = 0; row < g->nrow; row++) {
			const struct cell	*c = grid_at(g, row, col);
			struct str		 s;

			if (c == NULL || str_trim(c->text).n == 0)
				continue;
			s = label_norm(a, c->text, NULL);
			for (size_t k = 0; k < sizeof(head) / sizeof(*head);
			    k++)
				if (str_eq(s, str_of(head[k])))
					return is_counter(g, col,
					    row + c->rowspan, true) ? col : -1;
			if (col == 0 && is_counter(g, col, row, false))
				return col;
			break;
		}
	return -1;
}
