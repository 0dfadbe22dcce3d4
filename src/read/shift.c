#include <config.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "read/shift.h"

uint32_t
shift_char(uint32_t c, enum shift shift)
{
	static const uint32_t	 raised[] = {
		0x2070, 0xB9, 0xB2, 0xB3, 0x2074, 0x2075, 0x2076, 0x2077,
		0x2078, 0x2079,
	};
	uint32_t		 d = utf8_fold(c);

	if (shift == SHIFT_NONE || d < '0' || d > '9')
		return c;
	return shift == SHIFT_RAISED ? raised[d - '0'] : 0x2080 + d - '0';
}

void
shift_put(struct buf *b, struct str s, enum shift shift)
{
	if (shift == SHIFT_NONE)
		buf_str(b, s);
	else
		for (size_t at = 0; at < s.n; )
			buf_char(b, shift_char(utf8_next(s, &at), shift));
}
