#include <config.h>

#include <assert.h>
#include <stdint.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/embed.h"

/* The last four bytes of a gzip member: the length of what is in it. */
static size_t
unpacked_size(struct str gz)
{
	const unsigned char	*p;

	assert(gz.n > 18);
	p = (const unsigned char *)gz.p + gz.n - 4;
	return (size_t)p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16 |
	    (size_t)p[3] << 24;
}

struct str
embed_unpack(struct arena *a, const char *name)
{
	struct str	 gz = embed_text(arena_printf(a, "%s.gz", name));
	size_t		 n = unpacked_size(gz);
	char		*p = arena_alloc(a, n + 1, 1);
	z_stream	 z = { .avail_in = (uInt)gz.n, .avail_out = (uInt)n };
	int		 rc;

	z.next_in = (Bytef *)(uintptr_t)gz.p;
	z.next_out = (Bytef *)p;
	rc = inflateInit2(&z, 16 + MAX_WBITS);
	if (rc == Z_OK)
		rc = inflate(&z, Z_FINISH);
	if (rc == Z_MEM_ERROR)
		out_of_memory();
	assert(rc == Z_STREAM_END);
	inflateEnd(&z);
	(void)rc;
	return (struct str){ p, n };
}
