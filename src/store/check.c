/*
 * Keeping findings: the rules are applied to every filing of the agencies
 * of which something changed, because a filing speaks about its neighbours.
 */
#include <config.h>

#include <assert.h>

#include "base/err.h"
#include "store/archive.h"
#include "store/store.h"

static int
check_filing(struct store *s, int64_t filing, struct err *e)
{
	if (PUT(s, PUT_FOUND_NONE, e, ARG(filing)) < 0 ||
	    PUT(s, PUT_FOUND, e, ARG(filing)) < 0)
		return -1;
	return PUT(s, PUT_CHECKED, e, ARG(filing));
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

static int
settle_agency(struct store *s, int64_t agency, struct err *e)
{
	if (PUT(s, PUT_CURRENT, e, ARG(agency)) < 0 ||
	    PUT(s, PUT_NO_ALIAS, e, ARG(agency)) < 0)
		return -1;
	return PUT(s, PUT_ALIAS, e, ARG(agency));
}

/*
 * The lists are written down first: a query must not walk over rows that
 * are being changed under it.
 */
int
store_finish(struct store *s, struct err *e)
{
	assert(s->writable);
	if (db_exec(s->db, STR(
	    "DELETE FROM agency_alias WHERE agency NOT IN"
	    " (SELECT agency FROM filing WHERE agency IS NOT NULL);"
	    "DELETE FROM agency WHERE id NOT IN"
	    " (SELECT agency FROM filing WHERE agency IS NOT NULL);"
	    "DELETE FROM division WHERE code NOT IN (WITH RECURSIVE up (code)"
	    " AS (SELECT division_code FROM agency UNION SELECT d.parent"
	    "  FROM up JOIN division d USING (code)) SELECT code FROM up"
	    "  WHERE code IS NOT NULL);"
	    "CREATE TEMP TABLE touched AS SELECT DISTINCT agency"
	    " FROM filing WHERE is_checked = 0 AND agency IS NOT NULL;"
	    "CREATE TEMP TABLE unchecked AS SELECT id FROM filing"
	    " WHERE is_checked = 0 OR agency IN"
	    " (SELECT agency FROM touched) ORDER BY id;"), e) < 0)
		return -1;
	if (for_each(s, "SELECT agency FROM temp.touched ORDER BY agency",
	    settle_agency, e) < 0 ||
	    for_each(s, "SELECT id FROM temp.unchecked ORDER BY id",
	    check_filing, e) < 0)
		return -1;
	return db_exec(s->db, STR("DROP TABLE temp.touched;"
	    "DROP TABLE temp.unchecked;"), e);
}

int
store_check(struct store *s, struct err *e)
{
	if (db_exec(s->db, STR("UPDATE filing SET is_checked = 0"), e) < 0)
		return -1;
	return store_finish(s, e);
}
