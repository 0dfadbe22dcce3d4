#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/agency.h"
#include "cmd/rows.h"
#include "form/division.h"
#include "form/similar.h"
#include "store/ruling.h"

enum { HINT, PREDECESSOR, SUCCESSOR, LAST_YEAR, DETAIL, NCOL };

struct suggest {
	struct cli		*cli;
	const struct divisions	*d;
	struct out		*out;
};

static void
row(struct suggest *s, const char *hint, struct str old, struct str new,
    int64_t year, struct str detail)
{
	struct out_value	 v[NCOL] = {
		[HINT] = out_cstr(hint),
		[PREDECESSOR] = out_text(old),
		[SUCCESSOR] = out_text(new),
		[LAST_YEAR] = year != 0 ? out_int(s->cli->arena, year) :
		    out_cstr(NULL),
		[DETAIL] = out_text(detail),
	};

	out_row(s->out, v);
}

/* What the archive alone tells. */
static int
of_archive(struct suggest *s, struct err *e)
{
	struct out_value	 v[NCOL];
	struct query		*q;
	int			 r;

	if (rows_open(s->cli, "agency_suggest", &q, e) < 0)
		return -1;
	while ((r = query_step(q, e)) > 0) {
		for (int i = 0; i < NCOL; i++)
			v[i] = rows_value(q, i);
		out_row(s->out, v);
	}
	query_close(q);
	return r;
}

/* "150826105 230104111": a row for each of the codes. */
static void
candidates(struct suggest *s, struct str name, int64_t year,
    struct str codes)
{
	struct str	 code;

	while (str_field(&codes, ' ', &code)) {
		const struct division	*x = division_of(s->d, code);

		if (x != NULL)
			row(s, "place", name, code, year,
			    division_path(s->cli->arena, s->d, x));
	}
}

static void
similar(struct suggest *s, struct str name, const struct place_hint *hint)
{
	struct arena	*a = s->cli->arena;
	struct similar	 like[SIMILAR_MAX];
	int		 n = similar_find(a, s->d, name, hint, like);

	for (int i = 0; i < n; i++) {
		const struct division	*x = like[i].division;
		struct str		 path = division_path(a, s->d, x);

		row(s, "similar", name, str_of(x->code), hint->year,
		    str_of(arena_printf(a, STR_FMT ": " STR_FMT,
		    STR_ARG(path), STR_ARG(like[i].why))));
	}
}

/* Names that fit several divisions, and those that fit none. */
static int
of_unplaced(struct suggest *s, struct err *e)
{
	struct query	*q;
	int		 r;

	if (rows_open(s->cli, "agency_unplaced", &q, e) < 0)
		return -1;
	while ((r = query_step(q, e)) > 0) {
		struct str		 name = rows_text(s->cli, q, 0);
		struct str		 codes = rows_text(s->cli, q, 4);
		struct place_hint	 hint = {
			.path = rows_text(s->cli, q, 1),
			.source_org = rows_text(s->cli, q, 2),
			.year = (int)query_int(q, 3) };

		if (codes.n != 0)
			candidates(s, name, hint.year, codes);
		else
			similar(s, name, &hint);
	}
	query_close(q);
	return r;
}

/* Whether the archive has an agency of that key. */
static int
has_key(struct suggest *s, struct str key, struct err *e)
{
	struct query	*q;
	int		 r;

	if (rows_open(s->cli, "agency_find", &q, e) < 0)
		return -1;
	if ((r = query_bind_text(q, "name", key, e)) == 0)
		r = query_step(q, e);
	query_close(q);
	return r;
}

/* The agency of that kind and organ in what its division became. */
static int
became(struct suggest *s, const struct division *x, struct str key,
    int64_t year, struct err *e)
{
	struct arena		*a = s->cli->arena;
	const struct divlink	*link;
	int			 n = division_into(s->d, x, &link), r = 0;

	for (int i = 0; i < n && r >= 0; i++) {
		const struct division	*to = &s->d->v[link[i].to];
		struct str		 new = str_cat(a, str_of(to->code),
					    str_from(key, strlen(x->code)));

		if ((r = has_key(s, new, e)) > 0)
			row(s, "division", key, new, year,
			    str_of(arena_printf(a, STR_FMT " became "
			    STR_FMT ", %d", STR_ARG(x->name),
			    STR_ARG(to->name), x->gone)));
	}
	return r < 0 ? -1 : 0;
}

static int
of_divisions(struct suggest *s, struct err *e)
{
	struct query	*q;
	int		 r;

	if (rows_open(s->cli, "agency_division", &q, e) < 0)
		return -1;
	while ((r = query_step(q, e)) > 0) {
		const struct division	*x = division_of(s->d,
					    query_text(q, 0));

		if (x != NULL && x->gone != 0 && became(s, x,
		    rows_text(s->cli, q, 1), query_int(q, 2), e) < 0) {
			r = -1;
			break;
		}
	}
	query_close(q);
	return r;
}

int
agency_suggest(struct cli *cli, long *n, struct err *e)
{
	static const char *const	 name[NCOL] = { "hint", "predecessor",
	    "successor", "last_year", "detail" };
	struct suggest			 s = { .cli = cli };

	if ((s.d = store_divisions(cli->store, e)) == NULL)
		return -1;
	s.out = out_begin(cli->arena, stdout, &cli->out, name, NCOL);
	if (of_archive(&s, e) < 0 || of_unplaced(&s, e) < 0 ||
	    of_divisions(&s, e) < 0)
		return -1;
	*n = out_count(s.out);
	return out_end(s.out, e);
}
