/*
 * Programs that read what we do not: pdftotext, soffice and their kin, run
 * as children on one document in a private directory.
 *
 *	struct convert	*c;
 *	const char	*argv[] = { "pdftotext", "-bbox", "in.pdf", "-", NULL };
 *
 *	if (convert_open(a, in, "in.pdf", &c, e) < 0)
 *		return -1;
 *	r = convert_run(c, &(struct command){ .argv = argv }, &ran, e);
 *	convert_close(c);
 *
 * A child is run without a shell, in a process group of its own, in that
 * directory, with nothing open but 0 to 2, an environment of PATH, HOME,
 * TMPDIR (both the directory), LC_ALL and nothing else, and under limits on
 * its processor time, wall time, memory and the size of files.  The time it
 * may compute counts in thousandths of a second; by the clock on the wall it
 * has several times as long, as others want the disk and the processor, too.
 * Where we are under lower limits ourselves, the child is under those.  When
 * it ends, in whatever way, so does all that it started in its group.
 */
#ifndef READ_CONVERT_H
#define READ_CONVERT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct convert;
struct err;

struct command {
	/* NULL-ended; argv[0] is a name to be found in PATH or a path. */
	const char *const *argv;
	bool		 feed;		/* the document is its stdin, too */
	size_t		 output;	/* bytes; 0 means LIMIT_FILE */
	size_t		 memory;	/* bytes; 0 means LIMIT_CHILD_MEM */
	int		 ms;	/* to compute; 0 means LIMIT_CHILD_CPU */
	int		 ms_per_mib;	/* and for what it has written so far */
	struct arena	*arena;		/* for its output; NULL: the document's */
};

struct ran {
	int		 status;	/* what it gave to exit() */
	struct bytes	 out;		/* its stdout, in the arena */
	struct bytes	 errors;	/* the beginning of its stderr */
};

/*
 * Makes the private directory (in $TMPDIR or /tmp) and puts the document
 * into it under that name, which has no slash.  0 and *c, which is the
 * caller's to convert_close(), or -1 with ERR_SYS.
 */
int	convert_open(struct arena *, struct bytes, const char *name,
	    struct convert **c, struct err *);

/*
 * Runs the command to its end.  0 with *ran filled in if it ended of its
 * own will, whatever its status; else -1: ERR_TOOL when there is no such
 * program, ERR_LIMIT when it reached a limit, ERR_FORMAT when a signal
 * ended it otherwise, ERR_SYS when it could not be started or listened to, or
 * when we were asked to stop (base/stop.h).
 */
int	convert_run(struct convert *, const struct command *, struct ran *,
	    struct err *);

/*
 * A file that the command left in the directory, in the arena.  -1 with
 * ERR_FORMAT if there is none, ERR_LIMIT if it is over LIMIT_FILE, ERR_SYS
 * if it cannot be read.
 */
int	convert_file(struct convert *, const char *name, struct bytes *,
	    struct err *);

/* The directory, an absolute path. */
const char	*convert_dir(const struct convert *);

/* Removes the directory and all that is in it. */
void	convert_close(struct convert *);

/* Whether a program of that name is in PATH. */
bool	convert_has(const char *program);

/* What the program says first when run so, in plain ASCII, or "". */
struct str	convert_version(struct arena *, const char *program,
		    const char *option);

#endif
