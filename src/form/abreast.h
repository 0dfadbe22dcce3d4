/*
 * Figures of section 三 whose columns are told by the rows around them.
 *
 * A converter that makes columns of spaces ("pdftotext -layout") goes through
 * the blocks of a page from left to right and sets what begins at one place
 * of the paper, in lines that it takes for one block or in figures that are
 * blocks of their own, in one column of characters; what stands right of
 * something ends up right of it, with a space between at least.  So where
 * two rows are set alike, figures that begin below each other are in one
 * column of the table, and others are in others and in their order.
 *
 * Rows are not all set alike: where figures make a block together with their
 * labels, they are nearer to them than in rows where they do not, and a column
 * of those may begin where another one of these does.  But the lines of
 * a block follow each other.  A row between two that are read is set as one of
 * them, or as both; of a row that is the first or the last of its page it
 * is taken for granted only where its first column is where the other's is,
 * which is what such blocks move.
 */
#ifndef FORM_ABREAST_H
#define FORM_ABREAST_H

struct arena;
struct cand;

/*
 * Fills rows with loose figures, as inferred, where of all sets of columns
 * by which their total is right and which the sums leave open (vrow.may) one
 * is how the nearest rows of the page that are read have their figures.
 * Returns how many rows it filled.
 */
int	 abreast_solve(struct arena *, struct cand *);

/*
 * Fills rows that have as many loose figures as there are columns, as
 * inferred: each is in its own, whatever the heads above seem to be, where
 * the label is beside them, the last is the sum of the others and those of
 * the nearest other such row, above or below on the page, are where they are.
 * Returns how many rows it filled.
 */
int	 abreast_full(struct arena *, struct cand *);

#endif
