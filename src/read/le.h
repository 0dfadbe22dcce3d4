/*
 * Little-endian numbers inside bytes.  Outside the bytes all is zero, so
 * that a structure that is cut short reads as one that says nothing; where
 * the difference matters the caller asks le_has() first.
 */
#ifndef READ_LE_H
#define READ_LE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

static inline bool
le_has(struct bytes b, size_t at, size_t n)
{
	return at <= b.n && n <= b.n - at;
}

static inline uint8_t
le8(struct bytes b, size_t at)
{
	return at < b.n ? b.p[at] : 0;
}

static inline uint16_t
le16(struct bytes b, size_t at)
{
	if (!le_has(b, at, 2))
		return 0;
	return (uint16_t)(b.p[at] | b.p[at + 1] << 8);
}

static inline uint32_t
le32(struct bytes b, size_t at)
{
	if (!le_has(b, at, 4))
		return 0;
	return b.p[at] | (uint32_t)b.p[at + 1] << 8 |
	    (uint32_t)b.p[at + 2] << 16 | (uint32_t)b.p[at + 3] << 24;
}

/* The n bytes from at on, or fewer where the bytes end. */
static inline struct bytes
le_sub(struct bytes b, size_t at, size_t n)
{
	if (at > b.n)
		at = b.n;
	return (struct bytes){ b.p + at, n < b.n - at ? n : b.n - at };
}

#endif
