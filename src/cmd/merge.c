/*
 * merge: other archives into this one.
 *
 * What is taken are facts: originals, which are read here anew, and what
 * people said.  So it does not matter which version made the other archive,
 * and merging is importing without the files.
 */
#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/intake.h"
#include "cmd/said.h"
#include "cmd/table.h"
#include "store/userrule.h"

#define BATCH	500	/* files in one transaction */

struct merge {
	struct cli		*cli;
	struct cli		 other;		/* for its queries */
	struct intake_opts	 intake;
	int			 batch;
	long			 nfile, nknown, nfailed;
	struct said_merged	 said;
};

static int
merge_file(struct merge *m, const struct source *src, struct err *e)
{
	struct arena	*a = arena_new();
	struct intake	*it = arena_alloc(a, 1, sizeof(*it));
	int		 r;

	it->arena = a;
	it->source = (struct source){ .path = src->path,
	    .encoding = src->encoding, .agency = src->agency,
	    .parent = src->parent, .year = src->year };
	r = store_original(m->other.store, a, src->id, &it->source.data, e);
	if (r == 0) {
		intake_read(it, &m->intake);
		m->nfile++;
		m->nknown += it->is_known;
		if (it->failed) {
			m->nfailed++;
			cli_say(STR_FMT ": %s", STR_ARG(src->path),
			    it->err.msg);
		} else if (!it->is_known)
			r = intake_store(m->cli->store, it, e);
	}
	arena_free(a);
	return r;
}

static int
merge_files(struct merge *m, struct err *e)
{
	struct store	*s = m->cli->store;
	struct source	 src = { .id = 0 };
	int		 r;

	if (store_begin(s, e) < 0)
		return -1;
	while ((r = store_next_source(m->other.store, m->cli->arena, src.id,
	    &src, e)) > 0) {
		if (src.container != 0)
			continue;
		if (merge_file(m, &src, e) < 0)
			return -1;
		if (++m->batch < BATCH)
			continue;
		m->batch = 0;
		if (store_commit(s, e) < 0 || store_begin(s, e) < 0)
			return -1;
	}
	if (r < 0 || store_finish(s, e) < 0)
		return -1;
	return store_commit(s, e);
}

static int
merge_one(struct merge *m, const char *file, struct err *e)
{
	struct store	*s = m->cli->store;
	struct err	 late;
	int		 r;

	if (store_open(file, STORE_READ, &m->other.store, e) < 0)
		return -1;
	r = store_known(s, m->cli->arena, &m->intake.known, e);
	/* What is said of names decides whose the files are. */
	if (r == 0 && ((r = store_begin(s, e)) < 0 ||
	    (r = said_merge_agencies(m->cli, &m->other, &m->said, e)) < 0 ||
	    (r = store_commit(s, e)) < 0))
		r = -1;
	if (r == 0)
		r = merge_files(m, e);
	if (r == 0 && ((r = store_begin(s, e)) < 0 ||
	    (r = said_merge(m->cli, &m->other, &m->said, e)) < 0 ||
	    (r = store_finish(s, e)) < 0 || (r = store_commit(s, e)) < 0))
		r = -1;
	store_close(m->other.store, &late);
	return r;
}

static int
merge_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	struct merge	 m = { .cli = cli, .other = { .arena = cli->arena } };

	(void)opts;
	if (cli_open(cli, STORE_CREATE, e) < 0 ||
	    store_rules_ready(cli->store, e) < 0 ||
	    intake_init(cli->arena, cli->store, &m.intake, e) < 0)
		return -1;
	for (int i = 0; i < argc; i++)
		if (merge_one(&m, argv[i], e) < 0)
			return -1;
	cli_tally(cli, "%ld files: %ld known already, %ld not read; %ld "
	    "verdicts, corrections, rules and words on agencies taken, %ld "
	    "contradict ours and were not",
	    m.nfile, m.nknown, m.nfailed, m.said.ntaken, m.said.nconflict);
	return m.nfailed + m.said.nconflict + m.said.nunread > 0;
}

const struct command cmd_merge = {
	.name = "merge",
	.args = "FILE...",
	.summary = "Take other archives into this one",
	.need = NEED_NOTHING,
	.min = 1,
	.max = -1,
	.run = merge_run,
};
