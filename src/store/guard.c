#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/say.h"
#include "store/guard.h"

/* Steps between two looks at what was used. */
#define GUARD_EVERY	100

/*
 * What a rule may call: the same for the same archive, for ever.  So no
 * chance and no clock, which all functions of dates have.
 */
static const char *const	 functions[] = {
	"abs", "avg", "char", "coalesce", "count", "cume_dist", "dense_rank",
	"first_value", "format", "glob", "group_concat", "hex", "ifnull",
	"iif", "instr", "lag", "last_value", "lead", "length", "like",
	"likelihood", "likely", "lower", "ltrim", "max", "min", "nth_value",
	"ntile", "nullif", "percent_rank", "printf", "quote", "rank",
	"replace", "round", "row_number", "rtrim", "sign", "string_agg",
	"substr", "substring", "sum", "total", "trim", "typeof", "unicode",
	"unlikely", "upper", NULL
};

static bool
may_call(const char *name)
{
	for (int i = 0; functions[i] != NULL; i++)
		if (sqlite3_stricmp(functions[i], name) == 0)
			return true;
	return false;
}

/*
 * A name without a column is that of a table of which none is read, or of
 * one that the statement itself makes in a WITH.
 */
static bool
may_read(const struct guard *g, const char *table, const char *column,
    const char *db)
{
	if (db != NULL && strcmp(db, "main") != 0)
		return false;
	for (int i = 0; i < g->ntable; i++)
		if (sqlite3_stricmp(g->table[i].p, table) == 0)
			return true;
	return *column == '\0' && sqlite3_stricmp(table, "sqlar") != 0 &&
	    sqlite3_strnicmp(table, "sqlite_", 7) != 0 &&
	    sqlite3_strnicmp(table, "pragma_", 7) != 0;
}

static int
authorize(void *ctx, int action, const char *a, const char *b,
    const char *db, const char *view)
{
	const struct guard	*g = ctx;

	(void)view;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_READ:
		return may_read(g, a, b, db) ? SQLITE_OK : SQLITE_DENY;
	case SQLITE_FUNCTION:
		return may_call(b) ? SQLITE_OK : SQLITE_DENY;
	default:
		return SQLITE_DENY;
	}
}

/*
 * Only an interruption leaves the transaction around it alone, so memory is
 * watched here and not limited by SQLite.
 */
static int
look(void *ctx)
{
	struct guard	*g = ctx;

	g->step += GUARD_EVERY;
	if (g->step > g->max_step)
		g->why = N_("it takes too long");
	else if (sqlite3_memory_used() - g->memory > LIMIT_RULE_MEMORY)
		g->why = N_("it takes too much memory");
	return g->why != NULL;
}

static int
list_tables(struct guard *g, struct arena *a, struct err *e)
{
	sqlite3_stmt	*st;
	struct str	*v;
	int64_t		 n;
	int		 r;

	if (db_int(g->db, "SELECT count(*) FROM main.sqlite_schema", &n,
	    e) < 0 || db_prepare(g->db, "SELECT name FROM main.sqlite_schema"
	    " WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%'"
	    " ESCAPE '!' AND name <> 'sqlar'"
	    " AND sql NOT LIKE 'CREATE VIRTUAL%'", &st, e) < 0)
		return -1;
	g->table = v = arena_alloc(a, (size_t)n + 1, sizeof(*v));
	while ((r = db_step(st, e)) == 1 && g->ntable < n)
		v[g->ntable++] = str_dup(a, db_text(st, 0));
	sqlite3_finalize(st);
	return r < 0 ? -1 : 0;
}

/* Sets a switch of the connection and returns what it was. */
static int
config(sqlite3 *db, int which, int on)
{
	int	 was = 0;

	sqlite3_db_config(db, which, -1, &was);
	sqlite3_db_config(db, which, on, (int *)NULL);
	return was;
}

int
guard_begin(struct guard *g, sqlite3 *db, struct arena *a, int64_t filings,
    struct err *e)
{
	*g = (struct guard){ .db = db, .memory = sqlite3_memory_used(),
	    .max_step = LIMIT_RULE_STEPS +
	    filings * LIMIT_RULE_FILING_STEPS };
	if (list_tables(g, a, e) < 0)
		return -1;
	g->old_length = sqlite3_limit(db, SQLITE_LIMIT_LENGTH,
	    LIMIT_RULE_VALUE);
	g->old_like = sqlite3_limit(db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH,
	    LIMIT_RULE_PATTERN);
	/* A column that is misspelt in "" is an error and not a text. */
	g->old_dqs = config(db, SQLITE_DBCONFIG_DQS_DML, 0);
	g->old_trust = config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
	sqlite3_set_authorizer(db, authorize, g);
	sqlite3_progress_handler(db, GUARD_EVERY, look, g);
	return 0;
}

void
guard_end(struct guard *g)
{
	sqlite3_progress_handler(g->db, 0, NULL, NULL);
	sqlite3_set_authorizer(g->db, NULL, NULL);
	config(g->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, g->old_trust);
	config(g->db, SQLITE_DBCONFIG_DQS_DML, g->old_dqs);
	sqlite3_limit(g->db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, g->old_like);
	sqlite3_limit(g->db, SQLITE_LIMIT_LENGTH, g->old_length);
}
