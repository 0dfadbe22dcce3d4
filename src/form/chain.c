#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/chain.h"

#define NAME_CHARS	24	/* of the longest name of a division */
#define VISITS		4000	/* names tried for one chain */

struct walk {
	const struct divisions	*d;
	struct str		 s;
	struct chain		*best;
	int			 visits;
};

static void	walk_on(struct walk *, size_t at, const struct division *,
		    int depth);

static void
keep(struct walk *w, size_t end, const struct division *x, int depth)
{
	struct chain	*c = w->best;

	if (end < c->end)
		return;
	if (end > c->end) {
		c->end = end;
		c->n = 0;
		c->deep = false;
	}
	for (int i = 0; i < c->n; i++) {
		/* 东莞市 is a prefecture and, for the tables, its county. */
		if (c->last[i] == x || (division_in(x, c->last[i]) &&
		    str_eq(x->name, c->last[i]->name)))
			return;
	}
	if (c->n < CHAIN_MAX)
		c->last[c->n++] = x;
	c->deep |= depth > 1;
}

/* All divisions of that name below x, and what follows each. */
static void
try_name(struct walk *w, struct str name, size_t end,
    const struct division *above, int depth)
{
	const struct divname	*first;
	int			 n = division_named(w->d, name, &first);

	for (int i = 0; i < n && w->visits < VISITS; i++) {
		const struct division	*x = &w->d->v[first[i].index];
		size_t			 next = end;

		w->visits++;
		if (above != NULL && (x == above || !division_in(x, above)))
			continue;
		keep(w, end, x, depth);
		if (x->level == LEVEL_TOWNSHIP)
			continue;
		walk_on(w, end, x, depth + 1);
		if (str_starts(str_from(w->s, end), STR("人民政府"))) {
			next += sizeof "人民政府" - 1;
			walk_on(w, next, x, depth + 1);
		}
	}
}

/* Never deeper than there are levels of divisions. */
static void
walk_on(struct walk *w, size_t at, const struct division *above, int depth)
{
	static const char *const office[] = { "办事处", "街办" };
	char	 with[NAME_CHARS * UTF8_MAX + sizeof "街道"];
	size_t	 end = at;

	for (int chars = 0; chars < NAME_CHARS && end < w->s.n; chars++) {
		struct str	 name, rest;

		utf8_next(w->s, &end);
		name = str_sub(w->s, at, end - at);
		try_name(w, name, end, above, depth);
		/* 新华办事处 is that of 新华街道. */
		rest = str_from(w->s, end);
		for (size_t k = 0; k < sizeof office / sizeof office[0]; k++) {
			if (!str_starts(rest, str_of(office[k])) ||
			    name.n + sizeof "街道" > sizeof with)
				continue;
			memcpy(with, name.p, name.n);
			memcpy(with + name.n, "街道", sizeof "街道");
			try_name(w, str_of(with), end, above, depth);
		}
	}
}

static void
sort_by_code(struct chain *c)
{
	for (int i = 1; i < c->n; i++)
		for (int k = i; k > 0 &&
		    c->last[k]->index < c->last[k - 1]->index; k--) {
			const struct division	*t = c->last[k];

			c->last[k] = c->last[k - 1];
			c->last[k - 1] = t;
		}
}

void
chain_read(const struct divisions *d, struct str s,
    const struct division *above, struct chain *c)
{
	struct walk	 w = { .d = d, .s = s, .best = c };

	c->n = 0;
	c->end = 0;
	c->deep = false;
	walk_on(&w, 0, above, 1);
	sort_by_code(c);
}
