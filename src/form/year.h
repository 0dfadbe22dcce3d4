/*
 * What a filing says of its year besides its title: the statistical period
 * and sentences that speak of a year.
 */
#ifndef FORM_YEAR_H
#define FORM_YEAR_H

#include "form/filing.h"
#include "form/line.h"

/* A year and where it is printed; year 0: none. */
struct year_seen {
	int	 year;
	int	 line;
};

/*
 * Sets period_from and period_to and observes PERIOD and PERIOD_WRONG.
 * What it returns is the year of a period from 1 January to 31 December.
 */
struct year_seen	 year_of_period(struct arena *, struct filing *,
			    const struct textlines *);

/*
 * The year that most sentences of the beginning start with; if none does,
 * the one whose work on disclosure they speak of.
 */
struct year_seen	 year_of_text(const struct textlines *);

/*
 * A sentence that speaks of what the agency did in the year before or after
 * the given one, as if that were the report's: "2020年，我镇收到…".  Plans,
 * comparisons and section 五 do not count.
 */
struct year_seen	 year_amiss(const struct textlines *, int from,
			    int year);

/*
 * The year that stands by itself on a line before head, as （2017年度） below
 * the title of a table; none where lines have different ones.
 */
struct year_seen	 year_alone(const struct textlines *, int head);

/* The first line from there on that names the year, or 0. */
int			 year_named(const struct textlines *, int from,
			    int year);

#endif
