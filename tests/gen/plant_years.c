/* Faults between the years and between agencies: C04 to C10; see plant.h. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "tests/gen/plant.h"

/* Last year's words with this year's figures, now and then retouched. */
static void
same_words(struct trial *t)
{
	t->same_words = true;
	t->n = 2;
	t->target = 1;
}

static void
enough_to_say(struct trial *t, struct gen *g)
{
	(void)t;
	for (int r = ROW_FULL; r < ROW_RESULTS; r++)
		for (int c = 0; c < COL_TOTAL; c++)
			if (r != 4 && r != ROW_UNPAID && r <= 20)
				add_case(g, r, c, 1);
	for (int k = 0; k < 3; k++) {
		g->dispute[5 * k]++;
		g->dispute[5 * k + 4]++;
	}
}

static void
retouch(struct trial *t, struct gen *g)
{
	int	 five = block_find(g, 0, "主要问题：");

	strcpy(g->block[five].text, t->g[0]->block[block_find(t->g[0], 0,
	    "主要问题：")].text);
	if (gen_chance(t->dice, 500))
		strcat(g->block[five].text, "确保取得实效。");
	trial_place(t, "sections 1+5");
	t->severity = t->fault->rule[2] == '4' ? "warning" : "notice";
}

/* Two agencies, one year. */
static void
other_agency(struct trial *t)
{
	same_words(t);
	t->linked = false;
	t->year[1] = t->year[0];
	t->agency[1][0] = '\0';
}

/* The first year is such that the second can be just like it. */
static void
same_tables(struct trial *t, struct gen *g)
{
	const struct gen	*prev = t->now > 0 ? t->g[t->now - 1] : NULL;

	if (t->now == t->target - 1) {
		enough_to_say(t, g);
		for (int c = 0; c < COL_TOTAL; c++) {
			int64_t	 n = g->request[ROW_OVER][c] -
				    g->request[ROW_FORWARD][c];

			if (n > 0) {
				add_case(g, ROW_FORWARD, c, n);
				continue;
			}
			add_request(g, ROW_OVER, c, -n);
			add_request(g, ROW_FULL, c, -n);
			add_request(g, ROW_RESULTS, c, -n);
		}
		if (g->is2019)
			for (int i = 7; i < 20; i += 3)
				g->art20[i] = 0;
		else
			g->art20[4] = g->art20[3];
		if (t->now > 0 && !prev->is2019 && !g->is2019)
			g->art20[5] = prev->art20[5];
		/* What the year before carried over is another matter. */
		if (t->now > 0)
			trial_also(t, " C01");
	} else if (t->now == t->target) {
		memcpy(g->request, prev->request, sizeof(g->request));
		memcpy(g->dispute, prev->dispute, sizeof(g->dispute));
		memcpy(g->art20, prev->art20, sizeof(g->art20));
		g->fee_wan = prev->fee_wan;
		g->fee_frac = prev->fee_frac;
		t->severity = "warning";
	}
}

static void
same_form(struct trial *t)
{
	t->n = 2;
	t->target = 1;
	t->year[0] = t->year[1] == 2021 ? 2021 : t->year[1] - 1;
	t->year[1] = t->year[0] + 1;
}

static void
jump(struct trial *t, struct gen *g)
{
	static const char *const	 place[] = { "new_requests",
		"licences_decided", "penalties_decided", "coercion_decided",
		"fees_collected", "normative_in_force" };
	const struct gen		*prev;
	uint32_t			 k = gen_below(t->dice, 6);

	if (t->now != t->target)
		return;
	prev = t->g[t->now - 1];
	if (k == 0)
		add_case(g, ROW_FULL, 0, 5 * prev->request[ROW_NEW]
		    [COL_TOTAL] + 20 + gen_below(t->dice, 90));
	else if (k < 4)
		g->art20[5 + k] = 5 * prev->art20[5 + k] + 20 +
		    gen_below(t->dice, 90);
	else if (k == 4)
		g->fee_wan = 5 * prev->fee_wan + 26 +
		    (int)gen_below(t->dice, 90);
	else {
		int64_t	 n = 5 * prev->art20[5] + 20 + gen_below(t->dice, 9);

		g->art20[3] += n;
		g->art20[5] += n;
	}
	trial_place(t, "%s", place[k]);
	t->severity = "notice";
}

static void
small_fees(struct trial *t)
{
	t->who = WHO_COUNTY;
}

/* The same year twice: as it was, or with one figure more. */
static void
twice(struct trial *t)
{
	t->n = 2;
	t->target = 1;
	t->linked = false;
	t->year[0] = t->year[1];
}

static void
twin(struct trial *t, struct gen *g)
{
	const struct gen	*prev = t->g[0];

	if (t->now == 0)
		return;
	memcpy(g->request, prev->request, sizeof(g->request));
	memcpy(g->dispute, prev->dispute, sizeof(g->dispute));
	memcpy(g->art20, prev->art20, sizeof(g->art20));
	g->fee_wan = prev->fee_wan;
	g->fee_frac = prev->fee_frac;
	t->severity = "info";
	if (gen_chance(t->dice, 300))
		return;
	t->severity = "warning";
	add_case(g, ROW_FULL, (int)gen_below(t->dice, COL_TOTAL), 1);
}

static void
gap(struct trial *t)
{
	int	 by = 1 + (int)gen_below(t->dice, 2);

	if (t->n > 5 - by)
		t->n = 5 - by;
	if (t->target >= t->n)
		t->target = t->n - 1;
	for (int i = 0; i < t->n; i++)
		t->year[i] = 2021 + i + (i >= t->target ? by : 0);
	t->severity = "info";
}

static void
pending_lost(struct trial *t, struct gen *g)
{
	static const char *const	 channel[] = { "review",
		"suit_direct", "suit_after_review" };
	uint32_t			 k = t->which;
	int64_t				 n;

	if (t->now == t->target - 1) {
		k = t->which = gen_below(t->dice, 3);
		n = 2 + gen_below(t->dice, 9);
		g->dispute[5 * k + 3] += n;
		g->dispute[5 * k + 4] += n;
	} else if (t->now == t->target) {
		n = t->g[t->now - 1]->dispute[5 * k + 3];
		memset(&g->dispute[5 * k], 0, 5 * sizeof(g->dispute[0]));
		g->dispute[5 * k + 1] = g->dispute[5 * k + 4] =
		    gen_below(t->dice, (uint32_t)n);
		trial_place(t, "%s_total", channel[k]);
		t->severity = "info";
	}
}

const struct fault	 plant_years[] = {
	{ .rule = "C04", .who = WHO_TOWN, .before = 1, .plan = same_words,
	    .figures = enough_to_say, .print = retouch },
	{ .rule = "C05", .who = WHO_TOWN, .before = 1, .plan = other_agency,
	    .figures = enough_to_say, .print = retouch },
	{ .rule = "C06", .before = 1, .plan = same_form,
	    .figures = same_tables },
	{ .rule = "C07", .form = 2021, .before = 1, .plan = small_fees,
	    .figures = jump },
	{ .rule = "C08", .before = 1, .plan = twice, .figures = twin },
	{ .rule = "C09", .form = 2021, .before = 1, .plan = gap },
	{ .rule = "C10", .before = 1, .figures = pending_lost },
	{ .rule = NULL },
};
