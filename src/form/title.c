/*
 * What a title says of agency and year, before its pattern, in it, and
 * behind it.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/title.h"
#include "form/title_match.h"
#include "form/when.h"
#include "form/who.h"

#define N(a)	(sizeof (a) / sizeof (a)[0])

/*
 * 息县：2021年…, 息县2021年《…》: behind the mark that head_begin() cut at
 * stands no name, before it one and no more.
 */
static struct str
name_before(struct arena *a, struct str s, size_t begin)
{
	struct str	 who;
	size_t		 n;
	uint32_t	 c = begin != 0 ?
			    utf8_last(str_sub(s, 0, begin), &n) : 0;

	if (c != ':' && c != 0xFF1A && c != 0x300A && c != 0x201C &&
	    c != ']' && c != 0x3011)
		return STR("");
	who = organ_trim(a, str_sub(s, 0, begin - n));
	return organ_like(who) ? who : STR("");
}

/* 【息县】审计局2021年…: the place in the mark that was cut off. */
static struct str
place_before(struct arena *a, struct str s, size_t begin, struct str agency)
{
	static const char *const ends[] = { "省", "市", "县", "区", "旗",
	    "州", "盟" };
	struct str	 who = STR("");
	size_t		 n;
	uint32_t	 c = begin != 0 ?
			    utf8_last(str_sub(s, 0, begin), &n) : 0;

	if (c == ']' || c == 0x3011)
		who = organ_trim(a, str_sub(s, 0, begin - n));
	for (size_t k = 0; k < N(ends) && who.n != 0; k++)
		if (str_ends(who, str_of(ends[k])) && organ_like(who) &&
		    !str_has(agency, who))
			return who;
	return STR("");
}

/* 息县法治政府建设和｜政府信息公开…: two reports in one. */
static struct str
without_other(struct str who)
{
	static const char *const other[] = { "法治政府建设", "依法行政",
	    "政务服务和", "网站建设" };

	for (size_t k = 0; k < N(other); k++) {
		size_t	 at = str_find(who, str_of(other[k]), 0);

		if (at != STR_NONE && at != 0 && (str_ends(who, STR("和")) ||
		    str_ends(who, STR("与")) || str_ends(who, STR("及")) ||
		    str_ends(who, STR("暨")) || str_ends(who, STR("、"))))
			return str_sub(who, 0, at);
	}
	return who;
}

/*
 * 息县人民政府办公室关于｜息县人民政府2021年…: one announces another's; 息县教育
 * 局｜关于我局2021年… its own.  What is about 我县 or 县政府 may be either's.
 */
static struct str
without_announcer(struct arena *a, struct str who)
{
	static const char *const own[] = { "我局", "我委", "我厅", "我单位",
	    "本局", "本委", "本厅", "本单位", "本机关", "本部门", "全局",
	    "全系统" };
	const struct str	 about = STR("关于");
	size_t			 at = str_find(who, about, 0);
	struct str		 front, back;

	if (at == STR_NONE || at == 0)
		return who;
	front = organ_trim(a, str_sub(who, 0, at));
	back = organ_trim(a, str_from(who, at));
	if (!organ_like(front))
		return who;
	for (size_t k = 0; k < N(own); k++)
		if (str_starts(back, str_of(own[k])))
			return front;
	return organ_like(back) ? back : who;
}

/*
 * 海关总署2010年｜海关信息公开…, 息县环保局2012年｜环境信息公开…: what is
 * disclosed, and no part of the name.
 */
static struct str
without_field(struct arena *a, struct str head, struct str who)
{
	size_t		 at = 0, n;
	struct str	 front, back;

	if (year_find(head, &at, &n) == 0 || at == 0)
		return who;
	front = organ_trim(a, str_sub(head, 0, at));
	back = organ_trim(a, str_from(head, at + n));
	return back.n != 0 && organ_like(front) && (!organ_like(back) ||
	    str_eq(back, STR("海关"))) ? front : who;
}

/* The one year in s; 0 when there are none or several different ones. */
static int
only_year(struct str s)
{
	size_t	 at = 0, n;
	int	 year = 0, y;

	while ((y = year_find(s, &at, &n)) != 0) {
		if (year != 0 && y != year)
			return 0;
		year = y;
		at += n;
	}
	return year;
}

/*
 * Of a sentence that names the report, what stands before its name:
 * 现公布｜遵义市统计局2022年.
 */
static struct str
head_in_text(struct str s)
{
	static const char *const before[] = { "公布", "发布", "公开", "了",
	    "编制", "编写", "《", "“", "：", ":", "，", ",", "现将", "完成",
	    "制定", "公示", "报送", "形成", "为" };
	size_t	 cut = 0;

	for (size_t k = 0; k < N(before); k++) {
		struct str	 b = str_of(before[k]);

		for (size_t at = 0; (at = str_find(s, b, at)) != STR_NONE; ) {
			at += b.n;
			if (at > cut)
				cut = at;
		}
	}
	return str_from(s, cut);
}

bool
title_in_text(struct arena *a, struct str s, struct title *t)
{
	static const char *const after[] = { "》", "。", "，", ",", "（", "(",
	    "如下", "公布", "向社会", "予以", "进行", "是根据", "根据", "依据",
	    "依照", "按照", "；", "：", "”" };
	struct title_match	 m;

	for (size_t from = 0; title_match_next(s, from, &m); from = m.end) {
		struct str	 tail = str_from(s, m.end);
		struct str	 head = head_in_text(str_sub(s, 0, m.begin));
		bool		 good = tail.n == 0;

		for (size_t k = 0; k < N(after) && !good; k++)
			good = str_starts(tail, str_of(after[k]));
		*t = (struct title){ .begin = m.begin, .end = m.end };
		t->year = only_year(m.nyear != 0 && only_year(head) == 0 ?
		    str_sub(s, m.year, m.nyear) : head);
		t->agency = organ_trim(a, head);
		if (good && t->year != 0 && title_head_good(head, STR("")) &&
		    organ_like(t->agency))
			return true;
	}
	return false;
}

/* 息县2021年…（息县审计局）: the title names the place, the bracket the organ. */
static bool
is_organ_of(struct str who, struct str place)
{
	static const char *const ends[] = { "省", "市", "县", "区", "旗", "州",
	    "盟" };
	bool	 bare = false;

	for (size_t k = 0; k < N(ends); k++)
		bare |= str_ends(place, str_of(ends[k]));
	return bare && who.n > place.n && str_starts(who, place) &&
	    organ_like(who) && !str_ends(who, STR("政府")) &&
	    !who_is_office(who);
}

/*
 * （2021年度） or （桃江县松木塘镇） behind the pattern, and -息县审计局; but a
 * government behind it may be the owner of the site.
 */
static void
read_tail(struct arena *a, struct str s, struct title *t)
{
	static const char *const ending[] = { ".docx", ".doc", ".pdf",
	    ".txt", ".html", ".htm", ".wps", ".xlsx", ".xls" };
	struct str	 in;
	size_t		 n;

	for (size_t k = 0; k < N(ending); k++)
		if (str_ends(s, str_of(ending[k])))
			s.n -= strlen(ending[k]);
	if (s.n == 0)
		return;
	in = title_unbracket(s);
	if (t->year == 0 && (in.n != s.n || title_is_when(s)))
		t->year = only_year(in);
	if (t->agency.n != 0) {
		if (in.n != s.n && is_organ_of(organ_trim(a, in), t->agency))
			t->agency = organ_trim(a, in);
		return;
	}
	switch (utf8_first(s, &n)) {
	case '-': case '_': case 0x2014: case 0x2013: case 0xFF0D:
		if (str_ends(s, STR("政府")))
			return;
		break;
	default:
		if (in.n == s.n && !title_filer_behind(s))
			return;
	}
	in = organ_trim(a, in);
	if (organ_like(in))
		t->agency = in;
}

static const char *const	 draft[] = { "征求意见稿", "意见稿", "送审稿",
    "审议稿", "讨论稿", "草稿", "初稿", "草案" };

/* （征求意见稿）, and no （定稿）: the report may have come out otherwise. */
static bool
is_draft(struct str tail)
{
	struct str	 in = title_unbracket(tail);

	for (size_t k = 0; k < N(draft) && in.n != tail.n; k++)
		if (str_ends(in, str_of(draft[k])))
			return true;
	return false;
}

bool
title_is_draft(struct str line)
{
	struct str	 in = title_unbracket(line);

	for (size_t k = 0; k < N(draft); k++)
		if (str_eq(in, str_of(draft[k])))
			return true;
	return false;
}

bool
title_parse(struct arena *a, struct str s, struct title *t)
{
	struct title_match	 m;
	struct str		 head, tail;
	size_t			 begin;

	if (!title_match_line(s, &m, &begin))
		return false;
	head = str_sub(s, begin, m.begin - begin);
	tail = str_from(s, m.end);
	*t = (struct title){ .begin = m.begin, .end = m.end,
	    .sheet = m.sheet };
	t->text = str_sub(s, begin, (is_draft(tail) ? s.n : m.end) - begin);
	t->year = only_year(m.nyear != 0 && only_year(head) == 0 ?
	    str_sub(s, m.year, m.nyear) : head);
	t->agency = without_field(a, head, without_announcer(a,
	    without_other(organ_trim(a, head))));
	if (t->agency.n == 0)
		t->agency = name_before(a, s, begin);
	else
		t->agency = str_cat(a, place_before(a, s, begin, t->agency),
		    t->agency);
	if (t->year == 0 && t->agency.n != 0)
		t->year = only_year(str_sub(s, 0, m.begin));
	read_tail(a, tail, t);
	if (m.bare && (t->year == 0 || !organ_like(t->agency)))
		return false;
	return !m.sheet || t->year != 0 || organ_like(t->agency);
}
