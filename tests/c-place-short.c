/*
 * Agencies on the map by names as people shorten and misspell them: made
 * from the table of divisions, counted as right, wrong and undecided.
 */
#include <config.h>

#include <stdio.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/division.h"
#include "form/place.h"
#include "tests/tap.h"

#define EACH	300	/* names of each way */

struct maker {
	struct arena		*a;
	const struct divisions	*d;
	uint32_t		 rnd;
};

static uint32_t
next(struct maker *m)
{
	m->rnd = m->rnd * 1664525u + 1013904223u;
	return m->rnd >> 8;
}

/* 西华 of 西华县, empty where it would be one character. */
static struct str
stem(const struct division *x)
{
	static const char *const ends[] = { "自治州", "自治县", "地区", "市",
	    "县", "区", "旗", "盟" };

	for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++) {
		struct str	 end = str_of(ends[k]);

		if (str_ends(x->name, end) && !str_ends(x->name,
		    STR("族自治州")) && !str_ends(x->name, STR("族自治县")))
			return x->name.n - end.n < sizeof "西华" - 1 ?
			    STR("") : str_sub(x->name, 0, x->name.n - end.n);
	}
	return STR("");
}

static const struct division *
above(struct maker *m, const struct division *x, enum level l)
{
	while (x != NULL && x->level > l)
		x = division_above(m->d, x);
	return x != NULL && x->level == l && !x->group ? x : NULL;
}

static struct str
cat(struct maker *m, struct str a, struct str b)
{
	return a.n == 0 || b.n == 0 ? STR("") : str_cat(m->a, a, b);
}

/* 西华红花集镇 */
static struct str
county_short(struct maker *m, const struct division *x)
{
	return cat(m, stem(above(m, x, LEVEL_COUNTY)), x->name);
}

/* 周口西华红花集镇 */
static struct str
both_short(struct maker *m, const struct division *x)
{
	const struct division	*city = above(m, x, LEVEL_PREFECTURE);

	return city == NULL ? STR("") :
	    cat(m, stem(city), county_short(m, x));
}

/* 周口西华县红花集镇人民政府 */
static struct str
city_short(struct maker *m, const struct division *x)
{
	const struct division	*city = above(m, x, LEVEL_PREFECTURE);

	return city == NULL ? STR("") : cat(m, stem(city), cat(m,
	    above(m, x, LEVEL_COUNTY)->name, x->name));
}

/* 周口市红花集镇 */
static struct str
no_county(struct maker *m, const struct division *x)
{
	const struct division	*city = above(m, x, LEVEL_PREFECTURE);

	return city == NULL ? STR("") : cat(m, city->name, x->name);
}

/* 西华县红花集族乡: a people that the table does not name. */
static struct str
with_people(struct maker *m, const struct division *x)
{
	struct str	 s = x->name;

	if (!str_ends(s, STR("乡")) || str_has(s, STR("族")) ||
	    s.n < sizeof "红花乡" - 1)
		return STR("");
	s.n -= sizeof "乡" - 1;
	return cat(m, above(m, x, LEVEL_COUNTY)->name,
	    cat(m, s, STR("土家族苗族乡")));
}

/* 沈河区万莲街道党工委、办事处 */
static struct str
with_party(struct maker *m, const struct division *x)
{
	static const char *const as[] = { "党工委、办事处", "党工委办事处",
	    "工委办事处", "党工委、街道办事处" };

	if (!str_ends(x->name, STR("街道")))
		return STR("");
	return cat(m, cat(m, above(m, x, LEVEL_COUNTY)->name, x->name),
	    str_of(as[next(m) % 4]));
}

/* 周口市公安局西华分局 */
static struct str
branch(struct maker *m, const struct division *x)
{
	static const char *const organ[] = { "公安局", "生态环境局",
	    "自然资源和规划局", "市场监督管理局" };
	const struct division	*county = above(m, x, LEVEL_COUNTY);
	const struct division	*city = above(m, x, LEVEL_PREFECTURE);

	if (city == NULL || str_eq(stem(county), stem(city)))
		return STR("");
	return cat(m, cat(m, city->name, str_of(organ[next(m) % 4])),
	    cat(m, next(m) % 2 != 0 ? stem(county) : county->name,
	    STR("分局")));
}

/* 西镁县红花集镇: one character of the county is another. */
static struct str
misspelt(struct maker *m, const struct division *x)
{
	const struct division	*county = above(m, x, LEVEL_COUNTY);
	struct str		 s = county->name, bad;
	const struct divname	*first;
	size_t			 at = 0;

	(void)utf8_next(s, &at);
	bad = str_cat(m->a, str_sub(s, 0, at), STR("镁"));
	(void)utf8_next(s, &at);
	if (at >= s.n)
		return STR("");
	bad = str_cat(m->a, bad, str_from(s, at));
	return division_named(m->d, bad, &first) != 0 ? STR("") :
	    cat(m, bad, x->name);
}

struct way {
	const char	*name;
	struct str	(*make)(struct maker *, const struct division *);
	enum level	 of;	/* what division is expected */
	int		 least;	/* right, in a hundred */
};

static const struct way ways[] = {
	{ "county short", county_short, LEVEL_TOWNSHIP, 95 },
	{ "prefecture and county short", both_short, LEVEL_TOWNSHIP, 95 },
	{ "prefecture short", city_short, LEVEL_TOWNSHIP, 95 },
	{ "no county", no_county, LEVEL_TOWNSHIP, 90 },
	{ "a people more", with_people, LEVEL_TOWNSHIP, 95 },
	{ "party committee", with_party, LEVEL_TOWNSHIP, 95 },
	{ "branch", branch, LEVEL_COUNTY, 90 },
	{ "misspelt", misspelt, LEVEL_TOWNSHIP, 0 },
};

/* 镇, 乡 and 街道 of counties; no zones and farms. */
static bool
is_candidate(struct maker *m, const struct division *x)
{
	const struct division	*county;

	if (x->level != LEVEL_TOWNSHIP || x->group || x->outside ||
	    x->gone != 0 || x->code[6] > '3')
		return false;
	county = above(m, x, LEVEL_COUNTY);
	return county != NULL && !county->zone && !county->outside;
}

/* The very division, or the other that has its name and is beside it. */
static bool
is_right(struct maker *m, const struct placement *p,
    const struct division *want)
{
	const struct division	*got = division_of(m->d,
				    str_of(p->division));

	return got == want || (str_eq(got->name, want->name) &&
	    above(m, got, LEVEL_PREFECTURE) ==
	    above(m, want, LEVEL_PREFECTURE));
}

static int
try_way(struct maker *m, const struct way *w, int *count)
{
	int	 right = 0, wrong = 0, undecided = 0;

	for (int i = 0; i < EACH; ) {
		const struct division	*x;
		struct place_hint	 h = { .year = 2023 };
		struct placement	 p;
		struct str		 name;

		m->a = arena_new();
		x = &m->d->v[next(m) % (uint32_t)m->d->n];
		name = is_candidate(m, x) ? w->make(m, x) : STR("");
		if (name.n != 0) {
			i++;
			p = place_find(m->a, m->d, name, &h);
			if (p.division[0] == '\0' || (w->of == LEVEL_COUNTY &&
			    strlen(p.division) == 4)) {
				undecided++;
			} else if (is_right(m, &p, above(m, x, w->of))) {
				right++;
			} else {
				wrong++;
				printf("# wrong: " STR_FMT " %s, got %s\n",
				    STR_ARG(name), x->code, p.division);
			}
		}
		arena_free(m->a);
	}
	printf("# %s: %d right, %d wrong, %d undecided\n", w->name, right,
	    wrong, undecided);
	tap_check(right * 100 >= EACH * w->least, w->name, __FILE__,
	    __LINE__);
	*count += EACH;
	return wrong;
}

int
main(void)
{
	struct arena	*a = arena_new();
	struct maker	 m = { .d = divisions_load(a), .rnd = 20261121 };
	int		 wrong = 0, count = 0;

	for (size_t k = 0; k < sizeof ways / sizeof ways[0]; k++)
		wrong += try_way(&m, &ways[k], &count);
	CHECK(wrong * 200 < count);
	arena_free(a);
	return tap_done();
}
