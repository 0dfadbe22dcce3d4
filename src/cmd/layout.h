/*
 * The cells of a filing laid out as the official form has them.
 *
 * A part of the form is a matrix: its rows are those of the form, its
 * columns what stands above the figures.  The marks are:
 *
 *	*17	a rule has something to say about this cell
 *	~17	not printed so, but reasoned out
 *	17→18	printed so, and should be 18, as somebody says
 *	17←18	was read as 18 and is 17, as somebody says
 *	[]	a blank cell
 *	[/]	what stands there instead of a number
 *	?	no such cell was found
 */
#ifndef CMD_LAYOUT_H
#define CMD_LAYOUT_H

#include <stdint.h>

#include "base/str.h"

struct cli;
struct err;

struct layout {
	struct cli	*cli;
	int64_t		 filing;
	int		 ncell, nflagged;	/* set by the functions */
};

/* The whole form, part by part, on standard output. */
int	layout_form(struct layout *, struct err *);

/* The cells as rows, in the format that was asked for. */
int	layout_list(struct layout *, struct err *);

/*
 * The same, each with its place in the original: the filing of that
 * ordinal, from 1, in the source.
 */
int	layout_source(struct layout *, int64_t source, int ordinal,
	    struct err *);

/* The last line of the run, as far as it is about cells. */
void	layout_tally(const struct layout *);

/* A line of text from a document, made harmless. */
void	layout_line(struct layout *, struct str);

#endif
