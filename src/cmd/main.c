#include <config.h>

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/export.h"
#include "cmd/file.h"
#include "cmd/lang.h"
#include "cmd/table.h"
#include "read/read.h"
#include "store/correct.h"

void
cli_tally(struct cli *cli, const char *fmt, ...)
{
	va_list	 ap;

	va_start(ap, fmt);
	vsnprintf(cli->tally, sizeof(cli->tally), fmt, ap);
	va_end(ap);
}

void
cli_tally_add(struct cli *cli, const char *fmt, ...)
{
	size_t	 n = strlen(cli->tally);
	va_list	 ap;

	va_start(ap, fmt);
	vsnprintf(cli->tally + n, sizeof(cli->tally) - n, fmt, ap);
	va_end(ap);
}

void
cli_say(const char *fmt, ...)
{
	struct arena	*a = arena_new();
	struct buf	 b;
	char		 line[1000];
	va_list		 ap;

	va_start(ap, fmt);
	vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	buf_init(&b, a);
	out_plain(&b, str_of(line));
	fprintf(stderr, "nianbao: " STR_FMT "\n", STR_ARG(buf_text(&b)));
	arena_free(a);
}

static void
version(void)
{
	printf("%s\nSQLite %s, zlib %s\nreads:", PACKAGE_STRING,
	    store_version(), zlibVersion());
	for (int i = 0; read_features[i] != NULL; i++)
		printf(" %s", read_features[i]);
	printf("\nwrites: csv html");
	if (export_xlsx_version() != NULL)
		printf(" xlsx (%s)", export_xlsx_version());
	printf("\nsays: en%s\n", lang_has_translations() ? " zh_CN" : "");
}

static int
status_of(const struct err *e)
{
	return e->code == ERR_USAGE ? EXIT_USAGE : EXIT_BROKEN;
}

int
cli_open(struct cli *cli, enum store_mode mode, struct err *e)
{
	if (store_open(cli->file, mode, &cli->store, e) < 0)
		return -1;
	if (store_is_stale(cli->store))
		cli_say(_("%s was made by an older version; \"nianbao "
		    "rebuild\" reads all of it again"), cli->file);
	return 0;
}

int
cli_open_corrected(struct cli *cli, struct err *e)
{
	long	 n;

	if (cli_open(cli, STORE_TRY, e) < 0 ||
	    store_begin(cli->store, e) < 0 ||
	    store_overlay(cli->store, &n, e) < 0)
		return -1;
	cli->out.figures = "corrected";
	if (!cli->quiet)
		cli_say(P_("%ld figure is taken as people say it should be",
		    "%ld figures are taken as people say they should be", n),
		    n);
	return 0;
}

/* What was done stays done even when closing fails, but it is said. */
static int
close_store(struct cli *cli, int status, struct err *e)
{
	struct err	 late;

	if (store_close(cli->store, &late) == 0)
		return status;
	if (status >= 0)
		*e = late;
	return -1;
}

static int
run(const struct command *cmd, struct cli *cli, int argc, char **argv,
    struct err *e)
{
	void	*opts;
	bool	 help = false;
	int	 first;

	opts = arena_alloc(cli->arena, 1, cmd->size != 0 ? cmd->size : 1);
	if ((first = opt_parse(cmd, cli, opts, argc, argv, &help, e)) < 0)
		return -1;
	if (help) {
		opt_usage(cmd, stdout);
		cli->quiet = true;
		return 0;
	}
	if (cmd->need != NEED_NOTHING && cli_open(cli, cmd->need == NEED_READ ?
	    STORE_READ : STORE_UPDATE, e) < 0)
		return -1;
	return cmd->run(cli, opts, argc - first, argv + first, e);
}

/* The answer is not given until all of it has left us. */
static int
finish_stdout(struct err *e)
{
	return file_flush(stdout, _("writing the answer"), e);
}

static int
no_command(const char *name, struct err *e)
{
	if (*name == '\0')
		return err_set(e, ERR_USAGE, _("which command? \"nianbao "
		    "help\" lists them"));
	if (*name == '-')
		return err_set(e, ERR_USAGE, _("options come behind the "
		    "command, as in \"nianbao check %s\""), name);
	return err_set(e, ERR_USAGE, _("there is no command '%s'; \"nianbao "
	    "help\" lists them"), name);
}

int
main(int argc, char **argv)
{
	struct cli	 cli = { .arena = arena_new(),
			    .zh = lang_is_chinese() };
	struct err	 e = { ERR_NONE, "" };
	const char	*name = argc > 1 ? argv[1] : "";
	int		 status;

	lang_init();
	if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
		version();
		status = finish_stdout(&e);
	} else {
		if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
			name = "help";
		cli.command = command_find(name);
		if (cli.command == NULL)
			status = no_command(name, &e);
		else {
			status = run(cli.command, &cli, argc - 1, argv + 1,
			    &e);
			status = close_store(&cli, status, &e);
			if (status >= 0 && finish_stdout(&e) < 0)
				status = -1;
		}
	}
	if (status < 0) {
		cli_say("%s%s%s", cli.command != NULL ? name : "",
		    cli.command != NULL ? ": " : "", e.msg);
		status = status_of(&e);
	} else if (!cli.quiet && cli.tally[0] != '\0')
		cli_say("%s", cli.tally);
	arena_free(cli.arena);
	return status;
}
