#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/text_box.h"

#define FRAME_MIN	20	/* bytes of the upper side of a frame */
#define FRAMES		4	/* around each other */

enum stroke { STROKE_NONE, STROKE_FLAT, STROKE_UPRIGHT, STROKE_CROSSING };

/* U+2500 to U+257F, in the order of Unicode. */
static enum stroke
stroke_of(uint32_t c)
{
	if (c < 0x2500 || c > 0x257F)
		return STROKE_NONE;
	switch (c) {
	case 0x2502: case 0x2503: case 0x2506: case 0x2507: case 0x250A:
	case 0x250B: case 0x254E: case 0x254F: case 0x2551:
		return STROKE_UPRIGHT;
	default:
		return c < 0x250C || c == 0x2550 || c == 0x254C ||
		    c == 0x254D || c > 0x2570 ? STROKE_FLAT : STROKE_CROSSING;
	}
}

static bool
is_drawn(struct str line)
{
	for (size_t at = 0; at < line.n; )
		if (stroke_of(utf8_next(line, &at)) >= STROKE_UPRIGHT)
			return true;
	return false;
}

struct str
text_boxes(struct arena *a, struct str s)
{
	static const char	 plain[] = { 0, '-', '|', '+' };
	struct buf		 b;

	/* All of them begin with these two bytes. */
	if (!str_has(s, STR("\xE2\x94")) && !str_has(s, STR("\xE2\x95")))
		return s;
	buf_init(&b, a);
	for (size_t at = 0, end; at < s.n; at = end) {
		struct str	 line;

		for (end = at; end < s.n && s.p[end] != '\n'; end++)
			;
		end += end < s.n;
		line = str_sub(s, at, end - at);
		if (!is_drawn(line)) {
			buf_str(&b, line);
			continue;
		}
		for (size_t i = 0, from; i < line.n; ) {
			enum stroke	 k;

			from = i;
			k = stroke_of(utf8_next(line, &i));
			if (k != STROKE_NONE)
				buf_char(&b, (uint32_t)plain[k]);
			else
				buf_str(&b, str_sub(line, from, i - from));
		}
	}
	return buf_text(&b);
}

static struct str
next_line(struct str s, size_t *at)
{
	size_t	 from = *at;

	while (*at < s.n && s.p[*at] != '\n')
		++*at;
	*at += *at < s.n;
	return str_trim(str_sub(s, from, *at - from));
}

/* "+------------+" */
static bool
is_side(struct str s)
{
	for (size_t i = 1; i + 1 < s.n; i++)
		if (s.p[i] != '-' && s.p[i] != '=')
			return false;
	return s.n >= FRAME_MIN && s.p[0] == '+' && s.p[s.n - 1] == '+';
}

/* What is between the sides, each column where it was. */
static struct str
inside(struct str s)
{
	return str_sub(s, 1, s.n - 2);
}

/*
 * Where the last line of the frame begins whose first one ends there, if
 * there are tables in it, else 0.
 */
static size_t
frame_end(struct str s, size_t at)
{
	bool	 any = false;

	while (at < s.n) {
		size_t		 was = at;
		struct str	 line = next_line(s, &at);

		if (is_side(line))
			return any ? was : 0;
		if (line.n < 2 || line.p[0] != '|' ||
		    line.p[line.n - 1] != '|')
			return 0;
		line = str_trim(inside(line));
		any = any || str_starts(line, STR("+-")) ||
		    str_starts(line, STR("+="));
	}
	return 0;
}

static struct str
unframe_once(struct arena *a, struct str s, bool *found)
{
	struct buf	 b;

	for (size_t at = 0, was, end; at < s.n; ) {
		was = at;
		end = is_side(next_line(s, &at)) ? frame_end(s, at) : 0;
		if (end == 0) {
			if (*found)
				buf_str(&b, str_sub(s, was, at - was));
			continue;
		}
		if (!*found) {
			buf_over(&b, a, arena_alloc(a, s.n + 2, 1), s.n + 2);
			buf_str(&b, str_sub(s, 0, was));
			*found = true;
		}
		buf_puts(&b, "\n");
		while (at < end) {
			buf_str(&b, inside(next_line(s, &at)));
			buf_puts(&b, "\n");
		}
		/* It may begin the next one as well. */
		next_line(s, &at);
		if (at >= s.n || s.p[at] != '|') {
			buf_puts(&b, "\n");
			continue;
		}
		at = end;
	}
	return *found ? buf_text(&b) : s;
}

struct str
text_unframe(struct arena *a, struct str s)
{
	bool	 found = str_has(s, STR("\n|")) || str_has(s, STR(" |"));

	for (int i = 0; found && i < FRAMES; i++) {
		found = false;
		s = unframe_once(a, s, &found);
	}
	return s;
}
