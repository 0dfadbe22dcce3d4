#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/filing.h"
#include "form/identity.h"
#include "form/line.h"
#include "form/lookalike.h"

#define N(a)	(sizeof (a) / sizeof (a)[0])

#define HEAD_CHARS	80	/* of a line that may be a title */
#define LISTED		3	/* reports that make a list */
#define ROWS		5	/* of a table that is not about the page */
#define ABOVE		3	/* lines between its title and a table */
#define ANNOUNCED	200	/* characters that announce a report */

/* The number that ends before at, without 月; 0: none. */
static int
number_before(struct str s, size_t at)
{
	int	 n = 0, unit = 1;

	if (at >= 3 && str_eq(str_sub(s, at - 3, 3), STR("月")))
		at -= 3;
	for (; at > 0 && s.p[at - 1] >= '0' && s.p[at - 1] <= '9' &&
	    unit < 1000; unit *= 10)
		n += unit * (s.p[--at] - '0');
	return n;
}

/* 1-6月, 7月至9月: months that are not all of the year. */
static bool
has_months(struct str s)
{
	static const char *const to[] = { "-", "—", "–", "－", "~", "～",
	    "至", "到" };

	for (size_t k = 0; k < N(to); k++)
		for (size_t at = 0; (at = str_find(s, str_of(to[k]), at)) !=
		    STR_NONE; ) {
			int	 from = number_before(s, at), last = 0;

			at += str_of(to[k]).n;
			while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9' &&
			    last < 100)
				last = 10 * last + (s.p[at++] - '0');
			if (str_starts(str_from(s, at), STR("月")) &&
			    from >= 1 && from <= last && last <= 12 &&
			    last - from < 11)
				return true;
		}
	return false;
}

/*
 * 上半年, 第三季度, 1-6月: of a part of a year, if not of all of it, too.  An
 * annual report may have been written in November: 1-10月…年度报告.
 */
static bool
is_of_part(struct str s)
{
	static const char *const part[] = { "半年", "季度" };
	static const char *const month[] = { "月份", "月度" };
	static const char *const annual[] = { "年度", "年报" };
	static const char *const all[] = { "全年", "一至四季度",
	    "1-4季度", "四个季度", "1-12月", "1至12月" };

	if (str_has_any(s, all, N(all)))
		return false;
	return str_has_any(s, part, N(part)) ||
	    (!str_has_any(s, annual, N(annual)) &&
	    (str_has_any(s, month, N(month)) || has_months(s)));
}

/* A paragraph without its white space; none of a table. */
static struct str
words_of(struct arena *a, const struct block *b)
{
	return b->kind == BLOCK_TABLE ? STR("") : str_bare(a, b->text);
}

static bool
is_short(struct str s)
{
	return s.n != 0 && !utf8_longer(s, HEAD_CHARS) &&
	    !str_has(s, STR("。"));
}

/*
 * The line that is the title has what title_parse() leaves out, as
 * （2022年上半年） behind it.
 */
static struct str
of_part(struct arena *a, const struct filing *f, const struct block *first,
    const struct block *end)
{
	if (f->title.n == 0)
		return STR("");
	if (is_of_part(f->title))
		return f->title;
	for (const struct block *b = first; b != end && b != NULL;
	    b = b->next) {
		struct str	 s;

		if (b->kind == BLOCK_TABLE || b->line != f->title_line ||
		    !is_short(b->text))
			continue;
		s = str_bare(a, b->text);
		if (str_has(s, f->title) && is_of_part(s))
			return s;
	}
	return STR("");
}

/* Without a title, the lines right above the table have what it is of. */
static struct str
table_of_part(struct arena *a, const struct filing *f,
    const struct block *first, const struct block *end)
{
	static const char *const what[] = { "公开", "统计表", "报表" };
	struct str	 s = STR("");
	int		 above = 0;

	for (const struct block *b = first; b != end && b != NULL &&
	    f->title.n == 0; b = b->next) {
		struct str	 now;

		if (b->kind == BLOCK_TABLE) {
			if (b->grid->nrow >= ROWS)
				return above <= ABOVE ? s : STR("");
			continue;
		}
		now = is_short(b->text) ? str_bare(a, b->text) : STR("");
		above++;
		if (is_of_part(now) && str_has_any(now, what, N(what))) {
			s = now;
			above = 0;
		}
	}
	return STR("");
}

static bool
has_part(const struct filing *f)
{
	for (int k = 0; k < PART__N; k++)
		if (f->part[k].found)
			return true;
	return f->statistic != NULL;
}

static bool
has_section(const struct filing *f)
{
	for (int k = 1; k < SECTION__N; k++)
		if (f->section[k].found)
			return true;
	return false;
}

/* Titles of several reports, and nothing that one of them would say. */
static struct str
of_many(struct arena *a, const struct filing *f, const struct block *first,
    const struct block *end)
{
	struct str	 seen[LISTED];
	size_t		 n = 0, at;

	if (has_part(f) || has_section(f))
		return STR("");
	for (const struct block *b = first; b != end && b != NULL;
	    b = b->next) {
		struct str	 s;
		bool		 known = false;

		if (b->kind == BLOCK_TABLE)
			continue;
		if (str_has(b->text, STR("。")))
			return STR("");
		s = str_bare(a, b->text);
		if (!is_short(s) || !identity_is_title(s, &at))
			continue;
		for (size_t k = 0; k < n && !known; k++)
			known = str_eq(seen[k], s);
		if (!known && n < LISTED)
			seen[n++] = s;
	}
	return n == LISTED ? seen[0] : STR("");
}

/* Whether the tables have no figure: nobody has filled them in. */
static bool
is_unfilled(const struct filing *f)
{
	for (const struct figure *g = f->figure; g != NULL; g = g->next)
		if (g->state != STATE_BLANK && g->state != STATE_PLACEHOLDER)
			return false;
	return f->statistic == NULL && has_part(f);
}

/* XX镇人民政府2023年…年度报告, to be filled in: the name stands for any. */
static struct str
of_any(struct arena *a, const struct filing *f, const struct block *first,
    const struct block *end)
{
	static const char *const any[] = { "××", "XX", "xx", "ＸＸ", "**",
	    "＊＊", "○○", "〇〇", "某某", "__", "＿＿", "□□" };

	(void)a;
	(void)first;
	(void)end;
	/* Where no cell was read none is known to be blank. */
	if (f->agency.n != 0 || f->figure == NULL || !is_unfilled(f))
		return STR("");
	for (size_t k = 0; k < N(any); k++)
		if (str_starts(f->title, str_of(any[k])))
			return f->title;
	return STR("");
}

/* 关于印发…年度报告格式的通知, and tables that nobody has filled in. */
static struct str
of_nobody(struct arena *a, const struct filing *f, const struct block *first,
    const struct block *end)
{
	static const char *const form[] = { "报告格式", "年报格式",
	    "报告模板", "年报模板", "报告模版", "年报模版", "报告样式",
	    "报告样本", "报告范本" };
	static const char *const cited[] = { "根据", "依据", "按照", "依照" };

	if (f->title.n != 0 || !is_unfilled(f))
		return STR("");
	for (const struct block *b = first; b != end && b != NULL;
	    b = b->next) {
		struct str	 s = words_of(a, b);

		if (is_short(s) && str_has_any(s, form, N(form)) &&
		    !str_has_any(s, cited, N(cited)))
			return s;
	}
	return STR("");
}

/* What stands above the first sentence: titles, crumbs, dates. */
static struct str
heading_with(struct arena *a, const struct block *first,
    const struct block *end, bool (*is_it)(struct str))
{
	for (const struct block *b = first; b != end && b != NULL;
	    b = b->next) {
		struct str	 s;

		if (b->kind == BLOCK_TABLE)
			continue;
		if (str_has(b->text, STR("。")))
			break;
		s = str_bare(a, b->text);
		if (is_short(s) && is_it(s))
			return s;
	}
	return STR("");
}

static bool
is_annual(struct str s)
{
	return str_has(s, STR("公开")) && (str_has(s, STR("年度报告")) ||
	    str_has(s, STR("年报")));
}

/* 四川旅游学院2022-2023学年信息公开工作年度报告: schools have years of their own. */
static bool
is_school_year(struct str s)
{
	return str_has(s, STR("学年")) && is_annual(s);
}

/* 关于更正《…年度报告》的公告, …年度报告的补充说明, but not …（更正版）. */
static bool
is_correction(struct str s)
{
	static const char *const what[] = { "更正", "勘误", "补充说明",
	    "修正", "更新说明" };
	static const char *const as[] = { "公告", "说明", "通知", "启事",
	    "公示", "的函", "勘误", "声明" };

	if (!str_has_any(s, what, N(what)) || !is_annual(s))
		return false;
	for (size_t k = 0; k < N(as); k++)
		if (str_ends(s, str_of(as[k])))
			return true;
	return false;
}

/* A link to a file, or words that say that there is one. */
static bool
leads_elsewhere(struct str s)
{
	static const char *const word[] = { ".pdf", ".doc", ".wps", ".xls",
	    ".ofd", ".zip", ".rar", ".PDF", ".DOC", "点击查看", "点击下载",
	    "点击此处", "点击阅读", "查看全文", "下载查看", "见附件",
	    "附件下载" };

	return str_has_any(s, word, N(word)) ||
	    (str_starts(s, STR("附件")) && s.n > sizeof "附件：1.");
}

/* 根据…规定，现将…年度报告予以公布: no more than that there is a report. */
static bool
only_announces(struct str s)
{
	static const char *const word[] = { "现将", "现予以", "现公布",
	    "现发布", "予以公布", "予以公开", "特此公告" };

	return !utf8_longer(s, ANNOUNCED) &&
	    (str_has_any(s, word, N(word)) || leads_elsewhere(s));
}

/*
 * A page of which the report is an attachment: a link, and not one sentence
 * of its own.
 */
static struct str
of_link(struct arena *a, const struct filing *f, const struct block *first,
    const struct block *end)
{
	struct str	 link = STR("");

	if (f->title.n == 0 || has_part(f) || has_section(f))
		return link;
	for (const struct block *b = first; b != end && b != NULL;
	    b = b->next) {
		struct str	 s = words_of(a, b);

		if (str_has(s, STR("。")) && !only_announces(s))
			return STR("");
		if (link.n == 0 && leads_elsewhere(s) &&
		    !utf8_longer(s, ANNOUNCED))
			link = s;
	}
	return link;
}

/* 关于政府信息公开工作年度报告 | 有关事项的通知, on two lines. */
static struct str
of_notice(struct arena *a, const struct filing *f, const struct block *first,
    const struct block *end)
{
	bool	 below = false;

	if (f->title.n == 0 || f->agency.n != 0 || has_part(f))
		return STR("");
	for (const struct block *b = first; b != end && b != NULL;
	    b = b->next) {
		struct str	 s = words_of(a, b);

		if (below && s.n != 0)
			return is_short(s) && str_ends(s, STR("通知")) ? s :
			    STR("");
		below = below || b->line == f->title_line;
	}
	return STR("");
}

/* 一、总体情况........ 1 */
static bool
is_of_contents(struct str s)
{
	size_t	 n = s.n;

	while (n > 0 && s.p[n - 1] >= '0' && s.p[n - 1] <= '9')
		n--;
	return n < s.n && (str_ends(str_sub(s, 0, n), STR("...")) ||
	    str_ends(str_sub(s, 0, n), STR("……")) ||
	    str_ends(str_sub(s, 0, n), STR("···")));
}

/* A page of a report that has but its title and the table of contents. */
static struct str
of_contents(struct arena *a, const struct filing *f,
    const struct block *first, const struct block *end)
{
	struct str	 seen = STR("");
	int		 n = 0;

	if (has_part(f))
		return STR("");
	for (const struct block *b = first; b != end && b != NULL;
	    b = b->next) {
		struct str	 s = words_of(a, b);

		if (is_of_contents(s))
			seen = n++ == 0 ? s : seen;
		else if (str_has(s, STR("。")))
			return STR("");
	}
	return n >= LISTED ? seen : STR("");
}

/* 年度报告范文: a report that any organ may copy. */
static bool
is_sample(struct str s)
{
	static const char *const sample[] = { "范文", "范本", "模板", "模版",
	    "样本", "样例", "（范文）", "(范文)", "（模板）", "(模板)" };

	for (size_t k = 0; k < N(sample); k++)
		if (str_ends(s, str_of(sample[k])))
			return str_has(s, STR("公开")) &&
			    str_has(s, STR("报告"));
	return false;
}

/* 某局召开…年度报告编制部署会: news. */
static bool
is_meeting(struct str s)
{
	static const char *const end[] = { "会议", "部署会", "推进会",
	    "培训会", "工作会", "座谈会", "视频会", "调度会", "动员会",
	    "审查会", "培训班", "培训" };

	for (size_t k = 0; k < N(end); k++)
		if (str_ends(s, str_of(end[k])))
			return str_has(s, STR("公开")) &&
			    (str_has(s, STR("报告")) || str_has(s, STR("年报")));
	return false;
}

static struct str
of_meeting(struct arena *a, const struct filing *f, const struct block *first,
    const struct block *end)
{
	return has_part(f) || has_section(f) || f->statistic != NULL ?
	    STR("") : heading_with(a, first, end, is_meeting);
}

static struct str
of_correction(struct arena *a, const struct filing *f,
    const struct block *first, const struct block *end)
{
	return has_part(f) || has_section(f) ? STR("") :
	    heading_with(a, first, end, is_correction);
}

static struct str
of_school_year(struct arena *a, const struct filing *f,
    const struct block *first, const struct block *end)
{
	return f->title.n != 0 ? STR("") :
	    heading_with(a, first, end, is_school_year);
}

static struct str
of_sample(struct arena *a, const struct filing *f, const struct block *first,
    const struct block *end)
{
	return f->title.n != 0 ? STR("") :
	    heading_with(a, first, end, is_sample);
}

/* What may be taken for a report; the first that says so names it. */
static const struct {
	struct str	 (*find)(struct arena *, const struct filing *,
			    const struct block *first,
			    const struct block *end);
	enum note_id	 note;
} kinds[] = {
	{ of_part, NOTE_OTHER_PERIOD },
	{ table_of_part, NOTE_OTHER_PERIOD },
	{ of_correction, NOTE_ABOUT_REPORTS },
	{ of_meeting, NOTE_ABOUT_REPORTS },
	{ of_school_year, NOTE_OTHER_PERIOD },
	{ of_sample, NOTE_ABOUT_REPORTS },
	{ of_notice, NOTE_ABOUT_REPORTS },
	{ of_contents, NOTE_REPORT_ELSEWHERE },
	{ of_many, NOTE_REPORT_ELSEWHERE },
	{ of_link, NOTE_REPORT_ELSEWHERE },
	{ of_nobody, NOTE_ABOUT_REPORTS },
	{ of_any, NOTE_ABOUT_REPORTS },
};

struct str
lookalike_find(struct arena *a, const struct filing *f,
    const struct block *first, const struct block *end, enum note_id *note)
{
	struct str	 s = STR("");

	for (size_t k = 0; k < N(kinds) && s.n == 0; k++) {
		s = kinds[k].find(a, f, first, end);
		*note = kinds[k].note;
	}
	return s;
}
