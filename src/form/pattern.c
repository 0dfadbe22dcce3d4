#include <config.h>

#include <assert.h>

#include "base/utf8.h"
#include "form/pattern.h"

/* Up to the closing character, which is left out. */
static struct str
take_until(struct str *s, char close)
{
	struct str	 part;

	assert(s->n != 0);
	str_field(s, close, &part);
	return part;
}

static int
take_int(struct str *s)
{
	int	 v = 0;

	while (s->n != 0 && s->p[0] >= '0' && s->p[0] <= '9') {
		v = v * 10 + (s->p[0] - '0');
		*s = str_from(*s, 1);
	}
	return v;
}

static void
parse_element(struct str *s, struct element *e)
{
	char	 c = s->p[0];
	size_t	 n;

	*e = (struct element){ .kind = ELEMENT_WORDS };
	switch (c) {
	case '!':
		e->kind = ELEMENT_NOT_AFTER;
		*s = str_from(*s, 2);
		e->words = take_until(s, ')');
		return;
	case '(':
	case '{':
		if (c == '{')
			e->kind = ELEMENT_MEASURE;
		*s = str_from(*s, 1);
		e->words = take_until(s, c == '(' ? ')' : '}');
		if (s->n != 0 && s->p[0] == '?') {
			e->optional = true;
			*s = str_from(*s, 1);
		}
		return;
	case '~':
		e->kind = ELEMENT_GAP;
		*s = str_from(*s, 1);
		e->wide = s->n != 0 && s->p[0] == '~';
		if (e->wide)
			*s = str_from(*s, 1);
		e->max = take_int(s);
		return;
	case '#':
		e->kind = ELEMENT_NUMBER;
		*s = str_from(*s, 1);
		return;
	case '@':
		e->kind = ELEMENT_YEAR;
		*s = str_from(*s, 1);
		return;
	case '<':
		e->kind = ELEMENT_CLAUSE;
		*s = str_from(*s, 1);
		return;
	default:
		break;
	}
	for (n = 0; n < s->n; n++) {
		c = s->p[n];
		if (c == '!' || c == '(' || c == '{' || c == '~' ||
		    c == '#' || c == '@' || c == '<')
			break;
	}
	e->words = str_sub(*s, 0, n);
	*s = str_from(*s, n);
}

/*
 * Nearly all patterns begin with words, and nearly nowhere in a sentence
 * does one of these begin: the third byte is the one that tells most.
 */
static uint64_t
third_bytes(const struct pattern *p)
{
	const struct element	*e = p->element, *end = e + p->n;
	struct str		 words, w;
	uint64_t		 set = 0;

	while (e < end && (e->kind == ELEMENT_NOT_AFTER ||
	    e->kind == ELEMENT_CLAUSE))
		e++;
	if (e == end || e->kind != ELEMENT_WORDS || e->optional)
		return UINT64_MAX;
	for (words = e->words; str_field(&words, '|', &w); ) {
		if (w.n < 3)
			return UINT64_MAX;
		set |= (uint64_t)1 << ((unsigned char)w.p[2] % 64);
	}
	return set;
}

static bool
may_begin(const struct pattern *p, struct str s, size_t at)
{
	return p->third == UINT64_MAX || (s.n - at >= 3 &&
	    (p->third >> ((unsigned char)s.p[at + 2] % 64) & 1) != 0);
}

void
pattern_parse(struct str s, struct pattern *p)
{
	bool	 words = false;

	*p = (struct pattern){ .n = 0 };
	while (s.n != 0) {
		struct element	*e = &p->element[p->n++];

		assert(p->n <= PATTERN_MAX);
		parse_element(&s, e);
		if (e->kind == ELEMENT_NUMBER) {
			p->has_number = true;
			p->number_first = !words;
		} else if (e->kind == ELEMENT_WORDS)
			words = true;
	}
	p->third = third_bytes(p);
}

static const struct token *
token_at(const struct sentence *s, size_t at)
{
	int	 lo = 0, hi = s->ntoken;

	while (lo < hi) {
		int	 mid = lo + (hi - lo) / 2;

		if (s->token[mid].at == at)
			return &s->token[mid];
		if (s->token[mid].at < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

/* Ends a clause, or a part of one. */
static bool
is_stop(uint32_t c, bool wide)
{
	switch (c) {
	case 0xFF0C:		/* ， */
	case 0xFF1B:		/* ； */
	case 0xFF1A:		/* ： */
	case 0x3002:
	case 0xFF01:
	case 0xFF1F:
		return true;
	case 0x3001:		/* 、 */
	case 0xFF08:
	case 0xFF09:
		return !wide;
	default:
		return false;
	}
}

static bool
begins_clause(struct str s, size_t at)
{
	size_t	 n;

	return at == 0 || is_stop(utf8_last(str_sub(s, 0, at), &n), false);
}

static bool	match_from(const struct pattern *, int,
		    const struct sentence *, size_t, struct match_at *);

static bool
match_words(const struct pattern *p, int i, const struct sentence *s,
    size_t at, struct match_at *m)
{
	struct str	 words = p->element[i].words, w;
	struct str	 rest = str_from(s->text, at);

	while (str_field(&words, '|', &w)) {
		if (!str_starts(rest, w) ||
		    !match_from(p, i + 1, s, at + w.n, m))
			continue;
		if (p->element[i].kind == ELEMENT_MEASURE)
			m->measure = w;
		return true;
	}
	return p->element[i].optional && match_from(p, i + 1, s, at, m);
}

static bool
match_gap(const struct pattern *p, int i, const struct sentence *s,
    size_t at, struct match_at *m)
{
	const struct token	*t;
	int			 n = 0;

	for (;;) {
		if (match_from(p, i + 1, s, at, m))
			return true;
		if (at >= s->text.n || n >= p->element[i].max)
			return false;
		t = token_at(s, at);
		if (t != NULL && !t->is_year)
			return false;
		if (t != NULL) {
			at = t->end;
			n += 3;
		} else if (is_stop(utf8_next(s->text, &at),
		    p->element[i].wide))
			return false;
		n++;
	}
}

/* The depth is bounded by PATTERN_MAX, the work by the gaps of a pattern. */
static bool
match_from(const struct pattern *p, int i, const struct sentence *s,
    size_t at, struct match_at *m)
{
	const struct element	*e = &p->element[i];
	const struct token	*t;

	if (i == p->n) {
		m->end = at;
		return true;
	}
	switch (e->kind) {
	case ELEMENT_WORDS:
	case ELEMENT_MEASURE:
		return match_words(p, i, s, at, m);
	case ELEMENT_GAP:
		return match_gap(p, i, s, at, m);
	case ELEMENT_NOT_AFTER:
		return !str_ends_any(str_sub(s->text, 0, at), e->words) &&
		    match_from(p, i + 1, s, at, m);
	case ELEMENT_CLAUSE:
		return begins_clause(s->text, at) &&
		    match_from(p, i + 1, s, at, m);
	case ELEMENT_YEAR:
		t = token_at(s, at);
		return t != NULL && t->is_year &&
		    match_from(p, i + 1, s, t->end, m);
	case ELEMENT_NUMBER:
		t = token_at(s, at);
		if (t == NULL || t->is_year ||
		    !match_from(p, i + 1, s, t->end, m))
			return false;
		m->number = t;
		return true;
	}
	return false;
}

bool
pattern_find(const struct pattern *p, const struct sentence *s, size_t from,
    struct match_at *m)
{
	for (size_t at = from; at < s->text.n; utf8_next(s->text, &at)) {
		if (!may_begin(p, s->text, at))
			continue;
		*m = (struct match_at){ .at = at };
		if (match_from(p, 0, s, at, m))
			return true;
	}
	return false;
}
