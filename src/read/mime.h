/*
 * MIME messages (RFC 2045, 2046): the parts of an archived web page or of
 * an e-mail.
 */
#ifndef READ_MIME_H
#define READ_MIME_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/* All text points into the message; empty where the header is not there. */
struct mime_part {
	struct str	 type;		/* "text/html", in any case */
	struct str	 charset, boundary;
	struct str	 coding;	/* transfer encoding */
	struct bytes	 body;
	int		 line;		/* of the message, where it begins */
};

/*
 * Whether the bytes begin with headers of a message, MIME-Version or
 * Content-Type among them.
 */
bool	mime_probe(struct bytes);

/* The headers of an entity, and its body, which goes on to the end. */
void	mime_part(struct bytes, int line, struct mime_part *);

/*
 * The next part of a multipart body; *rest is its body at first, *line the
 * line on which that begins.  False when there is none.
 */
bool	mime_next(struct bytes *rest, int *line, struct str boundary,
	    struct mime_part *);

/*
 * The body decoded.  If it has lines of its own in the message, *lines is
 * an array that gives the line of the message for each line of the result,
 * from 1, with *nline entries after the first; else NULL.
 */
struct bytes	mime_decode(struct arena *, const struct mime_part *,
		    int **lines, int *nline);

#endif
