#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/known.h"
#include "cmd/lang.h"
#include "cmd/rows.h"
#include "form/form.h"
#include "form/place.h"

static struct str
meaning_of(const struct canned *c, const char *param)
{
	for (int i = 0; i < c->nparam; i++)
		if (str_eq(c->param[i].name, str_of(param)))
			return c->param[i].meaning;
	return STR("");
}

/* 1, 0 or -1, as all of these. */
static int
is_level(struct cli *cli, const struct canned *c, const char *param,
    struct str value, struct err *e)
{
	(void)cli, (void)c, (void)param, (void)e;
	return level_named(value) != LEVEL_UNKNOWN;
}

static int
is_kind(struct cli *cli, const struct canned *c, const char *param,
    struct str value, struct err *e)
{
	(void)cli, (void)c, (void)param, (void)e;
	return organ_kind_of(value) != ORGAN_UNKNOWN;
}

static int
is_form(struct cli *cli, const struct canned *c, const char *param,
    struct str value, struct err *e)
{
	(void)cli, (void)c, (void)param, (void)e;
	for (enum form_id f = FORM_NONE; f < FORM__N; f++)
		if (str_eq(value, str_of(form_name(f))))
			return 1;
	return 0;
}

/* One of the words of its meaning, which are parted by commas. */
static int
is_listed(struct cli *cli, const struct canned *c, const char *param,
    struct str value, struct err *e)
{
	struct str	 rest = meaning_of(c, param), word;

	(void)cli, (void)e;
	if (str_starts(rest, STR("one of ")))
		rest = str_from(rest, sizeof "one of " - 1);
	while (str_field(&rest, ',', &word)) {
		size_t	 note = str_find(word, STR(" ("), 0);

		word = str_trim(note == STR_NONE ? word :
		    str_sub(word, 0, note));
		if (str_eq(word, value))
			return 1;
	}
	return 0;
}

static int
is_severity(struct cli *cli, const struct canned *c, const char *param,
    struct str value, struct err *e)
{
	static const char *const words[] = { "error", "warning", "notice",
	    "info" };

	(void)cli, (void)c, (void)param, (void)e;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_eq(value, str_of(words[i])))
			return 1;
	return 0;
}

static int
is_stored(struct cli *cli, const char *sql, struct str value, struct err *e)
{
	struct query	*q;
	int		 r;

	if (rows_open(cli, sql, &q, e) < 0)
		return -1;
	if ((r = query_bind_text(q, "name", value, e)) == 0)
		r = query_step(q, e);
	query_close(q);
	return r;
}

static int
is_item(struct cli *cli, const struct canned *c, const char *param,
    struct str value, struct err *e)
{
	(void)c, (void)param;
	return is_stored(cli, "known_item", value, e);
}

static int
is_rule(struct cli *cli, const struct canned *c, const char *param,
    struct str value, struct err *e)
{
	(void)c, (void)param;
	return is_stored(cli, "known_rule", value, e);
}

static const struct {
	const char	*param;
	int		(*is)(struct cli *, const struct canned *,
			    const char *, struct str, struct err *);
} known[] = {
	{ "level", is_level },
	{ "kind", is_kind },
	{ "form", is_form },
	{ "severity", is_severity },
	{ "item", is_item },
	{ "rule", is_rule },
	{ "measure", is_listed },
	{ "concept", is_listed },
};

int
known_param(struct cli *cli, const struct canned *c, const char *param,
    struct str value, struct err *e)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		int	 r;

		if (value.n == 0 || strcmp(known[i].param, param) != 0)
			continue;
		if ((r = known[i].is(cli, c, param, value, e)) == 0)
			return err_set(e, ERR_USAGE, _("there is no %s '%.*s' "
			    "for the query %.*s: %.*s"), param, STR_ARG(value),
			    STR_ARG(c->name), STR_ARG(meaning_of(c, param)));
		return r < 0 ? -1 : 0;
	}
	return 0;
}
