/*
 * Each node is met twice, on the way in and out; what a page hides but may
 * show is remembered by the node that begins it.
 */
#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "doc/grid.h"
#include "read/html_bare.h"
#include "read/html_body.h"
#include "read/html_flow.h"
#include "read/html_head.h"
#include "read/html_label.h"
#include "read/html_made.h"
#include "read/html_parse.h"
#include "read/html_table.h"
#include "read/text_body.h"

#define VEILS	8	/* parts that do not show, in one another */

/* Such a part, and the last block in front of it. */
struct veil {
	const struct html_node	*node;
	const struct block	*last;
};

struct html {
	struct arena		*arena;		/* of the document */
	struct arena		*tmp;		/* of the tree */
	struct doc		*doc;
	struct html_flow	 flow;
	struct html_table	*table;
	size_t			 ntable;	/* that have begun */
	int			 ntables_open;	/* layout around this */
	int			 npre;
	bool			 is_bare;
	struct html_bare	 bare;
	struct html_head	 head;
	const struct html_node	*revealed;	/* hidden, but holds a table */
	struct veil		 veil[VEILS];
	int			 nveil;
	const struct html_node	*bare_veil;	/* with no table in it */
	const struct html_node	*made;	/* the last of a table: read */
	const struct html_node	*unmade;	/* of what is none */
};

static bool
has(const struct html_node *root, enum html_elem elem)
{
	struct html_walk	 w = { .root = root };

	while (html_walk(&w))
		if (html_elem(w.at) == elem)
			return true;
	return false;
}

/*
 * Whether the page never shows it.  A hidden block with a table in it is
 * more likely one that a script opens.
 */
static bool
is_hidden(struct html *h, const struct html_node *n)
{
	if (h->revealed != NULL || !html_hidden(n))
		return false;
	if (!has(n, ELEM_TABLE))
		return true;
	h->revealed = n;
	return false;
}

/*
 * A part with a table that does not show until a script or a reader opens
 * it: what comes of it is marked, for others to choose between that and
 * what shows.
 */
static void
begin_veil(struct html *h, const struct html_node *n)
{
	if (h->nveil == VEILS || h->bare_veil != NULL ||
	    (n != h->revealed && !html_hidden(n) && !html_veiled(n)))
		return;
	if (n != h->revealed && !has(n, ELEM_TABLE)) {
		h->bare_veil = n;
		return;
	}
	h->veil[h->nveil++] = (struct veil){ n, h->doc->last };
	h->head.block = NULL;	/* heads are of no table in another part */
}

static void
end_veil(struct html *h, const struct html_node *n)
{
	if (n == h->bare_veil)
		h->bare_veil = NULL;
	if (h->nveil == 0 || h->veil[h->nveil - 1].node != n)
		return;
	doc_unshown(h->doc, h->veil[h->nveil - 1].last, h->nveil);
	h->nveil--;
	h->head.block = NULL;
}

/* Text of everything in the node, as lines; and if some may not show. */
static int
cell_text(struct html *h, const struct html_node *n, struct str *text,
    bool *doubtful, struct err *e)
{
	struct html_walk	 w = { .root = n };
	struct html_flow	 f = { .arena = h->arena };
	struct buf		 b;
	enum html_elem		 elem;

	buf_init(&b, h->tmp);
	buf_init(&f.text, h->tmp);
	f.cell = &b;
	while (html_walk(&w)) {
		elem = html_elem(w.at);
		if (elem == ELEM_TEXT) {
			if (!w.leaving && html_flow_text(&f, html_text(w.at),
			    0, false, e) < 0)
				return -1;
		} else if (elem == ELEM_DOUBT)
			*doubtful = true;
		else if (elem != ELEM_OTHER) {
			html_flow_break(&f, e);
			w.skip = html_hidden(w.at);
		}
	}
	html_flow_break(&f, e);
	*text = str_dup(h->arena, buf_text(&b));
	return 0;
}

static int	blocks(struct html *, const struct html_node *, bool,
		    struct err *);

/*
 * A row of one cell full of text is prose that happens to stand inside the
 * table: it becomes paragraphs, and a new table begins below it.
 */
#define PROSE	240	/* bytes */

static int
table(struct html *h, const struct html_node *t, struct err *e)
{
	struct html_cells	*cells = html_cells(h->tmp, t);
	struct grid		*g = grid_new(h->arena);
	struct html_cell	 c;
	struct str		 text;
	int			 line = html_line(t), reach = 0;
	bool			 doubtful;

	while (html_cells_next(cells, &c)) {
		text = STR("");
		doubtful = false;
		if (c.node != NULL && !html_blank(c.node) &&
		    cell_text(h, c.node, &text, &doubtful, e) < 0)
			return -1;
		if (c.first && c.last && text.n > PROSE && c.rowspan == 1 &&
		    g->nrow >= reach) {
			html_unlabel(h->tmp, g);
			if (html_put_grid(&h->head, h->doc, g, line, e) < 0 ||
			    blocks(h, c.node, true, e) < 0)
				return -1;
			g = grid_new(h->arena);
			reach = 0;
			line = 0;
			continue;
		}
		if (text.n > LIMIT_CELL)
			return err_set(e, ERR_LIMIT,
			    "a cell of more than %d bytes", LIMIT_CELL);
		if (c.node != NULL && line == 0)
			line = html_line(c.node);
		if (c.first && grid_row(g, e) < 0)
			return -1;
		if (c.node != NULL && grid_cell(g, text, html_line(c.node),
		    c.rowspan, c.colspan, e) < 0)
			return -1;
		if (doubtful)
			grid_at(g, g->nrow - 1, g->at - 1)->doubtful = true;
		if (g->nrow - 1 + c.rowspan > reach)
			reach = g->nrow - 1 + c.rowspan;
	}
	html_unlabel(h->tmp, g);
	return html_put_grid(&h->head, h->doc, g, line, e);
}

static int
made_table(struct html *h, const struct html_made *m, struct err *e)
{
	struct grid	*g = grid_new(h->arena);
	struct str	 text;
	bool		 doubtful;

	g->trust = m->packed ? GRID_PACKED : GRID_EXACT;
	for (size_t i = 0; i < m->n; i++) {
		const struct html_made_cell	*c = &m->cell[i];

		while (g->nrow <= c->row)
			if (grid_row(g, e) < 0)
				return -1;
		doubtful = false;
		if (cell_text(h, c->node, &text, &doubtful, e) < 0 ||
		    grid_cell(g, text, html_line(c->node), c->rowspan,
		    c->colspan, e) < 0)
			return -1;
		grid_at(g, g->nrow - 1, g->at - 1)->doubtful = doubtful;
	}
	html_unlabel(h->tmp, g);
	return html_put_grid(&h->head, h->doc, g, html_line(m->cell[0].node),
	    e);
}

/* Whether a table begins with that block that the page does not call one. */
static int
try_made(struct html *h, struct html_walk *w, struct err *e)
{
	const struct html_made	*m;

	if (h->unmade != NULL || (m = html_made(h->tmp, w->at)) == NULL)
		return 0;
	if (!m->is_table) {
		h->unmade = m->last;
		return 0;
	}
	w->skip = true;
	h->made = m->last;
	h->flow.line = 0;
	return made_table(h, m, e);
}

/* Captions stand before the table, whatever the page does with them. */
static int
data_table(struct html *h, const struct html_node *t, struct err *e)
{
	const struct html_node	*n;
	int			 hidden = html_hidden_figures(t);

	if (hidden > 0)
		note_add(h->arena, &h->doc->notes, NOTE_HIDDEN,
		    html_line(t), "%d in rows or columns", hidden);
	for (n = html_first(t); n != NULL; n = html_next(n))
		if (html_elem(n) == ELEM_CAPTION && !html_hidden(n) &&
		    blocks(h, n, true, e) < 0)
			return -1;
	return table(h, t, e);
}

/* Text whose lines are kept: tables may be drawn in it. */
static int
pre(struct html *h, const struct html_node *n, struct err *e)
{
	struct html_walk	 w = { .root = n };
	struct buf		 b;
	int			 line = 0;

	buf_init(&b, h->tmp);
	while (html_walk(&w)) {
		enum html_elem	 elem = html_elem(w.at);

		if (elem == ELEM_TEXT && !w.leaving) {
			line = line == 0 ? html_line(w.at) : line;
			buf_str(&b, html_text(w.at));
		} else if (elem == ELEM_BREAK && !w.leaving)
			buf_puts(&b, "\n");
		else if (elem == ELEM_PARA || elem == ELEM_HEADING) {
			if (b.n > 0 && b.p[b.n - 1] != '\n')
				buf_puts(&b, "\n");
			w.skip = html_hidden(w.at);
		}
	}
	return text_body(h->arena, str_dup(h->arena, buf_text(&b)), line,
	    h->doc, e);
}

/* A node that is no block: text, and what stands in lines of it. */
static int
enter_line(struct html *h, const struct html_node *n, enum html_elem elem,
    bool inside, struct err *e)
{
	bool	 bare = h->is_bare && h->npre == 0 && h->ntables_open == 0 &&
	    !inside;

	if (elem == ELEM_TEXT && bare)
		html_bare_text(&h->bare, html_text(n), html_line(n));
	else if (elem == ELEM_TEXT)
		return html_flow_text(&h->flow, html_text(n), html_line(n),
		    h->npre > 0, e);
	else if (elem == ELEM_BREAK && bare)
		html_bare_break(&h->bare);
	else if (elem == ELEM_BREAK)
		return html_flow_break(&h->flow, e);
	else if (elem == ELEM_DOUBT && bare)
		html_bare_doubt(&h->bare);
	return 0;
}

/* What came before a block, or is in it, ends. */
static int
end_text(struct html *h, struct err *e)
{
	if (html_flow_break(&h->flow, e) < 0)
		return -1;
	return html_bare_flush(&h->bare, e);
}

static int
enter(struct html *h, struct html_walk *w, bool inside, struct err *e)
{
	enum html_elem		 elem = html_elem(w->at);
	struct html_table	*t;

	if (h->made != NULL) {
		w->skip = true;
		return 0;
	}
	if (elem == ELEM_TEXT || elem == ELEM_OTHER || elem == ELEM_DOUBT ||
	    elem == ELEM_BREAK)
		return enter_line(h, w->at, elem, inside, e);
	if (end_text(h, e) < 0)
		return -1;
	h->flow.line = html_line(w->at);
	if (elem == ELEM_HEADING)
		h->flow.level = html_level(w->at);
	if (elem != ELEM_TABLE || inside)
		w->skip = is_hidden(h, w->at);
	if (elem == ELEM_PARA && !w->skip && !inside)
		begin_veil(h, w->at);
	if (elem == ELEM_PRE && !w->skip && !inside &&
	    !has(w->at, ELEM_TABLE) && !has(w->at, ELEM_DOUBT)) {
		w->skip = true;
		if (pre(h, w->at, e) < 0)
			return -1;
	}
	if (elem == ELEM_PARA && !w->skip && !inside &&
	    try_made(h, w, e) < 0)
		return -1;
	if (elem == ELEM_TABLE && !inside) {
		t = &h->table[h->ntable++];
		w->skip = html_hidden(w->at) && h->revealed == NULL;
		if (w->skip || !t->layout)
			h->ntable += (size_t)t->inside;
		if (!w->skip && !t->layout) {
			w->skip = true;
			h->flow.line = 0;
			if (data_table(h, w->at, e) < 0)
				return -1;
		}
	}
	h->npre += elem == ELEM_PRE;
	h->ntables_open += elem == ELEM_TABLE;
	return 0;
}

static int
leave(struct html *h, struct html_walk *w, struct err *e)
{
	enum html_elem	 elem = html_elem(w->at);

	if (h->made != NULL) {
		h->made = w->at == h->made ? NULL : h->made;
		end_veil(h, w->at);
		return 0;
	}
	if (w->at == h->unmade)
		h->unmade = NULL;
	if (w->at == h->revealed)
		h->revealed = NULL;
	if (elem == ELEM_TEXT || elem == ELEM_OTHER || elem == ELEM_BREAK ||
	    elem == ELEM_DOUBT)
		return 0;
	if (end_text(h, e) < 0)
		return -1;
	end_veil(h, w->at);
	if (elem == ELEM_HEADING)
		h->flow.level = 0;
	h->npre -= elem == ELEM_PRE;
	h->ntables_open -= elem == ELEM_TABLE;
	return 0;
}

/* Everything in the node; inside a table of data, tables are no grids. */
static int
blocks(struct html *h, const struct html_node *root, bool inside,
    struct err *e)
{
	struct html_walk	 w = { .root = root };

	while (html_walk(&w))
		if ((w.leaving ? leave(h, &w, e) :
		    enter(h, &w, inside, e)) < 0)
			return -1;
	return end_text(h, e);
}

int
html_body(struct arena *a, struct arena *tmp, struct str markup, bool is_bare,
    struct doc *d, struct err *e)
{
	struct html			 h = { .arena = a, .tmp = tmp,
					    .doc = d, .is_bare = is_bare };
	const struct html_node		*root;

	h.bare = (struct html_bare){ .arena = a, .doc = d };
	buf_init(&h.bare.text, tmp);
	h.flow.arena = a;
	h.flow.doc = d;
	buf_init(&h.flow.text, tmp);
	root = html_parse(tmp, markup);
	if (html_tables(tmp, root, &h.table, e) < 0)
		return -1;
	return blocks(&h, root, false, e);
}
