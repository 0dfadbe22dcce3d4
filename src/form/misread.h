/*
 * Figures with letters in them, which programs that read pictures of pages
 * have taken for the digits that these look like: O for 0, l for 1; and
 * digits of which it is not clear what figures they are.
 */
#ifndef FORM_MISREAD_H
#define FORM_MISREAD_H

#include <stdbool.h>

#include "form/table.h"

struct arena;

/*
 * Whether a cell has a figure with such letters: one alone, or some among
 * digits; or a circle for 〇; or 一, which may be a stroke.
 */
bool		 is_misread(struct str raw);

/*
 * Whether it has nothing but digits, and several ways to read them: parted
 * by spaces or lines, as one figure that was spaced or broken or as several;
 * or with raised ones, which may be a mark.  Or a figure with raised ones
 * behind it; or one that begins with zeros, 05: people write such, and so do
 * figures that ran together.
 */
bool		 is_unclear(struct arena *, const struct value *);

/*
 * The figures of the row, in groups of so many of which the last is the sum
 * of those before it: where that holds with the digits that the letters look
 * like, and all that is not clear as one figure, these are what is meant,
 * unless the last lines of its cells add up as well, which may be another row.
 * Returns how many values that is so of.
 */
int		 misread_solve(struct arena *, struct value *, int n,
		    int group);

#endif
