#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/embed.h"
#include "base/err.h"
#include "base/sha256.h"
#include "cmd/rows.h"

struct out_value
rows_value(const struct query *q, int col)
{
	static const char	 blob[] = "(bytes)";

	switch (query_type(q, col)) {
	case VALUE_INT:
	case VALUE_REAL:
		return (struct out_value){ OUT_NUMBER, query_text(q, col) };
	case VALUE_TEXT:
		return out_text(query_text(q, col));
	case VALUE_BLOB:
		return out_text(str_of(blob));
	case VALUE_NULL:
		break;
	}
	return out_cstr(NULL);
}

int
rows_out(struct cli *cli, struct query *q, long *n, struct err *e)
{
	return rows_write(cli->arena, stdout, &cli->out, q, n, e);
}

/* The row the query is at, and those after it; more is what it said. */
static int
rows_rest(struct arena *a, FILE *f, const struct out_opts *opts,
    struct query *q, int more, long *n, struct err *e)
{
	int			  ncol = query_ncol(q);
	const char		**name;
	struct out_value	 *v;
	struct out		 *o;

	name = arena_alloc(a, (size_t)ncol, sizeof(*name));
	v = arena_alloc(a, (size_t)ncol, sizeof(*v));
	for (int i = 0; i < ncol; i++)
		name[i] = query_column(q, i);
	o = out_begin(a, f, opts, name, ncol);
	for (; more > 0; more = query_step(q, e)) {
		for (int i = 0; i < ncol; i++)
			v[i] = rows_value(q, i);
		out_row(o, v);
	}
	*n = out_count(o);
	return more < 0 ? -1 : out_end(o, e);
}

int
rows_write(struct arena *a, FILE *f, const struct out_opts *opts,
    struct query *q, long *n, struct err *e)
{
	int	 more = query_step(q, e);

	return more < 0 ? -1 : rows_rest(a, f, opts, q, more, n, e);
}

int
rows_under(struct cli *cli, struct query *q, const char *heading, long *n,
    struct err *e)
{
	int	 more = query_step(q, e);

	*n = 0;
	if (more <= 0)
		return more;
	printf("\n%s\n", heading);
	return rows_rest(cli->arena, stdout, &cli->out, q, more, n, e);
}

int
rows_open(struct cli *cli, const char *name, struct query **q, struct err *e)
{
	struct str	 sql;

	sql = embed_text(arena_printf(cli->arena, "cmd/%s.sql", name));
	if (query_open(cli->store, sql, q, e) < 0)
		return err_wrap(e, "%s.sql", name);
	for (int i = 0; i < query_nparam(*q); i++)
		if (strcmp(query_param(*q, i), "zh") == 0 &&
		    query_bind_int(*q, "zh", cli->zh, e) < 0) {
			query_close(*q);
			return -1;
		}
	return 0;
}

struct str
rows_id(struct arena *a, struct str fingerprint)
{
	char	 hex[SHA256_HEX];

	sha256_hex((struct bytes){ (const unsigned char *)fingerprint.p,
	    fingerprint.n }, hex);
	return (struct str){ arena_dup(a, hex, ID_DIGITS), ID_DIGITS };
}

struct str
rows_text(struct cli *cli, const struct query *q, int col)
{
	if (query_type(q, col) == VALUE_NULL)
		return (struct str){ "", 0 };
	return str_dup(cli->arena, query_text(q, col));
}
