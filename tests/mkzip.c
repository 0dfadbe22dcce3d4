/*
 * mkzip [-e | -c] OUT NAME=FILE...: a zip archive of the files under those
 * names (APPNOTE.TXT 4.3), the first one stored and the others deflated;
 * -e says that they are encrypted, which is a lie, and -c gives checksums
 * that are wrong.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "slurp.h"

struct entry {
	const char	*name;
	struct bytes	 in, packed;
	int		 flags, method;
	unsigned long	 crc, at;
};

static void
le(struct buf *b, unsigned long v, int n)
{
	for (; n-- > 0; v >>= 8) {
		char	 c = (char)(v & 255);

		buf_add(b, &c, 1);
	}
}

/* What local and central header have in common. */
static void
header(struct buf *b, const struct entry *t)
{
	le(b, 20, 2);
	le(b, (unsigned long)t->flags, 2);
	le(b, (unsigned long)t->method, 2);
	le(b, 0x5A210000, 4);
	le(b, t->crc, 4);
	le(b, t->packed.n, 4);
	le(b, t->in.n, 4);
	le(b, strlen(t->name), 2);
	le(b, 0, 2);
}

static void
pack(struct arena *a, struct entry *t)
{
	z_stream	 z = { 0 };
	size_t		 cap = t->in.n + t->in.n / 100 + 1000;
	unsigned char	*p = arena_alloc(a, cap, 1);
	union { const unsigned char *in; unsigned char *p; } u = { t->in.p };

	if (deflateInit2(&z, 9, Z_DEFLATED, -15, 9, 0) != Z_OK)
		exit(1);
	z.next_in = u.p;
	z.avail_in = (unsigned)t->in.n;
	z.next_out = p;
	z.avail_out = (unsigned)cap;
	if (deflate(&z, Z_FINISH) != Z_STREAM_END)
		exit(1);
	t->packed = (struct bytes){ p, z.total_out };
	t->method = 8;
	deflateEnd(&z);
}

static void
add(struct arena *a, struct buf *b, struct entry *t, const char *arg,
    int first, int wrong)
{
	const char	*eq = strchr(arg, '=');

	if (eq == NULL)
		exit(2);
	t->name = arena_dup(a, arg, (size_t)(eq - arg));
	t->in = t->packed = slurp(a, eq + 1);
	t->crc = crc32(0, t->in.p, (unsigned)t->in.n) + (unsigned)wrong;
	if (!first)
		pack(a, t);
	t->at = b->n;
	le(b, 0x04034B50, 4);
	header(b, t);
	buf_puts(b, t->name);
	buf_add(b, t->packed.p, t->packed.n);
}

int
main(int argc, char **argv)
{
	struct arena	*a = arena_new();
	struct entry	*t = arena_alloc(a, (size_t)argc, sizeof(*t));
	struct buf	 b;
	FILE		*f;
	size_t		 dir;
	int		 i = 1, n = 0, locked, wrong;

	locked = argc > 1 && strcmp(argv[1], "-e") == 0;
	wrong = argc > 1 && strcmp(argv[1], "-c") == 0;
	i += locked + wrong;
	if (i >= argc || (f = fopen(argv[i++], "wb")) == NULL)
		return 2;
	buf_init(&b, a);
	for (; i < argc; i++, n++) {
		t[n].flags = locked;
		add(a, &b, &t[n], argv[i], n == 0, wrong);
	}
	dir = b.n;
	for (i = 0; i < n; i++) {
		le(&b, 0x02014B50, 4);
		le(&b, 20, 2);
		header(&b, &t[i]);
		le(&b, 0, 6);
		le(&b, 0, 4);
		le(&b, t[i].at, 4);
		buf_puts(&b, t[i].name);
	}
	le(&b, 0x06054B50, 4);
	le(&b, 0, 4);
	le(&b, (unsigned long)n, 2);
	le(&b, (unsigned long)n, 2);
	le(&b, b.n - 12 - dir, 4);
	le(&b, dir, 4);
	le(&b, 0, 2);
	n = fwrite(b.p, 1, b.n, f) == b.n && fclose(f) == 0 ? 0 : 1;
	arena_free(a);
	return n;
}
