/*
 * Files of schema/ as they were when the program was built, in the order
 * that Makefile.am lists them.  Names have no leading "schema/".
 */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#include "base/str.h"

struct arena;

struct embed {
	const char	*name;
	const char	*text;		/* NUL-terminated */
	size_t		 size;		/* without the NUL */
};

extern const struct embed	 embeds[];	/* ends with a NULL name */

/* The file of that name; it is a bug to ask for one there is not. */
struct str	 embed_text(const char *name);

/* A file that was packed, "division/division.tsv"; in the arena, writable. */
struct str	 embed_unpack(struct arena *, const char *name);

#endif
