#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/html_look.h"
#include "read/html_selector.h"
#include "read/html_tag.h"

#define ATTRS_BYTES	4096	/* of an element that are searched */
#define VALUE_BYTES	200	/* for so many */

struct scan {
	struct arena	*arena;
	struct str	 s;
	size_t		 at;
	int		 weight;
	bool		 inside;	/* of :not() */
};

static bool	read_part(struct scan *, struct part *);

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '_' ||
	    (unsigned char)c >= 0x80;
}

static char
peek(const struct scan *s)
{
	return s->at < s->s.n ? s->s.p[s->at] : '\0';
}

static void
skip_blanks(struct scan *s)
{
	while (is_blank(peek(s)))
		s->at++;
}

/* Where a backslash keeps a character from meaning anything, without it. */
static struct str
take_name(struct scan *s)
{
	struct buf	 b;
	size_t		 from = s->at;
	bool		 escaped = false;

	while (s->at < s->s.n && (is_name(peek(s)) ||
	    (peek(s) == '\\' && s->at + 1 < s->s.n))) {
		escaped |= peek(s) == '\\';
		s->at += peek(s) == '\\' ? 2 : 1;
	}
	if (!escaped)
		return str_sub(s->s, from, s->at - from);
	buf_init(&b, s->arena);
	for (size_t i = from; i < s->at; i++) {
		i += s->s.p[i] == '\\';
		buf_add(&b, s->s.p + i, 1);
	}
	return buf_text(&b);
}

/* Up to the bracket that closes the one before, which is passed. */
static struct str
take_inside(struct scan *s)
{
	size_t	 from = s->at;
	int	 depth = 1;
	char	 quote = '\0';

	for (; s->at < s->s.n; s->at++) {
		char	 c = peek(s);

		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '(' || c == '[')
			depth++;
		else if ((c == ')' || c == ']') && --depth == 0)
			return str_trim(str_sub(s->s, from, s->at++ - from));
	}
	return str_trim(str_from(s->s, from));
}

static struct cond *
add_cond(struct part *p, enum cond_kind kind)
{
	if (p->ncond == PART_CONDS) {
		p->cond[PART_CONDS - 1].kind = COND_UNKNOWN;
		return &p->cond[PART_CONDS - 1];
	}
	p->cond[p->ncond] = (struct cond){ .kind = kind };
	return &p->cond[p->ncond++];
}

/* a, a=b, a~="b" i */
static void
read_attr(struct scan *s, struct part *p)
{
	struct cond	*c = add_cond(p, COND_ATTR);
	struct scan	 in = { .arena = s->arena, .s = take_inside(s) };
	struct str	 v;

	s->weight += 10;
	c->name = take_name(&in);
	skip_blanks(&in);
	if (peek(&in) == '\0')
		return;
	c->how = peek(&in);
	in.at += c->how == '=' ? 1 : 2;
	if (strchr("=~|^$*", c->how) == NULL || in.at > in.s.n ||
	    in.s.p[in.at - 1] != '=') {
		c->kind = COND_UNKNOWN;
		return;
	}
	v = str_trim(str_from(in.s, in.at));
	if (v.n > 2 && is_blank(v.p[v.n - 2]) && (v.p[v.n - 1] == 'i' ||
	    v.p[v.n - 1] == 'I' || v.p[v.n - 1] == 's')) {
		c->any_case = v.p[v.n - 1] != 's';
		v = str_trim(str_sub(v, 0, v.n - 1));
	}
	if (v.n >= 2 && (v.p[0] == '"' || v.p[0] == '\'') &&
	    v.p[v.n - 1] == v.p[0])
		v = str_sub(v, 1, v.n - 2);
	c->value = v;
	if (str_has(v, STR("\\")))
		c->kind = COND_UNKNOWN;
}

/* "odd", "3", "2n+1", "-n+3" */
static bool
read_nth(struct str s, int *a, int *b)
{
	char	 v[64], *n;
	int	 sign = 1;

	look_squeeze(s, v);
	*a = *b = 0;
	if (strcmp(v, "odd") == 0 || strcmp(v, "even") == 0) {
		*a = 2;
		*b = v[0] == 'o';
		return true;
	}
	if (v[strspn(v, "+-0123456789n")] != '\0' || strlen(v) > 12)
		return false;
	n = strchr(v, 'n');
	if (n != NULL) {
		*n = '\0';
		sign = v[0] == '-' ? -1 : 1;
		*a = html_number(str_of(v + (v[0] == '-' || v[0] == '+')));
		*a = sign * (*a < 0 ? 1 : *a);
		if (n[1] == '\0')
			return true;
	}
	n = n == NULL ? v : n + 1;
	sign = n[0] == '-' ? -1 : 1;
	*b = html_number(str_of(n + (n[0] == '-' || n[0] == '+')));
	if (*b < 0)
		return false;
	*b *= sign;
	return true;
}

/* Each of a list is a condition of its own: it must be none of them. */
static void
read_not(struct scan *s, struct part *p, struct str list)
{
	struct scan	 in = { .arena = s->arena, .s = list, .inside = true };

	for (;;) {
		struct part	*no = arena_alloc(s->arena, 1, sizeof(*no));
		struct cond	*c = add_cond(p, COND_NOT);

		skip_blanks(&in);
		c->part = no;
		if (!read_part(&in, no))
			break;
		skip_blanks(&in);
		if (in.at == in.s.n) {
			s->weight += in.weight;
			return;
		}
		if (peek(&in) != ',')
			break;
		in.at++;
	}
	p->cond[p->ncond - 1].kind = COND_UNKNOWN;
}

/* What is only so while somebody does something, or has no text. */
static bool
is_passing(const char *name)
{
	static const char *const	 names[] = { "hover", "active",
		"focus", "focus-within", "focus-visible", "visited",
		"target", "fullscreen", "empty", "before", "after",
		"first-letter", "first-line", "-moz-focus-inner" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static void
read_pseudo(struct scan *s, struct part *p)
{
	bool		 element = peek(s) == ':';
	struct str	 in = STR("");
	struct cond	*c;
	char		 name[64];

	s->at += element;
	look_squeeze(take_name(s), name);
	if (peek(s) == '(') {
		s->at++;
		in = take_inside(s);
	}
	s->weight += strcmp(name, "where") == 0 ? 0 : 10;
	if (strcmp(name, "not") == 0 && !s->inside) {
		s->weight -= 10;
		read_not(s, p, in);
		return;
	}
	c = add_cond(p, element || is_passing(name) ? COND_NEVER :
	    COND_UNKNOWN);
	if (c->kind == COND_NEVER)
		return;
	if (strcmp(name, "root") == 0) {
		/* Nobody hides the page itself. */
		c->kind = COND_NEVER;
	} else if (strcmp(name, "first-child") == 0 ||
	    strcmp(name, "first-of-type") == 0) {
		c->kind = name[6] == 'c' ? COND_NTH : COND_NTH_TYPE;
		c->b = 1;
	} else if ((strcmp(name, "nth-child") == 0 ||
	    strcmp(name, "nth-of-type") == 0) &&
	    read_nth(in, &c->a, &c->b))
		c->kind = name[4] == 'c' ? COND_NTH : COND_NTH_TYPE;
}

/* td.a#b[c]:d; false for anything else. */
static bool
read_part(struct scan *s, struct part *p)
{
	size_t		 from = s->at;
	struct str	 tag = take_name(s);
	char		 v[64];

	if (tag.n >= sizeof(p->tag))
		return false;
	look_squeeze(tag, v);
	memcpy(p->tag, v, tag.n + 1);
	s->weight += tag.n > 0;
	if (tag.n == 0 && peek(s) == '*')
		s->at++;
	for (;;) {
		char	 c = peek(s);

		if (c != '.' && c != '#' && c != '[' && c != ':')
			return s->at > from && c != '|';
		s->at++;
		if (c == '[')
			read_attr(s, p);
		else if (c == ':')
			read_pseudo(s, p);
		else {
			struct str	 name = take_name(s);

			if (name.n == 0)
				return false;
			add_cond(p, c == '.' ? COND_CLASS :
			    COND_ID)->name = name;
			s->weight += c == '.' ? 10 : 100;
		}
	}
}

static bool
read_parts(struct scan *s, struct selector *to)
{
	char	 joined = ' ';

	for (skip_blanks(s); s->at < s->s.n; skip_blanks(s)) {
		if (strchr(">+~", peek(s)) != NULL) {
			if (joined != ' ' || to->npart == 0)
				return false;
			joined = s->s.p[s->at++];
			continue;
		}
		if (to->npart == SELECTOR_PARTS ||
		    !read_part(s, &to->part[to->npart]))
			return false;
		to->part[to->npart++].joined = joined;
		joined = ' ';
	}
	return to->npart > 0 && joined == ' ';
}

/* The next comma that is in no brackets, or the end. */
static size_t
find_comma(struct str list)
{
	struct scan	 s = { .s = list };

	while (s.at < list.n && peek(&s) != ',') {
		char	 c = list.p[s.at++];

		if (c == '(' || c == '[')
			take_inside(&s);
		else if (c == '\\')
			s.at += s.at < list.n;
	}
	return s.at;
}

bool
selector_next(struct arena *a, struct str *list, struct selector *to)
{
	struct scan	 s = { .arena = a };
	size_t		 end;

	*to = (struct selector){ .npart = 0 };
	if (list->p == NULL)
		return false;
	end = find_comma(*list);
	s.s = str_trim(str_sub(*list, 0, end));
	*list = end < list->n ? str_from(*list, end + 1) :
	    (struct str){ NULL, 0 };
	if (!read_parts(&s, to))
		to->npart = 0;
	to->weight = s.weight > 9999 ? 9999 : s.weight;
	return true;
}

bool
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
same(struct str a, struct str b, bool any_case)
{
	if (!any_case || a.n != b.n)
		return str_eq(a, b);
	for (size_t i = 0; i < a.n; i++) {
		char	 x = a.p[i], y = b.p[i];

		x = (char)(x >= 'A' && x <= 'Z' ? x - 'A' + 'a' : x);
		y = (char)(y >= 'A' && y <= 'Z' ? y - 'A' + 'a' : y);
		if (x != y)
			return false;
	}
	return true;
}

static bool
contains(struct str s, struct str part, bool any_case)
{
	for (size_t i = 0; i + part.n <= s.n; i++)
		if (same(str_sub(s, i, part.n), part, any_case))
			return true;
	return false;
}

static bool
value_fits(const struct cond *c, struct str v)
{
	struct str	 want = c->value;
	size_t		 n = want.n;

	if (c->how == '\0')
		return true;
	if (n == 0 && c->how != '=' && c->how != '|')
		return false;
	switch (c->how) {
	case '=':
		return same(v, want, c->any_case);
	case '~':
		return has_class(v, want);
	case '|':
		return same(v, want, c->any_case) || (v.n > n &&
		    v.p[n] == '-' && same(str_sub(v, 0, n), want,
		    c->any_case));
	case '^':
		return v.n >= n && same(str_sub(v, 0, n), want, c->any_case);
	case '$':
		return v.n >= n && same(str_from(v, v.n - n), want,
		    c->any_case);
	default:
		return contains(v, want, c->any_case);
	}
}

/* The values of these are compared in any case (HTML, 4.16.2). */
static bool
is_loose(struct str name)
{
	static const char *const	 names[] = { "type", "align", "valign",
		"color", "bgcolor", "lang", "dir", "media", "rel", "method" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (html_same(name, names[i]))
			return true;
	return false;
}

static enum fit
attr_fits(const struct cond *c, const struct elem *e)
{
	struct cond	 k = *c;
	struct str	 v;

	k.any_case |= is_loose(c->name);
	if (e->attrs.n > ATTRS_BYTES || c->value.n > VALUE_BYTES)
		return FIT_MAYBE;
	if (!html_attr_of(e->attrs, c->name, &v))
		return FIT_NO;
	/* Characters may be written in more than one way. */
	if (c->how != '\0' && str_has(v, STR("&")))
		return FIT_MAYBE;
	return value_fits(&k, v) ? FIT_YES : FIT_NO;
}

static enum fit
nth_fits(const struct cond *c, int nth)
{
	int	 n = nth - c->b;

	if (nth == 0)
		return FIT_MAYBE;
	if (c->a == 0)
		return n == 0 ? FIT_YES : FIT_NO;
	return n % c->a == 0 && n / c->a >= 0 ? FIT_YES : FIT_NO;
}

static enum fit
cond_fits(const struct cond *c, const struct elem *e, long *steps)
{
	enum fit	 fit;

	switch (c->kind) {
	case COND_CLASS:
		*steps += (long)e->classes.n / 4;
		return has_class(e->classes, c->name) ? FIT_YES : FIT_NO;
	case COND_ID:
		return str_eq(c->name, e->id) ? FIT_YES : FIT_NO;
	case COND_ATTR:
		*steps += (long)(e->attrs.n / 4 + c->value.n);
		return attr_fits(c, e);
	case COND_NTH:
		return nth_fits(c, e->nth);
	case COND_NTH_TYPE:
		return nth_fits(c, e->nth_type);
	case COND_NOT:
		fit = part_fits(c->part, e, steps);
		return fit == FIT_YES ? FIT_NO : fit == FIT_NO ? FIT_YES :
		    FIT_MAYBE;
	case COND_NEVER:
		return FIT_NO;
	default:
		return FIT_MAYBE;
	}
}

enum fit
part_fits(const struct part *p, const struct elem *e, long *steps)
{
	enum fit	 fit = FIT_YES, one;

	++*steps;
	if (p->tag[0] != '\0' && strcmp(p->tag, e->name) != 0)
		return FIT_NO;
	for (int i = 0; i < p->ncond; i++) {
		one = cond_fits(&p->cond[i], e, steps);
		if (one == FIT_NO)
			return FIT_NO;
		fit = one < fit ? one : fit;
	}
	return fit;
}
