#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/section.h"
#include "form/shape.h"
#include "form/piece.h"

struct build {
	struct arena	*arena;
	struct pieces	*us;
	size_t		 cap;
};

static struct piece *
piece_add(struct build *b)
{
	b->us->u = arena_grow(b->arena, b->us->u, (size_t)b->us->n, &b->cap,
	    sizeof(*b->us->u));
	return &b->us->u[b->us->n++];
}

static void
add_text(struct build *b, const struct block *k, int bi, struct str text,
    bool glued)
{
	struct piece	*u;
	struct cell	*c;

	if (str_trim(text).n == 0)
		return;
	u = piece_add(b);
	c = arena_alloc(b->arena, 1, sizeof(*c));
	*c = (struct cell){ .text = text, .rowspan = 1, .colspan = 1,
	    .line = k->line };
	*u = (struct piece){ .block = k, .bi = bi, .row = -1, .line = k->line,
	    .single = str_trim(text), .is_list = true, .is_glued = glued,
	    .ncell = 1 };
	u->cell = arena_alloc(b->arena, 1, sizeof(*u->cell));
	u->cell[0] = c;
}

static void
add_paragraph(struct build *b, const struct block *k, int bi)
{
	struct str	 rest = k->text;
	size_t		 at, end;
	bool		 cut = section_count_inside(k->text) >= 2;

	if (!cut && section_leads(rest, &end)) {
		add_text(b, k, bi, str_sub(rest, 0, end), false);
		rest = str_from(rest, end);
	}
	while (cut && section_inside(rest, &at, &end)) {
		add_text(b, k, bi, str_sub(rest, 0, at), true);
		add_text(b, k, bi, str_sub(rest, at, end - at), true);
		rest = str_from(rest, end);
	}
	add_text(b, k, bi, rest, cut);
}

static void
add_row(struct build *b, const struct block *k, const struct grid *g,
    int bi, int row, int counter)
{
	struct piece		*u = piece_add(b);
	struct cell		*c, *last = NULL;
	int			 n = 0, texts = 0;

	*u = (struct piece){ .block = k, .grid = g, .bi = bi, .row = row,
	    .line = k->line, .is_list = g->trust == GRID_LIST };
	u->cell = arena_alloc(b->arena, (size_t)g->ncol + 1,
	    sizeof(*u->cell));
	for (int col = 0; col < g->ncol; col++) {
		c = grid_at(g, row, col);
		if (c == NULL || c == last || (c->col == counter &&
		    c->colspan == 1))
			continue;
		last = c;
		u->cell[n++] = c;
		if (c->row == row && n == 1)
			u->line = c->line;
		if (str_trim(c->text).n != 0) {
			texts++;
			u->single = str_trim(c->text);
		}
	}
	u->ncell = n;
	if (texts != 1)
		u->single = STR("");
	for (int i = 0; i < n; i++)
		if (u->cell[i]->row == row && u->cell[i]->line != 0) {
			u->line = u->cell[i]->line;
			break;
		}
}

struct pieces *
pieces_of(struct arena *a, const struct forms *f, const struct block *first,
    const struct block *end)
{
	struct build		 b = { .arena = a };
	const struct grid	*g;
	int			 bi = 0, counter;

	b.us = arena_alloc(a, 1, sizeof(*b.us));
	for (const struct block *k = first; k != end; k = k->next, bi++) {
		if (k->kind != BLOCK_TABLE) {
			add_paragraph(&b, k, bi);
			continue;
		}
		g = shape_upright(a, f, shape_units(a, k->grid));
		counter = shape_counter(a, g);
		for (int r = 0; r < g->nrow; r++)
			add_row(&b, k, g, bi, r, counter);
	}
	return b.us;
}

const struct cell *
piece_first(const struct piece *u)
{
	for (int i = 0; i < u->ncell; i++)
		if (str_trim(u->cell[i]->text).n != 0)
			return u->cell[i];
	return NULL;
}
