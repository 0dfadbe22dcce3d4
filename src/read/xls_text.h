/*
 * Strings of a BIFF8 workbook ([MS-XLS] 2.5.293 to 2.5.296), which may go
 * on over any number of CONTINUE records.
 */
#ifndef READ_XLS_TEXT_H
#define READ_XLS_TEXT_H

#include <stddef.h>

#include "base/str.h"

struct arena;
struct err;

/* A place in a record, which moves on into those that continue it. */
struct xls_cursor {
	struct bytes	 in;		/* the stream */
	size_t		 at, end;	/* of the record at hand */
};

struct xls_sst {
	struct str	*v;		/* the strings that cells share */
	size_t		 n;
	long		 nbad;		/* surrogates without their other half */
};

/* A string with a 16-bit length; what of it is not there is left out. */
struct str	 xls_string(struct arena *, struct xls_cursor *, long *nbad);

/* The shared strings.  -1 with ERR_FORMAT when some are missing. */
int		 xls_sst(struct arena *, struct xls_cursor *,
		    struct xls_sst *, struct err *);

#endif
