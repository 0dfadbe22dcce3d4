/*
 * Made-up reports into an archive, as an import would.
 */
#ifndef TESTS_GEN_INTAKE_H
#define TESTS_GEN_INTAKE_H

#include "base/arena.h"
#include "base/err.h"
#include "form/division.h"
#include "form/form.h"
#include "store/store.h"

struct intake {
	struct store		*store;
	const struct forms	*forms;
	const struct divisions	*divs;
	bool			*used;	/* divisions that a report has */
};

/* Ends the program with the message when r is negative. */
void	must(int r, const struct err *);

/* Reads and stores the bytes under that path. */
void	intake(struct intake *, const char *path, struct bytes);

/* A division of that level that has no report yet, with a path not long. */
const struct division	*intake_place(struct intake *, enum level,
			    unsigned seed);
const char		*intake_path(struct arena *, struct intake *,
			    const struct division *);

/* What all archives of a run share; it lives as long as the arena. */
void	intake_load(struct intake *, struct arena *);

/* Opens an archive in a file or ":memory:", in a transaction. */
void	intake_open(struct intake *, const char *file);

#endif
