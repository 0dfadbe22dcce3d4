/*
 * The inside of a store, for the files of this folder alone.
 */
#ifndef STORE_ARCHIVE_H
#define STORE_ARCHIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/say.h"
#include "store/db.h"
#include "store/put.h"

struct arena;
struct dec;
struct figure;
struct filing;
struct forms;
struct placement;

struct store {
	sqlite3			 *db;
	bool			  stale, writable, keeps, rules_due;
	bool			  plain;	/* SAY() translates nothing */
	struct arena		 *arena;	/* lives as long as this does */
	const struct forms	 *forms;
	const struct divisions	 *divisions;	/* NULL: not used yet */
	int64_t			 *item_id;	/* of forms->item[] */
	/* The cells of the filing at hand: forms->nitem * PUT_CELLS. */
	const struct figure	**cell;
	struct copies		 *copies;	/* NULL: not comparing */
	sqlite3_stmt		 *put[PUT__N];	/* NULL: not used yet */
};

/*
 * What is wrong with a rule, in the language of the user, or as it is kept:
 * the same for everyone.
 */
#define SAY(s, text)	((s)->plain ? (text) : _(text))

/* The statement, made when it is first asked for. */
int	put_stmt(struct store *, enum put, sqlite3_stmt **, struct err *);

/* PUT(store, PUT_NOTE, e, ARG(…), …) runs it: 0 or -1. */
int	put_run(struct store *, enum put, struct err *, const struct arg *,
	    size_t n);
#define PUT(s, p, e, ...)						\
	put_run((s), (p), (e), (const struct arg[]){ __VA_ARGS__ },	\
	    sizeof((const struct arg[]){ __VA_ARGS__ }) /		\
	    sizeof(struct arg))

/* GET(store, GET_…, e, &value, ARG(…), …): 1 with an integer, 0, -1. */
int	put_get(struct store *, enum put, struct err *, int64_t *value,
	    const struct arg *, size_t n);
#define GET(s, p, e, v, ...)						\
	put_get((s), (p), (e), (v), (const struct arg[]){ __VA_ARGS__ }, \
	    sizeof((const struct arg[]){ __VA_ARGS__ }) /		\
	    sizeof(struct arg))

/* The number of a cell, or NULL; figure may be NULL. */
struct arg	 put_value(const struct figure *);

/*
 * Money in 分, exact: 1 元 is 10^2, 1 万元 10^6 of them.  NULL when it is
 * not a whole number of them or too much for 64 bits.
 */
struct arg	 put_fen(struct dec, int exponent);

/* A plain number, printed just so: it needs no row in reading. */
bool	put_plain(const struct figure *);

/*
 * Puts the corrections of that kind that count into the cells of a stored
 * filing; their number is added to *n.
 */
int	cells_correct(struct store *, int64_t filing, const char *kind,
	    long *n, struct err *);

/*
 * Removes what was read from a source, and from what it contains; agencies
 * that lose a filing are to be checked again.
 */
int	source_clear(struct store *, int64_t source, struct err *);

/*
 * Compares the text of a filing with that of the year before and with those
 * of other agencies, and keeps what is alike (table similar_text).
 */
int	copy_find(struct store *, int64_t filing, struct err *);

/* The texts that copy_find() has at hand; s->copies while it is called. */
struct copies	*copies_new(void);
void		 copies_free(struct copies *);		/* NULL is allowed */

#define COPY_LENGTH	100	/* characters; rules may ask for more */
#define COPY_KEPT	0.75	/* similarity; rules may ask for more */
#define COPY_CANDIDATES	40	/* texts that one is compared with */

/*
 * The agency that a filing of a source names, made if need be; 0 when it
 * names none.  What people said about the name goes before the placement.
 */
int	agency_of(struct store *, int64_t source, struct str name,
	    const struct placement *, int64_t *id, bool *ambiguous,
	    struct err *);

/*
 * Puts what people said about a name in the place of both: 1 when somebody
 * did, 0 or -1.  Memory is of the arena.
 */
int	ruling_apply(struct store *, struct arena *, int64_t source,
	    struct str *name, struct placement *, struct err *);

#endif
