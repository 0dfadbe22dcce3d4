/*
 * Amounts of money in other units than that of the form, 万元.
 */
#ifndef FORM_MONEY_H
#define FORM_MONEY_H

#include <stdbool.h>

#include "base/str.h"
#include "form/number.h"

struct arena;

/*
 * The unit of money that the head of a column names, be it broken over
 * lines: 万元, 亿元, 千元, 百元 or 元.  Sets *places to how many places it is
 * below 万元 (元: 4, 亿元: -4).  False if it names none, or has another word
 * before 元, which may be a misprint of any of them.
 */
bool	money_unit(struct arena *, struct str head, int *places);

/*
 * Moves that many places of the amount behind the point.  False if it then
 * has more digits than are kept (LIMIT_DIGITS); it then means nothing.
 */
bool	money_shift(struct dec *, int places);

/*
 * A figure that was printed with a unit, in that of its row.  False if that
 * cannot be: money where things are counted, or too many digits.
 */
bool	money_in(struct dec *, enum unit printed, struct str unit);

#endif
