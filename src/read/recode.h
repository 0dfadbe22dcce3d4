/*
 * iconv, in the one way that glibc and GNU libiconv agree on.
 */
#ifndef READ_RECODE_H
#define READ_RECODE_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct buf;

/* Whether iconv knows the encoding; it need not know HZ (RFC 1843). */
bool	recode_known(const char *name);

/* Bytes of the shortest character, in which what is no text is counted. */
size_t	recode_unit(const char *name);

/*
 * Appends the text in another encoding.  Bytes that are none are replaced,
 * one unit by UTF8_BAD, and their number is returned; if strict, it ends at
 * the first of them.  -1 if iconv does not know one of the encodings.
 */
long	recode(struct arena *, struct bytes, const char *from, const char *to,
	    bool strict, struct buf *);

#endif
