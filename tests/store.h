/*
 * Filings made by hand, for the tests of the store.
 */
#ifndef TESTS_STORE_H
#define TESTS_STORE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "form/filing.h"
#include "form/form.h"
#include "store/query.h"
#include "store/store.h"

/* A filing with every cell of its form, all 0. */
struct filing	*zero_filing(struct arena *, const struct forms *,
		    const char *agency, int year, enum form_id);

/* Changes one cell, which becomes a number. */
void		 set(struct arena *, struct filing *, const char *code,
		    enum applicant, int64_t);

/* Takes its figure away, or makes it something else. */
void		 set_state(struct arena *, struct filing *, const char *code,
		    enum applicant, enum state, const char *raw);
void		 drop(struct filing *, const char *code, enum applicant);

/* Appendix B: a city of 2025, ogi2021, all 42 identities hold. */
struct filing	*city_2025(struct arena *, const struct forms *);

/* Appendix A: an office of 2019, ogi2019, most zeros and totals blank. */
struct filing	*office_2019(struct arena *, const struct forms *);

/* The town 丙镇 of 乙县, 411622104, files it. */
void		 of_town(struct filing *);

/* An archive in memory, in a transaction; and what ends both. */
struct store	*new_store(void);
void		 finish(struct store *);	/* applies the rules */
void		 end(struct store *);

/* Stores it as a source of its own; ends the test program on failure. */
int64_t		 put(struct store *, const char *path, struct filing *);

/* All rows of a statement, fields parted by |, rows by a newline. */
const char	*ask(struct arena *, struct store *, const char *sql);

/* The same of a query, which is closed, and with a word for NULL. */
const char	*rows_of(struct arena *, struct query *, const char *null);

void		 must(int result, const struct err *);

#endif
