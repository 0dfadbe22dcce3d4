#include <config.h>

#include "base/err.h"
#include "store/archive.h"

/* Findings of one view of 60-finding.sql; they get their fingerprint after. */
#define FOUND(view)							\
	"INSERT INTO found (filing, rule, severity, place, left_value,"	\
	" right_value, detail, line, fingerprint)"			\
	" SELECT filing, rule, severity, place, left_value, right_value," \
	"  detail, line, '' FROM " view " WHERE filing = ?1"		\
	" ORDER BY rule, line, place, detail"

#define COUNT_VERDICTS							\
	"count(CASE verdict WHEN 'holds' THEN 1 END) AS h,"		\
	" count(CASE verdict WHEN 'fails' THEN 1 END) AS f,"		\
	" count(CASE verdict WHEN 'not assessable' THEN 1 END) AS n"

static const char *const	 put_sql[PUT__N] = {
	/* 10-fact.sql */
	[PUT_SQLAR] =
	    "INSERT INTO sqlar (name, mode, mtime, sz, data)"
	    " VALUES (?1, 33188, 0, ?2, ?3)",
	[PUT_SOURCE] =
	    "INSERT INTO source (path, name, version, is_current, container,"
	    " member, archive, sha256, size, media_type, charset, reader,"
	    " by_line, encoding, given_agency, given_parent, given_year)"
	    " VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
	    "  ?13, ?14, ?15, ?16)",
	[PUT_SOURCE_READ] =
	    "UPDATE source SET media_type = ?2, charset = ?3, reader = ?4,"
	    " by_line = ?5, encoding = ?6, given_agency = ?7,"
	    " given_parent = ?8, given_year = ?9"
	    " WHERE id = ?1",
	[PUT_SOURCE_CURRENT] =
	    "UPDATE source SET is_current = (id = ?1) WHERE path = ?2",
	[PUT_SOURCE_OLD] =
	    "UPDATE source SET is_current = 0 WHERE container = ?1",
	[PUT_SOURCE_KEPT] =
	    "UPDATE source SET is_current = 0 WHERE id = ?1",
	/* 30-filing.sql */
	[PUT_NOTE] =
	    "INSERT INTO note (source, filing, name, level, line, detail)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[PUT_AGENCY] =
	    "INSERT INTO agency (name, key, level, kind, organ,"
	    " division_code, parent, reporting_parent, evidence,"
	    " is_ambiguous)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
	[PUT_AGENCY_PLACE] =
	    "UPDATE agency SET key = ?2, level = ?3, kind = ?4, organ = ?5,"
	    " division_code = ?6, parent = ?7, reporting_parent = ?8,"
	    " evidence = ?9, is_ambiguous = 0 WHERE id = ?1",
	[PUT_DIVISION] =
	    "INSERT OR IGNORE INTO division (code, name, level, parent, path,"
	    " first_year, last_year)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, 0), nullif(?7, 0))",
	[PUT_FILING] =
	    "INSERT INTO filing (source, ordinal, agency, spelling,"
	    " agency_from, year, year_from, form, title, title_line,"
	    " published_on, period_from, period_to, source_org, cut_line,"
	    " is_current, is_checked)"
	    " VALUES (?1, (SELECT count(*) + 1 FROM filing WHERE source = ?1),"
	    "  ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 1,"
	    "  0)",
	[PUT_FILING_OTHERS] =
	    "UPDATE filing SET is_current = 0, is_checked = 0"
	    " WHERE agency = ?1 AND year = ?2 AND id <> ?3",
	[PUT_PART] =
	    "INSERT INTO filing_part (filing, part, form, found, line,"
	    " truncated) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[PUT_SECTION] =
	    "INSERT INTO section (filing, ordinal, heading, text, line,"
	    " line_end, found) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[PUT_FACT] =
	    "INSERT INTO narrative_fact (filing, fact, value, approx, unit,"
	    " scope, section, line, quote)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	[PUT_OBSERVATION] =
	    "INSERT INTO observation (filing, kind, line, line_end, place,"
	    " text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[PUT_STATISTIC] =
	    "INSERT INTO statistic (filing, item, label, unit, code, value,"
	    " state, raw, line)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	[PUT_READING] =
	    "INSERT INTO reading (filing, item, applicant, state, value, raw,"
	    " line) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[PUT_APPLICATION] =
	    "INSERT INTO application (filing, item, natural_person,"
	    " commercial_enterprise, research_institution,"
	    " public_interest_org, legal_service_org, other_org, total, line)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
	[PUT_REVIEW] =
	    "INSERT INTO review_litigation (filing, channel, upheld,"
	    " corrected, other, pending, total, line)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	[PUT_NORMATIVE] =
	    "INSERT INTO normative_document (filing, kind, issued, repealed,"
	    " in_force, made, newly_disclosed, disclosed_total, line)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	[PUT_ACT] =
	    "INSERT INTO administrative_act (filing, kind, decided,"
	    " items_prev, items_change, line)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[PUT_FEE] =
	    "INSERT INTO fee (filing, amount, amount_fen, items_prev,"
	    " items_change, line) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[PUT_PROCUREMENT] =
	    "INSERT INTO procurement (filing, projects, amount, unit,"
	    " amount_fen, line) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[PUT_PROCESSING_FEE] =
	    "INSERT INTO processing_fee (filing, notices_issued,"
	    " cases_charged, amount, amount_fen, statement, line)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[PUT_REQUEST_SUM] =
	    "INSERT OR REPLACE INTO request_sum SELECT * FROM request_sum_now"
	    " WHERE filing = ?1",
	[PUT_DISPUTE_SUM] =
	    "INSERT OR REPLACE INTO dispute_sum SELECT * FROM dispute_sum_now"
	    " WHERE filing = ?1",
	[PUT_TOTAL_CELL] =
	    "INSERT INTO total_cell SELECT * FROM total_cell_now"
	    " WHERE filing = ?1 ORDER BY item",
	[PUT_NO_TOTAL_CELL] =
	    "DELETE FROM total_cell"
	    " WHERE id BETWEEN 1000 * ?1 AND 1000 * ?1 + 999",
	/* Of an agency's filings, and of those of the one above. */
	[PUT_CHILD_SUM] =
	    "INSERT INTO child_sum SELECT * FROM child_sum_now"
	    " WHERE filing = ?1 ORDER BY item",
	[PUT_NO_CHILD_SUM] =
	    "DELETE FROM child_sum"
	    " WHERE id BETWEEN 1000 * ?1 AND 1000 * ?1 + 999",
	[PUT_ABOVE_UNCHECKED] =
	    "UPDATE filing SET is_checked = 0 WHERE agency IN (SELECT p.id"
	    "  FROM agency c JOIN agency p ON p.division_code = c.parent"
	    "  WHERE c.id = ?1 AND p.kind = 'government')",
	[PUT_NO_REQUEST_SUM] =
	    "DELETE FROM request_sum WHERE filing = ?1",
	[PUT_NO_DISPUTE_SUM] =
	    "DELETE FROM dispute_sum WHERE filing = ?1",
	/* What the rules find, and what hangs together with other filings. */
	[PUT_NO_SUMS] =
	    "DELETE FROM temp.sum_check WHERE ?1 IS NOT NULL",
	[PUT_SUMS] =
	    "INSERT INTO temp.sum_check SELECT * FROM main.sum_check"
	    " WHERE filing = ?1",
	/* As the view carry_sum_now, which would work the sums out again. */
	[PUT_CARRY_SUM] =
	    "INSERT INTO carry_sum SELECT 1000 * filing + sum, filing, sum,"
	    " left_value, right_value, verdict, reason FROM temp.sum_check"
	    " WHERE filing = ?1 AND rule IN ('C01', 'C02', 'C03')",
	[PUT_NO_CARRY_SUM] =
	    "DELETE FROM carry_sum"
	    " WHERE id BETWEEN 1000 * ?1 AND 1000 * ?1 + 999",
	[PUT_VERDICT_COUNT] =
	    "INSERT OR REPLACE INTO verdict_count (filing, sum_holds,"
	    " sum_fails, sum_not, other_holds, other_fails, other_not)"
	    " SELECT ?1, s.h, s.f, s.n, p.h, p.f, p.n FROM"
	    " (SELECT " COUNT_VERDICTS " FROM temp.sum_check) s,"
	    " (SELECT " COUNT_VERDICTS " FROM place_check"
	    "   WHERE filing = ?1) p",
	[PUT_FOUND_SUMS] = FOUND("temp.rule_sums"),
	[PUT_FOUND_B] = FOUND("finding_b"),
	[PUT_FOUND_C] = FOUND("finding_c"),
	[PUT_FOUND_D] = FOUND("finding_d"),
	[PUT_FOUND_E] = FOUND("finding_e"),
	[PUT_FOUND_F] = FOUND("finding_f"),
	/* The sums of one filing, which a view of all would make for all. */
	[PUT_SUSPECT] =
	    "INSERT INTO suspect (filing, item, applicant, printed,"
	    " would_satisfy, sums, line)"
	    " SELECT ?1, x.item, x.applicant, x.value, x.value + x.change,"
	    "  x.sums, x.line"
	    " FROM (SELECT t.item, t.applicant, t.value, t.line,"
	    "  count(*) AS n,"
	    "  min((k.right_value - k.left_value) * t.coefficient"
	    "   * CASE t.side WHEN 'L' THEN 1 ELSE -1 END) AS change,"
	    "  max((k.right_value - k.left_value) * t.coefficient"
	    "   * CASE t.side WHEN 'L' THEN 1 ELSE -1 END) AS most,"
	    "  min(k.verdict = 'fails') AS all_fail,"
	    "  group_concat(k.rule || ' ' || k.place, ', ') AS sums"
	    "  FROM (SELECT * FROM sum_term WHERE filing = ?1"
	    "   AND year_off = 0) t"
	    "  JOIN temp.sum_check k"
	    "   ON k.sum = t.sum"
	    "  WHERE k.relation = '=' AND k.verdict <> 'not assessable'"
	    "  GROUP BY t.item, t.applicant) x"
	    " WHERE x.n >= 2 AND x.all_fail AND x.change = x.most"
	    "  AND x.value + x.change >= 0"
	    " ORDER BY x.line, x.item, x.applicant",
	[PUT_NO_SUSPECT] =
	    "DELETE FROM suspect WHERE filing = ?1",
	[GET_SUMS_FAIL] =
	    "SELECT 1 FROM found WHERE filing = ?1 AND rule IN"
	    " ('A01', 'A02', 'A03', 'A05', 'A06', 'A07') LIMIT 1",
	[PUT_FOUND_PRINT] =
	    "UPDATE found SET fingerprint = (SELECT p.fingerprint"
	    "  FROM found_print p WHERE p.id = found.id) WHERE filing = ?1",
	[PUT_UNREAD_NONE] =
	    "DELETE FROM unread_item WHERE filing = ?1",
	[PUT_UNREAD] =
	    "INSERT INTO unread_item (filing, item, code, reason)"
	    " SELECT filing, item, code, reason FROM unread_now"
	    " WHERE filing = ?1 ORDER BY item",
	[PUT_FOUND_NONE] =
	    "DELETE FROM found WHERE filing = ?1",
	[PUT_RULE] =
	    "INSERT INTO rule (id, slug, severity, title_en, title_zh, basis,"
	    " text_en, text_zh) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	[PUT_RULE_NONE] =
	    "DELETE FROM rule WHERE id = ?1",
	[PUT_RULE_FOUND] =
	    "INSERT INTO found (filing, rule, severity, place, left_value,"
	    " right_value, detail, line, fingerprint)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '')",
	[PUT_RULE_PRINT] =
	    "UPDATE found SET fingerprint = (SELECT p.fingerprint"
	    "  FROM found_print p WHERE p.id = found.id) WHERE rule = ?1",
	[PUT_RULE_FOUND_NONE] =
	    "DELETE FROM found WHERE rule = ?1",
	[PUT_RULE_RUN] =
	    "INSERT OR REPLACE INTO rule_run (rule, findings, unread, fault)"
	    " VALUES (?1, ?2, ?3, ?4)",
	[GET_IS_CURRENT] =
	    "SELECT is_current FROM filing WHERE id = ?1",
	[GET_IS_READ] =
	    "SELECT 1 FROM cell WHERE filing = ?1 AND item = ?2"
	    " AND applicant = ?3 AND state = 'number'",
	[PUT_CHECKED] =
	    "UPDATE filing SET is_checked = 1, flags = (SELECT n.flags"
	    "  FROM flags_now n WHERE n.filing = ?1) WHERE id = ?1",
	[PUT_CURRENT] =
	    "UPDATE filing SET is_current = 1 WHERE agency = ?1",
	/* With "+" it goes by the agency; else it walks down all of a year. */
	[PUT_ONE_CURRENT] =
	    "UPDATE filing SET is_current = (id = ?3)"
	    " WHERE agency = ?1 AND +year = ?2",
	[GET_TWINS] =
	    "SELECT f.id, f.year FROM filing f"
	    " JOIN agency a ON a.id = f.agency AND NOT a.is_ambiguous"
	    " WHERE f.agency = ?1 AND EXISTS (SELECT 1 FROM filing g"
	    "  WHERE g.agency = ?1 AND g.year = f.year AND g.id <> f.id)"
	    " ORDER BY f.year, EXISTS (SELECT 1 FROM draft d"
	    "  WHERE d.filing = f.id) DESC, f.id",
	[GET_READ_COUNT] =
	    "SELECT n FROM read_count WHERE filing = ?1",
	/* But for cells that a person has said were misread. */
	[GET_DIFFERENCE] =
	    "SELECT 1 FROM twin_difference t WHERE t.filing = ?1"
	    " AND t.other = ?2 AND NOT EXISTS (SELECT 1 FROM corrected_cell k"
	    "  WHERE k.filing IN (?1, ?2) AND k.kind = 'misread'"
	    "  AND k.item = t.item AND k.applicant = t.applicant) LIMIT 1",
	[PUT_NO_ALIAS] =
	    "DELETE FROM agency_alias WHERE agency = ?1",
	[PUT_ALIAS] =
	    "INSERT INTO agency_alias (agency, spelling, first_year,"
	    " last_year)"
	    " SELECT agency, spelling, min(year), max(year) FROM filing"
	    "  WHERE agency = ?1 GROUP BY spelling ORDER BY min(id)",
	/* Texts that are alike. */
	[PUT_UNCHECKED] =
	    "UPDATE filing SET is_checked = 0 WHERE id = ?1",
	[PUT_BAND] =
	    "INSERT INTO text_band (filing, key) VALUES (?1, ?2)",
	[PUT_NO_BANDS] =
	    "DELETE FROM text_band WHERE filing = ?1",
	[PUT_SIMILAR] =
	    "INSERT OR IGNORE INTO similar_text (filing, other, similarity,"
	    " length) VALUES (?1, ?2, ?3, ?4)",
	[PUT_NO_SIMILAR] =
	    "DELETE FROM similar_text WHERE filing = ?1",
	[GET_NAMES] =
	    "WITH RECURSIVE up (code, name) AS (SELECT d.parent, d.name"
	    "  FROM filing f JOIN agency a ON a.id = f.agency"
	    "  JOIN division d ON d.code = a.division_code WHERE f.id = ?1"
	    "  UNION ALL SELECT d.parent, d.name FROM up JOIN division d"
	    "   ON d.code = up.code)"
	    " SELECT name FROM (SELECT name FROM up"
	    "  UNION SELECT f.spelling FROM filing f WHERE f.id = ?1"
	    "  UNION SELECT a.name FROM filing f JOIN agency a"
	    "   ON a.id = f.agency WHERE f.id = ?1)"
	    " ORDER BY length(name) DESC, name",
	[GET_TEXTS] =
	    "SELECT text FROM section WHERE filing = ?1"
	    " AND ordinal IN (1, 5) ORDER BY ordinal",
	[GET_COPY_YEAR] =
	    "SELECT year FROM filing WHERE id = ?1 AND is_current"
	    " AND agency IS NOT NULL",
	[GET_YEAR_BEFORE] =
	    "SELECT before FROM year_pair WHERE filing = ?1",
	/*
	 * Texts made from one template have a few keys that all of them have,
	 * and each has others that hardly any has.  A copy is found by those:
	 * of a key that many have the first ones are enough.
	 */
	[GET_SHARING] =
	    "SELECT filing FROM text_band WHERE key = ?1 ORDER BY filing"
	    " LIMIT ?2",
	[GET_IS_OTHER] =
	    "SELECT 1 FROM filing f JOIN filing g ON g.id = ?2"
	    " AND g.is_current AND g.agency <> f.agency WHERE f.id = ?1",
	[GET_CORRECTED] =
	    "SELECT c.id FROM filing f JOIN source s ON s.id = f.source"
	    " JOIN correction c ON c.sha256 = s.sha256 WHERE f.id = ?1"
	    " LIMIT 1",
	[GET_ITEM] =
	    "SELECT i.id FROM filing_part p JOIN item i ON i.form = p.form"
	    " AND i.part = p.part WHERE p.filing = ?1 AND i.code = ?2",
	[GET_ARCHIVE] =
	    "SELECT 1 FROM sqlar WHERE name = ?1",
	[GET_ARCHIVE_NAME] =
	    "SELECT id, archive FROM source WHERE sha256 = ?1"
	    " AND archive IS NOT NULL ORDER BY id LIMIT 1",
	/* With "+" it goes by the path: many may have the same content. */
	[GET_SOURCE] =
	    "SELECT id FROM source WHERE path = ?1 AND +sha256 = ?2",
	[GET_SOURCE_VERSION] =
	    "SELECT max(version) FROM source WHERE path = ?1",
	[GET_SOURCE_HAVE] =
	    "SELECT max(CASE WHEN sha256 = ?2 AND is_current THEN 2 ELSE 1"
	    " END) FROM source WHERE path = ?1",
	[GET_AGENCY_KEY] =
	    "SELECT id FROM agency WHERE key = ?1",
	/* With "+" it goes by the name: all without a place have that key. */
	[GET_AGENCY_NAME] =
	    "SELECT id FROM agency WHERE name = ?1 AND +key = ''"
	    " AND is_ambiguous = ?2 ORDER BY id LIMIT 1",
	[GET_RULING] =
	    "SELECT r.id FROM ruling_now r JOIN source s ON s.id = ?2"
	    " WHERE r.spelling = ?1 AND (r.path IN ('', s.path)"
	    "  OR substr(s.path, 1, length(r.path) + 1) = r.path || '/')"
	    " ORDER BY length(r.path) DESC LIMIT 1",
	[GET_RULING_SAID] =
	    "SELECT division_code, kind, same_as FROM ruling_now"
	    " WHERE id = ?1",
	[GET_FILING_AGENCY] =
	    "SELECT agency FROM filing WHERE id = ?1",
	[GET_SPELLED] =
	    "SELECT count(*) FROM filing WHERE spelling = ?1",
	[GET_SPELLED_FILING] =
	    "SELECT id, source, agency FROM filing WHERE spelling = ?1"
	    " ORDER BY id",
	[PUT_SNAPSHOT] =
	    "INSERT INTO division_snapshot (id, name, data)"
	    " VALUES (1, ?1, ?2) ON CONFLICT (id) DO UPDATE SET name = ?1,"
	    " data = ?2",
	[PUT_RULING] =
	    "INSERT INTO agency_ruling (spelling, path, division_code, kind,"
	    " same_as, reason, author, said_on, withdrawn)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	[PUT_FILING_AGENCY] =
	    "UPDATE filing SET agency = ?2, is_current = 1, is_checked = 0"
	    " WHERE id = ?1",
	[PUT_FILING_UNCHECKED] =
	    "UPDATE filing SET is_checked = 0 WHERE agency = ?1",
	[GET_AGENCY_ALIAS] =
	    "SELECT max(agency) FROM filing WHERE spelling = ?1"
	    " AND agency IN (SELECT id FROM agency WHERE key <> '')"
	    " GROUP BY spelling HAVING count(DISTINCT agency) = 1",
};

int
put_stmt(struct store *s, enum put p, sqlite3_stmt **st, struct err *e)
{
	if (s->put[p] == NULL &&
	    db_prepare(s->db, put_sql[p], &s->put[p], e) < 0)
		return -1;
	*st = s->put[p];
	return 0;
}

int
put_run(struct store *s, enum put p, struct err *e, const struct arg *a,
    size_t n)
{
	sqlite3_stmt	*st;

	if (put_stmt(s, p, &st, e) < 0)
		return -1;
	return db_run(st, e, a, n);
}

int
put_get(struct store *s, enum put p, struct err *e, int64_t *value,
    const struct arg *a, size_t n)
{
	sqlite3_stmt	*st;
	int		 r;

	*value = 0;
	if (put_stmt(s, p, &st, e) < 0)
		return -1;
	r = db_row(st, e, a, n);
	if (r == 1 && sqlite3_column_type(st, 0) == SQLITE_NULL)
		r = 0;
	if (r == 1)
		*value = sqlite3_column_int64(st, 0);
	sqlite3_reset(st);
	return r;
}
