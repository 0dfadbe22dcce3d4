/*
 * The queries that come with the program: their leading comment is their
 * manual (schema/query/).
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/embed.h"
#include "store/query.h"

/* ":year_from  first report year" */
static void
add_param(struct canned *q, struct str line)
{
	struct canned_param	*p;
	size_t			 n = 1;

	if (q->nparam == CANNED_PARAMS)
		return;
	while (n < line.n && line.p[n] != ' ' && line.p[n] != '\t')
		n++;
	p = &q->param[q->nparam++];
	p->name = str_sub(line, 1, n - 1);
	p->meaning = str_trim(str_from(line, n));
}

/* Behind a tab the meaning goes on. */
static void
add_meaning(struct arena *a, struct canned *q, struct str line)
{
	struct str	*m = &q->param[q->nparam - 1].meaning;

	*m = str_cat(a, str_cat(a, *m, STR(" ")), str_trim(line));
}

/* Comment lines as long as there are any: parameters, title, help. */
void
canned_parse(struct arena *a, struct canned *q, struct str name,
    struct str sql)
{
	struct str	 rest = sql, line;
	struct buf	 help;

	*q = (struct canned){ .name = name, .sql = sql };
	buf_init(&help, a);
	while (str_line(&rest, &line) && str_starts(line, STR("--"))) {
		line = str_from(line, 2);
		if (str_starts(line, STR("\t")) && q->nparam > 0) {
			add_meaning(a, q, line);
			continue;
		}
		line = str_trim(line);
		if (str_starts(line, STR(":"))) {
			add_param(q, line);
			continue;
		}
		if (q->title.n == 0)
			q->title = line;
		buf_str(&help, line);
		buf_char(&help, '\n');
	}
	q->help = str_trim(buf_text(&help));
}

static bool
is_query(const char *file, struct str *name)
{
	struct str	 f = str_of(file);

	if (!str_starts(f, STR("query/")) || !str_ends(f, STR(".sql")))
		return false;
	*name = str_sub(f, 6, f.n - 6 - 4);
	return true;
}

static int
by_name(const void *a, const void *b)
{
	return str_cmp(((const struct canned *)a)->name,
	    ((const struct canned *)b)->name);
}

int
canned_list(struct arena *a, struct canned **list)
{
	const struct embed	*e;
	struct str		 name;
	size_t			 n = 0;

	for (e = embeds; e->name != NULL; e++)
		n += is_query(e->name, &name);
	*list = arena_alloc(a, n + 1, sizeof(**list));
	n = 0;
	for (e = embeds; e->name != NULL; e++)
		if (is_query(e->name, &name))
			canned_parse(a, &(*list)[n++], name,
			    (struct str){ e->text, e->size });
	if (n > 1)
		qsort(*list, n, sizeof(**list), by_name);
	return (int)n;
}

const struct canned *
canned_find(struct arena *a, struct str name)
{
	struct canned	*list;
	int		 n = canned_list(a, &list);

	for (int i = 0; i < n; i++)
		if (str_eq(list[i].name, name))
			return &list[i];
	return NULL;
}
