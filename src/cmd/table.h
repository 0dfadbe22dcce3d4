/* Every command there is; cmd/table.c puts them in order. */
#ifndef CMD_TABLE_H
#define CMD_TABLE_H

struct command;

extern const struct command	 cmd_accept, cmd_agency, cmd_check, cmd_correct,
    cmd_diff, cmd_export, cmd_extract, cmd_help, cmd_import, cmd_merge,
    cmd_query, cmd_rebuild, cmd_rule, cmd_schema, cmd_search, cmd_show,
    cmd_verify;

#endif
