/*
 * Raised and lowered text.  "5<sup>1</sup>" is five and a footnote, never
 * fifty-one: digits in it are no figure's, and are written as what they
 * look like.
 */
#ifndef READ_SHIFT_H
#define READ_SHIFT_H

#include <stdint.h>

#include "base/str.h"

struct buf;

enum shift { SHIFT_NONE, SHIFT_RAISED, SHIFT_LOWERED };

/* The character, unless SHIFT_NONE and a digit: "⁰" or "₀" instead. */
uint32_t shift_char(uint32_t, enum shift);

/* Appends the text, each character so shifted. */
void	shift_put(struct buf *, struct str, enum shift);

#endif
