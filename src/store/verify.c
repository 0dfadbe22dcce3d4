/*
 * Is the archive whole?  Asked of SQLite, of every original, and of every
 * row that belongs to another.
 */
#include <config.h>

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/archive.h"
#include "store/store.h"

struct verify {
	void	(*fault)(void *, const char *);
	void	*ctx;
	long	 n;
};

static void
say(struct verify *v, struct arena *a, struct str what, struct str detail)
{
	v->n++;
	v->fault(v->ctx, arena_printf(a, STR_FMT ": " STR_FMT, STR_ARG(what),
	    STR_ARG(detail)));
}

/* Every row of the answer, with its first two columns, is a fault. */
static int
rows(struct store *s, struct verify *v, const char *sql, const char *what,
    struct err *e)
{
	struct arena	*a = arena_new();
	sqlite3_stmt	*st;
	int		 r;

	if ((r = db_prepare(s->db, sql, &st, e)) == 0) {
		while ((r = db_step(st, e)) == 1) {
			struct str	 t = db_text(st, 0);

			if (!str_eq(t, STR("ok")))
				say(v, a, str_of(what), t);
		}
		sqlite3_finalize(st);
	}
	arena_free(a);
	return r;
}

/* Each original once, whatever the number of sources that have it. */
static int
originals(struct store *s, struct verify *v, struct err *e)
{
	sqlite3_stmt	*st;
	int		 r;

	if (db_prepare(s->db, "SELECT min(id), path FROM source"
	    " WHERE container IS NULL GROUP BY archive, sha256"
	    " ORDER BY 1", &st, e) < 0)
		return -1;
	while ((r = db_step(st, e)) == 1) {
		struct arena	*a = arena_new();
		struct bytes	 data;
		struct err	 why;

		if (store_original(s, a, sqlite3_column_int64(st, 0), &data,
		    &why) < 0)
			say(v, a, db_text(st, 1), str_of(why.msg));
		arena_free(a);
	}
	sqlite3_finalize(st);
	return r;
}

int
store_verify(struct store *s, void (*fault)(void *, const char *), void *ctx,
    long *nfault, struct err *e)
{
	struct verify	 v = { .fault = fault, .ctx = ctx };
	int		 r = 0;

	if (rows(s, &v, "PRAGMA integrity_check", "integrity", e) < 0 ||
	    originals(s, &v, e) < 0 ||
	    rows(s, &v, "SELECT DISTINCT \"table\" || ' ' || rowid || ' -> '"
	    " || parent FROM pragma_foreign_key_check", "a row without what"
	    " it belongs to", e) < 0 ||
	    rows(s, &v, "SELECT name FROM sqlar WHERE name NOT IN"
	    " (SELECT archive FROM source WHERE archive IS NOT NULL)",
	    "an original without a source", e) < 0)
		r = -1;
	if (r == 0 && !s->stale)
		r = rows(s, &v, "SELECT s.path FROM filing f JOIN source s"
		    " ON s.id = f.source WHERE f.is_checked = 0",
		    "not checked; import again or check --again", e);
	*nfault = v.n;
	return r;
}
