#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"

struct str
str_of(const char *s)
{
	return (struct str){ s, strlen(s) };
}

bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int
str_cmp(struct str a, struct str b)
{
	size_t	 n = a.n < b.n ? a.n : b.n;
	int	 c = n != 0 ? memcmp(a.p, b.p, n) : 0;

	if (c != 0)
		return c;
	return a.n < b.n ? -1 : a.n > b.n;
}

bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n &&
	    (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && (suffix.n == 0 ||
	    memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

/*
 * Chinese text has few first bytes of characters, of which one in three may
 * be the needle's; of last bytes there are ten times as many.
 */
size_t
str_find(struct str s, struct str needle, size_t from)
{
	size_t		 last = needle.n - 1;
	const char	*p;

	if (from > s.n || s.n - from < needle.n)
		return STR_NONE;
	if (needle.n == 0)
		return from;
	while (s.n - from >= needle.n) {
		p = memchr(s.p + from + last, needle.p[last],
		    s.n - from - last);
		if (p == NULL)
			return STR_NONE;
		p -= last;
		if (*p == needle.p[0] && memcmp(p, needle.p, last) == 0)
			return (size_t)(p - s.p);
		from = (size_t)(p - s.p) + 1;
	}
	return STR_NONE;
}

bool
str_has(struct str s, struct str needle)
{
	return str_find(s, needle, 0) != STR_NONE;
}

bool
str_has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

struct str
str_sub(struct str s, size_t at, size_t n)
{
	if (at > s.n)
		at = s.n;
	if (n > s.n - at)
		n = s.n - at;
	return (struct str){ s.p != NULL ? s.p + at : NULL, n };
}

struct str
str_from(struct str s, size_t at)
{
	return str_sub(s, at, s.n);
}

struct str
str_trim(struct str s)
{
	size_t	 n;

	while (s.n != 0 && utf8_is_space(utf8_first(s, &n)))
		s = str_from(s, n);
	while (s.n != 0 && utf8_is_space(utf8_last(s, &n)))
		s.n -= n;
	return s;
}

struct str
str_dup(struct arena *a, struct str s)
{
	return (struct str){ arena_dup(a, s.p, s.n), s.n };
}

struct str
str_cat(struct arena *a, struct str x, struct str y)
{
	char	*p = arena_alloc(a, x.n + y.n + 1, 1);

	if (x.n != 0)
		memcpy(p, x.p, x.n);
	if (y.n != 0)
		memcpy(p + x.n, y.p, y.n);
	return (struct str){ p, x.n + y.n };
}

bool
str_line(struct str *rest, struct str *line)
{
	size_t	 i = 0;

	if (rest->n == 0)
		return false;
	/* Most of a text is above either. */
	while (i < rest->n && ((unsigned char)rest->p[i] > '\r' ||
	    (rest->p[i] != '\n' && rest->p[i] != '\r')))
		i++;
	*line = str_sub(*rest, 0, i);
	if (i + 1 < rest->n && rest->p[i] == '\r' && rest->p[i + 1] == '\n')
		i++;
	*rest = str_from(*rest, i + 1);
	return true;
}

bool
str_field(struct str *rest, char sep, struct str *field)
{
	const char	*p;

	if (rest->p == NULL)
		return false;
	p = rest->n != 0 ? memchr(rest->p, sep, rest->n) : NULL;
	if (p == NULL) {
		*field = *rest;
		*rest = (struct str){ NULL, 0 };
		return true;
	}
	*field = (struct str){ rest->p, (size_t)(p - rest->p) };
	*rest = str_from(*rest, field->n + 1);
	return true;
}

bool
str_ends_any(struct str s, struct str words)
{
	struct str	 w;

	while (str_field(&words, '|', &w))
		if (str_ends(s, w))
			return true;
	return false;
}

bool
str_eat(struct str s, size_t *at, const char *word)
{
	struct str	 w = str_of(word);

	if (!str_starts(str_from(s, *at), w))
		return false;
	*at += w.n;
	return true;
}
