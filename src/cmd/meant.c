#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/meant.h"
#include "cmd/rows.h"
#include "form/place.h"
#include "store/ruling.h"

#define LISTED	5	/* names that are said at most */
#define ALIKE	0.4	/* from here on two names are */

/* What a name may mean: the last of it, and all of it for people. */
struct meant {
	int		 n;
	int64_t		 id;
	struct str	 word, name;
	struct buf	 all;
};

static int
look_up(struct cli *cli, struct str name, struct meant *m, struct err *e)
{
	struct query	*q;
	int		 r;

	m->n = 0;
	buf_init(&m->all, cli->arena);
	if (rows_open(cli, "agency_find", &q, e) < 0)
		return -1;
	if ((r = query_bind_text(q, "name", name, e)) == 0)
		while ((r = query_step(q, e)) > 0) {
			m->id = query_int(q, 0);
			m->word = rows_text(cli, q, 1);
			m->name = rows_text(cli, q, 2);
			if (++m->n <= LISTED)
				buf_printf(&m->all, "%s" STR_FMT " (" STR_FMT
				    ")", m->n > 1 ? ", " : "",
				    STR_ARG(m->word),
				    STR_ARG(query_text(q, 3)));
		}
	query_close(q);
	return r < 0 ? -1 : 0;
}

/* How many pairs of neighbouring characters of a are in b. */
static int
pairs_in(struct str a, struct str b, int *npair)
{
	size_t	 at = 0, next;
	int	 n = 0;

	*npair = 0;
	if (a.n == 0)
		return 0;
	utf8_next(a, &at);
	for (size_t first = 0; at < a.n; first = next) {
		next = at;
		utf8_next(a, &at);
		++*npair;
		n += str_has(b, str_sub(a, first, at - first));
	}
	return n;
}

/* 0 to 1; above 1 when one is part of the other. */
static double
alike(struct str a, struct str b)
{
	int	 na, nb, ab = pairs_in(a, b, &na), ba = pairs_in(b, a, &nb);
	double	 score = na + nb > 0 ? 1.0 * (ab + ba) / (na + nb) : 0;

	return str_has(a, b) || str_has(b, a) ? 1 + score : score;
}

struct near {
	struct str	 name;
	double		 score;
};

static void
keep(struct near *v, struct cli *cli, struct str name, double score)
{
	int	 i = LISTED - 1;

	if (score < ALIKE || score <= v[i].score)
		return;
	for (; i > 0 && v[i - 1].score < score; i--)
		v[i] = v[i - 1];
	v[i] = (struct near){ str_dup(cli->arena, name), score };
}

/* There is no such agency; perhaps one of these is meant. */
static int
fail_near(struct cli *cli, const char *arg, struct err *e)
{
	struct near	 v[LISTED] = { 0 };
	struct query	*q;
	struct buf	 b;
	int		 r;

	if (rows_open(cli, "agency_spelling", &q, e) < 0)
		return -1;
	while ((r = query_step(q, e)) > 0)
		keep(v, cli, query_text(q, 0), alike(str_of(arg),
		    query_text(q, 0)));
	query_close(q);
	if (r < 0)
		return -1;
	buf_init(&b, cli->arena);
	for (int i = 0; i < LISTED && v[i].score > 0; i++)
		if (b.n + v[i].name.n < 300)
			buf_printf(&b, "%s" STR_FMT, i > 0 ? ", " : "",
			    STR_ARG(v[i].name));
	if (b.n == 0)
		return err_set(e, ERR_USAGE, _("no agency is called '%.60s'; "
		    "\"nianbao agency list\" has all"), arg);
	return err_set(e, ERR_USAGE, _("no agency is called '%.60s'; is it one "
	    "of these: %s"), arg, buf_text(&b).p);
}

static int
find(struct cli *cli, const char *arg, struct meant *m, struct err *e)
{
	static const struct place_hint	 none = { .path = { NULL, 0 } };
	const struct divisions		*d;
	struct placement		 p;

	if (look_up(cli, str_of(arg), m, e) < 0)
		return -1;
	if (m->n == 0) {
		if ((d = store_divisions(cli->store, e)) == NULL)
			return -1;
		p = place_find(cli->arena, d, str_of(arg), &none);
		if (p.key.n > 0 && look_up(cli, p.key, m, e) < 0)
			return -1;
	}
	if (m->n == 0)
		return fail_near(cli, arg, e);
	if (m->n > 1)
		return err_set(e, ERR_USAGE,
		    _("'%.60s' may be any of %d: %s%s"), arg, m->n,
		    buf_text(&m->all).n < 280 ? m->all.p : "",
		    m->n > LISTED ? ", ..." : "");
	return 0;
}

int
meant_agency(struct cli *cli, const char *arg, int64_t *id, struct str *word,
    struct err *e)
{
	struct meant	 m;

	if (find(cli, arg, &m, e) < 0)
		return -1;
	*id = m.id;
	*word = m.word;
	return 0;
}

/* The number that a query with one parameter gives. */
static int
count(struct cli *cli, const char *query, const char *param, const char *arg,
    int64_t *n, struct err *e)
{
	struct query	*q;
	int		 r;

	*n = 0;
	if (rows_open(cli, query, &q, e) < 0)
		return -1;
	if ((r = query_bind_text(q, param, str_of(arg), e)) == 0 &&
	    (r = query_step(q, e)) > 0)
		*n = query_int(q, 0);
	query_close(q);
	return r < 0 ? -1 : 0;
}

int
meant_query(struct cli *cli, const char *arg, bool codes, struct str *name,
    struct str *division, struct err *e)
{
	struct meant	 m;
	int64_t		 n;

	*name = *division = STR("");
	if (codes && *arg != '\0' && arg[strspn(arg, "0123456789")] == '\0') {
		*division = str_of(arg);
		if (count(cli, "agency_below", "code", arg, &n, e) < 0)
			return -1;
		return n > 0 ? 0 : err_set(e, ERR_USAGE, _("no agency is in a "
		    "division whose code begins with %s"), arg);
	}
	*name = str_of(arg);
	if (count(cli, "agency_called", "name", arg, &n, e) < 0)
		return -1;
	if (n > 0)
		return 0;
	if (find(cli, arg, &m, e) < 0)
		return -1;
	*name = m.name;
	return 0;
}

int
meant_part(struct cli *cli, const char *arg, struct err *e)
{
	int64_t	 n;

	if (count(cli, "agency_part", "part", arg, &n, e) < 0)
		return -1;
	return n > 0 ? 0 : fail_near(cli, arg, e);
}
