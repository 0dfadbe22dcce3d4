/* The words and symbols of RTF, one after the other. */
#ifndef READ_RTF_WORD_H
#define READ_RTF_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum rtf_word {
	RTF_OTHER,		/* of no concern here */
	RTF_SKIP,		/* begins a group that is not text */
	RTF_FONTTBL, RTF_STYLESHEET, RTF_LISTTEXT, RTF_NESTTABLEPROPS,
	RTF_ANSICPG, RTF_F, RTF_FCHARSET, RTF_UC, RTF_U, RTF_V, RTF_DELETED,
	RTF_STRIKE, RTF_SUPER, RTF_SUB, RTF_NOSUPERSUB,
	RTF_PLAIN, RTF_PARD, RTF_INTBL, RTF_ITAP, RTF_OUTLINE, RTF_S,
	RTF_PAR, RTF_CELL, RTF_ROW, RTF_NESTCELL, RTF_NESTROW,
	RTF_TROWD, RTF_TRLEFT, RTF_CELLX, RTF_CLMGF, RTF_CLMRG, RTF_CLVMGF,
	RTF_CLVMRG,
	RTF_LINE, RTF_TAB, RTF_NBSP, RTF_HYPHEN, RTF_EMDASH, RTF_ENDASH,
	RTF_LQUOTE, RTF_RQUOTE, RTF_LDBLQUOTE, RTF_RDBLQUOTE, RTF_BULLET,
};

struct rtf_token {
	enum {
		RTF_T_NONE, RTF_T_OPEN, RTF_T_CLOSE, RTF_T_BYTE, RTF_T_STAR,
		RTF_T_WORD,
	} kind;
	unsigned	 byte;
	enum rtf_word	 word;
	bool		 first;		/* right after the opening brace */
	bool		 has_number;
	int		 number;
};

/* The token at *at, which moves behind it; false at the end. */
bool		 rtf_next(struct bytes, size_t *at, struct rtf_token *);

/* The character that a word stands for, or 0. */
uint32_t	 rtf_character(enum rtf_word);

#endif
