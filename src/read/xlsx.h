/*
 * Numbers as spreadsheets store them.
 */
#ifndef READ_XLSX_H
#define READ_XLSX_H

#include "base/str.h"

struct arena;

/*
 * A decimal number as a person would write it: at most 15 significant
 * digits, which is all that a spreadsheet keeps, no exponent, no trailing
 * zeros: "309.02629999999999" is "309.0263", "1.2E3" is "1200".  Text that
 * is no number, or has more than 30 digits so written, is returned as it is.
 */
struct str	xlsx_number(struct arena *, struct str);

#endif
