#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/beneath.h"
#include "form/fifteen.h"
#include "form/table_row.h"

#define CHARS	120	/* more than all heads have */
#define FIGURES	(CHANNELS * BENEATH_MAX)

/* What stands above the fifteen columns, and in them. */
static const char heads[] = "行政复议行政诉讼未经复议直接起诉复议后起诉"
    "结果维持结果纠正其他结果尚未审结总计"
    "结果维持结果纠正其他结果尚未审结总计"
    "结果维持结果纠正其他结果尚未审结总计";

/* Characters in any order. */
struct letters {
	uint32_t	 c[CHARS];
	int		 n;
	bool		 too_many;
};

static void
add_letters(struct letters *l, struct str s)
{
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_next(s, &at);

		if (utf8_is_space(c))
			continue;
		if (l->n == CHARS) {
			l->too_many = true;
			return;
		}
		l->c[l->n++] = c;
	}
}

/* Takes the characters of the heads away; whether all were there. */
static bool
take_heads(struct letters *l)
{
	struct str	 all = STR(heads);

	for (size_t at = 0; at < all.n; ) {
		uint32_t	 c = utf8_next(all, &at);
		int		 i = 0;

		while (i < l->n && l->c[i] != c)
			i++;
		if (i == l->n)
			return false;
		l->c[i] = l->c[--l->n];
	}
	return true;
}

/* A figure, or what is left of one that is broken. */
static bool
is_printed(const struct cell *c)
{
	bool	 digit = false;

	for (size_t at = 0; at < c->text.n; ) {
		uint32_t	 ch = utf8_fold(utf8_next(c->text, &at));

		digit = digit || (ch >= '0' && ch <= '9');
	}
	return digit || c->loose || is_value(c->text);
}

/* The one row of figures. */
struct line {
	const struct piece	*u;
	struct value		 whole[FIGURES];	/* the cell of each */
	struct printed		 p[FIGURES];
	int			 n;
};

/* A cell's figures: one, or several with bars between them. */
static bool
add_figures(const struct piece *u, const struct cell *c, struct line *l)
{
	struct value	 whole = value_of(u, c);
	struct str	 rest = whole.raw;

	whole.inferred = true;
	for (int i = 0; tables_loose(&rest, &whole.raw); i++) {
		if (l->n == FIGURES)
			return false;
		l->whole[l->n] = whole;
		l->p[l->n++] = (struct printed){ whole.raw,
		    c->from != NULL ? c->from[i] : -1 };
	}
	return true;
}

/* The one row of figures; false if there are more. The rest are letters. */
static bool
find_figures(const struct rows *r, int first, int end, struct letters *l,
    struct line *row)
{
	for (int i = first; i < end; i++) {
		const struct piece	*u = &r->t->units->u[i];

		for (int k = 0; k < u->ncell; k++) {
			const struct cell	*c = u->cell[k];

			if (is_blank(c))
				continue;
			if (!is_printed(c)) {
				add_letters(l, c->text);
				continue;
			}
			if ((row->u != NULL && row->u != u) ||
			    !add_figures(u, c, row))
				return false;
			row->u = u;
		}
	}
	return row->u != NULL;
}

/* Channel by channel, what stands beneath its heads; how many ways. */
static int
read_beneath(struct rows *r, const struct line *l, struct value *v)
{
	struct str	 s[RESULTS];
	int		 at = 0, most = 1;

	for (int k = 0; k < CHANNELS; k++) {
		const int	*head = r->grid->head + k * RESULTS;
		int		 n = at, ways;

		while (n < l->n && (k == CHANNELS - 1 ||
		    l->p[n].from < head[RESULTS]))
			n++;
		ways = beneath_read(r->t->arena, l->p + at, n - at, head, s);
		if (ways == 0)
			return 0;
		most = ways > most ? ways : most;
		for (int i = 0; i < RESULTS; i++) {
			v[k * RESULTS + i] = l->whole[0];
			v[k * RESULTS + i].raw = s[i];
		}
		at = n;
	}
	return most;
}

/* What the row says, if that is one thing. */
static bool
read_line(struct rows *r, const struct line *l, struct value *v)
{
	int	 ways = 0;

	if (r->grid->nhead == VALUES_MAX)
		ways = read_beneath(r, l, v);
	if (ways > 0)
		return ways == 1;
	if (l->n != VALUES_MAX || !beneath_apart(l->p, l->n))
		return false;
	memcpy(v, l->whole, sizeof(l->whole[0]) * VALUES_MAX);
	return row_is_proven(r, v, VALUES_MAX);
}

/* The one row that was said not to be read is. */
static void
forget_unread(struct cand *c)
{
	if (c == NULL || c->part != PART_DISPUTES || c->unread != 1 ||
	    c->seen.notes.n != 1)
		return;
	c->unread = 0;
	c->seen.notes = (struct notes){ .n = 0 };
}

void
fifteen_row(struct rows *r, int first, int end)
{
	struct tables	*t = r->t;
	struct letters	 l = { .n = 0 };
	struct value	 v[VALUES_MAX];
	struct line	*row;

	if (r->grid->trust != GRID_SPACED || (t->now != NULL &&
	    t->now->part == PART_DISPUTES && t->now->nrow > 0))
		return;
	row = arena_alloc(t->arena, 1, sizeof(*row));
	row->n = 0;
	row->u = NULL;
	if (!find_figures(r, first, end, &l, row) || row->u->section != 4 ||
	    l.too_many || !take_heads(&l) || l.n > 0 || !read_line(r, row, v))
		return;
	forget_unread(t->now);
	tables_dispute(t, r->unit, row->u->line, 0, v, VALUES_MAX);
}
