#include <config.h>

#include <stdint.h>

#include "base/arena.h"
#include "form/join.h"

#define DIGITS_MAX	9	/* of one figure */

struct join {
	const struct str	*piece;
	int			 n, width;
	int			 end[JOIN_TOKENS];	/* of each figure */
	int			 best[JOIN_TOKENS];
	int			 ways;
};

static bool
is_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0 && s.n <= DIGITS_MAX;
}

/* Figures k and on of the pieces from at on; sum is of those before. */
static void
try_from(struct join *j, int k, int at, int64_t sum)
{
	int64_t	 v = 0;
	size_t	 digits = 0;

	for (int to = at; to < j->n; to++) {
		struct str	 s = j->piece[to];

		digits += s.n;
		if (digits > DIGITS_MAX || (to > at && v == 0))
			return;
		for (size_t i = 0; i < s.n; i++)
			v = v * 10 + (s.p[i] - '0');
		j->end[k] = to + 1;
		if (k + 1 < j->width) {
			try_from(j, k + 1, to + 1, sum + v);
			continue;
		}
		if (to + 1 < j->n || v != sum)
			continue;
		j->ways++;
		for (int i = 0; i < j->width; i++)
			j->best[i] = j->end[i];
	}
}

bool
join_digits(struct arena *a, const struct str *piece, int n, int width,
    struct str *out)
{
	struct join	 j = { .piece = piece, .n = n, .width = width };

	if (n <= width || n > JOIN_TOKENS)
		return false;
	for (int i = 0; i < n; i++)
		if (!is_digits(piece[i]))
			return false;
	try_from(&j, 0, 0, 0);
	if (j.ways != 1)
		return false;
	for (int i = 0, at = 0; i < width; i++) {
		out[i] = piece[at++];
		while (at < j.best[i])
			out[i] = str_cat(a, out[i], piece[at++]);
	}
	return true;
}
