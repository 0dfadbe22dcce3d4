/*
 * Lines of text as a matrix of characters, for tables whose columns are
 * places on the line: drawn ones, and those below a ruler.
 *
 * What counts as a column differs: terminals give an ideograph two, some
 * programs one, and some give two to quotation marks and dashes as well.
 */
#ifndef READ_TEXT_CANVAS_H
#define READ_TEXT_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct err;
struct text;

enum canvas_measure {
	CANVAS_WIDE,		/* utf8_width() */
	CANVAS_CHARS,		/* one each */
	CANVAS_AMBIGUOUS,	/* as CANVAS_WIDE, ambiguous ones two */
	CANVAS__N
};

struct canvas {
	const struct text *t;
	size_t		 from, n;	/* lines */
	int		 width;		/* of the widest */
	int		*at;		/* where a column begins in its line */
};

/*
 * Lines of t from that one on; false where that is too much for a table.
 * There is one canvas of a text at a time: making another one ends it.
 */
bool	canvas_make(struct text *, size_t from, size_t n,
	    enum canvas_measure, struct canvas *);

/* -1 with ERR_LIMIT where those of a text took more than LIMIT_CANVAS. */
int	canvas_check(const struct text *, struct err *);

/* How many columns a line has. */
int	canvas_width(const struct canvas *, size_t line);

/* The byte there, ' ' behind the end, and 1 for what is not ASCII. */
char	canvas_char(const struct canvas *, size_t line, int col);

/* What begins in columns from..to-1, trimmed. */
struct str canvas_text(const struct canvas *, size_t line, int from, int to);

#endif
