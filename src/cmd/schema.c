#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/table.h"

static int
schema_run(struct cli *cli, const void *opts, int argc, char **argv,
    struct err *e)
{
	struct str	 sql = store_schema(cli->arena);

	(void)opts, (void)argc, (void)argv;
	cli->quiet = true;
	if (fwrite(sql.p, 1, sql.n, stdout) != sql.n)
		return err_sys(e, _("writing"));
	return 0;
}

const struct command cmd_schema = {
	.name = "schema",
	.args = "",
	.summary = N_("Print the SQL that makes an empty archive"),
	.need = NEED_NOTHING,
	.run = schema_run,
};
