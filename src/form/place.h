/*
 * Where an agency belongs: its level, its kind, and its division, found by
 * its name and what stands around it.
 *
 * Nothing is guessed.  One division that fits is taken; of several none
 * is, and all are listed.
 */
#ifndef FORM_PLACE_H
#define FORM_PLACE_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct division;
struct divisions;

enum organ_kind {
	ORGAN_UNKNOWN,
	ORGAN_GOVERNMENT,	/* 人民政府, of a township too */
	ORGAN_GOVERNMENT_OFFICE, /* its 办公厅, 办公室; never the same agency */
	ORGAN_DEPARTMENT,	/* 厅, 局, 委员会 … of a government */
	ORGAN_VERTICAL,		/* led from above: 税务局, 海关 … */
	ORGAN_BRANCH,		/* 分局 in a county, of a prefecture's organ */
	ORGAN_ZONE_COMMITTEE,	/* 管理委员会 of a zone */
	ORGAN_SUBDISTRICT,	/* 街道办事处 */
	ORGAN__N
};

/* "government", "government_office" …; "" for UNKNOWN. */
const char	*organ_kind_name(enum organ_kind);
/* The kind of that name, or UNKNOWN. */
enum organ_kind	 organ_kind_of(struct str);

/* 条例: 国务院部门, 省, 设区的市, 县, 乡镇. */
enum level {
	LEVEL_UNKNOWN = -1,
	LEVEL_CENTRAL,
	LEVEL_PROVINCE,
	LEVEL_PREFECTURE,
	LEVEL_COUNTY,
	LEVEL_TOWNSHIP,
};

/* "prefecture"; "" for UNKNOWN. */
const char	*level_name(enum level);
/* The level of that name, or UNKNOWN. */
enum level	 level_named(struct str);

/* A division on the way to a place. */
struct place_step {
	const char	*code;
	struct str	 name;
	enum level	 level;
};

struct placement {
	enum level	  level;
	enum organ_kind	  kind;
	/*
	 * Codes of 2, 4, 6 or 9 digits (GB/T 2260 and the statistical codes
	 * for townships), or "".  division is of the organ; for a department
	 * it is that of its government.  reporting is the division whose
	 * government or zone it reports to when that is not the one above.
	 */
	const char	 *division, *reporting;
	struct str	  organ;	/* behind the division: "教育局" */
	/*
	 * Agencies with equal keys are one agency, however they are spelt:
	 * "411622104/government".  Empty when there is no division.
	 */
	struct str	  key;
	/* The division and those above it, from the province down. */
	struct place_step step[5];
	int		  nstep;
	const char	**candidate;	/* codes in order, when several fit */
	int		  ncandidate;
	struct str	  evidence;	/* what decided, for people */
	/*
	 * The name does not tell one agency from another: 团结镇 of which
	 * there are seven, 县教育局 that every county has.  Filings under
	 * such a name are not compared with one another.
	 */
	bool		  vague;
};

/* What is known about an agency besides its name; any may be empty. */
struct place_hint {
	struct str	 path;		/* of the file */
	struct str	 text;		/* of the filing: names of ancestors */
	struct str	 source_org;	/* 来源 of the page */
	int		 year;		/* of the report, or 0 */
	/* The agency it reports to, or its division's code, if said. */
	struct str	 parent;
	/* What the text calls it, in whom to ask: 大竹县教科局. */
	struct str	 self;
};

/* Does not fail; what is not known is UNKNOWN or "". */
struct placement	 place_find(struct arena *, const struct divisions *,
			    struct str agency, const struct place_hint *);

/*
 * The placement of an agency of which a person says where it is; kind
 * UNKNOWN: as its name says.
 */
struct placement	 place_at(struct arena *, const struct divisions *,
			    struct str agency, const struct division *,
			    enum organ_kind);

/* What a key says; false when it is none or names no division there is. */
bool			 place_of_key(struct arena *,
			    const struct divisions *, struct str key,
			    struct placement *);

#endif
