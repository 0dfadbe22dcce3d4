/*
 * Reports made up for tests: figures that agree with each other, in the
 * layouts in which offices publish them.  Everything follows from the seed.
 */
#ifndef TESTS_GEN_GEN_H
#define TESTS_GEN_GEN_H

#include <stdbool.h>
#include <stdint.h>

#define GEN_ROWS	30	/* rows of section 三 at most */
#define GEN_COLS	7

/* A cell as it will be printed, on a grid of slots. */
struct gcell {
	char		 text[400];
	int		 row, col, rowspan, colspan;
	char		 item[40];	/* whose figure it is, or "" */
	const char	*who;		/* which applicant's, or "" */
};

struct gtable {
	struct gcell	 cell[400];
	int		 n, nrow, ncol;
};

/* A paragraph (table < 0) or a table of the report, in order. */
struct gblock {
	char	 text[1200];
	int	 heading;	/* level; 0: a paragraph */
	int	 table;
};

struct gen {
	uint64_t	 state;		/* of the generator of numbers */
	bool		 is2019;
	bool		 fixed;		/* the figures of a known filing */
	int		 year;
	char		 agency[100];
	/* How it is printed. */
	int		 blank_zeros;	/* per mille of zeros left blank */
	int		 placeholders;	/* per mille of zeros as "/" */
	bool		 thousands, fullwidth, units, half_brackets;
	bool		 label_variants;
	bool		 one_table;	/* section 二 in one table or in four */
	int		 pad;		/* empty columns behind the last */
	int		 split;		/* rows of section 三 in a first table */
	bool		 three_tables;	/* section 四 as three tables of five */
	int		 old_table; /* last year's: 1 in section 一, 2 in 三 */
	bool		 remarks;	/* a column 备注 in section 三 */
	bool		 muted;		/* what is printed is not the truth */
	/* What it says. */
	int64_t		 request[GEN_ROWS][GEN_COLS];
	int64_t		 dispute[15];
	int64_t		 art20[24];
	int		 fee_wan, fee_frac;	/* 万元 and its 1/10000 */
	struct gblock	 block[80];
	int		 nblock;
	struct gtable	 table[12];
	int		 ntable;
	char		*truth;		/* "item\tapplicant\tstate\tvalue\n" */
	int		 truth_n, truth_cap;
};

/*
 * For reports that are about something else than tables: what is called
 * when the figures are there, and instead of sections 一 and 六.
 */
struct gen_hooks {
	void	 (*figures)(struct gen *, void *);
	void	 (*overview)(struct gen *, void *);
	void	 (*other)(struct gen *, void *);
	void	*arg;
};

void	gen_make_with(struct gen *, uint64_t seed, const struct gen_hooks *);

/* Appends a paragraph, or a heading of that level. */
void	gen_paragraph(struct gen *, int heading, const char *text);

/* Makes the report of that seed; fixed: a city's figures, all kept. */
void	gen_make(struct gen *, uint64_t seed, bool fixed);
void	gen_free(struct gen *);

/*
 * Misprints so many per mille of the labels of six characters and more: one
 * character wrong, missing, too many, or exchanged with the next.
 */
void	gen_misprint(struct gen *, int per_mille);

/*
 * Exchanges what is printed in two cells of a row, by the codes of their
 * applicants; the truth stays.  False if they are not there or the same.
 */
bool	gen_exchange(struct gen *, const char *item, const char *one,
	    const char *other);

/* The item of a row of section 三, and the code of a column. */
const char *gen_row(const struct gen *, int row);
const char *gen_column(int col);

/* A number below n, and whether something of so many per mille happens. */
uint32_t gen_below(struct gen *, uint32_t n);
bool	gen_chance(struct gen *, int per_mille);

/* The bytes of the report in a format, malloc()ed; NULL: no such format. */
unsigned char *gen_render(struct gen *, const char *format, long *size);

#endif
