#include <config.h>

#include <string.h>

#define ZLIB_CONST
#include <zlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/gzip.h"

#define GZIP_BITS	(15 + 16)	/* gzip, the largest window */

bool
gzip_probe(struct bytes in)
{
	return in.n >= 18 && memcmp(in.p, "\x1F\x8B\x08", 3) == 0;
}

int
gzip_inflate(struct bytes *in, int bits, unsigned char *out, size_t room,
    size_t *got)
{
	unsigned char	 scratch[16384];
	z_stream	 z = { .next_in = NULL };
	size_t		 n;
	int		 ret;

	*got = 0;
	if ((ret = inflateInit2(&z, bits)) == Z_MEM_ERROR)
		out_of_memory();
	if (ret != Z_OK)
		return -1;
	z.next_in = in->p;
	z.avail_in = (uInt)in->n;
	for (; ret == Z_OK && *got <= room; *got += n) {
		n = room - *got < sizeof(scratch) && out != NULL ?
		    room - *got : sizeof(scratch);
		z.next_out = out != NULL ? out + *got : scratch;
		z.avail_out = (uInt)n;
		ret = inflate(&z, Z_NO_FLUSH);
		n -= z.avail_out;
	}
	*in = (struct bytes){ z.next_in, z.avail_in };
	inflateEnd(&z);
	if (ret == Z_MEM_ERROR)
		out_of_memory();
	if (ret == Z_STREAM_END)
		return 0;
	return ret == Z_BUF_ERROR && in->n == 0 && *got <= room ? 1 : -1;
}

/* Goes through all members; the number of bytes in *total. */
static int
inflate_all(struct bytes in, unsigned char *out, size_t room, size_t *total,
    bool *cut, struct err *e)
{
	struct bytes	 rest = in;
	size_t		 got;
	int		 ret;

	*total = 0;
	do {
		ret = gzip_inflate(&rest, GZIP_BITS,
		    out != NULL ? out + *total : NULL, room - *total, &got);
		*total += got;
		if (*total > room || (*total > LIMIT_RATIO_MIN &&
		    *total / LIMIT_RATIO > in.n))
			return err_set(e, ERR_LIMIT, "unpacks to more than "
			    "%zu bytes or %d times its size", room,
			    LIMIT_RATIO);
		if (ret < 0)
			return err_set(e, ERR_FORMAT, "damaged gzip data");
	} while (ret == 0 && gzip_probe(rest));
	*cut = ret > 0;
	return 0;
}

/*
 * Twice over: what gzip says of its own size cannot be relied on, and this
 * way not a byte too much is ever asked for.
 */
int
gzip_read(struct arena *a, struct bytes in, size_t max, struct bytes *out,
    bool *cut, struct err *e)
{
	unsigned char	*p;
	size_t		 n, again;

	if (in.n > LIMIT_FILE)
		return err_set(e, ERR_LIMIT, "%zu bytes, more than %u",
		    in.n, LIMIT_FILE);
	if (inflate_all(in, NULL, max, &n, cut, e) < 0)
		return -1;
	p = arena_alloc(a, n + 1, 1);
	if (inflate_all(in, p, n + 1, &again, cut, e) < 0)
		return -1;
	*out = (struct bytes){ p, n };
	return 0;
}
