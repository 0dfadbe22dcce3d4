#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limit.h"
#include "base/utf8.h"
#include "form/number.h"

/* The folded characters of a cell; what is longer is no number. */
#define CELL_MAX	160

#define MANT_MAX	999999999999999LL	/* LIMIT_DIGITS nines */

struct scan {
	uint32_t	 c[CELL_MAX + 1];	/* ends with 0 */
	size_t		 n;
};

const char *
state_name(enum state s)
{
	static const char *const	 name[] = {
		[STATE_MISSING] = "missing",
		[STATE_NUMBER] = "number",
		[STATE_BLANK] = "blank",
		[STATE_PLACEHOLDER] = "placeholder",
		[STATE_TEXT] = "text",
		[STATE_INFERRED] = "inferred",
	};

	return name[s];
}

/* Trailing zeros of the fraction removed. */
static struct dec
dec_norm(struct dec d)
{
	while (d.scale > 0 && d.mant % 10 == 0) {
		d.mant /= 10;
		d.scale--;
	}
	return d;
}

struct dec
dec_int(int64_t n)
{
	return (struct dec){ n, 0 };
}

bool
dec_is_int(struct dec d)
{
	return dec_norm(d).scale == 0;
}

/*
 * Digits before and after the point are compared apart, so that nothing
 * overflows whatever the scales are.
 */
int
dec_cmp(struct dec a, struct dec b)
{
	int64_t	 pa = 1, pb = 1, fa, fb;

	for (int i = 0; i < a.scale; i++)
		pa *= 10;
	for (int i = 0; i < b.scale; i++)
		pb *= 10;
	if (a.mant / pa != b.mant / pb)
		return a.mant / pa < b.mant / pb ? -1 : 1;
	fa = a.mant % pa;
	fb = b.mant % pb;
	for (int i = a.scale; i < LIMIT_DIGITS; i++)
		fa *= 10;
	for (int i = b.scale; i < LIMIT_DIGITS; i++)
		fb *= 10;
	return fa < fb ? -1 : fa > fb;
}

double
dec_double(struct dec d)
{
	double	 power = 1;

	/* Powers up to 10^15 and the mantissa are exact: one rounding. */
	for (int i = 0; i < d.scale; i++)
		power *= 10;
	return (double)d.mant / power;
}

const char *
dec_print(struct dec d, char buf[DEC_MAX])
{
	char	 digits[DEC_MAX];
	int	 n;

	d = dec_norm(d);
	n = snprintf(digits, sizeof(digits), "%0*lld", d.scale + 1,
	    (long long)(d.mant < 0 ? -d.mant : d.mant));
	snprintf(buf, DEC_MAX, "%s%.*s%s%s", d.mant < 0 ? "-" : "",
	    n - d.scale, digits, d.scale != 0 ? "." : "",
	    digits + n - d.scale);
	return buf;
}

/* One character in the form that numbers are compared in. */
static uint32_t
fold(uint32_t c)
{
	c = utf8_fold(c);
	switch (c) {
	case 0x2212:		/* MINUS SIGN */
		return '-';
	case 0x2024:		/* ONE DOT LEADER */
	case 0x00B7:
		return '.';
	case 0x0085:
	case 0x2028:
	case 0x2029:
		return '\n';
	default:
		return c;
	}
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* Whether what was scanned ends with a point, or what follows begins so. */
static bool
is_at_point(const struct scan *s, struct str next)
{
	size_t		 at = 0;
	uint32_t	 first = next.n != 0 ? fold(utf8_next(next, &at)) : 0;

	if (s->n > 1 && s->c[s->n - 1] == '.')
		return is_digit(s->c[s->n - 2]) && is_digit(first);
	return s->n > 0 && is_digit(s->c[s->n - 1]) && first == '.' &&
	    at < next.n && is_digit(fold(utf8_next(next, &at)));
}

static bool
scan_cell(struct scan *s, struct str text)
{
	s->n = 0;
	for (size_t at = 0; at < text.n; ) {
		uint32_t	 c = fold(utf8_next(text, &at));

		/* A line break is no mere space: it may part two figures. */
		if (utf8_is_space(c) && c != '\n')
			c = utf8_is_ignorable(c) ? 0 : ' ';
		/* But at its point a figure is broken. */
		if (c == '\n' && is_at_point(s, str_from(text, at)))
			continue;
		if (c == 0)
			continue;
		if (s->n == CELL_MAX)
			return false;
		s->c[s->n++] = c;
	}
	s->c[s->n] = 0;
	return true;
}

static size_t
skip_space(const struct scan *s, size_t i)
{
	while (s->c[i] == ' ')
		i++;
	return i;
}

/* The groups of digits of an integer part, as they stand. */
struct groups {
	int		 n;
	int		 len[CELL_MAX];
	uint32_t	 sep;		/* between them; 0: none */
	int		 digits;
	bool		 zero_first;	/* begins with 0 */
};

/* Reads digits in groups parted by one kind of separator. */
static size_t
read_groups(const struct scan *s, size_t i, struct groups *g,
    struct dec *value)
{
	uint32_t	 sep;

	*g = (struct groups){ .n = 0 };
	g->zero_first = s->c[i] == '0';
	for (;;) {
		int	 len = 0;

		for (; is_digit(s->c[i]); i++, len++)
			if (++g->digits <= LIMIT_DIGITS)
				value->mant = value->mant * 10 +
				    (int64_t)(s->c[i] - '0');
		g->len[g->n++] = len;
		sep = s->c[i];
		if ((sep != ',' && sep != ' ') || !is_digit(s->c[i + 1]) ||
		    (g->sep != 0 && g->sep != sep))
			return i;
		g->sep = sep;
		i++;
	}
}

/*
 * Whether the groups are one number: thousands are parted in threes; a
 * space may also stand in a number that a converter broke in two, but more
 * pieces than that look like several figures.  Zeros in front mean figures
 * that ran together.
 */
static bool
groups_good(const struct groups *g)
{
	bool	 threes = g->len[0] <= 3;

	if (g->digits > LIMIT_DIGITS || (g->zero_first && g->digits > 1))
		return false;
	for (int i = 1; i < g->n; i++)
		threes = threes && g->len[i] == 3;
	if (g->n == 1 || threes)
		return true;
	return g->sep == ' ' && g->n == 2;
}

static const struct {
	const char	*text;
	enum unit	 unit;
} unit_list[] = {
	{ "万元", UNIT_WAN_YUAN }, { "亿元", UNIT_WAN_YUAN },
	{ "元", UNIT_YUAN }, { "人次", UNIT_COUNT }, { "件次", UNIT_COUNT },
	{ "件", UNIT_COUNT }, { "条", UNIT_COUNT }, { "项", UNIT_COUNT },
	{ "次", UNIT_COUNT }, { "个", UNIT_COUNT }, { "份", UNIT_COUNT },
	{ "篇", UNIT_COUNT }, { "宗", UNIT_COUNT }, { "起", UNIT_COUNT },
	{ "人", UNIT_COUNT }, { "名", UNIT_COUNT }, { "家", UNIT_COUNT },
	{ "部", UNIT_COUNT }, { "例", UNIT_COUNT },
};

/* Times 10^n; false where that is more than any figure is. */
static bool
move_point(struct dec *d, int n)
{
	for (; n > 0; n--)
		if (d->scale > 0)
			d->scale--;
		else if (d->mant > MANT_MAX / 10 || d->mant < -MANT_MAX / 10)
			return false;
		else
			d->mant *= 10;
	return true;
}

/* A unit at i; returns where it ends, i when there is none. */
static size_t
read_unit(const struct scan *s, size_t i, struct number *num)
{
	if (s->c[i] == 0)
		return i;
	for (size_t k = 0; k < sizeof(unit_list) / sizeof(unit_list[0]); k++) {
		struct str	 u = str_of(unit_list[k].text);
		size_t		 j = i, at = 0;

		while (at < u.n && s->c[j] != 0) {
			if (utf8_next(u, &at) != s->c[j])
				break;
			j++;
			if (at == u.n) {
				num->unit = unit_list[k].unit;
				if (str_eq(u, STR("亿元")) &&
				    !move_point(&num->value, 4))
					return i;
				return j;
			}
		}
	}
	return i;
}

/* 万 before the unit, or without one: the figure is multiplied out. */
static size_t
read_wan(const struct scan *s, size_t i, struct number *num)
{
	if (s->c[i] != 0x4E07 ||	/* not 万元, nor 万亿元 */
	    s->c[i + 1] == 0x5143 || s->c[i + 1] == 0x4EBF ||
	    !move_point(&num->value, 4))
		return i;
	num->unit = UNIT_WAN;
	return i + 1;
}

/* A remark may stand on a line of its own. */
static size_t
skip_line(const struct scan *s, size_t i)
{
	size_t	 k = i;

	while (s->c[k] == ' ' || s->c[k] == '\n')
		k++;
	return s->c[k] == '(' ? k : i;
}

/* A remark in brackets or behind 其中, up to the end; where it ends. */
static size_t
read_remark(const struct scan *s, size_t i, struct number *num)
{
	/* 201件，其中简易3件 */
	if (s->c[i] == ',' && s->c[i + 1] == 0x5176 &&
	    s->c[i + 2] == 0x4E2D) {
		num->noted = true;
		return s->n;
	}
	if (s->c[i] != '(' && s->c[i] != '[' && s->c[i] != 0x3010)
		return i;
	if (s->n == 0 || (s->c[s->n - 1] != ')' && s->c[s->n - 1] != ']' &&
	    s->c[s->n - 1] != 0x3011))
		return i;
	num->noted = true;
	return s->n;
}

bool
number_is_raised(uint32_t c)
{
	return c == 0xB9 || c == 0xB2 || c == 0xB3 ||
	    (c >= 0x2070 && c <= 0x2079) || (c >= 0x2080 && c <= 0x2089);
}

/*
 * What refers to a note below, and is no part of the figure before it, as a
 * raised digit may be.
 */
static bool
is_reference(uint32_t c)
{
	return c == '*' || c == 0x203B ||		/* ※ */
	    (c >= 0x2460 && c <= 0x2473);		/* ① to ⑳ */
}

static size_t
read_reference(const struct scan *s, size_t i, struct number *num)
{
	for (; is_reference(s->c[i]); i++)
		num->noted = true;
	if (s->c[i] == 0x6CE8)				/* 注 */
		for (num->noted = true, i++; is_digit(s->c[i]) ||
		    number_is_raised(s->c[i]); i++)
			;
	return i;
}

/* 共, 合计 and 人民币 before a figure say nothing that its cell does not. */
static size_t
skip_sum(const struct scan *s, size_t i)
{
	if (s->c[i] == 0x5171)
		return skip_space(s, i + 1);
	if (s->c[i] == 0x5408 && s->c[i + 1] == 0x8BA1)
		return skip_space(s, i + 2);
	if (s->c[i] == 0x4EBA && s->c[i + 1] == 0x6C11 &&
	    s->c[i + 2] == 0x5E01)
		return skip_space(s, i + 3);
	return i;
}

static bool
is_yuan_sign(uint32_t c)
{
	return c == 0xA5 || c == 0xFFE5;	/* ¥ */
}

static bool
read_amount(const struct scan *s, struct number *num)
{
	struct groups	 g;
	size_t		 i = skip_sum(s, skip_space(s, 0));
	bool		 minus = false, wan;

	if (is_yuan_sign(s->c[i])) {
		num->unit = UNIT_YUAN;
		i = skip_space(s, i + 1);
	}
	if (s->c[i] == '-' || s->c[i] == '+')
		minus = s->c[i++] == '-';
	if (!is_digit(s->c[i]))
		return false;
	i = read_groups(s, i, &g, &num->value);
	if (!groups_good(&g))
		return false;
	num->spaced = g.sep == ' ';
	num->broken = num->spaced && (g.len[1] != 3 || g.len[0] > 3);
	if (s->c[i] == '.' && is_digit(s->c[i + 1]))
		for (i++; is_digit(s->c[i]); i++) {
			if (++g.digits > LIMIT_DIGITS)
				return false;
			num->value.mant = num->value.mant * 10 +
			    (int64_t)(s->c[i] - '0');
			num->value.scale++;
		}
	if (minus)
		num->value.mant = -num->value.mant;
	i = read_reference(s, skip_space(s, i), num);
	i = read_wan(s, skip_space(s, i), num);
	wan = num->unit == UNIT_WAN;
	i = read_unit(s, skip_space(s, i), num);
	if (wan)
		num->unit = UNIT_WAN;
	if (num->unit != UNIT_NONE && s->c[i] == 0x6574)	/* 元整 */
		i++;
	i = read_reference(s, skip_space(s, i), num);
	i = read_remark(s, skip_space(s, skip_line(s, i)), num);
	i = skip_space(s, i);
	if (s->c[i] == 0x3002)		/* 。 */
		i = skip_space(s, i + 1);
	num->value = dec_norm(num->value);
	return s->c[i] == 0;
}

/* Whether a number may begin so; most of what is asked about are words. */
static bool
may_be_amount(struct str t)
{
	size_t		 n;
	uint32_t	 c = fold(utf8_first(t, &n));

	return is_digit(c) || c == '-' || c == '+' || is_yuan_sign(c) ||
	    c == 0x5171 || c == 0x5408 || c == 0x4EBA;
}

/* Nothing but digits, as most figures are. */
static bool
read_plain(struct str t, struct number *num)
{
	int64_t	 v = 0;

	if (t.n == 0 || t.n > LIMIT_DIGITS || (t.p[0] == '0' && t.n > 1))
		return false;
	for (size_t i = 0; i < t.n; i++) {
		if (t.p[i] < '0' || t.p[i] > '9')
			return false;
		v = v * 10 + (t.p[i] - '0');
	}
	*num = (struct number){ .state = STATE_NUMBER, .value = dec_int(v) };
	return true;
}

struct number
number_read(struct str text)
{
	struct number	 num = { .state = STATE_TEXT };
	struct str	 t = str_trim(text);
	struct scan	 s;

	if (read_plain(t, &num))
		return num;
	if (t.n == 0)
		num.state = STATE_BLANK;
	else if ((t.p[0] < '0' || t.p[0] > '9') && number_is_placeholder(t))
		num.state = STATE_PLACEHOLDER;
	else if (str_eq(t, STR("零")) || str_eq(t, STR("〇")))
		num.state = STATE_NUMBER;
	else if (may_be_amount(t) && scan_cell(&s, t) &&
	    read_amount(&s, &num))
		num.state = STATE_NUMBER;
	else
		num = (struct number){ .state = STATE_TEXT };
	return num;
}
