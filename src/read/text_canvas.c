#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "read/text.h"
#include "read/text_canvas.h"

#define SLOTS_MAX	4000000		/* columns of all lines */
#define WIDTH_MAX	8000

/* Quotation marks, dashes, dots and the like: wide in Chinese fonts. */
static bool
is_ambiguous(uint32_t c)
{
	return c == 0xB7 || c == 0xD7 || (c >= 0x2010 && c <= 0x2027) ||
	    (c >= 0x2030 && c <= 0x203B) || (c >= 0x2160 && c <= 0x2179) ||
	    (c >= 0x2190 && c <= 0x2199) || (c >= 0x2460 && c <= 0x24FF) ||
	    (c >= 0x2500 && c <= 0x25FF) || (c >= 0x2605 && c <= 0x2606);
}

static int
width_of(uint32_t c, enum canvas_measure m)
{
	if (m == CANVAS_CHARS)
		return c >= 0x20;
	if (m == CANVAS_AMBIGUOUS && is_ambiguous(c))
		return 2;
	return utf8_width(c);
}

static int
line_width(struct str s, enum canvas_measure m)
{
	int	 w = 0;

	for (size_t i = 0; i < s.n; )
		w += width_of(utf8_next(s, &i), m);
	return w;
}

static struct str
raw_of(const struct canvas *c, size_t line)
{
	return c->t->line[c->from + line].raw;
}

int
canvas_check(const struct text *t, struct err *e)
{
	return t->laid_out <= LIMIT_CANVAS ? 0 : err_set(e, ERR_LIMIT,
	    "more than %d characters that might be in tables", LIMIT_CANVAS);
}

/* So many places, which are not blank. */
static int *
room_for(struct text *t, size_t n)
{
	t->laid_out += n;
	if (n > t->nplace) {
		t->nplace = n;
		t->place = arena_alloc(t->arena, n, sizeof(*t->place));
	}
	return t->place;
}

bool
canvas_make(struct text *t, size_t from, size_t n, enum canvas_measure m,
    struct canvas *c)
{
	*c = (struct canvas){ .t = t, .from = from, .n = n };
	for (size_t i = 0; i < n; i++) {
		struct str	 s = raw_of(c, i);
		int		 w = s.n > (size_t)UTF8_MAX * WIDTH_MAX ?
				    WIDTH_MAX + 1 : line_width(s, m);

		if (w > c->width)
			c->width = w;
		if (w > WIDTH_MAX)
			return false;
	}
	if (n == 0 || n > SLOTS_MAX / (size_t)(c->width + 1))
		return false;
	c->at = room_for(t, n * (size_t)(c->width + 1));
	for (size_t i = 0; i < n; i++) {
		struct str	 s = raw_of(c, i);
		int		*at = c->at + i * (size_t)(c->width + 1);
		int		 col = 0;

		for (size_t k = 0, was = 0; k < s.n; was = k) {
			int	 w = width_of(utf8_next(s, &k), m);

			while (w-- > 0)
				at[col++] = (int)was;
		}
		while (col <= c->width)
			at[col++] = (int)s.n;
	}
	return true;
}

static int
start_of(const struct canvas *c, size_t line, int col)
{
	return c->at[line * (size_t)(c->width + 1) + (size_t)col];
}

int
canvas_width(const struct canvas *c, size_t line)
{
	int	 end = (int)raw_of(c, line).n, col = c->width;

	while (col > 0 && start_of(c, line, col - 1) == end)
		col--;
	return col;
}

char
canvas_char(const struct canvas *c, size_t line, int col)
{
	struct str	 s = raw_of(c, line);
	int		 at;

	if (col < 0 || col >= c->width)
		return ' ';
	at = start_of(c, line, col);
	if ((size_t)at >= s.n || s.p[at] == '\f')
		return ' ';
	if (str_starts(str_from(s, (size_t)at), STR("\u3000")))
		return ' ';
	return (unsigned char)s.p[at] < 0x80 ? s.p[at] : 1;
}

struct str
canvas_text(const struct canvas *c, size_t line, int from, int to)
{
	int	 a, b;

	if (to > c->width)
		to = c->width;
	if (from >= to)
		return STR("");
	/* The second half of a wide character begins in no column of its own. */
	while (from > 0 && from < to && start_of(c, line, from) ==
	    start_of(c, line, from - 1))
		from++;
	a = start_of(c, line, from);
	b = to == c->width ? (int)raw_of(c, line).n : start_of(c, line, to);
	while (to < c->width && to > from && b == start_of(c, line, to - 1) &&
	    (size_t)b < raw_of(c, line).n)
		b = start_of(c, line, ++to);
	return b <= a ? STR("") :
	    str_trim(str_sub(raw_of(c, line), (size_t)a, (size_t)(b - a)));
}
