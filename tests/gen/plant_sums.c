/* Faults of sums: groups A and C01 to C03, D05; see plant.h. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "tests/gen/plant.h"

static const char *const	 channel[3] = { "review", "suit_direct",
	"suit_after_review" };

/* A row of section 三 with figures, first or after it. */
static int
some_row(struct trial *t, const struct gen *g, int first)
{
	int	 r;

	do
		r = first + (int)gen_below(t->dice,
		    (uint32_t)(ROW_FORWARD - first + 1));
	while (g->is2019 && r > 20 && r < ROW_RESULTS);
	return r;
}

/* What else a changed cell of section 三 breaks. */
static void
follows(struct trial *t, int row)
{
	if (row >= ROW_FULL && row <= ROW_RESULTS)
		trial_also(t, " A03");
	if (row < ROW_FULL || row >= ROW_RESULTS)
		trial_also(t, " A01 D05");
	/* Columns that do not add up cannot all be carried on. */
	if (row == ROW_OVER || row == ROW_FORWARD)
		trial_also(t, " C01");
	if (row == ROW_UNPAID)
		trial_also(t, " D12");
}

static void
balance(struct trial *t, struct gen *g)
{
	static const int	 rows[] = { ROW_NEW, ROW_OVER, ROW_RESULTS,
		ROW_FORWARD };
	int			 r = rows[gen_below(t->dice, 4)];
	int			 c = (int)gen_below(t->dice, GEN_COLS);
	int64_t			 n = 1 + gen_below(t->dice, 9);

	if (t->now != t->target)
		return;
	g->request[r][c] += n;
	if (c < COL_TOTAL && gen_chance(t->dice, 500))
		g->request[r][COL_TOTAL] += n;
	else
		trial_also(t, " A02");
	follows(t, r);
	trial_place(t, "%s", gen_column(c));
	t->severity = "error";
}

static void
row_sum(struct trial *t, struct gen *g)
{
	int	 r = some_row(t, g, 0);

	if (t->now != t->target)
		return;
	g->request[r][gen_below(t->dice, GEN_COLS)] +=
	    1 + gen_below(t->dice, 20);
	follows(t, r);
	trial_place(t, "%s", gen_row(g, r));
	t->severity = "error";
}

static void
results_sum(struct trial *t, struct gen *g)
{
	int	 c = (int)gen_below(t->dice, COL_TOTAL), r;
	int64_t	 n = 1 + gen_below(t->dice, 20);

	if (t->now != t->target)
		return;
	if (gen_chance(t->dice, 500)) {
		do
			r = some_row(t, g, ROW_FULL);
		while (r >= ROW_RESULTS);
		add_request(g, r, c, n);
		follows(t, r);
	} else {
		add_request(g, ROW_RESULTS, c, n);
		add_request(g, ROW_NEW, c, n);
	}
	trial_place(t, "%s", gen_column(gen_chance(t->dice, 500) ? c :
	    COL_TOTAL));
	t->severity = "error";
}

struct group {
	const char	*label, *code;
	int		 from, to;
};

/* All groups with their subtotals, one of which is wrong. */
static void
group_subtotal(struct trial *t, struct gen *g)
{
	static const struct group	 groups[] = {
		{ "（三）不予公开", "denied", 4, 11 },
		{ "（四）无法提供", "unable", 12, 14 },
		{ "（五）不予处理", "not_processed", 15, 19 },
		{ "（六）其他处理", "other_handling", 20, 22 },
	};
	uint32_t	 n = g->is2019 ? 3 : 4, bad = gen_below(t->dice, n);
	uint32_t	 col = gen_below(t->dice, GEN_COLS);

	for (uint32_t i = 0; i < n; i++) {
		struct gtable	*tab;
		struct gcell	*c;
		char		 half[100], s[40];
		int		 row;

		snprintf(half, sizeof(half), "(%s", groups[i].label + 3);
		memcpy(strstr(half, "）"), ")", 1);
		memmove(strchr(half, ')') + 1, strchr(half, ')') + 3,
		    strlen(strchr(half, ')') + 3) + 1);
		if ((c = cell_label(g, groups[i].label, &tab)) == NULL &&
		    (c = cell_label(g, half, &tab)) == NULL)
			continue;
		row = c->row;
		row_insert(tab, row);
		c->row = row;
		c->rowspan = 1;
		c->colspan = 2;
		for (uint32_t k = 0; k < GEN_COLS; k++) {
			int64_t	 sum = i == bad && k == col ?
				    1 + gen_below(t->dice, 9) : 0;

			for (int r = groups[i].from; r <= groups[i].to; r++)
				sum += g->request[r][k];
			snprintf(s, sizeof(s), "%lld", (long long)sum);
			cell_put(tab, row, 3 + (int)k, s);
		}
		if (i == bad)
			trial_place(t, "%s/%s", groups[i].code,
			    gen_column((int)col));
	}
	t->severity = "error";
}

static void
dispute_sum(struct trial *t, struct gen *g)
{
	int	 k = t->fault->rule[2] - '5';

	if (t->now != t->target)
		return;
	g->dispute[5 * k + (int)gen_below(t->dice, 5)] +=
	    1 + gen_below(t->dice, 20);
	trial_place(t, "%s_total", channel[k]);
	t->severity = "error";
}

/* 规章 of a city, or normative documents of anybody. */
static void
floor_of(struct trial *t, struct gen *g)
{
	bool	 rules = t->who == WHO_CITY && gen_chance(t->dice, 500);
	int64_t	*v = &g->art20[rules ? 0 : 3];
	int64_t	 n = 1 + gen_below(t->dice, 9);

	if (t->now != t->target)
		return;
	if (g->is2019)
		v[1] = v[2] + n;
	else
		v[0] = v[1] + v[2] + n;
	trial_also(t, " C02");
	trial_place(t, "%s_%s", rules ? "rules" : "normative",
	    g->is2019 ? "disclosed_total" : "in_force");
	t->severity = "warning";
}

/* Everything of one filing agrees, but not with the year before. */
static void
carry_break(struct trial *t, struct gen *g)
{
	int	 c = (int)gen_below(t->dice, COL_TOTAL);
	int64_t	 n = 1 + gen_below(t->dice, 9);

	if (t->now != t->target)
		return;
	add_request(g, ROW_OVER, c, n);
	add_request(g, ROW_FULL, c, n);
	add_request(g, ROW_RESULTS, c, n);
	trial_place(t, "total");
	t->severity = "error";
	for (int k = 0; k < COL_TOTAL; k++)
		if (k != c && g->request[ROW_OVER][k] >= n &&
		    gen_chance(t->dice, 800)) {
			add_request(g, ROW_OVER, k, -n);
			add_request(g, ROW_NEW, k, n);
			trial_place(t, "%s", gen_column(gen_chance(t->dice,
			    500) ? c : k));
			t->severity = "warning";
			return;
		}
}

static void
stock_break(struct trial *t, struct gen *g)
{
	bool	 rules = t->who == WHO_CITY && gen_chance(t->dice, 500);

	if (t->now != t->target)
		return;
	g->art20[rules ? 2 : 5] += 1 + gen_below(t->dice, 30);
	trial_place(t, "%s_in_force", rules ? "rules" : "normative");
	t->severity = "warning";
}

static void
items_break(struct trial *t, struct gen *g)
{
	static const char *const	 kind[] = { "licence",
		"other_service", "penalty", "coercion", "fee" };
	uint32_t			 k = gen_below(t->dice, 5);

	if (t->now != t->target)
		return;
	g->art20[6 + 3 * k] += 1 + gen_below(t->dice, 30);
	trial_place(t, "%s_items_prev", kind[k]);
	t->severity = "warning";
}

static void
carry_exceeds(struct trial *t, struct gen *g)
{
	if (t->now != t->target)
		return;
	add_request(g, ROW_FORWARD, 0, g->request[ROW_NEW][COL_TOTAL] +
	    g->request[ROW_OVER][COL_TOTAL] + 1 + gen_below(t->dice, 9));
	trial_also(t, " A01");
	trial_place(t, "carried_forward");
	t->severity = "error";
}

const struct fault	 plant_sums[] = {
	{ .rule = "A01", .figures = balance },
	{ .rule = "A02", .figures = row_sum },
	{ .rule = "A03", .figures = results_sum },
	{ .rule = "A04", .print = group_subtotal },
	{ .rule = "A05", .figures = dispute_sum },
	{ .rule = "A06", .figures = dispute_sum },
	{ .rule = "A07", .figures = dispute_sum },
	{ .rule = "A08", .form = 2021, .figures = floor_of },
	{ .rule = "A09", .form = 2019, .figures = floor_of },
	{ .rule = "C01", .before = 1, .figures = carry_break },
	{ .rule = "C02", .form = 2021, .before = 1, .figures = stock_break },
	{ .rule = "C03", .form = 2019, .before = 1, .figures = items_break },
	{ .rule = "D05", .figures = carry_exceeds },
	{ .rule = NULL },
};
