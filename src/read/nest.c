#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "doc/grid.h"
#include "read/nest.h"

#define HAIR	60	/* twips, a millimetre */
#define PROSE	240	/* bytes; eighty characters of Chinese */
#define PAGEFUL	3000	/* bytes */

struct piece {
	struct str	 text;
	int		 line, level;
	struct table	*table;		/* instead of text */
	struct piece	*next;
};

struct cell_of {
	struct nest_cell  is;
	struct piece	 *first, *last;
	size_t		  bytes;
	int		  line;
	struct cell_of	 *next;
};

struct row_of {
	struct cell_of	*first, *last;
	int		 ncell, line;
	bool		 dropped;
	struct row_of	*next;
};

struct table {
	struct row_of	*first, *last;
	struct cell_of	*cell;		/* that is open */
	bool		 in_row, paged;
	int		 line, ncell, most;	/* cells, and of one row */
	int		*edge;		/* right edges of columns, in twips */
	int		 nedge;
	size_t		 capedge;
	struct table	*outer;
};

struct nest {
	struct arena	*arena;
	struct doc	*doc;
	struct table	*open;
	int		 depth;
	long		 npiece, ncell;
	bool		 over;		/* a cell was left out for a limit */
};

static int
clamp(int v, int most)
{
	return v < 0 ? 0 : v > most ? most : v;
}

struct nest *
nest_new(struct arena *a, struct doc *d)
{
	struct nest	*n = arena_alloc(a, 1, sizeof(*n));

	n->arena = a;
	n->doc = d;
	return n;
}

static bool
is_in_cell(const struct nest *n)
{
	return n->open != NULL && n->open->cell != NULL;
}

static int
put(struct nest *n, struct piece piece, struct err *e)
{
	struct cell_of	*c = n->open->cell;
	struct piece	*p;

	if (n->npiece++ >= LIMIT_BLOCKS)
		return err_set(e, ERR_LIMIT, "more than %d paragraphs",
		    LIMIT_BLOCKS);
	p = arena_alloc(n->arena, 1, sizeof(*p));
	*p = piece;
	if (c->last != NULL)
		c->last->next = p;
	else
		c->first = p;
	c->last = p;
	c->bytes += piece.text.n;
	return 0;
}

int
nest_para(struct nest *n, struct str text, int line, int level,
    struct err *e)
{
	text = str_trim(text);
	if (text.n == 0)
		return 0;
	if (is_in_cell(n))
		return put(n, (struct piece){ .text = text, .line = line,
		    .level = level }, e);
	return level > 0 ? doc_heading(n->doc, text, line, level, e) :
	    doc_para(n->doc, text, line, e);
}

int
nest_table(struct nest *n, int line, struct err *e)
{
	struct table	*t;

	if (n->depth == LIMIT_NEST)
		return err_set(e, ERR_LIMIT, "more than %d tables in one "
		    "another", LIMIT_NEST);
	t = arena_alloc(n->arena, 1, sizeof(*t));
	t->line = line;
	t->outer = n->open;
	n->open = t;
	n->depth++;
	return 0;
}

int
nest_width(struct nest *n, int twips, struct err *e)
{
	struct table	*t = n->open;

	if (t == NULL)
		return 0;
	if (t->nedge == LIMIT_COLUMNS)
		return err_set(e, ERR_LIMIT, "more than %d columns",
		    LIMIT_COLUMNS);
	t->edge = arena_grow(n->arena, t->edge, (size_t)t->nedge, &t->capedge,
	    sizeof(*t->edge));
	twips = twips < 0 ? 0 : twips > 100000 ? 100000 : twips;
	t->edge[t->nedge] = twips +
	    (t->nedge > 0 ? t->edge[t->nedge - 1] : 0);
	t->nedge++;
	return 0;
}

int
nest_row(struct nest *n, int line, struct err *e)
{
	struct table	*t = n->open;
	struct row_of	*r;

	if (t == NULL)
		return 0;
	nest_cell_end(n);
	if (n->ncell++ >= LIMIT_SLOTS / 2)
		return err_set(e, ERR_LIMIT, "tables of more than %d cells",
		    LIMIT_SLOTS / 2);
	r = arena_alloc(n->arena, 1, sizeof(*r));
	r->line = line;
	if (t->last != NULL)
		t->last->next = r;
	else
		t->first = r;
	t->last = r;
	t->in_row = true;
	return 0;
}

struct nest_cell *
nest_cell(struct nest *n, int line)
{
	struct table	*t = n->open;
	struct cell_of	*c;

	if (t == NULL || !t->in_row)
		return NULL;
	if (n->ncell > LIMIT_SLOTS / 2) {
		n->over = true;
		return NULL;
	}
	nest_cell_end(n);
	n->ncell++;
	c = arena_alloc(n->arena, 1, sizeof(*c));
	c->is = (struct nest_cell){ .rowspan = 1, .colspan = 1 };
	c->line = line;
	t->cell = c;
	return &c->is;
}

/* Behind the last cell of the row. */
static void
add_cell(struct table *t, struct row_of *r, struct cell_of *c)
{
	if (r->last != NULL)
		r->last->next = c;
	else
		r->first = c;
	r->last = c;
	r->ncell++;
	t->ncell++;
	if (r->ncell > t->most)
		t->most = r->ncell;
}

void
nest_cell_end(struct nest *n)
{
	struct table	*t = n->open;
	struct cell_of	*c = t != NULL ? t->cell : NULL;
	struct row_of	*r;

	if (c == NULL)
		return;
	t->cell = NULL;
	r = t->last;
	if (c->is.dropped)
		return;
	if (c->is.joined && r->last != NULL) {
		r->last->is.colspan = clamp(r->last->is.colspan, LIMIT_SPAN) +
		    clamp(c->is.colspan, LIMIT_SPAN);
		return;
	}
	add_cell(t, r, c);
	if (c->bytes > PAGEFUL && (c != r->first))
		t->paged = true;
	if (r->ncell == 2 && r->first->bytes > PAGEFUL)
		t->paged = true;
}

static struct cell_of *
copy_cell(struct nest *n, const struct cell_of *from)
{
	struct cell_of	*c = arena_alloc(n->arena, 1, sizeof(*c));

	*c = *from;
	c->next = NULL;
	return c;
}

static int
count_again(struct nest *n, int cells, struct err *e)
{
	n->ncell += cells;
	return n->ncell <= LIMIT_SLOTS / 2 ? 0 : err_set(e, ERR_LIMIT,
	    "tables of more than %d cells", LIMIT_SLOTS / 2);
}

int
nest_cell_again(struct nest *n, struct err *e)
{
	struct table	*t = n->open;
	struct row_of	*r = t != NULL && t->in_row ? t->last : NULL;

	if (r == NULL || t->cell != NULL || r->last == NULL)
		return 0;
	if (count_again(n, 1, e) < 0)
		return -1;
	add_cell(t, r, copy_cell(n, r->last));
	r->last->is.before = 0;
	return 0;
}

int
nest_row_again(struct nest *n, struct err *e)
{
	struct table		*t = n->open;
	const struct row_of	*from = t != NULL ? t->last : NULL;

	if (from == NULL || from->dropped)
		return 0;
	if (nest_row(n, from->line, e) < 0 ||
	    count_again(n, from->ncell, e) < 0)
		return -1;
	for (const struct cell_of *c = from->first; c != NULL; c = c->next)
		add_cell(t, t->last, copy_cell(n, c));
	return 0;
}

void
nest_row_drop(struct nest *n)
{
	struct table	*t = n->open;

	if (t == NULL || t->last == NULL)
		return;
	t->cell = NULL;
	t->in_row = false;
	t->ncell -= t->last->ncell;
	t->last->ncell = 0;
	t->last->first = NULL;
	t->last->dropped = true;
}

/*
 * What each column of the source is in the grid.  Of n + 1 entries, the
 * last is the number of columns.
 */
struct map {
	int	*to;
	int	 n;
};

static int
row_width(const struct row_of *r)
{
	int	 n = 0;

	for (const struct cell_of *c = r->first; c != NULL; c = c->next)
		n += clamp(c->is.before, LIMIT_COLUMNS) +
		    clamp(c->is.colspan, LIMIT_COLUMNS);
	return n;
}

/* Whether text would be lost in a column that is joined with another. */
static bool
squashes_text(const struct table *t, const struct map *m)
{
	int	 at, to;

	for (const struct row_of *r = t->first; r != NULL; r = r->next) {
		at = 0;
		for (const struct cell_of *c = r->first; c != NULL;
		    c = c->next) {
			at = clamp(at + c->is.before, m->n);
			to = clamp(at + c->is.colspan, m->n);
			if (c->first != NULL && m->to[at] == m->to[to])
				return true;
			at = to;
		}
	}
	return false;
}

static struct map
map_columns(struct nest *n, const struct table *t)
{
	struct map	 m = { .n = t->nedge };
	int		 wide = 0, from = 0, k = 0;

	for (const struct row_of *r = t->first; r != NULL; r = r->next)
		if (row_width(r) > wide)
			wide = row_width(r);
	if (m.n < wide)
		m.n = clamp(wide, 4 * LIMIT_COLUMNS);
	m.to = arena_alloc(n->arena, (size_t)m.n + 1, sizeof(*m.to));
	if (t->nedge >= wide) {
		for (int i = 0; i < t->nedge; i++) {
			if (t->edge[i] - from >= HAIR) {
				k++;
				from = t->edge[i];
			}
			m.to[i + 1] = k;
		}
		if (!squashes_text(t, &m))
			return m;
	}
	for (int i = 0; i <= m.n; i++)
		m.to[i] = i;
	return m;
}

static bool
is_layout(const struct table *t)
{
	return t->most <= 1 || t->paged;
}

/* Of a table with one cell. */
static const struct cell_of *
only_cell(const struct table *t)
{
	const struct row_of	*r = t->first;

	while (r->first == NULL)
		r = r->next;
	return r->first;
}

/* The text of a cell, with that of frames in it. */
static void
cell_lines(const struct cell_of *c, struct buf *b)
{
	for (const struct piece *p = c->first; p != NULL; p = p->next) {
		if (p->table != NULL) {
			if (p->table->ncell == 1)
				cell_lines(only_cell(p->table), b);
			continue;
		}
		if (b->n > 0)
			buf_puts(b, "\n");
		buf_str(b, p->text);
	}
}

static int	emit(struct nest *, const struct table *, struct err *);

static int
emit_flow(struct nest *n, const struct cell_of *c, struct err *e)
{
	for (const struct piece *p = c->first; p != NULL; p = p->next)
		if ((p->table != NULL ? emit(n, p->table, e) : p->level > 0 ?
		    doc_heading(n->doc, p->text, p->line, p->level, e) :
		    doc_para(n->doc, p->text, p->line, e)) < 0)
			return -1;
	return 0;
}

/* Tables in the cells of a row, but for frames of a single cell. */
static int
emit_inner(struct nest *n, const struct row_of *r, struct err *e)
{
	for (const struct cell_of *c = r->first; c != NULL; c = c->next)
		for (const struct piece *p = c->first; p != NULL; p = p->next)
			if (p->table != NULL && p->table->ncell > 1 &&
			    emit(n, p->table, e) < 0)
				return -1;
	return 0;
}

/* One that goes on with a cell above has to have one; else it begins. */
static bool
goes_on(const struct grid *g, const struct cell_of *c)
{
	const struct cell	*above;

	if (!c->is.below)
		return false;
	above = grid_at(g, g->nrow - 2, g->at);
	return above != NULL && above->col == g->at;
}

static int
emit_row(struct nest *n, const struct row_of *r, const struct map *m,
    struct grid *g, struct err *e)
{
	struct buf	 b;
	int		 at = 0, to, wide;

	if (grid_row(g, e) < 0)
		return -1;
	for (const struct cell_of *c = r->first; c != NULL; c = c->next) {
		to = clamp(at + c->is.before, m->n);
		g->at += m->to[to] - m->to[at];
		at = to;
		to = clamp(at + c->is.colspan, m->n);
		wide = m->to[to] - m->to[at];
		at = to;
		if (wide == 0)
			continue;
		if (goes_on(g, c)) {
			if (grid_below(g, c->line, wide, e) < 0)
				return -1;
			continue;
		}
		buf_init(&b, n->arena);
		cell_lines(c, &b);
		if (b.n > LIMIT_CELL)
			return err_set(e, ERR_LIMIT,
			    "a cell of more than %d bytes", LIMIT_CELL);
		if (grid_cell(g, buf_text(&b), c->line, c->is.rowspan, wide,
		    e) < 0)
			return -1;
	}
	return 0;
}

int
nest_put_grid(struct doc *d, struct grid *g, int line, struct err *e)
{
	struct cell	*c;
	struct str	 rest, s;

	grid_end(g);
	grid_squeeze(g);
	if (g->ncol != 1)
		return doc_table(d, g, line, e);
	for (int r = 0; r < g->nrow; r++) {
		c = grid_at(g, r, 0);
		if (c == NULL || c->row != r)
			continue;
		rest = c->text;
		while (str_line(&rest, &s))
			if (doc_para(d, s, c->line, e) < 0)
				return -1;
	}
	return 0;
}

static bool
is_prose(const struct row_of *r)
{
	return r->ncell == 1 && r->first->bytes > PROSE &&
	    r->first->is.rowspan == 1 && !r->first->is.below &&
	    (r->next == NULL || r->next->first == NULL ||
	    !r->next->first->is.below);
}

static int
emit_grid(struct nest *n, const struct table *t, struct err *e)
{
	struct map		 m = map_columns(n, t);
	struct grid		*g = grid_new(n->arena);
	const struct row_of	*from = t->first, *r;
	int			 line = t->line;

	for (r = t->first; r != NULL; r = r->next) {
		if (r->dropped)
			continue;
		if (!is_prose(r)) {
			if (emit_row(n, r, &m, g, e) < 0)
				return -1;
			continue;
		}
		if (nest_put_grid(n->doc, g, line, e) < 0)
			return -1;
		for (; from != r; from = from->next)
			if (emit_inner(n, from, e) < 0)
				return -1;
		if (emit_flow(n, r->first, e) < 0)
			return -1;
		from = r->next;
		g = grid_new(n->arena);
		line = from != NULL ? from->line : 0;
	}
	if (nest_put_grid(n->doc, g, line, e) < 0)
		return -1;
	for (; from != NULL; from = from->next)
		if (emit_inner(n, from, e) < 0)
			return -1;
	return 0;
}

/* Recursion is bounded by nest_table(). */
static int
emit(struct nest *n, const struct table *t, struct err *e)
{
	if (!is_layout(t))
		return emit_grid(n, t, e);
	for (const struct row_of *r = t->first; r != NULL; r = r->next)
		for (const struct cell_of *c = r->first; c != NULL;
		    c = c->next)
			if (emit_flow(n, c, e) < 0)
				return -1;
	return 0;
}

int
nest_table_end(struct nest *n, struct err *e)
{
	struct table	*t = n->open;

	if (t == NULL)
		return 0;
	if (n->over)
		return err_set(e, ERR_LIMIT, "tables of more than %d cells",
		    LIMIT_SLOTS / 2);
	nest_cell_end(n);
	n->open = t->outer;
	n->depth--;
	if (t->ncell == 0)
		return 0;
	if (is_in_cell(n)) {
		if (t->ncell == 1)
			n->open->cell->bytes += only_cell(t)->bytes;
		return put(n, (struct piece){ .table = t, .line = t->line },
		    e);
	}
	return emit(n, t, e);
}

int
nest_end(struct nest *n, struct err *e)
{
	while (n->open != NULL)
		if (nest_table_end(n, e) < 0)
			return -1;
	return 0;
}
