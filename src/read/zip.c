#include <config.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_LIBZIP
#include <zip.h>
#endif

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/le.h"
#include "read/zip.h"

bool
unzip_probe(struct bytes in)
{
	return in.n >= 22 && (memcmp(in.p, "PK\3\4", 4) == 0 ||
	    memcmp(in.p, "PK\5\6", 4) == 0);
}

#ifdef HAVE_LIBZIP

struct unzip {
	struct arena	*arena;
	zip_t		*zip;
	size_t		 size;		/* of the archive */
	long		 count;
};

/*
 * The entries that the directory can have at most.  The library believes
 * the number that the archive gives, and makes room for as many.
 */
static long
count_headers(struct bytes in)
{
	const unsigned char	*p = in.p, *end = in.p + in.n;
	long			 n = 0;

	while (end - p >= 4 &&
	    (p = memchr(p, 'P', (size_t)(end - p) - 3)) != NULL) {
		n += memcmp(p, "PK\1\2", 4) == 0;
		p++;
	}
	return n;
}

/*
 * Where things are in the record that ends an archive, the first of its
 * directory, and a local header (APPNOTE.TXT 4.3.16, 4.3.12, 4.3.7).
 */
enum { END = 22, END_SIZE = 12, END_OFFSET = 16 };
enum { DIR_NAME_LEN = 28, DIR_NAME = 46 };
enum { LOCAL_NAME_LEN = 26, LOCAL_NAME = 30 };

#define IN_ZIP64	0xFFFFFFFFu

#define ROOM		(LIMIT_ENTRIES * 256)	/* that the library needs */

/* Whether the directory begins with the file that the archive begins with. */
static bool
is_own(struct bytes in, size_t dir)
{
	struct bytes	 a = le_sub(in, dir + DIR_NAME,
			    le16(in, dir + DIR_NAME_LEN));
	struct bytes	 b = le_sub(in, LOCAL_NAME, le16(in, LOCAL_NAME_LEN));

	return a.n == b.n && a.n > 0 && memcmp(a.p, b.p, a.n) == 0;
}

/*
 * Whether the record is there that ends the archive: what is found in one
 * that was cut off may have come with an archive inside it.  Some write a
 * wrong offset, but the directory ends where the record begins.
 */
static bool
has_end(struct bytes in)
{
	if (in.n < END)
		return false;
	for (size_t at = in.n - END;; at--) {
		uint64_t	 from = le32(in, at + END_OFFSET);
		uint64_t	 size = le32(in, at + END_SIZE);

		if (memcmp(in.p + at, "PK\5\6", 4) == 0)
			return from == IN_ZIP64 || from + size == at ||
			    (size <= at && is_own(in, at - (size_t)size));
		if (at == 0 || in.n - at > END + UINT16_MAX)
			return false;
	}
}

/*
 * What an archive claims to have may be more than any memory holds, of which
 * the library says that it has none; unless there is none indeed, that is a
 * fault of the archive.
 */
static void
check_memory(const zip_error_t *ze)
{
	if (zip_error_code_zip(ze) == ZIP_ER_MEMORY)
		free(xmalloc(ROOM));
}

struct unzip *
unzip_open(struct arena *a, struct bytes in, struct err *e)
{
	struct unzip	*u;
	zip_source_t	*src;
	zip_error_t	 ze;

	if (count_headers(in) > LIMIT_ENTRIES) {
		err_set(e, ERR_LIMIT, "an archive of more than %d entries",
		    LIMIT_ENTRIES);
		return NULL;
	}
	if (!has_end(in)) {
		err_set(e, ERR_FORMAT, "a damaged zip archive: it is cut "
		    "off, and the list of what is in it, which stands at "
		    "its end, is lost");
		return NULL;
	}
	u = arena_alloc(a, 1, sizeof(*u));
	u->arena = a;
	u->size = in.n;
	zip_error_init(&ze);
	src = zip_source_buffer_create(in.p, in.n, 0, &ze);
	if (src != NULL)
		u->zip = zip_open_from_source(src, ZIP_RDONLY, &ze);
	if (u->zip == NULL) {
		check_memory(&ze);
		err_set(e, ERR_FORMAT, "a damaged zip archive: %s",
		    zip_error_strerror(&ze));
		zip_source_free(src);
		zip_error_fini(&ze);
		return NULL;
	}
	zip_error_fini(&ze);
	u->count = (long)zip_get_num_entries(u->zip, 0);
	return u;
}

void
unzip_close(struct unzip *u)
{
	if (u != NULL)
		zip_discard(u->zip);
}

long
unzip_count(const struct unzip *u)
{
	return u->count;
}

struct bytes
unzip_name(const struct unzip *u, long entry)
{
	const char	*s = zip_get_name(u->zip, (zip_uint64_t)entry,
			    ZIP_FL_ENC_RAW);

	if (s == NULL)
		return (struct bytes){ NULL, 0 };
	return (struct bytes){ (const unsigned char *)s, strlen(s) };
}

/* A size that the directory of the archive gives, or 0. */
static size_t
stat_size(const struct unzip *u, long entry, zip_uint64_t which)
{
	zip_uint64_t	 n;
	zip_stat_t	 st;

	if (zip_stat_index(u->zip, (zip_uint64_t)entry, 0, &st) < 0 ||
	    !(st.valid & which))
		return 0;
	n = which == ZIP_STAT_SIZE ? st.size : st.comp_size;
	return n <= SIZE_MAX ? (size_t)n : 0;
}

size_t
unzip_size(const struct unzip *u, long entry)
{
	return stat_size(u, entry, ZIP_STAT_SIZE);
}

size_t
unzip_packed(const struct unzip *u, long entry)
{
	return stat_size(u, entry, ZIP_STAT_COMP_SIZE);
}

long
unzip_find(const struct unzip *u, const char *name)
{
	zip_int64_t	 i = zip_name_locate(u->zip, name, ZIP_FL_ENC_RAW);

	if (i < 0)
		i = zip_name_locate(u->zip, name,
		    ZIP_FL_ENC_RAW | ZIP_FL_NOCASE);
	return (long)i;
}

/* Whether the entry may be unpacked at all, going by what it claims. */
static int
check_entry(const struct unzip *u, const zip_stat_t *st, struct err *e)
{
	zip_uint64_t	 packed = st->comp_size;

	if (st->encryption_method != ZIP_EM_NONE)
		return err_set(e, ERR_LOCKED, "protected by a password");
	if (st->size > LIMIT_FILE)
		return err_set(e, ERR_LIMIT, "unpacks to more than %u bytes",
		    LIMIT_FILE);
	if (packed > u->size)
		packed = u->size;
	if (st->size > LIMIT_RATIO_MIN && st->size / LIMIT_RATIO > packed)
		return err_set(e, ERR_LIMIT,
		    "unpacks to more than %d times its size", LIMIT_RATIO);
	return 0;
}

static int
read_entry(struct unzip *u, zip_file_t *f, size_t size, struct bytes *out)
{
	unsigned char	*p = arena_alloc(u->arena, size + 1, 1), more;
	size_t		 at = 0;
	zip_int64_t	 n;

	while (at < size && (n = zip_fread(f, p + at, size - at)) > 0)
		at += (size_t)n;
	/* The checksum is compared when the end has been seen. */
	if (at != size || zip_fread(f, &more, 1) != 0)
		p = NULL;
	*out = (struct bytes){ p, size };
	return p != NULL ? 0 : -1;
}

int
unzip_read(struct unzip *u, long entry, struct bytes *out, struct err *e)
{
	zip_stat_t	 st;
	zip_file_t	*f;
	int		 ret;

	*out = (struct bytes){ NULL, 0 };
	if (entry < 0 || entry >= u->count ||
	    zip_stat_index(u->zip, (zip_uint64_t)entry, 0, &st) < 0 ||
	    !(st.valid & ZIP_STAT_SIZE) || !(st.valid & ZIP_STAT_COMP_SIZE))
		return err_set(e, ERR_FORMAT, "a damaged zip entry");
	if (check_entry(u, &st, e) < 0)
		return -1;
	f = zip_fopen_index(u->zip, (zip_uint64_t)entry, 0);
	if (f == NULL) {
		check_memory(zip_get_error(u->zip));
		return err_set(e, ERR_FORMAT, "a zip entry that cannot be "
		    "unpacked: %s", zip_strerror(u->zip));
	}
	ret = read_entry(u, f, (size_t)st.size, out);
	if (ret < 0)
		check_memory(zip_file_get_error(f));
	zip_fclose(f);
	if (ret < 0)
		return err_set(e, ERR_FORMAT, "a damaged zip entry");
	return 0;
}

#else /* !HAVE_LIBZIP */

struct unzip *
unzip_open(struct arena *a, struct bytes in, struct err *e)
{
	(void)a;
	(void)in;
	err_set(e, ERR_TOOL, "zip archives are not read: "
	    "built without libzip");
	return NULL;
}

void
unzip_close(struct unzip *u)
{
	(void)u;
}

long
unzip_count(const struct unzip *u)
{
	(void)u;
	return 0;
}

struct bytes
unzip_name(const struct unzip *u, long entry)
{
	(void)u;
	(void)entry;
	return (struct bytes){ NULL, 0 };
}

size_t
unzip_size(const struct unzip *u, long entry)
{
	(void)u;
	(void)entry;
	return 0;
}

size_t
unzip_packed(const struct unzip *u, long entry)
{
	(void)u;
	(void)entry;
	return 0;
}

long
unzip_find(const struct unzip *u, const char *name)
{
	(void)u;
	(void)name;
	return -1;
}

int
unzip_read(struct unzip *u, long entry, struct bytes *out, struct err *e)
{
	(void)u;
	(void)entry;
	*out = (struct bytes){ NULL, 0 };
	return err_set(e, ERR_TOOL, "built without libzip");
}

#endif
