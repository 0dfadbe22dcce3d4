/*
 * The divisions at the beginning of a name: 河南省·周口市·西华县·红花集镇.
 */
#ifndef FORM_CHAIN_H
#define FORM_CHAIN_H

#include "form/division.h"

/* More divisions than any name fits; 城关镇 is the name of 88. */
#define CHAIN_MAX	256

struct chain {
	/* The divisions that the last name may mean, in order of code. */
	const struct division	*last[CHAIN_MAX];
	int			 n;
	size_t			 end;	/* bytes of the name that are used */
	bool			 deep;	/* more than one name was read */
	/* The last zone of zone.tsv that was named on the way, or NULL. */
	const struct division	*zone;
};

/*
 * Reads as many bytes of s as the names of divisions, each within the one
 * before it, take; the first within above unless that is NULL.  Levels may
 * be left out (郾城区裴城镇), 人民政府 may stand between.  n is 0 when s
 * does not begin with one.
 *
 * A name that is no longer used, or of what was not founded yet, counts in
 * the years in which it was, and else where it fits and no other does.  Where
 * the year is not known (0), those of counties since 2008 count.
 */
void	chain_read(const struct divisions *, struct str s,
	    const struct division *above, int year, struct chain *);

/*
 * The division that is called by the first part of its name, as 信阳 is of
 * 信阳市, and lies within above unless that is NULL; NULL when there is none
 * or more than one, but 长沙 is 长沙市 and not the county of that name in it.
 * Not townships.
 */
const struct division	*chain_stem(const struct divisions *, struct str stem,
			    const struct division *above);

/*
 * As chain_read(), of names in which those before the last stand without 市,
 * 县 or 区: 信阳息县, 西华红花集镇, 信阳平桥明港镇.  All that fit are there.
 */
void	chain_read_short(const struct divisions *, struct str s,
	    const struct division *above, int year, struct chain *);

#endif
