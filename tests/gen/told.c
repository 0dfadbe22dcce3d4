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

#include "store/query.h"
#include "tests/gen/intake.h"
#include "tests/gen/say.h"

/* A township that no other seed of this run has. */
static const char *
township(struct arena *a, struct intake *t, unsigned seed)
{
	const char	*path;

	do
		path = intake_path(a, t, intake_place(t, LEVEL_TOWNSHIP,
		    seed));
	while (strlen(path) >= 80);
	return arena_printf(a, "%s人民政府", path);
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
	struct gen		*g = arena_alloc(a, 1, sizeof(*g));
	struct intake		 t = { .forms = NULL };
	struct err		 e;
	struct say		 y = { 0 };
	struct gen_hooks	 hooks = say_hooks;
	unsigned		 first, count, planted = 0;
	long			 found;

	if (argc != 5)
		return 2;
	if (strcmp(argv[1], "clean") != 0)
		y.rule = argv[1];
	first = (unsigned)atoi(argv[2]);
	count = (unsigned)atoi(argv[3]);
	hooks.arg = &y;
	intake_open(&t, a, argv[4]);
	for (unsigned seed = first; seed < first + count; seed++) {
		unsigned char	*p;
		long		 size;

		y.agency = township(a, &t, seed);
		gen_make_with(g, seed, &hooks);
		p = gen_render(g, "rows.txt", &size);
		intake(&t, arena_printf(a, "%06u.txt", seed),
		    (struct bytes){ p, (size_t)size });
		planted += y.planted;
		free(p);
		gen_free(g);
	}
	must(store_finish(t.store, &e), &e);
	found = report(t.store, y.rule);
	must(store_commit(t.store, &e), &e);
	must(store_close(t.store, &e), &e);
	arena_free(a);
	if (y.rule == NULL) {
		printf("clean: %u reports, %ld errors and warnings\n", count,
		    found);
		return found != 0;
	}
	printf("%s: %u planted, %ld found\n", y.rule, planted, found);
	return found * 100 < (long)planted * 98 || planted == 0;
}
