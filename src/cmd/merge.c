/*
 * merge: other archives into this one.
 *
 * What is taken are facts: originals, which are read here anew, and what
 * people said.  So it does not matter which version made the other archive,
 * and merging is importing without the files.
 */
#include <config.h>

#include "base/arena.h"
#include "base/embed.h"
#include "base/err.h"
#include "cmd/agency.h"
#include "cmd/cmd.h"
#include "cmd/intake.h"
#include "cmd/rows.h"
#include "cmd/table.h"

#define BATCH	500	/* files in one transaction */

struct merge {
	struct cli		*cli;
	struct cli		 other;		/* for its queries */
	struct intake_opts	 intake;
	int			 batch;
	long			 nfile, nknown, nfailed, nconflict, nsaid;
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

/* 1 when this archive says the same, 0 when nothing, 2 when otherwise. */
static int
merge_have_verdict(struct merge *m, const struct query *q, struct err *e)
{
	struct query	*have;
	int		 r;

	if (rows_open(m->cli, "merge_have_verdict", &have, e) < 0)
		return -1;
	if ((r = query_bind(have, "fingerprint", query_text(q, 0), e)) == 0 &&
	    (r = query_step(have, e)) > 0)
		for (int i = 0; i < 3; i++)
			if (!str_eq(query_text(have, i),
			    query_text(q, i + 1)))
				r = 2;
	query_close(have);
	return r;
}

static int
merge_have_correction(struct merge *m, const struct query *q, struct err *e)
{
	static const struct {
		const char	*name;
		int		 col;
	} same[] = { { "sha256", 0 }, { "item", 3 }, { "applicant", 4 },
		{ "value", 6 }, { "reason", 7 }, { "author", 9 } };
	struct query	*have;
	int		 r = 0;

	if (rows_open(m->cli, "merge_have_correction", &have, e) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]) && r == 0; i++)
		if (query_type(q, same[i].col) != VALUE_NULL)
			r = query_bind(have, same[i].name,
			    query_text(q, same[i].col), e);
	if (r == 0)
		r = query_step(have, e);
	query_close(have);
	return r;
}

/* What people said there and not here; this archive's word stands. */
static int
merge_said(struct merge *m, const char *from, const char *to, int ncol,
    int (*have)(struct merge *, const struct query *, struct err *),
    struct err *e)
{
	struct str	 v[10], sql;
	struct query	*q;
	int		 r;

	sql = embed_text(arena_printf(m->cli->arena, "cmd/%s.sql", to));
	if (rows_open(&m->other, from, &q, e) < 0)
		return -1;
	while ((r = query_step(q, e)) > 0) {
		if ((r = have(m, q, e)) != 0) {
			if (r < 0)
				break;
			m->nconflict += r == 2;
			continue;
		}
		for (int i = 0; i < ncol; i++)
			v[i] = query_type(q, i) == VALUE_NULL ?
			    (struct str){ NULL, 0 } : query_text(q, i);
		if ((r = query_run(m->cli->store, sql, v, ncol, e)) < 0)
			break;
		m->nsaid++;
	}
	query_close(q);
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
	r = store_known(s, m->cli->arena, &m->intake.known, e);
	/* What is said of names decides whose the files are. */
	if (r == 0 && (r = store_begin(s, e)) == 0 &&
	    ((r = agency_merge(m->cli, &m->other, &m->nsaid, &m->nconflict,
	    e)) < 0 || (r = store_commit(s, e)) < 0))
		r = -1;
	if (r == 0)
		r = merge_files(m, e);
	if (r == 0)
		r = store_begin(s, e);
	if (r == 0 && (merge_said(m, "merge_verdict", "accept", 4,
	    merge_have_verdict, e) < 0 || merge_said(m, "merge_correction",
	    "correct", 10, merge_have_correction, e) < 0))
		r = -1;
	if (r == 0)
		r = store_commit(s, e);
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
	    intake_init(cli->arena, cli->store, &m.intake, e) < 0)
		return -1;
	for (int i = 0; i < argc; i++)
		if (merge_one(&m, argv[i], e) < 0)
			return -1;
	cli_tally(cli, "%ld files: %ld known already, %ld not read; %ld "
	    "verdicts, corrections and words on agencies taken, %ld "
	    "contradict ours and were not",
	    m.nfile, m.nknown, m.nfailed, m.nsaid, m.nconflict);
	return m.nfailed + m.nconflict > 0;
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
