/*
 * c-unread		every rule: of a report with its fault, and of true
 *			ones, NIANBAO_UNREAD_COUNT (8) labels are lost
 * c-unread RULE COUNT [FORMAT]
 *			one rule ("clean": none); 0: all labels; in that
 *			layout only
 *
 * A label of a row or column is made unreadable or is not there, and what
 * is found then must have been found before, but for F08: a rule that reads
 * a figure says nothing when that figure was not read.  And what is found no
 * more must be not assessable: no rule holds for want of a figure.
 */
#include <config.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/query.h"
#include "tests/gen/plant.h"
#include "tests/tap.h"

#define LABELS_MAX	200

struct lost {
	struct intake	 in;
	struct arena	*a;
	struct trial	 base, now;	/* as it was, and with a label lost */
	struct gen	*spare[TRIAL_MAX];
	char		*what[LABELS_MAX * 3];
	int		 n;
	unsigned	 turn;		/* reports so far */
	const char	*format;	/* instead of each in turn, or NULL */
};

/* Figures that a fault has put where the form has none are no labels. */
static bool
is_label(const struct gcell *c)
{
	return c->item[0] == '\0' && c->text[0] != '\0' &&
	    c->text[strspn(c->text, "0123456789. ")] != '\0';
}

/* Cells that are labels, one after the other, over the tables. */
static struct gcell *
label_at(struct gen *g, int k)
{
	for (int i = 0; i < g->ntable; i++)
		for (int c = 0; c < g->table[i].n; c++)
			if (is_label(&g->table[i].cell[c]) && k-- == 0)
				return &g->table[i].cell[c];
	return NULL;
}

/* The same filings of another agency, so that they meet no other. */
static void
copy_trial(struct lost *l, unsigned seed)
{
	struct trial	*t = &l->now;
	const char	*path;

	*t = l->base;
	do
		path = intake_path(l->a, &l->in, intake_place(&l->in,
		    LEVEL_TOWNSHIP, seed++));
	while (strlen(path) >= 80);
	for (int i = 0; i < t->n; i++) {
		t->g[i] = l->spare[i];
		memcpy(t->g[i], l->base.g[i], sizeof(*t->g[i]));
		t->g[i]->truth = NULL;
		snprintf(t->g[i]->block[0].text, sizeof(t->g[i]->block[0].text),
		    "%s人民政府%d年政府信息公开工作年度报告", path,
		    t->year[i]);
	}
}

static void
lose(struct lost *l, int filing, int label, bool gone)
{
	struct gcell	*c;

	copy_trial(l, 31 + (unsigned)l->n);
	c = label_at(l->now.g[filing], label);
	l->what[l->n] = arena_printf(l->a, "%s %s of filing %d", gone ?
	    "without" : "unreadable", c->text, filing);
	strcpy(c->text, gone ? "" : "▇▇▇");
	l->now.format = l->base.format;
	trial_store(&l->now, &l->in, l->a, (unsigned)++l->n);
}

/* Of the first import all, of each other one what that had not. */
static const char	news_sql[] =
    "WITH x (number, at, rule, place, l, r) AS (SELECT"
    "  CAST(s.path AS INTEGER), substr(s.path, instr(s.path, '/') + 1, 1),"
    "  x.rule, x.place, CASE WHEN x.rule GLOB '[ACDE]*' THEN x.left_value"
    "  END, CASE WHEN x.rule GLOB '[ACDE]*' THEN x.right_value END"
    " FROM source s JOIN filing f ON f.source = s.id"
    " JOIN found x ON x.filing = f.id)"
    " SELECT number, rule, place, coalesce(l, '') || ' ' || coalesce(r, '')"
    " FROM x WHERE number > 0 AND rule <> 'F08' AND NOT EXISTS"
    "  (SELECT 1 FROM x AS y WHERE y.number = 0 AND y.at = x.at"
    "   AND y.rule = x.rule AND y.place = x.place AND y.l IS x.l"
    "   AND y.r IS x.r) ORDER BY 1, 2, 3";

/* What the first import had, and of which another says that it holds. */
static const char	held_sql[] =
    "WITH f (id, number, at) AS (SELECT f.id, CAST(s.path AS INTEGER),"
    "  substr(s.path, instr(s.path, '/') + 1, 1)"
    "  FROM source s JOIN filing f ON f.source = s.id),"
    " k (filing, rule, place, verdict) AS ("
    "  SELECT filing, rule, place, verdict FROM place_check"
    "  UNION ALL SELECT filing, rule, place, verdict FROM sum_check)"
    " SELECT g.number, k.rule, k.place, 'holds' FROM f JOIN found x"
    "  ON x.filing = f.id JOIN f AS g ON g.at = f.at AND g.number > 0"
    "  JOIN k ON k.filing = g.id AND k.rule = x.rule"
    "   AND k.place = x.place AND k.verdict = 'holds'"
    " WHERE f.number = 0 ORDER BY 1, 2, 3";

static int
list(struct lost *l, const char *sql, const char *rule)
{
	struct query	*q;
	struct err	 e;
	int		 n = 0;

	must(query_open(l->in.store, str_of(sql), &q, &e), &e);
	for (; query_step(q, &e) == 1; n++)
		printf("# %s %s: " STR_FMT " " STR_FMT " " STR_FMT "\n", rule,
		    l->what[query_int(q, 0) - 1], STR_ARG(query_text(q, 1)),
		    STR_ARG(query_text(q, 2)), STR_ARG(query_text(q, 3)));
	query_close(q);
	return n;
}

static int
news(struct lost *l, const char *rule)
{
	struct err	 e;
	int		 n;

	must(store_finish(l->in.store, &e), &e);
	n = list(l, news_sql, rule) + list(l, held_sql, rule);
	must(store_commit(l->in.store, &e), &e);
	must(store_close(l->in.store, &e), &e);
	return n;
}

/* A report with the fault, or none, and the same without some labels. */
static int
one_report(struct lost *l, const struct fault *f, unsigned seed, int count,
    const char *format)
{
	const char	*rule = f != NULL ? f->rule : "clean";
	struct trial	*t = &l->base;
	struct gen	*dice, *g[TRIAL_MAX];
	int		 n, filing, labels = 0;

	l->a = arena_new();
	l->n = 0;
	dice = arena_alloc(l->a, 1, sizeof(*dice));
	for (int i = 0; i < TRIAL_MAX; i++) {
		g[i] = arena_alloc(l->a, 1, sizeof(*g[i]));
		l->spare[i] = arena_alloc(l->a, 1, sizeof(*g[i]));
	}
	intake_open(&l->in, ":memory:");
	*t = (struct trial){ .fault = f, .dice = dice };
	memcpy(t->g, g, sizeof(g));
	dice->state = seed * UINT64_C(0x9e3779b97f4a7c15) + 5;
	gen_below(dice, 2);
	trial_plan(t, &l->in, l->a, seed);
	trial_make(t, seed);
	if (t->format == NULL)
		t->format = format;
	copy_trial(l, 3);
	trial_store(&l->now, &l->in, l->a, 0);
	filing = t->target > 0 && seed % 2 == 0 ? t->target - 1 : t->target;
	while (label_at(t->g[filing], labels) != NULL)
		labels++;
	n = count == 0 ? labels : count;
	for (int k = 0; k < n && l->n < LABELS_MAX; k++)
		lose(l, filing, count == 0 ? k : (int)gen_below(dice,
		    (uint32_t)labels), gen_chance(dice, 500));
	n = news(l, rule);
	for (int i = 0; i < t->n; i++)
		gen_free(t->g[i]);
	arena_free(l->a);
	return n;
}

/* In a layout, a different one each time; all of them when count is 0. */
static bool
one_rule(struct lost *l, const struct fault *f, int count)
{
	static const char *const	 format[] = { "rows.txt",
		"cells.txt",
#ifdef HAVE_GUMBO
		"html",
#else
		"rows.txt",
#endif
		"pipe.txt" };
	unsigned			 last;
	int				 n = 0;

	for (last = l->turn + (count == 0 ? 4 : 1); l->turn < last; l->turn++)
		n += one_report(l, f, l->turn + 1, count, l->format != NULL ?
		    l->format : format[l->turn % 4]);
	return n == 0;
}

int
main(int argc, char **argv)
{
	struct lost	 l = { .n = 0 };
	struct arena	*a = arena_new();
	const char	*env = getenv("NIANBAO_UNREAD_COUNT");
	int		 count = env != NULL ? atoi(env) : 2;

	intake_load(&l.in, a);
	if (argc > 1)
		count = argc > 2 ? atoi(argv[2]) : 0;
	l.format = argc > 3 ? argv[3] : NULL;
	for (int i = 0; i < 4 && (argc == 1 ||
	    strcmp(argv[1], "clean") == 0); i++)
		tap_check(one_rule(&l, NULL, count * 4), "true reports",
		    __FILE__, __LINE__);
	for (int i = 0; plant_all[i] != NULL; i++)
		for (const struct fault *f = plant_all[i]; f->rule != NULL;
		    f++)
			if (argc == 1 || strcmp(argv[1], f->rule) == 0)
				tap_check(one_rule(&l, f, count), f->rule,
				    __FILE__, __LINE__);
	arena_free(a);
	return tap_done();
}
