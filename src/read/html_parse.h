/*
 * The tree of an HTML page, whichever library makes it (and the only file
 * that knows gumbo).  The page is what html_filter() wrote.
 */
#ifndef READ_HTML_PARSE_H
#define READ_HTML_PARSE_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct html_node;	/* never made or changed here, so always const */

enum html_elem {
	ELEM_OTHER,
	ELEM_TEXT,
	ELEM_PARA,	/* p and div */
	ELEM_PRE,
	ELEM_BREAK,
	ELEM_HEADING,	/* h1 to h6 */
	ELEM_TABLE,
	ELEM_CAPTION,
	ELEM_GROUP,	/* thead, tbody, tfoot */
	ELEM_ROW,
	ELEM_CELL,	/* td, th */
	ELEM_DOUBT,	/* wbr: what follows may not show */
};

/* Tree and text belong to the arena, which must outlive all use. */
const struct html_node	*html_parse(struct arena *, struct str markup);

/* NULL where there is none. */
const struct html_node	*html_first(const struct html_node *);
const struct html_node	*html_next(const struct html_node *);

enum html_elem	 html_elem(const struct html_node *);
int		 html_level(const struct html_node *);	/* of a heading */
int		 html_line(const struct html_node *);	/* from 1 */
struct str	 html_text(const struct html_node *);	/* of ELEM_TEXT */

/* A number, or def when the element does not have the attribute. */
int		 html_attr(const struct html_node *, const char *, int def);

/*
 * A walk over all nodes below and including the root, each met twice:
 *
 *	struct html_walk w = { .root = n };
 *	while (html_walk(&w))
 *		... w.at, w.leaving; w.skip = true on entering passes over
 *		    what is in it
 */
struct html_walk {
	const struct html_node	*root, *at;
	bool			 leaving, skip;
};

bool	 html_walk(struct html_walk *);

#endif
