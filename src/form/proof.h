/*
 * Figures of section 三 in columns that are made of spaces (GRID_SPACED).
 *
 * A converter that sets characters where they stood on the page moves
 * columns, swaps neighbours and breaks figures; what a row seems to say is
 * believed where it adds up down the table as well: the outcomes to 总计,
 * and 本年新收 with 上年结转 to 总计 with 结转下年.
 */
#ifndef FORM_PROOF_H
#define FORM_PROOF_H

#include <stdbool.h>
#include <stdint.h>

#include "form/form.h"

struct arena;
struct cand;
struct filing;
struct value;
struct vrow;

/* The rows of which the sums are made, besides the outcomes. */
enum role { NEW, CARRIED, FORWARD, TOTAL, OUTCOME, NO_ROLE };

enum role	 proof_role(const struct vrow *);

/* A label with no figures, here or on lines of their own. */
bool	 proof_is_empty(const struct vrow *);

/* Whether a row has seven cells of which each is a whole number or none. */
bool	 proof_is_read(const struct vrow *);

/* Adds what is a number of seven values to seven sums. */
void	 proof_add(int64_t *sum, const struct value *);

/* How many outcomes the form has. */
int	 proof_outcomes(const struct forms *, enum form_id);

/*
 * Takes back, column by column, what the sums contradict, and of what they
 * cannot show the cells whose place was inferred; adds NOTE_ROW_UNREAD to
 * the filing when there was any.  The columns of another table are left
 * alone.
 */
void	 proof_columns(struct arena *, const struct forms *, enum form_id,
	    struct cand *, struct filing *);

/*
 * The label of a group has no figures on the form: those beside it are of a
 * row whose label is broken around it, and are taken back.
 */
void	 proof_groups(struct arena *, const struct forms *, enum form_id,
	    struct cand *, struct filing *);

/*
 * Rows that have a label and no figures are read as blank, where all other
 * rows are read and the sums of all columns hold without them.
 */
void	 proof_empty_rows(const struct forms *, enum form_id, struct cand *);

#endif
