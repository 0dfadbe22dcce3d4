#include <config.h>

#include "form/tell.h"

/* What stands behind the number, up to the next mark or number. */
static struct str
measure_of(const struct teller *r, int k)
{
	static const char *const	 measure[] = {
		"条", "件", "篇", "份", "次", "项", "个", "期", "场", "起",
		"宗", "名", "人",
	};
	struct str	 rest = str_from(r->s.text, r->s.token[k].end);

	for (size_t i = 0; i < sizeof(measure) / sizeof(measure[0]); i++)
		if (str_starts(rest, str_of(measure[i])))
			return str_of(measure[i]);
	return (struct str){ "", 0 };
}

/*
 * Behind token k and its measure the next clause begins with words that
 * open a list of all its parts.  What else may be said there first is a
 * thing of its own: 召开会议4次，开展培训包括线上2次、线下3次.
 */
static bool
opens_list(const struct teller *r, int k, struct str unit)
{
	struct str	 rest, words = STR("内容|类型|具体|形式|种类"), w;

	rest = str_from(r->s.text, r->s.token[k].end + unit.n);
	if (!str_starts(rest, STR("，")) && !str_starts(rest, STR("：")))
		return false;
	rest = str_from(rest, str_of("，").n);
	while (str_field(&words, '|', &w))
		if (str_starts(rest, w))
			rest = str_from(rest, w.n);
	words = STR("包括|分别为|分别是|分为");
	while (str_field(&words, '|', &w))
		if (str_starts(rest, w))
			return true;
	return false;
}

/* Up to what is said of the whole again: ，较上年增加10条. */
static struct str
list_of(struct str s)
{
	struct str	 words = STR("；|，较|，比|，同比|，与|，增|，减|，占"), w;

	while (str_field(&words, '|', &w))
		s = str_sub(s, 0, str_find(s, w, 0));
	return s;
}

/* What is in brackets is a part of what stands before them. */
static bool
in_brackets(struct str s, size_t from, size_t at)
{
	struct str	 before = str_sub(s, from, at - from);
	size_t		 i = 0, open = 0, close = 0;

	while ((i = str_find(before, STR("（"), i)) != STR_NONE)
		i += str_of("（").n, open++;
	for (i = 0; (i = str_find(before, STR("）"), i)) != STR_NONE; close++)
		i += str_of("）").n;
	return open > close;
}

/*
 * 共N条，包括甲a条、乙b条: the total and the sum of the parts, when the
 * list names them all (no 等) and counts all in the same measure.
 */
void
tell_breakdown(struct teller *r)
{
	static const struct factrow	 total = { .code = "narr_total" };
	static const struct factrow	 parts = { .code = "narr_parts" };

	for (int k = 0; k + 2 < r->s.ntoken; k++) {
		struct token	 sum = { .end = 0 };
		struct str	 unit = measure_of(r, k), list;
		struct hit	 h = { .row = &total };
		struct fact	*f;
		int		 n = 0;

		if (r->s.token[k].is_year || unit.n == 0 ||
		    !opens_list(r, k, unit))
			continue;
		list = list_of(str_from(r->s.text, r->s.token[k].end));
		for (int i = k + 1; i < r->s.ntoken; i++) {
			const struct token	*t = &r->s.token[i];

			if (t->at >= r->s.token[k].end + list.n)
				break;
			if (t->is_year || in_brackets(r->s.text,
			    r->s.token[k].end, t->at))
				continue;
			if (!str_eq(measure_of(r, i), unit) ||
			    t->value.scale != 0) {
				n = 0;
				break;
			}
			sum.value.mant += t->value.mant;
			sum.approx = sum.approx || t->approx;
			n++;
		}
		h.clause = tell_clause(r->s.text, r->s.token[k].at,
		    r->s.token[k].end);
		if (n < 2 || r->s.token[k].value.scale != 0 ||
		    prose_has_any(list, STR("等|共|合计|总计|累计|其中|另|此外")) ||
		    prose_has_any(h.clause, STR("其中")))
			return;
		h.m.measure = unit;
		h.m.number = &r->s.token[k];
		tell_fact(r, &h, h.clause);
		h.row = &parts;
		h.m.number = &sum;
		f = tell_fact(r, &h, h.clause);
		f->approx = f->approx || r->s.token[k].approx;
		return;
	}
}
