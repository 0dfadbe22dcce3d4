/*
 * Compound files written by the tests: the simplest that readers accept.
 */
#ifndef TESTS_CFB_WRITE_H
#define TESTS_CFB_WRITE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

#define W_SECTOR	512
#define W_MINI		64
#define W_CUTOFF	4096
#define W_END		0xFFFFFFFEu
#define W_FREE		0xFFFFFFFFu
#define W_FAT		0xFFFFFFFDu

struct out_stream {
	const char	*name;
	struct bytes	 data;
};

static inline void
w8(struct buf *b, unsigned v)
{
	char	 c = (char)v;

	buf_add(b, &c, 1);
}

static inline void
w16(struct buf *b, unsigned v)
{
	w8(b, v & 0xFF);
	w8(b, v >> 8 & 0xFF);
}

static inline void
w32(struct buf *b, uint32_t v)
{
	w16(b, v & 0xFFFF);
	w16(b, v >> 16);
}

static inline void
w_pad(struct buf *b, size_t to)
{
	while (b->n % to != 0)
		w8(b, 0);
}

static inline void
w_at32(struct buf *b, size_t at, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		b->p[at + (size_t)i] = (char)(v >> 8 * i & 0xFF);
}

/* n links of a chain of sectors that lie side by side. */
static inline void
w_chain(struct buf *fat, size_t n)
{
	uint32_t	 at = (uint32_t)(fat->n / 4);

	for (size_t i = 0; i < n; i++)
		w32(fat, i + 1 < n ? at + 1 + (uint32_t)i : W_END);
}

static inline void
w_entry(struct buf *b, const char *name, int type, uint32_t right,
    uint32_t child, uint32_t start, size_t size)
{
	size_t	 from = b->n, n = 0;

	for (; name[n] != '\0'; n++)
		w16(b, (unsigned char)name[n]);
	while (b->n < from + 64)
		w8(b, 0);
	w16(b, (unsigned)(2 * (n + 1)));
	w8(b, (unsigned)type);
	w8(b, 1);			/* black */
	w32(b, W_FREE);			/* left */
	w32(b, right);
	w32(b, child);
	while (b->n < from + 116)
		w8(b, 0);
	w32(b, start);
	w32(b, (uint32_t)size);
	w32(b, 0);
}

/* All streams in the root; a tree that is a list is a tree, too. */
static inline struct bytes
cfb_write(struct arena *a, const struct out_stream *s, size_t n)
{
	static const unsigned char	 magic[8] = { 0xD0, 0xCF, 0x11, 0xE0,
		0xA1, 0xB1, 0x1A, 0xE1 };
	struct buf			 body, fat, mini, minifat, dir, out;
	uint32_t			*start, mini_at, minifat_at, dir_at;
	uint32_t			 fat_at;
	size_t				 nfat, mini_size;

	buf_init(&body, a);
	buf_init(&fat, a);
	buf_init(&mini, a);
	buf_init(&minifat, a);
	buf_init(&dir, a);
	buf_init(&out, a);
	start = arena_alloc(a, n + 1, sizeof(*start));
	for (size_t i = 0; i < n; i++) {
		struct bytes	 d = s[i].data;
		struct buf	*to = d.n < W_CUTOFF ? &mini : &body;
		size_t		 unit = d.n < W_CUTOFF ? W_MINI : W_SECTOR;

		start[i] = d.n == 0 ? W_END : (uint32_t)(to->n / unit);
		buf_add(to, d.p, d.n);
		w_pad(to, unit);
		w_chain(d.n < W_CUTOFF ? &minifat : &fat,
		    (d.n + unit - 1) / unit);
	}
	mini_size = mini.n;
	w_pad(&mini, W_SECTOR);
	mini_at = mini.n == 0 ? W_END : (uint32_t)(body.n / W_SECTOR);
	buf_add(&body, mini.p, mini.n);
	w_chain(&fat, mini.n / W_SECTOR);
	while (minifat.n % W_SECTOR != 0)
		w32(&minifat, W_FREE);
	minifat_at = minifat.n == 0 ? W_END : (uint32_t)(body.n / W_SECTOR);
	buf_add(&body, minifat.p, minifat.n);
	w_chain(&fat, minifat.n / W_SECTOR);
	w_entry(&dir, "Root Entry", 5, W_FREE, n > 0 ? 1 : W_FREE, mini_at,
	    mini_size);
	for (size_t i = 0; i < n; i++)
		w_entry(&dir, s[i].name, 2, i + 1 < n ? (uint32_t)i + 2 :
		    W_FREE, W_FREE, start[i], s[i].data.n);
	w_pad(&dir, W_SECTOR);
	dir_at = (uint32_t)(body.n / W_SECTOR);
	buf_add(&body, dir.p, dir.n);
	w_chain(&fat, dir.n / W_SECTOR);
	fat_at = (uint32_t)(body.n / W_SECTOR);
	nfat = 1;
	while (nfat * W_SECTOR / 4 < fat.n / 4 + nfat)
		nfat++;
	for (size_t i = 0; i < nfat; i++)
		w32(&fat, W_FAT);
	while (fat.n % W_SECTOR != 0)
		w32(&fat, W_FREE);
	buf_add(&body, fat.p, fat.n);

	buf_add(&out, magic, sizeof(magic));
	while (out.n < 24)
		w8(&out, 0);
	w16(&out, 0x3E);
	w16(&out, 3);
	w16(&out, 0xFFFE);
	w16(&out, 9);
	w16(&out, 6);
	while (out.n < 44)
		w8(&out, 0);
	w32(&out, (uint32_t)nfat);
	w32(&out, dir_at);
	w32(&out, 0);
	w32(&out, W_CUTOFF);
	w32(&out, minifat_at);
	w32(&out, (uint32_t)(minifat.n / W_SECTOR));
	w32(&out, W_END);		/* 109 FAT sectors are enough */
	w32(&out, 0);
	for (size_t i = 0; i < 109; i++)
		w32(&out, i < nfat ? fat_at + (uint32_t)i : W_FREE);
	buf_add(&out, body.p, body.n);
	return buf_bytes(&out);
}

#endif
