#include <config.h>

#include "base/arena.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/filing.h"
#include "form/number.h"
#include "form/prose.h"

/* ASCII punctuation and what stands for it in text. */
static const struct {
	uint32_t	 c, to;
} mark_of[] = {
	{ ',', 0xFF0C }, { ';', 0xFF1B }, { ':', 0xFF1A }, { '!', 0xFF01 },
	{ '?', 0xFF1F }, { '(', 0xFF08 }, { ')', 0xFF09 },
	{ 0xFE50, 0xFF0C }, { 0xFF61, 0x3002 },
};

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* A comma at at parts thousands: three digits behind it, no fourth. */
static bool
parts_thousands(struct str s, size_t at, int before)
{
	int	 n = 0;

	if (before < 1 || before > 3)
		return false;
	while (at < s.n && n < 4 && is_digit(utf8_fold(utf8_next(s, &at))))
		n++;
	return n == 3;
}

/* Bytes that a text can have when it is folded, and one more. */
static size_t
room_for(struct str s)
{
	size_t	 n = s.n + 1;

	if (utf8_valid((struct bytes){ (const unsigned char *)s.p, s.n }) !=
	    s.n)
		return 3 * s.n + 1;
	for (size_t i = 0; i < s.n; i++) {
		unsigned char	 c = (unsigned char)s.p[i];

		/* The marks of ASCII are among these. */
		n += c > ' ' && c < '@' && !is_digit(c) ? 2 : 0;
	}
	return n;
}

struct str
prose_fold(struct arena *a, struct str s, uint32_t **from)
{
	size_t		 room = room_for(s), n = 0;
	char		*out = arena_alloc(a, room, 1);
	uint32_t	*map = NULL;
	int		 run = 0;	/* digits right before */
	bool		 gap = false;	/* white space right before */

	if (from != NULL)
		*from = map = arena_alloc(a, room, sizeof(*map));
	for (size_t at = 0; at < s.n; ) {
		size_t		 here = at, put = n;
		uint32_t	 c = utf8_next(s, &at);

		if (utf8_is_space(c)) {
			gap = true;
			continue;
		}
		c = utf8_fold(c);
		if (c == ',' && !gap && parts_thousands(s, at, run)) {
			run = 0;
		} else {
			for (size_t i = 0;
			    i < sizeof(mark_of) / sizeof(mark_of[0]); i++)
				if (mark_of[i].c == c)
					c = mark_of[i].to;
			if (is_digit(c) && gap && run > 0)
				out[n++] = ' ';
			run = is_digit(c) ? (gap ? 1 : run + 1) : 0;
		}
		n += utf8_put(out + n, c);
		for (; map != NULL && put < n; put++)
			map[put] = (uint32_t)here;
		gap = false;
	}
	if (map != NULL)
		map[n] = (uint32_t)s.n;
	out[n] = '\0';
	return (struct str){ out, n };
}

struct str
prose_printed(const struct passage *p, size_t at, size_t end)
{
	size_t	 from = p->from[at], to = p->from[end];

	return str_trim(str_sub(p->printed, from, to - from));
}

struct cutter {
	struct arena		*a;
	const struct filing	*f;
	struct passage		*list;
	int			 n;
	size_t			 cap;
	int			 section;
	size_t			 bytes;
	bool			 seen[SECTION__N];	/* its heading */
};

static void
add_passage(struct cutter *c, const struct block *b, struct str printed,
    bool is_heading)
{
	struct passage	*p;

	c->bytes += printed.n;
	if (c->bytes > LIMIT_NARRATIVE)
		return;
	c->list = arena_grow(c->a, c->list, (size_t)c->n, &c->cap,
	    sizeof(*c->list));
	p = &c->list[c->n++];
	p->section = c->section;
	p->line = b->line;
	p->is_heading = is_heading;
	p->printed = printed;
	p->text = prose_fold(c->a, printed, &p->from);
	if (p->text.n == 0)
		c->n--;
}

/*
 * The section whose heading stands in this block behind at and is the
 * first to do so, or 0.  Two sections may begin in one block, and all may
 * be on one line, of which several blocks are made.
 */
static int
heading_in(const struct cutter *c, const struct block *b, size_t at,
    size_t *where)
{
	const struct filing	*f = c->f;
	int			 found = 0;

	*where = STR_NONE;
	for (int s = 1; s < SECTION__N; s++) {
		const struct section	*sec = &f->section[s];
		size_t			 i;

		if (!sec->found || sec->line != b->line ||
		    sec->heading.n == 0 || c->seen[s])
			continue;
		i = str_find(b->text, sec->heading, at);
		if (i != STR_NONE && (*where == STR_NONE || i < *where)) {
			*where = i;
			found = s;
		}
	}
	return found;
}

static void
cut_block(struct cutter *c, const struct block *b)
{
	size_t	 at = 0, where, n;
	int	 s;

	/* A heading may be in a table, or not be printed in one piece. */
	for (s = c->section + 1; s < SECTION__N; s++)
		if (c->f->section[s].found &&
		    c->f->section[s].line < b->line)
			c->section = s;
	while ((s = heading_in(c, b, at, &where)) != 0) {
		if (where > at)
			add_passage(c, b, str_sub(b->text, at, where - at),
			    false);
		n = c->f->section[s].heading.n;
		c->section = s;
		c->seen[s] = true;
		add_passage(c, b, str_sub(b->text, where, n), true);
		at = where + n;
	}
	add_passage(c, b, str_from(b->text, at), false);
}

int
prose_passages(struct arena *a, const struct filing *f,
    const struct block *first, const struct block *end,
    struct passage **list, bool *cut)
{
	struct cutter	 c = { .a = a, .f = f };

	for (const struct block *b = first; b != end && b != NULL &&
	    c.bytes <= LIMIT_NARRATIVE; b = b->next)
		if (b->kind != BLOCK_TABLE)
			cut_block(&c, b);
	*list = c.list;
	*cut = c.bytes > LIMIT_NARRATIVE;
	return c.n;
}

/*
 * Text without a full stop is no sentence; that it is cut at some comma
 * bounds the work on it and loses nothing that could be understood.
 */
static bool
ends_unit(uint32_t c, enum prose_unit unit, size_t length)
{
	switch (c) {
	case 0x3002:		/* 。 */
	case 0xFF01:
	case 0xFF1F:
		return true;
	case 0xFF1B:		/* ； */
	case 0xFF0C:
	case 0xFF1A:
		return unit == PROSE_CLAUSE || length > LIMIT_SENTENCE;
	case 0x3001:		/* 、 */
		return length > LIMIT_SENTENCE;
	default:
		return length > 2 * LIMIT_SENTENCE;
	}
}

bool
prose_next(struct str text, enum prose_unit unit, size_t *at, struct str *out)
{
	size_t	 start = *at, next;

	if (start >= text.n)
		return false;
	for (size_t i = start; i < text.n; i = next) {
		next = i;
		if (!ends_unit(utf8_next(text, &next), unit, i - start))
			continue;
		*out = str_sub(text, start, i - start);
		*at = next;
		return true;
	}
	*out = str_from(text, start);
	*at = text.n;
	return true;
}

int
prose_ordinal(struct str s, size_t *n)
{
	static const char *const	 han[] = {
		"一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
	};

	for (size_t i = 0; i < sizeof(han) / sizeof(han[0]); i++)
		if (str_starts(s, str_of(han[i]))) {
			*n = 3;
			return (int)i + 1;
		}
	return 0;
}

bool
prose_has_any(struct str s, struct str words)
{
	struct str	 w;

	while (str_field(&words, '|', &w))
		if (w.n != 0 && str_has(s, w))
			return true;
	return false;
}

bool
prose_has_count(struct str s)
{
	static const char *const	 measure[] = {
		"件", "条", "篇", "次", "个", "份", "期", "项", "宗", "起",
		"批", "场", "则", "余", "多",
	};
	struct dec	 d;
	size_t		 n;

	for (size_t at = 0; at < s.n; ) {
		struct str	 rest = str_from(s, at);

		if (!number_in_text(rest, &d, &n)) {
			utf8_next(s, &at);
			continue;
		}
		at += n;
		if (d.mant < 10 && !is_digit((unsigned char)rest.p[0]))
			continue;
		rest = str_from(s, at);
		for (size_t i = 0; i < sizeof(measure) / sizeof(measure[0]);
		    i++)
			if (str_starts(rest, str_of(measure[i])))
				return true;
	}
	return false;
}
