/*
 * Faults that are planted into made-up reports, one at a time: for each
 * rule a filing or a series of them in which only that rule, and what
 * follows from it of necessity, has something to find.
 */
#ifndef TESTS_GEN_PLANT_H
#define TESTS_GEN_PLANT_H

#include "tests/gen/intake.h"
#include "tests/gen/say.h"

#define TRIAL_MAX	6

/* Rows of section 三 and its last column. */
enum { ROW_NEW, ROW_OVER, ROW_FULL, ROW_PARTIAL, ROW_UNPAID = 21,
	ROW_RESULTS = 23, ROW_FORWARD = 24, COL_TOTAL = 6 };

/* Who reports. */
enum who { WHO_ANY, WHO_TOWN, WHO_COUNTY, WHO_CITY, WHO_BUREAU, WHO_VAGUE };

struct trial {
	const struct fault	*fault;		/* NULL: there is none */
	struct gen		*g[TRIAL_MAX];	/* in the order of import */
	int			 n, now;	/* now: the one being made */
	int			 target;	/* the one with the fault */
	int			 year[TRIAL_MAX];
	enum who		 who;
	char			 agency[TRIAL_MAX][200];
	char			 name[TRIAL_MAX][200];	/* of the file */
	struct say		 say;
	struct gen		*dice;		/* its numbers only */
	bool			 linked;	/* one year follows another */
	bool			 same_words;	/* all are worded alike */
	uint64_t		 words;
	uint32_t		 which;		/* a choice of its fault */
	bool			 planted;
	const char		*format;
	/* What is to be found. */
	char			 place[80];	/* or "": anywhere */
	const char		*severity;	/* or NULL: any */
	char			 also[120];	/* rules that follow from it */
};

struct fault {
	const char	*rule;
	enum who	 who;
	int		 form;		/* 2019, 2021 (the target); 0: any */
	int		 before;	/* filings there must be before it */
	bool		 alone;		/* no other filings beside those */
	void		(*plan)(struct trial *);
	/* When the figures of one filing, now, are consistent. */
	void		(*figures)(struct trial *, struct gen *);
	/* When all of it is laid out. */
	void		(*print)(struct trial *, struct gen *);
};

extern const struct fault	 plant_sums[], plant_cells[], plant_years[],
				 plant_forms[], plant_told[], plant_stats[];

/* All of those, ending with NULL. */
extern const struct fault *const plant_all[];

/* The filing with the fault, of the trial. */
static inline struct gen *
trial_target(const struct trial *t)
{
	return t->g[t->target];
}

/*
 * Who reports, how many filings there are and of which years, as the fault
 * (or none) wants it; fault, dice and g are set.
 */
void	trial_plan(struct trial *, struct intake *, struct arena *,
	    unsigned seed);

/* Makes all its filings. */
void	trial_make(struct trial *, uint64_t seed);

/* Puts them into the archive as "number/0/report.txt" and so on. */
void	trial_store(struct trial *, struct intake *, struct arena *,
	    unsigned number);

/* Names the rules that follow, with a space before each. */
void	trial_also(struct trial *, const char *rules);
void	trial_place(struct trial *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* More of one row of section 三, in a column and in total. */
void	add_request(struct gen *, int row, int col, int64_t);

/* More that was received and dealt with, or received and is pending. */
void	add_case(struct gen *, int row, int col, int64_t);

/* Blocks: the first paragraph from at on that begins so, or -1. */
int	block_find(const struct gen *, int at, const char *prefix);
void	block_drop(struct gen *, int at);
void	block_insert(struct gen *, int at, const char *text);
/* Replaces it wherever it stands in paragraphs; returns how often. */
int	block_replace(struct gen *, const char *from, const char *to);

/* The cell of that item and applicant; NULL when there is none. */
struct gcell	*cell_find(struct gen *, const char *item, const char *who);
/* The first cell in a table that begins so, and its table. */
struct gcell	*cell_label(struct gen *, const char *prefix,
		    struct gtable **);
/* Rows of a table, with what reaches over them. */
void	row_insert(struct gtable *, int row);
void	row_drop(struct gtable *, int row);
struct gcell	*cell_put(struct gtable *, int row, int col,
		    const char *text);

/* One of the strings, the last of which is NULL. */
const char	*one_of(struct gen *dice, const char *const *);
#define ONE_OF(d, ...)	one_of(d, (const char *const []){ __VA_ARGS__, NULL })

/* The report of a form before 2019, with that fault or none. */
void	stat_make(struct trial *, struct gen *, int form);

#endif
