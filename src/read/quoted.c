#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/quoted.h"

#define NOT_A_CHARACTER	0xFFFD

static const char	 before_patterns[] = "(,=:[!&|?{};";

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Where the string ends that begins at q->at behind a mark; else text.n. */
static size_t
string_end(const struct quoted *q, char mark, bool *broken)
{
	struct str	 s = q->text;

	*broken = false;
	for (size_t i = q->at; i < s.n; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == mark)
			return i;
		else if (s.p[i] == '\n' && q->script && mark != '`') {
			*broken = true;
			return i;
		}
	}
	return s.n;
}

/* Behind the comment that begins at at, or at. */
static size_t
skip_comment(struct str s, size_t at)
{
	struct str	 rest = str_from(s, at);
	bool		 line = str_starts(rest, STR("//"));
	size_t		 end;

	if (!line && !str_starts(rest, STR("/*")))
		return at;
	end = str_find(rest, line ? STR("\n") : STR("*/"), 2);
	return end == STR_NONE ? s.n : at + end + (line ? 1 : 2);
}

/* Behind the pattern, /['"]/, that begins at at, or at if it is a division. */
static size_t
skip_pattern(struct str s, size_t at)
{
	size_t	 i = at;
	bool	 set = false;

	while (i > 0 && is_space(s.p[i - 1]))
		i--;
	if (i == 0 || memchr(before_patterns, s.p[i - 1],
	    strlen(before_patterns)) == NULL)
		return at;
	for (i = at + 1; i < s.n && s.p[i] != '\n'; i++)
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == '[' || s.p[i] == ']')
			set = s.p[i] == '[';
		else if (s.p[i] == '/' && !set)
			return i + 1;
	return at;
}

/* What a script has between strings: where it goes on. */
static size_t
skip_code(struct str s, size_t at)
{
	size_t	 end;

	if (s.p[at] != '/')
		return at;
	end = skip_comment(s, at);
	return end > at ? end : skip_pattern(s, at);
}

/* What stands between strings. */
static void
between(struct quoted *q, char c, int *commas)
{
	if (c == '{') {
		q->ups++;
		q->goes_on = false;
	} else if (c == '}') {
		/* What was open here and is closed again is of no use. */
		if (q->ups > 0)
			q->ups--;
		else
			q->downs++;
		q->goes_on = false;
	} else if (c == ',')
		q->goes_on &= ++*commas == 1;
	else if (!is_space(c))
		q->goes_on = false;
}

bool
quoted_next(struct quoted *q)
{
	struct str	 s = q->text;
	bool		 broken;
	int		 commas = 0;

	q->goes_on = q->at > 0;
	q->ups = q->downs = 0;
	while (q->at < s.n) {
		char	 c = s.p[q->at];
		size_t	 end = q->script ? skip_code(s, q->at) : q->at, k;

		if (end > q->at) {
			q->at = end;
			continue;
		}
		q->at++;
		if (c != '"' && (!q->script || (c != '\'' && c != '`'))) {
			between(q, c, &commas);
			continue;
		}
		end = string_end(q, c, &broken);
		if (broken) {
			q->goes_on = false;
			continue;
		}
		end = end < s.n ? end : s.n;
		q->raw = str_sub(s, q->at, end - q->at);
		q->open = end == s.n;
		q->at = q->open ? s.n : end + 1;
		for (k = q->at; k < s.n && is_space(s.p[k]); k++)
			;
		q->key = k < s.n && s.p[k] == ':';
		q->goes_on &= commas == 1;
		return true;
	}
	return false;
}

/* So many hexadecimal digits at at; false if there are fewer. */
static bool
hex(struct str s, size_t at, size_t n, uint32_t *value)
{
	*value = 0;
	for (size_t i = 0; i < n; i++) {
		char	 c = at + i < s.n ? s.p[at + i] : 'x';
		int	 digit = c >= '0' && c <= '9' ? c - '0' :
			    c >= 'a' && c <= 'f' ? c - 'a' + 10 :
			    c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;

		if (digit < 0)
			return false;
		*value = *value * 16 + (uint32_t)digit;
	}
	return true;
}

/* The escape of a character by its number, u or x, behind the backslash. */
static size_t
numbered(struct str s, size_t at, uint32_t *c)
{
	uint32_t	 low;
	size_t		 n = s.p[at] == 'u' ? 4 : 2, end;

	*c = NOT_A_CHARACTER;
	if (n == 4 && at + 1 < s.n && s.p[at + 1] == '{') {
		end = str_find(str_sub(s, 0, at + 10), STR("}"), at);
		if (end == STR_NONE)
			return 1;
		if (!hex(s, at + 2, end - at - 2, c) || *c > 0x10FFFF)
			*c = NOT_A_CHARACTER;
		return end + 1 - at;
	}
	if (!hex(s, at + 1, n, c)) {
		*c = NOT_A_CHARACTER;
		return 1;
	}
	if (*c >= 0xD800 && *c < 0xDC00 && s.n - at > 6 &&
	    s.p[at + 5] == '\\' && s.p[at + 6] == 'u' &&
	    hex(s, at + 7, 4, &low) && low >= 0xDC00 && low < 0xE000) {
		*c = 0x10000 + ((*c - 0xD800) << 10) + (low - 0xDC00);
		return 11;
	}
	return n + 1;
}

static void
put(struct buf *b, uint32_t c)
{
	buf_char(b, c == 0 || (c >= 0xD800 && c < 0xE000) ?
	    NOT_A_CHARACTER : c);
}

struct str
quoted_text(struct arena *a, struct str raw)
{
	static const char	 names[] = "nrtbfv", means[] = "\n\r\t   ";
	struct buf		 b;
	const char		*known;
	uint32_t		 c;

	if (memchr(raw.p, '\\', raw.n) == NULL)
		return raw;
	buf_init(&b, a);
	for (size_t i = 0, from; i < raw.n; ) {
		for (from = i; i < raw.n && raw.p[i] != '\\'; i++)
			;
		buf_str(&b, str_sub(raw, from, i - from));
		if (i + 1 >= raw.n)
			break;
		i++;
		known = memchr(names, raw.p[i], strlen(names));
		if (raw.p[i] == 'u' || raw.p[i] == 'x') {
			i += numbered(raw, i, &c);
			put(&b, c);
		} else {
			if (known != NULL)
				buf_add(&b, means + (known - names), 1);
			else if (raw.p[i] != '\n' && raw.p[i] != '\r')
				buf_add(&b, raw.p + i, 1);
			i++;
		}
	}
	return buf_text(&b);
}
