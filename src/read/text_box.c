#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/text_box.h"

enum stroke { STROKE_NONE, STROKE_FLAT, STROKE_UPRIGHT, STROKE_CROSSING };

/* U+2500 to U+257F, in the order of Unicode. */
static enum stroke
stroke_of(uint32_t c)
{
	if (c < 0x2500 || c > 0x257F)
		return STROKE_NONE;
	switch (c) {
	case 0x2502: case 0x2503: case 0x2506: case 0x2507: case 0x250A:
	case 0x250B: case 0x254E: case 0x254F: case 0x2551:
		return STROKE_UPRIGHT;
	default:
		return c < 0x250C || c == 0x2550 || c == 0x254C ||
		    c == 0x254D || c > 0x2570 ? STROKE_FLAT : STROKE_CROSSING;
	}
}

static bool
is_drawn(struct str line)
{
	for (size_t at = 0; at < line.n; )
		if (stroke_of(utf8_next(line, &at)) >= STROKE_UPRIGHT)
			return true;
	return false;
}

struct str
text_boxes(struct arena *a, struct str s)
{
	static const char	 plain[] = { 0, '-', '|', '+' };
	struct buf		 b;

	/* All of them begin with these two bytes. */
	if (!str_has(s, STR("\xE2\x94")) && !str_has(s, STR("\xE2\x95")))
		return s;
	buf_init(&b, a);
	for (size_t at = 0, end; at < s.n; at = end) {
		struct str	 line;

		for (end = at; end < s.n && s.p[end] != '\n'; end++)
			;
		end += end < s.n;
		line = str_sub(s, at, end - at);
		if (!is_drawn(line)) {
			buf_str(&b, line);
			continue;
		}
		for (size_t i = 0, from; i < line.n; ) {
			enum stroke	 k;

			from = i;
			k = stroke_of(utf8_next(line, &i));
			if (k != STROKE_NONE)
				buf_char(&b, (uint32_t)plain[k]);
			else
				buf_str(&b, str_sub(line, from, i - from));
		}
	}
	return buf_text(&b);
}
