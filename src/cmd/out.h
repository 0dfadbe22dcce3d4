/*
 * Rows on their way to somebody: a terminal, a spreadsheet, a program.
 *
 * All text is UTF-8 whatever the locale is.  Text comes from strangers'
 * documents, so no format lets a control character through: in JSON they
 * are escaped, elsewhere they become U+FFFD, but for tabs and line breaks,
 * which each format has its own way to write.  Bytes that are not UTF-8
 * become U+FFFD everywhere.
 */
#ifndef CMD_OUT_H
#define CMD_OUT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/str.h"

struct arena;
struct buf;
struct err;
struct out;

enum out_type {
	OUT_NULL,	/* "" or null: not known, which is not 0 */
	OUT_NUMBER,	/* text is the number as people write it */
	OUT_TEXT,
};

struct out_value {
	enum out_type	 type;
	struct str	 text;
};

enum out_format {
	OUT_TABLE,	/* aligned by display width, for reading */
	OUT_CSV,	/* RFC 4180, lines end in CRLF */
	OUT_TSV,	/* tab, line feed and backslash as \t \n \\ */
	OUT_JSON,	/* an array of objects */
	OUT_NDJSON,	/* an object per line */
	OUT_MD,		/* a pipe table */
	OUT_HTML,	/* one page with one table and no script */
	OUT__N
};

/* The format of that name, or -1. */
int		 out_format(const char *name);

struct out_opts {
	enum out_format	 format;
	/*
	 * CSV for spreadsheets: begins with a byte order mark, and a text
	 * that a spreadsheet would take for a formula gets a ' before it.
	 */
	bool		 excel;
	/*
	 * Not NULL: each row has one more column, "figures", that says on
	 * which figures it rests.
	 */
	const char	*figures;
	/*
	 * OUT_TABLE: the columns of the terminal it must fit, 0 for any.
	 * What is too wide leaves out the columns that are empty in every
	 * row and breaks the widest texts over lines; nothing is cut off.
	 */
	size_t		 width;
};

/*
 * A table of that many columns; their names are copied.  Everything is in
 * the arena, and OUT_TABLE keeps all rows there until out_end(), because
 * it must know how wide they are.
 */
struct out	*out_begin(struct arena *, FILE *, const struct out_opts *,
		    const char *const *name, int ncol);
void		 out_row(struct out *, const struct out_value *);

/* Finishes and flushes; -1 when not everything could be written. */
int		 out_end(struct out *, struct err *);

/* Rows so far. */
long		 out_count(const struct out *);

struct out_value	 out_text(struct str);
struct out_value	 out_cstr(const char *);	/* NULL is OUT_NULL */
struct out_value	 out_int(struct arena *, long long);

/*
 * Text as it may be shown on a terminal: what is said above, with tabs and
 * line breaks as \t and \n.
 */
void		 out_plain(struct buf *, struct str);

#endif
