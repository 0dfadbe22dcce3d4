/*
 * Names of two organs that file one report: 中共息县县委办公室 息县人民政府
 * 办公室.  The law's reports are those of organs of the state, so that one of
 * a party committee's office and of a government's is the latter's; of two
 * organs of the state it is of a third kind.  See place_seek.h.
 */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/organ_rule.h"
#include "form/place_seek.h"
#include "form/title_match.h"

#define N(a)	(sizeof (a) / sizeof (a)[0])

static const char *const and[] = { "、", "和", "与", "及", "暨", "，", "/" };

/* Cuts one of them off the front. */
static bool
cut_first(struct str *s, const char *const *word, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (str_starts(*s, str_of(word[k]))) {
			*s = str_from(*s, str_of(word[k]).n);
			return true;
		}
	return false;
}

/*
 * Cuts what any place has: 县 of 县委办公室, which is not called by its name
 * as it was named before.
 */
static struct str
without_of(struct str s)
{
	static const char *const of[] = { "省", "市", "州", "县", "区", "旗",
	    "盟", "镇", "乡", "街道" };

	(void)cut_first(&s, of, N(of));
	return s;
}

/* The divisions that a name begins with, or none. */
static struct chain *
places_of(struct seek *s, struct str name)
{
	struct chain	*c = arena_alloc(s->arena, 1, sizeof *c);

	chain_read(s->d, name, NULL, s->hint->year, c);
	return c;
}

static bool
share(const struct chain *a, const struct chain *b)
{
	for (int i = 0; i < a->n; i++)
		for (int k = 0; k < b->n; k++)
			if (a->last[i] == b->last[k])
				return true;
	return false;
}

/*
 * Cuts the places that a name begins with, if they are what was named before
 * it.
 */
static void
cut_place(struct seek *s, const struct chain *before, struct str *name)
{
	const struct chain	*c = places_of(s, *name);

	if (share(before, c))
		*name = str_from(*name, c->end);
}

/* 人民政府办公室, 县政府办, 管委会: an organ of the state of any place. */
static bool
is_of_any_place(const struct seek *s, struct str organ)
{
	const struct organ_rule	*rule;

	/* What is behind 县委 in 县委办 is no organ. */
	if (organ.n < sizeof "府办" - 1)
		return false;
	rule = organ_rule_of(s->d->organs, organ);
	if (rule == NULL || rule->where != ORGAN_WHOLE)
		rule = organ_rule_of(s->d->organs, without_of(organ));
	return rule != NULL && rule->where == ORGAN_WHOLE &&
	    rule->level != LEVEL_CENTRAL;
}

struct str
seek_without_party(struct seek *s, struct str name)
{
	const struct chain	*c = places_of(s, name);
	struct str		 place = str_sub(name, 0, c->end), rest, organ;
	size_t			 n;

	rest = str_from(name, c->end);
	n = organ_party(s->d->organs, rest, rest.n);
	if (n == 0) {
		rest = without_of(rest);
		n = organ_party(s->d->organs, rest, rest.n);
	}
	for (; n != 0; n = organ_party(s->d->organs, rest, n)) {
		organ = str_from(rest, n);
		(void)cut_first(&organ, and, N(and));
		organ = title_unbracket(organ);
		if (!is_of_any_place(s, organ))
			cut_place(s, c, &organ);
		if (is_of_any_place(s, organ)) {
			seek_say(s, "without", str_sub(rest, 0, n));
			return str_cat(s->arena, place, organ);
		}
	}
	return name;
}

bool
seek_is_several(struct seek *s, struct str name, size_t at, struct str organ)
{
	static const char *const office[] = { "人民政府办公室",
	    "人民政府办公厅", "政府办公室", "政府办公厅" };
	static const char *const government[] = { "人民政府", "政府" };
	static const char *const its[] = { "、", "及其" };
	struct str	 place = str_sub(name, at, s->chain.end);

	/* 人民政府和平街道办事处 is one. */
	if (!cut_first(&organ, office, N(office)))
		return cut_first(&organ, government, N(government)) &&
		    cut_first(&organ, its, N(its));
	return cut_first(&organ, and, N(and)) ||
	    (place.n != 0 && str_starts(organ, place));
}
