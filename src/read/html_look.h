/*
 * What declarations of CSS say of an element, as far as figures depend on
 * it: whether it shows, what kind of box it is, and its colours.
 */
#ifndef READ_HTML_LOOK_H
#define READ_HTML_LOOK_H

#include <stdbool.h>

#include "base/str.h"

/* Those up to P_CLIPPED hide what is in the element, each by itself. */
enum prop {
	P_DISPLAY, P_MSO, P_VISIBILITY, P_SIZE, P_OPACITY, P_INDENT,
	P_LEFT, P_RIGHT, P_TOP, P_BOTTOM, P_MARGIN, P_TRANSFORM, P_CLIP,
	P_CLIPPED,	/* clip-path */
	P_COLOR, P_GROUND, P_LINE, P_SHIFT,
	/* No room, and what does not fit does not show. */
	P_WIDTH, P_HEIGHT, P_OVERFLOW,
	/* Where what is in the element stands, or the element itself. */
	P_COLUMNS, P_DIRECTION, P_WRAP, P_AREAS,
	P_ACROSS, P_DOWN, P_ORDER, P_POSITION,
	P__N
};

/* What is said of a property; from SAYS_RGB on it is a colour. */
enum {
	SAYS_NOTHING,
	SAYS_SHOWN,		/* anything else */
	SAYS_HIDDEN,		/* none, nought, transparent, line-through */
	SAYS_LOWERED,
	SAYS_BLOCK,		/* display: begins a line */
	SAYS_GROUP, SAYS_ROW, SAYS_CELL,
	SAYS_FLEX, SAYS_GRID,
	SAYS_CONTENTS,		/* no box of its own */
	SAYS_DOUBT,		/* hidden, or not */
	SAYS_TRACKS = 1 << 16,	/* and so many columns or rows */
	SAYS_RGB = 1 << 24
};

#define LOOK_ALL	999	/* tracks: all that there are */

struct look {
	int	 says[P__N];
	bool	 important[P__N];
};

/* "display:none;color:red"; whether any of it matters. */
bool	 look_read(struct str, struct look *);

/* A colour as an attribute or a property has it: SAYS_… as above. */
int	 look_color(struct str);

/* Whether nobody can tell two colours apart. */
bool	 look_same_color(int, int);

/* Lower case without blanks, cut off: names and values are short. */
void	 look_squeeze(struct str, char to[64]);

#endif
