/*
 * A name is divisions, then an organ:
 *
 *	河南省·周口市·西华县·红花集镇 | 人民政府
 *
 * The divisions that the first part may mean are the candidates.  When
 * there are several, what stands around the name strikes out those that do
 * not agree with it: the path, then names of counties, prefectures and
 * provinces in the text, then the telephone.  What is left over, if it is
 * one, is the place.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/line.h"
#include "form/organ_key.h"
#include "form/organ_rule.h"
#include "form/place_seek.h"

/* The kind of the government of a division. */
static enum organ_kind
kind_of_division(const struct division *x)
{
	if (x->made && (str_ends(x->name, STR("师")) ||
	    str_ends(x->name, STR("兵团"))))
		return ORGAN_GOVERNMENT;
	if (x->zone)
		return ORGAN_ZONE_COMMITTEE;
	if (x->level != LEVEL_TOWNSHIP)
		return ORGAN_GOVERNMENT;
	/*
	 * The last three digits: 001-099 街道, 100-199 镇, 200-399 乡; above
	 * that what is like a township, zones, farms and others.
	 */
	if (x->code[6] == '0')
		return ORGAN_SUBDISTRICT;
	if (x->code[6] <= '3')
		return ORGAN_GOVERNMENT;
	return str_has(x->name, STR("区")) || str_has(x->name, STR("园")) ?
	    ORGAN_ZONE_COMMITTEE : ORGAN_UNKNOWN;
}

/* What all candidates have in common. */
static void
common(const struct chain *c, struct placement *p, bool kind)
{
	p->level = c->last[0]->level;
	if (kind)
		p->kind = kind_of_division(c->last[0]);
	for (int i = 0; i < c->n; i++) {
		if (c->last[i]->level != p->level || c->last[i]->made ||
		    (p->level == LEVEL_TOWNSHIP &&
		    kind_of_division(c->last[i]) == ORGAN_ZONE_COMMITTEE))
			p->level = LEVEL_UNKNOWN;
		if (kind && kind_of_division(c->last[i]) != p->kind)
			p->kind = ORGAN_UNKNOWN;
	}
}

static bool
is_organ_of_place(enum organ_kind k)
{
	return k == ORGAN_GOVERNMENT || k == ORGAN_GOVERNMENT_OFFICE ||
	    k == ORGAN_SUBDISTRICT;
}

static void
set_division(struct seek *s, struct placement *p, const struct division *x)
{
	struct place_step	*step = p->step;
	struct str		 organ;

	p->division = x->code;
	p->nstep = 0;
	for (const struct division *up = x; up != NULL;
	    up = division_above(s->d, up)) {
		if (up->group)
			continue;
		memmove(step + 1, step, (size_t)p->nstep++ * sizeof *step);
		step[0] = (struct place_step){ up->code, up->name, up->level };
	}
	organ = is_organ_of_place(p->kind) ? STR("") :
	    organ_key(s->arena, p->kind, p->organ);
	p->key = str_of(arena_printf(s->arena, "%s/%s%s" STR_FMT, x->code,
	    organ_kind_name(p->kind), organ.n != 0 ? "/" : "",
	    STR_ARG(organ)));
	if (p->reporting[0] == '\0' && organ_reports_to(p->kind))
		p->reporting = p->kind == ORGAN_ZONE_COMMITTEE &&
		    kind_of_division(x) == ORGAN_ZONE_COMMITTEE ?
		    "" : x->code;
}

static void
set_candidates(struct seek *s, struct placement *p)
{
	const struct chain	*c = &s->chain;

	p->candidate = arena_alloc(s->arena, (size_t)c->n,
	    sizeof *p->candidate);
	p->ncandidate = c->n;
	for (int i = 0; i < c->n; i++)
		p->candidate[i] = c->last[i]->code;
}

/*
 * 苏州市 | 吴江 | 生态环境局: those of environment are the prefecture's in all
 * counties, and some are not called 分局.
 */
static const struct division *
environment_county(struct seek *s, const struct division *parent,
    struct str *organ)
{
	static const char *const ends[] = { "生态环境局", "生态环境分局" };

	for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++) {
		struct str	 end = str_of(ends[k]);
		const struct division	*x;

		if (!str_ends(*organ, end) || organ->n == end.n)
			continue;
		x = chain_stem(s->d, str_sub(*organ, 0, organ->n - end.n),
		    parent);
		if (x == NULL || x->level != LEVEL_COUNTY)
			continue;
		*organ = end;
		return x;
	}
	return NULL;
}

/*
 * 武汉市 | 生态环境局 青山区 分局: an organ of the prefecture for one of its
 * counties, which is named in full or without 区; in Shenzhen 管理局, too.
 */
static const struct division *
branch_county(struct seek *s, const struct division *parent,
    struct str *organ)
{
	static const char *const ends[] = { "分局", "管理局", "监管局" };
	struct chain	*c = arena_alloc(s->arena, 1, sizeof *c);

	for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++) {
		struct str	 end = str_of(ends[k]), name;

		if (!str_ends(*organ, end))
			continue;
		name = str_sub(*organ, 0, organ->n - end.n);
		for (size_t at = 0; at < name.n; utf8_next(name, &at)) {
			const struct division	*x;
			struct str		 tail = str_from(name, at);

			if (at == 0 || (k > 0 &&
			    !str_ends(str_sub(name, 0, at), STR("局"))))
				continue;
			chain_read(s->d, tail, parent, s->hint->year, c);
			x = c->end == tail.n && c->n == 1 ? c->last[0] :
			    chain_stem(s->d, tail, parent);
			if (x == NULL || x->level != LEVEL_COUNTY)
				continue;
			*organ = str_cat(s->arena, str_sub(name, 0, at), end);
			return x;
		}
	}
	return environment_county(s, parent, organ);
}

static void
place_branch(struct seek *s, struct placement *p, const struct division *x)
{
	const struct division	*county = NULL;

	if (x->level < LEVEL_COUNTY) {
		p->reporting = x->code;
		county = branch_county(s, x, &p->organ);
	}
	if (county != NULL)
		seek_say(s, "branch", county->name);
	p->level = x->level > LEVEL_COUNTY ? x->level : LEVEL_COUNTY;
	set_division(s, p, county != NULL ? county : x);
}

/* 深圳市生态环境局福田管理局 is a branch that is not called 分局. */
static bool
is_branch(struct seek *s, const struct placement *p,
    const struct division *x)
{
	struct str	 organ = p->organ;

	return p->kind == ORGAN_DEPARTMENT && x->level < LEVEL_COUNTY &&
	    branch_county(s, x, &organ) != NULL;
}

/* "县教育局" below directories, or on the page, of a county. */
static void
place_by_path(struct seek *s, struct placement *p)
{
	const struct division	*x = s->path;
	const struct organ_rule	*rule;
	const char		*is = s->path_is;

	if (x == NULL) {
		x = seek_source(s);
		is = "source";
	}
	if (x == NULL) {
		x = seek_self(s, p->organ);
		is = "text";
	}
	if (x == NULL)
		x = seek_named(s, p->organ);
	if (x == NULL || x->level == LEVEL_TOWNSHIP ||
	    !seek_cut_level(&p->organ, x))
		return;
	p->level = x->level;
	/* What was 县政府办公室 is 政府办公室 now. */
	rule = organ_rule_of(s->d->organs, p->organ);
	if (rule != NULL && rule->where == ORGAN_WHOLE)
		p->kind = rule->kind;
	seek_say(s, is, x->name);
	set_division(s, p, x);
}

/* A zone as any city may have. */
static bool
is_common_zone(struct str organ)
{
	static const char *const zone[] = { "经济", "经开", "高新", "技术",
	    "开发区", "工业", "产业", "新区", "管委会", "示范区", "园区",
	    "管理委员会", "国家高新", "国家经", "国家级" };

	for (size_t k = 0; k < sizeof zone / sizeof zone[0]; k++)
		if (str_starts(organ, str_of(zone[k])))
			return true;
	return false;
}

/*
 * Whether a name does not begin with a stem by chance: 江南产业集中区 is not
 * in 江南区, nor 长江海事局 in 长江新区, 太平海关 in 太平区, 太湖海事局 in
 * 太湖县; but 余杭经济技术开发区 is in 余杭区, and 昆山海关 in 昆山市.
 */
static bool
is_stem_of(struct seek *s, const struct placement *p, size_t at,
    const struct division *x)
{
	struct str	 rest = str_from(p->organ, at);

	if (p->kind == ORGAN_VERTICAL && x->made &&
	    str_starts(x->name, str_sub(p->organ, 0, at)))
		return false;
	if (s->path != NULL || x->level < LEVEL_COUNTY)
		return true;
	if (p->kind == ORGAN_VERTICAL)
		return !str_has(rest, STR("海事")) &&
		    (!str_ends(rest, STR("海关")) ||
		    str_ends(x->name, STR("市")));
	return !str_ends(x->name, STR("区")) ||
	    str_starts(rest, STR("经济技术开发区")) ||
	    str_starts(rest, STR("高新技术产业开发区"));
}

/*
 * 国家统计局|信阳|调查队: organs led from above go without 市, and so do the
 * zones of cities, 淄博|高新区; true if one division is called so.
 */
static bool
place_by_stem(struct seek *s, struct placement *p)
{
	struct str	 name = p->organ;
	size_t		 n;

	/* The longest first: 连云港 is not 连云. */
	for (size_t at = name.n; at > 0; at -= n) {
		const struct division	*x;

		(void)utf8_last(str_sub(name, 0, at), &n);
		if (at == name.n ||
		    organ_rule_of(s->d->organs, str_from(name, at)) == NULL ||
		    (p->kind == ORGAN_ZONE_COMMITTEE &&
		    !is_common_zone(str_from(name, at))))
			continue;
		x = chain_stem(s->d, str_sub(name, 0, at), NULL);
		if (x == NULL || !is_stem_of(s, p, at, x) ||
		    (s->path != NULL && !division_within(s->d, x, s->path) &&
		    !division_within(s->d, s->path, x)))
			continue;
		p->organ = str_from(name, at);
		if (p->kind != ORGAN_ZONE_COMMITTEE)
			p->level = x->level;
		seek_say(s, "name", x->name);
		set_division(s, p, x);
		return true;
	}
	return false;
}

/* No division is named, or what follows is a place we do not know. */
static void
place_unknown(struct seek *s, struct placement *p,
    const struct organ_rule *rule, enum organ_kind lead)
{
	if (rule == NULL)
		return;
	p->kind = lead != ORGAN_UNKNOWN ? lead : rule->kind;
	p->level = rule->of_place ? LEVEL_UNKNOWN : rule->level;
	if (s->chain.n == 0 && (p->kind == ORGAN_VERTICAL ||
	    p->kind == ORGAN_ZONE_COMMITTEE) && place_by_stem(s, p))
		return;
	if (!rule->of_place) {
		/* 市政府办公室 is of any city. */
		if (rule->kind == ORGAN_GOVERNMENT_OFFICE && s->chain.n == 0)
			place_by_path(s, p);
		return;
	}
	if (!is_organ_of_place(p->kind) && p->kind != ORGAN_BRANCH)
		place_by_path(s, p);
}

static void
place_known(struct seek *s, struct placement *p, const struct organ_rule *rule,
    enum organ_kind lead, bool several)
{
	const struct division	*x;
	bool	 whole = rule != NULL && rule->where == ORGAN_WHOLE;
	bool	 one;

	seek_say(s, "name", STR(""));
	one = seek_settle(s);

	common(&s->chain, p, p->organ.n == 0);
	if (rule != NULL)
		p->kind = rule->kind;
	if (whole && rule->kind == ORGAN_SUBDISTRICT &&
	    p->level != LEVEL_TOWNSHIP)
		p->kind = ORGAN_DEPARTMENT;	/* 息县办事处 is of 息县's */
	else if (whole && p->level == LEVEL_TOWNSHIP &&
	    rule->kind != ORGAN_GOVERNMENT_OFFICE && one &&
	    kind_of_division(s->chain.last[0]) != ORGAN_UNKNOWN)
		p->kind = kind_of_division(s->chain.last[0]);
	if (lead != ORGAN_UNKNOWN)
		p->kind = lead;
	/* What level a zone has is for its founders to say. */
	if (p->kind == ORGAN_ZONE_COMMITTEE)
		p->level = LEVEL_UNKNOWN;
	if (!one) {
		set_candidates(s, p);
		return;
	}
	x = s->chain.last[0];
	if (p->kind == ORGAN_DEPARTMENT && several)
		p->kind = ORGAN_UNKNOWN;
	if (x->gone != 0 && x->gone < s->hint->year)
		seek_say(s, "which is no more", STR(""));
	if (s->chain.zone != NULL && s->chain.zone != x)
		p->reporting = s->chain.zone->code;
	if (is_branch(s, p, x))
		p->kind = ORGAN_BRANCH;
	if (p->kind == ORGAN_BRANCH)
		place_branch(s, p, x);
	else
		set_division(s, p, x);
}

/* An organ of the State Council has no place. */
static struct placement
place_central(struct arena *a, struct str name, const struct organ_rule *rule)
{
	struct placement	 p = { .level = LEVEL_CENTRAL,
	    .kind = rule->kind, .division = "", .reporting = "",
	    .organ = name };

	p.key = str_of(arena_printf(a, "/%s/" STR_FMT,
	    organ_kind_name(p.kind), STR_ARG(name)));
	return p;
}

/* An organ without a place, as any county may have: 审计局, 开发区管委会. */
static bool
is_anybody(const struct placement *p, enum organ_kind lead)
{
	if (p->division[0] != '\0' || lead != ORGAN_UNKNOWN)
		return false;
	switch (p->kind) {
	case ORGAN_ZONE_COMMITTEE:
		return is_common_zone(p->organ);
	case ORGAN_DEPARTMENT:
	case ORGAN_GOVERNMENT_OFFICE:
	case ORGAN_VERTICAL:
	case ORGAN_BRANCH:
		return true;
	default:
		return false;
	}
}

struct placement
place_find(struct arena *a, const struct divisions *d, struct str agency,
    const struct place_hint *hint)
{
	struct placement	 p = { .level = LEVEL_UNKNOWN,
	    .division = "", .reporting = "" };
	struct seek		*s = seek_new(a, d, hint);
	struct str		 name = str_bare(a, agency);
	const struct organ_rule	*rule = organ_rule_of(d->organs, name);
	const struct str	 state = STR("中华人民共和国");
	enum organ_kind		 lead;
	size_t			 at;

	/* 中华人民共和国教育部 is 教育部. */
	if ((rule == NULL || rule->level != LEVEL_CENTRAL) &&
	    str_starts(name, state)) {
		rule = organ_rule_of(d->organs, str_from(name, state.n));
		if (rule != NULL && rule->level == LEVEL_CENTRAL)
			name = str_from(name, state.n);
	}
	if (rule != NULL && rule->level == LEVEL_CENTRAL)
		return place_central(a, name, rule);
	seek_path(s);
	lead = organ_cut_lead(d->organs, &name);
	name = seek_without_party(s, name);
	at = seek_places(s, name);
	p.organ = seek_organ(s, name, at);
	rule = organ_rule_of(d->organs, p.organ);
	/* Behind a county, a township that is not in the table. */
	if (s->chain.n == 0 || (p.organ.n != 0 && rule != NULL &&
	    !rule->of_place && rule->kind != ORGAN_ZONE_COMMITTEE))
		place_unknown(s, &p, rule, lead);
	else
		place_known(s, &p, rule, lead, seek_is_several(s, name, at,
		    p.organ));
	if (s->chain.n == 0 && lead == ORGAN_UNKNOWN &&
	    organ_of_central(d->organs, name))
		lead = ORGAN_VERTICAL;
	p.vague = p.ncandidate > 0 ||
	    (s->chain.n == 0 && is_anybody(&p, lead));
	if (lead != ORGAN_UNKNOWN)
		p.kind = lead;
	p.evidence = buf_text(&s->evidence);
	return p;
}

bool
place_of_key(struct arena *a, const struct divisions *d, struct str key,
    struct placement *p)
{
	static const struct place_hint	 none = { .path = { NULL, 0 } };
	struct seek			*s = seek_new(a, d, &none);
	const struct division		*x;
	struct str			 code, kind;

	*p = (struct placement){ .division = "", .reporting = "",
	    .level = LEVEL_UNKNOWN };
	if (!str_field(&key, '/', &code) || !str_field(&key, '/', &kind))
		return false;
	p->kind = organ_kind_of(kind);
	p->organ = key.p != NULL ? str_dup(a, key) : STR("");
	x = division_of(d, code);
	if (x == NULL || (p->kind == ORGAN_UNKNOWN && kind.n != 0))
		return false;
	if (p->kind != ORGAN_ZONE_COMMITTEE)
		p->level = x->level;
	if (p->kind == ORGAN_BRANCH && p->level < LEVEL_COUNTY)
		p->level = LEVEL_COUNTY;
	set_division(s, p, x);
	return true;
}

struct placement
place_at(struct arena *a, const struct divisions *d, struct str agency,
    const struct division *x, enum organ_kind kind)
{
	static const struct place_hint	 none = { .path = { NULL, 0 } };
	struct placement	 p = place_find(a, d, agency, &none);
	struct seek		*s = seek_new(a, d, &none);
	bool			 placed = p.division[0] != '\0';

	/* Of 某镇人民政府 all is the name of the place. */
	if (!placed && is_organ_of_place(p.kind) && p.ncandidate == 0)
		p.organ = STR("");
	else if (!placed)
		(void)seek_cut_level(&p.organ, x);
	else if (p.kind == ORGAN_ZONE_COMMITTEE && !str_eq(str_of(p.division),
	    str_of(x->code)))
		p.organ = str_bare(a, agency);
	if (kind != ORGAN_UNKNOWN)
		p.kind = kind;
	else if (p.kind == ORGAN_UNKNOWN && p.organ.n == 0)
		p.kind = kind_of_division(x);
	p.level = p.kind == ORGAN_ZONE_COMMITTEE ? LEVEL_UNKNOWN : x->level;
	p.reporting = "";
	p.candidate = NULL;
	p.ncandidate = 0;
	p.vague = false;
	set_division(s, &p, x);
	p.evidence = STR("by hand");
	return p;
}
