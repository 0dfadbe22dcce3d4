/*
 * What a list is like as a whole, which no line of it tells.
 */
#include <config.h>

#include "form/crowd.h"
#include "form/piece.h"
#include "form/table_list.h"

#define HEAD_LINES	3	/* of the head of a column */
#define ONCE_MIN	30	/* lines in which something must stand twice */

/*
 * Whether of the lines that a list of tables has several times each one
 * stands there but once: someone took lines for copies of each other.
 */
static bool
is_once(const struct tables *t, int unit)
{
	static const char *const	 often[] = { "信息内容", "结果维持",
		"结果纠正", "总计", "0", "1", "/", "-" };
	enum { OFTEN = sizeof(often) / sizeof(*often) };
	int				 n[OFTEN] = { 0 }, first = unit;

	for (; unit < t->units->n && t->units->u[unit].is_list; unit++)
		for (size_t k = 0; k < OFTEN; k++)
			if (str_eq(t->units->u[unit].single,
			    str_of(often[k])) && ++n[k] > 1)
				return false;
	/* With cells on lines of their own, these have some. */
	return unit - first >= ONCE_MIN && n[0] + n[1] > 0;
}

/* Whether a figure stands behind blank lines that were taken for a cell. */
static bool
has_gaps(const struct tables *t, int unit)
{
	const struct pieces	*us = t->units;

	for (; unit + 1 < us->n && us->u[unit + 1].is_list; unit++)
		if (us->u[unit].ncell > 0 && us->u[unit].cell[0]->inferred &&
		    number_read(us->u[unit + 1].single).state ==
		    STATE_NUMBER)
			return true;
	return false;
}

/*
 * Whether blank lines are no cells: the figures of a row that has them all
 * stand behind one, or those of a row stand between two, so that the total
 * would be blank.
 */
static bool
gaps_lie(const struct tables *t, int unit)
{
	const struct pieces	*us = t->units;
	int			 full = 0, all = 0;
	bool			 leads = false, ends = false, some = false;

	for (; unit < us->n && us->u[unit].is_list; unit++) {
		const struct piece	*u = &us->u[unit];
		struct number		 x = number_read(u->single);

		if (u->ncell > 0 && u->single.n == 0) {
			leads |= full == 0 && u->cell[0]->inferred;
			ends = true;
			all++;
			continue;
		}
		if (x.state != STATE_TEXT) {
			full++;
			all++;
			some |= x.value.mant != 0;
			ends = false;
			continue;
		}
		if (leads && (full == APPLICANT__N || full == VALUES_MAX ||
		    (some && ends && all <= APPLICANT__N && u->section == 3 &&
		    u->heading == 0)))
			return true;
		full = all = 0;
		leads = ends = some = false;
	}
	return false;
}

/* Whether the unit is the last line of the head of a column of section 二. */
static bool
ends_head(struct tables *t, int unit)
{
	const struct pieces	*us = t->units;
	struct str		 s = STR("");
	struct match		 m;

	for (int i = unit; i >= 0 && i + HEAD_LINES > unit; i--) {
		if (!us->u[i].is_list || us->u[i].section != 2 ||
		    us->u[i].heading != 0)
			return false;
		s = str_cat(t->arena, us->u[i].single, s);
		for (int p = 0; p <= PART_ART20_9; p++)
			if (tables_match(t, (enum part)p, AXIS_COL, s, &m) &&
			    m.exact)
				return true;
	}
	return false;
}

/*
 * Whether figures stand right below the heads of columns of section 二, where
 * the label of their row should be: what is printed was put into disorder.
 */
static bool
is_disordered(struct tables *t, int unit)
{
	const struct pieces	*us = t->units;

	for (; unit + 1 < us->n && us->u[unit + 1].is_list; unit++)
		if (number_read(us->u[unit + 1].single).state ==
		    STATE_NUMBER && ends_head(t, unit))
			return true;
	return false;
}

void
list_survey(struct list *l, int unit)
{
	l->gaps = has_gaps(l->t, unit);
	l->gaps_lie = gaps_lie(l->t, unit);
	l->once = is_once(l->t, unit);
	l->disordered = is_disordered(l->t, unit);
	l->crowded = crowd_list(l, unit);
}
