/*
 * Digits that ran together, cut back into cells.
 *
 * A table that lost its borders leaves a row as "640020470".  All ways to
 * cut it into the cells of the row are listed; the sums of the official
 * form (the row's total, the outcomes' total, and 第一项加第二项之和，等于第三项
 * 加第四项之和) rule out those that are impossible.  What is the same in all
 * that remain is known; the rest is not.
 */
#ifndef FORM_CUT_H
#define FORM_CUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

#define CUT_CELLS	15	/* in one row, at most */
#define CUT_MAX		2000	/* ways that are looked at for one row */
#define CUT_DIGITS	9	/* of one figure */

struct cut {
	int64_t	 v[CUT_CELLS];
	bool	 viable;	/* occurs in a solution */
};

struct cuts {
	struct cut	*c;
	int		 n;
	int		 width;
	bool		 too_many;	/* more than CUT_MAX: none is kept */
};

/* Which sums a row must satisfy in itself. */
enum cut_sum {
	CUT_FREE,	/* none */
	CUT_TOTAL,	/* the last cell is the sum of the others */
	CUT_FIVES,	/* every fifth is the sum of the four before it */
};

/*
 * All ways to cut the run of digits into width numbers without zeros in
 * front, white space being a border that is known.  n is 0 when there is
 * none, or when something other than digits and white space is in it.
 */
struct cuts	cut_all(struct arena *, struct str run, int width,
		    enum cut_sum);

/* The rows of section 三 that a solution is looked for in. */
struct cut_table {
	struct cuts	*outcome;	/* all rows of （一） to （六） */
	int		 noutcome;
	struct cuts	*results_total;	/* （七）; NULL: not there */
	struct cuts	*new_requests, *carried_over, *carried_forward;
};

/*
 * Marks the viable cuts of every row: those that occur in some choice of
 * one cut per row by which each column of the outcomes adds up to 总计 and
 * the balance holds.  Sums with a row that is not there are not used.
 * False when there is no such choice, or the search would be too long; the
 * marks then mean nothing.
 */
bool		cut_solve(struct cut_table *);

#endif
