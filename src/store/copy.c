/*
 * Texts that were copied: sections 一 and 五 of a report, compared with
 * those of the same agency's year before and with those of other agencies
 * of the same year.
 *
 * The measure is the Jaccard similarity of the sets of character 3-grams,
 * after white space, digits and the names of the agency and its divisions
 * have been taken out, and the lines that are no running text.  The year
 * before is compared outright.  Among agencies, a text is compared with those
 * that share one of BANDS keys with it, each made of ROWS minima (min-hash,
 * Broder 1997): two texts of
 * similarity s share one with probability 1 - (1 - s^ROWS)^BANDS, which is
 * 0.9999 at 0.9 and 0.00001 at 0.1.  What shares a key is then measured
 * exactly, so that no accusation rests on an estimate.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "store/archive.h"

#define BANDS	12
#define ROWS	6

/* Sorted hashes of the 3-grams, each once. */
struct grams {
	uint64_t	*v;
	size_t		 n;
	size_t		 length;	/* of the text, in characters */
};

/*
 * Texts that were read a moment ago: a template is like so many others that
 * the same few are asked for again and again.
 */
#define TEXTS	4096

struct copies {
	struct text {
		int64_t		 filing;	/* 0: nothing here */
		struct grams	 grams;		/* v is malloc()ed */
	}	 text[TEXTS];
};

/* splitmix64: every bit of the result hangs on every bit of x. */
static uint64_t
mix(uint64_t x)
{
	x += UINT64_C(0x9e3779b97f4a7c15);
	x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
	return x ^ (x >> 31);
}

static int
by_value(const void *a, const void *b)
{
	uint64_t	 x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Bytes of a name that begins here, or 0. */
static size_t
name_at(struct str text, size_t at, const struct str *name, int nname)
{
	for (int i = 0; i < nname; i++)
		if (name[i].n != 0 &&
		    str_starts(str_from(text, at), name[i]))
			return name[i].n;
	return 0;
}

/* Names come longest first, so that 西华县 does not leave a 县 behind. */
static struct grams
grams_of(struct arena *a, struct str text, const struct str *name, int nname)
{
	struct grams	 g = { .v = arena_alloc(a, text.n + 1,
	    sizeof(*g.v)) };
	uint64_t	 window = 0;
	size_t		 n = 0;

	for (size_t at = 0; at < text.n;) {
		size_t		 skip = name_at(text, at, name, nname);
		uint32_t	 c;

		if (skip != 0) {
			at += skip;
			continue;
		}
		c = utf8_fold(utf8_next(text, &at));
		if (utf8_is_space(c) || (c >= '0' && c <= '9'))
			continue;
		window = (window << 21 | c) & ((UINT64_C(1) << 63) - 1);
		if (++g.length >= 3)
			g.v[n++] = mix(window);
	}
	if (n > 1)
		qsort(g.v, n, sizeof(*g.v), by_value);
	for (size_t i = 0; i < n; i++)
		if (g.n == 0 || g.v[g.n - 1] != g.v[i])
			g.v[g.n++] = g.v[i];
	return g;
}

static double
similarity(const struct grams *a, const struct grams *b)
{
	size_t	 i = 0, j = 0, both = 0;

	while (i < a->n && j < b->n)
		if (a->v[i] == b->v[j])
			both++, i++, j++;
		else if (a->v[i] < b->v[j])
			i++;
		else
			j++;
	return a->n + b->n == 0 ? 0 :
	    (double)both / (double)(a->n + b->n - both);
}

/* The keys of a text; of another year they are others. */
static void
band_keys(const struct grams *g, int64_t year, int64_t key[BANDS])
{
	for (int b = 0; b < BANDS; b++) {
		uint64_t	 k = mix((uint64_t)year * BANDS +
		    (uint64_t)b);

		for (int r = 0; r < ROWS; r++) {
			uint64_t	 seed, least = UINT64_MAX;

			seed = mix((uint64_t)(b * ROWS + r));
			for (size_t i = 0; i < g->n; i++) {
				uint64_t	 h;

				h = (g->v[i] ^ seed) *
				    UINT64_C(0xbf58476d1ce4e5b9);
				h ^= h >> 32;
				if (h < least)
					least = h;
			}
			k = mix(k ^ least);
		}
		key[b] = (int64_t)(k >> 1);
	}
}

#define NAMES	12

#define LINE_CHARS	30	/* of a line that is no label */

/*
 * A line of running text.  Headings, and the cells of a table that was not
 * known for one, are alike wherever people fill in the same form.
 */
static bool
is_running(struct str line)
{
	struct str	 marks = STR("。|；|！|？"), w;

	while (str_field(&marks, '|', &w))
		if (str_has(line, w))
			return true;
	return utf8_length(line) >= LINE_CHARS;
}

static void
add_running(struct buf *b, struct str text)
{
	struct str	 line;

	while (str_line(&text, &line))
		if (is_running(line))
			buf_str(b, line);
}

/* Reads a filing's two sections without the names in them. */
static int
load(struct store *s, struct arena *a, int64_t filing, struct grams *g,
    struct err *e)
{
	sqlite3_stmt	*st;
	struct str	 name[NAMES];
	struct buf	 text;
	int		 r, nname = 0;

	if (put_stmt(s, GET_NAMES, &st, e) < 0)
		return -1;
	r = DB_ROW(st, e, ARG(filing));
	for (; r == 1; r = db_step(st, e))
		if (nname < NAMES)
			name[nname++] = str_dup(a, db_text(st, 0));
	sqlite3_reset(st);
	if (r < 0 || put_stmt(s, GET_TEXTS, &st, e) < 0)
		return -1;
	buf_init(&text, a);
	r = DB_ROW(st, e, ARG(filing));
	for (; r == 1; r = db_step(st, e))
		add_running(&text, db_text(st, 0));
	sqlite3_reset(st);
	*g = grams_of(a, buf_text(&text), name, nname);
	return r;
}

static int
text_of(struct store *s, int64_t filing, const struct grams **g,
    struct err *e)
{
	struct text	*t = &s->copies->text[filing % TEXTS];
	struct arena	*a;
	struct grams	 h;
	uint64_t	*v;
	int		 r;

	*g = &t->grams;
	if (t->filing == filing)
		return 0;
	a = arena_new();
	if ((r = load(s, a, filing, &h, e)) == 0) {
		v = xrealloc(t->grams.v, h.n + 1, sizeof(*v));
		if (h.n > 0)
			memcpy(v, h.v, h.n * sizeof(*v));
		h.v = v;
		*t = (struct text){ .filing = filing, .grams = h };
	}
	arena_free(a);
	return r;
}

struct copies *
copies_new(void)
{
	struct copies	*c = xmalloc(sizeof(*c));

	*c = (struct copies){ .text = { { .filing = 0 } } };
	return c;
}

void
copies_free(struct copies *c)
{
	if (c == NULL)
		return;
	for (int i = 0; i < TEXTS; i++)
		free(c->text[i].grams.v);
	free(c);
}

/* Compares with one other filing and keeps what is likely a copy. */
static int
compare(struct store *s, int64_t filing, const struct grams *g,
    int64_t other, bool both_ways, struct err *e)
{
	const struct grams	*h;
	int64_t			 length;
	double			 like;

	if (text_of(s, other, &h, e) < 0)
		return -1;
	if ((like = similarity(g, h)) < COPY_KEPT)
		return 0;
	length = (int64_t)(g->length < h->length ? g->length : h->length);
	if (PUT(s, PUT_SIMILAR, e, ARG(filing), ARG(other), ARG(like),
	    ARG(length)) < 0)
		return -1;
	if (!both_ways)
		return 0;
	if (PUT(s, PUT_SIMILAR, e, ARG(other), ARG(filing), ARG(like),
	    ARG(length)) < 0)
		return -1;
	return PUT(s, PUT_UNCHECKED, e, ARG(other));
}

/* The others that a statement gives for the filing. */
static int
compare_all(struct store *s, enum put which, int64_t filing,
    const struct grams *g, bool both_ways, struct err *e)
{
	int64_t		 other[COPY_CANDIDATES];
	sqlite3_stmt	*st;
	int		 r, n = 0;

	if (put_stmt(s, which, &st, e) < 0)
		return -1;
	r = DB_ROW(st, e, ARG(filing));
	for (; r == 1 && n < COPY_CANDIDATES; r = db_step(st, e))
		other[n++] = sqlite3_column_int64(st, 0);
	sqlite3_reset(st);
	for (int i = 0; r >= 0 && i < n; i++)
		r = compare(s, filing, g, other[i], both_ways, e);
	return r < 0 ? -1 : 0;
}

int
copy_find(struct store *s, int64_t filing, struct err *e)
{
	struct arena	*a = arena_new();
	struct grams	 g;
	int64_t		 key[BANDS], year;
	int		 r = -1;

	if (PUT(s, PUT_NO_SIMILAR, e, ARG(filing)) < 0 ||
	    PUT(s, PUT_NO_BANDS, e, ARG(filing)) < 0 ||
	    GET(s, GET_COPY_YEAR, e, &year, ARG(filing)) < 0)
		goto out;
	r = 0;
	if (year == 0 || (r = load(s, a, filing, &g, e)) < 0 ||
	    g.length < COPY_LENGTH)
		goto out;
	band_keys(&g, year, key);
	for (int b = 0; b < BANDS && r == 0; b++)
		r = PUT(s, PUT_BAND, e, ARG(filing), ARG(key[b]));
	if (r == 0 && (r = compare_all(s, GET_YEAR_BEFORE, filing, &g, false,
	    e)) == 0)
		r = compare_all(s, GET_CANDIDATES, filing, &g, true, e);
out:
	arena_free(a);
	return r;
}
