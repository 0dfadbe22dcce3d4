#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/html_css.h"
#include "read/html_sheet.h"
#include "read/html_tag.h"

#define CLASS_BYTES	200	/* of a class attribute */
#define TYPES		8	/* kinds of elements beside one another */
#define INLINE_WEIGHT	10000	/* of what an element says of itself */
#define WHITE		(SAYS_RGB + 0xFFFFFF)

/* An element that is open, with what it has from those around it. */
struct open {
	struct elem	 elem, prev;	/* prev: beside it, if nth > 1 */
	int		 nchild, ntype;
	struct {
		char	 name[16];
		int	 n;
	} type[TYPES];			/* of its children */
	int		 color, ground;
	bool		 sure;		/* both were said in one place */
	bool		 tiny, unseen;	/* by itself, not a block */
	bool		 tiny_doubt, doubt;
	enum html_box	 box;
	int		 columns;
	bool		 item;
};

struct css {
	struct sheet	  sheet;
	struct open	  open[LIMIT_NEST + 1];	/* [0] is around the page */
	int		  nopen;
	long		  steps;	/* that it took to match them */
};

struct css *
css_new(struct arena *a)
{
	struct css	*c = arena_alloc(a, 1, sizeof(*c));

	sheet_init(&c->sheet, a);
	return c;
}

int
css_add(struct css *c, struct str text, struct str media, struct err *err)
{
	return sheet_add(&c->sheet, text, media, err);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static enum fit	 rule_fits(struct css *, const struct rule *, int, int);

static enum fit
least(enum fit a, enum fit b)
{
	return a < b ? a : b;
}

/* The nearest will do, unless more than what is around it is asked of it. */
static enum fit
around_fits(struct css *c, const struct rule *r, int i, int at)
{
	const struct part	*p = r->selector.part;
	enum fit		 best = FIT_NO, one;
	bool			 nearest = true;

	for (int k = 1; k < i; k++)
		nearest = nearest && p[k].joined == ' ';
	while (--at > 0 && best != FIT_YES && c->steps <= LIMIT_CSS_STEPS) {
		one = rule_fits(c, r, i - 1, at);
		best = one > best ? one : best;
		if (nearest && one == FIT_NO && i > 1 &&
		    part_fits(&p[i - 1], &c->open[at].elem, &c->steps) ==
		    FIT_YES)
			break;
	}
	return best;
}

/* What the parts before i ask, where part i is of the element at at. */
static enum fit
rest_fits(struct css *c, const struct rule *r, int i, int at)
{
	const struct part	*p = r->selector.part;
	const struct open	*o = &c->open[at];
	enum fit		 fit;

	if (i == 0)
		return FIT_YES;
	if (p[i].joined == ' ')
		return around_fits(c, r, i, at);
	if (p[i].joined == '>')
		return at > 1 ? rule_fits(c, r, i - 1, at - 1) : FIT_NO;
	if (o->elem.nth < 2)
		return FIT_NO;
	fit = part_fits(&p[i - 1], &o->prev, &c->steps);
	if (i > 1 && (p[i - 1].joined == '+' || p[i - 1].joined == '~'))
		fit = least(fit, FIT_MAYBE);
	else
		fit = least(fit, rest_fits(c, r, i - 1, at));
	/* Only the nearest of those before it is known. */
	if (p[i].joined == '~' && fit == FIT_NO && o->elem.nth > 2)
		fit = FIT_MAYBE;
	return fit;
}

/* The parts up to i; the last of them is of the element at at. */
static enum fit
rule_fits(struct css *c, const struct rule *r, int i, int at)
{
	enum fit	 fit = part_fits(&r->selector.part[i],
			    &c->open[at].elem, &c->steps);

	return fit == FIT_NO ? fit : least(fit, rest_fits(c, r, i, at));
}

/* What goes before what: importance, then weight, then place. */
static void
apply(struct look *to, int64_t best[P__N], const struct look *l,
    int64_t weight, enum fit fit)
{
	for (int p = 0; p < P__N; p++) {
		int64_t	 w = weight + (l->important[p] ?
			    2 * (int64_t)INLINE_WEIGHT * LIMIT_CSS_RULES : 0);

		if (l->says[p] == SAYS_NOTHING || w < best[p] ||
		    (fit == FIT_MAYBE && l->says[p] == to->says[p]))
			continue;
		best[p] = w;
		to->says[p] = fit == FIT_YES ? l->says[p] : SAYS_DOUBT;
	}
}

static void
apply_bucket(struct css *c, unsigned k, struct look *look,
    int64_t best[P__N])
{
	for (const struct rule *r = c->sheet.first[k]; r != NULL; r = r->next) {
		enum fit	 fit = rule_fits(c, r, r->selector.npart - 1,
				    c->nopen);

		if (fit != FIT_NO)
			apply(look, best, &r->look, r->weight, fit);
	}
}

/* All that is said of the innermost element that is open. */
static void
find_look(struct css *c, const struct html_attrs *a, struct look *look)
{
	const struct elem	*e = &c->open[c->nopen].elem;
	int64_t			 best[P__N] = { 0 };
	struct look		 own;
	size_t			 at = 0, from;

	*look = (struct look){ .says = { SAYS_NOTHING } };
	if (a->color.n > 0)
		look->says[P_COLOR] = look_color(a->color);
	if (a->ground.n > 0)
		look->says[P_GROUND] = look_color(a->ground);
	if (c->sheet.nrule > 0) {
		apply_bucket(c, SHEET_ALL, look, best);
		apply_bucket(c, sheet_bucket(str_of(e->name)), look, best);
		apply_bucket(c, sheet_bucket(e->id), look, best);
	}
	while (c->sheet.nrule > 0 && at < e->classes.n) {
		while (at < e->classes.n && is_blank(e->classes.p[at]))
			at++;
		for (from = at; at < e->classes.n &&
		    !is_blank(e->classes.p[at]); )
			at++;
		if (at > from)
			apply_bucket(c, sheet_bucket(str_sub(e->classes, from,
			    at - from)), look, best);
	}
	if (look_read(a->style, &own))
		apply(look, best, &own, (int64_t)INLINE_WEIGHT *
		    LIMIT_CSS_RULES, FIT_YES);
}

/*
 * What is a row, or a cell of one, by its role, or by what such classes are
 * called.
 */
static enum html_box
box_by_name(const struct html_attrs *a, enum html_box parent)
{
	static const struct {
		const char	*name;
		bool		 role;
		enum html_box	 box;
	} known[] = {
		{ "row", true, BOX_ROW }, { "cell", true, BOX_CELL },
		{ "gridcell", true, BOX_CELL },
		{ "columnheader", true, BOX_CELL },
		{ "rowheader", true, BOX_CELL },
		{ "rowgroup", true, BOX_GROUP },
		{ "tr", false, BOX_ROW }, { "td", false, BOX_CELL },
		{ "th", false, BOX_CELL }, { "thead", false, BOX_GROUP },
		{ "tbody", false, BOX_GROUP },
		{ "table-row", false, BOX_ROW },
		{ "table-cell", false, BOX_CELL },
		{ "table-row-group", false, BOX_GROUP },
		{ "table-header-group", false, BOX_GROUP },
		{ "d-table-row", false, BOX_ROW },
		{ "d-table-cell", false, BOX_CELL },
	};

	if (a->role.n == 0 && a->classes.n == 0)
		return BOX_NONE;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (known[i].role ? html_same(a->role, known[i].name) :
		    has_class(a->classes, str_of(known[i].name)))
			return known[i].box == BOX_CELL && parent != BOX_ROW ?
			    BOX_NONE : known[i].box;
	return BOX_NONE;
}

static enum html_box
box_of(const struct html_tag *g, const struct look *l, enum html_box parent)
{
	enum html_box	 box = BOX_NONE, named;

	if (g->kind != HTML_INLINE && g->kind != HTML_PARA &&
	    g->kind != HTML_BLOCK)
		return BOX_NONE;
	switch (l->says[P_DISPLAY]) {
	case SAYS_HIDDEN:
		return BOX_NONE;
	case SAYS_GROUP:
		return BOX_GROUP;
	case SAYS_ROW:
		return BOX_ROW;
	case SAYS_CELL:
		return BOX_CELL;
	case SAYS_BLOCK:
	case SAYS_FLEX:
	case SAYS_GRID:
		box = g->kind == HTML_INLINE ? BOX_BLOCK : BOX_NONE;
		break;
	default:
		break;
	}
	named = box_by_name(&g->attrs, parent);
	return named != BOX_NONE ? named : box;
}

/* Whether what is open is inside of a table, laid out by whatever. */
static bool
in_table(const struct css *c)
{
	for (int i = c->nopen; i > 0; i--)
		if (c->open[i].box > BOX_BLOCK ||
		    strcmp(c->open[i].elem.name, "table") == 0)
			return true;
	return false;
}

/* What holds text, and no boxes that have a size of their own. */
static bool
is_text_only(const struct html_tag *g)
{
	static const char *const names[] = { "p", "h1", "h2", "h3", "h4", "h5",
	    "h6", "pre" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(g->name, names[i]) == 0)
			return true;
	return g->kind == HTML_INLINE;
}

/*
 * Colours, and what is of no size, go on to what is inside.  A block around
 * tables that is not to be seen through is one that a script fades in.
 */
static void
take_ink(struct css *c, const struct html_tag *g, const struct look *l)
{
	struct open	*o = &c->open[c->nopen];
	const int	*says = l->says;
	bool		 flows = g->kind == HTML_INLINE;

	if (says[P_COLOR] != SAYS_NOTHING)
		o->color = says[P_COLOR];
	else if (strcmp(g->name, "a") == 0)
		o->color = SAYS_SHOWN;
	if (says[P_GROUND] != SAYS_NOTHING && says[P_GROUND] != SAYS_HIDDEN)
		o->ground = says[P_GROUND];
	if (says[P_COLOR] != SAYS_NOTHING || says[P_GROUND] != SAYS_NOTHING)
		o->sure = says[P_COLOR] >= SAYS_RGB &&
		    says[P_GROUND] >= SAYS_RGB;
	if (says[P_SIZE] != SAYS_NOTHING) {
		o->tiny = says[P_SIZE] == SAYS_HIDDEN && is_text_only(g);
		o->tiny_doubt = says[P_SIZE] != SAYS_SHOWN && !o->tiny;
	}
	if (says[P_VISIBILITY] != SAYS_NOTHING && flows)
		o->unseen = says[P_VISIBILITY] == SAYS_HIDDEN;
	o->doubt |= (says[P_OPACITY] == SAYS_HIDDEN && !flows &&
	    in_table(c)) || says[P_LINE] == SAYS_DOUBT;
	for (int p = 0; p <= P_CLIPPED; p++)
		o->doubt |= says[p] == SAYS_DOUBT && p != P_SIZE;
}

static bool
is_cell(const struct html_tag *g)
{
	return g->attrs.box == BOX_CELL || strcmp(g->name, "td") == 0 ||
	    strcmp(g->name, "th") == 0;
}

/* No room, and nothing outside of it; but cells make room. */
static bool
has_no_room(const struct html_tag *g, const struct look *l)
{
	return l->says[P_OVERFLOW] == SAYS_HIDDEN && !is_cell(g) &&
	    g->kind != HTML_PART && g->kind != HTML_TABLE &&
	    (l->says[P_WIDTH] == SAYS_HIDDEN ||
	    l->says[P_HEIGHT] == SAYS_HIDDEN) &&
	    (g->kind != HTML_INLINE || l->says[P_DISPLAY] != SAYS_NOTHING);
}

/*
 * Sizes and colours of a block are often taken back by what is in it, and
 * pages fade blocks in: of these only what is in a line hides by itself.
 */
static bool
hides(enum prop p, const struct html_tag *g)
{
	if (p == P_SIZE || (p == P_VISIBILITY && g->kind == HTML_INLINE))
		return false;	/* take_ink() */
	return p != P_OPACITY || g->kind == HTML_INLINE;
}

/* Children that stand beside one another; 0: it is not known that they do. */
static int
columns_of(const struct html_tag *g, const struct look *l)
{
	const int	*says = l->says;
	int		 n = says[P_COLUMNS];

	if ((g->kind != HTML_BLOCK && g->kind != HTML_PARA) ||
	    g->attrs.box > BOX_BLOCK || says[P_DIRECTION] > SAYS_SHOWN)
		return 0;
	if (says[P_DISPLAY] == SAYS_FLEX)
		return says[P_WRAP] > SAYS_SHOWN ? 0 : 1;
	if (says[P_DISPLAY] != SAYS_GRID || says[P_AREAS] > SAYS_SHOWN)
		return 0;
	return n > SAYS_TRACKS + 1 && n < SAYS_RGB ? n - SAYS_TRACKS : 0;
}

static int
span(int says)
{
	return says > SAYS_TRACKS ? says - SAYS_TRACKS :
	    says <= SAYS_SHOWN ? 1 : -1;
}

/* One of the children of such an element. */
static void
take_place(struct html_attrs *a, const struct look *l)
{
	const int	*says = l->says;
	bool		 away = says[P_ORDER] > SAYS_SHOWN ||
			    says[P_POSITION] > SAYS_SHOWN ||
			    says[P_DISPLAY] == SAYS_CONTENTS;

	a->across = away ? -1 : span(says[P_ACROSS]);
	a->down = away ? -1 : span(says[P_DOWN]);
}

static void
take_look(struct css *c, struct html_tag *g)
{
	struct html_attrs	*a = &g->attrs;
	struct look		 look;
	bool			 hidden = false;

	find_look(c, a, &look);
	a->box = box_of(g, &look, c->open[c->nopen - 1].box);
	a->columns = columns_of(g, &look);
	if (c->open[c->nopen - 1].columns > 0)
		take_place(a, &look);
	take_ink(c, g, &look);
	for (int p = P_DISPLAY; p <= P_CLIPPED; p++)
		if (look.says[p] == SAYS_HIDDEN && hides((enum prop)p, g)) {
			a->hidden |= p <= P_MSO;
			hidden |= p > P_MSO;
		}
	hidden |= has_no_room(g, &look) || (g->kind == HTML_INLINE &&
	    look.says[P_COLOR] == SAYS_HIDDEN);
	if (is_cell(g))
		a->blank |= hidden;
	else
		a->hidden |= hidden;
	a->veiled |= look.says[P_OPACITY] == SAYS_HIDDEN;
	a->struck |= look.says[P_LINE] == SAYS_HIDDEN;
	if (look.says[P_SHIFT] == SAYS_HIDDEN)
		a->shift = SHIFT_RAISED;
	else if (look.says[P_SHIFT] == SAYS_LOWERED)
		a->shift = SHIFT_LOWERED;
}

/* Scripts show a page that hides itself: only its colours count. */
static void
take_page(struct css *c, const struct html_tag *g)
{
	struct open	*o = &c->open[c->nopen];
	struct look	 look;

	find_look(c, &g->attrs, &look);
	if (look.says[P_COLOR] >= SAYS_RGB)
		o->color = look.says[P_COLOR];
	if (look.says[P_GROUND] == SAYS_SHOWN ||
	    look.says[P_GROUND] >= SAYS_RGB)
		o->ground = look.says[P_GROUND];
}

enum css_ink
css_ink(const struct css *c)
{
	const struct open	*o = &c->open[c->nopen];
	int			 ground = o->ground == SAYS_NOTHING ? WHITE :
				    o->ground;

	if (o->tiny || o->unseen)
		return INK_HIDDEN;
	if (o->doubt || o->tiny_doubt || o->color == SAYS_HIDDEN ||
	    o->color == SAYS_DOUBT)
		return INK_DOUBT;
	if (o->color < SAYS_RGB || ground < SAYS_RGB ||
	    !look_same_color(o->color, ground))
		return INK_SHOWN;
	return o->sure && !c->sheet.outside ? INK_HIDDEN : INK_DOUBT;
}

/* The nearest element of that name in the same table, or 0. */
static int
find_open(const struct css *c, const char *name)
{
	for (int i = c->nopen; i > 0 &&
	    strcmp(c->open[i].elem.name, "table") != 0; i--)
		if (strcmp(c->open[i].elem.name, name) == 0)
			return i;
	return 0;
}

/* Elements whose end tag may be left out end where the next one begins. */
static void
close_implied(struct css *c, const struct html_tag *g)
{
	static const struct {
		const char	*name, *ends[3];
	} parts[] = {
		{ "td", { "td", "th" } }, { "th", { "td", "th" } },
		{ "tr", { "tr" } }, { "tbody", { "thead", "tbody", "tfoot" } },
		{ "tfoot", { "thead", "tbody" } },
		{ "thead", { "tbody", "thead" } },
	};
	static const char *const	 same[] = { "p", "li", "dt", "dd",
		"option" };
	const char			*top = c->open[c->nopen].elem.name;

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		for (int k = 0; k < 3 && parts[i].ends[k] != NULL &&
		    strcmp(parts[i].name, g->name) == 0; k++) {
			int	 at = find_open(c, parts[i].ends[k]);

			c->nopen = at > 0 ? at - 1 : c->nopen;
		}
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++)
		if (strcmp(g->name, same[i]) == 0 &&
		    strcmp(top, same[i]) == 0) {
			c->nopen--;
			return;
		}
	if (strcmp(top, "p") == 0 && (g->kind == HTML_BLOCK ||
	    g->kind == HTML_TABLE))
		c->nopen--;
}

static bool
is_void(const char *name)
{
	static const char *const	 names[] = { "br", "img", "input",
		"hr", "meta", "link", "col", "base", "wbr", "area", "param",
		"embed", "source", "track" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* How many of that name the parent has now; 0: not known. */
static int
count_type(struct open *parent, const char *name)
{
	int	 i = 0;

	while (i < parent->ntype && strcmp(parent->type[i].name, name) != 0)
		i++;
	if (i == TYPES)
		return 0;
	if (i == parent->ntype) {
		memset(&parent->type[i], 0, sizeof(parent->type[i]));
		strcpy(parent->type[parent->ntype++].name, name);
	}
	return ++parent->type[i].n;
}

/* What was open in this place before was the one beside it. */
static void
push(struct css *c, const char *name, const struct html_attrs *a)
{
	struct open	*parent = &c->open[c->nopen];
	struct open	*o = &c->open[++c->nopen];
	struct elem	 prev = o->elem;

	*o = (struct open){ .prev = prev, .color = parent->color,
	    .ground = parent->ground, .sure = parent->sure,
	    .tiny = parent->tiny, .unseen = parent->unseen,
	    .tiny_doubt = parent->tiny_doubt, .doubt = parent->doubt };
	strcpy(o->elem.name, name);
	o->elem.nth = ++parent->nchild;
	o->elem.nth_type = count_type(parent, name);
	if (a == NULL)
		return;
	o->elem.id = a->id;
	o->elem.classes = str_sub(a->classes, 0, CLASS_BYTES);
	o->elem.attrs = a->all;
}

/* The innermost element of that name ends, and with it what is in it. */
static void
end_tag(struct css *c, struct html_tag *g)
{
	int	 i = c->nopen;

	while (i > 0 && strcmp(c->open[i].elem.name, g->name) != 0)
		i--;
	if (i == 0)
		return;
	g->attrs.box = c->open[i].box;
	g->attrs.item = c->open[i].item;
	c->nopen = i - 1;
}

int
css_tag(struct css *c, struct html_tag *g, struct err *err)
{
	struct html_attrs	*a = &g->attrs;
	bool			 page = strcmp(g->name, "html") == 0 ||
				    strcmp(g->name, "body") == 0;

	if (g->name[0] == '\0')
		return 0;
	if (g->end) {
		end_tag(c, g);
		return 0;
	}
	close_implied(c, g);
	c->sheet.outside |= strcmp(g->name, "link") == 0 &&
	    html_same(a->rel, "stylesheet");
	if (c->nopen + 2 > LIMIT_NEST)
		return 0;
	if (strcmp(g->name, "tr") == 0 &&
	    strcmp(c->open[c->nopen].elem.name, "table") == 0)
		push(c, "tbody", NULL);
	push(c, g->name, a);
	if (page)
		take_page(c, g);
	else if (c->sheet.nrule > 0 || a->style.n + a->color.n + a->ground.n +
	    a->classes.n + a->role.n > 0)
		take_look(c, g);
	a->item = c->nopen > 1 && c->open[c->nopen - 1].columns > 0 &&
	    g->kind == HTML_INLINE && !a->hidden && !a->struck &&
	    a->box <= BOX_BLOCK;
	c->open[c->nopen].box = a->box;
	c->open[c->nopen].columns = a->columns;
	c->open[c->nopen].item = a->item;
	if (is_void(g->name))
		c->nopen--;
	return c->steps <= LIMIT_CSS_STEPS ? 0 : err_set(err, ERR_LIMIT,
	    "style sheets with too much to compare");
}
