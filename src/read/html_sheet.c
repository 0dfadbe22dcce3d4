#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/html_sheet.h"
#include "read/html_tag.h"

#define SHEET_DEPTH	4	/* @media in @layer */

void
sheet_init(struct sheet *c, struct arena *a)
{
	c->arena = a;
	for (int i = 0; i <= SHEET_BUCKETS; i++)
		c->end[i] = &c->first[i];
}

unsigned
sheet_bucket(struct str key)
{
	unsigned	 h = 5381;

	for (size_t i = 0; i < key.n; i++)
		h = h * 33 + (unsigned char)key.p[i];
	return h % SHEET_BUCKETS;
}

static unsigned
rule_bucket(const struct selector *s)
{
	const struct part	*p = &s->part[s->npart - 1];

	for (int k = 0; k < 2; k++)
		for (int i = 0; i < p->ncond; i++)
			if (p->cond[i].kind == (k == 0 ? COND_CLASS :
			    COND_ID))
				return sheet_bucket(p->cond[i].name);
	return p->tag[0] != '\0' ? sheet_bucket(str_of(p->tag)) : SHEET_ALL;
}

/* Without what is in braces inside: rules in rules are of other elements. */
static struct str
outermost(struct arena *a, struct str body)
{
	char	*p;
	size_t	 n = 0, keep = 0;
	int	 depth = 0;

	if (!str_has(body, STR("{")))
		return body;
	p = arena_alloc(a, body.n + 1, 1);
	for (size_t i = 0; i < body.n; i++) {
		char	 c = body.p[i];

		if (c == '{' && depth++ == 0)
			n = keep;	/* its selector goes, too */
		else if (c == '}')
			depth -= depth > 0;
		else if (depth == 0) {
			p[n++] = c;
			keep = c == ';' ? n : keep;
		}
	}
	return (struct str){ p, n };
}

static int
add_rules(struct sheet *c, struct str selectors, struct str body,
    struct err *err)
{
	struct look	 look;
	struct selector	 one;

	if (!look_read(outermost(c->arena, body), &look))
		return 0;
	while (selector_next(c->arena, &selectors, &one)) {
		struct rule	*r;
		unsigned	 k;

		if (one.npart == 0)
			continue;
		if (c->nrule == LIMIT_CSS_RULES)
			return err_set(err, ERR_LIMIT, "more than %d rules in "
			    "style sheets", LIMIT_CSS_RULES);
		k = rule_bucket(&one);
		r = arena_alloc(c->arena, 1, sizeof(*r));
		r->look = look;
		r->selector = one;
		r->weight = (int64_t)one.weight * LIMIT_CSS_RULES +
		    c->nrule++;
		*c->end[k] = r;
		c->end[k] = &r->next;
	}
	return 0;
}

/* What a wide screen shows. */
static bool
is_for_screens(struct str media)
{
	static const char *const	 other[] = { "max-", "not", "print",
		"speech", "orientation", "prefers", "hover" };
	char				 v[64];
	bool				 named;

	look_squeeze(media, v);
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

/* What stands in braces behind @media and its kin, and holds here. */
static bool
is_for_us(struct str head)
{
	static const char *const	 layers[] = { "@layer", "@supports" };

	if (html_same(str_sub(head, 0, 6), "@media"))
		return is_for_screens(str_from(head, 6));
	for (size_t i = 0; i < sizeof(layers) / sizeof(*layers); i++)
		if (html_same(str_sub(head, 0, strlen(layers[i])), layers[i]))
			return !str_has(head, STR("not"));
	return false;
}

/*
 * Where what begins here has its braces, or ends without any: neither is
 * looked for farther than the other, for there may be none of it.
 */
static size_t
head_end(struct str s)
{
	size_t	 at = 0;

	while (at < s.n && s.p[at] != '{' && (s.p[at] != ';' ||
	    s.p[0] != '@'))
		at++;
	return at;
}

static int
add_sheet(struct sheet *c, struct str s, int depth, struct err *err)
{
	while ((s = str_trim(s)).n > 0) {
		size_t		 open = head_end(s), end;
		struct str	 head, body;

		if (open == s.n)
			return 0;
		if (s.p[open] == ';') {
			c->outside |= html_same(str_sub(s, 0, 7), "@import");
			s = str_from(s, open + 1);
			continue;
		}
		end = behind_block(s, open + 1);
		head = str_trim(str_sub(s, 0, open));
		body = str_sub(s, open + 1, end - open - 1);
		if (body.n > 0 && body.p[body.n - 1] == '}')
			body.n--;
		s = str_from(s, end);
		if ((head.n == 0 || head.p[0] != '@' ?
		    add_rules(c, head, body, err) :
		    depth < SHEET_DEPTH && is_for_us(head) ?
		    add_sheet(c, body, depth + 1, err) : 0) < 0)
			return -1;
	}
	return 0;
}

int
sheet_add(struct sheet *c, struct str sheet, struct str media, struct err *err)
{
	return is_for_screens(media) ?
	    add_sheet(c, plain(c->arena, sheet), 0, err) : 0;
}

