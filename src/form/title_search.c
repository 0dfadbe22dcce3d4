#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/title_search.h"
#include "form/who.h"

#define JOIN		4	/* lines over which a title may be broken */
#define JOIN_MAX	120	/* bytes of a line that may be part of one */
#define TOKENS		40	/* parts of a line, between spaces */
#define SENTENCE	45	/* bytes that make one, and no title */

struct search {
	struct arena			*arena;
	const struct textlines		*lines;
	const struct title		*meta;
	struct title_found		 best;
};

static int
score(const struct search *s, const struct title *t)
{
	int	 n = 10;

	if (t->year != 0)
		n += 4;
	if (organ_like(t->agency))
		n += 5;
	else if (t->agency.n != 0)
		n += 1;
	if (s->meta != NULL && str_eq(s->meta->text, t->text))
		n += 3;
	return t->sheet ? n - 4 : n;
}

/* Whether there is text of a report in lines [from, to). */
static bool
has_body(const struct search *s, int from, int to)
{
	for (int k = 1; k < 7; k++)
		if (s->lines->section[k] >= from && s->lines->section[k] < to)
			return true;
	for (int i = from; i < to; i++)
		if (s->lines->v[i].bare.n > SENTENCE &&
		    str_has(s->lines->v[i].bare, STR("。")))
			return true;
	return false;
}

/*
 * Of equals the first; but of years the last, because lists of the reports
 * of other years stand above the title, unless what is below that already
 * is its report: then they stand behind it.
 */
static void
offer(struct search *s, struct title *t, int points, int first, int last)
{
	if (points < s->best.score || (points == s->best.score &&
	    (t->year == 0 || t->year == s->best.title.year ||
	    has_body(s, s->best.last + 1, first))))
		return;
	s->best = (struct title_found){ *t, points, first, last };
}

/* Entries of a menu, crumbs and the title may share a line. */
static void
try_tokens(struct search *s, int i)
{
	struct str	 token[TOKENS], rest = s->lines->v[i].text;
	int		 n = 0;

	while (rest.n != 0 && n < TOKENS) {
		size_t	 at = 0, next = 0;

		while (next < rest.n &&
		    !utf8_is_space(utf8_next(rest, &next)))
			at = next;
		if (at != 0)
			token[n++] = str_bare(s->arena, str_sub(rest, 0, at));
		rest = str_from(rest, next);
	}
	for (int from = 0; n > 1 && from < n; from++) {
		struct str	 joined = STR("");

		for (int to = from; to < n && to < from + 6; to++) {
			struct title	 t;

			joined = str_cat(s->arena, joined, token[to]);
			if (title_parse(s->arena, joined, &t)) {
				offer(s, &t, score(s, &t) - 1, i, i);
				break;
			}
		}
	}
}

/* A whole line of a broken title: who, or when, or part of the pattern. */
static bool
piece_good(struct arena *a, struct str line, bool in_pattern)
{
	struct str	 who = organ_trim(a, line);

	return in_pattern || who.n == 0 || organ_like(who);
}

/* "广水市" above "生态环境局2021年…": the name was broken, too. */
static bool
ends_in_place(struct str s)
{
	static const char *const ends[] = { "省", "市", "县", "区", "旗", "州",
	    "盟", "镇", "乡", "街道" };

	for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++)
		if (str_ends(s, str_of(ends[k])))
			return true;
	return false;
}

/* The page says right beneath it when it was published, or by whom. */
static bool
has_imprint(struct search *s, int last)
{
	struct imprint	 im = imprint_find(s->arena, s->lines, last + 1,
			    last + 2 < s->lines->n ? last + 2 : s->lines->n);

	return im.published.year != 0 || im.source_org.n != 0;
}

/* A line of nothing but a year; empty if it is none. */
static struct str
bare_year(const struct search *s, int i)
{
	size_t		 at = 0, n;
	struct str	 line;

	if (i < 0 || i >= s->lines->n)
		return STR("");
	line = s->lines->v[i].bare;
	return year_find(line, &at, &n) != 0 && at == 0 && n == line.n ?
	    line : STR("");
}

static void
try_lines(struct search *s, int i)
{
	struct str	 joined = STR("");
	size_t		 at;
	struct title	 t;

	if (bare_year(s, i - 1).n != 0 && bare_year(s, i).n != 0)
		return;		/* the last of a list, beside the title */
	for (int k = 0; k < JOIN && i + k < s->lines->n; k++) {
		struct str	 line = s->lines->v[i + k].bare;
		bool		 good = true;
		int		 points;

		if (k > 0 && (line.n > JOIN_MAX || joined.n > JOIN * JOIN_MAX))
			return;
		at = joined.n;
		joined = str_cat(s->arena, joined, line);
		if (!title_parse(s->arena, joined, &t) || t.end <= at)
			continue;
		points = score(s, &t) + 1 - k;
		for (int j = 0, p = 0; j < k; j++) {
			struct str	 piece = s->lines->v[i + j].bare;

			p += (int)piece.n;
			good = good && piece_good(s->arena, piece,
			    p > (int)t.begin);
		}
		/* It must begin in the first line, or that is not part. */
		if (!good || (size_t)(t.text.p - joined.p) >=
		    s->lines->v[i].bare.n)
			continue;
		if (k > 0 && ends_in_place(s->lines->v[i].bare))
			points += 2;
		points += has_imprint(s, i + k);
		/* A link to it; the page may have several. */
		if (str_starts(s->lines->v[i].bare, STR("附件")))
			points -= 3;
		offer(s, &t, points, i, i + k);
		if (k == 0)
			return;
	}
}

/*
 * "年息县审计局…年度报告" above or below "2019": digits are set lower than
 * ideographs, and a converter made a line of their own of them.
 */
static void
try_year_apart(struct search *s, int i)
{
	struct str	 line = s->lines->v[i].bare;
	struct title	 t;

	for (int k = i - 1; str_starts(line, STR("年")) && k <= i + 1;
	    k += 2) {
		struct str	 year = bare_year(s, k);

		if (year.n != 0 && title_parse(s->arena,
		    str_cat(s->arena, year, line), &t))
			offer(s, &t, score(s, &t) + 1, k < i ? k : i,
			    k < i ? i : k);
	}
}

struct title_found
title_search(struct arena *a, const struct textlines *lines, int head,
    const struct title *meta)
{
	struct search	 s = { .arena = a, .lines = lines, .meta = meta,
			    .best = { .first = -1, .last = -1 } };

	for (int i = 0; i < head; i++) {
		try_lines(&s, i);
		try_year_apart(&s, i);
		if (!str_eq(lines->v[i].text, lines->v[i].bare))
			try_tokens(&s, i);
	}
	if (s.best.score == 0 && meta != NULL)
		s.best = (struct title_found){ *meta, 1, -1, -1 };
	return s.best;
}
