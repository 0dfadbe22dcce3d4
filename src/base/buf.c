#include <config.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

void
buf_init(struct buf *b, struct arena *a)
{
	*b = (struct buf){ .arena = a };
}

void
buf_over(struct buf *b, struct arena *a, char *p, size_t n)
{
	*b = (struct buf){ .arena = a, .p = p, .cap = n };
}

static void
buf_room(struct buf *b, size_t more)
{
	size_t	 cap = b->cap != 0 ? b->cap : 64;
	char	*p;

	if (b->cap - b->n > more)
		return;
	while (cap - b->n <= more)
		cap *= 2;
	p = arena_alloc(b->arena, cap, 1);
	if (b->n != 0)
		memcpy(p, b->p, b->n);
	b->p = p;
	b->cap = cap;
}

void
buf_add(struct buf *b, const void *p, size_t n)
{
	buf_room(b, n);
	if (n != 0)
		memcpy(b->p + b->n, p, n);
	b->n += n;
}

void
buf_str(struct buf *b, struct str s)
{
	buf_add(b, s.p, s.n);
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_char(struct buf *b, uint32_t c)
{
	char	 p[UTF8_MAX];

	buf_add(b, p, utf8_put(p, c));
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list	 ap;
	int	 n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n <= 0)
		return;
	buf_room(b, (size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->n += (size_t)n;
}

struct str
buf_text(struct buf *b)
{
	buf_room(b, 1);
	b->p[b->n] = '\0';
	return (struct str){ b->p, b->n };
}

struct bytes
buf_bytes(struct buf *b)
{
	struct str	 s = buf_text(b);

	return (struct bytes){ (const unsigned char *)s.p, s.n };
}

void
buf_clear(struct buf *b)
{
	b->n = 0;
}
