/*
 * SQL of strangers, run so that it can do nothing but read and compute, and
 * not for ever.
 */
#ifndef STORE_GUARD_H
#define STORE_GUARD_H

#include <stdbool.h>
#include <stdint.h>

#include "store/db.h"

struct arena;
struct err;

struct guard {
	sqlite3			*db;
	const struct str	*table;		/* what may be read */
	int			 ntable;
	int64_t			 step, max_step; /* of the virtual machine */
	int64_t			 memory;	/* in use at the beginning */
	const char		*why;		/* it was stopped, or NULL */
	int			 old_length, old_like, old_dqs, old_trust;
};

/*
 * From here to guard_end() all statements of the connection are under
 * guard: they may read the tables and views that are in the archive, but
 * sqlar, and call functions of a list.  filings is how many there are,
 * which says how long one may take.
 */
int	guard_begin(struct guard *, sqlite3 *, struct arena *,
	    int64_t filings, struct err *);
void	guard_end(struct guard *);

#endif
