/*
 * The store: what is put in comes out of the promised views, twice is once,
 * and a changed file replaces what was read from it.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store.h"
#include "tap.h"

static void
fault(void *ctx, const char *what)
{
	snprintf(ctx, 200, "%s", what);
}

/* Every cell of the form is there once, with its state and its text. */
static void
figures(struct arena *a, const struct forms *fs)
{
	struct store	*s = new_store();
	struct filing	*f = city_2025(a, fs);

	set_state(a, f, "rules_issued", APPLICANT_NONE, STATE_BLANK, "");
	set_state(a, f, "rules_repealed", APPLICANT_NONE, STATE_PLACEHOLDER,
	    "/");
	set_state(a, f, "licences_decided", APPLICANT_NONE, STATE_TEXT,
	    "详见附件");
	drop(f, "new_requests", OTHER_ORG);
	for (int c = 0; c < APPLICANT__N; c++)
		drop(f, "carried_over", (enum applicant)c);
	set_state(a, f, "granted_full", NATURAL_PERSON, STATE_INFERRED,
	    "5345129");
	set_state(a, f, "granted_full", APPLICANT_TOTAL, STATE_NUMBER,
	    "5,548");
	put(s, "dir/city.txt", f);
	put(s, "dir/office.txt", office_2019(a, fs));
	finish(s);
	CHECK_STR(ask(a, s, "SELECT source_name, agency, year, form,"
	    " count(*) FROM figure GROUP BY 1, 2, 3, 4 ORDER BY 1"),
	    "city.txt|甲市人民政府|2025|ogi2021|200\n"
	    "office.txt|乙市人民政府办公厅|2019|ogi2019|198\n");
	CHECK_STR(ask(a, s, "SELECT item, applicant, value, unit, state, raw"
	    " FROM figure WHERE source_name = 'city.txt'"
	    " AND (state <> 'number' OR item = 'fees_collected'"
	    " OR item = 'granted_full' AND applicant = 'total')"
	    " AND item <> 'carried_over' ORDER BY item, applicant"),
	    "fees_collected||316441|万元|number|316441\n"
	    "granted_full|natural_person|5345|件|inferred|5345129\n"
	    "granted_full|total|5548|件|number|5,548\n"
	    "licences_decided||NULL|件|text|详见附件\n"
	    "new_requests|other_org|NULL|件|missing|\n"
	    "rules_issued||NULL|件|blank|\n"
	    "rules_repealed||NULL|件|placeholder|/\n");
	CHECK_STR(ask(a, s, "SELECT state, count(*), count(value)"
	    " FROM figure WHERE source_name = 'city.txt'"
	    " AND item = 'carried_over' GROUP BY 1"), "missing|7|0\n");
	CHECK_STR(ask(a, s, "SELECT value, unit, raw FROM figure"
	    " WHERE item = 'procurement_amount'"), "251000|元|251000元\n");
	CHECK_STR(ask(a, s, "SELECT amount_fen FROM procurement"),
	    "25100000\n");
	CHECK_STR(ask(a, s, "SELECT amount_fen FROM fee WHERE amount > 0"),
	    "316441000000\n");
	CHECK_STR(ask(a, s, "SELECT count(*) FROM reading r JOIN item i"
	    " ON i.id = r.item WHERE i.form = 'ogi2021'"), "6\n");
	end(s);
}

/* Money is exact where it can be, and NULL where it cannot. */
static void
money(struct arena *a, const struct forms *fs)
{
	static const struct {
		struct dec	 value;
		const char	*raw, *want;
	} t[] = {
		{ { 3090263, 4 }, "309.0263", "309.0263|309026300\n" },
		{ { 1605964123, 7 }, "160.5964123", "160.5964123|NULL\n" },
		{ { 5, 0 }, "5", "5|5000000\n" },
		{ { 999999999999999, 0 }, "999999999999999",
		    "999999999999999|NULL\n" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		struct store	*s = new_store();
		struct filing	*f = city_2025(a, fs);
		struct figure	*g = f->figure;

		while (strcmp(g->item->code, "fees_collected") != 0)
			g = g->next;
		g->value = t[i].value;
		g->raw = str_of(t[i].raw);
		put(s, "x", f);
		CHECK_STR(ask(a, s, "SELECT amount, amount_fen FROM fee"),
		    t[i].want);
		CHECK_STR(ask(a, s, "SELECT raw FROM figure"
		    " WHERE item = 'fees_collected'"),
		    arena_printf(a, "%s\n", t[i].raw));
		end(s);
	}
}

static void
give(struct store *s, const char *path, const char *text,
    struct filing *f)
{
	struct source	 src = { .path = str_of(path), .reader = "text" };
	struct err	 e;

	src.data = (struct bytes){ (const unsigned char *)text,
	    strlen(text) };
	sha256_hex(src.data, src.sha256);
	must(store_source(s, &src, &e), &e);
	if (f != NULL)
		must(store_filing(s, src.id, f, &e), &e);
}

static const char *
original(struct arena *a, struct store *s, const char *path)
{
	struct source	 src;
	struct bytes	 data;
	struct err	 e;

	if (store_find_source(s, a, str_of(path), &src, &e) != 1)
		return "none";
	must(store_original(s, a, src.id, &data, &e), &e);
	return arena_dup(a, data.p, data.n);
}

/* The same path with other bytes, the same bytes at another path. */
static void
sources(struct arena *a, const struct forms *fs)
{
	struct store		*s = new_store();
	char			 hex[SHA256_HEX];
	enum store_have		 have;
	const struct known	*known;
	char			 last_fault[200] = "";
	long			 nfault;
	struct err		 e;

	give(s, "../a/./x.txt", "one", city_2025(a, fs));
	give(s, "b/x.txt", "one", NULL);
	CHECK_STR(ask(a, s, "SELECT path, version, archive FROM source"),
	    "a/x.txt|1|a/x.txt\nb/x.txt|1|a/x.txt\n");
	CHECK_STR(ask(a, s, "SELECT name, mode, mtime, sz FROM sqlar"),
	    "a/x.txt|33188|0|3\n");
	sha256_hex((struct bytes){ (const unsigned char *)"one", 3 }, hex);
	must(store_have(s, STR("a/x.txt"), hex, &have, &e), &e);
	CHECK(have == STORE_SAME);
	must(store_have(s, STR("c"), hex, &have, &e), &e);
	CHECK(have == STORE_NEW);
	must(store_known(s, a, &known, &e), &e);
	CHECK(known_has(known, STR("/a//x.txt"), hex));
	CHECK(!known_has(known, STR("c"), hex));

	give(s, "a/x.txt", "two two two two two two two two two two two two",
	    office_2019(a, fs));
	finish(s);
	must(store_have(s, STR("a/x.txt"), hex, &have, &e), &e);
	CHECK(have == STORE_CHANGED);
	CHECK_STR(ask(a, s, "SELECT path, version, is_current, archive"
	    " FROM source ORDER BY id"), "a/x.txt|1|0|a/x.txt\n"
	    "b/x.txt|1|1|a/x.txt\na/x.txt|2|1|a/x~2.txt\n");
	CHECK_STR(ask(a, s, "SELECT name FROM agency"),
	    "乙市人民政府办公厅\n");
	CHECK_STR(ask(a, s, "SELECT count(*) FROM application"), "23\n");
	CHECK_STR(original(a, s, "a/x.txt"),
	    "two two two two two two two two two two two two");
	CHECK_STR(original(a, s, "b/x.txt"), "one");
	CHECK_STR(original(a, s, "nothing.txt"), "none");
	CHECK(strcmp(ask(a, s, "SELECT length(data) < sz FROM sqlar"
	    " WHERE name = 'a/x~2.txt'"), "1\n") == 0);

	give(s, "a/x.txt", "one", city_2025(a, fs));
	finish(s);
	CHECK_STR(ask(a, s, "SELECT id, is_current FROM source ORDER BY id"),
	    "1|1\n2|1\n3|0\n");
	CHECK_STR(ask(a, s, "SELECT name FROM agency"), "甲市人民政府\n");
	must(store_verify(s, fault, last_fault, &nfault, &e), &e);
	CHECK(nfault == 0);
	must(query_run(s, STR("UPDATE sqlar SET data = 'twx'"
	    " WHERE name = 'a/x.txt'"), NULL, 0, &e), &e);
	must(store_verify(s, fault, last_fault, &nfault, &e), &e);
	CHECK(nfault == 1);
	CHECK(strstr(last_fault, "SHA-256") != NULL);
	end(s);
}

/* Two filings for one agency and year; the last is current. */
static void
twins(struct arena *a, const struct forms *fs)
{
	struct store	*s = new_store();
	struct filing	*f = city_2025(a, fs);

	put(s, "one.txt", city_2025(a, fs));
	put(s, "two.txt", city_2025(a, fs));
	finish(s);
	CHECK_STR(ask(a, s, "SELECT s.name, f.is_current FROM filing f"
	    " JOIN source s ON s.id = f.source"), "one.txt|0\ntwo.txt|1\n");
	CHECK_STR(ask(a, s, "SELECT source_name, severity, detail"
	    " FROM finding WHERE rule = 'C08'"), "two.txt|info|one.txt\n");
	set(a, f, "granted_full", NATURAL_PERSON, 1);
	set(a, f, "penalties_decided", APPLICANT_NONE, 1);
	give(s, "two.txt", "changed", f);
	finish(s);
	CHECK_STR(ask(a, s, "SELECT severity, detail FROM finding"
	    " WHERE rule = 'C08'"), "warning|one.txt: penalties_decided"
	    " granted_full/natural_person\n");
	CHECK_STR(ask(a, s, "SELECT count(*) FROM figure"), "200\n");
	end(s);
}

/* A copy of which less was read gives way; what says otherwise does not. */
static void
copies(struct arena *a, const struct forms *fs)
{
	static const char	 current[] = "SELECT s.name FROM filing f"
	    " JOIN source s ON s.id = f.source WHERE f.is_current"
	    " AND f.spelling = '甲市人民政府'";
	static const char	 said[] = "SELECT severity, detail"
	    " FROM finding WHERE rule = 'C08' ORDER BY detail";
	struct store		*s = new_store();
	struct filing		*f = city_2025(a, fs);
	struct err		 e;

	put(s, "page.html", city_2025(a, fs));
	for (int c = 0; c < APPLICANT__N; c++)
		drop(f, "new_requests", (enum applicant)c);
	set_state(a, f, "granted_full", NATURAL_PERSON, STATE_INFERRED,
	    "5345");
	give(s, "clip.pdf", "clipped", f);
	finish(s);
	CHECK_STR(ask(a, s, current), "page.html\n");
	CHECK_STR(ask(a, s, said), "info|clip.pdf\n");

	/* As much of it was read, and it came last. */
	put(s, "word.docx", city_2025(a, fs));
	finish(s);
	CHECK_STR(ask(a, s, current), "word.docx\n");
	CHECK_STR(ask(a, s, said), "info|clip.pdf\ninfo|page.html\n");

	/* A person says that one cell of the best copy was misread. */
	must(query_run(s, STR("INSERT INTO correction (sha256, agency, year,"
	    " item, applicant, kind, printed, value, stated, reason,"
	    " evidence, author) SELECT sha256, '甲市人民政府', 2025,"
	    " 'granted_full', 'natural_person', 'misread', '5345', 5344,"
	    " '5344', 'a blot', '', 'me' FROM source WHERE path = 'page.html'"),
	    NULL, 0, &e), &e);
	put(s, "word.docx", zero_filing(a, fs, "戊县", 2025, FORM_OGI2021));
	put(s, "page.html", city_2025(a, fs));
	give(s, "clip.pdf", "clipped again", f);
	finish(s);
	CHECK_STR(ask(a, s, current), "page.html\n");

	/* One figure is another: a report that was corrected. */
	set(a, f, "granted_full", APPLICANT_TOTAL, 9);
	give(s, "clip.pdf", "corrected", f);
	finish(s);
	CHECK_STR(ask(a, s, current), "clip.pdf\n");
	CHECK_STR(ask(a, s, said), "warning|page.html:"
	    " granted_full/natural_person granted_full/total\n");
	end(s);
}

/* A draft is current while there is nothing else. */
static void
drafts(struct arena *a, const struct forms *fs)
{
	static const char	 current[] = "SELECT s.name FROM filing f"
	    " JOIN source s ON s.id = f.source WHERE f.is_current";
	struct store		*s = new_store();
	struct filing		*f = city_2025(a, fs);

	put(s, "草稿/a.docx", f);
	finish(s);
	CHECK_STR(ask(a, s, current), "a.docx\n");
	put(s, "b.html", city_2025(a, fs));
	f = city_2025(a, fs);
	f->title = STR("甲市人民政府2025年政府信息公开工作年度报告（征求意见稿）");
	set(a, f, "granted_full", APPLICANT_TOTAL, 9);
	put(s, "c.html", f);
	finish(s);
	CHECK_STR(ask(a, s, current), "b.html\n");
	end(s);
}

/* What people say stands beside what is printed, for that file only. */
static void
corrections(struct arena *a, const struct forms *fs)
{
	static const char	 said[] =
	    "SELECT value, printed_value, reason FROM v_figure_corrected"
	    " WHERE item = 'penalties_decided'";
	struct store		*s = new_store();
	struct err		 e;

	give(s, "x.txt", "one", city_2025(a, fs));
	finish(s);
	CHECK_STR(ask(a, s, said), "6937489|6937489|NULL\n");
	must(query_run(s, STR("INSERT INTO correction (sha256, agency, year,"
	    " item, applicant, printed, value, reason, evidence, author)"
	    " SELECT sha256, '甲市人民政府', 2025, 'penalties_decided', '',"
	    " '6937489', 693748, 'one digit too many', '', 'me'"
	    " FROM source"), NULL, 0, &e), &e);
	CHECK_STR(ask(a, s, said), "693748|6937489|one digit too many\n");
	CHECK_STR(ask(a, s, "SELECT count(*), count(correction)"
	    " FROM v_figure_corrected"), "200|1\n");
	give(s, "x.txt", "two", city_2025(a, fs));
	finish(s);
	CHECK_STR(ask(a, s, said), "6937489|6937489|NULL\n");
	end(s);
}

/* Spellings of one place are one agency; names without one are not. */
static void
agencies(struct arena *a, const struct forms *fs)
{
	struct store	*s = new_store();
	struct filing	*f;

	f = zero_filing(a, fs, "丙镇", 2021, FORM_OGI2021);
	put(s, "1", f);
	f = zero_filing(a, fs, "丙镇", 2022, FORM_OGI2021);
	of_town(f);
	put(s, "2", f);
	f = zero_filing(a, fs, "丙镇人民政府", 2023, FORM_OGI2021);
	of_town(f);
	put(s, "3", f);
	f = zero_filing(a, fs, "丙镇人民政府", 2024, FORM_OGI2021);
	put(s, "4", f);
	for (int i = 0; i < 2; i++) {
		f = zero_filing(a, fs, "教育局", 2021, FORM_OGI2021);
		f->place.organ = STR("教育局");
		f->place.vague = true;
		f->place.kind = ORGAN_DEPARTMENT;
		f->place.vague = true;
		put(s, i ? "5" : "6", f);
	}
	finish(s);
	CHECK_STR(ask(a, s, "SELECT id, name, key, level, kind,"
	    " division_code, parent, is_ambiguous FROM agency"),
	    "1|丙镇|411622104/government|township|government|411622104"
	    "|411622|0\n"
	    "2|教育局||NULL|department|NULL|NULL|1\n");
	CHECK_STR(ask(a, s, "SELECT agency, spelling, first_year, last_year"
	    " FROM agency_alias ORDER BY id"), "1|丙镇|2021|2022\n"
	    "1|丙镇人民政府|2023|2024\n2|教育局|2021|2021\n");
	CHECK_STR(ask(a, s, "SELECT count(*) FROM filing WHERE agency = 2"
	    " AND is_current"), "2\n");
	CHECK_STR(ask(a, s, "SELECT count(*) FROM finding"
	    " WHERE rule = 'C08'"), "0\n");
	end(s);
}

int
main(void)
{
	struct arena		*a = arena_new();
	const struct forms	*fs = forms_load(a);

	figures(a, fs);
	money(a, fs);
	sources(a, fs);
	twins(a, fs);
	copies(a, fs);
	drafts(a, fs);
	corrections(a, fs);
	agencies(a, fs);
	arena_free(a);
	return tap_done();
}
