#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "read/cfb.h"
#include "read/le.h"

/* [MS-CFB] 2.1, 2.2, 2.6.1 */
#define NO_STREAM	0xFFFFFFFFu
#define HEADER_SIZE	512
#define HEADER_DIFAT	109		/* FAT sectors named in the header */
#define ENTRY_SIZE	128
#define NAME_MAX_UNITS	32
#define TYPE_STREAM	2
#define TYPE_ROOT	5

struct cfb {
	struct arena	*arena;
	struct bytes	 in;
	size_t		 sector;	/* size of one */
	uint32_t	 nsector; /* in the file, the header not counted */
	uint32_t	*fat;		/* sectors that hold the FAT */
	uint32_t	 nfat;
	struct bytes	 dir;
	struct bytes	 minifat, mini;	/* read when first needed */
	bool		 has_mini;
};

bool
cfb_is(struct bytes in)
{
	static const unsigned char	 magic[8] = { 0xD0, 0xCF, 0x11, 0xE0,
		0xA1, 0xB1, 0x1A, 0xE1 };

	return in.n >= sizeof(magic) && memcmp(in.p, magic, sizeof(magic)) == 0;
}

/* The sector; the last of a file may be cut short. */
static struct bytes
sector(const struct cfb *c, uint32_t id)
{
	return le_sub(c->in, ((size_t)id + 1) * c->sector, c->sector);
}

/* What the FAT says comes after the sector. */
static uint32_t
next_sector(const struct cfb *c, uint32_t id)
{
	uint32_t	 per = (uint32_t)c->sector / 4;
	struct bytes	 s;

	if (id / per >= c->nfat || c->fat[id / per] >= c->nsector)
		return NO_STREAM;
	s = sector(c, c->fat[id / per]);
	if (!le_has(s, (size_t)(id % per) * 4, 4))
		return NO_STREAM;
	return le32(s, (size_t)(id % per) * 4);
}

/*
 * The list of FAT sectors: 109 in the header, the rest in a chain of its
 * own.  There is no use for more than cover the file, which ends chains
 * that run in circles.
 */
static int
read_difat(struct cfb *c, struct err *e)
{
	uint32_t	 per = (uint32_t)c->sector / 4;
	uint32_t	 want = le32(c->in, 0x2C), id = le32(c->in, 0x44);
	uint32_t	 need = c->nsector / per + 1;

	if (want > need)
		want = need;
	c->fat = arena_alloc(c->arena, want + 1, sizeof(*c->fat));
	while (c->nfat < want && c->nfat < HEADER_DIFAT) {
		c->fat[c->nfat] = le32(c->in, 0x4C + 4 * (size_t)c->nfat);
		c->nfat++;
	}
	while (c->nfat < want && id < c->nsector) {
		struct bytes	 s = sector(c, id);

		for (uint32_t i = 0; i + 1 < per && c->nfat < want; i++)
			c->fat[c->nfat++] = le32(s, (size_t)i * 4);
		id = le32(s, (size_t)(per - 1) * 4);
	}
	if (c->nfat < want)
		return err_set(e, ERR_FORMAT,
		    "the allocation table of the compound file is cut short");
	return 0;
}

/*
 * Puts a chain of sectors together: size bytes of it, or all that there is
 * when size is STR_NONE.
 */
static int
read_chain(struct cfb *c, uint32_t id, size_t size, struct bytes *out,
    struct err *e)
{
	unsigned char	*seen, *p;
	size_t		 cap, n = 0;
	uint32_t	 k, count = 0;

	if (size != STR_NONE && size > c->in.n)
		return err_set(e, ERR_FORMAT,
		    "a stream is said to be longer than the file");
	seen = arena_alloc(c->arena, c->nsector / 8 + 1, 1);
	for (k = id; k < c->nsector; k = next_sector(c, k)) {
		if ((seen[k / 8] >> (k % 8) & 1) != 0)
			return err_set(e, ERR_FORMAT,
			    "a chain of sectors runs in a circle");
		seen[k / 8] |= (unsigned char)(1 << (k % 8));
		count++;
		if (size != STR_NONE && count * c->sector >= size)
			break;
	}
	cap = (size_t)count * c->sector;
	if (size != STR_NONE && cap < size)
		return err_set(e, ERR_FORMAT, "a stream is cut short");
	p = arena_alloc(c->arena, cap + 1, 1);
	for (k = id; count-- > 0; k = next_sector(c, k)) {
		struct bytes	 s = sector(c, k);

		memcpy(p + n, s.p, s.n);
		n += s.n;
	}
	if (size != STR_NONE && n < size)
		return err_set(e, ERR_FORMAT, "a stream is cut short");
	*out = (struct bytes){ p, size != STR_NONE ? size : n };
	return 0;
}

int
cfb_open(struct arena *a, struct bytes in, struct cfb **out, struct err *e)
{
	struct cfb	*c = arena_alloc(a, 1, sizeof(*c));
	unsigned	 shift = le16(in, 0x1E);

	if (!cfb_is(in))
		return err_set(e, ERR_FORMAT, "not a compound file");
	if (in.n < HEADER_SIZE || le16(in, 0x1C) != 0xFFFE ||
	    (shift != 9 && shift != 12) || le16(in, 0x20) != 6)
		return err_set(e, ERR_FORMAT,
		    "the header of the compound file is damaged");
	c->arena = a;
	c->in = in;
	c->sector = (size_t)1 << shift;
	c->nsector = (uint32_t)((in.n + c->sector - 1) / c->sector - 1);
	if (read_difat(c, e) < 0 ||
	    read_chain(c, le32(in, 0x30), STR_NONE, &c->dir, e) < 0)
		return -1;
	if (c->dir.n < ENTRY_SIZE || le8(c->dir, 0x42) != TYPE_ROOT)
		return err_set(e, ERR_FORMAT,
		    "the compound file has no directory");
	*out = c;
	return 0;
}

static char
upper(uint32_t u)
{
	return (char)(u >= 'a' && u <= 'z' ? u - 'a' + 'A' : u);
}

static bool
name_is(struct bytes entry, const char *name)
{
	size_t	 n = strlen(name);

	if (n >= NAME_MAX_UNITS || le16(entry, 0x40) != 2 * (n + 1))
		return false;
	for (size_t i = 0; i < n; i++) {
		uint16_t	 u = le16(entry, 2 * i);

		if (u > 0x7E || upper(u) != upper((unsigned char)name[i]))
			return false;
	}
	return true;
}

/*
 * The entry among the children of the root.  They are a sorted tree, but
 * not every program sorts it as it should, so all of it is looked at.
 */
static bool
find(const struct cfb *c, const char *name, struct bytes *entry)
{
	uint32_t	 n = (uint32_t)(c->dir.n / ENTRY_SIZE);
	struct arena	*a = arena_new();
	unsigned char	*seen = arena_alloc(a, n, 1);
	uint32_t	*todo = arena_alloc(a, 2 * (size_t)n + 1,
	    sizeof(*todo));
	size_t		 ntodo = 0;
	bool		 found = false;

	todo[ntodo++] = le32(c->dir, 0x4C);
	while (ntodo > 0 && !found) {
		uint32_t	 i = todo[--ntodo];

		if (i >= n || seen[i] != 0)
			continue;
		seen[i] = 1;
		*entry = le_sub(c->dir, (size_t)i * ENTRY_SIZE, ENTRY_SIZE);
		found = name_is(*entry, name);
		todo[ntodo++] = le32(*entry, 0x44);
		todo[ntodo++] = le32(*entry, 0x48);
	}
	arena_free(a);
	return found;
}

bool
cfb_has(const struct cfb *c, const char *name)
{
	struct bytes	 entry;

	return find(c, name, &entry);
}

/* The mini stream, where streams below the cutoff live, and its FAT. */
static int
read_mini(struct cfb *c, struct err *e)
{
	if (c->has_mini)
		return 0;
	if (read_chain(c, le32(c->in, 0x3C), STR_NONE, &c->minifat, e) < 0 ||
	    read_chain(c, le32(c->dir, 0x74), le32(c->dir, 0x78), &c->mini,
	    e) < 0)
		return -1;
	c->has_mini = true;
	return 0;
}

static int
read_small(struct cfb *c, uint32_t id, size_t size, struct bytes *out,
    struct err *e)
{
	unsigned char	*p;
	size_t		 n = 0;

	if (read_mini(c, e) < 0)
		return -1;
	if (size > c->mini.n)
		return err_set(e, ERR_FORMAT, "a stream is cut short");
	p = arena_alloc(c->arena, size + 1, 1);
	while (n < size) {	/* and so a circle ends as well */
		size_t		 want = size - n < 64 ? size - n : 64;
		struct bytes	 s = le_sub(c->mini, (size_t)id * 64, want);

		if (s.n < want || id > c->mini.n / 64 ||
		    !le_has(c->minifat, (size_t)id * 4, 4))
			return err_set(e, ERR_FORMAT, "a stream is cut short");
		memcpy(p + n, s.p, s.n);
		n += s.n;
		id = le32(c->minifat, (size_t)id * 4);
	}
	*out = (struct bytes){ p, n };
	return 0;
}

int
cfb_stream(struct cfb *c, const char *name, struct bytes *out, struct err *e)
{
	struct bytes	 entry;
	uint32_t	 id, size;
	int		 r;

	if (!find(c, name, &entry) || le8(entry, 0x42) != TYPE_STREAM)
		return err_set(e, ERR_FORMAT, "there is no stream %s", name);
	id = le32(entry, 0x74);
	size = le32(entry, 0x78);
	if (size < le32(c->in, 0x38))
		r = read_small(c, id, size, out, e);
	else
		r = read_chain(c, id, size, out, e);
	return r < 0 ? err_wrap(e, "%s", name) : 0;
}

bool
cfb_probe(struct bytes in, const char *name)
{
	struct arena	*a;
	struct cfb	*c;
	struct err	 e;
	bool		 has;

	if (!cfb_is(in))
		return false;
	a = arena_new();
	has = cfb_open(a, in, &c, &e) == 0 && cfb_has(c, name);
	arena_free(a);
	return has;
}
