/*
 * What of an organ's name tells it from others of its division, however it
 * is written.
 */
#ifndef FORM_ORGAN_KEY_H
#define FORM_ORGAN_KEY_H

#include "base/str.h"
#include "form/place.h"

struct arena;

/*
 * 发展改革委 for 发展和改革委员会 and 发改委 (schema/form/organ_name.tsv),
 * 烟草专卖局 for 烟草专卖局（公司）, 郑东新区 for 郑东新区管委会.  Two organs
 * of one division with equal keys are one.
 */
struct str	 organ_key(struct arena *, enum organ_kind, struct str organ);

#endif
