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
};

/*
 * Reads as many bytes of s as the names of divisions, each within the one
 * before it, take; the first within above unless that is NULL.  Levels may
 * be left out (郾城区裴城镇), 人民政府 may stand between.  n is 0 when s
 * does not begin with one.
 */
void	chain_read(const struct divisions *, struct str s,
	    const struct division *above, struct chain *);

#endif
