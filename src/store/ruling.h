/*
 * What people say about agencies: where one is, which names are the same,
 * and what became of it.
 */
#ifndef STORE_RULING_H
#define STORE_RULING_H

#include <stdint.h>

#include "base/str.h"

struct divisions;
struct err;
struct filing;
struct store;

struct ruling {
	struct str	 spelling;	/* as in reports */
	struct str	 path;		/* file or folder; empty: all */
	struct str	 division;	/* code, or empty: see same_as */
	struct str	 kind;		/* as in agency.kind, or empty */
	struct str	 same_as;	/* agency.key, or name of one without */
	struct str	 reason, author, said_on;
};

/*
 * The divisions that agencies are placed by: those that were put into the
 * archive, or else those built in.  They live as long as the store and may
 * be read by any thread.  NULL with an error when they cannot be read.
 */
const struct divisions	*store_divisions(struct store *, struct err *);

/*
 * Puts divisions into the archive (form/division.h: divisions_read()),
 * which are used from the next opening on; empty: those built in.
 */
int	store_put_divisions(struct store *, struct str name, struct str text,
	    struct err *);

/*
 * Writes the ruling down, after those about the same spelling and path, and
 * gives the filings it is about to the agency it says; *nfiling is how many.
 * -1 with ERR_USAGE when there is no such division or kind.
 * store_finish() is the caller's.
 */
int	store_rule_agency(struct store *, const struct ruling *,
	    long *nfiling, struct err *);

/* The latter alone, for the filings of a spelling and all that is said. */
int	store_apply_rulings(struct store *, struct str spelling,
	    long *nfiling, struct err *);

/*
 * Gives a stored filing to the agency that this reading of it, and what is
 * said of the name, place it at.
 */
int	store_place(struct store *, int64_t filing, int64_t source,
	    const struct filing *, struct err *);

#endif
