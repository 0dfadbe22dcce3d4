#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/identity.h"
#include "form/title.h"
#include "form/title_match.h"
#include "form/when.h"
#include "form/who.h"
#include "form/year.h"

#define N(a)	(sizeof (a) / sizeof (a)[0])

#define NEAR	90	/* bytes from "统计期限" to the period it is of */

/* What a sentence on the statistical period speaks of. */
static const char *const of_period[] = { "统计", "期限", "时限", "报告期",
    "所列数据", "数据时间", "时间范围", "起止时间", "数据截" };

/* "统计期限为2021年度": a period without dates. */
static struct period
period_of_year(struct str s)
{
	static const char *const of[] = { "统计期限为", "统计时限为",
	    "统计时间为", "统计周期为", "统计时段为", "统计期限：", "统计期为",
	    "统计期限是", "数据期限为", "统计时间范围为" };
	struct period	 p = { .kind = PERIOD_NONE };

	if (!str_has(s, STR("统计")) && !str_has(s, STR("数据期限")))
		return p;
	for (size_t k = 0; k < N(of); k++) {
		size_t	 at = str_find(s, str_of(of[k]), 0), n;

		if (at == STR_NONE)
			continue;
		at += str_of(of[k]).n;
		p.from.year = year_at(s, at, &n);
		if (p.from.year == 0)
			continue;
		p.kind = PERIOD_YEAR;
		p.from = (struct date){ p.from.year, 1, 1 };
		p.to = (struct date){ p.from.year, 12, 31 };
		p.text = str_sub(s, at, n);
		return p;
	}
	return p;
}

/* Whether the sentence is about the period, right before it. */
static bool
about_period(struct str s, struct str period)
{
	size_t		 at = (size_t)(period.p - s.p);
	size_t		 from = at > NEAR ? at - NEAR : 0;

	return str_has_any(str_sub(s, from, at - from), of_period,
	    N(of_period));
}

/*
 * 20241月1日至12月31日: what took the text out of the page has lost 年 or 月; of
 * 202020年 it was the filer.
 */
static bool
has_lost_marks(struct str s)
{
	char	 last[5] = "";
	bool	 lost = false;

	for (size_t at = 0; at < s.n; at++) {
		size_t		 n = at;
		struct str	 rest;

		for (; n < s.n && s.p[n] >= '0' && s.p[n] <= '9'; n++) {
			memmove(last, last + 1, 3);
			last[3] = s.p[n];
		}
		rest = str_from(s, n);
		lost = lost || (n - at > 4 &&
		    str_starts(str_from(s, at), STR("20")) &&
		    (str_starts(rest, STR("月")) ||
		    str_starts(rest, STR("日"))));
		at = n > at ? n - 1 : at;
	}
	return lost && str_eq(str_of(last), STR("1231"));
}

static void
period_take(struct arena *a, struct filing *f, struct period p, int line,
    struct year_seen *seen)
{
	if (p.kind == PERIOD_OTHER || p.kind == PERIOD_BROKEN) {
		filing_add_obs(a, f, OBS_PERIOD, line, STR(""), p.text);
		if (!has_lost_marks(p.text))
			filing_add_obs(a, f, OBS_PERIOD_WRONG, line, STR(""),
			    p.text);
		return;
	}
	if (f->period_to.n != 0)
		return;
	filing_add_obs(a, f, OBS_PERIOD, line, STR(""), p.text);
	f->period_to = date_iso(a, p.to);
	if (p.kind == PERIOD_YEAR) {
		f->period_from = date_iso(a, p.from);
		*seen = (struct year_seen){ p.from.year, line };
	}
}

/* The first reports are of the time since 条例 was in force. */
static bool
is_first(struct period p)
{
	return p.kind == PERIOD_OTHER && p.from.year == 2008 &&
	    p.from.month == 5 && p.from.day == 1 && p.to.year == 2008 &&
	    p.to.month == 12 && p.to.day == 31;
}

/*
 * An organ that was founded or abolished that year reports on the time that
 * it existed: 本机关于3月25日挂牌成立，数据统计期限自3月25日起至12月31日止.
 */
static bool
is_lifetime(struct arena *a, const struct textlines *t, struct period p)
{
	static const char *const born[] = { "挂牌", "成立", "组建", "设立",
	    "揭牌", "新设" };
	static const char *const gone[] = { "撤销", "撤并", "并入", "合并",
	    "划转", "划入", "不再保留" };
	bool		 late = p.from.month != 1 || p.from.day != 1;
	bool		 early = p.to.month != 12 || p.to.day != 31;
	struct str	 month, rest, s;

	if (p.kind != PERIOD_OTHER || p.from.year != p.to.year ||
	    late == early)
		return false;
	month = str_of(arena_printf(a, "%d月",
	    late ? p.from.month : p.to.month));
	for (int i = 0; i < t->n; i++) {
		rest = t->v[i].bare;
		while (str_sentence(&rest, &s)) {
			size_t	 at = str_find(s, month, 0);

			if (at != STR_NONE && (at == 0 ||
			    s.p[at - 1] < '0' || s.p[at - 1] > '9') &&
			    (late ? str_has_any(s, born, N(born)) :
			    str_has_any(s, gone, N(gone))))
				return true;
		}
	}
	return false;
}

struct year_seen
year_of_period(struct arena *a, struct filing *f, const struct textlines *t)
{
	struct year_seen	 seen = { 0, 0 };

	for (int i = 0; i < t->n; i++) {
		struct str	 rest = t->v[i].bare, s;

		/* A line that ends amid a sentence goes on in the next. */
		if (i + 1 < t->n && t->v[i].row < 0 && t->v[i + 1].row < 0 &&
		    str_has_any(rest, of_period, N(of_period)) &&
		    !str_ends(rest, STR("。")))
			rest = str_cat(a, rest, t->v[i + 1].bare);
		while (str_sentence(&rest, &s)) {
			struct period	 p = period_find(s);

			if (p.kind == PERIOD_NONE)
				p = period_of_year(s);
			if (p.kind == PERIOD_NONE || (p.kind != PERIOD_YEAR &&
			    !about_period(s, p.text)))
				continue;
			if (is_first(p) || is_lifetime(a, t, p))
				p.kind = PERIOD_YEAR;
			period_take(a, f, p, t->v[i].line, &seen);
		}
	}
	return seen;
}

/* "2021年，我县…": the year with which a sentence begins, and what follows. */
static int
opening_year(struct str s, struct str *rest)
{
	size_t	 n, skip;
	int	 year;

	while (s.n != 0) {	/* 　, （一）, 1. and the like */
		uint32_t	 c = utf8_first(s, &skip);

		if (c != 0x201C && c != ')' && c != 0xFF09 && c != '.' &&
		    c != 0x3001)
			break;
		s = str_from(s, skip);
	}
	year = year_at(s, 0, &n);
	if (year == 0 || n == 4)
		return 0;
	*rest = str_from(s, n);
	while (str_starts(*rest, STR("，")) || str_starts(*rest, STR(","))) {
		utf8_first(*rest, &skip);
		*rest = str_from(*rest, skip);
	}
	return year;
}

/* Plans and looks back: the year in such a sentence is not the report's. */
static bool
of_another_year(struct str s)
{
	static const char *const words[] = { "将", "计划", "拟", "下一步",
	    "明年", "相比", "较", "同比", "去年", "上年", "上一年", "年报",
	    "以来", "年度报告", "增长", "下降", "结转", "印发", "规划", "起，",
	    "今后", "力争", "目标", "年底前", "继续", "历年", "荣获", "评为",
	    "获得", "表彰", "成立", "建成", "启用", "任命", "如下", "情况表",
	    "统计表" };

	return str_has_any(s, words, N(words));
}

/* Whether what follows is in the name of a notice: 《关于做好… */
static bool
is_cited(struct str before)
{
	size_t	 at = 0, open = 0, close = 0;

	while ((at = str_find(before, STR("《"), at)) != STR_NONE)
		open = at += sizeof "《" - 1;
	for (at = 0; (at = str_find(before, STR("》"), at)) != STR_NONE; )
		close = at += sizeof "》" - 1;
	return open > close || str_has(before, STR("关于")) ||
	    str_has(before, STR("做好"));
}

/* 2023-2024年, 2023、2024年: the second of two is not the year. */
static bool
is_second(struct str before)
{
	static const char *const between[] = { "-", "—", "－", "–", "~", "～",
	    "至", "到", "、", "和", "及" };

	for (size_t k = 0; k < N(between); k++)
		if (str_ends(before, str_of(between[k])))
			return true;
	return false;
}

/* "我镇2023年政府信息公开工作", but not in the name of a notice. */
static int
year_of_work(struct str s)
{
	static const char *const work[] = { "政府信息公开工作",
	    "政府信息公开情况", "政府信息公开年度", "信息公开工作" };
	size_t	 at = 0, n;
	int	 year;

	for (; (year = year_find(s, &at, &n)) != 0; at += n) {
		struct str	 rest = str_from(s, at + n);

		if (is_second(str_sub(s, 0, at)))
			return 0;
		if (n == 4 || is_cited(str_sub(s, 0, at)))
			continue;
		for (size_t k = 0; k < N(work); k++)
			if (str_starts(rest, str_of(work[k])))
				return year;
	}
	return 0;
}

/* The one year of whose work the beginning speaks. */
static struct year_seen
year_of_works(const struct textlines *t)
{
	struct year_seen	 seen = { 0, 0 };

	for (int i = 0; i < t->n; i++) {
		struct str	 rest = t->v[i].bare, s;

		if (t->section[2] >= 0 && i >= t->section[2])
			break;
		while (str_sentence(&rest, &s)) {
			int	 y = year_of_work(s);

			if (y == 0 || y == seen.year)
				continue;
			if (seen.year != 0)
				return (struct year_seen){ 0, 0 };
			seen = (struct year_seen){ y, t->v[i].line };
		}
	}
	return seen;
}

struct year_seen
year_of_text(const struct textlines *t)
{
	enum { SPAN = YEAR_LAST - YEAR_FIRST + 1 };
	int			 count[SPAN] = { 0 }, line[SPAN] = { 0 };
	struct year_seen	 best = { 0, 0 };
	int			 most = 0;

	for (int i = 0; i < t->n; i++) {
		struct str	 rest = t->v[i].bare, s, tail;

		if (t->section[2] >= 0 && i >= t->section[2])
			break;
		while (str_sentence(&rest, &s)) {
			int	 y = opening_year(s, &tail);

			if (y == 0 || of_another_year(s))
				continue;
			if (count[y - YEAR_FIRST]++ == 0)
				line[y - YEAR_FIRST] = t->v[i].line;
		}
	}
	for (int k = 0; k < SPAN; k++)
		if (count[k] > most) {
			most = count[k];
			best = (struct year_seen){ YEAR_FIRST + k, line[k] };
		} else if (count[k] == most) {
			best.year = 0;	/* undecided */
		}
	return most != 0 ? best : year_of_works(t);
}

static bool
has_year(struct str s, int year)
{
	size_t	 at = 0, n;
	int	 y;

	for (; (y = year_find(s, &at, &n)) != 0; at += n)
		if (y == year)
			return true;
	return false;
}

struct year_seen
year_amiss(const struct textlines *t, int from, int year)
{
	static const char *const subject[] = { "我", "本单位", "本机关",
	    "本局", "本镇", "本委", "本办", "收到", "共收到", "主动公开",
	    "共主动公开", "全镇", "全县", "全市", "全区", "全局", "全年" };

	for (int i = from; i < t->n; i++) {
		struct str	 rest = t->v[i].bare, s, tail;
		bool		 ours = false;	/* a clause before named it */

		if (in_section(t, 5, i) || t->v[i].row >= 0)
			continue;
		while (str_sentence(&rest, &s)) {
			int	 y = opening_year(s, &tail);
			bool	 compared = ours;

			ours = (ours || has_year(s, year)) &&
			    (str_ends(s, STR("；")) || str_ends(s, STR(";")));
			if (y == 0 || (y != year - 1 && y != year + 1) ||
			    of_another_year(s) || compared ||
			    has_year(s, year))
				continue;
			for (size_t k = 0; k < N(subject); k++)
				if (str_starts(tail, str_of(subject[k])))
					return (struct year_seen){ y,
					    t->v[i].line };
		}
	}
	return (struct year_seen){ 0, 0 };
}

/* 〔2021〕30号 is the number of a notice. */
static bool
is_number_of(struct str s, size_t at)
{
	size_t	 n;

	switch (at != 0 ? utf8_last(str_sub(s, 0, at), &n) : 0) {
	case '[': case '(': case 0x3014: case 0x3010: case 0xFF3B:
	case 0xFF08:
		return true;
	default:
		return false;
	}
}

struct year_seen
year_alone(const struct textlines *t, int head)
{
	struct year_seen	 seen = { 0, 0 };

	for (int i = 0; i < head && i < t->n; i++) {
		struct str	 s = title_unbracket(t->v[i].bare);
		size_t		 n;
		int		 year = t->v[i].row < 0 ? year_at(s, 0, &n) : 0;

		if (year == 0 || n == 4 || n != s.n)
			continue;
		if (seen.year != 0 && seen.year != year)
			return (struct year_seen){ 0, 0 };
		seen = (struct year_seen){ year, t->v[i].line };
	}
	return seen;
}

int
year_named(const struct textlines *t, int from, int year)
{
	for (int i = from; i < t->n; i++) {
		struct str	 s = t->v[i].bare;
		struct date	 d;
		size_t		 at = 0, n;
		int		 y;

		while ((y = year_find(s, &at, &n)) != 0 &&
		    (y != year || is_number_of(s, at)))
			at += n;
		if (y != 0 && !date_alone(s, &d) &&
		    !identity_is_title(s, &at))
			return t->v[i].line;
	}
	return 0;
}
