/*
 * What the name of an organ says of its kind and level
 * (schema/form/organ.tsv).
 */
#ifndef FORM_ORGAN_RULE_H
#define FORM_ORGAN_RULE_H

#include "base/str.h"
#include "form/place.h"

struct arena;

enum organ_where { ORGAN_WHOLE, ORGAN_END, ORGAN_LEAD, ORGAN_PARTY };

struct organ_rule {
	enum organ_where where;
	struct str	 text;
	enum organ_kind	 kind;
	bool		 of_place;	/* its level is that of the place */
	enum level	 level;		/* else; UNKNOWN: not said */
};

struct organ_rules {
	struct organ_rule	*v;
	int			 n;
};

const struct organ_rules *organ_rules_load(struct arena *);

/* The row that decides about what stands behind the places; or NULL. */
const struct organ_rule	*organ_rule_of(const struct organ_rules *, struct str);

/* 水利部长江水利委员会: behind the name of an organ of the State Council. */
bool			 organ_of_central(const struct organ_rules *,
			    struct str name);

/*
 * How many bytes of what stands behind the places, fewer than below, are an
 * organ of the party: the longest, 委办公室 of 委办公室县政府办公室; or 0.
 */
size_t			 organ_party(const struct organ_rules *, struct str,
			    size_t below);

/*
 * Whether organs of that kind report to the government of their division,
 * and not to the one above it as governments and organs led from above do.
 */
bool			 organ_reports_to(enum organ_kind);

/* Cuts the leads off *name; the kind they say, or UNKNOWN. */
enum organ_kind		 organ_cut_lead(const struct organ_rules *,
			    struct str *name);

#endif
