/*
 * Single cells of stored filings, when people know better.
 */
#include <config.h>

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "form/filing.h"
#include "store/archive.h"
#include "store/correct.h"
#include "store/store.h"

/*
 * Where the cells of a part are: ?1 is the filing and ?2 the row, as
 * item.id in section 三 and item.row elsewhere.
 */
static const struct home {
	const char	*table, *insert, *where;
} home[PART__N] = {
#define KINDS(table, key)						\
	{ table, "INSERT OR IGNORE INTO " table " (filing, " key ")"	\
	    " VALUES (?1, ?2)", key " = ?2" }
	[PART_ART20_1] = KINDS("normative_document", "kind"),
	[PART_ART20_5] = KINDS("administrative_act", "kind"),
	[PART_ART20_6] = KINDS("administrative_act", "kind"),
	[PART_ART20_8] = { "fee", "INSERT OR IGNORE INTO fee (filing)"
	    " SELECT ?1 WHERE ?2 <> ''", "?2 <> ''" },
	[PART_ART20_9] = { "procurement", "INSERT OR IGNORE INTO procurement"
	    " (filing, unit) SELECT ?1, '' WHERE ?2 <> ''", "?2 <> ''" },
	[PART_REQUESTS] = KINDS("application", "item"),
	[PART_DISPUTES] = KINDS("review_litigation", "channel"),
#undef KINDS
};

/* A cell, and what is to stand in it. */
struct cell {
	int64_t			 filing;
	const struct item	*item;
	int64_t			 item_id;
	enum applicant		 who;
	struct figure		 figure;	/* STATE_MISSING: nothing */
};

static int
run(struct store *s, const char *sql, struct err *e, const struct arg *v,
    size_t n)
{
	sqlite3_stmt	*st;
	int		 r;

	if (db_prepare(s->db, sql, &st, e) < 0)
		return -1;
	r = db_run(st, e, v, n);
	sqlite3_finalize(st);
	return r;
}
#define RUN(s, sql, e, ...)						\
	run((s), (sql), (e), (const struct arg[]){ __VA_ARGS__ },	\
	    sizeof((const struct arg[]){ __VA_ARGS__ }) /		\
	    sizeof(struct arg))

static const char *
column_of(const struct cell *c)
{
	if (c->item->part == PART_REQUESTS)
		return applicant_code(c->who);
	/* The total of the two amounts that the form of 2019 asks for. */
	if (c->item->part == PART_ART20_9 &&
	    strcmp(c->item->col, "total_amount") == 0)
		return "amount";
	return c->item->col;
}

/* The amount in 分 beside it, as store_filing() has it. */
static int
set_fen(struct store *s, const struct cell *c, struct err *e)
{
	bool	 number = c->figure.state == STATE_NUMBER ||
		    c->figure.state == STATE_INFERRED;

	if (c->item->part == PART_ART20_8)
		return RUN(s, "UPDATE fee SET amount_fen = ?2"
		    " WHERE filing = ?1", e, ARG(c->filing), number ?
		    put_fen(c->figure.value, 6) : ARG_NULL);
	return RUN(s, "UPDATE procurement SET amount_fen ="
	    " CASE unit WHEN '元' THEN ?2 WHEN '万元' THEN ?3 END"
	    " WHERE filing = ?1", e, ARG(c->filing),
	    number ? put_fen(c->figure.value, 2) : ARG_NULL,
	    number ? put_fen(c->figure.value, 6) : ARG_NULL);
}

static int
set_wide(struct store *s, const struct cell *c, struct err *e)
{
	const struct home	*h = &home[c->item->part];
	struct arg		 row;
	char			 sql[300];

	row = c->item->part == PART_REQUESTS ? ARG(c->item_id) :
	    ARG(c->item->row);
	if (RUN(s, h->insert, e, ARG(c->filing), row) < 0)
		return -1;
	snprintf(sql, sizeof(sql), "UPDATE %s SET %s = ?3 WHERE filing = ?1"
	    " AND %s", h->table, column_of(c), h->where);
	if (RUN(s, sql, e, ARG(c->filing), row, put_value(&c->figure)) < 0)
		return -1;
	return strcmp(column_of(c), "amount") == 0 ? set_fen(s, c, e) : 0;
}

/* What the number alone does not say; a plain one needs no row. */
static int
set_reading(struct store *s, const struct cell *c, struct err *e)
{
	const struct figure	*g = &c->figure;

	if (g->state != STATE_MISSING && put_plain(g))
		return RUN(s, "DELETE FROM reading WHERE filing = ?1"
		    " AND item = ?2 AND applicant = ?3", e, ARG(c->filing),
		    ARG(c->item_id), ARG(applicant_code(c->who)));
	return RUN(s, "INSERT INTO reading (filing, item, applicant, state,"
	    " value, raw, line) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
	    " ON CONFLICT (filing, item, applicant) DO UPDATE SET state = ?4,"
	    " value = ?5, raw = ?6, line = coalesce(?7, line)", e,
	    ARG(c->filing), ARG(c->item_id), ARG(applicant_code(c->who)),
	    ARG(state_name(g->state)), put_value(g),
	    g->raw.p != NULL ? ARG(g->raw) : ARG(""),
	    arg_int_or_null(g->line));
}

/* Of the forms before 2019 a row that is missing is not there. */
static int
set_statistic(struct store *s, const struct cell *c, struct err *e)
{
	const struct figure	*g = &c->figure;

	if (g->state == STATE_MISSING)
		return RUN(s, "DELETE FROM statistic WHERE filing = ?1"
		    " AND item = ?2", e, ARG(c->filing), ARG(c->item_id));
	if (RUN(s, "INSERT INTO statistic (filing, item, label, unit, code,"
	    " state, raw) SELECT ?1, id, label_zh, unit, '', '', ''"
	    " FROM item WHERE id = ?2 AND NOT EXISTS (SELECT 1 FROM statistic"
	    " WHERE filing = ?1 AND item = ?2)", e, ARG(c->filing),
	    ARG(c->item_id)) < 0)
		return -1;
	return RUN(s, "UPDATE statistic SET value = ?3, state = ?4, raw = ?5"
	    " WHERE filing = ?1 AND item = ?2", e, ARG(c->filing),
	    ARG(c->item_id), put_value(g), ARG(state_name(g->state)),
	    ARG(g->raw));
}

static int
set_cell(struct store *s, const struct cell *c, struct err *e)
{
	if (c->item->part == PART_STATISTIC)
		return set_statistic(s, c, e);
	if (set_wide(s, c, e) < 0)
		return -1;
	return set_reading(s, c, e);
}

/* Fills in item and applicant; false when the program knows no such. */
static bool
find_cell(struct store *s, int64_t item_id, struct str applicant,
    struct cell *c)
{
	int	 i = 0, who = APPLICANT_NONE;

	while (i < s->forms->nitem && s->item_id[i] != item_id)
		i++;
	while (who < APPLICANT__N &&
	    !str_eq(applicant, str_of(applicant_code((enum applicant)who))))
		who++;
	if (i == s->forms->nitem || who == APPLICANT__N)
		return false;
	c->item = &s->forms->item[i];
	c->item_id = item_id;
	c->who = (enum applicant)who;
	return (c->item->part == PART_REQUESTS) == (who != APPLICANT_NONE);
}

/* The text of a correction as what stands in a cell. */
static void
state_cell(struct cell *c, struct str text)
{
	struct number	 n = number_read(text);

	c->figure = (struct figure){ .item = c->item, .who = c->who,
	    .state = n.state, .value = n.value, .raw = text };
}

static int
set_cells(struct store *s, int64_t filing, const char *kind, long *n,
    struct err *e)
{
	struct arena	*a = arena_new();
	sqlite3_stmt	*st;
	int		 r;

	if ((r = db_prepare(s->db, "SELECT item_id, applicant,"
	    " CAST(stated AS TEXT) FROM corrected_cell"
	    " WHERE filing = ?1 AND kind = ?2 ORDER BY correction", &st,
	    e)) < 0)
		goto out;
	for (r = DB_ROW(st, e, ARG(filing), ARG(kind)); r == 1;
	    r = db_step(st, e)) {
		struct cell	 c = { .filing = filing };

		if (!find_cell(s, sqlite3_column_int64(st, 0),
		    db_text(st, 1), &c))
			continue;
		state_cell(&c, str_dup(a, db_text(st, 2)));
		if ((r = set_cell(s, &c, e)) < 0)
			break;
		++*n;
	}
	sqlite3_finalize(st);
out:
	arena_free(a);
	return r;
}

int
cells_correct(struct store *s, int64_t filing, const char *kind, long *n,
    struct err *e)
{
	int64_t	 id;
	int	 r;

	/* Few files are ever corrected, and every one comes here. */
	if ((r = GET(s, GET_CORRECTED, e, &id, ARG(filing))) < 0 ||
	    (r == 1 && set_cells(s, filing, kind, n, e) < 0))
		return -1;
	return 0;
}

int
store_correct(struct store *s, int64_t filing, struct err *e)
{
	long	 n = 0;

	assert(s->writable);
	if (cells_correct(s, filing, "misread", &n, e) < 0)
		return -1;
	return PUT(s, PUT_UNCHECKED, e, ARG(filing));
}

/* What this reading has for the cell; it may have forms of its own. */
static void
read_cell(struct cell *c, const struct filing *f)
{
	const struct figure	*g = f->figure;
	const struct statistic	*t = f->statistic;

	while (g != NULL && (g->item->index != c->item->index ||
	    g->who != c->who))
		g = g->next;
	while (t != NULL && (t->item == NULL ||
	    t->item->index != c->item->index))
		t = t->next;
	if (g != NULL)
		c->figure = *g;
	else if (t != NULL)
		c->figure = (struct figure){ .state = t->state,
		    .value = t->value, .raw = t->raw, .line = t->line };
}

int
store_uncorrect(struct store *s, int64_t filing, const struct filing *f,
    struct str item, struct str applicant, struct err *e)
{
	struct cell	 c = { .filing = filing };
	int64_t		 id;
	int		 r;

	assert(s->writable);
	if ((r = GET(s, GET_ITEM, e, &id, ARG(filing), ARG(item))) <= 0)
		return r;
	if (!find_cell(s, id, applicant, &c))
		return 0;
	read_cell(&c, f);
	if (set_cell(s, &c, e) < 0)
		return -1;
	return PUT(s, PUT_UNCHECKED, e, ARG(filing));
}

int
store_overlay(struct store *s, long *ncell, struct err *e)
{
	sqlite3_stmt	*st;
	int		 r;

	assert(s->writable);
	*ncell = 0;
	/* The list is made first: the tables under it are about to change. */
	if (db_exec(s->db, STR("CREATE TEMP TABLE corrected AS"
	    " SELECT DISTINCT filing FROM corrected_cell"
	    " WHERE kind = 'filer' ORDER BY filing;"), e) < 0 ||
	    db_prepare(s->db, "SELECT filing FROM temp.corrected", &st,
	    e) < 0)
		return -1;
	while ((r = db_step(st, e)) == 1) {
		int64_t	 filing = sqlite3_column_int64(st, 0);

		if ((r = cells_correct(s, filing, "filer", ncell, e)) < 0 ||
		    (r = PUT(s, PUT_UNCHECKED, e, ARG(filing))) < 0)
			break;
	}
	sqlite3_finalize(st);
	return r < 0 ? -1 : store_finish(s, e);
}
