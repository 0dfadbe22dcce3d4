/*
 * The six sections of the official form (国办公开办函〔2021〕30号, 一;
 * Order 711, art. 50) and their headings.
 */
#ifndef FORM_SECTION_H
#define FORM_SECTION_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct filing;
struct pieces;

/*
 * Finds the headings and fills in section[] of the filing and, of every
 * piece, section, heading, annex and again.  Each is the best candidate of a
 * sequence in growing order; sub-headings "(一)" and lists of headings (a
 * table of contents, the sentence that names the six parts) do not count.
 * Adds OBS_HEADING for a heading whose words are not those of the form.
 */
void		 sections_find(struct arena *, struct filing *,
		    struct pieces *);

/* The section whose heading, with its ordinal, a text is to the word; 0. */
int		 section_heading(struct arena *, struct str);

/*
 * Headings in the middle of a text: how many of the six there are, and
 * where the first of them begins and ends.
 */
int		 section_count_inside(struct str);
bool		 section_inside(struct str, size_t *at, size_t *end);

/*
 * Whether a text is more than a heading and begins with one of the form's to
 * the word: 一、总体情况 2020年，我局….  Sets *end to where the heading ends.
 */
bool		 section_leads(struct str, size_t *end);

#endif
