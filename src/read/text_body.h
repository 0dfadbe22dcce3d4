/*
 * Text, for readers of what has text inside.
 */
#ifndef READ_TEXT_BODY_H
#define READ_TEXT_BODY_H

#include "base/str.h"

struct arena;
struct doc;
struct err;

/*
 * Appends what is in a decoded text, tables in all dialects of text (text.h)
 * among it, whose first line has that number.  It must live on.  -1 with
 * ERR_LIMIT.
 */
int	text_body(struct arena *, struct str, int line, struct doc *,
	    struct err *);

#endif
