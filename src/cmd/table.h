/* Every command there is; cmd/table.c puts them in order. */
#ifndef CMD_TABLE_H
#define CMD_TABLE_H

struct command;

extern const struct command	 cmd_help;

#endif
