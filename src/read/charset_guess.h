/*
 * Which encoding of Chinese text the bytes look like: that in which most of
 * what is not ASCII is what people write, the most frequent ideographs (level
 * 1 of GB 2312: 3755 of them; of Big5: 5401) and the usual punctuation.  Text
 * read in its own encoding has nearly all of it there, in a wrong one half
 * or less, so that four characters are enough to tell.
 */
#ifndef READ_CHARSET_GUESS_H
#define READ_CHARSET_GUESS_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

#define GUESS_SAMPLE	65536	/* bytes looked at */

struct share {
	long	 good, all;	/* characters */
};

/*
 * Of bytes read as UTF-8; good is what takes three bytes or more, and ASCII
 * does not count.
 */
struct share	 share_utf8(struct bytes);

/*
 * Whether the text was decoded wrongly before it was stored, as the
 * characters show that come of it: UTF-8 taken for GBK is full of 鐨 and 銆,
 * either taken for Latin is full of accents, and of bytes that were replaced
 * before 锟斤拷 is left.
 */
bool		 is_garbled(struct str);

/*
 * Names of encodings for iconv, which outlive everything.  Memory that is
 * needed meanwhile is of the arena.
 */

/* Of text in bytes below 0x80 that is more than ASCII; else NULL. */
const char	*guess_seven(struct arena *, struct bytes);

/* Of UTF-32 without a mark; else NULL. */
const char	*guess_utf32(struct arena *, struct bytes);

/* The likelier of the two, and in *share how likely, in thousandths. */
const char	*guess_utf16(struct arena *, struct bytes, int *share);

/* The likeliest of GB18030, Big5, UTF-8 and UTF-16. */
const char	*guess_any(struct arena *, struct bytes);

/* Whether it is UTF-8, without a fault. */
bool		 guess_utf8(struct arena *, struct bytes);

#endif
