/*
 * Patterns of sentences that state a number (schema/form/fact.tsv).
 *
 *	收到			these characters
 *	(收到|受理)		one of these; with ? behind it: or nothing
 *	!(不|部分)		what stands before does not end with any
 *	~12			up to 12 characters of one clause: no ，；：。
 *				、 or bracket, and no number but a year
 *	~~12			the same, 、 and brackets allowed
 *	#			a number, with 余 or 多 behind it
 *	{件|份}			its measure
 *	@			a year, 2021年 or 2021年度
 *	<			the beginning of a clause
 */
#ifndef FORM_PATTERN_H
#define FORM_PATTERN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "form/number.h"

#define PATTERN_MAX	16		/* elements of a pattern */

/* A number in a sentence. */
struct token {
	size_t		 at, end;	/* end: behind 余, before the measure */
	struct dec	 value;
	bool		 approx;	/* 余 多 近 约 逾 … */
	bool		 is_year;
};

/* A sentence in the shape of struct passage, cut up for matching. */
struct sentence {
	struct str		 text;
	struct token		*token;	/* in their order */
	int			 ntoken;
	size_t			 cap;	/* room for so many */
};

enum element_kind {
	ELEMENT_WORDS, ELEMENT_NOT_AFTER, ELEMENT_GAP, ELEMENT_NUMBER,
	ELEMENT_MEASURE, ELEMENT_YEAR, ELEMENT_CLAUSE
};

struct pattern {
	struct element {
		enum element_kind	 kind;
		struct str		 words;	/* parted by | */
		int			 max;	/* of a gap */
		bool			 optional, wide;
	}	 element[PATTERN_MAX];
	int	 n;
	bool	 has_number;
	bool	 number_first;	/* and its keyword behind it */
	uint64_t third;		/* a bit for each third byte, modulo 64, that
				 * what it matches can have */
};

struct match_at {
	size_t			 at, end;
	const struct token	*number;	/* or NULL */
	struct str		 measure;	/* or empty */
};

/* It is a bug when s is not a pattern. */
void	pattern_parse(struct str s, struct pattern *);

/* The first match that begins at or after from. */
bool	pattern_find(const struct pattern *, const struct sentence *,
	    size_t from, struct match_at *);

#endif
