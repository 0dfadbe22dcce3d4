/*
 * The numbers of a sentence that may be counts.  Dates, ordinals, numbers
 * of telephones, documents and titles, and Chinese numerals that are parts
 * of words (一批, 统一) are none.
 */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/token.h"
#include "form/when.h"

struct scan {
	struct arena	*a;
	struct str	 s;
	struct token	*token;
	int		 n;
	size_t		 cap;
};

static bool
starts_any(struct str s, struct str words, size_t *n)
{
	struct str	 w;

	while (str_field(&words, '|', &w))
		if (str_starts(s, w)) {
			*n = w.n;
			return true;
		}
	return false;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

#define MEASURES	"件|份|宗|起|例|条|篇|个|项|次|名|人|元|场|期|部|家|则|" \
			"封|单|户|批次"
#define APPROX_BEFORE	"约|近|逾|超|超过|接近|不少于|至少|不足|不低于|突破"
#define APPROX_AFTER	"余|多|来"

/* A year at at, whose digits end at end: 2021年, not 2021年级. */
static bool
is_year(struct str s, size_t end, const struct dec *v)
{
	return v->scale == 0 && v->mant >= 1949 && v->mant <= 2100 &&
	    str_starts(str_from(s, end), STR("年"));
}

/*
 * 2021年 in whatever digits (二○二〇, 二0二0), and at the beginning of a
 * clause 2021全年 or 21年我镇; where it ends, or 0.
 */
static size_t
scan_year(struct str s, size_t at, struct dec *v)
{
	struct str	 rest = str_from(s, at);
	size_t		 skip = 0, n;
	int		 year = year_find(str_sub(rest, 0, 24), &skip, &n);
	bool		 first = at == 0 || str_ends_any(str_sub(s, 0, at),
	    STR("，|；|：|、|（"));

	if (year != 0 && skip == 0) {
		*v = dec_int(year);
		if (str_ends_any(str_sub(rest, 0, n), STR("年|度")) ||
		    (first && starts_any(str_from(rest, n), STR("全|我|共|收到|"
		    "受理|主动"), &skip)))
			return at + n;
	}
	if (!first || rest.n < 2 || rest.p[0] < '1' || rest.p[0] > '4' ||
	    !is_digit(rest.p[1]) || !starts_any(str_from(rest, 2), STR("年我|"
	    "年全|年共|年度|年收|年受|年新|年主|年，|年本|年未|年办|年答"), &n))
		return 0;
	*v = dec_int(2000 + (rest.p[0] - '0') * 10 + (rest.p[1] - '0'));
	return at + 2 + str_of("年").n;
}

/* Digits that are joined to others: telephones, dates, ranges, codes. */
static bool
is_joined(struct str s, size_t at, size_t end)
{
	struct str	 before = str_sub(s, 0, at), after = str_from(s, end);
	size_t		 n;

	if (at != 0 && (is_digit(s.p[at - 1]) || s.p[at - 1] == ' ' ||
	    s.p[at - 1] == '.' || s.p[at - 1] == '-' || s.p[at - 1] == '/' ||
	    s.p[at - 1] == '+' || (s.p[at - 1] >= 'A' && s.p[at - 1] <= 'z')))
		return true;
	if (str_ends_any(before, STR("—|–|～|~|−|－|第|〔|［|[|【")))
		return true;
	if (after.n != 0 && (after.p[0] == '-' || after.p[0] == '/' ||
	    (after.p[0] == ' ' && after.n > 1 && is_digit(after.p[1]))))
		return true;
	return starts_any(after, STR("—|–|～|~|−|〕|］|]|】|号|月|日|时|点|分钟"
	    "|小时|天|周年|岁|楼|层|热线|平台|市民|便民|政务|元/|.|年"), &n);
}

static void
add_token(struct scan *c, size_t at, size_t end, struct dec value,
    bool year)
{
	struct token	*t;
	size_t		 n;

	c->token = arena_grow(c->a, c->token, (size_t)c->n, &c->cap,
	    sizeof(*c->token));
	t = &c->token[c->n++];
	*t = (struct token){ .at = at, .end = end, .value = value,
	    .is_year = year };
	if (year)
		return;
	t->approx = str_ends_any(str_sub(c->s, 0, at), STR(APPROX_BEFORE));
	if (starts_any(str_from(c->s, end), STR(APPROX_AFTER), &n)) {
		t->approx = true;
		t->end += n;
	}
	if (starts_any(str_from(c->s, t->end), STR(MEASURES), &n)) {
		struct str	 after = str_from(c->s, t->end + n);

		if (starts_any(after, STR("左右|以上|以内|上下|以下|多|之多"),
		    &n))
			t->approx = true;
	}
}

/* Chinese numerals count only before a measure, and not as part of a word. */
static bool
is_han_count(struct str s, size_t at, size_t end)
{
	struct str	 after = str_from(s, end);
	size_t		 n;

	if (str_ends_any(str_sub(s, 0, at), STR("第|每|同|统|任|任何|某|这|那|另|"
	    "哪|数|几|上|好|逐|万|进|专|唯|前|后|其|半|之|头")))
		return false;
	if (starts_any(after, STR(APPROX_AFTER), &n))
		after = str_from(after, n);
	return starts_any(after, STR(MEASURES), &n) &&
	    !starts_any(str_from(after, n), STR("性|制|到底|一|事|批"), &n);
}

/* The number at at; returns where to go on. */
static size_t
scan_number(struct scan *c, size_t at)
{
	struct dec	 v;
	size_t		 n, end, go;
	bool		 arabic = is_digit(c->s.p[at]);

	if ((end = scan_year(c->s, at, &v)) != 0) {
		add_token(c, at, end, v, true);
		return end;
	}
	if (!number_in_text(str_from(c->s, at), &v, &n)) {
		go = at;
		utf8_next(c->s, &go);
		while (arabic && go < c->s.n && is_digit(c->s.p[go]))
			go++;
		return go;
	}
	end = at + n;
	if (is_year(c->s, end, &v)) {
		end += str_of("年").n;
		if (str_starts(str_from(c->s, end), STR("度")))
			end += str_of("度").n;
		add_token(c, at, end, v, true);
	} else if (arabic ? !is_joined(c->s, at, end) :
	    is_han_count(c->s, at, end))
		add_token(c, at, end, v, false);
	return end;
}

void
sentence_scan(struct arena *a, struct str text, struct sentence *s)
{
	struct scan	 c = { .a = a, .s = text, .token = s->token,
		.cap = s->cap };
	size_t		 at = 0;
	int		 quoted = 0;

	while (at < text.n) {
		size_t		 next = at;
		uint32_t	 first = utf8_next(text, &next);

		if (first == 0x300A)			/* 《 */
			quoted++;
		else if (first == 0x300B && quoted > 0)
			quoted--;
		at = quoted > 0 || !number_may_begin(first) ? next :
		    scan_number(&c, at);
	}
	*s = (struct sentence){ .text = text, .token = c.token,
	    .ntoken = c.n, .cap = c.cap };
}
