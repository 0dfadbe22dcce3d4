#include <config.h>

#include <string.h>

#include "tests/gen/gen.h"

static struct gcell *
find_cell(struct gen *g, const char *item, const char *who)
{
	for (int t = 0; t < g->ntable; t++)
		for (int i = 0; i < g->table[t].n; i++) {
			struct gcell	*c = &g->table[t].cell[i];

			if (strcmp(c->item, item) == 0 && c->who != NULL &&
			    strcmp(c->who, who) == 0)
				return c;
		}
	return NULL;
}

bool
gen_exchange(struct gen *g, const char *item, const char *one,
    const char *other)
{
	struct gcell	*a = find_cell(g, item, one);
	struct gcell	*b = find_cell(g, item, other);
	char		 text[sizeof(a->text)];

	if (a == NULL || b == NULL || strcmp(a->text, b->text) == 0)
		return false;
	memcpy(text, a->text, sizeof(text));
	memcpy(a->text, b->text, sizeof(text));
	memcpy(b->text, text, sizeof(text));
	return true;
}
