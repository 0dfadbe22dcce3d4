/* Text that comes as UTF-16, one unit after the other (RFC 2781). */
#ifndef READ_UTF16_H
#define READ_UTF16_H

#include <stdint.h>

struct buf;

struct utf16 {
	struct buf	*to;
	uint32_t	 high;		/* a surrogate that waits, or 0 */
	long		 nbad;		/* surrogates alone, now U+FFFD */
};

void	utf16_put(struct utf16 *, uint32_t unit);

/* After the last unit of a text. */
void	utf16_end(struct utf16 *);

#endif
