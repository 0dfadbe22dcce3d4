/*
 * Divisions beyond the table of the Bureau of Statistics: zones with a
 * committee of their own (schema/division/zone.tsv), divisions that are no
 * more (history.tsv), and those that were founded after it (since.tsv).
 *
 * A row of the first two whose code the table has is one more name of that
 * division, or says when it ceased to be; all others are divisions.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/embed.h"
#include "form/division.h"

#define MORE_MAX	12000	/* rows of the three */
#define LINK_MAX	12000	/* of them */

/* As in the tables; the divisions have no indices yet. */
struct link {
	struct str	 from, to;
};

struct more {
	struct arena	*arena;
	struct divisions *d;
	int		 n;		/* rows of v with those added */
	struct link	*link;
	int		 nlink;
	struct str	*name_of;	/* codes, side by side with d->more */
};

int
division_more_max(void)
{
	return MORE_MAX;
}

enum level
division_level(struct str code)
{
	if (str_has(code, STR("z")))
		return LEVEL_COUNTY;
	switch (code.n) {
	case 2:
		return LEVEL_PROVINCE;
	case 4:
		return LEVEL_PREFECTURE;
	case 6:
		return LEVEL_COUNTY;
	case 9:
		return LEVEL_TOWNSHIP;
	default:
		return LEVEL_UNKNOWN;
	}
}

static void
add_name(struct more *m, struct str code, struct str name, int gone)
{
	struct divname	*x = &m->d->more[m->d->nmore];

	if (m->d->nmore == MORE_MAX)
		return;
	x->inner = str_ends(name, STR("*"));
	if (x->inner)
		name.n--;
	x->name = name;
	x->gone = gone;
	m->name_of[m->d->nmore++] = code;
}

/*
 * A division, of which the code is not filled in yet, or the name for one
 * there is.  False when it says nothing new, or its province is not in the
 * table.
 */
static bool
add(struct more *m, struct str code, struct division new)
{
	struct divisions	*d = m->d;
	const struct division	*x = division_of(d, code);
	struct str		 last;

	if (division_of(d, str_sub(code, 0, 2)) == NULL || m->n == MORE_MAX)
		return false;
	last = m->n > 0 ? str_of(d->v[d->n + m->n - 1].code) : STR("");
	if (x != NULL && str_eq(x->name, new.name))
		return false;
	if (x != NULL || str_eq(last, code)) {
		add_name(m, code, new.name, new.gone);
		return true;
	}
	new.code = str_dup(m->arena, code).p;
	new.level = division_level(code);
	d->v[d->n + m->n++] = new;
	return true;
}

/* The division of that code and name in the table, or NULL. */
static struct division *
in_table(struct more *m, struct str code, struct str name)
{
	const struct division	*x = division_of(m->d, code);

	return x != NULL && str_eq(x->name, name) ?
	    &m->d->v[x - m->d->v] : NULL;
}

static void
add_links(struct more *m, struct str from, struct str list)
{
	struct str	 to;

	while (str_field(&list, ' ', &to))
		if (to.n != 0 && !str_eq(from, to) && m->nlink < LINK_MAX)
			m->link[m->nlink++] = (struct link){ from, to };
}

static void
read_zones(struct more *m)
{
	struct str	 text = embed_unpack(m->arena, "division/zone.tsv");
	struct str	 line, code, names, name;

	while (str_line(&text, &line)) {
		if (line.n == 0 || line.p[0] == '#' ||
		    !str_field(&line, '\t', &code) ||
		    !str_field(&line, '\t', &names))
			continue;
		for (bool first = true; str_field(&names, '|', &name);
		    first = false) {
			struct str	 bare = name;

			if (str_ends(name, STR("*")))
				bare.n--;
			if (first && !add(m, code, (struct division){
			    .name = bare, .zone = true, .made = true }))
				break;
			if ((!first || bare.n != name.n) &&
			    str_has(code, STR("z")))
				add_name(m, code, name, 0);
		}
		add_links(m, code, line);
	}
}

static void
read_history(struct more *m)
{
	struct str	 text = embed_unpack(m->arena,
			    "division/history.tsv");
	struct str	 line, code, name, gone;

	while (str_line(&text, &line)) {
		struct division	*x;

		if (line.n == 0 || line.p[0] == '#' ||
		    !str_field(&line, '\t', &code) ||
		    !str_field(&line, '\t', &name) ||
		    !str_field(&line, '\t', &gone))
			continue;
		/* 江北区 became 两江新区 after the table was made. */
		if ((x = in_table(m, code, name)) != NULL)
			x->gone = atoi(gone.p);
		else if (!add(m, code, (struct division){ .name = name,
		    .gone = atoi(gone.p) }))
			continue;
		add_links(m, code, line);
	}
}

static void
read_since(struct more *m)
{
	struct str	 text = embed_unpack(m->arena, "division/since.tsv");
	struct str	 line, code, name, since;

	while (str_line(&text, &line)) {
		struct division	*x;

		if (line.n == 0 || line.p[0] == '#' ||
		    !str_field(&line, '\t', &code) ||
		    !str_field(&line, '\t', &name) ||
		    !str_field(&line, '\t', &since))
			continue;
		if ((x = in_table(m, code, name)) != NULL)
			x->since = atoi(since.p);
		else if (add(m, code, (struct division){ .name = name,
		    .since = atoi(since.p) }))
			add_links(m, code, line);
	}
}

static int
by_code(const void *a, const void *b)
{
	const struct division	*x = a, *y = b;

	return strcmp(x->code, y->code);
}

static int
by_from(const void *a, const void *b)
{
	const struct divlink	*x = a, *y = b;

	return x->from != y->from ? x->from - y->from : x->to - y->to;
}

static int
by_to(const void *a, const void *b)
{
	const struct divlink	*x = a, *y = b;

	return x->to != y->to ? x->to - y->to : x->from - y->from;
}

/* The one above is the last before it whose code begins this one's. */
static int
parent_of(const struct divisions *d, int at)
{
	int	 i = at - 1;

	while (i >= 0 && (strlen(d->v[i].code) >= strlen(d->v[at].code) ||
	    strncmp(d->v[i].code, d->v[at].code, strlen(d->v[i].code)) != 0))
		i = d->v[i].parent;
	return i;
}

static void
settle(struct more *m)
{
	struct divisions	*d = m->d;
	const struct division	*from, *to;
	int			 n = 0;

	d->n += m->n;
	qsort(d->v, (size_t)d->n, sizeof *d->v, by_code);
	for (int i = 0; i < d->n; i++) {
		d->v[i].index = i;
		d->v[i].parent = parent_of(d, i);
	}
	for (int i = 0; i < d->nmore; i++) {
		from = division_of(d, m->name_of[i]);
		if (from == NULL)
			continue;
		d->more[n] = d->more[i];
		d->more[n++].index = from->index;
	}
	d->nmore = n;
	d->into = arena_alloc(m->arena, (size_t)m->nlink + 1,
	    sizeof *d->into);
	d->of = arena_alloc(m->arena, (size_t)m->nlink + 1, sizeof *d->of);
	for (int i = 0; i < m->nlink; i++) {
		from = division_of(d, m->link[i].from);
		to = division_of(d, m->link[i].to);
		if (from != NULL && to != NULL)
			d->into[d->ninto++] = (struct divlink){ from->index,
			    to->index };
	}
	qsort(d->into, (size_t)d->ninto, sizeof *d->into, by_from);
	if (d->ninto > 0)
		memcpy(d->of, d->into, (size_t)d->ninto * sizeof *d->of);
	qsort(d->of, (size_t)d->ninto, sizeof *d->of, by_to);
}

void
division_more(struct arena *a, struct divisions *d)
{
	struct more	 m = { .arena = a, .d = d };

	m.link = arena_alloc(a, LINK_MAX, sizeof *m.link);
	m.name_of = arena_alloc(a, MORE_MAX, sizeof *m.name_of);
	d->more = arena_alloc(a, MORE_MAX, sizeof *d->more);
	read_zones(&m);
	read_history(&m);
	read_since(&m);
	settle(&m);
}

/* The links of which key() is i, in a list that is in order of it. */
static int
links_of(const struct divlink *v, int n, int i, bool from,
    const struct divlink **first)
{
	int	 lo = 0, hi = n, end;

	while (lo < hi) {
		int	 mid = lo + (hi - lo) / 2;

		if ((from ? v[mid].from : v[mid].to) < i)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (end = lo; end < n && (from ? v[end].from : v[end].to) == i; )
		end++;
	*first = &v[lo];
	return end - lo;
}

int
division_into(const struct divisions *d, const struct division *x,
    const struct divlink **first)
{
	return links_of(d->into, d->ninto, x->index, true, first);
}

int
division_of_what(const struct divisions *d, const struct division *x,
    const struct divlink **first)
{
	return links_of(d->of, d->ninto, x->index, false, first);
}

bool
division_within(const struct divisions *d, const struct division *a,
    const struct division *b)
{
	const struct divlink	*link;
	int			 n;

	if (division_in(a, b))
		return true;
	n = division_into(d, b, &link);
	for (int i = 0; i < n; i++)
		if (division_in(a, &d->v[link[i].to]))
			return true;
	/* What a, or a division it was in, became. */
	for (; a != NULL; a = division_above(d, a)) {
		n = a->gone != 0 ? division_into(d, a, &link) : 0;
		for (int i = 0; i < n; i++)
			if (division_in(&d->v[link[i].to], b))
				return true;
	}
	return false;
}

const struct division *
division_today(const struct divisions *d, const struct division *x)
{
	const struct divlink	*link;

	while (x->gone != 0 && division_into(d, x, &link) == 1 &&
	    str_eq(d->v[link[0].to].name, x->name))
		x = &d->v[link[0].to];
	return x;
}
