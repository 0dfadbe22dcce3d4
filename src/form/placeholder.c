/* What stands for a figure that there is not. */
#include <config.h>

#include "base/utf8.h"
#include "form/number.h"

#define STROKES_MAX	8	/* more are a line */
#define PLACE_BYTES	32

/* Nothing but strokes, with spaces between them or not. */
static bool
is_strokes(struct str t)
{
	size_t	 n = 0;

	for (size_t at = 0; at < t.n; ) {
		uint32_t	 c = utf8_next(t, &at);

		if (utf8_is_space(c) && c != '\n')
			continue;
		switch (utf8_fold(c)) {
		case '/': case '-': case '\\': case '_': case '~':
		case 0x2010: case 0x2011: case 0x2012: case 0x2013:
		case 0x2014: case 0x2015: case 0x2212: case 0x301C:
		case 0xFF0D: case 0xFF0F: case 0xFF3C: case 0xFF3F:
		case 0xFF5E: case 0xFE63: case 0x2215: case 0x2500:
			n++;
			break;
		default:
			return false;
		}
	}
	return n > 0 && n <= STROKES_MAX;
}

/* What people write into a cell that has no figure. */
bool
number_is_placeholder(struct str t)
{
#define WORD(s)	{ s, sizeof(s) - 1 }
	static const struct str	 word[] = {
		WORD("无"), WORD("暂无"), WORD("空"), WORD("没有"),
		WORD("未统计"), WORD("暂未统计"), WORD("不涉及"),
		WORD("不适用"), WORD("N/A"), WORD("n/a"), WORD("NA"),
		WORD("一一"), WORD("*"), WORD("×"), WORD("无。"),
		WORD("（无）"), WORD("(无)"), WORD("（空）"), WORD("(空)"),
		WORD("NULL"), WORD("null"), WORD("undefined"),
	};
#undef WORD

	if (t.n > PLACE_BYTES)
		return false;
	for (size_t i = 0; i < sizeof(word) / sizeof(word[0]); i++)
		if (t.n == word[i].n && str_eq(t, word[i]))
			return true;
	return is_strokes(t);
}
