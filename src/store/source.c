/*
 * The originals: kept once for each content, in SQLite's archive layout
 * (deflated with zlib when that makes them smaller), never changed.
 */
#include <config.h>

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "store/archive.h"
#include "store/store.h"

#define LARGE	(4u << 20)	/* bytes that are packed faster, not smaller:
				 * some take zlib a second for 16 MiB */

/* The path as it is kept: that of "../x/./y" is "x/y". */
static struct str
clean_path(struct arena *a, struct str path)
{
	char		*p = arena_alloc(a, path.n + 1, 1);
	size_t		 n = 0;
	struct str	 part;

	while (str_field(&path, '/', &part)) {
		if (part.n == 0 || str_eq(part, STR(".")))
			continue;
		if (str_eq(part, STR(".."))) {
			while (n > 0 && p[--n] != '/')
				;
			continue;
		}
		if (n > 0)
			p[n++] = '/';
		memcpy(p + n, part.p, part.n);
		n += part.n;
	}
	return n > 0 ? (struct str){ p, n } : STR("unnamed");
}

static struct str
base_name(struct str path)
{
	for (size_t i = path.n; i > 0; i--)
		if (path.p[i - 1] == '/')
			return str_from(path, i);
	return path;
}

/* "a/b.txt" and 2: "a/b~2.txt"; what begins with a dot has no ending. */
static struct str
numbered(struct arena *a, struct str path, int n)
{
	size_t	 start = path.n - base_name(path).n, dot = path.n;

	for (size_t i = path.n; i > start + 1; i--)
		if (path.p[i - 1] == '.') {
			dot = i - 1;
			break;
		}
	return str_of(arena_printf(a, STR_FMT "~%d" STR_FMT,
	    STR_ARG(str_sub(path, 0, dot)), n, STR_ARG(str_from(path, dot))));
}

/* Stores the bytes under a name that is free. */
static int
put_original(struct store *s, struct arena *a, struct str path, int version,
    struct bytes data, struct str *name, struct err *e)
{
	uLongf		 size = compressBound(data.n);
	unsigned char	*z = xmalloc(size);
	struct bytes	 body = data;
	int64_t		 there;
	int		 r = 0, ret;

	*name = version > 1 ? numbered(a, path, version) : path;
	while ((r = GET(s, GET_ARCHIVE, e, &there, ARG(*name))) == 1)
		*name = numbered(a, path, ++version);
	if (r == 0) {
		ret = compress2(z, &size, data.p, data.n, data.n > LARGE ?
		    Z_BEST_SPEED : Z_DEFAULT_COMPRESSION);
		if (ret == Z_MEM_ERROR)
			out_of_memory();
		if (ret == Z_OK && size < data.n)
			body = (struct bytes){ z, size };
		r = PUT(s, PUT_SQLAR, e, ARG(*name), ARG((int64_t)data.n),
		    ARG(body));
	}
	free(z);
	return r;
}

/* The name that this content has in the archive, made if need be. */
static int
archive(struct store *s, struct arena *a, struct str path, int version,
    const struct source *src, struct str *name, struct err *e)
{
	sqlite3_stmt	*st;
	int		 r;

	if (put_stmt(s, GET_ARCHIVE_NAME, &st, e) < 0)
		return -1;
	r = DB_ROW(st, e, ARG(src->sha256));
	if (r == 1)
		*name = str_dup(a, db_text(st, 1));
	sqlite3_reset(st);
	if (r != 0)
		return r < 0 ? -1 : 0;
	return put_original(s, a, path, version, src->data, name, e);
}

int
store_reread(struct store *s, const struct source *src, struct err *e)
{
	return PUT(s, PUT_SOURCE_READ, e, ARG(src->id), ARG(src->media_type),
	    ARG(src->charset), ARG(src->reader), ARG(src->by_line),
	    ARG(src->encoding), ARG(src->agency), ARG(src->parent),
	    arg_int_or_null(src->year));
}

/* A row for a source that is not there; what is current stays so. */
static int
add(struct store *s, struct arena *a, struct str path, int version,
    struct source *src, struct err *e)
{
	struct str	 name = STR("");

	if (src->container == 0 &&
	    archive(s, a, path, version, src, &name, e) < 0)
		return -1;
	if (PUT(s, PUT_SOURCE, e, ARG(path), ARG(base_name(path)),
	    ARG(version), arg_int_or_null(src->container), ARG(src->member),
	    src->container == 0 ? ARG(name) : ARG_NULL, ARG(src->sha256),
	    ARG((int64_t)src->data.n), ARG(src->media_type),
	    ARG(src->charset), ARG(src->reader), ARG(src->by_line),
	    ARG(src->encoding), ARG(src->agency), ARG(src->parent),
	    arg_int_or_null(src->year)) < 0)
		return -1;
	src->id = sqlite3_last_insert_rowid(s->db);
	return PUT(s, PUT_SOURCE_KEPT, e, ARG(src->id));
}

/* What was read from the versions of this path that were current. */
static int
clear_path(struct store *s, struct str path, struct err *e)
{
	sqlite3_stmt	*st;
	int64_t		 id;
	int		 r;

	if (db_prepare(s->db, "SELECT id FROM source WHERE path = ?1"
	    " AND is_current", &st, e) < 0)
		return -1;
	while ((r = DB_ROW(st, e, ARG(path))) == 1) {
		id = sqlite3_column_int64(st, 0);
		sqlite3_reset(st);
		if ((r = source_clear(s, id, e)) < 0 ||
		    (r = PUT(s, PUT_SOURCE_OLD, e, ARG(id))) < 0 ||
		    (r = PUT(s, PUT_SOURCE_CURRENT, e, ARG(-1),
		    ARG(path))) < 0)
			break;
	}
	sqlite3_finalize(st);
	return r < 0 ? -1 : 0;
}

int
store_source(struct store *s, struct source *src, struct err *e)
{
	struct arena	*a = arena_new();
	struct str	 path = clean_path(a, src->path);
	int64_t		 version;
	int		 r;

	assert(s->writable);
	if ((r = clear_path(s, path, e)) < 0)
		goto out;
	r = GET(s, GET_SOURCE, e, &src->id, ARG(path), ARG(src->sha256));
	if (r == 1)
		r = store_reread(s, src, e);
	else if (r == 0 && (r = GET(s, GET_SOURCE_VERSION, e, &version,
	    ARG(path))) >= 0)
		r = add(s, a, path, (int)version + 1, src, e);
	if (r == 0)
		r = PUT(s, PUT_SOURCE_CURRENT, e, ARG(src->id), ARG(path));
out:
	arena_free(a);
	return r < 0 ? -1 : 0;
}

int
store_keep(struct store *s, struct source *src, struct err *e)
{
	struct arena	*a = arena_new();
	struct str	 path = clean_path(a, src->path);
	int64_t		 version;
	int		 r;

	assert(s->writable);
	r = GET(s, GET_SOURCE, e, &src->id, ARG(path), ARG(src->sha256));
	if (r == 0 && (r = GET(s, GET_SOURCE_VERSION, e, &version,
	    ARG(path))) >= 0)
		r = add(s, a, path, (int)version + 1, src, e);
	arena_free(a);
	return r < 0 ? -1 : 0;
}

int
store_has(struct store *s, struct str path, const char *sha256, bool *has,
    struct err *e)
{
	struct arena	*a = arena_new();
	int64_t		 id;
	int		 r;

	r = GET(s, GET_SOURCE, e, &id, ARG(clean_path(a, path)),
	    ARG(sha256));
	arena_free(a);
	*has = r == 1;
	return r < 0 ? -1 : 0;
}

int
store_have(struct store *s, struct str path, const char *sha256,
    enum store_have *have, struct err *e)
{
	struct arena	*a = arena_new();
	int64_t		 v;
	int		 r;

	r = GET(s, GET_SOURCE_HAVE, e, &v, ARG(clean_path(a, path)),
	    ARG(sha256));
	arena_free(a);
	*have = v == 2 ? STORE_SAME : v == 1 ? STORE_CHANGED : STORE_NEW;
	return r < 0 ? -1 : 0;
}

/* Sorted by path; a path has one current version. */
struct known {
	struct known_path {
		struct str	 path;
		char		 sha256[SHA256_HEX];
	}	*at;
	size_t	 n;
};

int
store_known(struct store *s, struct arena *a, const struct known **known,
    struct err *e)
{
	struct known	*k = arena_alloc(a, 1, sizeof(*k));
	sqlite3_stmt	*st;
	int64_t		 n;
	int		 r;

	if (db_int(s->db, "SELECT count(*) FROM source", &n, e) < 0 ||
	    db_prepare(s->db, "SELECT path, sha256 FROM source"
	    " WHERE is_current ORDER BY path", &st, e) < 0)
		return -1;
	k->at = arena_alloc(a, (size_t)n, sizeof(*k->at));
	while ((r = db_step(st, e)) == 1 && k->n < (size_t)n) {
		struct known_path	*p = &k->at[k->n++];
		struct str		 hex;

		p->path = str_dup(a, db_text(st, 0));
		hex = str_sub(db_text(st, 1), 0, SHA256_HEX - 1);
		memcpy(p->sha256, hex.p, hex.n);
	}
	sqlite3_finalize(st);
	*known = k;
	return r < 0 ? -1 : 0;
}

static int
path_cmp(const void *key, const void *at)
{
	return str_cmp(*(const struct str *)key,
	    ((const struct known_path *)at)->path);
}

bool
known_has(const struct known *k, struct str path, const char *sha256)
{
	struct arena			*a = arena_new();
	struct str			 clean = clean_path(a, path);
	const struct known_path		*p = NULL;

	if (k->n != 0)
		p = bsearch(&clean, k->at, k->n, sizeof(*k->at), path_cmp);
	arena_free(a);
	return p != NULL && strcmp(p->sha256, sha256) == 0;
}

static const char	 source_sql[] =
    "SELECT id, path, container, member, sha256, media_type, charset,"
    " reader, by_line, encoding, given_agency, given_year, given_parent"
    " FROM source";

/* Names of ours come back as text of the arena; NULL stays NULL. */
static const char *
name_of(sqlite3_stmt *st, int column, struct arena *a)
{
	if (sqlite3_column_type(st, column) == SQLITE_NULL)
		return NULL;
	return str_dup(a, db_text(st, column)).p;
}

static void
fill(sqlite3_stmt *st, struct arena *a, struct source *src)
{
	struct str	 hex = str_sub(db_text(st, 4), 0, SHA256_HEX - 1);

	*src = (struct source){
		.id = sqlite3_column_int64(st, 0),
		.path = str_dup(a, db_text(st, 1)),
		.container = sqlite3_column_int64(st, 2),
		.member = str_dup(a, db_text(st, 3)),
		.media_type = name_of(st, 5, a),
		.charset = name_of(st, 6, a),
		.reader = name_of(st, 7, a),
		.by_line = sqlite3_column_int(st, 8) != 0,
		.encoding = str_dup(a, db_text(st, 9)),
		.agency = str_dup(a, db_text(st, 10)),
		.year = sqlite3_column_int(st, 11),
		.parent = str_dup(a, db_text(st, 12)),
	};
	memcpy(src->sha256, hex.p, hex.n);
}

static int
select_source(struct store *s, struct arena *a, const char *where,
    struct arg arg, struct source *src, struct err *e)
{
	sqlite3_stmt	*st;
	int		 r;

	if (db_prepare(s->db, arena_printf(a, "%s WHERE %s", source_sql,
	    where), &st, e) < 0)
		return -1;
	if ((r = DB_ROW(st, e, arg)) == 1)
		fill(st, a, src);
	sqlite3_finalize(st);
	return r;
}

int
store_next_source(struct store *s, struct arena *a, int64_t after,
    struct source *src, struct err *e)
{
	return select_source(s, a, "id > ?1 AND is_current ORDER BY id"
	    " LIMIT 1", ARG(after), src, e);
}

int
store_next_version(struct store *s, struct arena *a, int64_t after,
    struct source *src, struct err *e)
{
	return select_source(s, a, "id > ?1 AND NOT is_current"
	    " AND container IS NULL ORDER BY id LIMIT 1", ARG(after), src, e);
}

int
store_current(struct store *s, struct arena *a, struct str path,
    struct source *src, struct err *e)
{
	return select_source(s, a, "path = ?1 AND is_current",
	    ARG(clean_path(a, path)), src, e);
}

int
store_find_source(struct store *s, struct arena *a, struct str path,
    struct source *src, struct err *e)
{
	int	 r;

	if ((r = store_current(s, a, path, src, e)) != 0)
		return r;
	path = str_starts(path, STR("/")) ? str_from(path, 1) :
	    clean_path(a, path);
	return select_source(s, a, "id = (SELECT CASE count(*) WHEN 1"
	    " THEN max(id) END FROM source WHERE is_current AND ("
	    "substr('/' || path, -length('/' || ?1)) = '/' || ?1 OR "
	    "substr('/' || ?1, -length('/' || path)) = '/' || path))",
	    ARG(path), src, e);
}

static int
inflate_original(struct arena *a, sqlite3_stmt *st, struct bytes *data,
    struct err *e)
{
	const unsigned char	*p = sqlite3_column_blob(st, 1);
	size_t			 n = (size_t)sqlite3_column_bytes(st, 1);
	int64_t			 sz = sqlite3_column_int64(st, 0);
	unsigned char		*out;
	uLongf			 size = (uLongf)sz;
	int			 ret;

	if (p == NULL && n != 0)
		out_of_memory();
	if (sz < 0 || sz > LIMIT_FILE)
		return err_set(e, ERR_DB, "an original has a wrong size");
	out = arena_alloc(a, (size_t)sz + 1, 1);
	if ((size_t)sz == n) {
		if (n != 0)
			memcpy(out, p, n);
	} else if ((ret = uncompress(out, &size, p, n)) == Z_MEM_ERROR)
		out_of_memory();
	else if (ret != Z_OK || size != (uLongf)sz)
		return err_set(e, ERR_DB, "an original cannot be inflated");
	*data = (struct bytes){ out, (size_t)sz };
	return 0;
}

int
store_original(struct store *s, struct arena *a, int64_t source,
    struct bytes *data, struct err *e)
{
	static const char	 sql[] =
	    "WITH RECURSIVE up (id) AS (SELECT ?1 UNION ALL"
	    " SELECT s.container FROM up JOIN source s USING (id)"
	    "  WHERE s.container IS NOT NULL)"
	    "SELECT q.sz, q.data, s.sha256 FROM up JOIN source s USING (id)"
	    " JOIN sqlar q ON q.name = s.archive";
	sqlite3_stmt	*st;
	char		 hex[SHA256_HEX];
	int		 r;

	if (db_prepare(s->db, sql, &st, e) < 0)
		return -1;
	if ((r = DB_ROW(st, e, ARG(source))) == 0)
		r = err_set(e, ERR_DB, "there is no original");
	if (r == 1 && (r = inflate_original(a, st, data, e)) == 0) {
		sha256_hex(*data, hex);
		if (!str_eq(db_text(st, 2), str_of(hex)))
			r = err_set(e, ERR_DB,
			    "an original does not have its SHA-256");
	}
	sqlite3_finalize(st);
	return r;
}
