/*
 * Choosing the headings: every unit that looks like one is a candidate with
 * a score; the chain of candidates with growing ordinals and the greatest
 * sum wins.  So one misprinted heading does not shift the others, and a
 * heading that is repeated in a table of contents loses against the one
 * that something follows.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/filing.h"
#include "form/label.h"
#include "form/section.h"
#include "form/piece.h"

#define HEADING_MAX	40	/* characters */
#define MARKED_BYTES	160	/* of a heading, with its marks */
#define CANDIDATES	600
#define LOOK_AHEAD	14	/* units in which a table should begin */

static const char *const	 title[SECTION__N] = {
	"",
	"总体情况",
	"主动公开政府信息情况",
	"收到和处理政府信息公开申请情况",
	"政府信息公开行政复议、行政诉讼情况",
	"存在的主要问题及改进情况",
	"其他需要报告的事项",
};

/* What a heading must contain to be taken for one; "+" joins two words. */
static const char *const	 key[SECTION__N][8] = {
	[1] = { "总体情况", "工作基本情况", "基本情况", "概述", "概况",
	    "总体工作情况" },
	[2] = { "主动公开政府信息", "主动公开信息情况" },
	[3] = { "收到和处理" },
	[4] = { "行政复议", "复议+诉讼" },
	[5] = { "存在+问题", "主要+问题", "问题+改进", "问题及" },
	[6] = { "其他需要", "其它需要", "其他报告", "其它报告",
	    "需要报告的", "其他需报告", "其他事项" },
};

/* What the table below a heading shows within a few units. */
static const char *const	 sign[SECTION__N][4] = {
	[2] = { "信息内容", "第二十条" },
	[3] = { "申请人情况", "自然人", "本年新收" },
	[4] = { "结果维持", "结果纠正", "未经复议" },
};

struct cand {
	int	 unit;
	int	 ordinal;
	int	 score;
	bool	 bracket;	/* （一）总体情况 */
	int	 best;		/* of the chain that ends here */
	int	 prev;
};

static bool
has_key(struct str s, const char *k)
{
	struct str	 word = str_of(k), part;

	while (str_field(&word, '+', &part))
		if (!str_has(s, part))
			return false;
	return true;
}

/* Without white space, and without the debris of lists and Markdown. */
static struct str
tidy(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_next(s, &at);

		if (utf8_is_space(c) || c == '*' ||
		    (b->n == 0 && (c == '#' || c == '-')))
			continue;
		buf_char(b, utf8_fold(c));
	}
	return buf_text(b);
}

/* "(五)" in front of another ordinal. */
static struct str
drop_bracket(struct str s, bool *had)
{
	size_t	 end = str_find(s, STR(")"), 0);

	*had = s.n != 0 && s.p[0] == '(' && end != STR_NONE && end <= 7;
	return *had ? str_from(s, end + 1) : s;
}

static bool
is_title(struct str s)
{
	for (int k = 1; k < SECTION__N; k++)
		if (str_eq(s, str_of(title[k])))
			return true;
	return false;
}

/*
 * The ordinal in front of a heading, from 1, with a sign behind it or, if the
 * heading is the form's, 是 or nothing; 0 if there is none.
 */
static int
heading_ordinal(struct str s, size_t *at, bool *arabic)
{
	static const char	*han = "一二三四五六七八九";
	struct str		 h = str_of(han);
	size_t			 stop = 3;
	uint32_t		 c;
	int			 n = 0;

	*arabic = false;
	for (int i = 0; i < 9; i++)
		if (str_starts(s, str_sub(h, (size_t)i * 3, 3)))
			n = i + 1;
	if (n == 0 && s.n > 1 && s.p[0] >= '1' && s.p[0] <= '9') {
		*arabic = true;
		n = s.p[0] - '0';
		stop = 1;
	}
	if (n == 0 || stop >= s.n)
		return 0;
	*at = stop;
	c = utf8_next(s, &stop);
	if (c == 0x3001 || c == '.' || c == ',' || c == ':' || c == ';' ||
	    c == 0x3002 || c == ')') {
		*at = stop;
		return n;
	}
	if (c == 0x662F)
		*at = stop;
	return is_title(str_from(s, *at)) ? n : 0;
}

/* Which of 一 to 六 the text begins with, from 1, or 0. */
static int
han_ordinal(struct str s)
{
	static const char	*han = "一二三四五六";

	for (int i = 0; i < 6; i++)
		if (str_starts(s, str_sub(str_of(han), (size_t)i * 3, 3)))
			return i + 1;
	return 0;
}

/* 第一部分总体情况: as 一、总体情况. */
static struct str
drop_part(struct str s, int *ordinal)
{
	const size_t	 han = sizeof "第" - 1;
	struct str	 rest;

	*ordinal = str_starts(s, STR("第")) ?
	    han_ordinal(str_from(s, han)) : 0;
	rest = *ordinal != 0 ? str_from(s, 2 * han) : s;
	if (*ordinal == 0 || !str_starts(rest, STR("部分"))) {
		*ordinal = 0;
		return s;
	}
	rest = str_from(rest, sizeof "部分" - 1);
	if (str_starts(rest, STR(":")))
		return str_from(rest, 1);
	return str_starts(rest, STR("、")) ?
	    str_from(rest, sizeof "、" - 1) : rest;
}

/* The number in the bracket with which a heading begins, or 0. */
static int
bracket_ordinal(struct str s)
{
	return str_starts(s, STR("(")) && s.n > sizeof "(一" &&
	    s.p[sizeof "(一" - 1] == ')' ? han_ordinal(str_from(s, 1)) : 0;
}

/*
 * Whether a heading may begin as the text does: with an ordinal, a bracket,
 * or the first character of one that has lost them.
 */
static bool
may_be_heading(struct str s)
{
	for (size_t at = 0; at < s.n; ) {
		size_t		 from = at;
		uint32_t	 c = utf8_next(s, &at);

		if (utf8_is_space(c) || c == '*' || c == '#' || c == '-' ||
		    c == 0xFF03 || c == 0xFF0A || c == 0xFF0D)
			continue;
		c = utf8_fold(c);
		return c == '(' || (c >= '1' && c <= '9') ||
		    str_has(STR("第一二三四五六七八九总主收政存其"),
		    str_sub(s, from, at - from));
	}
	return false;
}

/*
 * Whether a text is a heading of a section, and which; 0: it is none.  One
 * whose ordinal is in a bracket counts where there is no other.
 */
static int
heading_of(struct arena *a, struct str text, int *score, bool *in_bracket)
{
	char		 room[HEADING_MAX * UTF8_MAX + 1];
	struct buf	 b;
	struct str	 s, words;
	size_t		 at = 0;
	bool		 bracket, arabic;
	int		 n, inner, part;

	*in_bracket = false;
	if (!may_be_heading(text) || utf8_longer(text, HEADING_MAX))
		return 0;
	buf_over(&b, a, room, sizeof(room));
	s = drop_part(tidy(&b, text), &part);
	inner = bracket_ordinal(s);
	s = drop_bracket(s, &bracket);
	n = heading_ordinal(s, &at, &arabic);
	if (part != 0)
		n = part;
	words = str_from(s, at);
	for (int k = 1; k < SECTION__N; k++) {
		bool	 verbatim = str_eq(words, str_of(title[k]));

		*in_bracket = n == 0 && inner == k;
		if (n == 0 && !*in_bracket && (bracket || !verbatim))
			continue;
		for (int i = 0; i < 8 && key[k][i] != NULL; i++) {
			if (!has_key(words, key[k][i]))
				continue;
			*score = (n == k ? arabic ? 5 : 6 : n == 0 ? 4 : 1) +
			    (verbatim ? 3 : 0) - (bracket ? 2 : 0);
			return k;
		}
	}
	return 0;
}

static bool
piece_has(const struct piece *u, const char *const *word)
{
	for (int i = 0; i < u->ncell; i++)
		for (int k = 0; k < 4 && word[k] != NULL; k++)
			if (str_has(u->cell[i]->text, str_of(word[k])))
				return true;
	return false;
}

int
section_heading(struct arena *a, struct str text)
{
	bool	 bracket;
	int	 score = 0, k = heading_of(a, text, &score, &bracket);

	return score >= 9 ? k : 0;
}

/* How much better a candidate is for what follows it. */
static int
follows(const struct pieces *us, int i, int ordinal, bool next_is_heading)
{
	int	 score = next_is_heading ? 0 : 2;

	for (int j = i + 1; j < us->n && j <= i + LOOK_AHEAD; j++)
		if (piece_has(&us->u[j], sign[ordinal]))
			return score + 4;
	return score;
}

static int
candidates(struct arena *a, const struct pieces *us, struct cand *c)
{
	bool	 plain[SECTION__N] = { false }, bracket;
	int	 n = 0, kept = 0, score;

	for (int i = 0; i < us->n && n < CANDIDATES; i++) {
		int	 k = heading_of(a, us->u[i].single, &score, &bracket);

		if (k != 0)
			c[n++] = (struct cand){ .unit = i, .ordinal = k,
			    .score = score, .bracket = bracket, .prev = -1 };
		if (k != 0 && !bracket)
			plain[k] = true;
	}
	for (int i = 0; i < n; i++)
		if (!c[i].bracket || !plain[c[i].ordinal])
			c[kept++] = c[i];
	n = kept;
	for (int i = 0; i < n; i++)
		c[i].score += follows(us, c[i].unit, c[i].ordinal,
		    i + 1 < n && c[i + 1].unit == c[i].unit + 1);
	return n;
}

/* The end of the best chain, or -1. */
static int
best_chain(struct cand *c, int n)
{
	int	 end = -1;

	for (int i = 0; i < n; i++) {
		c[i].best = c[i].score;
		for (int j = 0; j < i; j++)
			if (c[j].ordinal < c[i].ordinal &&
			    c[j].best + c[i].score > c[i].best) {
				c[i].best = c[j].best + c[i].score;
				c[i].prev = j;
			}
		if (end < 0 || c[i].best > c[end].best)
			end = i;
	}
	return end;
}

/* A heading's words, without its number. */
static struct str
heading_words(struct arena *a, struct str text)
{
	struct str	 s;
	struct buf	 b;
	size_t		 at = 0;
	bool		 flag;
	int		 part;

	buf_init(&b, a);
	s = drop_bracket(drop_part(tidy(&b, text), &part), &flag);
	heading_ordinal(s, &at, &flag);
	return str_from(s, at);
}

static bool
is_verbatim(struct arena *a, struct str text, int ordinal)
{
	return str_eq(heading_words(a, text), str_of(title[ordinal]));
}

/* Words that are not the form's; the ordinal is another matter. */
static void
observe_heading(struct arena *a, struct filing *f, const struct piece *u,
    int ordinal)
{
	if (!is_verbatim(a, u->single, ordinal))
		filing_add_obs(a, f, OBS_HEADING, u->line,
		    str_of(arena_printf(a, "s%d", ordinal)), u->single);
}

/* What is said in a unit, for the text of a section. */
static bool
is_prose(const struct piece *u)
{
	bool	 tables = u->section >= 2 && u->section <= 4;

	if (u->grid == NULL)
		return true;
	return !tables && u->single.n != 0;
}

static void
collect_text(struct arena *a, struct filing *f, const struct pieces *us)
{
	struct buf	 b[SECTION__N];

	for (int k = 0; k < SECTION__N; k++)
		buf_init(&b[k], a);
	for (int i = 0; i < us->n; i++) {
		const struct piece	*u = &us->u[i];
		struct section		*s = &f->section[u->section];

		s->line_end = u->line;
		if (u->heading != 0 || !is_prose(u))
			continue;
		if (b[u->section].n != 0)
			buf_puts(&b[u->section], "\n");
		buf_str(&b[u->section], u->single);
	}
	for (int k = 0; k < SECTION__N; k++)
		f->section[k].text = buf_text(&b[k]);
}

/* 附件1：主动公开政府信息情况表, below the last sections. */
static bool
is_annex(const struct piece *u)
{
	return u->section >= 5 && u->single.n != 0 &&
	    !utf8_longer(u->single, HEADING_MAX) &&
	    (str_starts(u->single, STR("附件")) ||
	    str_starts(u->single, STR("附表")) ||
	    str_starts(u->single, STR("附：")) ||
	    str_starts(u->single, STR("附录")));
}

/*
 * Sections that are there and not in their order, as on the first sheet of a
 * workbook whose others have the tables: a heading to the letter with
 * something below it.  A list of headings is none.
 */
static void
observe_elsewhere(struct arena *a, struct filing *f, const struct pieces *us,
    const struct cand *c, int n)
{
	for (int i = 0; i < n; i++) {
		const struct piece	*u = &us->u[c[i].unit];
		int			 k = c[i].ordinal;
		bool			 listed = i + 1 < n &&
		    c[i + 1].unit == c[i].unit + 1;

		if (f->section[k].found || listed ||
		    section_heading(a, u->single) != k)
			continue;
		filing_add_obs(a, f, OBS_ELSEWHERE, u->line,
		    str_of(arena_printf(a, "s%d", k)), u->single);
	}
}

/* Without marks of some markup around it: .SH 一、总体情况, @section … */
static struct str
unmarked(struct str s)
{
	while (s.n > 0 && (unsigned char)s.p[0] < 0x80 &&
	    (s.p[0] < '0' || s.p[0] > '9'))
		s = str_from(s, 1);
	while (s.n > 0 && (unsigned char)s.p[s.n - 1] < 0x80)
		s.n--;
	return s;
}

/*
 * Headings to the letter in a markup that is not known: the section is not
 * missing.
 */
static void
observe_marked(struct arena *a, struct filing *f, const struct pieces *us)
{
	for (int i = 0; i < us->n; i++) {
		const struct piece	*u = &us->u[i];
		struct str		 s = unmarked(u->single);
		int			 k;

		if (s.n == u->single.n || u->grid != NULL ||
		    u->single.n > MARKED_BYTES ||
		    (k = section_heading(a, s)) == 0 || f->section[k].found)
			continue;
		filing_add_obs(a, f, OBS_ELSEWHERE, u->line,
		    str_of(arena_printf(a, "s%d", k)), u->single);
	}
}

/*
 * 二、存在的主要问题及改进情况 before 三、主动公开…: a section that the chain
 * had to leave out stands where its heading is to the letter and something
 * else than the next heading follows.
 */
static void
mark_displaced(struct arena *a, const struct pieces *us, const struct cand *c,
    int n)
{
	bool	 has[SECTION__N] = { false };

	for (int i = 0; i < n; i++)
		has[us->u[c[i].unit].heading] = true;
	for (int i = 0; i < n; i++) {
		struct piece	*u = &us->u[c[i].unit];
		int		 k = c[i].ordinal;
		bool		 listed = (i + 1 < n &&
		    c[i + 1].unit == c[i].unit + 1) ||
		    (i > 0 && c[i - 1].unit == c[i].unit - 1);

		if (has[k] || listed || c[i].bracket || u->grid != NULL ||
		    !is_verbatim(a, u->single, k))
			continue;
		u->heading = k;
		has[k] = true;
	}
}

void
sections_find(struct arena *a, struct filing *f, struct pieces *us)
{
	struct cand	*c = arena_alloc(a, CANDIDATES, sizeof(*c));
	int		 n = candidates(a, us, c), now = 0, again = 0;
	bool		 annex = false;

	for (int i = 0; i < n; i++)
		us->u[c[i].unit].again = c[i].ordinal;
	for (int i = best_chain(c, n); i >= 0; i = c[i].prev)
		us->u[c[i].unit].heading = c[i].ordinal;
	mark_displaced(a, us, c, n);
	for (int i = 0; i < us->n; i++) {
		struct piece	*u = &us->u[i];

		if (u->again != 0)
			again = u->heading != 0 ? 0 : u->again;
		u->again = again;
		if (u->heading != 0) {
			now = u->heading;
			annex = false;
			f->section[now].found = true;
			f->section[now].heading = u->single;
			f->section[now].line = u->line;
			observe_heading(a, f, u, now);
		}
		u->section = now;
		u->annex = annex = annex || is_annex(u);
	}
	observe_elsewhere(a, f, us, c, n);
	observe_marked(a, f, us);
	collect_text(a, f, us);
}

/* How a heading ends, to find it where no line break does. */
static const char *const	 tail[SECTION__N] = {
	"", "总体情况", "主动公开政府信息情况",
	"收到和处理政府信息公开申请情况", "诉讼情况", "改进情况",
	"报告的事项",
};

/* A heading k that begins in s at or after from. */
static bool
find_inside(struct str s, int k, size_t from, size_t *at, size_t *end)
{
	struct str	 mark = STR("一、二、三、四、五、六、");
	size_t		 i = from, j, n;

	mark = str_sub(mark, (size_t)(k - 1) * 6, 6);
	while ((i = str_find(s, mark, i)) != STR_NONE) {
		j = str_find(str_sub(s, i, 100), str_of(tail[k]), 6);
		if (j != STR_NONE &&
		    str_find(str_sub(s, i, j), mark, 6) == STR_NONE &&
		    str_find(str_sub(s, i, j), STR("。"), 0) == STR_NONE &&
		    (i == 0 || utf8_last(str_sub(s, 0, i), &n) != 0x7B2C)) {
			*at = i;
			*end = i + j + strlen(tail[k]);
			return true;
		}
		i += 6;
	}
	return false;
}

bool
section_inside(struct str s, size_t *at, size_t *end)
{
	size_t	 a, e;
	bool	 found = false;

	for (int k = 1; k < SECTION__N; k++)
		if (find_inside(s, k, 0, &a, &e) && (!found || a < *at)) {
			*at = a;
			*end = e;
			found = true;
		}
	return found;
}

int
section_count_inside(struct str s)
{
	size_t	 a, e;
	int	 n = 0;

	/* A heading on its own line is no text with headings inside. */
	if (s.n < 200)
		return 0;
	for (int k = 1; k < SECTION__N; k++)
		n += find_inside(s, k, 0, &a, &e);
	return n;
}

bool
section_leads(struct str s, size_t *end)
{
	static const char *const mark[] = { "、", "．", ".", "，", "," };
	size_t	 at = 0, n;
	int	 k;

	if (!utf8_longer(s, HEADING_MAX))
		return false;
	while (at < s.n && utf8_is_space(utf8_first(str_from(s, at), &n)))
		at += n;
	if ((k = han_ordinal(str_from(s, at))) == 0)
		return false;
	at += sizeof "一" - 1;
	for (size_t i = 0; i < sizeof mark / sizeof mark[0]; i++)
		if (str_eat(s, &at, mark[i]))
			break;
	while (at < s.n && utf8_is_space(utf8_first(str_from(s, at), &n)))
		at += n;
	if (!str_eat(s, &at, title[k]) || at == s.n)
		return false;
	*end = at;
	switch (utf8_first(str_from(s, at), &n)) {
	case '(': case ':': case '.': case 0xFF08: case 0xFF1A: case 0x3002:
		return true;
	default:
		return utf8_is_space(utf8_first(str_from(s, at), &n)) ||
		    (s.p[at] >= '0' && s.p[at] <= '9');
	}
}
