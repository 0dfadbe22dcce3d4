#include <config.h>

#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/paths.h"
#include "read/charset.h"

/* The folders that are open on the way down to the one being read. */
struct above {
	const struct above	*up;
	dev_t			 dev;
	ino_t			 ino;
	int			 depth;
};

void
paths_init(struct paths *ps, struct arena *a, const char *database)
{
	struct stat	 st;

	*ps = (struct paths){ .arena = a };
	if (database != NULL && stat(database, &st) == 0) {
		ps->self = true;
		ps->self_dev = st.st_dev;
		ps->self_ino = st.st_ino;
	}
}

/* The name an argument is stored under. */
static struct str
paths_name(struct arena *a, const char *argument)
{
	struct str	 rest = str_of(argument), part, last = { "", 0 };
	struct buf	 b;

	buf_init(&b, a);
	while (str_field(&rest, '/', &part)) {
		if (part.n == 0 || str_eq(part, STR(".")) ||
		    str_eq(part, STR("..")))
			continue;
		if (b.n > 0)
			buf_char(&b, '/');
		buf_str(&b, part);
		last = part;
	}
	return *argument == '/' ? str_dup(a, last) : buf_text(&b);
}

/*
 * Names are bytes to the system and text to the archive.  What is not UTF-8
 * was made under Chinese Windows; if it is not GB 18030 either, its bytes
 * are spelt out, lest two names become one.
 */
static struct str
as_text(struct arena *a, struct str name)
{
	struct bytes	 raw = { (const unsigned char *)name.p, name.n };
	struct decoded	 d;
	struct err	 e;
	struct buf	 b;
	size_t		 n;

	if (utf8_valid(raw) == raw.n)
		return name;
	if (charset_decode(a, raw, "GB18030", NULL, &d, &e) == 0 &&
	    d.nbad == 0)
		return d.text;
	buf_init(&b, a);
	for (; raw.n > 0; raw.p += n, raw.n -= n) {
		n = utf8_valid(raw);
		buf_add(&b, raw.p, n);
		if (n < raw.n)
			buf_printf(&b, "%%%02X", raw.p[n++]);
	}
	return buf_text(&b);
}

static void
paths_push(struct paths *ps, const char *disk, struct str name)
{
	ps->v = arena_grow(ps->arena, ps->v, ps->n, &ps->cap, sizeof(*ps->v));
	ps->v[ps->n++] = (struct path){ disk, as_text(ps->arena, name) };
}

static void
paths_failed(struct paths *ps, const char *disk, const char *why)
{
	ps->nfailed++;
	cli_say("%s: %s", disk, why);
}

/* The same, for the reason that is in errno. */
static void
paths_failed_sys(struct paths *ps, const char *disk)
{
	struct err	 e;

	err_sys(&e, "%s", disk);
	ps->nfailed++;
	cli_say("%s", e.msg);
}

static bool
is_hidden(const char *name)
{
	return name[0] == '.' || (name[0] == '~' && name[1] == '$');
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder, sorted, as far as they can be read. */
static char **
folder_names(struct paths *ps, const char *disk, size_t *n)
{
	DIR		 *d = opendir(disk);
	struct dirent	 *e;
	size_t		  cap = 0;
	char		**v = NULL;

	*n = 0;
	while (d != NULL && (errno = 0, e = readdir(d)) != NULL) {
		if (is_hidden(e->d_name)) {
			if (strcmp(e->d_name, ".") != 0 &&
			    strcmp(e->d_name, "..") != 0)
				ps->nhidden++;
			continue;
		}
		v = arena_grow(ps->arena, v, *n, &cap, sizeof(*v));
		v[(*n)++] = arena_dup(ps->arena, e->d_name,
		    strlen(e->d_name));
	}
	if (errno != 0)
		paths_failed_sys(ps, disk);
	if (d != NULL)
		closedir(d);
	if (*n != 0)
		qsort(v, *n, sizeof(*v), by_bytes);
	return v;
}

static void	 paths_walk(struct paths *, const char *, struct str,
		    const struct above *);

static void
paths_folder(struct paths *ps, const char *disk, struct str name,
    const struct above *here)
{
	const char	 *sep = disk[strlen(disk) - 1] == '/' ? "" : "/";
	size_t		  n;
	char		**v = folder_names(ps, disk, &n);

	for (size_t i = 0; i < n; i++)
		paths_walk(ps, arena_printf(ps->arena, "%s%s%s", disk, sep,
		    v[i]), str_of(arena_printf(ps->arena, "%.*s%s%s",
		    STR_ARG(name), name.n > 0 ? "/" : "", v[i])), here);
}

/* Recursion is as deep as LIMIT_FOLDERS at most. */
static void
paths_walk(struct paths *ps, const char *disk, struct str name,
    const struct above *up)
{
	struct above	 here = { .up = up };
	struct stat	 st;

	if (stat(disk, &st) < 0) {
		paths_failed_sys(ps, disk);
		return;
	}
	if (S_ISREG(st.st_mode)) {
		if (!ps->self || st.st_dev != ps->self_dev ||
		    st.st_ino != ps->self_ino)
			paths_push(ps, disk, name);
		return;
	}
	if (!S_ISDIR(st.st_mode)) {
		paths_failed(ps, disk, _("neither a file nor a folder"));
		return;
	}
	here.dev = st.st_dev;
	here.ino = st.st_ino;
	here.depth = up != NULL ? up->depth + 1 : 1;
	for (; up != NULL; up = up->up)
		if (up->dev == st.st_dev && up->ino == st.st_ino)
			return;
	if (here.depth > LIMIT_FOLDERS) {
		paths_failed(ps, disk,
		    _("too many folders inside one another"));
		return;
	}
	paths_folder(ps, disk, name, &here);
}

/*
 * Folders were sorted one by one; what counts is the order of whole names,
 * in which "a-b" comes before "a/b".
 */
static int
by_name(const void *a, const void *b)
{
	return str_cmp(((const struct path *)a)->name,
	    ((const struct path *)b)->name);
}

void
paths_add(struct paths *ps, const char *argument)
{
	size_t	 first = ps->n;

	paths_walk(ps, argument, paths_name(ps->arena, argument), NULL);
	if (ps->n > first)
		qsort(ps->v + first, ps->n - first, sizeof(*ps->v), by_name);
}

int
paths_add_list(struct paths *ps, FILE *f, struct err *e)
{
	char	*line = NULL;
	size_t	 cap = 0;
	ssize_t	 n;

	while ((n = getline(&line, &cap, f)) >= 0) {
		while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
			line[--n] = '\0';
		if (n > 0)
			paths_add(ps, arena_dup(ps->arena, line, (size_t)n));
	}
	free(line);
	return ferror(f) ? err_sys(e, _("reading the list of files")) : 0;
}

static bool
same_file(const char *a, const char *b)
{
	struct stat	 s, t;

	return strcmp(a, b) == 0 || (stat(a, &s) == 0 && stat(b, &t) == 0 &&
	    s.st_dev == t.st_dev && s.st_ino == t.st_ino);
}

/* Orders by name, and equal names as they were given. */
static int
by_name_then_place(const void *a, const void *b)
{
	const struct path	*const *p = a, *const *q = b;
	int			 c = str_cmp((*p)->name, (*q)->name);

	return c != 0 ? c : *p < *q ? -1 : *p > *q;
}

int
paths_check(struct paths *ps, struct err *e)
{
	struct path	**sorted;
	size_t		  to = 0;

	sorted = arena_alloc(ps->arena, ps->n + 1, sizeof(*sorted));
	for (size_t i = 0; i < ps->n; i++)
		sorted[i] = &ps->v[i];
	qsort(sorted, ps->n, sizeof(*sorted), by_name_then_place);
	for (size_t i = 1; i < ps->n; i++) {
		struct path	*p = sorted[i - 1], *q = sorted[i];

		if (!str_eq(p->name, q->name))
			continue;
		if (!same_file(p->disk, q->disk))
			return err_set(e, ERR_USAGE, _("'%s' and '%s' would "
			    "both be stored as '%.*s'; name the folder they "
			    "have in common"), p->disk, q->disk,
			    STR_ARG(p->name));
		q->disk = p->disk;
		p->disk = NULL;
	}
	for (size_t i = 0; i < ps->n; i++)
		if (ps->v[i].disk != NULL)
			ps->v[to++] = ps->v[i];
	ps->n = to;
	return 0;
}
