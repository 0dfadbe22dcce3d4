#include <config.h>

#include <string.h>

#include "base/utf8.h"
#include "form/crowd.h"
#include "form/number.h"
#include "form/piece.h"
#include "form/table_list.h"

#define HEAD_CHARS	16	/* what is longer is no head of a column */
#define SHORT_CHARS	6	/* of a head in front of the others */
#define HEAD_PIECES	80	/* that all heads are in */

/* The characters of which the heads of section 三 are made, and remarks. */
static const char heads[] = "自然人商业企业科研机构社会公益组织法律服务机构其他它"
    "总计合计申请人情况法人或和及其他组织本列数据的勾稽关系为第一项加第二项之和"
    "等于第三项加第四项之和备注说明单位件项目内容类别指标名称数量总数个人公民";

/*
 * A character in three may be misread; of two, both are another word, unless
 * that is 小计.
 */
static bool
is_of_heads(struct str s)
{
	const struct str	 all = STR(heads);
	int			 n = 0, other = 0;

	if (utf8_longer(s, HEAD_CHARS))
		return true;
	for (size_t at = 0, from; at < s.n; ) {
		from = at;
		if (!utf8_is_han(utf8_next(s, &at)))
			continue;
		n++;
		other += !str_has(all, str_sub(s, from, at - from));
	}
	return other * (n == 2 ? 2 : 3) <= n && !str_has(s, STR("小计"));
}

bool
crowd_heads(const struct pieces *us, int first, int end)
{
	for (int i = first; i < end; i++)
		for (int k = 0; k < us->u[i].ncell; k++)
			if ((us->u[i].grid == NULL ||
			    us->u[i].cell[k]->row == us->u[i].row) &&
			    !is_of_heads(us->u[i].cell[k]->text))
				return true;
	return false;
}

static bool
is_figure(const struct piece *u)
{
	enum state	 s = number_read(u->single).state;

	return s == STATE_NUMBER || s == STATE_PLACEHOLDER;
}

/* More figures behind each other, or beside a label, than there are columns. */
static bool
has_long_runs(const struct list *l, int unit, int end)
{
	const struct pieces	*us = l->t->units;
	int			 run = 0, seven = 0, more = 0;

	for (; unit <= end; unit++) {
		struct str	 tail, word;

		if (unit < end && (us->u[unit].single.n == 0 ||
		    is_figure(&us->u[unit]))) {
			run += us->u[unit].single.n != 0;
			continue;
		}
		if (run > VALUES_MAX)
			return true;
		seven += run == APPLICANT__N;
		more += run > APPLICANT__N && run < VALUES_MAX;
		run = 0;
		if (unit == end)
			break;
		(void)list_split_tail(us->u[unit].single, &tail);
		while (list_next_word(&tail, &word))
			run++;
	}
	return more > seven;
}

/* Where the heads of section 三 begin, and where its first row does. */
static bool
find_heads(const struct list *l, int unit, int end, int *first, int *row)
{
	const struct pieces	*us = l->t->units;
	struct match		 m;

	*first = -1;
	for (; unit < end && (*first < 0 || unit < *first + HEAD_PIECES);
	    unit++) {
		struct str	 s = us->u[unit].single;

		if (*first < 0 && (str_has(s, STR("勾稽关系")) ||
		    str_has(s, STR("申请人情况")) ||
		    str_starts(s, STR("自然人"))))
			*first = unit;
		if (*first < 0 || !tables_match(l->t, PART_REQUESTS,
		    AXIS_ROW, s, &m) ||
		    strcmp(m.label->key, "new_requests") != 0)
			continue;
		*row = unit;
		/* 序号 stands in front of them. */
		if (*first > 0 && us->u[*first - 1].is_list &&
		    us->u[*first - 1].heading == 0 &&
		    utf8_length(us->u[*first - 1].single) < SHORT_CHARS)
			--*first;
		return true;
	}
	return false;
}

bool
crowd_list(const struct list *l, int unit)
{
	const struct pieces	*us = l->t->units;
	int			 first, row, end, three = -1;

	for (end = unit; end < us->n && us->u[end].is_list; end++)
		if (three < 0 && us->u[end].section == 3)
			three = end;
	if (three >= 0)
		for (unit = end = three; end < us->n &&
		    us->u[end].is_list && us->u[end].section == 3; )
			end++;
	if (find_heads(l, unit, end, &first, &row) &&
	    crowd_heads(us, first, row))
		return true;
	return has_long_runs(l, unit, end);
}
