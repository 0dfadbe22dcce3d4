/*
 * How the text keeps to the form: what can be seen by words alone.
 *
 * Each observation is made at most once per line and kind, so that a line
 * of the original is named once however often it sins.
 */
#include <config.h>

#include "base/arena.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/narrative.h"
#include "form/prose.h"
#include "form/remark.h"

/*
 * How a heading is numbered: 一、, 第一部分, （一）, 1., not at all, or with
 * something else before the number.
 */
enum numbering { NUM_HAN, NUM_PART, NUM_BRACKET, NUM_ARABIC, NUM_NONE, NUM_ODD,
	NUM__N };

struct observer {
	struct arena		*a;
	struct filing		*f;
	const struct remark	*remarks;
	const char		*self;		/* kind of agency, or NULL */
	bool			 sections;	/* there are any */
	enum numbering		 style;		/* of most of their headings */
	bool			 illegible;	/* as struct narrative's */
};

static void
see(struct observer *o, enum obs_kind kind, const struct passage *p,
    const char *place, struct str text)
{
	filing_add_obs(o->a, o->f, kind, p->line, str_of(place), text);
}

/* "- " and one enumerator in parentheses; sets what was in the latter. */
static struct str
skip_lead(struct str s, int *inner)
{
	size_t	 n, close;

	*inner = 0;
	while (str_starts(s, STR("-")) || str_starts(s, STR("#")) ||
	    str_starts(s, STR("*")))
		s = str_from(s, 1);
	if (!str_starts(s, STR("（")))
		return s;
	close = str_find(s, STR("）"), 3);
	if (close == STR_NONE || close > 3 + 3 * 2)
		return s;
	*inner = prose_ordinal(str_from(s, 3), &n);
	return str_from(s, close + 3);
}

/* Rows of section 三 begin with ordinals by right, also outside a table. */
static bool
is_row_label(struct str s)
{
	return prose_has_any(str_sub(s, 0, 90),
	    STR("本年新收|上年结转|本年度办理结果|结转下年度"));
}

/* What the six headings say after their ordinal, also in a list of them. */
static bool
is_official_heading(struct str rest, int ordinal)
{
	static const char *const	 key[SECTION__N] = {
		[1] = "总体情况|概述|基本情况",
		[2] = "主动公开政府信息",
		[3] = "收到和处理",
		[4] = "行政复议",
		[5] = "问题",
		[6] = "需要报告|需要汇报|报告的事项",
	};

	return ordinal < SECTION__N && rest.n <= 120 &&
	    prose_has_any(rest, str_of(key[ordinal]));
}

/* 总、一、总体情况. */
static bool
has_number(struct str s)
{
	for (size_t at = 0, n; at < s.n; utf8_next(s, &at))
		if (prose_ordinal(str_from(s, at), &n) != 0 &&
		    str_starts(str_from(s, at + n), STR("、")))
			return true;
	return false;
}

/* How the heading of a section is numbered, and by what; 0: by nothing. */
static enum numbering
numbering_of(struct str text, int *ordinal)
{
	struct str	 rest;
	size_t		 n;
	int		 inner;

	if (str_starts(text, STR("第")) &&
	    (*ordinal = prose_ordinal(str_from(text, 3), &n)) != 0)
		return NUM_PART;
	rest = skip_lead(text, &inner);
	if ((*ordinal = prose_ordinal(rest, &n)) != 0)
		return str_starts(text, STR("（")) ? NUM_BRACKET : NUM_HAN;
	if ((*ordinal = inner) != 0)
		return NUM_BRACKET;
	if (rest.n != 0 && rest.p[0] >= '1' && rest.p[0] <= '9') {
		*ordinal = rest.p[0] - '0';
		return NUM_ARABIC;
	}
	return has_number(rest) ? NUM_ODD : NUM_NONE;
}

/*
 * A section heading is right when it has the number of its section once, in
 * the way that most of the others have theirs; if those have none, so may it.
 */
static bool
heading_is_regular(const struct observer *o, const struct passage *p)
{
	size_t	 n;
	int	 inner, ordinal;

	if (p->text.n == 0 || numbering_of(p->text, &ordinal) != o->style ||
	    (o->style != NUM_NONE && ordinal != p->section))
		return false;
	return o->style != NUM_BRACKET ||
	    prose_ordinal(skip_lead(p->text, &inner), &n) == 0;
}

/* How most headings are numbered; of as many, as the form has them. */
static enum numbering
usual_numbering(const struct narrative *all)
{
	int		 count[NUM__N] = { 0 }, ordinal;
	enum numbering	 best = NUM_HAN;

	for (int i = 0; i < all->n; i++)
		if (all->passage[i].is_heading)
			count[numbering_of(all->passage[i].text, &ordinal)]++;
	for (int k = 0; k < NUM_ODD; k++)
		if (count[k] > count[best])
			best = (enum numbering)k;
	return best;
}

static bool
out_of_order(const struct filing *f, int section)
{
	for (int s = 1; s < section; s++)
		if (f->section[s].found &&
		    f->section[s].line > f->section[section].line)
			return true;
	return false;
}

static void
see_numbering(struct observer *o, const struct passage *p)
{
	struct str	 s, rest;
	size_t		 n;
	int		 inner, ordinal;

	if (!o->sections)
		return;
	if (p->is_heading) {
		if (!heading_is_regular(o, p) ||
		    out_of_order(o->f, p->section))
			see(o, OBS_NUMBERING, p, "", p->printed);
		return;
	}
	if (o->style != NUM_HAN)
		return;		/* 一、 in 第一部分 is as it should be */
	s = skip_lead(p->text, &inner);
	ordinal = prose_ordinal(s, &n);
	if (ordinal == 0 || !str_starts(str_from(s, n), STR("、")))
		return;
	rest = str_from(s, n + 3);
	/*
	 * Several ordinals in a row (一、二、三季度) are an enumeration, not
	 * a number in front of something.
	 */
	if (rest.n == 0 || prose_ordinal(rest, &n) != 0 || is_row_label(s) ||
	    (inner == 0 && is_official_heading(rest, ordinal)))
		return;
	see(o, OBS_NUMBERING, p, "", p->printed);
}

/* A document number 〔2019〕60号, in whatever brackets. */
struct doc_number {
	size_t	 at, end;
	int	 year, number;
};

static int
digits(struct str s, size_t *at)
{
	int	 v = 0, n = 0;

	while (*at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9' && n++ < 5)
		v = v * 10 + (s.p[(*at)++] - '0');
	return n == 0 ? -1 : v;
}

static bool
next_doc_number(struct str s, size_t at, struct doc_number *d)
{
	for (; at < s.n; ) {
		size_t		 i = at;
		uint32_t	 c = utf8_next(s, &i);

		d->at = at;
		at = i;
		if (c != 0x3014 && c != '[' && c != 0x3010 && c != 0xFF08 &&
		    c != 0x2018 && c != 0x3008 && c != '<')
			continue;
		d->year = digits(s, &i);
		if (d->year < 1990 || d->year > 2100 || i >= s.n)
			continue;
		utf8_next(s, &i);		/* the closing bracket */
		if (str_starts(str_from(s, i), STR("第")))
			i += 3;
		d->number = digits(s, &i);
		d->end = i;
		if (d->number > 0 && str_starts(str_from(s, i), STR("号")))
			return true;
	}
	return false;
}

/* The Chinese characters right before at that begin with 国, or empty. */
static struct str
issuer(struct str s, size_t at)
{
	size_t	 n, from = at;

	for (int i = 0; i < 8 && from > 0; i++) {
		uint32_t	 c = utf8_last(str_sub(s, 0, from), &n);

		if (!utf8_is_han(c))
			break;
		from -= n;
		if (c == 0x56FD)		/* 国 */
			return str_sub(s, from, at - from);
	}
	return (struct str){ "", 0 };
}

/*
 * 国办公开办函〔2019〕60号 is the notice that 国办公开办函〔2021〕30号
 * replaced.  Both are often misprinted.
 */
static void
see_basis(struct observer *o, const struct passage *p)
{
	struct doc_number	 d;
	const struct remark	*r;
	struct str		 w, by, old = { NULL, 0 };
	bool			 misprint = false;
	size_t			 i;

	for (size_t at = 0; next_doc_number(p->text, at, &d); at = d.end) {
		bool	 notice = (d.year == 2019 && d.number == 60) ||
			    (d.year == 2021 && d.number == 30);

		by = issuer(p->text, d.at);
		if (!notice || (!str_starts(by, STR("国办")) &&
		    !str_starts(by, STR("国公"))))
			continue;
		if (d.year == 2019)
			old = prose_printed(p, d.at - by.n, d.end + 3);
		if (misprint || str_eq(by, STR("国办公开办函")) ||
		    !prose_has_any(str_from(by, 3), STR("公|开")))
			continue;
		misprint = true;
		see(o, OBS_DOC_NUMBER, p, "", prose_printed(p,
		    d.at - by.n, d.end + 3));
	}
	for (r = o->remarks; r != NULL && old.n == 0; r = r->next)
		if (r->kind == REMARK_SUPERSEDED &&
		    (i = remark_find(r, p->text, 0, &w)) != STR_NONE)
			old = prose_printed(p, i, i + w.n);
	if (old.n != 0)
		see(o, OBS_SUPERSEDED, p, "", old);
}

/* What a name ends with says what an agency may call itself. */
static const char *
self_kind(struct str agency)
{
	static const struct {
		const char	*suffix, *kind;
	} list[] = {
		{ "街道办事处", "street" }, { "街道", "street" },
		{ "街道办", "street" }, { "街办", "street" },
		{ "办事处", "street" },
		{ "镇", "town" }, { "乡", "town" },
		{ "管理委员会", NULL }, { "管委会", NULL },
		{ "委员会", "commission" }, { "委", "commission" },
		{ "分局", "bureau" }, { "局", "bureau" },
		{ "县", "division" }, { "市", "division" },
		{ "区", "division" }, { "旗", "division" },
		{ "省", "division" },
	};
	static const char *const	 tail[] = { "人民政府", "政府" };

	for (size_t i = 0; i < sizeof(tail) / sizeof(tail[0]); i++)
		if (str_ends(agency, str_of(tail[i])) &&
		    agency.n > str_of(tail[i]).n) {
			agency.n -= str_of(tail[i]).n;
			break;
		}
	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (str_ends(agency, str_of(list[i].suffix)))
			return list[i].kind;
	return NULL;
}

static void
see_self(struct observer *o, const struct passage *p)
{
	struct str	 w;
	size_t		 i;

	for (const struct remark *r = o->remarks; r != NULL; r = r->next) {
		if (r->kind != REMARK_SELF || o->self == NULL ||
		    !str_eq(r->key, str_of(o->self)))
			continue;
		i = remark_find(r, p->text, 0, &w);
		if (i != STR_NONE)
			see(o, OBS_SELF_NAME, p, "",
			    prose_printed(p, i, i + w.n));
	}
}

/* Counts that are said to be of some other time than the year. */
static void
see_vague(struct observer *o, const struct passage *p)
{
	struct str	 sentence, w;
	size_t		 at = 0, i;

	if (p->section == 5)
		return;
	while (prose_next(p->text, PROSE_SENTENCE, &at, &sentence))
		for (const struct remark *r = o->remarks; r != NULL;
		    r = r->next) {
			if (r->kind != REMARK_VAGUE ||
			    !str_has(sentence, r->key))
				continue;
			i = remark_find(r, sentence, 0, &w);
			if (i == STR_NONE ||
			    !prose_has_count(str_from(sentence, i)))
				continue;
			i += (size_t)(sentence.p - p->text.p);
			see(o, OBS_VAGUE_PERIOD, p, "",
			    prose_printed(p, i, i + w.n));
			return;
		}
}

static const struct remark *
artefact_in(const struct observer *o, struct str s, struct str *w)
{
	for (const struct remark *r = o->remarks; r != NULL; r = r->next)
		if (r->kind == REMARK_ARTEFACT &&
		    remark_find(r, s, 0, w) != STR_NONE &&
		    !(o->illegible && utf8_has_bad(*w)))
			return r;
	return NULL;
}

/* In cells as well: that is where converters leave things behind. */
static void
see_artefacts(struct observer *o, const struct block *b)
{
	struct str	 w;
	int		 last = -1;

	if (b->kind != BLOCK_TABLE) {
		if (artefact_in(o, b->text, &w) != NULL)
			filing_add_obs(o->a, o->f, OBS_ARTEFACT, b->line,
			    STR(""), w);
		return;
	}
	for (int r = 0; r < b->grid->nrow; r++)
		for (int c = 0; c < b->grid->ncol; c++) {
			const struct cell	*cell;

			cell = grid_at(b->grid, r, c);
			if (cell == NULL || cell->row != r ||
			    cell->col != c || cell->line == last ||
			    artefact_in(o, cell->text, &w) == NULL)
				continue;
			last = cell->line;
			filing_add_obs(o->a, o->f, OBS_ARTEFACT, cell->line,
			    STR(""), w);
		}
}

/* The last line of section s, tables and all. */
static int
section_end(const struct filing *f, int s)
{
	for (int t = 1; t < SECTION__N; t++)
		if (f->section[t].found && t > s &&
		    f->section[t].line > f->section[s].line)
			return f->section[t].line - 1;
	return f->section[s].line_end;
}

static void
add_section_obs(struct observer *o, enum obs_kind kind, int s,
    struct str place, struct str text)
{
	filing_add_obs(o->a, o->f, kind, o->f->section[s].line, place,
	    text)->line_end = section_end(o->f, s);
}

/* What sections 一 and 六 speak of, or do not. */
static void
see_sections(struct observer *o)
{
	const struct section	*one = &o->f->section[1];
	const struct section	*six = &o->f->section[6];
	const bool		 all = one->text.n <= LIMIT_NARRATIVE;
	struct str		 text1, text6, w;

	text1 = prose_fold(o->a, str_sub(one->text, 0, LIMIT_NARRATIVE), NULL);
	text6 = prose_fold(o->a, str_cat(o->a, six->heading,
	    str_sub(six->text, 0, LIMIT_NARRATIVE)), NULL);
	for (const struct remark *r = o->remarks; r != NULL; r = r->next) {
		/* What was not searched may speak of it. */
		if (r->kind == REMARK_TOPIC && one->found && all &&
		    remark_find(r, text1, 0, &w) == STR_NONE)
			add_section_obs(o, OBS_TOPIC_MISSING, 1, r->key,
			    r->key);
		else if (r->kind == REMARK_SUPERVISION && one->found &&
		    remark_find(r, text1, 0, &w) != STR_NONE)
			add_section_obs(o, OBS_SUPERVISION, 1, STR(""), w);
		else if (r->kind == REMARK_FEE && six->found &&
		    remark_find(r, text6, 0, &w) != STR_NONE)
			add_section_obs(o, OBS_FEE_STATEMENT, 6, STR(""), w);
	}
}

void
narrative_observe(struct arena *a, struct filing *f,
    const struct block *first, const struct block *end,
    const struct narrative *all)
{
	struct observer	 o = {
		.a = a, .f = f, .remarks = all->remarks,
		.self = self_kind(f->agency), .illegible = all->illegible,
		.style = usual_numbering(all),
	};

	for (int s = 1; s < SECTION__N; s++)
		o.sections = o.sections || f->section[s].found;
	for (int i = 0; i < all->n; i++) {
		see_numbering(&o, &all->passage[i]);
		see_basis(&o, &all->passage[i]);
		see_self(&o, &all->passage[i]);
		see_vague(&o, &all->passage[i]);
	}
	for (const struct block *b = first; b != end && b != NULL;
	    b = b->next)
		see_artefacts(&o, b);
	see_sections(&o);
}
