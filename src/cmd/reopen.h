/* Stored originals, to be looked at again. */
#ifndef CMD_REOPEN_H
#define CMD_REOPEN_H

#include "base/str.h"
#include "store/store.h"

struct arena;
struct cli;
struct err;

/*
 * What a reader gets of a stored source: its bytes, inflated when they are
 * compressed, or the member of its container; and where these break off,
 * or NULL.
 */
int	reopen_body(struct cli *, const struct source *, struct bytes *,
	    const char **cut, struct err *);

/* The same as UTF-8 text, for sources whose lines are source lines. */
int	reopen_text(struct cli *, const struct source *, struct str *,
	    struct err *);

/* One source by its id, which must be there. */
int	reopen_source(struct cli *, int64_t id, struct source *,
	    struct err *);

#endif
