#include <config.h>

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "cmd/file.h"
#include "cmd/lang.h"

static int
read_all(struct arena *a, int fd, size_t expected, struct bytes *out,
    struct err *e)
{
	size_t		 cap = expected + 1, n = 0;
	unsigned char	*p = arena_alloc(a, cap, 1), *q;
	ssize_t		 r;

	while ((r = read(fd, p + n, cap - n)) != 0) {
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			return err_sys(e, _("reading"));
		if ((n += (size_t)r) > LIMIT_FILE)
			return err_set(e, ERR_LIMIT,
			    _("more than %u bytes"), LIMIT_FILE);
		if (n == cap) {
			q = arena_alloc(a, cap *= 2, 1);
			memcpy(q, p, n);
			p = q;
		}
	}
	*out = (struct bytes){ p, n };
	return 0;
}

int
file_read(struct arena *a, const char *path, struct bytes *out,
    struct err *e)
{
	struct stat	 st;
	int		 fd, r;

	if (strcmp(path, "-") == 0)
		return read_all(a, STDIN_FILENO, 65536, out, e);
	/* A fifo in a folder must not stop us. */
	if ((fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)) < 0)
		return err_sys(e, _("opening"));
	if (fstat(fd, &st) < 0)
		r = err_sys(e, _("looking at it"));
	else if (!S_ISREG(st.st_mode))
		r = err_set(e, ERR_SYS, _("not a regular file"));
	else if (st.st_size > (off_t)LIMIT_FILE)
		r = err_set(e, ERR_LIMIT, _("%lld bytes are more than %u"),
		    (long long)st.st_size, LIMIT_FILE);
	else
		r = read_all(a, fd, (size_t)st.st_size, out, e);
	close(fd);
	return r;
}

/* Steps into the folder of that name, which is made if need be. */
static int
step_into(int dir, const char *name, struct err *e)
{
	int	 fd;

	if (mkdirat(dir, name, 0777) < 0 && errno != EEXIST)
		return err_sys(e, _("making the folder '%s'"), name);
	fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
	    O_CLOEXEC);
	return fd >= 0 ? fd : err_sys(e, _("entering the folder '%s'"), name);
}

static int
write_all(int fd, struct bytes b, struct err *e)
{
	ssize_t	 w;

	for (size_t n = 0; n < b.n; n += (size_t)w) {
		while ((w = write(fd, b.p + n, b.n - n)) < 0 && errno == EINTR)
			;
		if (w < 0)
			return err_sys(e, _("writing"));
	}
	return 0;
}

/* Half an original would pass for one. */
static int
write_new(int dir, const char *name, struct bytes b, struct err *e)
{
	int	 fd, r;

	fd = openat(dir, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW |
	    O_CLOEXEC, 0666);
	if (fd < 0)
		return err_sys(e, _("making it"));
	r = write_all(fd, b, e);
	if (close(fd) < 0 && r == 0)
		r = err_sys(e, _("writing"));
	if (r < 0)
		unlinkat(dir, name, 0);
	return r;
}

int
file_write_below(const char *folder, struct str name, struct bytes b,
    struct err *e)
{
	char		 part[1024];
	struct str	 rest = name, s;
	int		 dir, next, r;

	if (mkdir(folder, 0777) < 0 && errno != EEXIST)
		return err_sys(e, _("making '%s'"), folder);
	dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir < 0)
		return err_sys(e, "%s", folder);
	if (memchr(name.p, '\0', name.n) != NULL || name.n == 0)
		rest.n = 0;
	for (; str_field(&rest, '/', &s); dir = next) {
		if (s.n == 0 || s.n >= sizeof(part) || str_eq(s, STR(".")) ||
		    str_eq(s, STR("..")))
			break;
		memcpy(part, s.p, s.n);
		part[s.n] = '\0';
		if (s.p + s.n == name.p + name.n) {
			r = write_new(dir, part, b, e);
			close(dir);
			return r < 0 ? err_wrap(e, STR_FMT, STR_ARG(name)) : 0;
		}
		next = step_into(dir, part, e);
		close(dir);
		if (next < 0)
			return err_wrap(e, STR_FMT, STR_ARG(name));
	}
	close(dir);
	return err_set(e, ERR_FORMAT, _("'%.*s' is no name for a file below a "
	    "folder"), STR_ARG(name));
}

int
file_flush(FILE *f, const char *doing, struct err *e)
{
	if (fflush(f) != 0)
		return err_sys(e, "%s", doing);
	if (ferror(f))
		return err_set(e, ERR_SYS, _("%s: not all of it could be "
		    "written"), doing);
	return 0;
}
