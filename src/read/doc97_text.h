/*
 * Where the text of a Word binary document lies ([MS-DOC] 2.4.1, 2.8.35):
 * the file information block and the piece table.
 */
#ifndef READ_DOC97_TEXT_H
#define READ_DOC97_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct err;

/* Parts of the table stream, as numbered in FibRgFcLcb97 (2.5.6). */
enum word_part {
	PART_STSH = 1,
	PART_BTE_CHPX = 12,
	PART_BTE_PAPX = 13,
	PART_CLX = 33,
	PART_SPA_MOM = 40,
	PART_TXBX_TXT = 56,
	PART_LST = 73,
	PART_LFO = 74,
};

/* Characters that lie together: those at cp to end - 1 begin at fc. */
struct piece {
	uint32_t	 cp, end;
	size_t		 fc;		/* in the main stream */
	bool		 wide;		/* UTF-16, else 8-bit */
	uint16_t	 prm;
};

struct pieces {
	struct piece	*v;
	size_t		 n;
};

struct word {
	struct arena	*arena;
	struct bytes	 main, table, data;	/* streams; data may be empty */
	int		 nfib;
	uint32_t	 ccp_text;	/* characters of the main text */
	uint32_t	 cp_boxes;	/* where those of text boxes begin */
	uint32_t	 ccp_boxes;	/* and how many there are */
	struct pieces	 text, boxes;
	struct bytes	*prc;		/* property lists that pieces name */
	size_t		 nprc;
};

/*
 * Opens the compound file.  -1 with ERR_FORMAT; with ERR_LOCKED if the
 * document is under a password.  A document older than Word 97 has nfib
 * below WORD_97, and nothing but streams and nfib is filled in.  Where the
 * text of text boxes is not complete there is none.
 */
#define WORD_97	0xC1
int		 word_open(struct arena *, struct bytes, struct word **,
		    struct err *);

/* Bytes of a part, empty if there is none; *at is where it begins. */
struct bytes	 word_part(const struct word *, enum word_part, size_t *at);

/* The character at a file position of a piece, as a UTF-16 unit. */
uint32_t	 word_unit(const struct word *, const struct piece *,
		    size_t fc);

#endif
