#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/chain.h"

#define NAME_CHARS	24	/* of the longest name of a division */
#define VISITS		4000	/* names tried for one chain */
#define STEMS_MAX	32	/* divisions that are called by one stem */
#define STEM_MAX	(8 * sizeof "市")	/* bytes of a stem */
#define YEAR_FIRST	2008	/* of which reports were due */
#define SHORT_MAX	2	/* stems that may follow one another */

struct walk {
	const struct divisions	*d;
	struct str		 s;
	struct chain		*best;
	int			 year;
	bool			 late;	/* names of other times count, too */
	bool			 direct; /* the best needs no zone */
	int			 visits;
};

/* Where on the way: below what, how deep, and through which zone. */
struct way {
	const struct division	*above, *zone;
	int			 depth;
};

static void	walk_on(struct walk *, size_t at, struct way);

static void
keep(struct walk *w, size_t end, const struct division *x, struct way next)
{
	struct chain	*c = w->best;

	if (end < c->end)
		return;
	if (end > c->end) {
		c->end = end;
		c->n = 0;
		c->deep = false;
		c->zone = NULL;
		w->direct = false;
	}
	if (next.zone != NULL)
		c->zone = next.zone;
	else
		w->direct = true;
	for (int i = 0; i < c->n; i++) {
		/* 东莞市 is a prefecture and, for the tables, its county. */
		if (c->last[i] == x || (division_in(x, c->last[i]) &&
		    str_eq(x->name, c->last[i]->name)))
			return;
	}
	if (c->n < CHAIN_MAX)
		c->last[c->n++] = x;
	c->deep |= next.depth > 2;
}

/*
 * Whether a name was in use in that year.  When it is not known, no county
 * goes by the name of another that may have been meant.
 */
static bool
is_of_time(int year, const struct divname *name, const struct division *x)
{
	if (year == 0)
		return name->gone == 0 ||
		    (x->level < LEVEL_TOWNSHIP && name->gone >= YEAR_FIRST);
	return year >= x->since && (name->gone == 0 || year <= name->gone);
}

/* Whether a name of x counts below what was named before it. */
static bool
is_below(const struct walk *w, const struct divname *name,
    const struct division *x, const struct division *above)
{
	const struct divlink	*link;
	int			 n;

	if (!w->late && !is_of_time(w->year, name, x))
		return false;
	if (above == NULL)
		return !name->inner;
	if (x == above)
		return false;
	if (division_in(x, above))
		return true;
	n = division_into(w->d, above, &link);
	for (int i = 0; i < n; i++)
		if (division_in(x, &w->d->v[link[i].to]) &&
		    (above->made || x->index != link[i].to))
			return true;
	return false;
}

/*
 * The division that is meant by a name: of one out of use, that which took
 * over the name, as 梅县区 did that of 梅县.
 */
static const struct division *
meant(const struct walk *w, const struct divname *name,
    const struct division *x)
{
	const struct divlink	*link;
	int			 n = division_into(w->d, x, &link);

	if (name->gone != 0 && w->year > name->gone)
		for (int i = 0; i < n; i++) {
			const struct division	*to = &w->d->v[link[i].to];

			if (to != x && str_starts(to->name, x->name))
				return to;
		}
	return division_today(w->d, x);
}

/*
 * Where a zone and a district are called 两江新区, whether what follows says
 * that x is not the one: the zone has a committee, the district none.
 */
static bool
is_namesake(const struct walk *w, const struct divname *first, int n,
    const struct division *x, size_t end)
{
	struct str	 rest = str_from(w->s, end);
	bool		 committee = str_starts(rest, STR("管理委员会")) ||
			    str_starts(rest, STR("管委会"));
	bool		 other = false;

	if (!committee && !str_starts(rest, STR("人民政府")))
		return false;
	for (int i = 0; i < n; i++)
		other |= w->d->v[first[i].index].zone != x->zone;
	return other && x->zone != committee;
}

/* All divisions of that name below x, and what follows each. */
static void
try_name(struct walk *w, struct str name, size_t end, struct way way)
{
	static const struct {
		const char	*text;
		bool		 of_zone;
	} organ[] = { { "人民政府", false }, { "管理委员会", true },
	    { "管委会", true } };
	const struct divname	*first;
	int			 n = division_named(w->d, name, &first);

	for (int i = 0; i < n && w->visits < VISITS; i++) {
		const struct division	*x = &w->d->v[first[i].index];
		struct way		 next = { x, x->made ? x : way.zone,
					    way.depth + 1 };

		w->visits++;
		if (!is_below(w, &first[i], x, way.above) ||
		    is_namesake(w, first, n, x, end))
			continue;
		keep(w, end, meant(w, &first[i], x), next);
		if (x->level == LEVEL_TOWNSHIP)
			continue;
		walk_on(w, end, next);
		for (size_t k = 0; k < sizeof organ / sizeof organ[0]; k++) {
			struct str	 o = str_of(organ[k].text);

			if ((x->zone || !organ[k].of_zone) &&
			    str_starts(str_from(w->s, end), o))
				walk_on(w, end + o.n, next);
		}
	}
}

/* The table may have what is called 二酉苗族乡 as 二酉乡. */
static void
try_plain(struct walk *w, struct str name, size_t end, struct way way)
{
	const struct divname	*first;
	struct str		 plain = division_plain(name);
	char			 with[NAME_CHARS * UTF8_MAX + sizeof "乡"];

	if (plain.n == 0 || division_named(w->d, name, &first) != 0)
		return;
	memcpy(with, plain.p, plain.n);
	memcpy(with + plain.n, "乡", sizeof "乡");
	try_name(w, str_of(with), end, way);
}

/* Never deeper than there are levels of divisions. */
static void
walk_on(struct walk *w, size_t at, struct way way)
{
	static const char *const office[] = { "办事处", "街办" };
	char	 with[NAME_CHARS * UTF8_MAX + sizeof "街道"];
	size_t	 end = at;

	for (int chars = 0; chars < NAME_CHARS && end < w->s.n; chars++) {
		struct str	 name, rest;

		utf8_next(w->s, &end);
		name = str_sub(w->s, at, end - at);
		try_name(w, name, end, way);
		try_plain(w, name, end, way);
		/* 新华办事处 is that of 新华街道. */
		rest = str_from(w->s, end);
		for (size_t k = 0; k < sizeof office / sizeof office[0]; k++) {
			if (!str_starts(rest, str_of(office[k])) ||
			    name.n + sizeof "街道" > sizeof with)
				continue;
			memcpy(with, name.p, name.n);
			memcpy(with + name.n, "街道", sizeof "街道");
			try_name(w, str_of(with), end, way);
		}
	}
}

static void
sort_by_code(struct chain *c)
{
	for (int i = 1; i < c->n; i++)
		for (int k = i; k > 0 &&
		    c->last[k]->index < c->last[k - 1]->index; k--) {
			const struct division	*t = c->last[k];

			c->last[k] = c->last[k - 1];
			c->last[k - 1] = t;
		}
}

static void
read_all(const struct divisions *d, struct str s,
    const struct division *above, int year, bool late, struct chain *c)
{
	struct walk	 w = { .d = d, .s = s, .best = c, .year = year,
	    .late = late };
	struct way	 way = { .above = above, .depth = 1 };

	c->n = 0;
	c->end = 0;
	c->deep = false;
	c->zone = NULL;
	walk_on(&w, 0, way);
	/* 两江新区 is a zone that governs a township, and its district. */
	if (w.direct)
		c->zone = NULL;
	sort_by_code(c);
}

void
chain_read(const struct divisions *d, struct str s,
    const struct division *above, int year, struct chain *c)
{
	struct chain	 late;

	read_all(d, s, above, year, false, c);
	if (c->end == s.n)
		return;
	read_all(d, s, above, year, true, &late);
	if (late.end > c->end)
		*c = late;
}

/* All that are called so with 市, 县 or the like behind it; how many. */
static int
divisions_of_stem(const struct divisions *d, struct str stem,
    const struct division *above, const struct division *v[STEMS_MAX])
{
	static const char *const ends[] = { "市", "县", "区", "州", "盟",
	    "旗", "地区", "新区", "自治县" };
	char	 with[NAME_CHARS * UTF8_MAX + sizeof "自治县"];
	int	 count = 0;

	if (stem.n < sizeof "信阳" - 1 || stem.n > NAME_CHARS * UTF8_MAX)
		return 0;
	for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++) {
		const struct divname	*first;
		int			 n;

		memcpy(with, stem.p, stem.n);
		memcpy(with + stem.n, ends[k], strlen(ends[k]) + 1);
		n = division_named(d, str_of(with), &first);
		for (int i = 0; i < n && count < STEMS_MAX; i++) {
			const struct division	*x = &d->v[first[i].index];
			bool			 known = false;

			if (x->level == LEVEL_TOWNSHIP ||
			    (first[i].gone != 0 &&
			    first[i].gone <= DIVISIONS_YEAR) ||
			    (above != NULL && !division_in(x, above)))
				continue;
			for (int m = 0; m < count; m++)
				known = known || v[m] == x;
			if (!known)
				v[count++] = x;
		}
	}
	return count;
}

const struct division *
chain_stem(const struct divisions *d, struct str stem,
    const struct division *above)
{
	const struct division	*v[STEMS_MAX], *found = NULL;
	int			 n = divisions_of_stem(d, stem, above, v);

	for (int i = 0; i < n; i++) {
		/* 长沙县 in 长沙市 would be called by its full name. */
		if (found != NULL && division_in(v[i], found))
			continue;
		if (found != NULL && !division_in(found, v[i]))
			return NULL;
		found = v[i];
	}
	return found;
}

/* Of two readings the longer; of equals all that they may mean. */
static void
join(struct chain *c, const struct chain *in, size_t at)
{
	if (in->n == 0 || at + in->end < c->end)
		return;
	if (c->n == 0 || at + in->end > c->end) {
		*c = *in;
		c->end = at + in->end;
		return;
	}
	for (int i = 0; i < in->n; i++) {
		bool	 known = false;

		for (int k = 0; k < c->n; k++)
			known = known || c->last[k] == in->last[i];
		if (!known && c->n < CHAIN_MAX)
			c->last[c->n++] = in->last[i];
	}
	sort_by_code(c);
}

static void
read_short(const struct divisions *d, struct str s,
    const struct division *above, int year, int depth, struct chain *c)
{
	const struct division	*v[STEMS_MAX];
	struct chain		 in;

	c->n = 0;
	c->end = 0;
	for (size_t at = 0; at < s.n && at < STEM_MAX; ) {
		int	 n;

		(void)utf8_next(s, &at);
		n = divisions_of_stem(d, str_sub(s, 0, at), above, v);
		for (int i = 0; i < n; i++) {
			chain_read(d, str_from(s, at), v[i], year, &in);
			if (in.n == 0 && depth < SHORT_MAX)
				read_short(d, str_from(s, at), v[i], year,
				    depth + 1, &in);
			join(c, &in, at);
		}
	}
}

void
chain_read_short(const struct divisions *d, struct str s,
    const struct division *above, int year, struct chain *c)
{
	read_short(d, s, above, year, 1, c);
}
