/* Digits that ran together, and digits that fell apart. */
#include <config.h>

#include "base/arena.h"
#include "form/cut.h"
#include "form/join.h"
#include "tests/tap.h"

/* The first of the ways to cut, as text; how many there are in *n. */
static const char *
cut(struct arena *a, const char *run, int width, enum cut_sum sum, int *n)
{
	struct cuts	 k = cut_all(a, str_of(run), width, sum);
	char		*p = arena_alloc(a, 400, 1);
	size_t		 at = 0;

	*n = k.n;
	for (int i = 0; k.n > 0 && i < width; i++)
		at += (size_t)snprintf(p + at, 400 - at, "%s%lld",
		    i == 0 ? "" : " ", (long long)k.c[0].v[i]);
	return p;
}

/* "2|0|0|20" joined to three, or "". */
static const char *
join(struct arena *a, const char *pieces, int width)
{
	struct str	 rest = str_of(pieces), piece[30], out[30];
	char		*p = arena_alloc(a, 400, 1);
	size_t		 at = 0;
	int		 n = 0;

	while (str_field(&rest, ' ', &piece[n]))
		n++;
	for (int i = 0; join_digits(a, piece, n, width, out) && i < width; i++)
		at += (size_t)snprintf(p + at, 400 - at, "%s" STR_FMT,
		    i == 0 ? "" : " ", STR_ARG(out[i]));
	return p;
}

static void
join_all(struct arena *a)
{
	CHECK_STR(join(a, "2 0 0 0 0 0 0 2 0", 7), "20 0 0 0 0 0 20");
	CHECK_STR(join(a, "1 3 2 15", 3), "13 2 15");
	CHECK_STR(join(a, "1 2 1 2", 2), "12 12");
	CHECK_STR(join(a, "20 0 0 20", 4), "");		/* it has as many */
	CHECK_STR(join(a, "1 2 3 4", 3), "");		/* and no sum */
	CHECK_STR(join(a, "1 1 1 1 1 1 2 2", 7), "");
	CHECK_STR(join(a, "0 5 0 5", 3), "");		/* no 05 */
	CHECK_STR(join(a, "1 1 0 1 1 1 1 0 2 2 2", 3), "");
	CHECK_STR(join(a, "2 - 0 2", 3), "");
	CHECK_STR(join(a, "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", 7), "");
}

static void
solve(struct arena *a)
{
	struct cuts		 row[2], total, in, over, fwd;
	struct cut_table	 t = { .outcome = row, .noutcome = 2 };
	int			 viable = 0;

	/* 27 or 2 of the first; the total says which. */
	row[0] = cut_all(a, STR("270020130"), 7, CUT_TOTAL);
	row[1] = cut_all(a, STR("0000000"), 7, CUT_TOTAL);
	total = cut_all(a, STR("270020130"), 7, CUT_TOTAL);
	in = cut_all(a, STR("27 0 0 2 0 1 30"), 7, CUT_TOTAL);
	over = fwd = row[1];
	t.results_total = &total;
	t.new_requests = &in;
	t.carried_over = &over;
	t.carried_forward = &fwd;
	CHECK(row[0].n == 2);
	CHECK(cut_solve(&t));
	for (int i = 0; i < row[0].n; i++)
		if (row[0].c[i].viable) {
			viable++;
			CHECK(row[0].c[i].v[0] == 27);
		}
	CHECK(viable == 1);
	/* Nothing balances. */
	in = cut_all(a, STR("28 0 0 2 0 1 31"), 7, CUT_TOTAL);
	CHECK(!cut_solve(&t));
}

int
main(void)
{
	struct arena	*a = arena_new();
	int		 n;

	CHECK_STR(cut(a, "0000000", 7, CUT_TOTAL, &n), "0 0 0 0 0 0 0");
	CHECK(n == 1);
	CHECK_STR(cut(a, "640020470", 7, CUT_TOTAL, &n), "64 0 0 2 0 4 70");
	CHECK(n == 1);
	CHECK_STR(cut(a, "500000 5", 7, CUT_TOTAL, &n), "5 0 0 0 0 0 5");
	CHECK(n == 1);
	cut(a, "220000325", 7, CUT_TOTAL, &n);
	CHECK(n == 2);
	cut(a, "693665", 3, CUT_FREE, &n);
	CHECK(n > 1);
	cut(a, "00", 1, CUT_FREE, &n);
	CHECK(n == 0);
	cut(a, "12", 3, CUT_FREE, &n);
	CHECK(n == 0);
	cut(a, "1x2", 2, CUT_FREE, &n);
	CHECK(n == 0);
	CHECK_STR(cut(a, "10203120001200000", 15, CUT_FIVES, &n),
	    "1 0 2 0 3 12 0 0 0 12 0 0 0 0 0");
	CHECK(n == 1);
	cut(a, "123456789012345678901234567890123456789012345678901234567890",
	    15, CUT_FREE, &n);
	CHECK(n == 0);		/* too many to list */
	solve(a);
	join_all(a);
	arena_free(a);
	return tap_done();
}
