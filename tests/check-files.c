/*
 * check-files FILE...: what the rules find in files, without a database on
 * disk; for tests and for people.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "doc/doc.h"
#include "form/filing.h"
#include "read/read.h"
#include "store/query.h"
#include "store/store.h"
#include "tests/slurp.h"

static int
put_file(struct store *s, const struct forms *forms, const char *path,
    struct err *e)
{
	struct arena		*a = arena_new();
	struct doc		*d;
	const struct reader	*used;
	struct read_opts	 opts = { .encoding = NULL };
	struct bind_opts	 bind = { .path = str_of(path) };
	struct source		 src = { .path = str_of(path) };
	int			 r;

	src.data = slurp(a, path);
	snprintf(src.sha256, sizeof(src.sha256), "%064d", 0);
	r = read_doc(a, src.data, &opts, &d, &used, e);
	if (r == 0)
		r = store_source(s, &src, e);
	if (r == 0)
		for (struct filing *f = filing_bind(a, d, forms, &bind);
		    f != NULL && r == 0; f = f->next)
			r = store_filing(s, src.id, f, e);
	arena_free(a);
	return r;
}

int
main(int argc, char **argv)
{
	struct arena	*a = arena_new();
	struct store	*s;
	struct query	*q;
	struct err	 e;

	if (store_open(":memory:", STORE_CREATE, &s, &e) < 0 ||
	    store_begin(s, &e) < 0)
		goto fail;
	for (int i = 1; i < argc; i++)
		if (put_file(s, forms_load(a), argv[i], &e) < 0)
			goto fail;
	if (store_finish(s, &e) < 0 || query_open(s, STR("SELECT source_name,"
	    " rule, severity, place, left_value, right_value, line, detail"
	    " FROM finding ORDER BY 1, 2, 7, 4"), &q, &e) < 0)
		goto fail;
	while (query_step(q, &e) == 1)
		for (int i = 0; i < query_ncol(q); i++)
			printf(STR_FMT "%c", STR_ARG(query_text(q, i)),
			    i + 1 < query_ncol(q) ? '\t' : '\n');
	query_close(q);
	if (store_commit(s, &e) < 0 || store_close(s, &e) < 0)
		goto fail;
	arena_free(a);
	return 0;
fail:
	fprintf(stderr, "%s\n", e.msg);
	return 1;
}
