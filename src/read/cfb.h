/*
 * Compound files ([MS-CFB]): the container of .doc, .wps, .xls and of
 * documents under a password.
 */
#ifndef READ_CFB_H
#define READ_CFB_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct cfb;
struct err;

/* Whether the bytes begin as a compound file does. */
bool	cfb_is(struct bytes);

/*
 * Reads the directory.  -1 with ERR_FORMAT when the file is no compound
 * file, is cut off before its directory, or has chains that run in circles.
 * The bytes must outlive it.
 */
int	cfb_open(struct arena *, struct bytes, struct cfb **, struct err *);

/*
 * Streams and storages of the root by name, of ASCII and without regard to
 * case.  cfb_stream() gives the whole stream; -1 with ERR_FORMAT when there
 * is none or the file does not hold all of it.
 */
bool	cfb_has(const struct cfb *, const char *name);
int	cfb_stream(struct cfb *, const char *name, struct bytes *,
	    struct err *);

/*
 * For probes: whether the bytes are a compound file whose root has a stream
 * or storage of that name.
 */
bool	cfb_probe(struct bytes, const char *name);

#endif
