#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/archive.h"
#include "store/query.h"
#include "store/store.h"

/* A query owns its statement and the text of its parameters. */
struct query {
	sqlite3_stmt	*st;
	struct arena	*arena;
};

int
query_open(struct store *s, struct str sql, struct query **query,
    struct err *e)
{
	struct query	*q;
	sqlite3_stmt	*st;
	const char	*rest;

	*query = NULL;
	if (sqlite3_prepare_v2(s->db, sql.p, (int)sql.n, &st, &rest) !=
	    SQLITE_OK)
		return db_fail(s->db, e);
	if (st == NULL)
		return err_set(e, ERR_USAGE, "there is no statement");
	q = xmalloc(sizeof(*q));
	*q = (struct query){ st, arena_new() };
	*query = q;
	return 0;
}

void
query_close(struct query *q)
{
	if (q == NULL)
		return;
	sqlite3_finalize(q->st);
	arena_free(q->arena);
	free(q);
}

int
query_nparam(const struct query *q)
{
	return sqlite3_bind_parameter_count(q->st);
}

const char *
query_param(const struct query *q, int i)
{
	const char	*name = sqlite3_bind_parameter_name(q->st, i + 1);

	return name != NULL ? name + 1 : "";
}

static int
param_index(struct query *q, const char *name, struct err *e)
{
	int	 n = query_nparam(q);

	for (int i = 0; i < n; i++)
		if (strcmp(query_param(q, i), name) == 0)
			return i + 1;
	return err_set(e, ERR_USAGE, "there is no parameter %s", name);
}

/* "-17", but not "017", "1e3" or more digits than 64 bits hold. */
static bool
as_integer(struct str s, int64_t *value)
{
	size_t	 at = s.n > 0 && s.p[0] == '-';
	int64_t	 v = 0;

	if (s.n == at || s.n - at > 18 || (s.p[at] == '0' && s.n - at > 1))
		return false;
	for (size_t i = at; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		v = v * 10 + (s.p[i] - '0');
	}
	*value = at ? -v : v;
	return true;
}

int
query_bind_int(struct query *q, const char *name, int64_t value,
    struct err *e)
{
	int	 i = param_index(q, name, e);

	if (i < 0)
		return -1;
	if (sqlite3_bind_int64(q->st, i, value) != SQLITE_OK)
		return db_fail(sqlite3_db_handle(q->st), e);
	return 0;
}

int
query_bind(struct query *q, const char *name, struct str value,
    struct err *e)
{
	int64_t		 n;

	if (as_integer(value, &n))
		return query_bind_int(q, name, n, e);
	return query_bind_text(q, name, value, e);
}

int
query_bind_text(struct query *q, const char *name, struct str value,
    struct err *e)
{
	struct str	 copy = str_dup(q->arena, value);
	int		 i;

	if ((i = param_index(q, name, e)) < 0)
		return -1;
	if (sqlite3_bind_text64(q->st, i, copy.p, copy.n, SQLITE_STATIC,
	    SQLITE_UTF8) != SQLITE_OK)
		return db_fail(sqlite3_db_handle(q->st), e);
	return 0;
}

int
query_step(struct query *q, struct err *e)
{
	return db_step(q->st, e);
}

int
query_ncol(const struct query *q)
{
	return sqlite3_column_count(q->st);
}

const char *
query_column(const struct query *q, int i)
{
	return sqlite3_column_name(q->st, i);
}

enum value_type
query_type(const struct query *q, int i)
{
	switch (sqlite3_column_type(q->st, i)) {
	case SQLITE_INTEGER:
		return VALUE_INT;
	case SQLITE_FLOAT:
		return VALUE_REAL;
	case SQLITE_TEXT:
		return VALUE_TEXT;
	case SQLITE_BLOB:
		return VALUE_BLOB;
	default:
		return VALUE_NULL;
	}
}

int64_t
query_int(const struct query *q, int i)
{
	return sqlite3_column_int64(q->st, i);
}

double
query_real(const struct query *q, int i)
{
	return sqlite3_column_double(q->st, i);
}

struct str
query_text(const struct query *q, int i)
{
	return db_text(q->st, i);
}

int
query_run(struct store *s, struct str sql, const struct str *value,
    int nvalue, struct err *e)
{
	struct arena	*a = arena_new();
	sqlite3_stmt	*st = NULL;
	struct arg	*v;
	int		 r;

	v = arena_alloc(a, (size_t)nvalue + 1, sizeof(*v));
	for (int i = 0; i < nvalue; i++)
		v[i] = value[i].p != NULL ? ARG(value[i]) : ARG_NULL;
	if (sqlite3_prepare_v2(s->db, sql.p, (int)sql.n, &st, NULL) !=
	    SQLITE_OK)
		r = db_fail(s->db, e);
	else if ((r = db_row(st, e, v, (size_t)nvalue)) == 1)
		while ((r = db_step(st, e)) == 1)
			;
	sqlite3_finalize(st);
	arena_free(a);
	return r;
}
