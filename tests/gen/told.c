/*
 * told clean FIRST COUNT DB	true reports: names each error and warning
 * told RULE FIRST COUNT DB	reports with that fault: counts those found
 *
 * Prints a line of counts.  The exit status is 1 when a true report has an
 * error or a warning, or when fewer than 98 in 100 faults are found.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "doc/doc.h"
#include "form/division.h"
#include "form/filing.h"
#include "read/read.h"
#include "store/query.h"
#include "store/store.h"
#include "tests/gen/say.h"

static void
must(int r, const struct err *e)
{
	if (r >= 0)
		return;
	fprintf(stderr, "%s\n", e->msg);
	exit(3);
}

static void
keep(struct store *s, struct bytes in, const struct forms *forms,
    const struct divisions *divs, unsigned seed)
{
	struct arena		*a = arena_new();
	struct read_opts	 opts = { NULL, NULL };
	struct bind_opts	 bind = { .path = STR("") };
	struct source		 src = { .data = in };
	const struct reader	*used;
	struct filing		*f;
	struct doc		*d;
	struct err		 e;

	src.path = str_of(arena_printf(a, "%06u.txt", seed));
	sha256_hex(in, src.sha256);
	must(read_doc(a, in, &opts, &d, &used, &e), &e);
	must(store_source(s, &src, &e), &e);
	f = filing_bind(a, d, forms, &bind);
	if (f == NULL) {
		fprintf(stderr, "%u: no filing\n", seed);
		exit(3);
	}
	f->place = place_find(a, divs, f->agency, &(struct place_hint){
	    .path = STR("") });
	must(store_filing(s, src.id, f, &e), &e);
	arena_free(a);
}

/* A township that no other seed of this run has. */
static const char *
township(struct arena *a, const struct divisions *divs, bool *used,
    unsigned seed)
{
	static const unsigned	 stride = 7919;

	for (unsigned i = seed * stride;; i++) {
		unsigned		 k = i % (unsigned)divs->n;
		const struct division	*d = &divs->v[k];
		struct str		 path;

		if (used[k] || d->level != LEVEL_TOWNSHIP || d->zone ||
		    !(str_ends(d->name, STR("镇")) ||
		    str_ends(d->name, STR("乡"))))
			continue;
		used[k] = true;
		path = division_path(a, divs, d);
		if (path.n < 80)
			return arena_printf(a, STR_FMT "人民政府",
			    STR_ARG(path));
	}
}

static long
report(struct store *s, const char *rule)
{
	struct query	*q;
	struct err	 e;
	long		 n = 0;

	must(query_open(s, rule != NULL ?
	    STR("SELECT count(DISTINCT source_name) FROM finding"
	    " WHERE rule = :rule") :
	    STR("SELECT source_name, rule, severity, place, left_value,"
	    " right_value, detail FROM finding"
	    " WHERE severity IN ('error', 'warning') ORDER BY 1, 2"), &q,
	    &e), &e);
	if (rule != NULL)
		must(query_bind(q, "rule", str_of(rule), &e), &e);
	while (query_step(q, &e) == 1) {
		if (rule != NULL) {
			n = (long)query_int(q, 0);
			continue;
		}
		n++;
		for (int i = 0; i < query_ncol(q); i++)
			printf("%s" STR_FMT, i == 0 ? "# " : " ",
			    STR_ARG(query_text(q, i)));
		printf("\n");
	}
	query_close(q);
	return n;
}

int
main(int argc, char **argv)
{
	struct arena		*a = arena_new();
	struct gen		*g = xmalloc(sizeof(*g));
	const struct forms	*forms = forms_load(a);
	const struct divisions	*divs = divisions_load(a);
	struct store		*s;
	struct err		 e;
	struct say		 y = { 0 };
	struct gen_hooks	 hooks = say_hooks;
	unsigned		 first, count, planted = 0;
	long			 found;
	bool			*used;

	if (argc != 5)
		return 2;
	if (strcmp(argv[1], "clean") != 0)
		y.rule = argv[1];
	first = (unsigned)atoi(argv[2]);
	count = (unsigned)atoi(argv[3]);
	hooks.arg = &y;
	used = arena_alloc(a, (size_t)divs->n, sizeof(*used));
	must(store_open(argv[4], STORE_CREATE, &s, &e), &e);
	must(store_begin(s, &e), &e);
	for (unsigned seed = first; seed < first + count; seed++) {
		unsigned char	*p;
		long		 size;

		y.agency = township(a, divs, used, seed);
		gen_make_with(g, seed, &hooks);
		p = gen_render(g, "rows.txt", &size);
		keep(s, (struct bytes){ p, (size_t)size }, forms, divs, seed);
		planted += y.planted;
		free(p);
		gen_free(g);
	}
	must(store_finish(s, &e), &e);
	found = report(s, y.rule);
	must(store_commit(s, &e), &e);
	must(store_close(s, &e), &e);
	free(g);
	arena_free(a);
	if (y.rule == NULL) {
		printf("clean: %u reports, %ld errors and warnings\n", count,
		    found);
		return found != 0;
	}
	printf("%s: %u planted, %ld found\n", y.rule, planted, found);
	return found * 100 < (long)planted * 98 || planted == 0;
}
