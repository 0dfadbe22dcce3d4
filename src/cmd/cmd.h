/*
 * The commands.  Each is one file with one const struct command, listed in
 * cmd/table.c; main() reads its options, opens the database as it needs,
 * runs it, and says at the end what was done.
 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cmd/out.h"
#include "store/store.h"

struct arena;
struct err;

/* Exit status. */
enum {
	EXIT_CLEAN,	/* nothing to look at */
	EXIT_LOOK,	/* a file not read, a finding, a difference */
	EXIT_USAGE,	/* the command line is wrong */
	EXIT_BROKEN,	/* the database or the machine */
};

/* What a command needs of the database. */
enum need { NEED_NOTHING, NEED_READ, NEED_WRITE };

enum opt_type {
	OPT_END,
	OPT_FLAG,	/* bool, no argument */
	OPT_STR,	/* const char * */
	OPT_INT,	/* int, 0 or more */
	OPT_LIST,	/* struct opt_list, may be given again and again */
};

struct opt_list {
	const char	**v;
	int		  n;
};

/* Adds one; the text is not copied. */
void	opt_list_add(struct arena *, struct opt_list *, const char *);

/* An option of a command and where in the command's struct it goes. */
struct opt {
	const char	*name;	/* of the long form */
	char		 letter; /* of the short form, or 0 */
	enum opt_type	 type;
	size_t		 at;	/* offsetof() */
	const char	*arg;	/* name of its argument, for help */
	const char	*help;	/* one line */
};

/* What main() gives every command. */
struct cli {
	struct arena		*arena;	/* lives as long as the run */
	const struct command	*command;
	const char		*file;	/* the database's name */
	struct store		*store;	/* NULL with NEED_NOTHING */
	struct out_opts		 out;
	bool			 zh;	/* say in Chinese what exists in it */
	bool			 quiet;	/* no progress, no last line */
	char			 tally[500]; /* what was done and what not */
};

struct command {
	const char	*name;
	const char	*args;		/* "PATH...", or "" */
	const char	*summary;	/* one line, no full stop */
	enum need	 need;
	int		 min, max;	/* operands; max -1: any number */
	const struct opt *opts;		/* ends with OPT_END; may be NULL */
	size_t		 size;		/* of the struct they fill, zeroed */
	/*
	 * 0, or 1 when there is something to look at, or -1 with err.
	 * Fills in cli->tally.
	 */
	int		 (*run)(struct cli *, const void *opts, int argc,
			    char **argv, struct err *);
};

extern const struct command *const	 commands[]; /* ends with NULL */

/* The command of that name, or NULL. */
const struct command	*command_find(const char *name);

/*
 * Reads the options of cmd from argv, argv[0] being the command's name,
 * into dest and cli; returns the index of the first operand, or -1 with
 * ERR_USAGE.  *help is set when --help was asked for.
 */
int	 opt_parse(const struct command *, struct cli *, void *dest,
	    int argc, char **argv, bool *help, struct err *);

/* "2023", or "2019-2023"; -1 with ERR_USAGE for what is neither. */
int	 opt_years(const char *, struct str *from, struct str *to,
	    struct err *);

/* "usage: …" and one line per option. */
void	 opt_usage(const struct command *, FILE *);

/*
 * Says what was done, in the last line of the run (printf); cli_tally_add()
 * goes on in that line, as each number wants its noun in one or the other
 * form (P_() in cmd/lang.h).
 */
void	 cli_tally(struct cli *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));
void	 cli_tally_add(struct cli *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));

/* Opens the database, which main() closes; for NEED_NOTHING. */
int	 cli_open(struct cli *, enum store_mode, struct err *);

/*
 * The same with the corrections of filers' errors laid over the figures,
 * and the findings as they would be then; rows that are printed say so.
 * Nothing of that is kept.
 */
int	 cli_open_corrected(struct cli *, struct err *);

/*
 * A line on standard error, "nianbao: …", its control characters taken
 * out: what is in it may come from a document.
 */
void	 cli_say(const char *, ...) __attribute__((format(printf, 1, 2)));

#endif
