/*
 * Which encoding of Chinese text the bytes look like.
 *
 * Each function reads the bytes as one encoding and says how much of what
 * is not ASCII is what people write: the most frequent ideographs (level 1
 * of GB 2312: 3755 of them; of Big5: 5401) and the usual punctuation.  Text
 * read in its own encoding has nearly all of it there, in a wrong one half
 * or less, so that four characters are enough to tell.
 */
#ifndef READ_CHARSET_GUESS_H
#define READ_CHARSET_GUESS_H

#include <stdbool.h>

#include "base/str.h"

struct share {
	long	 good, all;	/* characters */
};

/* With ascii, ASCII characters count as good; else not at all. */
struct share	 share_gb(struct bytes, bool ascii);
struct share	 share_big5(struct bytes);
struct share	 share_utf8(struct bytes);

/*
 * Whether the text was decoded wrongly before it was stored, as the
 * characters show that come of it: UTF-8 taken for GBK is full of 鐨 and 銆,
 * either taken for Latin is full of accents, and of bytes that were replaced
 * before 锟斤拷 is left.
 */
bool		 is_garbled(struct str);

/* Thousandths of all that are good; 0 of nothing. */
int		 share_of(struct share);

#endif
