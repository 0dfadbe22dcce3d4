/*
 * Numbers that a page has in front of the items of its lists, and not in
 * its text.
 */
#ifndef READ_HTML_LIST_H
#define READ_HTML_LIST_H

#include <stdbool.h>

#include "base/str.h"
#include "read/ordinal.h"

struct buf;
struct html_tag;

#define HTML_LISTS	16	/* those deeper have no numbers */

struct html_lists {
	struct {
		bool		 ordered;
		enum ordinal	 how;
		int		 next, step;
	} open[HTML_LISTS];
	int	 depth;
	size_t	 looked_at;	/* bytes, for lists that count down */
};

/* A tag of ol, ul or their kin, behind which the page goes on at at. */
void	html_list(struct html_lists *, const struct html_tag *,
	    struct str page, size_t at);

/* The start tag of an item: appends "1. ", "（" … or nothing. */
void	html_list_item(struct html_lists *, const struct html_tag *,
	    struct buf *);

/* Whether a text begins with a number of its own, or is one. */
bool	html_is_numbered(struct str);

#endif
