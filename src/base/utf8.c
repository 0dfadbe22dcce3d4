#include <config.h>

#include "base/utf8.h"

/* Length of the well-formed character at p, or 0 (RFC 3629, section 4). */
static size_t
well_formed(const unsigned char *p, size_t n)
{
	size_t	 len;

	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	len = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	if (n < len)
		return 0;
	for (size_t i = 1; i < len; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
	    (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
		return 0;
	return len;
}

/* Nearly every character of a report is decided by its first line or two. */
static inline uint32_t
decode(const unsigned char *p, size_t left, size_t *n)
{
	size_t	 len;

	*n = 1;
	if (p[0] < 0x80)
		return p[0];
	if (p[0] > 0xE0 && p[0] < 0xED && left > 2 &&
	    (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
		*n = 3;
		return (uint32_t)(p[0] & 0x0F) << 12 |
		    (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
	}
	len = well_formed(p, left);
	*n = len != 0 ? len : 1;
	switch (len) {
	case 1:
		return p[0];
	case 2:
		return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
	case 3:
		return (uint32_t)(p[0] & 0x0F) << 12 |
		    (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
	case 4:
		return (uint32_t)(p[0] & 0x07) << 18 |
		    (uint32_t)(p[1] & 0x3F) << 12 |
		    (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
	default:
		return UTF8_BAD;
	}
}

uint32_t
utf8_first(struct str s, size_t *n)
{
	return decode((const unsigned char *)s.p, s.n, n);
}

uint32_t
utf8_last(struct str s, size_t *n)
{
	size_t		 back = 1;
	uint32_t	 c;

	while (back < UTF8_MAX && back < s.n &&
	    ((unsigned char)s.p[s.n - back] & 0xC0) == 0x80)
		back++;
	c = utf8_first(str_from(s, s.n - back), n);
	if (*n != back) {
		*n = 1;
		return UTF8_BAD;
	}
	return c;
}

uint32_t
utf8_next_any(struct str s, size_t *at)
{
	size_t		 n;
	uint32_t	 c = decode((const unsigned char *)s.p + *at, s.n - *at,
			    &n);

	*at += n;
	return c;
}

size_t
utf8_put(char *p, uint32_t c)
{
	if (c < 0x80) {
		p[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		p[0] = (char)(0xC0 | c >> 6);
		p[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c >= 0x110000 || (c >= 0xD800 && c < 0xE000))
		c = UTF8_BAD;
	if (c < 0x10000) {
		p[0] = (char)(0xE0 | c >> 12);
		p[1] = (char)(0x80 | (c >> 6 & 0x3F));
		p[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	p[0] = (char)(0xF0 | c >> 18);
	p[1] = (char)(0x80 | (c >> 12 & 0x3F));
	p[2] = (char)(0x80 | (c >> 6 & 0x3F));
	p[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t
utf8_valid(struct bytes b)
{
	size_t	 i = 0, len;

	while (i < b.n) {
		len = well_formed(b.p + i, b.n - i);
		if (len == 0)
			break;
		i += len;
	}
	return i;
}

size_t
utf8_length(struct str s)
{
	size_t	 count = 0;

	for (size_t at = 0; at < s.n; count++)
		utf8_next(s, &at);
	return count;
}

bool
utf8_has_han(struct str s)
{
	for (size_t at = 0; at < s.n; )
		if (utf8_is_han(utf8_next(s, &at)))
			return true;
	return false;
}

bool
utf8_has_bad(struct str s)
{
	return str_has(s, STR(UTF8_BAD_TEXT));
}

bool
utf8_longer(struct str s, size_t n)
{
	size_t	 at = 0;

	if (s.n <= n || s.n > UTF8_MAX * n)
		return s.n > n;
	while (at < s.n && n-- > 0)
		utf8_next(s, &at);
	return at < s.n;
}

/* The bytes that white space begins with, of which there are few. */
static bool
may_be_space(unsigned char c)
{
	return c <= ' ' || c == 0xC2 || c == 0xE2 || c == 0xE3 || c == 0xEF;
}

size_t
utf8_space(struct str s, size_t at)
{
	size_t	 n;

	for (; at < s.n; at++)
		if (may_be_space((unsigned char)s.p[at]) &&
		    utf8_is_space(utf8_first(str_from(s, at), &n)))
			break;
	return at;
}

size_t
utf8_last_word(struct str s)
{
	size_t	 n;

	for (size_t at = s.n; at-- > 0; )
		if (may_be_space((unsigned char)s.p[at]) &&
		    utf8_is_space(utf8_first(str_from(s, at), &n)))
			return at + n;
	return 0;
}

bool
utf8_is_space(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 ||
	    (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
	    c == 0x202F || c == 0x205F || c == 0x3000 || utf8_is_ignorable(c);
}

bool
utf8_is_ignorable(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
	    (c >= 0x202A && c <= 0x202D) || (c >= 0x2060 && c <= 0x2064) ||
	    (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
	    (c >= 0xFE00 && c <= 0xFE0F);
}

bool
utf8_is_han(uint32_t c)
{
	return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
	    c == 0x3007 || (c >= 0xF900 && c <= 0xFAFF) ||
	    (c >= 0x20000 && c <= 0x3FFFF);
}

int
utf8_width(uint32_t c)
{
	if (c < 0x20 || (c >= 0x7F && c < 0xA0))
		return 0;
	if (c < 0x300)
		return c == 0xAD ? 0 : 1;
	if (c <= 0x36F || utf8_is_ignorable(c) || c == 0x202E ||
	    (c >= 0x20D0 && c <= 0x20FF))
		return 0;
	if ((c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) ||
	    (c >= 0x3041 && c <= 0xA4CF && c != 0x303F) ||
	    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
	    (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF60) ||
	    (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) ||
	    (c >= 0x1F900 && c <= 0x1F9FF) || (c >= 0x20000 && c <= 0x3FFFD))
		return 2;
	return 1;
}

size_t
str_width(struct str s)
{
	size_t	 w = 0;

	for (size_t at = 0; at < s.n; )
		w += (size_t)utf8_width(utf8_next(s, &at));
	return w;
}

uint32_t
utf8_fold(uint32_t c)
{
	if (c >= 0xFF01 && c <= 0xFF5E)
		return c - 0xFF01 + '!';
	if (c == 0x3000 || c == 0xA0)
		return ' ';
	if (c >= 0x1D7CE && c <= 0x1D7FF)	/* mathematical digits */
		return '0' + (c - 0x1D7CE) % 10;
	if (c >= 0xFE50 && c <= 0xFE6B) {	/* small form variants */
		static const char	 small[] =
		    ",\0.\0;:?!-(){}[]#&*+-<>=\0\\$%@";
		char			 s = small[c - 0xFE50];

		return s != 0 ? (uint32_t)(unsigned char)s : c;
	}
	return c;
}
