/*
 * Just enough XML for what poppler's tools write: tags, attributes and
 * decimals.  It never fails; what does not look as expected is passed over.
 */
#ifndef READ_PDF_SCAN_H
#define READ_PDF_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * The next <tag> of *rest, without its angle brackets, and the text before
 * it.  False when there is no further tag.
 */
bool		scan_tag(struct str *rest, struct str *before,
		    struct str *tag);

/* Whether the tag has this name ("path", "/page"). */
bool		scan_is(struct str tag, const char *name);

/* The value of an attribute as it stands, empty if there is none. */
struct str	scan_attr(struct str tag, const char *name);

/* What follows "name:" in the style attribute, or an attribute of the name. */
struct str	scan_style(struct str tag, const char *name);

/*
 * A decimal at the beginning of *s, which it is cut off with the spaces and
 * commas before it; clamped to what an int can hold as thousandths.  False
 * when there is none.
 */
bool		scan_number(struct str *s, double *value);

/* Points to thousandths of a point. */
int		scan_milli(double);

/* The text with its entities resolved. */
struct str	scan_text(struct arena *, struct str);

#endif
