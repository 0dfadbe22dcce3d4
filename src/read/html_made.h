/*
 * Tables that a page makes without saying so: of elements whose children
 * stand side by side (flex), of a grid into whose columns they flow, and of
 * lists of terms, each with its figures behind it.
 *
 * All of these are used for much else.  What is taken for a table has rows
 * beside one another, in which nothing but short texts stands, not too few
 * of them figures, and of a grid all places must follow from the order.
 */
#ifndef READ_HTML_MADE_H
#define READ_HTML_MADE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct html_node;

struct html_made_cell {
	const struct html_node	*node;
	int			 row, rowspan, colspan;
};

struct html_made {
	struct html_made_cell	*cell;		/* row by row */
	size_t			 n;
	const struct html_node	*last;		/* that it is made of */
	bool			 is_table;
	bool			 packed;	/* cells that merged ones cover
						   are left out (doc/grid.h) */
};

/*
 * What begins with that node and goes on with its siblings; NULL where none
 * can.
 */
const struct html_made	*html_made(struct arena *, const struct html_node *);

#endif
