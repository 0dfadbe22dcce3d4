/*
 * The language of what is said to people (base/say.h): messages, help, the
 * last line.
 */
#ifndef CMD_LANG_H
#define CMD_LANG_H

#include <stdbool.h>

#include "base/say.h"

/*
 * Takes the language from the locale's LC_MESSAGES, and the translations
 * from where they were installed, or from $TEXTDOMAINDIR as gettext(1)
 * does.  Of the rest of the locale nothing is used: what is said is UTF-8.
 */
void	lang_init(void);

/* Whether the program was built with translations. */
bool	lang_has_translations(void);

/* Whether what exists in both languages is to be said in Chinese. */
bool	lang_is_chinese(void);

#endif
