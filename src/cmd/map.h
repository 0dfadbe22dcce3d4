/*
 * What somebody knows of files that the files do not say: a CSV file with
 * the columns path, agency, year and parent, of which only path must be
 * there.  A row is for every file whose stored name is that path or ends
 * with "/" and that path; of several rows the longest path counts.
 */
#ifndef CMD_MAP_H
#define CMD_MAP_H

#include "base/str.h"

struct arena;
struct err;

struct map_row {
	struct str	 path, agency, parent;	/* may be empty, but path */
	int		 year;			/* 0: not given */
	int		 line;
};

struct map {
	struct map_row	*row;		/* sorted by path */
	size_t		 n;
};

/*
 * -1 with ERR_USAGE when the file cannot be read, is not CSV, has another
 * column, a year that is none, or a path twice.
 */
int	map_load(struct arena *, const char *file, struct map *,
	    struct err *);

/* NULL when there is none.  Any thread may ask. */
const struct map_row	*map_find(const struct map *, struct str name);

#endif
