#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/nest.h"
#include "read/odf_body.h"
#include "read/odf_list.h"
#include "read/odf_look.h"
#include "read/xml.h"

enum elem {
	E_OTHER,
	E_BREAK, E_CELL, E_COVERED, E_DROPPED, E_HEADING, E_ITEM, E_LIST,
	E_PARA, E_ROW, E_SECTION, E_SPACES, E_SPAN, E_TAB, E_TABLE
};

static const struct {
	const char	*name;
	enum elem	 elem;
} elems[] = {		/* in order of strcmp() */
	{ "office:annotation",		E_DROPPED },
	{ "office:forms",		E_DROPPED },
	{ "office:master-styles",	E_DROPPED },
	{ "table:covered-table-cell",	E_COVERED },
	{ "table:table",		E_TABLE },
	{ "table:table-cell",		E_CELL },
	{ "table:table-row",		E_ROW },
	{ "text:h",			E_HEADING },
	{ "text:hidden-paragraph",	E_DROPPED },
	{ "text:hidden-text",		E_DROPPED },
	{ "text:line-break",		E_BREAK },
	{ "text:list",			E_LIST },
	{ "text:list-item",		E_ITEM },
	{ "text:note",			E_DROPPED },
	{ "text:p",			E_PARA },
	{ "text:ruby-text",		E_DROPPED },
	{ "text:s",			E_SPACES },
	{ "text:section",		E_SECTION },
	{ "text:span",			E_SPAN },
	{ "text:tab",			E_TAB },
	{ "text:tracked-changes",	E_DROPPED },
};

/* Open; text boxes put paragraphs inside paragraphs. */
struct para {
	struct buf	 text;
	struct str	 label;
	int		 line, level;
	struct odf_spans spans;
	struct para	*outer;
};

/* Where the next cell of the open row is, and where the last one ended. */
struct place {
	int		 col, end, repeat;
	int		 rows;		/* of them are this one */
	struct place	*outer;
};

struct body {
	struct arena	*arena;
	struct odf_lists *lists;
	struct odf_looks *looks;
	struct nest	*nest;
	struct para	*para, *spare;	/* closed ones, to be used again */
	struct place	*place;
	int		 skip, line;
};

static int
by_name(const void *key, const void *elem)
{
	return strcmp(key, *(const char *const *)elem);
}

static enum elem
elem_of(const char *name)
{
	const void	*p = bsearch(name, elems,
			    sizeof(elems) / sizeof(elems[0]),
			    sizeof(elems[0]), by_name);

	return p == NULL ? E_OTHER : elems[(size_t)((const char *)p -
	    (const char *)elems) / sizeof(elems[0])].elem;
}

/* One that was closed, or a new one; its looks take most of a kilobyte. */
static struct para *
new_para(struct body *b)
{
	struct para	*p = b->spare;
	struct buf	 text;

	if (p == NULL) {
		p = arena_alloc(b->arena, 1, sizeof(*p));
		buf_init(&p->text, b->arena);
		return p;
	}
	b->spare = p->outer;
	text = p->text;
	*p = (struct para){ .text = text };
	return p;
}

static void
open_para(struct body *b, struct xml *x, bool heading)
{
	struct para	*p = new_para(b);
	const char	*plain = xml_attr(x, "text:is-list-header");

	p->line = ++b->line;
	if (heading) {
		p->level = xml_attr_int(x, "text:outline-level", 1);
		p->level = p->level < 1 ? 1 : p->level > 9 ? 9 : p->level;
	}
	p->label = plain != NULL && strcmp(plain, "true") == 0 ? STR("") :
	    odf_list_label(b->lists, p->level);
	p->spans.look = odf_look(b->looks, ODF_PARAGRAPH,
	    xml_attr(x, "text:style-name"), p->spans.look);
	p->outer = b->para;
	b->para = p;
}

static int
put_line(struct body *b, struct err *e)
{
	struct para	*p = b->para;
	struct str	 s = str_cat(b->arena, p->label, buf_text(&p->text));

	p->label = STR("");
	buf_clear(&p->text);
	return nest_para(b->nest, s, p->line, p->level, e);
}

static int
close_para(struct body *b, struct err *e)
{
	struct para	*p;
	int		 ret;

	if (b->para == NULL)
		return 0;
	ret = put_line(b, e);
	p = b->para;
	b->para = p->outer;
	p->outer = b->spare;
	b->spare = p;
	return ret;
}

static int
clamp(int n, int most)
{
	return n < 1 ? 1 : n > most ? most : n;
}

/* ODF 1.3 part 3, 9.1.4: a covered cell takes a place, too. */
static void
open_cell(struct body *b, struct xml *x)
{
	struct place		*at = b->place;
	struct nest_cell	*c = nest_cell(b->nest, b->line + 1);

	if (at == NULL || c == NULL)
		return;
	c->colspan = clamp(xml_attr_int(x, "table:number-columns-spanned", 1),
	    LIMIT_SPAN);
	c->rowspan = clamp(xml_attr_int(x, "table:number-rows-spanned", 1),
	    LIMIT_SPAN);
	at->repeat = clamp(xml_attr_int(x, "table:number-columns-repeated",
	    1), LIMIT_COLUMNS);
	if (at->col > at->end)
		c->before = at->col - at->end;
	at->end = at->col + c->colspan;
	at->col++;
}

/* The same cell again, and the same row. */
static int
close_cell(struct body *b, struct err *e)
{
	struct place	*at = b->place;

	nest_cell_end(b->nest);
	for (; at != NULL && at->repeat > 1; at->repeat--) {
		if (nest_cell_again(b->nest, e) < 0)
			return -1;
		at->end = ++at->col;
	}
	return 0;
}

static int
close_row(struct body *b, struct err *e)
{
	struct place	*at = b->place;

	for (; at != NULL && at->rows > 1; at->rows--)
		if (nest_row_again(b->nest, e) < 0)
			return -1;
	return 0;
}

static int
open_table(struct body *b, struct err *e)
{
	struct place	*p = arena_alloc(b->arena, 1, sizeof(*p));

	p->outer = b->place;
	b->place = p;
	return nest_table(b->nest, b->line + 1, e);
}

static int
open_row(struct body *b, struct xml *x, struct err *e)
{
	if (b->place != NULL) {
		b->place->col = b->place->end = 0;
		b->place->rows = clamp(xml_attr_int(x,
		    "table:number-rows-repeated", 1), LIMIT_SLOTS);
	}
	return nest_row(b->nest, b->line + 1, e);
}

static bool
is_hidden(const struct xml *x)
{
	const char	*v = xml_attr(x, "text:display");

	return v != NULL && strcmp(v, "none") == 0;
}

/* Inside a paragraph. */
static int
inline_start(struct body *b, struct xml *x, enum elem el, struct err *e)
{
	struct para	*p = b->para;

	if (el == E_SPAN)
		odf_span_open(&p->spans, b->looks, ODF_TEXT,
		    xml_attr(x, "text:style-name"));
	else if (p->spans.look.hidden)
		return 0;
	else if (el == E_SPACES)
		buf_puts(&p->text, " ");
	else if (el == E_TAB)
		buf_puts(&p->text, "\t");
	else if (el == E_BREAK)
		return put_line(b, e);
	return 0;
}

static int
text_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct body	*b = ctx;
	enum elem	 el = elem_of(name);

	if (b->skip > 0 || el == E_DROPPED ||
	    (el == E_SECTION && is_hidden(x))) {
		b->skip++;
		return 0;
	}
	switch (el) {
	case E_PARA:
	case E_HEADING:
		open_para(b, x, el == E_HEADING);
		return 0;
	case E_LIST:
		odf_list_open(b->lists, x);
		return 0;
	case E_ITEM:
		odf_list_item(b->lists, x);
		return 0;
	case E_TABLE:
		return open_table(b, e);
	case E_ROW:
		return open_row(b, x, e);
	case E_CELL:
		open_cell(b, x);
		return 0;
	case E_COVERED:
		if (b->place != NULL)
			b->place->col += clamp(xml_attr_int(x,
			    "table:number-columns-repeated", 1),
			    LIMIT_COLUMNS);
		b->skip++;
		return 0;
	default:
		break;
	}
	if (b->para != NULL)
		return inline_start(b, x, el, e);
	odf_lists_style(b->lists, x, name);
	return odf_looks_style(b->looks, x, name, e);
}

static int
text_end(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct body	*b = ctx;

	(void)x;
	if (b->skip > 0) {
		b->skip--;
		return 0;
	}
	switch (elem_of(name)) {
	case E_PARA:
	case E_HEADING:
		return close_para(b, e);
	case E_SPAN:
		if (b->para != NULL)
			odf_span_close(&b->para->spans);
		return 0;
	case E_LIST:
		odf_list_close(b->lists);
		return 0;
	case E_CELL:
		return close_cell(b, e);
	case E_ROW:
		return close_row(b, e);
	case E_TABLE:
		if (b->place != NULL)
			b->place = b->place->outer;
		return nest_table_end(b->nest, e);
	default:
		return 0;
	}
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* White space is collapsed (6.1.2); what is to stay is an element. */
static int
text_text(struct xml *x, struct str s, void *ctx, struct err *e)
{
	struct body	*b = ctx;
	struct buf	*t;
	size_t		 from;

	(void)x;
	(void)e;
	if (b->skip > 0 || b->para == NULL || b->para->spans.look.hidden)
		return 0;
	t = &b->para->text;
	for (size_t i = 0; i < s.n; ) {
		from = i;
		while (i < s.n && !is_blank(s.p[i]))
			i++;
		shift_put(t, str_sub(s, from, i - from),
		    b->para->spans.look.shift);
		if (i < s.n && t->n > 0 && t->p[t->n - 1] != ' ')
			buf_puts(t, " ");
		i += i < s.n;
	}
	return 0;
}

int
odf_text(struct arena *a, struct bytes in, struct odf_lists *lists,
    struct odf_looks *looks, struct doc *d, struct err *e)
{
	static const struct xml_events	 events = {
		text_start, text_end, text_text
	};
	struct body			*b = arena_alloc(a, 1, sizeof(*b));

	b->arena = a;
	b->lists = lists;
	b->looks = looks;
	b->nest = nest_new(a, d);
	if (xml_parse(in, &events, b, e) < 0)
		return -1;
	return nest_end(b->nest, e);
}
