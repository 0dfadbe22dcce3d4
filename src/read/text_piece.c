/*
 * Lines of a table cut into pieces.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/text_layout.h"

#define REMARKS	2	/* words beside the figures of a row */
#define BELOW	2	/* columns that the rest of a figure is off */

/* 第二十条第（一）项, 第一章: the title of a part. */
bool
piece_is_title(struct str s)
{
	static const char	 digits[] = "〇零一二三四五六七八九十百";
	size_t			 at = strlen("第"), was;
	uint32_t		 c = 0;

	if (!str_starts(s, STR("第")))
		return false;
	for (was = at; at < s.n; was = at) {
		c = utf8_next(s, &at);
		if (!str_has(STR(digits), str_sub(s, was, at - was)))
			break;
	}
	return was > strlen("第") && (c == 0x6761 || c == 0x7AE0);
}

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

/* "2." alone: the number of a label of which the words are elsewhere. */
static bool
is_ordinal(struct str s)
{
	return s.n == 2 && s.p[0] >= '0' && s.p[0] <= '9' && s.p[1] == '.';
}

/* Where the white space at the beginning ends, and how wide it is. */
static size_t
skip_space(struct str s, size_t *wide)
{
	size_t	 i = 0, was;

	for (*wide = 0; i < s.n; ++*wide) {
		was = i;
		if (!utf8_is_space(utf8_next(s, &i)))
			return was;
	}
	return i;
}

/* Where the next white space is. */
static size_t
find_space(struct str s)
{
	size_t	 i = 0, was;

	while (i < s.n) {
		was = i;
		if (utf8_is_space(utf8_next(s, &i)))
			return was;
	}
	return i;
}

/*
 * Whether a figure begins here, alone or with others behind it.  A label
 * that fills its column comes as near to it as one space.
 */
static bool
figure_follows(struct str s)
{
	size_t	 n, wide = 0;

	while (s.n > 0 && wide < 2) {
		n = find_space(s);
		if (!line_is_value(str_sub(s, 0, n)))
			return false;
		s = str_from(s, n);
		s = str_from(s, skip_space(s, &wide));
	}
	return true;
}

/* "761 件": the unit, and then the next column, maybe with a figure. */
static bool
unit_follows(struct str s)
{
	size_t		 n = find_space(s), wide = 2;
	struct str	 next = str_from(s, n);

	if (next.n > 0)
		next = str_from(next, skip_space(next, &wide));
	return (wide >= 2 || line_is_value(str_sub(next, 0,
	    find_space(next)))) && line_is_unit(str_sub(s, 0, n));
}

/* The next word is a unit or a figure. */
static bool
rest_follows(struct str s)
{
	struct str	 word = str_sub(s, 0, find_space(s));

	return line_is_unit(word) || line_is_value(word);
}

/*
 * How long the piece is that begins here: up to two spaces, or to one
 * before the number of a label or a figure, or behind a figure, or between
 * units that are alone.
 */
static size_t
piece_length(struct str s, bool rest)
{
	size_t	 i = 0, end, wide;

	while (i < s.n) {
		end = i + find_space(str_from(s, i));
		i = end + skip_space(str_from(s, end), &wide);
		if (wide == 1 && !rest && line_is_value(str_sub(s, 0, end)) &&
		    unit_follows(str_from(s, i)))
			continue;
		if (wide >= 2 || line_is_value(str_sub(s, 0, end)) ||
		    piece_is_numbered(str_from(s, i)) ||
		    (line_is_unit(str_sub(s, 0, end)) &&
		    rest_follows(str_from(s, i))) ||
		    figure_follows(str_from(s, i)))
			return end;
	}
	return s.n;
}

/*
 * The pieces up to the last figure, if several stand together and only a
 * word or two follow: a column of remarks is beside them.
 */
static size_t
without_remark(const struct row *r)
{
	size_t	 end = r->n, n = 0;

	while (end > 0 && !r->piece[end - 1].value) {
		if (piece_is_numbered(r->piece[end - 1].text) ||
		    line_is_unit(r->piece[end - 1].text))
			return r->n;
		end--;
	}
	while (n < end && r->piece[end - 1 - n].value)
		n++;
	return n >= 2 && r->n - end <= REMARKS && n < end ? end : r->n;
}

static bool
is_below(const struct piece *p, const struct row *above)
{
	for (size_t i = above->nlabel; i < above->n; i++) {
		const struct piece	*v = &above->piece[i];

		if ((p->from < v->to + BELOW && v->from < p->to + BELOW) ||
		    (p->from2 < v->to2 + BELOW && v->from2 < p->to2 + BELOW))
			return true;
	}
	return false;
}

void
row_mark_rest(struct row *r, const struct row *above)
{
	bool	 unit = false;

	for (size_t i = 0; i < r->n; i++) {
		bool	 one = line_is_unit(r->piece[i].text);

		if ((!one && !r->piece[i].value) ||
		    !is_below(&r->piece[i], above))
			return;
		unit = unit || one;
	}
	if (!unit)
		return;
	r->rest = true;
	r->nlabel = 0;
}

void
row_cut(struct arena *a, struct row *r, bool head)
{
	struct str	 s = r->line->raw;
	size_t		 at = 0, end, cap = 0;
	int		 col = 0, col2 = 0;
	uint32_t	 c;
	bool		 rest;

	/* The rest of figures that are too wide; no unit is with another. */
	rest = line_is_unit(str_sub(str_trim(s), 0, find_space(str_trim(s))));
	r->n = 0;
	while (at < s.n) {
		size_t	 was = at;

		c = utf8_next(s, &at);
		if (utf8_is_space(c)) {
			col += c != '\f';
			col2 += utf8_width(c);
			continue;
		}
		end = was + (head ? find_space(str_from(s, was)) :
		    piece_length(str_from(s, was), rest));
		r->piece = arena_grow(a, r->piece, r->n, &cap,
		    sizeof(*r->piece));
		r->piece[r->n].text = str_sub(s, was, end - was);
		r->piece[r->n].from = col;
		col += (int)utf8_length(r->piece[r->n].text);
		r->piece[r->n].to = col;
		r->piece[r->n].from2 = col2;
		col2 += (int)str_width(r->piece[r->n].text);
		r->piece[r->n].to2 = col2;
		r->piece[r->n].value = (line_is_value(r->piece[r->n].text) &&
		    !is_ordinal(r->piece[r->n].text)) ||
		    (r->n > 0 && line_is_unit(r->piece[r->n].text));
		r->n++;
		at = end;
	}
	r->n = without_remark(r);
	r->nlabel = r->n;
	while (r->nlabel > 0 && r->piece[r->nlabel - 1].value)
		r->nlabel--;
}

bool
line_is_apart(const struct line *l)
{
	return l->gap > 0 || l->raw.p[0] == '\f';
}

void
region_widths(const struct region *g, struct piece *p)
{
	int	 chars = (int)utf8_length(p->text);
	int	 wide = (int)str_width(p->text);

	p->to = p->from + (g->wide ? wide : chars);
	p->to2 = p->from2 + (g->wide ? chars : wide);
}

void
region_measure(struct region *g)
{
	g->wide = !g->wide;
	for (size_t i = 0; i < g->n; i++)
		for (size_t k = 0; k < g->row[i].n; k++) {
			struct piece	*p = &g->row[i].piece[k];
			struct piece	 q = *p;

			p->from = q.from2;
			p->to = q.to2;
			p->from2 = q.from;
			p->to2 = q.to;
		}
}

/* "07", also of full-width digits. */
static bool
is_glued(struct str s)
{
	size_t		 n;
	uint32_t	 c;

	if (s.n == 0 || utf8_fold(utf8_first(s, &n)) != '0' || n >= s.n)
		return false;
	c = utf8_fold(utf8_first(str_from(s, n), &n));
	return c >= '0' && c <= '9';
}

bool
row_is_glued(const struct row *r)
{
	for (size_t i = r->nlabel; i < r->n; i++)
		if (is_glued(r->piece[i].text))
			return true;
	return false;
}
