/* The table of commands, in the order in which "help" lists them. */
#include <config.h>

#include <string.h>

#include "cmd/cmd.h"
#include "cmd/table.h"

const struct command *const commands[] = {
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
