/*
 * reports COUNT DIR [FORMAT]: COUNT reports of counties and townships, made
 * up, for measuring (FORMAT: as "gen write" has them, else html).
 *
 * Each of them, one county to nineteen townships, files for five years on
 * end, from 2019 on, under both forms; the years follow from one another.
 * One report in twenty has a fault in its tables, and one in twenty a
 * sentence that is wrong.  They are written to DIR/NNN/NNNNNN.FORMAT, a
 * thousand to a folder.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "form/division.h"
#include "tests/gen/say.h"

#define YEARS		5
#define FIRST_YEAR	2019
#define TOTAL		6
#define ROW_OTHER	20
#define ROW_TOTAL	23
#define ROW_FORWARD	24

/* Rules whose faults are in a sentence. */
static const char *const	 wrong[] = { "E01", "E02", "E03", "E04",
	"E05", "E06", "E07", "E08" };
#define NWRONG	(sizeof(wrong) / sizeof(wrong[0]))

struct series {
	struct say	 say;		/* first: the hooks of say.c want it */
	int		 year;
	int64_t		 forward[GEN_COLS], art20[24];	/* of the last year */
};

/* What was carried over is given; more was granted if that is too much. */
static void
carry_on(struct gen *g, const int64_t *forward)
{
	for (int c = 0; c < GEN_COLS; c++) {
		int64_t	 less = forward[c] - g->request[1][c];

		g->request[1][c] = forward[c];
		g->request[0][c] -= less;
		if (g->request[0][c] < 0) {
			g->request[2][c] -= g->request[0][c];
			g->request[ROW_TOTAL][c] -= g->request[0][c];
			g->request[0][c] = 0;
		}
	}
	/* Each column for itself: the last is the sum of the others again. */
	for (int r = 0; r <= ROW_FORWARD; r++) {
		g->request[r][TOTAL] = 0;
		for (int c = 0; c < TOTAL; c++)
			g->request[r][TOTAL] += g->request[r][c];
	}
}

/* Numbers of items listed, and documents in force, as the year before. */
static void
stock_on(struct gen *g, const struct series *s)
{
	const int64_t	*v = s->art20;

	if (s->year == 2020)
		for (int i = 6; i <= 18; i += 3)
			g->art20[i] = v[i] + v[i + 1];
	if (s->year > 2021) {
		if (g->art20[4] > v[5])
			g->art20[4] = v[5];
		g->art20[5] = v[5] + g->art20[3] - g->art20[4];
	}
}

static void
figures(struct gen *g, void *arg)
{
	struct series	*s = arg;

	g->is2019 = s->year < 2021;
	for (int r = ROW_OTHER + 1; g->is2019 && r < ROW_TOTAL; r++)
		for (int c = 0; c < GEN_COLS; c++) {
			g->request[ROW_OTHER][c] += g->request[r][c];
			g->request[r][c] = 0;
		}
	say_hooks.figures(g, arg);
	g->is2019 = s->year < 2021;
	g->year = s->year;
	if (s->year > FIRST_YEAR) {
		carry_on(g, s->forward);
		stock_on(g, s);
	}
	memcpy(s->art20, g->art20, sizeof(s->art20));
	for (int c = 0; c < GEN_COLS; c++)
		s->forward[c] = g->request[ROW_FORWARD][c];
	if (gen_chance(g, 50))
		g->request[gen_below(g, ROW_FORWARD + 1)]
		    [gen_below(g, GEN_COLS)] += 1 + gen_below(g, 9);
}

/* Whether the name with all that is above it has room in a report. */
static bool
is_short(const struct divisions *divs, const struct division *d)
{
	struct arena	*a = arena_new();
	size_t		 n = division_path(a, divs, d).n;

	arena_free(a);
	return n < 80;
}

/* The next division of a level, far from the one before it. */
static const struct division *
next_division(const struct divisions *divs, enum level level, unsigned *at)
{
	static const unsigned	 stride = 7919;

	for (unsigned i = 0; i < (unsigned)divs->n; i++) {
		const struct division	*d = &divs->v[*at %
		    (unsigned)divs->n];

		*at += stride;
		if (d->level == level && !d->zone && d->gone == 0 &&
		    is_short(divs, d) &&
		    (level != LEVEL_TOWNSHIP || str_ends(d->name, STR("镇")) ||
		    str_ends(d->name, STR("乡"))))
			return d;
	}
	abort();
}

static int
write_one(struct gen *g, const char *dir, unsigned n, const char *format)
{
	unsigned char	*p;
	char		 path[1000];
	FILE		*f;
	long		 size;

	snprintf(path, sizeof(path), "%s/%03u", dir, n / 1000);
	mkdir(path, 0777);
	snprintf(path, sizeof(path), "%s/%03u/%06u.%s", dir, n / 1000, n,
	    format);
	if ((p = gen_render(g, format, &size)) == NULL)
		return -1;
	if ((f = fopen(path, "wb")) == NULL ||
	    fwrite(p, 1, (size_t)size, f) != (size_t)size ||
	    fclose(f) != 0) {
		perror(path);
		return -1;
	}
	free(p);
	return 0;
}

int
main(int argc, char **argv)
{
	struct arena		*a = arena_new();
	const struct divisions	*divs = divisions_load(a);
	struct gen		*g = xmalloc(sizeof(*g));
	struct series		 s = { .year = 0 };
	struct gen_hooks	 h = say_hooks;
	unsigned		 count, at[2] = { 0, 0 };

	if (argc < 3)
		return 2;
	h.figures = figures;
	h.arg = &s;
	count = (unsigned)atoi(argv[1]);
	for (unsigned n = 0; n < count; n++) {
		s.year = FIRST_YEAR + (int)(n % YEARS);
		if (n % YEARS == 0) {
			bool		 county = n / YEARS % 20 == 0;
			struct str	 path = division_path(a, divs,
			    next_division(divs, county ? LEVEL_COUNTY :
			    LEVEL_TOWNSHIP, &at[county]));

			s.say.agency = arena_printf(a, STR_FMT "人民政府",
			    STR_ARG(path));
		}
		/* Sentences alone: what stands in the tables goes on. */
		s.say.rule = n % 20 == 7 ? wrong[n / 20 % NWRONG] : NULL;
		gen_make_with(g, n + 1, &h);
		if (write_one(g, argv[2], n, argc > 3 ? argv[3] : "html") < 0)
			return 3;
		gen_free(g);
	}
	free(g);
	arena_free(a);
	return 0;
}
