/*
 * Writers of old office formats for tests, from a description in the form
 * of doc_dump(): "P 0 text", "H2 0 text", "T 0 3x4 exact" and its cells,
 * "  r,c RxC text".  Besides, "N0 text" is a paragraph numbered 一、 and
 * "N1 text" one numbered （一）, and "B 0 text" a text box, anchored in the
 * paragraph that comes next.  In texts \n is a new line, \xHH a
 * character, \- begins and ends a deleted passage, \^ a raised one, \~ one
 * struck out, \= twice, \? hidden, \@ raised by a style of characters, and
 * \[a|b\] is a table of one row inside the cell.
 */
#ifndef TESTS_OFFICE_H
#define TESTS_OFFICE_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

struct piece_of_table {
	int		 row, col, rowspan, colspan;
	struct str	 text;
	struct piece_of_table *next;
};

struct part {
	char		 kind;		/* P H T N B */
	int		 level;
	int		 nrow, ncol;
	struct str	 text;
	struct piece_of_table *cell, *last;
	struct part	*next;
};

struct how {
	bool	 pieces;	/* doc: text in many pieces, ASCII in 8 bits */
	bool	 huge;		/* doc: rows defined in the data stream */
	bool	 hmerge;	/* doc: wide cells as merged narrow ones */
	bool	 insert;	/* doc: rows by sprmTInsert and so on */
	bool	 jitter;	/* doc: borders a millimetre off */
	bool	 thin;		/* doc: cells without a width */
	bool	 based;		/* doc: headings by a style of a style */
	bool	 prm;		/* doc: table properties in the piece table */
	bool	 locked;
	bool	 old;		/* of an older version */
	bool	 split;		/* xls: records continued every 41 bytes */
	bool	 formula;	/* xls: cells as results of formulas */
	bool	 never;		/* xls: numbers by formulas not computed */
	bool	 hidden;	/* xls: a hidden sheet comes first */
	bool	 lines;		/* xls: a hidden row, a hidden column, no
				   zeros */
};

/* NULL, with a message, when the description is wrong. */
struct part	*office_parse(struct arena *, struct str);

struct bytes	 office_doc(struct arena *, const struct part *,
		    const struct how *);
struct bytes	 office_xls(struct arena *, const struct part *,
		    const struct how *);

#endif
