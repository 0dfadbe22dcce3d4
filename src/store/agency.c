/*
 * Which agency a filing is of.  Two spellings are one agency when they have
 * one place on the map; what has none is known by its spelling.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "form/filing.h"
#include "store/archive.h"

static const char *
level_text(enum level l)
{
	static const char *const	 text[] = {
		[LEVEL_CENTRAL] = "central",
		[LEVEL_PROVINCE] = "province",
		[LEVEL_PREFECTURE] = "prefecture",
		[LEVEL_COUNTY] = "county",
		[LEVEL_TOWNSHIP] = "township",
	};

	return l == LEVEL_UNKNOWN ? NULL : text[l];
}

/* The code of the division above: 411622104, 411622, 4116, 41. */
static struct str
parent_code(const char *code)
{
	size_t	 n = code != NULL ? strlen(code) : 0;

	return (struct str){ code, n == 9 ? 6 : n >= 4 ? n - 2 : 0 };
}

static bool
has_place(const struct placement *p)
{
	return p->division != NULL && p->division[0] != '\0';
}

/*
 * A name that fits several divisions, or one like 教育局 that every county
 * has, does not tell one agency from another.
 */
static bool
is_ambiguous(const struct placement *p)
{
	return p->key.n == 0 && (p->ncandidate > 1 ||
	    (p->organ.n != 0 && !has_place(p)));
}

/* ?2 to ?9 of PUT_AGENCY_PLACE and, from ?2 on, of PUT_AGENCY. */
static void
place_args(const struct placement *p, struct arg v[8])
{
	bool	 known = p->kind != ORGAN_UNKNOWN || has_place(p);

	v[0] = ARG(p->key);
	v[1] = arg_cstr(known ? level_text(p->level) : NULL);
	v[2] = arg_str_or_null(str_of(organ_kind_name(p->kind)));
	v[3] = ARG(p->organ);
	v[4] = has_place(p) ? arg_cstr(p->division) : ARG_NULL;
	v[5] = arg_str_or_null(parent_code(p->division));
	v[6] = p->reporting != NULL && p->reporting[0] != '\0' ?
	    arg_cstr(p->reporting) : ARG_NULL;
	v[7] = ARG(p->evidence);
}

static int
add(struct store *s, const struct filing *f, bool ambiguous, int64_t *id,
    struct err *e)
{
	struct arg	 v[10];

	v[0] = ARG(f->agency);
	place_args(&f->place, &v[1]);
	v[9] = ARG(ambiguous);
	if (put_run(s, PUT_AGENCY, e, v, 10) < 0)
		return -1;
	*id = sqlite3_last_insert_rowid(s->db);
	return 0;
}

/*
 * With a place: the agency of that place, or one of this very name that
 * was not placed so far and now is.
 */
static int
find_placed(struct store *s, const struct filing *f, int64_t *id,
    struct err *e)
{
	struct arg	 v[9];
	int		 r;

	if ((r = GET(s, GET_AGENCY_KEY, e, id, ARG(f->place.key))) != 0)
		return r;
	if ((r = GET(s, GET_AGENCY_NAME, e, id, ARG(f->agency), ARG(0))) != 1)
		return r;
	v[0] = ARG(*id);
	place_args(&f->place, &v[1]);
	return put_run(s, PUT_AGENCY_PLACE, e, v, 9) < 0 ? -1 : 1;
}

int
agency_of(struct store *s, const struct filing *f, int64_t *id,
    bool *ambiguous, struct err *e)
{
	int	 r;

	*id = 0;
	*ambiguous = is_ambiguous(&f->place);
	if (f->agency.n == 0)
		return 0;
	if (f->place.key.n != 0)
		r = find_placed(s, f, id, e);
	else {
		r = GET(s, GET_AGENCY_NAME, e, id, ARG(f->agency),
		    ARG(*ambiguous));
		if (r == 0 && !*ambiguous)
			r = GET(s, GET_AGENCY_ALIAS, e, id, ARG(f->agency));
	}
	if (r < 0)
		return -1;
	return r == 1 ? 0 : add(s, f, *ambiguous, id, e);
}
