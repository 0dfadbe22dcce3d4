/* The table of commands, in the order in which "help" lists them. */
#include <config.h>

#include <string.h>

#include "cmd/cmd.h"
#include "cmd/table.h"

const struct command *const commands[] = {
	&cmd_import,
	&cmd_check,
	&cmd_rule,
	&cmd_show,
	&cmd_query,
	&cmd_search,
	&cmd_diff,
	&cmd_agency,
	&cmd_accept,
	&cmd_correct,
	&cmd_extract,
	&cmd_export,
	&cmd_merge,
	&cmd_verify,
	&cmd_rebuild,
	&cmd_schema,
	&cmd_help,
	NULL
};

const struct command *
command_find(const char *name)
{
	for (int i = 0; commands[i] != NULL; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}
