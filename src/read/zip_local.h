/*
 * The members of a zip archive going by the headers that stand before each
 * of them (APPNOTE.TXT 6.3.9, 4.3.7 to 4.3.9), for one that has lost the
 * directory at its end: a copy that was cut off, a download that broke.
 *
 * They are followed from the first to the last, each where the one before
 * it ends; what looks like a header inside of a member is none.
 */
#ifndef READ_ZIP_LOCAL_H
#define READ_ZIP_LOCAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct err;

struct zip_local {
	struct bytes	 name;		/* as it stands there */
	struct bytes	 packed;
	uint64_t	 size;		/* unpacked, as it says */
	uint32_t	 crc;
	int		 method;	/* 0: as it is, 8: deflated */
	bool		 locked;	/* by a password */
	bool		 cut;		/* the archive ends inside of it, or
					 * where it ends cannot be known */
};

/*
 * The member whose header is at *at, which moves behind it, or to the end
 * of the bytes if it is cut.  False, and nothing moves, if there is none.
 */
bool	zip_local_next(struct bytes in, size_t *at, struct zip_local *);

/*
 * The unpacked bytes, as unzip_read() gives them.  ERR_FORMAT also if their
 * number or their checksum is not what the header says.
 */
int	zip_local_read(struct arena *, const struct zip_local *,
	    struct bytes *, struct err *);

#endif
