/*
 * The parts of an HTML page, one after the other, into a document.
 */
#ifndef READ_HTML_BODY_H
#define READ_HTML_BODY_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct doc;
struct err;

/*
 * Appends what a page shows, in its order, to a document that is in the
 * first arena; the second is for what is needed meanwhile.  The markup is
 * what html_filter() wrote (html_filter.h).
 *
 *	paragraphs	and headings, with the line of the page on which they
 *		begin.  Where is_bare says that line ends part the text, as in
 *		Markdown with some tags around it, and inside of pre, that is
 *		read as text is (text_body.h).
 *	grids	of the tables that hold data (html_table.h) and of what is
 *		laid out as one (html_made.h), with their captions in front.
 *		A row of one cell that is as long as a paragraph is one, with
 *		a table on each side of it.
 *	unshown	what stands in a part with a table that does not show at
 *		first is marked as such (doc_unshown(), doc/doc.h); in a
 *		hidden part without one nothing is read.
 *	doubtful	a cell of whose text it is not known if it shows
 *
 * The C stack does not grow with how deep parts lie in one another.
 * -1 with ERR_LIMIT for LIMIT_CELL, LIMIT_NEST, or those of a grid.
 */
int	html_body(struct arena *, struct arena *tmp, struct str markup,
	    bool is_bare, struct doc *, struct err *);

#endif
