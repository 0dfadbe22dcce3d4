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

#endif
