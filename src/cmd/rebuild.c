/*
 * rebuild: reads every stored original again.
 *
 * The store belongs to this thread, so originals are taken out a batch at a
 * time, read on all threads, and put back before the next batch.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/omap.h"
#include "cmd/cmd.h"
#include "cmd/intake.h"
#include "cmd/lang.h"
#include "cmd/table.h"
#include "read/pack.h"

/* Documents and bytes that are held in memory at a time, more or less. */
#define BATCH_DOCS	256
#define BATCH_BYTES	(64u << 20)

struct rebuild_opts {
	int	 jobs;
};

struct rebuild {
	struct intake_opts	 intake;
	struct cli		*cli;
	struct err		*err;
	int			 nthread;

	/* The batch. */
	struct arena		*arena;		/* of originals */
	struct arena		*doc_arena[BATCH_DOCS];
	struct intake_doc	 doc[BATCH_DOCS];
	struct err		 doc_err[BATCH_DOCS];
	bool			 failed[BATCH_DOCS];
	size_t			 packed[BATCH_DOCS];	/* its container */
	size_t			 n, nbyte;
	int64_t			 last;		/* id of the last source */

	/* The container that is open. */
	int64_t			 container;
	struct member		*member;
	struct container	 box;
	struct err		 fault;		/* when it cannot be opened */

	/* What it took to read the container put back last. */
	int64_t			 idle;
	struct intake_effort	 effort;

	long			 ndoc, nfiling, nunfiled, nfailed;
};

static void *
rebuild_work(size_t i, void *ctx)
{
	struct rebuild		*rb = ctx;
	struct intake_doc	*d = &rb->doc[i];

	/* Each i is given to one thread, so these slots are its own. */
	rb->doc_arena[i] = arena_new();
	if (d->notes.first == NULL)
		rb->failed[i] = intake_doc(rb->doc_arena[i], d, &rb->intake,
		    &rb->doc_err[i]) < 0;
	return d;
}

/* As an import does, which reads one member after the other. */
static void
rebuild_idle(struct rebuild *rb, size_t i)
{
	struct intake_doc	*d = &rb->doc[i];

	if (d->source.container == 0 || d->doc == NULL)
		return;
	if (rb->idle != d->source.container) {
		rb->idle = d->source.container;
		rb->effort = (struct intake_effort){ .runs = 0 };
	}
	intake_settle(rb->doc_arena[i], d, &rb->effort, rb->packed[i]);
}

static int
rebuild_sink(size_t i, void *result, void *ctx)
{
	struct rebuild		*rb = ctx;
	struct intake_doc	*d = result;
	struct store		*s = rb->cli->store;
	int			 r;

	if (rb->failed[i]) {
		cli_say(STR_FMT ": %s", STR_ARG(d->source.path),
		    rb->doc_err[i].msg);
		rb->nfailed++;
	}
	rebuild_idle(rb, i);
	rb->ndoc++;
	rb->nfiling += intake_filings(d);
	rb->nunfiled += d->filing == NULL;
	r = store_reread(s, &d->source, rb->err) < 0 ||
	    intake_store_doc(s, d, rb->err) < 0 ? -1 : 0;
	arena_free(rb->doc_arena[i]);
	return r;
}

static void
rebuild_drop(void *result, void *ctx)
{
	struct rebuild	*rb = ctx;

	arena_free(rb->doc_arena[(struct intake_doc *)result - rb->doc]);
}

/* Opens the container of a source, unless it is the one that is open. */
static int
rebuild_container(struct rebuild *rb, int64_t id, struct bytes whole)
{
	if (rb->container == id)
		return rb->member != NULL ? 0 : -1;
	rb->container = id;
	rb->member = NULL;
	if (unpack(rb->arena, whole, &rb->member, &rb->box, &rb->fault) < 0)
		return -1;
	if (rb->member == NULL)
		return err_set(&rb->fault, ERR_FORMAT, "it is empty");
	return 0;
}

/*
 * What the reader gets: the bytes, inflated, or a member of them.  False
 * for a container itself, which is no document.
 */
static bool
rebuild_body(struct rebuild *rb, struct intake_doc *d, struct bytes whole)
{
	const struct source	*src = &d->source;
	const struct member	*m;

	if (rebuild_container(rb, src->container != 0 ? src->container :
	    src->id, whole) < 0) {
		note_add(rb->arena, &d->notes, intake_note(rb->fault.code),
		    0, "%s", rb->fault.msg);
		return true;
	}
	m = rb->member;
	if (src->container == 0 && m->name.n > 0) {
		intake_cut(rb->arena, &d->notes, &rb->box);
		return false;
	}
	if (src->container == 0)
		d->cut = rb->box.cut;
	while (m != NULL && !str_eq(m->name, src->member))
		m = m->next;
	if (m != NULL)
		d->body = m->data;
	if (m == NULL || m->fault != NULL)
		note_add(rb->arena, &d->notes, m == NULL ? NOTE_UNREADABLE :
		    intake_note(m->code), 0, "%s", m == NULL ?
		    "it is not in its container" : m->fault);
	return true;
}

/* Fills the batch; 1 when there is one, 0 at the end. */
static int
rebuild_fill(struct rebuild *rb)
{
	size_t	 packed = 0;
	int	 r = 1;

	rb->n = rb->nbyte = 0;
	rb->container = 0;
	while (rb->n < BATCH_DOCS && rb->nbyte < BATCH_BYTES) {
		struct intake_doc	*d = &rb->doc[rb->n];
		struct bytes		 whole = { NULL, 0 };

		*d = (struct intake_doc){ .body = { NULL, 0 } };
		r = store_next_source(rb->cli->store, rb->arena, rb->last,
		    &d->source, rb->err);
		if (r <= 0)
			break;
		rb->last = d->source.id;
		if (rb->container == 0 || rb->container !=
		    d->source.container) {
			if (store_original(rb->cli->store, rb->arena,
			    rb->last, &whole, rb->err) < 0)
				return -1;
			rb->nbyte += whole.n;
			packed = whole.n;
		}
		rb->packed[rb->n] = packed;
		if (rebuild_body(rb, d, whole))
			rb->n++;
		else if (store_notes(rb->cli->store, d->source.id, &d->notes,
		    rb->err) < 0)
			return -1;
	}
	return r < 0 ? -1 : rb->n > 0;
}

static int
rebuild_all(struct rebuild *rb)
{
	int	 r;

	for (;;) {
		struct omap	 map = { rebuild_work, rebuild_sink,
				    rebuild_drop, rb, 0, 0, rb->nthread };

		rb->arena = arena_new();
		if ((r = rebuild_fill(rb)) > 0) {
			map.n = rb->n;
			r = omap(&map) != 0 ? -1 : 1;
		}
		arena_free(rb->arena);
		if (r <= 0)
			return r;
	}
}

static void
rebuild_tally(const struct rebuild *rb)
{
	struct cli	*cli = rb->cli;

	cli_tally(cli, P_("%ld document read again", "%ld documents read again",
	    rb->ndoc), rb->ndoc);
	cli_tally_add(cli, P_(": %ld filing", ": %ld filings", rb->nfiling),
	    rb->nfiling);
	cli_tally_add(cli, P_(", %ld document not filed",
	    ", %ld documents not filed", rb->nunfiled), rb->nunfiled);
	cli_tally_add(cli, _(", %ld not read"), rb->nfailed);
}

static int
rebuild_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct rebuild_opts	*o = opts;
	struct rebuild			*rb;
	struct store			*s = cli->store;

	(void)argc, (void)argv;
	rb = arena_alloc(cli->arena, 1, sizeof(*rb));
	rb->cli = cli;
	rb->err = e;
	if (intake_init(cli->arena, s, &rb->intake, e) < 0)
		return -1;
	rb->nthread = o->jobs != 0 ? o->jobs : omap_processors();
	if (rb->nthread == 1)
		rb->nthread = 0;
	if (store_begin(s, e) < 0 || store_forget(s, e) < 0 ||
	    rebuild_all(rb) < 0 || store_finish(s, e) < 0 ||
	    store_commit(s, e) < 0)
		return -1;
	rebuild_tally(rb);
	return rb->nfailed > 0;
}

static const struct opt rebuild_optv[] = {
	{ "jobs", 'j', OPT_INT, offsetof(struct rebuild_opts, jobs), "N",
	    N_("read N documents at once (else one per processor)") },
	{ 0 }
};

const struct command cmd_rebuild = {
	.name = "rebuild",
	.args = "",
	.summary = N_("Read every stored original again"),
	.need = NEED_WRITE,
	.opts = rebuild_optv,
	.size = sizeof(struct rebuild_opts),
	.run = rebuild_run,
};
