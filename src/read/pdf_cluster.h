/*
 * The parts of finding tables by where figures stand, for the files
 * pdf_cluster*.c alone.
 */
#ifndef READ_PDF_CLUSTER_H
#define READ_PDF_CLUSTER_H

#include "read/pdf_table.h"

#define LABELS	3		/* columns in front of the figures */
#define COLUMNS	40		/* of figures, at most */
#define RICH	3		/* figures that make a line a row */

/* Words of a line that are one cell. */
struct chunk {
	struct pdf_box	 box;
	int		 first, n;	/* words */
	bool		 figure;
	int		 row;		/* of the grid */
	int		 col;		/* first one; figures from LABELS on */
	int		 span;
};

struct row {
	const struct pdf_line	*line;
	int			 first, n;	/* chunks */
	int			 figures;
};

struct cluster {
	struct pdf		*pdf;
	struct pdf_page		*page;
	struct row		*row;		/* every line with free words */
	int			 nrow;
	struct chunk		*chunk;
	int			 nchunk, cap;
	int			 lo[COLUMNS], hi[COLUMNS], ncol;
	int			 edge;		/* labels end before it */
	int			 left;		/* where the first one begins */
	int			 label[LABELS];	/* where they begin */
	int			 nlabel;
	bool			 doubt;		/* which row a figure is of */
};

/* What a line is made of, by the columns found so far. */
bool		 cluster_is_label(const struct cluster *, const struct chunk *);
bool		 cluster_is_label_line(const struct cluster *,
		    const struct row *);
bool		 cluster_is_head_line(const struct cluster *,
		    const struct row *);
struct str	 cluster_text(const struct cluster *, const struct chunk *);
bool		 cluster_is_quantity(struct str);

/* Whether a line is at most so many tenths of its height below another. */
bool		 cluster_is_near(const struct row *, const struct row *,
		    int tenths);

/* The table of the lines from..to - 1. */
struct pdf_table *cluster_build(struct cluster *, int page, int from, int to);

#endif
