/*
 * The sums, on two sets of figures of real reports: which hold, which are
 * not assessable and why, and that one wrong cell is caught by exactly the
 * sums it stands in.
 */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "store.h"
#include "tap.h"

static const char	 verdicts[] =
    "SELECT verdict, count(*) FROM assessment WHERE rule IN"
    " ('A01','A02','A03','A05','A06','A07') GROUP BY 1 ORDER BY 1";
static const char	 errors[] =
    "SELECT rule, severity, place, left_value, right_value, detail"
    " FROM finding WHERE rule LIKE 'A%' ORDER BY 1, 3";

static void
clean(struct arena *a, const struct forms *fs)
{
	struct store	*s = new_store();
	struct err	 e;

	put(s, "b", city_2025(a, fs));
	must(store_finish(s, &e), &e);
	CHECK_STR(ask(a, s, verdicts), "holds|42\n");
	CHECK_STR(ask(a, s, errors), "");
	CHECK_STR(ask(a, s, "SELECT rule FROM finding"
	    " WHERE severity <> 'info'"), "");
	CHECK_STR(ask(a, s, "SELECT verdict, reason, count(*)"
	    " FROM assessment WHERE rule = 'C01' GROUP BY 1, 2"),
	    "not assessable|no filing for the year before|7\n");
	end(s);

	s = new_store();
	put(s, "a", office_2019(a, fs));
	must(store_finish(s, &e), &e);
	/* A01 5, A02 4 rows with a total, A03 4, A05 and A06. */
	CHECK_STR(ask(a, s, verdicts), "holds|15\nnot assessable|25\n");
	CHECK_STR(ask(a, s, errors), "");
	CHECK_STR(ask(a, s, "SELECT reason, count(*) FROM assessment"
	    " WHERE rule = 'A02' GROUP BY 1 ORDER BY 1"),
	    "|4\nall cells are blank|8\nthe total is blank|11\n");
	end(s);
}

/* What must be found when row and column are wrong by one. */
static const char *
wanted(struct arena *a, const char *row, const char *col)
{
	const char	*in_balance = "", *in_results = "";

	if (strcmp(row, "new_requests") == 0 ||
	    strcmp(row, "carried_over") == 0 ||
	    strcmp(row, "carried_forward") == 0)
		in_balance = arena_printf(a, "A01 %s ", col);
	else if (strcmp(row, "results_total") == 0) {
		in_balance = arena_printf(a, "A01 %s ", col);
		in_results = arena_printf(a, " A03 %s", col);
	} else
		in_results = arena_printf(a, " A03 %s", col);
	return arena_printf(a, "%sA02 %s%s", in_balance, row, in_results);
}

static void
each_cell(struct arena *a, const struct forms *fs, int delta)
{
	struct store	*s = new_store();
	struct err	 e;
	struct buf	 want;
	int		 n = 0;

	buf_init(&want, a);
	for (int i = 0; i < fs->nitem; i++) {
		const struct item	*it = &fs->item[i];

		if (it->form != FORM_OGI2021 || it->part != PART_REQUESTS ||
		    it->is_group)
			continue;
		for (int c = 0; c < APPLICANT__N; c++) {
			enum applicant		 who = (enum applicant)c;
			struct filing		*f = city_2025(a, fs);
			const struct figure	*g;

			g = filing_figure(f, it->code, who);
			set(a, f, it->code, who, g->value.mant + delta);
			f->agency = str_of(arena_printf(a, "市%03d", n++));
			put(s, f->agency.p, f);
			buf_printf(&want, "%s|%s\n", f->agency.p,
			    wanted(a, it->code, applicant_code(who)));
		}
	}
	must(store_finish(s, &e), &e);
	CHECK(n == 175);
	CHECK_STR(ask(a, s, "SELECT agency, group_concat(rule || ' ' ||"
	    " place, ' ') FROM (SELECT * FROM finding WHERE rule GLOB"
	    " '[AC]*' ORDER BY agency, rule) GROUP BY agency"),
	    buf_text(&want).p);
	CHECK_STR(ask(a, s, "SELECT DISTINCT severity, abs(delta)"
	    " FROM finding WHERE rule LIKE 'A%'"), "error|1\n");
	end(s);
}

struct change {
	const char	*code;
	enum applicant	 who;
	enum state	 state;
	int		 v;
	const char	*want;		/* of the verdicts of rule */
	const char	*rule;
};

/* What a cell that is not a number does to the sums it stands in. */
static void
not_numbers(struct arena *a, const struct forms *fs)
{
	static const struct change	 t[] = {
		{ "denied_admin_query", OTHER_ORG, STATE_BLANK, 0,
		    "A02|fails|\nA03|fails|\n", "A0[23]" },
		{ "denied_admin_query", OTHER_ORG, STATE_TEXT, 0,
		    "A02|not assessable|not a number:"
		    " denied_admin_query/other_org\n"
		    "A03|not assessable|not a number:"
		    " denied_admin_query/other_org\n", "A0[23]" },
		{ "denied_admin_query", OTHER_ORG, STATE_MISSING, 0,
		    "A02|not assessable|not read:"
		    " denied_admin_query/other_org\n"
		    "A03|not assessable|not read:"
		    " denied_admin_query/other_org\n", "A0[23]" },
		{ "denied_admin_query", OTHER_ORG, STATE_INFERRED, 2,
		    "", "A0[23]" },
		{ "denied_admin_query", OTHER_ORG, STATE_INFERRED, 7,
		    "A02|not assessable|a figure was reasoned out\n"
		    "A03|not assessable|a figure was reasoned out\n",
		    "A0[23]" },
		{ "denied_admin_query", APPLICANT_TOTAL, STATE_BLANK, 0,
		    "A02|not assessable|the total is blank\n"
		    "A03|fails|\n", "A0[23]" },
		{ "review_total", APPLICANT_NONE, STATE_PLACEHOLDER, 0,
		    "A05|not assessable|the total is blank\n", "A05" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		struct store	*s = new_store();
		struct filing	*f = city_2025(a, fs);
		struct err	 e;

		if (t[i].state == STATE_MISSING)
			drop(f, t[i].code, t[i].who);
		else {
			set(a, f, t[i].code, t[i].who, t[i].v);
			set_state(a, f, t[i].code, t[i].who, t[i].state, "");
		}
		put(s, "x", f);
		must(store_finish(s, &e), &e);
		CHECK_STR(ask(a, s, arena_printf(a, "SELECT rule, verdict,"
		    " reason FROM assessment WHERE rule GLOB '%s' AND"
		    " verdict <> 'holds' ORDER BY 1", t[i].rule)),
		    t[i].want);
		CHECK_STR(ask(a, s, "SELECT DISTINCT severity FROM finding"
		    " WHERE rule LIKE 'A%'"),
		    strstr(t[i].want, "fails") != NULL ? "warning\n" : "");
		end(s);
	}
}

/* Figures in group rows, and the three tables of section 四. */
static void
groups(struct arena *a, const struct forms *fs)
{
	struct store	*s = new_store();
	struct filing	*f = city_2025(a, fs);
	struct figure	*g;
	struct err	 e;

	for (int i = 0; i < 2; i++) {
		g = filing_add_figure(a, f, forms_code(fs, FORM_OGI2021,
		    "unable"), i ? APPLICANT_TOTAL : NATURAL_PERSON);
		g->state = STATE_NUMBER;
		g->value = dec_int(i ? 3421 : 3271);
		g->raw = str_of(i ? "3421" : "3271");
	}
	set(a, f, "suit_direct_other", APPLICANT_NONE, 13);
	set(a, f, "suit_after_review_total", APPLICANT_NONE, 0);
	set(a, f, "rules_in_force", APPLICANT_NONE, 0);
	set(a, f, "normative_issued", APPLICANT_NONE, 9999);
	put(s, "x", f);
	must(store_finish(s, &e), &e);
	CHECK_STR(ask(a, s, "SELECT rule, place, left_value, right_value,"
	    " delta FROM finding WHERE rule LIKE 'A%' ORDER BY 1, 2"),
	    "A06|suit_direct_total|56|57|-1\n"
	    "A07|suit_after_review_total|0|156|-156\n"
	    "A08|normative_in_force|4185|9015|-4830\n");
	CHECK_STR(ask(a, s, "SELECT place, verdict FROM assessment"
	    " WHERE rule = 'A04' AND verdict <> 'not assessable'"),
	    "unable/natural_person|holds\nunable/total|holds\n");
	CHECK_STR(ask(a, s, "SELECT count(*) FROM figure"), "202\n");
	end(s);
}

int
main(void)
{
	struct arena		*a = arena_new();
	const struct forms	*fs = forms_load(a);

	clean(a, fs);
	each_cell(a, fs, 1);
	not_numbers(a, fs);
	groups(a, fs);
	arena_free(a);
	return tap_done();
}
