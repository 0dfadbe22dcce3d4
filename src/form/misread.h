/*
 * Figures with letters in them, which programs that read pictures of pages
 * have taken for the digits that these look like: O for 0, l for 1.
 */
#ifndef FORM_MISREAD_H
#define FORM_MISREAD_H

#include <stdbool.h>

#include "form/table.h"

struct arena;

/*
 * Whether a cell has a figure with such letters: one alone, or some among
 * digits.
 */
bool		 is_misread(struct str raw);

/*
 * The figures of the row, in groups of so many of which the last is the sum
 * of those before it: where that holds with the digits that the letters look
 * like, these are what is meant.  Returns how many values that is so of.
 */
int		 misread_solve(struct arena *, struct value *, int n,
		    int group);

#endif
