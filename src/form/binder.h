/*
 * A filing while its tables become figures; for bind.c, which assigns them,
 * bind_lost.c, which names rows by their place, and bind_missing.c, which
 * says what is not there.
 */
#ifndef FORM_BINDER_H
#define FORM_BINDER_H

#include "form/filing.h"
#include "form/table.h"

struct binder {
	struct arena		*arena;
	const struct forms	*forms;
	struct tables		*tables;
	struct filing		*f;
	struct cand		*chosen[PART__N];
	bool			 mixed;	/* tables of two forms */
};

/*
 * Names the unknown rows of section 三: one between two that are known, where
 * the form has exactly one, is that one, reasoned out.  Notes the others.
 */
void	bind_lost(struct binder *);

/* Notes cells of a part that are in no row or column of the document. */
void	bind_note_columns(struct binder *, const struct cand *);

/*
 * Official rows that the table of a part does not have.  Where a row was not
 * read, a label was not understood or the digits ran together, the fault may
 * be ours and nothing is said of the filer.
 */
void	bind_missing(struct binder *, enum part);

/* Notes parts that the form has and the document has not. */
void	bind_note_absent(struct binder *);

#endif
