/* Whole files. */
#ifndef CMD_FILE_H
#define CMD_FILE_H

#include <stdio.h>

#include "base/str.h"

struct arena;
struct err;

/*
 * The bytes of a regular file ("-" is standard input), in the arena.  -1
 * with ERR_SYS, or ERR_LIMIT when there are more than LIMIT_FILE.
 */
int	file_read(struct arena *, const char *path, struct bytes *,
	    struct err *);

/*
 * Writes a new file below the folder, making the folders between.  The
 * name is one from a database, which may be anything: one that would lead
 * out of the folder ("/", "..", through a symbolic link) is refused with
 * ERR_FORMAT.  A file that is there already is left alone, and a failure.
 * What cannot be written whole is removed.
 */
int	file_write_below(const char *folder, struct str name, struct bytes,
	    struct err *);

/*
 * Whether all that was written has left the stream: else -1 with ERR_SYS,
 * saying what was being done and why it failed, if that is still known.
 */
int	file_flush(FILE *, const char *doing, struct err *);

#endif
