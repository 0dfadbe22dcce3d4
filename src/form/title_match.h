/*
 * Where in a line the title of an annual report is.  A title is agency,
 * year and a pattern, in any order but that the pattern comes last:
 *
 *	2022年度 螅镇 政府信息公开工作年度报告
 *
 * identity_is_title() of form/identity.h is here, too.  Lines are joined
 * and have been through str_bare().
 */
#ifndef FORM_TITLE_MATCH_H
#define FORM_TITLE_MATCH_H

#include <stdbool.h>

#include "base/str.h"

struct title_match {
	size_t	 begin, end;	/* of the pattern, in what was given */
	bool	 bare;		/* 信息公开 without 政府, a 总结 or 统计表 */
	bool	 sheet;		/* only the tables: 年度报告表, 统计表 */
	bool	 annual;	/* says 年度 or 年报 */
	size_t	 year, nyear;	/* a year inside the pattern, nyear bytes */
};

/* The first pattern at or after from, whatever stands around it. */
bool		 title_match_next(struct str, size_t from,
		    struct title_match *);

/*
 * The last pattern of a line that is a title: *head is where agency and
 * year begin, behind labels and entries of a menu.
 */
bool		 title_match_line(struct str, struct title_match *,
		    size_t *head);

/*
 * Whether what stands before a pattern, and what stands behind it, make of
 * it no sentence, notice or pointer elsewhere.
 */
bool		 title_head_good(struct str head, struct str tail);

/* Without the brackets around it, if there are any. */
struct str	 title_unbracket(struct str);

/* A date, a month or a year and nothing else: …年度报告｜2024年1月. */
bool		 title_is_when(struct str);

/*
 * Who filed, right behind the pattern: …年度报告｜息县审计局; but a government
 * of a county or more may be the owner of the site.
 */
bool		 title_filer_behind(struct str);

#endif
