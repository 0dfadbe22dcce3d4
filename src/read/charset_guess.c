#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "read/charset_guess.h"
#include "read/recode.h"

#define SURE_SEVEN	4	/* ideographs in bytes below 0x80 */

/* Thousandths of all that are good; 0 of nothing. */
static int
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

/* With ascii, ASCII characters count as good; else not at all. */
static struct share
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

static struct share
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

/* How much of the bytes, read in that encoding, is what people write. */
static struct share
share_in(struct arena *a, struct bytes in, const char *name, bool ascii)
{
	struct buf	 b;
	struct share	 s = { 0, 0 };
	long		 nbad;

	buf_init(&b, a);
	in.n -= in.n % recode_unit(name);
	nbad = recode(a, in, name, "GB18030", false, &b);
	if (nbad < 0)
		return s;
	s = share_gb(buf_bytes(&b), ascii);
	s.all += nbad;
	return s;
}

static int
share_utf16(struct arena *a, struct bytes in, const char *name)
{
	return share_of(share_in(a, in, name, true));
}

const char *
guess_utf16(struct arena *a, struct bytes in, int *share)
{
	int	 l = share_utf16(a, in, "UTF-16LE");
	int	 r = share_utf16(a, in, "UTF-16BE");

	*share = l >= r ? l : r;
	return l >= r ? "UTF-16LE" : "UTF-16BE";
}

const char *
guess_any(struct arena *a, struct bytes in)
{
	const char	*best = "GB18030", *wide;
	int		 share, most, likely;

	if (in.n > GUESS_SAMPLE)
		in.n = GUESS_SAMPLE;
	/* Other text is never so much like UTF-16, be it ever so short. */
	wide = guess_utf16(a, in, &likely);
	if (likely >= 950)
		return wide;
	most = share_of(share_gb(in, false));
	share = share_of(share_big5(in));
	if (share > most) {
		most = share;
		best = "Big5";
	}
	share = share_of(share_utf8(in));
	if (share > most) {
		most = share;
		best = "UTF-8";
	}
	return likely > most ? wide : best;
}

/* There is a mark of it, and what is read so are ideographs. */
const char *
guess_seven(struct arena *a, struct bytes in)
{
	static const struct {
		const char	*mark, *name;
	} known[] = {
		{ "~{",		"HZ" },
		{ "\x1B$)A",	"ISO-2022-CN" },
		{ "+",		"UTF-7" },
	};
	struct str	 s = { (const char *)in.p, in.n };

	for (size_t i = 0; i < in.n; i++)
		if (in.p[i] >= 0x80 || in.p[i] == 0)
			return NULL;
	if (in.n > GUESS_SAMPLE)
		in.n = GUESS_SAMPLE;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		struct share	 seen;

		if (!str_has(s, str_of(known[i].mark)))
			continue;
		seen = share_in(a, in, known[i].name, false);
		if (seen.good >= SURE_SEVEN && share_of(seen) >= 900)
			return known[i].name;
	}
	return NULL;
}

/* No byte of it is as high as that of any other text. */
const char *
guess_utf32(struct arena *a, struct bytes in)
{
	const char	*name;
	bool		 big;

	if (in.n < 16 || in.n % 4 != 0 || (in.p[0] != 0 && in.p[3] != 0))
		return NULL;
	big = in.p[0] == 0;
	name = big ? "UTF-32BE" : "UTF-32LE";
	if (in.n > GUESS_SAMPLE)
		in.n = GUESS_SAMPLE;
	for (size_t i = 0; i < in.n; i += 4)
		if (in.p[i + (big ? 0 : 3)] != 0 ||
		    in.p[i + (big ? 1 : 2)] > 0x10)
			return NULL;
	return share_of(share_in(a, in, name, true)) >= 500 ? name : NULL;
}

/*
 * Bytes that are well-formed UTF-8 are that, with two exceptions: UTF-16 of
 * figures is full of NUL bytes; and a few characters of GB 2312 or UTF-16
 * may happen to be two-byte characters of UTF-8, where Chinese takes three.
 */
bool
guess_utf8(struct arena *a, struct bytes in)
{
	struct share	 s, gb;
	int		 wide;

	if (utf8_valid(in) != in.n)
		return false;
	if (in.n > GUESS_SAMPLE)
		in.n = GUESS_SAMPLE;
	s = share_utf8(in);
	if (s.all == 0)
		return true;
	if (memchr(in.p, 0, in.n) != NULL) {
		guess_utf16(a, in, &wide);
		return wide < 500;
	}
	if (s.good > 0)
		return true;
	guess_utf16(a, in, &wide);
	gb = share_gb(in, false);
	return wide < 950 && gb.good < gb.all;
}
