/*
 * Formulas of Excel 97 to 2003, in tokens ([MS-XLS] 2.5.198).
 */
#ifndef READ_XLS_FORMULA_H
#define READ_XLS_FORMULA_H

#include "base/str.h"
#include "read/sheet_formula.h"

/* What a cell's formula is in the file, besides what it speaks of. */
struct xls_formula {
	struct sheet_formula f;
	bool		 shared;	/* that of others; f is not known */
	unsigned	 row, col;	/* of the first cell that has it */
	bool		 is_text;	/* may come to a text, also a blank */
};

/*
 * Reads the tokens, as they are in the given cell if they are shared.  What
 * is not known is elsewhere.  The text is "=?".
 */
void	xls_formula(struct xls_formula *, struct bytes tokens, unsigned row,
	    unsigned col);

#endif
