/*
 * Tables of MediaWiki:
 *
 *	{| class="wikitable"		a table begins
 *	|+ caption
 *	|-				a row begins
 *	! head !! colspan=2 | head
 *	|-
 *	| rowspan="2" | cell || cell
 *	| cell				goes on over lines
 *	|}				the table ends
 *
 * A table in a cell of another is one of its own, in front of that.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/html_tag.h"
#include "read/text.h"

#define WIKI_DEPTH	8	/* tables in one another */

struct wiki {
	struct grid	*g;
	int		 line;		/* of the table, */
	int		 at;		/* and of the cell */
	struct buf	 cell;
	int		 rowspan, colspan;
	bool		 open;		/* a cell is */
	bool		 row;		/* a row is */
	bool		 doubt, row_doubt, cell_doubt;
};

/* Whether what has such attributes may not show. */
static bool
hides(struct str attrs)
{
	struct str	 style;

	return html_attr_of(attrs, STR("hidden"), &style) ||
	    (html_attr_of(attrs, STR("style"), &style) &&
	    (str_has(style, STR("none")) || str_has(style, STR("hidden")) ||
	    str_has(style, STR("white")) || str_has(style, STR("opacity")) ||
	    str_has(style, STR("through"))));
}

static int
span_of(struct str attrs, struct str name)
{
	struct str	 value;
	int		 n = html_attr_of(attrs, name, &value) ?
			    html_number(str_trim(value)) : 1;

	return n < 1 ? 1 : n > LIMIT_SPAN ? LIMIT_SPAN : n;
}

/* The next place of some words, kept until it has been passed. */
struct next {
	struct str	 words;
	size_t		 at;
};

static size_t
next_from(struct next *k, struct str s, size_t from)
{
	if (k->at != STR_NONE && k->at < from)
		k->at = str_find(s, k->words, from);
	return k->at;
}

/* Bytes up to the words of a link "[[page|words]]" that begins there. */
static size_t
link_length(struct str s, size_t at, struct next *bar, struct next *end)
{
	size_t	 words = next_from(bar, s, at + 2);

	return words != STR_NONE && words < next_from(end, s, at + 2) ?
	    words + 1 - at : 2;
}

/* Marks of emphasis, [[page|words]] and notes taken out. */
static struct str
plain(struct arena *a, struct str s)
{
	struct next	 bar = { STR("|"), 0 }, link = { STR("]]"), 0 };
	struct next	 note = { STR("</ref>"), 0 };
	struct buf	 b;

	buf_init(&b, a);
	for (size_t i = 0, n; i < s.n; i += n) {
		struct str	 rest = str_from(s, i);

		n = 1;
		if (str_starts(rest, STR("''"))) {
			while (n < rest.n && rest.p[n] == '\'')
				n++;
		} else if (str_starts(rest, STR("<ref")) &&
		    next_from(&note, s, i + 4) != STR_NONE) {
			n = note.at + note.words.n - i;
		} else if (str_starts(rest, STR("[["))) {
			n = link_length(s, i, &bar, &link);
		} else if (str_starts(rest, STR("]]"))) {
			n = 2;
		} else if (str_starts(rest, STR("&nbsp;"))) {
			n = 6;
			buf_puts(&b, " ");
		} else
			buf_add(&b, rest.p, 1);
	}
	return text_plain(a, buf_text(&b));
}

static int
end_cell(struct text *t, struct wiki *w, struct err *e)
{
	struct str	 s;

	if (!w->open)
		return 0;
	w->open = false;
	if (!w->row && grid_row(w->g, e) < 0)
		return -1;
	w->row = true;
	s = plain(t->arena, str_trim(buf_text(&w->cell)));
	if (s.n > LIMIT_CELL)
		return err_set(e, ERR_LIMIT, "a cell of more than %d bytes",
		    LIMIT_CELL);
	if (grid_cell(w->g, s, w->at, w->rowspan, w->colspan, e) < 0)
		return -1;
	/* What a template makes of its words is not known. */
	grid_at(w->g, w->g->nrow - 1, w->g->at - 1)->doubtful = w->doubt ||
	    w->row_doubt || w->cell_doubt || str_has(s, STR("{{"));
	return 0;
}

/*
 * The bar behind attributes, if there is one before links and templates,
 * which have bars of their own.
 */
static size_t
bar_in(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '|')
			return i;
		if (i + 1 < s.n && s.p[i] == s.p[i + 1] &&
		    (s.p[i] == '[' || s.p[i] == '{'))
			break;
	}
	return STR_NONE;
}

/* "attributes | words", or words. */
static void
begin_cell(struct text *t, struct wiki *w, struct str s, int line)
{
	size_t		 bar = bar_in(s);
	struct str	 attrs = bar != STR_NONE ? str_sub(s, 0, bar) :
			    STR("");

	buf_init(&w->cell, t->arena);
	w->open = true;
	w->at = line;
	w->rowspan = span_of(attrs, STR("rowspan"));
	w->colspan = span_of(attrs, STR("colspan"));
	/* A wiki drops what it does not understand in front of a bar. */
	w->cell_doubt = hides(attrs) || (str_trim(attrs).n > 0 &&
	    memchr(attrs.p, '=', attrs.n) == NULL);
	buf_str(&w->cell, w->cell_doubt ? s :
	    str_from(s, bar != STR_NONE ? bar + 1 : 0));
}

/* Where the next cell of the line begins, of which the mark has two bytes. */
static size_t
next_mark(struct str s, bool heads)
{
	for (size_t i = 0; i + 1 < s.n; i++)
		if ((s.p[i] == '|' && s.p[i + 1] == '|') ||
		    (heads && s.p[i] == '!' && s.p[i + 1] == '!'))
			return i;
	return STR_NONE;
}

static int
put_cells(struct text *t, struct wiki *w, struct str s, int line,
    struct err *e)
{
	bool	 heads = s.p[0] == '!';
	size_t	 end;

	for (s = str_from(s, 1);; s = str_from(s, end + 2)) {
		end = next_mark(s, heads);
		if (end_cell(t, w, e) < 0)
			return -1;
		begin_cell(t, w, end == STR_NONE ? s : str_sub(s, 0, end),
		    line);
		if (end == STR_NONE)
			return 0;
	}
}

static int
end_table(struct text *t, struct wiki *w, struct err *e)
{
	if (end_cell(t, w, e) < 0 || text_count(t, e) < 0)
		return -1;
	return doc_table(t->doc, w->g, w->line, e);
}

static int
put_line(struct text *t, struct wiki *w, const struct line *l, struct err *e)
{
	struct str	 s = l->text;

	if (str_starts(s, STR("|+"))) {
		size_t	 bar = bar_in(str_from(s, 2));

		if (end_cell(t, w, e) < 0)
			return -1;
		s = str_from(s, bar == STR_NONE ? 2 : bar + 3);
		return doc_para(t->doc, plain(t->arena, str_trim(s)), l->no,
		    e);
	}
	if (str_starts(s, STR("|-"))) {
		if (end_cell(t, w, e) < 0)
			return -1;
		w->row = false;
		w->row_doubt = hides(str_from(s, 2));
		return 0;
	}
	if (s.p[0] == '|' || s.p[0] == '!')
		return put_cells(t, w, s, l->no, e);
	if (w->open) {
		buf_puts(&w->cell, "\n");
		buf_str(&w->cell, s);
	}
	return 0;
}

static void
begin_table(struct text *t, struct wiki *w, const struct line *l)
{
	*w = (struct wiki){ .g = grid_new(t->arena), .line = l->no };
	w->doubt = hides(str_from(l->text, 2));
}

long
text_wiki(struct text *t, size_t at, struct err *e)
{
	struct wiki	 open[WIKI_DEPTH];
	struct str	 words;
	int		 n = 0;
	size_t		 i;

	if (!str_starts(t->line[at].text, STR("{|")))
		return 0;
	for (i = at; i < t->n; i++) {
		const struct line	*l = &t->line[i];

		if (str_starts(l->text, STR("{|"))) {
			if (n == WIKI_DEPTH)
				return err_set(e, ERR_LIMIT, "more than %d "
				    "tables in one another", WIKI_DEPTH);
			begin_table(t, &open[n++], l);
		} else if (str_starts(l->text, STR("|}"))) {
			if (end_table(t, &open[--n], e) < 0)
				return -1;
			if (n == 0)
				return (long)(i + 1 - at);
		} else if (text_heading(l->text, &words) > 0 &&
		    str_starts(l->text, STR("=")))
			break;		/* the end was forgotten */
		else if (put_line(t, &open[n - 1], l, e) < 0)
			return -1;
	}
	while (n > 0)
		if (end_table(t, &open[--n], e) < 0)
			return -1;
	return (long)(i - at);
}
