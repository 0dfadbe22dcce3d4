/*
 * Pages that a script makes of what it has in strings, or in a field that
 * does not show: portals that send an empty page with the article as data.
 */
#ifndef READ_HTML_SCRIPT_H
#define READ_HTML_SCRIPT_H

#include <stdbool.h>

#include "base/str.h"
#include "read/quoted.h"

struct arena;

/* Begins with the page alone. */
struct html_script {
	struct str	 page;
	size_t		 at;
	struct quoted	 strings;	/* of the script looked at */
};

/* The next of these with a table in it. */
bool		 html_script_next(struct arena *, struct html_script *,
		    struct str *);

/* Tags that were written as if they were text, &lt;p&gt;, are tags. */
struct str	 html_resolve(struct arena *, struct str);

#endif
