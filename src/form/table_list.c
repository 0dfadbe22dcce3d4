/*
 * Tables whose rows are lost: one cell per line or paragraph.  A label is
 * followed by its figures; what comes next is the next label.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/piece.h"
#include "form/table_list.h"

#define LABEL_CHARS	60	/* what is longer is prose */
#define PART_CHARS	24	/* of a label that is broken over lines */
#define PARTS_MAX	20
#define WHOLE_MAX	1024	/* bytes of all of it */
#define FRONT_MAX	(3 * LABEL_CHARS)	/* of one beside others */

/* Figures in a label that is none of the form's, behind its number. */
static bool
has_figures(const struct match *m)
{
	return !m->exact && str_has_digit(m->norm);
}

struct str
list_split_tail(struct str s, struct str *tail)
{
	size_t	 cut = s.n, at = s.n, n;

	while (at > 0) {
		size_t		 word = utf8_last_word(str_sub(s, 0, at));
		enum state	 st;

		if (word == 0)
			break;
		st = number_read(str_sub(s, word, at - word)).state;
		if (st != STATE_NUMBER && st != STATE_PLACEHOLDER)
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

static bool
has_space(struct str s)
{
	return utf8_space(s, 0) < s.n;
}

bool
list_next_word(struct str *rest, struct str *word)
{
	size_t	 end;

	*rest = str_trim(*rest);
	end = utf8_space(*rest, 0);
	*word = str_sub(*rest, 0, end);
	*rest = str_from(*rest, end);
	return end > 0;
}

static void
hold_words(struct list *l, struct str tail)
{
	struct str	 word;

	while (list_next_word(&tail, &word))
		list_hold(l, word);
}

/* A label of a row of section 三, to the word; longer ones are not there. */
static bool
exact_request(const struct list *l, struct str s, struct match *m)
{
	return s.n <= FRONT_MAX && tables_request_exact(l->t, s, m);
}

/*
 * Two cells in one line, of which one alone is a label to the word: what the
 * other says is no deviation of this one.
 */
static bool
runs_together(const struct list *l, struct str s)
{
	struct str	 word, rest = s;
	struct match	 m;

	if (!has_space(s))
		return false;
	while (list_next_word(&rest, &word)) {
		struct str	 front = str_sub(s, 0, s.n - rest.n);

		if (rest.n != 0 && (exact_request(l, front, &m) ||
		    exact_request(l, str_trim(rest), &m)))
			return true;
	}
	return false;
}

static void
begin(struct list *l, const struct match *m, struct str text)
{
	list_flush(l);
	l->open = true;
	l->too_many = has_figures(m) || (l->crowded &&
	    m->label->part == PART_REQUESTS) || (l->disordered &&
	    m->label->part <= PART_ART20_9);
	l->match = *m;
	l->label = str_trim(text);
	l->label_unit = l->unit;
	l->joined = !m->exact && runs_together(l, l->label);
	l->label_line = l->t->units->u[l->unit].line;
}

/* Heads of section 四; the exact words, or two of them. */
static bool
dispute_head(struct list *l, struct str s)
{
	struct tables	*t = l->t;
	struct match	 m;
	bool		 result;

	int		 channel = tables_channel(t, s);

	result = tables_match(t, PART_DISPUTES, AXIS_COL, s, &m) && m.exact;
	if (channel < 0 && !result)
		return false;
	/* 总计 heads a column of section 三 as well. */
	if (t->part != PART_DISPUTES && channel < 0 &&
	    strcmp(m.label->key, "total") == 0)
		return false;
	list_flush(l);
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

/* Several of them in one line, and nothing else. */
static bool
dispute_heads(struct list *l, struct str s)
{
	struct str	 word, rest = s;
	struct match	 m;

	if (!has_space(s))
		return dispute_head(l, s);
	while (list_next_word(&rest, &word))
		if (!tables_match(l->t, PART_DISPUTES, AXIS_COL, word, &m) ||
		    !m.exact)
			return dispute_head(l, s);
	for (rest = s; list_next_word(&rest, &word); )
		if (!dispute_head(l, word))
			return false;
	return true;
}

static bool
label_here(struct list *l, struct str s, struct match *m)
{
	struct tables	*t = l->t;

	if (utf8_longer(label_without_remark(s), LABEL_CHARS))
		return false;
	if (t->part != PART_REQUESTS && t->part != PART_DISPUTES &&
	    tables_art20(t, AXIS_ROW, s, m))
		return true;
	return t->part != PART_DISPUTES && tables_request(t, s, m);
}

/* Words among the heads of a part of article 20 that are none of them. */
static void
watch_heads(struct list *l, struct str s)
{
	struct cand	*c = l->t->now;

	if (c != NULL && c->part <= PART_ART20_9 && c->nhead > 0 &&
	    c->nrow == 0 && !utf8_longer(s, PART_CHARS) &&
	    tables_strange_head(l->t, s))
		c->crowded = true;
}

/* A label that is none of the form's; what stands behind it is not lost. */
static void
begin_unknown(struct list *l, struct str s, struct str tail)
{
	list_flush(l);
	watch_heads(l, s);
	if (l->t->part != PART_REQUESTS || l->once)
		return;
	l->open = true;
	l->too_many = l->crowded;
	l->match = (struct match){ .label = NULL };
	l->label = s;
	l->label_unit = l->unit;
	l->label_line = l->t->units->u[l->unit].line;
	l->in_line = tail.n != 0;
	hold_words(l, tail);
}

/* "3.危及": the words begin a label; what goes on with one has no number. */
static bool
has_number(const struct list *l, struct str s)
{
	static const char	 digits[] = "一二三四五六七";
	int			 ordinal;
	size_t			 at, n;

	label_norm(l->t->arena, s, &ordinal);
	if (ordinal != 0 || s.n == 0)
		return ordinal != 0;
	/* "（四" of a number that was broken over lines. */
	if (utf8_fold(utf8_first(s, &at)) != '(' || at >= s.n)
		return false;
	utf8_first(str_from(s, at), &n);
	return str_has(STR(digits), str_sub(s, at, n));
}

/*
 * Whether words behind the label that is open are a label of their own: that
 * of a group is all there, and rows follow it.
 */
static bool
is_below_group(const struct list *l, struct str s)
{
	if (l->match.label == NULL || !label_is_group(l->match.label) ||
	    (!l->match.exact && label_near(&l->t->forms->of[PART_REQUESTS]
	    [AXIS_ROW], l->match.norm, label_chars(l->match.norm)) == NULL))
		return false;
	return has_number(l, s);
}

/* Words that are neither label nor head, and the figures behind them. */
static void
other_words(struct list *l, struct str s, struct str tail)
{
	struct str	 whole;
	struct match	 m;

	if (l->open && l->in_line && !utf8_longer(s, LABEL_CHARS)) {
		/* The label goes on; figures beside it are parts of others. */
		l->too_many = l->too_many || tail.n != 0;
		return;
	}
	if (utf8_longer(s, LABEL_CHARS)) {
		list_flush(l);
		watch_heads(l, s);
		return;
	}
	if (!l->open || l->n > 0 || is_below_group(l, s) ||
	    has_number(l, s)) {
		begin_unknown(l, s, tail);
		return;
	}
	/* "3注" is in a cell, or "<b>3</b>"; what it says is not known. */
	if (tail.n != 0 || str_has_digit(s)) {
		l->too_many = true;
		if (s.p[0] >= '0' && s.p[0] <= '9')
			return;
	}
	/* The rest of a label broken over lines, or a page of prose. */
	l->joined = true;
	if (l->label.n + s.n > WHOLE_MAX)
		return;
	whole = str_cat(l->t->arena, l->label, s);
	if (l->match.label != NULL && tables_match(l->t, l->match.label->part,
	    AXIS_ROW, whole, &m) && m.label->key == l->match.label->key)
		l->match = m;
	l->label = whole;
}

/* Heads of a part of article 20, be it several in one line. */
static bool
art20_heads(struct list *l, struct str s)
{
	struct tables	*t = l->t;
	int		 line = t->units->u[l->unit].line, n = 0;
	struct match	 m, one;
	struct str	 word, rest = s;
	bool		 exact = false;

	if (utf8_longer(label_without_remark(s), LABEL_CHARS))
		return false;
	while (has_space(s) && list_next_word(&rest, &word)) {
		bool	 is = tables_art20(t, AXIS_COL, word, &one);

		n += is;
		exact = exact || (is && one.exact);
	}
	if (!tables_art20(t, AXIS_COL, s, &m) && n < 2)
		return false;
	list_flush(l);
	/* One that is there to the word, beside one that is not known. */
	if (n < 2 && (m.exact || !exact)) {
		tables_head(t, l->unit, &m, s, line, -1, 1);
		if (tables_is_piece(t, &m))
			tables_head_joined(t, &m);
		return true;
	}
	for (rest = s; list_next_word(&rest, &word); )
		if (tables_art20(t, AXIS_COL, word, &one))
			tables_head(t, l->unit, &one, word, line, -1, 1);
		else
			watch_heads(l, word);
	return true;
}

/*
 * "三、本年度办理结果 （一）予以公开": the label of a group and, behind a
 * space, that of its first row, which is what is left of s.
 */
static bool
behind_group(struct list *l, struct str *s, struct match *m)
{
	struct str	 word, rest = *s;
	struct match	 group;

	if (l->t->part == PART_DISPUTES || !has_space(*s))
		return false;
	while (list_next_word(&rest, &word)) {
		struct str	 front = str_sub(*s, 0, s->n - rest.n);

		if (front.n > FRONT_MAX)
			break;
		if (!exact_request(l, front, &group))
			continue;
		rest = str_trim(rest);
		if (!label_here(l, rest, m) || !m->exact)
			continue;
		*s = rest;
		return true;
	}
	return false;
}

/*
 * Where the words begin that stand behind the figures of a line, in *at, and
 * how many figures those are; 0 if the line ends with its figures or begins
 * with them.
 */
static int
remark_at(struct str s, size_t *at)
{
	struct str	 word, rest = s;
	int		 figures = 0, words = 0;

	while (list_next_word(&rest, &word)) {
		enum state	 st = number_read(word).state;

		if (st == STATE_NUMBER || st == STATE_PLACEHOLDER) {
			if (words > 0 && figures++ == 0)
				words = 1;
			*at = s.n - rest.n;
		} else
			words++;
	}
	return figures > 0 && words > 1 ? figures : 0;
}

static void
words(struct list *l, struct str s)
{
	struct tables	*t = l->t;
	struct match	 m;
	struct str	 tail, front;
	size_t		 at = s.n;
	int		 before = remark_at(s, &at);

	if (before > 1)
		s = str_sub(s, 0, at);
	front = list_split_tail(s, &tail);
	if (tables_title(t, l->unit, s)) {
		/* list_flush() came too late for it; see one_unit(). */
		return;
	}
	if (behind_group(l, &front, &m) ||
	    (front.n != 0 && label_here(l, front, &m) &&
	    (tail.n == 0 || m.exact || m.label->part > PART_ART20_9) &&
	    (tail.n != 0 || front.n == s.n))) {
		begin(l, &m, front);
		l->in_line = tail.n != 0;
		l->too_many = l->too_many || before == 1;
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
	if (!utf8_longer(s, LABEL_CHARS) && dispute_heads(l, s))
		return;
	if (str_has(s, STR("勾稽关系")) && t->part != PART_DISPUTES) {
		list_flush(l);
		tables_close(t);
		t->part = PART_REQUESTS;
		return;
	}
	other_words(l, s, tail);
}

/*
 * Whether a label of the form, of a row or of a column of article 20, begins
 * so; *all if that is all of it.
 */
static bool
begins_label(const struct list *l, struct str s, bool *all)
{
	const struct forms	*f = l->t->forms;
	struct str		 norm = label_norm(l->t->arena, s, NULL);
	bool			 begins = norm.n == 0;	/* "（七" */

	*all = false;
	for (int i = 0; i < f->nlabel && norm.n > 0; i++) {
		const struct label	*k = &f->label[i];

		if (!k->official || (k->axis != AXIS_ROW &&
		    (k->axis != AXIS_COL || l->t->part > PART_ART20_9)) ||
		    !str_starts(k->text, norm))
			continue;
		begins = true;
		*all = *all || k->text.n == norm.n;
	}
	return begins;
}

/* The last word of a line. */
static struct str
last_word(struct str s)
{
	return str_from(s, utf8_last_word(s));
}

/*
 * "理结果 （三） 1.属于": the beginning of a label behind those of its groups,
 * which are broken over the same lines; the line itself if it has none.
 */
static struct str
beside_group(const struct list *l, struct str s)
{
	struct str	 word, rest = s, own = s;

	if (l->t->part != PART_REQUESTS || !has_space(s))
		return s;
	while (list_next_word(&rest, &word))
		if (has_number(l, word))
			own = str_sub(s, s.n - rest.n - word.n,
			    word.n + rest.n);
	return own;
}

/*
 * The label of which the unit is the first line, if the next ones make it
 * one of the form's word for word; *more is how many of them do.  Beside the
 * label of a group it is what is rightmost on each line.
 */
static struct str
whole_label(struct list *l, struct str s, int *more)
{
	const struct pieces	*us = l->t->units;
	struct str		 whole = beside_group(l, s), part;
	bool			 all, beside = whole.n < s.n;

	*more = 0;
	if (utf8_longer(s, PART_CHARS) || !begins_label(l, whole, &all))
		return s;
	if (all)
		return whole;
	for (int k = 1; k <= PARTS_MAX && l->unit + k < us->n; k++) {
		const struct piece	*u = &us->u[l->unit + k];

		if (!u->is_list || u->heading != 0 || u->single.n == 0 ||
		    utf8_longer(u->single, PART_CHARS) ||
		    number_read(u->single).state != STATE_TEXT)
			break;
		part = beside ? last_word(u->single) : u->single;
		whole = str_cat(l->t->arena, whole, part);
		if (!begins_label(l, whole, &all))
			break;
		if (all) {
			*more = k;
			return whole;
		}
	}
	return s;
}

static void
one_unit(struct list *l, const struct piece *u)
{
	struct str	 s = u->ncell > 0 ? str_trim(u->cell[0]->text) :
			    STR("");
	enum part	 part;
	bool		 right;
	int		 more;

	if (u->heading != 0 || label_block_title(l->t->arena, s, &part,
	    &right))
		list_flush(l);
	if (u->heading != 0) {
		tables_heading(l->t, l->unit);
		l->channel = -1;
		return;
	}
	if (s.n == 0) {
		if (l->gaps_lie && u->ncell > 0 && u->cell[0]->inferred)
			return;
		if (l->open || l->n > 0 || (l->t->part == PART_DISPUTES &&
		    l->results >= RESULTS))
			list_hold(l, s);
		return;
	}
	if (number_read(s).state != STATE_TEXT) {
		if (l->open || l->t->part == PART_DISPUTES)
			list_hold(l, s);
		else
			l->t->bare |= l->t->part < PART_DISPUTES &&
			    number_read(s).state == STATE_NUMBER;
		return;
	}
	s = whole_label(l, s, &more);
	words(l, s);
	l->unit += more;
}

void
table_list(struct tables *t, int *unit)
{
	struct list	 l = { .t = t, .channel = -1, .since = t->now,
		.fresh = t->cand_end };

	list_survey(&l, *unit);
	for (; *unit < t->units->n && t->units->u[*unit].is_list; ++*unit) {
		const struct piece	*u = &t->units->u[*unit];

		l.unit = *unit;
		/* No table stands in the text of sections 一, 五 and 六. */
		if (u->section == 1 || (u->section >= 5 && !u->annex)) {
			list_flush(&l);
			tables_close(t);
			t->part = PART__N;
			continue;
		}
		if (!u->is_glued)
			one_unit(&l, u);
		else if (u->heading != 0)
			tables_heading(t, *unit);
		*unit = l.unit;
	}
	l.unit = *unit;
	list_flush(&l);
	list_doubt(&l);
}
