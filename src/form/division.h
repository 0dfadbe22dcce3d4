/*
 * The administrative divisions of China from province to township, with
 * their codes (schema/division/): looked up by code and by name.
 *
 * Codes have 2, 4, 6 or 9 digits; a division's code begins with that of
 * every division above it.
 */
#ifndef FORM_DIVISION_H
#define FORM_DIVISION_H

#include <stdbool.h>

#include "base/str.h"
#include "form/place.h"

struct arena;
struct err;

struct division {
	const char	*code;
	struct str	 name;
	enum level	 level;
	bool		 zone;		/* statistical, not of GB/T 2260 */
	bool		 group;		/* 市辖区: holds others, is no place */
	bool		 outside;	/* 台湾, 香港, 澳门 */
	int		 index;
	int		 parent;	/* index of the one above, or -1 */
};

/* A name by which a division is called; most have only their own. */
struct divname {
	struct str	 name;
	int		 index;
	bool		 brief;		/* 恩施州 for 恩施土家族苗族自治州 */
};

struct divphone {
	const char	*area;		/* "0394" */
	const char	*code;
};

struct divisions {
	struct division	*v;		/* in order of code */
	int		 n;
	struct divname	*name;		/* in order of name, then code */
	int		 nname;
	struct divphone	*phone;
	int		 nphone;
	const struct organ_rules *organs; /* form/organ_rule.h */
};

/*
 * The divisions that are built in; lives as long as the arena, is read by
 * all threads and written by none.
 */
const struct divisions	*divisions_load(struct arena *);

/*
 * Another snapshot: lines of code, tab, name and, if any, tab and mark, in
 * order of code.  NULL when it is none.
 */
const struct divisions	*divisions_read(struct arena *, struct str,
			    struct err *);

/* NULL when there is none of that code. */
const struct division	*division_of(const struct divisions *, struct str code);
const struct division	*division_above(const struct divisions *,
			    const struct division *);

/* Whether a is b or lies in it. */
bool			 division_in(const struct division *a,
			    const struct division *b);

/*
 * All that are called so: how many, and *first of them; each next to the
 * other.
 */
int			 division_named(const struct divisions *, struct str,
			    const struct divname **first);

/*
 * All that lie in it, at any depth, are those of index *first up to (not
 * including) *end.
 */
void			 division_below(const struct divisions *,
			    const struct division *, int *first, int *end);

/* "河南省周口市西华县红花集镇" */
struct str		 division_path(struct arena *,
			    const struct divisions *, const struct division *);

/* Whether the telephone area code ("0394") is used in the division. */
bool			 division_has_phone(const struct divisions *,
			    const struct division *, struct str area_code);
bool			 division_is_phone(const struct divisions *,
			    struct str area_code);

/* Fills in name and nname; division_name.c. */
void			 division_index(struct arena *, struct divisions *);

#endif
