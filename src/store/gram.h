#ifndef STORE_GRAM_H
#define STORE_GRAM_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* Sorted hashes of the 3-grams of a text, each once. */
struct grams {
	uint64_t	*v;
	size_t		 n;
	size_t		 length;	/* of the text, in characters */
};

/* splitmix64: every bit of the result hangs on every bit of x. */
static inline uint64_t
gram_mix(uint64_t x)
{
	x += UINT64_C(0x9e3779b97f4a7c15);
	x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
	return x ^ (x >> 31);
}

/*
 * The 3-grams of a text without white space, digits and the names given,
 * which come longest first, so that 西华县 does not leave a 县 behind.  v is
 * of the arena.
 */
struct grams	grams_of(struct arena *, struct str text,
		    const struct str *name, int nname);

/* How many both have, of all that one of them has (Jaccard): 0 to 1. */
double		grams_alike(const struct grams *, const struct grams *);

#endif
