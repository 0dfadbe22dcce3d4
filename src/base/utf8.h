/*
 * Characters of UTF-8 text.  The functions take any bytes: what is not
 * well-formed counts as U+FFFD, one byte at a time.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define UTF8_BAD	0xFFFDu		/* REPLACEMENT CHARACTER */
#define UTF8_BAD_TEXT	"\xEF\xBF\xBD"
#define UTF8_MAX	4		/* bytes in one character */

/* The first or last character and how many bytes it takes; s.n > 0. */
uint32_t	utf8_first(struct str s, size_t *n);
uint32_t	utf8_last(struct str s, size_t *n);

/*
 * The character at *at, which moves behind it; *at < s.n.  Every look at a
 * text is made of it: what nearly every character is costs no call.
 */
uint32_t	utf8_next_any(struct str s, size_t *at);

static inline uint32_t
utf8_next(struct str s, size_t *at)
{
	const unsigned char	*p = (const unsigned char *)s.p + *at;

	if (p[0] < 0x80) {
		++*at;
		return p[0];
	}
	if (p[0] > 0xE0 && p[0] < 0xED && s.n - *at > 2 &&
	    (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
		*at += 3;
		return (uint32_t)(p[0] & 0x0F) << 12 |
		    (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
	}
	return utf8_next_any(s, at);
}

/* Writes a character and returns the number of bytes, at most UTF8_MAX. */
size_t		utf8_put(char *, uint32_t);

/* How many bytes from the beginning are well-formed (RFC 3629). */
size_t		utf8_valid(struct bytes);

/* Number of characters; and whether there are more than n. */
size_t		utf8_length(struct str);
bool		utf8_longer(struct str, size_t n);

/* Whether one of its characters is an ideograph. */
bool		utf8_has_han(struct str);

/* Whether one of them is U+FFFD, which stands for what is not known. */
bool		utf8_has_bad(struct str);

/*
 * White space: the ASCII ones, NBSP, the spaces of U+2000 to U+200A,
 * U+202F, U+205F, the ideographic space U+3000, the ends of lines and
 * paragraphs U+2028 and U+2029, and what has no width.
 */
bool		utf8_is_space(uint32_t);

/* Where the first white space at or behind at begins; s.n: there is none. */
size_t		utf8_space(struct str s, size_t at);

/* Where the last word begins: behind the last white space, or 0. */
size_t		utf8_last_word(struct str);

/*
 * Characters without width that converters leave behind: soft hyphens
 * (U+00AD), joiners and the like (U+200B to U+200F, U+2060 to U+2064,
 * U+FEFF), embeddings and isolates of direction, of which digits take no
 * notice (U+202A to U+202D, U+2066 to U+2069), and variants (U+FE00 to
 * U+FE0F).  U+202E is not among them: it turns the digits around.
 */
bool		utf8_is_ignorable(uint32_t);

/* A CJK ideograph. */
bool		utf8_is_han(uint32_t);

/*
 * Columns on a terminal: 2 for East Asian wide and fullwidth characters, 0
 * for combining and zero-width ones, else 1; ambiguous ones are 1 (UAX 11).
 */
int		utf8_width(uint32_t);
size_t		str_width(struct str);

/*
 * The compatibility form of a character that figures and labels are
 * compared in: fullwidth forms become ASCII, as NFKC (UAX 15) has it.
 * Circled and parenthesised digits are left alone.
 */
uint32_t	utf8_fold(uint32_t);

#endif
