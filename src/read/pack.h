/*
 * Containers: files inside files.
 */
#ifndef READ_PACK_H
#define READ_PACK_H

#include "base/err.h"
#include "base/str.h"

struct arena;

/* One file out of a container, or the file itself when it is none. */
struct member {
	struct str	 name;		/* decoded, '/' between; "" itself */
	struct bytes	 data;
	const char	*fault;		/* why it cannot be read, or NULL */
	enum errcode	 code;		/* of what kind the fault is */
	struct member	*next;
};

struct container {
	const char	*kind;		/* "zip", "tar", "gzip", "tar+gzip", or
					 * NULL: it is none */
	const char	*cut;		/* where it breaks off, or NULL */
};

/*
 * What is in the bytes: a zip, tar, gz or tar.gz is opened, to LIMIT_DEPTH
 * levels, and its members listed in order of name (bytewise); anything
 * else, DOCX and its kin included, is a single member with an empty name,
 * whose data are the bytes as they came.  A plain .gz is one member with an
 * empty name and the inflated data.  Directories, empty names, resource
 * forks (__MACOSX/) and what else file managers leave behind are left out; a
 * member that cannot be had (password, damage, over a limit) is listed with
 * its fault.  All that is unpacked is at most LIMIT_UNPACKED bytes.
 *
 * Of a container that was cut off the members that are whole are listed,
 * the one in which it breaks off with its fault; of a plain .gz the data up
 * to there.  One inside of another is also listed itself, with its fault.
 *
 * Names are UTF-8 if they are well-formed UTF-8, else GB18030; none is
 * absolute or has a part "." or "..", and none has control characters.
 * -1 with ERR_LIMIT or ERR_FORMAT when nothing can be listed at all.
 */
int	unpack(struct arena *, struct bytes, struct member **first,
	    struct container *, struct err *);

#endif
