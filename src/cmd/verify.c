#include <config.h>

#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/table.h"

/* Says a fault on standard output: here the faults are the answer. */
static void
verify_fault(void *ctx, const char *what)
{
	struct out_value	 v = out_cstr(what);

	out_row(ctx, &v);
}

static int
verify_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	static const char *const	 column[] = { "fault" };
	struct out			*o;
	long				 n = 0;

	(void)opts, (void)argc, (void)argv;
	o = out_begin(cli->arena, stdout, &cli->out, column, 1);
	if (store_verify(cli->store, verify_fault, o, &n, e) < 0)
		return -1;
	if (n == 0)
		cli_tally(cli, _("%s is whole"), cli->file);
	else
		cli_tally(cli, P_("%s is not whole: %ld fault",
		    "%s is not whole: %ld faults", n), cli->file, n);
	return out_end(o, e) < 0 ? -1 : n > 0;
}

const struct command cmd_verify = {
	.name = "verify",
	.args = "",
	.summary = N_("Find out whether the archive is whole"),
	.need = NEED_READ,
	.run = verify_run,
};
