#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/odf_look.h"
#include "read/xml.h"

#define BASED_ON	16	/* styles on one another */
#define UNSAID		(-1)
#define SLOTS		256

struct style {
	enum odf_family	 family;
	const char	*name, *parent;
	signed char	 display, struck, shift;	/* or UNSAID */
	struct style	*next;
};

struct odf_looks {
	struct arena	*arena;
	struct style	*slot[SLOTS];	/* by a hash of the name */
	struct style	*now;		/* that is being read, or NULL */
	int		 n;
};

struct odf_looks *
odf_looks_new(struct arena *a)
{
	struct odf_looks	*l = arena_alloc(a, 1, sizeof(*l));

	l->arena = a;
	return l;
}

static unsigned
slot_of(const char *name)
{
	unsigned	 h = 5381;

	for (; *name != '\0'; name++)
		h = h * 33 + (unsigned char)*name;
	return h % SLOTS;
}

static int
start_style(struct odf_looks *l, const struct xml *x, struct err *e)
{
	static const char *const	 families[] = {
		[ODF_TEXT] = "text", [ODF_PARAGRAPH] = "paragraph",
		[ODF_CELL] = "table-cell",
	};
	const char	*name = xml_attr(x, "style:name");
	const char	*parent = xml_attr(x, "style:parent-style-name");
	const char	*family = xml_attr(x, "style:family");
	struct style	*s, **to;
	int		 f = 0;

	l->now = NULL;
	if (name == NULL || family == NULL)
		return 0;
	if (l->n++ >= LIMIT_ENTRIES)
		return err_set(e, ERR_LIMIT, "more than %d styles",
		    LIMIT_ENTRIES);
	while (f < ODF__N && strcmp(family, families[f]) != 0)
		f++;
	if (f == ODF__N)
		return 0;
	s = arena_alloc(l->arena, 1, sizeof(*s));
	*s = (struct style){ .family = (enum odf_family)f,
	    .display = UNSAID, .struck = UNSAID, .shift = UNSAID };
	s->name = arena_dup(l->arena, name, strlen(name));
	if (parent != NULL)
		s->parent = arena_dup(l->arena, parent, strlen(parent));
	to = &l->slot[slot_of(name)];
	s->next = *to;
	*to = l->now = s;
	return 0;
}

/* "super 58%", "-33% 100%"; a position of nothing is none. */
static signed char
position(const char *v)
{
	while (*v == ' ')
		v++;
	if (strncmp(v, "super", 5) == 0)
		return SHIFT_RAISED;
	if (strncmp(v, "sub", 3) == 0 || *v == '-')
		return SHIFT_LOWERED;
	return *v >= '1' && *v <= '9' ? SHIFT_RAISED : SHIFT_NONE;
}

static void
properties(struct style *s, const struct xml *x)
{
	static const char *const	 through[] = {
		"style:text-line-through-style",
		"style:text-line-through-type",
	};
	const char			*v;

	for (size_t i = 0; i < sizeof(through) / sizeof(through[0]); i++)
		if ((v = xml_attr(x, through[i])) != NULL)
			s->struck = strcmp(v, "none") != 0;
	if ((v = xml_attr(x, "text:display")) != NULL)
		s->display = strcmp(v, "none") != 0;
	if ((v = xml_attr(x, "style:text-position")) != NULL)
		s->shift = position(v);
}

int
odf_looks_style(struct odf_looks *l, const struct xml *x, const char *name,
    struct err *e)
{
	if (strcmp(name, "style:style") == 0)
		return start_style(l, x, e);
	if (strcmp(name, "style:text-properties") == 0 && l->now != NULL)
		properties(l->now, x);
	else if (strncmp(name, "style:", 6) != 0)
		l->now = NULL;
	return 0;
}

static const struct style *
find(const struct odf_looks *l, enum odf_family family, const char *name)
{
	const struct style	*s = l->slot[slot_of(name)];

	while (s != NULL && (s->family != family ||
	    strcmp(s->name, name) != 0))
		s = s->next;
	return s;
}

struct odf_look
odf_look(const struct odf_looks *l, enum odf_family family,
    const char *style, struct odf_look around)
{
	const struct style	*s = style != NULL ?
				    find(l, family, style) : NULL;
	signed char		 display = UNSAID, struck = UNSAID,
				 shift = UNSAID;

	for (int i = 0; s != NULL && i < BASED_ON; i++) {
		display = display == UNSAID ? s->display : display;
		struck = struck == UNSAID ? s->struck : struck;
		shift = shift == UNSAID ? s->shift : shift;
		s = s->parent != NULL ? find(l, family, s->parent) : NULL;
	}
	around.hidden |= display == 0 || struck == 1;
	if (shift != UNSAID)
		around.shift = (enum shift)shift;
	return around;
}

void
odf_span_open(struct odf_spans *s, const struct odf_looks *l,
    enum odf_family family, const char *style)
{
	const int	 most = sizeof(s->outer) / sizeof(s->outer[0]);

	if (s->depth < most)
		s->outer[s->depth] = s->look;
	s->depth++;
	s->look = odf_look(l, family, style, s->look);
}

void
odf_span_close(struct odf_spans *s)
{
	const int	 most = sizeof(s->outer) / sizeof(s->outer[0]);

	if (s->depth > 0 && --s->depth < most)
		s->look = s->outer[s->depth];
}
