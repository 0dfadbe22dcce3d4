#include <config.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "read/utf16.h"

void
utf16_end(struct utf16 *u)
{
	if (u->high == 0)
		return;
	buf_char(u->to, UTF8_BAD);
	u->nbad++;
	u->high = 0;
}

void
utf16_put(struct utf16 *u, uint32_t c)
{
	if (c >= 0xDC00 && c <= 0xDFFF && u->high != 0) {
		buf_char(u->to, 0x10000 + ((u->high - 0xD800) << 10) +
		    (c - 0xDC00));
		u->high = 0;
		return;
	}
	utf16_end(u);
	if (c >= 0xD800 && c <= 0xDBFF) {
		u->high = c;
	} else if (c >= 0xDC00 && c <= 0xDFFF) {
		buf_char(u->to, UTF8_BAD);
		u->nbad++;
	} else
		buf_char(u->to, c);
}
