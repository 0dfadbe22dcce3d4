#include <config.h>

#include "base/utf8.h"
#include "read/text.h"

#define CELL_CHARS	72	/* the longest label of the forms has 44 */
#define PLACEHOLDER_BYTES 9	/* 不适用 */
#define VALUE_BYTES	200	/* of a figure and the note beside it */
#define CAPTION_CHARS	8	/* shorter, 其中： and the like are cells */
#define SENTENCE_CHARS	12	/* shorter, 无。 and the like are cells */

/* What may follow a figure in its cell. */
static bool
is_unit(uint32_t c)
{
	static const char	 units[] = "件条项次个份篇宗起人名家元万亿%";
	struct str		 u = STR(units);

	for (size_t at = 0; at < u.n; )
		if (utf8_next(u, &at) == c)
			return true;
	return false;
}

static bool
is_sign(uint32_t c)
{
	return c == '+' || c == '-' || c == 0x2212 || c == 0x2014 ||
	    c == 0x2013;
}

static bool
is_placeholder(struct str s)
{
	static const char *const	 list[] = {
		"/", "\\", "-", "--", "\u2014", "\u2014\u2014", "\u2013",
		"无", "\uFF0F", "\uFF0D", "——", "*", "//", "---", "\u2212",
		"\u2015", "空", "暂无", "没有", "不适用", "N/A", "n/a", "NA",
	};

	/* Most lines are longer than any of them. */
	for (size_t i = 0; s.n <= PLACEHOLDER_BYTES &&
	    i < sizeof(list) / sizeof(*list); i++)
		if (str_eq(s, str_of(list[i])))
			return true;
	return false;
}

bool
line_is_value(struct str s)
{
	size_t		 at = 0, was;
	uint32_t	 c;
	int		 digits = 0;

	if (is_placeholder(s))
		return true;
	if (s.n > VALUE_BYTES)
		return false;
	for (was = 0; at < s.n; was = at) {
		c = utf8_fold(utf8_next(s, &at));
		if (c >= '0' && c <= '9')
			digits++;
		else if (!(is_sign(c) && was == 0) && c != '.' && c != ',' &&
		    !utf8_is_space(c))
			break;
	}
	if (digits == 0 || digits > 20)
		return false;
	s = str_from(s, was);
	if (s.n == 0)
		return true;
	c = utf8_fold(utf8_first(s, &was));
	return is_unit(c) || (c == '(' && digits > 0 &&
	    !str_ends(s, STR("\u3002")));
}

bool
line_is_unit(struct str s)
{
	static const char *const	 word[] = { "人次", "万元", "亿元" };

	for (size_t i = 0; i < sizeof(word) / sizeof(*word); i++)
		if (str_eq(s, str_of(word[i])))
			return true;
	return s.n > 0 && utf8_length(s) == 1 &&
	    is_unit(utf8_first(s, &(size_t){ 0 }));
}

bool
line_is_prose(struct str s)
{
	size_t		 n;
	uint32_t	 last;

	if (s.n == 0)
		return false;
	if (s.n > UTF8_MAX * CELL_CHARS)
		return true;
	n = utf8_length(s);
	if (n > CELL_CHARS)
		return true;
	last = utf8_last(s, &(size_t){ 0 });
	return n >= SENTENCE_CHARS && (last == 0x3002 || last == 0xFF1B ||
	    last == ';' || last == 0xFF01 || last == 0xFF1F);
}

bool
line_is_caption(struct str s)
{
	return (str_ends(s, STR(":")) || str_ends(s, STR("\uFF1A"))) &&
	    utf8_length(s) >= CAPTION_CHARS;
}

bool
line_is_numbered(struct str s)
{
	static const char	 digits[] = "一二三四五六七八九十";
	size_t			 at = 0, was;
	uint32_t		 c = 0;

	for (was = 0; at < s.n; was = at) {
		c = utf8_next(s, &at);
		if (!str_has(STR(digits), str_sub(s, was, at - was)))
			break;
	}
	return was > 0 && was <= 6 && (c == 0x3001 || c == 0xFF0E);
}

/* Skips white space and then one of the characters; 0 if none is there. */
static uint32_t
skip_one(struct str *s, const char *chars)
{
	struct str	 set = str_of(chars);
	size_t		 n;
	uint32_t	 c;

	*s = str_trim(*s);
	if (s->n == 0)
		return 0;
	c = utf8_first(*s, &n);
	if (!str_has(set, str_sub(*s, 0, n)))
		return 0;
	*s = str_from(*s, n);
	return c;
}

/* One number: "0 0 0" are figures. */
static bool
skip_number(struct str *s)
{
	bool	 any = false;

	*s = str_trim(*s);
	while (s->n > 0 && s->p[0] >= '0' && s->p[0] <= '9') {
		*s = str_from(*s, 1);
		any = true;
	}
	return any;
}

bool
line_is_page(struct str s)
{
	static const char	 dash[] = "-\u2014\u2013\uFF0D\u00B7~";
	bool			 dashed = false;

	while (skip_one(&s, dash))
		dashed = true;
	if (dashed) {
		if (!skip_number(&s) || !skip_one(&s, dash))
			return false;
		while (skip_one(&s, dash))
			;
		return s.n == 0;
	}
	if (!skip_one(&s, "第") || !skip_number(&s) || !skip_one(&s, "页"))
		return false;
	skip_one(&s, "/,\uFF0C\uFF0F");
	if (s.n == 0)
		return true;
	return skip_one(&s, "共") && skip_number(&s) && skip_one(&s, "页") &&
	    s.n == 0;
}

bool
line_has_columns(struct str s)
{
	return str_has(s, STR("  ")) || str_has(s, STR("\u3000\u3000"));
}

bool
line_has_figures(struct str s)
{
	size_t	 n, spaces = 0;

	for (size_t at = s.n; at > 0; at -= n) {
		if (utf8_is_space(utf8_last(str_sub(s, 0, at), &n)))
			spaces++;
		else if (spaces >= 2)
			return line_is_value(str_trim(str_from(s, at))) &&
			    !line_is_value(str_sub(s, 0, at));
		else
			spaces = 0;
	}
	return false;
}

void
pile_add(struct pile *p, struct str s)
{
	if (s.n == 0)
		return;
	if (line_is_value(s) || line_is_unit(s)) {
		p->figures++;
		p->wide += (int)str_width(s);
	} else
		p->words++;
}

bool
pile_is_cell(const struct pile *p)
{
	return p->words > 0 || p->figures < 2 ||
	    p->wide + 2 > p->room;
}
