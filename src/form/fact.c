#include <config.h>

#include <assert.h>

#include "base/arena.h"
#include "base/embed.h"
#include "form/fact.h"

static void
load_words(struct arena *a, struct str line, int n,
    const struct wordset ***end)
{
	struct wordset	*w = arena_alloc(a, 1, sizeof(*w));
	struct str	 reach;

	assert(n < 32);
	w->bit = 1u << n;
	str_field(&line, '\t', &w->name);
	str_field(&line, '\t', &reach);
	str_field(&line, '\t', &w->words);
	w->half = str_eq(reach, STR("h"));
	w->time = str_eq(reach, STR("t"));
	w->open = str_eq(reach, STR("o"));
	**end = w;
	*end = &w->next;
}

/* The words come before the facts that are about them. */
static void
find_about(struct facttable *t, struct factrow *r)
{
	struct str	 about = r->about, cond;

	while (about.n != 0 && str_field(&about, '&', &cond)) {
		unsigned	 bit = fact_words(t, str_from(cond, 2))->bit;

		if (cond.p[0] == 'w')
			r->around |= bit;
		else
			r->here |= bit;
		t->asked |= bit;
	}
}

static void
load_fact(struct arena *a, struct str line, struct facttable *t,
    const struct factrow ***end)
{
	struct factrow	*r = arena_alloc(a, 1, sizeof(*r));
	struct str	 code, pattern;

	str_field(&line, '\t', &code);
	str_field(&line, '\t', &r->sections);
	str_field(&line, '\t', &pattern);
	str_field(&line, '\t', &r->about);
	str_field(&line, '\t', &r->without);
	str_field(&line, '\t', &r->narrowed);
	r->code = arena_dup(a, code.p, code.n);
	pattern_parse(pattern, &r->pattern);
	find_about(t, r);
	**end = r;
	*end = &r->next;
}

const struct facttable *
fact_load(struct arena *a)
{
	struct facttable	 *t = arena_alloc(a, 1, sizeof(*t));
	const struct wordset	**sets = &t->sets;
	const struct factrow	**rows = &t->rows;
	struct str		  rest = embed_text("form/fact.tsv");
	struct str		  line, kind;
	int			  n = 0;

	while (str_line(&rest, &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		str_field(&line, '\t', &kind);
		if (str_eq(kind, STR("words")))
			load_words(a, line, n++, &sets);
		else
			load_fact(a, line, t, &rows);
	}
	return t;
}

const struct wordset *
fact_words(const struct facttable *t, struct str name)
{
	const struct wordset	*w = t->sets;

	while (w != NULL && !str_eq(w->name, name))
		w = w->next;
	assert(w != NULL);
	return w;
}
