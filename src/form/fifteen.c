#include <config.h>

#include "base/utf8.h"
#include "form/fifteen.h"
#include "form/table_row.h"

#define CHARS	120	/* more than all heads have */

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

/* A cell's figures: one, or several with bars between them. */
static bool
add_figures(const struct piece *u, const struct cell *c, struct value *v,
    int *n)
{
	struct value	 whole = value_of(u, c);
	struct str	 rest = whole.raw;

	whole.inferred = true;
	while (tables_loose(&rest, &whole.raw)) {
		if (*n == VALUES_MAX)
			return false;
		v[(*n)++] = whole;
	}
	return true;
}

/* The one row of figures, in v; the rest are letters. */
static const struct piece *
find_figures(const struct rows *r, int first, int end, struct letters *l,
    struct value *v)
{
	const struct piece	*row = NULL;
	int			 n = 0;

	for (int i = first; i < end; i++) {
		const struct piece	*u = &r->t->units->u[i];

		for (int k = 0; k < u->ncell; k++) {
			const struct cell	*c = u->cell[k];

			if (is_blank(c))
				continue;
			if (!c->loose && !is_value(c->text)) {
				add_letters(l, c->text);
				continue;
			}
			if ((row != NULL && row != u) ||
			    !add_figures(u, c, v, &n))
				return NULL;
			row = u;
		}
	}
	return n == VALUES_MAX ? row : NULL;
}

void
fifteen_row(struct rows *r, int first, int end)
{
	struct tables		*t = r->t;
	struct letters		 l = { .n = 0 };
	struct value		 v[VALUES_MAX];
	const struct piece	*u;

	if (r->grid->trust != GRID_SPACED || (t->now != NULL &&
	    t->now->part == PART_DISPUTES && t->now->nrow > 0))
		return;
	u = find_figures(r, first, end, &l, v);
	if (u == NULL || u->section != 4 || l.too_many || !take_heads(&l) ||
	    l.n > 0 || !row_is_proven(r, v, VALUES_MAX))
		return;
	tables_dispute(t, r->unit, u->line, 0, v, VALUES_MAX);
}
