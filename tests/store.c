#include <config.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store.h"

void
must(int result, const struct err *e)
{
	if (result >= 0)
		return;
	printf("Bail out! %s\n", e->msg);
	exit(99);
}

static void
set_number(struct arena *a, struct figure *g, int64_t v)
{
	g->state = STATE_NUMBER;
	g->value = dec_int(v);
	g->unit = UNIT_COUNT;
	g->raw = str_of(arena_printf(a, "%" PRId64, v));
}

struct filing *
zero_filing(struct arena *a, const struct forms *fs, const char *agency,
    int year, enum form_id form)
{
	struct filing	*f = filing_new(a);
	int		 line = 100;

	f->agency = str_of(agency);
	f->place.level = LEVEL_UNKNOWN;
	f->year = year;
	f->form = form;
	f->title = str_of(agency);
	f->title_line = 1;
	for (int i = 1; i < SECTION__N; i++)
		f->section[i] = (struct section){ .ordinal = i,
		    .found = true, .line = i * 10, .line_end = i * 10 + 1,
		    .heading = STR("heading"),
		    .text = STR("一二三四五六七八九十一二三四五六七八九十") };
	for (int i = 0; i < fs->nitem; i++) {
		const struct item	*it = &fs->item[i];

		if (it->form != form)
			continue;
		f->part[it->part] = (struct part_found){ .found = true,
		    .form = form, .line = 100 };
		if (it->is_group)
			continue;
		line++;
		for (int c = 0; c < APPLICANT__N; c++) {
			struct figure	*g;

			if (it->part != PART_REQUESTS && c > 0)
				break;
			g = filing_add_figure(a, f, it, it->part ==
			    PART_REQUESTS ? (enum applicant)c :
			    APPLICANT_NONE);
			g->line = line;
			set_number(a, g, 0);
		}
	}
	filing_add_obs(a, f, OBS_PERIOD, 5, STR(""), STR("1月1日至12月31日"));
	filing_add_obs(a, f, OBS_YEAR_IN_TEXT, 5, STR(""), STR(""));
	filing_add_obs(a, f, OBS_SUPERVISION, 6, STR(""), STR("考核"));
	filing_add_obs(a, f, OBS_FEE_STATEMENT, 61, STR(""), STR(""));
	return f;
}

static struct figure *
at(struct filing *f, const char *code, enum applicant who)
{
	for (struct figure *g = f->figure; g != NULL; g = g->next)
		if (g->who == who && strcmp(g->item->code, code) == 0)
			return g;
	printf("Bail out! no cell %s\n", code);
	exit(99);
}

void
set(struct arena *a, struct filing *f, const char *code, enum applicant who,
    int64_t v)
{
	set_number(a, at(f, code, who), v);
}

void
set_state(struct arena *a, struct filing *f, const char *code,
    enum applicant who, enum state state, const char *raw)
{
	struct figure	*g = at(f, code, who);

	(void)a;
	g->state = state;
	g->raw = str_of(raw);
}

void
drop(struct filing *f, const char *code, enum applicant who)
{
	struct figure	*g = at(f, code, who), **p = &f->figure;

	while (*p != g)
		p = &(*p)->next;
	*p = g->next;
	if (*p == NULL)
		f->figure_end = p;
	f->nfigure--;
}

static const struct {
	const char	*code;
	int		 v[APPLICANT__N];
} city_rows[] = {
	{ "new_requests", { 13612, 252, 0, 45, 128, 32, 14069 } },
	{ "carried_over", { 535, 6, 0, 1, 18, 0, 560 } },
	{ "granted_full", { 5345, 129, 0, 41, 19, 14, 5548 } },
	{ "granted_partial", { 2120, 39, 0, 1, 6, 2, 2168 } },
	{ "denied_state_secret", { 13, 0, 0, 0, 0, 0, 13 } },
	{ "denied_law_prohibits", { 30, 0, 0, 0, 0, 0, 30 } },
	{ "denied_security_stability", { 11, 0, 0, 0, 0, 0, 11 } },
	{ "denied_third_party", { 49, 2, 0, 0, 0, 0, 51 } },
	{ "denied_internal_affairs", { 103, 1, 0, 0, 0, 0, 104 } },
	{ "denied_process_info", { 84, 1, 0, 0, 0, 0, 85 } },
	{ "denied_enforcement_file", { 282, 4, 0, 0, 0, 0, 286 } },
	{ "denied_admin_query", { 147, 0, 0, 0, 1, 2, 150 } },
	{ "unable_not_held", { 3075, 50, 0, 0, 89, 8, 3222 } },
	{ "unable_needs_creation", { 177, 3, 0, 0, 0, 0, 180 } },
	{ "unable_unclear", { 19, 0, 0, 0, 0, 0, 19 } },
	{ "not_processed_petition", { 199, 1, 0, 0, 3, 0, 203 } },
	{ "not_processed_duplicate", { 147, 1, 0, 0, 0, 0, 148 } },
	{ "not_processed_publication", { 0, 0, 0, 0, 0, 0, 0 } },
	{ "not_processed_excessive", { 100, 1, 0, 0, 0, 0, 101 } },
	{ "not_processed_reconfirm", { 5, 0, 0, 0, 0, 0, 5 } },
	{ "other_correction_overdue", { 315, 3, 0, 0, 0, 0, 318 } },
	{ "other_fee_unpaid", { 202, 0, 0, 1, 0, 0, 203 } },
	{ "other_misc", { 941, 17, 0, 1, 3, 3, 965 } },
	{ "results_total", { 13364, 252, 0, 44, 121, 29, 13810 } },
	{ "carried_forward", { 783, 6, 0, 2, 25, 3, 819 } },
};

static const struct {
	const char	*code;
	int64_t		 v;
} city_cells[] = {
	{ "rules_issued", 3 }, { "rules_repealed", 5 },
	{ "rules_in_force", 74 }, { "normative_issued", 564 },
	{ "normative_repealed", 984 }, { "normative_in_force", 4185 },
	{ "licences_decided", 11398889 }, { "penalties_decided", 6937489 },
	{ "coercion_decided", 166105 }, { "fees_collected", 316441 },
	{ "review_upheld", 376 }, { "review_corrected", 97 },
	{ "review_other", 196 }, { "review_pending", 121 },
	{ "review_total", 790 }, { "suit_direct_upheld", 16 },
	{ "suit_direct_corrected", 1 }, { "suit_direct_other", 12 },
	{ "suit_direct_pending", 27 }, { "suit_direct_total", 56 },
	{ "suit_after_review_upheld", 74 },
	{ "suit_after_review_corrected", 1 },
	{ "suit_after_review_other", 30 },
	{ "suit_after_review_pending", 51 },
	{ "suit_after_review_total", 156 },
};

struct filing *
city_2025(struct arena *a, const struct forms *fs)
{
	struct filing	*f = zero_filing(a, fs, "甲市人民政府", 2025,
	    FORM_OGI2021);

	for (size_t i = 0; i < sizeof(city_rows) / sizeof(*city_rows); i++)
		for (int c = 0; c < APPLICANT__N; c++)
			set(a, f, city_rows[i].code, (enum applicant)c,
			    city_rows[i].v[c]);
	for (size_t i = 0; i < sizeof(city_cells) / sizeof(*city_cells); i++)
		set(a, f, city_cells[i].code, APPLICANT_NONE,
		    city_cells[i].v);
	at(f, "fees_collected", APPLICANT_NONE)->unit = UNIT_WAN_YUAN;
	return f;
}

#define B	-1	/* a blank cell */

static const struct {
	const char	*code;
	int		 v[APPLICANT__N];
} office_rows[] = {
	{ "new_requests", { 821, 35, B, B, 2, 1, 859 } },
	{ "carried_over", { 18, B, B, B, B, B, 18 } },
	{ "granted_full", { 258, 12, B, B, 1, 1, B } },
	{ "granted_partial", { 3, B, B, B, B, B, B } },
	{ "denied_state_secret", { 14, B, B, B, B, B, B } },
	{ "denied_law_prohibits", { B, B, B, B, B, B, B } },
	{ "denied_security_stability", { B, B, B, B, B, B, B } },
	{ "denied_third_party", { B, B, B, B, B, B, B } },
	{ "denied_internal_affairs", { 5, B, B, B, B, B, B } },
	{ "denied_process_info", { 3, 1, B, B, B, B, B } },
	{ "denied_enforcement_file", { B, B, B, B, B, B, B } },
	{ "denied_admin_query", { 10, 2, B, B, B, B, B } },
	{ "unable_not_held", { 252, 12, B, B, 1, B, B } },
	{ "unable_needs_creation", { 44, 3, B, B, B, B, B } },
	{ "unable_unclear", { 25, B, B, B, B, B, B } },
	{ "not_processed_petition", { 148, 1, B, B, B, B, B } },
	{ "not_processed_duplicate", { 5, 4, B, B, B, B, B } },
	{ "not_processed_publication", { B, B, B, B, B, B, B } },
	{ "not_processed_excessive", { B, B, B, B, B, B, B } },
	{ "not_processed_reconfirm", { B, B, B, B, B, B, B } },
	{ "other_handling", { B, B, B, B, B, B, B } },
	{ "results_total", { 767, 35, B, B, 2, 1, 805 } },
	{ "carried_forward", { 72, B, B, B, B, B, 72 } },
};

static const struct {
	const char	*code;
	int		 v;
} office_cells[] = {
	{ "rules_made", 13 }, { "rules_newly_disclosed", 13 },
	{ "rules_disclosed_total", 524 }, { "normative_made", 60 },
	{ "normative_newly_disclosed", 60 },
	{ "normative_disclosed_total", 368 }, { "procurement_projects", 6 },
	{ "review_upheld", 5 }, { "review_corrected", B },
	{ "review_other", B }, { "review_pending", 2 },
	{ "review_total", 7 }, { "suit_direct_upheld", 8 },
	{ "suit_direct_corrected", B }, { "suit_direct_other", B },
	{ "suit_direct_pending", 1 }, { "suit_direct_total", 9 },
	{ "suit_after_review_upheld", B },
	{ "suit_after_review_corrected", B },
	{ "suit_after_review_other", B }, { "suit_after_review_pending", B },
	{ "suit_after_review_total", B },
};

static void
set_or_blank(struct arena *a, struct filing *f, const char *code,
    enum applicant who, int v)
{
	if (v == B)
		set_state(a, f, code, who, STATE_BLANK, "");
	else
		set(a, f, code, who, v);
}

struct filing *
office_2019(struct arena *a, const struct forms *fs)
{
	struct filing	*f = zero_filing(a, fs, "乙市人民政府办公厅", 2019,
	    FORM_OGI2019);
	struct figure	*g;

	for (size_t i = 0; i < sizeof(office_rows) / sizeof(*office_rows);
	    i++)
		for (int c = 0; c < APPLICANT__N; c++)
			set_or_blank(a, f, office_rows[i].code,
			    (enum applicant)c, office_rows[i].v[c]);
	for (size_t i = 0; i < sizeof(office_cells) / sizeof(*office_cells);
	    i++)
		set_or_blank(a, f, office_cells[i].code, APPLICANT_NONE,
		    office_cells[i].v);
	g = at(f, "procurement_amount", APPLICANT_NONE);
	set_number(a, g, 251000);
	g->unit = UNIT_YUAN;
	g->raw = STR("251000元");
	return f;
}

int64_t
put(struct store *s, const char *path, struct filing *f)
{
	struct source	 src = { .path = str_of(path), .reader = "text",
	    .media_type = "text/plain", .by_line = true };
	struct err	 e;

	src.data = (struct bytes){ (const unsigned char *)path,
	    strlen(path) };
	sha256_hex(src.data, src.sha256);
	must(store_source(s, &src, &e), &e);
	for (; f != NULL; f = f->next)
		must(store_filing(s, src.id, f, &e), &e);
	return src.id;
}

void
of_town(struct filing *f)
{
	f->place.division = "411622104";
	f->place.kind = ORGAN_GOVERNMENT;
	f->place.level = LEVEL_TOWNSHIP;
	f->place.key = STR("411622104/government");
	f->place.step[0] = (struct place_step){ "411622",
	    STR("乙县"), LEVEL_COUNTY };
	f->place.step[1] = (struct place_step){ "411622104",
	    STR("丙镇"), LEVEL_TOWNSHIP };
	f->place.nstep = 2;
}

struct store *
new_store(void)
{
	struct store	*s;
	struct err	 e;

	must(store_open(":memory:", STORE_CREATE, &s, &e), &e);
	must(store_begin(s, &e), &e);
	return s;
}

void
finish(struct store *s)
{
	struct err	 e;

	must(store_finish(s, &e), &e);
}

void
end(struct store *s)
{
	struct err	 e;

	must(store_commit(s, &e), &e);
	must(store_close(s, &e), &e);
}

const char *
rows_of(struct arena *a, struct query *q, const char *null)
{
	struct buf	 b;
	struct err	 e;
	int		 r;

	buf_init(&b, a);
	while ((r = query_step(q, &e)) == 1) {
		for (int i = 0; i < query_ncol(q); i++) {
			if (i > 0)
				buf_puts(&b, "|");
			if (query_type(q, i) == VALUE_NULL)
				buf_puts(&b, null);
			else
				buf_str(&b, query_text(q, i));
		}
		buf_puts(&b, "\n");
	}
	must(r, &e);
	query_close(q);
	return buf_text(&b).p;
}

const char *
ask(struct arena *a, struct store *s, const char *sql)
{
	struct query	*q;
	struct err	 e;

	must(query_open(s, str_of(sql), &q, &e), &e);
	return rows_of(a, q, "NULL");
}
