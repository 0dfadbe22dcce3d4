/*
 * The running text of a filing: passages, and the sentences in them.
 */
#ifndef FORM_PROSE_H
#define FORM_PROSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct block;
struct filing;

/*
 * A paragraph or heading, or the piece of one that is in one section (a
 * page whose line ends are lost may hold several).
 *
 * text is what sentences are searched in: width folded, white space
 * removed, punctuation full width, so that "," is left only inside of a
 * number; a space stands where one parted two digits.  Of byte i of it,
 * from[i] is the offset in printed; there is one more, for the end.
 */
struct passage {
	int		 section;	/* 0 to 6 */
	int		 line;
	bool		 is_heading;	/* of the section itself */
	struct str	 printed;
	struct str	 text;
	uint32_t	*from;
};

/*
 * The passages of a filing in order, no tables; returns their number.  *cut
 * says that there are more than LIMIT_NARRATIVE bytes of them, of which the
 * first are given.
 */
int		 prose_passages(struct arena *, const struct filing *,
		    const struct block *first, const struct block *end,
		    struct passage **, bool *cut);

/* printed in the shape of struct passage; from may be NULL. */
struct str	 prose_fold(struct arena *, struct str printed,
		    uint32_t **from);

/* What is printed where text has [at, end). */
struct str	 prose_printed(const struct passage *, size_t at, size_t end);

/* A sentence ends at 。！ or ？, a clause also at ， ； and ：. */
enum prose_unit { PROSE_SENTENCE, PROSE_CLAUSE };

/* The next one from *at on, without its mark; false when none is left. */
bool		 prose_next(struct str text, enum prose_unit, size_t *at,
		    struct str *out);

/* 一 to 十 at the beginning, or 0; *n bytes long. */
int		 prose_ordinal(struct str, size_t *n);

/* Whether s has one of the words, which are parted by |. */
bool		 prose_has_any(struct str s, struct str words);

/*
 * A count stands in the sentence: a number with a measure (3件).  Chinese
 * numerals below ten do not count: 一次 and 三个 are words.
 */
bool		 prose_has_count(struct str sentence);

#endif
