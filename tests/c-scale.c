/*
 * Size: with many filings in the file, what is asked of one still costs
 * what one costs.  SCALE_FILINGS says how many, SCALE_DB in which file; the
 * times are printed, and only the plan and the steps it takes are judged.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "store.h"
#include "store/archive.h"
#include "tap.h"

#define YEARS	5
#define FEW	60	/* filings, and four times as many */

static double
now(void)
{
	struct timespec	 t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
add_fact(struct arena *a, struct filing *f, const char *code, int v)
{
	struct fact	*t = arena_alloc(a, 1, sizeof(*t));

	*t = (struct fact){ .code = code, .value = dec_int(v),
	    .has_value = true, .unit = "件", .scope = "", .section = 1,
	    .line = 12, .quote = STR("收到申请") };
	*f->fact_end = t;
	f->fact_end = &t->next;
}

/* An agency that is clean but for its requests, which a sentence belies. */
static struct filing *
make(struct arena *a, const struct forms *fs, int n)
{
	struct filing	*f = city_2025(a, fs);

	f->agency = str_of(arena_printf(a, "机关%05d", n / YEARS));
	f->year = 2021 + n % YEARS;
	add_fact(a, f, "narr_received", 14070);
	add_fact(a, f, "narr_handled", 13810);
	return f;
}

/* The plan names no scan of a table that grows with the archive. */
static void
no_scan(struct arena *a, struct store *s, const char *sql)
{
	/* Filings, sources, agencies, cells, readings, made-up indexes. */
	static const char *const	 big[] = { "SCAN f ", "SCAN f\n",
	    "SCAN s ", "SCAN s\n", "SCAN a ", "SCAN a\n", "SCAN w",
	    "SCAN r ", "SCAN r\n", "AUTOMATIC" };
	const char			*plan;
	bool				 good = true;

	plan = ask(a, s, arena_printf(a, "EXPLAIN QUERY PLAN %s", sql));
	for (size_t i = 0; i < sizeof(big) / sizeof(big[0]); i++)
		if (strstr(plan, big[i]) != NULL) {
			printf("# %s in the plan of %s\n", big[i], sql);
			good = false;
		}
	CHECK(good);
}

static void
timed(struct arena *a, struct store *s, const char *sql, const char *want)
{
	double	 t = now();

	CHECK_STR(ask(a, s, sql), want);
	printf("# %.4f s %s\n", now() - t, sql);
}

static struct store *
fill(const struct forms *fs, const char *file, int n)
{
	struct store	*s;
	struct err	 e;

	must(store_open(file, STORE_CREATE, &s, &e), &e);
	must(store_begin(s, &e), &e);
	for (int i = 0; i < n; i++) {
		struct arena	*a = arena_new();

		put(s, arena_printf(a, "%06d.txt", i), make(a, fs, i));
		arena_free(a);
	}
	return s;
}

/* Steps of SQLite's machine for each time that a statement was run. */
static void
steps(const struct forms *fs, int n, double *v)
{
	struct store	*s = fill(fs, ":memory:", n);
	struct err	 e;

	must(store_finish(s, &e), &e);
	for (int p = 0; p < PUT__N; p++) {
		int	 runs = s->put[p] == NULL ? 0 : sqlite3_stmt_status(
		    s->put[p], SQLITE_STMTSTATUS_RUN, 0);

		v[p] = runs == 0 ? 0 : 1.0 / runs * sqlite3_stmt_status(
		    s->put[p], SQLITE_STMTSTATUS_VM_STEP, 0);
	}
	must(store_commit(s, &e), &e);
	must(store_close(s, &e), &e);
}

/* What is done for each filing or agency takes the same among any number. */
static void
no_growth(const struct forms *fs)
{
	double	 few[PUT__N], many[PUT__N];
	int	 nrun = 0;

	steps(fs, FEW, few);
	steps(fs, 4 * FEW, many);
	for (int p = 0; p < PUT__N; p++) {
		nrun += few[p] > 0;
		if (few[p] > 0 && many[p] > 1.2 * few[p] + 5) {
			printf("# put %d: %.0f steps, then %.0f\n", p, few[p],
			    many[p]);
			CHECK(!"more steps among more filings");
		}
	}
	CHECK(nrun > 40);
}

/* Filings of which every other one has a sum that fails. */
static struct store *
fill_wrong(const struct forms *fs, int n)
{
	struct store	*s = new_store();

	for (int i = 0; i < n; i++) {
		struct arena	*a = arena_new();
		struct filing	*f = make(a, fs, i);

		if (i % 2 == 0)
			set(a, f, "granted_full", APPLICANT_TOTAL, i);
		put(s, arena_printf(a, "%06d.txt", i), f);
		arena_free(a);
	}
	finish(s);
	return s;
}

/* Steps for all that a canned query answers when nothing is chosen. */
static double
asked(struct store *s, struct str sql)
{
	sqlite3_stmt	*st;
	double		 n = 0;

	if (sqlite3_prepare_v2(s->db, sql.p, (int)sql.n, &st, NULL) !=
	    SQLITE_OK)
		return -1;
	while (sqlite3_step(st) == SQLITE_ROW)
		continue;
	n = sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, 0);
	sqlite3_finalize(st);
	return n;
}

/* Four times the filings are some four times the work, and no square. */
static void
queries_grow(struct arena *a, const struct forms *fs)
{
	struct store	*few = fill_wrong(fs, FEW);
	struct store	*many = fill_wrong(fs, 4 * FEW);
	struct canned	*c;
	int		 n = canned_list(a, &c);

	for (int i = 0; i < n; i++) {
		double	 x = asked(few, c[i].sql), y = asked(many, c[i].sql);

		if (x <= 0 || y > 6 * x)
			printf("# " STR_FMT ": %.0f steps, then %.0f\n",
			    STR_ARG(c[i].name), x, y);
		CHECK(x > 0 && y <= 6 * x);
	}
	end(few);
	end(many);
}

int
main(void)
{
	const char		*env = getenv("SCALE_FILINGS");
	const char		*file = getenv("SCALE_DB");
	int			 n = env != NULL ? atoi(env) : 300;
	struct arena		*fa = arena_new();
	const struct forms	*fs = forms_load(fa);
	struct store		*s;
	struct err		 e;
	double			 t = now();

	s = fill(fs, file != NULL ? file : ":memory:", n);
	printf("# %.3f ms to store a filing\n", (now() - t) * 1e3 / n);
	t = now();
	must(store_finish(s, &e), &e);
	printf("# %.3f ms to check a filing\n", (now() - t) * 1e3 / n);
	must(store_commit(s, &e), &e);

	timed(fa, s, "SELECT count(*) FROM figure"
	    " WHERE agency = '机关00003'", "1000\n");
	timed(fa, s, "SELECT value FROM figure WHERE agency = '机关00003'"
	    " AND year = 2022 AND item = 'new_requests'"
	    " AND applicant = 'total'", "14069\n");
	timed(fa, s, "SELECT count(*) FROM figure"
	    " WHERE source_name = '000017.txt'", "200\n");
	timed(fa, s, "SELECT DISTINCT rule FROM finding"
	    " WHERE source_name = '000017.txt' AND severity = 'error'",
	    "C01\n");
	timed(fa, s, "SELECT count(*) FROM finding WHERE rule = 'E01'",
	    arena_printf(fa, "%d\n", n));
	timed(fa, s, "SELECT count(*) FROM finding_now WHERE filing = 17"
	    " AND rule = 'E01'", "1\n");
	no_scan(fa, s, "SELECT * FROM figure WHERE agency = 'x'");
	no_scan(fa, s, "SELECT * FROM figure WHERE source_name = 'x'");
	no_scan(fa, s, "SELECT * FROM figure WHERE year = 1 AND item = 'x'");
	no_scan(fa, s, "SELECT * FROM finding WHERE agency = 'x'");
	no_scan(fa, s, "SELECT * FROM finding WHERE rule = 'x'");
	no_scan(fa, s, "SELECT * FROM finding_now WHERE filing = 1");
	must(store_close(s, &e), &e);
	no_growth(fs);
	queries_grow(fa, fs);
	arena_free(fa);
	return tap_done();
}
