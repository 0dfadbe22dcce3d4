#include <config.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/docx_style.h"
#include "read/xml.h"

#define NONE	(-1)	/* of a property: not said */

struct known {
	struct style	 is;
	const char	*based_on;
	bool		 paragraph, run;
	struct known	*next;
};

struct styles {
	struct arena	*arena;
	struct known	*first, *now;
	struct known	**by_id;
	size_t		 n;
};

/* "heading 1", "标题 1"; "Title" and "标题" are above them. */
static int
level_of_name(const char *name)
{
	static const char *const	 stem[] = { "heading", "标题" };
	char				 s[32];
	size_t				 n = 0, len;

	for (; *name != '\0' && n < sizeof(s) - 1; name++)
		if (*name != ' ')
			s[n++] = *name >= 'A' && *name <= 'Z' ?
			    (char)(*name - 'A' + 'a') : *name;
	s[n] = '\0';
	if (strcmp(s, "title") == 0)
		return 1;
	for (size_t i = 0; i < sizeof(stem) / sizeof(stem[0]); i++) {
		len = strlen(stem[i]);
		if (strncmp(s, stem[i], len) == 0 && s[len] >= '1' &&
		    s[len] <= '9' && s[len + 1] == '\0')
			return s[len] - '0';
	}
	return 0;
}

static void
start_style(struct styles *s, struct xml *x)
{
	struct known	*k = arena_alloc(s->arena, 1, sizeof(*k));
	const char	*id = xml_attr(x, "w:styleId"),
			*type = xml_attr(x, "w:type");

	if (id == NULL)
		return;
	k->is = (struct style){ .id = arena_dup(s->arena, id, strlen(id)),
	    .level = NONE, .num = NONE, .ilvl = NONE,
	    .look = look_unsaid() };
	k->paragraph = type == NULL || strcmp(type, "paragraph") == 0;
	k->run = type != NULL && strcmp(type, "character") == 0;
	k->next = s->first;
	s->first = s->now = k;
	s->n++;
}

static int
style_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct styles	*s = ctx;
	struct known	*k = s->now;
	const char	*v = xml_attr(x, "w:val");

	if (s->n > LIMIT_ENTRIES)
		return err_set(e, ERR_LIMIT, "more than %d styles",
		    LIMIT_ENTRIES);
	if (strcmp(name, "w:style") == 0)
		start_style(s, x);
	else if (k == NULL)
		return 0;
	else if (v == NULL)
		look_set(&k->is.look, x, name);
	else if (strcmp(name, "w:name") == 0) {
		if (level_of_name(v) > 0 && k->is.level == NONE)
			k->is.level = level_of_name(v);
	} else if (strcmp(name, "w:basedOn") == 0)
		k->based_on = arena_dup(s->arena, v, strlen(v));
	else if (strcmp(name, "w:outlineLvl") == 0)
		k->is.level = xml_attr_int(x, "w:val", 9) + 1;
	else if (strcmp(name, "w:numId") == 0)
		k->is.num = xml_attr_int(x, "w:val", 0);
	else if (strcmp(name, "w:ilvl") == 0)
		k->is.ilvl = xml_attr_int(x, "w:val", 0);
	else
		look_set(&k->is.look, x, name);
	return 0;
}

static int
style_end(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct styles	*s = ctx;

	(void)x;
	(void)e;
	if (strcmp(name, "w:style") == 0)
		s->now = NULL;
	return 0;
}

static int
by_id(const void *va, const void *vb)
{
	const struct known	*a = *(struct known *const *)va;
	const struct known	*b = *(struct known *const *)vb;

	return strcmp(a->is.id, b->is.id);
}

static struct known *
find(const struct styles *s, const char *id)
{
	struct known	 key = { .is.id = id }, *pkey = &key, **k;

	if (s->n == 0)
		return NULL;
	k = bsearch(&pkey, s->by_id, s->n, sizeof(*s->by_id), by_id);
	return k != NULL ? *k : NULL;
}

/* What a style does not say, the nearest that it is based on does. */
static void
inherit(const struct styles *s, struct known *k)
{
	const struct known	*up = k;

	for (int i = 0; i < 16 && up->based_on != NULL; i++) {
		up = find(s, up->based_on);
		if (up == NULL)
			break;
		if (k->is.level == NONE)
			k->is.level = up->is.level;
		if (k->is.num == NONE) {
			k->is.num = up->is.num;
			if (k->is.ilvl == NONE)
				k->is.ilvl = up->is.ilvl;
		}
		look_inherit(&k->is.look, up->is.look);
	}
}

int
styles_read(struct arena *a, struct bytes in, struct styles **to,
    struct err *e)
{
	static const struct xml_events	 events = {
		style_start, style_end, NULL
	};
	struct styles			*s = arena_alloc(a, 1, sizeof(*s));
	size_t				 n = 0;

	s->arena = a;
	*to = s;
	if (in.n == 0)
		return 0;
	if (xml_parse(in, &events, s, e) < 0)
		return -1;
	s->by_id = arena_alloc(a, s->n + 1, sizeof(*s->by_id));
	for (struct known *k = s->first; k != NULL; k = k->next)
		s->by_id[n++] = k;
	qsort(s->by_id, s->n, sizeof(*s->by_id), by_id);
	for (struct known *k = s->first; k != NULL; k = k->next)
		inherit(s, k);
	for (struct known *k = s->first; k != NULL; k = k->next)
		if (k->is.level < 0 || k->is.level > 9)
			k->is.level = 0;
	return 0;
}

const struct style *
styles_find(const struct styles *s, const char *id)
{
	const struct known	*k = find(s, id);

	return k != NULL && k->paragraph ? &k->is : NULL;
}

const struct style *
styles_find_run(const struct styles *s, const char *id)
{
	const struct known	*k = find(s, id);

	return k != NULL && k->run ? &k->is : NULL;
}
