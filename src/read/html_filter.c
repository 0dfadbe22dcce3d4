#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/html_css.h"
#include "read/html_entity.h"
#include "read/html_filter.h"
#include "read/html_list.h"
#include "read/html_open.h"
#include "read/html_tag.h"

#define DOUBT		"<wbr>"	/* before text that may not show */

/* From the tag of an inline element to its end. */
struct scope {
	char	 name[16];
	int	 n;		/* of that name that are open; 0: none */
	int	 nopen;		/* blocks that were open when it began */
	bool	 in_para;	/* and so was a paragraph */
	bool	 struck;	/* not merely hidden */
};

struct filter {
	struct str	  in;
	size_t		  at;
	struct buf	  out;
	struct html_open  open;
	long		  ntag;
	struct scope	  mute;		/* text in it is dropped */
	struct scope	  shifted;	/* digits in it are no figure's */
	enum shift	  shift;
	bool		  in_para;
	struct html_lists lists;
	struct buf	  label;	/* of an item without text so far */
	bool		  unclosed[HTML_IDS];	/* no end tag to come */
	bool		  blocks;	/* the page has paragraphs */
	struct css	 *css;
	struct html_page *page;
	struct str	  meta_title;
};

static void
count_lines(struct filter *f, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\n' || (s.p[i] == '\r' &&
		    (i + 1 == s.n || s.p[i + 1] != '\n')))
			f->open.nl++;
}

/*
 * Line ends that are owed are not written into the middle of a word; the
 * next one of the page, or the next element, takes them along.
 */
static void
write_text(struct filter *f, struct str s)
{
	enum css_ink	 ink = INK_SHOWN;
	size_t		 i = 0;

	if (s.n == 0)
		return;
	if (f->mute.n > 0 || (ink = css_ink(f->css)) == INK_HIDDEN) {
		count_lines(f, s);
		return;
	}
	if (str_trim(s).n > 0) {
		html_open_other(&f->open);
		if (ink == INK_DOUBT)
			buf_puts(&f->out, DOUBT);
	}
	if (f->label.n > 0 && str_trim(s).n > 0) {
		if (!html_is_numbered(s))
			buf_str(&f->out, buf_text(&f->label));
		buf_clear(&f->label);
	}
	if (f->open.nl > 0) {
		while (i < s.n && s.p[i] != '\n' && s.p[i] != '\r')
			i++;
		if (i < s.n) {
			buf_str(&f->out, str_sub(s, 0, i));
			for (; f->open.nl > 0; f->open.nl--)
				buf_puts(&f->out, "\n");
			s = str_from(s, i);
		}
	}
	shift_put(&f->out, s, f->shifted.n > 0 ? f->shift : SHIFT_NONE);
}

/* What somebody has filled in, as text. */
static void
write_value(struct filter *f, const struct html_attrs *a, struct str v)
{
	enum css_ink	 ink = css_ink(f->css);

	if (f->mute.n > 0 || a->hidden || a->struck || ink == INK_HIDDEN)
		return;
	html_open_other(&f->open);
	if (ink == INK_DOUBT)
		buf_puts(&f->out, DOUBT);
	for (size_t i = 0; i < v.n; i++)
		if (v.p[i] == '<')
			buf_puts(&f->out, "&lt;");
		else if (v.p[i] == '\n' || v.p[i] == '\r')
			buf_puts(&f->out, " ");
		else
			buf_add(&f->out, v.p + i, 1);
}

/* The value of a field of a form. */
static void
write_input(struct filter *f, const struct html_attrs *a)
{
	static const char *const	 other[] = {
		"hidden", "button", "submit", "reset", "image", "checkbox",
		"radio", "password", "file", "search",
	};

	for (size_t i = 0; i < sizeof(other) / sizeof(other[0]); i++)
		if (html_same(a->type, other[i]))
			return;
	write_value(f, a, a->value);
}

/*
 * The one of a choice that is made; where none is, the first shows, unless
 * a script has seen to it.
 */
static void
write_choice(struct filter *f, struct str content)
{
	struct html_tag	 g;
	struct str	 one = STR(""), first = STR("");
	size_t		 at = 0, from;
	int		 chosen = 0, n = 0;

	while ((at = str_find(content, STR("<"), at)) != STR_NONE) {
		if (!html_tag(content, &at, &g)) {
			at++;
			continue;
		}
		if (g.end || strcmp(g.name, "option") != 0)
			continue;
		from = at;
		at = str_find(content, STR("<"), at);
		at = at == STR_NONE ? content.n : at;
		if (n++ == 0)
			first = str_sub(content, from, at - from);
		if (g.attrs.selected && chosen++ == 0)
			one = str_sub(content, from, at - from);
	}
	if (n == 0 || f->mute.n > 0)
		return;
	html_open_other(&f->open);
	if (chosen != 1)
		buf_puts(&f->out, DOUBT);
	buf_str(&f->out, chosen == 1 ? one : first);
}

static int
open_table(struct filter *f, const struct html_tag *g, struct err *e)
{
	if (f->open.nopen == LIMIT_NEST || f->open.ntable == LIMIT_NEST / 4)
		return err_set(e, ERR_LIMIT,
		    "more than %d elements in one another", LIMIT_NEST);
	f->open.open[f->open.nopen++] = 't';
	f->open.ntable++;
	html_open_start(&f->open, g, "table");
	return 0;
}

static void
close_table(struct filter *f)
{
	if (f->open.ntable == 0)
		return;
	html_open_pop_cell(&f->open);
	f->open.nopen--;
	f->open.ntable--;
	html_open_tag(&f->open, "table", true);
	buf_puts(&f->out, ">");
}

/* Rows and cells outside any table would lose the bounds between them. */
static int
table_part(struct filter *f, const struct html_tag *g, struct err *e)
{
	static const struct html_tag	 table = { .kind = HTML_TABLE };

	if (f->open.ntable == 0) {
		if (g->end || g->as[0] != 't' || g->as[1] == 'b' ||
		    g->as[1] == 'f') {
			html_open_start(&f->open, &table, "br");
			return 0;
		}
		if (open_table(f, &table, e) < 0)
			return -1;
	}
	html_open_pop_cell(&f->open);
	if (g->end) {
		html_open_tag(&f->open, g->as, true);
		buf_puts(&f->out, ">");
	} else
		html_open_start(&f->open, g, g->as);
	return 0;
}

/* h1 to h6 are not counted: none can be in another. */
static void
block(struct filter *f, const struct html_tag *g)
{
	bool	 counted = g->as[0] != 'h';

	f->blocks = f->blocks || f->open.ntable == 0;
	if (g->end) {
		if (counted && !html_open_pop(&f->open, g->as[0])) {
			html_open_start(&f->open, g, "br");
			return;
		}
		html_open_tag(&f->open, g->as, true);
		buf_puts(&f->out, counted ? ">" : "><br>");
		return;
	}
	if (counted && f->open.nopen == LIMIT_NEST) {
		html_open_start(&f->open, g, "p");
		return;
	}
	if (counted)
		f->open.open[f->open.nopen++] = g->as[0];
	html_open_start(&f->open, g, g->as);
}

/*
 * A block begins or ends, or a part of a table.  Text struck out or hidden
 * may go on over lines and paragraphs; it ends with what it is in, even if
 * its own end tag does not come.  A table is shown though it stands in
 * something hidden, as script may open that.
 */
static void
structural(struct filter *f, const struct html_tag *g)
{
	struct scope	*m = &f->mute;
	bool		 part = g->kind == HTML_PART ||
			    g->attrs.box > BOX_BLOCK || (g->end &&
			    (g->kind == HTML_TABLE || g->kind == HTML_BLOCK));

	f->shifted.n = 0;
	if (g->kind == HTML_BREAK)
		return;
	if ((m->in_para && f->in_para) || (part && f->open.nopen <= m->nopen) ||
	    (g->kind == HTML_TABLE && !g->end && !m->struck))
		m->n = 0;
	f->in_para = g->kind == HTML_PARA && !g->end &&
	    g->attrs.box <= BOX_BLOCK;
}

static void
meta(struct filter *f, const struct html_attrs *a)
{
	if (html_same(a->name, "articletitle") && f->meta_title.n == 0)
		f->meta_title = html_unescape(f->out.arena, a->content);
	else if (html_same(a->name, "pubdate") && f->page->date.n == 0)
		f->page->date = html_unescape(f->out.arena, a->content);
}

/* The content of an element that is not parsed, up to its end tag. */
static bool
take_content(struct filter *f, const struct html_tag *g, struct str *content)
{
	size_t	 end;

	if (g->end || f->unclosed[g->id])
		return false;
	end = html_end_tag(f->in, g->name, f->at);
	if (end == STR_NONE) {
		f->unclosed[g->id] = true;
		if (g->kind != HTML_RAW)
			return false;
		end = f->in.n;
	}
	*content = str_sub(f->in, f->at, end - f->at);
	count_lines(f, *content);
	f->at = end;
	return true;
}

/* Begins, goes on or ends with the tag; begins says that it may begin. */
static void
scope_tag(struct filter *f, struct scope *s, const struct html_tag *g,
    bool begins)
{
	if (s->n > 0) {
		if (strcmp(s->name, g->name) == 0)
			s->n += g->end ? -1 : 1;
	} else if (begins && !g->end) {
		memcpy(s->name, g->name, sizeof(s->name));
		s->n = 1;
		s->nopen = f->open.nopen;
		s->in_para = f->in_para;
	}
}

static void
inline_tag(struct filter *f, const struct html_tag *g)
{
	bool		 struck = g->kind == HTML_STRUCK || g->attrs.struck;
	enum shift	 shift = g->kind == HTML_RAISED ? SHIFT_RAISED :
			    g->kind == HTML_LOWERED ? SHIFT_LOWERED :
			    g->attrs.shift;

	if (f->mute.n == 0)
		f->mute.struck = struck;
	scope_tag(f, &f->mute, g, struck || g->attrs.hidden);
	if (f->shifted.n == 0)
		f->shift = shift;
	scope_tag(f, &f->shifted, g, shift != SHIFT_NONE);
}

/* End tags of the readings that stand above a text may be left out. */
static void
ruby(struct filter *f, const struct html_tag *g)
{
	static const char *const	 above[] = { "rp", "rt", "rtc" };
	bool				 is_above = false;

	for (size_t i = 0; i < sizeof(above) / sizeof(above[0]); i++) {
		is_above |= strcmp(g->name, above[i]) == 0;
		if (strcmp(f->mute.name, above[i]) == 0)
			f->mute.n = 0;
	}
	if (f->mute.n == 0)
		f->mute.struck = true;
	scope_tag(f, &f->mute, g, is_above);
}

static bool
is_list(const struct html_tag *g)
{
	static const char *const	 names[] = { "ol", "ul", "menu",
		"dir" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(g->name, names[i]) == 0)
			return true;
	return false;
}

/* Elements that are no table, and are laid out as parts of one. */
static void
part_of_none(struct filter *f, const struct html_tag *g)
{
	buf_clear(&f->label);
	if (is_list(g))
		html_list(&f->lists, g, f->in, f->at);
	if (!html_open_part(&f->open, g))
		html_open_start(&f->open, g, "br");
	f->blocks = true;
}

/* One that begins a line of its own is parted from what is around it. */
static void
in_line(struct filter *f, const struct html_tag *g)
{
	static const struct html_tag	 plain = { .kind = HTML_BREAK };
	bool				 parted = g->attrs.box == BOX_BLOCK;

	if (g->attrs.item && g->end) {
		html_open_tag(&f->open, "span", true);
		buf_puts(&f->out, ">");
	}
	inline_tag(f, g);
	if (g->attrs.item && !g->end && f->mute.n == 0)
		html_open_start(&f->open, g, "span");
	if (parted && f->mute.n == 0 && !html_open_between(&f->open))
		html_open_start(&f->open, &plain, "br");
}

/* An element whose content is no part of the page as it is. */
static int
with_content(struct filter *f, const struct html_tag *g, struct err *e)
{
	struct str	 content;

	if (!take_content(f, g, &content))
		return 0;
	switch (g->kind) {
	case HTML_FIELD:
		/* Elsewhere it is for what the reader may want to say. */
		if (html_open_in_table(&f->open))
			write_value(f, &g->attrs, content);
		return 0;
	case HTML_CHOICE:
		if (html_open_in_table(&f->open) && !g->attrs.hidden)
			write_choice(f, content);
		return 0;
	case HTML_TITLE:
		if (f->page->title.n == 0)
			f->page->title = str_trim(html_unescape(
			    f->out.arena, content));
		return 0;
	default:
		return strcmp(g->name, "style") != 0 ? 0 :
		    css_add(f->css, content, g->attrs.media, e);
	}
}

/* A paragraph or a break. */
static void
para(struct filter *f, const struct html_tag *g)
{
	f->blocks = f->blocks || (f->open.ntable == 0 &&
	    strcmp(g->name, "body") != 0);
	if (g->end && g->kind == HTML_PARA) {
		html_open_tag(&f->open, g->as, true);
		buf_puts(&f->out, ">");
	} else
		html_open_start(&f->open, g, g->as);
	if (strcmp(g->name, "li") == 0) {
		buf_clear(&f->label);
		if (!g->end)
			html_list_item(&f->lists, g, &f->label);
	}
}

/* A part of the page that the parser will see. */
static int
element(struct filter *f, const struct html_tag *g, struct err *e)
{
	structural(f, g);
	if (f->ntag++ == LIMIT_TAGS)
		return err_set(e, ERR_LIMIT, "more than %d elements",
		    LIMIT_TAGS);
	if (g->attrs.box > BOX_BLOCK) {
		part_of_none(f, g);
		return 0;
	}
	if (g->kind == HTML_BREAK && html_open_between(&f->open))
		return 0;
	if (!g->end)
		html_open_other(&f->open);
	switch (g->kind) {
	case HTML_TABLE:
		if (!g->end)
			return open_table(f, g, e);
		close_table(f);
		return 0;
	case HTML_PART:
		return table_part(f, g, e);
	case HTML_BLOCK:
		if (is_list(g)) {
			buf_clear(&f->label);
			html_list(&f->lists, g, f->in, f->at);
		}
		block(f, g);
		return 0;
	default:
		para(f, g);
		return 0;
	}
}

static int
filter_tag(struct filter *f, const struct html_tag *g, struct err *e)
{
	if (g->attrs.box > BOX_BLOCK)
		return element(f, g, e);
	switch (g->kind) {
	case HTML_INLINE:
	case HTML_STRUCK:
	case HTML_RAISED:
	case HTML_LOWERED:
		in_line(f, g);
		return 0;
	case HTML_RUBY:
		ruby(f, g);
		return 0;
	case HTML_VOID:
		return 0;
	case HTML_FIELD:
	case HTML_CHOICE:
	case HTML_RAW:
	case HTML_SKIP:
	case HTML_TITLE:
		return with_content(f, g, e);
	case HTML_INPUT:
		if (!g->end)
			write_input(f, &g->attrs);
		return 0;
	case HTML_META:
		meta(f, &g->attrs);
		return 0;
	default:
		return element(f, g, e);
	}
}

int
html_filter(struct arena *a, struct str text, struct html_page *page,
    struct err *e)
{
	struct filter	*f = arena_alloc(a, 1, sizeof(*f));
	struct html_tag	 g;
	size_t		 from = 0, was;
	const char	*p;

	memset(page, 0, sizeof(*page));
	f->in = text;
	f->page = page;
	f->css = css_new(a);
	buf_init(&f->out, a);
	f->open.out = &f->out;
	buf_init(&f->label, a);
	while (f->at < text.n) {
		p = memchr(text.p + f->at, '<', text.n - f->at);
		was = f->at = p != NULL ? (size_t)(p - text.p) : text.n;
		if (p == NULL || !html_tag(text, &f->at, &g)) {
			f->at += p != NULL;
			continue;
		}
		write_text(f, str_sub(text, from, was - from));
		if (f->out.n > LIMIT_MARKUP)
			break;
		count_lines(f, str_sub(text, was, f->at - was));
		if (css_tag(f->css, &g, e) < 0 ||
		    (g.name[0] != '\0' && filter_tag(f, &g, e) < 0))
			return -1;
		from = f->at;
	}
	if (f->at == text.n)
		write_text(f, str_from(text, from));
	if (f->out.n > LIMIT_MARKUP)
		return err_set(e, ERR_LIMIT, "more than %u bytes of text",
		    LIMIT_MARKUP);
	page->markup = buf_text(&f->out);
	page->bare = !f->blocks;
	if (str_trim(f->meta_title).n != 0)
		page->title = str_trim(f->meta_title);
	page->date = str_trim(page->date);
	return 0;
}
