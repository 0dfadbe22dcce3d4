/*
 * Between fork() and exec() a child of a program with threads may only make
 * plain system calls; all that it needs is therefore made before.
 */
#include <config.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/stop.h"
#include "read/convert.h"

#define ERRORS_FILE	".stderr"	/* where stderr goes to */
#define ERRORS_MAX	4096		/* bytes of it that are of interest */
#define WALL		4	/* times as long it may take, all in all */
#define START		3000		/* ms, to be read from a slow disk */
#define LOOK		10		/* ms between looks at its clock */
#define NOT_RUN		127		/* as a shell has it */
#define DEFAULT_PATH	"/usr/local/bin:/usr/bin:/bin"

struct convert {
	struct arena	*arena;
	char		*dir;
	const char	*name;		/* of the document in dir */
};

/* What the child is to do, in a form that needs no memory any more. */
struct plan {
	const char	*program;	/* path */
	char *const	*argv;
	char		*envp[5];
	const char	*dir;
	int		 in, out, err;	/* become 0, 1 and 2 */
	struct rlimit	 cpu, memory, fsize;
};

/* The path of an executable file, or NULL. */
static const char *
find_program(struct arena *a, const char *name)
{
	const char	*path = getenv("PATH");
	struct str	 rest, dir;
	struct stat	 st;
	char		*full;

	if (strchr(name, '/') != NULL)
		return access(name, X_OK) == 0 ? name : NULL;
	rest = str_of(path != NULL ? path : DEFAULT_PATH);
	while (str_field(&rest, ':', &dir)) {
		if (dir.n == 0 || dir.p[0] != '/')
			continue;	/* nothing from where we happen to be */
		full = arena_printf(a, STR_FMT "/%s", STR_ARG(dir), name);
		if (stat(full, &st) == 0 && S_ISREG(st.st_mode) &&
		    access(full, X_OK) == 0)
			return full;
	}
	return NULL;
}

bool
convert_has(const char *program)
{
	struct arena	*a = arena_new();
	bool		 has = find_program(a, program) != NULL;

	arena_free(a);
	return has;
}

static int
write_all(int fd, struct bytes b)
{
	ssize_t	 n;

	for (size_t at = 0; at < b.n; at += (size_t)n) {
		n = write(fd, b.p + at, b.n - at);
		if (n < 0 && errno == EINTR)
			n = 0;
		else if (n < 0)
			return -1;
	}
	return 0;
}

int
convert_open(struct arena *a, struct bytes in, const char *name,
    struct convert **out, struct err *e)
{
	struct convert	*c = arena_alloc(a, 1, sizeof(*c));
	const char	*tmp = getenv("TMPDIR");
	int		 fd, r;

	if (tmp == NULL || tmp[0] != '/')
		tmp = "/tmp";
	c->arena = a;
	c->name = name;
	c->dir = arena_printf(a, "%s/nianbao.XXXXXX", tmp);
	if (mkdtemp(c->dir) == NULL)
		return err_sys(e, "%s", c->dir);
	fd = open(arena_printf(a, "%s/%s", c->dir, name),
	    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	r = fd >= 0 ? write_all(fd, in) : -1;
	if (r < 0)
		err_sys(e, "%s/%s", c->dir, name);
	/* Some disks are full only now. */
	if (fd >= 0 && close(fd) < 0 && r == 0)
		r = err_sys(e, "%s/%s", c->dir, name);
	if (r < 0)
		convert_close(c);
	else
		*out = c;
	return r;
}

const char *
convert_dir(const struct convert *c)
{
	return c->dir;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	remove(path);		/* what cannot be removed is left behind */
	return 0;
}

void
convert_close(struct convert *c)
{
	nftw(c->dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void
close_from(int lowest)
{
#ifdef HAVE_CLOSE_RANGE
	if (close_range((unsigned)lowest, ~0u, 0) == 0)
		return;
#endif
	for (int fd = lowest; fd < 4096; fd++)
		close(fd);
}

/* Only system calls from here on; never returns. */
static void
child(const struct plan *p)
{
	sigset_t	 none;

	setpgid(0, 0);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (dup2(p->in, 0) < 0 || dup2(p->out, 1) < 0 || dup2(p->err, 2) < 0)
		_exit(NOT_RUN);
	close_from(3);
	if (chdir(p->dir) < 0 ||
	    setrlimit(RLIMIT_CPU, &p->cpu) < 0 ||
	    setrlimit(RLIMIT_AS, &p->memory) < 0 ||
	    setrlimit(RLIMIT_FSIZE, &p->fsize) < 0 ||
	    setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 }) < 0)
		_exit(NOT_RUN);
	execve(p->program, p->argv, p->envp);
	_exit(NOT_RUN);
}

static long
now_ms(void)
{
	struct timespec	 t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* How long a child may go on. */
struct watch {
	pid_t		 pid;
	const char	*name;
	clockid_t	 cpu;
	bool		 has_cpu;
	long		 allowed;	/* ms of that */
	long		 spare;		/* 1024ths of one more */
	long		 deadline;	/* by now_ms() */
};

static struct watch
watch_of(pid_t pid, const struct command *cmd)
{
	struct watch	 w = { .pid = pid, .name = cmd->argv[0] };

	w.allowed = cmd->ms != 0 ? cmd->ms : 1000L * LIMIT_CHILD_CPU;
	w.deadline = now_ms() + START + WALL * w.allowed;
	w.has_cpu = clock_getcpuclockid(pid, &w.cpu) == 0;
	return w;
}

static bool
is_late(const struct watch *w)
{
	struct timespec	 t;

	/* A child that has ended has no clock any more. */
	return now_ms() >= w->deadline || (w->has_cpu &&
	    clock_gettime(w->cpu, &t) == 0 && (long)t.tv_sec * 1000 +
	    t.tv_nsec / 1000000 >= w->allowed);
}

/* What more it has written gives it more time. */
static void
prolong(struct watch *w, const struct command *cmd, size_t n)
{
	long	 ms = (long)(n * (size_t)cmd->ms_per_mib >> 10);

	/* In 1024ths of a millisecond until here, so that little counts. */
	w->spare += ms;
	ms = w->spare >> 10;
	w->spare &= 1023;
	if (w->allowed + ms > 1000L * LIMIT_CHILD_CPU)
		return;
	w->allowed += ms;
	w->deadline += WALL * ms;
}

/* Collects stdout until it ends (0); -1: it is not to go on. */
static int
collect(int fd, struct buf *b, size_t max, struct watch *w,
    const struct command *cmd, struct err *e)
{
	char		 block[16384];
	struct pollfd	 p = { .fd = fd, .events = POLLIN };
	ssize_t		 n;

	for (;;) {
		if (is_late(w))
			return err_set(e, ERR_LIMIT, "%s takes too long",
			    w->name);
		if (stop_asked())
			return err_set(e, ERR_SYS, "%s was interrupted",
			    w->name);
		if (poll(&p, 1, LOOK) <= 0)
			continue;
		n = read(fd, block, sizeof(block));
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_sys(e, "reading what %s writes", w->name);
		if (n == 0)
			return 0;
		if (b->n + (size_t)n > max)
			return err_set(e, ERR_LIMIT,
			    "%s writes more than %zu bytes", w->name, max);
		buf_add(b, block, (size_t)n);
		prolong(w, cmd, (size_t)n);
	}
}

/*
 * Waits for the end of the child, and ends it and all of its group when the
 * time is up or when stop says so.
 */
static int
reap(const struct watch *w, bool stop, int *status, bool *late)
{
	struct timespec	 nap = { 0, 500000 };
	pid_t		 got;

	*late = false;
	for (;;) {
		if (stop || is_late(w)) {
			*late = !stop;
			kill(-w->pid, SIGKILL);
			while ((got = waitpid(w->pid, status, 0)) < 0 &&
			    errno == EINTR)
				continue;
			break;
		}
		got = waitpid(w->pid, status, WNOHANG);
		if (got != 0 && !(got < 0 && errno == EINTR))
			break;
		nanosleep(&nap, NULL);
		if (nap.tv_nsec < 20000000)
			nap.tv_nsec *= 2;
	}
	kill(-w->pid, SIGKILL);	/* what it may have left running */
	return got < 0 ? -1 : 0;
}

/* Says what a child that did not exit() died of. */
static int
died_of(int sig, const char *name, struct err *e)
{
	if (sig == SIGXCPU || sig == SIGXFSZ || sig == SIGKILL)
		return err_set(e, ERR_LIMIT, "%s was stopped by a limit on "
		    "its time or size", name);
	return err_set(e, ERR_FORMAT, "%s failed with signal %d", name, sig);
}

static int
finish(pid_t pid, int fd, const struct command *cmd, struct buf *b,
    struct ran *ran, struct err *e)
{
	struct watch	 w = watch_of(pid, cmd);
	size_t		 max = cmd->output != 0 ? cmd->output : LIMIT_FILE;
	bool		 late;
	int		 r, status = 0;

	r = collect(fd, b, max, &w, cmd, e);
	if (reap(&w, r < 0, &status, &late) < 0)
		return err_sys(e, "%s", cmd->argv[0]);
	if (r < 0)
		return -1;
	if (late)
		return err_set(e, ERR_LIMIT, "%s takes too long",
		    cmd->argv[0]);
	if (!WIFEXITED(status))
		return died_of(WTERMSIG(status), cmd->argv[0], e);
	if (WEXITSTATUS(status) == NOT_RUN)
		return err_set(e, ERR_TOOL, "%s cannot be run", cmd->argv[0]);
	ran->status = WEXITSTATUS(status);
	ran->out = buf_bytes(b);
	return 0;
}

/* Nobody may have more than was left to us, and to ask for it fails. */
static struct rlimit
at_most(int resource, rlim_t soft, rlim_t hard)
{
	struct rlimit	 ours;

	if (getrlimit(resource, &ours) < 0 || ours.rlim_max == RLIM_INFINITY ||
	    ours.rlim_max > hard)
		return (struct rlimit){ soft, hard };
	return (struct rlimit){ soft < ours.rlim_max ? soft : ours.rlim_max,
	    ours.rlim_max };
}

static void
make_plan(struct convert *c, const struct command *cmd, struct plan *p)
{
	const char	*path = getenv("PATH");
	/* Whole seconds, should we be no longer there to look. */
	rlim_t		 seconds = cmd->ms != 0 && cmd->ms_per_mib == 0 ?
	    (rlim_t)cmd->ms / 1000 + 1 : LIMIT_CHILD_CPU;
	rlim_t		 memory = cmd->memory != 0 ? cmd->memory :
	    LIMIT_CHILD_MEM;
	char		**argv;
	size_t		 n = 0;

	while (cmd->argv[n] != NULL)
		n++;
	argv = arena_alloc(c->arena, n + 1, sizeof(*argv));
	for (size_t i = 0; i < n; i++)
		argv[i] = arena_printf(c->arena, "%s", cmd->argv[i]);
	p->argv = argv;
	p->dir = c->dir;
	p->envp[0] = arena_printf(c->arena, "PATH=%s",
	    path != NULL ? path : DEFAULT_PATH);
	p->envp[1] = arena_printf(c->arena, "HOME=%s", c->dir);
	p->envp[2] = arena_printf(c->arena, "TMPDIR=%s", c->dir);
	p->envp[3] = arena_printf(c->arena, "LC_ALL=C.UTF-8");
	p->envp[4] = NULL;
	p->cpu = at_most(RLIMIT_CPU, seconds, seconds + 1);
	p->memory = at_most(RLIMIT_AS, memory, memory);
	p->fsize = at_most(RLIMIT_FSIZE, LIMIT_FILE, LIMIT_FILE);
}

/* The same file under a number that the child's own 0 to 2 leave alone. */
static int
above_2(int fd)
{
	int	 high;

	if (fd < 0 || fd > 2)
		return fd;
	high = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	close(fd);
	return high;
}

/* Files and pipe of the child; the reading end of its stdout in *from. */
static int
open_plan(struct convert *c, const struct command *cmd, struct plan *p,
    int *from)
{
	int	 fd[2];

	p->in = above_2(open(cmd->feed ? arena_printf(c->arena, "%s/%s",
	    c->dir, c->name) : "/dev/null", O_RDONLY | O_CLOEXEC));
	p->err = above_2(open(arena_printf(c->arena, "%s/" ERRORS_FILE,
	    c->dir), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
	if (p->in < 0 || p->err < 0 || pipe(fd) < 0)
		return -1;
	/* Not close-on-exec, but every child closes what is not its own. */
	*from = above_2(fd[0]);
	p->out = above_2(fd[1]);
	return *from < 0 || p->out < 0 ? -1 : 0;
}

static void
close_if(int fd)
{
	if (fd >= 0)
		close(fd);
}

int
convert_run(struct convert *c, const struct command *cmd, struct ran *ran,
    struct err *e)
{
	struct plan	 p = { .in = -1, .out = -1, .err = -1 };
	struct buf	 b;
	struct err	 ignored;
	int		 from = -1, r = -1;
	pid_t		 pid;

	*ran = (struct ran){ .status = -1 };
	p.program = find_program(c->arena, cmd->argv[0]);
	if (p.program == NULL)
		return err_set(e, ERR_TOOL, "%s is not installed",
		    cmd->argv[0]);
	make_plan(c, cmd, &p);
	buf_init(&b, cmd->arena != NULL ? cmd->arena : c->arena);
	if (open_plan(c, cmd, &p, &from) < 0) {
		err_sys(e, "%s", c->dir);
		goto out;
	}
	pid = fork();
	if (pid == 0)
		child(&p);
	if (pid < 0) {
		err_sys(e, "fork");
		goto out;
	}
	setpgid(pid, pid);	/* whichever of the two comes first */
	close(p.out);
	p.out = -1;
	r = finish(pid, from, cmd, &b, ran, e);
	if (convert_file(c, ERRORS_FILE, &ran->errors, &ignored) == 0 &&
	    ran->errors.n > ERRORS_MAX)
		ran->errors.n = ERRORS_MAX;
out:
	close_if(p.in);
	close_if(p.out);
	close_if(p.err);
	close_if(from);
	return r;
}

int
convert_file(struct convert *c, const char *name, struct bytes *out,
    struct err *e)
{
	char		*path = arena_printf(c->arena, "%s/%s", c->dir, name);
	int		 fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct stat	 st;
	size_t		 at = 0;
	ssize_t		 n = 0;
	char		*p;

	if (fd < 0 && errno != ENOENT && errno != ELOOP)
		return err_sys(e, "opening %s", name);
	if (fd < 0)
		return err_set(e, ERR_FORMAT, "the converter left no %s",
		    name);
	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) ||
	    st.st_size > (off_t)LIMIT_FILE) {
		close(fd);
		return err_set(e, ERR_LIMIT, "%s is over %u bytes", name,
		    LIMIT_FILE);
	}
	p = arena_alloc(c->arena, (size_t)st.st_size + 1, 1);
	while (at < (size_t)st.st_size) {
		n = read(fd, p + at, (size_t)st.st_size - at);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		at += (size_t)n;
	}
	close(fd);
	if (n < 0)
		return err_sys(e, "reading %s", name);
	*out = (struct bytes){ (unsigned char *)p, at };
	return 0;
}

struct str
convert_version(struct arena *a, const char *program, const char *option)
{
	const char	*argv[] = { program, option, NULL };
	struct bytes	 none = { NULL, 0 };
	struct convert	*c;
	struct ran	 ran;
	struct err	 e;
	struct str	 said, line = STR("");
	size_t		 n;

	if (convert_open(a, none, "none", &c, &e) < 0)
		return line;
	if (convert_run(c, &(struct command){ .argv = argv }, &ran, &e) == 0) {
		/* pdftotext says it on stderr. */
		said = (struct str){ (const char *)ran.out.p, ran.out.n };
		if (said.n == 0)
			said = (struct str){ (const char *)ran.errors.p,
			    ran.errors.n };
		str_line(&said, &line);
	}
	convert_close(c);
	for (n = 0; n < line.n && line.p[n] >= ' ' && line.p[n] < 0x7F; n++)
		continue;
	line.n = n;
	return str_trim(line);
}
