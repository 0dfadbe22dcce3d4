/*
 * Whether what looks like a fact is one: what the sentence speaks of, what
 * rules it out, and what narrows it.
 */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/tell.h"

/* The text without the phrases that say "anybody". */
static struct str
without_neutral(struct teller *r, struct str s)
{
	struct str	 all = fact_words(r->table, STR("neutral"))->words;
	struct str	 words = all, w;
	bool		 any = false;
	char		*out;
	size_t		 n = 0;

	while (str_field(&words, '|', &w))
		any = any || str_has(s, w);
	if (!any)
		return s;
	out = arena_alloc(r->a, s.n + 1, 1);
	for (size_t at = 0; at < s.n; ) {
		bool	 cut = false;

		words = all;
		while (!cut && str_field(&words, '|', &w))
			cut = str_starts(str_from(s, at), w);
		if (cut)
			at += w.n;
		else
			out[n++] = s.p[at++];
	}
	return (struct str){ out, n };
}

struct str
tell_clause(struct str s, size_t at, size_t end)
{
	struct str	 unit;
	size_t		 i = 0, from = 0, to = s.n;

	while (prose_next(s, PROSE_CLAUSE, &i, &unit)) {
		size_t	 u = (size_t)(unit.p - s.p);

		if (u <= at)
			from = u;
		if (u + unit.n >= end) {
			to = u + unit.n;
			break;
		}
	}
	for (i = from; i < to; ) {
		size_t		 here = i;
		uint32_t	 c = utf8_next(s, &i);

		if (c != 0xFF08 && c != 0xFF09)		/* （ ） */
			continue;
		if (i <= at)
			from = i;
		else if (here >= end)
			to = here;
	}
	return str_sub(s, from, to - from);
}

/*
 * Whether the words are of what is counted: 因信息公开引起行政复议1件, or
 * 行政复议1件，均由信息公开引起; and not 行政复议5件，其中信息公开1件.
 */
static bool
is_of_all(const struct teller *r, const struct hit *h, struct str words)
{
	struct str	 s = r->s.text, unit;
	bool		 before = false;
	size_t		 at = 0;

	while (prose_next(s, PROSE_CLAUSE, &at, &unit)) {
		size_t	 here = (size_t)(unit.p - s.p);
		bool	 speaks = prose_has_any(unit, words);

		if (here < h->m.end) {
			before = before || (speaks && (!str_starts(unit,
			    STR("其中")) || here + unit.n >= h->m.end));
			continue;
		}
		if (speaks && prose_has_any(unit, STR("均|都|全部|皆")))
			return true;
		if (speaks && prose_has_any(unit,
		    STR("其中|涉及|有关|属于|类")))
			return false;
		if (str_has(str_sub(s, h->m.end, here - h->m.end),
		    STR("；")))
			break;
	}
	return before;
}

bool
tell_may(const struct teller *r, const struct factrow *row)
{
	return (row->here & ~r->sets) == 0 &&
	    (row->around & ~(r->sets | r->before | r->topic)) == 0;
}

/* "s:request&c:ogi": what is more than tell_may() has seen. */
static bool
speaks_of(struct teller *r, const struct hit *h)
{
	struct str	 about = h->row->about, cond, words;

	while (about.n != 0 && str_field(&about, '&', &cond)) {
		if (cond.p[0] != 'c' && cond.p[0] != 'l')
			continue;
		words = fact_words(r->table, str_from(cond, 2))->words;
		if (cond.p[0] == 'c' ? !prose_has_any(h->clause, words) :
		    !is_of_all(r, h, words))
			return false;
	}
	return true;
}

/* The match and the eight characters before it. */
static struct str
near_match(const struct teller *r, const struct match_at *m)
{
	size_t	 from = m->at, n;

	for (int i = 0; i < 8 && from > 0; i++) {
		utf8_last(str_sub(r->s.text, 0, from), &n);
		from -= n;
	}
	return str_sub(r->s.text, from, m->end - from);
}

/* 办理教师资格认定申请: 申请 of another kind than the words know. */
static bool
asks_for_other(const struct teller *r, const struct hit *h, struct str words)
{
	static const char	 ask[] = "申请";
	size_t			 at = h->m.at;

	while ((at = str_find(str_sub(r->s.text, 0, h->m.end), STR(ask),
	    at)) != STR_NONE) {
		if (at > h->m.at && !str_starts(str_from(r->s.text, at),
		    STR("申请公开")) && !str_ends_any(str_sub(r->s.text, 0,
		    at), words))
			return true;
		at += sizeof(ask) - 1;
	}
	return false;
}

static bool
is_ruled_out(struct teller *r, const struct hit *h, struct str clause)
{
	struct str	 without = h->row->without, w, where;

	while (without.n != 0 && str_field(&without, '|', &w)) {
		where = clause;
		if (str_starts(w, STR("o:"))) {
			if (asks_for_other(r, h, fact_words(r->table,
			    str_from(w, 2))->words))
				return true;
			continue;
		}
		if (w.n > 2 && w.p[1] == ':') {
			where = w.p[0] == 's' ? r->s.text :
			    w.p[0] == 'b' ? str_sub(r->s.text, 0, h->m.at) :
			    w.p[0] == 'm' ? str_sub(r->s.text, h->m.at,
			    h->m.end - h->m.at) : near_match(r, &h->m);
			w = str_from(w, 2);
		}
		if (w.n != 0 && w.p[0] == '@' ? prose_has_any(where,
		    fact_words(r->table, str_from(w, 1))->words) :
		    w.n != 0 && str_has(where, w))
			return true;
	}
	return prose_has_any(clause,
	    fact_words(r->table, STR("unsure"))->words);
}

/*
 * A word that is in the agency's own name does not narrow anything, nor
 * does 县级 in the report of a county, or 本机关 in that of an organ that
 * has no others to report for.
 */
static bool
is_own(const struct teller *r, struct str w)
{
	static const char *const	 tail[] = { "人民政府", "政府" };
	struct str			 name = r->f->agency;

	if (name.n == 0)
		return false;
	if (str_has(name, w))
		return true;
	for (size_t i = 0; i < sizeof(tail) / sizeof(tail[0]); i++)
		if (str_ends(name, str_of(tail[i])) &&
		    name.n > str_of(tail[i]).n) {
			name.n -= str_of(tail[i]).n;
			break;
		}
	if (str_eq(w, STR("本机关")))
		return !str_ends_any(name, STR("省|市|县|区|州|盟|旗"));
	return str_ends(w, STR("级")) &&
	    str_ends(name, str_sub(w, 0, w.n - str_of("级").n));
}

/* The first word that makes the match one of a part only, or empty. */
static struct str
narrowed_by(struct teller *r, struct str names, const struct hit *h)
{
	size_t		 back = tell_back(r, h->m.at), i;
	size_t		 at = (size_t)(h->clause.p - r->s.text.p);
	size_t		 from = at > back ? at : back;
	struct str	 near = str_sub(r->s.text, from, h->m.end - from);
	struct str	 half = str_sub(r->s.text, back,
	    (h->m.number != NULL ? h->m.number->at : h->m.at) - back);
	struct str	 all = names, name, words, w;

	while ((i = str_find(half, STR("；"), 0)) != STR_NONE)
		half = str_from(half, i + str_of("；").n);
	near = without_neutral(r, near);
	while (names.n != 0 && str_field(&names, '|', &name)) {
		const struct wordset	*set = fact_words(r->table, name);

		if (set->open && str_has(near, STR("等")))
			continue;
		words = set->words;
		if (set->time && (w = tell_span(r, h, words)).n != 0)
			return w;
		while (!set->time && str_field(&words, '|', &w))
			if (str_has(set->half ? half : near, w) &&
			    !is_own(r, w))
				return w;
	}
	if (prose_has_any(all, STR("others|elsewhere")))
		return tell_organ(r, h);
	return (struct str){ "", 0 };
}

/* 上年结转2件，其中予以公开1件: of what was carried over, or of all. */
static bool
is_of_carried(const struct teller *r, const struct hit *h)
{
	struct str	 before = str_sub(r->s.text, 0, h->m.at);
	size_t		 at = tell_back(r, h->m.at), i, of = STR_NONE;

	while ((i = str_find(before, STR("，其中"), at)) != STR_NONE)
		at = (of = i) + 1;
	if (of == STR_NONE || of == 0 || str_has(str_from(before, of),
	    STR("；")))
		return false;
	return prose_has_any(tell_clause(r->s.text, of - 1, of),
	    STR("结转|转入"));
}

/*
 * What only looks like it: the match begins in a title (《办理…》1件), or
 * its number is what another is a part of (12件申请已答复9件).
 */
static bool
is_mistaken(const struct teller *r, const struct hit *h)
{
	struct str		 match = str_sub(r->s.text, h->m.at,
				    h->m.end - h->m.at);
	size_t			 open = str_find(match, STR("《"), 0);
	size_t			 close = str_find(match, STR("》"), 0);
	const struct token	*next;

	if (close != STR_NONE && (open == STR_NONE || close < open))
		return true;
	if (tell_is_outcome(h->row->code) && is_of_carried(r, h))
		return true;
	if (!h->row->pattern.number_first)
		return false;
	next = h->m.number + 1;
	return next < r->s.token + r->s.ntoken && next->at == h->m.end;
}

/* 收到、答复的分别为12件、11件: which is whose is for tell_respective(). */
static bool
is_one_of_several(const struct teller *r, const struct hit *h)
{
	return h->m.number != NULL && h->m.number->at > h->m.at &&
	    prose_has_any(str_sub(r->s.text, h->m.at, h->m.number->at -
	    h->m.at), STR("分别|依次"));
}

bool
tell_judge(struct teller *r, struct hit *h)
{
	++*r->statements;
	h->clause = tell_clause(r->s.text, h->m.at, h->m.end);
	if (is_mistaken(r, h) || !speaks_of(r, h) ||
	    is_ruled_out(r, h, without_neutral(r, h->clause)) ||
	    tell_difference(r, h) || tell_other_year(r, h))
		return false;
	h->narrow = is_one_of_several(r, h) ? STR("分别") :
	    narrowed_by(r, h->row->narrowed, h);
	return true;
}
