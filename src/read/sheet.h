/*
 * A sheet of a workbook, whichever format it came in, made into blocks of
 * a document.
 *
 * Rows and columns in which no text begins vanish.  What is left are runs
 * of rows that make a table, and between them rows with a single text that
 * are no part of one: titles, headings, prose.  Such a row becomes a
 * paragraph when it is set apart from a table above by an empty row, when no
 * table goes on below it, when its cell is merged over the width of the
 * table and it is numbered as headings are ("三、"), or when it is so
 * numbered and a row without figures comes next.
 */
#ifndef READ_SHEET_H
#define READ_SHEET_H

#include "base/str.h"

struct arena;
struct doc;
struct err;
struct sheet;
struct sheet_formula;

/*
 * For the document that it will be appended to; NULL with ERR_LIMIT if that
 * has had LIMIT_SHEETS.
 */
struct sheet	*sheet_new(struct arena *, struct doc *, struct err *);

/*
 * A cell; row and col from 0, in any order.  The text is not copied; an
 * empty one says that the sheet has a cell there, if only for its looks.
 * Of two texts in one place the latter stays.  -1 with ERR_LIMIT beyond
 * LIMIT_SLOTS texts.
 */
int	sheet_put(struct sheet *, int row, int col, struct str, struct err *);

/*
 * The same of a number, which does not show if it is zero and the sheet was
 * told to hide those, before or after.
 */
int	sheet_put_number(struct sheet *, int row, int col, struct str,
	    struct err *);
void	sheet_hide_zeros(struct sheet *);

/*
 * Says of what the cell put there is the result, which sheet_end() may find
 * that it is not (read/sheet_formula.h).  The text is kept, not copied.
 */
int	sheet_put_formula(struct sheet *, int row, int col,
	    const struct sheet_formula *, struct err *);

/*
 * Rows, or columns, that do not show; the last is one of them.  Cells in
 * them are left out, and noted if they have figures.  A merged cell shows
 * as far as it reaches beyond them.
 */
int	sheet_hide_rows(struct sheet *, int row, int last, struct err *);
int	sheet_hide_columns(struct sheet *, int col, int last, struct err *);

/*
 * The range is one cell: the text at its top left counts, others in it do
 * not show.  The last row and column are in it.  A range upside down or of
 * one cell is ignored.
 */
int	sheet_merge(struct sheet *, int row, int col, int last_row,
	    int last_col, struct err *);

/*
 * Appends the blocks to the document; a block's line is its row in the
 * sheet, from 1.  The sheet is used up.  -1 with ERR_LIMIT.
 */
int	sheet_end(struct sheet *, struct doc *, struct err *);

/* Instead, for a sheet that does not show: notes the figures in it. */
void	sheet_end_hidden(struct sheet *, struct doc *);

#endif
