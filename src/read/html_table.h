/*
 * Tables of an HTML page: which of them hold data, and those as grids.
 */
#ifndef READ_HTML_TABLE_H
#define READ_HTML_TABLE_H

#include <stdbool.h>

struct arena;
struct err;
struct html_node;

/*
 * Pages are laid out with tables, too.  One is taken for layout when it
 * has another table of more than one cell inside, when no row has more
 * than one cell, or when a cell beside others holds as much text as a page.
 */
struct html_table {
	bool	 layout;
	int	 inside;	/* tables in it, at all depths */
};

/*
 * Of all tables of the tree, in the order in which they begin.  -1 with
 * ERR_LIMIT for LIMIT_NEST of them in one another.
 */
int	html_tables(struct arena *, const struct html_node *root,
	    struct html_table **, struct err *);

/* A cell of a table: its spans as they hold in its group of rows. */
struct html_cell {
	const struct html_node	*node;
	int			 rowspan, colspan;
	bool			 first, last;	/* of the row */
};

/*
 * The cells of a table one after the other, without rows and cells that
 * are hidden; an empty row has one with a NULL node.  A span of 0 rows, or
 * of more than the group has left, goes to the end of the group.
 */
struct html_cells;

struct html_cells *html_cells(struct arena *, const struct html_node *table);
bool		 html_cells_next(struct html_cells *, struct html_cell *);

bool		 html_hidden(const struct html_node *);

/* Whether what is in a cell does not show, but the cell keeps its place. */
bool		 html_blank(const struct html_node *);

/* A block that the page shows when something opens it or fades it in. */
bool		 html_veiled(const struct html_node *);

/* How many texts in hidden parts of the table begin with a digit. */
int		 html_hidden_figures(const struct html_node *table);

#endif
