/*
 * Office documents that are zip archives: which kind one is, and its
 * parts.  OOXML: ECMA-376 part 2; OpenDocument: ODF 1.3 part 2; OFD: GB/T
 * 33190-2016, 7.1.
 */
#ifndef READ_PACKAGE_H
#define READ_PACKAGE_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct err;
struct package;
struct unzip;

enum package_kind {
	PACKAGE_NONE,	/* no archive, or one of plain files */
	PACKAGE_DOCX,	/* .docm, .dotx, … too */
	PACKAGE_XLSX,
	PACKAGE_ODT,
	PACKAGE_ODS,
	PACKAGE_OFD,	/* GB/T 33190 */
};

/*
 * By the names in the directory at the end of the archive, without any
 * library; those of one that is cut short by what is left of it.
 */
enum package_kind	 package_kind(struct bytes);

/*
 * What a reader bids for its kind: more than any that goes by the first
 * four bytes, which all archives share.
 */
#define PACKAGE_BID	64

/*
 * The caller closes it with package_close(), which takes NULL.  What is
 * unpacked of it is added to *unpacked, in bytes.
 */
struct package	*package_open(struct arena *, struct bytes, size_t *unpacked,
		    struct err *);
void		 package_close(struct package *);

/* A part by its name; false, and *e as it was, when there is none. */
bool	 package_has(const struct package *, const char *name);
int	 package_read(struct package *, const char *name, struct bytes *,
	    struct err *);

/*
 * The relations of a part ("" for the package itself): the first target
 * whose type ends with "/type", or the one with that id, as a name of a
 * part in the arena; NULL if there is none or it cannot be read.
 */
const char	*package_by_type(struct package *, const char *part,
		    const char *type);
const char	*package_by_id(struct package *, const char *part,
		    const char *id);

/* A target as the name of a part: relative to the folder of the part. */
const char	*package_resolve(struct arena *, const char *part,
		    const char *target);

/* dc:title in the properties of the document, or empty. */
struct str	 package_title(struct package *);

#endif
