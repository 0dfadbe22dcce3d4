/* How a name of an agency is divided; see place_seek.h. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/organ_rule.h"
#include "form/place_seek.h"

#define STEM_MAX	(8 * sizeof "市")	/* bytes of a city without 市 */

/* 济南|市中区 and 青岛|市南区: what looks like 市 of the city is not. */
static bool
read_beside(struct seek *s, struct str name)
{
	struct chain		*c = &s->chain;
	struct chain		*in = arena_alloc(s->arena, 1, sizeof *in);
	const struct str	 city = STR("市");
	size_t			 at = c->end - city.n;

	if (c->n != 1 || c->last[0]->level != LEVEL_PREFECTURE ||
	    c->end == name.n || !str_ends(str_sub(name, 0, c->end), city))
		return false;
	chain_read(s->d, str_from(name, at), c->last[0], s->hint->year, in);
	if (in->n == 0)
		return false;
	*c = *in;
	c->end += at;
	return true;
}

/*
 * 吉林 is a province and a city: the one that is not said to be 省 may be
 * either, but only provinces have 厅.
 */
static void
add_namesake(struct seek *s, struct str name)
{
	struct chain		*c = &s->chain;
	const struct division	*x = c->n == 1 ? c->last[0] : NULL;

	if (x == NULL || x->level != LEVEL_PROVINCE || c->end == x->name.n ||
	    c->end == name.n || str_ends(name, STR("厅")) ||
	    str_ends(name, STR("总队")))
		return;
	x = chain_stem(s->d, str_sub(name, 0, c->end), x);
	if (x != NULL && x->level == LEVEL_PREFECTURE)
		c->last[c->n++] = x;
}

/*
 * 上海|浦东|海事局 and 重庆|黔江|高新技术产业开发区, but 北京朝阳医院 is one of
 * 北京.
 */
static bool
is_of_county(const struct organ_rule *rule, struct str organ,
    const struct division *x, size_t stem, const struct division *above)
{
	static const char *const zone[] = { "经济技术开发区", "经济开发区",
	    "高新技术产业开发区", "高新区", "经开区", "工业园区" };

	if (rule->kind == ORGAN_VERTICAL)
		return str_ends(above->name, STR("市"));
	/* 滨海 is less than 滨海新区. */
	if (rule->kind != ORGAN_ZONE_COMMITTEE ||
	    x->name.n != stem + sizeof "区" - 1)
		return false;
	for (size_t k = 0; k < sizeof zone / sizeof zone[0]; k++)
		if (str_starts(organ, str_of(zone[k])))
			return true;
	return false;
}

/* The divisions at the very beginning of a name. */
static void
read_chain(struct seek *s, struct str name)
{
	struct chain		*c = &s->chain;
	struct chain		*in = arena_alloc(s->arena, 1, sizeof *in);
	const struct division	*above = NULL;
	size_t			 from = 0;

	chain_read(s->d, name, NULL, s->hint->year, c);
	if (c->n != 0) {
		above = c->last[0];
		from = c->end;
	}
	if (read_beside(s, name) || c->n > 1 ||
	    (above != NULL && above->level != LEVEL_PROVINCE))
		return;
	chain_read_short(s->d, str_from(name, from), above, s->hint->year,
	    in);
	if (in->n != 0) {
		*c = *in;
		c->end += from;
		return;
	}
	for (size_t at = from; above != NULL && from != above->name.n &&
	    at < name.n && at < from + STEM_MAX; ) {
		const struct organ_rule	*rule;
		const struct division	*x;

		(void)utf8_next(name, &at);
		x = chain_stem(s->d, str_sub(name, from, at - from), above);
		rule = organ_rule_of(s->d->organs, str_from(name, at));
		if (x == NULL || rule == NULL ||
		    (x->level != LEVEL_PREFECTURE &&
		    !is_of_county(rule, str_from(name, at), x, at - from,
		    above)))
			continue;
		c->last[0] = x;
		c->end = at;
		return;
	}
	add_namesake(s, name);
}

/* 西咸新区|底张街道: behind a zone that is not in the table. */
static size_t
skip_zone(struct seek *s, struct str name)
{
	static const char *const ends[] = { "新区", "开发区", "高新区",
	    "经开区", "示范区", "管理区", "实验区", "试验区", "度假区" };

	for (size_t at = 0; at < name.n; utf8_next(name, &at)) {
		struct str	 zone = str_sub(name, 0, at);
		bool		 good = false;

		for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++)
			good |= str_ends(zone, str_of(ends[k]));
		if (!good)
			continue;
		chain_read(s->d, str_from(name, at), NULL, s->hint->year,
		    &s->chain);
		if (s->chain.n != 0 &&
		    s->chain.last[0]->level == LEVEL_TOWNSHIP) {
			seek_say(s, "behind", zone);
			return at;
		}
	}
	s->chain.n = 0;
	return 0;
}

/* 第一师阿拉尔市|十六团|新开岭镇: a regiment, and the town that it is now. */
static void
skip_regiment(struct seek *s, struct str name)
{
	static const char	 digits[] = "一二三四五六七八九十百零〇0123456789";
	struct chain		*c = &s->chain;
	struct chain		*in = arena_alloc(s->arena, 1, sizeof *in);
	size_t			 at = c->end, from = at, n;

	if (c->n != 1 || c->last[0]->level == LEVEL_TOWNSHIP)
		return;
	for (n = at; at < name.n; at = n) {
		(void)utf8_next(name, &n);
		if (!str_has(STR(digits), str_sub(name, at, n - at)))
			break;
	}
	if (at == from || !str_eat(name, &at, "团"))
		return;
	chain_read(s->d, str_from(name, at), c->last[0], s->hint->year, in);
	if (in->n != 1 || in->last[0]->level != LEVEL_TOWNSHIP)
		return;
	in->zone = in->zone != NULL ? in->zone : c->zone;
	*c = *in;
	c->end += at;
}

size_t
seek_places(struct seek *s, struct str name)
{
	read_chain(s, name);
	skip_regiment(s, name);
	return s->chain.n == 0 ? skip_zone(s, name) : 0;
}

/* 市场监督管理局, 乡村振兴局: what they begin with is no level. */
static bool
begins_with_word(struct str organ)
{
	static const char *const words[] = { "市场", "市政", "市容", "市民",
	    "市域", "市区", "县域", "县城", "区域", "区划", "区块", "乡村",
	    "乡镇", "镇区" };

	if (str_starts(organ, STR("市政府")))
		return false;
	for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
		if (str_starts(organ, str_of(words[k])))
			return true;
	return false;
}

bool
seek_cut_level(struct str *organ, const struct division *x)
{
	static const struct {
		const char	*begin;
		enum level	 level;
	} said[] = {
		{ "省", LEVEL_PROVINCE }, { "州", LEVEL_PREFECTURE },
		{ "县", LEVEL_COUNTY }, { "区", LEVEL_COUNTY },
		{ "旗", LEVEL_COUNTY }, { "镇", LEVEL_TOWNSHIP },
		{ "乡", LEVEL_TOWNSHIP },
	};

	if (begins_with_word(*organ))
		return true;
	for (size_t k = 0; k < sizeof said / sizeof said[0]; k++) {
		struct str	 begin = str_of(said[k].begin);

		if (!str_starts(*organ, begin))
			continue;
		if (x->level != said[k].level)
			return false;
		*organ = str_from(*organ, begin.n);
		return true;
	}
	if (str_starts(*organ, STR("市"))) {
		if (!str_ends(x->name, STR("市")))
			return false;
		*organ = str_from(*organ, sizeof "市" - 1);
	}
	return true;
}

/* 息县|县教育局 says twice of what level it is; 县委 is a word of its own. */
static struct str
without_level(struct seek *s, struct str organ)
{
	struct str	 rest = organ;

	if (s->chain.n == 0 || s->chain.last[0]->level == LEVEL_TOWNSHIP ||
	    !seek_cut_level(&rest, s->chain.last[0]) ||
	    str_starts(rest, STR("委")) || str_starts(rest, STR("直")) ||
	    organ_rule_of(s->d->organs, rest) == NULL)
		return organ;
	return rest;
}

struct str
seek_organ(struct seek *s, struct str name, size_t at)
{
	static const char *const of[] = { "人民政府", "行政公署", "行署" };
	struct str		 organ = name;
	const struct organ_rule	*rule;

	if (s->chain.n != 0)
		organ = without_level(s, str_from(name, at + s->chain.end));
	/* 人民政府教育局 is 教育局, but not so 人民政府办公室. */
	rule = organ_rule_of(s->d->organs, organ);
	if (seek_is_several(s, name, at, organ))
		return organ;
	for (size_t k = 0; k < sizeof of / sizeof of[0]; k++)
		if (str_starts(organ, str_of(of[k])) && rule != NULL &&
		    rule->where != ORGAN_WHOLE)
			return str_from(organ, strlen(of[k]));
	return organ;
}
