/* Headings as markup of text writes them, and comments in it. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/text.h"

#define LEVELS	6

static int
count(struct str s, char c)
{
	int	 n = 0;

	while ((size_t)n < s.n && s.p[n] == c)
		n++;
	return n;
}

/* "# text #", as Markdown has it. */
static int
hashes(struct str s, struct str *text)
{
	int	 level = count(s, '#');

	if (level == 0)
		return 0;
	level = level > 9 ? 9 : level;
	while (s.n > 0 && s.p[s.n - 1] == '#')
		s.n--;
	*text = str_trim(str_from(s, (size_t)level));
	return level;
}

/* "== text ==" of wikis, and "== text" of AsciiDoc. */
static int
equals(struct str s, struct str *text)
{
	int	 level = count(s, '='), behind = 0;

	if (level == 0 || level > LEVELS || (size_t)level == s.n)
		return 0;
	while (s.p[s.n - 1 - (size_t)behind] == '=')
		behind++;
	if (behind != level && (behind != 0 || s.p[level] != ' '))
		return 0;
	*text = str_trim(str_sub(s, (size_t)level,
	    s.n - (size_t)(level + behind)));
	return text->n > 0 ? level : 0;
}

/* "h2. text" of Textile and its kin, with attributes or not. */
static int
letter(struct str s, struct str *text)
{
	size_t	 dot;

	if (s.n < 5 || s.p[0] != 'h' || s.p[1] < '1' || s.p[1] > '6' ||
	    (dot = str_find(s, STR(". "), 2)) == STR_NONE)
		return 0;
	if (dot != 2 && s.p[2] != '(' && s.p[2] != '{' && s.p[2] != '<' &&
	    s.p[2] != '>' && s.p[2] != '=')
		return 0;
	*text = str_trim(str_from(s, dot + 2));
	return text->n > 0 ? s.p[1] - '0' : 0;
}

int
text_heading(struct str line, struct str *text)
{
	static int (*const	 manners[])(struct str, struct str *) = {
		hashes, equals, letter,
	};
	int			 level = 0;

	for (size_t i = 0; i < sizeof(manners) / sizeof(*manners) &&
	    level == 0; i++)
		level = manners[i](line, text);
	return level;
}

/* Bytes of the comment that begins there, 0 if it has no end. */
static size_t
comment_length(struct str s, size_t at)
{
	size_t	 end = str_find(s, STR("-->"), at + 4);

	return end == STR_NONE ? 0 : end + 3 - at;
}

struct str
text_uncomment(struct arena *a, struct str s)
{
	struct buf	 b;
	size_t		 at = 0, from = 0, n;

	if (!str_has(s, STR("<!--")))
		return s;
	buf_over(&b, a, arena_alloc(a, s.n + 2, 1), s.n + 2);
	while ((at = str_find(s, STR("<!--"), at)) != STR_NONE &&
	    (n = comment_length(s, at)) != 0) {
		buf_str(&b, str_sub(s, from, at - from));
		/* Lines keep their numbers. */
		for (size_t i = at; i < at + n; i++)
			if (s.p[i] == '\n')
				buf_puts(&b, "\n");
		from = at += n;
	}
	buf_str(&b, str_from(s, from));
	return buf_text(&b);
}
