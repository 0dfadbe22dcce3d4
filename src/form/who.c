#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/identity.h"
#include "form/title.h"
#include "form/who.h"

#define N(a)	(sizeof (a) / sizeof (a)[0])

#define FOOT	12		/* lines from the end that may be a signature */

static const char *const source_label[] = { "信息来源", "发布机构",
    "发布单位", "发布部门", "公开机构", "公开单位", "公开主体", "发文机关",
    "发文机构", "发文单位", "编制单位", "供稿单位", "责任单位", "文章来源",
    "稿件来源", "主办单位", "制作机构", "来源单位", "来源" };
static const char *const date_label[] = { "发布时间", "发布日期", "公开时间",
    "公开日期", "发文日期", "发文时间", "成文日期", "生成日期", "生成时间",
    "发稿时间", "发表日期", "制发日期", "公布日期", "时间", "日期" };

/* Where a value ends that others follow on the same line. */
static const char *const next_label[] = { "发布", "时间", "日期", "浏览",
    "作者", "字体", "字号", "点击", "访问", "打印", "【", "来源", "阅读",
    "编辑", "信息", "索引", "责任编辑", "次数", "文号", "[", "微信", "分享" };

bool
source_is_media(struct str s)
{
	static const char *const media[] = { "日报", "晚报", "晨报", "早报",
	    "网", "电视", "广播", "融媒", "新华", "原创", "本站", "微信",
	    "公众号", "传媒", "新闻", "杂志", "通讯", "转载", "发布", "在线",
	    "互联", "未知", "佚名", "作者", "客户端", "管理员", "本地" };

	return str_has_any(s, media, N(media));
}

/* The label in s, followed by a colon or the end; *after is behind both. */
static bool
label_at(struct str s, const char *const *list, size_t n, size_t *after)
{
	for (size_t k = 0; k < n; k++) {
		struct str	 label = str_of(list[k]);
		size_t		 at = str_find(s, label, 0), m;

		while (at != STR_NONE) {
			struct str	 rest = str_from(s, at + label.n);
			struct str	 t = str_trim(rest);

			/* 更新时间 is not 时间. */
			if (label.n < sizeof "时间日" && at != 0 &&
			    utf8_is_han(utf8_last(str_sub(s, 0, at), &m))) {
				at = str_find(s, label, at + label.n);
				continue;
			}
			if (t.n == 0 && at == 0) {
				*after = s.n;
				return true;
			}
			if (t.n != 0 && (t.p[0] == ':' ||
			    str_starts(t, STR("：")))) {
				*after = (size_t)(t.p - s.p) +
				    (t.p[0] == ':' ? 1 : sizeof "：" - 1);
				return true;
			}
			at = str_find(s, label, at + label.n);
		}
	}
	return false;
}

/* The value behind a label, up to the next label or a gap. */
static struct str
value_in(struct str s)
{
	size_t	 end = s.n;

	s = str_trim(s);
	end = s.n;
	for (size_t at = 0, next = 0; next < s.n; at = next) {
		if (utf8_is_space(utf8_next(s, &next))) {
			end = at;
			break;
		}
	}
	for (size_t k = 0; k < N(next_label); k++) {
		size_t	 at = str_find(s, str_of(next_label[k]), 0);

		if (at != STR_NONE && at < end)
			end = at;
	}
	return str_trim(str_sub(s, 0, end));
}

/* The label's value on its own line, or in the cell to the right of it. */
static bool
labelled(const struct textlines *t, int i, const char *const *list, size_t n,
    struct str *value)
{
	struct str	 s = t->v[i].text;
	size_t		 after;

	if (!label_at(s, list, n, &after))
		return false;
	*value = str_from(s, after);
	if (str_trim(*value).n == 0) {
		if (t->v[i].row < 0 || i + 1 >= t->n ||
		    t->v[i + 1].row != t->v[i].row)
			return false;
		*value = t->v[i + 1].text;
	}
	return true;
}

struct imprint
imprint_find(struct arena *a, const struct textlines *t, int from, int to)
{
	struct imprint	 im = { .published_line = 0 };

	for (int i = from; i < to; i++) {
		struct str	 v;
		size_t		 at = 0, n;
		struct date	 d;

		if (im.source_org.n == 0 && labelled(t, i, source_label,
		    N(source_label), &v))
			im.source_org = str_dup(a, value_in(v));
		if (im.published.year == 0 && labelled(t, i, date_label,
		    N(date_label), &v) &&
		    date_find(str_sub(v, 0, 60), &at, &n, &d)) {
			im.published = d;
			im.published_line = t->v[i].line;
		}
	}
	return im;
}

bool
date_alone(struct str s, struct date *d)
{
	size_t	 at = 0, n;
	size_t	 rest;

	if (s.n > 60 || !date_find(s, &at, &n, d))
		return false;
	rest = s.n - n;
	if (at == 0 && rest == 0)
		return true;
	return (s.p[0] == '(' || str_starts(s, STR("（"))) &&
	    at <= sizeof "（" - 1 && rest <= 2 * sizeof "（" - 2;
}

/*
 * An office of the agency that answers the telephone is not the agency:
 * 红花集镇党政办 speaks for 红花集镇.
 */
static struct str
without_desk(struct str s)
{
	static const char *const desk[] = { "党政综合办公室", "党政综合办",
	    "党政办公室", "党政办", "党政和人大办公室", "综合办公室", "综合办",
	    "政务公开办公室", "政务公开办", "信息公开办公室", "信息公开办",
	    "政务公开领导小组办公室", "政务公开科", "秘书科", "办公室" };

	static const char *const room[] = { "办公室", "科", "室", "中心",
	    "股", "站", "办" };
	static const char street[] = "街道办事处";
	size_t	 at = str_find(s, STR(street), 0);

	for (size_t k = 0; at != STR_NONE && k < N(room); k++)
		if (str_ends(s, str_of(room[k])))
			return str_sub(s, 0, at + sizeof street - 1);
	for (size_t k = 0; k < N(desk); k++) {
		struct str	 d = str_of(desk[k]);

		if (!str_ends(s, d))
			continue;
		/* The office of a government files for itself. */
		if (k == N(desk) - 1 &&
		    (str_ends(s, STR("人民政府办公室")) ||
		    str_ends(s, STR("委员会办公室"))))
			return s;
		if (organ_like(str_sub(s, 0, s.n - d.n)))
			return str_sub(s, 0, s.n - d.n);
	}
	return s;
}

/* What stands between begin and end in a sentence, if it is an organ. */
static struct str
between(struct arena *a, struct str s, const char *begin, const char *end)
{
	struct str	 b = str_of(begin), in;
	size_t		 from = str_find(s, b, 0), to, cut;

	while (from != STR_NONE) {
		to = str_find(s, str_of(end), from + b.n);
		if (to == STR_NONE)
			return STR("");
		in = str_sub(s, from + b.n, to - from - b.n);
		cut = str_find(in, STR("（"), 0);
		if (cut == STR_NONE)
			cut = str_find(in, STR("("), 0);
		if (cut != STR_NONE)
			in = str_sub(in, 0, cut);
		in = without_desk(organ_trim(a, in));
		if (organ_like(in))
			return in;
		from = str_find(s, b, from + b.n);
	}
	return STR("");
}

struct str
who_compiled(struct arena *a, const struct textlines *t, int *line)
{
	static const char *const frame[][2] = { { "由", "编制" },
	    { "由", "编写" }, { "请与", "联系" }, { "请直接与", "联系" },
	    { "可与", "联系" }, { "请联系", "（" }, { "请联系：", "（" },
	    { "请联系", "，" }, { "请联系", "。" }, { "请向", "咨询" },
	    { "与", "联系" } };

	for (size_t k = 0; k < N(frame); k++)
		for (int i = 0; i < t->n; i++) {
			struct str	 rest = t->v[i].bare, s, who;

			while (str_sentence(&rest, &s)) {
				if (!str_has(s, str_of(frame[k][1])))
					continue;
				who = between(a, s, frame[k][0], frame[k][1]);
				if (who.n != 0) {
					*line = t->v[i].line;
					return who;
				}
			}
		}
	return STR("");
}

/* What stands behind the last comma. */
static struct str
last_clause(struct str s)
{
	size_t	 at;

	while ((at = str_find(s, STR("，"), 0)) != STR_NONE)
		s = str_from(s, at + sizeof "，" - 1);
	while ((at = str_find(s, STR(","), 0)) != STR_NONE)
		s = str_from(s, at + 1);
	return s;
}

/* Of "2023年，…，官洲街道办事处认真贯彻…" who does it. */
static struct str
actor_in(struct arena *a, struct str s)
{
	static const char *const verb[] = { "认真", "坚持", "高度重视",
	    "严格", "深入", "积极", "全面贯彻", "按照" };
	static const char *const others[] = { "、", "党", "委员会、", "县委",
	    "市委", "区委", "省委", "州委", "国务院", "领导", "上级" };
	size_t	 at = 0, n;

	if (year_find(s, &at, &n) == 0 || at != 0)
		return STR("");
	for (size_t k = 0; k < N(verb); k++) {
		struct str	 who;

		at = str_find(s, str_of(verb[k]), 0);
		if (at == STR_NONE)
			continue;
		who = organ_trim(a, last_clause(str_sub(s, 0, at)));
		if (organ_like(who) && !str_has_any(who, others, N(others)))
			return who;
	}
	return STR("");
}

bool
who_is_other(const struct textlines *t, int from, int to, struct str organ)
{
	static const char *const self[][2] = { { "我镇", "镇" },
	    { "我乡", "乡" }, { "我街", "街道" }, { "我局", "局" },
	    { "我委", "委" }, { "我厅", "厅" }, { "我办", "办" },
	    { "我县", "县" }, { "我区", "区" }, { "我市", "市" } };

	for (int i = from; i < to; i++)
		for (size_t k = 0; k < N(self); k++)
			if (t->v[i].row < 0 &&
			    str_has(t->v[i].bare, str_of(self[k][0])))
				return !str_has(organ, str_of(self[k][1]));
	return false;
}

struct str
who_acts(struct arena *a, const struct textlines *t, int from, int to)
{
	for (int i = from; i < to; i++) {
		struct str	 rest = t->v[i].bare, s, who;

		if (t->v[i].row >= 0)
			continue;
		while (str_sentence(&rest, &s)) {
			who = actor_in(a, s);
			if (who.n != 0)
				return who;
		}
	}
	return STR("");
}

/* An organ and a date on one line; what is left of the date is the organ. */
static bool
signed_line(struct str s, struct str *who, struct date *d)
{
	size_t	 at = 0, n;

	if (!date_find(s, &at, &n, d) || at + n != s.n ||
	    !organ_like(str_sub(s, 0, at)))
		return false;
	*who = str_sub(s, 0, at);
	return true;
}

/*
 * Footers of pages have names of organs, too, and lists of links have
 * dates; a signature is both, one below the other.
 */
struct str
who_signed(struct arena *a, const struct textlines *t, int *line,
    struct date *d)
{
	for (int i = t->n - 1; i >= 0 && i >= t->n - FOOT; i--) {
		struct str	 s = t->v[i].bare, who = STR("");

		*line = t->v[i].line;
		if (t->v[i].row >= 0 || s.n > 150)
			continue;
		if (signed_line(s, &who, d))
			return str_dup(a, who);
		if (!date_alone(s, d))
			continue;
		if (i > 0 && t->v[i - 1].row < 0 &&
		    organ_like(t->v[i - 1].bare))
			return str_dup(a, t->v[i - 1].bare);
		if (i == t->n - 1)
			return STR("");
	}
	*d = (struct date){ 0, 0, 0 };
	return STR("");
}

/* What a name of a file or directory says. */
static void
read_component(struct arena *a, struct str name, bool is_file,
    struct named *out)
{
	struct title	 title = { .year = 0 };
	struct str	 s = str_bare(a, name);
	size_t		 at = 0, n, dot = 0;
	int		 year, other;

	if (is_file)		/* the last dot, and .txt.gz too */
		for (int k = 0; k < 2; k++) {
			for (dot = s.n; dot != 0 && s.p[dot - 1] != '.'; )
				dot--;
			if (dot > 1 && s.n - dot < 6)
				s.n = dot - 1;
		}
	if (!title_parse(a, s, &title)) {
		title.agency = organ_trim(a, s);
		year = year_find(s, &at, &n);
		at += n;
		other = year != 0 ? year_find(s, &at, &n) : 0;
		title.year = other != 0 && other != year ? 0 : year;
	}
	if (out->agency.n == 0 && organ_like(title.agency))
		out->agency = title.agency;
	if (out->year == 0 && title.year != 0) {
		out->year = title.year;
		out->year_in_file = is_file;
	}
}

struct named
who_path(struct arena *a, struct str path)
{
	struct named	 out = { .year = 0 };
	bool		 is_file = true;

	while (path.n != 0) {
		size_t		 i = path.n;
		struct str	 name;

		while (i != 0 && path.p[i - 1] != '/')
			i--;
		name = str_from(path, i);
		read_component(a, name, is_file, &out);
		is_file = false;
		path.n = i != 0 ? i - 1 : 0;
	}
	return out;
}
