/*
 * gzip (RFC 1952), with zlib.
 */
#ifndef READ_GZIP_H
#define READ_GZIP_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct err;

/* Whether the bytes begin as gzip does. */
bool	gzip_probe(struct bytes);

/*
 * The inflated bytes of all members, in the arena.  -1 with ERR_FORMAT if
 * they are damaged, or with ERR_LIMIT if there are more than max or more
 * than LIMIT_RATIO allows.  *cut says that the last member breaks off: then
 * these are the bytes up to there.  Rubbish behind the last member is left
 * alone, as gzip does.
 */
int	gzip_read(struct arena *, struct bytes, size_t max, struct bytes *,
	    bool *cut, struct err *);

/*
 * Inflates one stream, of the kind that zlib's inflateInit2() calls bits,
 * from *in, which moves behind it, into out[0..room-1] and sets *got.  When
 * out is NULL the bytes are only counted, and *got may grow a little beyond
 * room.  1 when the input ends before the stream does, -1 when it is damaged
 * or does not stop within room.
 */
int	gzip_inflate(struct bytes *in, int bits, unsigned char *out,
	    size_t room, size_t *got);

#endif
