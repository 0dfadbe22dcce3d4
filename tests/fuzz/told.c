/* Sentences, whatever they are. */
#include <config.h>

#include <stddef.h>
#include <stdint.h>

#include "tests/narrative.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct arena	*a = arena_new();
	struct doc	*d = doc_new(a);
	struct narrative all = { .arena = a };
	struct filing	*f;

	f = narrative_build(a, d, (struct str){ (const char *)p, n }, "甲镇",
	    2021);
	if (f != NULL) {
		narrative_begin(a, f, d->first, NULL, &all);
		narrative_observe(a, f, d->first, NULL, &all);
		narrative_facts(a, f, &all);
	}
	arena_free(a);
	return 0;
}
