/* Stored filings that are read again without being stored anew. */
#ifndef CMD_REREAD_H
#define CMD_REREAD_H

#include "base/str.h"

struct cli;
struct err;

/*
 * Brings the cells of the filings of that year, in all files of these
 * bytes, up to date with what is said of one of them; withdrawn: gives it
 * back what is read there.  *nfailed counts the filings that could not be
 * read again, which is said on standard error.  Inside a transaction; the
 * rules are applied by store_finish().
 */
int	reread_cell(struct cli *, struct str sha256, struct str year,
	    struct str item, struct str applicant, bool withdrawn,
	    long *nfailed, struct err *);

/*
 * Places the filings of that spelling, below the path, as they are read,
 * and by what is still said of the name.  *n counts them.
 */
int	reread_agency(struct cli *, struct str spelling, struct str path,
	    long *n, long *nfailed, struct err *);

#endif
