/*
 * Strings of a BIFF8 workbook ([MS-XLS] 2.5.293 to 2.5.296), which may go
 * on over any number of CONTINUE records.
 */
#ifndef READ_XLS_TEXT_H
#define READ_XLS_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "read/shift.h"

struct arena;
struct err;

/* A place in a record, which moves on into those that continue it. */
struct xls_cursor {
	struct bytes	 in;		/* the stream */
	size_t		 at, end;	/* of the record at hand */
};

/* What the font of a cell or a run makes of text. */
struct xls_font {
	bool		 struck;
	enum shift	 shift;
};

struct xls_fonts {
	struct xls_font	*v;
	size_t		 n, cap;
};

/* The body of a Font record, and the font of that number. */
void		 xls_add_font(struct arena *, struct xls_fonts *,
		    struct bytes);
struct xls_font	 xls_font(const struct xls_fonts *, size_t);

struct xls_sst {
	struct str	*v;		/* the strings that cells share */
	size_t		 n;
	long		 nbad;	/* surrogates without their other half */
};

/*
 * A string with a 16-bit length; what of it is not there is left out, and
 * so is what is struck out in it.
 */
struct str	 xls_string(struct arena *, struct xls_cursor *,
		    const struct xls_fonts *, long *nbad);

/* The shared strings.  -1 with ERR_FORMAT when some are missing. */
int		 xls_sst(struct arena *, struct xls_cursor *,
		    const struct xls_fonts *, struct xls_sst *,
		    struct err *);

#endif
