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

/* Behind token k begins a list of all its parts, in the next clause. */
static bool
opens_list(const struct teller *r, int k)
{
	size_t		 from = r->s.token[k].end, at;
	struct str	 between;

	at = k + 1 < r->s.ntoken ? r->s.token[k + 1].at : from;
	between = str_sub(r->s.text, from, at - from);
	return between.n <= 90 && !str_has(between, STR("；")) &&
	    prose_has_any(between, STR("包括|分别为|分别是|分为"));
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
		    !opens_list(r, k))
			continue;
		list = str_from(r->s.text, r->s.token[k].end);
		list = str_sub(list, 0, str_find(list, STR("；"), 0));
		for (int i = k + 1; i < r->s.ntoken; i++) {
			const struct token	*t = &r->s.token[i];

			if (t->at >= r->s.token[k].end + list.n)
				break;
			if (t->is_year)
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
		    prose_has_any(list, STR("等|共|合计|总计|累计|其中")) ||
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
