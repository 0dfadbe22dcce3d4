/*
 * Running text of an HTML page on its way into paragraphs, or into the
 * lines of a cell: white space collapsed as browsers do, and trimmed, the
 * no-break kind included.
 */
#ifndef READ_HTML_FLOW_H
#define READ_HTML_FLOW_H

#include <stdbool.h>

#include "base/buf.h"

struct doc;
struct err;

struct html_flow {
	struct arena	*arena;
	struct doc	*doc;
	struct buf	*cell;		/* NULL: into the doc */
	struct buf	 text;		/* of this paragraph */
	int		 line;		/* where it begins; 0: not known */
	int		 level;		/* of a heading, else 0 */
	enum { GAP_NONE, GAP_SPACE, GAP_LINE } gap;
};

/* Begins on a line that is given when the text has none of its own yet. */
int	html_flow_text(struct html_flow *, struct str, int line,
	    bool lines_break, struct err *);

/* The paragraph ends; one of white space alone is none. */
int	html_flow_break(struct html_flow *, struct err *);

#endif
