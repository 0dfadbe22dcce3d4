#include <config.h>

#include <assert.h>

#include "base/arena.h"
#include "base/err.h"
#include "form/division.h"
#include "form/filing.h"
#include "store/archive.h"
#include "store/ruling.h"

const struct divisions *
store_divisions(struct store *s, struct err *e)
{
	struct str	 text = { NULL, 0 };
	sqlite3_stmt	*st;
	int		 r;

	if (s->divisions != NULL)
		return s->divisions;
	if (db_prepare(s->db, "SELECT data FROM division_snapshot", &st,
	    e) < 0)
		return NULL;
	if ((r = db_step(st, e)) == 1)
		text = str_dup(s->arena, db_text(st, 0));
	sqlite3_finalize(st);
	if (r == 1)
		s->divisions = divisions_read(s->arena, text, e);
	else if (r == 0)
		s->divisions = divisions_load(s->arena);
	return s->divisions;
}

int
store_put_divisions(struct store *s, struct str name, struct str text,
    struct err *e)
{
	struct arena	*a;
	bool		 good;

	assert(s->writable);
	if (text.n == 0)
		return db_exec(s->db, STR("DELETE FROM division_snapshot"),
		    e);
	a = arena_new();
	good = divisions_read(a, text, e) != NULL;
	arena_free(a);
	if (!good)
		return -1;
	return PUT(s, PUT_SNAPSHOT, e, ARG(name), ARG(text));
}

/* same_as names an agency by its key, or by its name when it has none. */
static void
become(const struct divisions *d, struct arena *a, struct str same_as,
    struct str *name, struct placement *p)
{
	static const struct place_hint	 none = { .path = { NULL, 0 } };

	if (place_of_key(a, d, same_as, p)) {
		p->evidence = STR("by hand");
		return;
	}
	*name = same_as;
	*p = place_find(a, d, same_as, &none);
	p->vague = false;
}

int
ruling_apply(struct store *s, struct arena *a, int64_t source,
    struct str *name, struct placement *p, struct err *e)
{
	const struct divisions	*d;
	const struct division	*x;
	struct str		 code, kind, same_as;
	sqlite3_stmt		*st;
	int64_t			 id;
	int			 r;

	if ((r = GET(s, GET_RULING, e, &id, ARG(*name), ARG(source))) != 1)
		return r;
	if (put_stmt(s, GET_RULING_SAID, &st, e) < 0)
		return -1;
	if ((r = DB_ROW(st, e, ARG(id))) == 1) {
		code = str_dup(a, db_text(st, 0));
		kind = str_dup(a, db_text(st, 1));
		same_as = str_dup(a, db_text(st, 2));
	}
	sqlite3_reset(st);
	if (r != 1)
		return r;
	if ((d = store_divisions(s, e)) == NULL)
		return -1;
	if (same_as.n != 0)
		become(d, a, same_as, name, p);
	else if ((x = division_of(d, code)) != NULL)
		*p = place_at(a, d, *name, x, organ_kind_of(kind));
	return 1;
}

/* A filing of the spelling and whose it has been. */
struct ruled {
	int64_t	 id, source, agency;
};

/*
 * The agency it leaves and the one it comes to are checked anew, and the one
 * above, which would not hear of an agency that has no filing left.
 */
static int
give(struct store *s, const struct ruled *f, struct str name,
    const struct placement *p, struct err *e)
{
	int64_t	 agency;
	bool	 vague;

	if (agency_of(s, f->source, name, p, &agency, &vague, e) < 0 ||
	    PUT(s, PUT_FILING_UNCHECKED, e, ARG(f->agency)) < 0 ||
	    PUT(s, PUT_ABOVE_UNCHECKED, e, ARG(f->agency)) < 0)
		return -1;
	return PUT(s, PUT_FILING_AGENCY, e, ARG(f->id),
	    arg_int_or_null(agency));
}

static int
move(struct store *s, const struct ruled *f, struct str spelling, long *n,
    struct err *e)
{
	static const struct placement	 nowhere = { .level = LEVEL_UNKNOWN,
	    .division = "", .reporting = "" };
	int64_t	 ruling;
	int	 r;

	r = GET(s, GET_RULING, e, &ruling, ARG(spelling), ARG(f->source));
	if (r != 1)
		return r;
	++*n;
	return give(s, f, spelling, &nowhere, e);
}

int
store_place(struct store *s, int64_t filing, int64_t source,
    const struct filing *f, struct err *e)
{
	struct ruled	 old = { .id = filing, .source = source };

	assert(s->writable);
	if (GET(s, GET_FILING_AGENCY, e, &old.agency, ARG(filing)) < 0)
		return -1;
	return give(s, &old, f->agency, &f->place, e);
}

static int
list(struct store *s, struct arena *a, struct str spelling,
    struct ruled **out, int64_t *n, struct err *e)
{
	sqlite3_stmt	*st;
	int64_t		 count = 0;
	int		 r;

	*n = 0;
	if (GET(s, GET_SPELLED, e, &count, ARG(spelling)) < 0)
		return -1;
	*out = arena_alloc(a, (size_t)count + 1, sizeof **out);
	if (put_stmt(s, GET_SPELLED_FILING, &st, e) < 0)
		return -1;
	for (r = DB_ROW(st, e, ARG(spelling)); r == 1 && *n < count;
	    r = db_step(st, e))
		(*out)[(*n)++] = (struct ruled){ sqlite3_column_int64(st, 0),
		    sqlite3_column_int64(st, 1), sqlite3_column_int64(st, 2) };
	sqlite3_reset(st);
	return r < 0 ? -1 : 0;
}

static int
check(struct store *s, const struct ruling *r, struct err *e)
{
	const struct divisions	*d = store_divisions(s, e);

	if (d == NULL)
		return -1;
	if (r->division.n != 0 && division_of(d, r->division) == NULL)
		return err_set(e, ERR_USAGE, _("no division has the code "
		    "%.*s"), STR_ARG(r->division));
	if (r->kind.n != 0 && organ_kind_of(r->kind) == ORGAN_UNKNOWN)
		return err_set(e, ERR_USAGE, _("there is no kind of agency "
		    "'%.*s'"), STR_ARG(r->kind));
	return 0;
}

int
store_apply_rulings(struct store *s, struct str spelling, long *nfiling,
    struct err *e)
{
	struct arena	*a = arena_new();
	struct ruled	*f = NULL;
	int64_t		 n = 0;
	int		 rc;

	*nfiling = 0;
	rc = list(s, a, spelling, &f, &n, e);
	for (int64_t i = 0; i < n && rc == 0; i++)
		rc = move(s, &f[i], spelling, nfiling, e);
	arena_free(a);
	return rc;
}

int
store_rule_agency(struct store *s, const struct ruling *r, long *nfiling,
    struct err *e)
{
	assert(s->writable);
	*nfiling = 0;
	if (check(s, r, e) < 0)
		return -1;
	if (PUT(s, PUT_RULING, e, ARG(r->spelling), ARG(r->path),
	    arg_str_or_null(r->division), arg_str_or_null(r->kind),
	    arg_str_or_null(r->same_as), ARG(r->reason), ARG(r->author),
	    r->said_on.p != NULL ? ARG(r->said_on) : ARG(""), ARG(0)) < 0)
		return -1;
	return store_apply_rulings(s, r->spelling, nfiling, e);
}
