/*
 * Of whom a number is, when that is another organ than the one that reports.
 */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/tell.h"

/* 乡镇（街道）: without what is in brackets at the end. */
static struct str
without_bracket(struct str s)
{
	size_t	 at = 0, open = STR_NONE;

	if (!str_ends(s, STR("）")))
		return s;
	while ((at = str_find(s, STR("（"), at)) != STR_NONE)
		open = at++;
	return open == STR_NONE ? s : str_sub(s, 0, open);
}

/* Cuts off what stands between who does something and the verb. */
static struct str
without_adverbs(struct str s)
{
	static const char	 adverb[] = "共|共计|总共|累计|合计|全年|"
		"全年度|年度|年内|依法|主动|均|新|又|也|还|未|没有|目前|统一|"
		"先后|依申请|当年|本年度|本年|直接|已|已经|共同|联合|独立|自行|"
		"集中|负责|按时|按期|及时|从未|尚未|并|各|都";
	size_t			 n;

	do {
		struct str	 words = STR(adverb), w;

		n = s.n;
		while (str_field(&words, '|', &w))
			if (str_ends(s, w))
				s.n -= w.n;
		s = without_bracket(s);
		if (str_ends(s, STR("年")) && s.n > 7 && s.p[s.n - 4] >= '0' &&
		    s.p[s.n - 4] <= '9')
			s.n -= 7;
	} while (s.n != n);
	return s;
}

/* The last two characters of s, or as many as there are. */
static struct str
last_two(struct str s)
{
	size_t	 n, len = 0;

	for (int i = 0; i < 2 && len < s.n; i++) {
		utf8_last(str_sub(s, 0, s.n - len), &n);
		len += n;
	}
	return str_from(s, s.n - len);
}

/* 全县 is what the county reports of, and none of its towns or bureaus. */
static bool
is_all_of_own(const struct teller *r, struct str all)
{
	struct str	 name = r->f->agency, of = str_from(all, 3);

	if (name.n == 0 || !str_ends_any(of, STR("国|省|市|州|县|区|旗|盟")))
		return true;
	while (str_ends_any(name, STR("政府|人民|管理委员会|管委会")))
		name.n -= str_ends(name, STR("管理委员会")) ?
		    str_of("管理委员会").n : str_ends(name, STR("管委会")) ?
		    str_of("管委会").n : str_of("政府").n;
	return str_ends(name, of);
}

/* 我镇, 全县, or the end of the agency's own name. */
static bool
is_own_name(const struct teller *r, struct str who)
{
	struct str	 two, name = r->f->agency;
	bool		 gov = str_ends(who, STR("政府"));

	if (gov)
		who.n -= str_of("政府").n;
	if (str_ends(who, STR("人民")))
		who.n -= str_of("人民").n;
	two = last_two(who);
	if (str_ends_any(who, STR("我单位|本单位")))
		return true;
	if (two.n == 0 || str_starts(two, STR("我")) ||
	    str_starts(two, STR("本")))
		return true;
	if (str_starts(two, STR("全")))
		return is_all_of_own(r, two);
	if (name.n == 0 || (str_has(name, STR("街道")) &&
	    str_ends_any(who, STR("街道|办事处|街道办"))))
		return true;
	/* 镇政府 in the report of a 镇. */
	if (gov && !str_has(name, two)) {
		while (str_ends_any(name, STR("人民政府|政府")))
			name.n -= str_of(str_ends(name, STR("人民政府")) ?
			    "人民政府" : "政府").n;
		return str_ends(name, str_from(who, who.n - str_of("镇").n));
	}
	return str_has(name, two) || two.n < str_of("县镇").n;
}

/* Whether s ends with the name of an organ, and not 内部 or 网站. */
static bool
ends_with_organ(struct str s)
{
	static const char	 suffix[] = "政府|局|委|办|院|厅|部|站|所|"
		"中心|街道|镇|乡|村|社区|县|区|市|省|州|旗|系统|公司|学校|大队|"
		"支队|执法队|中队|办公室|科|处|室|分局|单位|企业|机构|高校|中小学|"
		"中学|小学|幼儿园|医院|受理点|公安机关|司法机关|税务机关|检察机关|"
		"监察机关|登记机关|执法机关";

	return str_ends_any(s, STR(suffix)) &&
	    !str_ends_any(s, STR("内部|外部|局部|网站|站点|专区|场所"));
}

/* 全市 of 全市各级行政机关, or empty. */
static struct str
all_of_levels(struct str s)
{
	static const char	 levels[] = "各级行政机关|各级机关|行政机关|"
		"各行政机关|各级各单位|各级单位|各级各类行政机关";
	static const char	 all[] = "全国|全省|全市|全州|全县|全区|全旗|"
		"全盟";
	struct str		 words = STR(levels), w, rest;

	while (str_field(&words, '|', &w)) {
		rest = str_ends(s, w) ? str_sub(s, 0, s.n - w.n) : STR("");
		if (str_ends_any(rest, STR(all)))
			return last_two(rest);
	}
	return STR("");
}

/* What is said of an organ at a place of the sentence. */
struct named {
	size_t		 at;
	struct str	 other;		/* empty: none, or the reporting one */
};

static void
name(struct teller *r, size_t at, struct str other)
{
	struct named_organs	*o = &r->organs;

	o->v = arena_grow(r->a, o->v, (size_t)o->n, &o->cap, sizeof(*o->v));
	o->v[o->n].at = at;
	o->v[o->n++].other = other;
}

/* Who does what a verb at at says, if that is an organ. */
static void
name_before(struct teller *r, size_t at)
{
	static const char	 verb[] = "收到|受理|接收|接到|办理|办结|答复|"
		"公开|发布|制发|制定|出台|作出|收取|更新|处理|回复|新收";
	struct str		 words = STR(verb), v, who, all;
	struct str		 rest = str_from(r->s.text, at);

	while (str_field(&words, '|', &v)) {
		if (!str_starts(rest, v))
			continue;
		who = without_adverbs(str_sub(r->s.text, 0, at));
		all = all_of_levels(who);
		if (all.n != 0 && !is_all_of_own(r, all))
			name(r, at, all);
		else if (ends_with_organ(who))
			name(r, at, is_own_name(r, who) ?
			    (struct str){ "", 0 } : last_two(who));
		return;
	}
}

static void
name_all(struct teller *r)
{
	struct str	 s = r->s.text;

	if (r->organs.of == s.p)
		return;
	r->organs.of = s.p;
	r->organs.n = 0;
	for (size_t at = 0; at < s.n; utf8_next(s, &at)) {
		if (str_starts(str_from(s, at), STR("我")))
			name(r, at, (struct str){ "", 0 });
		name_before(r, at);
	}
}

/*
 * Who received, handled or published what the number counts, when that is
 * another organ than the one that reports: the last one named as such, in
 * this half of the sentence, with no 我 and none of our own behind it.
 */
struct str
tell_organ(struct teller *r, const struct hit *h)
{
	const struct named_organs	*o = &r->organs;
	size_t				 at = tell_back(r, h->m.at), i;
	int				 lo = 0, hi;

	while ((i = str_find(str_sub(r->s.text, 0, h->m.at), STR("；"), at)) !=
	    STR_NONE)
		at = i + str_of("；").n;
	name_all(r);
	for (hi = o->n; lo < hi; ) {
		int	 mid = lo + (hi - lo) / 2;

		if (o->v[mid].at < tell_number_at(h))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo > 0 && o->v[lo - 1].at >= at ? o->v[lo - 1].other :
	    (struct str){ "", 0 };
}
