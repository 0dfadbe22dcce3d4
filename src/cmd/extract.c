/* extract: originals out of the archive, byte for byte. */
#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/file.h"
#include "cmd/lang.h"
#include "cmd/table.h"

struct extract_opts {
	const char	*to;
};

/* One file to standard output, and nothing else there. */
static int
extract_one(struct cli *cli, const char *name, struct err *e)
{
	struct source	 src;
	struct bytes	 b;
	int		 r;

	r = store_find_source(cli->store, cli->arena, str_of(name), &src, e);
	if (r <= 0)
		return r < 0 ? -1 : err_set(e, ERR_USAGE,
		    _("no file of the name '%s' is stored, or more than one"),
		    name);
	if (store_original(cli->store, cli->arena, src.id, &b, e) < 0)
		return -1;
	if (fwrite(b.p, 1, b.n, stdout) != b.n)
		return err_sys(e, _("writing"));
	cli_tally(cli, P_("%.*s: %zu byte", "%.*s: %zu bytes", b.n),
	    STR_ARG(src.path), b.n);
	return 0;
}

/* Whether the source is asked for: all are if none is named. */
static bool
is_wanted(struct cli *cli, const struct source *src, int argc, char **argv)
{
	for (int i = 0; i < argc; i++) {
		struct str	 s = str_of(argv[i]);

		if (str_eq(src->path, s) || str_ends(src->path,
		    str_cat(cli->arena, STR("/"), s)))
			return true;
	}
	return argc == 0;
}

static int
extract_file(struct cli *cli, const char *to, const struct source *src,
    struct err *e)
{
	struct arena	*a = arena_new();
	struct bytes	 b;
	int		 r;

	r = store_original(cli->store, a, src->id, &b, e);
	if (r == 0)
		r = file_write_below(to, src->path, b, e);
	arena_free(a);
	return r;
}

/* A name that is refused or taken does not stop the others. */
static int
extract_all(struct cli *cli, const char *to, int argc, char **argv,
    struct err *e)
{
	struct source	 src = { .id = 0 };
	long		 n = 0, nfailed = 0;
	int		 r;

	while ((r = store_next_source(cli->store, cli->arena, src.id, &src,
	    e)) > 0) {
		if (src.container != 0 || !is_wanted(cli, &src, argc, argv))
			continue;
		if (extract_file(cli, to, &src, e) == 0) {
			n++;
			continue;
		}
		if (e->code == ERR_DB)
			return -1;
		cli_say("%s", e->msg);
		nfailed++;
	}
	cli_tally(cli, P_("%ld file written to %s", "%ld files written to %s",
	    n), n, to);
	cli_tally_add(cli, _(", %ld not"), nfailed);
	if (r == 0 && n + nfailed == 0 && argc > 0)
		return err_set(e, ERR_USAGE,
		    _("no file of that name is stored"));
	return r < 0 ? -1 : nfailed > 0;
}

static int
extract_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct extract_opts	*o = opts;

	if (o->to != NULL)
		return extract_all(cli, o->to, argc, argv, e);
	if (argc != 1)
		return err_set(e, ERR_USAGE,
		    _("name one file, or a folder with --to"));
	return extract_one(cli, argv[0], e);
}

static const struct opt extract_optv[] = {
	{ "to", 't', OPT_STR, offsetof(struct extract_opts, to), "FOLDER",
	    N_("write files below this folder (else to standard output)") },
	{ 0 }
};

const struct command cmd_extract = {
	.name = "extract",
	.args = "[FILE...]",
	.summary = N_("Give back originals, byte for byte"),
	.need = NEED_READ,
	.max = -1,
	.opts = extract_optv,
	.size = sizeof(struct extract_opts),
	.run = extract_run,
};
