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

		level[x->level]++;
		zones += x->zone;
		orphans += x->parent < 0 && x->level != LEVEL_PROVINCE;
	}
	CHECK(level[LEVEL_PROVINCE] == 31 + 3);
	CHECK(level[LEVEL_PREFECTURE] == 342);
	CHECK(level[LEVEL_COUNTY] == 2978);
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

	CHECK(division_named(d, STR("团结镇"), &first) == 7);
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

static void
test_tree(struct arena *a, const struct divisions *d)
{
	const struct division	*x = division_of(d, STR("411622104"));
	const struct division	*county;
	int			 first, end;

	CHECK(x != NULL);
	county = division_above(d, x);
	CHECK_STR(county->code, "411622");
	CHECK_STR(division_path(a, d, x).p, "河南省周口市西华县红花集镇");
	CHECK_STR(division_path(a, d, division_of(d, STR("110101"))).p,
	    "北京市东城区");
	CHECK(division_in(x, county) && !division_in(county, x));
	division_below(d, county, &first, &end);
	CHECK(first <= x->index && x->index < end);
	CHECK(!division_in(&d->v[end], county));
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

	d = divisions_read(a,
	    STR("# c\n11\t甲省\n1101\t乙市\n110101\t丙区\tz\n"), &e);
	CHECK(d != NULL && d->n == 3 && d->v[2].zone && d->v[2].parent == 1);
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
	test_tree(a, d);
	test_snapshot(a);
	arena_free(a);
	return tap_done();
}
