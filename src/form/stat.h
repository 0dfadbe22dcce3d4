/*
 * The statistical tables of the forms before 2019: 统计指标, 单位, 统计数
 * (国办发〔2014〕32号), and the 附表 of the years before, whose rows differ
 * from place to place.
 */
#ifndef FORM_STAT_H
#define FORM_STAT_H

#include "form/filing.h"

struct pieces;

/*
 * Adds a struct statistic for every row of such a table, known to the form
 * or not, and sets form and part[PART_STATISTIC] when there are any.  A
 * label that occurs more than once on the form (被依法纠错数) means the first
 * of them behind the row before it.
 */
void	stat_bind(struct arena *, const struct forms *, struct pieces *,
	    struct filing *);

/*
 * A label without what differs between printings: remarks in brackets,
 * 其中, and the 数 or 总数 at its end.
 */
struct str	stat_bare(struct arena *, struct str);

#endif
