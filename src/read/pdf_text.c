/* What can be told from the characters of words. */
#include <config.h>

#include <string.h>

#include "base/utf8.h"
#include "read/pdf_page.h"

bool
pdf_is_figure(struct str s)
{
	if (str_eq(s, STR("无")))
		return true;
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_fold(utf8_next(s, &at));

		if (c == 0x2014 || c == 0x2015 || c == 0x2212 || c == UTF8_BAD)
			continue;	/* dashes, minus, what may be a digit */
		if (c < 0x21 || c > 0x7E || ((c < '0' || c > '9') &&
		    memchr(".,-/+%", (int)c, 6) == NULL))
			return false;
	}
	return s.n != 0;
}

static bool
is_latin(uint32_t c)
{
	return c < 0x250;
}

bool
pdf_spaced(const struct pdf_word *w, const struct pdf_word *next)
{
	int	 gap = next->box.x0 - w->box.x1;
	int	 em = (w->box.y1 - w->box.y0) / 4 * 3;
	size_t	 n;

	if (is_latin(utf8_last(w->text, &n)) &&
	    is_latin(utf8_first(next->text, &n)))
		return gap > em / 10;
	return gap > em / 4 * 5;
}

bool
pdf_begins_item(struct str s)
{
	static const struct str	 numerals =
	    { "一二三四五六七八九十", 30 };
	size_t		 at = 0, before = 0;
	uint32_t	 c = 0;
	uint32_t	 open = 0;
	bool		 any = false;

	while (at < s.n) {
		before = at;
		c = utf8_fold(utf8_next(s, &at));
		if (before == 0 && (c == '(' || c == 0x7B2C))
			open = c;
		else if ((c >= '0' && c <= '9') || (utf8_is_han(c) &&
		    str_has(numerals, str_sub(s, before, at - before))))
			any = true;
		else
			break;
	}
	if (!any)
		return false;
	switch (open) {
	case '(':
		return c == ')';
	case 0x7B2C:			/* an article: 第二十条 */
		return c == 0x6761;
	default:
		return c == 0x3001 || c == '.';
	}
}
