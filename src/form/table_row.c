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

#define STRAY	3	/* rows to those above whose figures these may be */

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

bool
row_label_is_piece(const struct rows *r, const struct match *m)
{
	return r->grid->trust == GRID_SPACED ||
	    (r->grid->trust != GRID_EXACT && tables_is_piece(r->t, m));
}

void
row_fill(const struct rows *r, struct vrow *row, const struct match *m,
    struct str label)
{
	row->match = *m;
	row->label = str_trim(label);
	row->joined |= !m->exact && row_label_is_piece(r, m);
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

/*
 * Whether the total is blank and stands in the column before it: the row is
 * one to the left of its heads, or they are not above it.
 */
static bool
total_has_moved(const struct value *v, int width)
{
	struct number	 last;

	if (width < 2 || v[width - 1].raw.n > 0)
		return false;
	last = number_read(v[width - 2].raw);
	return last.state == STATE_NUMBER && last.value.mant > 0 &&
	    values_total_holds(v, width - 1);
}

bool
row_is_proven(const struct rows *r, struct value *v, int n)
{
	int	 width = n == VALUES_MAX ? RESULTS : n;

	for (int i = 0; i < n; i += width)
		if (total_has_moved(v + i, width))
			return false;
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

static void
refuse(struct rows *r, const struct piece *u, struct vrow *o)
{
	tables_refuse(r->t->now, o);
	note_add(r->t->arena, &r->t->now->seen.notes, NOTE_ROW_UNREAD,
	    u->line, STR_FMT ": its figures go on below", STR_ARG(o->label));
}

/* The last row of a candidate; NULL if there is none. */
static struct vrow *
row_above(const struct cand *c)
{
	struct vrow	*last = NULL;

	for (struct vrow *o = c->row; o != NULL; o = o->next)
		last = o;
	return last;
}

/* Whether blank cells of a row are where they are because others have them. */
static bool
is_short(const struct vrow *o)
{
	for (int i = 0; i < VALUES_MAX; i++)
		if (o->v[i].located && o->v[i].inferred &&
		    o->v[i].raw.n == 0)
			return true;
	return false;
}

void
row_distrust_above(struct rows *r, const struct piece *u)
{
	struct cand	*c = r->t->now;
	struct vrow	*last = row_above(c);

	for (struct vrow *o = c->row; o != NULL; o = o->next)
		if (o->unit >= r->unit - STRAY && o->unit < r->unit &&
		    r->grid->trust == GRID_SPACED && !o->unread &&
		    is_short(o))
			refuse(r, u, o);

	if (last == NULL || last->unit != r->unit - 1 || last->unread)
		return;
	refuse(r, u, last);
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
		    cell_says(r, u->cell[i], STR("申请人情况")) ||
		    cell_says(r, u->cell[i], STR("法人或其他"));
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
		r->channel = channels == 1 ? channel : r->channel;
		return true;
	}
	if (people >= 2 || cell_says(r, u->cell[0], STR("勾稽关系")) ||
	    (people == 1 && t->part == PART_REQUESTS)) {
		if (r->head_row < 0 || t->part != PART_REQUESTS)
			r->head_row = u->row;
		else if (r->figure_row > r->head_row &&
		    r->figure_row > r->head_again)
			r->head_again = u->row;
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
			    (utf8_is_space(c) || c == ',' || c == UTF8_BAD));
			if (!any)
				break;
		}
		if (any)
			return true;
	}
	return false;
}

/* Whether nothing but blank cells is in a row, whose label is not whole. */
static bool
is_beginning(const struct rows *r, const struct vrow *o)
{
	if (o == NULL || o->unit != r->unit - 1 || o->match.label == NULL ||
	    o->match.exact || o->nloose > 0)
		return false;
	for (int i = 0; i < VALUES_MAX; i++)
		if (o->v[i].raw.n != 0)
			return false;
	return true;
}

/*
 * Words with figures of their own that are the rest of the label above: that
 * has figures as well, and which are whose is not known.
 */
static void
doubt_beginning(struct rows *r, const struct piece *u, const struct lead *l)
{
	struct vrow	*last = row_above(r->t->now);
	struct match	 m;

	if (r->grid->trust != GRID_SPACED || last == NULL || l->n == 0 ||
	    last->unit != r->unit - 1 || last->match.label == NULL ||
	    last->match.exact || !tables_match(r->t, r->t->now->part,
	    AXIS_ROW, str_cat(r->t->arena, last->label,
	    l->cell[l->n - 1]->text), &m) || !m.exact ||
	    strcmp(m.label->key, last->key) != 0)
		return;
	if (!last->unread)
		refuse(r, u, last);
	last->nloose = 0;
}

/*
 * Where lines are rows, a label may go on in the row below, where its figures
 * are: "其他对外管理服务事" and "项|0|0|0".  The one above has no blank cells;
 * it has these figures if the two are a label to the word.
 */
static bool
goes_on(struct rows *r, const struct piece *u, const struct lead *l)
{
	struct cand	*c = r->t->now;
	struct vrow	*last = row_above(c);
	struct value	 v[VALUES_MAX];
	struct match	 m;
	struct str	 both;
	bool		 art20 = c->part <= PART_ART20_9, good;

	if (r->grid->trust == GRID_EXACT || !is_beginning(r, last)) {
		doubt_beginning(r, u, l);
		return false;
	}
	both = str_cat(r->t->arena, last->label, l->cell[0]->text);
	good = l->n == 1 && tables_match(r->t, c->part, AXIS_ROW, both, &m) &&
	    m.exact && strcmp(m.label->key, last->key) == 0 &&
	    (art20 ? c->nhead > 0 && values_bind_art20(r, u, l, c, v) :
	    values_bind(r, u, l, APPLICANT__N, v) &&
	    row_is_proven(r, v, APPLICANT__N));
	if (!good) {
		row_distrust_above(r, u);
		return false;
	}
	memcpy(last->v, v, sizeof(v));
	row_fill(r, last, &m, both);
	c->unread -= last->unread;
	last->unread = last->refused = false;
	c->unit_end = r->unit;
	return true;
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
	if (c->part != PART_DISPUTES && goes_on(r, u, &l))
		return;
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
		r->head_row = r->head_again = r->figure_row = -1;
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
	if (art20_joined(r, u) || art20_row(r, u) || art20_head(r, u))
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
		.head_again = -1, .figure_row = -1,
		.art20_row = -1,
		.start = -1, .channel = -1, .label_rest = -1 };
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
		r.channel = dispute_channel_above(t, *unit);
	for (; *unit < t->units->n && t->units->u[*unit].grid == g; ++*unit) {
		const struct piece	*u = &t->units->u[*unit];

		r.unit = *unit;
		if (t->part != part) {
			/* Another part: its heads and shape are its own. */
			dispute_row_blank(&r, *unit - 1);
			part = t->part;
			r.mapped = r.map_full = r.partial = false;
			r.start = -1;
			if (part != PART_DISPUTES)
				r.channel = -1;
		}
		one_row(&r, u);
	}
	fifteen_row(&r, first, *unit);
	dispute_row_blank(&r, *unit - 1);
}
