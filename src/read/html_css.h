/*
 * What the style sheets of a page do to its text, as far as figures depend
 * on it (CSS 2.1, chapters 4 to 6 and 17): what is not to be seen, or no
 * longer holds, or stands above the line, and what is laid out as a table
 * without being one.
 *
 * What is for print or for narrow screens is left out.  Sheets in other
 * files are not read: they may paint what is behind a text, or take back
 * what hides a block.  Where that decides whether a text shows, or a rule
 * whose selector cannot be answered (html_selector.h), it is in doubt.
 */
#ifndef READ_HTML_CSS_H
#define READ_HTML_CSS_H

#include "base/str.h"

struct arena;
struct css;
struct err;
struct html_tag;

enum css_ink { INK_SHOWN, INK_DOUBT, INK_HIDDEN };

struct css	*css_new(struct arena *);

/*
 * The content of a style element, for those media; text must live on.  -1
 * with ERR_LIMIT, LIMIT_CSS_RULES.
 */
int		 css_add(struct css *, struct str sheet, struct str media,
		    struct err *);

/*
 * The next tag of the page, whose attributes hidden, blank, struck, shift,
 * box and columns to down are brought up to what the rules say; box and item
 * are those of the element that ends, too.  What its own style says goes
 * before the rules.  -1 with ERR_LIMIT, LIMIT_CSS_STEPS.
 */
int		 css_tag(struct css *, struct html_tag *, struct err *);

/*
 * How text shows that is in what is open, apart from elements that have been
 * said to be hidden: it may be of no size, or of the colour of the page.
 */
enum css_ink	 css_ink(const struct css *);

#endif
