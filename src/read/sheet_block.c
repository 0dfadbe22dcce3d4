#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "doc/grid.h"
#include "read/sheet_block.h"

#define LABEL	96	/* bytes, 32 characters of Chinese */

struct rows {
	struct arena		*arena;
	const struct sheet_row	*row;
	size_t			 nrow;
};

bool
sheet_has_text(const struct sheet_at *c)
{
	return !c->hidden && str_trim(c->text).n > 0;
}

bool
sheet_is_figure(const struct sheet_at *c)
{
	return sheet_has_text(c) && str_trim(c->text).p[0] >= '0' &&
	    str_trim(c->text).p[0] <= '9';
}

size_t
sheet_cell_from(const struct sheet_row *r, int col)
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

static const struct sheet_at *
first_text(const struct sheet_row *r)
{
	const struct sheet_at	*c = r->cell;

	while (!sheet_has_text(c))
		c++;
	return c;
}

/* A single text, alone in its row from top to bottom. */
static bool
is_lone(const struct sheet_row *r)
{
	const struct sheet_at	*c;

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
has_figure(const struct sheet_row *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (sheet_is_figure(&r->cell[i]))
			return true;
	return false;
}

/* Whether the one text of r is merged over all that next has. */
static bool
is_wide(const struct sheet_row *r, const struct sheet_row *next)
{
	const struct sheet_at	*c = first_text(r);
	const struct sheet_at	*last = &next->cell[next->n - 1];

	while (!sheet_has_text(last))
		last--;
	return c->last_col > c->col && c->col <= first_text(next)->col &&
	    c->last_col >= last->last_col;
}

/*
 * Whether a text right below a row may be the label of another one whose
 * figures were left blank, in a sheet that does not keep empty cells.
 */
static bool
is_label(const struct sheet_at *c, const struct sheet_row *above)
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
is_para(const struct rows *s, size_t i, bool table_above)
{
	const struct sheet_row	*r = &s->row[i], *next = r + 1;
	const struct sheet_at	*c;
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
columns(const struct rows *s, size_t from, size_t to, int *ncol)
{
	size_t	 n = 0;
	int	*col, k = 0;

	for (size_t i = from; i < to; i++)
		n += s->row[i].ntext;
	col = arena_alloc(s->arena, n, sizeof(*col));
	n = 0;
	for (size_t i = from; i < to; i++)
		for (size_t j = 0; j < s->row[i].n; j++)
			if (sheet_has_text(&s->row[i].cell[j]))
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
fill_row(const struct rows *s, struct grid *g, size_t i, size_t to,
    const int *col, int ncol, struct err *e)
{
	const struct sheet_row	*r = &s->row[i];
	int			 line = r->cell->row + 1;

	for (int k = 0; k < ncol;) {
		const struct sheet_at	*c = NULL;
		size_t		 j = sheet_cell_from(r, col[k]);
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
table(const struct rows *s, struct doc *d, size_t from, size_t to,
    struct err *e)
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
sheet_blocks(struct arena *a, const struct sheet_row *row, size_t nrow,
    struct doc *d, struct err *e)
{
	struct rows	 s = { a, row, nrow };
	size_t		 from = 0, i;

	for (i = 0; i < nrow; i++) {
		if (!is_para(&s, i, i > from))
			continue;
		if (i > from && table(&s, d, from, i, e) < 0)
			return -1;
		from = i + 1;
		if (doc_para(d, first_text(&row[i])->text,
		    row[i].cell->row + 1, e) < 0)
			return -1;
	}
	return i > from ? table(&s, d, from, i, e) : 0;
}
