/*
 * c-plant		every rule, NIANBAO_PLANT_COUNT faults (10) of each,
 *			and up to 400 series without any
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
	intake_open(&r->in, getenv("NIANBAO_PLANT_DB") != NULL ?
	    getenv("NIANBAO_PLANT_DB") : ":memory:");
	for (unsigned i = 0; i < r->count; i++) {
		struct trial	*t = &r->trial[i];

		*t = (struct trial){ .fault = f, .dice = dice };
		memcpy(t->g, pool, sizeof(pool));
		dice->state = (i + 1) * UINT64_C(0x9e3779b97f4a7c15) + salt;
		gen_below(dice, 2);
		trial_plan(t, &r->in, r->a, salt * 131 + i * 3);
		trial_make(t, salt * UINT64_C(1000003) + i);
		trial_store(t, &r->in, r->a, i);
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
	r->count = count * 10 < 400 ? count * 10 : 400;
	tap_check(one_rule(r, NULL, 1), "series without a fault", __FILE__,
	    __LINE__);
	r->count = count;
	for (int i = 0; plant_all[i] != NULL; i++)
		for (const struct fault *f = plant_all[i]; f->rule != NULL;
		    f++)
			tap_check(one_rule(r, f, 7), f->rule, __FILE__,
			    __LINE__);
	return tap_done();
}

static int
named_rule(struct run *r, const char *rule)
{
	r->verbose = true;
	if (strcmp(rule, "clean") == 0)
		return !one_rule(r, NULL, 1);
	for (int i = 0; plant_all[i] != NULL; i++)
		for (const struct fault *f = plant_all[i]; f->rule != NULL;
		    f++)
			if (strcmp(f->rule, rule) == 0)
				return !one_rule(r, f, 7);
	return 2;
}

int
main(int argc, char **argv)
{
	struct run	 r = { .count = argc > 2 ? (unsigned)atoi(argv[2]) :
			    10 };
	struct arena	*a = arena_new();
	int		 status;

	intake_load(&r.in, a);
	status = argc == 1 ? every_rule(&r) : named_rule(&r, argv[1]);
	arena_free(a);
	return status;
}
