/*
 * c-plant		every rule, NIANBAO_PLANT_COUNT faults (10) of each,
 *			and ten times as many series without any
 * c-plant RULE COUNT	one rule ("clean": none), naming what is not right
 *
 * Of the faults of a rule all must be found (of D and E, 98 in 100), with
 * the severity and at the place where they were planted; and no error or
 * warning of a rule that does not follow from the fault of necessity.
 */
#include <config.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/query.h"
#include "tests/gen/intake.h"
#include "tests/gen/plant.h"
#include "tests/tap.h"

struct result {
	unsigned	 planted, found, others;
};

struct run {
	struct intake	 in;
	struct arena	*a;
	struct trial	*trial;
	unsigned	 count;
	bool		 verbose;
};

static void __attribute__((format(printf, 2, 3)))
remark(const struct run *r, const char *fmt, ...)
{
	va_list	 ap;

	if (!r->verbose)
		return;
	va_start(ap, fmt);
	printf("# ");
	vprintf(fmt, ap);
	va_end(ap);
}

/* Who reports; a series has one agency, C05 several. */
static void
name_agency(struct run *r, struct trial *t, int i, unsigned seed)
{
	static const char *const	 bureau[] = { "教育局", "财政局",
		"司法局", "农业农村局", "审计局" };
	static const char *const	 vague[] = { "团结镇", "城关镇", "太平镇",
		"兴隆镇", "古城镇", "板桥镇", "白沙镇", "高桥镇", "新华乡",
	};
	enum level			 level;
	const char			*path, *tail = "人民政府";

	level = t->who == WHO_TOWN ? LEVEL_TOWNSHIP : t->who == WHO_CITY ?
	    LEVEL_PREFECTURE : LEVEL_COUNTY;
	if (t->who == WHO_BUREAU)
		tail = bureau[gen_below(t->dice, 5)];
	if (t->who == WHO_VAGUE)
		path = vague[gen_below(t->dice, 9)];
	else
		do
			path = intake_path(r->a, &r->in, intake_place(&r->in,
			    level, seed++));
		while (strlen(path) >= 80);
	snprintf(t->agency[i], sizeof(t->agency[i]), "%s%s", path, tail);
}

/* How many filings, of which years, and which of them has the fault. */
static void
plan_series(struct trial *t)
{
	const struct fault	*f = t->fault;
	int			 before = f != NULL ? f->before : 0, first;
	bool			 alone = f != NULL && f->alone;
	int			 lowest = 2019, highest = 2025;

	if (f != NULL && f->form == 2021)
		lowest = 2021;
	if (f != NULL && f->form == 2019)
		highest = 2020;
	t->n = 1 + before;
	if (!alone && gen_chance(t->dice, f == NULL ? 800 : 250))
		t->n += (int)gen_below(t->dice, (uint32_t)(5 - before) + 1) %
		    5;
	if (t->n > highest - lowest + 1)
		t->n = highest - lowest + 1;
	first = lowest + (int)gen_below(t->dice, (uint32_t)(highest - lowest +
	    1 - t->n) + 1);
	for (int i = 0; i < t->n; i++)
		t->year[i] = first + i;
	t->target = before + (int)gen_below(t->dice,
	    (uint32_t)(t->n - before));
}

static void
plan_trial(struct run *r, struct trial *t, unsigned seed)
{
	enum who	 who = t->fault != NULL ? t->fault->who : WHO_ANY;
	uint32_t	 k = gen_below(t->dice, 10);

	plan_series(t);
	t->linked = t->planted = true;
	t->who = who != WHO_ANY ? who : k < 6 ? WHO_TOWN : k < 8 ?
	    WHO_COUNTY : k < 9 ? WHO_CITY : WHO_BUREAU;
	name_agency(r, t, 0, seed);
	for (int i = 1; i < TRIAL_MAX; i++)
		strcpy(t->agency[i], t->agency[0]);
	if (t->fault != NULL && t->fault->plan != NULL) {
		enum who	 before = t->who;

		t->fault->plan(t);
		if (t->who != before) {
			name_agency(r, t, 0, seed);
			for (int i = 1; i < TRIAL_MAX; i++)
				strcpy(t->agency[i], t->agency[0]);
		}
	}
	for (int i = 0; i < t->n; i++)
		if (t->agency[i][0] == '\0')
			name_agency(r, t, i, seed + 77);
}

static void
store_trial(struct run *r, struct trial *t, unsigned seed)
{
	for (int i = 0; i < t->n; i++) {
		unsigned char	*p;
		long		 size;

		p = gen_render(t->g[i], t->format != NULL ? t->format :
		    "rows.txt", &size);
		intake(&r->in, arena_printf(r->a, "%u/%d/%s.txt", seed, i,
		    t->name[i][0] != '\0' ? t->name[i] : "report"),
		    (struct bytes){ p, (size_t)size });
		if (getenv("NIANBAO_PLANT_KEEP") != NULL) {
			char	 path[300];
			FILE	*f;

			snprintf(path, sizeof(path), "%s/%s-%u-%d.%s",
			    getenv("NIANBAO_PLANT_KEEP"), t->fault != NULL ?
			    t->fault->rule : "clean", seed, i,
			    t->format != NULL ? t->format : "txt");
			if ((f = fopen(path, "wb")) != NULL) {
				fwrite(p, 1, (size_t)size, f);
				fclose(f);
			}
		}
		free(p);
		gen_free(t->g[i]);
	}
}

/* What was found in the filings of one trial. */
static bool
judge_trial(struct run *r, const struct trial *t, unsigned seed,
    struct query *q, bool *more, struct result *res)
{
	const char	*rule = t->fault != NULL ? t->fault->rule : "";
	char		 prefix[40];
	bool		 found = false;
	struct err	 e;

	snprintf(prefix, sizeof(prefix), "%u/", seed);
	for (; *more && str_starts(query_text(q, 0), str_of(prefix));
	    *more = query_step(q, &e) == 1) {
		struct str	 id = query_text(q, 1), sev = query_text(q, 2);
		int		 at = query_text(q, 0).p[strlen(prefix)] - '0';

		if (str_eq(id, str_of(rule)) && at == t->target &&
		    (t->place[0] == '\0' || str_eq(query_text(q, 3),
		    str_of(t->place))) && (t->severity == NULL ||
		    str_eq(sev, str_of(t->severity))))
			found = true;
		else if (!str_eq(id, str_of(rule)) &&
		    !str_has(str_of(t->also), id) &&
		    (str_eq(sev, STR("error")) ||
		    str_eq(sev, STR("warning")))) {
			res->others++;
			remark(r, "%s other: " STR_FMT " " STR_FMT " " STR_FMT
			    " " STR_FMT " " STR_FMT "\n", rule,
			    STR_ARG(query_text(q, 0)), STR_ARG(id),
			    STR_ARG(sev), STR_ARG(query_text(q, 3)),
			    STR_ARG(query_text(q, 4)));
		}
	}
	return found;
}

static void
judge(struct run *r, struct result *res)
{
	struct query	*q;
	struct err	 e;
	bool		 more;

	must(query_open(r->in.store, STR("SELECT s.path, x.rule, x.severity,"
	    " x.place, coalesce(x.left_value, '') || ' ' ||"
	    " coalesce(x.right_value, '') || ' ' || x.detail FROM source s"
	    " JOIN filing f ON f.source = s.id JOIN found x"
	    " ON x.filing = f.id ORDER BY s.id, x.id"), &q, &e), &e);
	more = query_step(q, &e) == 1;
	for (unsigned i = 0; i < r->count; i++) {
		const struct trial	*t = &r->trial[i];
		bool			 found;

		found = judge_trial(r, t, i, q, &more, res);
		res->planted += t->fault != NULL && t->planted;
		res->found += t->fault != NULL && found;
		if (t->fault != NULL && t->planted && !found)
			remark(r, "%s %u missed: filing %d of %d, %s %s\n",
			    t->fault->rule, i, t->target, t->n,
			    t->severity != NULL ? t->severity : "",
			    t->place);
	}
	query_close(q);
}

static struct result
run_rule(struct run *r, const struct fault *f, unsigned salt)
{
	struct result	 res = { 0, 0, 0 };
	struct gen	*pool[TRIAL_MAX], *dice;
	struct err	 e;

	r->a = arena_new();
	r->trial = arena_alloc(r->a, r->count, sizeof(*r->trial));
	dice = arena_alloc(r->a, 1, sizeof(*dice));
	for (int i = 0; i < TRIAL_MAX; i++)
		pool[i] = arena_alloc(r->a, 1, sizeof(*pool[i]));
	intake_open(&r->in, r->in.forms == NULL ? arena_new() : r->a,
	    getenv("NIANBAO_PLANT_DB") != NULL ? getenv("NIANBAO_PLANT_DB") :
	    ":memory:");
	for (unsigned i = 0; i < r->count; i++) {
		struct trial	*t = &r->trial[i];

		*t = (struct trial){ .fault = f, .dice = dice };
		memcpy(t->g, pool, sizeof(pool));
		dice->state = (i + 1) * UINT64_C(0x9e3779b97f4a7c15) + salt;
		gen_below(dice, 2);
		plan_trial(r, t, salt * 131 + i * 3);
		if (f != NULL && f >= plant_stats && f < plant_stats + 2)
			for (t->now = 0; t->now < t->n; t->now++)
				stat_make(t, t->g[t->now], f->form);
		else
			trial_make(t, salt * UINT64_C(1000003) + i);
		store_trial(r, t, i);
	}
	must(store_finish(r->in.store, &e), &e);
	judge(r, &res);
	must(store_commit(r->in.store, &e), &e);
	must(store_close(r->in.store, &e), &e);
	arena_free(r->a);
	return res;
}

static bool
good(const char *rule, struct result res)
{
	unsigned	 least = rule[0] == 'D' || rule[0] == 'E' ? 98 : 100;

	return res.others == 0 && res.planted > 0 &&
	    res.found * 100 >= res.planted * least;
}

static const struct fault *const	 tables[] = { plant_sums,
	plant_stats, plant_cells, plant_years, plant_told, plant_forms };

static bool
one_rule(struct run *r, const struct fault *f, unsigned salt)
{
	struct result	 res = run_rule(r, f, salt);

	if (f == NULL)
		printf("# clean: %u series, %u errors and warnings\n",
		    r->count, res.others);
	else
		printf("# %s: %u planted, %u found, %u others\n", f->rule,
		    res.planted, res.found, res.others);
	return f == NULL ? res.others == 0 : good(f->rule, res);
}

static int
every_rule(struct run *r)
{
	const char	*env = getenv("NIANBAO_PLANT_COUNT");
	unsigned	 count = env != NULL ? (unsigned)atoi(env) : 10;

	r->verbose = true;
	r->count = count * 10 < 2000 ? count * 10 : 2000;
	tap_check(one_rule(r, NULL, 1), "series without a fault", __FILE__,
	    __LINE__);
	r->count = count;
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		for (const struct fault *f = tables[i]; f->rule != NULL; f++)
			tap_check(one_rule(r, f, 7), f->rule, __FILE__,
			    __LINE__);
	return tap_done();
}

int
main(int argc, char **argv)
{
	struct run	 r = { .count = 0 };

	if (argc == 1)
		return every_rule(&r);
	r.verbose = true;
	r.count = argc > 2 ? (unsigned)atoi(argv[2]) : 10;
	if (strcmp(argv[1], "clean") == 0)
		return !one_rule(&r, NULL, 1);
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		for (const struct fault *f = tables[i]; f->rule != NULL; f++)
			if (strcmp(f->rule, argv[1]) == 0)
				return !one_rule(&r, f, 7);
	return 2;
}
