#include <config.h>

#include "base/utf8.h"
#include "read/charset_guess.h"

int
share_of(struct share s)
{
	return s.all > 0 ? (int)(s.good * 1000 / s.all) : 0;
}

static bool
is_text(unsigned char c)
{
	return c >= 0x20 ? c != 0x7F : c >= '\t' && c <= '\r';
}

/* Symbols, fullwidth forms and level 1: rows 1, 3 and 16 to 55. */
static bool
gb_usual(unsigned char lead, unsigned char trail)
{
	return trail >= 0xA1 && trail != 0xFF && (lead == 0xA1 ||
	    lead == 0xA3 || (lead >= 0xB0 && lead <= 0xD7));
}

/* GB 18030 has characters of four bytes for what is not Chinese. */
static bool
gb_four(struct bytes in)
{
	return in.n >= 4 && in.p[1] >= '0' && in.p[1] <= '9' &&
	    in.p[2] >= 0x81 && in.p[3] >= '0' && in.p[3] <= '9';
}

struct share
share_gb(struct bytes in, bool ascii)
{
	struct share	 s = { 0, 0 };

	for (size_t i = 0; i < in.n; i++) {
		if (in.p[i] < 0x80) {
			if (!is_text(in.p[i]))
				s.all++;
			else if (ascii)
				s.all++, s.good++;
			continue;
		}
		s.all++;
		if (i + 1 == in.n)
			break;
		if (gb_four((struct bytes){ in.p + i, in.n - i })) {
			i += 3;
			continue;
		}
		if (gb_usual(in.p[i], in.p[i + 1]))
			s.good++;
		if (in.p[i] != 0x80 && in.p[i] != 0xFF &&
		    in.p[i + 1] >= 0x40)
			i++;
	}
	return s;
}

static bool
big5_usual(unsigned char lead, unsigned char trail)
{
	if (!((trail >= 0x40 && trail <= 0x7E) ||
	    (trail >= 0xA1 && trail <= 0xFE)))
		return false;
	return lead == 0xA1 || lead == 0xA2 ||
	    (lead >= 0xA4 && lead < 0xC6) || (lead == 0xC6 && trail <= 0x7E);
}

struct share
share_big5(struct bytes in)
{
	struct share	 s = { 0, 0 };

	for (size_t i = 0; i < in.n; i++) {
		if (in.p[i] < 0x80) {
			if (!is_text(in.p[i]))
				s.all++;
			continue;
		}
		s.all++;
		if (i + 1 == in.n)
			break;
		if (big5_usual(in.p[i], in.p[i + 1]))
			s.good++;
		if (in.p[i] != 0x80 && in.p[i] != 0xFF &&
		    in.p[i + 1] >= 0x40)
			i++;
	}
	return s;
}

struct share
share_utf8(struct bytes in)
{
	struct str	 t = { (const char *)in.p, in.n };
	struct share	 s = { 0, 0 };
	size_t		 was;
	uint32_t	 c;

	for (size_t at = 0; at < t.n; ) {
		was = at;
		c = utf8_next(t, &at);
		if (c < 0x80 && is_text((unsigned char)c))
			continue;
		s.all++;
		if (at - was >= 3)
			s.good++;
	}
	return s;
}

bool
is_garbled(struct str s)
{
	/* 的 。 ， 政 年 中 公 信 息 府 of UTF-8, each with what comes next. */
	static const uint32_t	 odd[] = {
		0x9428, 0x9286, 0x951B, 0x93C0, 0x9A9E, 0x6D93, 0x934F,
		0x6DC7, 0x93AD, 0x6434,
	};
	long			 han = 0, nodd = 0, accents = 0;
	uint32_t		 c;

	if (str_has(s, STR("锟斤拷")))
		return true;
	for (size_t at = 0; at < s.n; ) {
		c = utf8_next(s, &at);
		accents += c >= 0x80 && c <= 0xFF && c != 0xA0 && c != 0xB7;
		if (!utf8_is_han(c))
			continue;
		han++;
		for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++)
			nodd += c == odd[i];
	}
	return nodd * 25 > han + 200 || accents > han + 50;
}
