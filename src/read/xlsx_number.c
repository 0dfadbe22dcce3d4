/*
 * Done on the digits: neither strtod() nor printf() is the same in every
 * locale, and the binary fraction between them is where the error is from.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/xlsx.h"

#define DIGITS	15
#define WIDEST	30

struct number {
	bool	 minus;
	char	 digit[DIGITS + 1];
	int	 n;		/* digits, the first of which is not 0 */
	int	 point;		/* digits before the decimal point */
	bool	 up;		/* the first one left out was 5 or more */
};

static void
add_digit(struct number *x, char c)
{
	if (x->n == 0 && c == '0')
		x->point--;	/* so far not a digit at all */
	else if (x->n < DIGITS)
		x->digit[x->n++] = c;
	else if (x->n == DIGITS) {
		x->up = c >= '5';
		x->n++;
	}
}

static bool
parse(struct str s, struct number *x)
{
	size_t	 i = 0, from;
	int	 exponent = 0;
	bool	 minus;

	memset(x, 0, sizeof(*x));
	x->minus = s.n > 0 && s.p[0] == '-';
	i += x->minus || (s.n > 0 && s.p[0] == '+');
	for (from = i; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++) {
		x->point++;
		add_digit(x, s.p[i]);
	}
	if (i == from || i - from > 400)
		return false;
	if (i < s.n && s.p[i] == '.')
		for (i++; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
			add_digit(x, s.p[i]);
	if (i < s.n && (s.p[i] == 'e' || s.p[i] == 'E')) {
		i++;
		minus = i < s.n && s.p[i] == '-';
		i += i < s.n && (s.p[i] == '-' || s.p[i] == '+');
		for (from = i; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' &&
		    i - from < 4; i++)
			exponent = exponent * 10 + (s.p[i] - '0');
		if (i == from)
			return false;
		x->point += minus ? -exponent : exponent;
	}
	return i == s.n;
}

static void
round_up(struct number *x)
{
	int	 i = DIGITS - 1;

	while (i >= 0 && x->digit[i] == '9')
		x->digit[i--] = '0';
	if (i >= 0) {
		x->digit[i]++;
		return;
	}
	x->digit[0] = '1';
	x->point++;
}

struct str
xlsx_number(struct arena *a, struct str s)
{
	struct number	 x;
	struct buf	 b;

	if (!parse(s, &x))
		return s;
	if (x.n > DIGITS) {
		x.n = DIGITS;
		if (x.up)
			round_up(&x);
	}
	while (x.n > 0 && x.digit[x.n - 1] == '0')
		x.n--;
	if (x.n == 0)
		return STR("0");
	if (x.point > WIDEST || x.point < DIGITS - WIDEST)
		return s;
	buf_init(&b, a);
	buf_puts(&b, x.minus ? "-" : "");
	if (x.point <= 0)
		buf_puts(&b, "0");
	for (int i = x.point < 0 ? x.point : 0; i < x.n || i < x.point; i++) {
		if (i == x.point)
			buf_puts(&b, ".");
		buf_add(&b, i < 0 || i >= x.n ? "0" : &x.digit[i], 1);
	}
	return buf_text(&b);
}
