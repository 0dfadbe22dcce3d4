/*
 * Automatic numbering of a Word document (ECMA-376 part 1, 17.9): what
 * stands before a paragraph on the page but not in its text.
 */
#ifndef READ_DOCX_NUM_H
#define READ_DOCX_NUM_H

#include "base/str.h"

struct arena;
struct err;
struct numbering;

#define NUM_LEVELS	9

/* Of numbering.xml; with no bytes, one without any lists. */
int	numbering_read(struct arena *, struct bytes, struct numbering **,
	    struct err *);

/*
 * Counts a paragraph in and returns its label ("三、"), in its arena, or
 * an empty string when the list does not exist or shows nothing.
 */
struct str	numbering_next(struct numbering *, int num, int level);

/* The level of the list that belongs to a paragraph style, or 0. */
int	numbering_level(const struct numbering *, int num,
	    const char *style);

#endif
