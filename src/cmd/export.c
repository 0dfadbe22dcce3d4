/*
 * export: tidy CSV files and what describes them (frictionlessdata.io), a
 * workbook, or a page.
 */
#include <config.h>

#include <sys/stat.h>

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/export.h"
#include "cmd/file.h"
#include "cmd/lang.h"
#include "cmd/rows.h"
#include "cmd/table.h"

const struct export_table export_tables[] = {
	{ "filing", "The filings, with the files they came in" },
	{ "figure", "Every cell of the official form of current filings" },
	{ "finding", "What the rules say of current filings" },
	{ "note", "What the program says of its own reading" },
	{ NULL, NULL }
};

#define NTABLE	(sizeof(export_tables) / sizeof(export_tables[0]) - 1)

struct export_opts {
	bool		 corrected;
	const char	*as;
};

enum kind { KIND_CSV, KIND_XLSX, KIND_HTML, KIND__N };

static const char *const	 kind_name[KIND__N] = {
	[KIND_CSV] = "csv", [KIND_XLSX] = "xlsx", [KIND_HTML] = "html",
};

/* Columns whose values are numbers; all others are strings. */
static const char *const	 number_columns[] = {
	"year", "value", "left_value", "right_value", "delta", "line",
	"is_current", NULL
};

int
export_rows(struct cli *cli, const char *table, struct query **q,
    struct err *e)
{
	bool	 rests = strcmp(table, "figure") == 0 ||
		    strcmp(table, "finding") == 0;

	return rows_open(cli, arena_printf(cli->arena, "export_%s%s", table,
	    rests && cli->out.figures != NULL ? "_corrected" : ""), q, e);
}

FILE *
export_open(const char *path, struct err *e)
{
	FILE	*f = fopen(path, "wx");

	if (f == NULL)
		err_sys(e, "%s", path);
	return f;
}

int
export_close(FILE *f, const char *path, int so, struct err *e)
{
	if (so == 0 && file_flush(f, _("writing"), e) < 0)
		so = err_wrap(e, "%s", path);
	if (fclose(f) != 0 && so == 0)
		so = err_sys(e, _("writing %s"), path);
	if (so < 0)
		unlink(path);
	return so;
}

static void
package_fields(FILE *f, const struct query *q)
{
	for (int i = 0; i < query_ncol(q); i++) {
		const char	*type = "string";

		for (int j = 0; number_columns[j] != NULL; j++)
			if (strcmp(query_column(q, i), number_columns[j]) == 0)
				type = "number";
		fprintf(f, "%s\n          {\"name\": \"%s\", \"type\": "
		    "\"%s\"}", i > 0 ? "," : "", query_column(q, i), type);
	}
}

static const char *
table_path(struct cli *cli, const char *folder, size_t i)
{
	return arena_printf(cli->arena, "%s/%s.csv", folder,
	    export_tables[i].name);
}

static int
export_table(struct cli *cli, const char *folder, size_t i, FILE *package,
    long *n, struct err *e)
{
	struct out_opts	 opts = { .format = OUT_CSV,
			    .excel = cli->out.excel };
	const char	*path = table_path(cli, folder, i);
	struct query	*q;
	FILE		*f;
	int		 r;

	if (export_rows(cli, export_tables[i].name, &q, e) < 0)
		return -1;
	if ((f = export_open(path, e)) == NULL) {
		query_close(q);
		return -1;
	}
	if ((r = rows_write(cli->arena, f, &opts, q, n, e)) < 0)
		err_wrap(e, "%s", path);
	fprintf(package, "%s\n    {\"name\": \"%s\", \"title\": \"%s\",\n"
	    "      \"path\": \"%s.csv\", \"format\": \"csv\", \"encoding\": "
	    "\"utf-8\",\n      \"schema\": {\"fields\": [", i > 0 ? "," : "",
	    export_tables[i].name, export_tables[i].title,
	    export_tables[i].name);
	package_fields(package, q);
	fprintf(package, "]}}");
	query_close(q);
	return export_close(f, path, r, e);
}

void
export_tally(struct cli *cli, const char *path, const long *n)
{
	cli_tally(cli, P_("%s: %ld filing", "%s: %ld filings", n[0]), path,
	    n[0]);
	cli_tally_add(cli, P_(", %ld figure", ", %ld figures", n[1]), n[1]);
	cli_tally_add(cli, P_(", %ld finding", ", %ld findings", n[2]), n[2]);
	cli_tally_add(cli, P_(", %ld note", ", %ld notes", n[3]), n[3]);
}

static int
export_csv(struct cli *cli, const char *folder, struct err *e)
{
	const char	*path = arena_printf(cli->arena,
			    "%s/datapackage.json", folder);
	long		 n[NTABLE] = { 0 };
	size_t		 done = 0;
	FILE		*package;
	int		 r = 0;

	if (mkdir(folder, 0777) < 0 && errno != EEXIST)
		return err_sys(e, _("making '%s'"), folder);
	if ((package = export_open(path, e)) == NULL)
		return -1;
	fprintf(package, "{\n  \"name\": \"nianbao\",\n  \"resources\": [");
	while (done < NTABLE && (r = export_table(cli, folder, done, package,
	    &n[done], e)) == 0)
		done++;
	fprintf(package, "\n  ]\n}\n");
	r = export_close(package, path, r, e);
	while (r < 0 && done > 0)
		unlink(table_path(cli, folder, --done));
	export_tally(cli, folder, n);
	return r;
}

/* What is asked for, or else what the name ends in. */
static int
kind_of(const char *as, const char *path, enum kind *k, struct err *e)
{
	const char	*dot = strrchr(path, '.');

	*k = KIND_CSV;
	if (as == NULL && dot != NULL && strcmp(dot, ".xlsx") == 0)
		*k = KIND_XLSX;
	else if (as == NULL && dot != NULL && strcmp(dot, ".html") == 0)
		*k = KIND_HTML;
	else if (as != NULL) {
		while (*k < KIND__N && strcmp(kind_name[*k], as) != 0)
			++*k;
		if (*k == KIND__N)
			return err_set(e, ERR_USAGE, _("--as wants csv, xlsx "
			    "or html, not '%s'"), as);
	}
	return 0;
}

static int
export_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct export_opts	*o = opts;
	enum kind			 k;

	(void)argc;
	if (kind_of(o->as, argv[0], &k, e) < 0 || (o->corrected ?
	    cli_open_corrected(cli, e) : cli_open(cli, STORE_READ, e)) < 0)
		return -1;
	if (k == KIND_XLSX)
		return export_xlsx(cli, argv[0], e);
	if (k == KIND_HTML)
		return export_html(cli, argv[0], e);
	return export_csv(cli, argv[0], e);
}

static const struct opt export_optv[] = {
	{ "as", 0, OPT_STR, offsetof(struct export_opts, as), "KIND",
	    N_("csv, xlsx or html, whatever the name ends in") },
	{ "corrected", 0, OPT_FLAG, offsetof(struct export_opts, corrected),
	    NULL, N_("take figures as people say they should be") },
	{ 0 }
};

const struct command cmd_export = {
	.name = "export",
	.args = "FOLDER|FILE.xlsx|FILE.html",
	.summary = N_("Write figures and findings for other programs to read"),
	.need = NEED_NOTHING,
	.min = 1,
	.max = 1,
	.opts = export_optv,
	.size = sizeof(struct export_opts),
	.run = export_run,
};
