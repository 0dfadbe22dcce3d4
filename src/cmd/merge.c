/*
 * merge: other archives into this one.
 *
 * What is taken are facts: originals, which are read here anew, and what
 * people said.  So it does not matter which version made the other archive,
 * and merging is importing without the files.
 *
 * A store belongs to this thread, so originals are taken out a batch at a
 * time, read on all threads, and put in before the next batch.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/omap.h"
#include "cmd/cmd.h"
#include "cmd/intake.h"
#include "cmd/lang.h"
#include "cmd/said.h"
#include "cmd/table.h"
#include "store/userrule.h"

/* Files and bytes that are held in memory at a time, more or less. */
#define BATCH_FILES	256
#define BATCH_BYTES	(64u << 20)

struct merge_opts {
	int	 jobs;
};

struct merge {
	struct cli		*cli;
	struct cli		 other;		/* for its queries */
	struct err		*err;
	struct intake_opts	 intake;
	int			 nthread;
	const char		*stem;		/* of the other's file name */

	/* The batch; each file has an arena of its own. */
	struct intake		*file[BATCH_FILES];
	bool			 renamed[BATCH_FILES];
	size_t			 n, nbyte;
	int64_t			 last;		/* id of the last source */

	long			 nfile, nknown, nfailed, nversion, nrenamed;
	struct said_merged	 said;
};

/* "/x/henan.db" is henan. */
static const char *
stem_of(struct arena *a, const char *file)
{
	const char	*base = strrchr(file, '/');
	struct str	 s = str_of(base != NULL ? base + 1 : file);

	if (str_ends(s, STR(".db")) && s.n > 3)
		s.n -= 3;
	return str_dup(a, s).p;
}

/*
 * The path that a file of the other archive gets here: its own, unless
 * another file is there that is not an earlier version of it.  A file of
 * which ours is a later version is known: *known.
 */
static int
merge_path(struct merge *m, struct arena *a, const struct source *src,
    struct str *path, bool *known, struct err *e)
{
	struct source	 ours;
	bool		 earlier;
	int		 r;

	*path = src->path;
	*known = false;
	if ((r = store_current(m->cli->store, a, src->path, &ours, e)) <= 0 ||
	    strcmp(ours.sha256, src->sha256) == 0)
		return r;
	if (store_has(m->cli->store, src->path, src->sha256, known, e) < 0 ||
	    store_has(m->other.store, src->path, ours.sha256, &earlier,
	    e) < 0)
		return -1;
	if (*known || earlier)
		return 0;
	*path = str_of(arena_printf(a, "%s/" STR_FMT, m->stem,
	    STR_ARG(src->path)));
	return 0;
}

/* Puts a source of the other archive into the batch. */
static int
merge_take(struct merge *m, struct source *src, struct err *e)
{
	struct arena	*a = arena_new();
	struct intake	*it = arena_alloc(a, 1, sizeof(*it));
	struct str	 path;

	it->arena = a;
	if (merge_path(m, a, src, &path, &it->is_known, e) < 0 ||
	    store_original(m->other.store, a, src->id, &it->source.data,
	    e) < 0) {
		arena_free(a);
		return -1;
	}
	it->source.path = str_dup(a, path);
	it->source.encoding = str_dup(a, src->encoding);
	it->source.agency = str_dup(a, src->agency);
	it->source.parent = str_dup(a, src->parent);
	it->source.year = src->year;
	m->renamed[m->n] = path.n != src->path.n;
	m->nbyte += it->source.data.n;
	m->file[m->n++] = it;
	return 0;
}

/* Fills the batch; 1 when there is one, 0 at the end. */
static int
merge_fill(struct merge *m, struct err *e)
{
	struct arena	*a = arena_new();
	struct source	 src;
	int		 r = 1;

	m->n = m->nbyte = 0;
	while (m->n < BATCH_FILES && m->nbyte < BATCH_BYTES &&
	    (r = store_next_source(m->other.store, a, m->last, &src,
	    e)) > 0) {
		m->last = src.id;
		if (src.container == 0 && (r = merge_take(m, &src, e)) < 0)
			break;
	}
	arena_free(a);
	if (r >= 0)
		return m->n > 0;
	while (m->n > 0)
		arena_free(m->file[--m->n]->arena);
	return -1;
}

static void *
merge_work(size_t i, void *ctx)
{
	struct merge	*m = ctx;

	if (!m->file[i]->is_known)
		intake_read(m->file[i], &m->intake);
	return m->file[i];
}

static int
merge_sink(size_t i, void *result, void *ctx)
{
	struct merge	*m = ctx;
	struct intake	*it = result;
	int		 r = 0;

	m->nfile++;
	m->nknown += it->is_known;
	if (m->renamed[i] && !it->is_known) {
		m->nrenamed++;
		cli_say(_("%.*s: another file of this name was here"),
		    STR_ARG(it->source.path));
	}
	if (it->failed) {
		m->nfailed++;
		cli_say(STR_FMT ": %s", STR_ARG(it->source.path),
		    it->err.msg);
	} else if (!it->is_known)
		r = intake_store(m->cli->store, it, m->err);
	arena_free(it->arena);
	return r;
}

static void
merge_drop(void *result, void *ctx)
{
	struct intake	*it = result;

	(void)ctx;
	arena_free(it->arena);
}

/* It goes where the version that is current there goes. */
static int
merge_version(struct merge *m, struct arena *a, struct source *src,
    struct err *e)
{
	struct source	 current;
	struct str	 path = src->path;
	bool		 has;
	int		 r;

	r = store_current(m->other.store, a, src->path, &current, e);
	if (r < 0 || (r > 0 && merge_path(m, a, &current, &path, &has,
	    e) < 0) || store_has(m->cli->store, path, src->sha256, &has,
	    e) < 0)
		return -1;
	if (has)
		return 0;
	if (store_original(m->other.store, a, src->id, &src->data, e) < 0)
		return -1;
	m->nversion++;
	src->path = path;
	return store_keep(m->cli->store, src, e);
}

/* Versions that were superseded there are kept here, and not read. */
static int
merge_versions(struct merge *m, struct err *e)
{
	struct source	 src;
	int64_t		 last = 0;
	int		 r;

	do {
		struct arena	*a = arena_new();

		r = store_next_version(m->other.store, a, last, &src, e);
		if (r > 0) {
			last = src.id;
			if (merge_version(m, a, &src, e) < 0)
				r = -1;
		}
		arena_free(a);
	} while (r > 0);
	return r;
}

static int
merge_files(struct merge *m, struct err *e)
{
	struct store	*s = m->cli->store;
	struct omap	 map = { merge_work, merge_sink, merge_drop, m, 0, 0,
			    m->nthread };
	int		 r;

	m->err = e;
	m->last = 0;
	while ((r = merge_fill(m, e)) > 0) {
		map.n = m->n;
		if (store_begin(s, e) < 0 || omap(&map) != 0 ||
		    store_commit(s, e) < 0)
			return -1;
	}
	return r;
}

static int
merge_one(struct merge *m, const char *file, struct err *e)
{
	struct store	*s = m->cli->store;
	struct err	 late;
	int		 r;

	if (store_open(file, STORE_READ, &m->other.store, e) < 0)
		return -1;
	m->stem = stem_of(m->cli->arena, file);
	r = store_known(s, m->cli->arena, &m->intake.known, e);
	/* What is said of names decides whose the files are. */
	if (r == 0 && (store_begin(s, e) < 0 || merge_versions(m, e) < 0 ||
	    said_merge_agencies(m->cli, &m->other, &m->said, e) < 0 ||
	    store_commit(s, e) < 0))
		r = -1;
	if (r == 0)
		r = merge_files(m, e);
	if (r == 0 && (store_begin(s, e) < 0 ||
	    said_merge(m->cli, &m->other, &m->said, e) < 0 ||
	    store_commit(s, e) < 0))
		r = -1;
	store_close(m->other.store, &late);
	return r;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
merge_tally(const struct merge *m)
{
	struct cli	*cli = m->cli;

	cli_tally(cli, P_("%ld file", "%ld files", m->nfile), m->nfile);
	cli_tally_add(cli, _(": %ld known already, %ld not read, %ld put "
	    "beside another of their name"), m->nknown, m->nfailed,
	    m->nrenamed);
	cli_tally_add(cli, P_("; %ld superseded version",
	    "; %ld superseded versions", m->nversion), m->nversion);
	cli_tally_add(cli, _("; of verdicts, corrections, rules and words on "
	    "agencies %ld taken, %ld not, as they contradict ours"),
	    m->said.ntaken, m->said.nconflict);
}

static int
merge_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct merge_opts	 *o = opts;
	struct merge		 *m = arena_alloc(cli->arena, 1, sizeof(*m));
	const char		**file = arena_alloc(cli->arena,
	    (size_t)argc, sizeof(*file));

	m->cli = cli;
	m->other.arena = cli->arena;
	m->nthread = o->jobs != 0 ? o->jobs : omap_processors();
	if (m->nthread == 1)
		m->nthread = 0;
	if (cli_open(cli, STORE_CREATE, e) < 0 ||
	    store_rules_ready(cli->store, e) < 0 ||
	    intake_init(cli->arena, cli->store, &m->intake, e) < 0)
		return -1;
	memcpy(file, argv, (size_t)argc * sizeof(*file));
	qsort(file, (size_t)argc, sizeof(*file), by_name);
	for (int i = 0; i < argc; i++)
		if (merge_one(m, file[i], e) < 0)
			return -1;
	/* Once for all, since filings speak about each other. */
	if (store_begin(cli->store, e) < 0 ||
	    store_finish(cli->store, e) < 0 ||
	    store_commit(cli->store, e) < 0)
		return -1;
	merge_tally(m);
	return m->nfailed + m->said.nconflict + m->said.nunread > 0;
}

static const struct opt merge_optv[] = {
	{ "jobs", 'j', OPT_INT, offsetof(struct merge_opts, jobs), "N",
	    N_("read N files at once (else one per processor)") },
	{ 0 }
};

const struct command cmd_merge = {
	.name = "merge",
	.args = "FILE...",
	.summary = N_("Take other archives into this one"),
	.need = NEED_NOTHING,
	.min = 1,
	.max = -1,
	.opts = merge_optv,
	.size = sizeof(struct merge_opts),
	.run = merge_run,
};
