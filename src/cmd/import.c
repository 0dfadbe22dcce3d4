/*
 * import: files into the archive.
 *
 * What is stored does not depend on the number of threads, because omap()
 * hands the files over in their order; nor on being killed, because a file
 * is stored whole or not at all, and is looked at again the next time.
 */
#include <config.h>

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/omap.h"
#include "cmd/cmd.h"
#include "cmd/file.h"
#include "cmd/intake.h"
#include "cmd/lang.h"
#include "cmd/map.h"
#include "cmd/paths.h"
#include "cmd/table.h"
#include "read/charset.h"

#define BATCH	500	/* files in one transaction */

struct import_opts {
	bool		 dry_run, again;
	int		 jobs, year;
	const char	*encoding, *agency, *map;
};

struct import {
	/* Read by all threads, written by none. */
	const struct import_opts *opts;
	struct intake_opts	 intake;
	struct map		 map;
	struct paths		 paths;

	/* This thread's alone. */
	struct cli		*cli;
	struct out		*out;		/* of a dry run */
	struct err		*err;
	bool			 progress;
	time_t			 shown;
	int			 batch;		/* files since last commit */
	long			 nknown, nread, nfiling;
	long			 nunfiled, ncut, nfailed;
};

static void *
import_work(size_t i, void *ctx)
{
	const struct import	*im = ctx;
	const struct path	*p = &im->paths.v[i];
	const struct map_row	*row = map_find(&im->map, p->name);
	struct arena		*a = arena_new();
	struct intake		*it = arena_alloc(a, 1, sizeof(*it));
	struct source		*src = &it->source;

	it->arena = a;
	src->path = p->name;
	if (im->opts->encoding != NULL)
		src->encoding = str_of(im->opts->encoding);
	if (im->opts->agency != NULL)
		src->agency = str_of(im->opts->agency);
	src->year = im->opts->year;
	if (row != NULL) {
		src->parent = row->parent;
		if (row->agency.n > 0)
			src->agency = row->agency;
		if (row->year != 0)
			src->year = row->year;
	}
	if (file_read(a, p->disk, &src->data, &it->err) < 0)
		it->failed = true;
	else
		intake_read(it, &im->intake);
	return it;
}

static void
import_drop(void *result, void *ctx)
{
	struct intake	*it = result;

	(void)ctx;
	arena_free(it->arena);
}

static void
import_show_progress(struct import *im, size_t i)
{
	time_t	 now;

	if (!im->progress || (now = time(NULL)) == im->shown)
		return;
	im->shown = now;
	fputs("\r", stderr);
	fprintf(stderr, _("%zu of %zu files"), i, im->paths.n);
	fputs("\033[K", stderr);
}

/* The line on the terminal makes room for what is to be said. */
static void
import_say(struct import *im, struct str path, const char *what,
    struct str detail)
{
	if (im->progress && im->shown != 0)
		fputs("\r\033[K", stderr);
	cli_say(STR_FMT ": %s%s" STR_FMT, STR_ARG(path), what,
	    detail.n > 0 ? ": " : "", STR_ARG(detail));
}

/*
 * Counts a document, and says why it was not filed if it was not: what
 * cannot be read is a failure, what is no report is none.
 */
static void
import_count(struct import *im, const struct intake_doc *d)
{
	const struct note	*n = intake_fault(d);
	enum note_id		 id;

	im->nfiling += intake_filings(d);
	if (d->filing != NULL) {
		im->nread++;
		return;
	}
	id = n != NULL ? n->id : NOTE_NOT_A_REPORT;
	if (note_is_unfiled(id)) {
		im->nread++;
		im->nunfiled++;
	} else
		im->nfailed++;
	import_say(im, d->source.path, im->cli->zh ? note_text_zh(id) :
	    note_text(id), n != NULL ? n->detail : (struct str){ "", 0 });
}

static const char *const	 dry_columns[] = {
	"file", "reader", "agency", "year", "form", "figures", "notes"
};

#define NDRY	(sizeof(dry_columns) / sizeof(dry_columns[0]))

static void
import_show(struct import *im, struct arena *a, const struct intake_doc *d)
{
	const struct filing	*f = d->filing;

	do {
		struct out_value	 v[NDRY] = {
			out_text(d->source.path), out_cstr(d->source.reader) };

		if (f != NULL) {
			if (f->agency.n > 0)
				v[2] = out_text(f->agency);
			if (f->year != 0)
				v[3] = out_int(a, f->year);
			v[4] = out_cstr(form_name(f->form));
			v[5] = out_int(a, f->nfigure);
		}
		v[6] = out_int(a, d->notes.n + (f != NULL ? f->notes.n : 0));
		out_row(im->out, v);
		f = f != NULL ? f->next : NULL;
	} while (f != NULL);
}

/* What another program has stored in the meantime is known as well. */
static int
import_keep(struct import *im, struct intake *it)
{
	struct store	*s = im->cli->store;
	enum store_have	 have = STORE_NEW;

	if (im->batch == 0 && store_begin(s, im->err) < 0)
		return -1;
	if (!im->opts->again && store_have(s, it->source.path,
	    it->source.sha256, &have, im->err) < 0)
		return -1;
	it->is_known = have == STORE_SAME;
	if (!it->is_known && intake_store(s, it, im->err) < 0)
		return err_wrap(im->err, STR_FMT, STR_ARG(it->source.path));
	if (++im->batch < BATCH)
		return 0;
	im->batch = 0;
	return store_commit(s, im->err);
}

static void
import_report(struct import *im, const struct intake *it)
{
	for (const struct note *n = it->notes.first; n != NULL;
	    n = n->next, im->ncut++)
		import_say(im, it->source.path, im->cli->zh ?
		    note_text_zh(n->id) : note_text(n->id), n->detail);
	for (const struct intake_doc *d = it->doc; d != NULL; d = d->next) {
		import_count(im, d);
		if (im->opts->dry_run)
			import_show(im, it->arena, d);
	}
}

static int
import_sink(size_t i, void *result, void *ctx)
{
	struct import	*im = ctx;
	struct intake	*it = result;
	int		 r = 0;

	import_show_progress(im, i);
	if (it->failed) {
		im->nfailed++;
		import_say(im, it->source.path, it->err.msg,
		    (struct str){ "", 0 });
	} else if (!it->is_known && !im->opts->dry_run)
		r = import_keep(im, it);
	if (it->is_known)
		im->nknown++;
	else if (!it->failed && r == 0)
		import_report(im, it);
	arena_free(it->arena);
	return r;
}

/* The findings follow from what is stored, also in a run that was killed. */
static int
import_finish(struct import *im)
{
	struct store	*s = im->cli->store;

	if (im->batch == 0 && store_begin(s, im->err) < 0)
		return -1;
	if (store_finish(s, im->err) < 0)
		return -1;
	return store_commit(s, im->err);
}

static int
import_paths(struct import *im, int argc, char **argv)
{
	paths_init(&im->paths, im->cli->arena, im->cli->file);
	for (int i = 0; i < argc; i++) {
		if (strcmp(argv[i], "-") != 0)
			paths_add(&im->paths, argv[i]);
		else if (paths_add_list(&im->paths, stdin, im->err) < 0)
			return -1;
	}
	return paths_check(&im->paths, im->err);
}

/* A dry run reads the archive if there is one, and makes none. */
static int
import_open(struct import *im)
{
	struct cli	*cli = im->cli;
	bool		 dry = im->opts->dry_run;

	if (dry && access(cli->file, F_OK) != 0)
		return intake_init(cli->arena, NULL, &im->intake, im->err);
	if (cli_open(cli, dry ? STORE_READ : STORE_CREATE, im->err) < 0 ||
	    intake_init(cli->arena, cli->store, &im->intake, im->err) < 0)
		return -1;
	if (im->opts->again)
		return 0;
	return store_known(cli->store, cli->arena, &im->intake.known,
	    im->err);
}

static int
import_check_opts(const struct import_opts *o, struct import *im)
{
	if (o->encoding != NULL && !charset_known(o->encoding))
		return err_set(im->err, ERR_USAGE,
		    _("no encoding '%s' is known"), o->encoding);
	if (o->year != 0 && (o->year < 1900 || o->year > 2199))
		return err_set(im->err, ERR_USAGE, _("%d is no year"), o->year);
	if (o->map != NULL)
		return map_load(im->cli->arena, o->map, &im->map, im->err);
	return 0;
}

static void
import_tally(struct import *im)
{
	struct cli	*cli = im->cli;
	size_t		 n = im->paths.n;

	cli_tally(cli, im->opts->dry_run ?
	    P_("dry run: %zu file", "dry run: %zu files", n) :
	    P_("%zu file", "%zu files", n), n);
	cli_tally_add(cli, _(": %ld known already"), im->nknown);
	cli_tally_add(cli, P_(", %ld document read", ", %ld documents read",
	    im->nread), im->nread);
	cli_tally_add(cli, im->opts->dry_run ?
	    P_(", %ld filing found", ", %ld filings found", im->nfiling) :
	    P_(", %ld filing stored", ", %ld filings stored", im->nfiling),
	    im->nfiling);
	cli_tally_add(cli, P_(", %ld document not filed",
	    ", %ld documents not filed", im->nunfiled), im->nunfiled);
	cli_tally_add(cli, _(", %ld not read"), im->nfailed +
	    (long)im->paths.nfailed);
	cli_tally_add(cli, P_(", %zu hidden file left out",
	    ", %zu hidden files left out", im->paths.nhidden),
	    im->paths.nhidden);
}

static int
import_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	struct import	 im = { .opts = opts, .cli = cli, .err = e };
	struct omap	 map = { import_work, import_sink, import_drop, &im,
			    0, 0, im.opts->jobs };

	if (import_check_opts(im.opts, &im) < 0 ||
	    import_paths(&im, argc, argv) < 0 || import_open(&im) < 0)
		return -1;
	im.progress = !cli->quiet && isatty(STDERR_FILENO);
	if (im.opts->dry_run)
		im.out = out_begin(cli->arena, stdout, &cli->out,
		    dry_columns, NDRY);
	map.n = im.paths.n;
	if (map.nthread == 0)
		map.nthread = omap_processors();
	if (map.nthread == 1)
		map.nthread = 0;
	if (omap(&map) != 0)
		return -1;
	if (im.progress && im.shown != 0)
		fputs("\r\033[K", stderr);
	if (im.opts->dry_run ? out_end(im.out, e) < 0 : import_finish(&im) < 0)
		return -1;
	import_tally(&im);
	return im.nunfiled + im.ncut + im.nfailed + (long)im.paths.nfailed > 0;
}

static const struct opt import_optv[] = {
	{ "jobs", 'j', OPT_INT, offsetof(struct import_opts, jobs), "N",
	    N_("read N files at once (else one per processor)") },
	{ "encoding", 0, OPT_STR, offsetof(struct import_opts, encoding),
	    "NAME", N_("the text is in this encoding, whatever it says") },
	{ "agency", 0, OPT_STR, offsetof(struct import_opts, agency), "NAME",
	    N_("who filed, whatever the files say") },
	{ "year", 0, OPT_INT, offsetof(struct import_opts, year), "YEAR",
	    N_("for which year, whatever the files say") },
	{ "map", 0, OPT_STR, offsetof(struct import_opts, map), "FILE",
	    N_("CSV with path, agency, year, parent") },
	{ "again", 0, OPT_FLAG, offsetof(struct import_opts, again), NULL,
	    N_("read again what is known already") },
	{ "dry-run", 'n', OPT_FLAG, offsetof(struct import_opts, dry_run),
	    NULL, N_("store nothing, list what would be") },
	{ 0 }
};

const struct command cmd_import = {
	.name = "import",
	.args = "PATH...",
	.summary = N_("Take files and folders into the archive"),
	.need = NEED_NOTHING,
	.min = 1,
	.max = -1,
	.opts = import_optv,
	.size = sizeof(struct import_opts),
	.run = import_run,
};
