/*
 * Formats that are read by way of another office program, if there is one:
 * soffice makes a document of a kind that we read ourselves.
 */
#ifndef READ_OFFICE_H
#define READ_OFFICE_H

#include "base/str.h"

struct arena;
struct doc;
struct err;
struct read_opts;

struct office_format {
	const char	*what;		/* "a document of Word 6 or 95" */
	const char	*name;		/* of the file, with the right suffix */
	const char	*target;	/* NULL: a document of text */
	const char	*package;	/* of Debian that has the program */
};

extern const struct office_format	 office_word6, office_excel5,
					 office_excel_binary;

/*
 * As struct reader's read(); leaves a note CONVERTED with the program and
 * its version.  -1 with ERR_TOOL when there is no soffice.
 */
int	office_read(struct arena *, struct bytes, const struct office_format *,
	    const struct read_opts *, struct doc *, struct err *);

#endif
