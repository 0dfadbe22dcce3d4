/*
 * SQLite with typed binding and our errors.  Statements are made once and
 * used often; values are always bound, never printed into SQL.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/str.h"

struct err;

struct arg {
	enum { ARG_T_NULL, ARG_T_INT, ARG_T_REAL, ARG_T_STR, ARG_T_BYTES }
			 type;
	int64_t		 i;
	double		 r;
	struct str	 s;
	struct bytes	 b;
};

struct arg	arg_int(int64_t);
struct arg	arg_real(double);
struct arg	arg_str(struct str);
struct arg	arg_bytes(struct bytes);
struct arg	arg_cstr(const char *);		/* NULL: NULL */

#define ARG(x) _Generic((x),			\
	bool:		arg_int,		\
	int:		arg_int,		\
	int64_t:	arg_int,		\
	double:		arg_real,		\
	struct str:	arg_str,		\
	struct bytes:	arg_bytes,		\
	char *:		arg_cstr,		\
	const char *:	arg_cstr)(x)
#define ARG_NULL	((struct arg){ .type = ARG_T_NULL })

/* NULL instead of 0, or of nothing. */
struct arg	arg_int_or_null(int64_t);
struct arg	arg_str_or_null(struct str);

/* Runs a statement that returns no rows, and makes it ready again. */
int	db_run(sqlite3_stmt *, struct err *, const struct arg *, size_t n);
#define DB_RUN(st, e, ...)						\
	db_run((st), (e), (const struct arg[]){ __VA_ARGS__ },		\
	    sizeof((const struct arg[]){ __VA_ARGS__ }) /		\
	    sizeof(struct arg))

/*
 * Binds and steps once: 1 with a row to look at, 0 without.  In both cases
 * the caller resets the statement.
 */
int	db_row(sqlite3_stmt *, struct err *, const struct arg *, size_t n);
#define DB_ROW(st, e, ...)						\
	db_row((st), (e), (const struct arg[]){ __VA_ARGS__ },		\
	    sizeof((const struct arg[]){ __VA_ARGS__ }) /		\
	    sizeof(struct arg))

/* The next row of a statement that db_row() began: 1, 0 or -1. */
int	db_step(sqlite3_stmt *, struct err *);

/*
 * Text of a column, none of NULL; valid until the statement is stepped or
 * reset.
 */
struct str	db_text(sqlite3_stmt *, int column);

/* Any number of statements without parameters. */
int	db_exec(sqlite3 *, struct str sql, struct err *);

int	db_prepare(sqlite3 *, const char *sql, sqlite3_stmt **, struct err *);

/* The first column of the first row; 0 when there is none. */
int	db_int(sqlite3 *, const char *sql, int64_t *, struct err *);

/* Sets the message to what SQLite says.  Returns -1. */
int	db_fail(sqlite3 *, struct err *);

#endif
