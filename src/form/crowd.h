/*
 * Whether a table of text has columns that the form has not.
 *
 * Where a column is a column they are left alone.  In text whose blank cells
 * may be anywhere, seven figures of a row of eight cells say nothing of which
 * is missing.
 */
#ifndef FORM_CROWD_H
#define FORM_CROWD_H

#include <stdbool.h>

struct list;
struct pieces;

/*
 * Whether the words of the pieces first up to, not including, end head other
 * columns of section 三 than those of the form; heads may be broken in any
 * way.
 */
bool	crowd_heads(const struct pieces *, int first, int end);

/*
 * The same of a list that begins at unit: other heads than those of the form
 * before the first row, more rows of eight figures and up than of seven, or
 * more figures behind each other than any row has.
 */
bool	crowd_list(const struct list *, int unit);

#endif
