#include <config.h>

#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/html_head.h"
#include "read/nest.h"

#define HEAD_ROWS	4
#define HEAD_COLS	5	/* fewer are read without, or are no table */
#define HEAD_CHARS	60

/* Words above columns, and not one figure. */
static bool
is_head(const struct grid *g)
{
	int	 words = 0;

	if (g->nrow == 0 || g->nrow > HEAD_ROWS || g->ncol < HEAD_COLS)
		return false;
	for (int i = 0; i < g->nrow * g->ncol; i++) {
		const struct cell	*c = grid_at(g, i / g->ncol,
		    i % g->ncol);
		uint32_t		 first;
		size_t			 n;

		if (c == NULL || c->text.n == 0 || c->row != i / g->ncol ||
		    c->col != i % g->ncol)
			continue;
		first = utf8_fold(utf8_first(c->text, &n));
		if ((first >= '0' && first <= '9') ||
		    utf8_length(c->text) > HEAD_CHARS)
			return false;
		words += utf8_is_han(first) || first == '(';
	}
	return words >= HEAD_COLS;
}

int
html_put_grid(struct html_head *h, struct doc *d, struct grid *g, int line,
    struct err *e)
{
	struct block	*last = d->last;
	bool		 head;

	grid_end(g);
	head = is_head(g);
	if (h->block != NULL && h->block == last && !head &&
	    h->grid->ncol == g->ncol) {
		d->slots += (long)g->nrow * g->ncol;
		if (d->slots > LIMIT_SLOTS)
			return err_set(e, ERR_LIMIT,
			    "tables of more than %d slots", LIMIT_SLOTS);
		if (grid_stack(h->grid, g, e) < 0)
			return -1;
		grid_end(h->grid);
		grid_squeeze(h->grid);
		last->grid = h->grid;
		h->block = NULL;
		return 0;
	}
	h->grid = grid_new(d->arena);
	if (head && grid_stack(h->grid, g, e) < 0)
		return -1;
	if (nest_put_grid(d, g, line, e) < 0)
		return -1;
	h->block = head && d->last != last ? d->last : NULL;
	return 0;
}
