/*
 * Rows of grids: a row is found by its label, or by standing where rows of
 * its part stand.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/fifteen.h"
#include "form/table_row.h"

/*
 * The most columns that a row of the part has, on any form.  Heads may have
 * gone unread, so that a row with no more figures is not to blame.
 */
static int
most_columns(const struct forms *fs, enum part part)
{
	int	 most = 0;

	for (int i = 0; i < fs->nitem; i++) {
		const struct item	*a = &fs->item[i];
		int			 n = 0;

		for (int k = 0; a->part == part && k < fs->nitem; k++) {
			const struct item	*b = &fs->item[k];

			n += b->form == a->form && b->part == part &&
			    *b->col != '\0' && strcmp(b->row, a->row) == 0;
		}
		if (n > most)
			most = n;
	}
	return most;
}

void
row_note_unread(struct rows *r, struct cand *c, const struct piece *u,
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
	if (r->grid->trust == GRID_EXACT &&
	    (c->part != PART_REQUESTS || rows_are_whole(r)) &&
	    (figures < width ||
	    c->part >= PART_REQUESTS ||
	    figures > most_columns(t->forms, c->part)))
		filing_add_obs(t->arena, &c->seen, OBS_CELL_COUNT, u->line,
		    STR(""), str_trim(label));
}

void
row_fill(struct vrow *row, const struct match *m, struct str label)
{
	row->match = *m;
	row->label = str_trim(label);
}

/* Whether one of the values, as many as have a total, is a blank cell. */
static bool
has_blank(const struct value *v, int width)
{
	for (int i = 0; i < width; i++)
		if (v[i].located && v[i].raw.n == 0)
			return true;
	return false;
}

bool
row_is_proven(const struct rows *r, struct value *v, int n)
{
	int	 width = n == VALUES_MAX ? RESULTS : n;

	/* In text a row with blank cells may be one that is shifted or torn. */
	for (int i = 0; r->grid->trust != GRID_EXACT &&
	    r->grid->trust != GRID_SPACED && i < n; i += width)
		if (has_blank(v + i, width) &&
		    !values_total_holds(v + i, width))
			return false;
	for (int i = 0; r->grid->trust == GRID_SPACED && i < n; i += width)
		if (!values_prove(r->t->arena, v + i, width))
			return false;
	return true;
}

void
row_distrust_above(struct rows *r, const struct piece *u)
{
	struct cand	*c = r->t->now;
	struct vrow	*last = NULL;

	for (struct vrow *o = c->row; o != NULL; o = o->next)
		last = o;
	if (last == NULL || last->unit != r->unit - 1 || last->unread)
		return;
	tables_refuse(c, last);
	note_add(r->t->arena, &c->seen.notes, NOTE_ROW_UNREAD, u->line,
	    STR_FMT ": its figures go on below", STR_ARG(last->label));
}

/*
 * Whether the figures of a row are in more columns than one channel has,
 * where columns are known and no cell is wider than one.
 */
static bool
are_apart(const struct rows *r, const struct piece *u, const struct lead *l)
{
	int	 first = -1, last = -1;

	for (int i = l->next; i < u->ncell; i++)
		if (!is_blank(u->cell[i])) {
			first = first < 0 ? u->cell[i]->col : first;
			last = u->cell[i]->col;
		}
	return r->grid->trust != GRID_EXACT && last - first >= RESULTS;
}

/* A figure, or what has digits in it and cannot be taken apart. */
static bool
may_be_figures(struct str s)
{
	enum state	 state = number_read(s).state;

	return state == STATE_NUMBER ||
	    (state == STATE_TEXT && (str_has_digit(s) || utf8_has_bad(s)));
}

/*
 * Whether figures stand below the heads that no row was made of, be it in a
 * line with bars that is in no table any more.
 */
static bool
has_figures_below(const struct rows *r, int unit)
{
	const struct pieces	*us = r->t->units;

	for (int i = unit; i < us->n && us->u[i].heading == 0 &&
	    us->u[i].section == us->u[unit].section; i++) {
		const struct piece	*u = &us->u[i];

		if (u->grid == NULL && str_has(u->single, STR("|")) &&
		    str_has_digit(u->single))
			return true;
		for (int k = 0; k < u->ncell; k++)
			if (may_be_figures(u->cell[k]->text))
				return true;
	}
	return false;
}

/* Figures in a row above of which nothing came: this one is their rest. */
static bool
is_rest(const struct rows *r)
{
	const struct pieces	*us = r->t->units;
	const struct cand	*c = r->t->now;

	if (r->grid->trust == GRID_EXACT || (c != NULL &&
	    c->part == PART_DISPUTES && c->nrow > 0))
		return false;
	for (int i = r->unit - 1; i >= 0 && us->u[i].grid == r->grid; i--)
		for (int k = 0; k < us->u[i].ncell; k++)
			if (number_read(us->u[i].cell[k]->text).state ==
			    STATE_NUMBER)
				return true;
	return false;
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
	/* Words that are no label are in the place of the first figures. */
	if (channel < 0 && u->ncell >= VALUES_MAX && l.figures < VALUES_MAX &&
	    u->ncell - l.next < VALUES_MAX)
		l.next = u->ncell - VALUES_MAX;
	if (l.figures == 0 && (r->start < 0 || u->ncell < RESULTS ||
	    u->ncell >= VALUES_MAX || (r->grid->trust != GRID_EXACT &&
	    has_figures_below(r, r->unit)))) {
		r->blank_rows++;
		return true;
	}
	if (!r->mapped)
		map_disputes(r, u->row);
	/* Words below the heads are in the place of figures. */
	for (int i = 0; i < l.next && r->map_full && !r->flat; i++)
		if (r->map[u->cell[i]->col] >= 0)
			l.next = i;
	if (u->ncell - l.next < VALUES_MAX && !r->map_full && !r->partial) {
		width = RESULTS;
		if (channel < 0)
			channel = r->start;	/* of the words above */
	}
	if (!values_bind(r, u, &l, width, v) || !row_is_proven(r, v, width) ||
	    (width == RESULTS && (channel < 0 || are_apart(r, u, &l) ||
	    (channel == r->start && is_rest(r))))) {
		struct cand	*c = tables_cand(t, PART_DISPUTES, r->unit);

		if (l.n == 0)
			row_distrust_above(r, u);
		row_note_unread(r, c, u, STR("四"), l.figures, width);
		return true;
	}
	for (int i = 0; i < CHANNELS && width == VALUES_MAX && r->partial; i++)
		if (v[i * RESULTS].located)
			tables_dispute(t, r->unit, u->line, i, v + i * RESULTS,
			    RESULTS);
	if (!r->partial)
		tables_dispute(t, r->unit, u->line, width == RESULTS ?
		    channel : 0, v, width);
	if (r->blank_rows > 0 && grid_is_loose(r->grid))
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
	enum part	 part;
	bool		 good, right;
	int		 own;

	lead_of(u, &l);
	own = l.n > 1 && label_block_title(t->arena, l.cell[0]->text, &part,
	    &right);
	if (l.n == 0 || !tables_art20(t, AXIS_ROW, l.cell[own]->text, &m))
		return false;
	l.next = 0;
	for (int i = 0; i < u->ncell; i++)
		if (u->cell[i] == l.cell[own])
			l.next = i + 1;
	c = tables_art20_cand(t, m.label->part, r->unit);
	if (c == NULL)
		return false;
	good = c->nhead > 0 && values_bind_art20(r, u, &l, c, v);
	if (!good)
		values_clear(v);
	row = tables_row(t, m.label->part, m.label->key, r->unit, u->line, v,
	    good ? c->nhead : 0);
	if (row == NULL)
		return true;
	row_fill(row, &m, l.cell[own]->text);
	row->unread = !good;
	if (!good)
		row_note_unread(r, t->now, u, row->label, l.figures, c->nhead);
	return true;
}

/* Heads of the parts of article 20. */
static bool
art20_head(struct rows *r, const struct piece *u)
{
	struct match	 m;
	bool		 any = false, strange = false;

	for (int i = 0; i < u->ncell; i++)
		if (number_read(u->cell[i]->text).state == STATE_NUMBER)
			return false;
	for (int i = 0; i < u->ncell; i++) {
		const struct cell	*c = u->cell[i];

		if (c->row != u->row)
			continue;
		if (!tables_art20(r->t, AXIS_COL, c->text, &m)) {
			strange = strange ||
			    tables_strange_head(r->t, c->text);
			continue;
		}
		tables_head(r->t, r->unit, &m, c->text, c->line, c->col,
		    c->colspan);
		any = true;
	}
	if (any) {
		r->t->now->crowded |= strange;
		r->art20_row = u->row;
		heads_by_place(r, u);
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
		r->mapped = r->partial = false;
		r->start = channels == 1 ? channel : r->start;
		return true;
	}
	if (people >= 2 || str_has(u->cell[0]->text, STR("勾稽关系")) ||
	    (people == 1 && t->part == PART_REQUESTS)) {
		if (r->head_row < 0 || t->part != PART_REQUESTS)
			r->head_row = u->row;
		t->part = PART_REQUESTS;
		r->mapped = r->partial = false;
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

/* "1,21", "12\n40": pieces of figures, where there are only pieces. */
static bool
has_digits(const struct lead *l)
{
	for (int i = 0; i < l->n; i++) {
		struct str	 s = l->cell[i]->text;
		bool		 any = false;

		for (size_t at = 0; at < s.n; ) {
			uint32_t	 c = utf8_fold(utf8_next(s, &at));

			any = (c >= '0' && c <= '9') || (any &&
			    (utf8_is_space(c) || c == ','));
			if (!any)
				break;
		}
		if (any)
			return true;
	}
	return false;
}

/* A row of figures under words that are not of the form. */
static void
strange_row(struct rows *r, const struct piece *u)
{
	struct cand	*c = r->t->now;
	struct lead	 l;

	lead_of(u, &l);
	if (c == NULL || c->nrow == 0)
		return;
	if (l.figures == 0) {
		if (c->part == PART_REQUESTS && has_digits(&l))
			request_row_unknown(r, u, &l, STR(""));
		return;
	}
	if (l.n == 0) {
		if (c->part == PART_REQUESTS)
			request_row_bare(r, u, &l);
		else
			row_distrust_above(r, u);
		return;
	}
	if (c->part == PART_REQUESTS) {
		request_row_unknown(r, u, &l, l.cell[l.n - 1]->text);
		return;
	}
	c->strange++;
	filing_add_obs(r->t->arena, &c->seen, OBS_UNKNOWN_ROW, u->line,
	    str_of(part_name(c->part)), str_trim(l.cell[l.n - 1]->text));
}

/*
 * A block title, be it written out in each column; one that stands beside its
 * rows, in a column of its own, is only the beginning of the first of them.
 */
static bool
is_title_row(struct rows *r, const struct piece *u)
{
	bool	 found = false, other = false;

	for (int i = 0; i < u->ncell; i++) {
		const struct cell	*c = u->cell[i];

		if (is_blank(c) || c->row != u->row)
			continue;
		if (tables_title(r->t, r->unit, c->text))
			found = true;
		else
			other = true;
	}
	return found && !other;
}

/* Whether a cell of the row may only look blank. */
static bool
has_doubtful(const struct piece *u)
{
	for (int i = 0; i < u->ncell; i++)
		if (u->cell[i]->doubtful)
			return true;
	return false;
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
	if (is_title_row(r, u))
		return;
	if (u->ncell == 0 || piece_first(u) == NULL) {
		if (has_doubtful(u))
			return;
		if (t->part != PART_DISPUTES || !dispute_row(r, u))
			r->blank_rows++;
		return;
	}
	lead_of(u, &l);
	request_row_words(r, &l);
	/* A caption inside the frame: another table begins. */
	if (l.n == 1 && l.figures == 0 && caption_year(u->single) != 0)
		tables_close(t);
	/* Between label and figures of one row stands nothing else. */
	if (l.n == 0 && l.figures > 0 && t->part == PART_REQUESTS &&
	    request_row_bare(r, u, &l))
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
	    c->unread > 0 || r->blank_rows == 0 ||
	    (r->grid->trust != GRID_EXACT && has_figures_below(r, c->unit)))
		return;
	for (int i = 0; i < VALUES_MAX; i++)
		v[i] = (struct value){ .line = r->t->units->u[unit].line,
		    .block = r->t->units->u[unit].bi, .row = -1, .col = -1,
		    .located = true };
	tables_dispute(r->t, unit, r->t->units->u[unit].line, 0, v,
	    VALUES_MAX);
}

/* How many rows with words in front have how many figures. */
static void
count_figures(struct rows *r, int unit)
{
	const struct pieces	*us = r->t->units;
	struct lead		 l;

	for (; unit < us->n && us->u[unit].grid == r->grid; unit++) {
		lead_of(&us->u[unit], &l);
		if (l.n > 0 && !l.loose && l.figures < FIGURES_MAX)
			r->rows_with[l.figures]++;
	}
}

void
table_rows(struct tables *t, int *unit)
{
	const struct grid	*g = t->units->u[*unit].grid;
	struct rows		 r = { .t = t, .grid = g, .head_row = -1,
		.art20_row = -1,
		.start = -1 };
	enum part		 part = t->part;
	int			 first = *unit;

	r.flat = is_flat(g);
	r.packed = is_packed(&r);
	count_figures(&r, *unit);
	r.complete = arena_alloc(t->arena, VALUES_MAX + 1,
	    sizeof(*r.complete));
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
			r.mapped = r.map_full = r.partial = false;
			if (part != PART_DISPUTES)
				r.start = -1;
		}
		one_row(&r, u);
	}
	fifteen_row(&r, first, *unit);
	blank_disputes(&r, *unit - 1);
}
