/*
 * What the fuzz targets of readers do with strangers' bytes.
 */
#ifndef TESTS_FUZZ_READER_H
#define TESTS_FUZZ_READER_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/read.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* Shows the document, which must be UTF-8, and frees the arena it is in. */
static inline void
fuzz_end(struct arena *a, struct doc *d)
{
	struct buf	 b;
	struct bytes	 text;

	buf_init(&b, a);
	doc_dump(d, &b);
	text = buf_bytes(&b);
	if (utf8_valid(text) != text.n)
		abort();
	arena_free(a);
}

/* A whole file; a reader that fails says why. */
static inline int
fuzz_reader(const struct reader *r, const uint8_t *p, size_t n,
    const char *encoding)
{
	const struct read_opts	 opts = { .encoding = encoding };
	struct bytes		 in = { p, n };
	struct arena		*a = arena_new();
	struct doc		*d = doc_new(a);
	struct err		 e = { ERR_NONE, "" };

	r->probe(in);
	if (r->read(a, in, &opts, d, &e) < 0 && e.code == ERR_NONE)
		abort();
	fuzz_end(a, d);
	return 0;
}

/* What stands before the next NUL or form feed, which is taken away. */
static inline struct bytes
fuzz_part(const uint8_t **p, size_t *n)
{
	struct bytes	 in = { *p, 0 };

	while (in.n < *n && in.p[in.n] != '\f' && in.p[in.n] != '\0')
		in.n++;
	*p += in.n + (in.n < *n);
	*n -= in.n + (in.n < *n);
	return in;
}

#endif
