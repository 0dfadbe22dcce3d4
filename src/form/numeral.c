#include <config.h>

#include "base/limit.h"
#include "base/utf8.h"
#include "form/number.h"

/* The largest mantissa: LIMIT_DIGITS nines. */
#define MANT_MAX	999999999999999LL

static int
digit_of(uint32_t c)
{
	c = utf8_fold(c);
	return c >= '0' && c <= '9' ? (int)(c - '0') : -1;
}

static int
han_digit(uint32_t c)
{
	switch (c) {
	case 0x96F6:		/* 零 */
	case 0x3007:		/* 〇 */
	case 0x25CB:		/* ○, which many type for it */
		return 0;
	case 0x4E00: return 1;	/* 一 */
	case 0x4E8C:		/* 二 */
	case 0x4E24: return 2;	/* 两 */
	case 0x4E09: return 3;	/* 三 */
	case 0x56DB: return 4;	/* 四 */
	case 0x4E94: return 5;	/* 五 */
	case 0x516D: return 6;	/* 六 */
	case 0x4E03: return 7;	/* 七 */
	case 0x516B: return 8;	/* 八 */
	case 0x4E5D: return 9;	/* 九 */
	default: return -1;
	}
}

/* The power of ten that 十 百 千 万 亿 stand for, or 0. */
static int64_t
han_power(uint32_t c)
{
	switch (c) {
	case 0x5341: return 10;
	case 0x767E: return 100;
	case 0x5343: return 1000;
	case 0x4E07: return 10000;
	case 0x4EBF: return 100000000;
	default: return 0;
	}
}

static uint32_t
peek(struct str s, size_t at, size_t *next)
{
	*next = at;
	return at < s.n ? utf8_next(s, next) : 0;
}

/* How many digits stand at at. */
static int
digits_at(struct str s, size_t at)
{
	int	 n = 0;

	while (at < s.n && n <= LIMIT_DIGITS &&
	    digit_of(utf8_next(s, &at)) >= 0)
		n++;
	return n;
}

static bool
multiply(struct dec *d, int64_t by)
{
	for (; by > 1; by /= 10) {
		if (d->scale > 0)
			d->scale--;
		else if (d->mant > MANT_MAX / 10)
			return false;
		else
			d->mant *= 10;
	}
	return true;
}

/* Digits, in groups of three or not, from *at; -1 when too many. */
static int
arabic_digits(struct str s, size_t *at, struct dec *d)
{
	size_t	 next;
	int	 n = 0, group = 0;

	for (;;) {
		uint32_t	 c = peek(s, *at, &next);
		int		 v = digit_of(c);

		if (v < 0) {
			if (utf8_fold(c) != ',' || n == 0 ||
			    (group == 0 ? n > 3 : n - group != 3) ||
			    digits_at(s, next) != 3)
				return n;
			group = n;
		} else if (++n > LIMIT_DIGITS)
			return -1;
		else
			d->mant = d->mant * 10 + v;
		*at = next;
	}
}

static bool
arabic(struct str s, struct dec *d, size_t *n)
{
	size_t	 at = 0, next;
	int	 whole = arabic_digits(s, &at, d), v;
	int64_t	 p;

	if (whole <= 0)
		return false;
	if (utf8_fold(peek(s, at, &next)) == '.' && digits_at(s, next) > 0) {
		at = next;
		while ((v = digit_of(peek(s, at, &next))) >= 0) {
			if (whole + ++d->scale > LIMIT_DIGITS)
				return false;
			d->mant = d->mant * 10 + v;
			at = next;
		}
	}
	while ((p = han_power(peek(s, at, &next))) != 0) {
		if (!multiply(d, p))
			return false;
		at = next;
	}
	/* 3万5千: more than one figure in one number is not understood. */
	if (at != 0 && p == 0 && digits_at(s, at) > 0)
		return false;
	*n = at;
	return true;
}

/*
 * Chinese numerals: sec is what is below the next 万, and low the power
 * that the last digit was given (十 after 百); a digit right behind 百
 * without 零 means a power left unsaid (一百二) and is not understood.
 */
struct han {
	int64_t	 total, sec;
	int64_t	 low;
	int	 digit;		/* waiting for its power; -1: none */
	bool	 zero;		/* 零 came last */
};

static bool
han_step(struct han *h, int64_t p)
{
	if (p < 10000) {
		if (h->low != 0 && p >= h->low)
			return false;
		if (h->digit < 0 && (p != 10 || (h->sec != 0 && !h->zero)))
			return false;
		h->sec += (h->digit < 0 ? 1 : h->digit) * p;
		h->low = p;
	} else {
		if (h->digit > 0)
			h->sec += h->digit;
		if (h->sec == 0)
			return false;
		if (p == 100000000) {
			if (h->total + h->sec > MANT_MAX / p)
				return false;
			h->total = (h->total + h->sec) * p;
		} else
			h->total += h->sec * p;
		h->sec = 0;
		h->low = p;
	}
	h->digit = -1;
	h->zero = false;
	return h->total <= MANT_MAX;
}

static bool
han_number(struct str s, struct dec *d, size_t *n)
{
	struct han	 h = { .digit = -1 };
	size_t		 at = 0, next;
	int64_t		 plain = 0;
	int		 nplain = 0;
	bool		 powers = false;

	for (;; at = next) {
		uint32_t	 c = peek(s, at, &next);
		int		 v = han_digit(c);
		int64_t		 p = han_power(c);

		if (v < 0 && p == 0)
			break;
		if (v >= 0) {
			if (++nplain > LIMIT_DIGITS)
				return false;
			plain = plain * 10 + v;
			if (powers && (h.digit > 0 || (v != 0 &&
			    h.low > 10 && !h.zero &&
			    han_power(peek(s, next, &(size_t){ 0 })) == 0)))
				return false;
			h.zero = v == 0;
			h.digit = v;
			continue;
		}
		if ((!powers && nplain > 1) || !han_step(&h, p))
			return false;
		powers = true;
	}
	if (at == 0)
		return false;
	d->mant = !powers ? plain :
	    h.total + h.sec + (h.digit > 0 ? h.digit : 0);
	*n = at;
	return true;
}

bool
number_may_begin(uint32_t c)
{
	return digit_of(c) >= 0 || han_digit(c) >= 0 || han_power(c) != 0;
}

bool
number_in_text(struct str s, struct dec *value, size_t *n)
{
	struct dec	 d = { 0, 0 };
	size_t		 next;

	if (s.n == 0)
		return false;
	if (digit_of(peek(s, 0, &next)) >= 0 ? !arabic(s, &d, n) :
	    !han_number(s, &d, n))
		return false;
	while (d.scale > 0 && d.mant % 10 == 0) {
		d.mant /= 10;
		d.scale--;
	}
	*value = d;
	return true;
}
