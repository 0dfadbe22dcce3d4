/*
 * Inside of the reading of the statistical tables: what finds rows
 * (form/stat_grid.c) and what takes them (form/stat.c).
 */
#ifndef FORM_STAT_ROW_H
#define FORM_STAT_ROW_H

#include "form/stat.h"

#define STAT_ROWS_MIN	5	/* known rows that make it such a table */

struct stat {
	struct arena		*arena;
	const struct forms	*forms;
	struct pieces		*us;
	struct filing		*f;
	struct str		*name;		/* of each item, simplified */
	int			 last;		/* item of the row before */
	int			 known[FORM__N];
	int			 line;		/* of the first row */
};

/* Whether it is the label of an item, and no more than that. */
bool	stat_knows(struct stat *, struct str label);

/* 条, 件, 人次 and so on. */
bool	stat_is_unit(struct str);

/*
 * A row.  unit and code may be empty; a unit in brackets at the end of the
 * label then counts.
 */
void	stat_add(struct stat *, struct str label, struct str unit,
	    struct str code, struct str raw, int line);

/* Adds the rows of all tables that are grids. */
void	stat_grids(struct stat *);

#endif
