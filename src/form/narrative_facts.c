/*
 * Sentences to facts.  A fact that is not understood is no fact: whatever
 * might be of another year, a plan, a part, or somebody else's is left out
 * or kept with a scope, because what is stored without one is held against
 * the tables.
 */
#include <config.h>

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "form/narrative.h"
#include "form/remark.h"
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
	};
	f->quote = r->said.n != 0 ? r->said :
	    prose_printed(r->p, at, at + quoted.n);
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

bool
tell_is_outcome(const char *code)
{
	struct str	 c = str_of(code);

	return str_starts(c, STR("narr_granted")) ||
	    str_eq(c, STR("narr_denied")) || str_eq(c, STR("narr_unable")) ||
	    str_eq(c, STR("narr_not_processed")) ||
	    str_eq(c, STR("narr_other_handling"));
}

/*
 * Two numbers for what there is one of, as of 联合印发规范性文件2件，单独印发
 * 规范性文件3件: each may be a part.
 */
static void
doubt_parts(const struct teller *r, struct fact *first)
{
	struct str	 once = fact_words(r->table, STR("once"))->words;
	struct str	 words = once, w;

	while (str_field(&words, '|', &w)) {
		const struct fact	*one = NULL;
		bool			 several = false;

		for (struct fact *f = first; f != NULL; f = f->next) {
			if (!str_eq(str_of(f->code), w) ||
			    *f->scope != '\0' || f->approx)
				continue;
			several = several || (one != NULL &&
			    dec_cmp(one->value, f->value) != 0);
			one = f;
		}
		for (struct fact *f = first; several && f != NULL;
		    f = f->next)
			if (str_eq(str_of(f->code), w) && *f->scope == '\0')
				f->scope = "分别";
	}
}

/* The numbers of a sentence, each with the keyword that it belongs to. */
static void
emit_numbers(struct teller *r, const struct hit *best)
{
	struct fact	**told = r->f->fact_end;

	r->last_code = NULL;
	for (int k = 0; k < r->s.ntoken; k++) {
		const struct hit	*h = &best[k];
		struct fact		*f;
		int			 first = k;

		if (h->row == NULL || h->m.number->at < r->from ||
		    h->m.number->at >= r->to)
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
		r->last_code = tell_is_outcome(h->row->code) && k == first &&
		    *f->scope == '\0' ? h->row->code : NULL;
		r->last_token = k;
	}
	doubt_parts(r, *told);
}

static bool
is_for_section(const struct factrow *row, int section)
{
	for (size_t i = 0; i < row->sections.n; i++)
		if (row->sections.p[i] == '0' + section)
			return true;
	return false;
}

/* The sets of words that any row asks for, of which one is in s. */
static unsigned
sets_in(const struct facttable *t, struct str s)
{
	unsigned	 found = 0;

	for (const struct wordset *w = t->sets; w != NULL; w = w->next)
		if ((w->bit & t->asked) != 0 && prose_has_any(s, w->words))
			found |= w->bit;
	return found;
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
		    !tell_may(r, row) ||
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

/* A blank one for each number; a text may have a quarter of a million. */
static struct hit *
blank_hits(struct teller *r)
{
	size_t	 n = (size_t)r->s.ntoken;

	if (n > r->nbest) {
		r->nbest = 2 * n;
		r->best = arena_alloc(r->a, r->nbest, sizeof(*r->best));
	}
	memset(r->best, 0, n * sizeof(*r->best));
	return r->best;
}

static void
read_numbers(struct teller *r)
{
	struct hit	*best = blank_hits(r);

	for (const struct factrow *row = r->table->rows; row != NULL;
	    row = row->next) {
		struct hit	 h = { .row = row };
		size_t		 from = 0;

		if (!row->pattern.has_number || !tell_may(r, row) ||
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
}

/* Whether these are n facts of as many kinds. */
static bool
are_all_different(const struct fact *first, int n)
{
	for (const struct fact *f = first; f != NULL; f = f->next, n--)
		for (const struct fact *g = f->next; g != NULL; g = g->next)
			if (strcmp(f->code, g->code) == 0)
				return false;
	return n == 0;
}

/*
 * Two lists, of words and of numbers: what it says when each of the words
 * has its own, and else that the numbers are of several things.
 */
static void
read_lists(struct teller *r, struct fact **first)
{
	struct sentence	 told = r->s;
	struct fact	**end = r->f->fact_end;
	struct str	 clause, text;
	unsigned	 sets = r->sets;
	int		 n = 0;

	text = tell_respective(r->a, &told, &clause, &r->from, &r->to);
	if (text.n == 0)
		return;
	r->said = prose_printed(r->p, r->at + (size_t)(clause.p -
	    told.text.p), r->at + (size_t)(clause.p - told.text.p) +
	    clause.n);
	r->s = (struct sentence){ .ntoken = 0 };	/* told needs its own */
	sentence_scan(r->a, text, &r->s);
	r->sets = sets_in(r->table, text);
	for (int k = 0; k < r->s.ntoken; k++)
		n += r->s.token[k].at >= r->from &&
		    r->s.token[k].at < r->to && !r->s.token[k].is_year;
	read_numbers(r);
	r->s = told;
	r->sets = sets;
	r->said = (struct str){ "", 0 };
	r->from = 0;
	r->to = SIZE_MAX;
	if (!are_all_different(*end, n)) {
		*end = NULL;
		r->f->fact_end = end;
		return;
	}
	/* What was taken for one of several has been told now. */
	for (struct fact **f = first; *f != NULL; )
		if (strcmp((*f)->scope, "分别") == 0)
			*f = (*f)->next;
		else
			f = &(*f)->next;
}

/* 通过网站收到8件，均已办结: what is said of all is said of those. */
static void
narrow_all(struct fact *first)
{
	const char	*scope = "";

	for (struct fact *f = first; f != NULL; f = f->next) {
		if (strcmp(f->code, "narr_all_completed") != 0)
			continue;
		for (const struct fact *g = first; g != NULL; g = g->next)
			if (strcmp(g->code, "narr_received") == 0 ||
			    strcmp(g->code, "narr_handled") == 0) {
				scope = g->scope;
				if (*scope == '\0')
					return;
			}
		if (*f->scope == '\0')
			f->scope = scope;
	}
}

static void
read_sentence(struct teller *r, struct str text)
{
	struct fact	**first = r->f->fact_end;
	bool		  counts = false;

	sentence_scan(r->a, text, &r->s);
	for (int i = 0; i < r->s.ntoken; i++)
		counts = counts || !r->s.token[i].is_year;
	if (counts) {
		read_numbers(r);
		read_lists(r, first);
		tell_breakdown(r);
	}
	emit_bare(r);
	narrow_all(*first);
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

	r->before = 0;
	while (*r->statements < LIMIT_MATCHES &&
	    prose_next(r->p->text, PROSE_SENTENCE, &at, &text)) {
		r->at = (size_t)(text.p - r->p->text.p);
		r->sets = sets_in(r->table, text);
		if (is_topic(text))
			r->topic = r->sets;
		read_sentence(r, text);
		r->before = r->sets;
	}
}

void
narrative_begin(struct arena *a, const struct filing *f,
    const struct block *first, const struct block *end,
    struct narrative *all)
{
	struct passage	*list;

	if (all->facts == NULL) {
		all->facts = fact_load(all->arena);
		all->remarks = remark_load(all->arena);
	}
	all->n = prose_passages(a, f, first, end, &list, &all->cut);
	all->passage = list;
}

void
narrative_facts(struct arena *a, struct filing *f, struct narrative *all)
{
	const struct passage	*p = all->passage;
	const struct passage	*last = all->n > 0 ? p + all->n : p;
	struct teller		 r = {
		.a = a, .f = f, .table = all->facts,
		.said = { "", 0 }, .to = SIZE_MAX,
		.statements = &all->statements,
	};
	bool			 sections = false;
	int			 before = all->statements;

	if (all->cut)
		note_add(a, &f->notes, NOTE_LONG_TEXT,
		    all->n > 0 ? last[-1].line : 0,
		    "no more than %d bytes were searched", LIMIT_NARRATIVE);
	for (int s = 1; s < SECTION__N; s++)
		sections = sections || f->section[s].found;
	for (; p < last; p++) {
		r.p = p;
		if (p->is_heading) {
			r.topic = 0;
			continue;
		}
		/* Before section 一 stand contents and the site's menus. */
		if ((sections && p->section == 0) || p->section == 5)
			continue;
		read_passage(&r);
		if (all->statements >= LIMIT_MATCHES) {
			note_add(a, &f->notes, NOTE_LONG_TEXT, p->line,
			    "no more than %d statements of a document are "
			    "looked into", LIMIT_MATCHES);
			break;
		}
	}
	f->nstatement = all->statements - before;
}
