#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/embed.h"
#include "form/organ_rule.h"
#include "form/title.h"

#define ORGAN_MAX	256	/* bytes of a name with brackets in it */

static const char *const kinds[ORGAN__N] = {
	[ORGAN_UNKNOWN] = "",
	[ORGAN_GOVERNMENT] = "government",
	[ORGAN_GOVERNMENT_OFFICE] = "government_office",
	[ORGAN_DEPARTMENT] = "department",
	[ORGAN_VERTICAL] = "vertical",
	[ORGAN_BRANCH] = "branch",
	[ORGAN_ZONE_COMMITTEE] = "zone_committee",
	[ORGAN_SUBDISTRICT] = "subdistrict",
};

/* 条例 art. 49: departments submit to the OGI department of their level. */
static const bool reports_to[ORGAN__N] = {
	[ORGAN_GOVERNMENT_OFFICE] = true,
	[ORGAN_DEPARTMENT] = true,
	[ORGAN_ZONE_COMMITTEE] = true,
};

static const char *const levels[] = {
	[LEVEL_CENTRAL] = "central",
	[LEVEL_PROVINCE] = "province",
	[LEVEL_PREFECTURE] = "prefecture",
	[LEVEL_COUNTY] = "county",
	[LEVEL_TOWNSHIP] = "township",
};

const char *
organ_kind_name(enum organ_kind k)
{
	return kinds[k];
}

enum organ_kind
organ_kind_of(struct str s)
{
	for (int k = 1; k < ORGAN__N; k++)
		if (str_eq(s, str_of(kinds[k])))
			return k;
	return ORGAN_UNKNOWN;
}

const char *
level_name(enum level l)
{
	return l == LEVEL_UNKNOWN ? "" : levels[l];
}

enum level
level_named(struct str s)
{
	for (int l = 0; l <= LEVEL_TOWNSHIP; l++)
		if (str_eq(s, str_of(levels[l])))
			return l;
	return LEVEL_UNKNOWN;
}

bool
organ_of_central(const struct organ_rules *r, struct str name)
{
	for (int i = 0; i < r->n; i++)
		if (r->v[i].level == LEVEL_CENTRAL &&
		    name.n > r->v[i].text.n &&
		    str_starts(name, r->v[i].text))
			return true;
	return false;
}

size_t
organ_party(const struct organ_rules *r, struct str s, size_t below)
{
	size_t	 n = 0;

	for (int i = 0; i < r->n; i++) {
		const struct organ_rule	*x = &r->v[i];

		if (x->where == ORGAN_PARTY && x->text.n > n &&
		    x->text.n < below && str_starts(s, x->text))
			n = x->text.n;
	}
	return n;
}

bool
organ_reports_to(enum organ_kind k)
{
	return reports_to[k];
}

const struct organ_rules *
organ_rules_load(struct arena *a)
{
	struct str		 text = embed_text("form/organ.tsv");
	struct organ_rules	*r = arena_alloc(a, 1, sizeof *r);
	struct str		 line, where, kind;

	for (int pass = 0; pass < 2; pass++) {
		struct str	 rest = text;

		if (pass == 1)
			r->v = arena_alloc(a, (size_t)r->n + 1, sizeof *r->v);
		r->n = 0;
		while (str_line(&rest, &line)) {
			struct organ_rule	 x;

			if (line.n == 0 || line.p[0] == '#' ||
			    str_starts(line, STR("where\t")))
				continue;
			(void)str_field(&line, '\t', &where);
			(void)str_field(&line, '\t', &x.text);
			(void)str_field(&line, '\t', &kind);
			x.where = str_eq(where, STR("lead")) ? ORGAN_LEAD :
			    str_eq(where, STR("end")) ? ORGAN_END :
			    str_eq(where, STR("party")) ? ORGAN_PARTY :
			    ORGAN_WHOLE;
			x.kind = organ_kind_of(kind);
			x.of_place = str_eq(line, STR("place"));
			x.level = level_named(line);
			if (pass == 1)
				r->v[r->n] = x;
			r->n++;
		}
	}
	return r;
}

static const struct organ_rule *
rule_of(const struct organ_rules *r, struct str s)
{
	const struct organ_rule	*best = NULL;

	for (int i = 0; i < r->n; i++) {
		const struct organ_rule	*x = &r->v[i];

		if (x->where == ORGAN_WHOLE && str_eq(s, x->text))
			return x;
		if (x->where == ORGAN_END && str_ends(s, x->text) &&
		    (best == NULL || x->text.n > best->text.n))
			best = x;
	}
	return best;
}

/* 经济区管理委员会 of 经济区（大兴）管理委员会, in buf; else all of it. */
static struct str
without_bracket(struct str s, char *buf, size_t size)
{
	const struct str	 close = STR("）");
	size_t			 at = str_find(s, STR("（"), 0), to;

	to = at != STR_NONE ? str_find(s, close, at) : STR_NONE;
	if (to == STR_NONE || s.n > size)
		return s;
	to += close.n;
	memcpy(buf, s.p, at);
	memcpy(buf + at, s.p + to, s.n - to);
	return (struct str){ buf, s.n - (to - at) };
}

const struct organ_rule *
organ_rule_of(const struct organ_rules *r, struct str s)
{
	const struct organ_rule	*rule = rule_of(r, s);
	char			 buf[ORGAN_MAX];

	if (rule != NULL && rule->where == ORGAN_WHOLE)
		return rule;
	rule = rule_of(r, without_bracket(s, buf, sizeof buf));
	return rule != NULL ? rule : rule_of(r, organ_core(s));
}

enum organ_kind
organ_cut_lead(const struct organ_rules *r, struct str *s)
{
	enum organ_kind	 kind = ORGAN_UNKNOWN;
	bool		 again = true;

	while (again) {
		again = false;
		for (int i = 0; i < r->n && !again; i++) {
			const struct organ_rule	*x = &r->v[i];

			if (x->where != ORGAN_LEAD ||
			    !str_starts(*s, x->text) || s->n == x->text.n)
				continue;
			*s = str_from(*s, x->text.n);
			if (x->kind != ORGAN_UNKNOWN)
				kind = x->kind;
			again = true;
		}
	}
	return kind;
}
