/*
 * Rows of section 三: whose they are, by their label, by words of it in
 * several cells, and by figures that have none.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/join.h"
#include "form/table_row.h"

#define LABEL_MIN	4	/* characters; fewer are a remark in a cell */

/* A label in front of a row's own: the groups, and 三、本年度办理结果. */
static void
observe_groups(struct rows *r, struct cand *c, const struct piece *u,
    const struct lead *l, int own)
{
	struct tables	*t = r->t;
	struct match	 m;
	struct str	 place;

	for (int i = 0; i < own; i++) {
		const struct cell	*cell = l->cell[i];

		if (cell->row != u->row)
			continue;
		if (!tables_match(t, PART_REQUESTS, AXIS_ROW, cell->text,
		    &m)) {
			/* "三" for 三、本年度办理结果 */
			if (!str_eq(label_norm(t->arena, cell->text, NULL),
			    STR("三")))
				continue;
			place = STR("results");
		} else if (m.exact || row_label_is_piece(r, &m))
			continue;
		else
			place = str_of(m.label->key);
		filing_add_obs(t->arena, &c->seen, OBS_LABEL, cell->line,
		    place, str_trim(cell->text));
	}
}

/* Where figures begin, row by row, in a table that was only text. */
static void
watch_shape(struct rows *r, const struct piece *u, const struct lead *l)
{
	int	 at = -1;

	if (!grid_is_loose(r->grid) || l->figures == 0)
		return;
	for (int i = l->next; i < u->ncell && at < 0; i++)
		if (!is_blank(u->cell[i]) && is_value(u->cell[i]->text))
			at = u->cell[i]->col;
	if (r->start >= 0 && at != r->start)
		r->t->now->ragged = true;
	r->start = at;
}

/* The match of the last words in front of the figures, and which they are. */
static int
match_request(struct rows *r, const struct lead *l, struct match *m,
    int *leaves)
{
	struct match	 found;
	int		 own = -1;

	*m = (struct match){ .label = NULL };
	*leaves = 0;
	for (int i = 0; i < l->n; i++)
		if (tables_request(r->t, l->cell[i]->text, &found)) {
			own = i;
			*m = found;
			(*leaves)++;
		}
	return own;
}

/* Words of one label that stand in two cells: "(三)" and "不予公开". */
static bool
match_joined(struct rows *r, const struct lead *l, struct match *m)
{
	struct buf	 b;

	buf_init(&b, r->t->arena);
	for (int i = 0; i < l->n; i++)
		buf_str(&b, l->cell[i]->text);
	return l->n > 1 && l->n < 4 &&
	    tables_request(r->t, buf_text(&b), m) && m->exact;
}

/*
 * "2、其" for 2.其他法律行政法规禁止公开: its number and how it begins, be it not
 * at all.
 */
static bool
begins_label(struct rows *r, const char *key, struct str s)
{
	const struct forms	*fs = r->t->forms;
	int			 ordinal, own;
	struct str		 norm = label_norm(r->t->arena, s, &own);

	for (int i = 0; i < fs->nitem && own > 0; i++) {
		const struct item	*it = &fs->item[i];

		if (it->part == PART_REQUESTS && strcmp(it->row, key) == 0 &&
		    str_starts(label_norm(r->t->arena, str_of(it->label_zh),
		    &ordinal), norm) && ordinal == own)
			return true;
	}
	return false;
}

/* The number of a label without any of its words. */
static bool
is_number(struct rows *r, struct str s)
{
	int	 ordinal;

	return label_norm(r->t->arena, s, &ordinal).n == 0;
}

/*
 * Whether the next row has a rest of label, and of each figure of the one
 * that begins it: "3.要 2,15 2,15" above "求提 4 4".
 */
static bool
is_torn(struct rows *r, const struct piece *u, const struct lead *l,
    struct str *rest)
{
	struct lead	 below;
	struct match	 m;

	lead_of(u + 1, &below);
	if (r->grid->trust != GRID_SPACED || below.n != 1 || !l->loose ||
	    below.figures != l->figures || l->figures >= APPLICANT__N ||
	    u->ncell != l->next + l->figures ||
	    (u + 1)->ncell != below.next + below.figures)
		return false;
	*rest = below.cell[0]->text;
	return !tables_request(r->t, *rest, &m) || !m.exact;
}

/*
 * A label that goes on in the next row, which has nothing else, or the rest of
 * all figures: a page ended in the middle of it.  Only what then is a label
 * to the word, or one that is retyped and of which the beginning, with its
 * number, is as it should be, as is a number alone; and no head of a group,
 * which has lines of its own beside rows that came apart.  The rest alone may
 * be a label if the beginning is none.
 */
static bool
match_below(struct rows *r, const struct piece *u, const struct lead *l,
    struct match *m, struct str *label)
{
	const struct pieces	*us = r->t->units;
	const struct piece	*next = u + 1;
	struct match		 whole;
	struct str		 own, both, rest;
	bool			 torn = false;

	if (l->n == 0 || l->figures == 0 || r->unit + 1 >= us->n ||
	    next->grid != u->grid)
		return false;
	rest = next->single;
	if (rest.n == 0)
		torn = is_torn(r, u, l, &rest);
	if (rest.n == 0)
		return false;
	own = l->cell[l->n - 1]->text;
	both = str_cat(r->t->arena, own, rest);
	if ((tables_request(r->t, own, &whole) &&
	    tables_request(r->t, rest, &whole) && whole.exact) ||
	    !tables_request(r->t, both, &whole) ||
	    ((torn || !whole.exact || is_number(r, own)) &&
	    !begins_label(r, whole.label->key, own)) ||
	    (label_is_group(whole.label) && r->grid->trust != GRID_EXACT))
		return false;
	*m = whole;
	*label = both;
	r->label_rest = r->unit + 1;
	r->rest = torn ? next : NULL;
	return true;
}

/* More figures than columns, and no lines between that would part them. */
static bool
join_row(struct rows *r, const struct piece *u, const struct lead *l,
    struct cand *c, const struct match *m, struct value *v)
{
	struct str	 piece[JOIN_TOKENS], out[APPLICANT__N], all = STR("");
	const struct cell	*at = NULL;
	int		 n = 0;

	/* Rows that have as many are more than those that have seven: the
	 * table has columns of its own. */
	if (r->grid->trust == GRID_EXACT || r->crowded ||
	    l->figures >= FIGURES_MAX ||
	    r->rows_with[l->figures] > r->rows_with[APPLICANT__N])
		return false;
	for (int i = l->next; i < u->ncell; i++) {
		if (is_blank(u->cell[i]))
			continue;
		if (n == JOIN_TOKENS)
			return false;
		at = at == NULL ? u->cell[i] : at;
		piece[n++] = str_trim(u->cell[i]->text);
		all = str_cat(r->t->arena, str_cat(r->t->arena, all,
		    n > 1 ? STR(" ") : STR("")), piece[n - 1]);
	}
	if (!join_digits(r->t->arena, piece, n, APPLICANT__N, out))
		return false;
	values_clear(v);
	for (int i = 0; i < APPLICANT__N; i++)
		v[i] = (struct value){ .raw = out[i], .line = at->line,
		    .block = u->bi, .row = at->row, .col = at->col,
		    .located = true, .inferred = true };
	filing_add_obs(r->t->arena, &c->seen, OBS_FRAGMENTS, at->line,
	    str_of(m->label->key), all);
	return true;
}

void
request_row_unknown(struct rows *r, const struct piece *u,
    const struct lead *l, struct str label)
{
	struct value	 v[VALUES_MAX];
	bool		 good = values_bind(r, u, l, APPLICANT__N, v) &&
	    row_is_proven(r, v, APPLICANT__N);

	tables_unknown(r->t, r->unit, u->line, label, good ? v : NULL,
	    good ? APPLICANT__N : 0);
}

/*
 * Whether the label that was found heads this row and others, so that it is
 * not the row's own: *label is what is, or nothing.
 */
static bool
heads_others(const struct rows *r, const struct piece *u,
    const struct lead *l, int own, const struct match *m, struct str *label)
{
	static const char *const sum[] = { "小计", "合计", "总计", "总数",
	    "数量" };
	const struct cell	*c = l->cell[own];
	struct str		 s;

	*label = STR("");
	if (!label_is_group(m->label) || l->figures == 0)
		return false;
	if (own == l->n - 1)
		return c->row < u->row || c->rowspan > 1;
	s = label_norm(r->t->arena, l->cell[l->n - 1]->text, NULL);
	for (size_t k = 0; k < sizeof(sum) / sizeof(sum[0]); k++)
		if (str_eq(s, str_of(sum[k])))
			return false;
	/* A word of a few characters may stand in the place of a figure. */
	if (utf8_length(s) < LABEL_MIN && l->figures < APPLICANT__N)
		return c->row < u->row || c->rowspan > 1;
	*label = l->cell[l->n - 1]->text;
	return true;
}

/* The groups that are named in a row, as its own label or before that. */
static void
see_groups(struct rows *r, struct cand *c, const struct lead *l)
{
	struct match	 m;

	for (int i = 0; i < l->n; i++) {
		int	 k = 0;

		if (!tables_request(r->t, l->cell[i]->text, &m) ||
		    !label_is_group(m.label))
			continue;
		while (k < c->ngroup && strcmp(c->group[k], m.label->key) != 0)
			k++;
		if (k == c->ngroup && k < GROUPS_MAX)
			c->group[c->ngroup++] = m.label->key;
	}
}

/*
 * Keeps the figures of a row, for form/band.h to find out whose they are:
 * loose ones, or such as are in columns of spaces, but not in as many as
 * there should be.  False if there are none.
 */
static bool
keep_loose(struct rows *r, const struct piece *u, const struct lead *l,
    struct vrow *row)
{
	if (!l->loose && (r->grid->trust != GRID_SPACED || l->figures == 0 ||
	    l->figures >= APPLICANT__N))
		return false;
	row->loose = arena_alloc(r->t->arena, (size_t)u->ncell,
	    sizeof(*row->loose));
	for (int i = l->next; i < u->ncell; i++)
		if (u->cell[i]->loose || !is_blank(u->cell[i]))
			row->loose[row->nloose++] = value_of(u, u->cell[i]);
	for (int i = 0; i < row->nloose && r->rest != NULL; i++)
		row->loose[i].raw = str_cat(r->t->arena, str_cat(r->t->arena,
		    row->loose[i].raw, STR("\n")), value_of(r->rest,
		    r->rest->cell[r->rest->ncell - row->nloose + i]).raw);
	r->t->now->unread++;
	return true;
}

/*
 * In columns of spaces, labels of two rows of one level beside the figures of
 * one: （一）予以公开 and （二）部分公开.
 */
static bool
has_two(struct rows *r, const struct lead *l)
{
	int		 n = 0;
	struct match	 m;

	for (int i = 0; i < l->n && r->grid->trust == GRID_SPACED; i++) {
		struct str	 s = str_trim(l->cell[i]->text);

		n += (str_starts(s, STR("（")) || str_starts(s, STR("("))) &&
		    tables_request(r->t, s, &m) && !label_is_group(m.label);
	}
	return n > 1;
}

/*
 * Which of the words in front of the figures are the row's label, as a whole
 * in *label; -1 if none are, or too many.
 */
static int
find_label(struct rows *r, const struct piece *u, const struct lead *l,
    struct match *m, struct str *label)
{
	int	 leaves, own = match_request(r, l, m, &leaves);

	if (has_two(r, l))
		return -1;
	if (own < 0 && match_joined(r, l, m))
		own = l->n - 1;
	*label = own < 0 ? STR("") : l->cell[own]->text;
	if ((own < l->n - 1 || !m->exact) && match_below(r, u, l, m, label))
		own = l->n - 1;
	return leaves > 3 ? -1 : own;
}

bool
request_row(struct rows *r, const struct piece *u)
{
	struct tables	*t = r->t;
	struct value	 v[VALUES_MAX];
	struct lead	 l;
	struct match	 m;
	struct str	 label, other;
	struct vrow	*row;
	struct cand	*c;
	bool		 good;
	int		 own;

	if (r->unit == r->label_rest)
		return true;
	lead_of(u, &l);
	r->rest = NULL;
	if ((own = find_label(r, u, &l, &m, &label)) < 0)
		return false;
	c = tables_cand(t, PART_REQUESTS, r->unit);
	c->is_spaced |= r->grid->trust == GRID_SPACED;
	see_groups(r, c, &l);
	if (l.figures > 0)
		r->figure_row = u->row;
	if (!r->mapped)
		map_applicants(r, u->row);
	if (heads_others(r, u, &l, own, &m, &other)) {
		request_row_unknown(r, u, &l, other);
		return true;
	}
	/* Words behind the label are in its cells. */
	for (int i = l.n - 1; i > own; i--)
		for (int k = 0; k < u->ncell; k++)
			if (u->cell[k] == l.cell[own])
				l.next = k + 1;
	observe_groups(r, c, u, &l, own);
	watch_shape(r, u, &l);
	good = r->rest == NULL && ((values_bind(r, u, &l, APPLICANT__N, v) &&
	    row_is_proven(r, v, APPLICANT__N)) ||
	    join_row(r, u, &l, c, &m, v));
	if (!good) {
		values_clear(v);
		if (l.figures > 0)
			tables_again(t, PART_REQUESTS, m.label->key, r->unit);
	}
	row = tables_row(t, PART_REQUESTS, m.label->key, r->unit, u->line, v,
	    good ? APPLICANT__N : 0);
	if (row == NULL)
		return true;
	row_fill(r, row, &m, label);
	row->line = l.cell[own]->line != 0 ? l.cell[own]->line : u->line;
	row->unread = !good;
	row->refused = !good && l.figures > 0;
	r->waiting = l.figures == 0 ? row : NULL;
	if (!good && !keep_loose(r, u, &l, row))
		row_note_unread(r, t->now, u, row->label, l.figures,
		    APPLICANT__N);
	return true;
}

void
request_row_words(struct rows *r, const struct lead *l)
{
	struct match	 m;

	if (r->waiting == NULL || l->n == 0)
		return;
	if (l->n > 1 || l->figures > 0 || !tables_request(r->t,
	    str_cat(r->t->arena, r->waiting->label, l->cell[0]->text), &m) ||
	    !m.exact || strcmp(m.label->key, r->waiting->key) != 0)
		r->waiting = NULL;
}

bool
request_row_bare(struct rows *r, const struct piece *u,
    const struct lead *l)
{
	struct cand	*c = r->t->now;
	struct value	 v[VALUES_MAX];

	values_clear(v);
	if (c == NULL || c->part != PART_REQUESTS || l->figures == 0)
		return false;
	if (r->waiting != NULL && l->figures == APPLICANT__N &&
	    values_bind(r, u, l, APPLICANT__N, v)) {
		memcpy(r->waiting->v, v, sizeof(v));
		c->unread -= r->waiting->unread;
		r->waiting->unread = false;
		r->waiting = NULL;
		c->ragged = true;
		c->unit_end = r->unit;
		return true;
	}
	if (l->figures == APPLICANT__N) {
		if (r->grid->trust == GRID_SPACED)
			row_distrust_above(r, u);
		request_row_unknown(r, u, l, STR(""));
		return true;
	}
	c->strange++;
	row_distrust_above(r, u);
	return true;
}
