#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/html_parse.h"
#include "read/html_table.h"

#define PAGEFUL		3000	/* bytes; a thousand characters of Chinese */

/* A table whose end has not come yet. */
struct open_table {
	size_t	 id;
	int	 ncell, rowcells;
	bool	 nested, many, paged;
	size_t	 bytes;			/* of the cell */
	bool	 row_paged;
};

struct survey {
	struct arena		*arena;
	struct html_table	*table;
	size_t			 n, cap;
	struct open_table	 open[LIMIT_NEST];
	int			 nopen;
};

bool
html_hidden(const struct html_node *n)
{
	return html_attr(n, "hidden", 0) == 1;
}

bool
html_blank(const struct html_node *n)
{
	return html_attr(n, "hidden", 0) == 2;
}

bool
html_veiled(const struct html_node *n)
{
	return html_attr(n, "hidden", 0) == 3;
}

static int
open_table(struct survey *s, struct err *e)
{
	if (s->nopen == LIMIT_NEST)
		return err_set(e, ERR_LIMIT, "more than %d tables in one "
		    "another", LIMIT_NEST);
	s->table = arena_grow(s->arena, s->table, s->n, &s->cap,
	    sizeof(*s->table));
	s->open[s->nopen++] = (struct open_table){ .id = s->n++ };
	return 0;
}

static void
close_table(struct survey *s)
{
	struct open_table	*t = &s->open[--s->nopen];
	struct html_table	*to = &s->table[t->id];

	to->inside = (int)(s->n - t->id - 1);
	to->layout = t->nested || !t->many || t->paged;
	if (s->nopen == 0)
		return;
	if (t->ncell > 1 || t->nested)
		t[-1].nested = true;
	t[-1].bytes += t->bytes;
}

static int
enter(struct survey *s, struct html_walk *w, struct err *e)
{
	struct open_table	*t = s->nopen > 0 ? &s->open[s->nopen - 1] :
				    NULL;

	switch (html_elem(w->at)) {
	case ELEM_TABLE:
		return open_table(s, e);
	case ELEM_ROW:
		if (t != NULL) {
			t->rowcells = 0;
			t->row_paged = false;
		}
		return 0;
	case ELEM_CELL:
		if (t != NULL && !html_hidden(w->at)) {
			t->ncell++;
			t->rowcells++;
			t->bytes = 0;
		}
		return 0;
	case ELEM_TEXT:
		if (t != NULL)
			t->bytes += str_trim(html_text(w->at)).n;
		return 0;
	default:
		return 0;
	}
}

static void
leave(struct survey *s, struct html_walk *w)
{
	struct open_table	*t = s->nopen > 0 ? &s->open[s->nopen - 1] :
				    NULL;

	switch (html_elem(w->at)) {
	case ELEM_TABLE:
		close_table(s);
		return;
	case ELEM_ROW:
		if (t != NULL && t->rowcells > 1) {
			t->many = true;
			t->paged = t->paged || t->row_paged;
		}
		return;
	case ELEM_CELL:
		if (t != NULL && t->bytes > PAGEFUL)
			t->row_paged = true;
		return;
	default:
		return;
	}
}

int
html_tables(struct arena *a, const struct html_node *root,
    struct html_table **tables, struct err *e)
{
	struct survey		*s = arena_alloc(a, 1, sizeof(*s));
	struct html_walk	 w = { .root = root };

	s->arena = a;
	while (html_walk(&w))
		if (w.leaving)
			leave(s, &w);
		else if (enter(s, &w, e) < 0)
			return -1;
	*tables = s->table;
	return 0;
}

/* A row with the number of rows that are left in its group. */
struct row {
	const struct html_node	*node;
	int			 left;
};

struct html_cells {
	struct row		*row;
	int			 nrow, at;
	const struct html_node	*cell;	/* to come; NULL: the next row */
	bool			 begun;
};

/* The first shown one of that kind among n and its siblings. */
static const struct html_node *
shown(const struct html_node *n, enum html_elem elem)
{
	while (n != NULL && (html_elem(n) != elem || html_hidden(n)))
		n = html_next(n);
	return n;
}

struct html_cells *
html_cells(struct arena *a, const struct html_node *table)
{
	struct html_cells	*c = arena_alloc(a, 1, sizeof(*c));
	const struct html_node	*g, *r;
	int			 n = 0, from;

	for (g = html_first(table); g != NULL; g = html_next(g))
		for (r = html_first(g); r != NULL; r = html_next(r))
			n++;
	c->row = arena_alloc(a, (size_t)n + 1, sizeof(*c->row));
	for (g = shown(html_first(table), ELEM_GROUP); g != NULL;
	    g = shown(html_next(g), ELEM_GROUP)) {
		from = c->nrow;
		for (r = shown(html_first(g), ELEM_ROW); r != NULL;
		    r = shown(html_next(r), ELEM_ROW))
			c->row[c->nrow++].node = r;
		for (int i = from; i < c->nrow; i++)
			c->row[i].left = c->nrow - i;
	}
	return c;
}

bool
html_cells_next(struct html_cells *c, struct html_cell *cell)
{
	int	 left;

	memset(cell, 0, sizeof(*cell));
	if (c->begun && c->cell == NULL) {
		c->at++;
		c->begun = false;
	}
	if (c->at == c->nrow)
		return false;
	if (!c->begun) {
		c->begun = cell->first = true;
		c->cell = shown(html_first(c->row[c->at].node), ELEM_CELL);
	}
	cell->node = c->cell;
	if (c->cell != NULL) {
		left = c->row[c->at].left;
		cell->rowspan = html_attr(c->cell, "rowspan", 1);
		if (cell->rowspan == 0 || cell->rowspan > left)
			cell->rowspan = left;
		cell->colspan = html_attr(c->cell, "colspan", 1);
		if (cell->colspan > LIMIT_COLUMNS / 2)
			cell->colspan = LIMIT_COLUMNS / 2;
		c->cell = shown(html_next(c->cell), ELEM_CELL);
	}
	cell->last = c->cell == NULL;
	return true;
}

static bool
is_figure(struct str s)
{
	s = str_trim(s);
	return s.n > 0 && s.p[0] >= '0' && s.p[0] <= '9';
}

int
html_hidden_figures(const struct html_node *table)
{
	struct html_walk	 w = { .root = table };
	const struct html_node	*hidden = NULL;
	int			 n = 0;

	while (html_walk(&w)) {
		enum html_elem	 elem = html_elem(w.at);

		if (w.leaving)
			hidden = w.at == hidden ? NULL : hidden;
		else if (elem == ELEM_TEXT)
			n += hidden != NULL && is_figure(html_text(w.at));
		else if (hidden == NULL && (elem == ELEM_GROUP ||
		    elem == ELEM_ROW || elem == ELEM_CELL) &&
		    (html_hidden(w.at) || html_blank(w.at)))
			hidden = w.at;
	}
	return n;
}
