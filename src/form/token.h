/*
 * The numbers in a sentence.
 */
#ifndef FORM_TOKEN_H
#define FORM_TOKEN_H

#include "form/pattern.h"

struct arena;

/*
 * Fills in the sentence, which is blank or one that is done with, whose room
 * is used again; text is in the shape of struct passage.
 */
void	sentence_scan(struct arena *, struct str text, struct sentence *);

#endif
