#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "store/gram.h"

static int
by_value(const void *a, const void *b)
{
	uint64_t	 x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

#define FEW	32	/* that are sorted by moving them */

static void
sort_few(uint64_t *v, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		uint64_t	 x = v[i];
		size_t		 k = i;

		for (; k > 0 && v[k - 1] > x; k--)
			v[k] = v[k - 1];
		v[k] = x;
	}
}

/*
 * Hashes are spread evenly, so that by their first bits they are nearly in
 * order; unless somebody chose them, which must not be slow either.
 */
static uint64_t *
sort_hashes(struct arena *a, const uint64_t *v, size_t n)
{
	uint64_t	*to = arena_alloc(a, n + 1, sizeof(*to));
	size_t		 end[257] = { 0 }, from = 0;

	for (size_t i = 0; i < n; i++)
		end[(v[i] >> 56) + 1]++;
	for (int b = 1; b < 257; b++)
		end[b] += end[b - 1];
	for (size_t i = 0; i < n; i++)
		to[end[v[i] >> 56]++] = v[i];
	for (int b = 0; b < 256; from = end[b++])
		if (end[b] - from <= FEW)
			sort_few(to + from, end[b] - from);
		else
			qsort(to + from, end[b] - from, sizeof(*to), by_value);
	return to;
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

struct grams
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
			g.v[n++] = gram_mix(window);
	}
	g.v = sort_hashes(a, g.v, n);
	for (size_t i = 0; i < n; i++)
		if (g.n == 0 || g.v[g.n - 1] != g.v[i])
			g.v[g.n++] = g.v[i];
	return g;
}

double
grams_alike(const struct grams *a, const struct grams *b)
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
