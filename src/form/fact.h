/*
 * What sentences may state (schema/form/fact.tsv), ready for use.
 */
#ifndef FORM_FACT_H
#define FORM_FACT_H

#include <stdbool.h>

#include "base/str.h"
#include "form/pattern.h"

struct arena;

/* Words by which facts are told apart. */
struct wordset {
	struct str		 name, words;
	bool			 half;	/* they reach back to a ； */
	bool			 time;	/* or to where the year is named */
	bool			 open;	/* 等 behind them opens the list */
	unsigned		 bit;	/* its own, in sets of them */
	const struct wordset	*next;
};

struct factrow {
	const char		*code;
	struct str		 sections;	/* digits */
	struct pattern		 pattern;
	struct str		 about, without, narrowed;
	/* What is in about: words that the sentence must have, and those
	   that may also stand in the one before or in the heading above. */
	unsigned		 here, around;
	const struct factrow	*next;
};

struct facttable {
	const struct wordset	*sets;
	const struct factrow	*rows;
	unsigned		 asked;	/* the sets that any row is about */
};

const struct facttable	*fact_load(struct arena *);

/* The words of that name; it is a bug when there are none. */
const struct wordset	*fact_words(const struct facttable *, struct str);

#endif
