#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "doc/grid.h"
#include "read/doc97_prop.h"
#include "read/doc97_table.h"

#define DEPTH		16	/* of tables in tables; what is deeper is 16 */
#define MARK_CELL	0x07

/* What is in a cell, or in the document. */
struct item {
	struct str	 text;
	int		 level;		/* of a heading, or -1 */
	int		 line;
	struct grid	*grid;		/* a table, else NULL */
	struct item	*next;
};

struct items {
	struct item	*first, *last;
};

struct box {
	struct items	 items;
	int		 left, right;	/* twips */
	uint16_t	 flags;
	int		 line;
	struct box	*next;
};

struct line {
	struct box	*first, *last;
	int		 nbox;
	bool		 inner;		/* holds a table */
	bool		 guessed;	/* its edges are not known */
	int		 line;
	struct line	*next;
};

struct table {
	struct line	*first, *last;
	struct line	*open;		/* the row being read, or NULL */
	struct items	 cell;		/* the cell being read */
	struct row_def	 def;		/* of the last row that had one */
};

struct tables {
	struct doc	*doc;
	struct arena	*arena;
	struct table	 level[DEPTH + 1];	/* from 1 */
	int		 depth;
	int		 line;		/* paragraphs so far */
	long		 nitem;
};

struct tables *
tables_new(struct doc *d, int line)
{
	struct tables	*t = arena_alloc(d->arena, 1, sizeof(*t));

	t->doc = d;
	t->arena = d->arena;
	t->line = line;
	return t;
}

int
tables_line(const struct tables *t)
{
	return t->line;
}

static void
add_item(struct tables *t, struct items *to, struct item it)
{
	struct item	*p = arena_alloc(t->arena, 1, sizeof(*p));

	*p = it;
	p->next = NULL;
	if (to->last != NULL)
		to->last->next = p;
	else
		to->first = p;
	to->last = p;
}

/* To the document, or to the cell of the table around it. */
static int
emit(struct tables *t, int level, struct item it, struct err *e)
{
	if (level > 0) {
		add_item(t, &t->level[level].cell, it);
		return 0;
	}
	if (it.grid != NULL)
		return doc_table(t->doc, it.grid, it.line, e);
	it.text = str_trim(it.text);
	if (it.level >= 0)
		return doc_heading(t->doc, it.text, it.line, it.level, e);
	return doc_para(t->doc, it.text, it.line, e);
}

static void
end_cell(struct tables *t, struct table *tb)
{
	struct box	*b = arena_alloc(t->arena, 1, sizeof(*b));
	struct line	*l = tb->open;

	if (l == NULL) {
		l = tb->open = arena_alloc(t->arena, 1, sizeof(*l));
		l->line = t->line;
	}
	b->items = tb->cell;
	b->line = tb->cell.first != NULL ? tb->cell.first->line : t->line;
	if (l->nbox == 0)
		l->line = b->line;
	tb->cell = (struct items){ NULL, NULL };
	for (struct item *it = b->items.first; it != NULL; it = it->next)
		l->inner |= it->grid != NULL;
	if (l->last != NULL)
		l->last->next = b;
	else
		l->first = b;
	l->last = b;
	l->nbox++;
}

static void
join_items(struct items *to, struct items from)
{
	if (from.first == NULL)
		return;
	if (to->last != NULL)
		to->last->next = from.first;
	else
		to->first = from.first;
	to->last = from.last;
}

static bool
has_text(const struct items *l)
{
	for (const struct item *it = l->first; it != NULL; it = it->next)
		if (it->grid != NULL || str_trim(it->text).n > 0)
			return true;
	return false;
}

/*
 * Gives the cells of a row their edges.  A row without a definition has
 * that of the row before if that fits; else, and where a definition gives
 * them no width at all, its cells are one wide each, and the table is not to
 * be trusted.
 */
static void
place_row(struct line *l, const struct row_def *def)
{
	struct box	*b = l->first, *before = NULL;

	l->guessed = def == NULL || def->ncell != l->nbox ||
	    def->edge[def->ncell] <= def->edge[0];
	for (int i = 0; b != NULL; b = b->next, i++) {
		if (l->guessed) {
			b->left = i * 1000;
			b->right = (i + 1) * 1000;
			before = b;
			continue;
		}
		b->left = def->edge[i];
		b->right = def->edge[i + 1];
		b->flags = def->flags[i];
		if (before != NULL && b->left < before->right)
			b->left = before->right;
		if (b->right < b->left)
			b->right = b->left;
		if ((b->flags & CELL_MERGED) == 0 || before == NULL) {
			before = b;
			continue;
		}
		/* Its own text, as a rule none, is not shown. */
		before->right = b->right;
		before->next = b->next;
		l->nbox--;
		if (l->last == b)
			l->last = before;
	}
}

static void
end_row(struct tables *t, struct table *tb, const struct pap *pap)
{
	struct line	*l;

	if (tb->cell.first != NULL && has_text(&tb->cell))
		end_cell(t, tb);
	tb->cell = (struct items){ NULL, NULL };
	l = tb->open;
	tb->open = NULL;
	if (l == NULL)
		return;
	if (pap != NULL && pap->has_row)
		tb->def = pap->row;
	place_row(l, tb->def.ncell > 0 ? &tb->def : NULL);
	if (tb->last != NULL)
		tb->last->next = l;
	else
		tb->first = l;
	tb->last = l;
}

static int
by_number(const void *a, const void *b)
{
	const int	*x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Edges of the columns, those within snap of one another being one. */
struct columns {
	int	*edge;
	int	 n;
};

static int
column(const struct columns *c, int edge)
{
	int	 lo = 0, hi = c->n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (c->edge[mid] <= edge)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo - 1;
}

static void
make_columns(const int *all, int n, int snap, struct columns *c)
{
	c->n = 0;
	for (int i = 0; i < n; i++)
		if (c->n == 0 || all[i] - c->edge[c->n - 1] > snap)
			c->edge[c->n++] = all[i];
}

/* Whether a cell with a text would be left without a column. */
static bool
squeezes(const struct line *from, const struct line *to,
    const struct columns *c)
{
	for (const struct line *l = from; l != to; l = l->next)
		for (const struct box *b = l->first; b != NULL; b = b->next)
			if (column(c, b->left) >= column(c, b->right) &&
			    has_text(&b->items))
				return true;
	return false;
}

/*
 * People pull borders with a mouse, so that what looks like one line is a
 * few twips apart from row to row.  A millimetre and three quarters is
 * taken for the same line, unless a text is in between.
 */
static void
find_columns(struct tables *t, const struct line *from,
    const struct line *to, struct columns *c)
{
	static const int	 snap[] = { 100, 60, 30, 10, 0 };
	int			*all, n = 0;

	for (const struct line *l = from; l != to; l = l->next)
		n += 2 * l->nbox;
	all = arena_alloc(t->arena, (size_t)n, sizeof(*all));
	c->edge = arena_alloc(t->arena, (size_t)n, sizeof(*c->edge));
	n = 0;
	for (const struct line *l = from; l != to; l = l->next)
		for (const struct box *b = l->first; b != NULL; b = b->next) {
			all[n++] = b->left;
			all[n++] = b->right;
		}
	qsort(all, (size_t)n, sizeof(*all), by_number);
	for (size_t i = 0; i < sizeof(snap) / sizeof(snap[0]); i++) {
		make_columns(all, n, snap[i], c);
		if (!squeezes(from, to, c))
			break;
	}
}

static int
cell_text(struct tables *t, const struct items *l, struct str *out,
    struct err *e)
{
	struct buf	 b;

	buf_init(&b, t->arena);
	for (const struct item *it = l->first; it != NULL; it = it->next) {
		if (str_trim(it->text).n == 0)
			continue;
		if (b.n > 0)
			buf_char(&b, '\n');
		buf_str(&b, str_trim(it->text));
		if (b.n > LIMIT_CELL)
			return err_set(e, ERR_LIMIT,
			    "a cell of more than %d bytes", LIMIT_CELL);
	}
	*out = buf_text(&b);
	return 0;
}

/* One row into the grid; cells that are merged downwards stretch. */
static int
fill_row(struct tables *t, struct grid *g, struct line *l,
    const struct columns *c, struct err *e)
{
	struct cell	*above;
	struct str	 text;
	int		 from, to;

	if (grid_row(g, e) < 0)
		return -1;
	for (struct box *b = l->first; b != NULL; b = b->next) {
		from = column(c, b->left);
		to = column(c, b->right);
		if (from >= to) {
			if (b->next != NULL && has_text(&b->items)) {
				join_items(&b->items, b->next->items);
				b->next->items = b->items;
			}
			continue;
		}
		g->at = from;
		above = grid_at(g, g->nrow - 2, from);
		if ((b->flags & (CELL_BELOW | CELL_RESTART)) == CELL_BELOW &&
		    above != NULL && above->col == from &&
		    above->colspan == to - from) {
			if (grid_below(g, b->line, to - from, e) < 0)
				return -1;
			continue;
		}
		if (cell_text(t, &b->items, &text, e) < 0 ||
		    grid_cell(g, text, b->line, 1, to - from, e) < 0)
			return -1;
	}
	return 0;
}

static int
emit_grid(struct tables *t, int level, struct line *from, struct line *to,
    struct err *e)
{
	struct grid	*g = grid_new(t->arena);
	struct columns	 c;

	find_columns(t, from, to, &c);
	for (struct line *l = from; l != to; l = l->next) {
		if (fill_row(t, g, l, &c, e) < 0)
			return -1;
		if (l->guessed)
			g->trust = GRID_PADDED;
	}
	grid_end(g);
	return emit(t, level, (struct item){ .level = -1, .grid = g,
	    .line = from->line }, e);
}

static int
emit_cells(struct tables *t, int level, const struct line *l, struct err *e)
{
	for (const struct box *b = l->first; b != NULL; b = b->next)
		for (const struct item *it = b->items.first; it != NULL;
		    it = it->next)
			if (emit(t, level, *it, e) < 0)
				return -1;
	return 0;
}

/* The table at this depth is over: it goes to where it stands. */
static int
end_table(struct tables *t, int level, struct err *e)
{
	struct table	*tb = &t->level[level];
	struct line	*first, *end;
	bool		 single = true;

	if (tb->open != NULL || has_text(&tb->cell)) {
		end_row(t, tb, NULL);
		if (level == 1)
			note_add(t->arena, &t->doc->notes, NOTE_TRUNCATED,
			    t->line, "%s", "");
	}
	first = tb->first;
	*tb = (struct table){ .first = NULL };
	for (struct line *l = first; l != NULL; l = l->next)
		single &= l->nbox <= 1;
	while (first != NULL) {
		end = first;
		while (end != NULL && !end->inner && !single)
			end = end->next;
		if (first == end) {
			if (emit_cells(t, level - 1, first, e) < 0)
				return -1;
			first = first->next;
			continue;
		}
		if (emit_grid(t, level - 1, first, end, e) < 0)
			return -1;
		first = end;
	}
	return 0;
}

int
tables_para(struct tables *t, struct str text, char mark,
    const struct pap *pap, int level, struct err *e)
{
	struct item	 it = { .text = text, .level = level };
	struct table	*tb;
	int		 depth = pap->itap > DEPTH ? DEPTH : pap->itap;

	if (mark == MARK_CELL && depth > 1)
		depth = 1;
	while (t->depth > depth)
		if (end_table(t, t->depth--, e) < 0)
			return -1;
	t->depth = depth;
	tb = &t->level[depth];
	if (pap->row_end && depth > 0) {
		end_row(t, tb, pap);
		return 0;
	}
	if (++t->nitem > LIMIT_BLOCKS)
		return err_set(e, ERR_LIMIT, "more than %d paragraphs",
		    LIMIT_BLOCKS);
	it.line = ++t->line;
	if (emit(t, depth, it, e) < 0)
		return -1;
	if (depth > 0 && (mark == MARK_CELL || (depth > 1 && pap->cell_end)))
		end_cell(t, tb);
	return 0;
}

int
tables_end(struct tables *t, struct err *e)
{
	while (t->depth > 0)
		if (end_table(t, t->depth--, e) < 0)
			return -1;
	return 0;
}
