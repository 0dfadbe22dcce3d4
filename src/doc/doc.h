/*
 * A document: headings, paragraphs and tables in reading order.  Nothing
 * here knows of file formats or of the official form.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include <stdbool.h>

#include "base/str.h"
#include "doc/grid.h"
#include "doc/note.h"

struct arena;
struct buf;
struct err;

enum block_kind { BLOCK_PARA, BLOCK_HEADING, BLOCK_TABLE };

/*
 * What a page hides until a script or a reader opens it is in the document,
 * in parts with numbers.  Of parts in one another the innermost counts.
 *
 * line is the 1-based line of the original where the block begins, when
 * the original has lines (text, HTML source); else the 1-based ordinal of
 * the paragraph, sheet row or text line on the page (doc.by_line says).
 */
struct block {
	enum block_kind	 kind;
	int		 line;
	int		 level;		/* of a heading, 1 to 9; 0: unknown */
	int		 unshown;	/* the part it is in; 0: it shows */
	int		 depth;		/* of such parts in one another */
	struct str	 text;		/* of a paragraph or heading */
	struct grid	*grid;		/* of a table */
	struct block	*next;
};

struct doc {
	struct arena	*arena;
	struct block	*first, *last;
	int		 nblock;
	int		 nunshown;	/* parts that are not shown */
	int		 nsheet; /* of a workbook, hidden ones included */
	long		 slots;		/* of all tables */
	size_t		 bytes;		/* of all paragraphs, */
	size_t		 in_cells;	/* and of all cells */
	size_t		 unpacked;	/* bytes that were unpacked to read
					 * it, or that programs have told */
	int		 nprogram;	/* programs run to read it, those of
					 * poppler count; or 1: it needs some,
					 * and there were to be none */
	bool		 by_line;	/* line numbers are of source lines */
	bool		 ends_open;	/* no line end or tag closes it */
	struct str	 title;		/* as metadata give it, or empty */
	struct str	 date;		/* publication date in metadata */
	const char	*charset;	/* what it was decoded from, or NULL */
	struct notes	 notes;
};

struct doc	*doc_new(struct arena *);

/*
 * Appends a block.  The text is not copied and must live as long as the
 * arena.  A paragraph of nothing but white space is left out.  -1 with
 * ERR_LIMIT beyond LIMIT_BLOCKS or LIMIT_PARA, LIMIT_TEXT with that of cells,
 * or LIMIT_SLOTS in all tables together.  Ends the grid, and takes out what
 * only counts.
 */
int		 doc_para(struct doc *, struct str, int line, struct err *);
int		 doc_heading(struct doc *, struct str, int line, int level,
		    struct err *);
int		 doc_table(struct doc *, struct grid *, int line,
		    struct err *);

/*
 * What was added behind that block, NULL: all, and is in no part yet, is one
 * that is not shown, at that depth.
 */
void		 doc_unshown(struct doc *, const struct block *last, int depth);

/* Takes back all that was added since the document was copied to was. */
void		 doc_take_back(struct doc *, const struct doc *was);

/*
 * The document in a form to read and to compare, one line per block and
 * cell: "P 12 text", "H2 3 text", "T 14 3x4 exact", then per cell
 * "  r,c rowspan x colspan text", with "(may not show)" before text in doubt.
 * Line breaks in text are shown as "\n".
 */
void		 doc_dump(const struct doc *, struct buf *);

#endif
