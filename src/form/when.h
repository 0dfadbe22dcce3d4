/*
 * Years, dates and periods as filings write them.  The text has been
 * through str_bare() (form/line.h) where nothing else is said.
 */
#ifndef FORM_WHEN_H
#define FORM_WHEN_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

struct date {
	int	 year, month, day;	/* 0: not stated */
};

/* The years in which there are reports. */
#define YEAR_FIRST	2003
#define YEAR_LAST	2049

/*
 * The next year at or after *at: "2021", "2021年", "二〇二一年度", but not
 * digits of a longer number or of a date.  *at is set to where it begins and
 * *n to its bytes with 年 and 度; returns 0 when there is none.
 */
int		 year_find(struct str, size_t *at, size_t *n);

/* The same, but only one that begins right at at. */
int		 year_at(struct str, size_t at, size_t *n);

/*
 * The next full date at or after *at: 2022年1月20日, 2022-01-20, 2022/1/20,
 * 2022.1.20, 20220120.  Takes text with its white space, too.
 */
bool		 date_find(struct str, size_t *at, size_t *n, struct date *);
bool		 date_valid(struct date);
struct str	 date_iso(struct arena *, struct date);	/* "2022-01-20" */

enum period_kind {
	PERIOD_NONE,
	PERIOD_YEAR,	/* 1 January to 31 December of one year */
	PERIOD_OTHER,	/* a well-formed period that is something else */
	PERIOD_BROKEN,	/* one that no calendar knows: 至202020年12月31日 */
	PERIOD_END,	/* only its end is said: 截至2021年12月31日 */
};

struct period {
	enum period_kind kind;
	struct date	 from, to;	/* of YEAR and OTHER */
	struct str	 text;		/* as printed, without white space */
};

/*
 * The first period in a sentence: 自2021年1月1日起至2021年12月31日止,
 * 2021年1月—12月, 2021.1.1-2021.12.31, 二〇二一年一月一日至…
 */
struct period	 period_find(struct str sentence);

#endif
