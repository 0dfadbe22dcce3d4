/*
 * What a page shows, and what it hides until something opens it.
 */
#ifndef FORM_UNSHOWN_H
#define FORM_UNSHOWN_H

struct block;

/*
 * Takes out of the blocks from *first up to end the parts that are not shown
 * (doc.h) and whose tables all stand, with other figures or the same, in what
 * shows more: an old table that was hidden when the new one was put in.
 * Tables are the same when most words of one are words of the other, and no
 * table without figures takes the place of one with some.  A part that has a
 * table of its own stays, as one that a tab opens.  *first moves if it goes.
 * Returns how many figures went.
 */
int	unshown_drop(struct block **first, const struct block *end);

#endif
