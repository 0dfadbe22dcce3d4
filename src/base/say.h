/*
 * Text that is said to people, in their language.
 *
 * _(text) is text in that language, N_(text) is text in a table that is
 * said later, by _(), and P_(one, many, n) the one of two texts that goes
 * with that number.  Nothing that is kept in an archive or that another
 * program reads (columns, codes, details of notes) goes through here: that
 * is the same for everyone.  po/ has the translations, and cmd/lang.h says
 * which language it is.
 */
#ifndef BASE_SAY_H
#define BASE_SAY_H

#ifdef ENABLE_NLS
#include <libintl.h>
#define _(text)		gettext(text)
#define P_(one, many, n) ngettext(one, many, (unsigned long)(n))
#else
#define _(text)		(text)
#define P_(one, many, n) ((n) == 1 ? (one) : (many))
#endif
#define N_(text)	text

#endif
