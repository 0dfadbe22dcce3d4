/*
 * HTML for readers of what has HTML inside.
 */
#ifndef READ_HTML_H
#define READ_HTML_H

#include "base/str.h"

struct arena;
struct doc;
struct err;
struct read_opts;

/* As struct reader's (read/read.h). */
int	html_probe(struct bytes);
int	html_read(struct arena *, struct bytes, const struct read_opts *,
	    struct doc *, struct err *);

/* The same of a page that is decoded. */
int	html_read_text(struct arena *, struct str, struct doc *,
	    struct err *);

#endif
