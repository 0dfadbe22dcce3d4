#include <config.h>

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/embed.h"
#include "base/err.h"
#include "base/say.h"
#include "base/sha256.h"
#include "doc/note.h"
#include "store/db.h"
#include "store/schema.h"
#include "store/store.h"

/*
 * What is made anew, in this order: a file of SQL, or a table of text with
 * the statement that takes its fields.
 */
static const struct step {
	const char	*file;
	const char	*insert;	/* NULL: the file is SQL */
	int		 nfield;
} step[] = {
	{ "20-lookup.sql", NULL, 0 },
	{ "form/item.tsv",
	    "INSERT INTO item (form, part, code, parent, kind, unit, row,"
	    " col, label_zh, label_en)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", 10 },
	{ "form/label.tsv",
	    "INSERT INTO item_alias (part, forms, axis, key, kind, text,"
	    " without) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", 7 },
	{ "form/reform.tsv",
	    "INSERT INTO organ_reform (old, new, year, kind)"
	    " VALUES (?1, ?2, ?3, ?4)", 4 },
	{ "rule/rule.tsv",
	    "INSERT INTO rule (id, slug, severity, title_en, title_zh, basis,"
	    " text_en, text_zh)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", 8 },
	{ "dictionary.tsv",
	    "INSERT INTO data_dictionary (object, column, meaning_en,"
	    " meaning_zh) VALUES (?1, ?2, ?3, ?4)", 4 },
	{ "30-filing.sql", NULL, 0 },
	{ "35-agency.sql", NULL, 0 },
	{ "40-cell.sql", NULL, 0 },
	{ "45-said.sql", NULL, 0 },
	{ "48-twin.sql", NULL, 0 },
	{ "50-sum.sql", NULL, 0 },
	{ "rule/a.sql", NULL, 0 },
	{ "rule/b.sql", NULL, 0 },
	{ "rule/c.sql", NULL, 0 },
	{ "rule/d.sql", NULL, 0 },
	{ "rule/e.sql", NULL, 0 },
	{ "rule/d7.sql", NULL, 0 },
	{ "rule/f.sql", NULL, 0 },
	{ "rule/f21.sql", NULL, 0 },
	{ "rule/input.sql", NULL, 0 },
	{ "60-finding.sql", NULL, 0 },
	{ "65-assessment.sql", NULL, 0 },
	{ "70-browse.sql", NULL, 0 },
};

#define NSTEP	(sizeof(step) / sizeof(step[0]))
#define FIELDS	10

/* A name may be anything in a file that somebody else has written to. */
#define QUOTED	"'\"' || replace(name, '\"', '\"\"') || '\"'"

/* The tables that schema_derive() leaves alone. */
#define FACTS	"'sqlar', 'source', 'correction', 'verdict',"		\
		" 'setting', 'agency_ruling', 'succession', 'user_rule',"\
		" 'division_snapshot', 'population'"

static int
load_table(sqlite3 *db, const struct step *s, struct err *e)
{
	struct str	 text = embed_text(s->file), line;
	struct arg	 v[FIELDS];
	sqlite3_stmt	*st;
	int		 r = 0;

	assert(s->nfield <= FIELDS);
	if (db_prepare(db, s->insert, &st, e) < 0)
		return -1;
	while (r == 0 && str_line(&text, &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		for (int i = 0; i < s->nfield; i++) {
			struct str	 f = STR("");

			str_field(&line, '\t', &f);
			v[i] = arg_str(f);
		}
		r = db_run(st, e, v, (size_t)s->nfield);
	}
	sqlite3_finalize(st);
	return r;
}

static int
load_note_kinds(sqlite3 *db, struct err *e)
{
	sqlite3_stmt	*st;
	int		 r = 0;

	if (db_prepare(db, "INSERT INTO note_kind (name, level, text_en,"
	    " text_zh) VALUES (?1, ?2, ?3, ?4)", &st, e) < 0)
		return -1;
	for (int i = 0; r == 0 && i < NOTE__N; i++) {
		enum note_id	 id = (enum note_id)i;

		r = DB_RUN(st, e, ARG(note_name(id)),
		    ARG(note_level_name(note_level(id))), ARG(note_text(id)),
		    ARG(note_text_zh(id)));
	}
	sqlite3_finalize(st);
	return r;
}

/* What the derived tables were made from, as a name for it. */
static void
derived_version(char hex[SHA256_HEX])
{
	struct arena	*a = arena_new();
	struct buf	 b;

	buf_init(&b, a);
	for (size_t i = 0; i < NSTEP; i++) {
		buf_puts(&b, step[i].file);
		buf_char(&b, '\n');
		buf_str(&b, embed_text(step[i].file));
	}
	for (int i = 0; i < NOTE__N; i++) {
		enum note_id	 id = (enum note_id)i;

		buf_printf(&b, "%s %s %s %s\n", note_name(id),
		    note_level_name(note_level(id)), note_text(id),
		    note_text_zh(id));
	}
	sha256_hex(buf_bytes(&b), hex);
	arena_free(a);
}

/*
 * The version of the derived tables is kept among them, as a view without a
 * table: it goes when they go, and needs no row that could be edited.
 */
static int
stamp(sqlite3 *db, struct err *e)
{
	char	 hex[SHA256_HEX], sql[200];

	derived_version(hex);
	snprintf(sql, sizeof(sql),
	    "CREATE VIEW made_by AS SELECT '%s' AS derived_schema", hex);
	return db_exec(db, str_of(sql), e);
}

static int
drop_all(sqlite3 *db, const char *list, struct err *e)
{
	struct arena	*a = arena_new();
	struct buf	 b;
	sqlite3_stmt	*st = NULL;
	int		 r;

	buf_init(&b, a);
	if ((r = db_prepare(db, list, &st, e)) == 0) {
		while ((r = db_step(st, e)) == 1) {
			buf_str(&b, db_text(st, 0));
			buf_puts(&b, ";\n");
		}
		sqlite3_finalize(st);
	}
	if (r == 0)
		r = db_exec(db, buf_text(&b), e);
	arena_free(a);
	return r;
}

static int
build(sqlite3 *db, struct err *e)
{
	for (size_t i = 0; i < NSTEP; i++) {
		const struct step	*s = &step[i];

		if (s->insert != NULL ? load_table(db, s, e) < 0 :
		    db_exec(db, embed_text(s->file), e) < 0)
			return err_wrap(e, "%s", s->file);
	}
	if (load_note_kinds(db, e) < 0)
		return -1;
	return stamp(db, e);
}

/*
 * Somebody may have added what has the name of something that a later
 * version makes.  It may be asked by others that they have added, so it is
 * neither replaced nor renamed.
 */
static int
names_are_free(sqlite3 *db, struct err *e)
{
	struct str	 text = embed_text("dictionary.tsv"), line, name, kind;
	sqlite3_stmt	*st;
	int		 r = 0;

	if (db_prepare(db, "SELECT type FROM sqlite_schema"
	    " WHERE name = ?1 COLLATE NOCASE AND type IN ('table', 'view')"
	    " AND name NOT IN (" FACTS ")", &st, e) < 0)
		return -1;
	while (r == 0 && str_line(&text, &line)) {
		if (!str_field(&line, '\t', &name) ||
		    (r = DB_ROW(st, e, ARG(name))) <= 0) {
			sqlite3_reset(st);
			continue;
		}
		kind = db_text(st, 0);
		r = err_set(e, ERR_DB, str_eq(kind, STR("view")) ?
		    _("the archive has a view \"%.*s\" that was added to it, "
		    "and this version makes one of that name; make yours anew "
		    "under another name, drop it, and rebuild") :
		    _("the archive has a table \"%.*s\" that was added to it, "
		    "and this version makes one of that name; rename or drop "
		    "yours, and rebuild"), STR_ARG(name));
	}
	sqlite3_finalize(st);
	return r;
}

/*
 * What is ours and what somebody has added to the file is told apart by the
 * data dictionary in it, which describes every object of the version that
 * made it.
 */
int
schema_derive(sqlite3 *db, struct err *e)
{
	if (drop_all(db, "SELECT 'DROP VIEW ' || " QUOTED
	    " FROM sqlite_schema WHERE type = 'view'"
	    " AND name IN (SELECT object FROM data_dictionary)", e) < 0 ||
	    drop_all(db, "SELECT 'DROP TABLE ' || " QUOTED
	    " FROM sqlite_schema WHERE type = 'table'"
	    " AND name IN (SELECT object FROM data_dictionary)"
	    " AND name NOT IN (" FACTS ")", e) < 0 ||
	    names_are_free(db, e) < 0)
		return -1;
	return build(db, e);
}

static int
set_version(sqlite3 *db, struct err *e)
{
	char	 sql[100];

	snprintf(sql, sizeof(sql), "PRAGMA application_id = %d;"
	    "PRAGMA user_version = %d;", SCHEMA_APPLICATION_ID,
	    SCHEMA_VERSION);
	return db_exec(db, str_of(sql), e);
}

static int
is_empty(sqlite3 *db, bool *empty, struct err *e)
{
	int64_t	 n;

	if (db_int(db, "SELECT count(*) FROM sqlite_schema", &n, e) < 0)
		return -1;
	*empty = n == 0;
	return 0;
}

/* Of two programs that find the file empty, the second waits here. */
int
schema_create(sqlite3 *db, struct err *e)
{
	bool	 empty;

	if (is_empty(db, &empty, e) < 0)
		return -1;
	if (!empty)
		return 0;
	if (db_exec(db, STR("BEGIN IMMEDIATE"), e) < 0)
		return -1;
	if (is_empty(db, &empty, e) < 0 || (empty &&
	    (db_exec(db, embed_text("10-fact.sql"), e) < 0 ||
	    build(db, e) < 0 || set_version(db, e) < 0)) ||
	    db_exec(db, STR("COMMIT"), e) < 0) {
		sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
		return -1;
	}
	return 0;
}

/* Another program may have done it before this one could begin. */
static int
migrate(sqlite3 *db, struct err *e)
{
	char	 name[40];
	int64_t	 from;

	if (db_exec(db, STR("BEGIN IMMEDIATE"), e) < 0)
		return -1;
	if (db_int(db, "PRAGMA user_version", &from, e) < 0)
		goto fail;
	for (int64_t v = from + 1; v <= SCHEMA_VERSION; v++) {
		snprintf(name, sizeof(name), "migrate/%d.sql", (int)v);
		if (db_exec(db, embed_text(name), e) < 0)
			goto fail;
	}
	if (set_version(db, e) == 0 && db_exec(db, STR("COMMIT"), e) == 0)
		return 0;
fail:
	sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	return err_wrap(e, "migration");
}

static bool
is_stale(sqlite3 *db)
{
	char		 hex[SHA256_HEX];
	sqlite3_stmt	*st;
	bool		 same;

	derived_version(hex);
	if (sqlite3_prepare_v2(db, "SELECT derived_schema FROM made_by", -1,
	    &st, NULL) != SQLITE_OK)
		return true;
	same = sqlite3_step(st) == SQLITE_ROW &&
	    str_eq(db_text(st, 0), str_of(hex));
	sqlite3_finalize(st);
	return !same;
}

int
schema_check(sqlite3 *db, bool writable, bool *stale, struct err *e)
{
	int64_t	 id, version;

	if (db_int(db, "PRAGMA application_id", &id, e) < 0 ||
	    db_int(db, "PRAGMA user_version", &version, e) < 0)
		return -1;
	if (id != SCHEMA_APPLICATION_ID || version < 1)
		return err_set(e, ERR_DB, _("not an archive of nianbao"));
	if (version > SCHEMA_VERSION)
		return err_set(e, ERR_DB,
		    _("made by a newer version of nianbao (schema %d, not %d)"),
		    (int)version, SCHEMA_VERSION);
	if (version < SCHEMA_VERSION) {
		if (!writable)
			return err_set(e, ERR_DB,
			    _("made by an older version of nianbao"));
		if (migrate(db, e) < 0)
			return -1;
	}
	*stale = is_stale(db);
	return 0;
}

struct str
store_schema(struct arena *a)
{
	struct buf	 b;

	buf_init(&b, a);
	buf_str(&b, embed_text("10-fact.sql"));
	for (size_t i = 0; i < NSTEP; i++) {
		if (step[i].insert != NULL)
			continue;
		buf_char(&b, '\n');
		buf_str(&b, embed_text(step[i].file));
	}
	return buf_text(&b);
}
