/*
 * One file on its way into the archive, the only place that knows all of
 * it:
 *
 *	bytes -> documents -> filings		intake_read(), on any thread
 *	filings -> rows				intake_store(), on one
 */
#ifndef CMD_INTAKE_H
#define CMD_INTAKE_H

#include <stdbool.h>

#include "base/err.h"
#include "form/filing.h"
#include "store/store.h"

struct arena;
struct container;
struct doc;

/* What all files of a run are read with; read by all threads. */
struct intake_opts {
	const struct forms	*forms;
	const struct divisions	*divisions;
	const struct known	*known;		/* NULL: read everything */
};

/*
 * Loads the forms into the arena, and the divisions of the store, or those
 * built in when it is NULL; known stays NULL.
 */
int	intake_init(struct arena *, struct store *, struct intake_opts *,
	    struct err *);

/* A document: the file itself, or what a container holds. */
struct intake_doc {
	struct source		 source;
	struct bytes		 body;		/* what the reader gets */
	const char		*cut;	/* where that breaks off, or NULL */
	bool			 spare;	/* run no program to read it */
	struct doc		*doc;		/* NULL: not read, or a member,
						 * of which it is not kept */
	struct notes		 notes;		/* of reading */
	struct filing		*filing;	/* NULL: it is no report */
	struct intake_doc	*next;
};

/*
 * A container may be full of what is no report.  Of its members so far: what
 * it took to read those that had few figures or none, in bytes of text, how
 * much more the figures of others are worth, their bytes, up to those of the
 * container, and how many programs were run for the former; and the others.
 */
struct intake_effort {
	size_t			 in_vain, earned, bytes;
	long			 runs, nreport;
};

/* A file.  It owns the arena, in which all else is. */
struct intake {
	struct arena		*arena;
	struct source		 source;
	bool			 is_known;	/* stored before, not read */
	bool			 is_container;
	struct notes		 notes;		/* of the container itself */
	bool			 failed;	/* err says why: the machine's
						 * fault, nothing to store */
	struct err		 err;
	struct intake_doc	*doc;		/* in order of their names */
	struct intake_effort	 effort;	/* of members so far */
};

/*
 * Hashes the bytes and, unless they are known under that path, unpacks,
 * reads and binds them.  it->arena and it->source's path, data, encoding,
 * agency, parent and year are given.  Whatever is wrong with the file
 * becomes a note.
 */
void	intake_read(struct intake *, const struct intake_opts *);

/* One document whose source and body are given. */
int	intake_doc(struct arena *, struct intake_doc *,
	    const struct intake_opts *, struct err *);

/*
 * Before the next member, whether that is too much for a container of so many
 * bytes: then all that is left of this document is a note.  What takes a
 * program to read has a limit of its own, so that it does not stand in the way
 * of the rest.  intake_settle() adds a member that has been read to those
 * before it, or leaves a note of it where it was not to be read.
 */
bool	intake_is_idle(struct arena *, struct intake_doc *,
	    const struct intake_effort *, size_t packed);
bool	intake_may_run(const struct intake_effort *, size_t packed);
void	intake_settle(struct arena *, struct intake_doc *,
	    struct intake_effort *, size_t packed);

/* The note that a container has broken off, if it has. */
void	intake_cut(struct arena *, struct notes *, const struct container *);

/* Stores the sources with their bytes, notes and filings. */
int	intake_store(struct store *, struct intake *, struct err *);

/* Stores notes and filings of a document whose source is stored. */
int	intake_store_doc(struct store *, const struct intake_doc *,
	    struct err *);

/* The note that a failure to read leaves. */
enum note_id	 intake_note(enum errcode);

/* The first note of level ERROR, or NULL: why there is no filing. */
const struct note	*intake_fault(const struct intake_doc *);

/* How many filings a document holds. */
int	intake_filings(const struct intake_doc *);

#endif
