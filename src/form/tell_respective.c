/*
 * 收到、答复政府信息公开申请分别为12件、11件: words and numbers in two lists.
 */
#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "form/tell.h"

#define LIST_MAX	12

static const char	 joins[] = "、|以及|和|及|与";

struct lists {
	struct str		 word[LIST_MAX];
	struct str		 number[LIST_MAX];	/* with its measure */
	int			 nword, nnumber;
	struct str		 tail;		/* of the last words */
};

static size_t
join_at(struct str s)
{
	struct str	 words = STR(joins), w;

	while (str_field(&words, '|', &w))
		if (str_starts(s, w))
			return w.n;
	return 0;
}

/* Without 数 and the like; what was behind 的 of the last goes into tail. */
static struct str
bare_words(struct str s, struct str *tail)
{
	static const char	 ends[] = "件数|数量|数|量|情况";
	struct str		 words = STR(ends), w;
	size_t			 at = str_find(s, STR("的"), 0);

	if (tail != NULL && at != STR_NONE && at != 0) {
		*tail = str_from(s, at + str_of("的").n);
		s = str_sub(s, 0, at);
	}
	while (str_field(&words, '|', &w))
		if (str_ends(s, w) && s.n > w.n)
			return str_sub(s, 0, s.n - w.n);
	return s;
}

static bool
split_words(struct lists *l, struct str s)
{
	size_t	 from = 0, n;

	for (size_t at = 0; at < s.n; at += n != 0 ? n : 1) {
		if ((n = join_at(str_from(s, at))) == 0)
			continue;
		if (at == from || l->nword == LIST_MAX - 1)
			return false;
		l->word[l->nword++] = bare_words(str_sub(s, from, at - from),
		    NULL);
		from = at + n;
	}
	if (from == s.n)
		return false;
	l->word[l->nword++] = bare_words(str_from(s, from), &l->tail);
	return true;
}

/* The measure that begins s; bytes. */
static size_t
measure_at(struct str s)
{
	struct str	 words = STR("件|份|宗|起|例|次|个"), w;

	while (str_field(&words, '|', &w))
		if (str_starts(s, w))
			return w.n;
	return 0;
}

/* Numbers of [at, end), which hold nothing else. */
static bool
split_numbers(struct lists *l, const struct sentence *s, size_t at,
    size_t end)
{
	int	 k = 0;
	size_t	 n;

	while (k < s->ntoken && s->token[k].at < at)
		k++;
	for (; k < s->ntoken && s->token[k].at == at; k++) {
		size_t	 to = s->token[k].end;

		n = measure_at(str_from(s->text, to));
		if (n == 0 || l->nnumber == LIST_MAX || s->token[k].is_year)
			return false;
		l->number[l->nnumber++] = str_sub(s->text, at, to + n - at);
		at = to + n;
		if (at >= end)
			return at == end;
		if ((n = join_at(str_from(s->text, at))) == 0)
			return false;
		at += n;
	}
	return false;
}

struct str
tell_respective(struct arena *a, const struct sentence *s,
    struct str *clause, size_t *from, size_t *to)
{
	struct str	 words = STR("分别为|分别是|分别有|依次为|依次是"), w;
	struct lists	 l = { .nword = 0 };
	struct buf	 b;
	size_t		 at = STR_NONE, begin, end;

	while (at == STR_NONE && str_field(&words, '|', &w))
		at = str_find(s->text, w, 0);
	if (at == STR_NONE)
		return (struct str){ "", 0 };
	*clause = tell_clause(s->text, at, at + w.n);
	begin = (size_t)(clause->p - s->text.p);
	end = begin + clause->n;
	if (!split_numbers(&l, s, at + w.n, end) || l.nnumber < 2 ||
	    !split_words(&l, str_sub(s->text, begin, at - begin)) ||
	    l.nword != l.nnumber)
		return (struct str){ "", 0 };
	buf_init(&b, a);
	buf_add(&b, s->text.p, begin);
	if (l.tail.n != 0) {
		buf_add(&b, l.tail.p, l.tail.n);
		buf_add(&b, "，", str_of("，").n);
	}
	*from = b.n;
	for (int i = 0; i < l.nword; i++) {
		if (i > 0)
			buf_add(&b, "，", str_of("，").n);
		buf_add(&b, l.word[i].p, l.word[i].n);
		buf_add(&b, l.number[i].p, l.number[i].n);
	}
	*to = b.n;
	buf_add(&b, s->text.p + end, s->text.n - end);
	return buf_text(&b);
}
