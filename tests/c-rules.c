/*
 * Rules of groups B, C, D and F: one planted fault, one finding; and what
 * looks like a fault but is none, or was not read, is none.
 */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "store.h"
#include "tap.h"

static const struct forms	*fs;

static struct store		*s;

/*
 * Stores the filings and gives what was found in the last of them.  All go
 * into one archive, under names that are new each time.
 */
static const char *
found(struct arena *a, struct filing *f[], int n)
{
	static int	 turn;
	struct err	 e;

	turn++;
	for (int i = 0; i < n; i++) {
		f[i]->agency = str_of(arena_printf(a, STR_FMT "%d",
		    STR_ARG(f[i]->agency), turn));
		put(s, arena_printf(a, "%d/%d.txt", turn, i), f[i]);
	}
	must(store_finish(s, &e), &e);
	/* The city itself: more direct suits than the law now expects. */
	return ask(a, s, "SELECT rule, severity, place FROM found WHERE"
	    " filing = (SELECT max(id) FROM filing) AND rule <> 'D11'"
	    " ORDER BY 1, 3");
}

static void
one(struct arena *a, struct filing *f, const char *want)
{
	CHECK_STR(found(a, &f, 1), want);
}

static struct figure *
at(struct filing *f, const char *code)
{
	struct figure	*g = f->figure;

	while (strcmp(g->item->code, code) != 0)
		g = g->next;
	return g;
}

static void
cells(struct arena *a)
{
	struct filing	*f = city_2025(a, fs);

	set(a, f, "licences_decided", APPLICANT_NONE, -1);
	one(a, f, "B01|error|licences_decided\n");
	f = office_2019(a, fs);
	set(a, f, "licence_items_change", APPLICANT_NONE, -8);
	one(a, f, "B04|notice|disputes\nB04|notice|requests\n");
	f = city_2025(a, fs);
	at(f, "penalties_decided")->value = (struct dec){ 35, 1 };
	one(a, f, "B02|error|penalties_decided\n");
	f = city_2025(a, fs);
	set_state(a, f, "penalties_decided", APPLICANT_NONE, STATE_TEXT,
	    "详见附件");
	one(a, f, "B03|warning|penalties_decided\n");
	f = city_2025(a, fs);
	set_state(a, f, "penalties_decided", APPLICANT_NONE, STATE_BLANK, "");
	set_state(a, f, "rules_issued", APPLICANT_NONE, STATE_PLACEHOLDER,
	    "/");
	one(a, f, "B04|notice|art20_6\nB05|notice|art20_1\n");
	f = city_2025(a, fs);
	drop(f, "penalties_decided", APPLICANT_NONE);
	one(a, f, "");
}

static void
fees(struct arena *a)
{
	static const struct {
		struct dec	 v;
		enum level	 level;
		const char	*want;
	} t[] = {
		{ { 1234567, 4 }, LEVEL_COUNTY, "" },
		{ { 12345678, 5 }, LEVEL_COUNTY,
		    "B06|notice|fees_collected\n" },
		{ { 999, 0 }, LEVEL_TOWNSHIP, "" },
		{ { 1000, 0 }, LEVEL_TOWNSHIP,
		    "B08|warning|fees_collected\n" },
		{ { 99999, 0 }, LEVEL_COUNTY, "" },
		{ { 100000, 0 }, LEVEL_COUNTY,
		    "B08|warning|fees_collected\n" },
		{ { 316441, 0 }, LEVEL_PREFECTURE, "" },
	};
	struct filing	*f;

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		f = city_2025(a, fs);
		at(f, "fees_collected")->value = t[i].v;
		set(a, f, "rules_issued", APPLICANT_NONE, 0);
		set(a, f, "rules_repealed", APPLICANT_NONE, 0);
		set(a, f, "rules_in_force", APPLICANT_NONE, 0);
		set(a, f, "denied_state_secret", NATURAL_PERSON, 0);
		set(a, f, "denied_state_secret", APPLICANT_TOTAL, 0);
		set(a, f, "denied_law_prohibits", NATURAL_PERSON, 43);
		set(a, f, "denied_law_prohibits", APPLICANT_TOTAL, 43);
		f->place.level = t[i].level;
		f->place.division = "4116";
		f->place.kind = ORGAN_GOVERNMENT;
		one(a, f, t[i].want);
	}
	f = city_2025(a, fs);
	filing_add_obs(a, f, OBS_AMOUNT_IN_YUAN, 9, STR("fees_collected"),
	    STR("3元"));
	one(a, f, "B08|warning|fees_collected\n");
	f = office_2019(a, fs);
	at(f, "procurement_amount")->unit = UNIT_NONE;
	one(a, f, "B04|notice|disputes\nB04|notice|requests\n"
	    "B07|notice|procurement_amount\n");
}

/* The same agency in several years. */
static struct filing *
year(struct arena *a, int y)
{
	struct filing	*f = city_2025(a, fs);

	f->year = y;
	for (int c = 0; c < APPLICANT__N; c++) {
		enum applicant		 who = (enum applicant)c;
		const struct figure	*g;

		/* What comes in goes out, and as much is carried on. */
		g = filing_figure(f, "carried_over", who);
		set(a, f, "carried_forward", who, g->value.mant);
		g = filing_figure(f, "results_total", who);
		set(a, f, "new_requests", who, g->value.mant);
	}
	set(a, f, "rules_issued", APPLICANT_NONE, 5);
	set(a, f, "normative_issued", APPLICANT_NONE, 984);
	/* Something is different, or it would be a copy. */
	set(a, f, "penalties_decided", APPLICANT_NONE, 6937489 + y);
	return f;
}

static void
series(struct arena *a, int y1, int y2, const char *code,
    enum applicant who, int by, const char *want)
{
	struct filing		*f[2] = { year(a, y1), year(a, y2) };
	const struct figure	*g;

	if (code != NULL) {
		g = filing_figure(f[1], code, who);
		set(a, f[1], code, who, g->value.mant + by);
	}
	CHECK_STR(found(a, f, 2), want);
}

static void
years(struct arena *a)
{
	struct filing	*f[3];

	series(a, 2021, 2022, NULL, 0, 0, "");
	series(a, 2021, 2022, "carried_over", APPLICANT_TOTAL, 1,
	    "A01|error|total\nA02|error|carried_over\nC01|error|total\n");
	series(a, 2021, 2022, "carried_over", NATURAL_PERSON, 1,
	    "A01|error|natural_person\nA02|error|carried_over\n"
	    "C01|warning|natural_person\n");
	series(a, 2021, 2022, "normative_in_force", APPLICANT_NONE, 1,
	    "C02|warning|normative_in_force\n");
	series(a, 2021, 2022, "licences_decided", APPLICANT_NONE, 50000000,
	    "C07|notice|licences_decided\n");
	series(a, 2021, 2023, "carried_over", APPLICANT_TOTAL, 1,
	    "A01|error|total\nA02|error|carried_over\nC09|info|\n");
	series(a, 2021, 2022, "review_total", APPLICANT_NONE, -700,
	    "A05|error|review_total\nC10|info|review_total\n");
	series(a, 2022, 2022, NULL, 0, 0, "C08|info|\n");
	series(a, 2022, 2022, "review_total", APPLICANT_NONE, 1,
	    "A05|error|review_total\nC08|warning|\n");

	/* Across the change of form only sections 三 and 四 are compared. */
	f[0] = zero_filing(a, fs, "丁县", 2020, FORM_OGI2019);
	f[1] = zero_filing(a, fs, "丁县", 2021, FORM_OGI2021);
	set(a, f[0], "normative_disclosed_total", APPLICANT_NONE, 9);
	set(a, f[1], "normative_in_force", APPLICANT_NONE, 3);
	CHECK_STR(found(a, f, 2), "D03|info|\n");
	set(a, f[0], "carried_forward", APPLICANT_TOTAL, 2);
	CHECK_STR(found(a, f, 2), "C01|error|total\nD03|info|\n");
	/* A name that many have tells nothing about the year before. */
	f[0]->place.vague = f[1]->place.vague = true;
	CHECK_STR(found(a, f, 2), "D03|info|\nD13|warning|\n");

	f[0] = zero_filing(a, fs, "丁县", 2019, FORM_OGI2019);
	f[1] = zero_filing(a, fs, "丁县", 2020, FORM_OGI2019);
	set(a, f[0], "fee_items_prev", APPLICANT_NONE, 8);
	set(a, f[0], "fee_items_change", APPLICANT_NONE, -3);
	set(a, f[1], "fee_items_prev", APPLICANT_NONE, 5);
	CHECK_STR(found(a, f, 2), "D03|info|\n");
	set(a, f[1], "fee_items_prev", APPLICANT_NONE, 8);
	CHECK_STR(found(a, f, 2), "C03|warning|fee_items_prev\nD03|info|\n");

	/* Of three years the one that is out of line, and only that. */
	for (int i = 0; i < 3; i++)
		f[i] = year(a, 2021 + i);
	at(f[0], "fees_collected")->value = dec_int(30);
	at(f[1], "fees_collected")->value = dec_int(31);
	at(f[2], "fees_collected")->value = dec_int(310000);
	CHECK_STR(found(a, f, 3), "B08|warning|fees_collected\n"
	    "C07|notice|fees_collected\n");
	at(f[1], "fees_collected")->value = dec_int(300000);
	CHECK_STR(found(a, f, 3), "");
}

static void
plausible(struct arena *a)
{
	struct filing	*f;

	f = zero_filing(a, fs, "戊县", 2023, FORM_OGI2021);
	one(a, f, "D01|notice|\nD03|info|\n");
	drop(f, "rules_issued", APPLICANT_NONE);
	one(a, f, "D03|info|\n");
	f = zero_filing(a, fs, "戊县", 2023, FORM_OGI2021);
	set_state(a, f, "review_other", APPLICANT_NONE, STATE_BLANK, "");
	one(a, f, "B04|notice|disputes\n");
	f = zero_filing(a, fs, "戊县", 2023, FORM_OGI2021);
	for (struct figure *g = f->figure; g != NULL; g = g->next)
		g->state = STATE_BLANK, g->raw = STR("");
	one(a, f, "B04|notice|art20_1\nB04|notice|art20_5\n"
	    "B04|notice|art20_6\nB04|notice|art20_8\nB04|notice|disputes\n"
	    "B04|notice|requests\nD02|warning|\n");
	/* The document ends in each of its tables: nobody knows. */
	for (int i = 0; i < PART__N; i++)
		f->part[i].truncated = true;
	CHECK(strstr(found(a, &f, 1), "D02") == NULL);

	for (int n = 4; n <= 5; n++) {
		f = zero_filing(a, fs, "戊县", 2023, FORM_OGI2021);
		for (int c = 0; c <= APPLICANT_TOTAL; c += APPLICANT_TOTAL) {
			set(a, f, "new_requests", (enum applicant)c, n);
			set(a, f, "carried_forward", (enum applicant)c, n);
		}
		one(a, f, n == 4 ? "" : "D04|notice|results_total\n");
	}
	for (int n = 3; n <= 4; n++) {
		f = zero_filing(a, fs, "戊县", 2023, FORM_OGI2021);
		for (int c = 0; c <= APPLICANT_TOTAL; c += APPLICANT_TOTAL) {
			enum applicant	 who = (enum applicant)c;

			set(a, f, "new_requests", who, 10);
			set(a, f, "granted_full", who, 10 - n);
			set(a, f, "results_total", who, 10 - n);
			set(a, f, "carried_forward", who, n);
		}
		one(a, f, n == 3 ? "" : "D06|notice|carried_forward\n");
	}
	set(a, f, "carried_forward", APPLICANT_TOTAL, 11);
	one(a, f, "A01|error|total\nA02|error|carried_forward\n"
	    "D05|error|carried_forward\n");
}

/*
 * What was not read accuses nobody: each row of the form in turn is taken
 * away, from one year and from the year before, and nothing is found that
 * was not found before.
 */
static void
unread(struct arena *a)
{
	for (int i = 0; i < fs->nitem; i++) {
		const struct item	*it = &fs->item[i];

		if (it->form != FORM_OGI2021 || it->is_group)
			continue;
		for (int y = 0; y < 2; y++) {
			struct filing	 *f[2] = { year(a, 2021),
			    year(a, 2022) };
			struct figure	**g = &f[y]->figure;

			while (*g != NULL)
				if ((*g)->item == it)
					*g = (*g)->next;
				else
					g = &(*g)->next;
			CHECK_STR(found(a, f, 2), "");
		}
	}
}

static struct filing *
clean(struct arena *a)
{
	return city_2025(a, fs);
}

static void
observed(struct arena *a)
{
	static const struct {
		enum obs_kind	 kind;
		const char	*want;
	} t[] = {
		{ OBS_LABEL, "F06|notice|denied\n" },
		{ OBS_UNKNOWN_ROW, "F07|info|denied\n" },
		{ OBS_ROW_MISSING, "F08|error|denied\n" },
		{ OBS_HEADING, "F02|info|denied\n" },
		{ OBS_NUMBERING, "F03|notice|\n" },
		{ OBS_ARTICLE, "F05|warning|denied\n" },
		{ OBS_RAGGED, "F19|info|\n" },
		{ OBS_CELL_COUNT, "B09|warning|denied\n" },
		{ OBS_FRAGMENTS, "B10|notice|denied\n" },
		{ OBS_SUPERSEDED, "F09|notice|\n" },
		{ OBS_DOC_NUMBER, "F10|notice|\n" },
		{ OBS_PERIOD_WRONG, "F12|warning|\n" },
		{ OBS_YEAR_CONFLICT, "F13|warning|denied\n" },
		{ OBS_TOPIC_MISSING, "F17|notice|denied\n" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		struct filing	*f = clean(a);

		filing_add_obs(a, f, t[i].kind, 33, STR("denied"),
		    STR("不予"));
		one(a, f, t[i].want);
		/* Printed again on the next page it is the same matter. */
		filing_add_obs(a, f, t[i].kind, 44, STR("denied"),
		    STR("不予"));
		if (t[i].kind != OBS_CELL_COUNT &&
		    t[i].kind != OBS_FRAGMENTS && t[i].kind != OBS_HEADING)
			one(a, f, t[i].want);
	}
}

/* Without what it needs a rule says nothing. */
static void
structure(struct arena *a)
{
	struct filing	*f;

	for (int i = 1; i < SECTION__N; i++) {
		f = clean(a);
		f->section[i].found = false;
		f->section[i].text = STR("");
		/* Sections 二 to 四 show by their tables. */
		one(a, f, i == 1 ? "F01|warning|section 1\n" :
		    i == 5 ? "F01|warning|section 5\n" :
		    i == 6 ? "F01|warning|section 6\n" : "");
		f->cut_line = 90;
		one(a, f, "");
	}
	f = clean(a);
	f->section[4].found = false;
	f->part[PART_DISPUTES].found = false;
	for (struct figure **g = &f->figure; *g != NULL;)
		if ((*g)->item->part == PART_DISPUTES)
			*g = (*g)->next;
		else
			g = &(*g)->next;
	one(a, f, "F01|error|section 4\n");

	/* The document stops after the first rows of section 三. */
	f = clean(a);
	f->part[PART_DISPUTES].found = false;
	for (int i = 4; i < SECTION__N; i++)
		f->section[i].found = false;
	for (struct figure **g = &f->figure; *g != NULL;)
		if ((*g)->item->part == PART_DISPUTES ||
		    (*g)->item->is_total)
			*g = (*g)->next;
		else
			g = &(*g)->next;
	filing_add_obs(a, f, OBS_ROW_MISSING, 90, STR("results_total"),
	    STR("（七）总计"));
	one(a, f, "");
	f->section[6].found = true;
	one(a, f, "F01|error|section 4\nF01|warning|section 5\n"
	    "F08|error|results_total\n");

	f = clean(a);
	f->year = 2020;
	one(a, f, "F04|warning|\n");
	f = clean(a);
	f->year = 2019;
	one(a, f, "F04|info|\n");
	f = clean(a);
	f->year = 0;
	one(a, f, "");

	f = clean(a);
	f->section[5].text = STR("无。");
	one(a, f, "F16|warning|section 5\n");
	f = clean(a);
	f->obs = NULL;
	f->obs_end = &f->obs;
	f->place.kind = ORGAN_DEPARTMENT;
	one(a, f, "F11|info|\nF14|info|\nF15|notice|section 6\n");
	f->place.kind = ORGAN_GOVERNMENT;
	one(a, f, "F11|info|\nF14|info|\nF15|notice|section 6\n"
	    "F18|info|section 1\n");
}

static void
late(struct arena *a)
{
	static const struct {
		enum organ_kind	 kind;
		enum level	 level;
		const char	*on, *want;
	} t[] = {
		{ ORGAN_DEPARTMENT, LEVEL_COUNTY, "2026-01-31", "" },
		{ ORGAN_DEPARTMENT, LEVEL_COUNTY, "2026-02-01",
		    "F20|warning|\n" },
		{ ORGAN_GOVERNMENT, LEVEL_PREFECTURE, "2026-03-31", "" },
		{ ORGAN_GOVERNMENT, LEVEL_PREFECTURE, "2026-04-01",
		    "F20|warning|\n" },
		{ ORGAN_UNKNOWN, LEVEL_UNKNOWN, "2027-01-01", "" },
		{ ORGAN_GOVERNMENT, LEVEL_PREFECTURE, "", "" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		struct filing	*f = clean(a);

		f->place.kind = t[i].kind;
		f->place.level = t[i].level;
		f->place.division = "4116";
		f->published_on = str_of(t[i].on);
		at(f, "fees_collected")->value = dec_int(1);
		for (int c = 0; t[i].kind == ORGAN_DEPARTMENT && c < 3; c++)
			set(a, f, c == 0 ? "rules_issued" : c == 1 ?
			    "rules_repealed" : "rules_in_force",
			    APPLICANT_NONE, 0);
		one(a, f, t[i].want);
	}
}

/* A report that was in time and is published again in May. */
static void
late_again(struct arena *a)
{
	static const struct { const char *first, *want; } t[] = {
		{ "2026-03-20", "C08|info|\n" },
		{ "2026-04-20", "C08|info|\nF20|warning|\n" },
		{ "2025-03-20", "C08|info|\n" },
		{ "", "C08|info|\nF20|warning|\n" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		struct filing	*f[2] = { clean(a), clean(a) };

		for (int k = 0; k < 2; k++) {
			f[k]->place.kind = ORGAN_GOVERNMENT;
			f[k]->place.level = LEVEL_PREFECTURE;
			f[k]->place.division = "4116";
		}
		f[0]->published_on = str_of(t[i].first);
		f[1]->published_on = STR("2026-05-04");
		CHECK_STR(found(a, f, 2), t[i].want);
	}
}

int
main(void)
{
	struct arena	*a = arena_new();

	fs = forms_load(a);
	s = new_store();
	cells(a);
	fees(a);
	years(a);
	plausible(a);
	unread(a);
	observed(a);
	structure(a);
	late(a);
	late_again(a);
	end(s);
	arena_free(a);
	return tap_done();
}
