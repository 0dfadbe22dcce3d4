#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "cmd/csv.h"
#include "cmd/lang.h"

void
csv_init(struct csv *c, struct str text)
{
	*c = (struct csv){ .rest = text, .next_line = 1 };
	if (str_starts(text, STR("\xef\xbb\xbf")))
		c->rest = str_from(text, 3);
}

static void
csv_push(struct arena *a, struct csv *c, struct str s)
{
	c->field = arena_grow(a, c->field, (size_t)c->nfield, &c->cap,
	    sizeof(*c->field));
	c->field[c->nfield++] = s;
}

/* From behind the opening mark to behind the closing one. */
static int
csv_quoted(struct arena *a, struct csv *c, struct str *field, struct err *e)
{
	struct buf	 b;
	struct str	*s = &c->rest;
	size_t		 i;

	buf_init(&b, a);
	for (i = 0; i < s->n; i++) {
		if (s->p[i] == '"') {
			if (i + 1 >= s->n || s->p[i + 1] != '"')
				break;
			i++;
		}
		c->next_line += s->p[i] == '\n';
		buf_add(&b, s->p + i, 1);
	}
	if (i == s->n)
		return err_set(e, ERR_FORMAT, _("line %d: a quotation mark is "
		    "not closed"), c->line);
	*s = str_from(*s, i + 1);
	*field = buf_text(&b);
	return 0;
}

/* Up to the next comma or line end, of which *end says which. */
static struct str
csv_plain(struct csv *c, char *end)
{
	struct str	*s = &c->rest, field;
	size_t		 i = 0;

	while (i < s->n && s->p[i] != ',' && s->p[i] != '\n')
		i++;
	*end = i < s->n ? s->p[i] : '\0';
	field = str_sub(*s, 0, i);
	if (*end != ',' && field.n > 0 && field.p[field.n - 1] == '\r')
		field.n--;
	*s = str_from(*s, i + (*end != '\0'));
	c->next_line += *end == '\n';
	return field;
}

static int
csv_line(struct arena *a, struct csv *c, struct err *e)
{
	struct str	 field, behind;
	char		 end;

	c->nfield = 0;
	c->line = c->next_line;
	do {
		if (c->rest.n > 0 && c->rest.p[0] == '"') {
			c->rest = str_from(c->rest, 1);
			if (csv_quoted(a, c, &field, e) < 0)
				return -1;
			behind = csv_plain(c, &end);
			if (behind.n > 0)
				field = str_cat(a, field, behind);
		} else
			field = csv_plain(c, &end);
		csv_push(a, c, field);
	} while (end == ',');
	return 0;
}

int
csv_row(struct arena *a, struct csv *c, struct err *e)
{
	while (c->rest.n > 0) {
		if (csv_line(a, c, e) < 0)
			return -1;
		for (int i = 0; i < c->nfield; i++)
			if (str_trim(c->field[i]).n > 0)
				return 1;
	}
	return 0;
}

int
csv_columns(struct arena *a, struct csv *c, const char *const *name, int *at,
    struct err *e)
{
	int	 n, r;

	for (n = 0; name[n] != NULL; n++)
		at[n] = -1;
	if ((r = csv_row(a, c, e)) <= 0)
		return r < 0 ? -1 : err_set(e, ERR_FORMAT, _("it is empty"));
	for (int i = 0; i < c->nfield; i++) {
		struct str	 s = csv_field(c, i);
		int		 j = 0;

		while (j < n && !str_eq(s, str_of(name[j])))
			j++;
		if (j == n)
			return err_set(e, ERR_FORMAT,
			    _("line 1: there is no column '%.*s'"), STR_ARG(s));
		at[j] = i;
	}
	return 0;
}

struct str
csv_field(const struct csv *c, int at)
{
	return at >= 0 && at < c->nfield ? str_trim(c->field[at]) :
	    (struct str){ "", 0 };
}
