#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/filing.h"
#include "form/line.h"

static uint32_t
fold_alnum(uint32_t c)
{
	uint32_t	 f = c >= 0xFF10 && c <= 0xFF5A ? utf8_fold(c) : c;
	bool		 alnum;

	alnum = (f >= '0' && f <= '9') || (f >= 'a' && f <= 'z') ||
	    (f >= 'A' && f <= 'Z');
	return alnum ? f : c;
}

struct str
str_bare(struct arena *a, struct str s)
{
	char		*p = arena_alloc(a, s.n + 1, 1);
	size_t		 n = 0;

	for (size_t at = 0, from; at < s.n; ) {
		uint32_t	 c;

		from = at;
		c = utf8_next(s, &at);
		if (utf8_is_space(c))
			continue;
		if (c == UTF8_BAD) {	/* one byte may not become three */
			for (; from < at; from++)
				p[n++] = s.p[from];
			continue;
		}
		n += utf8_put(p + n, fold_alnum(c));
	}
	return (struct str){ p, n };
}

/* What the marks that end sentences begin with; most bytes are no such. */
static const bool	 may_end[256] = { [';'] = true, ['\n'] = true,
	['\r'] = true, [0xE3] = true, [0xEF] = true };

/* The bytes of what ends a sentence of so many bytes at at, or 0. */
static size_t
sentence_end(struct str s, size_t at)
{
	static const char *const	 wide[] = { "。", "！", "？", "；" };

	if ((unsigned char)s.p[at] < 0x80)
		return 1;
	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (s.n - at >= 3 && memcmp(s.p + at, wide[i], 3) == 0)
			return 3;
	return at > LIMIT_SENTENCE && s.n - at >= 3 &&
	    memcmp(s.p + at, "，", 3) == 0 ? 3 : 0;
}

bool
str_sentence(struct str *rest, struct str *sentence)
{
	size_t	 most = rest->n, at = 0, end = 0;

	if (rest->n == 0)
		return false;
	if (most > 2 * LIMIT_SENTENCE)
		for (most = 2 * LIMIT_SENTENCE; most < rest->n &&
		    ((unsigned char)rest->p[most] & 0xC0) == 0x80; )
			most++;
	for (; at < most && end == 0; at += end != 0 ? end : 1)
		if (may_end[(unsigned char)rest->p[at]])
			end = sentence_end(*rest, at);
	*sentence = str_sub(*rest, 0, at);
	*rest = str_from(*rest, at);
	return true;
}

bool
str_has_any(struct str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_has(s, str_of(list[i])))
			return true;
	return false;
}

/* Both passes of textlines_of(): out is NULL in the one that counts. */
struct gather {
	struct arena	*arena;
	struct textline	*out;
	int		 n;
	int		 row;
};

static void
gather_text(struct gather *g, struct str text, int line, int row)
{
	struct str	 s;

	while (str_line(&text, &s)) {
		struct str	 t = str_trim(s);

		if (t.n != 0) {
			if (g->out != NULL)
				g->out[g->n] = (struct textline){ t,
				    str_bare(g->arena, t), line, row };
			g->n++;
		}
	}
}

static void
gather_table(struct gather *g, const struct grid *t)
{
	for (int r = 0; r < t->nrow; r++, g->row++)
		for (int c = 0; c < t->ncol; c++) {
			const struct cell	*cell = grid_at(t, r, c);

			if (cell != NULL && cell->row == r && cell->col == c)
				gather_text(g, cell->text, cell->line,
				    g->row);
		}
}

static void
gather(struct gather *g, const struct block *first, const struct block *end)
{
	g->n = g->row = 0;
	for (const struct block *b = first; b != NULL && b != end; b = b->next)
		if (b->kind == BLOCK_TABLE)
			gather_table(g, b->grid);
		else
			gather_text(g, b->text, b->line, -1);
}

struct textlines
textlines_of(struct arena *a, const struct block *first,
    const struct block *end)
{
	struct gather	 g = { .arena = a };

	gather(&g, first, end);
	g.out = arena_alloc(a, (size_t)g.n + 1, sizeof *g.out);
	gather(&g, first, end);
	return (struct textlines){ .v = g.out, .n = g.n };
}

struct str
textlines_broken(struct arena *a, const struct textlines *t, int i)
{
	static const char *const stop[] = { "。", "！", "；", "：", "）",
	    "》" };
	const struct textline	*x = &t->v[i];

	if (i + 1 >= t->n || x->row >= 0 || x[1].row >= 0 || x->bare.n == 0 ||
	    x[1].bare.n == 0)
		return STR("");
	for (size_t k = 0; k < sizeof stop / sizeof stop[0]; k++)
		if (str_ends(x->bare, str_of(stop[k])))
			return STR("");
	return str_cat(a, x->bare, x[1].bare);
}

void
textlines_sections(struct arena *a, struct textlines *t,
    const struct filing *f)
{
	int	 from = 0;

	for (int k = 0; k < SECTION__N; k++) {
		const struct section	*s = &f->section[k];
		struct str		 heading = str_bare(a, s->heading);
		int			 first = -1;

		t->section[k] = -1;
		if (k == 0 || !s->found)
			continue;
		for (int i = from; i < t->n && t->section[k] < 0; i++) {
			if (t->v[i].line < s->line)
				continue;
			if (first < 0)
				first = i;
			if (str_has(t->v[i].bare, heading))
				t->section[k] = i;
		}
		if (t->section[k] < 0)
			t->section[k] = first;
		if (t->section[k] >= 0)
			from = t->section[k];
	}
}

bool
in_section(const struct textlines *t, int ordinal, int i)
{
	int	 first = t->section[ordinal];

	if (first < 0 || i < first)
		return false;
	for (int k = ordinal + 1; k < SECTION__N; k++)
		if (t->section[k] >= 0)
			return i < t->section[k];
	return true;
}
