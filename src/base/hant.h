/*
 * Traditional characters.  Mirrors of pages of offices in other scripts
 * exist (big5.…), and encyclopedias that copy reports in them.
 */
#ifndef BASE_HANT_H
#define BASE_HANT_H

#include <stdint.h>

/*
 * The simplified character for a traditional one, others as they are; after
 * the transform Traditional-Simplified of Unicode's ICU 72, as far as it is
 * of one character.  Where one character became two in the simplification,
 * only words could tell which; that is not looked at.
 */
uint32_t	hant_simplify(uint32_t);

#endif
