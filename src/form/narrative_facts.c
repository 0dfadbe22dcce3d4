/*
 * Sentences to facts.  A fact that is not understood is no fact: whatever
 * might be of another year, a plan, a part, or somebody else's is left out
 * or kept with a scope, because what is stored without one is held against
 * the tables.
 */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/narrative.h"
#include "form/tell.h"

#define BARE_MAX	8		/* in one sentence */

struct fact *
tell_fact(struct teller *r, const struct hit *h, struct str quoted)
{
	struct fact	*f = arena_alloc(r->a, 1, sizeof(*f));
	size_t		 at = r->at + (size_t)(quoted.p - r->s.text.p);

	*f = (struct fact){
		.code = h->row->code,
		.unit = arena_dup(r->a, h->m.measure.p, h->m.measure.n),
		.scope = arena_dup(r->a, h->narrow.p, h->narrow.n),
		.section = r->p->section,
		.line = r->p->line,
		.quote = prose_printed(r->p, at, at + quoted.n),
	};
	if (h->m.number != NULL) {
		f->value = h->m.number->value;
		f->approx = h->m.number->approx;
		f->has_value = true;
	}
	*r->f->fact_end = f;
	r->f->fact_end = &f->next;
	return f;
}

/* A keyword right before its number wins over one far away or behind. */
static bool
is_nearer(const struct hit *a, const struct hit *b)
{
	if (b->row == NULL)
		return true;
	if (a->row->pattern.number_first != b->row->pattern.number_first)
		return !a->row->pattern.number_first;
	if (a->row->pattern.number_first)
		return false;		/* the first in the table */
	return a->m.at > b->m.at;
}

/* Whether parts may be added up: of the words that narrowed the first. */
static const struct wordset *
part_set(struct teller *r, const struct hit *h)
{
	static const char *const	 name[] = { "channel", "applicant" };
	struct str			 words, w;

	for (size_t i = 0; i < 2; i++) {
		const struct wordset	*set;

		set = fact_words(r->table, str_of(name[i]));
		words = set->words;
		while (str_field(&words, '|', &w))
			if (str_eq(w, h->narrow))
				return set;
	}
	return NULL;
}

/*
 * 网站3件、纸质36件: numbers of one measure joined by 、 with a word of the
 * same kind in each are parts of one sum.  Returns the last of them.
 */
static int
add_parts(struct teller *r, const struct hit *best, int k, struct fact *f)
{
	const struct wordset	*set = part_set(r, &best[k]);
	const struct token	*t = r->s.token;
	struct str		 unit = best[k].m.measure, between;
	int			 last = k;

	if (set == NULL || f->value.scale != 0)
		return k;
	for (int i = k + 1; i < r->s.ntoken; i++) {
		size_t	 from = t[i - 1].end + unit.n;

		if (best[i].row != NULL || t[i].at < from || t[i].is_year ||
		    t[i].value.scale != 0)
			break;
		between = str_sub(r->s.text, from, t[i].at - from);
		if (!str_starts(between, STR("、")) || between.n > 60 ||
		    !prose_has_any(between, set->words) ||
		    !str_starts(str_from(r->s.text, t[i].end), unit))
			break;
		f->value.mant += t[i].value.mant;
		f->approx = f->approx || t[i].approx;
		last = i;
	}
	if (last != k)
		f->scope = "";
	return last;
}

static bool
is_outcome(const char *code)
{
	struct str	 c = str_of(code);

	return str_starts(c, STR("narr_granted")) ||
	    str_eq(c, STR("narr_denied")) || str_eq(c, STR("narr_unable")) ||
	    str_eq(c, STR("narr_not_processed")) ||
	    str_eq(c, STR("narr_other_handling"));
}

/* The numbers of a sentence, each with the keyword that it belongs to. */
static void
emit_numbers(struct teller *r, const struct hit *best)
{
	r->last_code = NULL;
	for (int k = 0; k < r->s.ntoken; k++) {
		const struct hit	*h = &best[k];
		struct fact		*f;
		int			 first = k;

		if (h->row == NULL)
			continue;
		if (str_eq(str_of(h->row->code), STR("narr_share"))) {
			/* A share is of the outcome it stands behind. */
			if (r->last_code == NULL || r->last_token != k - 1)
				continue;
			f = tell_fact(r, h, h->clause);
			f->scope = r->last_code;
			continue;
		}
		f = tell_fact(r, h, h->clause);
		k = add_parts(r, best, k, f);
		r->last_code = is_outcome(h->row->code) && k == first &&
		    *f->scope == '\0' ? h->row->code : NULL;
		r->last_token = k;
	}
}

static bool
is_for_section(const struct factrow *row, int section)
{
	for (size_t i = 0; i < row->sections.n; i++)
		if (row->sections.p[i] == '0' + section)
			return true;
	return false;
}

/* One denial or bare statement for each stretch of the sentence. */
static void
emit_bare(struct teller *r)
{
	struct hit	 taken[BARE_MAX];
	int		 n = 0;

	for (const struct factrow *row = r->table->rows; row != NULL;
	    row = row->next) {
		struct hit	 h = { .row = row };
		bool		 covered = false;

		if (row->pattern.has_number || n == BARE_MAX ||
		    !is_for_section(row, r->p->section) ||
		    !pattern_find(&row->pattern, &r->s, 0, &h.m) ||
		    !tell_judge(r, &h))
			continue;
		for (int i = 0; i < n; i++)
			covered = covered || (h.m.at < taken[i].m.end &&
			    taken[i].m.at < h.m.end);
		if (covered)
			continue;
		taken[n++] = h;
		/* Of the fee, to have none is to have collected 0. */
		tell_fact(r, &h, h.clause)->has_value =
		    str_starts(str_of(row->code), STR("fee_"));
	}
}

static void
read_numbers(struct teller *r)
{
	struct hit	*best;

	best = arena_alloc(r->a, (size_t)r->s.ntoken, sizeof(*best));
	for (const struct factrow *row = r->table->rows; row != NULL;
	    row = row->next) {
		struct hit	 h = { .row = row };
		size_t		 from = 0;

		if (!row->pattern.has_number ||
		    !is_for_section(row, r->p->section))
			continue;
		while (pattern_find(&row->pattern, &r->s, from, &h.m)) {
			int	 k = (int)(h.m.number - r->s.token);

			from = h.m.at + 1;
			while (from < r->s.text.n &&
			    ((unsigned char)r->s.text.p[from] & 0xC0) == 0x80)
				from++;
			if (is_nearer(&h, &best[k]) && tell_judge(r, &h))
				best[k] = h;
		}
	}
	emit_numbers(r, best);
	tell_breakdown(r);
}

static void
read_sentence(struct teller *r, struct str text)
{
	bool	 counts = false;

	sentence_scan(r->a, text, &r->s);
	for (int i = 0; i < r->s.ntoken; i++)
		counts = counts || !r->s.token[i].is_year;
	if (counts)
		read_numbers(r);
	emit_bare(r);
}

/* （二）依申请公开方面 and the like stand for what follows them. */
static bool
is_topic(struct str s)
{
	size_t	 n;

	if (utf8_length(s) > 30)
		return false;
	if (str_starts(s, STR("（")))
		return prose_ordinal(str_from(s, 3), &n) != 0;
	return prose_ordinal(s, &n) != 0 ||
	    (s.n != 0 && s.p[0] >= '1' && s.p[0] <= '9') ||
	    (s.n != 0 && s.p[0] == '#');
}

static void
read_passage(struct teller *r)
{
	struct str	 text;
	size_t		 at = 0;

	r->before = (struct str){ "", 0 };
	while (prose_next(r->p->text, PROSE_SENTENCE, &at, &text)) {
		r->at = (size_t)(text.p - r->p->text.p);
		if (is_topic(text))
			r->topic = text;
		read_sentence(r, text);
		r->before = text;
	}
}

void
narrative_facts(struct arena *a, struct filing *f, const struct block *first,
    const struct block *end)
{
	struct teller	 r = {
		.a = a, .f = f, .table = fact_load(a), .topic = { "", 0 },
	};
	struct passage	*list;
	int		 n = prose_passages(a, f, first, end, &list);
	bool		 sections = false;

	for (int s = 1; s < SECTION__N; s++)
		sections = sections || f->section[s].found;
	for (int i = 0; i < n; i++) {
		r.p = &list[i];
		if (list[i].is_heading) {
			r.topic = (struct str){ "", 0 };
			continue;
		}
		/* Before section 一 stand contents and the site's menus. */
		if ((sections && list[i].section == 0) ||
		    list[i].section == 5)
			continue;
		read_passage(&r);
	}
}
