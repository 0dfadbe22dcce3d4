/*
 * Rules of strangers: what they may do, and that nothing they try changes
 * the archive or ends the program.
 */
#include <config.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/userrule.h"
#include "tests/store.h"
#include "tests/tap.h"

#define HEAD	"-- A title.\n-- :id U01\n-- :severity notice\n"	\
		"-- :basis b\n-- :reads -\n"
#define REST	"'x' AS place, NULL AS left_value, NULL AS right_value," \
		" '' AS detail, NULL AS line"

struct fixture {
	struct arena	*arena;
	struct store	*s;
	struct err	 e;
};

/* What a text does: -2 is no rule, -1 cannot be applied, or its findings. */
static long
try(struct fixture *t, struct str text)
{
	struct rule_result	 res;
	struct user_rule	 u;

	t->e = (struct err){ ERR_NONE, "" };
	if (user_rule_parse(t->s, t->arena, "r.sql", text, &u, &t->e) < 0)
		return -2;
	if (store_try_rule(t->s, &u, &res, &t->e) < 0)
		return -1;
	return res.nfound;
}

/* All that a rule could have changed. */
static const char *
state(struct fixture *t)
{
	return ask(t->arena, t->s, "SELECT (SELECT count(*) FROM filing),"
	    " (SELECT sum(total) FROM application),"
	    " (SELECT count(*) FROM sqlite_schema),"
	    " (SELECT count(*) FROM source), (SELECT count(*) FROM setting),"
	    " (SELECT group_concat(name || file) FROM pragma_database_list),"
	    " (SELECT count(*) FROM rule WHERE id NOT LIKE 'U%'),"
	    " (SELECT count(*) FROM found WHERE rule NOT LIKE 'U%')");
}

static const struct {
	const char	*text, *msg;
} refusal[] = {
	{ "", "r.sql:1: the first line is \"-- \" and the title" },
	{ "SELECT 1", "r.sql:1: the first line is \"-- \" and the "
	    "title" },
	{ "-- T.\n-- :id A01\n", "r.sql:2: an id is U and two to four"
	    " digits, as U01, not 'A01'" },
	{ "-- T.\n-- :id U1\n", "r.sql:2: an id is U and two to four"
	    " digits, as U01, not 'U1'" },
	{ "-- T.\n-- :id U01\n-- :severity bad\n", "r.sql:3: severity"
	    " is error, warning, notice or info, not 'bad'" },
	{ "-- T.\n-- :id U01\n--\n-- :colour red\n",
	    "r.sql:4: there is no field 'colour'" },
	{ "-- T.\n-- :id U01\n-- :id U02\n",
	    "r.sql:3: a second 'id'" },
	{ "-- T.\n-- :reads new_request\n",
	    "r.sql:2: there is no item 'new_request'" },
	{ "-- T.\n-- :reads new_requests/totals\n", "r.sql:2: "
	    "'new_requests' has no column 'totals'" },
	{ "-- T.\n-- :reads review_total/total\n", "r.sql:2: "
	    "'review_total' has no column 'total'" },
	{ "-- T.\n-- :slug A B\n", "r.sql:2: a slug is of a-z, 0-9 "
	    "and _, not 'A B'" },
	{ "-- T.\n-- :id U01\n-- :basis b\n-- :reads -\nSELECT 1",
	    "r.sql:1: the comment has no \"-- :severity\"" },
	{ "-- T.\n-- \xff\n", "r.sql:2: not UTF-8" },
	{ HEAD, "r.sql:1: there is no SELECT" },
	{ HEAD "SELECT 1 AS filing", "r.sql:6: the column 'place' is "
	    "missing" },
	{ HEAD "SELECT 1 AS filing, 2 AS b, " REST,
	    "r.sql:6: a rule has no column 'b'" },
	{ HEAD "SELECT 1 AS filing, 2 AS filing, " REST,
	    "r.sql:6: there is a second column 'filing'" },
	{ HEAD "SELECT 1 AS filing, " REST "; SELECT 2",
	    "r.sql:6: one SELECT is all that a rule has" },
	{ HEAD "SELECT ?1 AS filing, " REST,
	    "r.sql:6: a rule has no parameters" },
	{ HEAD "EXPLAIN SELECT 1 AS filing, " REST,
	    "r.sql:6: that is no SELECT" },
	{ HEAD "DELETE FROM filing", "r.sql:6: not authorized" },
	{ HEAD "INSERT INTO setting SELECT * FROM setting",
	    "r.sql:6: not authorized" },
	{ HEAD "CREATE TABLE t (x)", "r.sql:6: not authorized" },
	{ HEAD "CREATE TEMP TABLE t (x)", "r.sql:6: not authorized" },
	{ HEAD "DROP VIEW figure", "r.sql:6: not authorized" },
	{ HEAD "ATTACH 'other.db' AS o", "r.sql:6: not authorized" },
	{ HEAD "PRAGMA query_only = 0", "r.sql:6: not authorized" },
	{ HEAD "ROLLBACK", "r.sql:6: not authorized" },
	{ HEAD "SAVEPOINT a", "r.sql:6: not authorized" },
	{ HEAD "VACUUM INTO 'other.db'",
	    "r.sql:6: that is no SELECT" },
	{ HEAD "ANALYZE", "r.sql:6: not authorized" },
	{ HEAD "SELECT load_extension('x') AS filing, " REST,
	    "r.sql:6: not authorized to use function: "
	    "load_extension" },
	{ HEAD "SELECT random() AS filing, " REST,
	    "r.sql:6: not authorized to use function: random" },
	{ HEAD "SELECT julianday('now') AS filing, " REST,
	    "r.sql:6: not authorized to use function: julianday" },
	{ HEAD "SELECT sqlite_version() AS filing, " REST,
	    "r.sql:6: not authorized to use function: "
	    "sqlite_version" },
	{ HEAD "SELECT data AS filing, " REST " FROM sqlar",
	    "r.sql:6: access to sqlar.data is prohibited" },
	{ HEAD "SELECT 1 AS filing, " REST " FROM sqlar",
	    "r.sql:6: not authorized" },
	{ HEAD "SELECT 1 AS filing, " REST " FROM sqlite_schema",
	    "r.sql:6: not authorized" },
	{ HEAD "SELECT 1 AS filing, " REST
	    " FROM pragma_table_info('filing')",
	    "r.sql:6: not authorized" },
	{ HEAD "SELECT NULL AS filing, " REST,
	    "r.sql:6: row 1: filing is NULL" },
	{ HEAD "SELECT 9 AS filing, " REST,
	    "r.sql:6: there is no filing 9" },
	{ HEAD "SELECT -1 AS filing, " REST,
	    "r.sql:6: row 1: filing is below 1" },
	{ HEAD "SELECT 'a' AS filing, " REST,
	    "r.sql:6: row 1: filing is no whole number" },
	{ HEAD "SELECT 1 AS filing, 'x' AS place, '1' AS left_value,"
	    " NULL AS right_value, '' AS detail, NULL AS line",
	    "r.sql:6: row 1: left_value is no number" },
	{ HEAD "SELECT 1 AS filing, x'00' AS place, 1 AS left_value,"
	    " NULL AS right_value, '' AS detail, NULL AS line",
	    "r.sql:6: row 1: place is no text" },
	{ HEAD "SELECT 1 AS filing, '' AS place, 1 AS left_value,"
	    " NULL AS right_value, CAST(x'e5' AS TEXT) AS detail,"
	    " NULL AS line",
	    "r.sql:6: row 1: detail is not UTF-8" },
	{ HEAD "SELECT 1 AS filing, '' AS place, 1 AS left_value,"
	    " NULL AS right_value, printf('%9999d', 1) AS detail,"
	    " NULL AS line",
	    "r.sql:6: row 1: detail is too long" },
	{ HEAD "SELECT 'doom' AS severity, 1 AS filing, " REST,
	    "r.sql:6: row 1: severity is none" },
	{ HEAD "SELECT 'A01' AS rule, 1 AS filing, " REST,
	    "r.sql:6: row 1: rule is not the id of the rule" },
	{ HEAD "SELECT \"a\" AS filing, " REST " FROM filing",
	    "r.sql:6: no such column: a" },
	{ HEAD "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x"
	    " + 1 FROM c) SELECT max(x) AS filing, " REST " FROM c",
	    "r.sql:6: it takes too long" },
	{ HEAD "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x"
	    " + 1 FROM c LIMIT 10000000) SELECT x AS filing, " REST
	    " FROM c", "r.sql:6: it gives more than 100010 rows" },
	{ HEAD "WITH RECURSIVE c (x) AS (SELECT printf('%900000d',"
	    " 1) UNION ALL SELECT x || '' FROM c) SELECT x AS filing,"
	    " " REST " FROM c ORDER BY 1",
	    "r.sql:6: it takes too much memory" },
};

static void
refused(struct fixture *t)
{
	const char	*before = state(t);

	for (size_t i = 0; i < sizeof(refusal) / sizeof(refusal[0]); i++) {
		CHECK(try(t, str_of(refusal[i].text)) < 0);
		CHECK_STR(t->e.msg, refusal[i].msg);
		CHECK(t->e.code == ERR_USAGE);
	}
	CHECK(try(t, (struct str){ "-- T.\n\0", 7 }) < 0);
	CHECK_STR(t->e.msg, "r.sql:2: a byte of 0");
	CHECK_STR(state(t), before);
	CHECK_STR(ask(t->arena, t->s, "SELECT count(*) FROM found"
	    " WHERE rule = 'U01'"), "0\n");
}

static void
taken(struct fixture *t)
{
	CHECK(try(t, STR(HEAD "SELECT id AS filing, " REST
	    " FROM filing;\n")) == 1);
	CHECK(try(t, STR(HEAD "WITH a AS (SELECT 1) SELECT count(*) AS"
	    " filing, " REST " FROM a")) == 1);
	CHECK(try(t, STR(HEAD "SELECT f.id AS filing, g.item AS place,"
	    " g.value AS left_value, lag(g.value) OVER (ORDER BY item) AS"
	    " right_value, upper(g.state) AS detail, 3 AS line, 'error' AS"
	    " severity, 'U01' AS rule FROM filing f, figure g"
	    " WHERE g.applicant LIKE 'tot%' AND g.value > 14000")) == 1);
	CHECK_STR(ask(t->arena, t->s, "SELECT rule, severity, place,"
	    " left_value, detail, line FROM found WHERE rule = 'U01'"),
	    "U01|error|new_requests|14069|NUMBER|3\n");
	CHECK_STR(ask(t->arena, t->s, "SELECT title_en, title_zh FROM rule"
	    " WHERE id = 'U01'"), "A title|A title\n");
	/* What it reads was not all read. */
	CHECK(try(t, STR("-- T\n-- :id U01\n-- :severity info\n-- :basis b\n"
	    "-- :reads new_requests, rules_made\nSELECT id AS filing, " REST
	    " FROM filing")) == 0);
	CHECK_STR(ask(t->arena, t->s, "SELECT findings, unread FROM rule_run"),
	    "0|1\n");
}

/* Bytes changed, doubled and dropped: nothing may come of it but words. */
static void
mangled(struct fixture *t)
{
	static const char	 seed[] = HEAD
	    "SELECT f.id AS filing, i.code || '/total' AS place, w.total AS"
	    " left_value, 3 AS right_value, replace(s.name, '.', '') AS"
	    " detail, w.line AS line FROM filing f JOIN application w ON"
	    " w.filing = f.id JOIN item i ON i.id = w.item JOIN source s ON"
	    " s.id = f.source WHERE w.total > 3 AND f.is_current\n";
	static const char *const piece[] = { "DELETE FROM found", ";", "--",
	    "sqlar", "'", "\"", "(", ")", "PRAGMA", "NULL", "x'00'", "\xff",
	    "load_extension(", "WITH", "UNION", ":id", "-- :reads total",
	    "AS filing" };
	const char	*before = state(t);
	char		 buf[2048];
	uint32_t	 rnd = 20240601;
	long		 nrun = 0;

	for (int round = 0; round < 3000; round++) {
		size_t		 n = sizeof(seed) - 1, at, len;
		const char	*p;

		memcpy(buf, seed, n);
		for (int k = 0; k <= round % 3; k++) {
			rnd = rnd * 1664525 + 1013904223;
			at = (rnd >> 8) % n;
			p = piece[(rnd >> 3) % (sizeof(piece) /
			    sizeof(piece[0]))];
			len = strlen(p);
			if (rnd % 3 == 0)
				buf[at] = (char)(rnd >> 16);
			else if (rnd % 3 == 1 && n > 40)
				memmove(buf + at, buf + at + 1, --n - at);
			else {
				memmove(buf + at + len, buf + at, n - at);
				memcpy(buf + at, p, len);
				n += len;
			}
		}
		nrun += try(t, (struct str){ buf, n }) >= 0;
	}
	CHECK_STR(state(t), before);
	printf("# %ld of 3000 could be applied\n", nrun);
	CHECK(nrun > 0 && nrun < 3000);
}

int
main(void)
{
	struct fixture		 t = { .arena = arena_new() };
	const struct forms	*fs = forms_load(t.arena);

	must(store_open(":memory:", STORE_CREATE, &t.s, &t.e), &t.e);
	must(store_rules_ready(t.s, &t.e), &t.e);
	must(store_begin(t.s, &t.e), &t.e);
	put(t.s, "a.txt", city_2025(t.arena, fs));
	must(store_finish(t.s, &t.e), &t.e);
	refused(&t);
	taken(&t);
	mangled(&t);
	must(store_commit(t.s, &t.e), &t.e);
	must(store_close(t.s, &t.e), &t.e);
	arena_free(t.arena);
	return tap_done();
}
