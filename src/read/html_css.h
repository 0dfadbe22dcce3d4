/*
 * What the style sheets of a page do to its text, as far as figures depend
 * on it (CSS 2.1, chapters 4 to 6): what is not to be seen, or no longer
 * holds, or stands above the line.
 *
 * Selectors are of elements, classes and ids, of one inside of another or
 * right inside of it; rules with any other are left out, and so is what is
 * for print or for narrow screens.  Sheets in other files are not read, and
 * colours are not compared with what is behind them.
 */
#ifndef READ_HTML_CSS_H
#define READ_HTML_CSS_H

#include "base/str.h"

struct arena;
struct css;
struct err;
struct html_tag;

struct css	*css_new(struct arena *);

/* The content of a style element, for those media; text must live on. */
void		 css_add(struct css *, struct str sheet, struct str media);

/*
 * The next tag of the page, whose attributes hidden, blank, struck and shift
 * are brought up to what the rules say.  What its own style says goes before
 * them.  -1 with ERR_LIMIT, LIMIT_CSS_STEPS.
 */
int		 css_tag(struct css *, struct html_tag *, struct err *);

#endif
