#include <config.h>

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/stop.h"
#include "form/form.h"
#include "store/archive.h"
#include "store/overlay.h"
#include "store/schema.h"
#include "store/store.h"
#include "store/userrule.h"

#define BUSY_MS		60000	/* how long another writer is waited for */
#define PAUSE_MS	20	/* before it is tried again */

/* Which id each item has in the file. */
static int
load_items(struct store *s, struct err *e)
{
	sqlite3_stmt	*st;
	int		 r = 0;

	if (s->stale)
		return 0;
	if (db_prepare(s->db, "SELECT id FROM item WHERE form = ?1"
	    " AND code = ?2", &st, e) < 0)
		return -1;
	for (int i = 0; i < s->forms->nitem && r >= 0; i++) {
		const struct item	*it = &s->forms->item[i];

		r = DB_ROW(st, e, ARG(form_name(it->form)), ARG(it->code));
		if (r == 1)
			s->item_id[i] = sqlite3_column_int64(st, 0);
		else if (r == 0)
			r = err_set(e, ERR_DB, "there is no item %s",
			    it->code);
		sqlite3_reset(st);
	}
	sqlite3_finalize(st);
	return r < 0 ? -1 : 0;
}

/* An archive whose derived views are not of this version has none yet. */
static bool
has_rules(struct store *s)
{
	struct err	 why;
	int64_t		 n;

	return db_int(s->db, "SELECT count(*) FROM user_rule", &n, &why) ==
	    0 && n > 0;
}

/* Whether one that is not alone goes on waiting; before: for how many times. */
static int
wait_turn(void *ctx, int before)
{
	(void)ctx;
	if (before >= BUSY_MS / PAUSE_MS || stop_asked())
		return 0;
	sqlite3_sleep(PAUSE_MS);
	return 1;
}

/*
 * The write-ahead log makes batches cheap and a reader possible while an
 * import runs; closing leaves nothing of it behind.  To begin it one must be
 * alone for a moment.  Of two that both want that SQLite lets neither wait,
 * but one has to try again.
 */
static int
begin_log(struct store *s, struct err *e)
{
	int	 r, waited = 0;

	while ((r = sqlite3_exec(s->db, "PRAGMA journal_mode = WAL", NULL,
	    NULL, NULL)) == SQLITE_BUSY && wait_turn(NULL, waited))
		waited++;
	if (r != SQLITE_OK)
		return db_fail(s->db, e);
	return db_exec(s->db, STR("PRAGMA synchronous = NORMAL;"
	    "PRAGMA cache_size = -65536;"), e);
}

static int
prepare(struct store *s, enum store_mode mode, struct err *e)
{
	sqlite3_busy_handler(s->db, wait_turn, NULL);
	if (!s->writable &&
	    db_exec(s->db, STR("PRAGMA query_only = 1;"), e) < 0)
		return -1;
	if (mode == STORE_CREATE && schema_create(s->db, e) < 0)
		return -1;
	if (schema_check(s->db, s->keeps, &s->stale, e) < 0)
		return -1;
	/* Pages that do not fit would be written before they are undone. */
	if (mode == STORE_TRY &&
	    db_exec(s->db, STR("PRAGMA cache_size = -65536;"
	    "PRAGMA temp_store = MEMORY;"), e) < 0)
		return -1;
	if (s->writable && has_rules(s) && store_rules_ready(s, e) < 0)
		return -1;
	if (s->keeps && begin_log(s, e) < 0)
		return -1;
	return load_items(s, e);
}

/* The file, or the folder in which a journal would be put beside it. */
static bool
is_read_only(struct arena *a, const char *path, sqlite3 *db)
{
	const char	*slash = strrchr(path, '/'), *dir = ".";

	if (sqlite3_db_readonly(db, "main") == 1)
		return true;
	if (strcmp(path, ":memory:") == 0)
		return false;
	if (slash != NULL)
		dir = arena_dup(a, path, (size_t)(slash - path) + 1);
	return access(dir, W_OK) != 0;
}

int
store_open(const char *path, enum store_mode mode, struct store **store,
    struct err *e)
{
	static const int	 flags[] = {
		/* What a killed import left must be recovered to be read. */
		[STORE_READ] = SQLITE_OPEN_READWRITE,
		[STORE_UPDATE] = SQLITE_OPEN_READWRITE,
		[STORE_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		[STORE_TRY] = SQLITE_OPEN_READWRITE,
	};
	struct arena	*a = arena_new();
	struct store	*s = arena_alloc(a, 1, sizeof(*s));

	s->arena = a;
	s->writable = mode != STORE_READ;
	s->keeps = s->writable && mode != STORE_TRY;
	s->forms = forms_load(a);
	s->item_id = arena_alloc(a, (size_t)s->forms->nitem,
	    sizeof(*s->item_id));
	s->cell = arena_alloc(a, (size_t)s->forms->nitem * PUT_CELLS,
	    sizeof(*s->cell));
	if (sqlite3_open_v2(path, &s->db, flags[mode], NULL) != SQLITE_OK) {
		err_set(e, ERR_DB, "%s: %s", path, s->db != NULL ?
		    sqlite3_errmsg(s->db) : "no memory");
		goto fail;
	}
	if (mode == STORE_TRY && is_read_only(a, path, s->db)) {
		sqlite3_close(s->db);
		if (overlay_open(path, &s->db, e) < 0)
			goto fail;
	}
	if (prepare(s, mode, e) < 0) {
		err_wrap(e, "%s", path);
		goto fail;
	}
	*store = s;
	return 0;
fail:
	sqlite3_close(s->db);
	arena_free(a);
	*store = NULL;
	return -1;
}

/*
 * Whoever has the archive open last ends the log, and before that nobody
 * can.  One who may not write need not.
 */
static int
end_log(struct store *s, struct err *e)
{
	int	 r;

	if (s->writable && !s->keeps)
		return 0;
	r = sqlite3_exec(s->db, "PRAGMA journal_mode = DELETE", NULL, NULL,
	    NULL);
	return r == SQLITE_OK || r == SQLITE_BUSY || !s->keeps ? 0 :
	    db_fail(s->db, e);
}

int
store_close(struct store *s, struct err *e)
{
	int	 r;

	if (s == NULL)
		return 0;
	store_rollback(s);
	for (int i = 0; i < PUT__N; i++)
		sqlite3_finalize(s->put[i]);
	r = end_log(s, e);
	if (sqlite3_close(s->db) != SQLITE_OK && r == 0)
		r = db_fail(s->db, e);
	arena_free(s->arena);
	return r;
}

bool
store_is_stale(struct store *s)
{
	return s->stale;
}

int
store_begin(struct store *s, struct err *e)
{
	return db_exec(s->db, STR("BEGIN IMMEDIATE"), e);
}

int
store_commit(struct store *s, struct err *e)
{
	assert(s->keeps);
	return db_exec(s->db, STR("COMMIT"), e);
}

void
store_rollback(struct store *s)
{
	if (!sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}

int
store_forget(struct store *s, struct err *e)
{
	for (int i = 0; i < PUT__N; i++) {
		sqlite3_finalize(s->put[i]);
		s->put[i] = NULL;
	}
	if (schema_derive(s->db, e) < 0)
		return -1;
	s->stale = false;
	s->rules_due = true;
	return load_items(s, e);
}

const char *
store_version(void)
{
	return sqlite3_libversion();
}
