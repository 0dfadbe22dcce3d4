/*
 * The files that an import is about.
 *
 * Each has two names: the one it is opened by, and the one it is stored
 * under, which must be the same on every machine.  Stored is the argument
 * as it was typed and what lies below it, without "./" and "../" and
 * doubled slashes; of an argument that begins with "/" only its last
 * component is kept.  So "import henan", "import ./henan" and
 * "import /data/henan" all store "henan/…".  A name that is not UTF-8 is
 * stored as what it is in GB 18030, or with its bytes as "%FF".
 */
#ifndef CMD_PATHS_H
#define CMD_PATHS_H

#include <sys/types.h>

#include <stdbool.h>
#include <stdio.h>

#include "base/str.h"

struct arena;
struct err;

struct path {
	const char	*disk;		/* to open it by */
	struct str	 name;		/* to store it under */
};

struct paths {
	struct arena	*arena;
	struct path	*v;
	size_t		 n, cap;
	size_t		 nhidden;	/* left out: hidden files */
	size_t		 nfailed;	/* not there, or not to be opened */
	/* A file that is left out: the database itself. */
	dev_t		 self_dev;
	ino_t		 self_ino;
	bool		 self;
};

void	paths_init(struct paths *, struct arena *, const char *database);

/*
 * Adds a file, or all files below a folder in the bytewise order of their
 * names.  Left out are files and folders whose names begin with "." or
 * "~$" (unless they are the argument itself), what is neither file nor
 * folder, and a folder that a symbolic link leads back to.  What cannot be
 * looked at is said on standard error and counted.
 */
void	paths_add(struct paths *, const char *argument);

/* Adds every line of the stream, as if each were an argument. */
int	paths_add_list(struct paths *, FILE *, struct err *);

/*
 * -1 with ERR_USAGE when two different files would be stored under one
 * name.  A file that was given twice is kept once.
 */
int	paths_check(struct paths *, struct err *);

#endif
