/* Rich Text Format, to the document that comes of them. */
#include <config.h>

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/read.h"

extern const struct reader	 rtf_reader;

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	static const struct read_opts	 opts = { NULL, NULL };
	struct bytes			 in = { p, n };
	struct arena			*a = arena_new();
	struct doc			*d = doc_new(a);
	struct err			 e = { ERR_NONE, "" };
	struct buf			 b;
	struct bytes			 text;

	rtf_reader.probe(in);
	if (rtf_reader.read(a, in, &opts, d, &e) < 0 && e.code == ERR_NONE)
		abort();
	buf_init(&b, a);
	doc_dump(d, &b);
	text = buf_bytes(&b);
	if (utf8_valid(text) != text.n)
		abort();
	arena_free(a);
	return 0;
}
