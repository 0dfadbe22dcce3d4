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
roman(struct buf *b, int n, const char *const s[])
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
ordinal_stem(struct buf *b, int n)
{
	static const char *const	 stem[] = { "甲", "乙", "丙", "丁",
		"戊", "己", "庚", "辛", "壬", "癸" };

	if (n <= 10)
		buf_puts(b, stem[n - 1]);
	else
		buf_printf(b, "%d", n);
}

static void
ordinal_branch(struct buf *b, int n)
{
	static const char *const	 branch[] = { "子", "丑", "寅", "卯",
		"辰", "巳", "午", "未", "申", "酉", "戌", "亥" };

	if (n <= 12)
		buf_puts(b, branch[n - 1]);
	else
		buf_printf(b, "%d", n);
}

static void
ordinal_upper(struct buf *b, int n)
{
	ordinal_letter(b, n, 'A');
}

static void
ordinal_lower(struct buf *b, int n)
{
	ordinal_letter(b, n, 'a');
}

static void
ordinal_upper_roman(struct buf *b, int n)
{
	static const char *const	 s[] = { "M", "CM", "D", "CD", "C",
		"XC", "L", "XL", "X", "IX", "V", "IV", "I" };

	roman(b, n, s);
}

static void
ordinal_lower_roman(struct buf *b, int n)
{
	static const char *const	 s[] = { "m", "cm", "d", "cd", "c",
		"xc", "l", "xl", "x", "ix", "v", "iv", "i" };

	roman(b, n, s);
}

static void
ordinal_decimal(struct buf *b, int n)
{
	buf_printf(b, "%d", n);
}

static void
ordinal_zero(struct buf *b, int n)
{
	buf_printf(b, "%02d", n);
}

static const struct style {
	void		(*write)(struct buf *, int);	/* NULL: nothing */
	/* Numbers up to last are one character each; others are written. */
	uint32_t	  first;
	int		  last;
	const char	 *before, *after;	/* what is written; or NULL */
} styles[] = {
	[ORDINAL_NONE] = { NULL, 0, 0, NULL, NULL },
	[ORDINAL_DECIMAL] = { .write = ordinal_decimal },
	[ORDINAL_ZERO] = { .write = ordinal_zero },
	[ORDINAL_WIDE] = { .write = ordinal_wide },
	[ORDINAL_HAN] = { .write = ordinal_han },
	[ORDINAL_HAN_DIGITS] = { .write = ordinal_digits },
	[ORDINAL_LEGAL] = { .write = ordinal_legal },
	[ORDINAL_STEM] = { .write = ordinal_stem },
	[ORDINAL_BRANCH] = { .write = ordinal_branch },
	[ORDINAL_CIRCLE] = { .write = ordinal_circle },
	[ORDINAL_PAREN] = { ordinal_decimal, 0x2474, 20, "(", ")" },
	[ORDINAL_STOP] = { ordinal_decimal, 0x2488, 20, NULL, "." },
	[ORDINAL_CIRCLED_HAN] = { ordinal_han, 0x3280, 10, NULL, NULL },
	[ORDINAL_PAREN_HAN] = { ordinal_han, 0x3220, 10, "(", ")" },
	[ORDINAL_UPPER] = { .write = ordinal_upper },
	[ORDINAL_LOWER] = { .write = ordinal_lower },
	[ORDINAL_UPPER_ROMAN] = { .write = ordinal_upper_roman },
	[ORDINAL_LOWER_ROMAN] = { .write = ordinal_lower_roman },
};

void
ordinal(struct buf *b, enum ordinal how, int n)
{
	const struct style	*s = &styles[how];

	if (s->write == NULL)
		return;
	if (n < 1) {
		ordinal_decimal(b, n);
		return;
	}
	if (n <= s->last) {
		buf_char(b, s->first + (uint32_t)n - 1);
		return;
	}
	if (s->before != NULL)
		buf_puts(b, s->before);
	s->write(b, n);
	if (s->after != NULL)
		buf_puts(b, s->after);
}
