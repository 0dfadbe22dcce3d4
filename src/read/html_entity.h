/*
 * Character references of HTML.
 */
#ifndef READ_HTML_ENTITY_H
#define READ_HTML_ENTITY_H

#include "base/str.h"

struct arena;

/*
 * Text of an attribute, a title or a script, in the arena, with "&#38;",
 * "&#x26;", and the few names resolved that are met in such; what is no
 * reference stays as it is, and so does the number of no character.  Running
 * text is left to the parser (html_parse.h), which knows all names.
 */
struct str	 html_unescape(struct arena *, struct str);

#endif
