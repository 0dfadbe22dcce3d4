#include <config.h>

#include <assert.h>

#include "base/arena.h"
#include "base/embed.h"
#include "form/remark.h"

static const char *const	 kind_name[REMARK__N] = {
	[REMARK_TOPIC] = "topic",
	[REMARK_SUPERVISION] = "supervision",
	[REMARK_FEE] = "fee",
	[REMARK_SUPERSEDED] = "superseded",
	[REMARK_VAGUE] = "vague",
	[REMARK_SELF] = "self",
	[REMARK_ARTEFACT] = "artefact",
};

const struct remark *
remark_load(struct arena *a)
{
	struct str		 rest = embed_text("form/remark.tsv");
	struct str		 line, kind;
	const struct remark	*list = NULL, **end = &list;
	struct remark		*r;

	while (str_line(&rest, &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		r = arena_alloc(a, 1, sizeof(*r));
		str_field(&line, '\t', &kind);
		str_field(&line, '\t', &r->key);
		str_field(&line, '\t', &r->words);
		str_field(&line, '\t', &r->without);
		while (r->kind < REMARK__N &&
		    !str_eq(kind, str_of(kind_name[r->kind])))
			r->kind++;
		assert(r->kind < REMARK__N);
		*end = r;
		end = &r->next;
	}
	return list;
}

/* One of the words stands across s from at for n bytes. */
static bool
inside_of(struct str words, struct str s, size_t at, size_t n)
{
	struct str	 w;

	while (str_field(&words, '|', &w))
		if (w.n != 0 && str_find(str_sub(s, 0, at + n + w.n - 1), w,
		    at >= w.n ? at - w.n + 1 : 0) != STR_NONE)
			return true;
	return false;
}

size_t
remark_find(const struct remark *r, struct str s, size_t from,
    struct str *word)
{
	struct str	 words = r->words, w;
	size_t		 best = STR_NONE;

	while (str_field(&words, '|', &w)) {
		size_t	 i = from;

		while ((i = str_find(s, w, i)) != STR_NONE && i < best) {
			if (!inside_of(r->without, s, i, w.n)) {
				best = i;
				*word = w;
				break;
			}
			i += w.n;
		}
	}
	return best;
}
