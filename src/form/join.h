/*
 * Digits of one figure in several cells, put together again.
 *
 * A converter that goes by where characters stand makes "2 0" of 20.  Such
 * a row has more figures than columns; when neighbours can be joined in one
 * way only so that their number is right and the last is the sum of those
 * before it, that is what was printed.
 */
#ifndef FORM_JOIN_H
#define FORM_JOIN_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

#define JOIN_TOKENS	14	/* in one row, at most */

/*
 * Joins the n pieces to width figures.  Pieces of other characters than
 * digits, and figures that would begin with 0, cannot be joined.  False
 * when there is no way, or more than one; out then means nothing.
 */
bool	join_digits(struct arena *, const struct str *piece, int n,
	    int width, struct str *out);

#endif
