/*
 * What stands around a report in the way of web pages: labels with a value,
 * 发布机构：…, and the crumbs of the page's place in the site.
 */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/identity.h"
#include "form/title.h"
#include "form/who.h"

#define N(a)	(sizeof (a) / sizeof (a)[0])

#define LABEL_MAX	150	/* bytes of a line with label and value */
#define CRUMB_MAX	400	/* bytes of a line of crumbs */

static const char *const source_label[] = { "信息来源", "发布机构",
    "发布单位", "发布部门", "公开机构", "公开单位", "公开主体", "发文机关",
    "发文机构", "发文单位", "编制单位", "供稿单位", "责任单位", "文章来源",
    "稿件来源", "主办单位", "制作机构", "来源单位", "编报单位", "填报单位",
    "填报机关", "编制机关", "报送单位", "单位名称", "来源", "单位" };
static const char *const date_label[] = { "发布时间", "发布日期", "公开时间",
    "公开日期", "发文日期", "发文时间", "成文日期", "生成日期", "生成时间",
    "发稿时间", "发表日期", "制发日期", "公布日期", "时间", "日期" };

/* Where a value ends that others follow on the same line. */
static const char *const next_label[] = { "发布", "时间", "日期", "浏览",
    "作者", "字体", "字号", "点击", "访问", "打印", "【", "来源", "阅读",
    "编辑", "信息来源", "信息分类", "信息类别", "信息名称", "索引",
    "责任编辑", "次数", "文号", "[", "微信", "分享" };

bool
source_is_media(struct str s)
{
	static const char *const media[] = { "日报", "晚报", "晨报", "早报",
	    "网站", "网讯", "政府网", "门户网", "电视", "广播", "融媒",
	    "新华社", "原创", "本站", "微信", "公众号", "传媒", "新闻",
	    "杂志", "通讯", "转载", "发布", "在线", "互联", "未知", "佚名",
	    "作者", "客户端", "管理员", "本地" };

	return str_ends(s, STR("网")) || str_has_any(s, media, N(media));
}

/* Behind 编制单位（盖章） comes the colon, too. */
static size_t
skip_seal(struct str s)
{
	static const char *const seal[] = { "（盖章）", "(盖章)", "（公章）",
	    "(公章)", "（章）" };

	for (size_t k = 0; k < N(seal); k++)
		if (str_starts(s, str_of(seal[k])))
			return str_of(seal[k]).n;
	return 0;
}

/* Whether the label ends there: with a colon, a tab, or the line. */
static bool
label_ends(struct str s, size_t at, bool alone, size_t *after)
{
	struct str	 rest = str_from(s, at), t;

	rest = str_from(rest, skip_seal(rest));
	t = str_trim(rest);
	if (t.n == 0 && alone) {
		*after = s.n;
		return true;
	}
	if (t.n != 0 && (t.p[0] == ':' || str_starts(t, STR("：")))) {
		*after = (size_t)(t.p - s.p) +
		    (t.p[0] == ':' ? 1 : sizeof "：" - 1);
		return true;
	}
	*after = s.n - rest.n;
	return rest.n != 0 && rest.p[0] == '\t';
}

/* The label in s, followed by a colon or the end; *after is behind both. */
static bool
label_at(struct str s, const char *const *list, size_t n, size_t *after)
{
	for (size_t k = 0; k < n; k++) {
		struct str	 label = str_of(list[k]);
		size_t		 at = 0, m;

		for (; (at = str_find(s, label, at)) != STR_NONE;
		    at += label.n) {
			/* 更新时间 is not 时间. */
			if (label.n < sizeof "时间日" && at != 0 &&
			    utf8_is_han(utf8_last(str_sub(s, 0, at), &m)))
				continue;
			if (label_ends(s, at + label.n, at == 0, after))
				return true;
		}
	}
	return false;
}

/* The value behind a label, up to the next label or a gap. */
static struct str
value_in(struct str s)
{
	size_t	 end;

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

/*
 * The label's value on its own line, in the cell to the right of it, or on
 * the next line.  发 布 机 构 is a label, too.
 */
static bool
labelled(const struct textlines *t, int i, const char *const *list, size_t n,
    struct str *value)
{
	struct str	 s = t->v[i].text;
	size_t		 after;

	if (!label_at(s, list, n, &after)) {
		s = t->v[i].bare;
		if (s.n > LABEL_MAX || !label_at(s, list, n, &after))
			return false;
	}
	*value = str_from(s, after);
	if (str_trim(*value).n != 0)
		return true;
	if (i + 1 >= t->n || (t->v[i].row >= 0 &&
	    t->v[i + 1].row != t->v[i].row))
		return false;
	*value = t->v[i + 1].text;
	return t->v[i].row >= 0 || (!str_has(*value, STR("：")) &&
	    !str_has(*value, STR(":")) && value->n < LABEL_MAX);
}

/* What a source says of itself without the mark where its seal goes. */
static struct str
without_seal(struct str s)
{
	static const char *const seal[] = { "（盖章）", "(盖章)", "（公章）",
	    "(公章)", "（章）" };

	for (size_t k = 0; k < N(seal); k++)
		if (str_ends(s, str_of(seal[k])))
			s.n -= str_of(seal[k]).n;
	return s;
}

/* 首页 > 部门 > 息县审计局 > 政府信息公开年报: the last organ of them. */
static struct str
crumb_in(struct arena *a, struct str bare)
{
	struct str	 found = STR("");
	size_t		 from = 0;

	if (bare.n > CRUMB_MAX)
		return found;
	for (size_t at = 0, next = 0; at <= bare.n; at = next) {
		uint32_t	 c = at < bare.n ? utf8_next(bare, &next) :
				    '>';
		struct str	 part;

		if (at == bare.n)
			next = at + 1;
		if (c != '>' && c != 0xFF1E && c != 0xBB && c != 0x203A)
			continue;
		part = str_sub(bare, from, at - from);
		if (from != 0 && organ_like(part))
			found = str_dup(a, part);
		from = next;
	}
	return found;
}

struct imprint
imprint_find(struct arena *a, const struct textlines *t, int from, int to)
{
	struct imprint	 im = { .published = { 0, 0, 0 } };

	for (int i = from; i < to; i++) {
		struct str	 v;
		size_t		 at = 0, n;
		struct date	 d;

		if (im.source_org.n == 0 && labelled(t, i, source_label,
		    N(source_label), &v)) {
			v = without_seal(value_in(v));
			/* 单位 is a label of other things as well. */
			if (!str_starts(t->v[i].bare, STR("单位")) ||
			    organ_like(v))
				im.source_org = str_dup(a, v);
		}
		if (im.crumb.n == 0)
			im.crumb = crumb_in(a, t->v[i].bare);
		if (im.published.year == 0 && labelled(t, i, date_label,
		    N(date_label), &v) &&
		    date_find(str_sub(v, 0, 60), &at, &n, &d))
			im.published = d;
	}
	return im;
}
