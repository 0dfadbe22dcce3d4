#include <config.h>

#include "base/buf.h"
#include "read/ordinal.h"

static const char *const	 han[] = {
	"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"
};
static const char *const	 legal[] = {
	"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"
};

/* 0 < n < 10000, as it is read; "十二", not "一十二". */
static void
spoken(struct buf *b, const char *const digit[], const char *const unit[],
    const char *zero, int n, bool short_ten)
{
	static const int	 power[] = { 1000, 100, 10, 1 };
	bool			 begun = false, gap = false;
	int			 d;

	for (int i = 0; i < 4; i++) {
		d = n / power[i] % 10;
		if (d == 0) {
			gap = begun;
			continue;
		}
		if (gap)
			buf_puts(b, zero);
		gap = false;
		if (!(short_ten && !begun && i == 2 && d == 1))
			buf_puts(b, digit[d]);
		buf_puts(b, unit[i]);
		begun = true;
	}
}

static void
ordinal_han(struct buf *b, int n)
{
	static const char *const	 unit[] = { "千", "百", "十", "" };

	if (n >= 10000)
		buf_printf(b, "%d", n);
	else
		spoken(b, han, unit, "零", n, true);
}

static void
ordinal_legal(struct buf *b, int n)
{
	static const char *const	 unit[] = { "仟", "佰", "拾", "" };

	if (n >= 10000)
		buf_printf(b, "%d", n);
	else
		spoken(b, legal, unit, "零", n, false);
}

static void
ordinal_digits(struct buf *b, int n)
{
	if (n >= 10)
		ordinal_digits(b, n / 10);
	buf_puts(b, han[n % 10]);
}

static void
ordinal_wide(struct buf *b, int n)
{
	if (n >= 10)
		ordinal_wide(b, n / 10);
	buf_char(b, 0xFF10u + (uint32_t)(n % 10));
}

static void
ordinal_letter(struct buf *b, int n, char first)
{
	char	 c = (char)(first + (n - 1) % 26);

	for (int i = 0; i <= (n - 1) / 26 && i < 20; i++)
		buf_add(b, &c, 1);
}

static void
ordinal_roman(struct buf *b, int n, const char *const s[])
{
	static const int	 value[] = {
		1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1
	};

	if (n >= 5000) {
		buf_printf(b, "%d", n);
		return;
	}
	for (int i = 0; i < 13; i++)
		for (; n >= value[i]; n -= value[i])
			buf_puts(b, s[i]);
}

static void
ordinal_circle(struct buf *b, int n)
{
	if (n <= 20)
		buf_char(b, 0x2460u + (uint32_t)n - 1);
	else if (n <= 35)
		buf_char(b, 0x3251u + (uint32_t)n - 21);
	else if (n <= 50)
		buf_char(b, 0x32B1u + (uint32_t)n - 36);
	else
		buf_printf(b, "%d", n);
}

static void
ordinal_cycle(struct buf *b, const char *const *s, int len, int n)
{
	if (n <= len)
		buf_puts(b, s[n - 1]);
	else
		buf_printf(b, "%d", n);
}

void
ordinal(struct buf *b, enum ordinal how, int n)
{
	static const char *const	 upper[] = {
		"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V",
		"IV", "I"
	}, *const			 lower[] = {
		"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v",
		"iv", "i"
	}, *const			 stem[] = {
		"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"
	}, *const			 branch[] = {
		"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉",
		"戌", "亥"
	};

	if (how == ORDINAL_NONE)
		return;
	if (n < 1)
		how = ORDINAL_DECIMAL;
	switch (how) {
	case ORDINAL_NONE:
		return;
	case ORDINAL_DECIMAL:
		buf_printf(b, "%d", n);
		return;
	case ORDINAL_ZERO:
		buf_printf(b, "%02d", n);
		return;
	case ORDINAL_WIDE:
		ordinal_wide(b, n);
		return;
	case ORDINAL_HAN:
		ordinal_han(b, n);
		return;
	case ORDINAL_HAN_DIGITS:
		ordinal_digits(b, n);
		return;
	case ORDINAL_LEGAL:
		ordinal_legal(b, n);
		return;
	case ORDINAL_STEM:
		ordinal_cycle(b, stem, 10, n);
		return;
	case ORDINAL_BRANCH:
		ordinal_cycle(b, branch, 12, n);
		return;
	case ORDINAL_CIRCLE:
		ordinal_circle(b, n);
		return;
	case ORDINAL_PAREN:
		if (n <= 20)
			buf_char(b, 0x2474u + (uint32_t)n - 1);
		else
			buf_printf(b, "(%d)", n);
		return;
	case ORDINAL_STOP:
		if (n <= 20)
			buf_char(b, 0x2488u + (uint32_t)n - 1);
		else
			buf_printf(b, "%d.", n);
		return;
	case ORDINAL_CIRCLED_HAN:
		if (n <= 10)
			buf_char(b, 0x3280u + (uint32_t)n - 1);
		else
			ordinal_han(b, n);
		return;
	case ORDINAL_PAREN_HAN:
		if (n <= 10) {
			buf_char(b, 0x3220u + (uint32_t)n - 1);
			return;
		}
		buf_puts(b, "(");
		ordinal_han(b, n);
		buf_puts(b, ")");
		return;
	case ORDINAL_UPPER:
		ordinal_letter(b, n, 'A');
		return;
	case ORDINAL_LOWER:
		ordinal_letter(b, n, 'a');
		return;
	case ORDINAL_UPPER_ROMAN:
		ordinal_roman(b, n, upper);
		return;
	case ORDINAL_LOWER_ROMAN:
		ordinal_roman(b, n, lower);
		return;
	}
}
