/*
 * From the bytes of a file to documents.
 *
 * A reader turns the bytes of one file format into a struct doc.  Which one
 * is chosen by content, never by name: probe() says how sure it is that the
 * bytes are its own, as the number of bits it checked, or 0 if they are
 * not; it looks at the bytes only as far as it must and must not be slow.
 * read() is called on one thread at a time for one document but on many
 * threads for many: a reader has no static variables.
 *
 * To add a format, write read/FORMAT.c with its FORMAT_reader, and put a
 * line into read/reader.def.
 */
#ifndef READ_READ_H
#define READ_READ_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct doc;
struct err;

struct read_opts {
	const char	*encoding;	/* NULL: find out */
	const char	*http_charset;	/* declared outside the file, or NULL */
	bool		 alone;		/* without any other program: what
					 * needs one is over a limit */
};

struct reader {
	const char	*name;		/* "html"; goes into source.reader */
	const char	*media_type;	/* "text/html" */
	int		 (*probe)(struct bytes);
	/*
	 * Appends to the doc.  Faults in the document that leave something
	 * to read become notes; -1 with ERR_FORMAT, ERR_LIMIT, ERR_LOCKED or
	 * ERR_TOOL when nothing can be had from it.  The bytes outlive the
	 * doc, so text may point into them.
	 */
	int		 (*read)(struct arena *, struct bytes,
			    const struct read_opts *, struct doc *,
			    struct err *);
};

/* In the order in which they are asked; the last is the text reader. */
extern const struct reader *const	 readers[];	/* ends with NULL */

/* The reader that bids most, the first among equals; NULL for no bytes. */
const struct reader	*reader_for(struct bytes);

/*
 * Reads one document with the reader that reader_for() chooses, which is
 * also returned in *used (for the caller's records, also on failure; NULL
 * when there is none).  0 with *doc set, or -1 as struct reader's read(), or
 * with ERR_EMPTY when there is nothing in it.
 */
int	read_doc(struct arena *, struct bytes, const struct read_opts *,
	    struct doc **doc, const struct reader **used, struct err *);

/*
 * Whether the bytes begin as what is certainly no document does, such as a
 * picture or a program: read_doc() only names it.
 */
bool	read_is_other(struct bytes);

/*
 * Whether a page or a text cannot have an ideograph in it: there is nothing
 * but ASCII, and nothing that spells another character in it (references,
 * HZ, UTF-7).  False where another reader would read it.
 */
bool	read_is_ascii(struct bytes);

/* Read from C's point of view: "html+gumbo", for --version; NULL-ended. */
extern const char *const	 read_features[];

#endif
