#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "form/misread.h"
#include "form/number.h"

#define FIGURE_BYTES	8	/* longer ones are words, or codes */

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

bool
is_misread(struct str raw)
{
	struct str	 s = str_trim(raw);
	bool		 letter = false, digit = false;

	if (s.n == 0 || s.n > FIGURE_BYTES)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		letter |= digit_of(s.p[i]) != '\0';
		digit |= is_digit(s.p[i]);
		if (digit_of(s.p[i]) == '\0' && !is_digit(s.p[i]) &&
		    (s.p[i] != '.' || i == 0))
			return false;
	}
	return letter && (digit || s.n == 1);
}

/* What it would be with digits for letters. */
static struct str
mended(struct arena *a, struct str raw)
{
	struct str	 s = str_trim(raw);
	char		*p = arena_alloc(a, s.n, 1);

	for (size_t i = 0; i < s.n; i++)
		p[i] = digit_of(s.p[i]) != '\0' ? digit_of(s.p[i]) : s.p[i];
	return (struct str){ p, s.n };
}

/* Whether all are integers and the last the sum of the others. */
static bool
adds_up(const struct value *v, const struct str *raw, int n)
{
	struct number	 num;
	int64_t		 sum = 0;

	for (int i = 0; i < n; i++) {
		num = number_read(raw[i]);
		if (!v[i].located || num.state != STATE_NUMBER ||
		    !dec_is_int(num.value))
			return false;
		sum += i < n - 1 ? num.value.mant : -num.value.mant;
	}
	return sum == 0;
}

static int
solve_group(struct arena *a, struct value *v, int n)
{
	struct str	 raw[VALUES_MAX];
	int		 found = 0;

	for (int i = 0; i < n; i++) {
		raw[i] = v[i].raw;
		if (v[i].located && is_misread(v[i].raw)) {
			raw[i] = mended(a, v[i].raw);
			found++;
		}
	}
	if (found == 0 || found == n || !adds_up(v, raw, n))
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
