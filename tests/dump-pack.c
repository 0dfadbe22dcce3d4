/*
 * dump-pack FILE...: what unpack() finds in each, a line per member: its
 * name, its length and the beginning of its data, or its fault.
 */
#include <config.h>

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "read/pack.h"
#include "slurp.h"

/* How much of the data can be shown. */
static int
shown(struct bytes b)
{
	if (b.n > 7)
		return 0;
	for (size_t i = 0; i < b.n; i++)
		if (b.p[i] <= ' ' || b.p[i] >= 0x7F)
			return 0;
	return (int)b.n;
}

static void
dump(const char *path)
{
	struct arena	*a = arena_new();
	struct member	*m;
	struct err	 e = { 0 };
	struct container box;

	if (unpack(a, slurp(a, path), &m, &box, &e) < 0)
		printf("error %d: %s\n", (int)e.code, e.msg);
	else {
		printf("kind %s\n", box.kind != NULL ? box.kind : "-");
		if (box.cut != NULL)
			printf("cut %s\n", box.cut);
		for (; m != NULL; m = m->next)
			if (m->fault != NULL)
				printf("\"" STR_FMT "\" fault %d: %s\n",
				    STR_ARG(m->name), (int)m->code, m->fault);
			else
				printf("\"" STR_FMT "\" %zu %.*s\n",
				    STR_ARG(m->name), m->data.n,
				    shown(m->data),
				    (const char *)m->data.p);
	}
	arena_free(a);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		dump(argv[i]);
	return 0;
}
