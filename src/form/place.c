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
#include "form/chain.h"
#include "form/line.h"
#include "form/organ_rule.h"
#include "form/place.h"

struct seek {
	struct arena		*arena;
	const struct divisions	*d;
	const struct place_hint	*hint;
	const struct division	*path;	/* that directories name, or NULL */
	const char		*path_is;	/* "path", or "parent" if told */
	struct chain		 chain;
	struct buf		 evidence;
};

static void
say(struct seek *s, const char *what, struct str which)
{
	if (s->evidence.n != 0)
		buf_puts(&s->evidence, "; ");
	buf_puts(&s->evidence, what);
	if (which.n != 0) {
		buf_puts(&s->evidence, " ");
		buf_str(&s->evidence, which);
	}
}

/*
 * The division that directories and the file's name speak of, one below
 * the other.  Directories are names of divisions and nothing else; what a
 * file's name begins with counts if it names two levels or more.
 */
static const struct division *
path_division(struct seek *s, struct str path)
{
	const struct division	*found = NULL;
	struct str		 dir;
	struct chain		*c = &s->chain;

	while (str_field(&path, '/', &dir)) {
		bool	 file = path.p == NULL;

		if (dir.n == 0)
			continue;
		dir = str_bare(s->arena, dir);
		chain_read(s->d, dir, found, c);
		if (c->n == 0 || (!file && c->end != dir.n))
			chain_read(s->d, dir, NULL, c);
		if (c->n == 1 && (file ? c->deep : c->end == dir.n))
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
	chain_read(s->d, parent, NULL, &s->chain);
	return s->chain.n == 1 ? s->chain.last[0] : NULL;
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
			    speaks_of(text, up->name);
			if (good[i])
				said = up->name;
		}
		if (keep_good(c, good))
			say(s, what, said);
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
		say(s, "telephone", code);
}

static void
strike_by_path(struct seek *s)
{
	struct chain	*c = &s->chain;
	bool		 good[CHAIN_MAX];

	if (s->path == NULL || c->n < 2)
		return;
	for (int i = 0; i < c->n; i++)
		good[i] = division_in(c->last[i], s->path) ||
		    division_in(s->path, c->last[i]);
	if (keep_good(c, good))
		say(s, s->path_is, s->path->name);
}

/*
 * A name that is the only one of its kind may still be that of a place the
 * table does not have; the path or the telephone can tell.
 */
static bool
contradicted(struct seek *s, struct str text, bool were_several)
{
	const struct division	*x = s->chain.last[0];
	struct str		 phone;

	if (s->path != NULL && !division_in(x, s->path) &&
	    !division_in(s->path, x)) {
		say(s, "but", STR(""));
		say(s, s->path_is, s->path->name);
		return true;
	}
	if (s->chain.deep || (x->level != LEVEL_TOWNSHIP && !were_several))
		return false;
	phone = area_code(s->d, text);
	if (phone.n == 0 || division_has_phone(s->d, x, phone))
		return false;
	/* Of several the text has chosen; it cannot be its own witness. */
	for (const struct division *up = division_above(s->d, x);
	    up != NULL && !were_several; up = division_above(s->d, up))
		if (!up->group && up->level > LEVEL_PROVINCE &&
		    speaks_of(text, up->name))
			return false;
	say(s, "but telephone", phone);
	return true;
}

/* One candidate is left and nothing speaks against it. */
static bool
settle(struct seek *s)
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

/* The kind of the government of a division. */
static enum organ_kind
kind_of_division(const struct division *x)
{
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
	for (int i = 1; i < c->n; i++) {
		if (c->last[i]->level != p->level)
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

	p->division = x->code;
	p->nstep = 0;
	for (const struct division *up = x; up != NULL;
	    up = division_above(s->d, up)) {
		if (up->group)
			continue;
		memmove(step + 1, step, (size_t)p->nstep++ * sizeof *step);
		step[0] = (struct place_step){ up->code, up->name, up->level };
	}
	p->key = str_of(arena_printf(s->arena, is_organ_of_place(p->kind) ?
	    "%s/%s" : "%s/%s/" STR_FMT, x->code, organ_kind_name(p->kind),
	    STR_ARG(p->organ)));
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
 * 武汉市 | 生态环境局 青山区 分局: an organ of the prefecture for one of its
 * counties, which is named in full or without 区.
 */
static const struct division *
branch_county(struct seek *s, const struct division *parent, struct str rest,
    struct str *organ)
{
	static const char *const more[] = { "", "区", "县", "市", "新区" };
	struct str	 name = str_sub(rest, 0, rest.n - (sizeof "分局" - 1));
	struct chain	*c = arena_alloc(s->arena, 1, sizeof *c);

	for (size_t at = 0; at < name.n; utf8_next(name, &at)) {
		const struct division	*found = NULL;
		struct str		 tail = str_from(name, at);
		int			 n = 0;

		for (size_t k = 0; k < sizeof more / sizeof more[0]; k++) {
			struct str	 full = str_cat(s->arena, tail,
					    str_of(more[k]));

			chain_read(s->d, full, parent, c);
			if (c->end == full.n && c->n == 1 &&
			    c->last[0]->level == LEVEL_COUNTY &&
			    tail.n > sizeof "区") {
				found = c->last[0];
				n++;
			}
		}
		if (n == 1 && at != 0) {
			*organ = str_cat(s->arena, str_sub(name, 0, at),
			    STR("分局"));
			return found;
		}
	}
	return NULL;
}

static void
place_branch(struct seek *s, struct placement *p, const struct division *x)
{
	const struct division	*county;

	p->level = x->level > LEVEL_COUNTY ? x->level : LEVEL_COUNTY;
	if (x->level < LEVEL_COUNTY) {
		county = branch_county(s, x, p->organ, &p->organ);
		p->reporting = x->code;
		if (county != NULL) {
			say(s, "branch", county->name);
			x = county;
		}
	}
	set_division(s, p, x);
}

/*
 * Cuts 县 off 县教育局 where the division is a county; false when the
 * division is not what the name speaks of.
 */
static bool
cut_level(struct str *organ, const struct division *x)
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

/* "县教育局" below directories that name a county. */
static void
place_by_path(struct seek *s, struct placement *p)
{
	if (s->path == NULL || !cut_level(&p->organ, s->path))
		return;
	p->level = s->path->level;
	say(s, s->path_is, s->path->name);
	set_division(s, p, s->path);
}

/* No division is named, or what follows is a place we do not know. */
static void
place_unknown(struct seek *s, struct placement *p,
    const struct organ_rule *rule)
{
	if (rule == NULL)
		return;
	p->kind = rule->kind;
	p->level = rule->of_place ? LEVEL_UNKNOWN : rule->level;
	if (rule->of_place && !is_organ_of_place(rule->kind) &&
	    rule->kind != ORGAN_BRANCH)
		place_by_path(s, p);
}

static void
place_known(struct seek *s, struct placement *p, const struct organ_rule *rule,
    enum organ_kind lead)
{
	bool	 whole = rule != NULL && rule->where == ORGAN_WHOLE;
	bool	 one;

	say(s, "name", STR(""));
	one = settle(s);

	common(&s->chain, p, p->organ.n == 0);
	if (rule != NULL)
		p->kind = rule->kind;
	if (whole && rule->kind == ORGAN_SUBDISTRICT &&
	    p->level != LEVEL_TOWNSHIP)
		p->kind = ORGAN_DEPARTMENT;	/* 息县办事处 is of 息县's */
	else if (whole && p->level == LEVEL_TOWNSHIP &&
	    rule->kind != ORGAN_GOVERNMENT_OFFICE && one)
		p->kind = kind_of_division(s->chain.last[0]);
	if (lead != ORGAN_UNKNOWN)
		p->kind = lead;
	/* What level a zone has is for its founders to say. */
	if (p->kind == ORGAN_ZONE_COMMITTEE)
		p->level = LEVEL_UNKNOWN;
	if (!one)
		set_candidates(s, p);
	else if (p->kind == ORGAN_BRANCH)
		place_branch(s, p, s->chain.last[0]);
	else
		set_division(s, p, s->chain.last[0]);
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
		chain_read(s->d, str_from(name, at), NULL, &s->chain);
		if (s->chain.n != 0 &&
		    s->chain.last[0]->level == LEVEL_TOWNSHIP) {
			say(s, "behind", zone);
			return at;
		}
	}
	s->chain.n = 0;
	return 0;
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

/* What is left of the name behind the divisions. */
static struct str
organ_of(struct seek *s, struct str name, size_t at)
{
	struct str		 organ = name, rest;
	const struct organ_rule	*rule;

	if (s->chain.n != 0)
		organ = str_from(name, at + s->chain.end);
	/* 人民政府教育局 is 教育局, but not so 人民政府办公室. */
	rest = str_from(organ, sizeof "人民政府" - 1);
	rule = organ_rule_of(s->d->organs, organ);
	if (str_starts(organ, STR("人民政府")) && rule != NULL &&
	    rule->where != ORGAN_WHOLE)
		return rest;
	return organ;
}

static struct seek *
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

/* An organ without a place, as any county may have: 审计局, 开发区管委会. */
static bool
is_anybody(const struct placement *p, enum organ_kind lead)
{
	static const char *const zone[] = { "经济", "高新", "技术", "开发区",
	    "工业", "产业", "新区", "管委会", "示范区", "园区", "管理委员会" };
	bool	 common_name = false;

	if (p->division[0] != '\0' || lead != ORGAN_UNKNOWN)
		return false;
	for (size_t k = 0; k < sizeof zone / sizeof zone[0]; k++)
		common_name |= str_starts(p->organ, str_of(zone[k]));
	switch (p->kind) {
	case ORGAN_ZONE_COMMITTEE:
		return common_name;
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
	enum organ_kind		 lead;
	size_t			 at = 0;

	if (rule != NULL && rule->level == LEVEL_CENTRAL)
		return place_central(a, name, rule);
	s->path_is = "parent";
	if ((s->path = parent_division(s, hint->parent)) == NULL) {
		s->path_is = "path";
		s->path = path_division(s, hint->path);
	}
	lead = organ_cut_lead(d->organs, &name);
	chain_read(d, name, NULL, &s->chain);
	if (s->chain.n == 0)
		at = skip_zone(s, name);
	p.organ = organ_of(s, name, at);
	rule = organ_rule_of(d->organs, p.organ);
	/* Behind a county, a township that is not in the table. */
	if (s->chain.n == 0 || (p.organ.n != 0 && rule != NULL &&
	    !rule->of_place && rule->kind != ORGAN_ZONE_COMMITTEE))
		place_unknown(s, &p, rule);
	else
		place_known(s, &p, rule, lead);
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
		(void)cut_level(&p.organ, x);
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
