#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/formula.h"

#define FORMULA_BYTES	40	/* in which a number stands, at most */

static const struct {
	struct str	 open, close;
} marks[] = {
	{ { "$$", 2 }, { "$$", 2 } },
	{ { "$", 1 }, { "$", 1 } },
	{ { "\\(", 2 }, { "\\)", 2 } },
};

static const char	 plain_signs[] = "0123456789.,%+- ";

/* What TeX writes otherwise than people do. */
static const struct {
	struct str	 tex, plain;
} signs[] = {
	{ { "{,}", 3 }, { ",", 1 } },
	{ { "\\%", 2 }, { "%", 1 } },
	{ { "\\,", 2 }, { " ", 1 } },
	{ { "~", 1 }, { " ", 1 } },
};

/* Bytes of the sign at s that may stand in a number; *plain is what it is. */
static size_t
sign(struct str s, struct str *plain)
{
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (str_starts(s, signs[i].tex)) {
			*plain = signs[i].plain;
			return signs[i].tex.n;
		}
	if (s.n == 0 || memchr(plain_signs, s.p[0], strlen(plain_signs)) ==
	    NULL)
		return 0;
	*plain = str_sub(s, 0, 1);
	return 1;
}

/* Writes the number between the marks; false if it is something else. */
static bool
put_number(struct str in, struct buf *b)
{
	struct str	 plain;
	bool		 digit = false;

	for (size_t i = 0, n; i < in.n; i += n) {
		if ((n = sign(str_from(in, i), &plain)) == 0)
			return false;
		digit |= in.p[i] >= '0' && in.p[i] <= '9';
		if (b != NULL)
			buf_str(b, plain);
	}
	return digit;
}

/* Bytes of the formula that begins there and is a number; else 0. */
static size_t
number_formula(struct str s, struct str *in)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		size_t	 open = marks[i].open.n, end;

		if (!str_starts(s, marks[i].open))
			continue;
		end = str_find(str_sub(s, 0, FORMULA_BYTES), marks[i].close,
		    open);
		if (end == STR_NONE)
			return 0;
		*in = str_trim(str_sub(s, open, end - open));
		return put_number(*in, NULL) ? end + marks[i].close.n : 0;
	}
	return 0;
}

struct str
formula_plain(struct arena *a, struct str s)
{
	struct buf	 b;
	struct str	 in;
	size_t		 from = 0, n;

	if (!str_has(s, STR("$")) && !str_has(s, STR("\\(")))
		return s;
	/* It gets no longer; growing takes four times the room. */
	buf_over(&b, a, arena_alloc(a, s.n + 2, 1), s.n + 2);
	for (size_t i = 0; i < s.n; i++) {
		if ((s.p[i] != '$' && s.p[i] != '\\') ||
		    (n = number_formula(str_from(s, i), &in)) == 0)
			continue;
		buf_str(&b, str_sub(s, from, i - from));
		put_number(in, &b);
		from = i + n;
		i = from - 1;
	}
	if (from == 0)
		return s;
	buf_str(&b, str_from(s, from));
	return buf_text(&b);
}
