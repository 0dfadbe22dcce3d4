/*
 * Rows of the database on their way out, and the SQL that the commands
 * themselves use: schema/cmd/NAME.sql.
 */
#ifndef CMD_ROWS_H
#define CMD_ROWS_H

#include "cmd/cmd.h"
#include "store/query.h"

/* The value in a column; its text is valid until the next step. */
struct out_value	 rows_value(const struct query *, int col);

/* All rows of an open query, in cli's format; *n of them. */
int	rows_out(struct cli *, struct query *, long *n, struct err *);

/* The same to any stream, in any format. */
int	rows_write(struct arena *, FILE *, const struct out_opts *,
	    struct query *, long *n, struct err *);

/* The same as rows_out(), under a heading; nothing when there is no row. */
int	rows_under(struct cli *, struct query *, const char *heading,
	    long *n, struct err *);

/* Opens schema/cmd/NAME.sql; its parameter zh, if any, is bound. */
int	rows_open(struct cli *, const char *name, struct query **,
	    struct err *);

/*
 * The id by which people name a finding: the first ten digits of the
 * SHA-256 of its fingerprint.
 */
#define ID_DIGITS	10
struct str	 rows_id(struct arena *, struct str fingerprint);

/*
 * A copy of the text in a column that outlives the step, in cli's arena;
 * empty for NULL.
 */
struct str	 rows_text(struct cli *, const struct query *, int col);

#endif
