/*
 * Titles of annual reports, taken apart (form/title_match.h finds them).
 */
#ifndef FORM_TITLE_H
#define FORM_TITLE_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

struct title {
	struct str	 text;		/* without labels, crumbs, site names;
					 * of a draft with what says so */
	struct str	 agency;	/* as written; empty: not named */
	int		 year;		/* 0: not named, or two of them */
	bool		 sheet;		/* of tables only, which may be an annex */
	size_t		 begin, end;	/* of the pattern, in what was given */
};

/*
 * Takes a joined line apart that has been through str_bare(); false when it
 * is no title.
 */
bool		 title_parse(struct arena *, struct str, struct title *);

/*
 * The report that a sentence names, with agency and year: 现公布遵义市统计局
 * 2022年政府信息公开工作年度报告.  Not cited notices on how to write one.
 */
bool		 title_in_text(struct arena *, struct str, struct title *);

/* Whether a line calls what it stands beside a draft, and nothing else. */
bool		 title_is_draft(struct str line);

/*
 * Whether the whole of s could be the name of an organ that files reports:
 * it ends as such names do (镇, 街道办事处, 局, 人民政府 …), is not too long,
 * and is not a word for any organ ("本机关", "县政府").
 */
bool		 organ_like(struct str s);

/* 烟草专卖局 of 烟草专卖局（公司）; 区（县）局 is all of itself. */
struct str	 organ_core(struct str s);

/*
 * Whether it is what any organ calls itself, or a gap for a name: 本机关,
 * 我镇, 县政府, ××县人民政府.
 */
bool		 organ_anybody(struct str s);

/*
 * A name as it stands in running text or in a file's name, without 关于,
 * 的, brackets and years around it; empty when nothing is left.
 */
struct str	 organ_trim(struct arena *, struct str);

#endif
