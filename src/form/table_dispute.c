/*
 * Rows of section 四: of three channels beside each other, or of one that
 * is named in front of it or above the table.
 */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/table_row.h"

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

/* The channel that is named in front of the figures, or -1. */
static int
channel_of(const struct rows *r, const struct lead *l)
{
	int	 channel = -1, k;

	for (int i = 0; i < l->n; i++)
		if ((k = tables_channel(r->t, l->cell[i]->text)) >= 0)
			channel = k;
	return channel;
}

/* Whether a row without figures is not one of fifteen blank cells. */
static bool
is_no_row(const struct rows *r, const struct piece *u)
{
	return r->channel < 0 || u->ncell < RESULTS || u->ncell >= VALUES_MAX ||
	    (r->grid->trust != GRID_EXACT && has_figures_below(r, r->unit));
}

/* What was read of a row: all three channels, or one. */
static void
keep(struct rows *r, const struct piece *u, int channel, int width,
    struct value *v)
{
	struct tables	*t = r->t;

	for (int i = 0; i < CHANNELS && width == VALUES_MAX && r->partial; i++)
		if (v[i * RESULTS].located)
			tables_dispute(t, r->unit, u->line, i, v + i * RESULTS,
			    RESULTS);
	if (!r->partial)
		tables_dispute(t, r->unit, u->line, width == RESULTS ?
		    channel : 0, v, width);
	if (r->blank_rows > 0 && grid_is_loose(r->grid))
		t->now->ragged = true;
}

bool
dispute_row(struct rows *r, const struct piece *u)
{
	struct value	 v[VALUES_MAX];
	struct lead	 l;
	struct cand	*c;
	int		 channel, width = VALUES_MAX;

	lead_of(u, &l);
	channel = channel_of(r, &l);
	if (l.figures == 0 && !(l.n == 0 && r->head_row >= 0))
		return false;
	/* Words that are no label are in the place of the first figures. */
	if (channel < 0 && u->ncell >= VALUES_MAX && l.figures < VALUES_MAX &&
	    u->ncell - l.next < VALUES_MAX)
		l.next = u->ncell - VALUES_MAX;
	if (l.figures == 0 && is_no_row(r, u)) {
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
			channel = r->channel;
	}
	if (values_bind(r, u, &l, width, v) && row_is_proven(r, v, width) &&
	    (width != RESULTS || (channel >= 0 && !are_apart(r, u, &l) &&
	    (channel != r->channel || !is_rest(r))))) {
		keep(r, u, channel, width, v);
		return true;
	}
	c = tables_cand(r->t, PART_DISPUTES, r->unit);
	if (l.n == 0)
		row_distrust_above(r, u);
	row_note_unread(r, c, u, STR("四"), l.figures, width);
	return true;
}

int
dispute_channel_above(struct tables *t, int unit)
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

void
dispute_row_blank(struct rows *r, int unit)
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
