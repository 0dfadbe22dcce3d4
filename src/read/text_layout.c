/*
 * Columns made of spaces, as "pdftotext -layout" writes them.
 *
 * The lines of a table are cut into pieces where there are two spaces or
 * more.  Pieces that are figures make a row together with the other figures
 * of their line; where a row has fewer than others, they stand below those
 * of a full row nearby, and the columns between are empty.
 *
 * Labels are broken over lines, with the figures at half their height, and
 * to their left is what groups them, broken over lines as well:
 *
 *	        2.其他法律行政法规禁
 *	（三）                       0   0   0
 *	        止公开
 *	不予公
 *	        3.危及“三安全一稳   2   0   2
 *	开      定”
 *
 * So pieces that stand below each other are joined to chains; a piece that
 * begins with a number (1. or （一） or 一、) begins a new one.  The label of
 * a row is the rightmost chain that is beside it or around it.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/text_layout.h"

#define LINE_BYTES	4000	/* of a line of a table, */
#define REGION		20000	/* and lines of it */
#define LOOK		4	/* lines before the first of several pieces */

/* "2025   年收到和处理政府信息公开申请情况如下：": digits apart from words. */
static bool
is_apart_caption(struct str s)
{
	return s.p[0] >= '0' && s.p[0] <= '9' && line_is_caption(s);
}

/* A line that may be part of a table. */
static bool
may_be(const struct text *t, size_t i)
{
	const struct line	*l = &t->line[i];

	if (l->ntab > 0 || l->pipe || l->text.p[0] == '#' ||
	    l->raw.n > LINE_BYTES)
		return false;
	if (line_has_columns(l->text))
		return !is_apart_caption(l->text);
	if (line_is_prose(l->text) || line_is_caption(l->text))
		return false;
	/* A heading stands alone; a label has figures beside or below. */
	return !line_is_numbered(l->text) || (i + 1 < t->n &&
	    t->line[i + 1].gap == 0 &&
	    line_is_value(t->line[i + 1].text));
}

static bool
is_rich(const struct row *r)
{
	return r->n >= 2 && r->nlabel < r->n && r->nlabel <= 3;
}

/*
 * The number that a page ends with is alone before the next page.  A page may
 * end with a row of figures as well.
 */
static bool
is_page(const struct text *t, size_t i)
{
	if (line_is_page(t->line[i].text))
		return true;
	return line_is_value(t->line[i].text) &&
	    !line_has_columns(t->line[i].text) && i + 1 < t->n &&
	    memchr(t->line[i + 1].raw.p, '\f', t->line[i + 1].raw.n) != NULL;
}

/*
 * Heads of columns may be as near to each other as one space.  They are on
 * lines of several pieces without a figure or number, or right below one.
 */
static void
cut_head(struct arena *a, struct row *r, const struct row *above)
{
	if (r->n == 0 || r->nlabel < r->n ||
	    (r->n < 2 && (above == NULL || !above->head)))
		return;
	for (size_t i = 0; i < r->n; i++)
		if (piece_is_numbered(r->piece[i].text))
			return;
	r->head = true;
	row_cut(a, r, true);
	r->nlabel = r->n;
}

/*
 * The lines of the region, cut; 0 if it is no table.  It ends with its last
 * figures, and with lines right below those.
 */
static size_t
read_region(struct region *g, size_t at)
{
	struct text	*t = g->t;
	const struct row *above = NULL;
	size_t		 end = at, last = 0, since = 0;
	int		 page = 0;

	while (end < t->n && may_be(t, end) && (end == at ||
	    !text_ruler_begins(t, end))) {
		if (!line_has_columns(t->line[end].text) && ++since > 8 * LOOK)
			break;
		if (line_has_columns(t->line[end].text))
			since = 0;
		end++;
	}
	if (end - at > REGION) {
		t->no_layout = end;
		return 0;
	}
	g->row = arena_alloc(t->arena, end - at, sizeof(*g->row));
	for (size_t i = at; i < end; i++) {
		struct row	*r = &g->row[i - at];

		r->line = &t->line[i];
		page += r->line->raw.p[0] == '\f';
		r->page = page;
		if (is_page(t, i))
			continue;
		row_cut(t->arena, r, false);
		if (above != NULL && !line_is_apart(r->line))
			row_mark_rest(r, above);
		if (!r->rest)
			above = r->nlabel < r->n ? r : NULL;
		cut_head(t->arena, r, i > at ? r - 1 : NULL);
		if (is_rich(r))
			last = i - at + 1;
	}
	while (last > 0 && at + last < end &&
	    !line_is_apart(&t->line[at + last]) && g->row[last].n == 1)
		last++;
	g->n = last;
	if (!slots_count(g)) {
		t->no_layout = end;
		return 0;
	}
	return last;
}

/* Where pieces begin. */
static const int *
begins(struct text *t, const struct piece *p, size_t n)
{
	int	*from = arena_alloc(t->arena, n, sizeof(*from));

	for (size_t i = 0; i < n; i++)
		from[i] = p[i].from;
	return from;
}

/* More figures than there are columns, or parts of some: in one cell. */
static int
put_together(struct text *t, struct grid *out, const struct row *r,
    struct err *e)
{
	struct buf	 b;
	struct cell	*c;

	buf_init(&b, t->arena);
	for (size_t i = r->nlabel; i < r->n; i++) {
		buf_puts(&b, b.n > 0 ? " " GRID_LOOSE : GRID_LOOSE);
		buf_str(&b, r->piece[i].text);
	}
	if (grid_cell(out, buf_text(&b), r->line->no, 1, 1, e) < 0)
		return -1;
	c = grid_at(out, out->nrow - 1, out->at - 1);
	c->loose = true;
	c->from = begins(t, &r->piece[r->nlabel], r->n - r->nlabel);
	return 0;
}

/* What is known of the place of a figure. */
static void
put_place(const struct region *g, struct cell *c, const struct row *r,
    const struct piece *p)
{
	c->band = band_number(g, r, p);
	c->from = begins(g->t, p, 1);
	c->to = p->to;
	c->page = r->page + 1;
}

/* Figures whose columns are not known, each with what is known of it. */
static int
put_loose(const struct region *g, struct grid *out, const struct row *r,
    struct err *e)
{
	for (size_t i = r->nlabel; i < r->n; i++) {
		struct cell	*c;

		if (grid_cell(out, str_cat(g->t->arena, STR(GRID_LOOSE),
		    r->piece[i].text), r->line->no, 1, 1, e) < 0)
			return -1;
		c = grid_at(out, out->nrow - 1, out->at - 1);
		c->loose = true;
		put_place(g, c, r, &r->piece[i]);
	}
	return 0;
}

/* A cell in its column, of a figure or blank. */
static int
put_placed(const struct region *g, struct grid *out, const struct row *r,
    const struct piece *p, bool placed, struct err *e)
{
	struct cell	*c;

	if (grid_cell(out, p != NULL ? p->text : STR(""), r->line->no, 1, 1,
	    e) < 0)
		return -1;
	c = grid_at(out, out->nrow - 1, out->at - 1);
	c->inferred = placed;
	if (p != NULL)
		put_place(g, c, r, p);
	return 0;
}

/* Whether a label that was cut off may have the first figure at its end. */
static bool
ends_in_figure(const struct row *r)
{
	struct str	 s = r->nlabel > 0 ? r->piece[r->nlabel - 1].text :
			    STR("");
	size_t		 n;
	uint32_t	 c = s.n > 0 ? utf8_fold(utf8_last(s, &n)) : 0;

	return c >= '0' && c <= '9';
}

/* A unit has come off its figure, or the row is not all its own. */
static bool
is_parted(const struct row *r)
{
	for (size_t i = r->nlabel; i < r->n; i++)
		if (line_is_unit(r->piece[i].text))
			return true;
	return r->parted;
}

/* The figures of a row, each in its column. */
static int
put_values(const struct region *g, struct grid *out, size_t at,
    struct err *e)
{
	const struct row	*r = &g->row[at];
	size_t			 slot[ROW_CELLS], n = r->n - r->nlabel, k = 0;
	size_t			 want = slots_expected(g, at);
	bool			 placed = false;

	if ((n > want && want >= SURE) || row_is_glued(r) || is_parted(r))
		return put_together(g->t, out, r, e);
	if (n == want && want >= SURE && !slots_are_sure(g, at))
		return put_loose(g, out, r, e);
	if (n < want) {
		placed = !ends_in_figure(r) && slots_find(g, at, slot);
		if (!placed)
			return put_loose(g, out, r, e);
	}
	for (size_t i = 0; i < n; i++, k++) {
		for (; placed && k < slot[i]; k++)
			if (put_placed(g, out, r, NULL, placed, e) < 0)
				return -1;
		if (put_placed(g, out, r, &r->piece[r->nlabel + i], placed,
		    e) < 0)
			return -1;
	}
	for (; placed && k < want; k++)
		if (put_placed(g, out, r, NULL, placed, e) < 0)
			return -1;
	return 0;
}

static int
put_chain(const struct region *g, struct grid *out, struct chain *c,
    struct err *e)
{
	return grid_cell(out, buf_text(&c->text), g->row[c->first].line->no,
	    1, 1, e);
}

/* Left of the label of the row that follows: it groups some rows. */
static bool
is_side(const struct chain *c, const struct row *r)
{
	return r->label != NULL && c->from + SHIFT < r->label->from;
}

/*
 * The chains of lines from..to-1 that are no labels: those at the side of
 * row r, in the row that is begun; or the others, in a row for each line.
 */
static int
put_others(const struct region *g, struct grid *out, size_t from, size_t to,
    const struct row *r, bool side, struct err *e)
{
	for (size_t i = from; i < to; i++) {
		bool	 open = side;

		for (struct chain *c = g->row[i].begins;
		    c != NULL && c->first == i; c = c->next) {
			if (c->taken || (r != NULL && is_side(c, r)) != side)
				continue;
			if ((!open || out->at >= ROW_CELLS) &&
			    grid_row(out, e) < 0)
				return -1;
			open = true;
			if (put_chain(g, out, c, e) < 0)
				return -1;
		}
	}
	return 0;
}

/*
 * A row for each line with figures: its label, and before that what groups
 * it; and a row for each line of a head.
 */
static int
put_rows(const struct region *g, struct grid *out, struct err *e)
{
	size_t	 from = 0;

	for (size_t i = 0; i < g->n; i++) {
		const struct row	*r = &g->row[i];

		if (r->nlabel == r->n)
			continue;
		if (put_others(g, out, from, i + 1, r, false, e) < 0 ||
		    grid_row(out, e) < 0 ||
		    put_others(g, out, from, i + 1, r, true, e) < 0 ||
		    (r->label != NULL &&
		    put_chain(g, out, r->label, e) < 0) ||
		    put_values(g, out, i, e) < 0)
			return -1;
		from = i + 1;
	}
	return put_others(g, out, from, g->n, NULL, false, e);
}

static void
put_heads(const struct region *g, struct grid *out)
{
	int	*head = arena_alloc(g->t->arena, ROW_CELLS, sizeof(*head));

	out->nhead = (int)heads_begin(g, head);
	out->head = head;
}

/* Words with any space between them. */
static int
count_words(struct str s)
{
	bool	 space = true;
	int	 n = 0;

	for (size_t at = 0; at < s.n; ) {
		bool	 was = space;

		space = utf8_is_space(utf8_next(s, &at));
		n += was && !space;
	}
	return n;
}

bool
text_layout_begins(const struct text *t, size_t at)
{
	for (size_t i = at; i < at + LOOK; i++)
		if (i == t->n || !line_has_columns(t->line[i].text) ||
		    (i > at && count_words(t->line[i].text) < SURE))
			return false;
	return true;
}

long
text_layout(struct text *t, size_t at, struct err *e)
{
	struct region	 g = { .t = t };
	struct grid	*out;

	if (at < t->no_layout || !may_be(t, at))
		return 0;
	for (size_t i = at; !line_has_columns(t->line[i].text); i++)
		if (i == at + LOOK || i + 1 == t->n || !may_be(t, i + 1) ||
		    text_ruler_begins(t, i + 1))
			return 0;
	if (read_region(&g, at) == 0)
		return 0;
	g.end = &g.first;
	chains_make(&g);
	bands_find(&g);
	out = text_table(t, e);
	if (out == NULL || put_rows(&g, out, e) < 0)
		return -1;
	out->trust = GRID_SPACED;
	put_heads(&g, out);
	if (doc_table(t->doc, out, t->line[at].no, e) < 0)
		return -1;
	return (long)g.n;
}
