/*
 * The queries that come with the program, on a series of years worked out
 * by hand.
 */
#include <config.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "store.h"
#include "tap.h"

/*
 * A township over six years: 2020 on the form of 2019, 2022 not filed, 2023
 * filed twice, 2024 with an error in its totals, 2025 with a blank.
 */
static void
town(struct arena *a, const struct forms *fs, struct store *s)
{
	static const struct {
		int	 year, received, full, partial, other, forward;
	} t[] = {
		{ 2020, 8, 4, 2, 1, 1 },
		{ 2021, 10, 5, 1, 3, 2 },
		{ 2023, 4, 1, 0, 1, 2 },
		{ 2023, 40, 10, 10, 15, 5 },
		{ 2024, 20, 15, 0, 3, 7 },
		{ 2025, 0, 0, 0, 0, 7 },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		enum form_id	 form = form_of_year(t[i].year);
		struct filing	*f = zero_filing(a, fs, "丙镇", t[i].year,
		    form);
		int		 total = t[i].full + t[i].partial + t[i].other;
		const char	*other = form == FORM_OGI2021 ? "other_misc" :
		    "other_handling";

		of_town(f);
		for (int c = 0; c <= APPLICANT_TOTAL; c += APPLICANT_TOTAL) {
			enum applicant	 who = (enum applicant)c;

			set(a, f, "new_requests", who, t[i].received);
			set(a, f, "granted_full", who, t[i].full);
			set(a, f, "granted_partial", who, t[i].partial);
			set(a, f, other, who, t[i].other);
			set(a, f, "results_total", who, total);
			set(a, f, "carried_forward", who, t[i].forward);
		}
		if (t[i].year == 2021)
			set(a, f, "carried_over", NATURAL_PERSON, 1),
			    set(a, f, "carried_over", APPLICANT_TOTAL, 1);
		if (t[i].year == 2024) {
			set(a, f, "carried_over", NATURAL_PERSON, 5);
			set(a, f, "carried_over", APPLICANT_TOTAL, 5);
			set(a, f, "results_total", APPLICANT_TOTAL, 19);
		}
		if (t[i].year == 2025) {
			set(a, f, "carried_over", NATURAL_PERSON, 7);
			set(a, f, "carried_over", APPLICANT_TOTAL, 7);
			set_state(a, f, "results_total", APPLICANT_TOTAL,
			    STATE_BLANK, "");
		}
		put(s, arena_printf(a, "%d-%zu.txt", t[i].year, i), f);
	}
}

/* run(a, s, "yoy", "item", "new_requests", NULL) */
static const char *
run(struct arena *a, struct store *s, const char *name, ...)
{
	const struct canned	*c = canned_find(a, str_of(name));
	struct query		*q;
	struct err		 e;
	const char		*p;
	va_list			 ap;

	if (c == NULL)
		return "no such query";
	must(query_open(s, c->sql, &q, &e), &e);
	va_start(ap, name);
	while ((p = va_arg(ap, const char *)) != NULL)
		must(query_bind(q, p, str_of(va_arg(ap, const char *)), &e),
		    &e);
	va_end(ap);
	return rows_of(a, q, "-");
}

/* Each has a title, explained parameters, and runs with none given. */
static void
all(struct arena *a, struct store *s)
{
	struct canned	*list;
	struct err	 e;
	int		 n = canned_list(a, &list);

	CHECK(n >= 10);
	for (int i = 0; i < n; i++) {
		struct query	*q;
		bool		 told = list[i].title.n > 0 &&
		    list[i].title.n < 100;
		int		 r;

		must(query_open(s, list[i].sql, &q, &e), &e);
		for (int p = 0; p < query_nparam(q); p++) {
			bool	 found = false;

			for (int k = 0; k < list[i].nparam; k++)
				if (str_eq(list[i].param[k].name,
				    str_of(query_param(q, p))) &&
				    list[i].param[k].meaning.n > 0)
					found = true;
			told = told && found;
		}
		while ((r = query_step(q, &e)) == 1)
			;
		query_close(q);
		printf("# %.*s\n", STR_ARG(list[i].name));
		CHECK(told && r == 0);
	}
	CHECK(canned_find(a, STR("nothing")) == NULL);
}

static void
town_queries(struct arena *a, struct store *s)
{
	CHECK_STR(run(a, s, "disclosure_rate", "agency", "丙镇", NULL),
	    "丙镇|2020|ogi2019|6|7|0.8571|0.5714|used|3|2|\n"
	    "丙镇|2021|ogi2021|6|9|0.6667|0.5556|used|3|2|\n"
	    "丙镇|2023|ogi2021|20|35|0.5714|0.2857|used|3|2|\n"
	    "丙镇|2024|ogi2021|15|19|-|-|left out: errors|3|2|\n"
	    "丙镇|2025|ogi2021|0|-|-|-|left out: no figure|3|2|\n");
	CHECK_STR(run(a, s, "disclosure_rate", "agency", "丙镇", "year_from",
	    "2024", "year_to", "2024", "include_inconsistent", "1", NULL),
	    "丙镇|2024|ogi2021|15|19|0.7895|0.7895|used|1|0|\n");
	CHECK_STR(run(a, s, "other_rate", "level", "township", "year_to",
	    "2021", NULL),
	    "丙镇|2020|ogi2019|1|7|0.1429|used|2|0|\n"
	    "丙镇|2021|ogi2021|3|9|0.3333|used|2|0|\n");
	CHECK_STR(run(a, s, "carry_rate", "parent", "411622", "year_from",
	    "2023", NULL),
	    "丙镇|2023|ogi2021|5|40|0.125|used|2|1|\n"
	    "丙镇|2024|ogi2021|7|25|-|left out: errors|2|1|\n"
	    "丙镇|2025|ogi2021|7|7|1.0|used|2|1|\n");
	CHECK_STR(run(a, s, "yoy", "agency", "丙镇", "item", "new_requests",
	    NULL),
	    "丙镇|2020|new_requests|8|-|-|-|no year before|\n"
	    "丙镇|2021|new_requests|10|8|2|0.25|used|ogi2021\n"
	    "丙镇|2023|new_requests|40|-|-|-|no year before|\n"
	    "丙镇|2024|new_requests|20|40|-20|-|left out: errors|\n"
	    "丙镇|2025|new_requests|0|20|-20|-|left out: errors|\n");
	CHECK(strstr(run(a, s, "carry_check", "agency", "丙镇", NULL),
	    "丙镇|2024|C01|total|5|5|0|holds|\n"
	    "丙镇|2024|C02|rules_in_force|0|0|0|holds|\n") != NULL);
	CHECK(strstr(run(a, s, "carry_check", "agency", "丙镇", NULL),
	    "丙镇|2023|C01|total|-|-|-|not assessable|"
	    "no filing for the year before\n") != NULL);
	CHECK_STR(run(a, s, "yoy", "agency", "丙镇", "item",
	    "other_handling", "year_from", "2021", "year_to", "2021", NULL),
	    "丙镇|2021|other_handling|3|1|2|2.0|used|ogi2021\n");
	CHECK_STR(run(a, s, "yoy", "agency", "丙镇", "item",
	    "rules_disclosed_total", "year_from", "2021", NULL), "");
	CHECK_STR(run(a, s, "coverage", "agency", "丙镇", NULL),
	    "丙镇|2020|filed|1|ogi2019\n丙镇|2021|filed|1|ogi2021\n"
	    "丙镇|2022|missing|0|-\n丙镇|2023|duplicate|2|ogi2021\n"
	    "丙镇|2024|filed|1|ogi2021\n丙镇|2025|filed|1|ogi2021\n");
	CHECK_STR(ask(a, s, "SELECT year, severity, detail FROM finding"
	    " WHERE rule = 'C09'"), "2023|info|2022\n");
}

static void
city_queries(struct arena *a, struct store *s)
{
	CHECK_STR(run(a, s, "review_correction_rate", "agency",
	    "甲市人民政府", NULL),
	    "甲市人民政府|2025|ogi2021|97|669|0.145|used|1|0|2024\n");
	CHECK_STR(run(a, s, "litigation_loss_rate", "agency",
	    "甲市人民政府", NULL),
	    "甲市人民政府|2025|ogi2021|2|134|0.0149|0.0345|0.0095|used|1|0"
	    "|2024\n");
	CHECK_STR(run(a, s, "rates_by_year", "agency", "甲市人民政府", NULL),
	    "2025|-|-|13810|0.5587|0.0529|0.2477|0.0331|0.1076|1|0\n");
	CHECK_STR(run(a, s, "dispute_rate", "agency", "甲市人民政府", NULL),
	    "甲市人民政府|2025|ogi2021|846|13810|0.0613|used|1|0|2024\n");
	CHECK_STR(run(a, s, "pending_share", "agency", "甲市人民政府", NULL),
	    "甲市人民政府|2025|ogi2021|199|1002|0.1986|used|1|0|2024\n");
	CHECK(strstr(run(a, s, "denial_reasons", "agency", "甲市人民政府",
	    NULL), "|denied|denied_admin_query|8.属于行政查询事项|150|730|"
	    "0.2055|used\n") != NULL);
	CHECK(strstr(run(a, s, "applicant_mix", "agency", "甲市人民政府",
	    NULL), "|natural_person|自然人|13612|0.9675|7465|13364|0.5586|"
	    "used\n") != NULL);
	CHECK_STR(run(a, s, "enforcement", "agency", "甲市人民政府", NULL),
	    "甲市人民政府|2025|ogi2021|11398889|6937489|166105|316441|0.6086"
	    "|\n");
	CHECK_STR(run(a, s, "normative_stock", "agency", "甲市人民政府",
	    NULL), "甲市人民政府|2025|rules|3|5|74|-2|0.0633|-\n"
	    "甲市人民政府|2025|normative|564|984|4185|-420|0.1904|-\n");
}

/* Series over the forms, below and beside, and for each inhabitant. */
static void
other_queries(struct arena *a, struct store *s)
{
	struct err	 e;

	CHECK_STR(run(a, s, "series_bridge", "agency", "丙镇", "concept",
	    "requests received", NULL),
	    "丙镇|2020|requests received|8|ogi2019|good|\n"
	    "丙镇|2021|requests received|10|ogi2021|good|ogi2021\n"
	    "丙镇|2023|requests received|40|ogi2021|good|\n"
	    "丙镇|2024|requests received|20|ogi2021|good|\n"
	    "丙镇|2025|requests received|0|ogi2021|good|\n");
	CHECK_STR(run(a, s, "series_bridge", "agency", "丙镇", "concept",
	    "outcomes", "year_from", "2025", NULL),
	    "丙镇|2025|outcomes|-|ogi2021|fair|\n");
	must(query_run(s, STR("INSERT INTO population (division_code, year,"
	    " population) VALUES ('411622104', 2023, 50000)"), NULL, 0, &e),
	    &e);
	CHECK_STR(run(a, s, "per_capita", "agency", "丙镇", "year_from",
	    "2023", "year_to", "2024", NULL),
	    "丙镇|2023|411622104|40|50000|80.0\n"
	    "丙镇|2024|411622104|20|-|-\n");
	CHECK_STR(ask(a, s, "SELECT year, carried_over,"
	    " carried_forward_before, delta FROM v_carry ORDER BY year"),
	    "2021|1|1|0\n2024|5|5|0\n2025|7|7|0\n");
	CHECK_STR(ask(a, s, "SELECT year, status FROM v_coverage"
	    " WHERE agency = '丙镇' ORDER BY year LIMIT 5"),
	    "2019|unknown\n2020|filed\n2021|filed\n2022|missing\n"
	    "2023|duplicate\n");
	CHECK_STR(ask(a, s, "SELECT disclosure_rate, other_rate, carry_rate,"
	    " has_errors FROM v_rates WHERE agency = '丙镇'"
	    " AND year IN (2020, 2024) ORDER BY year"),
	    "0.8571|0.1429|0.125|0\n0.7895|0.1579|0.28|1\n");
	CHECK_STR(ask(a, s, "SELECT value, value_before, rate, break"
	    " FROM v_yoy WHERE agency = '丙镇' AND year = 2021"
	    " AND item = 'new_requests'"), "10|8|0.25|ogi2021\n");
}

/* A county and what is below it: one child filed, one did not. */
static void
families(struct arena *a, const struct forms *fs)
{
	static const struct {
		const char	*name, *code;
		enum level	 level;
		int		 year, requests;
	} t[] = {
		{ "己县", "411622", LEVEL_COUNTY, 2023, 50 },
		{ "庚镇", "411622101", LEVEL_TOWNSHIP, 2023, 4 },
		{ "辛镇", "411622102", LEVEL_TOWNSHIP, 2022, 9 },
	};
	struct store	*s;
	struct err	 e;

	s = new_store();
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		struct filing	*f = zero_filing(a, fs, t[i].name, t[i].year,
		    FORM_OGI2021);

		f->place.level = t[i].level;
		f->place.kind = ORGAN_GOVERNMENT;
		f->place.division = t[i].code;
		f->place.key = str_of(t[i].code);
		f->place.step[0] = (struct place_step){ "411622",
		    STR("己县"), LEVEL_COUNTY };
		f->place.step[1] = (struct place_step){ t[i].code,
		    str_of(t[i].name), LEVEL_TOWNSHIP };
		f->place.nstep = i == 0 ? 1 : 2;
		for (int c = 0; c <= APPLICANT_TOTAL; c += APPLICANT_TOTAL) {
			enum applicant	 who = (enum applicant)c;

			set(a, f, "new_requests", who, t[i].requests);
			set(a, f, "carried_forward", who, t[i].requests);
		}
		put(s, t[i].name, f);
	}
	for (int i = 0; i < 6; i++) {
		static const int	 n[] = { 70, 30, 50, 50, 10, 60 };
		struct filing		*f = zero_filing(a, fs,
		    arena_printf(a, "壬县%d", i), 2020, FORM_OGI2019);

		f->place.level = LEVEL_COUNTY;
		f->place.kind = i == 5 ? ORGAN_DEPARTMENT : i == 4 ?
		    ORGAN_SUBDISTRICT : ORGAN_GOVERNMENT;
		f->place.key = f->agency;
		for (int c = 0; c <= APPLICANT_TOTAL; c += APPLICANT_TOTAL) {
			enum applicant	 who = (enum applicant)c;

			set(a, f, "new_requests", who, 100);
			set(a, f, "granted_full", who, n[i]);
			set(a, f, "not_processed_petition", who, 100 - n[i]);
			set(a, f, "results_total", who, 100);
		}
		put(s, f->agency.p, f);
	}
	must(store_finish(s, &e), &e);
	must(store_commit(s, &e), &e);
	CHECK_STR(run(a, s, "ranking", "year_to", "2020", NULL),
	    "2020|county|government|-|壬县0|disclosure_rate|70|100|0.7|1|1.0"
	    "|0.3|0.5|0.6|6|0\n"
	    "2020|county|department|-|壬县5|disclosure_rate|60|100|0.6|2|0.8"
	    "|0.3|0.5|0.6|6|0\n"
	    "2020|county|government|-|壬县2|disclosure_rate|50|100|0.5|3|0.4"
	    "|0.3|0.5|0.6|6|0\n"
	    "2020|county|government|-|壬县3|disclosure_rate|50|100|0.5|3|0.4"
	    "|0.3|0.5|0.6|6|0\n"
	    "2020|county|government|-|壬县1|disclosure_rate|30|100|0.3|5|0.2"
	    "|0.3|0.5|0.6|6|0\n"
	    "2020|county|subdistrict|-|壬县4|disclosure_rate|10|100|0.1|6|0.0"
	    "|0.3|0.5|0.6|6|0\n");
	/* Who is asked for has the place that it has among all. */
	CHECK_STR(run(a, s, "ranking", "year_to", "2020", "agency", "壬县1",
	    NULL), "2020|county|government|-|壬县1|disclosure_rate|30|100|0.3"
	    "|5|0.2|0.3|0.5|0.6|6|0\n");
	/* Or of a kind, among those. */
	CHECK_STR(run(a, s, "ranking", "year_to", "2020", "agency", "壬县1",
	    "kind", "government", NULL), "2020|county|government|-|壬县1"
	    "|disclosure_rate|30|100|0.3|4|0.0|0.3|0.5|0.5|4|0\n");
	CHECK_STR(run(a, s, "ranking", "measure", "new_requests",
	    "division", "411622", "year_from", "2023", NULL),
	    "2023|county|government|-|己县|new_requests|50|1|50.0|1|-|50.0|50.0"
	    "|50.0|1|0\n"
	    "2023|township|government|411622|庚镇|new_requests|4|1|4.0|1|-|4.0"
	    "|4.0|4.0|1|0\n");
	CHECK_STR(run(a, s, "ranking", "year_to", "2020", "agency", "壬县1",
	    "kind", "department", NULL), "");
	CHECK_STR(run(a, s, "parent_children", "item", "new_requests",
	    NULL), "己县|2023|new_requests|一、本年新收政府信息公开申请数量"
	    "|50|4|46|1|1\n");
	CHECK_STR(run(a, s, "ranking", "measure", "new_requests", "level",
	    "township", NULL),
	    "2022|township|government|411622|辛镇|new_requests|9|1|9.0|1|-|9.0"
	    "|9.0|9.0|1|0\n"
	    "2023|township|government|411622|庚镇|new_requests|4|1|4.0|1|-|4.0"
	    "|4.0|4.0|1|0\n");
	CHECK_STR(run(a, s, "zero_filers", "year_from", "2021", NULL),
	    "county|2023|1|0|0.0|0|0.0|0\ntownship|2022|1|0|0.0|0|0.0|0\n"
	    "township|2023|1|0|0.0|0|0.0|0\n");
	must(store_close(s, &e), &e);
}

/* What is kept for rates is what the view makes of the figures. */
static void
kept(struct arena *a, struct store *s)
{
	static const char *const	 table[] = { "request_sum",
		"dispute_sum" };

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		CHECK_STR(ask(a, s, arena_printf(a, "SELECT count(*) FROM %s",
		    table[i])), "8\n");
		CHECK_STR(ask(a, s, arena_printf(a, "SELECT * FROM %s EXCEPT"
		    " SELECT * FROM %s_now", table[i], table[i])), "");
		CHECK_STR(ask(a, s, arena_printf(a, "SELECT * FROM %s_now"
		    " EXCEPT SELECT * FROM %s", table[i], table[i])), "");
	}
}

/* An error in one part of the form is none of another's figures. */
static void
errors(struct arena *a, const struct forms *fs)
{
	struct store	*s = new_store();
	struct err	 e;

	for (int year = 2021; year <= 2022; year++) {
		struct filing	*f = zero_filing(a, fs, "癸镇", year,
		    FORM_OGI2021);

		of_town(f);
		for (int c = 0; c <= APPLICANT_TOTAL; c += APPLICANT_TOTAL) {
			enum applicant	 who = (enum applicant)c;

			set(a, f, "new_requests", who, 4);
			set(a, f, "granted_full", who, 4);
			set(a, f, "results_total", who, 4);
		}
		set(a, f, "penalties_decided", APPLICANT_NONE, year);
		set(a, f, "licences_decided", APPLICANT_NONE, year);
		set(a, f, "suit_direct_upheld", APPLICANT_NONE, 1);
		set(a, f, "suit_direct_total", APPLICANT_NONE, 1);
		set(a, f, "review_upheld", APPLICANT_NONE, 2);
		set(a, f, "review_total", APPLICANT_NONE, 2);
		if (year == 2022) {	/* B01, A05 */
			set(a, f, "coercion_decided", APPLICANT_NONE, -3);
			set(a, f, "review_total", APPLICANT_NONE, 3);
		}
		put(s, arena_printf(a, "癸%d.txt", year), f);
	}
	must(store_finish(s, &e), &e);
	must(store_commit(s, &e), &e);
	CHECK_STR(run(a, s, "disclosure_rate", "year_from", "2022", NULL),
	    "癸镇|2022|ogi2021|4|4|1.0|1.0|used|1|0|\n");
	CHECK_STR(run(a, s, "litigation_loss_rate", "year_from", "2022",
	    NULL), "癸镇|2022|ogi2021|0|1|0.0|0.0|-|used|1|0|\n");
	CHECK_STR(run(a, s, "review_correction_rate", "year_from", "2022",
	    NULL), "癸镇|2022|ogi2021|0|2|-|left out: errors|0|1|\n");
	CHECK_STR(run(a, s, "yoy", "item", "licences_decided", NULL),
	    "癸镇|2021|licences_decided|2021|-|-|-|no year before|\n"
	    "癸镇|2022|licences_decided|2022|2021|1|0.0005|used|\n");
	CHECK_STR(run(a, s, "yoy", "item", "penalties_decided",
	    "year_from", "2022", NULL), "癸镇|2022|penalties_decided|2022|"
	    "2021|1|-|left out: errors|\n");
	must(store_close(s, &e), &e);
}

static void
add_statistic(struct arena *a, const struct forms *fs, struct filing *f,
    const char *code, int n)
{
	struct statistic	*t = arena_alloc(a, 1, sizeof(*t));

	*t = (struct statistic){ .item = forms_code(fs, FORM_STAT2014, code),
		.label = str_of(code), .state = STATE_NUMBER,
		.value = dec_int(n), .raw = str_of(arena_printf(a, "%d", n)) };
	*f->statistic_end = t;
	f->statistic_end = &t->next;
}

/* Reviews of 2019 count those that are pending, those of 2018 do not. */
static void
reviews(struct arena *a, const struct forms *fs)
{
	struct store	*s = new_store();
	struct err	 e;

	for (int year = 2018; year <= 2019; year++) {
		struct filing	*f = zero_filing(a, fs, "癸镇", year,
		    year == 2018 ? FORM_STAT2014 : FORM_OGI2019);

		of_town(f);
		if (year == 2018) {
			add_statistic(a, fs, f, "review_total", 3);
			add_statistic(a, fs, f, "review_upheld", 3);
		} else {
			set(a, f, "review_upheld", APPLICANT_NONE, 6);
			set(a, f, "review_total", APPLICANT_NONE, 6);
		}
		put(s, arena_printf(a, "癸%d.txt", year), f);
	}
	must(store_finish(s, &e), &e);
	must(store_commit(s, &e), &e);
	CHECK_STR(run(a, s, "yoy", "item", "review_total", NULL),
	    "癸镇|2018|review_total|3|-|-|-|no year before|\n"
	    "癸镇|2019|review_total|6|-|-|-|not on the form before|\n");
	CHECK_STR(run(a, s, "yoy", "item", "review_upheld", NULL),
	    "癸镇|2018|review_upheld|3|-|-|-|no year before|\n"
	    "癸镇|2019|review_upheld|6|3|3|1.0|used|ogi2019\n");
	must(store_close(s, &e), &e);
}

int
main(void)
{
	struct arena		*a = arena_new();
	const struct forms	*fs = forms_load(a);
	struct store		*s;
	struct err		 e;

	s = new_store();
	town(a, fs, s);
	put(s, "city.txt", city_2025(a, fs));
	put(s, "office.txt", office_2019(a, fs));
	must(store_finish(s, &e), &e);
	must(store_commit(s, &e), &e);
	kept(a, s);
	all(a, s);
	town_queries(a, s);
	city_queries(a, s);
	other_queries(a, s);
	families(a, fs);
	errors(a, fs);
	reviews(a, fs);
	must(store_close(s, &e), &e);
	arena_free(a);
	return tap_done();
}
