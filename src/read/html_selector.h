/*
 * Selectors of CSS (Selectors 4, as far as pages of today use them), taken
 * apart and compared with elements.
 *
 * What would need the elements behind it (:last-child, :has()) or what is
 * not known is neither held to fit nor not to: FIT_MAYBE.
 */
#ifndef READ_HTML_SELECTOR_H
#define READ_HTML_SELECTOR_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

#define SELECTOR_PARTS	6	/* .a p > .b */
#define PART_CONDS	8	/* .a.b:first-child */

enum fit { FIT_NO, FIT_MAYBE, FIT_YES };

struct part;

enum cond_kind {
	COND_CLASS, COND_ID, COND_ATTR,
	COND_NTH,	/* of all in the same element */
	COND_NTH_TYPE,	/* of those of its name */
	COND_NOT, COND_NEVER, COND_UNKNOWN
};

struct cond {
	enum cond_kind	 kind;
	char		 how;		/* of an attribute: 0, or =~|^$* */
	bool		 any_case;
	struct str	 name, value;
	int		 a, b;		/* an+b */
	struct part	*part;		/* that it must not be */
};

struct part {
	char		 tag[16];	/* lower case, or empty */
	struct cond	 cond[PART_CONDS];
	int		 ncond;
	char		 joined;	/* to the part before: ' ', >, + or ~ */
};

struct selector {
	struct part	 part[SELECTOR_PARTS];
	int		 npart;
	int		 weight;	/* specificity, as 100s, 10s and 1s */
};

/* What is asked of an element. */
struct elem {
	char		 name[16];
	struct str	 id, classes;
	struct str	 attrs;		/* as they are written */
	int		 nth, nth_type;	/* from 1; 0: not known */
};

/*
 * The selector that *list begins with, up to the next comma, which goes with
 * it.  False behind the last; one that is not understood has no parts.
 */
bool		 selector_next(struct arena *, struct str *list,
		    struct selector *);

/* Adds what it took to *steps. */
enum fit	 part_fits(const struct part *, const struct elem *,
		    long *steps);

/* Whether a list of classes has that name, in its case. */
bool		 has_class(struct str list, struct str name);

#endif
