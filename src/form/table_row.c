/*
 * Rows of grids.
 *
 * A row is found by its label; which of its cells belong to which column is
 * decided, in this order: by the columns of the heads, where the geometry
 * can be trusted; because there are exactly as many figures as columns;
 * because there are exactly as many cells; by where the figures stand in
 * complete rows of the same shape.  Otherwise the row is not read.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/table.h"
#include "form/piece.h"

#define LEAD_MAX	8	/* cells of words in front of the figures */
#define HEAD_CHARS	30	/* what is longer heads no column */

struct rows {
	struct tables		*t;
	const struct grid	*grid;
	int			 unit;		/* of the row looked at */
	int			 head_row;	/* first row of heads, -1 */
	int			*map;		/* column -> value, or -1 */
	bool			 mapped;	/* map is for this part */
	bool			 map_full;	/* every value has a column */
	bool			 heads_hold;	/* no figure is elsewhere */
	struct vrow		*waiting;	/* label without figures */
	int			 start;		/* column of first figures */
	int			 blank_rows;
};

/* The words in front of a row's figures. */
struct lead {
	struct cell	*cell[LEAD_MAX];
	int		 n;
	int		 next;		/* index of the cell behind them */
	int		 figures;	/* cells with a value from there on */
};

static void
lead_of(const struct piece *u, struct lead *l)
{
	*l = (struct lead){ .n = 0 };
	for (int i = 0; i < u->ncell; i++) {
		struct number	 num = number_read(u->cell[i]->text);

		if (num.state == STATE_BLANK)
			continue;
		if (num.state != STATE_TEXT || l->n == LEAD_MAX)
			break;
		l->cell[l->n++] = u->cell[i];
		l->next = i + 1;
	}
	for (int i = l->next; i < u->ncell; i++) {
		enum state	 s = number_read(u->cell[i]->text).state;

		l->figures += s == STATE_NUMBER || s == STATE_PLACEHOLDER;
	}
}

static struct value
value_of(const struct piece *u, const struct cell *c)
{
	return (struct value){ .raw = str_trim(c->text), .line = c->line,
	    .block = u->bi, .row = c->row, .col = c->col, .located = true };
}

static bool
is_blank(const struct cell *c)
{
	return str_trim(c->text).n == 0;
}

/* By the columns of the heads. */
static bool
bind_by_heads(const struct rows *r, const struct piece *u, int from,
    int width, struct value *v)
{
	if (!r->mapped || !r->map_full ||
	    (r->grid->trust != GRID_EXACT && !r->heads_hold))
		return false;
	for (int i = from; i < u->ncell; i++) {
		const struct cell	*c = u->cell[i];
		int			 to = -1;

		for (int k = c->col; k < c->col + c->colspan; k++) {
			if (r->map[k] < 0 || r->map[k] == to)
				continue;
			if (to >= 0 && !is_blank(c))
				return false;	/* across two columns */
			to = r->map[k];
			if (is_blank(c) && !v[to].located)
				v[to] = value_of(u, c);
		}
		if (is_blank(c))
			continue;
		if (to < 0 || (v[to].located && v[to].raw.n != 0))
			return false;
		v[to] = value_of(u, c);
	}
	for (int i = 0; i < width; i++)
		if (!v[i].located)
			return false;
	return true;
}

/* As they come, blank cells left out or not. */
static bool
bind_in_order(const struct piece *u, int from, int width, bool blanks,
    struct value *v)
{
	int	 n = 0;

	for (int i = from; i < u->ncell; i++) {
		if (!blanks && is_blank(u->cell[i]))
			continue;
		if (n == width || u->cell[i]->colspan >= width)
			return false;
		v[n++] = value_of(u, u->cell[i]);
	}
	return n == width;
}

/* At the columns that begin at start, all figures between them. */
static bool
bind_at(const struct piece *u, int from, int start, int width,
    struct value *v)
{
	for (int i = from; i < u->ncell; i++) {
		const struct cell	*c = u->cell[i];
		int			 to = c->col - start;

		if (to >= 0 && to < width && c->colspan == 1)
			v[to] = value_of(u, c);
		else if (!is_blank(c))
			return false;
	}
	for (int i = 0; i < width; i++)
		if (!v[i].located)
			v[i] = (struct value){ .line = u->line,
			    .block = u->bi, .row = u->row, .col = start + i,
			    .located = true };
	return true;
}

/*
 * Where the figures of complete rows stand that have their last label in
 * the same column and the same number of slots; -1 if there are none or
 * they differ.
 */
static int
column_of_complete_rows(const struct rows *r, const struct piece *u,
    const struct lead *l, int width)
{
	const struct pieces	*us = r->t->units;
	int			 start = -1;

	for (int i = r->unit - u->row; i < us->n &&
	    us->u[i].grid == r->grid; i++) {
		const struct piece	*o = &us->u[i];
		struct lead		 ol;
		int			 first = -1, n = 0;

		lead_of(o, &ol);
		if (ol.n == 0 || l->n == 0 || ol.figures != width ||
		    ol.cell[ol.n - 1]->col != l->cell[l->n - 1]->col ||
		    o->ncell < width)
			continue;
		for (int k = ol.next; k < o->ncell; k++)
			if (!is_blank(o->cell[k])) {
				if (first < 0)
					first = o->cell[k]->col;
				if (o->cell[k]->col != first + n)
					break;
				n++;
			}
		if (n != width || (start >= 0 && start != first))
			return -1;
		start = first;
	}
	return start;
}

static void
clear(struct value *v)
{
	memset(v, 0, VALUES_MAX * sizeof(*v));
}

static bool
bind(const struct rows *r, const struct piece *u, const struct lead *l,
    int width, struct value *v)
{
	int	 from = l->next, start;

	clear(v);
	if (width == 0)
		return false;
	if (bind_by_heads(r, u, from, width, v))
		return true;
	clear(v);
	if (bind_in_order(u, from, width, false, v))
		return true;
	clear(v);
	if (bind_in_order(u, from, width, true, v))
		return true;
	clear(v);
	start = column_of_complete_rows(r, u, l, width);
	if (start >= 0 && bind_at(u, from, start, width, v))
		return true;
	clear(v);
	if (l->figures == 0 && u->ncell > from) {
		/* Nothing but blank cells: so are all that it has. */
		for (int i = 0; i < width; i++)
			v[i] = (struct value){ .line = u->line,
			    .block = u->bi, .row = u->row,
			    .col = u->cell[from]->col, .located = true };
		for (int i = from; i < u->ncell; i++)
			if (!is_blank(u->cell[i]))
				return false;
		return true;
	}
	return false;
}

/* Parts of article 20: heads known by their columns, as in a shared frame. */
static bool
bind_art20(struct rows *r, const struct piece *u, const struct lead *l,
    const struct cand *c, struct value *v)
{
	clear(v);
	for (int i = l->next; i < u->ncell; i++) {
		const struct cell	*cell = u->cell[i];
		int			 to = -1;

		for (int k = 0; k < c->nhead; k++)
			if (cell->col < c->head[k].col + c->head[k].colspan &&
			    c->head[k].col < cell->col + cell->colspan) {
				if (to >= 0)
					return bind(r, u, l, c->nhead, v);
				to = k;
			}
		if (to < 0 && is_blank(cell))
			continue;
		if (to < 0 || (v[to].located && v[to].raw.n != 0 &&
		    !is_blank(cell)))
			return bind(r, u, l, c->nhead, v);
		if (!v[to].located || !is_blank(cell))
			v[to] = value_of(u, cell);
	}
	for (int k = 0; k < c->nhead; k++)
		if (!v[k].located)
			return bind(r, u, l, c->nhead, v);
	return true;
}

/* The words that head a column, from row to the row before that. */
static struct str
head_text(struct rows *r, int col, int first, int end)
{
	struct buf		 b;
	const struct cell	*c, *last = NULL;

	buf_init(&b, r->t->arena);
	for (int row = first; row < end; row++) {
		c = grid_at(r->grid, row, col);
		if (c == NULL || c == last)
			continue;
		last = c;
		if (utf8_length(c->text) > HEAD_CHARS ||
		    str_has(c->text, STR("申请人情况")) ||
		    str_has(c->text, STR("法人或")))
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

	if (m->exact || c == NULL)
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
		    !label_match(r->t->arena, r->t->forms, PART_REQUESTS,
		    AXIS_ROW, l.cell[l.n - 1]->text, &m))
			continue;
		for (int i = l.next; i < u->ncell; i++)
			if (!is_blank(u->cell[i]) &&
			    r->map[u->cell[i]->col] < 0)
				return false;
	}
	return true;
}

/* Which column is which applicant, from the heads above this row. */
static void
map_applicants(struct rows *r, int row)
{
	struct match	 m;
	unsigned	 seen = 0;

	r->mapped = true;
	for (int col = 0; col < r->grid->ncol; col++) {
		struct str	 s = head_text(r, col, r->head_row, row);

		r->map[col] = tables_applicant(r->t, s, &m);
		if (r->map[col] >= 0) {
			seen |= 1u << r->map[col];
			observe_head(r, &m, s);
		}
	}
	r->map_full = seen == (1u << APPLICANT__N) - 1;
	r->heads_hold = r->map_full && heads_hold(r);
}

/* Which column is which result of which channel. */
static void
map_disputes(struct rows *r, int row)
{
	const struct cell	*c;
	unsigned		 seen = 0;

	r->mapped = true;
	for (int col = 0; col < r->grid->ncol; col++) {
		int	 channel = -1, result = -1, k;

		for (int i = r->head_row; i < row; i++) {
			if ((c = grid_at(r->grid, i, col)) == NULL ||
			    utf8_length(c->text) > HEAD_CHARS)
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
}

static void
note_unread(struct rows *r, struct cand *c, const struct piece *u,
    struct str label, int figures, int width)
{
	struct tables	*t = r->t;

	c->unread++;
	/* Its figures may stand in the next row. */
	if (figures == 0)
		return;
	note_add(t->arena, &c->seen.notes, NOTE_ROW_UNREAD, u->line,
	    STR_FMT ": %d figures for %d cells", STR_ARG(str_trim(label)),
	    figures, width);
	if (r->grid->trust == GRID_EXACT)
		filing_add_obs(t->arena, &c->seen, OBS_CELL_COUNT, u->line,
		    STR(""), str_trim(label));
}

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
		if (!label_match(t->arena, t->forms, PART_REQUESTS, AXIS_ROW,
		    cell->text, &m)) {
			/* "三" for 三、本年度办理结果 */
			if (!str_eq(m.norm, STR("三")))
				continue;
			place = STR("results");
		} else if (m.exact)
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

	if (r->grid->trust != GRID_PADDED || l->figures == 0)
		return;
	for (int i = l->next; i < u->ncell && at < 0; i++)
		if (!is_blank(u->cell[i]))
			at = u->cell[i]->col;
	if (r->start >= 0 && at != r->start)
		r->t->now->ragged = true;
	r->start = at;
}

static void
fill(struct vrow *row, const struct match *m, struct str label,
    const struct value *v)
{
	row->match = *m;
	row->label = str_trim(label);
	if (v != NULL)
		memcpy(row->v, v, sizeof(row->v));
}

/* The match of the last words in front of the figures, and which they are. */
static int
match_request(struct rows *r, const struct lead *l, struct match *m,
    int *leaves)
{
	struct match	 found;
	int		 own = -1;

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

static bool
request_row(struct rows *r, const struct piece *u)
{
	struct tables	*t = r->t;
	struct value	 v[VALUES_MAX];
	struct lead	 l;
	struct match	 m;
	struct vrow	*row;
	struct cand	*c;
	int		 own, leaves;
	bool		 good;

	lead_of(u, &l);
	own = match_request(r, &l, &m, &leaves);
	if (own < 0 && match_joined(r, &l, &m))
		own = l.n - 1;
	if (own < 0 || leaves > 3)
		return false;
	/* Words behind the label are in its cells. */
	for (int i = l.n - 1; i > own; i--)
		for (int k = 0; k < u->ncell; k++)
			if (u->cell[k] == l.cell[own])
				l.next = k + 1;
	c = tables_cand(t, PART_REQUESTS, r->unit);
	if (!r->mapped)
		map_applicants(r, u->row);
	observe_groups(r, c, u, &l, own);
	watch_shape(r, u, &l);
	good = bind(r, u, &l, APPLICANT__N, v);
	if (!good)
		clear(v);
	row = tables_row(t, PART_REQUESTS, m.label->key, r->unit, u->line, v,
	    good ? APPLICANT__N : 0);
	if (row == NULL)
		return true;
	fill(row, &m, l.cell[own]->text, v);
	row->line = l.cell[own]->line != 0 ? l.cell[own]->line : u->line;
	row->unread = !good;
	r->waiting = l.figures == 0 ? row : NULL;
	if (!good)
		note_unread(r, t->now, u, row->label, l.figures,
		    APPLICANT__N);
	return true;
}

/* Figures without a label: those of the label above, which has none. */
static bool
label_less_row(struct rows *r, const struct piece *u, const struct lead *l)
{
	struct cand	*c = r->t->now;
	struct value	 v[VALUES_MAX];

	clear(v);
	if (c == NULL || c->part != PART_REQUESTS || l->figures == 0)
		return false;
	if (r->waiting != NULL && l->figures == APPLICANT__N &&
	    bind(r, u, l, APPLICANT__N, v)) {
		memcpy(r->waiting->v, v, sizeof(v));
		c->unread -= r->waiting->unread;
		r->waiting->unread = false;
		r->waiting = NULL;
		c->ragged = true;
		c->unit_end = r->unit;
		return true;
	}
	/* One with a lost label: form/bind.c sees whether it is plain. */
	c->strange++;
	if (l->figures == APPLICANT__N && bind(r, u, l, APPLICANT__N, v)) {
		struct vrow	*row = tables_row(r->t, PART_REQUESTS,
		    arena_printf(r->t->arena, "?%d", r->unit), r->unit,
		    u->line, v, APPLICANT__N);

		if (row != NULL)
			row->inferred = true;
	}
	return true;
}

static bool
dispute_row(struct rows *r, const struct piece *u)
{
	struct tables	*t = r->t;
	struct value	 v[VALUES_MAX];
	struct lead	 l;
	int		 channel = -1, width = VALUES_MAX, k;

	lead_of(u, &l);
	for (int i = 0; i < l.n; i++)
		if ((k = tables_channel(t, l.cell[i]->text)) >= 0)
			channel = k;
	if (l.figures == 0 && !(l.n == 0 && r->head_row >= 0))
		return false;
	if (l.figures == 0) {
		r->blank_rows++;
		return true;
	}
	if (!r->mapped)
		map_disputes(r, u->row);
	if (u->ncell - l.next < VALUES_MAX && !r->map_full) {
		width = RESULTS;
		if (channel < 0)
			channel = r->start;	/* of the words above */
	}
	if (!bind(r, u, &l, width, v) || (width == RESULTS && channel < 0)) {
		struct cand	*c = tables_cand(t, PART_DISPUTES, r->unit);

		note_unread(r, c, u, STR("四"), l.figures, width);
		return true;
	}
	tables_dispute(t, r->unit, u->line, width == RESULTS ? channel : 0,
	    v, width);
	if (r->blank_rows > 0 && r->grid->trust == GRID_PADDED)
		t->now->ragged = true;
	return true;
}

static bool
art20_row(struct rows *r, const struct piece *u)
{
	struct tables	*t = r->t;
	struct value	 v[VALUES_MAX];
	struct lead	 l;
	struct match	 m;
	struct vrow	*row;
	struct cand	*c;
	bool		 good;

	lead_of(u, &l);
	if (l.n == 0 || !tables_art20(t, AXIS_ROW, l.cell[0]->text, &m))
		return false;
	l.next = 0;
	for (int i = 0; i < u->ncell; i++)
		if (u->cell[i] == l.cell[0])
			l.next = i + 1;
	c = tables_art20_cand(t, m.label->part, r->unit);
	if (c == NULL)
		return false;
	good = c->nhead > 0 && bind_art20(r, u, &l, c, v);
	if (!good)
		clear(v);
	row = tables_row(t, m.label->part, m.label->key, r->unit, u->line, v,
	    good ? c->nhead : 0);
	if (row == NULL)
		return true;
	fill(row, &m, l.cell[0]->text, v);
	row->unread = !good;
	if (!good)
		note_unread(r, t->now, u, row->label, l.figures, c->nhead);
	return true;
}

/* Heads of the parts of article 20. */
static bool
art20_head(struct rows *r, const struct piece *u)
{
	struct match	 m;
	bool		 any = false;

	for (int i = 0; i < u->ncell; i++)
		if (number_read(u->cell[i]->text).state == STATE_NUMBER)
			return false;
	for (int i = 0; i < u->ncell; i++) {
		const struct cell	*c = u->cell[i];

		if (c->row != u->row ||
		    !tables_art20(r->t, AXIS_COL, c->text, &m))
			continue;
		tables_head(r->t, r->unit, &m, c->text, c->line, c->col,
		    c->colspan);
		any = true;
	}
	return any;
}

/* Heads of section 三 and section 四: remembers where they begin. */
static bool
other_head(struct rows *r, const struct piece *u)
{
	struct tables	*t = r->t;
	struct match	 m;
	int		 people = 0, results = 0, channels = 0, channel = -1, k;

	for (int i = 0; i < u->ncell; i++) {
		struct str	 s = u->cell[i]->text;

		if (number_read(s).state == STATE_NUMBER)
			return false;
		people += tables_applicant(t, s, &m) >= 0 ||
		    str_has(s, STR("申请人情况")) ||
		    str_has(s, STR("法人或其他"));
		results += tables_result(t, s) >= 0;
		if ((k = tables_channel(t, s)) >= 0) {
			channels++;
			channel = k;
		}
	}
	if (results >= 2 || (channels > 0 && people == 0)) {
		if (r->head_row < 0 || t->part != PART_DISPUTES)
			r->head_row = u->row;
		tables_cand(t, PART_DISPUTES, r->unit);
		r->mapped = false;
		r->start = channels == 1 ? channel : r->start;
		return true;
	}
	if (people >= 2 || str_has(u->cell[0]->text, STR("勾稽关系")) ||
	    (people == 1 && t->part == PART_REQUESTS)) {
		if (r->head_row < 0 || t->part != PART_REQUESTS)
			r->head_row = u->row;
		t->part = PART_REQUESTS;
		r->mapped = false;
		return true;
	}
	return false;
}

/* Whether a row without figures only heads columns. */
static bool
is_head_row(struct rows *r, const struct piece *u)
{
	struct match	 m;
	int		 people = 0, results = 0;

	for (int i = 0; i < u->ncell; i++) {
		people += tables_applicant(r->t, u->cell[i]->text, &m) >= 0;
		results += tables_result(r->t, u->cell[i]->text) >= 0;
	}
	return people >= 2 || results >= 2;
}

/* A row of figures under words that are not of the form. */
static void
strange_row(struct rows *r, const struct piece *u)
{
	struct cand	*c = r->t->now;
	struct lead	 l;

	lead_of(u, &l);
	if (c == NULL || l.figures == 0 || c->nrow == 0)
		return;
	if (l.n == 0) {
		label_less_row(r, u, &l);
		return;
	}
	c->strange++;
	filing_add_obs(r->t->arena, &c->seen, OBS_UNKNOWN_ROW, u->line,
	    str_of(part_name(c->part)), str_trim(l.cell[l.n - 1]->text));
}

static void
one_row(struct rows *r, const struct piece *u)
{
	struct tables	*t = r->t;
	struct lead	 l;

	if (u->heading != 0) {
		tables_heading(t, r->unit);
		r->head_row = -1;
		return;
	}
	for (int i = 0; i < u->ncell; i++)
		if (tables_title(t, r->unit, u->cell[i]->text))
			return;
	if (u->ncell == 0 || piece_first(u) == NULL) {
		r->blank_rows++;
		return;
	}
	lead_of(u, &l);
	/* Between label and figures of one row stands nothing else. */
	if (l.n == 0 && l.figures > 0 && t->part == PART_REQUESTS &&
	    label_less_row(r, u, &l))
		return;
	if (art20_row(r, u) || art20_head(r, u))
		return;
	if (l.figures == 0 && is_head_row(r, u) && other_head(r, u))
		return;
	if (t->part != PART_DISPUTES && request_row(r, u))
		return;
	if (other_head(r, u))
		return;
	if (t->part == PART_DISPUTES && dispute_row(r, u))
		return;
	if (request_row(r, u))
		return;
	strange_row(r, u);
}

/* The words before a table may name its channel of section 四. */
static int
channel_above(struct tables *t, int unit)
{
	for (int i = unit - 1; i >= 0 && i >= unit - 2; i--) {
		const struct piece	*u = &t->units->u[i];
		int			 k;

		if (u->grid != NULL || u->heading != 0)
			break;
		if ((k = tables_channel(t, u->single)) >= 0)
			return k;
	}
	return -1;
}

/* Section 四 with nothing in its row of fifteen. */
static void
blank_disputes(struct rows *r, int unit)
{
	struct value	 v[VALUES_MAX];
	struct cand	*c = r->t->now;

	if (c == NULL || c->part != PART_DISPUTES || c->nrow > 0 ||
	    c->unread > 0 || r->blank_rows == 0)
		return;
	for (int i = 0; i < VALUES_MAX; i++)
		v[i] = (struct value){ .line = r->t->units->u[unit].line,
		    .block = r->t->units->u[unit].bi, .row = -1, .col = -1,
		    .located = true };
	tables_dispute(r->t, unit, r->t->units->u[unit].line, 0, v,
	    VALUES_MAX);
}

void
table_rows(struct tables *t, int *unit)
{
	const struct grid	*g = t->units->u[*unit].grid;
	struct rows		 r = { .t = t, .grid = g, .head_row = -1,
		.start = -1 };
	enum part		 part = t->part;

	r.map = arena_alloc(t->arena, (size_t)g->ncol + 1, sizeof(*r.map));
	for (int i = 0; i < g->ncol; i++)
		r.map[i] = -1;
	if (t->part == PART_DISPUTES || t->units->u[*unit].section == 4)
		r.start = channel_above(t, *unit);
	for (; *unit < t->units->n && t->units->u[*unit].grid == g; ++*unit) {
		const struct piece	*u = &t->units->u[*unit];

		r.unit = *unit;
		if (t->part != part) {
			/* Another part: its heads and shape are its own. */
			blank_disputes(&r, *unit - 1);
			part = t->part;
			r.mapped = r.map_full = false;
			if (part != PART_DISPUTES)
				r.start = -1;
		}
		one_row(&r, u);
	}
	blank_disputes(&r, *unit - 1);
}
