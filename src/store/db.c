#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/say.h"
#include "store/db.h"

struct arg
arg_int(int64_t i)
{
	return (struct arg){ .type = ARG_T_INT, .i = i };
}

struct arg
arg_real(double r)
{
	return (struct arg){ .type = ARG_T_REAL, .r = r };
}

struct arg
arg_str(struct str s)
{
	return (struct arg){ .type = ARG_T_STR, .s = s };
}

struct arg
arg_bytes(struct bytes b)
{
	return (struct arg){ .type = ARG_T_BYTES, .b = b };
}

struct arg
arg_cstr(const char *s)
{
	return s != NULL ? arg_str(str_of(s)) : ARG_NULL;
}

struct arg
arg_int_or_null(int64_t i)
{
	return i != 0 ? arg_int(i) : ARG_NULL;
}

struct arg
arg_str_or_null(struct str s)
{
	return s.n != 0 ? arg_str(s) : ARG_NULL;
}

int
db_fail(sqlite3 *db, struct err *e)
{
	if (sqlite3_errcode(db) == SQLITE_BUSY)
		return err_set(e, ERR_DB, _("another program writes to it"));
	return err_set(e, ERR_DB, "%s", sqlite3_errmsg(db));
}

/* Text and bytes outlive the step, so nothing is copied (SQLITE_STATIC). */
static int
bind(sqlite3_stmt *st, int at, const struct arg *a)
{
	switch (a->type) {
	case ARG_T_NULL:
		return sqlite3_bind_null(st, at);
	case ARG_T_INT:
		return sqlite3_bind_int64(st, at, a->i);
	case ARG_T_REAL:
		return sqlite3_bind_double(st, at, a->r);
	case ARG_T_STR:
		return sqlite3_bind_text64(st, at, a->s.n != 0 ? a->s.p : "",
		    a->s.n, SQLITE_STATIC, SQLITE_UTF8);
	case ARG_T_BYTES:
		if (a->b.n == 0)
			return sqlite3_bind_zeroblob(st, at, 0);
		return sqlite3_bind_blob64(st, at, a->b.p, a->b.n,
		    SQLITE_STATIC);
	}
	return SQLITE_MISUSE;
}

int
db_step(sqlite3_stmt *st, struct err *e)
{
	switch (sqlite3_step(st)) {
	case SQLITE_ROW:
		return 1;
	case SQLITE_DONE:
		return 0;
	default:
		db_fail(sqlite3_db_handle(st), e);
		sqlite3_reset(st);
		return -1;
	}
}

int
db_row(sqlite3_stmt *st, struct err *e, const struct arg *a, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (bind(st, (int)i + 1, &a[i]) != SQLITE_OK)
			return db_fail(sqlite3_db_handle(st), e);
	return db_step(st, e);
}

int
db_run(sqlite3_stmt *st, struct err *e, const struct arg *a, size_t n)
{
	int	 r = db_row(st, e, a, n);

	if (sqlite3_reset(st) != SQLITE_OK && r >= 0)
		r = db_fail(sqlite3_db_handle(st), e);
	return r < 0 ? -1 : 0;
}

struct str
db_text(sqlite3_stmt *st, int column)
{
	const unsigned char	*p = sqlite3_column_text(st, column);

	if (p == NULL && sqlite3_column_type(st, column) != SQLITE_NULL)
		out_of_memory();
	return (struct str){ p != NULL ? (const char *)p : "",
	    (size_t)sqlite3_column_bytes(st, column) };
}

int
db_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **st, struct err *e)
{
	if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, st,
	    NULL) != SQLITE_OK)
		return db_fail(db, e);
	return 0;
}

int
db_exec(sqlite3 *db, struct str sql, struct err *e)
{
	const char	*p = sql.p, *end = sql.p + sql.n;
	sqlite3_stmt	*st;
	int		 r = 0;

	while (r == 0 && p < end) {
		if (sqlite3_prepare_v2(db, p, (int)(end - p), &st, &p) !=
		    SQLITE_OK)
			return db_fail(db, e);
		if (st == NULL)		/* comment or space to the end */
			continue;
		while ((r = db_step(st, e)) == 1)
			;
		sqlite3_finalize(st);
	}
	return r;
}

int
db_int(sqlite3 *db, const char *sql, int64_t *value, struct err *e)
{
	sqlite3_stmt	*st;
	int		 r;

	*value = 0;
	if (db_prepare(db, sql, &st, e) < 0)
		return -1;
	if ((r = db_step(st, e)) == 1)
		*value = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return r < 0 ? -1 : 0;
}
