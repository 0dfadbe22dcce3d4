/* Labels with a misprint; see label.h. */
#include <config.h>

#include <string.h>

#include "base/utf8.h"
#include "form/label.h"

#define CHARS_MAX	48	/* longer texts are no labels */
#define CHARS_MIN	5	/* shorter labels are a misprint apart */
#define CHARS_TWO	16	/* from here on there may be two */
#define FAR		(CHARS_MAX + 1)
#define MORE		8	/* bytes of two characters, and a bit */

struct chars {
	uint32_t	 c[CHARS_MAX];
	int		 n;
};

/* False if it is too long or has a digit, which is a figure's. */
static bool
decode(struct str s, struct chars *out)
{
	out->n = 0;
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_next(s, &at);

		if (out->n == CHARS_MAX || (c >= '0' && c <= '9'))
			return false;
		out->c[out->n++] = c;
	}
	return true;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/*
 * How many characters were put in, left out, put for another or exchanged
 * with the next one.
 */
static int
misprints(const struct chars *a, const struct chars *b)
{
	int	 d[3][CHARS_MAX + 1];

	for (int k = 0; k <= b->n; k++)
		d[0][k] = k;
	for (int i = 1; i <= a->n; i++) {
		int	*row = d[i % 3], *up = d[(i + 2) % 3];

		row[0] = i;
		for (int k = 1; k <= b->n; k++) {
			bool	 same = a->c[i - 1] == b->c[k - 1];

			row[k] = least(up[k - 1] + !same,
			    least(up[k], row[k - 1]) + 1);
			if (i > 1 && k > 1 && a->c[i - 1] == b->c[k - 2] &&
			    a->c[i - 2] == b->c[k - 1])
				row[k] = least(row[k],
				    d[(i + 1) % 3][k - 2] + 1);
		}
	}
	return d[a->n % 3][b->n];
}

static int
allowed(const struct chars *label)
{
	return label->n < CHARS_MIN ? 0 : label->n < CHARS_TWO ? 1 : 2;
}

static bool
same_key(const struct label *x, const struct label *y)
{
	return y != NULL && x->part == y->part && strcmp(x->key, y->key) == 0;
}

/* Whether more than two characters of one text are not in the other. */
static bool
lacks_three(uint64_t chars, uint64_t other)
{
	uint64_t	 only = chars & ~other;

	only &= only - 1;
	only &= only - 1;
	return only != 0;
}

const struct label *
label_near(const struct labels *of, struct str norm, uint64_t chars)
{
	const struct label	*best = NULL;
	struct chars		 text = { .n = 0 }, other;
	int			 least_d = FAR, next = FAR, limit = 0;

	for (const struct label *l = of->first; l < of->end; l++) {
		int	 d;

		/* Three misprints are too many, whatever the label. */
		if (!l->official || l->text.n > norm.n + MORE ||
		    norm.n > l->text.n + MORE ||
		    lacks_three(l->chars, chars) ||
		    lacks_three(chars, l->chars) ||
		    label_of_other_year(l, norm) || !decode(l->text, &other))
			continue;
		if (text.n == 0 &&
		    (!decode(norm, &text) || text.n < CHARS_MIN - 1))
			return NULL;
		d = misprints(&text, &other);
		if (d < least_d) {
			if (!same_key(l, best))
				next = least_d;
			least_d = d;
			limit = allowed(&other);
			best = l;
		} else if (d < next && !same_key(l, best))
			next = d;
	}
	return least_d <= limit && least_d < next ? best : NULL;
}

bool
label_resembles(struct str text, struct str label)
{
	int	 n = 0, common = 0;

	for (size_t at = 0; at < text.n; n++) {
		size_t	 from = at;

		utf8_next(text, &at);
		common += str_has(label, str_sub(text, from, at - from));
	}
	return n > 0 && common * 2 >= n;
}
