/*
 * Tables that are drawn with the characters for it: │ ─ ┼.
 */
#ifndef READ_TEXT_BOX_H
#define READ_TEXT_BOX_H

#include "base/str.h"

struct arena;

/*
 * The text with "|", "-" and "+" for the lines of tables, as they are typed
 * where there are no others.  Only in lines that have upright ones or a
 * crossing; a row of ─ elsewhere is a dash.  Itself when there is none.
 */
struct str	text_boxes(struct arena *, struct str);

/*
 * The text without the frames that tables with a single cell have around
 * other tables: pages that lay themselves out with tables become such text.
 * Lines stay lines.
 */
struct str	text_unframe(struct arena *, struct str);

#endif
