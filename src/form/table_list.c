/*
 * Tables whose rows are lost: one cell per line or paragraph.  A label is
 * followed by its figures; what comes next is the next label.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/table.h"
#include "form/piece.h"

#define HELD_MAX	(VALUES_MAX + 8)
#define LABEL_CHARS	60	/* what is longer is prose */

struct list {
	struct tables	*t;
	int		 unit;
	/* The label whose figures are being collected. */
	bool		 open;
	struct match	 match;
	struct str	 label;
	int		 label_unit, label_line;
	bool		 joined;	/* words were added to it */
	bool		 in_line;	/* its figures stand in one line of text */
	/* The figures, and blank cells, since. */
	struct value	 v[HELD_MAX];
	int		 n;
	bool		 too_many;
	int		 channel;	/* of section 四, named above; -1 */
	int		 channels;	/* named since the last figures */
	int		 results;	/* heads of results since the channel */
	bool		 gaps;	/* blank cells are seen as blank lines */
	int		 lost;	/* rows of which cells left no trace */
};

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

static void
hold(struct list *l, struct str raw)
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

/* Whether the total of section 三 is the sum of the six before it. */
static bool
total_holds(const struct value *v)
{
	int64_t	 sum = 0;

	for (int i = 0; i < APPLICANT__N; i++) {
		struct number	 n = number_read(v[i].raw);

		if (n.state == STATE_NUMBER)
			sum += i == APPLICANT_TOTAL ? -n.value.mant :
			    n.value.mant;
	}
	return sum == 0;
}

/* The document ends here: what follows the last label is not known. */
static bool
at_end(const struct list *l)
{
	return l->unit >= l->t->units->n;
}

static void
flush_row(struct list *l)
{
	struct tables	*t = l->t;
	enum part	 part = l->match.label->part;
	struct value	 v[VALUES_MAX];
	struct cand	*c;
	struct vrow	*row;
	int		 width, full = 0;
	bool		 good, none;

	c = part <= PART_ART20_9 ?
	    tables_art20_cand(t, part, l->label_unit) :
	    tables_cand(t, part, l->label_unit);
	if (c == NULL)
		return;
	c->is_list = true;
	width = tables_width(c, part);
	good = fit(l, width, v);
	for (int i = 0; i < l->n; i++)
		full += l->v[i].raw.n != 0;
	none = !good && full == 0 && !l->too_many;
	/* A paragraph that nothing follows is a heading like any other. */
	if (none && (at_end(l) || t->units->u[l->label_unit].grid == NULL))
		return;
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
	if (good && l->in_line && part == PART_REQUESTS && !total_holds(v)) {
		good = none = false;
		memset(v, 0, sizeof(v));
	}
	good = good || none;
	row = tables_row(t, part, l->match.label->key, l->label_unit,
	    l->label_line, v, good ? width : 0);
	if (row == NULL)
		return;
	t->now->unit_end = l->unit > 0 ? l->unit - 1 : 0;
	row->match = l->match;
	row->label = l->label;
	row->unread = !good;
	row->inferred = l->in_line;
	/* A label in pieces is no deviating label. */
	row->match.exact = row->match.exact || l->joined;
	if (!good) {
		l->lost += full < width;
		t->now->unread++;
		note_add(t->arena, &t->now->seen.notes, NOTE_ROW_UNREAD,
		    l->label_line, STR_FMT ": %d figures for %d cells",
		    STR_ARG(l->label), full, width);
	}
}

/* Whether the figures keep the sums of section 四, and are not all none. */
static bool
sums_hold(const struct value *v)
{
	bool	 any = false;

	for (int i = 0; i < CHANNELS; i++) {
		int64_t	 sum = 0;

		for (int k = 0; k < RESULTS; k++) {
			struct number	 n = number_read(v[i * RESULTS +
			    k].raw);

			if (n.state != STATE_NUMBER)
				continue;
			any = any || n.value.mant != 0;
			sum += k + 1 < RESULTS ? n.value.mant :
			    -n.value.mant;
		}
		if (sum != 0)
			return false;
	}
	return any;
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
	if (fit(l, VALUES_MAX, v) && (!l->in_line || sums_hold(v))) {
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

static void
flush(struct list *l)
{
	drop_margin(l);
	if (l->open)
		flush_row(l);
	else if (l->t->part == PART_DISPUTES)
		flush_disputes(l);
	if (l->n > 0)
		l->channels = l->results = 0;
	l->open = l->joined = l->too_many = l->in_line = false;
	l->n = 0;
}

static void
begin(struct list *l, const struct match *m, struct str text)
{
	flush(l);
	l->open = true;
	l->match = *m;
	l->label = str_trim(text);
	l->label_unit = l->unit;
	l->label_line = l->t->units->u[l->unit].line;
}

/* "行政许可 223": a label and its figures in one line. */
static struct str
split_tail(struct str s, struct str *tail)
{
	size_t	 cut = s.n, at = s.n, n;

	while (at > 0) {
		size_t		 word = at;
		enum state	 st;

		while (word > 0 &&
		    !utf8_is_space(utf8_last(str_sub(s, 0, word), &n)))
			word -= n;
		st = number_read(str_sub(s, word, at - word)).state;
		if (word == 0 ||
		    (st != STATE_NUMBER && st != STATE_PLACEHOLDER))
			break;
		cut = word;
		at = str_trim(str_sub(s, 0, word)).n == 0 ? 0 : word;
		while (at > 0 &&
		    utf8_is_space(utf8_last(str_sub(s, 0, at), &n)))
			at -= n;
	}
	*tail = str_trim(str_from(s, cut));
	return str_trim(str_sub(s, 0, cut));
}

/* The next word of *rest; false if there is none. */
static bool
next_word(struct str *rest, struct str *word)
{
	size_t	 end = 0, n;

	*rest = str_trim(*rest);
	while (end < rest->n &&
	    !utf8_is_space(utf8_first(str_from(*rest, end), &n)))
		end += n;
	*word = str_sub(*rest, 0, end);
	*rest = str_from(*rest, end);
	return end > 0;
}

static void
hold_words(struct list *l, struct str tail)
{
	struct str	 word;

	while (next_word(&tail, &word))
		hold(l, word);
}

/* Heads of section 四; the exact words, or two of them. */
static bool
dispute_head(struct list *l, struct str s)
{
	struct tables	*t = l->t;
	struct match	 m;
	bool		 result;

	int		 channel = tables_channel(t, s);

	result = label_match(t->arena, t->forms, PART_DISPUTES, AXIS_COL, s,
	    &m) && m.exact;
	if (channel < 0 && !result)
		return false;
	/* 总计 heads a column of section 三 as well. */
	if (t->part != PART_DISPUTES && channel < 0 &&
	    strcmp(m.label->key, "total") == 0)
		return false;
	flush(l);
	if (t->part != PART_DISPUTES) {
		tables_close(t);
		t->part = PART_DISPUTES;
		l->channel = -1;
	}
	if (channel >= 0) {
		l->channel = channel;
		l->channels++;
		l->results = 0;
	} else
		l->results++;
	return true;
}

static bool
label_here(struct list *l, struct str s, struct match *m)
{
	struct tables	*t = l->t;

	if (utf8_length(s) > LABEL_CHARS)
		return false;
	if (t->part != PART_REQUESTS && t->part != PART_DISPUTES &&
	    tables_art20(t, AXIS_ROW, s, m))
		return true;
	return t->part != PART_DISPUTES && tables_request(t, s, m);
}

/* Words that are neither label nor head, and the figures behind them. */
static void
other_words(struct list *l, struct str s, struct str tail)
{
	struct str	 whole;
	struct match	 m;

	if (l->open && l->in_line && utf8_length(s) <= LABEL_CHARS) {
		/* The label goes on; figures beside it are parts of others. */
		l->too_many = l->too_many || tail.n != 0;
		return;
	}
	if (!l->open || utf8_length(s) > LABEL_CHARS) {
		flush(l);
		return;
	}
	if (l->n > 0) {
		flush(l);
		return;
	}
	/* The rest of a label that was broken over lines. */
	whole = str_cat(l->t->arena, l->label, s);
	if (label_match(l->t->arena, l->t->forms, l->match.label->part,
	    AXIS_ROW, whole, &m) && m.label->key == l->match.label->key)
		l->match = m;
	l->label = whole;
	l->joined = true;
}

/* Heads of a part of article 20, be it several in one line. */
static bool
art20_heads(struct list *l, struct str s)
{
	struct tables	*t = l->t;
	int		 line = t->units->u[l->unit].line, n = 0;
	struct match	 m, one;
	struct str	 word, rest = s;

	if (utf8_length(s) > LABEL_CHARS || !tables_art20(t, AXIS_COL, s, &m))
		return false;
	flush(l);
	while (!m.exact && next_word(&rest, &word))
		n += tables_art20(t, AXIS_COL, word, &one);
	if (n < 2) {
		tables_head(t, l->unit, &m, s, line, -1, 1);
		return true;
	}
	for (rest = s; next_word(&rest, &word); )
		if (tables_art20(t, AXIS_COL, word, &one))
			tables_head(t, l->unit, &one, word, line, -1, 1);
	return true;
}

static void
words(struct list *l, struct str s)
{
	struct tables	*t = l->t;
	struct match	 m;
	struct str	 tail, front = split_tail(s, &tail);

	if (tables_title(t, l->unit, s)) {
		/* flush() came too late for the old part; see one_unit(). */
		return;
	}
	if (front.n != 0 && label_here(l, front, &m) &&
	    (tail.n == 0 || m.exact || m.label->part > PART_ART20_9) &&
	    (tail.n != 0 || front.n == s.n)) {
		begin(l, &m, front);
		l->in_line = tail.n != 0;
		hold_words(l, tail);
		return;
	}
	if (front.n == 0 && (l->open || t->part == PART_DISPUTES)) {
		l->in_line = true;
		hold_words(l, tail);
		return;
	}
	if (t->part != PART_REQUESTS && t->part != PART_DISPUTES &&
	    art20_heads(l, s))
		return;
	if (utf8_length(s) <= LABEL_CHARS && dispute_head(l, s))
		return;
	if (str_has(s, STR("勾稽关系")) && t->part != PART_DISPUTES) {
		flush(l);
		tables_close(t);
		t->part = PART_REQUESTS;
		return;
	}
	other_words(l, s, tail);
}

static void
one_unit(struct list *l, const struct piece *u)
{
	struct str	 s = u->ncell > 0 ? str_trim(u->cell[0]->text) :
			    STR("");
	enum part	 part;
	bool		 right;

	if (u->heading != 0 || label_block_title(l->t->arena, s, &part,
	    &right))
		flush(l);
	if (u->heading != 0) {
		tables_heading(l->t, l->unit);
		l->channel = -1;
		return;
	}
	if (s.n == 0) {
		if (l->open || l->n > 0 || (l->t->part == PART_DISPUTES &&
		    l->results >= RESULTS))
			hold(l, s);
		return;
	}
	if (number_read(s).state != STATE_TEXT) {
		if (l->open || l->t->part == PART_DISPUTES)
			hold(l, s);
		return;
	}
	words(l, s);
}

/* Whether a figure stands behind blank lines that were taken for a cell. */
static bool
has_gaps(const struct tables *t, int unit)
{
	const struct pieces	*us = t->units;

	for (; unit + 1 < us->n && us->u[unit + 1].is_list; unit++)
		if (us->u[unit].ncell > 0 && us->u[unit].cell[0]->inferred &&
		    number_read(us->u[unit + 1].single).state ==
		    STATE_NUMBER)
			return true;
	return false;
}

void
table_list(struct tables *t, int *unit)
{
	struct list	 l = { .t = t, .channel = -1,
		.gaps = has_gaps(t, *unit) };

	for (; *unit < t->units->n && t->units->u[*unit].is_list; ++*unit) {
		const struct piece	*u = &t->units->u[*unit];

		l.unit = *unit;
		/* No table stands in the text of sections 一, 五 and 六. */
		if (u->section == 1 || u->section >= 5) {
			flush(&l);
			tables_close(t);
			t->part = PART__N;
			continue;
		}
		if (!u->is_glued)
			one_unit(&l, u);
		else if (u->heading != 0)
			tables_heading(t, *unit);
	}
	l.unit = *unit;
	flush(&l);
}
