/*
 * Text of a page that has tables and no paragraphs, as in Markdown: its line
 * ends part it, and tables may be drawn in it.
 */
#ifndef READ_HTML_BARE_H
#define READ_HTML_BARE_H

#include "base/buf.h"

struct doc;
struct err;

struct html_bare {
	struct arena	*arena;		/* of the document */
	struct doc	*doc;
	struct buf	 text;		/* since the last element of a block */
	int		 line;		/* where that began */
};

/* What stands on a line and those after it, character references resolved. */
void	html_bare_text(struct html_bare *, struct str, int line);

/* A line break by a tag: in the row of a table it is one of its cell. */
void	html_bare_break(struct html_bare *);

/* What follows may not show: no cell that it is in has a figure. */
void	html_bare_doubt(struct html_bare *);

/* A block begins or ends: reads the text (read/text_body.h), if there is. */
int	html_bare_flush(struct html_bare *, struct err *);

#endif
