/*
 * From bytes to text: the only way.
 */
#ifndef READ_CHARSET_H
#define READ_CHARSET_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct doc;
struct err;

struct decoded {
	struct str	 text;		/* UTF-8 without BOM or NUL */
	const char	*charset;	/* "UTF-8", "GB18030", "Big5", … */
	bool		 guessed;	/* by the heuristic alone */
	long		 nbad;		/* bytes that became U+FFFD */
};

/*
 * Decodes with the named encoding, or, when that is NULL, with what a BOM
 * says, else with hint (a label declared by the file; may be NULL) if the
 * bytes decode in it without fault, else as UTF-8 if they are well-formed,
 * else by a heuristic for Chinese text that tells GB18030, Big5 and UTF-16
 * apart.  Text all in bytes below 0x80 that is HZ, ISO-2022-CN or UTF-7, and
 * UTF-32, is known by what it decodes to, whatever is declared.  Every label
 * of the GB family means GB18030 ("gb2312" pages hold characters that GB2312
 * has not).  A hint is not taken if it names an encoding without ideographs,
 * or one that is not UTF-8 for Chinese text that is well-formed UTF-8.
 *
 * Stray bytes become U+FFFD one at a time and are counted, and so are
 * control characters other than \t, \n, \r and \f; a vertical tab becomes
 * a line break, and so do U+0085, U+2028 and U+2029.  The text may point
 * into the bytes.  -1 with ERR_USAGE if the named encoding is not known to
 * iconv.
 */
int	charset_decode(struct arena *, struct bytes, const char *encoding,
	    const char *hint, struct decoded *, struct err *);

/* Whether charset_decode() will take the name. */
bool	charset_known(const char *encoding);

/* Puts the charset into the doc, and what there is to note about it. */
void	charset_report(struct doc *, const struct decoded *);

#endif
