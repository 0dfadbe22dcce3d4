/*
 * Reports in traditional characters: labels, headings and names are those
 * of the form and of the divisions only in simplified ones.
 */
#ifndef FORM_SCRIPT_H
#define FORM_SCRIPT_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct doc;

/*
 * Replaces radicals in the texts and cells by the ideographs that look the
 * same (base/radical.h): text that came out of PDF has them in any format.
 *
 * If so many characters are traditional that the document must be in them,
 * replaces those of its texts and cells, takes out the pronunciation that
 * some copies have behind a character (數(shù)), and notes TRADITIONAL.
 */
void	script_simplify(struct arena *, struct doc *);

/* The same of a text that goes with such a document, as its path does. */
struct str script_simplified(struct arena *, struct str);

/* Whether there is any ideograph in its texts, cells and title. */
bool	script_has_han(const struct doc *);

#endif
