/*
 * Asking the archive: any SQL, row by row, and the queries that come with
 * the program (schema/query/).
 */
#ifndef STORE_QUERY_H
#define STORE_QUERY_H

#include <stdint.h>

#include "base/str.h"

struct arena;
struct err;
struct query;
struct store;

enum value_type {
	VALUE_NULL, VALUE_INT, VALUE_REAL, VALUE_TEXT, VALUE_BLOB
};

/*
 * Compiles one statement.  Named parameters (":year") are NULL until they
 * are bound.  The SQL is not kept.
 */
int	query_open(struct store *, struct str sql, struct query **,
	    struct err *);
void	query_close(struct query *);		/* NULL is allowed */

/* Names of parameters, without the colon, from 0. */
int		 query_nparam(const struct query *);
const char	*query_param(const struct query *, int);

/*
 * Binds a parameter by its name without the colon; what is written as an
 * integer is bound as one.  -1 with ERR_USAGE when there is no such.
 */
int	query_bind(struct query *, const char *name, struct str value,
	    struct err *);
/* The same, as text whatever it looks like. */
int	query_bind_text(struct query *, const char *name, struct str value,
	    struct err *);
int	query_bind_int(struct query *, const char *name, int64_t,
	    struct err *);

/* 1 when there is a row, 0 at the end, -1 on failure. */
int	query_step(struct query *, struct err *);

/* Of the row query_step() came to; text is valid until the next step. */
int		 query_ncol(const struct query *);
const char	*query_column(const struct query *, int);
enum value_type	 query_type(const struct query *, int);
int64_t		 query_int(const struct query *, int);
double		 query_real(const struct query *, int);
struct str	 query_text(const struct query *, int);

/*
 * Runs one statement to its end, with values for ?1, ?2 …; nvalue of them,
 * of which empty ones (p == NULL) are NULL.
 */
int	query_run(struct store *, struct str sql, const struct str *value,
	    int nvalue, struct err *);

/*
 * A query that comes with the program: schema/query/NAME.sql.  Its leading
 * comment is the help; the first sentence of it the title; lines of the
 * form "-- :name  meaning" are its parameters, all of which may be NULL.
 */
#define CANNED_PARAMS	16

struct canned_param {
	struct str	 name;		/* without the colon */
	struct str	 meaning;
};

struct canned {
	struct str		 name;	/* "yoy" */
	struct str		 title;	/* one line */
	struct str		 help;	/* without "-- " and parameters */
	struct str		 sql;	/* as in the file, comment and all */
	struct canned_param	 param[CANNED_PARAMS];
	int			 nparam;
};

/*
 * Takes such a text apart, of which the parts point into it; what is more
 * than CANNED_PARAMS parameters is left out.
 */
void	canned_parse(struct arena *, struct canned *, struct str name,
	    struct str sql);

/* All of them, by name; returns their number. */
int	canned_list(struct arena *, struct canned **);

/* The one of that name, or NULL. */
const struct canned	*canned_find(struct arena *, struct str name);

#endif
