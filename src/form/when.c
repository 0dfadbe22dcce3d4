#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/when.h"

#define HAN	3	/* bytes of 一 and 二 */

static int
digit_at(struct str s, size_t at)
{
	if (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
		return s.p[at] - '0';
	return -1;
}

/* The zeros that people type into 二〇二一 are many. */
static int
han_digit(uint32_t c)
{
	static const uint32_t	 one_to_nine[] = { 0x4E00, 0x4E8C, 0x4E09,
	    0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D };

	if (c == 0x3007 || c == 0x25CB || c == 0x96F6 || c == 0x25EF ||
	    c == 'O' || c == 'o' || c == '0' || c == 0x3CC || c == 0x39F ||
	    c == 0x41E || c == 0x43E)
		return 0;
	for (int i = 0; i < 9; i++)
		if (c == one_to_nine[i])
			return i + 1;
	return -1;
}

static void
skip_space(struct str s, size_t *at)
{
	while (*at < s.n) {
		size_t	 next = *at;

		if (!utf8_is_space(utf8_next(s, &next)))
			break;
		*at = next;
	}
}

/* A run of digits, ASCII or Chinese; returns how many there are. */
static int
read_digits(struct str s, size_t *at, long *value)
{
	int	 n = 0, d;

	*value = 0;
	while ((d = digit_at(s, *at)) >= 0) {
		if (n++ < 9)
			*value = *value * 10 + d;
		++*at;
	}
	if (n != 0)
		return n;
	while (*at < s.n) {
		size_t	 next = *at;

		d = han_digit(utf8_next(s, &next));
		if (d < 0 || (n == 0 && d == 0))
			break;
		if (n++ < 9)
			*value = *value * 10 + d;
		*at = next;
	}
	return n;
}

/* 1 to 31, also as 十二 or 三十一. */
static int
read_small(struct str s, size_t *at)
{
	size_t	 i = *at;
	long	 v;
	int	 n = read_digits(s, &i, &v), tens = 0;

	if (str_eat(s, &i, "十")) {
		if (n > 1 || v > 3)
			return 0;
		tens = n == 0 ? 10 : (int)v * 10;
		n = digit_at(s, i) < 0 ? read_digits(s, &i, &v) : 0;
		if (n == 0)
			v = 0;
		v += tens;
	} else if (n == 0) {
		return 0;
	}
	if (n > 2 || v < 1 || v > 31)
		return 0;
	*at = i;
	return (int)v;
}

/* A year without what follows it; 0 when it is none. */
static int
read_year(struct str s, size_t *at)
{
	size_t	 i = *at;
	long	 v;
	int	 n = read_digits(s, &i, &v);

	if (n != 4 || v < YEAR_FIRST || v > YEAR_LAST)
		return 0;
	*at = i;
	return (int)v;
}

static bool
letter_at(struct str s, size_t at)
{
	return at < s.n && ((s.p[at] >= 'a' && s.p[at] <= 'z') ||
	    (s.p[at] >= 'A' && s.p[at] <= 'Z'));
}

/* Whether a number could begin here: not inside a longer one. */
static bool
fresh(struct str s, size_t at)
{
	size_t	 n;

	if (at == 0)
		return true;
	if (digit_at(s, at - 1) >= 0 || letter_at(s, at - 1))
		return false;
	return digit_at(s, at) >= 0 ||
	    han_digit(utf8_last(str_sub(s, 0, at), &n)) < 0;
}

/*
 * The first place at or after at where a year or date may begin: a digit,
 * or 一 or 二.  Most of a text is neither.
 */
static size_t
step(struct str s, size_t at)
{
	static const bool	 may[256] = { ['0'] = true, ['1'] = true,
		['2'] = true, ['3'] = true, ['4'] = true, ['5'] = true,
		['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true,
		[0xE4] = true };

	for (; at < s.n; at++) {
		unsigned char	 c = (unsigned char)s.p[at];

		if (may[c] && (c != 0xE4 || (at + 2 < s.n &&
		    ((s.p[at + 1] == '\xB8' && s.p[at + 2] == '\x80') ||
		    (s.p[at + 1] == '\xBA' && s.p[at + 2] == '\x8C')))))
			break;
	}
	return at;
}

bool
date_valid(struct date d)
{
	static const int	 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30,
	    31, 30, 31 };
	bool	 leap = d.year % 4 == 0 &&
		    (d.year % 100 != 0 || d.year % 400 == 0);

	if (d.year < 1900 || d.year > 2100 || d.month < 1 || d.month > 12 ||
	    d.day < 1)
		return false;
	return d.day <= days[d.month - 1] + (d.month == 2 && leap);
}

static bool
date_read(struct str s, size_t *at, struct date *d)
{
	size_t	 i = *at;
	long	 v;
	int	 n = read_digits(s, &i, &v);

	*d = (struct date){ 0, 0, 0 };
	if (n == 8) {
		*d = (struct date){ (int)(v / 10000), (int)(v / 100 % 100),
		    (int)(v % 100) };
		*at = i;
		return date_valid(*d);
	}
	if (n != 4)
		return false;
	d->year = (int)v;
	skip_space(s, &i);
	if (str_eat(s, &i, "年")) {
		skip_space(s, &i);
		if ((d->month = read_small(s, &i)) == 0)
			return false;
		skip_space(s, &i);
		if (!str_eat(s, &i, "月"))
			return false;
		skip_space(s, &i);
		if ((d->day = read_small(s, &i)) == 0)
			return false;
		skip_space(s, &i);
		if (!str_eat(s, &i, "日"))
			(void)str_eat(s, &i, "号");
	} else {
		char	 sep = i < s.n ? s.p[i] : '\0';

		if (sep != '-' && sep != '/' && sep != '.')
			return false;
		i++;
		if ((d->month = read_small(s, &i)) == 0 || i >= s.n ||
		    s.p[i] != sep)
			return false;
		i++;
		/* The time may stand right behind it: 2022-02-0816:34. */
		n = digit_at(s, i + 2) >= 0 ? 2 : 0;
		if (n == 2) {
			struct str	 two = str_sub(s, 0, i + 2);

			d->day = read_small(two, &i);
		} else {
			d->day = read_small(s, &i);
		}
	}
	*at = i;
	return date_valid(*d);
}

/*
 * A year that begins at at; *n is its bytes, or 0 where there is neither a
 * year nor a date, or those of the date.
 */
static int
year_here(struct str s, size_t at, size_t *n)
{
	size_t		 end = at, date_end = at;
	bool		 han = digit_at(s, at) < 0;
	struct date	 date;
	int		 year;

	*n = 0;
	if (!fresh(s, at) || (year = read_year(s, &end)) == 0 ||
	    letter_at(s, end))
		return 0;
	if (date_read(s, &date_end, &date)) {
		*n = date_end - at;
		return 0;
	}
	if (!str_eat(s, &end, "年度") && !str_eat(s, &end, "年") &&
	    !str_eat(s, &end, "度") && han)
		return 0;
	*n = end - at;
	return year;
}

int
year_at(struct str s, size_t at, size_t *n)
{
	return at < s.n && step(str_sub(s, 0, at + HAN), at) == at ?
	    year_here(s, at, n) : 0;
}

int
year_find(struct str s, size_t *at, size_t *n)
{
	int	 year;

	for (size_t i = step(s, *at); i < s.n; i = step(s, i + 1)) {
		if ((year = year_here(s, i, n)) != 0) {
			*at = i;
			return year;
		}
		if (*n > 0)
			i += *n - 1;
	}
	return 0;
}

bool
date_find(struct str s, size_t *at, size_t *n, struct date *d)
{
	for (size_t i = step(s, *at); i < s.n; i = step(s, i + 1)) {
		size_t	 end = i;

		if (fresh(s, i) && date_read(s, &end, d)) {
			*at = i;
			*n = end - i;
			return true;
		}
	}
	return false;
}

struct str
date_iso(struct arena *a, struct date d)
{
	return str_of(arena_printf(a, "%04d-%02d-%02d", d.year, d.month,
	    d.day));
}

/*
 * One end of a period, read as leniently as people write: any part may be
 * absent.  broken is set where the parts make no date.
 */
struct when {
	struct date	 d;
	bool		 broken;
};

static bool
when_read(struct str s, size_t *at, struct when *w)
{
	size_t	 i = *at;
	long	 v;
	int	 n = read_digits(s, &i, &v);

	*w = (struct when){ { 0, 0, 0 }, false };
	if (n >= 3 && str_eat(s, &i, "年")) {
		w->broken = n != 4 || v < 1949 || v > 2100;
		w->d.year = (int)v;
	} else if (n == 4 && i < s.n && (s.p[i] == '.' || s.p[i] == '-' ||
	    s.p[i] == '/')) {
		size_t	 j = *at;

		if (!date_read(s, &j, &w->d))
			return false;
		*at = j;
		return true;
	} else {
		i = *at;
	}
	*at = i;
	if ((n = read_small(s, &i)) == 0)
		return w->d.year != 0;
	w->d.month = n;
	if (!str_eat(s, &i, "月")) {
		/* 2021年1-12月: the second end says 月 for both. */
		*at = i;
		return w->d.year != 0;
	}
	*at = i;
	(void)str_eat(s, &i, "份");
	if ((w->d.day = read_small(s, &i)) == 0 &&
	    read_digits(s, &i, &v) != 0)
		w->broken = true;	/* 2月32日 */
	if (!str_eat(s, &i, "日"))
		(void)str_eat(s, &i, "号");
	*at = i;
	return true;
}

static bool
joined(struct str s, size_t *at)
{
	static const char *const between[] = { "起", "开始", "始", "零时",
	    "0时", "0:00", "（含）", "，", ",", "、" };
	static const char *const to[] = { "截止到", "截止至", "截至", "截止",
	    "至", "到", "—", "–", "－", "―", "─", "‐", "─", "-", "~", "～",
	    "〜", "∼", "一" };
	size_t	 i = *at;
	bool	 found = false;

	for (size_t k = 0; k < sizeof between / sizeof between[0]; k++)
		if (str_eat(s, &i, between[k]))
			k = (size_t)-1;
	for (size_t k = 0; k < sizeof to / sizeof to[0]; k++)
		if (str_eat(s, &i, to[k])) {
			found = true;
			k = (size_t)-1;
		}
	*at = i;
	return found;
}

/* Fills in the parts that one end leaves to the other. */
static enum period_kind
period_judge(struct when *a, struct when *b)
{
	if (a->broken || b->broken)
		return PERIOD_BROKEN;
	if (b->d.year == 0)
		b->d.year = a->d.year;
	if (a->d.month == 0 && b->d.month == 0)
		return PERIOD_NONE;	/* 2019年至2021年: years, no period */
	if (a->d.month == 0 || b->d.month == 0)
		return PERIOD_BROKEN;
	if (a->d.day == 0)
		a->d.day = 1;
	if (b->d.day == 0)
		b->d.day = b->d.month == 2 ? 28 : b->d.month == 4 ||
		    b->d.month == 6 || b->d.month == 9 || b->d.month == 11 ?
		    30 : 31;
	if (!date_valid(a->d) || !date_valid(b->d))
		return PERIOD_BROKEN;
	if (a->d.year == b->d.year && a->d.month == 1 && a->d.day == 1 &&
	    b->d.month == 12 && b->d.day == 31)
		return PERIOD_YEAR;
	return PERIOD_OTHER;
}

/* Digits and 年, 月, 日: what is left of a date, or more than one has. */
static bool
skip_date_like(struct str s, size_t *at)
{
	size_t	 begin = *at;

	while (digit_at(s, *at) >= 0 || str_eat(s, at, "年") ||
	    str_eat(s, at, "月") || str_eat(s, at, "日") ||
	    str_eat(s, at, "."))
		if (digit_at(s, *at) >= 0)
			++*at;
	return *at - begin >= 5 && digit_at(s, begin) >= 0;
}

/* 自202111日起至20211230日止: two ends that are no dates. */
static struct period
period_broken(struct str s)
{
	struct period	 p = { .kind = PERIOD_NONE };

	for (size_t i = step(s, 0); i < s.n; i = step(s, i + 1)) {
		size_t	 end = i;

		if (!fresh(s, i) || s.p[i] != '2' || !skip_date_like(s, &end) ||
		    !joined(s, &end) || !skip_date_like(s, &end))
			continue;
		p.kind = PERIOD_BROKEN;
		(void)str_eat(s, &end, "止");
		p.text = str_sub(s, i, end - i);
		break;
	}
	return p;
}

/* 统计数据截止2021年12月31日: the beginning goes without saying. */
static struct period
period_end(struct str s)
{
	struct period	 p = { .kind = PERIOD_NONE };
	size_t		 at = str_find(s, STR("截"), 0), end;
	struct when	 w;

	if (at == STR_NONE)
		return period_broken(s);
	end = at;
	if (!joined(s, &end) || !when_read(s, &end, &w) || w.broken ||
	    w.d.month != 12 || w.d.day != 31)
		return period_broken(s);
	p.kind = PERIOD_END;
	p.to = w.d;
	p.text = str_sub(s, at, end - at);
	return p;
}

struct period
period_find(struct str s)
{
	struct period	 p = { .kind = PERIOD_NONE };

	for (size_t i = step(s, 0); i < s.n; i = step(s, i + 1)) {
		struct when	 a, b;
		size_t		 end = i;

		if (!fresh(s, i) || !when_read(s, &end, &a) ||
		    a.d.year == 0 || !joined(s, &end) ||
		    !when_read(s, &end, &b))
			continue;
		p.kind = period_judge(&a, &b);
		if (p.kind == PERIOD_NONE)
			continue;
		(void)str_eat(s, &end, "止");
		p.from = a.d;
		p.to = b.d;
		p.text = str_sub(s, i, end - i);
		return p;
	}
	return period_end(s);
}
