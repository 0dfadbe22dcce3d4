#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/text_mark.h"

#define MARK_BYTES	400	/* of a tag, or of attributes in braces */
#define OPEN_MAX	32	/* brackets in one another */

/* Elements that only say how words look. */
static const char *const	 inlines[] = {
	"span", "font", "u", "b", "strong", "em", "i", "o:p", "small", "big",
};

/* What a style says of words that may not be there to be read. */
static const char *const	 doubts[] = {
	"display", "visib", "hidden", "through", "vertical", "opacity", "white",
	"#fff", "font-size:0", "font-size: 0", "strike", "sup", "sub", "del",
};

static bool
is_doubtful(struct str s)
{
	for (size_t i = 0; i < sizeof(doubts) / sizeof(*doubts); i++)
		if (str_has(s, str_of(doubts[i])))
			return true;
	return false;
}

/* Bytes from at on up to and with that one, 0 if it is not near. */
static size_t
length_to(struct str s, size_t at, char end)
{
	for (size_t n = 1; n <= MARK_BYTES && at + n <= s.n; n++)
		if (s.p[at + n - 1] == end)
			return n;
	return 0;
}

static bool
is_name_end(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '>' || c == '/';
}

/* Bytes of the tag that begins there, if it may go; else 0. */
static size_t
tag_length(struct str s, size_t at)
{
	size_t		 n = length_to(s, at, '>');
	struct str	 tag = str_sub(s, at, n), name;

	if (n < 3 || is_doubtful(tag))
		return 0;
	name = str_from(tag, tag.p[1] == '/' ? 2 : 1);
	for (size_t i = 0; i < sizeof(inlines) / sizeof(*inlines); i++) {
		struct str	 k = str_of(inlines[i]);

		if (str_starts(name, k) && name.n > k.n &&
		    is_name_end(name.p[k.n]))
			return n;
	}
	return 0;
}

/* Bytes of "]{…}" with attributes that begins there; else 0. */
static size_t
braces_length(struct str s, size_t at)
{
	size_t		 n;
	struct str	 in;

	if (at + 2 >= s.n || s.p[at + 1] != '{')
		return 0;
	n = length_to(s, at + 1, '}');
	in = str_sub(s, at + 2, n > 2 ? n - 2 : 0);
	if (in.n == 0 || is_doubtful(in) || (in.p[0] != '.' &&
	    in.p[0] != '#' && memchr(in.p, '=', in.n) == NULL))
		return 0;
	return n + 1;
}

/* Bytes of ~~what is struck out~~ that begins there; else 0. */
static size_t
struck_length(struct str s, size_t at)
{
	char	 before = at > 0 ? s.p[at - 1] : ' ';
	size_t	 i = at + 2;

	if (i >= s.n || s.p[at + 1] != '~' || s.p[i] == '~' || s.p[i] == ' ' ||
	    before == '~' || (before >= '0' && before <= '9'))
		return 0;
	while (i < s.n && i - at < MARK_BYTES && s.p[i] != '~' &&
	    s.p[i] != '\n')
		i++;
	return i + 1 < s.n && s.p[i] == '~' && s.p[i + 1] == '~' &&
	    s.p[i - 1] != ' ' && (i + 2 == s.n || s.p[i + 2] != '~') ?
	    i + 2 - at : 0;
}

/* Writes down which bytes go. */
static bool
find_marks(struct str s, bool *gone)
{
	size_t	 open[OPEN_MAX], n = 0, len;
	bool	 any = false;

	for (size_t i = 0; i < s.n; i++) {
		len = 0;
		if (s.p[i] == '<')
			len = tag_length(s, i);
		else if (s.p[i] == '~')
			len = struck_length(s, i);
		else if (s.p[i] == '[' && n < OPEN_MAX)
			open[n++] = i;
		else if (s.p[i] == ']' && n > 0) {
			len = braces_length(s, i);
			n--;
			if (len > 0)
				gone[open[n]] = true;
		} else if (s.p[i] == '\n' && i + 1 < s.n &&
		    s.p[i + 1] == '\n')
			n = 0;
		if (len == 0)
			continue;
		memset(gone + i, true, len);
		i += len - 1;
		any = true;
	}
	return any;
}

static bool
has_marks(struct str s)
{
	return str_has(s, STR("</")) || str_has(s, STR("]{")) ||
	    str_has(s, STR("~~"));
}

static void
put_others(struct buf *b, struct str s, const bool *gone)
{
	for (size_t i = 0, from; i < s.n; ) {
		for (from = i; i < s.n && !gone[i]; i++)
			;
		buf_str(b, str_sub(s, from, i - from));
		while (i < s.n && gone[i])
			i++;
	}
}

struct str
text_unmark(struct arena *a, struct str s)
{
	struct buf	 b;
	bool		*gone;

	if (!has_marks(s))
		return s;
	gone = arena_alloc(a, s.n + 1, sizeof(*gone));
	if (!find_marks(s, gone))
		return s;
	/* It gets no longer; growing takes four times the room. */
	buf_over(&b, a, arena_alloc(a, s.n + 2, 1), s.n + 2);
	put_others(&b, s, gone);
	return buf_text(&b);
}

/*
 * Where the block of lines ends that begins at at; *words if it has nothing
 * of a table, in which places on the line count: bars, rulers, indents.
 */
static size_t
block_end(struct str s, size_t at, bool *words)
{
	*words = true;
	while (at < s.n) {
		struct str	 line = str_from(s, at);
		const char	*end = memchr(line.p, '\n', line.n);

		line.n = end != NULL ? (size_t)(end - line.p) : line.n;
		at += line.n + (end != NULL);
		if (str_trim(line).n == 0)
			return at;
		if (line.p[0] == ' ' || line.p[0] == '\t' ||
		    str_has(line, STR("|")) || str_has(line, STR("----")) ||
		    str_has(line, STR("====")))
			*words = false;
	}
	return at;
}

static size_t
count_lines(struct str s)
{
	size_t	 n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

struct str
text_unmark_words(struct arena *a, struct str s)
{
	struct arena	*tmp;
	struct buf	 b;
	bool		*gone, words;

	if (!has_marks(s))
		return s;
	tmp = arena_new();
	gone = arena_alloc(tmp, s.n + 1, sizeof(*gone));
	buf_over(&b, a, arena_alloc(a, s.n + 2, 1), s.n + 2);
	for (size_t at = 0, from, was; at < s.n; ) {
		struct str	 block;

		from = at;
		at = block_end(s, at, &words);
		block = str_sub(s, from, at - from);
		was = b.n;
		if (words)
			(void)find_marks(block, gone + from);
		put_others(&b, block, gone + from);
		/* Lines keep their numbers. */
		for (size_t n = count_lines(str_from(buf_text(&b), was));
		    n < count_lines(block); n++)
			buf_puts(&b, "\n");
	}
	arena_free(tmp);
	return buf_text(&b);
}
