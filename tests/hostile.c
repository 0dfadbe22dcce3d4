/*
 * hostile FILE...	reads each as an import does
 * hostile -c N FILE...	and what is left of it, cut off at every Nth part
 * hostile -b N FILE...	and what becomes of it with one bit of each wrong
 *
 * Each in a process of its own that may map 256 MiB: a crash, or more, is
 * a failure.  What is left of a file must not say anything else than all
 * of it says: no other figure, and no blank where there is a figure; and
 * where it says less, there is a note.  So must one with a wrong bit, but
 * what is not packed may say what that bit has made of a digit.
 *
 * Prints a line for each file, how many cells were found and the names of
 * the notes; and behind a "#" what it took at most, the programs that it
 * called included.  The exit status is 1 after a failure.
 */
#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limit.h"
#include "cmd/intake.h"

#define MAPPED_MAX	(256u << 20)

#if defined __SANITIZE_ADDRESS__
#define SANITIZED	1
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED	1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED	0
#endif

struct answer {
	struct str	 cells;		/* a line each that was located */
	struct str	 notes;		/* their names, each behind a space */
	long		 kib, ms;	/* of memory; of computing */
	int		 status;
};

static struct arena		*forever;
static struct intake_opts	 opts;

static void
say_notes(const struct notes *ns, struct buf *notes)
{
	for (const struct note *n = ns->first; n != NULL; n = n->next)
		buf_printf(notes, " %s", note_name(n->id));
}

static void
say_figure(const struct figure *g, struct buf *cells)
{
	char	 num[DEC_MAX] = "";

	if (g->state == STATE_MISSING || g->state == STATE_TEXT)
		return;
	if (g->state == STATE_NUMBER || g->state == STATE_INFERRED)
		dec_print(g->value, num);
	buf_printf(cells, "%s %s %s %s\n", g->item->code,
	    applicant_code(g->who), g->state == STATE_PLACEHOLDER ?
	    "blank" : state_name(g->state), num);
}

static void
say_statistic(const struct statistic *s, struct buf *cells)
{
	char	 num[DEC_MAX] = "";

	if (s->state != STATE_NUMBER)
		return;
	buf_printf(cells, "statistic " STR_FMT " %s\n", STR_ARG(s->label),
	    dec_print(s->value, num));
}

static long
ms_of(const struct rusage *used)
{
	return (used->ru_utime.tv_sec + used->ru_stime.tv_sec) * 1000 +
	    (used->ru_utime.tv_usec + used->ru_stime.tv_usec) / 1000;
}

/* The memory is that of the largest process, the time that of all. */
static void
say_used(FILE *to)
{
	struct rusage	 own, others;

	getrusage(RUSAGE_SELF, &own);
	getrusage(RUSAGE_CHILDREN, &others);
	fprintf(to, "%ld %ld\n", own.ru_maxrss > others.ru_maxrss ?
	    own.ru_maxrss : others.ru_maxrss, ms_of(&own) + ms_of(&others));
}

/*
 * In the child: what it took, the lines of cells, an empty one, and the
 * notes.
 */
static void
answer(struct bytes in, FILE *to)
{
	struct intake	 it = { .arena = arena_new() };
	struct buf	 cells, notes;

	buf_init(&cells, it.arena);
	buf_init(&notes, it.arena);
	it.source.path = STR("a");
	it.source.data = in;
	intake_read(&it, &opts);
	say_notes(&it.notes, &notes);
	for (const struct intake_doc *d = it.doc; d != NULL; d = d->next) {
		say_notes(&d->notes, &notes);
		for (const struct filing *f = d->filing; f != NULL;
		    f = f->next) {
			say_notes(&f->notes, &notes);
			for (const struct figure *g = f->figure; g != NULL;
			    g = g->next)
				say_figure(g, &cells);
			for (const struct statistic *s = f->statistic;
			    s != NULL; s = s->next)
				say_statistic(s, &cells);
		}
	}
	say_used(to);
	fwrite(buf_text(&cells).p, 1, cells.n, to);
	fputc('\n', to);
	fwrite(buf_text(&notes).p, 1, notes.n, to);
	fclose(to);
}

static void
collect(struct arena *a, int fd, struct answer *to)
{
	struct buf	 b;
	char		 p[4096];
	ssize_t		 n;
	struct str	 s, took;
	char		*after;
	size_t		 end;

	buf_init(&b, a);
	while ((n = read(fd, p, sizeof(p))) > 0)
		buf_add(&b, p, (size_t)n);
	close(fd);
	s = buf_text(&b);
	if (!str_line(&s, &took))
		return;
	to->kib = strtol(took.p, &after, 10);
	to->ms = strtol(after, NULL, 10);
	end = str_starts(s, STR("\n")) ? 0 : str_find(s, STR("\n\n"), 0) + 1;
	to->cells = str_sub(s, 0, end);
	to->notes = str_from(s, end + 1);
}

static void
ask(struct arena *a, struct bytes in, struct answer *to)
{
	struct rlimit	 most = { MAPPED_MAX, MAPPED_MAX };
	int		 fd[2];
	pid_t		 pid;

	*to = (struct answer){ .status = -1 };
	if (pipe(fd) < 0 || (pid = fork()) < 0) {
		perror("hostile");
		exit(99);
	}
	if (pid == 0) {
		close(fd[0]);
		if (!SANITIZED)
			setrlimit(RLIMIT_AS, &most);
		answer(in, fdopen(fd[1], "w"));
		_exit(0);
	}
	close(fd[1]);
	collect(a, fd[0], to);
	waitpid(pid, &to->status, 0);
}

static bool
has_line(struct str lines, struct str line)
{
	for (size_t at = 0; (at = str_find(lines, line, at)) != STR_NONE;
	    at++)
		if (at == 0 || lines.p[at - 1] == '\n')
			return true;
	return false;
}

static long
count_lines(struct str s)
{
	long	 n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

/*
 * Whether the part says nothing that the whole does not, and why it may; how
 * is the way in which it was damaged.
 */
static bool
is_honest(const char *path, const char *how, size_t at,
    const struct answer *whole, const struct answer *part)
{
	struct str	 rest = part->cells;
	bool		 good = true;

	if (part->status != 0) {
		printf("%s %s at %zu: status %d\n", path, how, at,
		    part->status);
		return false;
	}
	while (rest.n > 0) {
		size_t		 end = str_find(rest, STR("\n"), 0);
		struct str	 line = str_sub(rest, 0, end + 1);

		rest = str_from(rest, end + 1);
		if (has_line(whole->cells, line))
			continue;
		printf("%s %s at %zu says " STR_FMT, path, how, at,
		    STR_ARG(line));
		good = false;
	}
	if (count_lines(part->cells) < count_lines(whole->cells) &&
	    part->notes.n == 0) {
		printf("%s %s at %zu: no note\n", path, how, at);
		good = false;
	}
	return good;
}

static bool
damage(struct arena *a, const char *path, struct bytes in, bool bits,
    size_t parts, struct answer *whole)
{
	struct answer	 part;
	bool		 good = true;
	int		 some = 0;

	for (size_t i = 0; i < parts; i++) {
		size_t		 at = in.n / parts * i + in.n % parts * i /
				    parts;
		size_t		 n = bits ? in.n : at;
		unsigned char	*p = malloc(n > 0 ? n : 1);

		/* Of the very size, so that a sanitizer sees what is read. */
		if (p == NULL)
			exit(99);
		memcpy(p, in.p, n);
		if (bits && at < n)
			p[at] ^= (unsigned char)(1 << i * 5 % 8);
		ask(a, (struct bytes){ p, n }, &part);
		free(p);
		good &= is_honest(path, bits ? "with a wrong bit" : "cut", at,
		    whole, &part);
		some += part.cells.n > 0;
		whole->ms = part.ms > whole->ms ? part.ms : whole->ms;
		whole->kib = part.kib > whole->kib ? part.kib : whole->kib;
	}
	printf("%s: %ld, of %zu parts %d have some\n", path,
	    count_lines(whole->cells), parts, some);
	return good;
}

/* In a block of the very size, which children inherit. */
static struct bytes
whole_file(const char *path)
{
	FILE		*f = fopen(path, "rb");
	unsigned char	*p;
	long		 n;

	if (f == NULL || fseek(f, 0, SEEK_END) < 0 || (n = ftell(f)) < 0 ||
	    fseek(f, 0, SEEK_SET) < 0 ||
	    (p = malloc((size_t)n + 1)) == NULL ||
	    fread(p, 1, (size_t)n, f) != (size_t)n) {
		perror(path);
		exit(99);
	}
	fclose(f);
	return (struct bytes){ p, (size_t)n };
}

static bool
look(const char *path, bool bits, size_t parts)
{
	struct arena	*a = arena_new();
	struct bytes	 in = whole_file(path);
	struct answer	 whole;
	bool		 good;

	ask(a, in, &whole);
	good = whole.status == 0;
	if (!good)
		printf("%s: status %d\n", path, whole.status);
	else if (parts > 0)
		good = damage(a, path, in, bits, parts, &whole);
	else
		printf("%s: %ld" STR_FMT "\n", path,
		    count_lines(whole.cells), STR_ARG(whole.notes));
	printf("# %s %ld KiB %ld ms\n", path, whole.kib, whole.ms);
	fflush(stdout);
	free((void *)(uintptr_t)in.p);
	arena_free(a);
	return good;
}

int
main(int argc, char **argv)
{
	bool		 bits = argc > 2 && strcmp(argv[1], "-b") == 0;
	bool		 parted = bits || (argc > 2 &&
			    strcmp(argv[1], "-c") == 0);
	size_t		 parts = parted ? strtoul(argv[2], NULL, 10) : 0;
	bool		 good = true;
	struct err	 e;

	forever = arena_new();
	if (intake_init(forever, NULL, &opts, &e) < 0)
		return 99;
	for (int i = parted ? 3 : 1; i < argc; i++)
		good &= look(argv[i], bits, parts);
	arena_free(forever);
	return !good;
}
