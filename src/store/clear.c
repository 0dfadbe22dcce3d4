/*
 * Taking away what was read, when a source is replaced or read anew.
 */
#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/archive.h"

/* A source and all that is inside it, however deep. */
#define INSIDE	"(WITH RECURSIVE x (id) AS (SELECT ?1 UNION ALL"	\
		" SELECT s.id FROM x JOIN source s ON s.container = x.id)" \
		" SELECT id FROM x)"
#define FILINGS	"(SELECT id FROM filing WHERE source IN " INSIDE ")"

static const char *const	 clear_sql[] = {
	/* The others of the agency lose a neighbour or become current. */
	"UPDATE filing SET is_checked = 0 WHERE agency IN"
	    " (SELECT agency FROM filing WHERE source IN " INSIDE ")",
	/* So does what is added up for the one above. */
	"UPDATE filing SET is_checked = 0 WHERE agency IN"
	    " (SELECT p.id FROM agency c JOIN agency p"
	    "  ON p.division_code = c.parent AND p.kind = 'government'"
	    "  WHERE c.id IN (SELECT agency FROM filing WHERE source IN "
	    INSIDE "))",
	"UPDATE filing SET is_current = 1 WHERE is_current = 0 AND id IN"
	    " (SELECT (SELECT max(+g.id) FROM filing g WHERE g.agency ="
	    "  f.agency AND g.year = f.year AND g.source NOT IN " INSIDE ")"
	    "  FROM filing f WHERE f.source IN " INSIDE " AND f.is_current)",
	"UPDATE filing SET is_checked = 0 WHERE id IN (SELECT filing"
	    " FROM similar_text WHERE other IN " FILINGS ")",
	"DELETE FROM text_band WHERE filing IN " FILINGS,
	"DELETE FROM similar_text WHERE filing IN " FILINGS
	    " OR other IN " FILINGS,
	"DELETE FROM filing_part WHERE filing IN " FILINGS,
	"DELETE FROM normative_document WHERE filing IN " FILINGS,
	"DELETE FROM administrative_act WHERE filing IN " FILINGS,
	"DELETE FROM fee WHERE filing IN " FILINGS,
	"DELETE FROM procurement WHERE filing IN " FILINGS,
	"DELETE FROM application WHERE filing IN " FILINGS,
	"DELETE FROM review_litigation WHERE filing IN " FILINGS,
	"DELETE FROM request_sum WHERE filing IN " FILINGS,
	"DELETE FROM total_cell WHERE id IN (SELECT c.id FROM filing f"
	    " JOIN total_cell c ON c.id BETWEEN 1000 * f.id"
	    "  AND 1000 * f.id + 999 WHERE f.source IN " INSIDE ")",
	"DELETE FROM carry_sum WHERE id IN (SELECT c.id FROM filing f"
	    " JOIN carry_sum c ON c.id BETWEEN 1000 * f.id"
	    "  AND 1000 * f.id + 999 WHERE f.source IN " INSIDE ")",
	"DELETE FROM child_sum WHERE id IN (SELECT c.id FROM filing f"
	    " JOIN child_sum c ON c.id BETWEEN 1000 * f.id"
	    "  AND 1000 * f.id + 999 WHERE f.source IN " INSIDE ")",
	"DELETE FROM suspect WHERE filing IN " FILINGS,
	"DELETE FROM verdict_count WHERE filing IN " FILINGS,
	"DELETE FROM dispute_sum WHERE filing IN " FILINGS,
	"DELETE FROM processing_fee WHERE filing IN " FILINGS,
	"DELETE FROM statistic WHERE filing IN " FILINGS,
	"DELETE FROM reading WHERE filing IN " FILINGS,
	"DELETE FROM section WHERE filing IN " FILINGS,
	"DELETE FROM narrative_fact WHERE filing IN " FILINGS,
	"DELETE FROM observation WHERE filing IN " FILINGS,
	"DELETE FROM found WHERE filing IN " FILINGS,
	"DELETE FROM unread_item WHERE filing IN " FILINGS,
	"DELETE FROM note WHERE source IN " INSIDE,
	"DELETE FROM filing WHERE source IN " INSIDE,
};

int
source_clear(struct store *s, int64_t source, struct err *e)
{
	int64_t		 n;
	sqlite3_stmt	*st;
	int		 r = 0;

	if (db_prepare(s->db, "SELECT count(*) FROM (SELECT 1 FROM filing"
	    " WHERE source IN " INSIDE " UNION ALL SELECT 1 FROM note"
	    " WHERE source IN " INSIDE ")", &st, e) < 0)
		return -1;
	r = DB_ROW(st, e, ARG(source));
	n = r == 1 ? sqlite3_column_int64(st, 0) : 0;
	sqlite3_finalize(st);
	if (r < 0 || n == 0)
		return r < 0 ? -1 : 0;
	for (size_t i = 0; i < sizeof(clear_sql) / sizeof(clear_sql[0]);
	    i++) {
		if (db_prepare(s->db, clear_sql[i], &st, e) < 0)
			return -1;
		r = DB_RUN(st, e, ARG(source));
		sqlite3_finalize(st);
		if (r < 0)
			return -1;
	}
	return 0;
}
