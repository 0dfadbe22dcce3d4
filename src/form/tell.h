/*
 * Between the files that turn sentences into facts; nobody else's.
 */
#ifndef FORM_TELL_H
#define FORM_TELL_H

#include "form/fact.h"
#include "form/filing.h"
#include "form/prose.h"
#include "form/token.h"

struct hit;

struct teller {
	struct arena		*a;
	struct filing		*f;
	const struct facttable	*table;
	const struct passage	*p;
	struct sentence		 s;
	size_t			 at;	/* of the sentence in the passage */
	/* The sets of words (fact.h) that speak in it, in the sentence
	   before it, and in the heading above. */
	unsigned		 sets, before, topic;
	struct str		 said;		/* quoted instead, if any */
	size_t			 from, to; /* numbers elsewhere are not told */
	int			*statements;	/* looked into */
	const char		*last_code;	/* fact of the token before */
	int			 last_token;
	struct hit		*best;		/* room for that of each
						   number of a sentence */
	size_t			 nbest;
	/* What the sentence that begins at of says of times, and of organs;
	   found when it is asked for. */
	struct heard_times {
		const char	*of;
		struct heard	*v;
		int		 n;
		size_t		 cap;
	} times;
	struct named_organs {
		const char	*of;
		struct named	*v;
		int		 n;
		size_t		 cap;
	} organs;
};

/* A row that matched, and where. */
struct hit {
	const struct factrow	*row;
	struct match_at		 m;
	struct str		 clause;	/* around it */
	struct str		 narrow;	/* its scope */
};

/* Whether the sentence speaks of what the row is about at all. */
bool	tell_may(const struct teller *, const struct factrow *);

/*
 * Whether the hit says what its row says, of this agency and this year;
 * fills in its clause and its scope.  The sentence may tell it.
 */
bool	tell_judge(struct teller *, struct hit *);

/* A fact of how requests were answered. */
bool	tell_is_outcome(const char *code);

/* Where to begin to look for what goes before at, some lines back. */
size_t	tell_back(const struct teller *, size_t at);

/* Where the number stands, or the end of what has none. */
size_t	tell_number_at(const struct hit *);

/* The number says by how much something changed, not how much it is. */
bool	tell_difference(const struct teller *, const struct hit *);

/* What the hit says is of another year, or of several. */
bool	tell_other_year(struct teller *, const struct hit *);

/*
 * The word by which the number is of a part of the year or of more than
 * one: one of the words, "月" or "累计"; or empty.
 */
struct str	tell_span(struct teller *, const struct hit *,
		    struct str words);

/* The end of the name of another organ that did it; or empty. */
struct str	tell_organ(struct teller *, const struct hit *);

/* The clause around [at, end) of a sentence, brackets kept apart. */
struct str	tell_clause(struct str s, size_t at, size_t end);

/* Adds the fact; quoted lies in the sentence. */
struct fact	*tell_fact(struct teller *, const struct hit *,
		    struct str quoted);

/*
 * Of 收到、答复政府信息公开申请分别为12件、11件, the sentence in which each
 * number stands behind its own words, in [from, to); or empty.  clause is
 * where they stood.
 */
struct str	tell_respective(struct arena *, const struct sentence *,
		    struct str *clause, size_t *from, size_t *to);

/* The total and the sum of the parts of a list that names them all. */
void	tell_breakdown(struct teller *);

#endif
