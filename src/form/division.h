/*
 * The administrative divisions of China from province to township, with
 * their codes (schema/division/): looked up by code and by name.
 *
 * Codes have 2, 4, 6 or 9 digits; a division's code begins with that of
 * every division above it.  Zones that the Bureau of Statistics does not
 * have get the code of the division above, z, and a number (zone.tsv).
 */
#ifndef FORM_DIVISION_H
#define FORM_DIVISION_H

#include <stdbool.h>

#include "base/str.h"
#include "form/place.h"

struct arena;
struct err;

/* The year of division.tsv: what is gone since is in it, too. */
#define DIVISIONS_YEAR	2023

struct division {
	const char	*code;
	struct str	 name;
	enum level	 level;
	bool		 zone;		/* not of GB/T 2260 */
	bool		 made;		/* of zone.tsv: its code has a z */
	int		 gone;		/* the year from which on it is no more,
					   or 0 */
	int		 since;		/* the year from which on it is: of
					   what is younger than the table or
					   has an older namesake; else 0 */
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
	bool		 inner;		/* only behind the zone it is part of */
	int		 gone;		/* the year from which on it is not
					   called so, or 0 */
};

/*
 * What a division that is no more became; or what lies, in part, in a zone or
 * in a division that is younger than the table.
 */
struct divlink {
	int		 from, to;	/* indices */
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
	struct divlink	*into;		/* in order of from */
	struct divlink	*of;		/* the same in order of to */
	int		 ninto;
	struct divname	*more;		/* further names, of zone.tsv and
					   history.tsv */
	int		 nmore;
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
 * order of code.  NULL when it is none.  The zones, the divisions that are
 * no more, and those founded since, of its provinces, are added to both.
 */
const struct divisions	*divisions_read(struct arena *, struct str,
			    struct err *);

/* NULL when there is none of that code. */
const struct division	*division_of(const struct divisions *, struct str code);
const struct division	*division_above(const struct divisions *,
			    const struct division *);

/* The links from a division, and those to it: how many, and the first. */
int			 division_into(const struct divisions *,
			    const struct division *,
			    const struct divlink **first);
int			 division_of_what(const struct divisions *,
			    const struct division *,
			    const struct divlink **first);

/*
 * The first and the last year of which it had to report, as far as is known;
 * else 0.  What went on under another code with its name (凤翔县 as 凤翔区)
 * began where the other ended.
 */
int			 division_first_year(const struct divisions *,
			    const struct division *);
int			 division_last_year(const struct division *);

/* Whether a is b or lies in it. */
bool			 division_in(const struct division *a,
			    const struct division *b);

/*
 * The same, also when a lies in what b became or b is a zone that governs
 * there: 370215001 in 370282.
 */
bool			 division_within(const struct divisions *,
			    const struct division *a,
			    const struct division *b);

/*
 * Of a division that went on elsewhere under its name, as 寿县 did from 六安
 * to 淮南, the one it is now; else itself.
 */
const struct division	*division_today(const struct divisions *,
			    const struct division *);

/*
 * All that are called so: how many, and *first of them; each next to the
 * other.
 */
int			 division_named(const struct divisions *, struct str,
			    const struct divname **first);

/* "河南省周口市西华县红花集镇" */
struct str		 division_path(struct arena *,
			    const struct divisions *, const struct division *);

/* Whether the telephone area code ("0394") is used in the division. */
bool			 division_has_phone(const struct divisions *,
			    const struct division *, struct str area_code);
bool			 division_is_phone(const struct divisions *,
			    struct str area_code);

/* 二酉 of 二酉苗族乡, which tables have as 二酉乡, too; or empty. */
struct str		 division_plain(struct str name);

/* For division.c: */

/* Fills in name and nname; division_name.c. */
void			 division_index(struct arena *, struct divisions *);

/*
 * Adds what zone.tsv, history.tsv and since.tsv have to v, n and more, brings
 * v into order, and fills in index, parent, into and of; division_more.c.
 * v has room for division_more_max() more.
 */
void			 division_more(struct arena *, struct divisions *);
int			 division_more_max(void);

/* Of a code: by its digits, and a zone is like a county. */
enum level		 division_level(struct str code);

#endif
