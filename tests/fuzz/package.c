/* Office documents as whole files, by whichever reader takes them. */
#include <config.h>

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/package.h"
#include "read/read.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct bytes		 in = { p, n };
	struct read_opts	 opts = { .encoding = NULL };
	struct arena		*a = arena_new();
	const struct reader	*r;
	struct err		 e;

	if (package_kind(in) != PACKAGE_NONE && (r = reader_for(in)) != NULL)
		r->read(a, in, &opts, doc_new(a), &e);
	arena_free(a);
	return 0;
}
