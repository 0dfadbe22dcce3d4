#include <config.h>

#include <string.h>

#define ZLIB_CONST
#include <zlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/gzip.h"
#include "read/le.h"
#include "read/zip_local.h"

/* Where things are in a header. */
enum {
	AT_FLAGS = 6, AT_METHOD = 8, AT_CRC = 14, AT_PACKED = 18,
	AT_SIZE = 22, AT_NAME_LEN = 26, AT_EXTRA_LEN = 28, HEADER = 30,
};

enum { STORED = 0, DEFLATED = 8 };
enum { FLAG_LOCKED = 1, FLAG_BEHIND = 8 };

#define SIG_HEADER	0x04034B50u
#define SIG_BEHIND	0x08074B50u	/* sizes that stand behind the data */
#define EXTRA_ZIP64	1
#define RAW_BITS	(-15)	/* no header, the largest window */
#define IN_ZIP64	0xFFFFFFFFu

static uint64_t
le64(struct bytes b, size_t at)
{
	return le32(b, at) | (uint64_t)le32(b, at + 4) << 32;
}

/* Sizes of 64 bits, which stand among the extra fields, in that order. */
static void
read_zip64(struct bytes extra, uint64_t *packed, uint64_t *size)
{
	size_t	 at = 0, k = 4;

	while (le_has(extra, at, 4) && le16(extra, at) != EXTRA_ZIP64)
		at += 4 + (size_t)le16(extra, at + 2);
	if (!le_has(extra, at, 4))
		return;
	extra = le_sub(extra, at, 4 + (size_t)le16(extra, at + 2));
	if (*size == IN_ZIP64 && le_has(extra, k, 8)) {
		*size = le64(extra, k);
		k += 8;
	}
	if (*packed == IN_ZIP64 && le_has(extra, k, 8))
		*packed = le64(extra, k);
}

/*
 * Inflates into out[0..room-1], or only counts when out is NULL, up to the
 * end of the stream.  Sets how many bytes went in and came out; false if
 * the stream does not end, is damaged, or gives more than room.
 */
static bool
inflate_all(struct bytes in, unsigned char *out, size_t room, size_t *used,
    size_t *got)
{
	struct bytes	 rest = in;
	bool		 whole;

	*used = *got = 0;
	if (in.n > LIMIT_FILE)
		return false;
	whole = gzip_inflate(&rest, RAW_BITS, out, room, got) == 0;
	*used = in.n - rest.n;
	return whole && *got <= room;
}

/* What can be unpacked of so many bytes; there is room for a small file. */
static size_t
room_for(size_t packed)
{
	if (packed > LIMIT_FILE / LIMIT_RATIO)
		return LIMIT_FILE;
	packed *= LIMIT_RATIO;
	return packed > LIMIT_RATIO_MIN ? packed : LIMIT_RATIO_MIN;
}

/*
 * The sizes stand behind the data, which only the stream itself says the
 * end of; the signature before them may be left out.
 */
static bool
read_behind(struct bytes rest, struct zip_local *m, size_t *all)
{
	size_t	 used, got, at;

	if (m->method != DEFLATED || !inflate_all(rest, NULL,
	    room_for(rest.n), &used, &got))
		return false;
	at = used;
	if (le32(rest, at) == SIG_BEHIND)
		at += 4;
	m->packed = le_sub(rest, 0, used);
	m->crc = le32(rest, at);
	m->size = got;
	if (le_has(rest, at, 12) && le32(rest, at + 4) == used &&
	    le32(rest, at + 8) == got)
		*all = at + 12;
	else if (le_has(rest, at, 20) && le64(rest, at + 4) == used &&
	    le64(rest, at + 12) == got)
		*all = at + 20;
	else
		return false;
	return true;
}

bool
zip_local_next(struct bytes in, size_t *at, struct zip_local *m)
{
	struct bytes	 h = le_sub(in, *at, in.n), rest;
	size_t		 name = le16(h, AT_NAME_LEN), all = 0;
	size_t		 extra = le16(h, AT_EXTRA_LEN);
	uint64_t	 packed = le32(h, AT_PACKED);
	int		 flags = le16(h, AT_FLAGS);

	if (!le_has(h, 0, HEADER) || le32(h, 0) != SIG_HEADER ||
	    !le_has(h, HEADER, name + extra))
		return false;
	*m = (struct zip_local){ .name = le_sub(h, HEADER, name),
		.size = le32(h, AT_SIZE), .crc = le32(h, AT_CRC),
		.method = le16(h, AT_METHOD),
		.locked = (flags & FLAG_LOCKED) != 0 };
	read_zip64(le_sub(h, HEADER + name, extra), &packed, &m->size);
	rest = le_sub(h, HEADER + name + extra, h.n);
	if ((flags & FLAG_BEHIND) != 0 && packed == 0)
		m->cut = m->locked || !read_behind(rest, m, &all);
	else if (packed > rest.n)
		m->cut = true;
	else {
		m->packed = le_sub(rest, 0, (size_t)packed);
		all = (size_t)packed;
		if ((flags & FLAG_BEHIND) != 0)
			all += le32(rest, all) == SIG_BEHIND ? 16 : 12;
	}
	*at = m->cut || all > rest.n ? in.n :
	    *at + HEADER + name + extra + all;
	return true;
}

int
zip_local_read(struct arena *a, const struct zip_local *m,
    struct bytes *out, struct err *e)
{
	unsigned char	*p;
	size_t		 used, n = 0;

	*out = (struct bytes){ NULL, 0 };
	if (m->locked)
		return err_set(e, ERR_LOCKED, "protected by a password");
	if (m->cut)
		return err_set(e, ERR_FORMAT, "the archive is cut off");
	if (m->method != STORED && m->method != DEFLATED)
		return err_set(e, ERR_FORMAT, "packed in a way that is not "
		    "known: %d", m->method);
	if (m->size > room_for(m->packed.n))
		return err_set(e, ERR_LIMIT, "unpacks to more than %u bytes "
		    "or %d times its size", LIMIT_FILE, LIMIT_RATIO);
	p = arena_alloc(a, (size_t)m->size + 1, 1);
	out->n = (size_t)m->size;
	if (m->method == STORED && m->packed.n == m->size) {
		n = m->packed.n;
		if (n > 0)
			memcpy(p, m->packed.p, n);
	} else if (m->method == STORED || !inflate_all(m->packed, p,
	    (size_t)m->size + 1, &used, &n) || n != m->size ||
	    used != m->packed.n)
		return err_set(e, ERR_FORMAT, "a damaged zip entry");
	if (crc32(0, p, (uInt)n) != m->crc)
		return err_set(e, ERR_FORMAT, "a damaged zip entry");
	p[n] = '\0';
	*out = (struct bytes){ p, n };
	return 0;
}
