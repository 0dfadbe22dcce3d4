/*
 * Five figures of section 四, in columns of spaces, whose heads stand upright
 * above them: 结果维持, 结果纠正, 其他结果, 尚未审结 and the shorter 总计.
 *
 * A converter that keeps lines together which follow each other sets a figure
 * right below a head where the last character of that head begins.  总计 ends
 * two lines higher, so its figure is on its own and may be set anywhere: "0
 * 3 0 0 3" becomes "0  3  03 0", with the last figure behind the third.
 */
#ifndef FORM_BENEATH_H
#define FORM_BENEATH_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

#define BENEATH_MAX	8	/* figures, with parts of some */

/* What is printed in one place; lines below each other are parted by \n. */
struct printed {
	struct str	 raw;
	int		 from;		/* where it begins */
};

/*
 * Whether each begins behind the end of the one before it: of those that do
 * not, the order is not that of the page.
 */
bool	 beneath_apart(const struct printed *, int n);

/*
 * Goes through the ways in which what is printed, from left to right, is
 * five figures of which the last is the sum of the others: each but the last
 * begins where its head does; or they are apart and in their order, wherever
 * they begin.  Where some of the five are blank, the last is not, and begins
 * where its head does.
 * Returns how many different rows these say, but never more than 2, and the
 * first of them in v, which has RESULTS elements; a blank cell is "".
 */
int	 beneath_read(struct arena *, const struct printed *, int n,
	    const int *head, struct str *v);

#endif
