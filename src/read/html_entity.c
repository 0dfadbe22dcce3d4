#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "read/html_entity.h"

/* The reference behind the "&" at *at, which moves behind it. */
static uint32_t
reference(struct str s, size_t *at)
{
	static const struct { const char *name; uint32_t c; } known[] = {
		{ "amp;", '&' }, { "lt;", '<' }, { "gt;", '>' },
		{ "quot;", '"' }, { "apos;", '\'' }, { "nbsp;", 0xA0 },
		{ "mdash;", 0x2014 }, { "ldquo;", 0x201C },
		{ "rdquo;", 0x201D }, { "middot;", 0xB7 },
	};
	struct str	 rest = str_from(s, *at + 1);
	size_t		 i;
	uint32_t	 c = 0, base = 10, d;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_starts(rest, str_of(known[i].name))) {
			*at += 1 + strlen(known[i].name);
			return known[i].c;
		}
	if (rest.n < 3 || rest.p[0] != '#')
		return 0;
	i = 1;
	if (rest.p[i] == 'x' || rest.p[i] == 'X') {
		base = 16;
		i++;
	}
	for (; i < rest.n && rest.p[i] != ';'; i++) {
		d = (uint32_t)(rest.p[i] >= 'a' ? rest.p[i] - 'a' + 10 :
		    rest.p[i] >= 'A' ? rest.p[i] - 'A' + 10 :
		    rest.p[i] - '0');
		if (d >= base || c > 0x10FFFF)
			return 0;
		c = c * base + d;
	}
	if (i == rest.n || c == 0 || c > 0x10FFFF || (c >= 0xD800 &&
	    c < 0xE000))
		return 0;
	*at += i + 2;
	return c;
}

struct str
html_unescape(struct arena *a, struct str s)
{
	struct buf	 b;
	size_t		 at = 0;
	uint32_t	 c;

	buf_init(&b, a);
	while (at < s.n)
		if (s.p[at] == '&' && (c = reference(s, &at)) != 0)
			buf_char(&b, c);
		else
			buf_add(&b, s.p + at++, 1);
	return buf_text(&b);
}
