/*
 * Blocks and tables of a page that are open, as the parser of what
 * html_filter() writes will see them, and tables made of other elements.
 *
 * CSS makes a row or a cell of anything (CSS 2.1, 17.2), and what is missing
 * around it is made up: rows beside one another are a table, which ends
 * where anything else begins, as does a row that was made up, and what stands
 * between the cells of another is a cell.
 */
#ifndef READ_HTML_OPEN_H
#define READ_HTML_OPEN_H

#include <stdbool.h>

#include "base/limit.h"

struct buf;
struct html_tag;

struct html_open {
	struct buf	*out;
	int		 nl;		/* line ends not yet written */
	/*
	 * The first letter of the name of each block, t for a table; of
	 * tables made of other elements T, and for their groups, rows and
	 * cells g, r and c; R for a row that was made up, a for a cell.
	 */
	char		 open[LIMIT_NEST];
	int		 nopen, ntable;
};

/* Writes line ends that are owed, and "<name" or "</name". */
void	html_open_tag(struct html_open *, const char *name, bool end);

/* Writes the start tag of an element, closed: its spans, if it is hidden. */
void	html_open_start(struct html_open *, const struct html_tag *,
	    const char *as);

/*
 * Whether an element of that letter was open, which ends now, with all that
 * is in it; it is not looked for outside of a table.  Its own end tag is not
 * written.
 */
bool	html_open_pop(struct html_open *, char letter);

/* All that is open in the cell of a table ends, but not the table. */
void	html_open_pop_cell(struct html_open *);

/*
 * Text or an element comes that is no part of a table that is open and made
 * of other elements.
 */
void	html_open_other(struct html_open *);

/* Whether what comes is between the parts of such a table. */
bool	html_open_between(const struct html_open *);

bool	html_open_in_table(const struct html_open *);

/* A tag of such a part; false where there are too many open. */
bool	html_open_part(struct html_open *, const struct html_tag *);

#endif
