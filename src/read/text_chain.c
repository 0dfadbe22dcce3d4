/*
 * Labels that are broken over lines.
 *
 * A piece goes on with the one above it, if nothing says that it does not:
 * a blank line, a number that it begins with, or room that was left above.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/text_layout.h"

#define GO_ON		3	/* lines a chain may miss, for its figures */
#define TALL		12	/* lines of a label above its figures */
#define ACTIVE		12	/* chains that may still grow */
#define RAN		3	/* lines below two labels that ran together */
#define SHIFTED		6	/* columns that a page may move in its middle */

static struct chain *
new_chain(struct region *g, const struct piece *p, size_t line)
{
	struct chain	*c = arena_alloc(g->t->arena, 1, sizeof(*c));

	buf_init(&c->text, g->t->arena);
	buf_str(&c->text, p->text);
	c->from = p->from;
	c->first = c->last = line;
	*g->end = c;
	g->end = &c->next;
	if (g->row[line].begins == NULL)
		g->row[line].begins = c;
	return c;
}

static int
distance(int a, int b)
{
	return a > b ? a - b : b - a;
}

static bool
has_values(const struct row *r)
{
	return r->nlabel < r->n;
}

/*
 * Whether a piece goes on with a chain: it stands below, no blank line is
 * between, and a label was not broken where there was room for more.
 */
static bool
goes_on(const struct region *g, const struct chain *c,
    const struct piece *p, size_t line, bool label)
{
	if (line - c->last > GO_ON || c->last == line || c->title ||
	    distance(c->from, p->from) > SHIFT || p->to > c->to + SHIFT)
		return false;
	for (size_t i = c->last + 1; i <= line; i++)
		if (line_is_apart(g->row[i].line) ||
		    (c->head && i < line && has_values(&g->row[i])))
			return false;
	/* Two rows have two labels, and neither is a head of a column. */
	return !label || (!c->taken && !c->head);
}

/* The chains that may go on, latest last. */
struct active {
	struct chain	*chain[ACTIVE];
	size_t		 n;
};

/* A new chain takes the place of those in the same columns. */
static void
activate(struct active *a, struct chain *c)
{
	size_t	 n = 0;

	for (size_t i = 0; i < a->n; i++)
		if (distance(a->chain[i]->from, c->from) > SHIFT)
			a->chain[n++] = a->chain[i];
	if (n == ACTIVE)
		memmove(a->chain, a->chain + 1, --n * sizeof(*a->chain));
	a->chain[n++] = c;
	a->n = n;
}

static struct chain *
find_chain(const struct region *g, const struct active *a,
    const struct piece *p, size_t line, bool label)
{
	struct chain	*best = NULL;

	if (piece_is_numbered(p->text) || piece_is_title(p->text))
		return NULL;
	for (size_t i = 0; i < a->n; i++) {
		struct chain	*c = a->chain[i];

		if (goes_on(g, c, p, line, label) && (best == NULL ||
		    distance(c->from, p->from) <
		    distance(best->from, p->from)))
			best = c;
	}
	return best;
}

/*
 * Columns are not in the same place all down the page: alone on its line, a
 * piece goes on with the one numbered label of the line right above.
 */
static struct chain *
find_shifted(const struct region *g, const struct active *a, size_t line)
{
	const struct row	*r = &g->row[line];
	struct chain		*found = NULL;

	if (r->n != 1 || r->nlabel != 1 || line_is_apart(r->line) ||
	    piece_is_numbered(r->piece[0].text) ||
	    piece_is_title(r->piece[0].text))
		return NULL;
	for (size_t i = 0; i < a->n; i++) {
		struct chain	*c = a->chain[i];

		if (c->last + 1 != line || c->title || c->head)
			continue;
		if (found != NULL)
			return NULL;
		found = c;
	}
	return found != NULL && distance(found->from, r->piece[0].from) <=
	    SHIFTED && piece_is_numbered(buf_text(&found->text)) ?
	    found : NULL;
}

/* A chain that may go on and begins in that column, more or less; or NULL. */
static const struct chain *
begins_at(const struct active *a, int col, size_t line)
{
	for (size_t i = 0; i < a->n; i++)
		if (distance(a->chain[i]->from, col) <= SHIFT &&
		    line - a->chain[i]->last <= GO_ON)
			return a->chain[i];
	return NULL;
}

/*
 * Two labels beside each other come as near as one space.  A piece is cut
 * there if chains from above begin in both places.
 */
static void
split_piece(struct region *g, const struct active *a, struct row *r,
    size_t k, size_t line)
{
	const struct chain	*left, *right;
	struct piece		*list, p = r->piece[k], q = p;
	size_t			 at = str_find(p.text, STR(" "), 0);

	if (at == STR_NONE || at == 0 || p.value)
		return;
	q.text = str_from(p.text, at + 1);
	p.text = str_sub(p.text, 0, at);
	region_widths(g, &p);
	q.from = p.to + 1;
	q.from2 = p.to2 + 1;
	region_widths(g, &q);
	left = begins_at(a, p.from, line);
	right = begins_at(a, q.from, line);
	if (left == NULL || right == NULL || left == right ||
	    left->from > right->from)
		return;
	list = arena_alloc(g->t->arena, r->n + 1, sizeof(*list));
	memcpy(list, r->piece, r->n * sizeof(*list));
	memmove(list + k + 1, list + k, (r->n - k) * sizeof(*list));
	list[k] = p;
	list[k + 1] = q;
	r->piece = list;
	r->n++;
	r->nlabel++;
}

/* The number that a label begins with, 1. or 1、; 0 if there is none. */
static size_t
number_length(struct str s)
{
	size_t	 at = 0, was;

	for (;;) {
		uint32_t	 c;

		if (at == s.n)
			return 0;
		was = at;
		c = utf8_fold(utf8_next(s, &at));
		if (c < '0' || c > '9')
			return was > 0 && (c == '.' || c == 0x3001) ? at : 0;
	}
}

/* Words behind a number that is a piece of its own. */
static bool
is_numbered(const struct row *r, size_t k)
{
	struct str	 s = k > 0 ? r->piece[k - 1].text : STR("");

	return s.n > 0 && number_length(s) == s.n;
}

/* Joins the pieces of labels to chains; the last of a line is its row's. */
static void
make_chains(struct region *g)
{
	struct active	 a = { .n = 0 };
	struct chain	*c;

	for (size_t i = 0; i < g->n; i++) {
		struct row	*r = &g->row[i];
		bool		 values = r->nlabel < r->n;

		for (size_t k = 0; k < r->nlabel; k++) {
			const struct piece	*p;
			bool			 label;

			split_piece(g, &a, r, k, i);
			p = &r->piece[k];
			label = values && k + 1 == r->nlabel;
			c = is_numbered(r, k) ? NULL :
			    find_chain(g, &a, p, i, label);
			if (c == NULL)
				c = find_shifted(g, &a, i);
			if (c == NULL) {
				c = new_chain(g, p, i);
				c->title = piece_is_title(p->text);
				c->head = r->nlabel > 1 && !values &&
				    !piece_is_numbered(p->text);
				activate(&a, c);
				/* Nothing goes on below another table. */
				if (c->title && r->n == 1)
					a.n = 0;
			} else {
				buf_puts(&c->text, "\n");
				buf_str(&c->text, p->text);
				c->last = i;
			}
			c->from = p->from;
			c->to = p->to;
			if (label) {
				r->label = c;
				c->taken = true;
			}
		}
	}
}

/*
 * The label of a row that has none on its line: the rightmost chain that
 * goes past it on both sides, else one that ends right above or begins
 * right below.
 */
static struct chain *
find_label(const struct region *g, size_t i)
{
	const struct row	*r = &g->row[i];
	struct chain		*around = NULL, *beside = NULL;

	for (size_t k = i > TALL ? i - TALL : 0; k < i + 2 && k < g->n; k++)
		for (struct chain *c = g->row[k].begins;
		    c != NULL && c->first == k; c = c->next) {
			if (c->taken)
				continue;
			if (c->first < i && c->last > i) {
				if (around == NULL || c->from > around->from)
					around = c;
			} else if (r->label == NULL &&
			    piece_is_numbered(buf_text(&c->text)) &&
			    ((c->last + 1 == i && !line_is_apart(r->line)) ||
			    (c->first == i + 1 &&
			    !line_is_apart(g->row[i + 1].line))))
				beside = c;
		}
	return around != NULL ? around : beside;
}

/* What is beside the figures may only group the row that it is beside. */
static void
match_labels(struct region *g)
{
	for (size_t i = 0; i < g->n; i++) {
		struct row	*r = &g->row[i];
		struct chain	*c;

		if (r->nlabel == r->n)
			continue;
		c = find_label(g, i);
		if (c == NULL || (r->label != NULL &&
		    c->from <= r->label->from + SHIFT))
			continue;
		if (r->label != NULL)
			r->label->taken = false;
		r->label = c;
		c->taken = true;
	}
}

/* A unit alone is no part of a figure. */
static bool
has_digits(const struct row *r)
{
	for (size_t i = r->nlabel; i < r->n; i++)
		if (!line_is_unit(r->piece[i].text))
			return true;
	return false;
}

/*
 * Puts a figure of the line above or below into a row: together with what
 * stands in its column there, or in a column of its own.  Returns whether it
 * has one.
 */
static bool
put_figure(struct arena *a, struct row *r, const struct piece *p, bool above)
{
	struct piece	*list;
	struct str	 x, y;
	size_t		 i = r->nlabel;

	while (i < r->n && r->piece[i].to <= p->from)
		i++;
	if (i < r->n && r->piece[i].from < p->to) {
		x = above ? p->text : r->piece[i].text;
		y = above ? r->piece[i].text : p->text;
		if (line_is_unit(x))
			r->piece[i].text = str_cat(a, y, x);
		else
			r->piece[i].text = line_is_unit(y) ? str_cat(a, x, y) :
			    str_cat(a, str_cat(a, x, STR("\n")), y);
		return false;
	}
	list = arena_alloc(a, r->n + 1, sizeof(*list));
	memcpy(list, r->piece, i * sizeof(*list));
	list[i] = *p;
	memcpy(list + i + 1, r->piece + i, (r->n - i) * sizeof(*list));
	r->piece = list;
	r->n++;
	return true;
}

/* Whether a row right below another one has a figure in the place of one. */
static bool
has_above(const struct region *g, const struct row *r, const struct piece *p)
{
	const struct row	*o = r - 1;

	if (r == g->row || line_is_apart(r->line))
		return false;
	for (size_t i = o->nlabel; i < o->n; i++)
		if (o->piece[i].from < p->to && p->from < o->piece[i].to)
			return true;
	return false;
}

static bool
has_numbered_label(const struct row *r)
{
	return r->label != NULL &&
	    piece_is_numbered(buf_text(&r->label->text));
}

/*
 * The row whose figures go on in row i, or NULL: the one above that still
 * has figures, if nothing but rests of its own are between; or the one
 * below.
 */
static struct row *
rest_of(struct region *g, size_t i)
{
	struct row	*r = &g->row[i], *to = r;

	if (!(r->rest || has_digits(r)) || (has_numbered_label(r) &&
	    r->label->first == i))
		return NULL;
	/* A page may end in the middle of a row. */
	while (to > g->row && to->line->gap == 0 &&
	    ((to - 1)->merged || has_values(to - 1)) &&
	    (to == r || to->merged))
		to--;
	if (to < r && has_values(to) && (r->rest || r->label == NULL ||
	    r->nlabel == 0 || has_numbered_label(to)))
		return to;
	if (i + 1 < g->n && !line_is_apart((r + 1)->line) &&
	    has_values(r + 1) && (r + 1)->label != NULL && r->label == NULL)
		return r + 1;
	return NULL;
}

/* 1.2.本机关: two labels that ran together. */
static bool
is_two(struct str s)
{
	size_t	 n = number_length(s);

	return n > 0 && number_length(str_from(s, n)) > 0;
}

/* Figures beside two labels, or below them, may be those of either. */
static void
part_labels(struct region *g)
{
	for (struct chain *c = g->first; c != NULL; c = c->next) {
		if (!is_two(buf_text(&c->text)))
			continue;
		for (size_t i = c->first; i < g->n && i <= c->last + RAN;
		    i++) {
			struct row	*r = &g->row[i];

			r->parted = true;
			if (r->label == c)
				r->label = NULL;
		}
		c->taken = false;
	}
}

/* The words beside the rest of figures are the rest of their label. */
static void
join_label(struct row *to, struct row *r)
{
	struct chain	*c = r->label;

	if (c == NULL)
		return;
	c->taken = false;
	r->label = NULL;
	if (to > r || to->label == NULL || to->label == c ||
	    distance(to->label->from, c->from) > SHIFT)
		return;
	buf_puts(&to->label->text, "\n");
	buf_str(&to->label->text, buf_text(&c->text));
	c->taken = true;
}

/*
 * Figures of one line that come too near to each other go on on the next: the
 * first of them below the last that had room, the others right of it.
 */
static bool
goes_on_right(const struct row *to, const struct row *r)
{
	const struct piece	*last = &to->piece[to->n - 1], *p = r->piece;

	return to < r && r->nlabel == 0 && r->n > 1 && p[0].from >= last->from &&
	    p[0].from < last->to && p[1].from >= last->to;
}

/* Puts the figures of a line behind those of a row. */
static void
append_figures(struct arena *a, struct row *to, const struct row *r)
{
	struct piece	*list = arena_alloc(a, to->n + r->n, sizeof(*list));

	memcpy(list, to->piece, to->n * sizeof(*list));
	memcpy(list + to->n, r->piece, r->n * sizeof(*list));
	to->piece = list;
	to->n += r->n;
}

/*
 * Figures with no label right above or below a row that has one are parts
 * of its own figures, broken in a column too narrow for them.  They are put
 * together with a line break between: that is not a number any more, and
 * nobody can take a part of it for one.
 */
static void
join_broken(struct region *g)
{
	for (size_t i = 0; i < g->n; i++) {
		struct row	*r = &g->row[i], *to = rest_of(g, i);
		bool		 right = to != NULL && goes_on_right(to, r);

		if (to == NULL || (!r->rest && !right &&
		    r->n - r->nlabel >= to->n - to->nlabel))
			continue;
		if (right)
			append_figures(g->t->arena, to, r);
		for (size_t k = r->nlabel; k < r->n && !right; k++)
			to->parted |= put_figure(g->t->arena, to,
			    &r->piece[k], to > r) && to < r &&
			    has_above(g, to, &r->piece[k]);
		r->n = r->nlabel;
		r->merged = true;
		join_label(to, r);
	}
}

void
chains_make(struct region *g)
{
	make_chains(g);
	match_labels(g);
	join_broken(g);
	part_labels(g);
}
