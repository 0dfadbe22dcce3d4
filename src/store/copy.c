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
#include "store/gram.h"

#define BANDS	12
#define ROWS	6
#define SHARING	64	/* filings that are looked at of those with a key */

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

	/* How many 3-grams the text of a filing has, and 1; 0: not known. */
	uint32_t	*size;
	int64_t		 nsize;
};

/* The keys of a text; of another year they are others. */
static void
band_keys(const struct grams *g, int64_t year, int64_t key[BANDS])
{
	for (int b = 0; b < BANDS; b++) {
		uint64_t	 k = gram_mix((uint64_t)year * BANDS +
		    (uint64_t)b);

		for (int r = 0; r < ROWS; r++) {
			uint64_t	 seed, least = UINT64_MAX;

			seed = gram_mix((uint64_t)(b * ROWS + r));
			for (size_t i = 0; i < g->n; i++) {
				uint64_t	 h;

				h = (g->v[i] ^ seed) *
				    UINT64_C(0xbf58476d1ce4e5b9);
				h ^= h >> 32;
				if (h < least)
					least = h;
			}
			k = gram_mix(k ^ least);
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

/* A text is read once to know that it is too long or too short for another. */
static void
note_size(struct copies *c, int64_t filing, size_t n)
{
	if (filing >= c->nsize) {
		int64_t	 more = filing + filing / 2 + 1000;

		c->size = xrealloc(c->size, (size_t)more, sizeof(*c->size));
		memset(c->size + c->nsize, 0,
		    (size_t)(more - c->nsize) * sizeof(*c->size));
		c->nsize = more;
	}
	c->size[filing] = n < UINT32_MAX ? (uint32_t)n + 1 : 0;
}

/* The lesser number over the greater is the most that they can be alike. */
static bool
may_be_alike(const struct copies *c, int64_t filing, size_t n)
{
	double	 m;

	if (filing >= c->nsize || c->size[filing] == 0)
		return true;
	m = c->size[filing] - 1;
	return m < (double)n ? m >= COPY_KEPT * (double)n :
	    (double)n >= COPY_KEPT * m;
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
		note_size(s->copies, filing, h.n);
	}
	arena_free(a);
	return r;
}

struct copies *
copies_new(void)
{
	struct copies	*c = xmalloc(sizeof(*c));

	*c = (struct copies){ .size = NULL };
	return c;
}

void
copies_free(struct copies *c)
{
	if (c == NULL)
		return;
	for (int i = 0; i < TEXTS; i++)
		free(c->text[i].grams.v);
	free(c->size);
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

	if (!may_be_alike(s->copies, other, g->n))
		return 0;
	if (text_of(s, other, &h, e) < 0)
		return -1;
	if ((like = grams_alike(g, h)) < COPY_KEPT)
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

/* With those that GET_YEAR_BEFORE gives for the filing. */
static int
compare_before(struct store *s, int64_t filing, const struct grams *g,
    struct err *e)
{
	int64_t		 other[COPY_CANDIDATES];
	sqlite3_stmt	*st;
	int		 r, n = 0;

	if (put_stmt(s, GET_YEAR_BEFORE, &st, e) < 0)
		return -1;
	r = DB_ROW(st, e, ARG(filing));
	for (; r == 1 && n < COPY_CANDIDATES; r = db_step(st, e))
		other[n++] = sqlite3_column_int64(st, 0);
	sqlite3_reset(st);
	for (int i = 0; r >= 0 && i < n; i++)
		r = compare(s, filing, g, other[i], false, e);
	return r < 0 ? -1 : 0;
}

struct sharing {
	int64_t	 filing;
	int	 nkey;
};

static int
by_filing(const void *a, const void *b)
{
	const struct sharing	*x = a, *y = b;

	return (x->filing > y->filing) - (x->filing < y->filing);
}

static int
by_keys(const void *a, const void *b)
{
	const struct sharing	*x = a, *y = b;

	return x->nkey != y->nkey ? y->nkey - x->nkey : by_filing(a, b);
}

/* The others that share keys with a filing, those with most of them first. */
static int
find_sharing(struct store *s, int64_t filing, const int64_t key[BANDS],
    struct sharing v[BANDS * SHARING], size_t *nv, struct err *e)
{
	sqlite3_stmt	*st;
	size_t		 n = 0, m = 0;
	int		 r = 0;

	if (put_stmt(s, GET_SHARING, &st, e) < 0)
		return -1;
	for (int b = 0; b < BANDS && r >= 0; b++) {
		r = DB_ROW(st, e, ARG(key[b]), ARG(SHARING));
		for (; r == 1; r = db_step(st, e)) {
			int64_t	 other = sqlite3_column_int64(st, 0);

			if (other != filing)
				v[n++] = (struct sharing){ other, 1 };
		}
		sqlite3_reset(st);
	}
	qsort(v, n, sizeof(*v), by_filing);
	for (size_t i = 0; i < n; i++)
		if (m > 0 && v[m - 1].filing == v[i].filing)
			v[m - 1].nkey++;
		else
			v[m++] = v[i];
	qsort(v, m, sizeof(*v), by_keys);
	*nv = m;
	return r;
}

/* With those of other agencies. */
static int
compare_others(struct store *s, int64_t filing, const struct grams *g,
    const int64_t key[BANDS], struct err *e)
{
	struct sharing	 v[BANDS * SHARING];
	int64_t		 is_other;
	size_t		 nv;
	int		 r, n = 0;

	r = find_sharing(s, filing, key, v, &nv, e);
	for (size_t i = 0; r >= 0 && i < nv && n < COPY_CANDIDATES; i++) {
		r = GET(s, GET_IS_OTHER, e, &is_other, ARG(filing),
		    ARG(v[i].filing));
		if (r == 1) {
			n++;
			r = compare(s, filing, g, v[i].filing, true, e);
		}
	}
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
	if (year == 0 || (r = load(s, a, filing, &g, e)) < 0)
		goto out;
	note_size(s->copies, filing, g.n);
	if (g.length < COPY_LENGTH)
		goto out;
	band_keys(&g, year, key);
	for (int b = 0; b < BANDS && r == 0; b++)
		r = PUT(s, PUT_BAND, e, ARG(filing), ARG(key[b]));
	if (r == 0 && (r = compare_before(s, filing, &g, e)) == 0)
		r = compare_others(s, filing, &g, key, e);
out:
	arena_free(a);
	return r;
}
