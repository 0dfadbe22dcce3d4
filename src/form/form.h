/*
 * The official forms, as data (schema/form/): which items there are, where
 * on the form each stands, and what its labels look like in real filings.
 */
#ifndef FORM_FORM_H
#define FORM_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct facttable;
struct remark;

/* The columns of section 三 in official order; 国办公开办函〔2021〕30号. */
enum applicant {
	NATURAL_PERSON,
	COMMERCIAL_ENTERPRISE,
	RESEARCH_INSTITUTION,
	PUBLIC_INTEREST_ORG,
	LEGAL_SERVICE_ORG,
	OTHER_ORG,
	APPLICANT_TOTAL,
	APPLICANT__N,
	APPLICANT_NONE = -1,	/* the item has no such columns */
};

const char	*applicant_code(enum applicant);	/* "" for NONE */

/*
 * The parts of a form, each recognised for itself by its columns, because
 * filings mix the forms of 2019 and 2021.
 */
enum part {
	PART_ART20_1,		/* 规章 and 规范性文件 */
	PART_ART20_5,		/* 行政许可, 其他对外管理服务事项 */
	PART_ART20_6,		/* 行政处罚, 行政强制 */
	PART_ART20_8,		/* 行政事业性收费 */
	PART_ART20_9,		/* 政府集中采购 */
	PART_REQUESTS,		/* section 三 */
	PART_DISPUTES,		/* section 四 */
	PART_STATISTIC,		/* the 统计表 of the forms before 2019 */
	PART__N
};

const char	*part_name(enum part);		/* "art20_1" */

/* The section of the report that a part stands in: 2, 3 or 4. */
int		 part_section(enum part);

enum form_id { FORM_NONE, FORM_OGI2019, FORM_OGI2021, FORM_STAT2014,
	FORM_LEGACY2008, FORM__N };

const char	*form_name(enum form_id);	/* "ogi2021"; "none" */

/* The form that the notices prescribe for a report year. */
enum form_id	 form_of_year(int year);

/*
 * One row of schema/form/item.tsv.  row and col are the keys by which
 * labels (schema/form/label.tsv) point to it: row "licence" and column
 * "decided" are licences_decided; in section 三 only row, in section 四 row
 * is the channel and col the result.
 */
struct item {
	enum form_id	 form;
	enum part	 part;
	const char	*code, *parent, *row, *col, *unit;
	const char	*label_zh, *label_en;
	struct str	 bare;		/* of statistics: stat_bare() of it */
	bool		 is_signed, is_money, is_total;
	bool		 is_group;	/* prints no figures on the form */
	int		 index;		/* in forms.item */
};

enum axis { AXIS_ROW, AXIS_COL, AXIS_BLOCK, AXIS__N };

/* One row of schema/form/label.tsv; form/label.h compares with it. */
struct label {
	enum part	 part;
	unsigned	 forms;		/* bit per form_id */
	enum axis	 axis;
	bool		 official;	/* the whole text; else a keyword */
	const char	*key;		/* row or col of struct item */
	struct str	 text;		/* normalised */
	uint64_t	 chars;		/* of it (label_chars()) */
	struct str	 without[4];	/* must not stand beside a keyword */
	size_t		 longest;	/* bytes of the key's official text */
};

/* Labels that stand one behind the other in struct forms. */
struct labels {
	const struct label	*first, *end;
};

struct forms {
	struct item	*item;
	int		 nitem;
	size_t		 bare_chars;	/* most in struct item's bare */
	struct label	*label;
	int		 nlabel;
	struct labels	 of[PART_STATISTIC][AXIS__N];
	/* What sentences state, and words that are remarked on. */
	const struct facttable	*facts;		/* form/fact.h */
	const struct remark	*remarks;	/* form/remark.h */
};

/*
 * Reads the embedded tables; lives as long as the arena, is read by all
 * threads and written by none.
 */
const struct forms	*forms_load(struct arena *);

/* The item of that place, or NULL. */
const struct item	*forms_item(const struct forms *, enum form_id,
			    enum part, struct str row, struct str col);
const struct item	*forms_code(const struct forms *, enum form_id,
			    const char *code);

#endif
