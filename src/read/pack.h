/*
 * Containers: files inside files.
 */
#ifndef READ_PACK_H
#define READ_PACK_H

#include "base/str.h"

struct arena;
struct err;

/* One file out of a container, or the file itself when it is none. */
struct member {
	struct str	 name;		/* decoded, '/' between; "" itself */
	struct bytes	 data;
	const char	*fault;		/* why it cannot be read, or NULL */
	struct member	*next;
};

/*
 * What is in the bytes: a zip, tar, gz or tar.gz is opened, to LIMIT_DEPTH
 * levels, and its members listed in order of name (bytewise); anything
 * else, DOCX and its kin included, is a single member with an empty name,
 * whose data are the bytes as they came.  A plain .gz is one member with an
 * empty name and the inflated data.  Directories, empty names and resource
 * forks (__MACOSX/) are left out; a member that cannot be had (password,
 * damage, over a limit) is listed with its fault.
 *
 * kind is "zip", "tar", "gzip", "tar+gzip" or NULL.  Names in a zip without
 * the UTF-8 flag are UTF-8 if they are well-formed UTF-8, else GB18030.
 * -1 with ERR_LIMIT or ERR_FORMAT when nothing can be listed at all.
 */
int	unpack(struct arena *, struct bytes, struct member **first,
	    const char **kind, struct err *);

#endif
