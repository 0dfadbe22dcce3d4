#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/html_css.h"
#include "read/html_tag.h"

#define PARTS		6	/* of a selector: .a p .b */
#define CLASSES		3	/* of a part: .a.b.c */
#define CLASS_BYTES	200	/* of a class attribute */
#define FAR		(-999)	/* pixels or points; letters: a tenth */

/* The properties that are looked at. */
enum prop {
	P_DISPLAY, P_VISIBILITY, P_SIZE, P_INDENT, P_LEFT, P_TOP,
	P_OPACITY, P_CLIP, P_COLOR, P_MSO,
	P_LINE,		/* through the text */
	P_SHIFT,
	P__N
};

/* What a rule says of each, or nothing. */
enum says { SAYS_NOTHING, SAYS_SHOWN, SAYS_HIDDEN, SAYS_LOWERED };

struct look {
	enum says	 says[P__N];
	bool		 important[P__N];
};

struct part {
	char		 tag[16];	/* lower case, or empty */
	struct str	 id, class[CLASSES];
	int		 nclass;
	bool		 child;		/* right inside of the part before */
};

struct rule {
	struct part	 part[PARTS];
	int		 npart, weight;
	struct look	 look;
	struct rule	*next;
};

struct elem {
	char		 name[16];
	struct str	 id, classes;
};

struct css {
	struct arena	 *arena;
	struct rule	 *first, **end;
	int		  nrule;
	struct elem	  open[LIMIT_NEST];
	int		  nopen;
	long		  steps;	/* that it took to match them */
};

struct css *
css_new(struct arena *a)
{
	struct css	*c = arena_alloc(a, 1, sizeof(*c));

	c->arena = a;
	c->end = &c->first;
	return c;
}

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '_' ||
	    (unsigned char)c >= 0x80;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Lower case without blanks, cut off: names and values are short. */
static void
squeeze(struct str s, char to[64])
{
	size_t	 n = 0;

	for (size_t i = 0; i < s.n && n < 63; i++)
		if (!is_blank(s.p[i]))
			to[n++] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ?
			    s.p[i] - 'A' + 'a' : s.p[i]);
	to[n] = '\0';
}

/* A length so far to the left or above that nobody sees it. */
static bool
is_far(const char *v)
{
	char	*unit;
	long	 n = strtol(v, &unit, 10);

	if (strncmp(unit, "em", 2) == 0 || strncmp(unit, "rem", 3) == 0)
		return n <= FAR / 10;
	return n <= FAR;
}

/* 0 and 0px, but not 0.9em. */
static bool
is_nought(const char *v)
{
	size_t	 n = strspn(v, "0.");

	return n > 0 && (v[n] < '0' || v[n] > '9');
}

static enum says
value_says(enum prop p, const char *v)
{
	bool	 hides = false;

	switch (p) {
	case P_DISPLAY:
		hides = strncmp(v, "none", 4) == 0;
		break;
	case P_VISIBILITY:
		hides = strncmp(v, "hidden", 6) == 0 ||
		    strncmp(v, "collapse", 8) == 0;
		break;
	case P_SIZE:
	case P_OPACITY:
		hides = is_nought(v);
		break;
	case P_INDENT:
	case P_LEFT:
	case P_TOP:
		hides = is_far(v);
		break;
	case P_CLIP:
		hides = strncmp(v, "rect(0", 6) == 0 ||
		    strncmp(v, "rect(1px", 8) == 0;
		break;
	case P_COLOR:
		hides = strncmp(v, "transparent", 11) == 0;
		break;
	case P_MSO:
		hides = strncmp(v, "all", 3) == 0;
		break;
	case P_LINE:
		hides = strstr(v, "line-through") != NULL;
		break;
	default:
		if (strncmp(v, "sub", 3) == 0)
			return SAYS_LOWERED;
		hides = strncmp(v, "super", 5) == 0;
		break;
	}
	return hides ? SAYS_HIDDEN : SAYS_SHOWN;
}

/* "display:none;color:red"; whether any of it matters. */
static bool
read_look(struct str s, struct look *l)
{
	static const struct {
		const char	*name;
		enum prop	 prop;
	} known[] = {
		{ "display", P_DISPLAY }, { "visibility", P_VISIBILITY },
		{ "font-size", P_SIZE }, { "text-indent", P_INDENT },
		{ "left", P_LEFT }, { "top", P_TOP },
		{ "opacity", P_OPACITY }, { "clip", P_CLIP },
		{ "color", P_COLOR },
		{ "mso-hide", P_MSO }, { "text-decoration", P_LINE },
		{ "text-decoration-line", P_LINE },
		{ "vertical-align", P_SHIFT },
	};
	struct str	 one, name;
	char		 v[64];
	bool		 any = false;

	*l = (struct look){ .says = { SAYS_NOTHING } };
	while (str_field(&s, ';', &one)) {
		if (!str_field(&one, ':', &name) || one.p == NULL)
			continue;
		squeeze(name, v);
		for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
			if (strcmp(v, known[i].name) != 0)
				continue;
			squeeze(one, v);
			l->says[known[i].prop] = value_says(known[i].prop, v);
			l->important[known[i].prop] =
			    strstr(v, "!important") != NULL;
			any = true;
			break;
		}
	}
	return any;
}

/* The name that begins at *at, which moves behind it. */
static struct str
take_name(struct str s, size_t *at)
{
	size_t	 from = *at;

	while (*at < s.n && is_name(s.p[*at]))
		++*at;
	return str_sub(s, from, *at - from);
}

/* td.a#b; false for anything else. */
static bool
read_part(struct str s, size_t *at, struct part *p, int *weight)
{
	size_t		 from = *at;
	struct str	 tag = take_name(s, at);
	char		 v[64];

	if (tag.n >= sizeof(p->tag))
		return false;
	squeeze(tag, v);
	memcpy(p->tag, v, tag.n + 1);
	*weight += tag.n > 0;
	while (*at < s.n && (s.p[*at] == '.' || s.p[*at] == '#')) {
		bool		 class = s.p[(*at)++] == '.';
		struct str	 name = take_name(s, at);

		if (name.n == 0 || (class ? p->nclass == CLASSES :
		    p->id.n > 0))
			return false;
		if (class)
			p->class[p->nclass++] = name;
		else
			p->id = name;
		*weight += class ? 10 : 100;
	}
	return *at > from;
}

static bool
read_selector(struct str s, struct rule *r)
{
	size_t	 at = 0;
	bool	 child = false;

	while (at < s.n) {
		if (is_blank(s.p[at])) {
			at++;
			continue;
		}
		if (s.p[at] == '>' && r->npart > 0 && !child) {
			child = true;
			at++;
			continue;
		}
		if (r->npart == PARTS ||
		    !read_part(s, &at, &r->part[r->npart], &r->weight))
			return false;
		r->part[r->npart++].child = child;
		child = false;
	}
	return r->npart > 0 && !child;
}

static void
add_rules(struct css *c, struct str selectors, struct str body)
{
	struct look	 look;
	struct str	 one;

	if (!read_look(body, &look))
		return;
	while (str_field(&selectors, ',', &one)) {
		struct rule	 r = { .look = look }, *kept;

		if (!read_selector(one, &r) || c->nrule == LIMIT_CSS_RULES)
			continue;
		kept = arena_alloc(c->arena, 1, sizeof(*kept));
		*kept = r;
		*c->end = kept;
		c->end = &kept->next;
		c->nrule++;
	}
}

/* What a wide screen shows. */
static bool
is_for_screens(struct str media)
{
	static const char *const	 other[] = { "max-", "not", "print",
		"speech", "orientation", "prefers", "hover" };
	char				 v[64];
	bool				 named;

	squeeze(media, v);
	named = v[0] == '\0' || strstr(v, "all") != NULL ||
	    strstr(v, "screen") != NULL;
	for (size_t i = 0; i < sizeof(other) / sizeof(*other); i++)
		if (strstr(v, other[i]) != NULL)
			return i == 2 && named;	/* "print, screen" */
	return named || strstr(v, "min-") != NULL;
}

/* Without comments, and without what hid a sheet from old browsers. */
static struct str
plain(struct arena *a, struct str s)
{
	char	*p = arena_alloc(a, s.n + 1, 1);
	size_t	 n = 0, end;

	for (size_t i = 0; i < s.n; ) {
		struct str	 rest = str_from(s, i);

		if (str_starts(rest, STR("/*"))) {
			end = str_find(s, STR("*/"), i + 2);
			i = end == STR_NONE ? s.n : end + 2;
		} else if (str_starts(rest, STR("<!--")))
			i += 4;
		else if (str_starts(rest, STR("-->")))
			i += 3;
		else
			p[n++] = s.p[i++];
	}
	return (struct str){ p, n };
}

/* Behind the "}" that closes the "{" before at. */
static size_t
behind_block(struct str s, size_t at)
{
	int	 depth = 1;

	while (at < s.n && depth > 0) {
		depth += s.p[at] == '{' ? 1 : s.p[at] == '}' ? -1 : 0;
		at++;
	}
	return at;
}

/* A sheet, or what is for some media in it: these are not nested. */
static void
add_sheet(struct css *c, struct str s, bool inside)
{
	while ((s = str_trim(s)).n > 0) {
		size_t		 open = str_find(s, STR("{"), 0), end;
		size_t		 semi = str_find(s, STR(";"), 0);
		struct str	 head, body;

		if (s.p[0] == '@' && semi < open) {
			s = str_from(s, semi + 1);
			continue;
		}
		if (open == STR_NONE)
			return;
		end = behind_block(s, open + 1);
		head = str_trim(str_sub(s, 0, open));
		body = str_sub(s, open + 1, end - open - 1);
		if (body.n > 0 && body.p[body.n - 1] == '}')
			body.n--;
		s = str_from(s, end);
		if (head.n == 0 || head.p[0] != '@')
			add_rules(c, head, body);
		else if (!inside && html_same(str_sub(head, 0, 6), "@media") &&
		    is_for_screens(str_from(head, 6)))
			add_sheet(c, body, true);
	}
}

void
css_add(struct css *c, struct str sheet, struct str media)
{
	if (is_for_screens(media))
		add_sheet(c, plain(c->arena, sheet), false);
}

/* Names of classes and ids mean their case. */
static bool
has_class(struct str list, struct str name)
{
	size_t	 at = 0, from;

	while (at < list.n) {
		while (at < list.n && is_blank(list.p[at]))
			at++;
		for (from = at; at < list.n && !is_blank(list.p[at]); )
			at++;
		if (at > from && str_eq(str_sub(list, from, at - from), name))
			return true;
	}
	return false;
}

static bool
part_fits(struct css *c, const struct part *p, int at)
{
	const struct elem	*e = &c->open[at];

	c->steps++;
	if ((p->tag[0] != '\0' && strcmp(p->tag, e->name) != 0) ||
	    (p->id.n > 0 && !str_eq(p->id, e->id)))
		return false;
	c->steps += (long)e->classes.n / 4 * p->nclass;
	for (int i = 0; i < p->nclass; i++)
		if (!has_class(e->classes, p->class[i]))
			return false;
	return true;
}

/*
 * The last part is of the innermost element, the others of those around it.
 * The nearest that fits is taken for each, and not looked back on.
 */
static bool
rule_fits(struct css *c, const struct rule *r)
{
	int	 at = c->nopen - 1;

	if (!part_fits(c, &r->part[r->npart - 1], at))
		return false;
	for (int i = r->npart - 2; i >= 0; i--) {
		at--;
		if (!r->part[i + 1].child)
			while (at >= 0 && !part_fits(c, &r->part[i], at))
				at--;
		else if (at >= 0 && !part_fits(c, &r->part[i], at))
			return false;
		if (at < 0)
			return false;
	}
	return true;
}

/* What goes before what: importance, then weight, then place. */
static void
apply(struct look *to, int best[P__N], const struct look *l, int weight)
{
	for (int p = 0; p < P__N; p++) {
		int	 w = weight + (l->important[p] ? 100000 : 0);

		if (l->says[p] == SAYS_NOTHING || w < best[p])
			continue;
		best[p] = w;
		to->says[p] = l->says[p];
	}
}

/*
 * Sizes and colours of a block are often taken back by what is in it, and
 * pages fade blocks in: of these only what is in a line counts.
 */
static bool
counts(enum prop p, enum html_kind kind)
{
	return (p != P_SIZE && p != P_OPACITY && p != P_COLOR) ||
	    kind == HTML_INLINE;
}

static bool
is_cell(const struct html_tag *g)
{
	return strcmp(g->name, "td") == 0 || strcmp(g->name, "th") == 0;
}

/* The rules of the innermost element that is open. */
static void
take_look(struct css *c, struct html_tag *g)
{
	struct html_attrs	*a = &g->attrs;
	struct look		 look = { .says = { SAYS_NOTHING } }, own;
	int			 best[P__N] = { 0 };

	for (const struct rule *r = c->first; r != NULL; r = r->next)
		if (rule_fits(c, r))
			apply(&look, best, &r->look, r->weight);
	if (read_look(a->style, &own))
		apply(&look, best, &own, 10000);
	for (int p = 0; p < P_LINE; p++) {
		if (look.says[p] != SAYS_HIDDEN ||
		    !counts((enum prop)p, g->kind))
			continue;
		if (p != P_DISPLAY && p != P_MSO && is_cell(g))
			a->blank = true;
		else
			a->hidden = true;
	}
	a->struck |= look.says[P_LINE] == SAYS_HIDDEN;
	if (look.says[P_SHIFT] >= SAYS_HIDDEN)
		a->shift = look.says[P_SHIFT] == SAYS_HIDDEN ?
		    SHIFT_RAISED : SHIFT_LOWERED;
}

/* Elements whose end tag may be left out end where the next one begins. */
static void
close_same(struct css *c, const char *name)
{
	static const char *const	 same[] = { "p", "li", "td", "th",
		"tr", "dt", "dd", "option" };
	const char			*top;

	if (c->nopen == 0)
		return;
	top = c->open[c->nopen - 1].name;
	if (strcmp(name, "tr") == 0 && c->nopen > 1 &&
	    (strcmp(top, "td") == 0 || strcmp(top, "th") == 0)) {
		c->nopen--;
		top = c->open[c->nopen - 1].name;
	}
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++)
		if (strcmp(name, same[i]) == 0 && strcmp(top, name) == 0) {
			c->nopen--;
			return;
		}
}

static bool
is_void(const char *name)
{
	static const char *const	 names[] = { "br", "img", "input",
		"hr", "meta", "link", "col", "base", "wbr", "area", "param",
		"embed", "source" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

int
css_tag(struct css *c, struct html_tag *g, struct err *err)
{
	bool		 page = strcmp(g->name, "html") == 0 ||
			    strcmp(g->name, "body") == 0;
	int		 i = c->nopen;
	struct elem	*e;

	if (g->name[0] == '\0')
		return 0;
	if (g->end) {
		while (i > 0 && strcmp(c->open[i - 1].name, g->name) != 0)
			i--;
		c->nopen = i > 0 ? i - 1 : c->nopen;
		return 0;
	}
	close_same(c, g->name);
	if (c->nopen == LIMIT_NEST)
		return 0;
	e = &c->open[c->nopen++];
	*e = (struct elem){ .id = g->attrs.id,
		.classes = str_sub(g->attrs.classes, 0, CLASS_BYTES) };
	memcpy(e->name, g->name, sizeof(e->name));
	/* Scripts show a page that hides itself. */
	if ((c->nrule > 0 || g->attrs.style.n > 0) && !page)
		take_look(c, g);
	if (is_void(g->name))
		c->nopen--;
	return c->steps <= LIMIT_CSS_STEPS ? 0 : err_set(err, ERR_LIMIT,
	    "style sheets with too much to compare");
}
