/*
 * Section 四 in columns of spaces whose heads came apart: words that stand
 * upright in fifteen narrow columns, "结 结 其 尚 总", are broken over lines
 * that no column can be made of.
 */
#ifndef FORM_FIFTEEN_H
#define FORM_FIFTEEN_H

struct rows;

/*
 * Reads the units from first up to end, which are a table's, if the
 * characters of the heads are all there and no other, and one row has a
 * figure for each of the fifteen columns by which the three totals hold.  The
 * figures are inferred.  Does nothing where something was read of section 四.
 */
void	 fifteen_row(struct rows *, int first, int end);

#endif
