/*
 * Numbers that stand in formulas of TeX, as programs that read pictures of
 * pages write them into Markdown.
 */
#ifndef READ_FORMULA_H
#define READ_FORMULA_H

#include "base/str.h"

struct arena;

/*
 * The text in which formulas of nothing but a number are that number: $12$,
 * $$1{,}234$$, \(33.9\%\).  Others stay as they are, with their marks, so
 * that nobody takes them for a figure.  Lines keep their numbers.  Itself
 * where there is none.
 */
struct str	formula_plain(struct arena *, struct str);

#endif
