/*
 * Of when a number is: another year, years taken together, a part of the
 * year, or only a difference between two years.  Whatever is not certain
 * narrows the number, and then nobody is accused.
 */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/tell.h"

size_t
tell_number_at(const struct hit *h)
{
	return h->m.number != NULL ? h->m.number->at : h->m.end;
}

/*
 * 增加2件, 同比少3件.  新增5件 were received, 至少5件 is only vague; and of
 * 由3件上升至5件 the first is another time's.
 */
bool
tell_difference(const struct teller *r, const struct hit *h)
{
	struct str	 before = str_sub(r->s.text, 0, tell_number_at(h));

	if (h->m.number == NULL)
		return false;
	while (str_ends_any(before, STR("了|约|近|共")))
		before.n -= str_of("了").n;
	return str_ends_any(before, STR("增加|减少|增长|下降|上升|提高|提升|"
	    "降低|回落|升高|增多|净增|相差|多|少|增|减|升|降|由|从")) &&
	    !str_ends_any(before, STR("新增|至少|不少|最多|最少|至多|许多"));
}

/* What is said right behind 较, 比, 与 or 同 is only compared with. */
static bool
is_comparison(struct str before)
{
	return str_ends_any(before, STR("较|比|与|同|较于|对于|比于"));
}

/* 2008年至2021年, 2008-2021年, 2020年、2021年: more than one year. */
static bool
is_range(struct str before)
{
	static const char	 join[] = "至|到|—|–|~|～|-|－|、|和|及|与";
	struct str		 words = STR(join), w;

	if (str_ends(before, STR("——")))
		before.n -= str_of("—").n;
	while (str_field(&words, '|', &w)) {
		struct str	 left;

		if (!str_ends(before, w))
			continue;
		left = str_sub(before, 0, before.n - w.n);
		if (str_ends_any(left, STR("年|年度")) || (left.n != 0 &&
		    left.p[left.n - 1] >= '0' && left.p[left.n - 1] <= '9'))
			return true;
	}
	return false;
}

/* Behind these a year is that of what was carried over. */
#define RANGE_MAX	20	/* bytes between the months of 7月1日至12月 */
#define CARRIED	"结转|转结|转入|转来|转下|遗留|未办|未完|顺延|延续|结余|跨年"

#define PAST	"去年|上年|上一年|上个年|上一个年|往年|前年|前一年"

/*
 * Bytes before a place that are looked at.  People say it within a sentence
 * of some lines; what is longer has lost its full stops.
 */
#define LOOK_BACK	600

size_t
tell_back(const struct teller *r, size_t at)
{
	size_t	 from = at > LOOK_BACK ? at - LOOK_BACK : 0;

	while (from > 0 && ((unsigned char)r->s.text.p[from] & 0xC0) == 0x80)
		from--;
	return from;
}

/* The first token at or behind at. */
static int
token_from(const struct teller *r, size_t at)
{
	int	 lo = 0, hi = r->s.ntoken;

	while (lo < hi) {
		int	 mid = lo + (hi - lo) / 2;

		if (r->s.token[mid].at < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/*
 * What is said of time at a place of the sentence.  What was found out is
 * asked for by each statement, of which a sentence may have hundreds.
 */
struct heard {
	size_t	 at;
	enum { HEARD_TIME, HEARD_OPEN, HEARD_CLOSE } kind;
	struct spoken {
		bool	 other;	/* than the year of the report */
		size_t	 said;	/* where that was said last */
	} now;
};

static void
hear(struct teller *r, size_t at, int kind, bool other, size_t said)
{
	struct heard_times	*t = &r->times;

	t->v = arena_grow(r->a, t->v, (size_t)t->n, &t->cap, sizeof(*t->v));
	t->v[t->n].at = at;
	t->v[t->n].kind = kind;
	t->v[t->n++].now = (struct spoken){ other, said };
}

static void
hear_year(struct teller *r, const struct token *t)
{
	int	 year = (int)t->value.mant;
	bool	 other = (r->f->year != 0 && year != r->f->year) ||
		    is_range(str_sub(r->s.text, 0, t->at));
	size_t	 said = t->end;

	if (!other && str_starts(str_from(r->s.text, t->end), STR("以来")))
		said += str_of("以来").n;
	hear(r, t->at, HEARD_TIME, other, said);
}

/* 今年, or 去年 that is not that of what was carried over. */
static void
hear_words(struct teller *r, size_t at)
{
	struct str	 s = r->s.text, words = STR(PAST);
	struct str	 rest = str_from(s, at), w;

	if (str_starts(rest, STR("今年")) || str_starts(rest, STR("本年")))
		hear(r, at, HEARD_TIME, false, at + str_of("今年").n);
	else if (!prose_has_any(str_sub(rest, 0, 3), STR("去|上|往|前")))
		return;
	while (str_field(&words, '|', &w))
		if (str_starts(rest, w) && !is_comparison(str_sub(s, 0, at)) &&
		    !prose_has_any(str_sub(rest, w.n, 18), STR(CARRIED)))
			hear(r, at, HEARD_TIME, true, at + w.n);
}

static void
hear_sentence(struct teller *r)
{
	struct str	 s = r->s.text;
	int		 k = 0;

	if (r->times.of == s.p)
		return;
	r->times.of = s.p;
	r->times.n = 0;
	for (size_t at = 0; at < s.n; utf8_next(s, &at)) {
		while (k < r->s.ntoken && r->s.token[k].at < at)
			k++;
		if (str_starts(str_from(s, at), STR("（")))
			hear(r, at, HEARD_OPEN, false, 0);
		else if (str_starts(str_from(s, at), STR("）")))
			hear(r, at, HEARD_CLOSE, false, 0);
		if (k >= r->s.ntoken || r->s.token[k].at != at ||
		    !r->s.token[k].is_year)
			hear_words(r, at);
		else if (!is_comparison(str_sub(s, 0, at)))
			hear_year(r, &r->s.token[k]);
	}
}

/* The first of what was heard at or behind at. */
static int
heard_from(const struct heard_times *t, size_t at)
{
	int	 lo = 0, hi = t->n;

	while (lo < hi) {
		int	 mid = lo + (hi - lo) / 2;

		if (t->v[mid].at < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/*
 * The time of what stands at upto.  One that something is compared with
 * does not count, and one in brackets ends with them.
 */
static struct spoken
spoken_time(struct teller *r, size_t upto)
{
	const struct heard_times	*t = &r->times;
	size_t				 from = tell_back(r, upto);
	struct spoken			 now = { false, from }, outside = now;

	hear_sentence(r);
	for (int i = heard_from(t, from); i < t->n && t->v[i].at < upto; i++)
		switch (t->v[i].kind) {
		case HEARD_OPEN:
			outside = now;
			break;
		case HEARD_CLOSE:
			now = outside;
			break;
		default:
			now = t->v[i].now;
			break;
		}
	return now;
}

static bool
has_year(const struct pattern *p)
{
	for (int i = 0; i < p->n; i++)
		if (p->element[i].kind == ELEMENT_YEAR)
			return true;
	return false;
}

/*
 * Of another year: the last one named in the sentence before the keyword;
 * any in its clause up to the number; or a word like 次年 there.
 */
bool
tell_other_year(struct teller *r, const struct hit *h)
{
	size_t	 from = (size_t)(h->clause.p - r->s.text.p);
	size_t	 end = has_year(&h->row->pattern) ? h->m.at : tell_number_at(h);

	if (spoken_time(r, h->m.at).other)
		return true;
	for (int i = token_from(r, from); i < r->s.ntoken &&
	    r->s.token[i].at < end && r->f->year != 0; i++)
		if (r->s.token[i].is_year &&
		    r->s.token[i].value.mant != r->f->year)
			return true;
	return prose_has_any(str_sub(r->s.text, from, h->m.at - from),
	    STR(PAST "|同期|上期|明年|来年|下年|下一年|次年|历年"));
}

struct month {
	int	 month, day;
	bool	 is_end;	/* 至 or 截至 before it, 底 behind it */
	size_t	 at;
};

/* The number that ends here: digits, or 一 to 十二. */
static int
small_before(struct str s)
{
	static const char	 han[] = "十二|十一|十|九|八|七|六|五|四|三|二|"
		"一";
	struct str		 words = STR(han), w;
	int			 v = 12, n = 0, p = 1;
	size_t			 i = s.n;

	for (; i > 0 && s.p[i - 1] >= '0' && s.p[i - 1] <= '9' && p < 1000;
	    p *= 10)
		n += p * (s.p[--i] - '0');
	if (p > 1)
		return n;
	for (; str_field(&words, '|', &w); v--)
		if (str_ends(s, w))
			return v;
	return 0;
}

static struct str
without_small(struct str s)
{
	struct str	 bare = s;

	while (bare.n != 0 && bare.p[bare.n - 1] >= '0' &&
	    bare.p[bare.n - 1] <= '9')
		bare.n--;
	while (bare.n == s.n && str_ends_any(bare, STR("十|九|八|七|六|五|四|三"
	    "|二|一"))) {
		bare.n -= str_of("十").n;
		s.n -= str_of("十").n;
	}
	return bare;
}

/* The day that begins here, or 0. */
static int
day_after(struct str s)
{
	size_t	 n = str_find(s, STR("日"), 0);

	if (n == STR_NONE)
		n = str_find(s, STR("号"), 0);
	if (n == STR_NONE || n == 0 || n > 9)
		return 0;
	return str_eq(str_sub(s, 0, n), STR("三十一")) ? 31 :
	    small_before(str_sub(s, 0, n));
}

static bool
next_month(struct str s, size_t *at, struct month *m)
{
	size_t		 i;
	struct str	 lead;

	while ((i = str_find(s, STR("月"), *at)) != STR_NONE) {
		*at = i + str_of("月").n;
		m->month = small_before(str_sub(s, 0, i));
		if (m->month < 1 || m->month > 12)
			continue;
		m->at = i;
		m->day = day_after(str_from(s, *at));
		lead = without_small(str_sub(s, 0, i));
		if (str_ends(lead, STR("年"))) {
			lead.n -= str_of("年").n;
			if (lead.n >= 4)
				lead.n -= 4;
		}
		m->is_end = str_ends_any(lead, STR("至|到|截至|截止|—|-|～|~|–|"
		    "－")) || str_starts(str_from(s, *at), STR("底"));
		return true;
	}
	return false;
}

/* From January to some other month, or of one month, as the text says. */
static bool
is_part_of_year(struct str s, size_t clause)
{
	struct month	 m, last = { .month = 0 }, first = { .month = 0 };
	size_t		 at = 0;

	while (next_month(s, &at, &m)) {
		first = last;
		last = m;
	}
	/* 7月至12月 is a part, 1月1日至12月31日 is none. */
	if (last.month == 12 && last.is_end && first.month > 1 &&
	    last.at - first.at < RANGE_MAX)
		return true;
	if (last.month == 0 || (last.month == 12 &&
	    (last.day == 31 || (last.day == 0 && last.is_end))))
		return false;
	return last.is_end || last.at >= clause;
}

/* The word that makes the number one of another time than the year. */
struct str
tell_span(struct teller *r, const struct hit *h, struct str words)
{
	size_t		 from = (size_t)(h->clause.p - r->s.text.p);
	size_t		 end = tell_number_at(h), back = tell_back(r, end);
	size_t		 said = spoken_time(r, h->m.at).said;
	struct str	 s = r->s.text, w, region;

	region = str_sub(s, said, end - said);
	while (str_field(&words, '|', &w)) {
		size_t	 i = str_find(region, w, 0);

		if (i != STR_NONE && !str_ends_any(str_sub(s, 0, said + i),
		    STR("统计|报告|考核|今年|本年|本年度|年初|一年|12|十二|31日")))
			return w;
	}
	/* The date before the year is named counts as well: 2021年6月底. */
	if (is_part_of_year(str_sub(s, back, end - back),
	    from > back ? from - back : 0))
		return STR("月");
	if (prose_has_any(str_sub(s, from, end - from), STR("累计")) &&
	    prose_has_any(str_sub(s, back, end - back), STR("截至|截止")))
		return STR("累计");
	return (struct str){ "", 0 };
}
