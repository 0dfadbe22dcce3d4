#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/hant.h"
#include "base/utf8.h"
#include "form/label.h"

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
		if (i < s.n && (c = han_digit(utf8_next(s, &i)) != 0) != 0)
			n = 10;
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
			if (at < s.n && is_stop(c = utf8_next(s, &i)))
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

/* Nothing gets longer but what is not UTF-8; a page has many labels. */
static void
reserve(struct buf *b, struct arena *a, size_t n)
{
	buf_init(b, a);
	b->cap = n + 2;
	b->p = arena_alloc(a, b->cap, 1);
}

/* Folded, simplified, without white space and without [bookmark: …]. */
static struct str
squeeze(struct arena *a, struct str s)
{
	struct buf	 b;
	size_t		 end;

	reserve(&b, a, s.n);
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c;

		if (s.p[at] == '[' &&
		    str_starts(str_from(s, at), STR("[bookmark")) &&
		    (end = str_find(s, STR("]"), at)) != STR_NONE) {
			at = end + 1;
			continue;
		}
		c = utf8_next(s, &at);
		if (!utf8_is_space(c))
			buf_char(&b, hant_simplify(utf8_fold(c)));
	}
	return buf_text(&b);
}

struct str
label_norm(struct arena *a, struct str s, int *ordinal)
{
	struct buf	 b;
	int		 n;

	s = strip_ordinal(squeeze(a, s), &n);
	if (ordinal != NULL)
		*ordinal = n;
	reserve(&b, a, s.n);
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_next(s, &at);

		if (!is_dropped(c))
			buf_char(&b, c);
	}
	return buf_text(&b);
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
keyword_fits(const struct label *l, struct str norm)
{
	if (norm.n > 2 * l->longest + 12 || !str_has(norm, l->text) ||
	    label_of_other_year(l, norm))
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
match_whole(const struct forms *f, enum part part, enum axis axis,
    struct str norm, struct match *m)
{
	for (int i = 0; i < f->nlabel; i++) {
		const struct label	*l = &f->label[i];

		if (l->official && l->axis == axis &&
		    (part == PART__N || l->part == part) &&
		    str_eq(l->text, norm)) {
			m->label = l;
			m->exact = true;
			return true;
		}
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

/* The label with the longest keyword in the text. */
static const struct label *
match_keyword(const struct forms *f, enum part part, enum axis axis,
    struct str norm)
{
	const struct label	*best = NULL;

	for (int i = 0; i < f->nlabel; i++) {
		const struct label	*l = &f->label[i];

		if (!l->official && l->axis == axis &&
		    (part == PART__N || l->part == part) &&
		    keyword_fits(l, norm) && better_keyword(l, best))
			best = l;
	}
	return best != NULL ? best : label_near(f, part, axis, norm);
}

/* Whether it is a label of the part; norm and ordinal are given. */
static bool
match_norm(const struct forms *f, enum part part, enum axis axis,
    struct match *m)
{
	struct str	 bare;

	if (match_whole(f, part, axis, m->norm, m))
		return true;
	/* "一本年新收…": an ordinal that lost its 、 */
	bare = str_from(m->norm, 3);
	if (m->ordinal == 0 && m->norm.n > 3 &&
	    han_digit(utf8_first(m->norm, &(size_t){ 0 })) != 0 &&
	    match_whole(f, part, axis, bare, m)) {
		m->norm = bare;
		return true;
	}
	/* 规范性文件（行政机关制定发布的…）: what it is, explained. */
	bare = label_without_remark(m->norm);
	if (bare.n < m->norm.n && match_whole(f, part, axis, bare, m))
		return true;
	m->label = match_keyword(f, part, axis, m->norm);
	if (m->label == NULL && bare.n < m->norm.n)
		m->label = match_keyword(f, part, axis, bare);
	return m->label != NULL;
}

static bool
has_han(struct str s)
{
	for (size_t at = 0; at < s.n; )
		if (utf8_is_han(utf8_next(s, &at)))
			return true;
	return false;
}

/* Longer than any label is prose, which is spared the work, like numbers. */
static bool
begin_match(struct arena *a, struct str text, struct match *m)
{
	*m = (struct match){ .label = NULL };
	if (text.n > 1024 || !has_han(text))
		return false;
	m->norm = label_norm(a, text, &m->ordinal);
	return m->norm.n != 0;
}

bool
label_match(struct arena *a, const struct forms *f, enum part part,
    enum axis axis, struct str text, struct match *m)
{
	return begin_match(a, text, m) && match_norm(f, part, axis, m);
}

bool
label_match_first(struct arena *a, const struct forms *f, enum part first,
    enum part last, enum axis axis, struct str text, struct match *m)
{
	struct match	 blank, found;

	*m = (struct match){ .label = NULL };
	if (!begin_match(a, text, &blank))
		return false;
	for (int p = first; p <= (int)last; p++) {
		found = blank;
		if (match_norm(f, (enum part)p, axis, &found) &&
		    (m->label == NULL || (found.exact && !m->exact)))
			*m = found;
	}
	return m->label != NULL;
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
	struct str	 s, art, num;
	size_t		 tiao, end;

	if (text.n == 0 || text.n > 120)
		return false;
	s = squeeze(a, text);
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
