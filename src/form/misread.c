#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/misread.h"
#include "form/number.h"

#define FIGURE_BYTES	8	/* longer ones are words, or codes */
#define UNCLEAR_BYTES	60

/* Each letter, and the digit that it looks like. */
static const char	 letters[] = "OoDQlIi|ZzSsBb";
static const char	 digits[] =  "00001111225586";

static char
digit_of(char c)
{
	const char	*p = c != '\0' ? strchr(letters, c) : NULL;

	return p != NULL ? digits[p - letters] : '\0';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A circle for 〇, and 一, which may be a stroke. */
static char
digit_of_word(struct str s)
{
	static const char *const	 circles[] = { "○", "◯", "〇" };

	for (size_t i = 0; i < sizeof(circles) / sizeof(*circles); i++)
		if (str_eq(s, str_of(circles[i])))
			return '0';
	return str_eq(s, STR("一")) ? '1' : '\0';
}

bool
is_misread(struct str raw)
{
	struct str	 s = str_trim(raw);
	bool		 letter = false, digit = false;

	if (s.n == 0 || s.n > FIGURE_BYTES)
		return false;
	if (digit_of_word(s) != '\0')
		return number_read(s).state == STATE_TEXT;
	for (size_t i = 0; i < s.n; i++) {
		letter |= digit_of(s.p[i]) != '\0';
		digit |= is_digit(s.p[i]);
		if (digit_of(s.p[i]) == '\0' && !is_digit(s.p[i]) &&
		    (s.p[i] != '.' || i == 0))
			return false;
	}
	return letter && (digit || s.n == 1);
}

/* Writes the digits; false if anything else than gaps is among them. */
static bool
put_digits(struct buf *b, struct str raw, int *gaps)
{
	*gaps = 0;
	for (size_t at = 0; at < raw.n; ) {
		uint32_t	 c = utf8_fold(utf8_next(raw, &at));
		char		 digit = (char)c;

		if (c >= '0' && c <= '9')
			buf_add(b, &digit, 1);
		else if (number_is_raised(c) || utf8_is_space(c))
			++*gaps;
		else
			return false;
	}
	return b->n > 0;
}

/* 05, 00件: a figure behind zeros, or several that ran together. */
static bool
has_zeros(struct str s)
{
	size_t	 n = 0;
	bool	 zeros = true;

	for (size_t at = 0; zeros && at < s.n; ) {
		size_t		 was = at;
		uint32_t	 c = utf8_fold(utf8_next(s, &at));

		if (c >= '0' && c <= '9')
			n = was;
		zeros = c == '0';
	}
	return n > 0 && number_read(str_from(s, n)).state == STATE_NUMBER;
}

/* What stands before raised digits at its end, if that is a figure. */
static struct str
before_mark(struct str raw)
{
	struct str	 s = str_trim(raw);
	size_t		 n;

	while (s.n > 0 && number_is_raised(utf8_last(s, &n)))
		s.n -= n;
	return s.n < str_trim(raw).n && number_read(s).state == STATE_NUMBER ?
	    s : STR("");
}

bool
is_unclear(struct arena *a, const struct value *v)
{
	struct number	 num = number_read(v->raw);
	struct buf	 b;
	int		 gaps;

	if (num.state == STATE_NUMBER)
		return num.broken && !v->bordered;
	if (num.state != STATE_TEXT || v->raw.n > UNCLEAR_BYTES)
		return false;
	if (has_zeros(str_trim(v->raw)))
		return true;
	buf_init(&b, a);
	return (put_digits(&b, str_trim(v->raw), &gaps) && gaps > 0) ||
	    before_mark(v->raw).n > 0;
}

/* What it would be with digits for letters, and without gaps. */
static struct str
mended(struct arena *a, const struct value *v)
{
	struct str	 s = str_trim(v->raw);
	struct buf	 b;
	char		 c = digit_of_word(s);
	int		 gaps;

	buf_init(&b, a);
	if (c != '\0') {
		buf_add(&b, &c, 1);
		return buf_text(&b);
	}
	if (before_mark(s).n > 0)
		return before_mark(s);
	if (is_unclear(a, v)) {
		(void)put_digits(&b, s, &gaps);
		return buf_text(&b);
	}
	for (size_t i = 0; i < s.n; i++) {
		c = digit_of(s.p[i]) != '\0' ? digit_of(s.p[i]) : s.p[i];
		buf_add(&b, &c, 1);
	}
	return buf_text(&b);
}

/* Whether all are integers and the last the sum of the others. */
static bool
adds_up(struct arena *a, const struct value *v, const struct str *raw, int n)
{
	struct number	 num;
	int64_t		 sum = 0;

	for (int i = 0; i < n; i++) {
		num = number_spelt(a, raw[i]);
		if (!v[i].located || num.state != STATE_NUMBER ||
		    !dec_is_int(num.value))
			return false;
		sum += i < n - 1 ? num.value.mant : -num.value.mant;
	}
	return sum == 0;
}

/* The last line of a cell of several, or single if it has but one. */
static struct str
last_line(struct str s, struct str single)
{
	struct str	 rest = str_trim(s), part, last = single;

	if (!str_has(rest, STR("\n")))
		return single;
	while (str_line(&rest, &part))
		last = part;
	return str_trim(last);
}

/*
 * Whether the last lines of cells add up by themselves.  Then they may be the
 * next row: two rows that add up still do when the digits of one are put
 * behind those of the other.  A cell of one line may be of either.
 */
static bool
may_be_two_rows(struct arena *a, const struct value *v, int n)
{
	struct str	 both[VALUES_MAX], low[VALUES_MAX];
	int		 broken = 0;

	for (int i = 0; i < n; i++) {
		both[i] = last_line(v[i].raw, v[i].raw);
		low[i] = last_line(v[i].raw, STR("0"));
		broken += str_has(str_trim(v[i].raw), STR("\n"));
	}
	return broken > 1 && (adds_up(a, v, both, n) || adds_up(a, v, low, n));
}

static int
solve_group(struct arena *a, struct value *v, int n)
{
	struct str	 raw[VALUES_MAX];
	int		 found = 0;

	for (int i = 0; i < n; i++) {
		raw[i] = v[i].raw;
		if (v[i].located && (is_misread(v[i].raw) ||
		    is_unclear(a, &v[i]))) {
			raw[i] = mended(a, &v[i]);
			found++;
		}
	}
	if (found == 0 || found == n || !adds_up(a, v, raw, n) ||
	    may_be_two_rows(a, v, n))
		return 0;
	for (int i = 0; i < n; i++)
		if (!str_eq(v[i].raw, raw[i]))
			v[i].meant = raw[i];
	return found;
}

int
misread_solve(struct arena *a, struct value *v, int n, int group)
{
	int	 found = 0;

	for (int i = 0; i + group <= n; i += group)
		found += solve_group(a, v + i, group);
	return found;
}
