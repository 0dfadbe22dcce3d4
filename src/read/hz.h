/*
 * HZ (RFC 1843): GB 2312 in seven bits, as mail and news once had it.
 */
#ifndef READ_HZ_H
#define READ_HZ_H

#include "base/str.h"

struct arena;

/*
 * The same text in GB 2312 of eight bits, in the arena.  What cannot be
 * becomes a byte 0xFF, which no encoding of the family knows.
 */
struct bytes	 hz_to_gb(struct arena *, struct bytes);

#endif
