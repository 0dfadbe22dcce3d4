/*
 * The language of what is said to people: messages, help, the last line.
 *
 * _(text) is text in that language, N_(text) is text in a table that is
 * said later, by _(), and P_(one, many, n) the one of two texts that goes
 * with that number.  Nothing that is kept in an archive or that another
 * program reads (columns, codes, details of notes) goes through here: that
 * is the same for everyone.  po/ has the translations.
 */
#ifndef CMD_LANG_H
#define CMD_LANG_H

#include <stdbool.h>

#ifdef ENABLE_NLS
#include <libintl.h>
#define _(text)		gettext(text)
#define P_(one, many, n) ngettext(one, many, (unsigned long)(n))
#else
#define _(text)		(text)
#define P_(one, many, n) ((n) == 1 ? (one) : (many))
#endif
#define N_(text)	text

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
