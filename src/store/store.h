/*
 * The archive: one SQLite file that keeps the originals and everything
 * that was read from them.  schema/ has the tables; this is the way in.
 *
 * One thread owns a store.  What is stored depends only on the calls and
 * their order, never on the clock, the machine or the place of the file.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/sha256.h"
#include "base/str.h"
#include "doc/note.h"
#include "form/filing.h"

struct arena;
struct err;
struct store;

enum store_mode {
	STORE_READ,	/* must exist; nothing can be written */
	STORE_UPDATE,	/* must exist */
	STORE_CREATE,	/* made when it does not exist */
	STORE_TRY,	/* must exist; what is written is not kept */
};

/*
 * Opens an archive.  A file that is not one, or that a newer version of
 * this program made, is left untouched: -1 with ERR_DB.  One that an older
 * version made is migrated unless the mode is STORE_READ or STORE_TRY: then
 * it is opened only if it can be read as it is.  The path ":memory:" works.
 * STORE_TRY is for a transaction that is rolled back: the file stays as it
 * is, to the byte, and need not be one that may be written.
 */
int	store_open(const char *path, enum store_mode, struct store **,
	    struct err *);

/*
 * Ends what is open (an open transaction is rolled back) and leaves a file
 * in journal mode DELETE with nothing beside it; while another program has
 * it open, that is left to the last of them.  NULL is allowed.
 */
int	store_close(struct store *, struct err *);

/*
 * True when what was read has to be read again from the originals, because
 * the derived tables were made by an older version.
 */
bool	store_is_stale(struct store *);

/* Transactions do not nest.  Writing outside of one is a bug. */
int	store_begin(struct store *, struct err *);
int	store_commit(struct store *, struct err *);
void	store_rollback(struct store *);

/*
 * A file as it came.  The path is what tells sources apart, and the name in
 * the archive: '/' between, kept without leading "/", "./" and "../".
 *
 * A member of a container has the container's id, and as path that of the
 * container, "/", and its own name.  Its bytes are not stored again: the
 * container is the original.
 */
struct source {
	int64_t		 id;		/* set by store_source() */
	struct str	 path;
	int64_t		 container;	/* id of a source, or 0 */
	struct str	 member;	/* name in the container, or empty */
	struct bytes	 data;
	char		 sha256[SHA256_HEX];
	const char	*media_type;	/* "text/html"; NULL: unknown */
	const char	*charset;	/* what it was decoded from, or NULL */
	const char	*reader; /* "html"; a container's kind; or NULL */
	bool		 by_line;	/* line numbers are of source lines */
	/* What was said on the command line, so that it can be said again. */
	struct str	 encoding, agency, parent; /* or empty */
	int		 year;			/* or 0 */
};

enum store_have {
	STORE_NEW,	/* neither path nor content is there */
	STORE_SAME,	/* this content is there under this path */
	STORE_CHANGED,	/* other content is there under this path */
};

/* Whether a path, with that content, has been stored. */
int	store_have(struct store *, struct str path, const char *sha256,
	    enum store_have *, struct err *);

/*
 * A snapshot of what is there for the threads that must not touch the
 * store: known_has() is true when store_have() would have said STORE_SAME.
 */
struct known;
int	store_known(struct store *, struct arena *, const struct known **,
	    struct err *);
bool	known_has(const struct known *, struct str path, const char *sha256);

/*
 * Stores a source and its bytes and sets its id.  When the same content is
 * there under another path, its bytes are stored once.  When other content
 * is there under this path, the new one becomes the current version, what
 * was read from the old one is removed, and its bytes are kept under their
 * name ("a.txt"; the new ones become "a~2.txt").  When just this is there,
 * it becomes the current version again, and what was read from it is
 * removed, so that a caller who wants to skip it asks store_have() first.
 */
int	store_source(struct store *, struct source *, struct err *);

/*
 * Keeps a source and its bytes as a version of its path that is not read,
 * and sets its id; nothing happens when it is there.  A container is kept
 * without what it holds.
 */
int	store_keep(struct store *, struct source *, struct err *);

/* Whether this content is, or was once, there under this path. */
int	store_has(struct store *, struct str path, const char *sha256,
	    bool *has, struct err *);

/* Notes about a source as a whole: those of reading. */
int	store_notes(struct store *, int64_t source, const struct notes *,
	    struct err *);

/*
 * Stores one filing of a source with its notes.  It becomes the current one
 * of its agency and year; those there were are kept.  Under a name that
 * does not tell one agency from another (placement.vague) all are current.
 */
int	store_filing(struct store *, int64_t source, const struct filing *,
    struct err *);

/*
 * Brings the kept findings up to date for every agency of which something
 * changed since the last time (also in an earlier run that was killed).
 * To be called once when all filings are stored, inside a transaction.
 */
int	store_finish(struct store *, struct err *);

/* The same for every filing there is. */
int	store_check(struct store *, struct err *);

/*
 * The stored source with the smallest id above after: 1 with *source set,
 * 0 when there is none.  Superseded versions are left out.  Text lives in
 * the arena; data are not filled in.
 */
int	store_next_source(struct store *, struct arena *, int64_t after,
	    struct source *, struct err *);

/*
 * The same of superseded versions; the members of superseded containers are
 * left out.
 */
int	store_next_version(struct store *, struct arena *, int64_t after,
	    struct source *, struct err *);

/* The current source of that path: 1, 0 or -1. */
int	store_current(struct store *, struct arena *, struct str path,
	    struct source *, struct err *);

/*
 * The current source of that path, or else the only one whose path ends with
 * it, or that it ends with: 1, 0 or -1.
 */
int	store_find_source(struct store *, struct arena *, struct str path,
	    struct source *, struct err *);

/*
 * The bytes as they came, inflated into the arena and compared with their
 * SHA-256.  Of a member of a container they are the bytes of the container.
 */
int	store_original(struct store *, struct arena *, int64_t source,
	    struct bytes *, struct err *);

/*
 * Whether the archive is whole: SQLite's own check, every original against
 * its SHA-256, every row against what it belongs to.  Says each fault to
 * the function and counts them; -1 only when it could not be found out.
 */
int	store_verify(struct store *, void (*fault)(void *, const char *),
	    void *ctx, long *nfault, struct err *);

/*
 * Removes everything that was read, and makes those tables and views anew;
 * the sources stay.  The caller reads each again (store_next_source(),
 * store_original(), store_reread()) and stores its filings.
 */
int	store_forget(struct store *, struct err *);

/* Says how a stored source was read this time. */
int	store_reread(struct store *, const struct source *, struct err *);

/* All SQL of the schema, as it is run on a new file. */
struct str	store_schema(struct arena *);

/* Of SQLite, "3.40.1", for --version. */
const char	*store_version(void);

#endif
