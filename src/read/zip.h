/*
 * Zip archives in memory: the container of DOCX, XLSX, ODT and their kin,
 * and of plain .zip files.  (The library, and the only file that knows it,
 * is behind this; without it nothing opens, with ERR_TOOL.)
 */
#ifndef READ_ZIP_H
#define READ_ZIP_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct err;
struct unzip;

/* Whether the bytes begin as a zip archive does. */
bool	unzip_probe(struct bytes);

/*
 * Opens an archive; the bytes must outlive it.  The caller closes it with
 * unzip_close(), which takes NULL.  NULL with ERR_FORMAT, or with ERR_LIMIT
 * for more than LIMIT_ENTRIES entries.
 */
struct unzip	*unzip_open(struct arena *, struct bytes, struct err *);
void		 unzip_close(struct unzip *);

/* Entries are numbered from 0 in the order of the directory. */
long		 unzip_count(const struct unzip *);

/* The name as it stands in the archive, in whatever encoding. */
struct bytes	 unzip_name(const struct unzip *, long entry);

/* How long it says it is unpacked; unzip_read() gives as much or fails. */
size_t		 unzip_size(const struct unzip *, long entry);

/* How many bytes of the archive it says it has. */
size_t		 unzip_packed(const struct unzip *, long entry);

/*
 * The entry of that name, or -1.  The case of ASCII letters counts only if
 * there are several (ECMA-376 part 2, 6.2.2.3, has names equal without it).
 */
long		 unzip_find(const struct unzip *, const char *name);

/*
 * The unpacked bytes of an entry, in the arena, NUL-terminated one past
 * their length.  -1 with ERR_LOCKED for one with a password, ERR_LIMIT for
 * one that unpacks to more than LIMIT_FILE bytes or LIMIT_RATIO, ERR_FORMAT
 * for one that is damaged; others can still be read.
 * On failure they are NULL, and as many as were unpacked in vain.
 */
int		 unzip_read(struct unzip *, long entry, struct bytes *,
		    struct err *);

#endif
