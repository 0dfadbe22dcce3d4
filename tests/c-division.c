/* The table of divisions: complete, in order, and found by every name. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "form/division.h"
#include "tests/tap.h"

static void
test_table(const struct divisions *d)
{
	int	 level[5] = { 0 }, zones = 0, orphans = 0;

	for (int i = 0; i < d->n; i++) {
		const struct division	*x = &d->v[i];

		if (x->made || x->gone != 0 || x->since > DIVISIONS_YEAR)
			continue;
		level[x->level]++;
		zones += x->zone;
		orphans += x->parent < 0 && x->level != LEVEL_PROVINCE;
	}
	CHECK(level[LEVEL_PROVINCE] == 31 + 3);
	CHECK(level[LEVEL_PREFECTURE] == 342);
	/* Without those that ceased to be after the table was made. */
	CHECK(level[LEVEL_COUNTY] == 2978 - 2);
	CHECK(level[LEVEL_TOWNSHIP] == 41352);
	CHECK(zones == 124);
	CHECK(orphans == 0);
}

static bool
is_called(const struct divisions *d, const char *name, const char *code)
{
	const struct divname	*first;
	int			 n = division_named(d, str_of(name), &first);

	for (int i = 0; i < n; i++)
		if (strcmp(d->v[first[i].index].code, code) == 0)
			return true;
	return false;
}

static void
test_names(const struct divisions *d)
{
	const struct divname	*first;

	CHECK(is_called(d, "团结镇", "230104111"));
	CHECK(division_named(d, STR("红花集镇"), &first) == 1);
	CHECK(division_named(d, STR("市辖区"), &first) == 0);
	CHECK(division_named(d, STR(""), &first) == 0);
	CHECK(division_named(d, STR("\377"), &first) == 0);
	CHECK(is_called(d, "恩施州", "4228"));
	CHECK(is_called(d, "恩施土家族苗族自治州", "4228"));
	CHECK(is_called(d, "延边州", "2224"));
	CHECK(is_called(d, "巴音郭楞州", "6528"));
	CHECK(is_called(d, "克孜勒苏州", "6530"));
	CHECK(is_called(d, "长阳县", "420528"));
	CHECK(is_called(d, "东乡县", "622926"));
	CHECK(is_called(d, "鄂温克旗", "150724"));
	CHECK(is_called(d, "龙胜县", "450328"));
	CHECK(is_called(d, "广西", "45"));
	CHECK(is_called(d, "内蒙古", "15"));
	CHECK(is_called(d, "景山街", "110101002"));
	CHECK(is_called(d, "紫云自治县", "520425"));
	CHECK(is_called(d, "紫云县", "520425"));
	CHECK(is_called(d, "南环街道", "152921403"));
}

/* How many are called so today, or were at some time. */
static int
count_named(const struct divisions *d, const char *name, bool gone)
{
	const struct divname	*first;
	int			 n = division_named(d, str_of(name), &first);
	int			 count = 0;

	for (int i = 0; i < n; i++)
		count += (first[i].gone != 0) == gone;
	return count;
}

/* Divisions that are no more, those that had other names, and zones. */
static void
test_more(const struct divisions *d)
{
	const struct division	*old = division_of(d, STR("370282"));
	const struct division	*new = division_of(d, STR("370215"));
	const struct division	*zone = division_of(d, STR("35z01"));
	const struct divlink	*link;
	int			 ngone = 0, nmade = 0;

	for (int i = 0; i < d->n; i++) {
		ngone += d->v[i].gone != 0;
		nmade += d->v[i].made;
	}
	CHECK(ngone > 6100 && nmade > 60);
	CHECK(division_of(d, STR("653228"))->since == 2024);
	CHECK(division_of(d, STR("500105"))->gone == 2025);
	CHECK(division_within(d, division_of(d, STR("500105002")),
	    division_of(d, STR("500157"))));
	/* 大同's 矿区, and 万盛区, whose code is another's now. */
	CHECK(division_into(d, division_of(d, STR("140203")), &link) == 1 &&
	    strcmp(d->v[link->to].code, "140214") == 0);
	CHECK(division_into(d, division_of(d, STR("50z05")), &link) == 1 &&
	    strcmp(d->v[link->to].code, "500110") == 0);
	CHECK(!division_of(d, STR("50z05"))->made);
	/* An old name of an old code: 中甸县 of what was 香格里拉县. */
	CHECK(is_called(d, "中甸县", "533421"));
	CHECK(count_named(d, "团结镇", false) == 7);
	CHECK(count_named(d, "即墨市", true) == 1);
	CHECK(count_named(d, "桥东区", true) == 2);
	CHECK(old != NULL && old->gone == 2017 && !old->made);
	CHECK(division_into(d, old, &link) == 1 &&
	    &d->v[link->to] == new);
	CHECK(division_of_what(d, new, &link) == 1 &&
	    &d->v[link->from] == old);
	CHECK(division_of_what(d, old, &link) == 0);
	CHECK(division_today(d, old) == old);
	CHECK_STR(division_today(d, division_of(d, STR("341521")))->code,
	    "340422");
	CHECK(division_within(d, division_of(d, STR("370215001")), old));
	CHECK(division_within(d, old, new) && !division_in(old, new));
	CHECK(!division_within(d, new, zone));
	CHECK(zone != NULL && zone->made && zone->zone && zone->gone == 0);
	CHECK_STR(division_above(d, zone)->code, "35");
	CHECK(division_within(d, division_of(d, STR("350128")), zone));
	CHECK(is_called(d, "平潭综合实验区", "35z01"));
	CHECK(is_called(d, "武汉东湖新技术开发区", "4201z01"));
	CHECK(is_called(d, "屈原管理区", "430671"));
	CHECK(is_called(d, "石家庄高新区", "130171"));
	CHECK(is_called(d, "沧州经开区", "130971"));
	CHECK(!is_called(d, "高新区", "130171"));
	CHECK(is_called(d, "巴州", "6528"));
	CHECK(is_called(d, "克令乡", "654028206"));
}

static void
test_tree(struct arena *a, const struct divisions *d)
{
	const struct division	*x = division_of(d, STR("411622104"));
	const struct division	*county;

	CHECK(x != NULL);
	county = division_above(d, x);
	CHECK_STR(county->code, "411622");
	CHECK_STR(division_path(a, d, x).p, "河南省周口市西华县红花集镇");
	CHECK_STR(division_path(a, d, division_of(d, STR("110101"))).p,
	    "北京市东城区");
	CHECK(division_in(x, county) && !division_in(county, x));
	CHECK(division_of(d, STR("41")) != NULL);
	CHECK(division_of(d, STR("4")) == NULL);
	CHECK(division_of(d, STR("999999999")) == NULL);
	CHECK(division_has_phone(d, x, STR("0394")));
	CHECK(!division_has_phone(d, x, STR("0395")));
	CHECK(division_is_phone(d, STR("0395")));
	CHECK(!division_is_phone(d, STR("0399999")));
}

static void
test_snapshot(struct arena *a)
{
	static const char *const bad[] = { "no tab\n", "12345\t甲\n",
	    "12\t\n", "12\t甲\n11\t乙\n", "12\t甲\n12\t乙\n", "1x\t甲\n" };
	struct err	 e;
	const struct divisions *d;
	const struct division *x;

	d = divisions_read(a,
	    STR("# c\n11\t甲省\n1101\t乙市\n110101\t丙区\tz\n"), &e);
	x = d != NULL ? division_of(d, STR("110101")) : NULL;
	CHECK(x != NULL && x->zone &&
	    str_eq(division_above(d, x)->name, STR("乙市")));
	/* A newer table has what was founded since, an older what ceased. */
	d = divisions_read(a, STR("65\t新疆维吾尔自治区\n6532\t和田地区\n"
	    "653223\t皮山县\n653228\t和康县\n"), &e);
	x = d != NULL ? division_of(d, STR("653228")) : NULL;
	CHECK(x != NULL && x->since == 2024 && !x->made && x->gone == 0);
	CHECK(d != NULL && count_named(d, "和康县", false) == 1);
	d = divisions_read(a, STR("54\t西藏自治区\n5404\t林芝市\n"
	    "540422\t米林县\n"), &e);
	x = d != NULL ? division_of(d, STR("540422")) : NULL;
	CHECK(x != NULL && x->gone == 2023);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		tap_check(divisions_read(a, str_of(bad[i]), &e) == NULL,
		    bad[i], __FILE__, __LINE__);
}

int
main(void)
{
	struct arena		*a = arena_new();
	const struct divisions	*d = divisions_load(a);

	test_table(d);
	test_names(d);
	test_more(d);
	test_tree(a, d);
	test_snapshot(a);
	arena_free(a);
	return tap_done();
}
