#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hant.h"
#include "base/utf8.h"
#include "form/label.h"

#define SHORT	1100	/* bytes of texts that are normalised in place */

/* 一 to 十 as 1 to 10, else 0. */
static int
han_digit(uint32_t c)
{
	static const uint32_t	 digit[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
	    0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341 };

	for (int i = 0; i < 10; i++)
		if (digit[i] == c)
			return i + 1;
	return 0;
}

static bool
is_stop(uint32_t c)
{
	return c == 0x3001 || c == '.' || c == ',' || c == ')' || c == ':' ||
	    c == 0x3002;
}

/* An ordinal of one or two digits at *at: its value, or 0. */
static int
read_ordinal(struct str s, size_t *at)
{
	size_t		 i = *at, save;
	uint32_t	 c;
	int		 n = 0, d;

	if (i >= s.n)
		return 0;
	c = utf8_next(s, &i);
	if (c >= 0x2460 && c <= 0x2473)		/* ① to ⑳ */
		n = (int)(c - 0x2460) + 1;
	else if (c >= '0' && c <= '9') {
		n = (int)(c - '0');
		save = i;
		if (i < s.n && (c = utf8_next(s, &i)) >= '0' && c <= '9')
			n = n * 10 + (int)(c - '0');
		else
			i = save;
	} else if ((d = han_digit(c)) != 0) {
		n = d;
		save = i;
		if (i < s.n && (d = han_digit(utf8_next(s, &i))) != 0)
			n = n == 10 ? n + d : d == 10 ? n * d : n * 10 + d;
		else
			i = save;
	}
	if (n != 0)
		*at = i;
	return n;
}

/*
 * One enumerator at the beginning, in a text that is folded and without
 * white space; returns what follows it.
 */
static struct str
strip_ordinal(struct str s, int *ordinal)
{
	size_t		 at = 0, i;
	uint32_t	 c;
	bool		 open = s.n != 0 && s.p[0] == '(';
	bool		 circled, arabic;
	int		 n;

	*ordinal = 0;
	at = open ? 1 : 0;
	if (at >= s.n)
		return s;
	i = at;
	c = utf8_next(s, &i);
	circled = c >= 0x2460 && c <= 0x2473;
	arabic = c >= '0' && c <= '9';
	n = read_ordinal(s, &at);
	if (n == 0)
		return s;
	if (at < s.n) {
		i = at;
		c = utf8_next(s, &i);
		if (is_stop(c)) {
			at = i;
			/* "(一)、" and "1.、" */
			if (at < s.n && is_stop(utf8_next(s, &i)))
				at = i;
		} else if (!circled && !(arabic && utf8_is_han(c)))
			return s;
	} else if (!open && !circled)
		return s;
	*ordinal = n;
	return str_from(s, at);
}

static bool
is_dropped(uint32_t c)
{
	switch (c) {
	case '"': case '\'': case ',': case '.': case ':': case ';':
	case 0x201C: case 0x201D: case 0x2018: case 0x2019:	/* “”‘’ */
	case 0x300C: case 0x300D: case 0x300E: case 0x300F:	/* 「」『』 */
	case 0x300A: case 0x300B:				/* 《》 */
	case 0x3001: case 0x3002:				/* 、。 */
		return true;
	default:
		return false;
	}
}

/*
 * The character as it is compared: folded and simplified; 0 for white space.
 * Only what is no ideograph can be that or be folded.
 */
static uint32_t
compared(uint32_t c)
{
	if (c < 0x4E00 || c > 0x9FFF) {
		if (utf8_is_space(c))
			return 0;
		c = utf8_fold(c);
	}
	return hant_simplify(c);
}

/* Folded, simplified, without white space and without [bookmark: …]. */
static struct str
squeeze(struct buf *b, struct str s)
{
	size_t	 from = 0, at = 0, next, end;

	for (; at < s.n; at = next) {
		uint32_t	 c, to;

		next = at;
		c = utf8_next(s, &next);
		if (c == '[' &&
		    str_starts(str_from(s, at), STR("[bookmark")) &&
		    (end = str_find(s, STR("]"), at)) != STR_NONE) {
			next = end + 1;
			to = 0;
		} else if ((to = compared(c)) == c && c != UTF8_BAD)
			continue;
		buf_str(b, str_sub(s, from, at - from));
		if (to != 0)
			buf_char(b, to);
		from = next;
	}
	buf_str(b, str_sub(s, from, at - from));
	return buf_text(b);
}

/*
 * Nothing gets longer but what is not UTF-8, so the text that a buffer of
 * the caller's has room for stays there; a page has many labels.
 */
struct str
label_norm_in(struct buf *b, struct str s, int *ordinal)
{
	size_t	 from, at;
	char	*to;

	s = strip_ordinal(squeeze(b, s), ordinal);
	b->n = 0;
	to = b->p;
	for (from = at = 0; at < s.n; ) {
		size_t		 i = at;
		uint32_t	 c = utf8_next(s, &at);

		if (!is_dropped(c))
			continue;
		memmove(to + b->n, s.p + from, i - from);
		b->n += i - from;
		from = at;
	}
	memmove(to + b->n, s.p + from, at - from);
	b->n += at - from;
	return buf_text(b);
}

struct str
label_norm(struct arena *a, struct str s, int *ordinal)
{
	char		 room[SHORT];
	struct buf	 b;
	int		 n;

	buf_over(&b, a, room, sizeof(room));
	s = label_norm_in(&b, s, &n);
	if (ordinal != NULL)
		*ordinal = n;
	return s.p == room ? str_dup(a, s) : s;
}

uint64_t
label_chars(struct str norm)
{
	uint64_t	 set = 0;

	for (size_t at = 0; at < norm.n; ) {
		uint32_t	 c = utf8_next(norm, &at);

		set |= (uint64_t)1 << (c * 0x9E3779B1u >> 26);
	}
	return set;
}

/* Last year's figures, or how they changed, where the label means neither. */
bool
label_of_other_year(const struct label *l, struct str norm)
{
	static const char *const word[] = { "上年", "上一年", "去年", "同期",
	    "同比", "环比" };

	for (size_t k = 0; k < sizeof(word) / sizeof(word[0]); k++)
		if (str_has(norm, str_of(word[k])) &&
		    !str_has(l->text, str_of(word[k])))
			return true;
	return false;
}

static bool
keyword_fits(const struct label *l, struct str norm, uint64_t chars)
{
	if (norm.n > 2 * l->longest + 12 || (l->chars & ~chars) != 0 ||
	    !str_has(norm, l->text) || label_of_other_year(l, norm))
		return false;
	for (int i = 0; i < 4 && l->without[i].n != 0; i++)
		if (str_has(norm, l->without[i]))
			return false;
	return true;
}

bool
label_is_group(const struct label *l)
{
	static const char *const	 key[] = { "results", "denied",
	    "unable", "not_processed", "other_handling" };

	for (size_t i = 0; i < sizeof(key) / sizeof(key[0]); i++)
		if (l->part == PART_REQUESTS && l->axis == AXIS_ROW &&
		    strcmp(l->key, key[i]) == 0)
			return true;
	return false;
}

static bool
better_keyword(const struct label *l, const struct label *than)
{
	if (than == NULL)
		return true;
	if (label_is_group(l) != label_is_group(than))
		return label_is_group(than);
	return l->text.n > than->text.n;
}

static bool
match_whole(const struct labels *of, struct str norm, struct match *m)
{
	for (const struct label *l = of->first; l < of->end; l++)
		if (l->official && str_eq(l->text, norm)) {
			m->label = l;
			m->exact = true;
			return true;
		}
	return false;
}

struct str
label_without_remark(struct str s)
{
	size_t	 open = str_find(s, STR("("), 0), wide;

	wide = str_find(s, STR("（"), 0);
	open = wide < open ? wide : open;
	if (open == STR_NONE || open == 0 ||
	    (!str_ends(s, STR(")")) && !str_ends(s, STR("）"))))
		return s;
	return str_trim(str_sub(s, 0, open));
}

/*
 * Whether all of another label is before or behind what was found of one of
 * a column: heads that ran together.
 */
static bool
heads_another(const struct labels *of, const struct label *l, struct str norm)
{
	size_t		 at = str_find(norm, l->text, 0);
	struct str	 rest[2];

	if (l->axis != AXIS_COL || at == STR_NONE)
		return false;
	rest[0] = str_sub(norm, 0, at);
	rest[1] = str_from(norm, at + l->text.n);
	for (const struct label *o = of->first; o < of->end; o++)
		for (int i = 0; i < 2; i++)
			if (o->official && strcmp(o->key, l->key) != 0 &&
			    str_has(rest[i], o->text))
				return true;
	return false;
}

/* The label with the longest keyword in the text. */
static const struct label *
match_keyword(const struct labels *of, struct str norm, uint64_t chars)
{
	const struct label	*best = NULL;

	for (const struct label *l = of->first; l < of->end; l++)
		if (!l->official && keyword_fits(l, norm, chars) &&
		    better_keyword(l, best))
			best = l;
	if (best == NULL)
		return label_near(of, norm, chars);
	return heads_another(of, best, norm) ? NULL : best;
}

/* Whether it is one of the labels to the word; norm and ordinal are given. */
static bool
match_exact(const struct labels *of, struct match *m)
{
	struct str	 bare;

	if (match_whole(of, m->norm, m))
		return true;
	/* "一本年新收…": an ordinal that lost its 、 */
	bare = str_from(m->norm, 3);
	if (m->ordinal == 0 && m->norm.n > 3 &&
	    han_digit(utf8_first(m->norm, &(size_t){ 0 })) != 0 &&
	    match_whole(of, bare, m)) {
		m->norm = bare;
		return true;
	}
	/* 规范性文件（行政机关制定发布的…）: what it is, explained. */
	bare = label_without_remark(m->norm);
	return bare.n < m->norm.n && match_whole(of, bare, m);
}

/* Whether it is one of them at all; chars are given too. */
static bool
match_norm(const struct labels *of, struct match *m)
{
	struct str	 bare;

	if (match_exact(of, m))
		return true;
	m->label = match_keyword(of, m->norm, m->chars);
	bare = label_without_remark(m->norm);
	if (m->label == NULL && bare.n < m->norm.n)
		m->label = match_keyword(of, bare, label_chars(bare));
	return m->label != NULL;
}

/* Longer than any label is prose, which is spared the work, like numbers. */
static bool
may_match(struct label_asked *q, struct arena *a, struct str text)
{
	struct buf	 b;

	if (text.n == 0 || text.n > sizeof(q->room))
		return false;
	/* Compared by what it says: another text may have its place. */
	if (str_eq(text, q->text))
		return q->may_be;
	memcpy(q->room, text.p, text.n);
	q->text = (struct str){ q->room, text.n };
	q->read = (struct match){ .label = NULL };
	q->may_be = utf8_has_han(text);
	if (!q->may_be)
		return false;
	buf_over(&b, a, q->norm, sizeof(q->norm));
	q->read.norm = label_norm_in(&b, text, &q->read.ordinal);
	q->read.chars = label_chars(q->read.norm);
	return q->may_be = q->read.norm.n != 0;
}

bool
label_match_first(struct label_asked *q, struct arena *a,
    const struct forms *f, enum part first, enum part last, enum axis axis,
    struct str text, struct match *m)
{
	struct match	 found;

	*m = (struct match){ .label = NULL };
	if (!may_match(q, a, text))
		return false;
	for (int p = first; p <= (int)last; p++) {
		found = q->read;
		if (match_norm(&f->of[p][axis], &found) &&
		    (m->label == NULL || (found.exact && !m->exact)))
			*m = found;
	}
	/* Most texts are no labels, and nothing of them is kept. */
	if (m->label != NULL)
		m->norm = str_dup(a, m->norm);
	return m->label != NULL;
}

bool
label_match_exact(struct label_asked *q, struct arena *a,
    const struct forms *f, enum part part, enum axis axis, struct str text,
    struct match *m)
{
	*m = (struct match){ .label = NULL };
	if (!may_match(q, a, text))
		return false;
	*m = q->read;
	if (!match_exact(&f->of[part][axis], m))
		return false;
	m->norm = str_dup(a, m->norm);
	return true;
}

bool
label_match(struct arena *a, const struct forms *f, enum part part,
    enum axis axis, struct str text, struct match *m)
{
	struct label_asked	 q;

	q.text = STR("");
	return label_match_first(&q, a, f, part, part, axis, text, m);
}

bool
label_block_title(struct arena *a, struct str text, enum part *part,
    bool *right_article)
{
	static const struct {
		const char	*num;
		enum part	 part;
	} item[] = {
		{ "一", PART_ART20_1 }, { "五", PART_ART20_5 },
		{ "六", PART_ART20_6 }, { "八", PART_ART20_8 },
		{ "九", PART_ART20_9 }, { "1", PART_ART20_1 },
		{ "5", PART_ART20_5 }, { "6", PART_ART20_6 },
		{ "8", PART_ART20_8 }, { "9", PART_ART20_9 },
	};
	char		 room[SHORT];
	struct buf	 b;
	struct str	 s, art, num;
	size_t		 tiao, end;

	if (text.n == 0 || text.n > 120)
		return false;
	buf_over(&b, a, room, sizeof(room));
	s = squeeze(&b, text);
	if (!str_starts(s, STR("第")) ||
	    (tiao = str_find(s, STR("条第"), 0)) == STR_NONE || tiao > 24)
		return false;
	art = str_sub(s, 3, tiao - 3);
	num = str_from(s, tiao + 6);
	end = str_find(num, STR("项"), 0);
	if (end == STR_NONE || end > 12)
		return false;
	num.n = end;
	if (str_starts(num, STR("(")))
		num = str_from(num, 1);
	if (str_ends(num, STR(")")))
		num.n--;
	*right_article = str_eq(art, STR("二十")) || str_eq(art, STR("20"));
	*part = PART__N;
	for (size_t i = 0; i < sizeof(item) / sizeof(item[0]); i++)
		if (str_eq(num, str_of(item[i].num)))
			*part = item[i].part;
	return true;
}
