/* Titles of all shapes, years and periods, and who is named elsewhere. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/division.h"
#include "form/identity.h"
#include "form/line.h"
#include "form/title.h"
#include "tests/tap.h"

/* A filing made of lines, with as much of its sections as is needed. */
static struct filing *
identify_as(struct arena *a, const char *text, size_t size,
    const struct bind_opts *o, bool one_line)
{
	static const char *const heading[] = { NULL, "总体情况",
	    "主动公开政府信息情况", NULL, NULL, "问题及改进情况",
	    "需要报告的事项" };
	struct doc	*doc = doc_new(a);
	struct filing	*f = filing_new(a);
	struct str	 rest = { text, size }, line;
	struct err	 e;
	int		 no = 0, open = 0;

	while (str_line(&rest, &line)) {
		struct str	 bare = str_bare(a, line);

		no++;
		if (str_trim(line).n == 0)
			continue;
		if (one_line)	/* as a web page without line ends */
			no = 1;
		if (doc_para(doc, line, no, &e) < 0)
			abort();
		for (int k = open + 1; bare.n < 80 && k < 7; k++)
			if (heading[k] != NULL && !f->section[k].found &&
			    str_has(bare, str_of(heading[k]))) {
				f->section[k].found = true;
				f->section[k].line = no;
				f->section[k].heading = str_trim(line);
				open = k;
				break;
			}
		f->section[open].line_end = no;
	}
	identity_find(a, f, doc->first, NULL, doc, o);
	return f;
}

static struct filing *
identify(struct arena *a, const char *text, size_t size,
    const struct bind_opts *o)
{
	return identify_as(a, text, size, o, false);
}

static bool
has_obs(const struct filing *f, enum obs_kind kind)
{
	for (const struct obs *o = f->obs; o != NULL; o = o->next)
		if (o->kind == kind)
			return true;
	return false;
}

static bool
has_note(const struct filing *f, enum note_id id)
{
	for (const struct note *n = f->notes.first; n != NULL; n = n->next)
		if (n->id == id)
			return true;
	return false;
}

struct title_case {
	const char	*text;		/* \n: the lines of a document */
	const char	*agency;
	int		 year;
};

static const struct title_case titles[] = {
#include "tests/identity-titles.h"
};

static void
test_titles(void)
{
	for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++) {
		const struct title_case	*t = &titles[i];
		struct arena		*a = arena_new();
		struct bind_opts	 o = { .year = 0 };
		struct filing		*f = identify(a, t->text,
					    strlen(t->text), &o);
		char			 got[400], want[400], name[300];

		snprintf(got, sizeof got, STR_FMT " %d", STR_ARG(f->agency),
		    f->year);
		snprintf(want, sizeof want, "%s %d", t->agency, t->year);
		snprintf(name, sizeof name, "%.*s",
		    (int)strcspn(t->text, "\n"), t->text);
		tap_check_str(got, want, name, __FILE__, __LINE__);
		arena_free(a);
	}
}

static const char *const frames[] = {
#include "tests/title-frames.h"
};

/* Each of the titles with agencies of all kinds. */
static void
test_frames(void)
{
	static const char *const agency[] = { "红花集镇人民政府",
	    "息县教育体育局", "广州市荔湾区人民政府南源街道办事处",
	    "国家税务总局珠海市香洲区税务局", "平潭综合实验区管理委员会",
	    "湖北省发展和改革委员会", "螅镇", "西安市长安区",
	    "中华人民共和国拱北海关", "新疆生产建设兵团第八师石河子市",
	    "信阳市烟草专卖局（公司）", "息县第一高级中学", "年陡镇",
	    "上海市浦东新区川沙新镇" };
	static const char	 rest[] = "\n一、总体情况\n"
				    "2021年，我单位公开信息12条。\n"
				    "二、主动公开政府信息情况\n略\n";

	for (size_t i = 0; i < sizeof frames / sizeof frames[0]; i++)
		for (size_t k = 0; k < sizeof agency / sizeof agency[0]; k++) {
			struct arena	*a = arena_new();
			struct str	 f = str_of(frames[i]);
			size_t		 at = str_find(f, STR("%s"), 0);
			const char	*text;
			struct bind_opts o = { .year = 0 };
			struct filing	*x;

			text = arena_printf(a, STR_FMT "%s%s%s",
			    STR_ARG(str_sub(f, 0, at)), agency[k],
			    frames[i] + at + 2, rest);
			x = identify(a, text, strlen(text), &o);
			tap_check(str_eq(x->agency, str_of(agency[k])) &&
			    x->year == 2021, arena_printf(a, "%s in %.*s",
			    agency[k], (int)strcspn(frames[i], "\n"),
			    frames[i]), __FILE__, __LINE__);
			arena_free(a);
		}
}

/* Words that make a line no title are part of names: 大固本镇, 公民镇. */
static void
test_names(void)
{
	static const char *const form[] = {
	    "%s2021年政府信息公开工作年度报告",
	    "2021年%s政府信息公开工作年度报告",
	    "%s关于2021年政府信息公开工作年度报告",
	    "2021年政府信息公开工作年度报告\n%s" };
	struct arena		*all = arena_new();
	const struct divisions	*d = divisions_load(all);
	int			 n = 0, bad = 0;

	for (int i = 0; i < d->n; i += 3) {
		struct arena	*a = arena_new();
		struct bind_opts o = { .year = 0 };
		struct str	 name = division_path(a, d, &d->v[i]), f;
		const char	*text;
		struct filing	*x;
		size_t		 at;

		if (i % 2 != 0)
			name = d->v[i].name;
		f = str_of(form[i / 3 % 4]);
		at = str_find(f, STR("%s"), 0);
		text = arena_printf(a, STR_FMT STR_FMT STR_FMT,
		    STR_ARG(str_sub(f, 0, at)), STR_ARG(name),
		    STR_ARG(str_from(f, at + 2)));
		x = identify(a, text, strlen(text), &o);
		if (organ_like(name)) {
			n++;
			if (!str_eq(x->agency, name) || x->year != 2021) {
				bad++;
				printf("# %s: " STR_FMT "\n", text,
				    STR_ARG(x->agency));
			}
		} else if (!d->v[i].group && (str_ends(name, STR("镇")) ||
		    str_ends(name, STR("乡")) || str_ends(name, STR("县")))) {
			bad++;
			printf("# not like an organ: %s\n", text);
		}
		arena_free(a);
	}
	printf("# %d names of divisions, %d not read\n", n, bad);
	CHECK(n > 14000 && bad * 2000 < n);
	arena_free(all);
}

/* What looks like a title and is none. */
static void
test_not_titles(void)
{
	static const char *const no[] = {
	    "根据要求编制2021年政府信息公开工作年度报告",
	    ("国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府"
	    "信息公开工作年度报告格式》的通知"),
	    "中华人民共和国政府信息公开工作年度报告格式",
	    "政府信息公开年报",
	    "上一篇：息县2020年政府信息公开工作年度报告",
	    "现将红花集镇2021年政府信息公开工作年度报告公布如下",
	    "关于做好2021年政府信息公开工作年度报告编制和发布工作的通知",
	    "2021年，我镇政府信息公开工作年度报告按时发布",
	    "政府信息公开指南",
	    "本报告是息县2021年政府信息公开工作年度报告",
	    "政务公开工作报告",
	    "文字解读：息县审计局2021年政府信息公开工作年度报告",
	    "一图读懂｜息县2021年政府信息公开工作年度报告",
	    "拖船镇政府信息公开工作年度报告的数据来自各村",
	    "附件：息县审计局2021年政府信息公开情况统计表",
	};

	for (size_t i = 0; i < sizeof no / sizeof no[0]; i++) {
		size_t	 at;

		tap_check(!identity_is_title(str_of(no[i]), &at), no[i],
		    __FILE__, __LINE__);
	}
}

struct period_case {
	const char	*sentence;
	const char	*from, *to;
	bool		 wrong;
};

static const struct period_case periods[] = {
	{ "本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。",
	    "2021-01-01", "2021-12-31", false },
	{ "本报告数据统计期限为2021年1月1日—12月31日。",
	    "2021-01-01", "2021-12-31", false },
	{ "统计时间：2021.1.1-2021.12.31", "2021-01-01", "2021-12-31", false },
	{ "统计期限从 2021 年 1 月 1 日到 12 月 31 日止。",
	    "2021-01-01", "2021-12-31", false },
	{ "统计期限为二〇二一年一月一日至二〇二一年十二月三十一日。",
	    "2021-01-01", "2021-12-31", false },
	{ "统计期限为２０２１年１月１日至２０２１年１２月３１日。",
	    "2021-01-01", "2021-12-31", false },
	{ "报告期为2021年1月至12月。", "2021-01-01", "2021-12-31", false },
	{ "数据统计时限为2021年1-12月。", "2021-01-01", "2021-12-31", false },
	{ "统计期限为2021年度。", "2021-01-01", "2021-12-31", false },
	{ "统计数据截止2021年12月31日。", "", "2021-12-31", false },
	{ "统计期限自2021-01-01至2021-12-31。",
	    "2021-01-01", "2021-12-31", false },
	{ "统计期限自2021/1/1～2021/12/31。",
	    "2021-01-01", "2021-12-31", false },
	{ "本报告数据统计期限自2021年1月1日至202121年12月31日。",
	    "", "", true },
	{ "所列数据的统计期限自202111日起至20211230日止。", "", "", true },
	{ "所列数据的统计期限自20211月1日起至12月31日止。", "", "", false },
	{ "所列数据统计期限从202111日到1231日止。", "", "", false },
	{ "统计期限自2021年1月1日起至202021年12月31日止。", "", "", true },
	{ "统计期限自2021年1月1日起，至2021年12月31日止。",
	    "2021-01-01", "2021-12-31", false },
	{ "统计数据时间段为2021年1月1日至12月31日。",
	    "2021-01-01", "2021-12-31", false },
	{ "统计期限自2021年1月1日至2021年12月30日。", "", "", true },
	{ "统计期限自2020年7月1日至2021年6月30日。", "", "", true },
	{ "统计期限自2008年5月1日至2008年12月31日。",
	    "2008-05-01", "2008-12-31", false },
	{ "统计期限自2009年5月1日至2009年12月31日。", "", "", true },
	{ "我局于2021年3月25日挂牌成立，数据统计期限自2021年3月25日起至"
	    "2021年12月31日止。", "2021-03-25", "2021-12-31", false },
	{ "统计期限自2021年3月25日起至2021年12月31日止。\n2021年3月，"
	    "新的机关组建。", "2021-03-25", "2021-12-31", false },
	{ "统计期限自2021年1月1日起至2021年6月30日止，7月起我局并入自然资源"
	    "局，6月底撤销。", "2021-01-01", "2021-06-30", false },
	{ "统计期限自2021年3月25日起至2021年12月31日止。\n2021年13月和1月成立"
	    "领导小组。", "", "", true },
	{ "统计期限自2021年3月25日起至2021年11月30日止。3月成立，11月撤销。",
	    "", "", true },
	{ "统计期限自2021年1月1日至2021年13月31日。", "", "", true },
	{ "统计期限自2021年1月1日至2021年11月31日。", "", "", true },
	{ "“十四五”规划的实施期为2021年1月1日至2025年12月31日。",
	    "", "", false },
	{ "2021年3月1日至3月31日开展宣传月活动。", "", "", false },
	{ "依据国办公开办函〔2021〕30号的统计口径。", "", "", false },
};

static void
test_periods(void)
{
	for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++) {
		const struct period_case	*p = &periods[i];
		struct arena	*a = arena_new();
		struct bind_opts o = { .year = 0 };
		const char	*text = arena_printf(a, "红花集镇2021年政府信息"
				    "公开工作年度报告\n%s\n", p->sentence);
		struct filing	*f = identify(a, text, strlen(text), &o);
		char		 got[80], want[80];

		snprintf(got, sizeof got, STR_FMT " " STR_FMT " %d",
		    STR_ARG(f->period_from), STR_ARG(f->period_to),
		    has_obs(f, OBS_PERIOD_WRONG));
		snprintf(want, sizeof want, "%s %s %d", p->from, p->to,
		    p->wrong);
		tap_check_str(got, want, p->sentence, __FILE__, __LINE__);
		arena_free(a);
	}
}

#define TITLE	"红花集镇2021年政府信息公开工作年度报告\n一、总体情况\n"

struct year_case {
	const char	*what, *text, *path;
	int		 option, year;
	bool		 conflict, noted;
};

static const struct year_case years[] = {
	{ "the title's", TITLE "2021年，我镇收到申请3件。", "", 0, 2021,
	    false, false },
	{ "one by itself, in a folder of another", "政府信息公开情况统计表\n"
	    "（2017年度）\n填报单位：红花集镇\n", "2018年/x.txt", 0, 2017,
	    false, false },
	{ "several by themselves", "政府信息公开情况统计表\n2016年\n2017年\n"
	    "填报单位：红花集镇\n", "2018年/x.txt", 0, 2018, false, false },
	{ "a prize of last year's", TITLE
	    "2020年，我镇被评为政务公开先进单位。", "", 0, 2021, false, false },
	{ "a plan for the next year", TITLE "2022年我镇将继续努力。", "", 0,
	    2021, false, false },
	{ "a comparison", TITLE "2020年，我镇收到5件，2021年收到3件。", "", 0,
	    2021, false, false },
	{ "a report of another year in a list", TITLE
	    "主动公开2020年信息公开年报1条。", "", 0, 2021, false, false },
	{ "last year's sentence", TITLE "2020年，我镇主动公开信息12条。", "",
	    0, 2021, true, true },
	{ "last year's period", TITLE
	    "统计期限自2020年1月1日起至2020年12月31日止。", "", 0, 2020, true,
	    true },
	{ "the file's name", TITLE "我镇公开信息。", "a/红花集镇2020年.txt", 0,
	    2021, true, true },
	{ "a directory is no evidence against", TITLE "我镇公开信息。",
	    "2020/a.txt", 0, 2021, false, false },
	{ "an option", TITLE "2021年，我镇公开信息。", "", 2019, 2019, false,
	    true },
	{ "the year before, behind this", TITLE "2021年，我镇收到申请3件；"
	    "2020年，我镇收到申请2件。", "", 0, 2021, false, false },
	{ "the year before, below this", TITLE "2021年，我镇收到申请3件。\n"
	    "2020年，我镇主动公开2条。", "", 0, 2021, true, true },
	{ "a section on plans", TITLE "2021年，我镇公开信息。\n"
	    "五、存在的主要问题及改进情况\n2022年，我镇主动公开力度加大。", "",
	    0, 2021, false, false },
	{ "a path", "红花集镇政府信息公开工作年度报告\n一、总体情况\n略",
	    "周口市/2021/红花集镇.txt", 0, 2021, false, false },
	{ "a hash", "红花集镇政府信息公开工作年度报告\n一、总体情况\n略",
	    "000_16e20217f36cb13a.txt", 0, 0, false, false },
	{ "a date in a file's name", "红花集镇政府信息公开工作年度报告\n"
	    "一、总体情况\n略", "t20220208_80613.htm", 0, 0, false, false },
	{ "a date of publication", "红花集镇政府信息公开工作年度报告\n"
	    "发布时间：2022-01-20 来源：镇政府\n一、总体情况\n略", "", 0, 2021,
	    false, false },
	{ "the text", "红花集镇政府信息公开工作年度报告\n一、总体情况\n"
	    "2021年，红花集镇按照要求公开信息。2022年将继续。", "", 0, 2021,
	    false, false },
};

static void
test_years(void)
{
	for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
		const struct year_case	*y = &years[i];
		struct arena		*a = arena_new();
		struct bind_opts	 o = { .year = y->option,
		    .path = str_of(y->path) };
		struct filing	*f = identify(a, y->text, strlen(y->text),
				    &o);
		char		 got[80], want[80];

		snprintf(got, sizeof got, "%d %d %d", f->year,
		    has_obs(f, OBS_YEAR_CONFLICT), has_note(f,
		    NOTE_CONFLICT));
		snprintf(want, sizeof want, "%d %d %d", y->year, y->conflict,
		    y->noted);
		tap_check_str(got, want, y->what, __FILE__, __LINE__);
		arena_free(a);
	}
}

/* The owner of the site, in the title of the page, says where it is. */
static void
test_site(void)
{
	static const char *const said[][4] = {
		{ "_息县人民政府", "教育体育局", "来源：本站",
		    "411528/department/教育体育局" },
		{ "_息县人民政府", "教育体育局", "来源：商城县人民政府",
		    "411524/department/教育体育局" },
		{ "-哈尔滨市道外区人民政府门户网站", "团结镇", "来源：",
		    "230104111/government" },
		{ "-政府信息公开", "团结镇", "来源：", "" },
		{ "-商城县人民政府", "红花集镇", "来源：", "" },
		{ "-西华县人民政府", "红花集镇", "来源：",
		    "411622104/government" },
	};
	struct arena	*a = arena_new();
	struct bind_opts o = { .divisions = divisions_load(a) };
	struct err	 e;

	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
		struct doc	*doc = doc_new(a);
		struct filing	*f = filing_new(a);
		const char	*title = arena_printf(a, "%s2021年政府信息"
				    "公开工作年度报告", said[i][1]);

		doc->title = str_of(arena_printf(a, "%s%s", title,
		    said[i][0]));
		if (doc_para(doc, str_of(title), 1, &e) < 0 ||
		    doc_para(doc, str_of(said[i][2]), 2, &e) < 0)
			abort();
		identity_find(a, f, doc->first, NULL, doc, &o);
		tap_check(str_eq(f->place.key, str_of(said[i][3])),
		    said[i][0], __FILE__, __LINE__);
	}
	arena_free(a);
}

static void
test_imprint(void)
{
	static const char	 text[] =
	    "荔湾区南源街道办事处2020年政府信息公开工作年度报告\n"
	    "发布时间: 2021-01-18 来源: 南源街 浏览次数:-\n一、总体情况\n略\n";
	static const char	 foot[] =
	    "2021年政府信息公开工作年度报告\n一、总体情况\n略\n"
	    "六、其他需要报告的事项\n无\n息县教育体育局\n2022年1月23日\n";
	static const char	 glued[] =
	    "标题: 平潭综合实验区2021年度政府信息公开工作年度报告\n"
	    "来源：平潭县人民政府 时间：2022-02-0816:34 微信\n一、总体情况\n";
	static const char	 links[] =
	    "息县商务局2021年政府信息公开工作年度报告\n更新时间：2024-05-01\n"
	    "一、总体情况\n略\n相关文章\n2023-01-05\n2024-01-05\n更多\n";
	static const char	 low[] =
	    "年息县商务局政府信息公开工作年度报告\n2019\n一、总体情况\n略\n";
	static const char	 page[] =
	    "首页\n息县商务局2021年政府信息公开工作年度报告\n"
	    "发布日期：2022-01-20\n一、总体情况\n2021年，我局公开信息3条。\n"
	    "二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n"
	    "2022年，我局主动公开力度加大。\n六、其他需要报告的事项\n无\n";
	struct arena		*a = arena_new();
	struct bind_opts	 o = { .year = 0 };
	struct filing		*f;

	f = identify(a, text, sizeof text - 1, &o);
	CHECK(str_eq(f->published_on, STR("2021-01-18")));
	CHECK(str_eq(f->source_org, STR("南源街")));
	f = identify(a, links, sizeof links - 1, &o);
	CHECK(f->published_on.n == 0);
	f = identify(a, foot, sizeof foot - 1, &o);
	CHECK(str_eq(f->published_on, STR("2022-01-23")));
	CHECK(str_eq(f->agency, STR("息县教育体育局")));
	CHECK_STR(f->agency_from, "signature");
	f = identify(a, glued, sizeof glued - 1, &o);
	CHECK(str_eq(f->agency, STR("平潭综合实验区")));
	CHECK(str_eq(f->published_on, STR("2022-02-08")));
	CHECK(str_eq(f->source_org, STR("平潭县人民政府")));
	CHECK(!has_note(f, NOTE_CONFLICT));
	f = identify(a, low, sizeof low - 1, &o);
	CHECK(str_eq(f->agency, STR("息县商务局")) && f->year == 2019);
	f = identify_as(a, page, sizeof page - 1, &o, true);
	CHECK(str_eq(f->agency, STR("息县商务局")));
	CHECK(str_eq(f->published_on, STR("2022-01-20")));
	CHECK(f->year == 2021 && !has_note(f, NOTE_CONFLICT));
	arena_free(a);
}

/* Who wrote it, as a sentence of the preamble says. */
static void
test_writers(void)
{
	static const struct {
		const char	*text, *agency;
	} t[] = {
		{ "根据条例要求，息县审计局编制了本年度报告。",
		    "息县审计局" },
		{ "息县审计局根据全局2021年度政府信息公开工作开展情况，编制本报告。",
		    "息县审计局" },
		{ "根据条例，息县审计局结合工作实际，经过汇总，编制本报告。",
		    "息县审计局" },
		{ "根据河南省人民政府办公厅通知要求，编制本报告。", "" },
		{ "昌图县七家子镇2021年政府信息公开工作告年度报",
		    "昌图县七家子镇" },
		{ "如有疑问，请与息县卫生健康委员会办公室联系。",
		    "息县卫生健康委员会" },
		{ "如有疑问，请与息县机构编制委员会办公室联系。",
		    "息县机构编制委员会办公室" },
		{ "如有疑问，请与息县教育局综合科联系。", "息县教育局" },
		{ "如有疑问，请与息县公安局指挥中心联系。", "息县公安局" },
		{ "如有疑问，请联系海关总署办公厅政务公开处,电话略。",
		    "海关总署" },
		{ "本报告由市政府办公厅综合各区（县）人民政府的报告编制。",
		    "" },
		{ "本报告综合各乡镇和县级各部门的报告编制而成，"
		    "请与息县人民政府办公室联系。", "息县人民政府" },
		{ "本报告依条例编制，涵盖红花集镇人民政府2021年信息公开情况。",
		    "红花集镇人民政府" },
		{ "2021年，红花集镇人民政府信息公开工作严格按照条例开展。",
		    "红花集镇人民政府" },
		{ "结合分局政府信息公开工作编制，"
		    "请与信阳市公安局平桥分局办公室联系。",
		    "信阳市公安局平桥分局" },
		{ "2021年，南源街认真做好工作，我街公开信息3条。", "南源街" },
		{ "由息县人民政府办公室编制。\n一、概述\n"
		    "2021年，县政府加快电子政务建设。", "" },
		{ "红花集镇\n2021年度红花集镇政府信息公开工作年度报告",
		    "红花集镇" },
		{ "2021年4月，张三市长主持召开了全市推进政务公开工作会议。",
		    "" },
		{ "www.example.com红花集镇2021年政府信息公开工作年度报告",
		    "红花集镇" },
	};
	struct arena		*a = arena_new();
	struct bind_opts	 o = { .year = 2021 };

	for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
		char		 text[600];
		int		 n = snprintf(text, sizeof text, "%s\n一、总体情况\n"
				    "略\n", t[i].text);
		struct filing	*f = identify(a, text, (size_t)n, &o);

		tap_check(str_eq(f->agency, str_of(t[i].agency)), t[i].text,
		    __FILE__, __LINE__);
	}
	arena_free(a);
}

/* The title of a draft says so. */
static void
test_drafts(void)
{
	static const struct { const char *tail, *kept; } t[] = {
		{ "（征求意见稿）", "（征求意见稿）" }, { "(草案)", "(草案)" },
		{ "（定稿）", "" }, { "（终稿）", "" }, { "", "" },
		{ "\n（征求意见稿）", "（征求意见稿）" },
		{ "\n送审稿", "送审稿" }, { "\n征求意见稿的说明", "" },
	};
	struct arena		*a = arena_new();
	struct bind_opts	 o = { .year = 0 };

	for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
		char		 text[400], want[400];
		int		 n = snprintf(text, sizeof text, "息县商务局"
				    "2021年政府信息公开工作年度报告%s\n"
				    "一、总体情况\n略\n", t[i].tail);
		struct filing	*f = identify(a, text, (size_t)n, &o);

		snprintf(want, sizeof want,
		    "息县商务局2021年政府信息公开工作年度报告%s", t[i].kept);
		CHECK(str_eq(f->title, str_of(want)) && f->year == 2021);
	}
	arena_free(a);
}

/* A page with more menu than report. */
static void
test_menu(void)
{
	static const char	 item[] = "政务公开 组织机构\n";
	static const char	 report[] =
	    "息县商务局2021年政府信息公开工作年度报告\n一、总体情况\n略\n";
	struct arena		*a = arena_new();
	struct bind_opts	 o = { .year = 0 };
	char			*text = arena_alloc(a, 400 * sizeof item +
				    sizeof report, 1);
	size_t			 n = 0;
	struct filing		*f;

	for (int i = 0; i < 400; i++, n += sizeof item - 1)
		memcpy(text + n, item, sizeof item - 1);
	memcpy(text + n, report, sizeof report - 1);
	f = identify(a, text, n + sizeof report - 1, &o);
	CHECK(str_eq(f->agency, STR("息县商务局")));
	CHECK(f->title_line == 401);
	arena_free(a);
}

static char *
slurp(struct arena *a, const char *path, size_t *size)
{
	FILE	*in = fopen(path, "rb");
	char	*p;
	long	 n;

	if (in == NULL)
		return NULL;
	fseek(in, 0, SEEK_END);
	n = ftell(in);
	rewind(in);
	p = arena_alloc(a, (size_t)n + 1, 1);
	*size = fread(p, 1, (size_t)n, in);
	fclose(in);
	return p;
}

struct real_case {
	const char	*file, *agency;
	int		 year, title_line;
	bool		 period, year_in_text;
};

static const struct real_case real[] = {
	{ "seeds/000_16e2ec73736cb13a.txt", "红花集镇人民政府", 2021, 3,
	    true, true },
	{ "seeds/001_bfb308357a73373b.txt", "息县人民政府", 2021, 3, false,
	    true },
	{ "seeds/002_c998c0bbe5fb23e8.txt", "拖船镇", 2020, 1, false, true },
	{ "seeds/003_67dfe248a59990d3.txt", "道外区团结镇", 2021, 1, true,
	    true },
	{ "seeds/004_b657cdc2b6fa0bce.txt", "郾城区裴城镇", 2023, 3, false,
	    false },
	{ "corpus/guangzhou-liwan-nanyuan-street-2020.excerpt.txt",
	    "广州市荔湾区人民政府南源街道办事处", 2020, 1, false, false },
	{ "corpus/jiaxian-yi-town-2022.excerpt.txt", "螅镇", 2022, 2, false,
	    true },
	{ "corpus/pingtan-zone-2021.glued.txt", "平潭综合实验区", 2021, 1,
	    true, true },
	{ "corpus/pingtan-zone-2022.glued.txt", "平潭综合实验区", 2022, 1,
	    true, true },
	/* The page says 沐 where the county is called 沭. */
	{ "corpus/shuyang-county-2025.md", "沐阳县人民政府", 2025, 1, true,
	    true },
	{ "corpus/taojiang-songmutang-town-2022.excerpt.txt",
	    "桃江县松木塘镇人民政府", 2022, 2, false, true },
	{ "corpus/xixian-taiping-town-2022.excerpt.txt", "太平镇人民政府",
	    2022, 1, false, false },
	{ "corpus/yuyang-tuofenglu-street-2020.excerpt.txt",
	    "驼峰路街道办事处", 2020, 1, false, true },
};

static void
test_real(void)
{
	const char	*top = getenv("srcdir");

	for (size_t i = 0; i < sizeof real / sizeof real[0]; i++) {
		const struct real_case	*r = &real[i];
		struct arena		*a = arena_new();
		struct bind_opts	 o = { .path = str_of(r->file) };
		char			 got[300], want[300];
		struct filing		*f;
		char			*text;
		size_t			 size;

		text = slurp(a, arena_printf(a, "%s/../shared/%s",
		    top != NULL ? top : ".", r->file), &size);
		if (text == NULL) {
			printf("ok %d - %s # SKIP not here\n", ++tap_n,
			    r->file);
			arena_free(a);
			continue;
		}
		f = identify(a, text, size, &o);
		snprintf(got, sizeof got, STR_FMT " %d line %d %d%d%d%d",
		    STR_ARG(f->agency), f->year, f->title_line,
		    has_obs(f, OBS_PERIOD), has_obs(f, OBS_YEAR_IN_TEXT),
		    has_obs(f, OBS_YEAR_CONFLICT),
		    has_obs(f, OBS_PERIOD_WRONG));
		snprintf(want, sizeof want, "%s %d line %d %d%d00", r->agency,
		    r->year, r->title_line, r->period, r->year_in_text);
		tap_check_str(got, want, r->file, __FILE__, __LINE__);
		arena_free(a);
	}
}

/* Names of files and folders that say who filed. */
static void
test_paths(void)
{
	static const char *const path[][2] = {
	    { "息县/附件2-息县审计局2023年度政府信息公开工作年度报告（定稿）.docx",
	    "息县审计局" },
	    { "附件：息县民政局.docx", "息县民政局" },
	    { "附3息县民政局2023.docx", "息县民政局" },
	    { "汕尾市/海丰县/附城镇人民政府.docx", "附城镇人民政府" },
	    { "410000河南省/411500信阳市/411528息县/a.html", "息县" },
	    { "20240118息县水利局.pdf", "息县水利局" },
	    { "第八师/143团/2023.html", "143团" },
	};

	for (size_t i = 0; i < sizeof path / sizeof path[0]; i++) {
		static const char	 text[] = "2023年政府信息公开工作年度"
					    "报告\n一、总体情况\n略\n";
		struct arena		*a = arena_new();
		struct bind_opts	 o = { .path = str_of(path[i][0]) };
		struct filing		*f = identify(a, text, strlen(text),
					    &o);
		char			 got[200];

		snprintf(got, sizeof got, STR_FMT, STR_ARG(f->agency));
		tap_check_str(got, path[i][1], path[i][0], __FILE__,
		    __LINE__);
		arena_free(a);
	}
}

int
main(void)
{
	test_titles();
	test_frames();
	test_names();
	test_not_titles();
	test_periods();
	test_years();
	test_imprint();
	test_site();
	test_writers();
	test_drafts();
	test_menu();
	test_paths();
	test_real();
	return tap_done();
}
