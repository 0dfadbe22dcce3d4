/*
 * Archives that may not be written, opened as if they could be.
 */
#ifndef STORE_OVERLAY_H
#define STORE_OVERLAY_H

#include "store/db.h"

struct err;

/*
 * Opens a database file for reading only, of which SQLite believes that it
 * may be written.  What is written stays in its cache and is never written
 * out: nothing can be committed.  One in WAL mode, or that a killed writer
 * left, cannot be opened so.  What fails is said by the first statement.
 */
int	overlay_open(const char *path, sqlite3 **, struct err *);

#endif
