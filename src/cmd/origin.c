#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/intake.h"
#include "cmd/lang.h"
#include "cmd/origin.h"
#include "cmd/reopen.h"
#include "doc/doc.h"

/* A line of a page that is all one line says nothing. */
#define LINE_MAX_BYTES	600

static void
origin_lines(struct arena *a, struct str text, struct origin *o)
{
	struct str	 rest = text, line;

	while (str_line(&rest, &line))
		o->nline++;
	o->line = arena_alloc(a, o->nline + 1, sizeof(*o->line));
	rest = text;
	for (size_t i = 0; str_line(&rest, &line); i++)
		o->line[i] = str_trim(line);
}

int
origin_open(struct cli *cli, int64_t source, int ordinal, struct origin *o,
    struct err *e)
{
	struct intake_opts	 opts;
	struct intake_doc	 d = { .filing = NULL };
	struct str		 text;

	*o = (struct origin){ .nline = 0 };
	if (intake_init(cli->arena, cli->store, &opts, e) < 0 ||
	    reopen_source(cli, source, &d.source, e) < 0 ||
	    reopen_body(cli, &d.source, &d.body, &d.cut, e) < 0)
		return -1;
	if (d.source.by_line) {
		if (reopen_text(cli, &d.source, &text, e) < 0)
			return -1;
		origin_lines(cli->arena, text, o);
	}
	if (intake_doc(cli->arena, &d, &opts, e) < 0)
		return -1;
	o->doc = d.doc;
	o->filing = d.filing;
	for (int i = 1; i < ordinal && o->filing != NULL; i++)
		o->filing = o->filing->next;
	if (o->filing == NULL)
		return err_set(e, ERR_FORMAT, _("%.*s is no longer read as it "
		    "was; \"nianbao rebuild\" reads it again"),
		    STR_ARG(d.source.path));
	return 0;
}

const struct figure *
origin_figure(const struct origin *o, struct str item, struct str applicant)
{
	const struct figure	*g;

	for (g = o->filing->figure; g != NULL; g = g->next)
		if (str_eq(item, str_of(g->item->code)) &&
		    str_eq(applicant, str_of(applicant_code(g->who))))
			return g;
	return NULL;
}

static const struct block *
block_at(const struct origin *o, int at)
{
	const struct block	*b = o->doc->first;

	while (b != NULL && at-- > 0)
		b = b->next;
	return b;
}

int
origin_table(const struct origin *o, const struct figure *g)
{
	const struct block	*b = o->doc->first;
	int			 n = 0;

	if (g->block < 0)
		return 0;
	for (int i = 0; b != NULL && i <= g->block; i++, b = b->next)
		n += b->kind == BLOCK_TABLE;
	return n;
}

struct str
origin_text(struct cli *cli, const struct origin *o, const struct figure *g)
{
	const struct block	*b;
	const struct cell	*c, *last = NULL;
	struct buf		 row;
	size_t			 at = (size_t)g->line;

	if (at > 0 && at <= o->nline && o->line[at - 1].n <= LINE_MAX_BYTES)
		return o->line[at - 1];
	b = g->block < 0 ? NULL : block_at(o, g->block);
	if (b == NULL || b->kind != BLOCK_TABLE || g->row < 0)
		return g->raw;
	buf_init(&row, cli->arena);
	for (int col = 0; col < b->grid->ncol; col++) {
		c = grid_at(b->grid, g->row, col);
		if (c == NULL || c == last)
			continue;
		if (last != NULL)
			buf_puts(&row, " | ");
		buf_str(&row, str_trim(c->text));
		last = c;
	}
	return buf_text(&row);
}
