#include <config.h>

#include <gumbo.h>
#include <string.h>

#include "base/arena.h"
#include "read/html_parse.h"
#include "read/html_tag.h"

static void *
parse_alloc(void *arena, size_t n)
{
	return arena_alloc(arena, 1, n);
}

static void
parse_free(void *arena, void *p)
{
	(void)arena;
	(void)p;
}

static const GumboNode *
node(const struct html_node *n)
{
	return (const GumboNode *)(const void *)n;
}

static const struct html_node *
ours(const GumboNode *n)
{
	return (const struct html_node *)(const void *)n;
}

const struct html_node *
html_parse(struct arena *a, struct str markup)
{
	GumboOptions	 o = kGumboDefaultOptions;

	o.allocator = parse_alloc;
	o.deallocator = parse_free;
	o.userdata = a;
	o.max_errors = 0;
	return ours(gumbo_parse_with_options(&o, markup.p, markup.n)->root);
}

static const GumboVector *
children(const GumboNode *n)
{
	static const GumboVector	 none;

	return n->type == GUMBO_NODE_ELEMENT ||
	    n->type == GUMBO_NODE_TEMPLATE ? &n->v.element.children : &none;
}

const struct html_node *
html_first(const struct html_node *n)
{
	const GumboVector	*v = children(node(n));

	return v->length > 0 ? ours(v->data[0]) : NULL;
}

const struct html_node *
html_next(const struct html_node *h)
{
	const GumboNode		*n = node(h);
	const GumboVector	*v;
	size_t			 i = n->index_within_parent + 1;

	if (n->parent == NULL)
		return NULL;
	v = children(n->parent);
	return i < v->length ? ours(v->data[i]) : NULL;
}

static const struct html_node *
html_up(const struct html_node *n)
{
	return node(n)->parent != NULL ? ours(node(n)->parent) : NULL;
}

enum html_elem
html_elem(const struct html_node *h)
{
	const GumboNode	*n = node(h);

	if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE ||
	    n->type == GUMBO_NODE_CDATA)
		return ELEM_TEXT;
	if (n->type != GUMBO_NODE_ELEMENT)
		return ELEM_OTHER;
	switch (n->v.element.tag) {
	case GUMBO_TAG_P:
	case GUMBO_TAG_DIV:
		return ELEM_PARA;
	case GUMBO_TAG_PRE:
		return ELEM_PRE;
	case GUMBO_TAG_BR:
		return ELEM_BREAK;
	case GUMBO_TAG_H1:
	case GUMBO_TAG_H2:
	case GUMBO_TAG_H3:
	case GUMBO_TAG_H4:
	case GUMBO_TAG_H5:
	case GUMBO_TAG_H6:
		return ELEM_HEADING;
	case GUMBO_TAG_TABLE:
		return ELEM_TABLE;
	case GUMBO_TAG_CAPTION:
		return ELEM_CAPTION;
	case GUMBO_TAG_THEAD:
	case GUMBO_TAG_TBODY:
	case GUMBO_TAG_TFOOT:
		return ELEM_GROUP;
	case GUMBO_TAG_TR:
		return ELEM_ROW;
	case GUMBO_TAG_TD:
	case GUMBO_TAG_TH:
		return ELEM_CELL;
	case GUMBO_TAG_WBR:
		return ELEM_DOUBT;
	default:
		return ELEM_OTHER;
	}
}

int
html_level(const struct html_node *n)
{
	return html_elem(n) != ELEM_HEADING ? 0 :
	    (int)node(n)->v.element.tag - (int)GUMBO_TAG_H1 + 1;
}

int
html_line(const struct html_node *h)
{
	const GumboNode	*n = node(h);

	return (int)(n->type == GUMBO_NODE_ELEMENT ?
	    n->v.element.start_pos.line : n->v.text.start_pos.line);
}

struct str
html_text(const struct html_node *h)
{
	const char	*p = node(h)->v.text.text;

	return (struct str){ p, strlen(p) };
}

int
html_attr(const struct html_node *h, const char *name, int def)
{
	const GumboNode		*n = node(h);
	const GumboAttribute	*at;
	int			 v;

	if (n->type != GUMBO_NODE_ELEMENT)
		return def;
	at = gumbo_get_attribute(&n->v.element.attributes, name);
	if (at == NULL)
		return def;
	v = html_number((struct str){ at->value, strlen(at->value) });
	return v >= 0 ? v : def;
}

bool
html_walk(struct html_walk *w)
{
	const struct html_node	*n;

	if (w->at == NULL) {
		w->at = w->root;
		return w->at != NULL;
	}
	if (!w->leaving) {
		n = w->skip ? NULL : html_first(w->at);
		w->leaving = n == NULL;
		w->at = n != NULL ? n : w->at;
		w->skip = false;
		return true;
	}
	if (w->at == w->root)
		return false;
	n = html_next(w->at);
	w->leaving = n == NULL;
	w->at = n != NULL ? n : html_up(w->at);
	return true;
}
