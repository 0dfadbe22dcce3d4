/*
 * The words of schema/form/remark.tsv.
 */
#ifndef FORM_REMARK_H
#define FORM_REMARK_H

#include "base/str.h"

struct arena;

enum remark_kind {
	REMARK_TOPIC, REMARK_SUPERVISION, REMARK_FEE, REMARK_SUPERSEDED,
	REMARK_VAGUE, REMARK_SELF, REMARK_ARTEFACT, REMARK__N
};

struct remark {
	enum remark_kind	 kind;
	struct str		 key, words, without;
	const struct remark	*next;
};

/* In the order of the file. */
const struct remark	*remark_load(struct arena *);

/*
 * Where one of its words stands in s at or after from, not across one of the
 * words in without, or STR_NONE; *word is what was found.
 */
size_t	remark_find(const struct remark *, struct str s, size_t from,
	    struct str *word);

#endif
