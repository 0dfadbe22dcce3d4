/*
 * Evidence of where an organ is besides its name: directories, the agency it
 * reports to, names of places in the text, and telephone numbers.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/line.h"
#include "form/organ_rule.h"
#include "form/place_seek.h"

struct seek *
seek_new(struct arena *a, const struct divisions *d,
    const struct place_hint *hint)
{
	struct seek	*s = arena_alloc(a, 1, sizeof *s);

	s->arena = a;
	s->d = d;
	s->hint = hint;
	buf_init(&s->evidence, a);
	return s;
}

void
seek_say(struct seek *s, const char *what, struct str which)
{
	if (s->evidence.n != 0)
		buf_puts(&s->evidence, "; ");
	buf_puts(&s->evidence, what);
	if (which.n != 0) {
		buf_puts(&s->evidence, " ");
		buf_str(&s->evidence, which);
	}
}

/* 01息县, 息县2021年: without what sorts directories. */
static struct str
without_digits(struct str s)
{
	static const char *const sort[] = { "年度", "年", ".", "-", "_", "、",
	    "(", ")", "（", "）", "0", "1", "2", "3", "4", "5", "6", "7", "8",
	    "9" };
	size_t	 n;

	do {
		n = s.n;
		for (size_t k = 0; k < sizeof sort / sizeof sort[0]; k++) {
			struct str	 x = str_of(sort[k]);

			if (k >= 2 && str_starts(s, x))
				s = str_from(s, x.n);
			if (str_ends(s, x))
				s.n -= x.n;
		}
	} while (s.n != n);
	return s;
}

/* Behind the division: nothing, an organ of it, or what all have below. */
static bool
dir_ends(struct seek *s, struct str rest)
{
	static const char *const what[] = { "各乡镇", "乡镇", "镇街", "街镇",
	    "部门", "各部门", "年报", "政府信息公开年报", "信息公开年报",
	    "政务公开", "信息公开", "政府网", "政府网站", "人民政府网" };

	if (rest.n == 0 || organ_rule_of(s->d->organs, rest) != NULL)
		return true;
	for (size_t k = 0; k < sizeof what / sizeof what[0]; k++)
		if (str_eq(rest, str_of(what[k])))
			return true;
	return false;
}

/* The division of one directory, below found if there is one. */
static const struct division *
dir_division(struct seek *s, struct str dir, const struct division *found)
{
	struct chain		*c = &s->chain;
	const struct division	*x;

	chain_read(s->d, dir, found, s->hint->year, c);
	if (c->n == 0 || !dir_ends(s, str_from(dir, c->end)))
		chain_read(s->d, dir, NULL, s->hint->year, c);
	if (c->n == 1 && dir_ends(s, str_from(dir, c->end)))
		return c->last[0];
	x = chain_stem(s->d, dir, found);
	/* 资源 is a county, too; by itself only the name of a city counts. */
	return x != NULL && (found != NULL || x->level == LEVEL_PREFECTURE) ?
	    x : NULL;
}

/*
 * The division that directories and the file's name speak of, one below
 * the other.  Directories are names of divisions and their organs and
 * nothing else; what a file's name begins with counts if it names two levels
 * or more.
 */
static const struct division *
path_division(struct seek *s, struct str path)
{
	const struct division	*found = NULL, *x;
	struct str		 dir;
	struct chain		*c = &s->chain;

	while (str_field(&path, '/', &dir)) {
		dir = without_digits(str_bare(s->arena, dir));
		if (dir.n == 0)
			continue;
		if (path.p != NULL) {
			if ((x = dir_division(s, dir, found)) != NULL)
				found = x;
			continue;
		}
		chain_read(s->d, dir, found, s->hint->year, c);
		if (c->n == 0)
			chain_read(s->d, dir, NULL, s->hint->year, c);
		if (c->n == 1 && c->deep)
			found = c->last[0];
	}
	return found;
}

/* The division of the agency above, told by its name or its code. */
static const struct division *
parent_division(struct seek *s, struct str parent)
{
	const struct division	*x;

	parent = str_bare(s->arena, parent);
	if ((x = division_of(s->d, parent)) != NULL)
		return x;
	chain_read(s->d, parent, NULL, s->hint->year, &s->chain);
	return s->chain.n == 1 ? s->chain.last[0] : NULL;
}

void
seek_path(struct seek *s)
{
	s->path_is = "parent";
	if ((s->path = parent_division(s, s->hint->parent)) != NULL)
		return;
	s->path_is = "path";
	s->path = path_division(s, s->hint->path);
}

const struct division *
seek_source(struct seek *s)
{
	static const char *const site[] = { "", "人民政府", "政府",
	    "人民政府网", "政府网", "人民政府网站", "政府网站",
	    "人民政府门户网站", "政府门户网站", "人民政府办公室" };
	struct str	 source = str_bare(s->arena, s->hint->source_org);
	struct chain	*c = arena_alloc(s->arena, 1, sizeof *c);

	chain_read(s->d, source, NULL, s->hint->year, c);
	for (size_t k = 0; c->n == 1 && k < sizeof site / sizeof site[0]; k++)
		if (str_eq(str_from(source, c->end), str_of(site[k])))
			return c->last[0];
	return NULL;
}

const struct division *
seek_self(struct seek *s, struct str organ)
{
	static const char *const levels[] = { "省", "市", "县", "区", "旗",
	    "州" };
	const struct place_hint	 hint = { .year = s->hint->year };
	struct str		 self = s->hint->self;
	bool			 good = str_ends(self, organ);
	const struct division	*x;
	struct placement	 p;

	if (self.n == 0)
		return NULL;
	p = place_find(s->arena, s->d, self, &hint);
	x = division_of(s->d, str_of(p.division));
	if (x == NULL || p.vague ||
	    p.kind != organ_rule_of(s->d->organs, organ)->kind)
		return NULL;
	for (size_t k = 0; k < sizeof levels / sizeof levels[0]; k++)
		good = good || (str_starts(organ, str_of(levels[k])) &&
		    str_ends(x->name, str_of(levels[k])));
	return good ? x : NULL;
}

/* Keeps the candidates for which good[] holds, if that leaves some. */
static bool
keep_good(struct chain *c, const bool *good)
{
	int	 n = 0;

	for (int i = 0; i < c->n; i++)
		n += good[i];
	if (n == 0 || n == c->n)
		return false;
	n = 0;
	for (int i = 0; i < c->n; i++)
		if (good[i])
			c->last[n++] = c->last[i];
	c->n = n;
	return true;
}

static const struct division *
ancestor_at(const struct divisions *d, const struct division *x, enum level l)
{
	while (x != NULL && x->level > l)
		x = division_above(d, x);
	return x != NULL && x->level == l && !x->group ? x : NULL;
}

/*
 * Whether a text speaks of the division.  A name of two characters may be
 * part of another one (海城区 is not 城区), so nothing of a name may stand
 * before it.
 */
static bool
speaks_of(struct str text, struct str name)
{
	size_t	 at = 0, n;

	while ((at = str_find(text, name, at)) != STR_NONE) {
		struct str	 before = str_sub(text, 0, at);

		if (utf8_length(name) > 2 || at == 0 ||
		    !utf8_is_han(utf8_last(before, &n)) ||
		    str_ends(before, STR("市")) || str_ends(before, STR("省")))
			return true;
		at += name.n;
	}
	return false;
}

/* Or of it by a name that it had. */
static bool
speaks_of_division(struct seek *s, struct str text, const struct division *x)
{
	const struct divlink	*link;
	int			 n = division_of_what(s->d, x, &link);

	if (speaks_of(text, x->name))
		return true;
	for (int i = 0; i < n; i++)
		if (speaks_of(text, s->d->v[link[i].from].name))
			return true;
	return false;
}

static void
strike_by_text(struct seek *s, struct str text, const char *what)
{
	struct chain	*c = &s->chain;
	bool		 good[CHAIN_MAX];

	for (enum level l = LEVEL_COUNTY; l >= LEVEL_PROVINCE; l--) {
		struct str	 said = STR("");

		for (int i = 0; i < c->n; i++) {
			const struct division	*x = c->last[i];
			const struct division	*up = ancestor_at(s->d, x, l);

			good[i] = up != NULL && up != x &&
			    speaks_of_division(s, text, up);
			if (good[i])
				said = up->name;
		}
		if (keep_good(c, good))
			seek_say(s, what, said);
		if (c->n == 1)
			return;
	}
}

/* The first area code of a telephone number: 0394-2295069. */
static struct str
area_code(const struct divisions *d, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		size_t	 n = 0;

		if (text.p[i] != '0' || (i != 0 && text.p[i - 1] >= '0' &&
		    text.p[i - 1] <= '9'))
			continue;
		while (i + n < text.n && text.p[i + n] >= '0' &&
		    text.p[i + n] <= '9')
			n++;
		/* With a mark behind it, or 7 or 8 digits. */
		for (size_t len = 3; len <= 4; len++)
			if ((n == len || (n >= len + 7 && n <= len + 8)) &&
			    division_is_phone(d, str_sub(text, i, len)))
				return str_sub(text, i, len);
		i += n != 0 ? n - 1 : 0;
	}
	return STR("");
}

static void
strike_by_phone(struct seek *s, struct str code)
{
	struct chain	*c = &s->chain;
	bool		 good[CHAIN_MAX];

	if (code.n == 0 || c->n < 2)
		return;
	for (int i = 0; i < c->n; i++)
		good[i] = division_has_phone(s->d, c->last[i], code);
	if (keep_good(c, good))
		seek_say(s, "telephone", code);
}

static void
strike_by_path(struct seek *s)
{
	struct chain	*c = &s->chain;
	bool		 good[CHAIN_MAX];

	if (s->path == NULL || c->n < 2)
		return;
	for (int i = 0; i < c->n; i++)
		good[i] = division_within(s->d, c->last[i], s->path) ||
		    division_within(s->d, s->path, c->last[i]);
	if (keep_good(c, good))
		seek_say(s, s->path_is, s->path->name);
}

/* Whether one of the divisions of that name is the one, or near it. */
static bool
is_near(const struct divisions *d, const struct divname *name, int n,
    const struct division *x)
{
	for (int i = 0; i < n; i++)
		if (division_within(d, x, &d->v[name[i].index]) ||
		    division_within(d, &d->v[name[i].index], x))
			return true;
	return false;
}

#define LONGEST	15	/* characters of the names that are looked for */

/*
 * The name of a county or prefecture that ends at end: how many divisions
 * are called so, and where it begins.
 */
static int
name_ending(const struct divisions *d, struct str text, size_t end,
    size_t *begin, const struct divname **first)
{
	size_t	 at = end, n;
	int	 best = 0;

	for (int chars = 0; chars < LONGEST && at > 0; chars++) {
		const struct divname	*name;
		int			 count;

		(void)utf8_last(str_sub(text, 0, at), &n);
		at -= n;
		count = division_named(d, str_sub(text, at, end - at), &name);
		if (count > 0 && d->v[name->index].level != LEVEL_TOWNSHIP &&
		    chars > 1) {
			best = count;
			*first = name;
			*begin = at;
		}
	}
	return best;
}

/*
 * A government that the text names as one speaks of one's own: 息县人民政府,
 * or 息县 right before the agency's own name.  Empty unless there are such
 * and all are of other places than x.
 */
static struct str
other_government(struct seek *s, struct str text, const struct division *x)
{
	static const char *const gov[] = { "人民政府", "政府办", "政府网",
	    "政务" };
	struct str	 other = STR(""), own = x->name;

	for (size_t at = 0; at < text.n; ) {
		const struct divname	*name = NULL;
		struct str		 rest;
		size_t			 begin = 0;
		uint32_t		 c = utf8_next(text, &at);
		bool			 strong;
		int			 n;

		if (c != 0x53BF && c != 0x533A && c != 0x5E02 && c != 0x65D7 &&
		    c != 0x5DDE)	/* 县 区 市 旗 州 */
			continue;
		rest = str_from(text, at);
		strong = str_starts(rest, own);
		for (size_t k = 0; k < sizeof gov / sizeof gov[0]; k++)
			strong = strong || str_starts(rest, str_of(gov[k]));
		n = strong ? name_ending(s->d, text, at, &begin, &name) : 0;
		if (n == 0)
			continue;
		if (is_near(s->d, name, n, x))
			return STR("");
		other = str_sub(text, begin, at - begin);
	}
	return other;
}

/* The divisions of that name that fit what the organ begins with: 县教育局. */
static const struct division *
named_level(const struct divisions *d, const struct divname *name, int n,
    struct str level)
{
	const struct division	*x = NULL;

	for (int i = 0; i < n; i++) {
		const struct division	*y = &d->v[name[i].index];

		if (y->level == LEVEL_TOWNSHIP || y->group ||
		    !str_ends(y->name, level))
			continue;
		if (x != NULL && x != y && !division_in(x, y))
			return NULL;
		x = x == NULL ? y : x;
	}
	return x;
}

/*
 * What may stand behind the name of one's own county: 息县|人民政府, 息县|教育局
 * of 县教育局.  One of a city may be of the city above, whose government is
 * spoken of as well.
 */
static bool
is_own_mark(struct str rest, struct str organ, bool city)
{
	static const char *const gov[] = { "人民政府", "政府办", "政府网",
	    "政务公开" };
	bool	 good = false;

	for (size_t k = 0; k < sizeof gov / sizeof gov[0]; k++)
		good = good || (!city && str_starts(rest, str_of(gov[k])));
	return good || (organ.n >= 2 * sizeof "局" - 2 &&
	    str_starts(rest, organ));
}

/* The same of 息县, too; 城区 is a word as well as a name. */
static int
county_ending(const struct divisions *d, struct str text, size_t end,
    const struct divname **first)
{
	size_t	 begin, n, m;
	int	 count = name_ending(d, text, end, &begin, first);

	if (count > 0 || !str_ends(str_sub(text, 0, end), STR("县")))
		return count;
	(void)utf8_last(str_sub(text, 0, end), &n);
	if (end == n)
		return 0;
	(void)utf8_last(str_sub(text, 0, end - n), &m);
	return division_named(d, str_sub(text, end - n - m, n + m), first);
}

const struct division *
seek_named(struct seek *s, struct str organ)
{
	static const char *const levels[] = { "县", "区", "旗", "市" };
	const struct division	*found = NULL;
	struct str		 text = s->hint->text, level = STR("");

	for (size_t k = 0; k < sizeof levels / sizeof levels[0]; k++)
		if (str_starts(organ, str_of(levels[k])))
			level = str_of(levels[k]);
	if (level.n == 0 || str_starts(organ, STR("市场")))
		return NULL;
	for (size_t at = 0; (at = str_find(text, level, at)) != STR_NONE; ) {
		const struct divname	*name = NULL;
		const struct division	*x;
		int			 n;

		at += level.n;
		if (!is_own_mark(str_from(text, at), str_from(organ, level.n),
		    str_eq(level, STR("市"))))
			continue;
		n = county_ending(s->d, text, at, &name);
		x = n > 0 ? named_level(s->d, name, n, level) : NULL;
		if (n > 0 && (x == NULL || (found != NULL && found != x)))
			return NULL;
		found = n > 0 ? x : found;
	}
	return found;
}

/* What the directories, the page's source and the text say against x. */
static bool
elsewhere(struct seek *s, const struct division *x, struct str text)
{
	const struct division	*source;
	struct str		 other;

	if (s->path != NULL && !division_within(s->d, x, s->path) &&
	    !division_within(s->d, s->path, x)) {
		seek_say(s, arena_printf(s->arena, "but %s", s->path_is),
		    s->path->name);
		return true;
	}
	/* The name of a county alone says more than what stands around it. */
	if (s->chain.deep || s->path != NULL || x->level != LEVEL_TOWNSHIP)
		return false;
	source = seek_source(s);
	if (source != NULL && !division_within(s->d, x, source) &&
	    !division_within(s->d, source, x)) {
		seek_say(s, "but source", source->name);
		return true;
	}
	other = source == NULL ? other_government(s, text, x) : STR("");
	if (other.n != 0)
		seek_say(s, "but text", other);
	return other.n != 0;
}

/*
 * A name that is the only one of its kind may still be that of a place the
 * table does not have; what stands around it can tell.
 */
static bool
contradicted(struct seek *s, struct str text, bool were_several)
{
	const struct division	*x = s->chain.last[0];
	struct str		 phone;

	if (elsewhere(s, x, text))
		return true;
	if (s->chain.deep || (x->level != LEVEL_TOWNSHIP && !were_several))
		return false;
	phone = area_code(s->d, text);
	if (phone.n == 0 || division_has_phone(s->d, x, phone))
		return false;
	/* Of several the text has chosen; it cannot be its own witness. */
	for (const struct division *up = division_above(s->d, x);
	    up != NULL && !were_several; up = division_above(s->d, up))
		if (!up->group && up->level > LEVEL_PROVINCE &&
		    speaks_of_division(s, text, up))
			return false;
	seek_say(s, "but telephone", phone);
	return true;
}

/* One candidate is left and nothing speaks against it. */
bool
seek_settle(struct seek *s)
{
	struct str	 text = s->hint->text;
	bool		 several = s->chain.n > 1;
	struct chain	*all = arena_alloc(s->arena, 1, sizeof *all);

	*all = s->chain;
	strike_by_path(s);
	if (s->chain.n > 1)
		strike_by_text(s, str_bare(s->arena, s->hint->parent),
		    "parent");
	if (s->chain.n > 1)
		strike_by_text(s, s->hint->source_org, "source");
	if (s->chain.n > 1)
		strike_by_text(s, text, "text");
	strike_by_phone(s, area_code(s->d, text));
	if (s->chain.n == 1 && contradicted(s, text, several))
		s->chain = *all;	/* as if nothing had been struck out */
	else if (s->chain.n == 1)
		return true;
	return false;
}
