/* What an archive is written out as. */
#ifndef CMD_EXPORT_H
#define CMD_EXPORT_H

#include <stdio.h>

struct cli;
struct err;
struct query;

/* Tables that are written: schema/cmd/export_NAME.sql. */
struct export_table {
	const char	*name, *title;
};

extern const struct export_table export_tables[];	/* ends with NULL */

/*
 * The rows of a table; of corrected figures each row says so, in a column
 * "figures".
 */
int	 export_rows(struct cli *, const char *table, struct query **,
	    struct err *);

/* A new file; NULL, and an error, when there is one already. */
FILE	*export_open(const char *path, struct err *);

/*
 * Closes it, and returns 0 if what went before did (so) and all of it has
 * been written; else it removes the file and returns -1.
 */
int	 export_close(FILE *, const char *path, int so, struct err *);

/* The last line: how many rows of each of export_tables there are. */
void	 export_tally(struct cli *, const char *path, const long *n);

/*
 * One page that needs nothing else: tables, and charts as SVG, no script.
 * All text is escaped.
 */
int	 export_html(struct cli *, const char *path, struct err *);

/*
 * A workbook with a sheet for each table, or several where one has no room
 * for all rows.  The same archive gives the same file.  -1 with ERR_USAGE
 * when the program was built without libxlsxwriter.
 */
int	 export_xlsx(struct cli *, const char *path, struct err *);

/* "libxlsxwriter 1.1.4", or NULL. */
const char	*export_xlsx_version(void);

#endif
