/*
 * The names by which divisions are called.  Besides its own a division of
 * a minority has one without the minority (恩施州, 长阳县, 紫云自治县), a
 * province one without 省, a 街道 one that ends in 街.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
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

struct str
division_plain(struct str name)
{
	const struct str	 xiang = STR("乡");
	struct str		 s;

	if (!str_ends(name, STR("族乡")))
		return STR("");
	s = without_minorities(str_sub(name, 0, name.n - xiang.n), true);
	return str_ends(s, STR("族")) ? STR("") : s;
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
	if (x->level == LEVEL_COUNTY && str_ends(s, STR("族区"))) {
		stem = without_minorities(str_sub(s, 0, s.n -
		    (sizeof "区" - 1)), true);
		return str_cat(a, stem, STR("区"));
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

static void
put(struct divisions *d, struct str name, const struct division *x,
    bool brief)
{
	if (name.n != 0 && (!brief || !str_eq(name, x->name)))
		d->name[d->nname++] = (struct divname){ .name = name,
		    .index = x->index, .brief = brief, .gone = x->gone };
}

/* 武汉 of 武汉市; empty for what has no such end. */
static struct str
stem_of(const struct division *x)
{
	struct str	 s = x->name;

	if (!str_ends(s, STR("市")) || s.n < sizeof "市市市" - 1)
		return STR("");
	s.n -= sizeof "市" - 1;
	return s;
}

/* What stands alone says nothing: 开发区 of 信阳市. */
static bool
is_generic(struct str s)
{
	static const char *const begin[] = { "高新", "经济", "城乡", "新城",
	    "工业", "开发", "产业", "现代", "综合", "临港", "保税", "化工" };

	for (size_t k = 0; k < N(begin); k++)
		if (str_starts(s, str_of(begin[k])))
			return true;
	return s.n < sizeof "新区区" - 1;
}

/* 武汉东湖新技术开发区 for what only its parent's name is missing from. */
static void
put_zone(struct arena *a, struct divisions *d, struct str name,
    const struct division *x)
{
	const struct division	*up = division_above(d, x);
	struct str		 stem = up != NULL ? stem_of(up) : STR("");

	put(d, name, x, false);
	if (stem.n != 0 && !str_starts(name, stem))
		put(d, str_cat(a, stem, name), x, true);
}

/* 屈原管理区 for 岳阳市屈原管理区, 信阳高新区 for its long name. */
static void
put_short_zone(struct arena *a, struct divisions *d,
    const struct division *x)
{
	static const char *const ends[][2] = {
		{ "高新技术产业开发区", "高新区" },
		{ "高新技术产业开发区", "高新技术开发区" },
		{ "高新技术产业园区", "高新区" },
		{ "经济技术开发区", "经开区" },
		{ "经济技术开发区", "经济开发区" },
		{ "经济开发区", "经开区" },
		{ "经济开发区", "经济技术开发区" },
		{ "城乡一体化示范区", "示范区" },
		{ "城乡一体化示范区", "一体化示范区" },
	};
	struct str	 s = x->name, full = s;

	for (const struct division *up = division_above(d, x); up != NULL;
	    up = division_above(d, up)) {
		struct str	 stem = up->level == LEVEL_PROVINCE ?
				    brief_of(a, up) : up->name;

		if (stem.n == 0 || !str_starts(s, stem))
			continue;
		s = str_from(s, stem.n);
		if (!is_generic(s))
			put(d, s, x, true);
		full = up->level == LEVEL_PROVINCE ? s :
		    str_cat(a, stem_of(up), s);
	}
	if (!str_eq(full, x->name) && !is_generic(full) &&
	    !str_eq(full, s))
		put(d, full, x, true);
	for (size_t k = 0; k < N(ends); k++) {
		struct str	 end = str_of(ends[k][0]);

		if (str_ends(full, end) && full.n > end.n)
			put(d, str_cat(a, str_sub(full, 0, full.n - end.n),
			    str_of(ends[k][1])), x, true);
	}
}

/* Whether it is only called so behind the zone that it belongs to. */
static bool
is_inner(const struct divisions *d, const struct division *x)
{
	for (int i = 0; i < d->nmore; i++)
		if (d->more[i].inner && d->more[i].index == x->index &&
		    str_eq(d->more[i].name, x->name))
			return true;
	return false;
}

/*
 * The Bureau has some zones of zone.tsv as townships; they are not indexed
 * a second time.
 */
static bool
is_made(const struct divisions *d, const int *made, int nmade,
    const struct division *x)
{
	if (x->level != LEVEL_TOWNSHIP || x->code[6] < '4')
		return false;
	for (int i = 0; i < nmade; i++)
		if (str_eq(d->v[made[i]].name, x->name))
			return true;
	return false;
}

static void
put_made(struct arena *a, struct divisions *d, const struct division *x)
{
	if (!is_inner(d, x))
		put_zone(a, d, x->name, x);
}

static void
put_division(struct arena *a, struct divisions *d, const struct division *x)
{
	struct str	 brief = brief_of(a, x);

	put(d, name_of(a, x), x, false);
	put(d, brief, x, true);
	put(d, autonomous_of(a, x, brief), x, true);
	/* 民权街街道 goes by 民权街道 as well. */
	if (x->level == LEVEL_TOWNSHIP && str_ends(x->name, STR("街街道")) &&
	    x->name.n > sizeof "街街道" - 1)
		put(d, str_cat(a, str_sub(x->name, 0, x->name.n -
		    (sizeof "街街道" - 1)), STR("街道")), x, true);
	if (x->zone)
		put_short_zone(a, d, x);
}

/* How many names there may be: of a division, of a zone, and of the others. */
static size_t
names_max(const struct divisions *d, int *made, int *nmade)
{
	size_t	 n = 4 * (size_t)d->n + 2 * (size_t)d->nmore + 1;

	for (int i = 0; i < d->n; i++) {
		n += d->v[i].zone ? 12 : 0;
		if (d->v[i].made)
			made[(*nmade)++] = i;
	}
	return n;
}

void
division_index(struct arena *a, struct divisions *d)
{
	int	*made = arena_alloc(a, (size_t)division_more_max(),
		    sizeof *made), nmade = 0;

	d->name = arena_alloc(a, names_max(d, made, &nmade),
	    sizeof *d->name);
	d->nname = 0;
	for (int i = 0; i < d->n; i++) {
		const struct division	*x = &d->v[i];

		if (x->made)
			put_made(a, d, x);
		else if (!x->group && !is_made(d, made, nmade, x))
			put_division(a, d, x);
	}
	for (int i = 0; i < d->nmore; i++) {
		const struct division	*x = &d->v[d->more[i].index];

		if (x->made && !d->more[i].inner)
			put_zone(a, d, d->more[i].name, x);
		else
			d->name[d->nname++] = d->more[i];
	}
	qsort(d->name, (size_t)d->nname, sizeof *d->name, compare);
}

/* 凤翔 of 凤翔县 and 凤翔区. */
static struct str
stem(struct str name)
{
	size_t	 n;

	if (str_ends(name, STR("街道")))
		return str_sub(name, 0, name.n - (sizeof "街道" - 1));
	utf8_last(name, &n);
	return str_sub(name, 0, name.n - n);
}

int
division_first_year(const struct divisions *d, const struct division *x)
{
	const struct divlink	*l;
	int			 n = division_of_what(d, x, &l), first = 0;

	for (int i = 0; i < n && x->since == 0; i++) {
		const struct division	*old = &d->v[l[i].from];

		if (old->gone > first && old->level == x->level &&
		    str_eq(stem(old->name), stem(x->name)))
			first = old->gone;
	}
	return x->since != 0 ? x->since : first;
}

int
division_last_year(const struct division *x)
{
	return x->gone != 0 ? x->gone - 1 : 0;
}
