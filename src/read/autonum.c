#include <config.h>

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "read/autonum.h"

#define LENGTH(a)	(sizeof(a) / sizeof((a)[0]))

static const struct {
	const char	*name;		/* ST_NumberFormat */
	int		 code;		/* MSONFC, or -1 */
	enum autonum	 autonum;
} formats[] = {
	{ "decimal", 0x00, AUTONUM_DECIMAL },
	{ "upperRoman", 0x01, AUTONUM_UPPER_ROMAN },
	{ "lowerRoman", 0x02, AUTONUM_LOWER_ROMAN },
	{ "upperLetter", 0x03, AUTONUM_UPPER_LETTER },
	{ "lowerLetter", 0x04, AUTONUM_LOWER_LETTER },
	{ "ideographDigital", 0x0A, AUTONUM_HAN_DIGITS },
	{ "japaneseCounting", 0x0B, AUTONUM_HAN },
	{ "decimalFullWidth", 0x0E, AUTONUM_FULLWIDTH },
	{ "decimalHalfWidth", 0x0F, AUTONUM_DECIMAL },
	{ "japaneseLegal", 0x10, AUTONUM_HAN_LEGAL },
	{ "japaneseDigitalTenThousand", 0x11, AUTONUM_HAN_DIGITS },
	{ "decimalEnclosedCircle", 0x12, AUTONUM_CIRCLED },
	{ "decimalFullWidth2", 0x13, AUTONUM_FULLWIDTH },
	{ "decimalZero", 0x16, AUTONUM_DECIMAL_ZERO },
	{ "bullet", 0x17, AUTONUM_NONE },
	{ "decimalEnclosedFullstop", 0x1A, AUTONUM_FULLSTOP },
	{ "decimalEnclosedParen", 0x1B, AUTONUM_PAREN },
	{ "decimalEnclosedCircleChinese", 0x1C, AUTONUM_CIRCLED },
	{ "ideographEnclosedCircle", 0x1D, AUTONUM_HAN_PAREN },
	{ "ideographTraditional", 0x1E, AUTONUM_STEMS },
	{ "ideographZodiac", 0x1F, AUTONUM_BRANCHES },
	{ "taiwaneseCounting", 0x21, AUTONUM_HAN },
	{ "ideographLegalTraditional", 0x22, AUTONUM_HAN_LEGAL },
	{ "taiwaneseCountingThousand", 0x23, AUTONUM_HAN },
	{ "taiwaneseDigital", 0x24, AUTONUM_HAN_DIGITS },
	{ "chineseCounting", 0x25, AUTONUM_HAN },
	{ "chineseLegalSimplified", 0x26, AUTONUM_HAN_LEGAL },
	{ "chineseCountingThousand", 0x27, AUTONUM_HAN },
	{ "koreanDigital", 0x28, AUTONUM_HAN_DIGITS },
	{ "none", 0xFF, AUTONUM_NONE },
};

enum autonum
autonum_msonfc(unsigned code)
{
	for (size_t i = 0; i < LENGTH(formats); i++)
		if (formats[i].code == (int)code)
			return formats[i].autonum;
	return AUTONUM_DECIMAL;
}

enum autonum
autonum_named(const char *name)
{
	for (size_t i = 0; i < LENGTH(formats); i++)
		if (strcmp(formats[i].name, name) == 0)
			return formats[i].autonum;
	return AUTONUM_DECIMAL;
}

/* 十二, 二十, 一百零三; ten at the very beginning has no 一. */
static void
put_han(struct buf *b, unsigned n, const char *const digit[10],
    const char *const power[4], bool bare_ten)
{
	unsigned	 unit = 1000;
	bool		 begun = false, gap = false;

	for (int i = 3; i >= 0; i--, unit /= 10) {
		unsigned	 d = n / unit % 10;

		if (d == 0) {
			gap = begun;
			continue;
		}
		if (gap)
			buf_puts(b, "零");
		if (begun || i != 1 || d != 1 || !bare_ten)
			buf_puts(b, digit[d]);
		buf_puts(b, power[i]);
		begun = true;
		gap = false;
	}
}

static void
put_digits(struct buf *b, unsigned n, const char *const digit[10])
{
	char	 s[16];
	size_t	 k = sizeof(s);

	do {
		s[--k] = (char)(n % 10);
		n /= 10;
	} while (n > 0);
	for (; k < sizeof(s); k++)
		buf_puts(b, digit[(int)s[k]]);
}

static void
put_roman(struct buf *b, unsigned n, const char *const digit[13])
{
	static const unsigned	 value[13] = { 1000, 900, 500, 400, 100, 90,
		50, 40, 10, 9, 5, 4, 1 };

	for (size_t i = 0; i < 13; i++)
		for (; n >= value[i]; n -= value[i])
			buf_puts(b, digit[i]);
}

/* A, ..., Z, AA, BB, as Word has it. */
static void
put_letter(struct buf *b, unsigned n, char first)
{
	for (unsigned i = 0; i <= (n - 1) / 26 && i < 4; i++)
		buf_char(b, (uint32_t)first + (n - 1) % 26);
}

/* A range of single characters that stand for 1 to last. */
static void
put_single(struct buf *b, unsigned n, uint32_t first, unsigned last)
{
	if (n <= last)
		buf_char(b, first + n - 1);
	else
		buf_printf(b, "%u", n);
}

/* One of n signs, over and over. */
static void
put_cycle(struct buf *b, unsigned n, const char *const *sign, unsigned count)
{
	buf_puts(b, sign[(n - 1) % count]);
}

static const char *const	 han[10] = { "〇", "一", "二", "三", "四",
	"五", "六", "七", "八", "九" };
static const char *const	 power[4] = { "", "十", "百", "千" };
static const char *const	 legal[10] = { "零", "壹", "贰", "叁", "肆",
	"伍", "陆", "柒", "捌", "玖" };
static const char *const	 legal_power[4] = { "", "拾", "佰", "仟" };
static const char *const	 wide[10] = { "０", "１", "２", "３", "４",
	"５", "６", "７", "８", "９" };
static const char *const	 stem[10] = { "甲", "乙", "丙", "丁", "戊",
	"己", "庚", "辛", "壬", "癸" };
static const char *const	 branch[12] = { "子", "丑", "寅", "卯", "辰",
	"巳", "午", "未", "申", "酉", "戌", "亥" };
static const char *const	 upper[13] = { "M", "CM", "D", "CD", "C",
	"XC", "L", "XL", "X", "IX", "V", "IV", "I" };
static const char *const	 lower[13] = { "m", "cm", "d", "cd", "c",
	"xc", "l", "xl", "x", "ix", "v", "iv", "i" };

void
autonum_put(struct buf *b, enum autonum how, unsigned n)
{
	/* None of the other ways has a zero, or thousands worth printing. */
	if (how != AUTONUM_NONE && how != AUTONUM_DECIMAL_ZERO &&
	    (n == 0 || n > 9999))
		how = AUTONUM_DECIMAL;
	if (how == AUTONUM_HAN_PAREN && n > 10)
		how = AUTONUM_HAN;
	switch (how) {
	case AUTONUM_NONE:
		break;
	case AUTONUM_DECIMAL:
		buf_printf(b, "%u", n);
		break;
	case AUTONUM_DECIMAL_ZERO:
		buf_printf(b, "%02u", n);
		break;
	case AUTONUM_FULLWIDTH:
		put_digits(b, n, wide);
		break;
	case AUTONUM_CIRCLED:
		put_single(b, n, 0x2460, 20);
		break;
	case AUTONUM_PAREN:
		put_single(b, n, 0x2474, 20);
		break;
	case AUTONUM_FULLSTOP:
		put_single(b, n, 0x2488, 20);
		break;
	case AUTONUM_HAN:
		put_han(b, n, han, power, true);
		break;
	case AUTONUM_HAN_DIGITS:
		put_digits(b, n, han);
		break;
	case AUTONUM_HAN_LEGAL:
		put_han(b, n, legal, legal_power, false);
		break;
	case AUTONUM_HAN_PAREN:
		put_single(b, n, 0x3220, 10);
		break;
	case AUTONUM_STEMS:
		put_cycle(b, n, stem, 10);
		break;
	case AUTONUM_BRANCHES:
		put_cycle(b, n, branch, 12);
		break;
	case AUTONUM_UPPER_ROMAN:
		put_roman(b, n, upper);
		break;
	case AUTONUM_LOWER_ROMAN:
		put_roman(b, n, lower);
		break;
	case AUTONUM_UPPER_LETTER:
		put_letter(b, n, 'A');
		break;
	case AUTONUM_LOWER_LETTER:
		put_letter(b, n, 'a');
		break;
	}
}
