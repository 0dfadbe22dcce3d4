/*
 * The title of a report among the lines before its first section: whole, in
 * a line with entries of a menu, or broken over several lines.
 */
#ifndef FORM_TITLE_SEARCH_H
#define FORM_TITLE_SEARCH_H

#include "form/line.h"
#include "form/title.h"

struct title_found {
	struct title	 title;
	int		 score;		/* how good it is; 0: there is none */
	int		 first, last;	/* lines it stands on; -1: metadata */
};

/*
 * The best title in the lines before head.  What the document says that it
 * is called, or NULL, speaks for a title, and is one where there is none.
 */
struct title_found	 title_search(struct arena *,
			    const struct textlines *, int head,
			    const struct title *meta);

#endif
