#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "read/html_look.h"
#include "read/html_made.h"
#include "read/html_parse.h"
#include "read/html_table.h"

#define CELL_BYTES	240	/* more is prose */
#define CELL_NODES	64
#define COLUMNS		64
#define FIGURE_BYTES	24
#define MARK_BYTES	3	/* "/", in place of a figure */

struct making {
	struct html_made	 m;
	struct arena		*arena;
	size_t			 cap;
	int			 nrow, nfirst;	/* cells of the last row */
	int			 nfigure, nother;	/* behind the first */
	bool			 blank;	/* this row so far, not the first */
	int			 nblank;	/* such rows, with words then */
};

static bool
is_space(const struct html_node *n)
{
	return html_elem(n) == ELEM_TEXT && str_trim(html_text(n)).n == 0;
}

/* The text of a cell, as far as there is room; false: it is none. */
static bool
short_text(const struct html_node *n, char text[CELL_BYTES], size_t *len)
{
	struct html_walk	 w = { .root = n };
	int			 nodes = 0;

	*len = 0;
	while (html_walk(&w)) {
		struct str	 s;

		if (w.leaving)
			continue;
		if (++nodes > CELL_NODES)
			return false;
		switch (html_elem(w.at)) {
		case ELEM_TEXT:
			s = str_trim(html_text(w.at));
			if (s.n > CELL_BYTES - *len)
				return false;
			memcpy(text + *len, s.p, s.n);
			*len += s.n;
			break;
		case ELEM_PARA:
			w.skip = html_hidden(w.at);
			break;
		case ELEM_OTHER:
		case ELEM_BREAK:
		case ELEM_DOUBT:
			break;
		default:
			return false;
		}
	}
	return true;
}

/* "12", "1,234.5", "12件", but no date. */
static bool
is_figure(struct str s)
{
	static const char *const	 other[] = { "-", ":", "/", "年",
		"：", "、", "月", "．" };
	bool				 wide;

	wide = s.n > 2 && memcmp(s.p, "\xEF\xBC", 2) == 0 &&
	    (unsigned char)s.p[2] >= 0x90 && (unsigned char)s.p[2] <= 0x99;
	if (s.n == 0 || s.n > FIGURE_BYTES ||
	    (!wide && (s.p[0] < '0' || s.p[0] > '9')))
		return false;
	for (size_t i = 0; i < sizeof(other) / sizeof(*other); i++)
		if (str_has(s, str_of(other[i])))
			return false;
	return true;
}

static void
begin_row(struct making *k)
{
	k->nrow++;
	k->nfirst = 0;
}

static bool
add_cell(struct making *k, const struct html_node *n, int rowspan,
    int colspan)
{
	char			 text[CELL_BYTES];
	struct str		 s = { text, 0 };

	if (!short_text(n, text, &s.n))
		return false;
	k->m.cell = arena_grow(k->arena, k->m.cell, k->m.n, &k->cap,
	    sizeof(*k->m.cell));
	k->m.cell[k->m.n++] = (struct html_made_cell){ n, k->nrow - 1,
	    rowspan, colspan };
	if (s.n > 0 || k->nfirst == 0) {
		k->nblank += k->nfirst > 0 && k->blank && !is_figure(s);
		k->blank = k->nrow > 1 && s.n == 0;
	}
	if (k->nfirst++ > 0 && s.n > 0) {
		k->nfigure += is_figure(s);
		k->nother += !is_figure(s) && s.n > MARK_BYTES;
	}
	return true;
}

/* The next child that is laid out; false: there is text between them. */
static bool
next_child(const struct html_node **n)
{
	while (*n != NULL && (is_space(*n) || (html_elem(*n) == ELEM_PARA &&
	    html_hidden(*n))))
		*n = html_next(*n);
	return *n == NULL || html_elem(*n) == ELEM_PARA ||
	    html_elem(*n) == ELEM_OTHER;
}

static bool
take_flex(struct making *k, const struct html_node *row)
{
	const struct html_node	*n = html_first(row);

	begin_row(k);
	for (; next_child(&n); n = html_next(n)) {
		if (n == NULL)
			return k->nfirst > 0;
		/* Spans are of grids: here they say what is not known. */
		if (html_attr(n, "colspan", 1) != 1 ||
		    !add_cell(k, n, 1, 1))
			return false;
	}
	return false;
}

/* Columns of a grid, with the rows for which each is taken, and a place. */
struct places {
	int	 left[COLUMNS];
	int	 ncol, col;
};

static void
skip_taken(struct places *p)
{
	while (p->col < p->ncol && p->left[p->col] > 0)
		p->col++;
}

/* At the end of a row the next one begins, which may be taken as well. */
static void
next_place(struct making *k, struct places *p)
{
	for (skip_taken(p); p->col == p->ncol; skip_taken(p)) {
		begin_row(k);
		for (int c = 0; c < p->ncol; c++)
			p->left[c] -= p->left[c] > 0;
		p->col = 0;
	}
}

static bool
put(struct making *k, struct places *p, const struct html_node *n)
{
	int	 across = html_attr(n, "colspan", 1);
	int	 down = html_attr(n, "rowspan", 1);

	next_place(k, p);
	across = across == LOOK_ALL ? p->ncol : across;
	if (across < 1 || down < 1 || down >= LOOK_ALL ||
	    across > p->ncol - p->col)
		return false;
	for (int c = 0; c < across; c++) {
		if (p->left[p->col] > 0)
			return false;
		p->left[p->col++] = down;
	}
	return add_cell(k, n, down, across);
}

/* All rows must be full, and all cells of several rows end with the last. */
static bool
take_grid(struct making *k, const struct html_node *grid, int ncol)
{
	const struct html_node	*n = html_first(grid);
	struct places		 p = { .ncol = ncol, .col = ncol };

	if (ncol > COLUMNS)
		return false;
	for (; next_child(&n); n = html_next(n)) {
		if (n != NULL) {
			if (!put(k, &p, n))
				return false;
			continue;
		}
		skip_taken(&p);
		for (int c = 0; c < ncol; c++)
			if (p.left[c] != 1)
				return false;
		return p.col == ncol;
	}
	return false;
}

/*
 * Terms and what is said of each; some pages have a div around a term, in
 * which more of them are in one row.
 */
static bool
take_terms(struct making *k, const struct html_node *list, bool inner)
{
	const struct html_node	*n = html_first(list);
	int			 kind, before = 0;

	for (; next_child(&n); n = html_next(n)) {
		if (n == NULL)
			return before != 0;
		kind = html_attr(n, "term", 0);
		if (kind == 0) {
			if (inner || !take_terms(k, n, true))
				return false;
			before = 2;
			continue;
		}
		if (kind == 1 && (before == 0 || !inner))
			begin_row(k);
		if ((kind == 2 && before == 0) || !add_cell(k, n, 1, 1))
			return false;
		before = kind;
	}
	return false;
}

static bool
take(struct making *k, const struct html_node *n, int columns, int terms)
{
	return terms != 0 ? take_terms(k, n, false) :
	    columns == 1 ? take_flex(k, n) : take_grid(k, n, columns);
}

/*
 * Whether all rows have as many cells, so that none is left out, but for
 * those of a title.
 */
static bool
is_even(const struct html_made *m)
{
	size_t	 n = 0, ncol = 0;

	for (size_t i = 0; i < m->n; i++) {
		n++;
		if (i + 1 < m->n && m->cell[i + 1].row == m->cell[i].row)
			continue;
		if (n > 1 && ncol > 0 && n != ncol)
			return false;
		ncol = n > 1 ? n : ncol;
		n = 0;
	}
	return true;
}

const struct html_made *
html_made(struct arena *a, const struct html_node *first)
{
	int			 columns = html_attr(first, "columns", 0);
	int			 terms = html_attr(first, "terms", 0);
	struct making		*k;
	const struct html_node	*n = first;
	bool			 fits = true;

	if (columns == 0 && terms == 0)
		return NULL;
	k = arena_alloc(a, 1, sizeof(*k));
	k->arena = a;
	while (n != NULL && fits && html_elem(n) == ELEM_PARA &&
	    html_attr(n, "columns", 0) == columns &&
	    html_attr(n, "terms", 0) == terms && !html_hidden(n)) {
		struct making	 was = *k;

		fits = take(k, n, columns, terms);
		if (!fits && was.m.last != NULL)
			*k = was;
		else
			k->m.last = n;
		/* A grid is one table. */
		for (n = html_next(n); n != NULL && is_space(n); )
			n = html_next(n);
		if (columns > 1)
			break;
	}
	if (k->m.last == first && !fits)
		return &k->m;
	k->m.packed = columns <= 1 && !is_even(&k->m);
	/* In some rows merged cells would be there, in others not. */
	k->m.is_table = (!k->m.packed || k->nblank == 0) && k->nrow > 1 &&
	    k->nfigure > 0 && 4 * k->nfigure >= k->nother;
	return &k->m;
}
