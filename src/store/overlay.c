/*
 * A layer over SQLite's own files.  The file of the database is opened for
 * reading and said to be for writing; locks for writing are given without
 * asking for them, since nothing is written.
 */
#include <config.h>

#include <string.h>

#include "base/err.h"
#include "store/overlay.h"

struct file {
	sqlite3_file	 base;
	sqlite3_file	*real;		/* behind it */
};

static sqlite3_file *
real_of(sqlite3_file *f)
{
	return ((struct file *)f)->real;
}

static sqlite3_vfs *
real_vfs(sqlite3_vfs *v)
{
	return v->pAppData;
}

static int
file_close(sqlite3_file *f)
{
	return real_of(f)->pMethods->xClose(real_of(f));
}

static int
file_read(sqlite3_file *f, void *p, int n, sqlite3_int64 at)
{
	return real_of(f)->pMethods->xRead(real_of(f), p, n, at);
}

static int
file_write(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
	(void)f, (void)p, (void)n, (void)at;
	return SQLITE_READONLY;
}

static int
file_truncate(sqlite3_file *f, sqlite3_int64 n)
{
	(void)f, (void)n;
	return SQLITE_READONLY;
}

static int
file_sync(sqlite3_file *f, int flags)
{
	(void)f, (void)flags;
	return SQLITE_OK;
}

static int
file_size(sqlite3_file *f, sqlite3_int64 *n)
{
	return real_of(f)->pMethods->xFileSize(real_of(f), n);
}

static int
file_lock(sqlite3_file *f, int level)
{
	return level > SQLITE_LOCK_SHARED ? SQLITE_OK :
	    real_of(f)->pMethods->xLock(real_of(f), level);
}

static int
file_unlock(sqlite3_file *f, int level)
{
	return real_of(f)->pMethods->xUnlock(real_of(f), level);
}

static int
file_is_reserved(sqlite3_file *f, int *is)
{
	return real_of(f)->pMethods->xCheckReservedLock(real_of(f), is);
}

static int
file_control(sqlite3_file *f, int op, void *arg)
{
	return real_of(f)->pMethods->xFileControl(real_of(f), op, arg);
}

static int
file_sector(sqlite3_file *f)
{
	return real_of(f)->pMethods->xSectorSize(real_of(f));
}

static int
file_traits(sqlite3_file *f)
{
	return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f));
}

/* Version 1: no shared memory, hence no WAL, and no pages mapped. */
static const sqlite3_io_methods	 methods = {
	.iVersion = 1,
	.xClose = file_close,
	.xRead = file_read,
	.xWrite = file_write,
	.xTruncate = file_truncate,
	.xSync = file_sync,
	.xFileSize = file_size,
	.xLock = file_lock,
	.xUnlock = file_unlock,
	.xCheckReservedLock = file_is_reserved,
	.xFileControl = file_control,
	.xSectorSize = file_sector,
	.xDeviceCharacteristics = file_traits,
};

/* Files of its own, which are temporary, SQLite has as ever. */
static int
vfs_open(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags,
    int *out)
{
	struct file	*mine = (struct file *)f;
	int		 r;

	if ((flags & SQLITE_OPEN_MAIN_DB) == 0)
		return real_vfs(v)->xOpen(real_vfs(v), name, f, flags, out);
	mine->base.pMethods = NULL;
	mine->real = (sqlite3_file *)(mine + 1);
	flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) |
	    SQLITE_OPEN_READONLY;
	r = real_vfs(v)->xOpen(real_vfs(v), name, mine->real, flags, out);
	if (r != SQLITE_OK)
		return r;
	mine->base.pMethods = &methods;
	if (out != NULL)
		*out = (*out & ~SQLITE_OPEN_READONLY) | SQLITE_OPEN_READWRITE;
	return SQLITE_OK;
}

/*
 * The layer, made once.  What it has of SQLite's own beside xOpen takes
 * nothing from pAppData.
 */
static const char *
vfs_name(void)
{
	static const char	 name[] = "nianbao-overlay";
	static sqlite3_vfs	 vfs;
	sqlite3_vfs		*real = sqlite3_vfs_find(NULL);

	if (real == NULL)
		return NULL;
	if (sqlite3_vfs_find(name) != NULL)
		return name;
	vfs = *real;
	vfs.zName = name;
	vfs.pNext = NULL;
	vfs.pAppData = real;
	vfs.szOsFile = (int)sizeof(struct file) + real->szOsFile;
	vfs.xOpen = vfs_open;
	return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK ? name : NULL;
}

int
overlay_open(const char *path, sqlite3 **db, struct err *e)
{
	const char	*name = vfs_name();

	*db = NULL;
	if (name == NULL)
		return err_set(e, ERR_DB, "%s: no memory", path);
	if (sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE, name) !=
	    SQLITE_OK) {
		err_set(e, ERR_DB, "%s: %s", path, *db != NULL ?
		    sqlite3_errmsg(*db) : "no memory");
		sqlite3_close(*db);
		*db = NULL;
		return -1;
	}
	/* A journal would be a file; a page that is put off, a write. */
	return db_exec(*db, STR("PRAGMA journal_mode = MEMORY;"
	    "PRAGMA cache_spill = 0;"), e);
}
