#include <config.h>

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "read/tar.h"

#define BLOCK	512

/* Where things are in a header (POSIX.1-2008, pax, ustar format). */
enum {
	AT_NAME = 0,	LEN_NAME = 100,
	AT_SIZE = 124,	LEN_SIZE = 12,
	AT_SUM = 148,	LEN_SUM = 8,
	AT_TYPE = 156,
	AT_MAGIC = 257,
	AT_PREFIX = 345, LEN_PREFIX = 155,
};

/*
 * An octal number, padded with spaces or NUL; or, in GNU's way, a binary
 * one behind a byte 0x80.  UINT64_MAX if it is neither.
 */
static uint64_t
number(const unsigned char *p, size_t n)
{
	uint64_t	 v = 0;
	size_t		 i = 0, digits = 0;

	if (p[0] == 0x80) {
		for (i = 1; i < n; i++) {
			if (v >> 55 != 0)
				return UINT64_MAX;
			v = v << 8 | p[i];
		}
		return v;
	}
	while (i < n && p[i] == ' ')
		i++;
	for (; i < n && p[i] >= '0' && p[i] <= '7'; i++, digits++)
		v = v << 3 | (uint64_t)(p[i] - '0');
	if (digits == 0 || (i < n && p[i] != ' ' && p[i] != '\0'))
		return UINT64_MAX;
	return v;
}

static bool
sum_is_right(const unsigned char *p)
{
	uint64_t	 sum = 0;

	for (size_t i = 0; i < BLOCK; i++)
		sum += i >= AT_SUM && i < AT_SUM + LEN_SUM ? ' ' : p[i];
	return number(p + AT_SUM, LEN_SUM) == sum;
}

static bool
is_zero(const unsigned char *p)
{
	for (size_t i = 0; i < BLOCK; i++)
		if (p[i] != 0)
			return false;
	return true;
}

bool
tar_probe(struct bytes in)
{
	return in.n >= BLOCK && in.p[AT_NAME] != 0 && sum_is_right(in.p) &&
	    number(in.p + AT_SIZE, LEN_SIZE) != UINT64_MAX;
}

void
tar_open(struct tar *t, struct arena *a, struct bytes in)
{
	*t = (struct tar){ .arena = a, .in = in };
}

/* The bytes up to the first NUL. */
static struct bytes
field(const unsigned char *p, size_t n)
{
	const unsigned char	*end = memchr(p, 0, n);

	return (struct bytes){ p, end != NULL ? (size_t)(end - p) : n };
}

static struct bytes
header_name(struct tar *t, const unsigned char *p)
{
	struct bytes	 name = field(p + AT_NAME, LEN_NAME), prefix;
	char		*s;

	/* GNU has "ustar " there and other things in place of the prefix. */
	if (memcmp(p + AT_MAGIC, "ustar", 6) != 0)
		return name;
	prefix = field(p + AT_PREFIX, LEN_PREFIX);
	if (prefix.n == 0)
		return name;
	s = arena_alloc(t->arena, prefix.n + 1 + name.n + 1, 1);
	memcpy(s, prefix.p, prefix.n);
	s[prefix.n] = '/';
	memcpy(s + prefix.n + 1, name.p, name.n);
	return (struct bytes){ (const unsigned char *)s,
	    prefix.n + 1 + name.n };
}

/* What a pax header says of the file behind it: "27 path=…\n". */
static void
read_pax(struct bytes in, struct bytes *name, uint64_t *size)
{
	size_t	 at = 0, len, i;

	while (at < in.n) {
		struct bytes	 rec = { in.p + at, in.n - at };

		for (len = 0, i = 0; i < rec.n && i < 9 &&
		    rec.p[i] >= '0' && rec.p[i] <= '9'; i++)
			len = 10 * len + (size_t)(rec.p[i] - '0');
		if (i == 0 || i >= rec.n || rec.p[i] != ' ' ||
		    len > rec.n || len < i + 2)
			return;
		at += len;
		rec = (struct bytes){ rec.p + i + 1, len - i - 2 };
		if (rec.n > 5 && memcmp(rec.p, "path=", 5) == 0)
			*name = (struct bytes){ rec.p + 5, rec.n - 5 };
		else if (rec.n > 5 && memcmp(rec.p, "size=", 5) == 0) {
			*size = 0;
			for (i = 5; i < rec.n && i < 20 &&
			    rec.p[i] >= '0' && rec.p[i] <= '9'; i++)
				*size = 10 * *size +
				    (uint64_t)(rec.p[i] - '0');
		}
	}
}

int
tar_next(struct tar *t, struct tar_entry *x)
{
	struct bytes		 name = { NULL, 0 };
	uint64_t		 size = UINT64_MAX;

	while (t->in.n - t->at >= BLOCK) {
		const unsigned char	*p = t->in.p + t->at;
		uint64_t		 n = number(p + AT_SIZE, LEN_SIZE);
		size_t			 left;
		char			 type = (char)p[AT_TYPE];

		if (is_zero(p))
			return 0;
		if (!sum_is_right(p) || n == UINT64_MAX)
			return -1;
		t->at += BLOCK;
		left = t->in.n - t->at;
		if (size != UINT64_MAX && type != 'x' && type != 'L')
			n = size;
		if (type == '1' || type == '2' || type == '5')
			n = 0;	/* links and directories have no data */
		x->cut = n > left;
		x->data = (struct bytes){ t->in.p + t->at,
		    x->cut ? left : (size_t)n };
		t->at += x->cut ? left :
		    (size_t)n + (BLOCK - (size_t)n % BLOCK) % BLOCK;
		if (t->at > t->in.n)
			t->at = t->in.n;
		if (type == 'x')
			read_pax(x->data, &name, &size);
		else if (type == 'L')
			name = field(x->data.p, x->data.n);
		else if (type == '0' || type == '\0' || type == '7') {
			x->name = name.n != 0 ? name : header_name(t, p);
			return 1;
		} else if (type != 'g' && type != 'K') {
			name.n = 0;
			size = UINT64_MAX;
		}
	}
	return -1;	/* a block of zeros should have been there */
}
