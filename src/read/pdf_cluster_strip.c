/*
 * The lines of all pages as one strip, each cut into what may be cells.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/pdf_cluster.h"

#define LONG	(120 * PT)	/* a rule that parts rows */
#define LINES	2000		/* of a page that has a table, at most */
#define STRIP	1800000000	/* as far as an int holds another page */

/* Nothing but the unit of a figure: 件, 万元. */
static bool
is_unit(struct str s)
{
	static const struct str	 units = { "件项次个份条宗起篇元万亿", 36 };
	size_t			 at = 0, before;

	while (at < s.n && at <= 6) {
		before = at;
		utf8_next(s, &at);
		if (!str_has(units, str_sub(s, before, at - before)))
			return false;
	}
	return at == s.n;
}

/* A figure, its unit with it or without. */
static bool
is_quantity(struct str s)
{
	struct str	 rest = s;
	size_t		 n;

	while (rest.n != 0) {
		utf8_last(rest, &n);
		if (!is_unit(str_from(rest, rest.n - n)))
			break;
		rest.n -= n;
	}
	/* "1." is the beginning of an item. */
	return pdf_is_figure(rest) && !str_ends(rest, STR("."));
}

/* Whether nobody knows any of its characters. */
static bool
is_unknown(struct str s)
{
	for (size_t at = 0; at < s.n; )
		if (utf8_next(s, &at) != UTF8_BAD)
			return false;
	return true;
}

/* What is not known in front of words is no figure of a column. */
static void
unmake_figures(struct cluster *c, int first)
{
	bool	 words = false;

	for (int i = c->nchunk - 1; i >= first; i--) {
		struct chunk	*k = &c->chunk[i];

		if (words && k->figure && is_unknown(k->word->text))
			k->figure = false;
		words |= !k->figure;
	}
}

/* Whether a word belongs to the chunk before it. */
static bool
adheres(const struct pdf_word *w, const struct pdf_word *next)
{
	int	 gap = next->box.x0 - w->box.x1;
	bool	 a = is_quantity(w->text);
	bool	 b = is_quantity(next->text);

	if ((a && b) || next->apart)
		return false;
	return gap <= pdf_box_height(&w->box) * (a || b ? 3 : 6) / 10;
}

/* A line that stands so far down the strip as it does on its page, and dy. */
static void
add_row(struct cluster *c, int page, const struct pdf_line *l, int dy,
    bool apart)
{
	struct row		*r;
	struct pdf_page		*p = &c->pdf->page[page];
	const struct pdf_word	*last = NULL;
	struct chunk		*k = NULL;

	c->row = arena_grow(c->pdf->arena, c->row, (size_t)c->nrow, &c->rowcap,
	    sizeof(*c->row));
	r = &c->row[c->nrow++];
	*r = (struct row){ .page = page, .apart = apart,
	    .first = c->nchunk };
	for (int i = l->first; i < l->first + l->n; i++) {
		struct pdf_word	*w = &p->word[i];

		if (w->gone || w->taken)
			continue;
		if (last != NULL && adheres(last, w)) {
			k->n = (int)(w - k->word) + 1;
			k->box = pdf_both(k->box, w->box);
			k->figure &= is_unit(w->text);
		} else {
			c->chunk = arena_grow(c->pdf->arena, c->chunk,
			    (size_t)c->nchunk, &c->cap, sizeof(*k));
			k = &c->chunk[c->nchunk++];
			*k = (struct chunk){ .box = w->box, .word = w,
			    .n = 1, .block = -1,
			    .figure = is_quantity(w->text) };
			r->n++;
		}
		r->print = last == NULL ? w->box : pdf_both(r->print, w->box);
		last = w;
	}
	unmake_figures(c, r->first);
	/* Lines of more are no rows of ours. */
	for (int i = r->first; i < c->nchunk; i++) {
		c->chunk[i].figure &= r->n <= 2 * COLUMNS;
		r->figures += c->chunk[i].figure;
		c->chunk[i].box.y0 += dy;
		c->chunk[i].box.y1 += dy;
	}
	r->box = r->print;
	r->box.y0 += dy;
	r->box.y1 += dy;
}

static int
by_x(const void *pa, const void *pb)
{
	const struct chunk	*a = pa, *b = pb;

	if (a->box.x0 != b->box.x0)
		return a->box.x0 < b->box.x0 ? -1 : 1;
	return a->word < b->word ? -1 : a->word > b->word;
}

/*
 * Figures half a line below others, none above another, are of the same row:
 * where cells are centred, those of one line stand so beside those of two.
 */
static bool
is_half_below(const struct cluster *c, const struct row *up,
    const struct row *r)
{
	int	 h = pdf_box_height(&r->box);

	if (h > pdf_box_height(&up->box))
		h = pdf_box_height(&up->box);
	if (r->apart || up->page != r->page || up->figures == 0 ||
	    r->figures == 0 || pdf_box_middle_y(&r->box) -
	    pdf_box_middle_y(&up->box) > h / 4 * 3)
		return false;
	for (int i = r->first; i < r->first + r->n; i++)
		for (int k = up->first; k < up->first + up->n; k++)
			if (c->chunk[i].box.x0 <= c->chunk[k].box.x1 &&
			    c->chunk[k].box.x0 <= c->chunk[i].box.x1)
				return false;
	return true;
}

static void
join_half_lines(struct cluster *c)
{
	struct row	*r = &c->row[c->nrow - 1], *up = r - 1;

	if (c->nrow < 2 || !is_half_below(c, up, r))
		return;
	up->n += r->n;
	up->figures += r->figures;
	up->box = pdf_both(up->box, r->box);
	up->print = pdf_both(up->print, r->print);
	qsort(&c->chunk[up->first], (size_t)up->n, sizeof(*c->chunk), by_x);
	c->nrow--;
}

/* Which words of a line are free, and which are in a table with rules. */
static void
look_at(const struct pdf_page *p, const struct pdf_line *l, bool *any,
    bool *taken)
{
	*any = *taken = false;
	for (int i = l->first; i < l->first + l->n; i++) {
		*any |= !p->word[i].gone && !p->word[i].taken;
		*taken |= p->word[i].taken;
	}
}

/* Marks a line that has a long rule between it and the one before. */
static void
find_rule(struct cluster *c, const struct pdf_page *p, int above)
{
	struct row	*r = &c->row[c->nrow - 1];

	for (int i = 0; i < p->nacross; i++) {
		const struct pdf_rule	*h = &p->across[i];

		if (h->at <= above || h->at >= pdf_box_middle_y(&r->print) ||
		    h->to - h->from < LONG)
			continue;
		if (r->from == r->to || h->from < r->from)
			r->from = h->from;
		if (r->to < h->to)
			r->to = h->to;
	}
}

/* Whether a word of one ideograph is right below a chunk of a line. */
static bool
has_ideograph_below(const struct cluster *c, int at, const struct chunk *k)
{
	int	 h = pdf_box_height(&k->box);

	while (++at < c->nrow && c->row[at].box.y0 - k->box.y0 <= h / 10 * 13)
		for (int n = 0; n < c->row[at].n; n++) {
			const struct chunk	*o =
			    &c->chunk[c->row[at].first + n];

			if (!o->figure && o->n == 1 &&
			    utf8_length(o->word->text) == 1 &&
			    abs(o->box.x0 - k->box.x0) <= h / 8)
				return true;
		}
	return false;
}

/* The 无 of 无法提供 is no figure where a label has a line for each character. */
static void
unmake_words(struct cluster *c)
{
	for (int i = 0; i < c->nrow; i++)
		for (int n = 0; n < c->row[i].n; n++) {
			struct chunk	*k = &c->chunk[c->row[i].first + n];

			if (!k->figure || !str_eq(k->word->text, STR("无")) ||
			    !has_ideograph_below(c, i, k))
				continue;
			k->figure = false;
			c->row[i].figures--;
		}
}

/* The pages below one another, without their margins. */
void
cluster_strip(struct cluster *c)
{
	int	 bottom = 0;

	c->nrow = c->nchunk = 0;
	for (int i = 0; i < c->pdf->npage; i++) {
		const struct pdf_page	*p = &c->pdf->page[i];
		int			 dy = 0, end = bottom, above = 0;
		bool			 apart = false, begun = false;

		if (bottom > STRIP)
			break;		/* none of ours is so long */
		for (int k = 0; k < p->nline && p->nline <= LINES; k++) {
			const struct pdf_line	*l = &p->line[k];
			bool			 any, taken;

			look_at(p, l, &any, &taken);
			apart |= taken;
			if (!any && !taken)
				continue;
			if (!begun)
				dy = bottom - l->box.y0 +
				    pdf_box_height(&l->box) / 5;
			begun = true;
			if (any) {
				add_row(c, i, l, dy, apart);
				find_rule(c, p, above);
				join_half_lines(c);
			}
			above = pdf_box_middle_y(&l->box);
			apart = taken;
			if (end < l->box.y1 + dy)
				end = l->box.y1 + dy;
		}
		bottom = end;
	}
	unmake_words(c);
}
