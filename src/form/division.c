#include <config.h>

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/embed.h"
#include "base/err.h"
#include "form/division.h"
#include "form/organ_rule.h"

static bool
is_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n != 0;
}

static int
count_lines(struct str text)
{
	int	 n = 1;

	for (size_t i = 0; i < text.n; i++)
		n += text.p[i] == '\n';
	return n;
}

static int
read_line(struct arena *a, struct divisions *d, struct str line,
    struct err *e)
{
	struct division	*x = &d->v[d->n];
	struct str	 code, name, mark = STR("");

	if (!str_field(&line, '\t', &code) || !str_field(&line, '\t', &name))
		return err_set(e, ERR_FORMAT, "a line has no tab");
	if (line.p != NULL)
		mark = line;
	*x = (struct division){ .name = name, .level = division_level(code),
	    .zone = str_has(mark, STR("z")),
	    .group = str_has(mark, STR("n")),
	    .outside = str_has(mark, STR("s")) };
	if (!is_digits(code) || x->level == LEVEL_UNKNOWN || name.n == 0)
		return err_set(e, ERR_FORMAT,
		    "\"" STR_FMT "\" is no code of a division", STR_ARG(code));
	x->code = str_dup(a, code).p;
	if (d->n != 0 && strcmp(d->v[d->n - 1].code, x->code) >= 0)
		return err_set(e, ERR_FORMAT, "%s is out of order", x->code);
	d->n++;
	return 0;
}

static void
load_phones(struct arena *a, struct divisions *d)
{
	struct str	 text = embed_unpack(a, "division/phone.tsv"), line;

	d->phone = arena_alloc(a, (size_t)count_lines(text), sizeof *d->phone);
	while (str_line(&text, &line)) {
		struct str	 area;

		if (line.n == 0 || line.p[0] == '#' ||
		    !str_field(&line, '\t', &area) || line.p == NULL)
			continue;
		d->phone[d->nphone++] = (struct divphone){
		    str_dup(a, area).p, str_dup(a, line).p };
	}
}

const struct divisions *
divisions_read(struct arena *a, struct str text, struct err *e)
{
	struct divisions	*d = arena_alloc(a, 1, sizeof *d);
	struct str		 line;
	int			 no = 0;

	d->v = arena_alloc(a, (size_t)count_lines(text) +
	    (size_t)division_more_max(), sizeof *d->v);
	while (str_line(&text, &line)) {
		no++;
		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (read_line(a, d, line, e) < 0) {
			err_wrap(e, "divisions, line %d", no);
			return NULL;
		}
	}
	division_more(a, d);
	division_index(a, d);
	load_phones(a, d);
	d->organs = organ_rules_load(a);
	return d;
}

const struct divisions *
divisions_load(struct arena *a)
{
	struct err		 e;
	const struct divisions	*d;

	d = divisions_read(a, embed_unpack(a, "division/division.tsv"), &e);
	assert(d != NULL);
	return d;
}

/* The first whose code is not before the given one. */
static int
lower_bound(const struct divisions *d, struct str code)
{
	int	 lo = 0, hi = d->n;

	while (lo < hi) {
		int	 mid = lo + (hi - lo) / 2;

		if (str_cmp(str_of(d->v[mid].code), code) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

const struct division *
division_of(const struct divisions *d, struct str code)
{
	int	 i = lower_bound(d, code);

	return i < d->n && str_eq(str_of(d->v[i].code), code) ? &d->v[i] :
	    NULL;
}

const struct division *
division_above(const struct divisions *d, const struct division *x)
{
	return x->parent >= 0 ? &d->v[x->parent] : NULL;
}

bool
division_in(const struct division *a, const struct division *b)
{
	return strncmp(a->code, b->code, strlen(b->code)) == 0;
}

int
division_named(const struct divisions *d, struct str name,
    const struct divname **first)
{
	int	 lo = 0, hi = d->nname, end;

	while (lo < hi) {
		int	 mid = lo + (hi - lo) / 2;

		if (str_cmp(d->name[mid].name, name) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (end = lo; end < d->nname && str_eq(d->name[end].name, name); )
		end++;
	*first = &d->name[lo];
	return end - lo;
}

struct str
division_path(struct arena *a, const struct divisions *d,
    const struct division *x)
{
	struct str	 path = STR("");

	for (; x != NULL; x = division_above(d, x))
		if (!x->group)
			path = str_cat(a, x->name, path);
	return path;
}

bool
division_has_phone(const struct divisions *d, const struct division *x,
    struct str area)
{
	for (int i = 0; i < d->nphone; i++)
		if (str_eq(str_of(d->phone[i].area), area) &&
		    strncmp(x->code, d->phone[i].code,
		    strlen(d->phone[i].code)) == 0)
			return true;
	return false;
}

bool
division_is_phone(const struct divisions *d, struct str area)
{
	for (int i = 0; i < d->nphone; i++)
		if (str_eq(str_of(d->phone[i].area), area))
			return true;
	return false;
}
