/*
 * The pattern is found first, because it alone is regular.  What stands
 * before it is believed only if it could be an agency and a year; a
 * sentence, a citation or a chain of menu entries is no title.
 */
#include <config.h>

#include <string.h>

#include "base/utf8.h"
#include "form/identity.h"
#include "form/line.h"
#include "form/title.h"
#include "form/title_match.h"
#include "form/when.h"

#define N(a)	(sizeof (a) / sizeof (a)[0])

#define TITLE_MAX	600	/* bytes of a line that may hold a title */
#define HEAD_MAX	150	/* bytes of agency and year */

/* 工作告年度报: nothing else, its characters in disorder. */
static bool
is_jumbled(struct str t)
{
	static const char	 words[] = "工作年度报告";
	size_t			 n = 0;

	for (size_t at = 0; at < t.n; n++) {
		size_t		 from = at;
		struct str	 c;

		(void)utf8_next(t, &at);
		c = str_sub(t, from, at - from);
		if (!str_has(str_of(words), c) || str_has(str_from(t, at), c))
			return false;
	}
	return n >= 4 && str_has(t, STR("报")) && str_has(t, STR("告"));
}

/*
 * 报告｜表, 年报｜统计表: the tables of a report that are filed by themselves,
 * or none.  What has no 报告 before it must be a table.
 */
static bool
eat_sheet(struct str s, size_t *at, bool report)
{
	static const char *const word[] = { "数据统计表", "统计报表", "数据报表",
	    "数据表", "统计表", "报表", "情况表", "表格", "附表", "表",
	    "统计数据", "数据" };
	/* The first of those that follow 报告 only. */
	enum { REPORT = 7 };

	for (size_t k = 0; k < (report ? N(word) : REPORT); k++)
		if (str_eat(s, at, word[k]))
			return true;
	return false;
}

/* 工作, 年度, 情况 … in any order, until 报告, 年报, 统计表 or 总结. */
static bool
match_tail(struct str s, size_t at, struct title_match *m)
{
	static const char *const fill[] = { "工作", "情况", "总结",
	    "及政务公开", "和政务公开", "与政务公开", "的", "（", "(", "）",
	    ")", "”", "\"" };

	for (int words = 0; words < 8; words++) {
		size_t	 n;
		bool	 ate = false;

		/* Many things are summed up; who and when must be said. */
		if (str_eq(str_from(s, at), STR("总结"))) {
			m->annual = m->bare = true;
			m->end = s.n;
			return true;
		}

		if (str_eat(s, &at, "年报") || str_eat(s, &at, "年度报告")) {
			m->annual = true;
			m->sheet = eat_sheet(s, &at, true);
			m->end = at;
			return true;
		}
		if (str_eat(s, &at, "报告")) {
			m->sheet = eat_sheet(s, &at, true);
			m->end = at;
			return true;
		}
		if (eat_sheet(s, &at, false)) {
			m->sheet = m->bare = true;
			m->end = at;
			return true;
		}
		if (m->nyear == 0 && year_at(s, at, &n) != 0) {
			m->year = at;
			m->nyear = n;
			m->annual = true;
			at += n;
			continue;
		}
		if (str_eat(s, &at, "年度") || str_eat(s, &at, "年")) {
			m->annual = true;
			continue;
		}
		for (size_t k = 0; k < N(fill) && !ate; k++)
			ate = str_eat(s, &at, fill[k]);
		if (!ate)
			return false;
	}
	return false;
}

/* The first of base[] below that says nothing of government. */
#define BARE	6

/* The pattern whose 公开 ends at end. */
static bool
match_at(struct str s, size_t from, size_t end, struct title_match *m)
{
	static const char *const base[] = { "政府信息和政务公开",
	    "政府信息与政务公开", "政府信息及政务公开",
	    "政府信息主动公开", "政府信息公开",
	    "政务信息公开", "政务公开", "信息公开" };
	struct str	 head = str_sub(s, from, end - from);

	for (size_t k = 0; k < N(base); k++) {
		struct str	 b = str_of(base[k]);

		if (!str_ends(head, b))
			continue;
		*m = (struct title_match){ .begin = end - b.n,
		    .bare = k >= BARE };
		if (is_jumbled(str_from(s, end))) {
			m->annual = true;
			m->end = s.n;
		} else if (!match_tail(s, end, m) || (k >= BARE &&
		    !m->annual && !str_ends(str_sub(s, 0, m->begin),
		    STR("年度"))))
			return false;
		/* 红花集镇人民政府｜信息公开…, but 螅镇｜政府信息公开… */
		if (k < BARE && str_starts(b, STR("政府")) &&
		    str_ends(str_sub(s, 0, m->begin), STR("人民")))
			m->begin += sizeof "政府" - 1;
		return true;
	}
	return false;
}

bool
title_match_next(struct str s, size_t from, struct title_match *m)
{
	struct str	 word = STR("公开");

	for (size_t at = from; (at = str_find(s, word, at)) != STR_NONE; ) {
		at += word.n;
		if (match_at(s, from, at, m))
			return true;
	}
	return false;
}

/* A bracket to the end of the title: （2021年度）, (图片版).pdf. */
static bool
bracket_good(struct str t)
{
	size_t	 close;

	if (t.p[0] != '(' && !str_starts(t, STR("（")))
		return false;
	close = str_find(t, STR("）"), 0);
	if (close != STR_NONE)
		close += sizeof "）" - 1;
	else if ((close = str_find(t, STR(")"), 0)) != STR_NONE)
		close++;
	else
		return false;
	return close == t.n || t.p[close] == '.' || t.p[close] == '-' ||
	    t.p[close] == '_';
}

/* 关于公布…年度报告｜的公告: the report is announced, and follows. */
static bool
announces(struct str t)
{
	static const char *const as[] = { "的公告", "的公示", "的通告",
	    "的通知", "的函", "的报告" };

	for (size_t k = 0; k < N(as); k++)
		if (str_eq(t, str_of(as[k])))
			return true;
	return false;
}

struct str
title_unbracket(struct str s)
{
	size_t	 n, m;

	if (s.n == 0)
		return s;
	switch (utf8_first(s, &n)) {
	case '(': case '[': case 0xFF08: case 0x3010: case 0x3014:
		(void)utf8_last(s, &m);
		return s.n > n + m ? str_sub(s, n, s.n - n - m) : s;
	default:
		return s;
	}
}

bool
title_is_when(struct str t)
{
	struct date	 d = { 0, 0, 0 };
	size_t		 at = 0, n = 0;

	t = title_unbracket(t);
	if (year_find(t, &at, &n) != 0 && at == 0 && n == t.n)
		return true;
	at = 0;
	if (date_find(t, &at, &n, &d) && at != 0)
		return false;
	for (at = d.year != 0 ? n : 0; at < t.n; ) {
		uint32_t	 c = utf8_next(t, &at);

		if ((c < '0' || c > '9') && c != ':' && c != 0x5E74 &&
		    c != 0x6708)
			return false;
	}
	return d.year != 0 || str_ends(t, STR("月"));
}

bool
title_filer_behind(struct str t)
{
	return t.n <= HEAD_MAX && organ_like(t) && (!str_ends(t, STR("政府")) ||
	    str_ends(t, STR("镇人民政府")) || str_ends(t, STR("乡人民政府")));
}

/* What may stand behind the pattern: nothing, a bracket, a site's name. */
static bool
tail_good(struct str t)
{
	static const char *const begin[] = { "-", "_", "|", "—", "－", "–",
	    ">", "｜", "*", "#", ".doc", ".pdf", ".htm", ".txt", ".wps",
	    ".xls", ".md", ".zip", "发布日期", "发布时间", "发文日期", "来源",
	    "时间", "日期", "索引号", "浏览", "字体", "字号", "【", "打印",
	    "分享", "信息来源", "作者", "编辑" };
	static const char *const never[] = { "格式", "通知", "。" };
	static const char *const whole[] = { "全文", "正文", "公示", "文本",
	    "及附表", "及附件", "及统计表", "及统计报表", "及统计数据",
	    "文字部分", "文字版", "书" };
	struct str	 head = str_sub(t, 0, 90);

	if (t.n == 0 || announces(t) || title_is_when(t))
		return true;
	for (size_t k = 0; k < N(whole); k++)
		if (str_eq(t, str_of(whole[k])))
			return true;
	if (str_has_any(head, never, N(never)))
		return false;
	for (size_t k = 0; k < N(begin); k++)
		if (str_starts(t, str_of(begin[k])))
			return true;
	if (str_starts(t, STR("》")) || str_starts(t, STR("”")))
		return t.n <= sizeof "》" - 1;
	return bracket_good(t) || title_filer_behind(t);
}

/* Cuts labels and menu entries off: what stands before the last mark. */
static size_t
head_begin(struct str head)
{
	size_t	 begin = 0;

	for (size_t at = 0; at < head.n; ) {
		uint32_t	 c = utf8_next(head, &at);

		switch (c) {
		case '>': case 0xFF1E: case 0xBB: case 0x203A: case 0x2192:
		case '|': case 0xFF5C: case ':': case 0xFF1A: case '\\':
		case '#': case '*': case 0x300A: case '_': case ']':
		case 0x3011: case 0x2022: case 0x201C: case 0x2217:
		case 0x25B6: case 0x25A0:
			begin = at;
			break;
		case '/': {
			size_t	 n;

			if (at == 1 || utf8_is_han(utf8_last(
			    str_sub(head, 0, at - 1), &n)))
				begin = at;
			break;
		}
		case '-':
			if (at == begin + 1)
				begin = at;
			break;
		default:
			break;
		}
	}
	return begin;
}

bool
title_head_good(struct str head, struct str tail)
{
	static const char *const notice[] = { "公布", "印发" };
	static const char *const sent[] = { "报送", "上报" };
	bool	 letter = str_eq(tail, STR("的函")) ||
		    str_eq(tail, STR("的报告"));
	static const char *const never[] = { "根据", "依据", "按照", "现将",
	    "编制了", "编制本", "编制的", "编制完", "编制并", "通知", "做好",
	    "附件", "上一", "下一", "相关", "本报告", "本年度", "本年报",
	    "撰写", "查看", "点击", "下载", "详见", "开展", "要求", "形成",
	    "汇总", "制定", "如下", "首页", "您现在", "当前", "格式", "条例",
	    "总结", "以及", "包括", "政府信息公开", "进一步",
	    "以来", "报告", "国务院办公厅政府信息", "栏目", "扫一扫" };

	if (head.n > HEAD_MAX || str_has_any(head, never, N(never)) ||
	    str_ends(head, STR("中华人民共和国")) ||
	    (!announces(tail) && str_has_any(head, notice, N(notice))) ||
	    (!letter && str_has_any(head, sent, N(sent))))
		return false;
	for (size_t at = 0; at < head.n; ) {
		uint32_t	 c = utf8_next(head, &at);

		switch (c) {
		case 0x3002: case 0xFF0C: case 0xFF1B: case 0xFF1F:
		case 0xFF01: case ',': case ';': case '?': case '!':
		case 0x300B: case '=': case '@': case UTF8_BAD:
			return false;
		default:
			break;
		}
	}
	return true;
}

/* The last pattern of the line that has a good head and a good tail. */
static bool
find_match(struct str s, struct title_match *m, size_t *head)
{
	static const char *const never[] = { "上一", "下一", "相关", "点击",
	    "下载", "附件列表", "解读", "图解", "读懂", "答记者问" };
	size_t	 from = 0;

	if (s.n > TITLE_MAX)
		return false;
	while (title_match_next(s, from, m)) {
		struct str	 h;

		h = str_sub(s, 0, m->begin);
		if (str_has_any(h, never, N(never)))
			return false;
		*head = head_begin(h);
		h = str_sub(s, *head, m->begin - *head);
		if (tail_good(str_from(s, m->end)) &&
		    title_head_good(h, str_from(s, m->end)) &&
		    (!m->bare || h.n != 0) &&
		    (!m->sheet || !announces(str_from(s, m->end))))
			return true;
		from = m->end;
	}
	return false;
}

bool
title_match_line(struct str s, struct title_match *m, size_t *head)
{
	if (!find_match(s, m, head))
		return false;
	/* 政府信息公开年报 by itself is the name of a column of the site. */
	return m->begin != *head || m->nyear != 0 || m->end != s.n ||
	    !str_ends(s, STR("年报"));
}

bool
identity_is_title(struct str s, size_t *at)
{
	struct title_match	 m;
	size_t			 head;

	if (!title_match_line(s, &m, &head) || m.sheet)
		return false;
	*at = m.begin;
	return true;
}
