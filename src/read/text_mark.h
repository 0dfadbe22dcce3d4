/*
 * Markup within lines, as converters leave it around words of Markdown.
 */
#ifndef READ_TEXT_MARK_H
#define READ_TEXT_MARK_H

#include "base/str.h"

struct arena;

/*
 * The text without <span …>, <u>, <font …> and the like, and without
 * [words]{style="…"} around words, be it one of each around every character
 * and with line breaks inside; and without what is ~~struck out~~.  What a
 * style may hide, strike out or raise keeps its marks, and so is no figure.
 * Itself where there is none.
 */
struct str	text_unmark(struct arena *, struct str);

/*
 * The same of all of a text but what may be of tables, where marks count for
 * the place of a column; there it is for their cells.
 */
struct str	text_unmark_words(struct arena *, struct str);

#endif
