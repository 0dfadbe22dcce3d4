/*
 * Reports of the forms before 2019: one table of labels, units and numbers,
 * whose sums hold or, but for one, hold; see plant.h.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "form/form.h"
#include "tests/gen/plant.h"

#define STAT_MAX	80

struct stat_form {
	const struct item	*item[STAT_MAX];
	int64_t			 v[STAT_MAX];
	int			 n;
};

static int64_t *
value(struct stat_form *f, const char *code)
{
	for (int i = 0; i < f->n; i++)
		if (strcmp(f->item[i]->code, code) == 0)
			return &f->v[i];
	abort();
}

/* Identities: a total, and what it is the sum of, parted by spaces. */
static const struct sum {
	int		 form;
	const char	*total, *parts;
} sums[] = {
	{ 2014, "reply_denied", "reply_denied_state_secret "
	    "reply_denied_trade_secret reply_denied_privacy "
	    "reply_denied_security_stability reply_denied_not_ogi "
	    "reply_denied_other_law" },
	{ 2014, "replies_total", "reply_already_public reply_granted "
	    "reply_granted_partial reply_denied reply_not_this_organ "
	    "reply_not_exist reply_told_to_correct reply_other_channel" },
	{ 2014, "requests_received", "received_in_person received_fax "
	    "received_online received_letter" },
	{ 2014, "requests_completed", "completed_on_time "
	    "completed_extended" },
	{ 2014, "review_total", "review_upheld review_corrected "
	    "review_other" },
	{ 2014, "suit_total", "suit_upheld suit_corrected suit_other" },
	{ 2014, "staff_total", "staff_full_time staff_part_time" },
	{ 2008, "reply_denied", "reply_denied_not_ogi reply_not_exist "
	    "reply_not_this_organ reply_unclear reply_exempt_1 "
	    "reply_exempt_2 reply_exempt_3 reply_exempt_4 reply_exempt_5 "
	    "reply_exempt_6 reply_denied_other" },
	{ 2008, "replies_total", "reply_granted reply_granted_partial "
	    "reply_denied" },
	{ 2008, "requests_received", "received_in_person received_fax "
	    "received_email received_online received_letter received_other" },
};

static int64_t
sum_of(struct stat_form *f, const char *parts)
{
	char	 list[600], *code;
	int64_t	 n = 0;

	snprintf(list, sizeof(list), "%s", parts);
	for (code = strtok(list, " "); code != NULL;
	    code = strtok(NULL, " "))
		n += *value(f, code);
	return n;
}

static void
consistent(struct trial *t, struct stat_form *f, int form)
{
	for (int i = 0; i < f->n; i++)
		f->v[i] = gen_chance(t->dice, 500) ? 0 :
		    gen_below(t->dice, 40);
	if (form == 2014) {
		/* Channels count an item again, heads are among all. */
		*value(f, "disclosed_website") += 90;
		*value(f, "disclosed_items") = *value(f,
		    "disclosed_website");
		*value(f, "normative_made") += *value(f,
		    "disclosed_normative");
		*value(f, "press_conferences") += *value(f,
		    "press_conferences_head");
		*value(f, "online_interviews") += *value(f,
		    "online_interviews_head");
	}
	for (size_t i = 0; i < sizeof(sums) / sizeof(sums[0]); i++)
		if (sums[i].form == form)
			*value(f, sums[i].total) = sum_of(f, sums[i].parts);
	if (form == 2014) {
		*value(f, "requests_completed") = *value(f, "replies_total");
		*value(f, "completed_on_time") = *value(f,
		    "requests_completed");
		*value(f, "completed_extended") = 0;
	}
}

/* One sum wrong, or a part larger than the whole. */
static void
spoil(struct trial *t, struct stat_form *f, int form)
{
	static const struct { const char *small, *large, *place; } pair[] = {
		{ "press_conferences_head", "press_conferences",
		    "press_conferences_head" },
		{ "online_interviews_head", "online_interviews",
		    "online_interviews_head" },
		{ "disclosed_normative", "disclosed_items",
		    "disclosed_normative" },
		{ "disclosed_weibo", "disclosed_items", "disclosed_weibo" },
		{ "requests_completed", "replies_total",
		    "requests_completed/replies_total" },
	};
	uint32_t	 k = gen_below(t->dice, form == 2014 ? 12 : 3);

	t->planted = true;
	if (form == 2014 && k >= 7) {
		*value(f, pair[k - 7].small) = *value(f, pair[k - 7].large) +
		    1 + gen_below(t->dice, 9);
		*value(f, "completed_on_time") = *value(f,
		    "requests_completed");
		trial_place(t, "%s", pair[k - 7].place);
		return;
	}
	k += form == 2014 ? 0 : 7;
	*value(f, sums[k].total) += 1 + gen_below(t->dice, 9);
	trial_place(t, "%s", sums[k].total);
}

static void
stat_row(struct gtable *tab, int row, const char *label, const char *unit,
    int64_t v)
{
	char	 s[400], *end;

	snprintf(s, sizeof(s), "%s", label);
	if ((end = strstr(s, " (")) != NULL)
		*end = '\0';
	cell_put(tab, row, 0, s);
	cell_put(tab, row, 1, unit);
	snprintf(s, sizeof(s), "%lld", (long long)v);
	strcpy(cell_put(tab, row, 2, v < 0 ? "" : s)->item, "statistic");
}

static void
stat_table(struct gen *g, const struct stat_form *f, int form)
{
	struct gtable	*tab = &g->table[g->ntable];
	struct gblock	*b = &g->block[g->nblock++];

	*b = (struct gblock){ .table = g->ntable++ };
	tab->ncol = 3;
	cell_put(tab, 0, 0, form == 2014 ? "统计指标" : "指标名称");
	cell_put(tab, 0, 1, form == 2014 ? "单位" : "计量单位");
	cell_put(tab, 0, 2, form == 2014 ? "统计数" : "本年累计");
	for (int i = 0; i < f->n; i++)
		stat_row(tab, i + 1, f->item[i]->label_zh, f->item[i]->unit,
		    f->item[i]->is_group ? -1 : f->v[i]);
	tab->nrow = f->n + 1;
}

void
stat_make(struct trial *t, struct gen *g, int form)
{
	struct arena		*a = arena_new();
	const struct forms	*fs = forms_load(a);
	struct stat_form	 f = { .n = 0 };
	char			 s[300];

	for (int i = 0; i < fs->nitem && f.n < STAT_MAX; i++)
		if (fs->item[i].form == (form == 2014 ? FORM_STAT2014 :
		    FORM_LEGACY2008))
			f.item[f.n++] = &fs->item[i];
	consistent(t, &f, form);
	if (t->fault != NULL && t->now == t->target)
		spoil(t, &f, form);
	memset(g, 0, sizeof(*g));
	g->year = t->year[t->now];
	snprintf(s, sizeof(s), "%s%d年政府信息公开工作年度报告",
	    t->agency[t->now], g->year);
	gen_paragraph(g, 1, s);
	gen_paragraph(g, 1, "一、概述");
	snprintf(s, sizeof(s), "%d年，各项工作有序推进。", g->year);
	gen_paragraph(g, 0, s);
	gen_paragraph(g, 1, form == 2014 ? "政府信息公开情况统计表" :
	    "附表：政府信息公开情况统计报表");
	stat_table(g, &f, form);
	arena_free(a);
}

static void
decade(struct trial *t)
{
	int	 first = t->fault->rule[2] == '0' ? 2014 : 2008;

	t->linked = false;
	for (int i = 0; i < t->n; i++)
		t->year[i] = first + i;
}

const struct fault	 plant_stats[] = {
	{ .rule = "A10", .form = 2014, .plan = decade },
	{ .rule = "A11", .form = 2008, .plan = decade },
	{ .rule = NULL },
};
