/*
 * The blocks of a document as lines, whatever holds them: the lines of
 * paragraphs, headings and cells in reading order.
 */
#ifndef FORM_LINE_H
#define FORM_LINE_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct block;
struct filing;

struct textline {
	struct str	 text;		/* as printed, trimmed, not empty */
	struct str	 bare;		/* without white space, digits and
					   letters in half width */
	int		 line;		/* as struct block's */
	int		 row;		/* of a cell, counted through the
					   document; -1: not in a table */
};

struct textlines {
	struct textline	*v;
	int		 n;
	int		 section[7];	/* where each begins, -1: not found */
};

struct textlines textlines_of(struct arena *, const struct block *first,
		    const struct block *end);

/*
 * A line that ends amid a sentence together with the one below it; empty
 * when it does not, or one of them is a cell or empty.
 */
struct str	 textlines_broken(struct arena *, const struct textlines *,
		    int i);

/*
 * Fills in section[] from the sections of the filing.  Not by line alone:
 * a web page may have all its text on one.
 */
void		 textlines_sections(struct arena *, struct textlines *,
		    const struct filing *);

/* Whether line i belongs to that section and to none else. */
bool		 in_section(const struct textlines *, int ordinal, int i);

/* Without white space, digits and letters in half width. */
struct str	 str_bare(struct arena *, struct str);

/*
 * The next sentence of *rest, which is cut off it: up to and with one of
 * 。！？； or a line break, or of more than LIMIT_SENTENCE bytes a comma, or
 * else twice as many.  False when nothing is left.
 */
bool		 str_sentence(struct str *rest, struct str *sentence);

/* Whether any of the n strings occurs in s. */
bool		 str_has_any(struct str s, const char *const *list, size_t n);

#endif
