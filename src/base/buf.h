/*
 * Text or bytes under construction, in an arena.  Appending never fails;
 * what may be appended is the caller's to bound.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdint.h>

#include "base/str.h"

struct arena;

struct buf {
	struct arena	*arena;
	char		*p;
	size_t		 n, cap;
};

void		 buf_init(struct buf *, struct arena *);

/*
 * The same, begun in n bytes of the caller's: what does not fit there goes
 * on in the arena, so the text lives as long as the shorter of the two.
 */
void		 buf_over(struct buf *, struct arena *, char *, size_t n);

void		 buf_add(struct buf *, const void *, size_t);
void		 buf_str(struct buf *, struct str);
void		 buf_puts(struct buf *, const char *);
void		 buf_char(struct buf *, uint32_t);	/* one character */
void		 buf_printf(struct buf *, const char *, ...)
		    __attribute__((format(printf, 2, 3)));

/* What is there, NUL-terminated one past its length; buf may go on. */
struct str	 buf_text(struct buf *);
struct bytes	 buf_bytes(struct buf *);
void		 buf_clear(struct buf *);	/* keeps the memory */

#endif
