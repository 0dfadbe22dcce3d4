/*
 * Strings between quotation marks, as JSON (RFC 8259, section 7) and scripts
 * (ECMA-262, 12.9.4 and 12.9.6) have them.
 */
#ifndef READ_QUOTED_H
#define READ_QUOTED_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/* Where in the text one is; begins with the text alone. */
struct quoted {
	struct str	 text;
	bool		 script;	/* there may be comments */
	size_t		 at;
	struct str	 raw;		/* the string, with its escapes */
	bool		 key;		/* a colon follows */
	bool		 open;		/* the text ends inside of it */
	/* Of the signs between it and the string before: */
	bool		 goes_on;	/* nothing but a comma and space */
	int		 downs, ups;	/* } and {, but for {} */
};

/*
 * The next string; false at the end, with downs and ups of what is left.  In
 * a script, a line end is in none of them but `these`: where one comes, the
 * quotation mark before it stood for something else.
 */
bool		 quoted_next(struct quoted *);

/* What a raw string says: its escapes resolved, U+FFFD for what is none. */
struct str	 quoted_text(struct arena *, struct str raw);

#endif
