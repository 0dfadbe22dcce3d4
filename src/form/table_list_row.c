/* The figures of a list as rows; see table_list.h. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "form/join.h"
#include "form/piece.h"
#include "form/table_list.h"
#include "form/table_row.h"

static struct value
value_here(const struct list *l, struct str raw)
{
	const struct piece	*u = &l->t->units->u[l->unit <
	    l->t->units->n ? l->unit : l->t->units->n - 1];

	return (struct value){ .raw = str_trim(raw), .line = u->line,
	    .block = u->bi, .row = u->row, .col = u->row < 0 ? -1 : 0,
	    .located = true, .inferred = u->ncell > 0 &&
	    u->cell[0]->inferred };
}

void
list_hold(struct list *l, struct str raw)
{
	if (l->n == HELD_MAX) {
		l->too_many = true;
		return;
	}
	l->v[l->n++] = value_here(l, raw);
}

/*
 * Blank lines below the last figure of a table are those between a table
 * and what is below it, unless such lines stand for blank cells everywhere.
 */
static void
drop_margin(struct list *l)
{
	const struct pieces	*us = l->t->units;
	const struct piece	*u = l->unit < us->n ? &us->u[l->unit] : NULL;
	enum part		 part;
	bool			 right;

	if (l->gaps && l->lost == 0)
		return;
	if (u != NULL && u->heading == 0 && u->grid != NULL && u->row > 0 &&
	    !label_block_title(l->t->arena, u->single, &part, &right))
		return;
	while (l->n > 0 && l->v[l->n - 1].inferred)
		l->n--;
}

/*
 * The held values as exactly width of them, in out: all, or those that are
 * not blank, or all but blank ones at the end, where the form has a frame
 * wider than the row.
 */
static bool
fit(const struct list *l, int width, struct value *out)
{
	int	 full = 0, last = 0, k = 0;

	memset(out, 0, VALUES_MAX * sizeof(*out));
	if (l->too_many || width == 0)
		return false;
	for (int i = 0; i < l->n; i++)
		if (l->v[i].raw.n != 0) {
			full++;
			last = i + 1;
		}
	if (l->n == width || (l->n > width && last <= width && full > 0)) {
		memcpy(out, l->v, (size_t)width * sizeof(*out));
		return true;
	}
	if (full == width) {
		for (int i = 0; i < l->n; i++)
			if (l->v[i].raw.n != 0)
				out[k++] = l->v[i];
		return true;
	}
	return false;
}

/* More figures than columns, with nothing between that would part them. */
static bool
join_list(struct list *l, struct cand *c, struct value *v)
{
	struct str	 piece[JOIN_TOKENS], out[APPLICANT__N], all = STR("");
	int		 n = 0;

	for (int i = 0; i < l->n; i++) {
		if (l->v[i].raw.n == 0)
			continue;
		if (n == JOIN_TOKENS)
			return false;
		piece[n++] = l->v[i].raw;
		all = str_cat(l->t->arena, str_cat(l->t->arena, all,
		    n > 1 ? STR(" ") : STR("")), l->v[i].raw);
	}
	if (l->too_many || l->once || !join_digits(l->t->arena, piece, n,
	    APPLICANT__N, out))
		return false;
	memset(v, 0, VALUES_MAX * sizeof(*v));
	for (int i = 0; i < APPLICANT__N; i++) {
		v[i] = l->v[0];
		v[i].raw = out[i];
		v[i].inferred = true;
	}
	filing_add_obs(l->t->arena, &c->seen, OBS_FRAGMENTS, l->v[0].line,
	    str_of(l->match.label->key), all);
	return true;
}

/* The document ends here: what follows the last label is not known. */
static bool
at_end(const struct list *l)
{
	return l->unit >= l->t->units->n;
}

/* Under a label that is none of the form's. */
static void
flush_unknown(struct list *l)
{
	struct tables	*t = l->t;
	struct value	 v[VALUES_MAX];
	int		 full = 0;
	bool		 good;

	for (int i = 0; i < l->n; i++)
		full += l->v[i].raw.n != 0;
	/* Words and a blank line are no row. */
	if ((full == 0 && l->n != APPLICANT__N) || t->now == NULL ||
	    t->now->part != PART_REQUESTS ||
	    t->now->nrow == 0)
		return;
	good = fit(l, APPLICANT__N, v) && (!l->in_line ||
	    values_total_holds(v, APPLICANT__N));
	tables_unknown(t, l->label_unit, l->label_line, l->label,
	    good ? v : NULL, good ? APPLICANT__N : 0);
}

/*
 * Blank lines also part what is printed in blocks.  Those that were taken for
 * cells between figures are cells if the row adds up.
 */
static bool
has_gap(const struct value *v, int width)
{
	for (int i = 0; i < width; i++)
		if (v[i].inferred && v[i].raw.n == 0)
			return true;
	return false;
}

/*
 * Figures enough behind a blank line, or blank lines that do not make up for
 * what is missing: such lines are not cells.
 */
static void
watch_blanks(struct list *l, int width)
{
	int	 full = 0, lead = 0, last = 0;

	for (int i = 0; i < l->n; i++) {
		full += l->v[i].raw.n != 0;
		lead += full == 0;
		if (l->v[i].raw.n != 0)
			last = i + 1;
	}
	if (full == 0 || l->too_many || l->in_line)
		return;
	if (full == width)
		l->parted += lead > 0;
	else if (l->n == width)
		l->filled++;
	else if (l->n < width || last > width)
		l->parted += l->n > full;
}

/* The row with that many of its cells, or without any: it is not read. */
static void
keep_row(struct list *l, struct value *v, int width, int full, bool good)
{
	struct tables	*t = l->t;
	struct vrow	*row;

	row = tables_row(t, l->match.label->part, l->match.label->key,
	    l->label_unit, l->label_line, v, good ? width : 0);
	if (row == NULL)
		return;
	t->now->unit_end = l->unit > 0 ? l->unit - 1 : 0;
	row->match = l->match;
	row->label = l->label;
	row->unread = !good;
	row->inferred = l->in_line;
	row->joined = l->joined || tables_is_piece(t, &l->match);
	if (!good) {
		l->lost += full < width;
		t->now->unread++;
		note_add(t->arena, &t->now->seen.notes, NOTE_ROW_UNREAD,
		    l->label_line, STR_FMT ": %d figures for %d cells",
		    STR_ARG(l->label), full, width);
	}
}

static void
flush_row(struct list *l)
{
	struct tables	*t = l->t;
	enum part	 part = l->match.label->part;
	struct value	 v[VALUES_MAX];
	struct cand	*c;
	int		 width, full = 0;
	bool		 good, none;

	c = part <= PART_ART20_9 ?
	    tables_art20_cand(t, part, l->label_unit) :
	    tables_cand(t, part, l->label_unit);
	if (c == NULL)
		return;
	c->is_list = true;
	width = tables_width(t, c, part);
	l->too_many = l->too_many || c->crowded;
	watch_blanks(l, width);
	good = fit(l, width, v) || (part == PART_REQUESTS &&
	    join_list(l, c, v));
	for (int i = 0; i < l->n; i++)
		full += l->v[i].raw.n != 0;
	none = !good && full == 0 && !l->too_many && !l->once &&
	    !l->gaps_lie;
	/* 总计 that nothing follows heads a column. */
	if (l->n == 0 && l->match.ordinal == 0 &&
	    strcmp(l->match.label->key, "results_total") == 0)
		return;
	/* A paragraph that nothing follows is a heading like any other. */
	if (full == 0 && !l->too_many && (at_end(l) ||
	    t->units->u[l->label_unit].grid == NULL))
		return;
	l->empty += none;
	if (none)
		for (int i = 0; i < width; i++) {
			v[i] = value_here(l, STR(""));
			v[i].line = l->label_line;
		}
	/*
	 * Between the figures of a line there are no borders, and what did
	 * not fit into a column has gone to the next line: such a row is
	 * read only if it adds up.
	 */
	if (good && part == PART_REQUESTS && full > 0 &&
	    (l->in_line || has_gap(v, width)) &&
	    !values_total_holds(v, width)) {
		good = none = false;
		memset(v, 0, sizeof(v));
	}
	keep_row(l, v, width, full, good || none);
}

static bool
are_none(const struct value *v)
{
	for (int i = 0; i < VALUES_MAX; i++)
		if (number_read(v[i].raw).value.mant != 0)
			return false;
	return true;
}

bool
list_sums_keep(const struct value *v)
{
	for (int i = 0; i < CHANNELS; i++) {
		int64_t	 sum = 0;

		for (int k = 0; k < RESULTS; k++) {
			struct number	 n = number_read(v[i * RESULTS +
			    k].raw);

			if (n.state == STATE_NUMBER)
				sum += k + 1 < RESULTS ? n.value.mant :
				    -n.value.mant;
		}
		if (sum != 0)
			return false;
	}
	return true;
}

/* The same, and they are not all none. */
static bool
sums_hold(const struct value *v)
{
	return list_sums_keep(v) && !are_none(v);
}

/*
 * Whether figures stand beside each other in one line: there is nothing that
 * parts their columns, and they may have been moved.
 */
static bool
are_beside(const struct list *l)
{
	for (int i = 1; i < l->n; i++)
		if (l->v[i].raw.n != 0 && l->v[i - 1].raw.n != 0 &&
		    l->v[i].line == l->v[i - 1].line)
			return true;
	return false;
}

/*
 * Fewer than fifteen, blank cells at either end not being seen: the only
 * place where they keep the sums.
 */
static bool
fit_by_sums(const struct list *l, struct value *out)
{
	struct value	 v[VALUES_MAX];
	int		 found = 0, blank = 0;

	for (int i = 0; i < l->n; i++)
		blank += l->v[i].raw.n == 0;
	/* Where blank cells leave no trace, they may be anywhere. */
	if (l->too_many || l->in_line || l->n > VALUES_MAX || blank == 0)
		return false;
	for (int at = 0; at + l->n <= VALUES_MAX; at++) {
		for (int i = 0; i < VALUES_MAX; i++)
			v[i] = value_here(l, STR(""));
		memcpy(v + at, l->v, (size_t)l->n * sizeof(*v));
		if (sums_hold(v)) {
			found++;
			memcpy(out, v, sizeof(v));
		}
	}
	return found == 1;
}

/* Figures of section 四, which have no label of their own. */
static void
flush_disputes(struct list *l)
{
	struct tables	*t = l->t;
	struct value	 v[VALUES_MAX];
	struct cand	*c;
	int		 full = 0;

	for (int i = 0; i < l->n; i++)
		full += l->v[i].raw.n != 0;
	if (full == 0 && l->n != VALUES_MAX)
		return;
	if (fit(l, VALUES_MAX, v) && (!l->in_line || sums_hold(v)) &&
	    (!(are_beside(l) || has_gap(v, VALUES_MAX)) ||
	    list_sums_keep(v))) {
		tables_dispute(t, l->unit - 1, l->v[0].line, 0, v,
		    VALUES_MAX);
		t->now->is_list = true;
		return;
	}
	/* Five under a channel of their own, not the last five of fifteen. */
	if (l->channel >= 0 && l->results == RESULTS && l->channels == 1 &&
	    fit(l, RESULTS, v)) {
		tables_dispute(t, l->unit - 1, l->v[0].line, l->channel, v,
		    RESULTS);
		t->now->is_list = true;
		return;
	}
	if (fit_by_sums(l, v)) {
		tables_dispute(t, l->unit - 1, l->v[0].line, 0, v,
		    VALUES_MAX);
		t->now->is_list = t->now->row->inferred = true;
		return;
	}
	c = tables_cand(t, PART_DISPUTES, l->unit - 1);
	c->is_list = true;
	c->unread++;
	l->lost += full < VALUES_MAX;
	note_add(t->arena, &c->seen.notes, NOTE_ROW_UNREAD, l->v[0].line,
	    "四: %d figures for %d cells", full, VALUES_MAX);
}

void
list_flush(struct list *l)
{
	drop_margin(l);
	if (l->open && l->match.label == NULL)
		flush_unknown(l);
	else if (l->open)
		flush_row(l);
	else if (l->t->part == PART_DISPUTES)
		flush_disputes(l);
	if (l->n > 0)
		l->channels = l->results = 0;
	l->open = l->joined = l->too_many = l->in_line = false;
	l->n = 0;
}
