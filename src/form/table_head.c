/* What heads the columns of a table. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "form/crowd.h"
#include "form/line.h"
#include "form/table_row.h"

#define HEAD_CHARS	30	/* what is longer heads no column */
#define HEAD_ROWS	50	/* from the first head on; no form has ten */
#define CUT_CHARS	3	/* of a head that was cut short, at least */

bool
is_flat(const struct grid *g)
{
	const struct cell	*c;

	if (g->trust != GRID_EXACT)
		return true;
	for (int row = 0; row < g->nrow; row++)
		for (int col = 0; col < g->ncol; col++)
			if ((c = grid_at(g, row, col)) != NULL &&
			    c->rowspan * c->colspan > 1)
				return false;
	return true;
}

/*
 * Whether the row is the ten results of suits, at the left edge, of a table
 * that has reviews as well.
 */
static bool
has_ten_results(const struct rows *r, int row)
{
	const struct grid	*g = r->grid;
	const struct cell	*c;
	bool			 review = false;

	for (int i = 0; i < row * g->ncol && !review; i++) {
		c = grid_at(g, i / g->ncol, i % g->ncol);
		review = c != NULL && tables_channel(r->t, c->text) == 0;
	}
	if (!review)
		return false;

	for (int col = 0; col < g->ncol; col++) {
		c = grid_at(g, row, col);
		if (col < 2 * RESULTS ? c == NULL ||
		    tables_result(r->t, c->text) != col % RESULTS :
		    c != NULL && !is_blank(c))
			return false;
	}
	return true;
}

/*
 * The head of the first applicant stands to the right of the labels, and
 * those of suits to the right of those of reviews, unless cells that others
 * cover were left out.
 */
bool
is_packed(const struct rows *r)
{
	const struct grid	*g = r->grid;
	const struct cell	*c;
	struct match		 m;

	if (g->trust == GRID_PACKED)
		return true;
	for (int row = 1; row < g->nrow; row++) {
		c = grid_at(g, row, 0);
		if (c == NULL || c->row != row || c->rowspan != 1 ||
		    grid_at(g, row, 1) == c)
			continue;
		if ((tables_applicant(r->t, c->text, &m) == 0 && m.exact) ||
		    (tables_result(r->t, c->text) == 0 &&
		    has_ten_results(r, row)))
			return true;
	}
	return false;
}

static int
head_in_column(const struct cand *c, int col)
{
	for (int i = 0; i < c->nhead; i++)
		if (c->head[i].col == col)
			return i;
	return -1;
}

/* Whether a head was cut short, misprinted, or is another of the form's. */
static bool
may_stand_for(struct rows *r, const struct cell *c, const struct label *l)
{
	struct match	 m;
	struct str	 s = label_norm(r->t->arena, c->text, NULL);

	return utf8_length(s) >= CUT_CHARS && (str_starts(l->text, s) ||
	    label_resembles(s, l->text) ||
	    (tables_art20(r->t, AXIS_COL, c->text, &m) && m.exact));
}

/* Heads of the row that are not known, where all others are in place. */
static void
place_heads(struct rows *r, const struct cell *const *cell,
    const struct label *const *list, int n)
{
	struct cand	*c = r->t->now;
	int		 known = 0, k;

	for (int i = 0; i < n; i++) {
		k = head_in_column(c, cell[i]->col);
		if (k >= 0 ? strcmp(c->head[k].label->key, list[i]->key) != 0 :
		    !may_stand_for(r, cell[i], list[i]))
			return;
		known += k >= 0;
	}
	for (int i = 0; i < n && known > 0; i++)
		if (head_in_column(c, cell[i]->col) < 0)
			c->head[c->nhead++] = (struct head){
			    .label = list[i], .placed = true,
			    .text = str_trim(cell[i]->text),
			    .line = cell[i]->line, .col = cell[i]->col,
			    .colspan = cell[i]->colspan };
}

void
heads_by_place(struct rows *r, const struct piece *u)
{
	struct cand		*c = r->t->now;
	const struct label	*list[HEADS_MAX];
	const struct cell	*cell[HEADS_MAX];
	int			 n = 0;

	for (int i = 0; i < u->ncell; i++) {
		if (is_blank(u->cell[i]) ||
		    str_has(u->cell[i]->text, STR("信息内容")))
			continue;
		if (n == HEADS_MAX)
			return;
		cell[n++] = u->cell[i];
	}
	for (int form = 0; form < FORM__N && c->nhead < n; form++)
		if (tables_form_heads(r->t->forms, (enum form_id)form, c->part,
		    list) == n)
			place_heads(r, cell, list, n);
}

/* The row behind those of heads, from top on, that may head this one. */
static int
heads_end(int row, int top)
{
	return row - top < HEAD_ROWS ? row : top + HEAD_ROWS;
}

/* Too many heads to look at all of them. */
static bool
has_many_heads(struct rows *r)
{
	if (r->maps++ < LIMIT_HEADS)
		return false;
	for (int col = 0; col < r->grid->ncol; col++)
		r->map[col] = -1;
	r->map_full = r->partial = r->heads_hold = false;
	return r->crowded = true;
}

bool
cell_says(const struct rows *r, const struct cell *c, struct str words)
{
	return str_has(str_bare(r->t->arena, c->text), words);
}

/* The words that head a column, above a row. */
static struct str
head_text(struct rows *r, int col, int row)
{
	struct buf		 b;
	const struct cell	*c, *last = NULL;
	int			 end = heads_end(row, r->head_row);

	buf_init(&b, r->t->arena);
	for (row = r->head_row; row < end && b.n <= LABEL_ASKED; row++) {
		c = grid_at(r->grid, row, col);
		/* What is merged may have been written out in each slot. */
		if (c == NULL || (last != NULL &&
		    str_eq(str_trim(c->text), str_trim(last->text))))
			continue;
		last = c;
		if (utf8_longer(c->text, HEAD_CHARS) ||
		    cell_says(r, c, STR("申请人情况")) ||
		    cell_says(r, c, STR("法人或")))
			continue;
		buf_str(&b, c->text);
	}
	return buf_text(&b);
}

static void
observe_head(struct rows *r, const struct match *m, struct str text)
{
	struct cand	*c = r->t->now;
	struct str	 place = str_of(m->label->key);

	if (m->exact || c == NULL || row_label_is_piece(r, m))
		return;
	for (const struct obs *o = c->seen.obs; o != NULL; o = o->next)
		if (o->kind == OBS_LABEL && str_eq(o->place, place))
			return;
	filing_add_obs(r->t->arena, &c->seen, OBS_LABEL,
	    r->t->units->u[r->unit].line, place, str_trim(text));
}

/*
 * Whether the heads of a table that was only text are above its figures:
 * in no row of the form does a figure stand outside their columns.
 */
static bool
heads_hold(const struct rows *r)
{
	const struct pieces	*us = r->t->units;
	int			 at = r->unit;

	for (; at < us->n && us->u[at].grid == r->grid; at++) {
		const struct piece	*u = &us->u[at];
		struct match		 m;
		struct lead		 l;

		lead_of(u, &l);
		if (l.n == 0 || l.figures == 0 ||
		    !tables_match(r->t, PART_REQUESTS, AXIS_ROW,
		    l.cell[l.n - 1]->text, &m))
			continue;
		for (int i = l.next; i < u->ncell; i++)
			if (!is_blank(u->cell[i]) &&
			    is_value(u->cell[i]->text) &&
			    r->map[u->cell[i]->col] == -1)
				return false;
	}
	return true;
}

/* A table that goes on without heads has those of the one before it. */
static bool
map_of_table_before(struct rows *r)
{
	struct tables	*t = r->t;

	if (r->head_row >= 0 || t->map == NULL ||
	    t->map_ncol != r->grid->ncol)
		return false;
	memcpy(r->map, t->map, (size_t)t->map_ncol * sizeof(*r->map));
	r->map_full = true;
	r->heads_hold = heads_hold(r);
	return true;
}

/* One of the cells above each other is the label, to the letter. */
static bool
is_label_there(struct rows *r, int col, int row, const struct match *m)
{
	struct match	 own;
	int		 end = heads_end(row, r->head_row);

	for (int i = r->head_row; i < end; i++) {
		const struct cell	*c = grid_at(r->grid, i, col);

		if (c != NULL && tables_applicant(r->t, c->text, &own) >= 0 &&
		    own.exact && strcmp(own.label->key,
		    m->label->key) == 0)
			return true;
	}
	return false;
}

/*
 * Heads of a table that was only text may stand above one another by our
 * doing alone; then nothing is said of how they read.
 */
static void
observe_heads(struct rows *r, int row)
{
	struct match	 m;

	if (r->packed || (r->flat && !r->heads_hold))
		return;
	for (int col = 0; col < r->grid->ncol; col++) {
		struct str	 s = head_text(r, col, row);

		if (tables_applicant(r->t, s, &m) >= 0 &&
		    !is_label_there(r, col, row, &m))
			observe_head(r, &m, s);
	}
}

const struct cell *
last_head(const struct grid *g, int col, int first, int end)
{
	for (int row = end - 1; row >= first && row >= 0; row--) {
		const struct cell	*c = grid_at(g, row, col);

		if (c != NULL && !is_blank(c))
			return is_value(c->text) ||
			    utf8_longer(c->text, HEAD_CHARS) ? NULL : c;
	}
	return NULL;
}

/* Whether a column is headed 法人或其他组织 and no more: a sum of five. */
static bool
is_sum_of_five(const struct rows *r, int col, int end)
{
	const struct cell	*c = last_head(r->grid, col, r->head_row, end);

	return c != NULL && cell_says(r, c, STR("法人"));
}

/*
 * Where all seven columns are known, those with another head have figures of
 * something else: 小计, 上年总计, 同比.
 */
static void
map_others(struct rows *r, int end)
{
	for (int col = 0; col < r->grid->ncol; col++)
		if (r->map[col] < 0 && last_head(r->grid, col, r->head_row,
		    end) != NULL)
			r->map[col] = COLUMN_OTHER;
}

/*
 * Tables that have 自然人, 法人或其他组织 and 总计 alone, or only one of them:
 * each column with figures has a head.
 */
static bool
is_partial(const struct rows *r, int first)
{
	const struct grid	*g = r->grid;
	bool			 any = false;

	if (r->packed || g->trust != GRID_EXACT || r->head_row < 0)
		return false;
	for (int col = 0; col < g->ncol; col++) {
		any = any || r->map[col] >= 0;
		if (r->map[col] >= 0 || is_sum_of_five(r, col, first))
			continue;
		for (int row = first; row < g->nrow; row++) {
			const struct cell	*c = grid_at(g, row, col);

			if (c != NULL && c->col == col && !is_blank(c) &&
			    is_value(c->text))
				return false;
		}
	}
	return any;
}

/* Whether 总计 is one of the heads, wherever it stands. */
static bool
has_total(struct rows *r, int end)
{
	struct match	 m;

	for (int row = r->head_row; row >= 0 && row < end; row++)
		for (int col = 0; col < r->grid->ncol; col++) {
			const struct cell	*c = grid_at(r->grid, row,
			    col);

			if (c != NULL && tables_applicant(r->t, c->text,
			    &m) == APPLICANT_TOTAL && m.exact)
				return true;
		}
	return false;
}

/* The applicants that the heads name; whether they are all of them. */
static bool
map_heads(struct rows *r, int row)
{
	struct match	 m;
	unsigned	 seen = 0;

	for (int col = 0; col < r->grid->ncol; col++) {
		struct str	 s = head_text(r, col, row);

		r->map[col] = tables_applicant(r->t, s, &m);
		if (r->map[col] >= 0)
			seen |= 1u << r->map[col];
	}
	return seen == (1u << APPLICANT__N) - 1;
}

/*
 * Heads that come again below figures are those of the columns, if they are
 * all there; on the next page there may be some of them.
 */
static bool
map_heads_again(struct rows *r, int row)
{
	int	 was = r->head_row;

	if (r->head_again < 0)
		return false;
	r->head_row = r->head_again;
	r->head_again = -1;
	if (map_heads(r, row))
		return true;
	r->head_row = was;
	return false;
}

/* Which column is which applicant, from the heads above this row. */
void
map_applicants(struct rows *r, int row)
{
	int	 top = r->head_again >= 0 ? r->head_again : r->head_row;

	r->mapped = true;
	if (has_many_heads(r) || map_of_table_before(r))
		return;
	r->map_full = map_heads_again(r, row) || map_heads(r, row);
	if (r->map_full && r->head_row >= 0 && r->grid->trust == GRID_EXACT)
		map_others(r, row);
	r->heads_hold = r->map_full && heads_hold(r);
	r->partial = !r->map_full && is_partial(r, row);
	r->has_total = has_total(r, heads_end(row, r->head_row));
	r->crowded = r->grid->trust != GRID_EXACT && top >= 0 &&
	    crowd_heads(r->t->units, r->unit - (row - top),
	    r->unit - (row - heads_end(row, top)));
	observe_heads(r, row);
	r->t->map = r->map_full ? r->map : NULL;
	r->t->map_ncol = r->grid->ncol;
}

/* The head above a column; in text a wide one stands in its first slot. */
static const struct cell *
head_cell(const struct rows *r, int row, int col)
{
	const struct grid	*g = r->grid;
	const struct cell	*c = grid_at(g, row, col);

	if (!r->flat)
		return c;
	while (col > 0 && (c == NULL || is_blank(c)))
		c = grid_at(g, row, --col);
	return c;
}

/* Which column is which result of which channel. */
void
map_disputes(struct rows *r, int row)
{
	const struct cell	*c;
	unsigned		 seen = 0;
	int			 end = heads_end(row, r->head_row);

	r->mapped = true;
	if (has_many_heads(r))
		return;
	for (int col = 0; col < r->grid->ncol; col++) {
		int	 channel = -1, result = -1, k;

		for (int i = r->head_row; i < end; i++) {
			if ((c = head_cell(r, i, col)) == NULL ||
			    utf8_longer(c->text, HEAD_CHARS))
				continue;
			if ((k = tables_channel(r->t, c->text)) >= 0)
				channel = k;
			if ((k = tables_result(r->t, c->text)) >= 0)
				result = k;
		}
		r->map[col] = channel >= 0 && result >= 0 ?
		    channel * RESULTS + result : -1;
		if (r->map[col] >= 0)
			seen |= 1u << r->map[col];
	}
	r->map_full = seen == (1u << VALUES_MAX) - 1;
	/* In text, only if no figure stands elsewhere. */
	r->heads_hold = r->map_full;
	r->partial = !r->map_full && seen != 0 && !r->packed &&
	    r->grid->trust == GRID_EXACT;
	for (int i = 0; i < CHANNELS; i++) {
		unsigned	 five = seen >> i * RESULTS &
		    ((1u << RESULTS) - 1);

		if (five != 0 && five != (1u << RESULTS) - 1)
			r->partial = false;
	}
	for (int col = 0; col < r->grid->ncol; col++)
		if ((c = grid_at(r->grid, row, col)) != NULL &&
		    !is_blank(c) && is_value(c->text) && r->map[col] < 0)
			r->heads_hold = r->partial = false;
}
