/*
 * Rules that people add: a file with a SELECT and a comment before it,
 * which is like that of a query (schema/query/).
 *
 *	-- Fewer replies than requests of enterprises.
 *	--
 *	-- The first line is the title, the others say how it is judged.
 *	--
 *	-- :id        U01
 *	-- :severity  notice
 *	-- :basis     what makes it a fault
 *	-- :reads     new_requests/commercial_enterprise results_total/total
 *	SELECT filing, place, left_value, right_value, detail, line FROM ...
 *
 * Also :slug, :title_zh and :text_zh.  The id is U and two to four digits.
 * What it reads are cells of the filing that it speaks of; where one of
 * them is not a number that was read, the rule is not assessable.
 *
 * The SELECT can read the tables and views of the archive, but the
 * originals, and call functions that do nothing but compute and know no
 * clock and no chance.  Limits are in base/limit.h.
 */
#ifndef STORE_USERRULE_H
#define STORE_USERRULE_H

#include "base/str.h"

struct arena;
struct err;
struct store;

/* A cell that a rule reads. */
struct rule_cell {
	struct str	 item, applicant;
};

struct user_rule {
	struct str		 id, slug, severity, title_en, title_zh;
	struct str		 basis, text_en, text_zh;
	struct str		 text;		/* all of the file */
	const struct rule_cell	*read;
	int			 nread;
	const char		*name;		/* of the file, for messages */
};

/* What a rule found, and of how many filings it could not say anything. */
struct rule_result {
	long	 nfound, nunread;
};

/*
 * Reads a rule; -1 with ERR_USAGE and "NAME:LINE: " for what is not one.
 * Text is in the arena or in what was given.
 */
int	user_rule_parse(struct store *, struct arena *, const char *name,
	    struct str text, struct user_rule *, struct err *);

/*
 * To be called before the transaction in which rules are run: what they
 * sort then stays in memory, where it can be limited.
 */
int	store_rules_ready(struct store *, struct err *);

/*
 * Applies the rule to the whole archive and puts what it finds beside what
 * others found, in the place of an earlier rule of that id.  -1 with
 * ERR_USAGE, and nothing changed, when the SELECT is not one that a rule
 * may have, fails, or gives what is no finding.
 */
int	store_try_rule(struct store *, const struct user_rule *,
	    struct rule_result *, struct err *);

/*
 * Applies all rules that are kept in the archive.  One that cannot be
 * applied finds nothing, and the table rule_run says why.
 */
int	store_apply_rules(struct store *, struct err *);

/* The next store_finish() applies them whether or not a filing changed. */
void	store_rules_due(struct store *);

#endif
