#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/label.h"
#include "form/line.h"
#include "form/misread.h"
#include "form/money.h"
#include "form/piece.h"
#include "form/stat_row.h"
#include "form/when.h"

#define LABEL_CHARS	60
#define HEAD_CHARS	14
#define HEADS_MAX	8	/* of a table with a cell a line */

static struct str
simplify(struct arena *a, struct buf *b, struct str label)
{
	struct str	 norm, s;
	int		 depth = 0, ordinal;

	norm = label_norm_in(b, label, &ordinal);
	if (str_starts(norm, STR("其中"))) {
		norm = label_norm(a, str_from(norm, strlen("其中")), NULL);
		buf_clear(b);
		buf_str(b, norm);
		norm = buf_text(b);
	}
	s = (struct str){ b->p, 0 };
	for (size_t at = 0, from = 0; at < norm.n; from = at) {
		uint32_t	 c = utf8_next(norm, &at);

		if (c == '(')
			depth++;
		else if (c == ')' && depth > 0)
			depth--;
		else if (depth == 0 && c != '*') {
			memmove(b->p + s.n, norm.p + from, at - from);
			s.n += at - from;
		}
	}
	if (str_ends(s, STR("总数")))
		s.n -= strlen("总数");
	else if (str_ends(s, STR("数量")))
		s.n -= strlen("数量");
	else if (str_ends(s, STR("数")))
		s.n -= strlen("数");
	return s;
}

struct str
stat_bare(struct arena *a, struct str label)
{
	struct buf	 b;

	buf_init(&b, a);
	return simplify(a, &b, label);
}

/*
 * Whether the label has more ideographs than an item of statistics, an
 * ordinal, 其中 and 总数 before and behind it; those in brackets do not count.
 */
static bool
is_longer_than_any(const struct stat *st, struct str label)
{
	size_t	 han = 0;

	for (size_t i = 0; i < label.n; i++) {
		unsigned char	 c = (unsigned char)label.p[i];

		han += c >= 0xE4 && c <= 0xE9;
	}
	return han > st->forms->bare_chars + strlen("一十其中一十总数") / 3 &&
	    !str_has(label, STR("(")) && !str_has(label, STR("（")) &&
	    !str_has(label, STR("﹙")) && !str_has(label, STR("["));
}

/* The index of the item of that name, the first behind the last; or -1. */
static int
index_of(struct stat *st, struct str label)
{
	char		 room[LABEL_CHARS * UTF8_MAX + 2];
	struct buf	 b;
	struct str	 s;
	int		 n = st->forms->nitem, i = st->last;

	if (label.n == 0 || utf8_longer(label, LABEL_CHARS) ||
	    is_longer_than_any(st, label))
		return -1;
	buf_over(&b, st->arena, room, sizeof(room));
	s = simplify(st->arena, &b, label);
	/* What is no item of statistics has no name. */
	for (int k = 0; k < n && s.n != 0; k++) {
		i = i + 1 < n ? i + 1 : 0;
		if (str_eq(st->forms->item[i].bare, s))
			return i;
	}
	return -1;
}

bool
stat_knows(struct stat *st, struct str label)
{
	return index_of(st, label) >= 0;
}

/* The unit in brackets at the end of a label: "收到申请数（单位：件）". */
static struct str
unit_in(struct arena *a, struct str label)
{
	struct str	 s = str_bare(a, label), unit = STR("");
	size_t		 n;

	if (s.n == 0 || (utf8_last(s, &n) != ')' &&
	    utf8_last(s, &n) != 0xFF09))
		return unit;
	s.n -= n;
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_next(s, &at);

		if (c == '(' || c == 0xFF08 || c == ':' || c == 0xFF1A)
			unit = str_from(s, at);
	}
	return stat_is_unit(unit) ? unit : STR("");
}

/* Whether the figure of an item may be several; then it is noted. */
static bool
is_doubtful(struct stat *st, const struct item *item, struct str raw, int line)
{
	struct value	 v = { .raw = raw };

	if (number_read(raw).state != STATE_TEXT ||
	    (!is_misread(raw) && !is_unclear(st->arena, &v)))
		return false;
	note_add(st->arena, &st->f->notes, is_misread(raw) ? NOTE_MISREAD :
	    NOTE_GLUED, line, "%s: " STR_FMT, item->code, STR_ARG(raw));
	return true;
}

void
stat_add(struct stat *st, struct str label, struct str unit, struct str code,
    struct str raw, int line)
{
	struct number		 num = number_spelt(st->arena, raw);
	struct statistic	*s = arena_alloc(st->arena, 1, sizeof(*s));
	int			 i = index_of(st, label);

	if (i >= 0) {
		st->last = i;
		if (is_doubtful(st, &st->forms->item[i], raw, line))
			return;
	}
	if (unit.n == 0)
		unit = unit_in(st->arena, label);
	*s = (struct statistic){
	    .item = i < 0 ? NULL : &st->forms->item[i],
	    .label = str_trim(label), .unit = str_trim(unit),
	    .code = str_trim(code), .raw = str_trim(raw),
	    .state = num.state, .value = num.value, .line = line };
	if (num.state == STATE_NUMBER && !money_in(&s->value, num.unit,
	    s->unit.n != 0 || i < 0 ? s->unit : str_of(s->item->unit))) {
		s->state = STATE_TEXT;
		s->value = (struct dec){ 0, 0 };
	}
	*st->f->statistic_end = s;
	st->f->statistic_end = &s->next;
	if (s->item != NULL)
		st->known[s->item->form]++;
	if (st->line == 0)
		st->line = line;
}

static int
value_rank(struct str s, int year)
{
	static const char *const	 others[] = { "历年", "总累计", "以来",
		"截至", "截止", "至今", "上年", "去年", "往年", "同期", "同比",
		"增", "减", "比重", "占比", "%" };
	static const struct {
		const char	*word;
		int		 rank;
	} of[] = {
		{ "本期", 1 }, { "本月", 1 }, { "本季", 1 },
		{ "本年累计", 6 }, { "本年度累计", 6 }, { "年累计", 6 },
		{ "累计", 2 }, { "本年", 5 }, { "当年", 5 }, { "今年", 5 },
		{ "年度", 5 }, { "统计数", 4 }, { "数量", 3 }, { "数值", 3 },
		{ "数据", 3 },
	};
	size_t	 at = 0, n;
	int	 y;

	if (str_has_any(s, others, sizeof(others) / sizeof(others[0])))
		return 0;
	if ((y = year_find(s, &at, &n)) != 0)
		return y == year ? 7 : 0;
	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++)
		if (str_has(s, str_of(of[i].word)))
			return of[i].rank;
	return -1;
}

enum stat_head
stat_head(struct str s, int year, int *rank)
{
	char		 room[HEAD_CHARS * UTF8_MAX + 1];
	struct buf	 b;

	if (s.n == 0 || utf8_longer(s, HEAD_CHARS))
		return HEAD_NONE;
	buf_over(&b, NULL, room, sizeof(room));
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_next(s, &at);

		if (!utf8_is_space(c))
			buf_char(&b, utf8_fold(c));
	}
	s = buf_text(&b);
	if (str_has(s, STR("指标")) && value_rank(s, year) < 4)
		return HEAD_LABEL;
	if (str_has(s, STR("单位")))
		return HEAD_UNIT;
	if (str_has(s, STR("代码")) || str_has(s, STR("序号")))
		return HEAD_CODE;
	*rank = value_rank(s, year);
	return *rank >= 0 ? HEAD_VALUE : HEAD_NONE;
}

bool
stat_is_unit(struct str s)
{
	static const char *const	 unit[] = { "条", "件", "次", "篇",
		"个", "人", "人次", "万元", "元", "份" };

	for (size_t i = 0; i < sizeof(unit) / sizeof(unit[0]); i++)
		if (str_eq(s, str_of(unit[i])))
			return true;
	return false;
}

/* The next piece of a list that has text, at or behind i; or the end. */
static int
next_text(const struct pieces *us, int i)
{
	while (i < us->n && us->u[i].is_list && us->u[i].single.n == 0)
		i++;
	return i < us->n && us->u[i].is_list ? i : us->n;
}

/* The last word of *s is taken off. */
static struct str
last_word(struct str *s)
{
	struct str	 word;
	size_t		 cut;

	*s = str_trim(*s);
	cut = utf8_last_word(*s);
	word = str_from(*s, cut);
	*s = str_trim(str_sub(*s, 0, cut));
	return word;
}

/* The unit at the end of *label, if that is a known one without it. */
static struct str
cut_unit(struct stat *st, struct str *label)
{
	static const char *const	 unit[] = { "人次", "万元", "条",
		"件", "次", "篇", "个", "人", "元", "份" };

	for (size_t i = 0; i < sizeof(unit) / sizeof(unit[0]); i++) {
		struct str	 u = str_of(unit[i]), s;

		if (!str_ends(*label, u))
			continue;
		s = str_trim(str_sub(*label, 0, label->n - u.n));
		if (!stat_knows(st, s))
			continue;
		*label = s;
		return u;
	}
	return STR("");
}

/* "（一）收到申请数件12": a known label, a unit and a figure. */
static bool
row_run_together(struct stat *st, struct str s, struct str *label,
    struct str *unit, struct str *raw)
{
	size_t	 at = s.n;

	while (at > 0 && ((s.p[at - 1] >= '0' && s.p[at - 1] <= '9') ||
	    s.p[at - 1] == '.' || s.p[at - 1] == ','))
		at--;
	*raw = str_from(s, at);
	*label = str_trim(str_sub(s, 0, at));
	if (number_read(*raw).state != STATE_NUMBER)
		return false;
	*unit = cut_unit(st, label);
	return unit->n > 0;
}

/* All of a row in one line: "（一）收到申请数 件 12". */
static bool
row_in_line(struct stat *st, struct str s, struct str *label,
    struct str *unit, struct str *raw)
{
	if (row_run_together(st, s, label, unit, raw))
		return true;
	*raw = last_word(&s);
	*label = s;
	if (number_read(*raw).state != STATE_NUMBER)
		return false;
	*unit = last_word(&s);
	if (stat_is_unit(*unit))
		*label = s;
	else
		*unit = STR("");
	return stat_knows(st, *label);
}

/*
 * The heads of a table with a cell a line, which begin with that of the
 * labels here: how many numbers its rows have, and which is the year's.
 */
static void
list_heads(struct stat *st, int i, bool numbered)
{
	const struct pieces	*us = st->us;
	int			 best = 0, rank;

	st->nvalue = 0;
	st->pick = -1;
	st->numbered = numbered;
	for (int k = 0; k < HEADS_MAX; k++) {
		enum stat_head	 w;

		i = next_text(us, i + 1);
		if (i == us->n || stat_knows(st, us->u[i].single))
			return;
		w = stat_head(us->u[i].single, st->f->year, &rank);
		if (w == HEAD_VALUE && rank > best) {
			best = rank;
			st->pick = st->nvalue;
		}
		st->nvalue += w == HEAD_VALUE || w == HEAD_CODE;
	}
}

/* 12 and, of codes, 01. */
static bool
is_count(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return number_read(s).state == STATE_NUMBER;
	return s.n > 0;
}

/* Whether the number is that of the row behind the one with that label. */
static bool
numbers_next(const struct pieces *us, int label, struct str number)
{
	struct number	 next = number_read(number), own;

	while (label > 0 && us->u[label - 1].is_list &&
	    us->u[label - 1].single.n == 0)
		label--;
	if (label == 0)
		return false;
	own = number_read(us->u[label - 1].single);
	return own.state == STATE_NUMBER && next.state == STATE_NUMBER &&
	    dec_double(next.value) == dec_double(own.value) + 1;
}

/*
 * Of the numbers that begin at k the one of the year, as the heads have it;
 * none (NULL) where there are more or fewer than heads.  What stands before
 * the label of the next row may be a number, too.  Returns the piece behind.
 */
static int
pick_number(struct stat *st, int label, int k, struct str *raw)
{
	const struct pieces	*us = st->us;
	struct str		 v[HEADS_MAX];
	int			 n = 0, behind = k + 1;

	*raw = us->u[k].single;
	while (k < us->n && n < HEADS_MAX && is_count(us->u[k].single)) {
		v[n++] = us->u[k].single;
		behind = k + 1;
		k = next_text(us, k + 1);
	}
	if (n > 1 && n != st->nvalue) {
		st->unnumbered += !numbers_next(us, label, v[n - 1]);
		n -= st->numbered || st->unnumbered == 0;
	}
	if (st->nvalue <= 1 && n == 1)
		return behind;
	if (st->pick >= 0 && n == st->nvalue) {
		*raw = v[st->pick];
		return behind;
	}
	*raw = (struct str){ NULL, 0 };
	return behind;
}

/*
 * A cell a line: label, unit, figure.  A label that is known needs no unit;
 * with one and no figure, its cell is blank.  Returns the piece behind the
 * row, or i when there is none.
 */
static int
row_in_lines(struct stat *st, int i, struct str *label, struct str *unit,
    struct str *raw)
{
	const struct pieces	*us = st->us;
	int			 k = next_text(us, i + 1), behind = i + 1;

	*label = us->u[i].single;
	*unit = STR("");
	if (k < us->n && stat_is_unit(us->u[k].single)) {
		*unit = us->u[k].single;
		behind = k + 1;
		k = next_text(us, k + 1);
	} else if (!stat_knows(st, *label)) {
		*unit = cut_unit(st, label);
		if (unit->n == 0)
			return i;
	}
	if (k < us->n && is_count(us->u[k].single))
		return pick_number(st, i, k, raw);
	*raw = STR("");
	return unit->n > 0 && stat_knows(st, *label) ? behind : i;
}

static void
list(struct stat *st)
{
	struct str	 label, unit, raw;
	int		 known = 0, next, rank;
	bool		 numbered = false;

	for (int pass = 0; pass < 2; pass++) {
		if (pass == 1 && known < STAT_ROWS_MIN)
			return;
		st->last = -1;
		for (int i = 0; i < st->us->n; i = next) {
			const struct piece	*u = &st->us->u[i];

			next = i + 1;
			if (!u->is_list || u->single.n == 0)
				continue;
			switch (stat_head(u->single, st->f->year, &rank)) {
			case HEAD_LABEL:
				list_heads(st, i, numbered);
				break;
			case HEAD_CODE:
				numbered = true;
				break;
			default:
				break;
			}
			if (!row_in_line(st, u->single, &label, &unit,
			    &raw)) {
				next = row_in_lines(st, i, &label, &unit,
				    &raw);
				if (next == i) {
					next = i + 1;
					continue;
				}
			}
			if (pass == 0)
				known += stat_knows(st, label);
			else if (raw.p != NULL)
				stat_add(st, label, unit, STR(""), raw,
				    u->line);
			else
				note_add(st->arena, &st->f->notes,
				    NOTE_ROW_UNREAD, u->line, "no column, "
				    "or several, with the figures");
		}
	}
}

void
stat_bind(struct arena *a, const struct forms *forms, struct pieces *us,
    struct filing *f)
{
	struct stat	 st = { .arena = a, .forms = forms, .us = us,
		.f = f, .last = -1 };

	stat_grids(&st);
	if (f->statistic == NULL)
		list(&st);
	if (f->statistic == NULL)
		return;
	f->form = st.known[FORM_STAT2014] > 0 &&
	    st.known[FORM_STAT2014] >= st.known[FORM_LEGACY2008] ?
	    FORM_STAT2014 : FORM_LEGACY2008;
	/* The same label means an item of each form: of this one, here. */
	for (struct statistic *s = f->statistic; s != NULL; s = s->next)
		if (s->item != NULL && s->item->form != f->form)
			s->item = forms_code(forms, f->form, s->item->code);
	f->part[PART_STATISTIC] = (struct part_found){ .found = true,
	    .form = f->form, .line = st.line };
}
