/*
 * The rules of the style sheets inside of a page, as far as they say
 * something that matters (html_look.h).
 *
 * They are kept by what their last part names, a class, an id or an
 * element, so that each element is compared with few of them.
 */
#ifndef READ_HTML_SHEET_H
#define READ_HTML_SHEET_H

#include <stdint.h>

#include "read/html_look.h"
#include "read/html_selector.h"

struct err;

#define SHEET_BUCKETS	1024
#define SHEET_ALL	SHEET_BUCKETS	/* rules for all elements */

struct rule {
	struct selector	 selector;
	int64_t		 weight;	/* its own, then its place */
	struct look	 look;
	struct rule	*next;
};

struct sheet {
	struct arena	*arena;
	struct rule	*first[SHEET_BUCKETS + 1], **end[SHEET_BUCKETS + 1];
	int		 nrule;
	bool		 outside;	/* there are other sheets, in files */
};

void		 sheet_init(struct sheet *, struct arena *);

/*
 * Adds the rules of a style element for those media that hold for a wide
 * screen; the text must live on.  -1 with ERR_LIMIT, LIMIT_CSS_RULES.
 */
int		 sheet_add(struct sheet *, struct str text, struct str media,
		    struct err *);

/* Where the rules are whose last part names that. */
unsigned	 sheet_bucket(struct str);

#endif
