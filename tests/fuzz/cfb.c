/* Compound files: their directory and streams. */
#include <config.h>

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "read/cfb.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	static const char *const	 names[] = { "WordDocument", "1Table",
		"Data", "Workbook", "none" };
	struct bytes			 in = { p, n }, out;
	struct arena			*a = arena_new();
	struct cfb			*c;
	struct err			 e;

	if (cfb_open(a, in, &c, &e) == 0)
		for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
			if (cfb_stream(c, names[i], &out, &e) == 0 &&
			    (out.n > n || !cfb_has(c, names[i])))
				abort();
	arena_free(a);
	return 0;
}
