/*
 * gen run FORMAT FIRST COUNT	makes reports and reads them back
 * gen write FORMAT FIRST COUNT DIR	writes them to DIR/SEED.FORMAT
 * gen compare EXT FIRST COUNT DIR	reads DIR/SEED.EXT, made from them
 * gen safe FORMAT FIRST COUNT		as run, for what loses cells
 * gen misprint FORMAT FIRST COUNT [DIR]	as run, one label in five misprinted;
 *				with DIR as write
 * gen twin FORMAT SEED 1 DIR ITEM WHO WHO	as write, two cells exchanged
 * gen pairs FORMAT FIRST COUNT		two reports of each in one text
 *
 * Seed 0 is the city's report.  Prints a line of counts; the exit status is
 * 1 when a cell is wrong or, but for safe, fewer than 999 in 1000 are right
 * (990 of those with misprints).
 * With NIANBAO_GEN_VERBOSE set, every cell that is not right is named.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "form/filing.h"
#include "read/read.h"
#include "tests/gen/gen.h"

#define MISPRINTS	200	/* labels in 1000 */

struct count {
	long	 docs, cells, right, wrong, missing, unread;
};

static const struct figure *
figure_of(const struct filing *f, const char *item, const char *who)
{
	for (const struct figure *g = f->figure; g != NULL; g = g->next)
		if (strcmp(g->item->code, item) == 0 &&
		    strcmp(applicant_code(g->who), who) == 0)
			return g;
	return NULL;
}

static bool
has_value(const struct figure *f)
{
	return f != NULL &&
	    (f->state == STATE_NUMBER || f->state == STATE_INFERRED);
}

/* A line of the truth against the filing. */
static void
compare_cell(char *line, const struct filing *f, unsigned seed,
    struct count *n)
{
	char			*item = strtok(line, "\t");
	char			*who = strchr(item, '\0') + 1, *state, *value;
	char			 num[DEC_MAX] = "";
	const struct figure	*g;
	bool			 right;

	state = strchr(who, '\t');
	*state++ = '\0';
	value = strchr(state, '\t');
	*value++ = '\0';
	g = f != NULL ? figure_of(f, item, who) : NULL;
	n->cells++;
	if (has_value(g))
		dec_print(g->value, num);
	right = has_value(g) ? strcmp(num, value) == 0 :
	    g != NULL && strcmp(state_name(g->state), state) == 0;
	if (right)
		n->right++;
	else if (has_value(g) || (g != NULL && g->state == STATE_BLANK))
		n->wrong++;	/* a blank that was none is as bad */
	else
		n->missing++;
	if (getenv("NIANBAO_GEN_VERBOSE") != NULL && !right)
		printf("# %u %s %s want %s %s got %s %s\n", seed, item, who,
		    state, value, g == NULL ? "nothing" :
		    state_name(g->state), num);
}

static bool
in_truth(const struct gen *truth, const struct figure *g)
{
	struct str	 rest = { truth->truth, (size_t)truth->truth_n }, line;
	struct str	 item = str_of(g->item->code);
	struct str	 who = str_of(applicant_code(g->who));

	while (str_line(&rest, &line))
		if (str_starts(line, item) &&
		    str_starts(str_from(line, item.n), STR("\t")) &&
		    str_starts(str_from(line, item.n + 1), who) &&
		    str_starts(str_from(line, item.n + 1 + who.n),
		    STR("\t")))
			return true;
	return false;
}

/* A figure where the report has no cell is as wrong as another in a cell. */
static void
compare_extra(const struct gen *truth, const struct filing *f, unsigned seed,
    struct count *n)
{
	for (const struct figure *g = f->figure; g != NULL; g = g->next)
		if (has_value(g) && !in_truth(truth, g)) {
			n->wrong++;
			if (getenv("NIANBAO_GEN_VERBOSE") != NULL)
				printf("# %u %s has a figure and no cell\n",
				    seed, g->item->code);
		}
}

/* The truth of a report against what was read as it. */
static void
compare_report(struct arena *a, const struct gen *truth,
    const struct filing *f, unsigned seed, struct count *n)
{
	char	*copy = arena_dup(a, truth->truth, (size_t)truth->truth_n);
	char	*next;

	n->unread += f == NULL;
	if (f != NULL && (f->year != truth->year ||
	    !str_eq(f->agency, str_of(truth->agency))))
		printf("# %u is of " STR_FMT " %d, want %s %d\n", seed,
		    STR_ARG(f->agency), f->year, truth->agency, truth->year);
	for (; *copy != '\0'; copy = next) {
		next = strchr(copy, '\n');
		*next++ = '\0';
		compare_cell(copy, f, seed, n);
	}
	if (f != NULL)
		compare_extra(truth, f, seed, n);
}

/* The second report, if there are to be two, is that of the next seed. */
static void
compare(const struct gen *truth, const struct gen *second, struct bytes in,
    unsigned seed, struct count *n)
{
	struct arena		*a = arena_new();
	struct doc		*d = NULL;
	struct filing		*f = NULL;
	const struct reader	*used;
	struct read_opts	 opts = { .encoding = NULL };
	struct bind_opts	 bind = { .path = STR("") };
	struct err		 e = { 0 };

	n->docs++;
	if (read_doc(a, in, &opts, &d, &used, &e) == 0)
		f = filing_bind(a, d, forms_load(a), &bind);
	else
		fprintf(stderr, "%u: %s\n", seed, e.msg);
	compare_report(a, truth, f, seed, n);
	if (second != NULL)
		compare_report(a, second, f != NULL ? f->next : NULL,
		    seed + 1, n);
	arena_free(a);
}

/* The report of the seed and that of the next one, behind each other. */
static void
run_pair(const char *format, unsigned seed, struct count *n)
{
	struct gen	*g = xmalloc(2 * sizeof(*g));
	unsigned char	*p[2];
	long		 size[2];

	for (int i = 0; i < 2; i++) {
		gen_make(&g[i], seed + (unsigned)i, false);
		if ((p[i] = gen_render(&g[i], format, &size[i])) == NULL)
			exit(2);
	}
	p[0] = xrealloc(p[0], (size_t)(size[0] + size[1]), 1);
	memcpy(p[0] + size[0], p[1], (size_t)size[1]);
	compare(&g[0], &g[1], (struct bytes){ p[0],
	    (size_t)(size[0] + size[1]) }, seed, n);
	for (int i = 0; i < 2; i++) {
		free(p[i]);
		gen_free(&g[i]);
	}
	free(g);
}

static struct bytes
slurp(const char *path, unsigned char **p)
{
	FILE	*f = fopen(path, "rb");
	size_t	 n = 0, got;

	*p = NULL;
	if (f == NULL)
		return (struct bytes){ NULL, 0 };
	do {
		*p = xrealloc(*p, n + 65536, 1);
		got = fread(*p + n, 1, 65536, f);
		n += got;
	} while (got > 0);
	fclose(f);
	return (struct bytes){ *p, n };
}

static int
write_one(const char *dir, unsigned seed, const char *format,
    const unsigned char *p, long n)
{
	char	 path[1000];
	FILE	*f;

	snprintf(path, sizeof(path), "%s/%05u.%s", dir, seed, format);
	if ((f = fopen(path, "wb")) == NULL ||
	    fwrite(p, 1, (size_t)n, f) != (size_t)n || fclose(f) != 0) {
		perror(path);
		return -1;
	}
	return 0;
}

int
main(int argc, char **argv)
{
	struct count	 n = { 0 };
	struct gen	*g = xmalloc(sizeof(*g));
	unsigned	 first, count;

	if (argc < 5)
		return 2;
	first = (unsigned)atoi(argv[3]);
	count = (unsigned)atoi(argv[4]);
	for (unsigned seed = first; seed < first + count; seed++) {
		unsigned char	*p = NULL;
		char		 path[1000];
		long		 size = 0;

		if (strcmp(argv[1], "pairs") == 0) {
			run_pair(argv[2], seed, &n);
			continue;
		}
		gen_make(g, seed, seed == 0);
		if (strcmp(argv[1], "misprint") == 0)
			gen_misprint(g, MISPRINTS);
		if (strcmp(argv[1], "twin") == 0 && (argc < 9 ||
		    !gen_exchange(g, argv[6], argv[7], argv[8])))
			return 2;
		if (strcmp(argv[1], "compare") == 0) {
			struct bytes	 in;

			snprintf(path, sizeof(path), "%s/%05u.%s", argv[5],
			    seed, argv[2]);
			in = slurp(path, &p);
			compare(g, NULL, in, seed, &n);
		} else if ((p = gen_render(g, argv[2], &size)) == NULL)
			return 2;
		else if (argc > 5) {
			if (write_one(argv[5], seed, argv[2], p, size) < 0)
				return 3;
		} else
			compare(g, NULL, (struct bytes){ p, (size_t)size },
			    seed, &n);
		free(p);
		gen_free(g);
	}
	free(g);
	if (strcmp(argv[1], "compare") != 0 && argc > 5)
		return 0;
	printf("%s: %ld documents, %ld cells, %ld right, %ld wrong, "
	    "%ld missing, %ld unread\n", argv[2], n.docs, n.cells, n.right,
	    n.wrong, n.missing, n.unread);
	if (strcmp(argv[1], "safe") == 0)
		return n.wrong != 0 || n.unread != 0;
	return n.wrong != 0 || n.right * 1000 < n.cells *
	    (strcmp(argv[1], "misprint") == 0 ? 990 : 999);
}
