#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/csv.h"
#include "cmd/file.h"
#include "cmd/lang.h"
#include "cmd/map.h"

enum { COL_PATH, COL_AGENCY, COL_YEAR, COL_PARENT, COL__N };

static const char *const	 columns[] = {
	[COL_PATH] = "path",
	[COL_AGENCY] = "agency",
	[COL_YEAR] = "year",
	[COL_PARENT] = "parent",
	[COL__N] = NULL,
};

static int
map_year(struct str s, int *year)
{
	*year = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || *year > 999)
			return -1;
		*year = 10 * *year + (s.p[i] - '0');
	}
	return s.n == 0 || (*year >= 1900 && *year < 2200) ? 0 : -1;
}

static int
by_path(const void *a, const void *b)
{
	return str_cmp(((const struct map_row *)a)->path,
	    ((const struct map_row *)b)->path);
}

static int
map_rows(struct arena *a, struct csv *c, const int *at, struct map *m,
    struct err *e)
{
	size_t	 lines = 1;
	int	 r;

	for (size_t i = 0; i < c->rest.n; i++)
		lines += c->rest.p[i] == '\n';
	m->row = arena_alloc(a, lines, sizeof(*m->row));
	while ((r = csv_row(a, c, e)) > 0) {
		struct map_row	*row = &m->row[m->n++];

		row->line = c->line;
		row->path = csv_field(c, at[COL_PATH]);
		row->agency = csv_field(c, at[COL_AGENCY]);
		row->parent = csv_field(c, at[COL_PARENT]);
		if (str_starts(row->path, STR("./")))
			row->path = str_from(row->path, 2);
		if (row->path.n == 0)
			return err_set(e, ERR_USAGE, _("line %d: no path"),
			    row->line);
		if (map_year(csv_field(c, at[COL_YEAR]), &row->year) < 0)
			return err_set(e, ERR_USAGE, _("line %d: not a year"),
			    row->line);
	}
	return r;
}

static int
map_read(struct arena *a, const char *file, struct map *m, struct err *e)
{
	int		 at[COL__N];
	struct bytes	 in;
	struct csv	 c;

	*m = (struct map){ NULL, 0 };
	if (file_read(a, file, &in, e) < 0)
		return -1;
	csv_init(&c, (struct str){ (const char *)in.p, in.n });
	if (csv_columns(a, &c, columns, at, e) < 0)
		return -1;
	if (at[COL_PATH] < 0)
		return err_set(e, ERR_USAGE, _("there is no column 'path'"));
	if (map_rows(a, &c, at, m, e) < 0)
		return -1;
	qsort(m->row, m->n, sizeof(*m->row), by_path);
	for (size_t i = 1; i < m->n; i++)
		if (str_eq(m->row[i - 1].path, m->row[i].path))
			return err_set(e, ERR_USAGE,
			    _("'%.*s' is there twice, in lines %d and %d"),
			    STR_ARG(m->row[i].path), m->row[i - 1].line,
			    m->row[i].line);
	return 0;
}

int
map_load(struct arena *a, const char *file, struct map *m, struct err *e)
{
	if (map_read(a, file, m, e) == 0)
		return 0;
	e->code = ERR_USAGE;
	return err_wrap(e, "%s", file);
}

const struct map_row *
map_find(const struct map *m, struct str name)
{
	const struct map_row	*r;
	struct map_row		 key = { .path = name };

	for (;;) {
		r = m->n == 0 ? NULL : bsearch(&key, m->row, m->n,
		    sizeof(*m->row), by_path);
		if (r != NULL)
			return r;
		size_t	 slash = str_find(key.path, STR("/"), 0);

		if (slash == STR_NONE)
			return NULL;
		key.path = str_from(key.path, slash + 1);
	}
}
