#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/embed.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/rows.h"
#include "cmd/said.h"

/* "2019", "2019-03" or "2019-03-15". */
static bool
is_date(const char *s)
{
	static const char	 form[] = "dddd-dd-dd";
	size_t			 n = strlen(s);

	if (n != 4 && n != 7 && n != 10)
		return false;
	for (size_t i = 0; i < n; i++)
		if (form[i] == '-' ? s[i] != '-' : s[i] < '0' || s[i] > '9')
			return false;
	return true;
}

int
said_check(const char *what, const struct said *s, struct err *e)
{
	if (s->reason == NULL || s->by == NULL || *s->reason == '\0' ||
	    *s->by == '\0')
		return err_set(e, ERR_USAGE, _("%s needs --reason and --by"),
		    what);
	if (s->on != NULL && !is_date(s->on))
		return err_set(e, ERR_USAGE, _("--on wants a date: 2019, "
		    "2019-03 or 2019-03-15, not '%s'"), s->on);
	return 0;
}

void
said_values(const struct said *s, struct str v[SAID_VALUES])
{
	v[0] = str_of(s->reason);
	v[1] = str_of(s->by);
	v[2] = str_of(s->on != NULL ? s->on : "");
	v[3] = str_of(s->withdraw ? "1" : "0");
}

int
said_add(struct cli *cli, const char *name, const struct str *v, int n,
    struct err *e)
{
	return query_run(cli->store, embed_text(arena_printf(cli->arena,
	    "cmd/say_%s.sql", name)), v, n, e);
}
