#include <config.h>

#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/table.h"

static void
help_all(FILE *f)
{
	fprintf(f, "%s\n%s\n\n",
	    _("usage: nianbao COMMAND [options] [arguments]"),
	    _("Keeps annual reports on government information disclosure in "
	    "one SQLite file."));
	for (int i = 0; commands[i] != NULL; i++)
		fprintf(f, "  %-9s %s\n", commands[i]->name,
		    _(commands[i]->summary));
	fprintf(f, "\n%s\n", _("\"nianbao help COMMAND\" says more of one; "
	    "nianbao(1) says all."));
}

static int
help_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	const struct command	*c;

	(void)opts;
	cli->quiet = true;
	if (argc == 0) {
		help_all(stdout);
		return 0;
	}
	if ((c = command_find(argv[0])) == NULL)
		return err_set(e, ERR_USAGE, _("there is no command '%s'"),
		    argv[0]);
	opt_usage(c, stdout);
	return 0;
}

const struct command cmd_help = {
	.name = "help",
	.args = "[COMMAND]",
	.summary = N_("List the commands, or explain one"),
	.need = NEED_NOTHING,
	.max = 1,
	.run = help_run,
};
