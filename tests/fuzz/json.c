/* JSON, whatever it says. */
#include <config.h>

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/read.h"

extern const struct reader	 json_reader;

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct bytes		 in = { p, n };
	struct read_opts	 opts = { NULL, NULL };
	struct arena		*a = arena_new();
	struct doc		*d = doc_new(a);
	struct err		 e;
	struct buf		 b;

	json_reader.probe(in);
	json_reader.read(a, in, &opts, d, &e);
	buf_init(&b, a);
	doc_dump(d, &b);
	arena_free(a);
	return 0;
}
