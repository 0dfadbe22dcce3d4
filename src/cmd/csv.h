/* CSV as it comes in (RFC 4180; lines may end in LF alone). */
#ifndef CMD_CSV_H
#define CMD_CSV_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct err;

struct csv {
	struct str	 rest;		/* what is still to be read */
	int		 line;		/* where the last row began, from 1 */
	int		 next_line;
	/* The last row. */
	struct str	*field;
	int		 nfield;
	size_t		 cap;
};

/* The text must outlive what is read from it; a BOM is skipped. */
void	csv_init(struct csv *, struct str text);

/*
 * The next row that is not empty: 1, or 0 at the end, or -1 with
 * ERR_FORMAT when a quotation mark is not closed.
 */
int	csv_row(struct arena *, struct csv *, struct err *);

/*
 * Columns by name from the first row: at[i] is the field in which name[i]
 * stands, or -1.  Names ends with NULL.  A column that is not among the
 * names is an error of kind ERR_FORMAT.
 */
int	csv_columns(struct arena *, struct csv *, const char *const *name,
	    int *at, struct err *);

/* The field, trimmed; empty when the row is short or at is -1. */
struct str	 csv_field(const struct csv *, int at);

#endif
