#include <config.h>

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"

/* Options that every command has; those of the command come after them. */
struct common {
	const char	*file, *format;
	bool		 excel, quiet, help;
};

static const struct opt common_opts[] = {
	{ "database", 'd', OPT_STR, offsetof(struct common, file), "FILE",
	    N_("the database (else $NIANBAO_DB, else nianbao.db)") },
	{ "format", 'f', OPT_STR, offsetof(struct common, format), "FORMAT",
	    N_("table, csv, tsv, json, ndjson, md or html") },
	{ "excel", 0, OPT_FLAG, offsetof(struct common, excel), NULL,
	    N_("CSV with a byte order mark and no formulas") },
	{ "quiet", 'q', OPT_FLAG, offsetof(struct common, quiet), NULL,
	    N_("no progress and no last line") },
	{ "help", 'h', OPT_FLAG, offsetof(struct common, help), NULL,
	    N_("this help") },
	{ 0 }
};

#define NCOMMON	(sizeof(common_opts) / sizeof(common_opts[0]) - 1)

/* getopt_long()'s values of options: our index, clear of all letters. */
#define VALUE(i)	(UCHAR_MAX + 1 + (int)(i))

struct parser {
	struct arena		*arena;
	const struct opt	*own;
	size_t			 nown;
	struct common		 common;
	char			*dest;
};

static const struct opt *
opt_at(const struct parser *p, size_t i)
{
	return i < NCOMMON ? &common_opts[i] : &p->own[i - NCOMMON];
}

void
opt_list_add(struct arena *a, struct opt_list *l, const char *s)
{
	const char	**v = arena_alloc(a, (size_t)l->n + 1, sizeof(*v));

	if (l->n > 0)
		memcpy(v, l->v, (size_t)l->n * sizeof(*v));
	v[l->n] = s;
	l->v = v;
	l->n++;
}

static int
opt_set(struct parser *p, size_t i, const char *arg, struct err *e)
{
	const struct opt	*o = opt_at(p, i);
	char	*base = i < NCOMMON ? (char *)&p->common : p->dest;
	void	*to = base + o->at;
	char	*end;
	long	 n;

	switch (o->type) {
	case OPT_FLAG:
		*(bool *)to = true;
		break;
	case OPT_STR:
		*(const char **)to = arg;
		break;
	case OPT_INT:
		errno = 0;
		n = strtol(arg, &end, 10);
		if (*arg < '0' || *arg > '9' || *end != '\0' || errno != 0 ||
		    n > INT_MAX)
			return err_set(e, ERR_USAGE,
			    _("--%s wants a number, not '%s'"), o->name, arg);
		*(int *)to = (int)n;
		break;
	case OPT_LIST:
		opt_list_add(p->arena, to, arg);
		break;
	case OPT_END:
		break;
	}
	return 0;
}

/* Our options as getopt_long() wants them. */
static void
getopt_tables(const struct parser *p, struct option *longs, char *shorts)
{
	*shorts++ = ':';
	for (size_t i = 0; i < NCOMMON + p->nown; i++) {
		const struct opt	*o = opt_at(p, i);
		bool			 arg = o->type != OPT_FLAG;

		longs[i] = (struct option){ o->name,
		    arg ? required_argument : no_argument, NULL, VALUE(i) };
		if (o->letter != 0) {
			*shorts++ = o->letter;
			if (arg)
				*shorts++ = ':';
		}
	}
	*shorts = '\0';
}

static size_t
opt_index(const struct parser *p, int c)
{
	if (c > UCHAR_MAX)
		return (size_t)(c - VALUE(0));
	for (size_t i = 0; i < NCOMMON + p->nown; i++)
		if (opt_at(p, i)->letter == c)
			return i;
	return 0;
}

/* Of the terminal that answers go to; 0: they go elsewhere. */
static size_t
terminal_width(void)
{
	const char	*env = getenv("COLUMNS");
	struct winsize	 w;
	long		 n;

	if (!isatty(STDOUT_FILENO))
		return 0;
	if (env != NULL && (n = strtol(env, NULL, 10)) > 0)
		return (size_t)n;
	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 ? w.ws_col : 0;
}

static int
common_apply(const struct common *c, struct cli *cli, struct err *e)
{
	const char	*env = getenv("NIANBAO_DB");
	int		 f;

	cli->file = c->file != NULL ? c->file :
	    env != NULL && *env != '\0' ? env : "nianbao.db";
	cli->quiet = c->quiet;
	cli->out.excel = c->excel;
	cli->out.width = terminal_width();
	cli->out.format = c->excel ? OUT_CSV : OUT_TABLE;
	if (c->format == NULL)
		return 0;
	if ((f = out_format(c->format)) < 0)
		return err_set(e, ERR_USAGE, _("there is no format '%s'"),
		    c->format);
	if (c->excel && f != OUT_CSV)
		return err_set(e, ERR_USAGE, _("--excel is a kind of -f csv"));
	cli->out.format = (enum out_format)f;
	return 0;
}

int
opt_parse(const struct command *cmd, struct cli *cli, void *dest, int argc,
    char **argv, bool *help, struct err *e)
{
	struct parser	 p = { .arena = cli->arena, .own = cmd->opts,
			    .dest = dest };
	struct option	*longs;
	char		*shorts;
	int		 c;

	while (p.own != NULL && p.own[p.nown].type != OPT_END)
		p.nown++;
	longs = arena_alloc(cli->arena, NCOMMON + p.nown + 1, sizeof(*longs));
	shorts = arena_alloc(cli->arena, NCOMMON + p.nown + 1, 2);
	getopt_tables(&p, longs, shorts);
	opterr = 0;
	while ((c = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (c == ':')
			return err_set(e, ERR_USAGE, _("%s wants an argument"),
			    argv[optind - 1]);
		if (c == '?' && optopt > 0 && optopt <= UCHAR_MAX)
			return err_set(e, ERR_USAGE,
			    _("there is no option -%c"), optopt);
		if (c == '?')
			return err_set(e, ERR_USAGE,
			    _("there is no option %s like that"),
			    argv[optind - 1]);
		if (opt_set(&p, opt_index(&p, c), optarg, e) < 0)
			return -1;
	}
	*help = p.common.help;
	if (*help)
		return optind;
	if (argc - optind < cmd->min)
		return err_set(e, ERR_USAGE, _("something is missing: %s"),
		    cmd->args);
	if (cmd->max >= 0 && argc - optind > cmd->max)
		return err_set(e, ERR_USAGE, _("what is '%s' for?"),
		    argv[optind + cmd->max]);
	return common_apply(&p.common, cli, e) < 0 ? -1 : optind;
}

int
opt_years(const char *arg, struct str *from, struct str *to, struct err *e)
{
	struct str	 s = str_of(arg);
	bool		 good = s.n == 4 || (s.n == 9 && s.p[4] == '-');

	for (size_t i = 0; i < s.n; i++)
		good = good && (i == 4 || (s.p[i] >= '0' && s.p[i] <= '9'));
	if (good) {
		*from = str_sub(s, 0, 4);
		*to = str_from(s, s.n - 4);
		good = str_cmp(*from, *to) <= 0;
	}
	return good ? 0 : err_set(e, ERR_USAGE, _("--year wants 2023 or "
	    "2019-2023, not '%s'"), arg);
}

static void
usage_opts(const struct opt *o, FILE *f)
{
	for (; o->type != OPT_END; o++) {
		int	 n;

		n = o->letter != 0 ? fprintf(f, "  -%c, ", o->letter) :
		    fprintf(f, "      ");
		n += fprintf(f, "--%s", o->name);
		if (o->arg != NULL)
			n += fprintf(f, " %s", o->arg);
		fprintf(f, "%*s%s\n", n < 26 ? 26 - n : 1, "", _(o->help));
	}
}

void
opt_usage(const struct command *cmd, FILE *f)
{
	fprintf(f, _("usage: nianbao %s [options]%s%s\n"), cmd->name,
	    *cmd->args != '\0' ? " " : "", cmd->args);
	fprintf(f, _("%s.\n\n"), _(cmd->summary));
	if (cmd->opts != NULL)
		usage_opts(cmd->opts, f);
	usage_opts(common_opts, f);
}
