/*
 * Text: UTF-8 that has been through charset_decode(), not NUL-terminated,
 * owned by somebody else (as a rule the document's arena).
 *
 * Bytes as they came are a struct bytes.  The two are the same but for the
 * name, and the name is the point: a reader cannot hand undecoded bytes on.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct str {
	const char	*p;
	size_t		 n;
};

struct bytes {
	const unsigned char	*p;
	size_t			 n;
};

#define STR(lit)	((struct str){ (lit), sizeof(lit) - 1 })
#define STR_FMT		"%.*s"
#define STR_ARG(s)	(int)(s).n, (s).p
#define STR_NONE	((size_t)-1)

/* A view of a NUL-terminated string of our own (never of input). */
struct str	 str_of(const char *);

bool		 str_eq(struct str, struct str);
int		 str_cmp(struct str, struct str);	/* bytewise order */
bool		 str_starts(struct str, struct str prefix);
bool		 str_ends(struct str, struct str suffix);

/* Where needle begins in s at or after from, or STR_NONE. */
size_t		 str_find(struct str s, struct str needle, size_t from);
bool		 str_has(struct str s, struct str needle);
bool		 str_has_digit(struct str);	/* 0 to 9 */

/* The n bytes from at on, cut off at the end of s. */
struct str	 str_sub(struct str s, size_t at, size_t n);
struct str	 str_from(struct str s, size_t at);

/* Without white space (base/utf8.h says what that is) at either end. */
struct str	 str_trim(struct str);

/* A copy in the arena, NUL-terminated one past its length. */
struct str	 str_dup(struct arena *, struct str);
struct str	 str_cat(struct arena *, struct str, struct str);

/*
 * The next line of *rest without its line end (LF, CRLF or CR), which is
 * cut off *rest.  False when nothing is left.
 */
bool		 str_line(struct str *rest, struct str *line);

/* Whether s ends with one of the words, which are parted by '|'. */
bool		 str_ends_any(struct str s, struct str words);

/* Whether the word stands in s at *at, which then moves behind it. */
bool		 str_eat(struct str s, size_t *at, const char *word);

/* The next field of *rest up to sep; false when nothing is left. */
bool		 str_field(struct str *rest, char sep, struct str *field);

#endif
