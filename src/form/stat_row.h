/*
 * Inside of the reading of the statistical tables: what finds rows
 * (form/stat_grid.c, form/stat_loose.c) and what takes them (form/stat.c).
 */
#ifndef FORM_STAT_ROW_H
#define FORM_STAT_ROW_H

#include "form/piece.h"
#include "form/stat.h"

#define STAT_ROWS_MIN	5	/* known rows that make it such a table */

struct stat {
	struct arena		*arena;
	const struct forms	*forms;
	struct pieces		*us;
	struct filing		*f;
	int			 last;		/* item of the row before */
	int			 known[FORM__N];
	int			 line;		/* of the first row */
	/* Of rows with a cell a line, as their heads say; stat.c. */
	int			 nvalue;	/* numbers in a row, or 0 */
	int			 pick;		/* which is the year's, or -1 */
	bool			 numbered;	/* 序号 stands before labels */
	int			 unnumbered; /* rows that none stands before */
};

/* Whether it is the label of an item, and no more than that. */
bool	stat_knows(struct stat *, struct str label);

enum stat_head { HEAD_NONE, HEAD_LABEL, HEAD_UNIT, HEAD_CODE, HEAD_VALUE };

/*
 * What a head says of its column.  Of figures *rank is the greater the surer
 * they are those of the year: 2009年度 and 本年累计 before 统计数, 数量, 累计
 * and 本期; 0 for what is of other years or of more than one (历年累计).
 */
enum stat_head	stat_head(struct str, int year, int *rank);

/* 条, 件, 人次 and so on. */
bool	stat_is_unit(struct str);

/*
 * A row.  unit and code may be empty; a unit in brackets at the end of the
 * label then counts.
 */
void	stat_add(struct stat *, struct str label, struct str unit,
	    struct str code, struct str raw, int line);

/*
 * What stands behind the unit in rows whose columns are not known (loose
 * cells, doc/grid.h): one figure, in all such rows of known labels; or a code
 * that goes up by one from one to the next, and a figure.  Unknown where heads
 * name several columns of figures, of the year or of others.
 */
enum stat_loose { LOOSE_UNKNOWN, LOOSE_FIGURE, LOOSE_CODE };
enum stat_loose	stat_loose_way(struct stat *);

/* Whether the columns of any of the row's cells are not known. */
bool	stat_is_loose(const struct piece *);

/* Adds such a row; false if it does not say which is its figure. */
bool	stat_add_loose(struct stat *, enum stat_loose, const struct piece *);

/* Adds the rows of all tables that are grids. */
void	stat_grids(struct stat *);

#endif
