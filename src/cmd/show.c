/* show: one filing, as the official form has it. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/stop.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/layout.h"
#include "cmd/reopen.h"
#include "cmd/rows.h"
#include "cmd/table.h"
#include "doc/doc.h"
#include "read/read.h"

struct show_opts {
	bool	 source, doc;
};

/* A filing that was asked for. */
struct shown {
	int64_t		 id, source;
	int		 ordinal;	/* in the source, from 1 */
	struct str	 path, agency, year, form, title;
};

/* Asks for filings; *v of them, and whether the first is meant exactly. */
static int
show_find(struct cli *cli, int64_t source, const char *agency,
    const char *year, struct shown **v, bool *exactly, struct err *e)
{
	struct query	*q;
	int		 n = 0, r;
	size_t		 cap = 0;

	if (rows_open(cli, "show_find", &q, e) < 0)
		return -1;
	r = source != 0 ? query_bind_int(q, "source", source, e) :
	    query_bind(q, "agency", str_of(agency), e) < 0 ? -1 :
	    query_bind(q, "year", str_of(year), e);
	*v = NULL;
	*exactly = false;
	while (r == 0 && (r = query_step(q, e)) > 0) {
		if (n == 0)
			*exactly = query_int(q, 8) != 0;
		else if (*exactly && query_int(q, 8) == 0)
			break;
		*v = arena_grow(cli->arena, *v, (size_t)n, &cap, sizeof(**v));
		(*v)[n++] = (struct shown){ .id = query_int(q, 0),
		    .source = query_int(q, 1),
		    .ordinal = (int)query_int(q, 9),
		    .path = rows_text(cli, q, 2),
		    .agency = rows_text(cli, q, 3),
		    .year = rows_text(cli, q, 4),
		    .form = rows_text(cli, q, 5),
		    .title = rows_text(cli, q, 6) };
		r = 0;
	}
	query_close(q);
	return r < 0 ? -1 : n;
}

/* By agency and year: one filing, or an error that says what there is. */
static int
show_by_name(struct cli *cli, const char *agency, const char *year,
    struct shown **v, struct err *e)
{
	bool	 exactly;
	int	 n;

	n = show_find(cli, 0, agency, year, v, &exactly, e);
	if (n == 0)
		return err_set(e, ERR_USAGE, _("no filing of '%s' for %s is "
		    "stored"), agency, year);
	if (n > 1) {
		for (int i = 0; i < n; i++)
			cli_say(STR_FMT " " STR_FMT ": " STR_FMT,
			    STR_ARG((*v)[i].agency), STR_ARG((*v)[i].year),
			    STR_ARG((*v)[i].path));
		return err_set(e, ERR_USAGE,
		    _("'%s' may be any of %d agencies"), agency, n);
	}
	return n;
}

static int
show_doc(struct cli *cli, int64_t id, struct err *e)
{
	const struct reader	*used;
	struct read_opts	 opts = { .encoding = NULL };
	struct source		 src;
	struct bytes		 body;
	const char		*cut;
	struct stop		 held;
	struct doc		*doc;
	struct buf		 b;
	int			 r;

	if (reopen_source(cli, id, &src, e) < 0 ||
	    reopen_body(cli, &src, &body, &cut, e) < 0)
		return -1;
	if (src.encoding.n > 0)
		opts.encoding = src.encoding.p;
	stop_hold(&held);
	r = read_doc(cli->arena, body, &opts, &doc, &used, e);
	stop_release(&held);
	if (r < 0)
		return err_wrap(e, STR_FMT, STR_ARG(src.path));
	buf_init(&b, cli->arena);
	doc_dump(doc, &b);
	for (struct str rest = buf_text(&b), line; str_line(&rest, &line);) {
		struct buf	 plain;

		buf_init(&plain, cli->arena);
		out_plain(&plain, line);
		printf(STR_FMT "\n", STR_ARG(buf_text(&plain)));
	}
	cli_tally(cli, P_("%.*s: %d block, read as %s",
	    "%.*s: %d blocks, read as %s", doc->nblock), STR_ARG(src.path),
	    doc->nblock, used->name);
	return 0;
}

/* Rows of schema/cmd/NAME.sql for a filing, if any, under a heading. */
static int
show_rows(struct cli *cli, const char *name, const char *heading,
    int64_t filing, long *n, struct err *e)
{
	struct query	*q;
	int		 r;

	if (rows_open(cli, name, &q, e) < 0)
		return -1;
	if ((r = query_bind_int(q, "filing", filing, e)) == 0)
		r = rows_under(cli, q, heading, n, e);
	query_close(q);
	return r;
}

static int
show_filing(struct cli *cli, const struct show_opts *o,
    const struct shown *s, struct err *e)
{
	struct layout	 l = { .cli = cli, .filing = s->id };
	long		 nfinding, nnote, n;

	if (o->source)
		return layout_source(&l, s->source, s->ordinal, e);
	if (cli->out.format != OUT_TABLE)
		return layout_list(&l, e);
	layout_line(&l, s->title.n > 0 ? s->title : s->agency);
	layout_line(&l, str_of(arena_printf(cli->arena, "%.*s, %.*s, %.*s",
	    STR_ARG(s->agency), STR_ARG(s->year), STR_ARG(s->form))));
	layout_line(&l, s->path);
	if (layout_form(&l, e) < 0 ||
	    show_rows(cli, "show_finding", _("Findings about the filing:"),
	    s->id, &nfinding, e) < 0 ||
	    show_rows(cli, "show_suspect", _("Single cells that would explain "
	    "sums that fail together:"), s->id, &n, e) < 0 ||
	    show_rows(cli, "show_correction", _("What people say figures "
	    "should be:"), s->id, &n, e) < 0 ||
	    show_rows(cli, "show_note", _("Notes about how it was read:"),
	    s->id, &nnote, e) < 0)
		return -1;
	layout_tally(&l);
	cli_tally_add(cli, P_("; %ld finding about the filing",
	    "; %ld findings about the filing", nfinding), nfinding);
	cli_tally_add(cli, P_(", %ld note about how it was read",
	    ", %ld notes about how it was read", nnote), nnote);
	return 0;
}

static int
show_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct show_opts	*o = opts;
	struct source		 src;
	struct shown		*v;
	bool			 exactly;
	int			 n, r;

	if (argc == 2) {
		if ((n = show_by_name(cli, argv[0], argv[1], &v, e)) < 0)
			return -1;
		return o->doc ? show_doc(cli, v[0].source, e) :
		    show_filing(cli, o, &v[0], e);
	}
	r = store_find_source(cli->store, cli->arena, str_of(argv[0]), &src,
	    e);
	if (r <= 0)
		return r < 0 ? -1 : err_set(e, ERR_USAGE, _("no file '%s' is "
		    "stored, or several are; for an agency add the year"),
		    argv[0]);
	if (o->doc)
		return show_doc(cli, src.id, e);
	n = show_find(cli, src.id, "", "", &v, &exactly, e);
	if (n == 0)
		return err_set(e, ERR_USAGE, _("%.*s holds no filing; --doc "
		    "shows what was read of it"), STR_ARG(src.path));
	for (int i = 0; i < n; i++)
		if (show_filing(cli, o, &v[i], e) < 0)
			return -1;
	return n < 0 ? -1 : 0;
}

static const struct opt show_optv[] = {
	{ "source", 's', OPT_FLAG, offsetof(struct show_opts, source), NULL,
	    N_("each figure with its line of the original") },
	{ "doc", 0, OPT_FLAG, offsetof(struct show_opts, doc), NULL,
	    N_("the document as the reader sees it") },
	{ 0 }
};

const struct command cmd_show = {
	.name = "show",
	.args = "AGENCY YEAR | FILE",
	.summary = N_("Show a filing in the layout of the official form"),
	.need = NEED_READ,
	.min = 1,
	.max = 2,
	.opts = show_optv,
	.size = sizeof(struct show_opts),
	.run = show_run,
};
