/*
 * query DB [NAME...]: how long each query of schema/query, or those named,
 * takes on the whole archive, as ratios to reading what it must read and to
 * listing what it answers.
 *
 * scan: one plain scan of every table that the statement reads, each column
 * of each row counted; the tables are those that SQLite says it opened.
 * facts: the same of what the statement would have to read if nothing were
 * kept for it: a table that a view named TABLE_now defines is put aside for
 * the tables that this view reads.
 * list: the answer itself, kept in a table, sorted by its first two columns
 * and stepped through, which no query can do without.  The best of as many
 * as nine each, if they are short, in one process.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <sqlite3.h>

#include "base/arena.h"
#include "base/buf.h"
#include "store/query.h"

#define TABLES	64
#define TRIES	9
#define ENOUGH	2.0		/* seconds of trying */

struct tables {
	char	 name[TABLES][64];
	double	 time[TABLES];
	bool	 used[TABLES];		/* by the statement */
	bool	 fact[TABLES];		/* by it, if nothing were kept */
	bool	*mark;			/* one of these */
	int	 n;
};

static sqlite3	*db;

static double
now(void)
{
	struct timespec	 t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static sqlite3_stmt *
prepare(const char *sql)
{
	sqlite3_stmt	*st;

	if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) == SQLITE_OK)
		return st;
	fprintf(stderr, "%s: %s\n", sqlite3_errmsg(db), sql);
	exit(3);
}

static void
run(const char *sql)
{
	sqlite3_stmt	*st = prepare(sql);

	while (sqlite3_step(st) == SQLITE_ROW)
		;
	sqlite3_finalize(st);
}

/* Seconds to step through all rows and to look at each value. */
static double
timed(const char *sql, long *nrow)
{
	double	 best = 0, sum = 0, t;

	for (int i = 0; i < TRIES && sum < ENOUGH; i++) {
		sqlite3_stmt	*st = prepare(sql);

		*nrow = 0;
		t = now();
		for (; sqlite3_step(st) == SQLITE_ROW; ++*nrow)
			for (int c = sqlite3_column_count(st); c > 0; c--)
				sqlite3_column_type(st, c - 1);
		t = now() - t;
		sqlite3_finalize(st);
		if (i == 0 || t < best)
			best = t;
		sum += t;
	}
	return best;
}

/* Called for each column that a statement will read. */
static int
note_table(void *ctx, int action, const char *table, const char *column,
    const char *schema, const char *view)
{
	struct tables	*ts = ctx;
	int		 i;

	(void)column, (void)view;
	if (action != SQLITE_READ || table == NULL || schema == NULL ||
	    strcmp(schema, "main") != 0 || strlen(table) > 63)
		return SQLITE_OK;
	for (i = 0; i < ts->n; i++)
		if (strcmp(ts->name[i], table) == 0)
			break;
	if (i == TABLES)
		return SQLITE_OK;
	if (i == ts->n) {
		strcpy(ts->name[i], table);
		ts->time[i] = -1;
		ts->n++;
	}
	ts->mark[i] = true;
	return SQLITE_OK;
}

/* Marks the tables that a statement opens. */
static void
opened(struct tables *ts, bool *mark, const char *sql)
{
	ts->mark = mark;
	sqlite3_set_authorizer(db, note_table, ts);
	sqlite3_finalize(prepare(sql));
	sqlite3_set_authorizer(db, NULL, NULL);
}

static bool
exists(struct arena *a, const char *type, const char *name)
{
	sqlite3_stmt	*st = prepare(arena_printf(a, "SELECT 1 FROM"
	    " sqlite_schema WHERE type = '%s' AND name = '%s'", type, name));
	bool		 yes = sqlite3_step(st) == SQLITE_ROW;

	sqlite3_finalize(st);
	return yes;
}

/* What is kept gives way to what it is made of, until nothing is kept. */
static void
find_facts(struct arena *a, struct tables *ts)
{
	bool	 kept[TABLES] = { false }, more = true;

	memcpy(ts->fact, ts->used, sizeof(ts->fact));
	while (more) {
		more = false;
		for (int i = 0; i < ts->n; i++) {
			const char	*view = arena_printf(a, "%s_now",
			    ts->name[i]);

			if (!ts->fact[i] || kept[i] ||
			    !exists(a, "view", view))
				continue;
			kept[i] = more = true;
			opened(ts, ts->fact, arena_printf(a,
			    "SELECT * FROM %s", view));
		}
	}
	for (int i = 0; i < ts->n; i++)
		ts->fact[i] = ts->fact[i] && !kept[i];
}

static double
scan_time(struct arena *a, const char *table)
{
	struct buf	 b;
	sqlite3_stmt	*st;
	long		 n;

	/* A view is read through its tables. */
	if (!exists(a, "table", table))
		return 0;
	buf_init(&b, a);
	buf_puts(&b, "SELECT count(*)");
	st = prepare(arena_printf(a, "PRAGMA table_info(%s)", table));
	while (sqlite3_step(st) == SQLITE_ROW)
		buf_puts(&b, arena_printf(a, ", count(\"%s\")",
		    (const char *)sqlite3_column_text(st, 1)));
	sqlite3_finalize(st);
	buf_puts(&b, arena_printf(a, " FROM %s", table));
	buf_char(&b, '\0');
	return timed(buf_text(&b).p, &n);
}

/* The statement without what ends it. */
static const char *
statement(struct arena *a, struct str sql)
{
	while (sql.n > 0 && strchr("; \n", sql.p[sql.n - 1]) != NULL)
		sql.n--;
	return str_dup(a, sql).p;
}

static void
measure(struct arena *a, const struct canned *c, struct tables *ts)
{
	const char	*sql = statement(a, c->sql);
	double		 scan = 0, facts = 0, list, t;
	long		 n, m;

	memset(ts->used, 0, sizeof(ts->used));
	opened(ts, ts->used, sql);
	find_facts(a, ts);
	for (int i = 0; i < ts->n; i++) {
		if ((ts->used[i] || ts->fact[i]) && ts->time[i] < 0)
			ts->time[i] = scan_time(a, ts->name[i]);
		scan += ts->used[i] ? ts->time[i] : 0;
		facts += ts->fact[i] ? ts->time[i] : 0;
	}
	t = timed(sql, &n);
	run("DROP TABLE IF EXISTS temp.answer");
	run(arena_printf(a, "CREATE TEMP TABLE answer AS %s", sql));
	list = timed("SELECT * FROM temp.answer ORDER BY 1, 2", &m);
	printf("%-22.*s %8ld %8.4f %8.4f %8.4f %8.4f %6.2f %6.2f %6.2f\n",
	    STR_ARG(c->name), n, t, scan, facts, list, t / scan, t / facts,
	    t / (scan + list));
	fflush(stdout);
}

int
main(int argc, char **argv)
{
	struct arena	*a = arena_new();
	struct tables	*ts = arena_alloc(a, 1, sizeof(*ts));
	struct canned	*c;
	int		 n = canned_list(a, &c);

	if (argc < 2)
		return 2;
	if (sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL) !=
	    SQLITE_OK)
		return 3;
	run("PRAGMA cache_size = -65536");
	run("PRAGMA temp_store = MEMORY");
	printf("%-22s %8s %8s %8s %8s %8s %6s %6s %6s\n", "query", "rows",
	    "s", "scan s", "facts s", "list s", "/scan", "/facts", "/both");
	for (int i = 0; i < n; i++)
		for (int k = argc < 3 ? 1 : 2; k < argc; k++)
			if (argc < 3 || str_eq(c[i].name, str_of(argv[k])))
				measure(a, &c[i], ts);
	sqlite3_close(db);
	arena_free(a);
	return 0;
}
