#include <config.h>

#include <stdarg.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

#define CHUNK	(64 * 1024)	/* what is asked of malloc() at a time */
#define STATUS	3		/* of a program that the machine failed */

struct chunk {
	struct chunk	*next;
	size_t		 size, used;
	alignas(max_align_t) char data[];
};

struct arena {
	struct chunk	*first;		/* the one being filled */
};

/* Not exit(): other threads go on, and use what it would take away. */
void
out_of_memory(void)
{
	fputs("nianbao: out of memory\n", stderr);
	_exit(STATUS);
}

void *
xmalloc(size_t n)
{
	void	*p = malloc(n != 0 ? n : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

void *
xrealloc(void *old, size_t n, size_t size)
{
	void	*p;

	if (size != 0 && n > SIZE_MAX / size)
		out_of_memory();
	p = realloc(old, n * size != 0 ? n * size : 1);
	if (p == NULL)
		out_of_memory();
	return p;
}

struct arena *
arena_new(void)
{
	struct arena	*a = xmalloc(sizeof(*a));

	*a = (struct arena){ 0 };
	return a;
}

void
arena_free(struct arena *a)
{
	struct chunk	*next;

	if (a == NULL)
		return;
	for (struct chunk *c = a->first; c != NULL; c = next) {
		next = c->next;
		free(c);
	}
	free(a);
}

/* A chunk with room for n bytes, in front of the others. */
static struct chunk *
chunk_for(struct arena *a, size_t n)
{
	size_t		 size = n > CHUNK ? n : CHUNK;
	struct chunk	*c;

	if (size > SIZE_MAX - sizeof(*c))
		out_of_memory();
	c = xmalloc(sizeof(*c) + size);
	c->size = size;
	c->used = 0;
	/* A big object does not end the use of a chunk with room left. */
	if (a->first != NULL && n > CHUNK / 4) {
		c->next = a->first->next;
		a->first->next = c;
	} else {
		c->next = a->first;
		a->first = c;
	}
	return c;
}

void *
arena_alloc(struct arena *a, size_t n, size_t size)
{
	const size_t	 align = alignof(max_align_t);
	struct chunk	*c = a->first;
	size_t		 want;
	void		*p;

	if (size != 0 && n > (SIZE_MAX - align) / size)
		out_of_memory();
	want = (n * size + align - 1) & ~(align - 1);
	if (want == 0)
		want = align;
	if (c == NULL || c->size - c->used < want)
		c = chunk_for(a, want);
	p = c->data + c->used;
	c->used += want;
	return memset(p, 0, want);
}

void *
arena_grow(struct arena *a, void *array, size_t n, size_t *cap, size_t size)
{
	void	*larger;

	if (n < *cap)
		return array;
	*cap = *cap == 0 ? 8 : 2 * *cap;
	larger = arena_alloc(a, *cap, size);
	if (n != 0)
		memcpy(larger, array, n * size);
	return larger;
}

char *
arena_dup(struct arena *a, const void *src, size_t n)
{
	char	*p = arena_alloc(a, n + 1, 1);

	if (n != 0)
		memcpy(p, src, n);
	return p;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list	 ap;
	char	*p;
	int	 n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		out_of_memory();
	p = arena_alloc(a, (size_t)n + 1, 1);
	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return p;
}
