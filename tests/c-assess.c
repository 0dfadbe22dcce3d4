/*
 * Every rule that reads a figure has a verdict: it holds of true figures,
 * fails when one is wrong, and is not assessable, with the reason, as soon
 * as one of the figures that it reads was not read.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store.h"
#include "tap.h"

static void
add_fact(struct arena *a, struct filing *f, const char *code, int64_t v)
{
	struct fact	*t = arena_alloc(a, 1, sizeof(*t));

	*t = (struct fact){ .code = code, .value = dec_int(v),
	    .has_value = true, .unit = "件", .scope = "", .section = 1,
	    .line = 9, .quote = str_of(code) };
	*f->fact_end = t;
	f->fact_end = &t->next;
}

/* Two years of a city of which each figure that sentences state is true. */
static struct filing *
city(struct arena *a, const struct forms *fs, int year)
{
	static const struct { const char *fact; int64_t v; } true_facts[] = {
		{ "narr_received", 14069 }, { "narr_handled", 13810 },
		{ "narr_carried_over", 560 }, { "narr_carried_forward", 819 },
		{ "narr_review", 790 }, { "narr_disputes", 1002 },
		{ "narr_suits", 212 }, { "narr_granted_full", 5548 },
		{ "narr_granted_partial", 2168 },
		{ "narr_granted_any", 7716 }, { "narr_denied", 730 },
		{ "narr_unable", 3421 }, { "narr_not_processed", 457 },
		{ "narr_other_handling", 1486 }, { "narr_rules", 3 },
		{ "narr_normative_issued", 564 },
		{ "narr_normative_in_force", 4185 },
		{ "narr_licences", 11398889 }, { "narr_penalties", 6937489 },
		{ "narr_coercion", 166105 },
		{ "narr_admin_fees", 3164410000 },
	};
	struct filing	*f = city_2025(a, fs);

	f->year = year;
	for (size_t i = 0; i < sizeof(true_facts) / sizeof(true_facts[0]);
	    i++)
		add_fact(a, f, true_facts[i].fact, true_facts[i].v);
	set(a, f, "licences_decided", APPLICANT_NONE, 11398889);
	return f;
}

/* The verdicts on the last filing, of rules like that. */
static const char *
verdicts(struct arena *a, struct store *s, const char *what,
    const char *where)
{
	return ask(a, s, arena_printf(a, "SELECT %s FROM place_check k"
	    " WHERE k.filing = (SELECT max(id) FROM filing) AND %s", what,
	    where));
}

/* A row of section 三, or a single cell. */
static void
lose(const struct forms *fs, struct filing *f, const char *code)
{
	if (forms_code(fs, FORM_OGI2021, code)->part != PART_REQUESTS) {
		drop(f, code, APPLICANT_NONE);
		return;
	}
	for (int c = 0; c < APPLICANT__N; c++)
		drop(f, code, (enum applicant)c);
}

static void
two_years(struct arena *a, struct store *s, const struct forms *fs,
    const char *lost, int64_t lost_year)
{
	static int	 turn;
	struct err	 e;

	turn++;
	for (int y = 2024; y < 2026; y++) {
		struct filing	*f = city(a, fs, y);

		f->agency = str_of(arena_printf(a, "乙市人民政府%d",
		    turn));
		if (y == lost_year)
			lose(fs, f, lost);
		put(s, arena_printf(a, "%d/%d.txt", turn, y), f);
	}
	must(store_finish(s, &e), &e);
}

/* Each figure in turn is not read: these rules then have no verdict. */
static void
each_lost(struct arena *a, struct store *s, const struct forms *fs)
{
	for (int i = 0; i < fs->nitem; i++) {
		const struct item	*it = &fs->item[i];
		const char		*want;

		if (it->form != FORM_OGI2021 || it->is_group)
			continue;
		two_years(a, s, fs, it->code, 2025);
		want = ask(a, s, arena_printf(a, "SELECT DISTINCT k.rule ||"
		    " ' ' || k.place FROM rule_place k JOIN rule_input n"
		    " ON n.place = k.id WHERE k.form = 'ogi2021'"
		    " AND n.code = '%s' AND n.year_off = 0 AND k.rule"
		    " NOT IN ('E11', 'E12', 'E13') ORDER BY 1", it->code));
		CHECK_STR(verdicts(a, s, "DISTINCT rule || ' ' || place",
		    arena_printf(a, "reason = 'not read: %s' AND rule"
		    " NOT IN ('E11', 'E12', 'E13') ORDER BY 1", it->code)),
		    want);
		CHECK_STR(verdicts(a, s, "rule || place",
		    "verdict = 'fails' AND rule NOT IN ('C06', 'D11')"), "");
	}
	two_years(a, s, fs, "review_pending", 2024);
	CHECK_STR(verdicts(a, s, "rule, place, reason",
	    "reason LIKE 'year before%' ORDER BY 1"),
	    "C06||year before, not read: review_pending\n"
	    "C10|review_total|year before, not read: review_pending\n");
}

static void
three(struct arena *a, struct store *s, const struct forms *fs)
{
	struct filing	*f;
	struct err	 e;

	two_years(a, s, fs, NULL, 0);
	CHECK_STR(verdicts(a, s, "rule, place, verdict, reason",
	    "verdict <> 'holds' AND rule NOT IN ('E11', 'E12', 'E13', 'D09',"
	    " 'D10') ORDER BY 1, 2"), "C06||fails|\n");
	f = city(a, fs, 2025);
	f->agency = STR("丙市人民政府");
	set(a, f, "licences_decided", APPLICANT_NONE, -4);
	put(s, "x.txt", f);
	must(store_finish(s, &e), &e);
	CHECK_STR(verdicts(a, s, "rule, place, verdict", "rule IN ('B01',"
	    " 'C07', 'E09') AND verdict <> 'holds' ORDER BY 1, 2"),
	    "B01|art20_5|fails\nC07|coercion_decided|not assessable\n"
	    "C07|fees_collected|not assessable\n"
	    "C07|licences_decided|not assessable\n"
	    "C07|new_requests|not assessable\n"
	    "C07|normative_in_force|not assessable\n"
	    "C07|penalties_decided|not assessable\n"
	    "E09|licences_decided|fails\n");
	CHECK_STR(verdicts(a, s, "DISTINCT reason", "rule = 'C07'"),
	    "no filing for the year before\n");
	CHECK_STR(verdicts(a, s, "DISTINCT reason",
	    "rule IN ('E11', 'E12', 'E13')"), "no sentence states it\n");
	/* Both promised views are what they were. */
	CHECK_STR(ask(a, s, "SELECT group_concat(name) FROM"
	    " pragma_table_info('finding')"), "source_name,agency,year,rule,"
	    "severity,place,left_value,right_value,delta,detail,line,"
	    "verdict\n");
	CHECK_STR(ask(a, s, "SELECT group_concat(name) FROM"
	    " pragma_table_info('figure')"), "source_name,agency,year,form,"
	    "item,applicant,value,unit,state,raw\n");
}

int
main(void)
{
	struct arena		*a = arena_new();
	const struct forms	*fs = forms_load(a);
	struct store		*s;

	s = new_store();
	three(a, s, fs);
	each_lost(a, s, fs);
	end(s);
	arena_free(a);
	return tap_done();
}
