#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "read/html_open.h"
#include "read/html_tag.h"

static const struct {
	char		 letter;
	const char	*as;
} parts[] = {
	[BOX_GROUP] = { 'g', "tbody" },
	[BOX_ROW] = { 'r', "tr" },
	[BOX_CELL] = { 'c', "td" },
};

void
html_open_tag(struct html_open *o, const char *name, bool end)
{
	for (; o->nl > 0; o->nl--)
		buf_puts(o->out, "\n");
	buf_puts(o->out, end ? "</" : "<");
	buf_puts(o->out, name);
}

static void
write_span(struct html_open *o, const char *name, struct str value)
{
	int	 n = html_number(value);

	if (n >= 0 && n != 1)
		buf_printf(o->out, " %s=%d", name, n);
}

/* What html_made.h asks for. */
static void
write_places(struct html_open *o, const struct html_tag *g)
{
	const struct html_attrs	*a = &g->attrs;
	bool			 term = strcmp(g->name, "dt") == 0;

	if (a->columns > 0)
		buf_printf(o->out, " columns=%d", a->columns);
	if (a->across != 0 && a->across != 1)
		buf_printf(o->out, " colspan=%d", a->across < 0 ? 0 :
		    a->across);
	if (a->down != 0 && a->down != 1)
		buf_printf(o->out, " rowspan=%d", a->down < 0 ? 0 : a->down);
	if (strcmp(g->name, "dl") == 0)
		buf_puts(o->out, " terms=1");
	if (term || strcmp(g->name, "dd") == 0)
		buf_printf(o->out, " term=%d", term ? 1 : 2);
}

void
html_open_start(struct html_open *o, const struct html_tag *g,
    const char *as)
{
	html_open_tag(o, as, false);
	if (g->kind == HTML_PART) {
		write_span(o, "rowspan", g->attrs.rowspan);
		write_span(o, "colspan", g->attrs.colspan);
	} else
		write_places(o, g);
	if (g->attrs.hidden || g->attrs.struck)
		buf_puts(o->out, " hidden=1");
	else if (g->attrs.blank)
		buf_puts(o->out, " hidden=2");
	else if (g->attrs.veiled)
		buf_puts(o->out, " hidden=3");
	buf_puts(o->out, ">");
}

static char
top(const struct html_open *o)
{
	return o->nopen > 0 ? o->open[o->nopen - 1] : '\0';
}

/* The parser would not look for the end of a block outside of a table. */
static void
pop_to(struct html_open *o, int n)
{
	while (o->nopen > n)
		if (o->open[--o->nopen] == 'T') {
			html_open_tag(o, "table", true);
			buf_puts(o->out, ">");
		}
}

static int
find(const struct html_open *o, char letter)
{
	int	 i = o->nopen;

	while (i > 0 && o->open[i - 1] != 't' && o->open[i - 1] != letter)
		i--;
	return i > 0 && o->open[i - 1] == letter ? i : 0;
}

bool
html_open_pop(struct html_open *o, char letter)
{
	int	 i = find(o, letter);

	if (i == 0)
		return false;
	pop_to(o, i);
	pop_to(o, i - 1);
	return true;
}

void
html_open_pop_cell(struct html_open *o)
{
	int	 i = o->nopen;

	while (i > 0 && o->open[i - 1] != 't')
		i--;
	pop_to(o, i);
}

static void
push(struct html_open *o, char letter, const char *name)
{
	html_open_tag(o, name, false);
	buf_puts(o->out, ">");
	o->open[o->nopen++] = letter;
}

bool
html_open_between(const struct html_open *o)
{
	return strchr("TgrR", top(o)) != NULL && o->nopen > 0;
}

bool
html_open_in_table(const struct html_open *o)
{
	return o->ntable > 0 || memchr(o->open, 'T', (size_t)o->nopen) !=
	    NULL;
}

void
html_open_other(struct html_open *o)
{
	while (top(o) == 'T' || top(o) == 'g' || top(o) == 'R')
		pop_to(o, o->nopen - 1);
	if (top(o) == 'r' && o->nopen < LIMIT_NEST)
		push(o, 'a', "td");
}

/* Where a row or a group may begin; parts left open before it end. */
static void
begin_rows(struct html_open *o)
{
	if (top(o) == 'a')
		o->nopen--;
	if (top(o) == 'r' || top(o) == 'R')
		o->nopen--;
	if (top(o) != 'T' && top(o) != 'g')
		push(o, 'T', "table");
}

static void
begin_part(struct html_open *o, const struct html_tag *g)
{
	if (g->attrs.box == BOX_CELL) {
		/* Items of lists end where the next one begins. */
		if (top(o) == 'a' || (top(o) == 'c' &&
		    g->kind == HTML_PARA))
			o->nopen--;
		if (top(o) != 'r' && top(o) != 'R') {
			begin_rows(o);
			push(o, 'R', "tr");
		}
	} else {
		if (g->kind == HTML_PARA && top(o) == 'c' &&
		    o->nopen > 1 && o->open[o->nopen - 2] == 'r')
			o->nopen--;
		begin_rows(o);
		if (g->attrs.box == BOX_GROUP && top(o) == 'g')
			o->nopen--;
	}
	html_open_start(o, g, parts[g->attrs.box].as);
	o->open[o->nopen++] = parts[g->attrs.box].letter;
}

bool
html_open_part(struct html_open *o, const struct html_tag *g)
{
	if (g->end) {
		html_open_pop(o, parts[g->attrs.box].letter);
		return true;
	}
	if (o->nopen + 3 > LIMIT_NEST)
		return false;
	begin_part(o, g);
	return true;
}
