/* export: tidy CSV files and what describes them (frictionlessdata.io). */
#include <config.h>

#include <sys/stat.h>

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/rows.h"
#include "cmd/table.h"

/* What is written: schema/cmd/export_NAME.sql to NAME.csv. */
static const struct {
	const char	*name, *title;
} tables[] = {
	{ "filing", "The filings, with the files they came in" },
	{ "figure", "Every cell of the official form of current filings" },
	{ "finding", "What the rules say of current filings" },
	{ "note", "What the program says of its own reading" },
};

#define NTABLE	(sizeof(tables) / sizeof(tables[0]))

/* Columns whose values are numbers; all others are strings. */
static const char *const	 number_columns[] = {
	"year", "value", "left_value", "right_value", "delta", "line",
	"is_current", NULL
};

static FILE *
export_open(struct cli *cli, const char *folder, const char *file,
    struct err *e)
{
	const char	*path = arena_printf(cli->arena, "%s/%s", folder,
			    file);
	FILE		*f = fopen(path, "wx");

	if (f == NULL)
		err_sys(e, "%s", path);
	return f;
}

static int
export_close(FILE *f, const char *file, struct err *e)
{
	bool	 bad = ferror(f) != 0;

	errno = 0;
	if (fclose(f) != 0 || bad)
		return err_sys(e, "writing %s", file);
	return 0;
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

static int
export_table(struct cli *cli, const char *folder, size_t i, FILE *package,
    long *n, struct err *e)
{
	struct out_opts	 opts = { .format = OUT_CSV,
			    .excel = cli->out.excel };
	const char	*file = arena_printf(cli->arena, "%s.csv",
			    tables[i].name);
	struct query	*q;
	FILE		*f;
	int		 r;

	if (rows_open(cli, arena_printf(cli->arena, "export_%s",
	    tables[i].name), &q, e) < 0)
		return -1;
	if ((f = export_open(cli, folder, file, e)) == NULL) {
		query_close(q);
		return -1;
	}
	r = rows_write(cli->arena, f, &opts, q, n, e);
	fprintf(package, "%s\n    {\"name\": \"%s\", \"title\": \"%s\",\n"
	    "      \"path\": \"%s\", \"format\": \"csv\", \"encoding\": "
	    "\"utf-8\",\n      \"schema\": {\"fields\": [", i > 0 ? "," : "",
	    tables[i].name, tables[i].title, file);
	package_fields(package, q);
	fprintf(package, "]}}");
	query_close(q);
	if (export_close(f, file, e) < 0)
		return -1;
	return r;
}

static int
export_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	static const char	 name[] = "datapackage.json";
	long			 n[NTABLE] = { 0 };
	FILE			*package;
	int			 r = 0;

	(void)opts, (void)argc;
	if (mkdir(argv[0], 0777) < 0 && errno != EEXIST)
		return err_sys(e, "making '%s'", argv[0]);
	if ((package = export_open(cli, argv[0], name, e)) == NULL)
		return -1;
	fprintf(package, "{\n  \"name\": \"nianbao\",\n  \"resources\": [");
	for (size_t i = 0; i < NTABLE && r == 0; i++)
		r = export_table(cli, argv[0], i, package, &n[i], e);
	fprintf(package, "\n  ]\n}\n");
	if (r < 0) {
		fclose(package);
		return -1;
	}
	cli_tally(cli, "%s: %ld filings, %ld figures, %ld findings, %ld "
	    "notes", argv[0], n[0], n[1], n[2], n[3]);
	return export_close(package, name, e);
}

const struct command cmd_export = {
	.name = "export",
	.args = "FOLDER",
	.summary = "Write figures and findings as CSV with a description",
	.need = NEED_READ,
	.min = 1,
	.max = 1,
	.run = export_run,
};
