/*
 * Who filed, and for which year: from title, text, what stands around it and
 * the names of files, each disagreement noted.
 */
#ifndef FORM_IDENTITY_H
#define FORM_IDENTITY_H

#include "form/filing.h"

struct block;
struct doc;

/*
 * Fills in agency, agency_from, year, year_from, title, title_line,
 * published_on, period_from, period_to and source_org of the filing from
 * the blocks first up to (not including) end, and adds the observations
 * OBS_PERIOD, OBS_PERIOD_WRONG, OBS_YEAR_CONFLICT and OBS_YEAR_IN_TEXT and
 * the notes NO_YEAR, NO_AGENCY and CONFLICT.  The sections are there by then.
 * With divisions in the options it fills in place, too (form/place.h), and
 * adds AMBIGUOUS_PLACE or UNPLACED.
 *
 * The first of these that there is counts.  Year: option; period statement
 * (1月1日…12月31日); title, or a line beside it, the title in the metadata, or
 * a sentence that publishes the report (现公布…); "XXXX年，…" in section 一, or,
 * where the title has none, a line with nothing else; file name; path; date
 * of publication less one.  Agency: option; title; title in the metadata; a
 * line of its own under the title, or the head of a letter (某局文件) above it;
 * the title though it is no organ that we know; a sentence that publishes the
 * report; "由XX编制" and "请与XX联系"; signature; who did what section 一 tells;
 * 来源/发布机构; the crumbs of the page; path.  From "由XX编制" on, but for the
 * signature, none counts of which the text says otherwise (我镇 of a bureau).
 *
 * An observation of two years names both sources in place and both years in
 * text, the believed one first: "period/title", "2020/2021".
 */
void	identity_find(struct arena *, struct filing *,
	    const struct block *first, const struct block *end,
	    const struct doc *, const struct bind_opts *);

/*
 * Whether a joined, space-free line is the title of an annual report:
 * (政府|政务)信息公开(工作)?(年度)?(情况)?(报告|年报), the words between in any
 * order, a year among them or not.  What stands before it must not be a
 * sentence, and behind it at most a bracket or the name of a site.  Tables
 * that are filed by themselves (年度报告表) are none: they may be an annex.
 * Sets *at to where the pattern begins (so s up to *at is agency and year).
 */
bool	identity_is_title(struct str s, size_t *at);

#endif
