/*
 * Numbers of a workbook as text.  A workbook holds binary numbers and, for
 * each cell, a format; of the format only this is looked at: whether it
 * shows a date, a time or a percentage.  A figure is given in full, to the
 * 15 digits that spreadsheets keep, however few the format would show.
 */
#ifndef READ_SHEET_NUMBER_H
#define READ_SHEET_NUMBER_H

#include <stdbool.h>

#include "base/str.h"

struct buf;

enum sheet_format { SHEET_PLAIN, SHEET_PERCENT, SHEET_DATE, SHEET_TIME };

/*
 * By the number of a built-in format (ISO/IEC 29500-1 18.8.30; those from
 * 27 on are Chinese dates), or by a format's code ("yyyy\\-mm", "0.00%").
 */
enum sheet_format	sheet_format_builtin(unsigned id);
enum sheet_format	sheet_format_code(struct str);

/* Dates count from 1900, or from 1904. */
void	sheet_number(struct buf *, double, enum sheet_format, bool from_1904);

#endif
