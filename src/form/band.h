/*
 * Figures of section 三 of which it is known that they stand below each other
 * but not in which column (struct cell, band).
 *
 * The rows of a group have one way, the same for all, in which their bands
 * are the seven columns.  The ways by which 总计 is the sum of its row are
 * gone through, and form/cut.h finds those by which the columns add up; where
 * an outcome is lost, those by which 第一项加第二项之和，等于第三项加第四项之和.
 */
#ifndef FORM_BAND_H
#define FORM_BAND_H

#include "form/form.h"

struct arena;
struct cand;
struct notes;
struct value;
struct vrow;

#define LOOSE_SETS	(1 << APPLICANT__N)	/* of columns, as bits */

/*
 * What a row says, in v, if its loose figures are in these columns; false if
 * that cannot be, for its total is not the sum of the others.
 */
bool	 loose_say(struct arena *, const struct vrow *, const int *col,
	    struct value *v);

/*
 * Fills the cells of rows with loose figures, as inferred, that are the same
 * in all ways that remain, where sums bear them out; what else these leave
 * open of such a row is in vrow.may.  What stays unread gets NOTE_ROW_UNREAD
 * with its readings.
 */
void	 bands_solve(struct arena *, const struct forms *, enum form_id,
	    struct cand *, struct notes *);

#endif
