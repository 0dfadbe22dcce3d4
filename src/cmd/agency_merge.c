#include <config.h>

#include "base/embed.h"
#include "base/err.h"
#include "cmd/agency.h"
#include "cmd/cmd.h"
#include "cmd/rows.h"
#include "store/ruling.h"

/*
 * 1 when this archive has a row with the same first two columns, which are
 * its key; *same when the others are equal, too.
 */
static int
have(struct cli *to, const char *name, const struct query *row, bool *same,
    struct err *e)
{
	struct query	*q;
	int		 r, n;

	if (rows_open(to, name, &q, e) < 0)
		return -1;
	*same = true;
	n = query_ncol(row);
	while ((r = query_step(q, e)) > 0) {
		if (!str_eq(query_text(q, 0), query_text(row, 0)) ||
		    !str_eq(query_text(q, 1), query_text(row, 1)))
			continue;
		for (int i = 2; i < n; i++)
			*same = *same && str_eq(query_text(q, i),
			    query_text(row, i));
		break;
	}
	query_close(q);
	return r;
}

static int
take_ruling(struct cli *to, const struct query *q, struct err *e)
{
	struct ruling	 r = { rows_text(to, q, 0), rows_text(to, q, 1),
	    rows_text(to, q, 2), rows_text(to, q, 3), rows_text(to, q, 4),
	    rows_text(to, q, 5), rows_text(to, q, 6) };
	long		 n;

	return store_rule_agency(to->store, &r, &n, e);
}

static int
take_succession(struct cli *to, const struct query *q, struct err *e)
{
	struct str	 v[6];

	for (int i = 0; i < 6; i++)
		v[i] = rows_text(to, q, i);
	return query_run(to->store, embed_text("cmd/agency_succeed.sql"), v,
	    6, e);
}

static int
take_all(struct cli *to, struct cli *from, const char *name,
    int (*take)(struct cli *, const struct query *, struct err *),
    long *ntaken, long *nconflict, struct err *e)
{
	struct query	*q;
	bool		 same;
	int		 r;

	if (rows_open(from, name, &q, e) < 0)
		return -1;
	while ((r = query_step(q, e)) > 0) {
		if ((r = have(to, name, q, &same, e)) < 0)
			break;
		if (r > 0) {
			*nconflict += !same;
			continue;
		}
		if ((r = take(to, q, e)) < 0)
			break;
		++*ntaken;
	}
	query_close(q);
	return r;
}

int
agency_merge(struct cli *to, struct cli *from, long *ntaken,
    long *nconflict, struct err *e)
{
	if (take_all(to, from, "agency_ruling", take_ruling, ntaken,
	    nconflict, e) < 0)
		return -1;
	return take_all(to, from, "agency_succession", take_succession,
	    ntaken, nconflict, e);
}
