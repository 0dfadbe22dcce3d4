/* Containers, whatever is in them. */
#include <config.h>

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/pack.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct bytes		 in = { p, n };
	struct arena		*a = arena_new();
	struct member		*m;
	struct err		 e;
	struct container	 box;

	if (unpack(a, in, &m, &box, &e) == 0)
		for (; m != NULL; m = m->next)
			if (m->fault == NULL && m->data.n > LIMIT_FILE)
				abort();
	arena_free(a);
	return 0;
}
