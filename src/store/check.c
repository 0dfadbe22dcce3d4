/*
 * Keeping findings, and what else follows from the figures: the rules are
 * applied to every filing of the agencies of which something changed,
 * because a filing speaks about its neighbours.
 */
#include <config.h>

#include <assert.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/archive.h"
#include "store/store.h"
#include "store/userrule.h"

static int
run_all(struct store *s, int64_t filing, const enum put *step, size_t n,
    struct err *e)
{
	for (size_t i = 0; i < n; i++)
		if (PUT(s, step[i], e, ARG(filing)) < 0)
			return -1;
	return 0;
}

static int
check_filing(struct store *s, int64_t filing, struct err *e)
{
	static const enum put	 step[] = { PUT_NO_REQUEST_SUM,
		PUT_REQUEST_SUM, PUT_NO_DISPUTE_SUM, PUT_DISPUTE_SUM,
		PUT_NO_TOTAL_CELL, PUT_TOTAL_CELL,
		PUT_NO_SUMS, PUT_SUMS, PUT_NO_CARRY_SUM, PUT_CARRY_SUM,
		PUT_FOUND_NONE, PUT_FOUND_SUMS, PUT_FOUND_B, PUT_FOUND_C,
		PUT_FOUND_D, PUT_FOUND_E, PUT_FOUND_F, PUT_FOUND_PRINT,
		PUT_UNREAD_NONE, PUT_UNREAD, PUT_VERDICT_COUNT,
		PUT_NO_SUSPECT, PUT_CHECKED };
	int64_t			 fails;
	int			 r;

	if (run_all(s, filing, step, sizeof(step) / sizeof(step[0]), e) < 0)
		return -1;
	if ((r = GET(s, GET_SUMS_FAIL, e, &fails, ARG(filing))) == 1)
		r = PUT(s, PUT_SUSPECT, e, ARG(filing));
	return r;
}

/* Runs something for every integer that a query gives. */
static int
for_each(struct store *s, const char *sql,
    int (*what)(struct store *, int64_t, struct err *), struct err *e)
{
	sqlite3_stmt	*st;
	int		 r;

	if (db_prepare(s->db, sql, &st, e) < 0)
		return -1;
	while ((r = db_step(st, e)) == 1)
		if (what(s, sqlite3_column_int64(st, 0), e) < 0) {
			r = -1;
			break;
		}
	sqlite3_finalize(st);
	return r;
}

/* What stands for a year, and how many of its cells were read. */
struct standing {
	int64_t	 year, filing, nread;
};

/*
 * A filing takes the place of one that was imported before it, unless that
 * one is a copy of which more could be read: no cell that both have differs.
 * What says something else is a report that was corrected, however little of
 * it can be read.
 */
static int
weigh(struct store *s, struct standing *best, int64_t filing, struct err *e)
{
	int64_t	 nread, differs;
	int	 r;

	if (GET(s, GET_READ_COUNT, e, &nread, ARG(filing)) < 0)
		return -1;
	if (best->filing != 0 && nread < best->nread) {
		r = GET(s, GET_DIFFERENCE, e, &differs, ARG(best->filing),
		    ARG(filing));
		if (r <= 0)
			return r;
	}
	best->filing = filing;
	best->nread = nread;
	return 0;
}

/*
 * Where an agency has several filings for one year, one of them stands.
 * Drafts count as imported before all others.
 */
static int
choose_current(struct store *s, int64_t agency, struct arena *a,
    struct err *e)
{
	struct standing	*best = NULL;
	sqlite3_stmt	*st;
	size_t		 n = 0, max = 0;
	int		 r;

	if (put_stmt(s, GET_TWINS, &st, e) < 0)
		return -1;
	for (r = DB_ROW(st, e, ARG(agency)); r == 1; r = db_step(st, e)) {
		int64_t	 year = sqlite3_column_int64(st, 1);

		if (n == 0 || best[n - 1].year != year) {
			best = arena_grow(a, best, n, &max, sizeof(*best));
			best[n++] = (struct standing){ year, 0, 0 };
		}
		if (weigh(s, &best[n - 1], sqlite3_column_int64(st, 0),
		    e) < 0)
			break;
	}
	sqlite3_reset(st);
	for (size_t i = 0; r == 0 && i < n; i++)
		r = PUT(s, PUT_ONE_CURRENT, e, ARG(agency),
		    ARG(best[i].year), ARG(best[i].filing));
	return r == 0 ? 0 : -1;
}

static int
settle_agency(struct store *s, int64_t agency, struct err *e)
{
	struct arena	*a = arena_new();
	int		 r;

	r = PUT(s, PUT_CURRENT, e, ARG(agency));
	if (r == 0)
		r = choose_current(s, agency, a, e);
	arena_free(a);
	if (r < 0 || PUT(s, PUT_NO_ALIAS, e, ARG(agency)) < 0)
		return -1;
	return PUT(s, PUT_ALIAS, e, ARG(agency));
}

/*
 * The lists are written down first: a query must not walk over rows that
 * are being changed under it.
 */
static const char	lists_sql[] =
    "CREATE TEMP TABLE IF NOT EXISTS touched (agency);"
    "CREATE TEMP TABLE IF NOT EXISTS unchecked (id);";
static const char	fill_sql[] =
    "DELETE FROM temp.touched; DELETE FROM temp.unchecked;"
    "INSERT INTO temp.touched SELECT DISTINCT agency FROM filing"
    " WHERE is_checked = 0 AND agency IS NOT NULL;"
    "INSERT INTO temp.unchecked SELECT id FROM filing"
    " WHERE is_checked = 0 OR agency IN"
    " (SELECT agency FROM temp.touched) ORDER BY id;";

/* Agencies and divisions of which there is no filing any more. */
static const char	tidy_sql[] =
    "DELETE FROM agency_alias WHERE agency NOT IN"
    " (SELECT agency FROM filing WHERE agency IS NOT NULL);"
    "DELETE FROM agency WHERE id NOT IN"
    " (SELECT agency FROM filing WHERE agency IS NOT NULL);"
    "DELETE FROM division WHERE code NOT IN (WITH RECURSIVE up (code)"
    " AS (SELECT division_code FROM agency"
    "  UNION SELECT reporting_parent FROM agency UNION SELECT d.parent"
    "  FROM up JOIN division d USING (code)) SELECT code FROM up"
    "  WHERE code IS NOT NULL);";

/*
 * The sums of a filing are worked out once, for what is found, counted and
 * suspected: while filings are checked, a table in temp stands before the
 * view of that name, and before it the view of those that fail.
 */
static int
sums_begin(struct store *s, struct err *e)
{
	struct arena	*a = arena_new();
	sqlite3_stmt	*st;
	int		 r;

	if ((r = db_exec(s->db, STR("CREATE TEMP TABLE sum_check AS"
	    " SELECT * FROM main.sum_check WHERE 0"), e)) == 0 &&
	    (r = db_prepare(s->db, "SELECT 'CREATE TEMP' || substr(sql, 7)"
	    " FROM main.sqlite_schema WHERE name = 'rule_sums'", &st,
	    e)) == 0) {
		if ((r = db_step(st, e)) == 1)
			r = db_exec(s->db, str_dup(a, db_text(st, 0)), e);
		sqlite3_finalize(st);
	}
	arena_free(a);
	return r;
}

static int
check_all(struct store *s, struct err *e)
{
	if (sums_begin(s, e) < 0 ||
	    for_each(s, "SELECT id FROM temp.unchecked ORDER BY id",
	    check_filing, e) < 0)
		return -1;
	return db_exec(s->db, STR("DROP VIEW temp.rule_sums;"
	    "DROP TABLE temp.sum_check;"), e);
}

/* After all figures are kept: theirs are added up for those above. */
static const char	above_sql[] =
    "SELECT f.id FROM filing f WHERE f.agency IN"
    " (SELECT agency FROM temp.touched UNION SELECT p.id"
    "  FROM temp.touched t JOIN agency c ON c.id = t.agency"
    "  JOIN agency p ON p.division_code = c.parent"
    "  WHERE p.kind = 'government') ORDER BY f.id";

static int
add_children(struct store *s, int64_t filing, struct err *e)
{
	static const enum put	 step[] = { PUT_NO_CHILD_SUM, PUT_CHILD_SUM };

	return run_all(s, filing, step, sizeof(step) / sizeof(step[0]), e);
}

/* Compares the texts of all that is unchecked. */
static int
find_copies(struct store *s, struct err *e)
{
	int	 r;

	s->copies = copies_new();
	r = for_each(s, "SELECT id FROM temp.unchecked ORDER BY id",
	    copy_find, e);
	copies_free(s->copies);
	s->copies = NULL;
	return r;
}

/*
 * Texts are compared before rules are applied, and a text that is like one
 * of another agency makes that one due as well.
 */
int
store_finish(struct store *s, struct err *e)
{
	int64_t	 n;

	assert(s->writable);
	if (db_exec(s->db, STR(tidy_sql), e) < 0 ||
	    db_exec(s->db, STR(lists_sql), e) < 0 ||
	    db_exec(s->db, STR(fill_sql), e) < 0 ||
	    for_each(s, "SELECT agency FROM temp.touched ORDER BY agency",
	    settle_agency, e) < 0 ||
	    find_copies(s, e) < 0 ||
	    db_exec(s->db, STR(fill_sql), e) < 0)
		return -1;
	if (check_all(s, e) < 0 || for_each(s, above_sql, add_children,
	    e) < 0 || db_int(s->db,
	    "SELECT count(*) FROM temp.unchecked", &n, e) < 0)
		return -1;
	return n > 0 || s->rules_due ? store_apply_rules(s, e) : 0;
}

/* Rows that come back get the numbers that they have in a new archive. */
int
store_check(struct store *s, struct err *e)
{
	if (db_exec(s->db, STR("UPDATE filing SET is_checked = 0;"
	    "DELETE FROM found; DELETE FROM agency_alias;"
	    "DELETE FROM text_band; DELETE FROM similar_text;"
	    "DELETE FROM suspect;"), e) < 0)
		return -1;
	return store_finish(s, e);
}
