#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/origin.h"
#include "cmd/reread.h"
#include "cmd/rows.h"
#include "store/correct.h"
#include "store/ruling.h"

/* A stored filing: the ordinal is its place in the source, from 1. */
struct again {
	int64_t	 id, source;
	int	 ordinal;
};

/* All filings that a query lists, before any of them is changed. */
static int
list(struct cli *cli, struct query *q, struct again **v, struct err *e)
{
	size_t	 cap = 0;
	int	 n = 0, r;

	*v = NULL;
	while ((r = query_step(q, e)) > 0) {
		*v = arena_grow(cli->arena, *v, (size_t)n, &cap, sizeof(**v));
		(*v)[n++] = (struct again){ query_int(q, 0),
		    query_int(q, 1), (int)query_int(q, 2) };
	}
	return r < 0 ? -1 : n;
}

/* What is read of it now; NULL when that cannot be had here. */
static const struct filing *
read_again(struct cli *cli, const struct again *f, long *nfailed)
{
	struct origin	 o;
	struct err	 why;

	if (origin_open(cli, f->source, f->ordinal, &o, &why) == 0)
		return o.filing;
	cli_say("%s", why.msg);
	++*nfailed;
	return NULL;
}

int
reread_cell(struct cli *cli, struct str sha256, struct str year,
    struct str item, struct str applicant, bool withdrawn, long *nfailed,
    struct err *e)
{
	const struct filing	*f;
	struct again		*v;
	struct query		*q;
	int			 n = -1;

	if (rows_open(cli, "correct_filing", &q, e) < 0)
		return -1;
	if (query_bind_text(q, "sha256", sha256, e) == 0 &&
	    query_bind(q, "year", year, e) == 0)
		n = list(cli, q, &v, e);
	query_close(q);
	for (int i = 0; i < n; i++) {
		if (withdrawn &&
		    (f = read_again(cli, &v[i], nfailed)) != NULL &&
		    store_uncorrect(cli->store, v[i].id, f, item, applicant,
		    e) < 0)
			return -1;
		if (store_correct(cli->store, v[i].id, e) < 0)
			return -1;
	}
	return n < 0 ? -1 : 0;
}

int
reread_agency(struct cli *cli, struct str spelling, struct str path, long *n,
    long *nfailed, struct err *e)
{
	const struct filing	*f;
	struct again		*v;
	struct query		*q;
	int			 count = -1;

	*n = 0;
	if (rows_open(cli, "agency_filing", &q, e) < 0)
		return -1;
	if (query_bind_text(q, "spelling", spelling, e) == 0 &&
	    query_bind_text(q, "path", path, e) == 0)
		count = list(cli, q, &v, e);
	query_close(q);
	for (int i = 0; i < count; i++) {
		if ((f = read_again(cli, &v[i], nfailed)) == NULL)
			continue;
		if (store_place(cli->store, v[i].id, v[i].source, f, e) < 0)
			return -1;
		++*n;
	}
	return count < 0 ? -1 : 0;
}
