/*
 * The charset that an HTML page says it is in.
 */
#ifndef READ_HTML_CHARSET_H
#define READ_HTML_CHARSET_H

#include "base/str.h"

struct arena;

/*
 * The name, in the arena, that the first meta element or XML declaration
 * with one gives, within the first 64 KiB; NULL if none does.  It is what the
 * page says: whether there is such a charset, and whether the page is in it,
 * charset_decode() finds out (charset.h).
 */
const char	*html_declared(struct arena *, struct bytes);

#endif
