/*
 * A name is taken apart into divisions that the table has, the name that it
 * does not have, and an organ:
 *
 *	郾城区 | 裴成镇 | 人民政府
 *
 * and the middle is held against all divisions that may be meant.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/embed.h"
#include "base/utf8.h"
#include "form/line.h"
#include "form/organ_rule.h"
#include "form/place_seek.h"
#include "form/similar.h"

#define CHARS_MAX	16	/* of a name */
#define COST_ALIKE	1	/* one character for another like it */
#define COST_END	1	/* 镇 for 乡 */
#define COST_OTHER	2	/* any other character, or one too many */
#define COST_NEAR	3	/* the most, where the place is known */
#define COST_FAR	1	/* and where it is not */

struct word {
	uint32_t	 c[CHARS_MAX];
	int		 n;
	struct str	 end;		/* 镇, 街道 … */
};

struct look {
	struct seek		*seek;
	const struct division	*above;	/* in which it is, or NULL */
	const char		*above_is;
	struct word		 word;
	enum level		 level;	/* that the end speaks of */
	struct similar		*out;
	int			 n;
};

static const struct {
	const char	*text;
	enum level	 level;
} ends[] = {
	{ "街道", LEVEL_TOWNSHIP }, { "镇", LEVEL_TOWNSHIP },
	{ "乡", LEVEL_TOWNSHIP }, { "苏木", LEVEL_TOWNSHIP },
	{ "县", LEVEL_COUNTY }, { "区", LEVEL_COUNTY },
	{ "旗", LEVEL_COUNTY }, { "市", LEVEL_COUNTY },
	{ "州", LEVEL_PREFECTURE }, { "盟", LEVEL_PREFECTURE },
};

/* Takes "裴成镇" apart; false when it does not end like a division. */
static bool
word_of(struct str s, struct word *w, enum level *level)
{
	size_t	 k, n = sizeof ends / sizeof ends[0];

	for (k = 0; k < n && !str_ends(s, str_of(ends[k].text)); )
		k++;
	if (k == n)
		return false;
	w->end = str_of(ends[k].text);
	*level = ends[k].level;
	s.n -= w->end.n;
	w->n = 0;
	for (size_t at = 0; at < s.n; ) {
		if (w->n == CHARS_MAX)
			return false;
		w->c[w->n++] = utf8_next(s, &at);
	}
	return w->n > 0;
}

static bool
has_char(struct str line, uint32_t c)
{
	for (size_t at = 0; at < line.n; )
		if (utf8_next(line, &at) == c)
			return true;
	return false;
}

static bool
alike(uint32_t a, uint32_t b)
{
	struct str	 text = embed_text("form/alike.tsv"), line;

	while (str_line(&text, &line))
		if (line.n != 0 && line.p[0] != '#' && has_char(line, a) &&
		    has_char(line, b))
			return true;
	return false;
}

static int
least(int a, int b, int c)
{
	a = a < b ? a : b;
	return a < c ? a : c;
}

/* The edit distance of two names without their ends. */
static int
distance(const struct word *a, const struct word *b)
{
	int	 row[CHARS_MAX + 1], above, here;

	for (int k = 0; k <= b->n; k++)
		row[k] = k * COST_OTHER;
	for (int i = 1; i <= a->n; i++) {
		above = row[0];
		row[0] = i * COST_OTHER;
		for (int k = 1; k <= b->n; k++) {
			uint32_t	 x = a->c[i - 1], y = b->c[k - 1];
			int		 swap = x == y ? 0 :
					    alike(x, y) ? COST_ALIKE :
					    COST_OTHER;

			here = least(above + swap, row[k] + COST_OTHER,
			    row[k - 1] + COST_OTHER);
			above = row[k];
			row[k] = here;
		}
	}
	return row[b->n];
}

/* "沐 for 沭": the characters in which two names differ, if they are few. */
static struct str
differing(struct arena *a, const struct word *x, const struct word *y)
{
	struct buf	 b;
	bool		 same = str_eq(x->end, y->end);

	buf_init(&b, a);
	for (int i = 0; i < x->n && x->n == y->n; i++) {
		char	 from[UTF8_MAX], to[UTF8_MAX];
		size_t	 nfrom = utf8_put(from, x->c[i]);
		size_t	 nto = utf8_put(to, y->c[i]);

		if (x->c[i] != y->c[i])
			buf_printf(&b, "%s%.*s for %.*s", b.n != 0 ? ", " :
			    "", (int)nfrom, from, (int)nto, to);
	}
	if (x->n != y->n)
		buf_printf(&b, "a character too %s", x->n > y->n ? "many" :
		    "few");
	if (!same)
		buf_printf(&b, "%s" STR_FMT " for " STR_FMT, b.n != 0 ? ", " :
		    "", STR_ARG(x->end), STR_ARG(y->end));
	return buf_text(&b);
}

/* Into the list, which is in order of cost, then code. */
static void
offer(struct look *l, const struct division *x, int cost, struct str why)
{
	int	 i = l->n;

	for (int k = 0; k < l->n; k++)
		if (l->out[k].division == x)
			return;
	while (i > 0 && (l->out[i - 1].cost > cost ||
	    (l->out[i - 1].cost == cost &&
	    l->out[i - 1].division->index > x->index)))
		i--;
	if (i == SIMILAR_MAX)
		return;
	if (l->n < SIMILAR_MAX)
		l->n++;
	memmove(&l->out[i + 1], &l->out[i],
	    (size_t)(l->n - 1 - i) * sizeof *l->out);
	l->out[i] = (struct similar){ x, cost, why };
}

/* How many of the characters of a are in b. */
static int
shared(const struct word *a, const struct word *b)
{
	int	 n = 0;

	for (int i = 0; i < a->n; i++)
		for (int k = 0; k < b->n; k++)
			if (a->c[i] == b->c[k]) {
				n++;
				break;
			}
	return n;
}

static void
try_name(struct look *l, const struct divname *name)
{
	const struct divisions	*d = l->seek->d;
	const struct division	*x = &d->v[name->index];
	struct word		 w;
	enum level		 level;
	struct str		 why;
	int			 cost;

	if (name->brief || name->gone != 0 || x->zone || (l->above != NULL &&
	    !division_within(d, x, l->above)) ||
	    !word_of(name->name, &w, &level) ||
	    (level == LEVEL_TOWNSHIP) != (l->level == LEVEL_TOWNSHIP) ||
	    (x->level == LEVEL_TOWNSHIP) != (level == LEVEL_TOWNSHIP) ||
	    w.n - l->word.n > 1 || l->word.n - w.n > 1 ||
	    shared(&l->word, &w) < (l->above != NULL ? 1 : l->word.n - 1))
		return;
	cost = distance(&l->word, &w) +
	    (str_eq(w.end, l->word.end) ? 0 : COST_END);
	/* Of two characters, both would be others. */
	if (cost > (l->above != NULL && l->word.n > 1 ? COST_NEAR :
	    COST_FAR))
		return;
	why = differing(l->seek->arena, &l->word, &w);
	if (why.n == 0)
		why = STR("the same name");
	if (l->above != NULL)
		why = str_of(arena_printf(l->seek->arena,
		    STR_FMT "; %s " STR_FMT, STR_ARG(why), l->above_is,
		    STR_ARG(l->above->name)));
	offer(l, x, cost, why);
}

/* The part of the name that the table does not have, with its end. */
static struct str
unknown_part(struct str rest)
{
	size_t	 best = STR_NONE, n = 0;

	for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++) {
		struct str	 end = str_of(ends[k].text);
		size_t		 at = str_find(rest, end, sizeof "镇" - 1);

		if (at != STR_NONE && at + end.n < best) {
			best = at + end.n;
			n = best;
		}
	}
	return str_sub(rest, 0, n);
}

/* In which division it is: by the name, the path, or the page's source. */
static void
look_above(struct look *l)
{
	struct chain	*c = &l->seek->chain;

	if (c->n == 1) {
		l->above = c->last[0];
		l->above_is = "in";
	} else if (l->seek->path != NULL) {
		l->above = l->seek->path;
		l->above_is = l->seek->path_is;
	} else if ((l->above = seek_source(l->seek)) != NULL) {
		l->above_is = "source";
	}
}

/* 沐阳县|新河镇: the county is not there, but one like it has such a town. */
static void
look_below(struct look *l, struct str rest)
{
	struct chain	*c = arena_alloc(l->seek->arena, 1, sizeof *c);
	struct similar	 up[SIMILAR_MAX];
	int		 n = l->n;

	memcpy(up, l->out, sizeof up);
	l->n = 0;
	for (int i = 0; i < n; i++) {
		chain_read(l->seek->d, rest, up[i].division,
		    l->seek->hint->year, c);
		if (c->n == 1)
			offer(l, c->last[0], up[i].cost, up[i].why);
	}
}

int
similar_find(struct arena *a, const struct divisions *d, struct str agency,
    const struct place_hint *hint, struct similar out[SIMILAR_MAX])
{
	struct seek	*s = seek_new(a, d, hint);
	struct look	 l = { .seek = s, .out = out };
	struct str	 name = str_bare(a, agency), rest, part;

	seek_path(s);
	(void)organ_cut_lead(d->organs, &name);
	chain_read(d, name, NULL, hint->year, &s->chain);
	rest = str_from(name, s->chain.n != 0 ? s->chain.end : 0);
	part = unknown_part(rest);
	if (!word_of(part, &l.word, &l.level))
		return 0;
	look_above(&l);
	for (int i = 0; i < d->nname; i++)
		try_name(&l, &d->name[i]);
	rest = str_from(rest, part.n);
	if (l.level != LEVEL_TOWNSHIP && unknown_part(rest).n != 0)
		look_below(&l, rest);
	return l.n;
}
