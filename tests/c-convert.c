/* Children under limits, and what is left of them. */
#include <config.h>

#include <sys/resource.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/convert.h"
#include "tests/tap.h"

static struct convert	*c;
static struct ran	 ran;
static struct err	 e;

/* Runs a shell script: the tests may, the program may not. */
static int
sh(const char *script, struct command cmd)
{
	const char	*argv[] = { "sh", "-c", script, NULL };

	e = (struct err){ ERR_NONE, "" };
	cmd.argv = argv;
	return convert_run(c, &cmd, &ran, &e);
}

static const char *
out(void)
{
	return (const char *)ran.out.p;
}

static void
ordinary(void)
{
	struct bytes	 b;

	CHECK(sh("cat in.txt; exit 3", (struct command){ .feed = false }) == 0);
	CHECK(ran.status == 3);
	CHECK_STR(out(), "hello\n");
	CHECK(sh("cat", (struct command){ .feed = true }) == 0);
	CHECK_STR(out(), "hello\n");
	CHECK(sh("cat", (struct command){ .feed = false }) == 0);
	CHECK_STR(out(), "");
	CHECK(sh("echo oops >&2", (struct command){ .feed = false }) == 0);
	CHECK_STR((const char *)ran.errors.p, "oops\n");
	CHECK(sh("echo made >out", (struct command){ .feed = false }) == 0);
	CHECK(convert_file(c, "out", &b, &e) == 0);
	CHECK_STR((const char *)b.p, "made\n");
	CHECK(convert_file(c, "none", &b, &e) < 0 && e.code == ERR_FORMAT);
	CHECK(sh("ln -s /etc/passwd link", (struct command){ .feed = false })
	    == 0);
	CHECK(convert_file(c, "link", &b, &e) < 0);
}

/* Nothing of ours reaches the child. */
static void
alone(void)
{
	int	 fd[2];

	setenv("SECRET", "1", 1);
	CHECK(pipe(fd) == 0);
	CHECK(sh("env | sed 's/=.*//' | grep -v -e PWD -e SHLVL -e '^_' | sort"
	    " | tr '\\n' ' '", (struct command){ .feed = false }) == 0);
	CHECK_STR(out(), "HOME LC_ALL PATH TMPDIR ");
	CHECK(sh("for i in 3 4 5 6 7 8 9; do"
	    " (eval \": <&$i\") 2>/dev/null && echo $i; done; :",
	    (struct command){ .feed = false }) == 0);
	CHECK_STR(out(), "");
	CHECK(sh("test \"$HOME\" = \"$(pwd)\" && test \"$TMPDIR\" = \"$HOME\"",
	    (struct command){ .feed = false }) == 0 && ran.status == 0);
	close(fd[0]);
	close(fd[1]);
}

#define WORK	"head -c 2097152 /dev/zero; i=0;" \
		" while test $i -lt 200000; do i=$((i + 1)); done"

static void
limits(void)
{
	time_t	 then = time(NULL);

	CHECK(sh("while :; do :; done", (struct command){ .ms = 200 }) < 0);
	CHECK(e.code == ERR_LIMIT);
	CHECK(sh("sleep 100", (struct command){ .ms = 200 }) < 0);
	CHECK(e.code == ERR_LIMIT);
	CHECK(sh("exec >&-; sleep 100", (struct command){ .ms = 200 }) < 0);
	CHECK(e.code == ERR_LIMIT);
	CHECK(time(NULL) - then < 30);
	/* What has been written may have taken its time. */
	CHECK(sh(WORK, (struct command){ .ms = 20 }) < 0);
	CHECK_STR(e.msg, "sh takes too long");
	CHECK(sh(WORK, (struct command){ .ms = 20, .ms_per_mib = 3000 })
	    == 0);
	CHECK(ran.out.n == 2 << 20);
	CHECK(sh("while :; do echo y; done",
	    (struct command){ .output = 100000 }) < 0);
	CHECK(e.code == ERR_LIMIT);
	CHECK(sh("kill -SEGV $$", (struct command){ .feed = false }) < 0);
	CHECK(e.code == ERR_FORMAT);
	CHECK(sh("ulimit -v", (struct command){ .memory = 1u << 30 }) == 0);
	CHECK_STR(out(), "1048576\n");
	CHECK(sh("ulimit -c", (struct command){ .feed = false }) == 0);
	CHECK_STR(out(), "0\n");
	CHECK(sh("ulimit -f", (struct command){ .feed = false }) == 0);
	CHECK(strtol(out(), NULL, 10) == LIMIT_FILE / 512);
}

/* A grandchild does not outlive the run. */
static void
grandchild(void)
{
	struct timespec	 nap = { 0, 600000000 };
	struct bytes	 b;

	CHECK(sh("(sleep 0.3; echo x >late) >/dev/null 2>&1 & :",
	    (struct command){ .feed = false }) == 0);
	nanosleep(&nap, NULL);
	CHECK(convert_file(c, "late", &b, &e) < 0);
}

/* Limits of our own, which nobody but root could raise, hold for it, too. */
static void
limited(void)
{
	const struct rlimit	 cpu = { 7, 7 };

	CHECK(setrlimit(RLIMIT_CPU, &cpu) == 0);
	CHECK(sh("ulimit -t", (struct command){ .feed = false }) == 0);
	CHECK_STR(out(), "7\n");
	CHECK(sh("ulimit -H -t", (struct command){ .ms = 2000 }) == 0);
	CHECK_STR(out(), "4\n");
}

int
main(void)
{
	struct arena	*a = arena_new();
	const char	*argv[] = { "no-such-program", NULL };
	struct bytes	 in = { (const unsigned char *)"hello\n", 6 };
	char		*dir;

	CHECK(convert_open(a, in, "in.txt", &c, &e) == 0);
	ordinary();
	alone();
	limits();
	grandchild();
	CHECK(convert_run(c, &(struct command){ .argv = argv }, &ran, &e) < 0);
	CHECK(e.code == ERR_TOOL);
	CHECK_STR(e.msg, "no-such-program is not installed");
	CHECK(!convert_has("no-such-program"));
	CHECK(convert_has("sh"));
	CHECK(sh("mkdir -p d/e; echo >d/e/f; pwd",
	    (struct command){ .feed = false }) == 0);
	dir = arena_printf(a, "%.*s", (int)ran.out.n - 1, out());
	limited();
	CHECK(access(dir, F_OK) == 0);
	convert_close(c);
	CHECK(access(dir, F_OK) < 0);
	arena_free(a);
	return tap_done();
}
