/*
 * The schema: which files of schema/ make an archive, and in which order.
 */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include <stdbool.h>

#include <sqlite3.h>

struct err;

/* "nbao": what file(1) and this program know an archive by. */
#define SCHEMA_APPLICATION_ID	0x6e62616f

/* Version of the facts; schema/migrate/N.sql leads from N - 1 to N. */
#define SCHEMA_VERSION		2

/*
 * Makes all tables and views in an empty database, in a transaction of its
 * own; one that is not empty is left as it is.
 */
int	schema_create(sqlite3 *, struct err *);

/*
 * Whether the database is an archive that this program can use, after
 * bringing the facts of an older one up to date if it may be written.
 * *stale is set when the derived tables are not those of this program.
 */
int	schema_check(sqlite3 *, bool writable, bool *stale, struct err *);

/*
 * Drops all that is derived, and makes it anew, empty; what others have added
 * stays.  -1 with ERR_DB and the name where one of those is called what one
 * of ours is.  In a transaction that the caller takes back then.
 */
int	schema_derive(sqlite3 *, struct err *);

#endif
