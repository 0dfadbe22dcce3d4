/* What people say about agencies, in an archive. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "form/division.h"
#include "store/query.h"
#include "store/ruling.h"
#include "store/store.h"
#include "tests/tap.h"

struct fixture {
	struct arena		*arena;
	const struct divisions	*d;
	struct store		*s;
	struct err		 e;
};

static void
must(struct fixture *t, int r)
{
	if (r < 0)
		printf("# %s\n", t->e.msg);
	CHECK(r >= 0);
}

/* A filing as binding would have it. */
static void
file(struct fixture *t, const char *path, const char *agency, int year)
{
	struct source		 src = { .path = str_of(path) };
	struct place_hint	 hint = { .path = src.path };
	struct filing		*f = filing_new(t->arena);

	src.data = (struct bytes){ (const unsigned char *)path,
	    strlen(path) };
	sha256_hex(src.data, src.sha256);
	f->agency = str_of(agency);
	f->year = year;
	f->place = place_find(t->arena, t->d, f->agency, &hint);
	must(t, store_source(t->s, &src, &t->e));
	must(t, store_filing(t->s, src.id, f, &t->e));
}

/* The first column of all rows, with blanks between. */
static const char *
ask(struct fixture *t, const char *sql)
{
	char		*out = arena_dup(t->arena, "", 0);
	struct query	*q;
	int		 r;

	must(t, query_open(t->s, str_of(sql), &q, &t->e));
	while ((r = query_step(q, &t->e)) > 0)
		out = arena_printf(t->arena, "%s%s" STR_FMT, out,
		    *out != '\0' ? " " : "", STR_ARG(query_text(q, 0)));
	must(t, r);
	query_close(q);
	return out;
}

static void
rule(struct fixture *t, struct ruling r, long want)
{
	long	 n = -1;

	r.reason = r.author = STR("a test");
	must(t, store_begin(t->s, &t->e));
	must(t, store_rule_agency(t->s, &r, &n, &t->e));
	must(t, store_finish(t->s, &t->e));
	must(t, store_commit(t->s, &t->e));
	CHECK(n == want);
}

#define KEYS	"SELECT a.key || '@' || f.year FROM filing f"		\
		" JOIN agency a ON a.id = f.agency ORDER BY f.id"

static void
fill(struct fixture *t)
{
	must(t, store_begin(t->s, &t->e));
	file(t, "x/a.txt", "团结镇", 2021);
	file(t, "x/b.txt", "团结镇人民政府", 2022);
	file(t, "y/c.txt", "团结镇", 2021);
	file(t, "x/d.txt", "息县文化局", 2018);
	file(t, "x/e.txt", "息县文化广电和旅游局", 2019);
	file(t, "x/f.txt", "乌有综合实验区", 2021);
	file(t, "x/g.txt", "乌有综合实验区管委会", 2022);
	must(t, store_finish(t->s, &t->e));
	must(t, store_commit(t->s, &t->e));
}

static void
test_rules(struct fixture *t)
{
	CHECK_STR(ask(t, "SELECT path FROM division WHERE code = '411528'"),
	    "河南省信阳市息县");
	CHECK_STR(ask(t, "SELECT count(*) FROM division"), "3");
	CHECK_STR(ask(t, "SELECT DISTINCT parent FROM agency"
	    " WHERE division_code = '411528'"), "4115");
	CHECK_STR(ask(t, KEYS), "@2021 @2022 @2021"
	    " 411528/department/文化局@2018"
	    " 411528/department/文化广电旅游局@2019 @2021 @2022");
	CHECK_STR(ask(t, "SELECT count(*) FROM agency WHERE is_ambiguous"),
	    "2");

	rule(t, (struct ruling){ .spelling = STR("团结镇"), .path = STR("x"),
	    .division = STR("230104111") }, 1);
	rule(t, (struct ruling){ .spelling = STR("团结镇人民政府"),
	    .division = STR("230104111") }, 1);
	CHECK_STR(ask(t, KEYS), "230104111/government@2021"
	    " 230104111/government@2022 @2021"
	    " 411528/department/文化局@2018"
	    " 411528/department/文化广电旅游局@2019 @2021 @2022");
	CHECK_STR(ask(t, "SELECT spelling FROM agency_alias WHERE agency ="
	    " (SELECT id FROM agency WHERE key = '230104111/government')"),
	    "团结镇 团结镇人民政府");
	CHECK_STR(ask(t, "SELECT name FROM division WHERE code = '230104'"),
	    "道外区");

	rule(t, (struct ruling){ .spelling = STR("乌有综合实验区管委会"),
	    .same_as = STR("乌有综合实验区") }, 1);
	CHECK_STR(ask(t, "SELECT count(*) FROM agency"
	    " WHERE name LIKE '乌有综合%'"), "1");
	rule(t, (struct ruling){ .spelling = STR("息县文化局"),
	    .same_as = STR("411528/department/文化广电和旅游局") }, 1);
	CHECK_STR(ask(t, "SELECT group_concat(year, '-') FROM filing f JOIN"
	    " agency a ON a.id = f.agency WHERE a.organ = '文化广电和旅游局'"),
	    "2018-2019");
	CHECK_STR(ask(t, "SELECT count(*) FROM agency"), "4");
}

/* What comes later, and what is read anew, is placed in the same way. */
static void
test_later(struct fixture *t)
{
	must(t, store_begin(t->s, &t->e));
	file(t, "x/h.txt", "团结镇", 2023);
	file(t, "xy/h.txt", "团结镇", 2023);
	must(t, store_finish(t->s, &t->e));
	must(t, store_commit(t->s, &t->e));
	CHECK_STR(ask(t, "SELECT a.key || ',' FROM filing f JOIN agency a ON"
	    " a.id = f.agency WHERE f.year = 2023 ORDER BY f.id"),
	    "230104111/government, ,");
	must(t, store_begin(t->s, &t->e));
	must(t, store_forget(t->s, &t->e));
	file(t, "x/a.txt", "团结镇", 2021);
	must(t, store_finish(t->s, &t->e));
	must(t, store_commit(t->s, &t->e));
	CHECK_STR(ask(t, KEYS), "230104111/government@2021");
}

static void
test_mistakes(struct fixture *t)
{
	long	 n;
	struct ruling	 bad = { .spelling = STR("甲"),
	    .division = STR("999999") };

	must(t, store_begin(t->s, &t->e));
	CHECK(store_rule_agency(t->s, &bad, &n, &t->e) < 0 &&
	    t->e.code == ERR_USAGE);
	bad.division = STR("411528");
	bad.kind = STR("nothing");
	CHECK(store_rule_agency(t->s, &bad, &n, &t->e) < 0 &&
	    t->e.code == ERR_USAGE);
	store_rollback(t->s);
}

int
main(void)
{
	struct fixture	 t = { .arena = arena_new() };

	t.d = divisions_load(t.arena);
	must(&t, store_open(":memory:", STORE_CREATE, &t.s, &t.e));
	fill(&t);
	test_rules(&t);
	test_later(&t);
	test_mistakes(&t);
	must(&t, store_close(t.s, &t.e));
	arena_free(t.arena);
	return tap_done();
}
