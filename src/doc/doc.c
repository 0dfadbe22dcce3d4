#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"

struct doc *
doc_new(struct arena *a)
{
	struct doc	*d = arena_alloc(a, 1, sizeof(*d));

	d->arena = a;
	return d;
}

static int
doc_add(struct doc *d, struct block block, struct err *e)
{
	struct block	*b;

	d->bytes += block.text.n;
	if (block.text.n > LIMIT_PARA || d->bytes + d->in_cells > LIMIT_TEXT)
		return err_set(e, ERR_LIMIT, block.text.n > LIMIT_PARA ?
		    "a paragraph of more than %u bytes" :
		    "more than %u bytes of text",
		    block.text.n > LIMIT_PARA ? LIMIT_PARA : LIMIT_TEXT);
	if (d->nblock >= LIMIT_BLOCKS)
		return err_set(e, ERR_LIMIT, "more than %d paragraphs",
		    LIMIT_BLOCKS);
	b = arena_alloc(d->arena, 1, sizeof(*b));
	*b = block;
	if (d->last != NULL)
		d->last->next = b;
	else
		d->first = b;
	d->last = b;
	d->nblock++;
	return 0;
}

int
doc_para(struct doc *d, struct str text, int line, struct err *e)
{
	if (str_trim(text).n == 0)
		return 0;
	return doc_add(d, (struct block){ .kind = BLOCK_PARA, .line = line,
	    .text = text }, e);
}

int
doc_heading(struct doc *d, struct str text, int line, int level,
    struct err *e)
{
	if (str_trim(text).n == 0)
		return 0;
	return doc_add(d, (struct block){ .kind = BLOCK_HEADING, .line = line,
	    .text = text, .level = level }, e);
}

/* One text may stand in many cells, and is read in each of them. */
static size_t
bytes_in(const struct grid *g)
{
	const struct cell	*c;
	size_t			 n = 0;

	for (int r = 0; r < g->nrow; r++)
		for (int k = 0; k < g->ncol; k++) {
			c = grid_at(g, r, k);
			if (c != NULL && c->row == r && c->col == k)
				n += c->text.n;
		}
	return n;
}

int
doc_table(struct doc *d, struct grid *g, int line, struct err *e)
{
	grid_end(g);
	grid_uncount(g);
	if (g->nrow == 0)
		return 0;
	d->slots += (long)g->nrow * g->ncol;
	if (d->slots > LIMIT_SLOTS)
		return err_set(e, ERR_LIMIT, "tables of more than %d slots",
		    LIMIT_SLOTS);
	d->in_cells += bytes_in(g);
	return doc_add(d, (struct block){ .kind = BLOCK_TABLE, .line = line,
	    .grid = g }, e);
}

void
doc_unshown(struct doc *d, const struct block *last, int depth)
{
	struct block	*b = last != NULL ? last->next : d->first;

	d->nunshown++;
	for (; b != NULL; b = b->next)
		if (b->unshown == 0) {
			b->unshown = d->nunshown;
			b->depth = depth;
		}
}

static void
dump_text(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\n')
			buf_puts(b, "\\n");
		else if (s.p[i] == '\t')
			buf_puts(b, "\\t");
		else if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7F)
			buf_puts(b, "?");
		else
			buf_add(b, s.p + i, 1);
	buf_puts(b, "\n");
}

static void
dump_grid(struct buf *b, const struct block *t)
{
	static const char *const	 trust[] = {
		[GRID_EXACT] = "exact",
		[GRID_PADDED] = "padded",
		[GRID_SPACED] = "spaced",
		[GRID_PACKED] = "packed",
		[GRID_LIST] = "list",
	};
	const struct grid	*g = t->grid;
	const struct cell	*c;

	buf_printf(b, "T %d %dx%d %s\n", t->line, g->nrow, g->ncol,
	    trust[g->trust]);
	for (int r = 0; r < g->nrow; r++)
		for (int k = 0; k < g->ncol; k++) {
			c = grid_at(g, r, k);
			if (c == NULL || c->row != r || c->col != k)
				continue;
			buf_printf(b, "  %d,%d %dx%d ", r, k, c->rowspan,
			    c->colspan);
			if (c->doubtful)
				buf_puts(b, "(may not show) ");
			dump_text(b, c->text);
		}
}

void
doc_take_back(struct doc *d, const struct doc *was)
{
	*d = *was;
	if (d->last != NULL)
		d->last->next = NULL;
	if (d->notes.last != NULL)
		d->notes.last->next = NULL;
}

void
doc_dump(const struct doc *d, struct buf *b)
{
	for (const struct block *k = d->first; k != NULL; k = k->next)
		switch (k->kind) {
		case BLOCK_PARA:
			buf_printf(b, "P %d ", k->line);
			dump_text(b, k->text);
			break;
		case BLOCK_HEADING:
			buf_printf(b, "H%d %d ", k->level, k->line);
			dump_text(b, k->text);
			break;
		case BLOCK_TABLE:
			dump_grid(b, k);
			break;
		}
}
