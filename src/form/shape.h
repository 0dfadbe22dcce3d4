/*
 * Tables that are not laid out as the form is, before their rows are looked
 * at.
 */
#ifndef FORM_SHAPE_H
#define FORM_SHAPE_H

#include "doc/grid.h"
#include "form/form.h"

struct arena;

/*
 * The grid as the form has it: turned, if what is a row of the form stands
 * in its columns and what is a column in its rows, else itself.
 */
const struct grid	*shape_upright(struct arena *, const struct forms *,
			    const struct grid *);

/*
 * The grid with figures and their units in one cell each, if they have two,
 * else itself.
 */
const struct grid	*shape_units(struct arena *, const struct grid *);

/*
 * The column that only counts the rows (序号, or 1, 2, 3 … in front of the
 * labels), or -1.
 */
int	shape_counter(struct arena *, const struct grid *);

#endif
