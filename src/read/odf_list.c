#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limit.h"
#include "read/odf_list.h"
#include "read/ordinal.h"
#include "read/xml.h"

#define LEVELS	10

struct level {
	enum ordinal	 how;
	int		 start, display;
	struct str	 prefix, suffix;
	struct str	 format;	/* "%1%、"; instead of those */
};

struct list_style {
	const char		*name;		/* "" numbers the headings */
	struct level		 level[LEVELS];
	int			 count[LEVELS];	/* of the list last in use */
	bool			 used[LEVELS];
	struct list_style	*next;
};

struct odf_lists {
	struct arena		*arena;
	struct list_style	*first, *now;
	int			 nstyle;

	struct list_style	*style;		/* of the open list */
	int			 depth;
	bool			 fresh;	/* an item without a paragraph */
	int			 start;		/* that it asks for, or -1 */
};

static const struct {
	const char	*begins;
	enum ordinal	 how;
} formats[] = {
	{ "01,", ORDINAL_ZERO },
	{ "1", ORDINAL_DECIMAL },
	{ "a", ORDINAL_LOWER },
	{ "A", ORDINAL_UPPER },
	{ "i", ORDINAL_LOWER_ROMAN },
	{ "I", ORDINAL_UPPER_ROMAN },
	{ "一", ORDINAL_HAN },
	{ "壹", ORDINAL_LEGAL },
	{ "甲", ORDINAL_STEM },
	{ "子", ORDINAL_BRANCH },
	{ "①", ORDINAL_CIRCLE },
	{ "１", ORDINAL_WIDE },
};

struct odf_lists *
odf_lists_new(struct arena *a)
{
	struct odf_lists	*l = arena_alloc(a, 1, sizeof(*l));

	l->arena = a;
	return l;
}

static struct str
copy_attr(struct odf_lists *l, struct xml *x, const char *name)
{
	const char	*v = xml_attr(x, name);

	return v != NULL ? str_dup(l->arena, str_of(v)) : STR("");
}

static void
start_style(struct odf_lists *l, const char *name)
{
	struct list_style	*s;

	l->now = NULL;
	if (name == NULL || l->nstyle++ >= LIMIT_COLUMNS)
		return;
	s = arena_alloc(l->arena, 1, sizeof(*s));
	s->name = arena_dup(l->arena, name, strlen(name));
	s->next = l->first;
	l->first = l->now = s;
}

static void
start_level(struct odf_lists *l, struct xml *x)
{
	int		 n = xml_attr_int(x, "text:level", 1);
	const char	*format = xml_attr(x, "style:num-format");
	struct level	*v;

	if (l->now == NULL || n < 1 || n > LEVELS)
		return;
	v = &l->now->level[n - 1];
	*v = (struct level){ .how = ORDINAL_NONE };
	v->start = xml_attr_int(x, "text:start-value", 1);
	v->display = xml_attr_int(x, "text:display-levels", 1);
	v->prefix = copy_attr(l, x, "style:num-prefix");
	v->suffix = copy_attr(l, x, "style:num-suffix");
	v->format = copy_attr(l, x, "?:num-list-format");
	for (size_t i = 0; format != NULL &&
	    i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strncmp(format, formats[i].begins,
		    strlen(formats[i].begins)) == 0) {
			v->how = formats[i].how;
			break;
		}
}

void
odf_lists_style(struct odf_lists *l, struct xml *x, const char *name)
{
	if (strcmp(name, "text:list-style") == 0)
		start_style(l, xml_attr(x, "style:name"));
	else if (strcmp(name, "text:outline-style") == 0)
		start_style(l, "");
	else if (strcmp(name, "text:list-level-style-number") == 0 ||
	    strcmp(name, "text:outline-level-style") == 0)
		start_level(l, x);
}

static struct list_style *
find(struct odf_lists *l, const char *name)
{
	struct list_style	*s = l->first;

	while (s != NULL && strcmp(s->name, name) != 0)
		s = s->next;
	return s;
}

/*
 * A list begins anew unless it says that it goes on: then with the numbers
 * of the last one of its style, which is the one it means.
 */
void
odf_list_open(struct odf_lists *l, struct xml *x)
{
	const char	*style = xml_attr(x, "text:style-name");
	const char	*on = xml_attr(x, "text:continue-numbering");
	bool		 goes_on = xml_attr(x, "text:continue-list") != NULL ||
			    (on != NULL && strcmp(on, "true") == 0);

	l->depth++;
	l->fresh = false;
	if (style != NULL)
		l->style = find(l, style);
	else if (l->depth == 1)
		l->style = NULL;
	if (l->style == NULL || goes_on)
		return;
	for (int i = l->depth - 1; i < LEVELS; i++)
		l->style->used[i] = false;
}

void
odf_list_close(struct odf_lists *l)
{
	if (l->depth > 0)
		l->depth--;
	l->fresh = false;
}

void
odf_list_item(struct odf_lists *l, struct xml *x)
{
	l->fresh = true;
	l->start = xml_attr_int(x, "text:start-value", -1);
}

static void
count(struct list_style *s, int level, int start)
{
	if (start >= 0)
		s->count[level] = start;
	else
		s->count[level] = s->used[level] ? s->count[level] + 1 :
		    s->level[level].start;
	s->used[level] = true;
	for (int i = 0; i < level; i++)
		if (!s->used[i]) {
			s->used[i] = true;
			s->count[i] = s->level[i].start;
		}
	for (int i = level + 1; i < LEVELS; i++)
		s->used[i] = false;
}

static void
put_number(struct buf *b, const struct list_style *s, int level)
{
	ordinal(b, s->level[level].how, s->count[level]);
}

/* A list format: the number of each level as "%1%". */
static void
put_format(struct buf *b, const struct list_style *s, struct str f)
{
	for (size_t i = 0; i < f.n; i++)
		if (f.p[i] == '%' && i + 2 < f.n && f.p[i + 2] == '%' &&
		    f.p[i + 1] >= '1' && f.p[i + 1] <= '9') {
			put_number(b, s, f.p[i + 1] - '1');
			i += 2;
		} else
			buf_add(b, f.p + i, 1);
}

struct str
odf_list_label(struct odf_lists *l, int heading)
{
	struct list_style	*s = l->style;
	const struct level	*v;
	struct buf		 b;
	int			 level = l->depth - 1;

	if (l->depth == 0 && heading > 0) {
		s = find(l, "");
		level = heading - 1;
		l->start = -1;
	} else if (!l->fresh || l->depth == 0)
		return STR("");
	l->fresh = false;
	if (s == NULL || level >= LEVELS)
		return STR("");
	count(s, level, l->start);
	v = &s->level[level];
	if (v->how == ORDINAL_NONE)
		return STR("");
	buf_init(&b, l->arena);
	if (v->format.n > 0) {
		put_format(&b, s, v->format);
		return buf_text(&b);
	}
	buf_str(&b, v->prefix);
	for (int i = level - (v->display > 1 ? v->display - 1 : 0);
	    i <= level; i++)
		if (i >= 0 && s->level[i].how != ORDINAL_NONE) {
			put_number(&b, s, i);
			buf_puts(&b, i < level ? "." : "");
		}
	buf_str(&b, v->suffix);
	return buf_text(&b);
}
