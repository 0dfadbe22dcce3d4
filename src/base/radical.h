/*
 * Fonts in PDF often call an ideograph by the code of the radical that looks
 * the same (U+2F8F for U+884C, U+2EA0 for U+6C11): to the eye nothing is
 * wrong, and no label is found.
 */
#ifndef BASE_RADICAL_H
#define BASE_RADICAL_H

#include <stdint.h>

/*
 * The ideograph that a CJK radical (U+2E80 to U+2FD5) stands for, after
 * EquivalentUnifiedIdeograph.txt of Unicode 14; other characters as they are.
 */
uint32_t	radical_unify(uint32_t);

#endif
