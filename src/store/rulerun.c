/*
 * Running the rules of people: every row that one gives is looked at before
 * it is taken for a finding.
 */
#include <config.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "store/archive.h"
#include "store/guard.h"
#include "store/store.h"
#include "store/userrule.h"

enum column { C_FILING, C_PLACE, C_LEFT, C_RIGHT, C_DETAIL, C_LINE,
    C_SEVERITY, C_RULE, C__N };

static const struct {
	const char	*name;
	bool		 must;
} columns[C__N] = {
	[C_FILING] = { "filing", true },
	[C_PLACE] = { "place", true },
	[C_LEFT] = { "left_value", true },
	[C_RIGHT] = { "right_value", true },
	[C_DETAIL] = { "detail", true },
	[C_LINE] = { "line", true },
	[C_SEVERITY] = { "severity", false },
	[C_RULE] = { "rule", false },
};

struct hit {
	int64_t		 filing;
	struct arg	 left, right;
	struct str	 severity, place, detail;
	int64_t		 line;		/* 0: none */
};

struct run {
	struct store		*store;
	const struct user_rule	*rule;
	struct arena		*arena;
	struct guard		 guard;
	sqlite3_stmt		*st;
	int			 at[C__N];	/* column, or -1 */
	struct hit		*hit;
	long			 n, cap, max;
	struct err		*err;
};

static int
fail_at(struct run *r, const char *p, const char *what)
{
	int	 line = 1;

	for (const char *q = r->rule->text.p; q < p; q++)
		line += *q == '\n';
	return err_set(r->err, ERR_USAGE, "%s:%d: %s", r->rule->name, line,
	    what);
}

/* The first line behind the comment. */
static const char *
body(const struct user_rule *rule)
{
	struct str	 rest = rule->text, line;

	while (str_line(&rest, &line))
		if (!str_starts(line, STR("--")) && str_trim(line).n > 0)
			return line.p;
	return rule->text.p;
}

static int
fail_sql(struct run *r)
{
	const char	*at = body(r->rule), *what = sqlite3_errmsg(
			    r->store->db);

	if (r->guard.why != NULL)
		what = SAY(r->store, r->guard.why);
#if SQLITE_VERSION_NUMBER >= 3038000
	else if (sqlite3_error_offset(r->store->db) >= 0)
		at = r->rule->text.p + sqlite3_error_offset(r->store->db);
#endif
	return fail_at(r, at, what);
}

static int
run_columns(struct run *r)
{
	struct arena	*a = r->arena;

	for (int i = 0; i < C__N; i++)
		r->at[i] = -1;
	for (int i = 0; i < sqlite3_column_count(r->st); i++) {
		const char	*name = sqlite3_column_name(r->st, i);
		int		 c = 0;

		while (c < C__N && strcmp(columns[c].name, name) != 0)
			c++;
		if (c == C__N || r->at[c] >= 0)
			return fail_at(r, body(r->rule), arena_printf(a,
			    c == C__N ?
			    SAY(r->store, "a rule has no column '%.100s'") :
			    SAY(r->store, "there is a second column '%.100s'"),
			    name));
		r->at[c] = i;
	}
	for (int c = 0; c < C__N; c++)
		if (columns[c].must && r->at[c] < 0)
			return fail_at(r, body(r->rule), arena_printf(a,
			    SAY(r->store, "the column '%s' is missing"),
			    columns[c].name));
	return 0;
}

static int
run_prepare(struct run *r)
{
	struct str	 text = r->rule->text;
	const char	*rest;

	if (sqlite3_prepare_v2(r->store->db, text.p, (int)text.n, &r->st,
	    &rest) != SQLITE_OK)
		return fail_sql(r);
	if (r->st == NULL)
		return fail_at(r, body(r->rule), SAY(r->store,
		    "there is no SELECT"));
	if (!sqlite3_stmt_readonly(r->st) || sqlite3_stmt_isexplain(r->st) ||
	    sqlite3_column_count(r->st) == 0)
		return fail_at(r, body(r->rule), SAY(r->store,
		    "that is no SELECT"));
	if (sqlite3_bind_parameter_count(r->st) > 0)
		return fail_at(r, body(r->rule), SAY(r->store,
		    "a rule has no parameters"));
	while (rest < text.p + text.n && strchr(" \t\r\n;", *rest) != NULL)
		rest++;
	if (rest < text.p + text.n)
		return fail_at(r, rest, SAY(r->store,
		    "one SELECT is all that a rule has"));
	return run_columns(r);
}

static int
fail_value(struct run *r, enum column c, const char *what)
{
	return fail_at(r, body(r->rule), arena_printf(r->arena,
	    SAY(r->store, "row %ld: %s %s"), r->n + 1, columns[c].name,
	    SAY(r->store, what)));
}

static int
get_int(struct run *r, enum column c, int64_t *v)
{
	*v = 0;
	if (sqlite3_column_type(r->st, r->at[c]) == SQLITE_NULL)
		return 0;
	if (sqlite3_column_type(r->st, r->at[c]) != SQLITE_INTEGER)
		return fail_value(r, c, N_("is no whole number"));
	*v = sqlite3_column_int64(r->st, r->at[c]);
	return *v < 1 ? fail_value(r, c, N_("is below 1")) : 0;
}

static int
get_number(struct run *r, enum column c, struct arg *v)
{
	switch (sqlite3_column_type(r->st, r->at[c])) {
	case SQLITE_NULL:
		*v = ARG_NULL;
		return 0;
	case SQLITE_INTEGER:
		*v = ARG((int64_t)sqlite3_column_int64(r->st, r->at[c]));
		return 0;
	case SQLITE_FLOAT:
		*v = ARG(sqlite3_column_double(r->st, r->at[c]));
		return 0;
	default:
		return fail_value(r, c, N_("is no number"));
	}
}

static int
get_text(struct run *r, enum column c, struct str *v)
{
	struct str	 s;

	*v = STR("");
	if (r->at[c] < 0)
		return 0;
	if (sqlite3_column_type(r->st, r->at[c]) == SQLITE_BLOB)
		return fail_value(r, c, N_("is no text"));
	s = db_text(r->st, r->at[c]);
	if (s.n > LIMIT_RULE_DETAIL)
		return fail_value(r, c, N_("is too long"));
	if (utf8_valid((struct bytes){ (const unsigned char *)s.p, s.n }) !=
	    s.n || (s.n > 0 && memchr(s.p, '\0', s.n) != NULL))
		return fail_value(r, c, N_("is not UTF-8"));
	*v = str_dup(r->arena, s);
	return 0;
}

static int
get_hit(struct run *r, struct hit *h)
{
	struct str	 rule;

	if (get_int(r, C_FILING, &h->filing) < 0 ||
	    get_int(r, C_LINE, &h->line) < 0 ||
	    get_number(r, C_LEFT, &h->left) < 0 ||
	    get_number(r, C_RIGHT, &h->right) < 0 ||
	    get_text(r, C_PLACE, &h->place) < 0 ||
	    get_text(r, C_DETAIL, &h->detail) < 0 ||
	    get_text(r, C_SEVERITY, &h->severity) < 0 ||
	    get_text(r, C_RULE, &rule) < 0)
		return -1;
	if (h->filing == 0)
		return fail_value(r, C_FILING, N_("is NULL"));
	if (rule.n > 0 && !str_eq(rule, r->rule->id))
		return fail_value(r, C_RULE, N_("is not the id of the rule"));
	if (h->severity.n == 0)
		h->severity = r->rule->severity;
	else if (!str_eq(h->severity, STR("error")) &&
	    !str_eq(h->severity, STR("warning")) &&
	    !str_eq(h->severity, STR("notice")) &&
	    !str_eq(h->severity, STR("info")))
		return fail_value(r, C_SEVERITY, N_("is none"));
	return 0;
}

static int
run_rows(struct run *r)
{
	int	 rc;

	while ((rc = sqlite3_step(r->st)) == SQLITE_ROW) {
		if (r->n == r->max)
			return fail_at(r, body(r->rule),
			    arena_printf(r->arena, SAY(r->store, "it gives "
			    "more than %ld rows"), r->max));
		if (r->n == r->cap) {
			r->cap = 2 * r->cap + 64;
			r->hit = xrealloc(r->hit, (size_t)r->cap,
			    sizeof(*r->hit));
		}
		if (get_hit(r, &r->hit[r->n]) < 0)
			return -1;
		r->n++;
	}
	return rc == SQLITE_DONE ? 0 : fail_sql(r);
}

static int
by_place(const void *a, const void *b)
{
	const struct hit	*x = a, *y = b;
	int			 r;

	if (x->filing != y->filing)
		return x->filing < y->filing ? -1 : 1;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	r = str_cmp(x->place, y->place);
	return r != 0 ? r : str_cmp(x->detail, y->detail);
}

/* Whether the filing is current, and every cell that is read a number. */
static int
is_judged(struct run *r, int64_t filing, bool *current, bool *read)
{
	const struct user_rule	*rule = r->rule;
	int64_t			 n;
	int			 rc;

	*read = true;
	rc = GET(r->store, GET_IS_CURRENT, r->err, &n, ARG(filing));
	if (rc == 0)
		return fail_at(r, body(rule), arena_printf(r->arena,
		    SAY(r->store, "there is no filing %lld"),
		    (long long)filing));
	*current = n != 0;
	for (int i = 0; i < rule->nread && rc >= 0 && *current && *read;
	    i++) {
		rc = GET(r->store, GET_IS_READ, r->err, &n, ARG(filing),
		    ARG(rule->read[i].item), ARG(rule->read[i].applicant));
		*read = rc == 1;
	}
	return rc < 0 ? -1 : 0;
}

static int
put_hit(struct run *r, const struct hit *h)
{
	return PUT(r->store, PUT_RULE_FOUND, r->err, ARG(h->filing),
	    ARG(r->rule->id), ARG(h->severity), ARG(h->place), h->left,
	    h->right, ARG(h->detail), arg_int_or_null(h->line));
}

/* Those that are no findings are taken out, before anything is written. */
static int
run_judge(struct run *r, struct rule_result *res)
{
	bool	 current = false, read = false;
	int64_t	 filing = 0;
	long	 n = 0;

	if (r->n > 1)
		qsort(r->hit, (size_t)r->n, sizeof(*r->hit), by_place);
	for (long i = 0; i < r->n; i++) {
		const struct hit	*h = &r->hit[i];

		if (h->filing != filing) {
			filing = h->filing;
			if (is_judged(r, filing, &current, &read) < 0)
				return -1;
			res->nunread += current && !read;
		}
		if (current && read)
			r->hit[n++] = *h;
	}
	res->nfound = r->n = n;
	return 0;
}

static int
put_hits(struct run *r)
{
	for (long i = 0; i < r->n; i++)
		if (put_hit(r, &r->hit[i]) < 0)
			return -1;
	return PUT(r->store, PUT_RULE_PRINT, r->err, ARG(r->rule->id));
}

static int
put_rule(struct store *s, const struct user_rule *u, struct err *e)
{
	if (PUT(s, PUT_RULE_NONE, e, ARG(u->id)) < 0 ||
	    PUT(s, PUT_RULE_FOUND_NONE, e, ARG(u->id)) < 0 ||
	    PUT(s, PUT_RULE, e, ARG(u->id), ARG(u->slug), ARG(u->severity),
	    ARG(u->title_en), ARG(u->title_zh), ARG(u->basis),
	    ARG(u->text_en), ARG(u->text_zh)) < 0)
		return -1;
	return 0;
}

/* All rows first, under guard; then what becomes of them. */
static int
run_select(struct run *r)
{
	int64_t	 nfiling;
	int	 rc;

	if (db_int(r->store->db, "SELECT count(*) FROM filing", &nfiling,
	    r->err) < 0)
		return -1;
	r->max = LIMIT_RULE_ROWS + nfiling * LIMIT_RULE_FILING_ROWS;
	if (guard_begin(&r->guard, r->store->db, r->arena, nfiling,
	    r->err) < 0)
		return -1;
	if ((rc = run_prepare(r)) == 0)
		rc = run_rows(r);
	sqlite3_finalize(r->st);
	guard_end(&r->guard);
	return rc;
}

int
store_try_rule(struct store *s, const struct user_rule *u,
    struct rule_result *res, struct err *e)
{
	struct run	 r = { .store = s, .rule = u, .arena = arena_new(),
			    .err = e };
	int		 rc;

	assert(s->writable);
	*res = (struct rule_result){ 0, 0 };
	if ((rc = run_select(&r)) == 0 && (rc = run_judge(&r, res)) == 0 &&
	    (rc = put_rule(s, u, e)) == 0 && (rc = put_hits(&r)) == 0)
		rc = PUT(s, PUT_RULE_RUN, e, ARG(u->id),
		    ARG((int64_t)res->nfound), ARG((int64_t)res->nunread),
		    ARG(""));
	free(r.hit);
	arena_free(r.arena);
	return rc;
}

/* A rule that was kept: its fault is the archive's to say. */
static int
apply(struct store *s, struct arena *a, struct str id, struct str text,
    struct err *e)
{
	struct rule_result	 res;
	struct user_rule	 u;
	struct err		 why;
	bool			 good;

	s->plain = true;
	good = user_rule_parse(s, a, str_dup(a, id).p, text, &u, &why) == 0 &&
	    store_try_rule(s, &u, &res, &why) == 0;
	s->plain = false;
	if (good)
		return 0;
	if (why.code != ERR_USAGE) {
		*e = why;
		return -1;
	}
	return PUT(s, PUT_RULE_RUN, e, ARG(id), ARG(0), ARG(0),
	    ARG((const char *)why.msg));
}

int
store_apply_rules(struct store *s, struct err *e)
{
	struct arena	*a;
	sqlite3_stmt	*st;
	int64_t		 had, has;
	int		 r;

	s->rules_due = false;
	if (db_int(s->db, "SELECT count(*) FROM rule_run", &had, e) < 0 ||
	    db_exec(s->db, STR(
	    "DELETE FROM found WHERE rule IN (SELECT rule FROM rule_run);"
	    "DELETE FROM rule WHERE id IN (SELECT rule FROM rule_run);"
	    "DELETE FROM rule_run;"), e) < 0 ||
	    db_prepare(s->db, "SELECT rule, text FROM user_rule_now"
	    " ORDER BY rule", &st, e) < 0)
		return -1;
	a = arena_new();
	while ((r = db_step(st, e)) == 1)
		if ((r = apply(s, a, str_dup(a, db_text(st, 0)),
		    str_dup(a, db_text(st, 1)), e)) < 0)
			break;
	sqlite3_finalize(st);
	arena_free(a);
	if (r == 0 && (r = db_int(s->db, "SELECT count(*) FROM rule_run",
	    &has, e)) == 0 && had + has > 0)
		r = db_exec(s->db, STR("UPDATE filing SET flags ="
		    " (SELECT n.flags FROM flags_now n"
		    "   WHERE n.filing = filing.id) WHERE flags IS NOT"
		    " (SELECT n.flags FROM flags_now n"
		    "   WHERE n.filing = filing.id)"), e);
	return r;
}

int
store_rules_ready(struct store *s, struct err *e)
{
	return db_exec(s->db, STR("PRAGMA temp_store = MEMORY"), e);
}

void
store_rules_due(struct store *s)
{
	s->rules_due = true;
}
