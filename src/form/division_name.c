/*
 * The names by which divisions are called.  Besides its own a division of
 * a minority has one without the minority (恩施州, 长阳县, 紫云自治县), a
 * province one without 省, a 街道 one that ends in 街.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "form/division.h"

#define N(a)	(sizeof (a) / sizeof (a)[0])

/* As they occur in names, longest first where one ends another. */
static const char *const minority[] = { "柯尔克孜", "达斡尔", "鄂温克",
    "鄂伦春", "俄罗斯", "乌孜别克", "塔吉克", "塔塔尔", "哈萨克", "维吾尔",
    "蒙古", "锡伯", "朝鲜", "布依", "布朗", "傈僳", "哈尼", "土家", "拉祜",
    "景颇", "阿昌", "德昂", "基诺", "独龙", "普米", "仡佬", "仫佬", "毛南",
    "纳西", "裕固", "撒拉", "保安", "东乡", "赫哲", "门巴", "珞巴", "高山",
    "各", "回", "藏", "苗", "彝", "壮", "满", "侗", "瑶", "白", "傣", "黎",
    "佤", "畲", "水", "羌", "怒", "京", "土", "民" };

/* Cuts "土家族苗族" off the end, but never all of it. */
static struct str
without_minorities(struct str s, bool need_zu)
{
	bool	 again = true;

	while (again) {
		struct str	 t = s;

		again = false;
		if (str_ends(t, STR("族")))
			t.n -= sizeof "族" - 1;
		else if (need_zu)
			return s;
		for (size_t k = 0; k < N(minority) && !again; k++) {
			struct str	 m = str_of(minority[k]);

			/* One character needs its 族: 吐鲁番 is not 吐鲁. */
			if (!str_ends(t, m) || (m.n <= 3 && t.n == s.n))
				continue;
			t.n -= m.n;
			again = true;
		}
		if (again && t.n != 0)
			s = t;
		else
			again = false;
	}
	return s;
}

/* The name without its minorities, or empty when it has none. */
static struct str
brief_of(struct arena *a, const struct division *x)
{
	static const char *const autonomous[] = { "自治州", "自治县",
	    "自治旗" };
	static const char *const province[] = { "壮族自治区", "回族自治区",
	    "维吾尔自治区", "自治区", "省", "市" };
	struct str	 s = x->name, stem, end;

	if (x->level == LEVEL_PROVINCE)
		for (size_t k = 0; k < N(province); k++)
			if (str_ends(s, str_of(province[k])))
				return str_sub(s, 0,
				    s.n - str_of(province[k]).n);
	for (size_t k = 0; k < N(autonomous); k++) {
		end = str_of(autonomous[k]);
		if (!str_ends(s, end))
			continue;
		stem = without_minorities(str_sub(s, 0, s.n - end.n), false);
		if (str_ends(stem, STR("族")))	/* 东乡族自治县: 东乡县 */
			stem.n -= sizeof "族" - 1;
		return str_cat(a, stem, str_from(end, sizeof "自治" - 1));
	}
	if (x->level == LEVEL_TOWNSHIP && str_ends(s, STR("族乡"))) {
		stem = str_sub(s, 0, s.n - (sizeof "乡" - 1));
		stem = without_minorities(stem, true);
		if (!str_ends(stem, STR("族")))
			return str_cat(a, stem, STR("乡"));
	}
	if (x->level == LEVEL_TOWNSHIP && str_ends(s, STR("街道")))
		return str_sub(s, 0, s.n - (sizeof "道" - 1));
	return STR("");
}

/* 紫云自治县 for 紫云苗族布依族自治县, of which 紫云县 is the brief name. */
static struct str
autonomous_of(struct arena *a, const struct division *x, struct str brief)
{
	struct str	 tail = str_sub(brief, brief.n >= 3 ? brief.n - 3 : 0,
			    3);

	if (!str_has(x->name, STR("族自治")) || brief.n < 6)
		return STR("");
	return str_cat(a, str_cat(a, str_sub(brief, 0, brief.n - 3),
	    STR("自治")), tail);
}

/* 南环街道办事处, 新华办事处: the office is what all 街道 have. */
static struct str
name_of(struct arena *a, const struct division *x)
{
	struct str	 s = x->name, office = STR("办事处");

	if (x->level != LEVEL_TOWNSHIP || !str_ends(s, office) ||
	    s.n == office.n)
		return s;
	s.n -= office.n;
	if (str_ends(s, STR("街道")) || str_ends(s, STR("地区")))
		return s;
	if (str_ends(s, STR("街")))
		return str_cat(a, s, STR("道"));
	return str_cat(a, s, STR("街道"));
}

static int
compare(const void *pa, const void *pb)
{
	const struct divname	*a = pa, *b = pb;
	int			 c = str_cmp(a->name, b->name);

	return c != 0 ? c : a->index - b->index;
}

void
division_index(struct arena *a, struct divisions *d)
{
	d->name = arena_alloc(a, 3 * (size_t)d->n + 1, sizeof *d->name);
	d->nname = 0;
	for (int i = 0; i < d->n; i++) {
		const struct division	*x = &d->v[i];
		struct str		 brief;

		if (x->group)
			continue;
		d->name[d->nname++] = (struct divname){ name_of(a, x), i,
		    false };
		brief = brief_of(a, x);
		if (brief.n != 0 && !str_eq(brief, x->name))
			d->name[d->nname++] = (struct divname){ brief, i,
			    true };
		brief = autonomous_of(a, x, brief);
		if (brief.n != 0 && !str_eq(brief, x->name))
			d->name[d->nname++] = (struct divname){ brief, i,
			    true };
	}
	qsort(d->name, (size_t)d->nname, sizeof *d->name, compare);
}
