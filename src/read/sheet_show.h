/*
 * What a cell of a workbook shows instead of its number, or around it.
 *
 * A figure is given in full, however few of its digits a format shows; but
 * what is not a figure on paper is none here.  A format may show nothing,
 * or a dash, for zero; may write 元 behind a number; may show thousands as
 * units, or put a point where there is none (ISO/IEC 29500-1 18.8.31).
 */
#ifndef READ_SHEET_SHOW_H
#define READ_SHEET_SHOW_H

#include <stdbool.h>

#include "base/str.h"

struct buf;

/*
 * Appends what the code of a format makes of a number, which is in digits:
 *
 *	"12" by "#,##0"	"12"		"0" by "0;-0;;@"	""
 *	"12" by "0元"	"12元"		"0" by "_ * \"-\"_ "	"-"
 *	"12" by "0!.0,"	"12 (0!.0,)?"	as its digits are not those shown
 *
 * Dates, times, percentages, fractions and conditions are not looked at:
 * the number stays what it is.
 */
void		 sheet_show(struct buf *, struct str number, struct str code);

/* Whether a number in digits is zero. */
bool		 sheet_is_zero(struct str number);

/* The code of a format that every program knows by number, or "". */
struct str	 sheet_show_builtin(unsigned id);

#endif
