/*
 * dump-narrative AGENCY YEAR <text: what is seen in the text and what its
 * sentences state, one a line; for people and for tests.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "tests/narrative.h"

int
main(int argc, char **argv)
{
	struct arena	*a = arena_new();
	struct buf	 b;
	struct filing	*f;
	struct doc	*d = doc_new(a);
	struct narrative all = { .arena = a };
	char		 chunk[4096];
	size_t		 n;

	if (argc != 3)
		return 2;
	buf_init(&b, a);
	while ((n = fread(chunk, 1, sizeof(chunk), stdin)) > 0)
		buf_add(&b, chunk, n);
	f = narrative_build(a, d, buf_text(&b), argv[1], atoi(argv[2]));
	if (f == NULL)
		return 1;
	narrative_begin(a, f, d->first, NULL, &all);
	narrative_observe(a, f, d->first, NULL, &all);
	for (const struct obs *o = f->obs; o != NULL; o = o->next)
		printf("%s\t%d-%d\t" STR_FMT "\t" STR_FMT "\n",
		    obs_name(o->kind), o->line, o->line_end,
		    STR_ARG(o->place), STR_ARG(o->text));
	narrative_facts(a, f, &all);
	for (const struct fact *t = f->fact; t != NULL; t = t->next) {
		char	 num[DEC_MAX];

		printf("%s\t%d\t%s%s\t%s\t%s\t" STR_FMT "\n", t->code,
		    t->line, t->approx ? "~" : "",
		    t->has_value ? dec_print(t->value, num) : "-", t->unit,
		    t->scope, STR_ARG(t->quote));
	}
	arena_free(a);
	return 0;
}
