/*
 * Memory with one owner: everything that belongs to a document lives in the
 * document's arena and goes with it, in one call.
 *
 * Nothing here fails: when the machine has no memory left the program ends
 * (out_of_memory()), because there is nothing sensible it could still do.
 * What a *document* may ask for is bounded elsewhere (base/limit.h).
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/* The caller frees it with arena_free(), which takes NULL. */
struct arena	*arena_new(void);
void		 arena_free(struct arena *);

/*
 * n objects of the given size, zeroed, aligned for any type.  n and size may
 * come from a document: a product that overflows ends the program.
 */
void		*arena_alloc(struct arena *, size_t n, size_t size);

/*
 * Room for one object more in an array of *cap, of which n are used: the
 * array itself, or when it is full a copy of twice the size.  An array of
 * none is NULL.
 */
void		*arena_grow(struct arena *, void *array, size_t n, size_t *cap,
		    size_t size);

/* A copy of n bytes followed by a NUL byte that is not counted. */
char		*arena_dup(struct arena *, const void *, size_t n);

/* printf into the arena; the result is NUL-terminated. */
char		*arena_printf(struct arena *, const char *, ...)
		    __attribute__((format(printf, 2, 3)));

/*
 * Ends the program at once, with a message and with status 3, which says
 * that the machine failed.  It is also for libraries that say that they had
 * no memory: what they could not read is no fault of a document.
 */
_Noreturn void	 out_of_memory(void);

/* malloc() and realloc() that end the program rather than fail. */
void		*xmalloc(size_t);
void		*xrealloc(void *, size_t n, size_t size);

#endif
