/*
 * Properties of paragraphs, characters and table rows of a Word binary
 * document ([MS-DOC] 2.4.6): what of them bears on text and tables.
 */
#ifndef READ_DOC97_PROP_H
#define READ_DOC97_PROP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "read/shift.h"

struct arena;
struct err;
struct props;
struct word;

#define ROW_CELLS	63		/* in one row (2.9.321) */
#define OUTLINE_NONE	(-1)
#define OUTLINE_BODY	9

/* TCGRF (2.9.317), named as in the Word 97 specification */
#define CELL_FIRST	0x0001		/* of cells merged in the row */
#define CELL_MERGED	0x0002		/* with the one before */
#define CELL_BELOW	0x0020		/* merged with the one above ... */
#define CELL_RESTART	0x0040		/* ... unless this is set as well */

/* Cell i reaches from edge[i] to edge[i + 1], in twips. */
struct row_def {
	int		 ncell;
	int		 edge[ROW_CELLS + 1];
	uint16_t	 flags[ROW_CELLS];
	int		 gap_half;
};

struct pap {
	int		 istd;		/* style */
	int		 itap;		/* depth of table, 0 outside */
	bool		 row_end;	/* the mark that ends a row */
	bool		 cell_end;	/* ends a cell of an inner table */
	int		 outline;	/* 0 to 8, OUTLINE_… */
	int		 ilfo, ilvl;	/* list and level; ilfo 0: none */
	bool		 has_row;
	struct row_def	 row;		/* if has_row */
};

struct chp {
	bool		 deleted;	/* in a tracked change */
	bool		 vanish, strike, dstrike;
	enum shift	 shift;
	uint16_t	 symbol;	/* stands for the character, or 0 */
};

/* Reads the style sheet and finds the tables of properties. */
struct props	*props_new(const struct word *);

/*
 * Properties of the paragraph whose mark is at fc, and of the character at
 * fc, in a piece with that prm.  *pap stays good until the next call.
 * -1 with ERR_LIMIT when a document has more of them than of anything else.
 */
int		 props_pap(struct props *, size_t fc, uint16_t prm,
		    const struct pap **, struct err *);
int		 props_chp(struct props *, size_t fc, uint16_t prm,
		    struct chp *, struct err *);

#endif
