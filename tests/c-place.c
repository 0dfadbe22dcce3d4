/*
 * Agencies on the map: names with known places, names that fit several,
 * and thousands made from the table of divisions.
 */
#include <config.h>

#include <stdio.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "form/division.h"
#include "form/place.h"
#include "tests/tap.h"

struct place_case {
	const char	*agency, *path, *text;
	const char	*want;	/* division kind level organ, candidates */
};

static const struct place_case cases[] = {
#include "tests/place-cases.h"
};

static const char *const levels[] = { "-", "0", "1", "2", "3", "4" };

static void
describe(const struct placement *p, char *buf, size_t size)
{
	size_t	 n = (size_t)snprintf(buf, size, "%s %s %s " STR_FMT,
		    p->division[0] != '\0' ? p->division : "-",
		    p->kind != ORGAN_UNKNOWN ? organ_kind_name(p->kind) : "-",
		    levels[p->level + 1], STR_ARG(p->organ));

	if (p->reporting[0] != '\0')
		n += (size_t)snprintf(buf + n, size - n, " <%s",
		    p->reporting);
	while (n != 0 && n < size && buf[n - 1] == ' ')
		buf[--n] = '\0';
	for (int i = 0; i < p->ncandidate && n < size; i++)
		n += (size_t)snprintf(buf + n, size - n, " ?%s",
		    p->candidate[i]);
}

static void
test_cases(const struct divisions *d)
{
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const struct place_case	*c = &cases[i];
		struct arena		*a = arena_new();
		struct place_hint	 h = { .path = str_of(c->path),
		    .text = str_of(c->text) };
		struct placement	 p = place_find(a, d,
					    str_of(c->agency), &h);
		char			 got[4000];

		describe(&p, got, sizeof got);
		tap_check_str(got, c->want, c->agency, __FILE__, __LINE__);
		arena_free(a);
	}
}

static void
test_keys(const struct divisions *d)
{
	static const char *const same[][2] = {
		{ "红花集镇", "西华县红花集镇人民政府" },
		{ "红花集镇人民政府", "河南省周口市西华县红花集镇" },
		{ "息县", "息县人民政府" },
		{ "荔湾区南源街道", "广州市荔湾区人民政府南源街道办事处" },
		{ "息县教育体育局", "河南省信阳市息县教育体育局" },
	};
	static const char *const other[][2] = {
		{ "息县人民政府", "息县人民政府办公室" },
		{ "息县教育体育局", "息县财政局" },
		{ "武汉市生态环境局青山区分局", "武汉市青山区生态环境局" },
		{ "武汉市生态环境局", "武汉市生态环境局青山区分局" },
	};
	struct arena		*a = arena_new();
	struct place_hint	 h = { .path = STR("") };

	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
		struct placement x = place_find(a, d, str_of(same[i][0]), &h);
		struct placement y = place_find(a, d, str_of(same[i][1]), &h);

		tap_check(x.key.n != 0 && str_eq(x.key, y.key), same[i][1],
		    __FILE__, __LINE__);
	}
	for (size_t i = 0; i < sizeof other / sizeof other[0]; i++) {
		struct placement x = place_find(a, d, str_of(other[i][0]), &h);
		struct placement y = place_find(a, d, str_of(other[i][1]), &h);

		tap_check(x.key.n != 0 && y.key.n != 0 &&
		    !str_eq(x.key, y.key), other[i][1], __FILE__, __LINE__);
	}
	arena_free(a);
}

/* Where a person says it is. */
static void
test_by_hand(const struct divisions *d)
{
	static const char *const said[][3] = {
		{ "团结镇", "230104111", "230104111/government" },
		{ "不存在镇人民政府", "411622104", "411622104/government" },
		{ "沐阳县人民政府", "321322", "321322/government" },
		{ "县教育局", "411528", "411528/department/教育局" },
		{ "平潭综合实验区", "350128",
		    "350128/zone_committee/平潭综合实验区" },
		{ "红花集镇", "230104111", "230104111/government" },
	};
	struct arena	*a = arena_new();

	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
		struct placement p = place_at(a, d, str_of(said[i][0]),
		    division_of(d, str_of(said[i][1])), ORGAN_UNKNOWN);

		struct placement q;

		CHECK_STR(p.key.p, said[i][2]);
		CHECK(place_of_key(a, d, p.key, &q) && str_eq(q.key, p.key) &&
		    q.kind == p.kind && q.level == p.level && !p.vague);
		CHECK_STR(p.step[p.nstep - 1].code, said[i][1]);
	}
	arena_free(a);
}

/* Names that do not tell one agency from another, and names that do. */
static void
test_vague(const struct divisions *d)
{
	static const char *const vague[] = { "团结镇", "县教育局", "审计局",
	    "气象局", "开发区管委会", "朝阳区教育局" };
	static const char *const proper[] = { "平潭综合实验区",
	    "沐阳县人民政府",
	    "息县不存在镇人民政府", "中华人民共和国拱北海关", "教育部",
	    "国家统计局信阳调查队", "息县", "红花集镇" };
	struct arena		*a = arena_new();
	struct place_hint	 h = { .path = STR("") };

	for (size_t i = 0; i < sizeof vague / sizeof vague[0]; i++)
		tap_check(place_find(a, d, str_of(vague[i]), &h).vague,
		    vague[i], __FILE__, __LINE__);
	for (size_t i = 0; i < sizeof proper / sizeof proper[0]; i++)
		tap_check(!place_find(a, d, str_of(proper[i]), &h).vague,
		    proper[i], __FILE__, __LINE__);
	arena_free(a);
}

static void
test_bad_keys(const struct divisions *d)
{
	static const char *const bad[] = { "411528", "x/government", "/",
	    "999999/government", "411528/nothing", "/department/教育部" };
	struct arena	*a = arena_new();
	struct placement p;

	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		tap_check(!place_of_key(a, d, str_of(bad[i]), &p), bad[i],
		    __FILE__, __LINE__);
	arena_free(a);
}

/* What a map says of whom an agency reports to. */
static void
test_parents(const struct divisions *d)
{
	static const char *const said[][3] = {
		{ "团结镇", "道外区人民政府", "230104111/government" },
		{ "团结镇", "230421", "230421103/government" },
		{ "教育局", "息县人民政府", "411528/department/教育局" },
		{ "县教育局", "411528", "411528/department/教育局" },
		{ "红花集镇", "江西省", "" },
		{ "团结镇", "乌有县", "" },
	};
	struct arena	*a = arena_new();

	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
		struct place_hint	 h = { .path = STR(""),
		    .parent = str_of(said[i][1]) };
		struct placement	 p = place_find(a, d,
					    str_of(said[i][0]), &h);

		tap_check(str_eq(p.key, str_of(said[i][2])), said[i][1],
		    __FILE__, __LINE__);
	}
	arena_free(a);
}

static void
test_steps(const struct divisions *d)
{
	struct arena		*a = arena_new();
	struct place_hint	 h = { .path = STR("") };
	struct placement	 p = place_find(a, d, STR("红花集镇"), &h);

	CHECK(p.nstep == 4);
	CHECK_STR(p.step[0].code, "41");
	CHECK_STR(p.step[3].code, "411622104");
	/* 市辖区 holds the districts of Beijing but is no place. */
	p = place_find(a, d, STR("北京市东城区"), &h);
	CHECK(p.nstep == 2);
	CHECK_STR(p.step[0].code, "11");
	arena_free(a);
}

/* Names as titles have them. */

static uint32_t
next(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

struct tally {
	int	 right, wrong, undecided;
};

/* The names above x, each there or not, and that of x. */
static struct str
make_prefix(struct arena *a, const struct divisions *d,
    const struct division *x, uint32_t *rnd)
{
	struct str	 s = x->name;

	for (x = division_above(d, x); x != NULL; x = division_above(d, x))
		if (!x->group && next(rnd) % 100 < 55 &&
		    !str_starts(s, x->name))
			s = str_cat(a, x->name, s);
	return s;
}

static struct str
make_name(struct arena *a, const struct divisions *d,
    const struct division *x, uint32_t *rnd, enum organ_kind *kind)
{
	static const char *const organ[] = { "教育局", "财政局", "审计局",
	    "人力资源和社会保障局", "城市管理局", "发展和改革委员会",
	    "市场监督管理局", "统计局", "卫生健康委员会", "行政审批局" };
	struct str	 s = make_prefix(a, d, x, rnd);

	if (x->level == LEVEL_TOWNSHIP && x->code[6] == '0') {
		*kind = ORGAN_SUBDISTRICT;
		return next(rnd) % 2 != 0 ? s : str_cat(a, s, STR("办事处"));
	}
	if (x->level == LEVEL_TOWNSHIP || next(rnd) % 3 == 0) {
		*kind = ORGAN_GOVERNMENT;
		return next(rnd) % 2 != 0 ? s : str_cat(a, s, STR("人民政府"));
	}
	if (next(rnd) % 4 == 0) {
		*kind = ORGAN_GOVERNMENT_OFFICE;
		return str_cat(a, s, STR("人民政府办公室"));
	}
	*kind = ORGAN_DEPARTMENT;
	return str_cat(a, s, str_of(organ[next(rnd) %
	    (sizeof organ / sizeof organ[0])]));
}

/* 镇, 乡, 街道 and all above them; no zones, farms, or rows that group. */
static bool
is_candidate(const struct division *x)
{
	if (x->group || x->zone || x->outside)
		return false;
	return x->level != LEVEL_TOWNSHIP || x->code[6] <= '3';
}

static void
test_generated(const struct divisions *d, uint32_t seed, int count)
{
	struct tally	 t = { 0, 0, 0 };
	struct place_hint h = { .path = STR("") };

	for (int i = 0; i < count; ) {
		struct arena		*a = arena_new();
		const struct division	*x = &d->v[next(&seed) %
					    (uint32_t)d->n];
		enum organ_kind		 kind;
		struct placement	 p;
		struct str		 name;

		/* As many of the levels above townships as of townships. */
		if (i % 2 == 0)
			while (x->level == LEVEL_TOWNSHIP)
				x = division_above(d, x);
		if (!is_candidate(x)) {
			arena_free(a);
			continue;
		}
		i++;
		name = make_name(a, d, x, &seed, &kind);
		p = place_find(a, d, name, &h);
		if (p.division[0] == '\0')
			t.undecided++;
		else if (p.kind == kind &&
		    (strcmp(p.division, x->code) == 0 ||
		    str_eq(division_of(d, str_of(p.division))->name,
		    x->name)) && division_in(x,
		    division_of(d, str_of(p.division))))
			t.right++;
		else {
			t.wrong++;
			printf("# wrong: " STR_FMT " %s, got %s %s\n",
			    STR_ARG(name), x->code, p.division,
			    organ_kind_name(p.kind));
		}
		arena_free(a);
	}
	printf("# %d names: %d right, %d wrong, %d undecided\n", count,
	    t.right, t.wrong, t.undecided);
	CHECK(t.wrong * 200 < count);
	CHECK(t.right * 2 > count);
}

int
main(void)
{
	struct arena		*a = arena_new();
	const struct divisions	*d = divisions_load(a);

	test_cases(d);
	test_keys(d);
	test_by_hand(d);
	test_steps(d);
	test_parents(d);
	test_vague(d);
	test_bad_keys(d);
	test_generated(d, 20231231, 2000);
	arena_free(a);
	return tap_done();
}
