/*
 * What a run of a Word document looks like (ECMA-376 part 1, 17.3.2), as
 * far as it decides whether its text holds.
 */
#ifndef READ_DOCX_LOOK_H
#define READ_DOCX_LOOK_H

#include <stdbool.h>

#include "read/shift.h"

struct xml;

/* Each is 0 or 1, or enum shift; LOOK_UNSAID where nothing says so. */
#define LOOK_UNSAID	(-1)
struct look {
	signed char	 vanish, strike, dstrike, shift;
};

/* A look of which nothing is said. */
struct look	 look_unsaid(void);

/* An element of w:rPr; one that is of no concern changes nothing. */
void		 look_set(struct look *, const struct xml *, const char *name);

/* What the look does not say, the other does. */
void		 look_inherit(struct look *, struct look from);

/* Whether nobody sees the text, or it is struck out. */
bool		 look_hides(const struct look *);
enum shift	 look_shift(const struct look *);

/* A property that is on or off (17.17.4): on unless it says otherwise. */
bool		 docx_is_on(const struct xml *);

#endif
