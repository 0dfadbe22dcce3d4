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

#define SURE		5	/* figures that make a row on their own */
#define LINE_BYTES	4000	/* of a line of a table, */
#define REGION		20000	/* and lines of it */
#define LOOK		3	/* lines between a label and its figures */
#define NEAR		12	/* full rows that a row is lined up with, */
#define FAR		80	/* as far away as that */

/* 1. or 1、 or （一） or (一) or 一、 */
bool
piece_is_numbered(struct str s)
{
	size_t		 at = 0;
	uint32_t	 c;

	if (line_is_numbered(s))
		return true;
	if (s.n == 0)
		return false;
	c = utf8_next(s, &at);
	if (c == '(' || c == 0xFF08) {
		if (at < s.n)
			utf8_next(s, &at);
		c = at < s.n ? utf8_next(s, &at) : 0;
		return c == ')' || c == 0xFF09;
	}
	if (c < '0' || c > '9' || at >= s.n)
		return false;
	c = utf8_next(s, &at);
	return c == '.' || c == 0xFF0E || c == 0x3001;
}

/*
 * The end of the piece that begins at *at: two spaces, or one before a
 * number of a label, or between figures.
 */
static size_t
piece_end(struct str s, size_t at)
{
	size_t	 i = at, from;

	while (i < s.n) {
		if (s.p[i] != ' ' && !str_starts(str_from(s, i),
		    STR("\u3000")) && s.p[i] != '\xC2') {
			i++;
			continue;
		}
		from = i;
		while (i < s.n) {
			size_t	 was = i;

			if (!utf8_is_space(utf8_next(s, &i))) {
				i = was;
				break;
			}
		}
		if (i - from >= 2 || piece_is_numbered(str_from(s, i)) ||
		    line_is_value(str_sub(s, at, from - at)))
			return from;
		if (i == from)
			i++;
	}
	return s.n;
}

/* Cuts a line into pieces; the last figures of it are the row's. */
static void
cut(struct region *g, const struct line *l, struct row *r)
{
	struct str	 s = l->raw;
	size_t		 at = 0, end, cap = 0;
	int		 col = 0;

	r->line = l;
	while (at < s.n) {
		size_t	 was = at;

		if (utf8_is_space(utf8_next(s, &at))) {
			col += s.p[was] != '\f';
			continue;
		}
		end = piece_end(s, was);
		if (r->n == cap) {
			struct piece	*p;

			cap = cap == 0 ? 8 : 2 * cap;
			p = arena_alloc(g->t->arena, cap, sizeof(*p));
			if (r->n > 0)
				memcpy(p, r->piece, r->n * sizeof(*p));
			r->piece = p;
		}
		r->piece[r->n].text = str_sub(s, was, end - was);
		r->piece[r->n].from = col;
		col += (int)utf8_length(r->piece[r->n].text);
		r->piece[r->n].to = col;
		r->piece[r->n].value = line_is_value(r->piece[r->n].text);
		r->n++;
		at = end;
	}
	r->nlabel = r->n;
	while (r->nlabel > 0 && r->piece[r->nlabel - 1].value)
		r->nlabel--;
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
		return true;
	if (line_is_prose(l->text))
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

/* The number that a page ends with is alone before the next page. */
static bool
is_page(const struct text *t, size_t i)
{
	if (line_is_page(t->line[i].text))
		return true;
	return line_is_value(t->line[i].text) && i + 1 < t->n &&
	    memchr(t->line[i + 1].raw.p, '\f', t->line[i + 1].raw.n) != NULL;
}

/*
 * The lines of the region, cut; 0 if it is no table.  It ends with its last
 * figures, and with lines right below those.
 */
static size_t
read_region(struct region *g, size_t at)
{
	struct text	*t = g->t;
	size_t		 end = at, last = 0, nrich = 0, since = 0;

	while (end < t->n && may_be(t, end)) {
		if (!line_has_columns(t->line[end].text) && ++since > 4 * LOOK)
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
		if (is_page(t, i))
			continue;
		cut(g, &t->line[i], r);
		if (!is_rich(r))
			continue;
		nrich++;
		last = i - at + 1;
		if (r->n - r->nlabel > g->most)
			g->most = r->n - r->nlabel;
	}
	if ((nrich < 2 && g->most < SURE) || g->most > ROW_CELLS) {
		t->no_layout = end;
		return 0;
	}
	while (at + last < end && t->line[at + last].gap == 0 &&
	    g->row[last].n == 1)
		last++;
	g->n = last;
	return last;
}

/* Whether each figure of a row is below one of a full row; which. */
static bool
line_up(const struct row *r, const struct row *full, size_t *slot)
{
	size_t	 k = full->nlabel;

	for (size_t i = r->nlabel; i < r->n; i++) {
		const struct piece	*p = &r->piece[i];

		while (k < full->n && full->piece[k].to < p->from)
			k++;
		if (k == full->n || full->piece[k].from > p->to)
			return false;
		/* It must not be as near to the next one. */
		if (k + 1 < full->n && full->piece[k + 1].from <= p->to)
			return false;
		slot[i - r->nlabel] = k++ - full->nlabel;
	}
	return true;
}

/*
 * The slots of a row that has not all its figures, by those of the nearest
 * full row.  A single figure in a narrow table is a merged cell.
 */
static bool
find_slots(const struct region *g, size_t at, size_t *slot)
{
	const struct row	*r = &g->row[at];
	size_t			 n = r->n - r->nlabel;

	if (n == g->most || (n == 1 && g->most <= 4))
		return false;
	for (size_t d = 1, seen = 0; d < FAR && seen < NEAR; d++)
		for (int side = 0; side < 2; side++) {
			size_t	 i = side == 0 ? at - d : at + d;

			if (i >= g->n ||
			    g->row[i].n - g->row[i].nlabel != g->most)
				continue;
			seen++;
			if (line_up(r, &g->row[i], slot))
				return true;
		}
	return false;
}

static int
put_values(const struct region *g, struct grid *out, size_t at,
    struct err *e)
{
	const struct row	*r = &g->row[at];
	size_t			 slot[ROW_CELLS], n = r->n - r->nlabel, k = 0;
	bool			 placed = find_slots(g, at, slot);

	for (size_t i = 0; i < n; i++, k++) {
		for (; placed && k < slot[i]; k++)
			if (grid_cell(out, STR(""), r->line->no, 1, 1,
			    e) < 0)
				return -1;
		if (grid_cell(out, r->piece[r->nlabel + i].text, r->line->no,
		    1, 1, e) < 0)
			return -1;
		grid_at(out, out->nrow - 1, out->at - 1)->inferred = placed;
	}
	for (; placed && k < g->most; k++)
		if (grid_cell(out, STR(""), r->line->no, 1, 1, e) < 0)
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

long
text_layout(struct text *t, size_t at, struct err *e)
{
	struct region	 g = { .t = t };
	struct grid	*out;

	if (at < t->no_layout || !may_be(t, at))
		return 0;
	if (!line_has_columns(t->line[at].text) && (at + 1 == t->n ||
	    !may_be(t, at + 1) || !line_has_columns(t->line[at + 1].text)))
		return 0;
	if (read_region(&g, at) == 0)
		return 0;
	g.end = &g.first;
	chains_make(&g);
	out = text_table(t, e);
	if (out == NULL || put_rows(&g, out, e) < 0)
		return -1;
	out->trust = GRID_PADDED;
	if (doc_table(t->doc, out, t->line[at].no, e) < 0)
		return -1;
	return (long)g.n;
}
