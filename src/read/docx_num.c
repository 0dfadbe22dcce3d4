#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "read/docx_look.h"
#include "read/docx_num.h"
#include "read/ordinal.h"
#include "read/xml.h"

struct level {
	bool		 known;
	enum ordinal	 how;
	bool		 bullet, legal;
	int		 start;
	int		 restart; /* levels above that reset it; -1: all */
	struct str	 text;		/* "%1、" */
	const char	*style;
};

/* A definition with its counters; lists that share it go on counting. */
struct abstract {
	int		 id;
	const char	*link;		/* the style that has its levels */
	const char	*linked;	/* the style whose levels these are */
	struct level	 level[NUM_LEVELS];
	int		 count[NUM_LEVELS];
	bool		 used[NUM_LEVELS];
	struct abstract	*next;
};

struct num {
	int		 id, abstract_id;
	struct abstract	*abstract;
	struct level	*own;			/* overrides, or NULL */
	int		 start[NUM_LEVELS];	/* over -1 */
	bool		 started[NUM_LEVELS];
	struct num	*next;
};

struct numbering {
	struct arena	*arena;
	struct abstract	*abstracts;
	struct num	*nums;
	struct num	**by_id;	/* those that have a definition */
	size_t		 n, nby_id;

	/* Of the parse. */
	struct abstract	*abstract;
	struct num	*num;
	struct level	*level;
	int		 ilvl;
};

/* ECMA-376 part 1, 17.18.59, those that Chinese documents use. */
static const struct {
	const char	*name;
	enum ordinal	 how;
} formats[] = {
	{ "none", ORDINAL_NONE },
	{ "decimal", ORDINAL_DECIMAL },
	{ "decimalZero", ORDINAL_ZERO },
	{ "decimalFullWidth", ORDINAL_WIDE },
	{ "decimalFullWidth2", ORDINAL_WIDE },
	{ "chineseCounting", ORDINAL_HAN },
	{ "chineseCountingThousand", ORDINAL_HAN },
	{ "japaneseCounting", ORDINAL_HAN },
	{ "taiwaneseCounting", ORDINAL_HAN },
	{ "taiwaneseCountingThousand", ORDINAL_HAN },
	{ "ideographDigital", ORDINAL_HAN_DIGITS },
	{ "japaneseDigitalTenThousand", ORDINAL_HAN_DIGITS },
	{ "taiwaneseDigital", ORDINAL_HAN_DIGITS },
	{ "chineseLegalSimplified", ORDINAL_LEGAL },
	{ "ideographLegalTraditional", ORDINAL_LEGAL },
	{ "japaneseLegal", ORDINAL_LEGAL },
	{ "ideographTraditional", ORDINAL_STEM },
	{ "ideographZodiac", ORDINAL_BRANCH },
	{ "decimalEnclosedCircle", ORDINAL_CIRCLE },
	{ "decimalEnclosedCircleChinese", ORDINAL_CIRCLE },
	{ "decimalEnclosedParen", ORDINAL_PAREN },
	{ "decimalEnclosedFullstop", ORDINAL_STOP },
	{ "ideographEnclosedCircle", ORDINAL_CIRCLED_HAN },
	{ "upperLetter", ORDINAL_UPPER },
	{ "lowerLetter", ORDINAL_LOWER },
	{ "upperRoman", ORDINAL_UPPER_ROMAN },
	{ "lowerRoman", ORDINAL_LOWER_ROMAN },
};

static enum ordinal
format_of(const char *name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(formats[i].name, name) == 0)
			return formats[i].how;
	return ORDINAL_DECIMAL;
}

static int
positive(const struct xml *x)
{
	int	 n = xml_attr_int(x, "w:val", 1);

	return n < 0 ? 0 : n;
}

static void
start_level(struct numbering *n, struct xml *x)
{
	n->ilvl = xml_attr_int(x, "w:ilvl", 0);
	n->level = NULL;
	if (n->ilvl < 0 || n->ilvl >= NUM_LEVELS)
		return;
	if (n->abstract != NULL)
		n->level = &n->abstract->level[n->ilvl];
	else if (n->num != NULL) {
		if (n->num->own == NULL)
			n->num->own = arena_alloc(n->arena, NUM_LEVELS,
			    sizeof(*n->num->own));
		n->level = &n->num->own[n->ilvl];
	}
	if (n->level != NULL)
		*n->level = (struct level){ .known = true, .start = 1,
		    .how = ORDINAL_DECIMAL, .restart = -1 };
}

static void
start_num(struct numbering *n, struct xml *x)
{
	struct num	*m = arena_alloc(n->arena, 1, sizeof(*m));

	m->id = xml_attr_int(x, "w:numId", 0);
	m->abstract_id = -1;
	for (int i = 0; i < NUM_LEVELS; i++)
		m->start[i] = -1;
	m->next = n->nums;
	n->nums = n->num = m;
	n->n++;
}

static void
start_abstract(struct numbering *n, struct xml *x)
{
	struct abstract	*a = arena_alloc(n->arena, 1, sizeof(*a));

	a->id = xml_attr_int(x, "w:abstractNumId", 0);
	a->next = n->abstracts;
	n->abstracts = n->abstract = a;
	n->n++;
}

static void
level_property(struct numbering *n, struct xml *x, const char *name)
{
	struct level	*l = n->level;
	const char	*v = xml_attr(x, "w:val");

	if (strcmp(name, "w:isLgl") == 0)
		l->legal = docx_is_on(x);
	if (v == NULL)
		return;
	if (strcmp(name, "w:numFmt") == 0) {
		l->how = format_of(v);
		l->bullet = strcmp(v, "bullet") == 0;
	} else if (strcmp(name, "w:lvlText") == 0)
		l->text = str_dup(n->arena, str_of(v));
	else if (strcmp(name, "w:start") == 0)
		l->start = positive(x);
	else if (strcmp(name, "w:lvlRestart") == 0)
		l->restart = xml_attr_int(x, "w:val", -1);
	else if (strcmp(name, "w:pStyle") == 0)
		l->style = arena_dup(n->arena, v, strlen(v));
}

/* Definitions by way of a style of lists (17.9.21, 17.9.27). */
static void
link_property(struct numbering *n, struct xml *x, const char *name)
{
	const char	*v = xml_attr(x, "w:val");

	if (v == NULL)
		return;
	if (strcmp(name, "w:numStyleLink") == 0)
		n->abstract->link = arena_dup(n->arena, v, strlen(v));
	else if (strcmp(name, "w:styleLink") == 0)
		n->abstract->linked = arena_dup(n->arena, v, strlen(v));
}

static int
num_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct numbering	*n = ctx;

	if (n->n > LIMIT_ENTRIES)
		return err_set(e, ERR_LIMIT, "more than %d lists",
		    LIMIT_ENTRIES);
	if (strcmp(name, "w:abstractNum") == 0)
		start_abstract(n, x);
	else if (strcmp(name, "w:num") == 0)
		start_num(n, x);
	else if (strcmp(name, "w:lvl") == 0)
		start_level(n, x);
	else if (strcmp(name, "w:lvlOverride") == 0)
		n->ilvl = xml_attr_int(x, "w:ilvl", 0);
	else if (strcmp(name, "w:startOverride") == 0) {
		if (n->num != NULL && n->ilvl >= 0 && n->ilvl < NUM_LEVELS)
			n->num->start[n->ilvl] = positive(x);
	} else if (strcmp(name, "w:abstractNumId") == 0) {
		if (n->num != NULL)
			n->num->abstract_id = xml_attr_int(x, "w:val", -1);
	} else if (n->abstract != NULL && n->level == NULL)
		link_property(n, x, name);
	else if (n->level != NULL)
		level_property(n, x, name);
	return 0;
}

static int
num_end(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct numbering	*n = ctx;

	(void)x;
	(void)e;
	if (strcmp(name, "w:abstractNum") == 0)
		n->abstract = NULL;
	else if (strcmp(name, "w:num") == 0)
		n->num = NULL;
	else if (strcmp(name, "w:lvl") == 0)
		n->level = NULL;
	return 0;
}

static int
by_abstract(const void *va, const void *vb)
{
	const struct abstract	*a = *(struct abstract *const *)va;
	const struct abstract	*b = *(struct abstract *const *)vb;

	return (a->id > b->id) - (a->id < b->id);
}

static int
by_num(const void *va, const void *vb)
{
	const struct num	*a = *(struct num *const *)va;
	const struct num	*b = *(struct num *const *)vb;

	return (a->id > b->id) - (a->id < b->id);
}

/* The definition that a style of lists stands for, if it has one. */
static struct abstract *
follow_link(const struct numbering *n, struct abstract *a)
{
	if (a->link != NULL)
		for (struct abstract *o = n->abstracts; o != NULL;
		    o = o->next)
			if (o->linked != NULL &&
			    strcmp(o->linked, a->link) == 0)
				return o;
	return a;
}

/* Lists find their definitions, and are put in order to be found. */
static void
link_all(struct numbering *n)
{
	struct abstract	**abs = arena_alloc(n->arena, n->n + 1, sizeof(*abs));
	struct abstract	  key, *pkey = &key, **found;
	size_t		  nabs = 0;

	for (struct abstract *a = n->abstracts; a != NULL; a = a->next)
		abs[nabs++] = a;
	qsort(abs, nabs, sizeof(*abs), by_abstract);
	n->by_id = arena_alloc(n->arena, n->n + 1, sizeof(*n->by_id));
	for (struct num *m = n->nums; m != NULL; m = m->next) {
		key.id = m->abstract_id;
		found = bsearch(&pkey, abs, nabs, sizeof(*abs), by_abstract);
		if (found == NULL)
			continue;
		m->abstract = follow_link(n, *found);
		n->by_id[n->nby_id++] = m;
	}
	qsort(n->by_id, n->nby_id, sizeof(*n->by_id), by_num);
}

int
numbering_read(struct arena *a, struct bytes in, struct numbering **to,
    struct err *e)
{
	static const struct xml_events	 events = {
		num_start, num_end, NULL
	};
	struct numbering		*n = arena_alloc(a, 1, sizeof(*n));

	n->arena = a;
	*to = n;
	if (in.n == 0)
		return 0;
	if (xml_parse(in, &events, n, e) < 0)
		return -1;
	link_all(n);
	return 0;
}

static struct num *
find_num(const struct numbering *n, int id)
{
	struct num	key = { .id = id }, *pkey = &key, **found;

	if (n->nby_id == 0)
		return NULL;
	found = bsearch(&pkey, n->by_id, n->nby_id, sizeof(*n->by_id),
	    by_num);
	return found != NULL ? *found : NULL;
}

static const struct level *
level_of(const struct num *m, int i)
{
	if (m->own != NULL && m->own[i].known)
		return &m->own[i];
	return &m->abstract->level[i];
}

static int
first_of(const struct num *m, int i)
{
	return m->start[i] >= 0 ? m->start[i] : level_of(m, i)->start;
}

/* The counters as they stand when a paragraph of that level comes. */
static void
count(struct num *m, int level)
{
	struct abstract	*a = m->abstract;

	if (m->start[level] >= 0 && !m->started[level]) {
		m->started[level] = true;
		a->used[level] = false;
	}
	a->count[level] = a->used[level] ? a->count[level] + 1 :
	    first_of(m, level);
	a->used[level] = true;
	for (int i = 0; i < level; i++)
		if (!a->used[i]) {
			a->used[i] = true;
			a->count[i] = first_of(m, i);
		}
	for (int i = level + 1; i < NUM_LEVELS; i++)
		if (level_of(m, i)->restart < 0 ||
		    level < level_of(m, i)->restart)
			a->used[i] = false;
}

/* Symbols of bullets are in private fonts and say nothing. */
static bool
is_symbol(struct str s)
{
	size_t		 n;
	uint32_t	 c;

	if (s.n == 0)
		return true;
	c = utf8_first(s, &n);
	return c >= 0xE000 && c <= 0xF8FF;
}

struct str
numbering_next(struct numbering *n, int num, int level)
{
	struct num		*m = find_num(n, num);
	const struct level	*l, *of;
	struct buf		 b;

	if (m == NULL || level < 0 || level >= NUM_LEVELS)
		return STR("");
	l = level_of(m, level);
	if (!l->known)
		return STR("");
	count(m, level);
	if (l->bullet)
		return is_symbol(l->text) ? STR("") : l->text;
	buf_init(&b, n->arena);
	for (size_t i = 0; i < l->text.n; i++) {
		int	 k = i + 1 < l->text.n ? l->text.p[i + 1] - '1' : -1;

		if (l->text.p[i] != '%' || k < 0 || k >= NUM_LEVELS) {
			buf_add(&b, l->text.p + i, 1);
			continue;
		}
		of = level_of(m, k);
		ordinal(&b, l->legal && of->how != ORDINAL_NONE ?
		    ORDINAL_DECIMAL : of->how, m->abstract->count[k]);
		i++;
	}
	return buf_text(&b);
}

int
numbering_level(const struct numbering *n, int num, const char *style)
{
	const struct num	*m = find_num(n, num);

	for (int i = 0; m != NULL && i < NUM_LEVELS; i++)
		if (level_of(m, i)->style != NULL &&
		    strcmp(level_of(m, i)->style, style) == 0)
			return i;
	return 0;
}
