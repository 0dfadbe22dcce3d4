#include <config.h>

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/table.h"

void
cli_tally(struct cli *cli, const char *fmt, ...)
{
	va_list	 ap;

	va_start(ap, fmt);
	vsnprintf(cli->tally, sizeof(cli->tally), fmt, ap);
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
	printf("%s\nSQLite %s, zlib %s\n", PACKAGE_STRING,
	    sqlite3_libversion(), zlibVersion());
}

static int
status_of(const struct err *e)
{
	return e->code == ERR_USAGE ? EXIT_USAGE : EXIT_BROKEN;
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
	return cmd->run(cli, opts, argc - first, argv + first, e);
}

/* The answer is not given until all of it has left us. */
static int
finish_stdout(struct err *e)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		return err_sys(e, "writing the answer");
	return 0;
}

int
main(int argc, char **argv)
{
	struct cli	 cli = { .arena = arena_new() };
	struct err	 e = { ERR_NONE, "" };
	const char	*name = argc > 1 ? argv[1] : "";
	int		 status;

	if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
		version();
		status = finish_stdout(&e);
	} else {
		if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
			name = "help";
		cli.command = command_find(name);
		if (cli.command == NULL)
			status = argc > 1 ?
			    err_set(&e, ERR_USAGE, "there is no command '%s'; "
			    "\"nianbao help\" lists them", name) :
			    err_set(&e, ERR_USAGE, "which command? "
			    "\"nianbao help\" lists them");
		else if ((status = run(cli.command, &cli, argc - 1, argv + 1,
		    &e)) >= 0 && finish_stdout(&e) < 0)
			status = -1;
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
