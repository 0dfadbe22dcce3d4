/*
 * tar archives: POSIX.1-1988 ustar and its forerunner, POSIX.1-2001 pax
 * (path and size), and GNU long names.
 */
#ifndef READ_TAR_H
#define READ_TAR_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

struct tar {
	struct arena	*arena;
	struct bytes	 in;
	size_t		 at;
};

struct tar_entry {
	struct bytes	 name;		/* as it stands there */
	struct bytes	 data;		/* points into the archive */
	bool		 cut;		/* the archive ends before the data */
};

/* Whether the bytes begin with a header whose checksum is right. */
bool	tar_probe(struct bytes);

/* Reads an archive from its beginning; the bytes must outlive it. */
void	tar_open(struct tar *, struct arena *, struct bytes);

/*
 * The next regular file; everything else is passed over.  1, or 0 at the
 * end, or -1 when what follows is neither a tar header nor the mark of the
 * end.
 */
int	tar_next(struct tar *, struct tar_entry *);

#endif
