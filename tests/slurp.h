/* All of a file, in the arena; nothing if it cannot be read. */
#ifndef TESTS_SLURP_H
#define TESTS_SLURP_H

#include <stdio.h>

#include "base/buf.h"
#include "base/limit.h"

static inline struct bytes
slurp(struct arena *a, const char *path)
{
	FILE		*f = fopen(path, "rb");
	struct buf	 b;
	char		 p[65536];
	size_t		 n;

	buf_init(&b, a);
	if (f == NULL) {
		perror(path);
		return (struct bytes){ NULL, 0 };
	}
	while (b.n <= LIMIT_FILE && (n = fread(p, 1, sizeof(p), f)) > 0)
		buf_add(&b, p, n);
	fclose(f);
	return buf_bytes(&b);
}

#endif
