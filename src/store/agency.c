/*
 * Which agency a filing is of.  Two spellings are one agency when they have
 * one place on the map; what has none is known by its spelling.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "form/division.h"
#include "form/filing.h"
#include "store/archive.h"
#include "store/ruling.h"

static bool
has_place(const struct placement *p)
{
	return p->division != NULL && p->division[0] != '\0';
}

/* The division above; one that only groups others, 市辖区, is none. */
static struct arg
parent_arg(const struct placement *p)
{
	return p->nstep > 1 ? arg_cstr(p->step[p->nstep - 2].code) :
	    ARG_NULL;
}

/* ?2 to ?9 of PUT_AGENCY_PLACE and, from ?2 on, of PUT_AGENCY. */
static void
place_args(const struct placement *p, struct arg v[8])
{
	bool	 known = p->kind != ORGAN_UNKNOWN || has_place(p);

	v[0] = ARG(p->key);
	v[1] = arg_str_or_null(str_of(known ? level_name(p->level) : ""));
	v[2] = arg_str_or_null(str_of(organ_kind_name(p->kind)));
	v[3] = ARG(p->organ);
	v[4] = has_place(p) ? arg_cstr(p->division) : ARG_NULL;
	v[5] = parent_arg(p);
	v[6] = p->reporting != NULL && p->reporting[0] != '\0' ?
	    arg_cstr(p->reporting) : ARG_NULL;
	v[7] = ARG(p->evidence);
}

/* The one above that is a place, or NULL. */
static const struct division *
above(const struct divisions *d, const struct division *x)
{
	do
		x = division_above(d, x);
	while (x != NULL && x->group);
	return x;
}

static int
put_division(struct store *s, const struct divisions *d,
    const struct place_step *x, const char *up, struct str path,
    struct err *e)
{
	const struct division	*v = division_of(d, str_of(x->code));

	return PUT(s, PUT_DIVISION, e, ARG(x->code), ARG(x->name),
	    ARG(level_name(x->level)), ARG(up), ARG(path),
	    ARG(v != NULL ? division_first_year(d, v) : 0),
	    ARG(v != NULL ? division_last_year(v) : 0));
}

/* The zone that an organ reports to lies beside its divisions. */
static int
put_reporting(struct store *s, struct arena *a, const char *code,
    struct err *e)
{
	const struct divisions	*d = store_divisions(s, e);
	const struct division	*x, *up;

	if (d == NULL)
		return -1;
	for (x = division_of(d, str_of(code)); x != NULL; x = up) {
		struct place_step	 step = { x->code, x->name, x->level };

		up = above(d, x);
		if (put_division(s, d, &step, up != NULL ? up->code : NULL,
		    division_path(a, d, x), e) < 0)
			return -1;
	}
	return 0;
}

/* The division and those above it. */
static int
put_divisions(struct store *s, const struct placement *p, struct err *e)
{
	const struct divisions	*d = p->nstep > 0 ?
				    store_divisions(s, e) : NULL;
	struct arena		*a = arena_new();
	struct str		 path = STR("");
	int			 r = p->nstep > 0 && d == NULL ? -1 : 0;

	for (int i = 0; i < p->nstep && r == 0; i++) {
		path = str_cat(a, path, p->step[i].name);
		r = put_division(s, d, &p->step[i], i > 0 ?
		    p->step[i - 1].code : NULL, path, e);
	}
	if (r == 0 && p->reporting != NULL && p->reporting[0] != '\0')
		r = put_reporting(s, a, p->reporting, e);
	arena_free(a);
	return r;
}

static int
add(struct store *s, struct str name, const struct placement *p, int64_t *id,
    struct err *e)
{
	struct arg	 v[10];

	v[0] = ARG(name);
	place_args(p, &v[1]);
	v[9] = ARG(p->vague);
	if (put_run(s, PUT_AGENCY, e, v, 10) < 0)
		return -1;
	*id = sqlite3_last_insert_rowid(s->db);
	return put_divisions(s, p, e);
}

/*
 * With a place: the agency of that place, or one of this very name that
 * was not placed so far and now is.
 */
static int
find_placed(struct store *s, struct str name, const struct placement *p,
    int64_t *id, struct err *e)
{
	struct arg	 v[9];
	int		 r;

	if ((r = GET(s, GET_AGENCY_KEY, e, id, ARG(p->key))) != 0)
		return r;
	if ((r = GET(s, GET_AGENCY_NAME, e, id, ARG(name), ARG(0))) != 1)
		return r;
	v[0] = ARG(*id);
	place_args(p, &v[1]);
	if (put_run(s, PUT_AGENCY_PLACE, e, v, 9) < 0)
		return -1;
	return put_divisions(s, p, e) < 0 ? -1 : 1;
}

static int
find(struct store *s, struct str name, const struct placement *p,
    int64_t *id, struct err *e)
{
	int	 r;

	if (p->key.n != 0)
		return find_placed(s, name, p, id, e);
	r = GET(s, GET_AGENCY_NAME, e, id, ARG(name), ARG(p->vague));
	if (r == 0 && !p->vague)
		r = GET(s, GET_AGENCY_ALIAS, e, id, ARG(name));
	return r;
}

int
agency_of(struct store *s, int64_t source, struct str name,
    const struct placement *place, int64_t *id, bool *ambiguous,
    struct err *e)
{
	struct placement	 p = *place;
	struct arena		*a;
	int			 r;

	*id = 0;
	*ambiguous = false;
	if (name.n == 0)
		return 0;
	a = arena_new();
	r = ruling_apply(s, a, source, &name, &p, e);
	*ambiguous = p.vague;
	if (r >= 0)
		r = find(s, name, &p, id, e);
	if (r == 0)
		r = add(s, name, &p, id, e);
	arena_free(a);
	return r < 0 ? -1 : 0;
}
