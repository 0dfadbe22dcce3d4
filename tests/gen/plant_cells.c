/* Faults of single cells: group B, and D01 to D06; see plant.h. */
#include <config.h>

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "tests/gen/plant.h"

/* A cell with a figure of which good says that it will do; NULL: none. */
static struct gcell *
some_cell(struct trial *t, struct gen *g, bool (*good)(const struct gcell *))
{
	struct gcell	*found = NULL;
	uint32_t	 n = 0;

	for (int i = 0; i < g->ntable; i++)
		for (int k = 0; k < g->table[i].n; k++) {
			struct gcell	*c = &g->table[i].cell[k];

			if (c->item[0] != '\0' && good(c) &&
			    gen_below(t->dice, ++n) == 0)
				found = c;
		}
	return found;
}

static bool
is_any(const struct gcell *c)
{
	return c->item[0] != '\0';
}

static bool
is_zero(const struct gcell *c)
{
	return strcmp(c->text, "0") == 0 || strcmp(c->text, "０") == 0;
}

static bool
ends(const char *s, const char *end)
{
	size_t	 n = strlen(s), k = strlen(end);

	return n >= k && strcmp(s + n - k, end) == 0;
}

/* A count that no sentence tells and that may not be negative. */
static bool
is_quiet_count(const struct gcell *c)
{
	return strcmp(c->who, "total") != 0 &&
	    (c->who[0] != '\0' || !ends(c->item, "_total") ||
	    strstr(c->item, "disclosed") != NULL) &&
	    !ends(c->item, "_change") && strstr(c->item, "amount") == NULL &&
	    strcmp(c->item, "fees_collected") != 0 &&
	    strncmp(c->item, "rules_", 6) != 0;
}

static const char *
place_of(const struct gcell *c)
{
	static char	 s[80];

	snprintf(s, sizeof(s), "%s%s%s", c->item, c->who[0] != '\0' ? "/" :
	    "", c->who);
	return s;
}

#define SUMS	" A01 A02 A03 A05 A06 A07 A08 A09 C01 C02 C03 D05 D07"

static void
negative(struct trial *t, struct gen *g)
{
	struct gcell	*c = some_cell(t, g, is_quiet_count);

	assert(c != NULL);
	snprintf(c->text, sizeof(c->text), "%s%u", ONE_OF(t->dice, "-",
	    "－", "−"), 1 + gen_below(t->dice, 40));
	trial_place(t, "%s", place_of(c));
	trial_also(t, SUMS);
	t->severity = "error";
}

static void
fraction(struct trial *t, struct gen *g)
{
	struct gcell	*c = some_cell(t, g, is_quiet_count);

	assert(c != NULL);
	snprintf(c->text, sizeof(c->text), "%u.%u", gen_below(t->dice, 40),
	    1 + gen_below(t->dice, 9));
	trial_place(t, "%s", place_of(c));
	trial_also(t, SUMS);
	t->severity = "error";
}

static void
words(struct trial *t, struct gen *g)
{
	struct gcell	*c = some_cell(t, g, is_any);

	strcpy(c->text, ONE_OF(t->dice, "详见附件", "见附表", "待统计", "若干",
	    "正在统计中", "不详", "同上年"));
	trial_place(t, "%s", place_of(c));
	t->severity = "warning";
}

/* In which table of the form an item is. */
static const char *
part_of(const struct gcell *c)
{
	static const struct { const char *begin, *part; } list[] = {
		{ "rules_", "art20_1" }, { "normative_", "art20_1" },
		{ "licence", "art20_5" }, { "other_service", "art20_5" },
		{ "penalt", "art20_6" }, { "coercion", "art20_6" },
		{ "fee", "art20_8" }, { "procurement", "art20_9" },
		{ "review_", "disputes" }, { "suit_", "disputes" },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (c->who[0] == '\0' && strncmp(c->item, list[i].begin,
		    strlen(list[i].begin)) == 0)
			return list[i].part;
	return "requests";
}

/* Some zeros of one table are not printed, or a mark in their place. */
static void
unfilled(struct trial *t, struct gen *g)
{
	bool		 blank = t->fault->rule[2] == '4';
	struct gcell	*c = some_cell(t, g, is_zero), *d;
	const char	*mark;

	if (c == NULL) {
		c = cell_find(g, "coercion_decided", "");
		t->severity = NULL;
	}
	mark = blank ? "" : ONE_OF(t->dice, "/", "-", "—", "－", "无", "不适用",
	    "N/A", "\\", "——");
	strcpy(c->text, mark);
	for (uint32_t i = gen_below(t->dice, 4); i > 0; i--)
		if ((d = some_cell(t, g, is_zero)) != NULL &&
		    strcmp(part_of(d), part_of(c)) == 0)
			strcpy(d->text, mark);
	trial_place(t, "%s", part_of(c));
	t->severity = "notice";
}

static void
fee_precision(struct trial *t, struct gen *g)
{
	struct gcell	*c = cell_find(g, "fees_collected", "");

	sprintf(c->text, "%u.%05u", gen_below(t->dice, 900),
	    10 * gen_below(t->dice, 9999) + 1 + gen_below(t->dice, 9));
	trial_place(t, "fees_collected");
	t->severity = "notice";
}

static void
no_unit(struct trial *t, struct gen *g)
{
	struct gcell	*c = cell_find(g, "procurement_amount", "");

	sprintf(c->text, "%u%s", 1 + gen_below(t->dice, 900),
	    ONE_OF(t->dice, "", ".50", ",000", "00"));
	trial_place(t, "procurement_amount");
	t->severity = "notice";
}

/* Beyond what the level collects, 1000 times the year before, or in 元. */
enum { FEE_LEVEL, FEE_RATIO, FEE_YUAN };

static void
fee_plan(struct trial *t)
{
	t->which = t->n > 1 && t->target > 0 ? FEE_RATIO :
	    gen_chance(t->dice, 500) ? FEE_LEVEL : FEE_YUAN;
	if (t->which != FEE_RATIO)
		t->n = t->target + 1;
	t->who = t->which == FEE_RATIO || gen_chance(t->dice, 500) ?
	    WHO_COUNTY : WHO_TOWN;
}

static void
fee_figures(struct trial *t, struct gen *g)
{
	if (t->which == FEE_LEVEL && t->now == t->target)
		g->fee_wan = (t->who == WHO_COUNTY ? 100000 : 1000) +
		    (int)gen_below(t->dice, 1000000);
	else if (t->which != FEE_RATIO)
		return;
	else if (t->now == t->target - 1)
		g->fee_wan = 1 + (int)gen_below(t->dice, 40);
	else if (t->now == t->target)
		g->fee_wan = (t->g[t->now - 1]->fee_wan + 1) *
		    (1000 + (int)gen_below(t->dice, 9001));
	else if (t->now == t->target + 1)
		g->fee_wan = t->g[t->target - 1]->fee_wan;
}

static void
fee_print(struct trial *t, struct gen *g)
{
	struct gcell	*c = cell_find(g, "fees_collected", "");

	if (t->which == FEE_YUAN)
		sprintf(c->text, "%u元", 1 + gen_below(t->dice, 3000000));
	trial_place(t, "fees_collected");
	t->severity = "warning";
}

#ifdef HAVE_GUMBO
/* A row with a figure too many, so that none has its place. */
static void
cell_count(struct trial *t, struct gen *g)
{
	int		 r = (int)gen_below(t->dice, 20);
	struct gcell	*c = cell_find(g, gen_row(g, r), "legal_service_org");
	struct gtable	*tab;

	for (tab = g->table; c < tab->cell || c >= tab->cell + 400; tab++)
		continue;
	for (int k = 0; k < tab->n; k++)
		if (tab->cell[k].row == c->row && tab->cell[k].col > c->col)
			tab->cell[k].col++;
	cell_put(tab, c->row, c->col + 1, "0");
	tab->ncol++;
	t->severity = "warning";
}

static void
as_web_page(struct trial *t)
{
	t->format = "html";
}
#endif

/* 20 as "2" and "0", in a row in which that can be told. */
static void
fragments(struct trial *t, struct gen *g)
{
	static const char *const	 who = "natural_person";
	int				 r = t->which;
	struct gtable			*tab;
	struct gcell			*c;

	for (int i = 0; i < 2; i++) {
		c = cell_find(g, gen_row(g, r), i == 0 ? "total" : who);
		for (tab = g->table; c < tab->cell || c >= tab->cell + 400;
		    tab++)
			continue;
		for (int k = 0; k < tab->n; k++)
			if (tab->cell[k].row == c->row &&
			    tab->cell[k].col > c->col)
				tab->cell[k].col++;
		cell_put(tab, c->row, c->col + 1, c->text + 1);
		c->text[1] = '\0';
		tab->ncol++;
	}
	trial_place(t, "%s", gen_row(g, r));
	t->severity = "notice";
}

/* One row with a figure of two digits and its total alone. */
static void
plain_row(struct trial *t, struct gen *g)
{
	static const int	 rows[] = { 5, 7, 9, 12, 13, 15, 16, 18, 19 };
	int			 r = rows[gen_below(t->dice, 9)];
	int64_t			 n = 10 * (1 + gen_below(t->dice, 9));

	g->thousands = g->fullwidth = false;
	if (t->now != t->target)
		return;
	t->which = (uint32_t)r;
	for (int c = 0; c < COL_TOTAL; c++)
		add_case(g, r, c, -g->request[r][c]);
	add_case(g, r, 0, n);
	for (int c = 0; c < COL_TOTAL; c++)
		if (g->request[ROW_NEW][c] < 0)
			add_case(g, ROW_FULL, c, -g->request[ROW_NEW][c]);
}

static void
no_figures(struct trial *t, struct gen *g)
{
	bool	 two = t->fault->rule[2] != '3';

	memset(g->request, 0, sizeof(g->request));
	memset(g->dispute, 0, sizeof(g->dispute));
	if (two) {
		memset(g->art20, 0, sizeof(g->art20));
		g->fee_wan = g->fee_frac = 0;
	}
	t->severity = t->fault->rule[2] == '3' ? "info" : "notice";
}

static void
no_prints(struct trial *t, struct gen *g)
{
	const char	*mark = gen_chance(t->dice, 700) ? "" :
			    ONE_OF(t->dice, "/", "-", "—");

	for (int i = 0; i < g->ntable; i++)
		for (int k = 0; k < g->table[i].n; k++)
			if (g->table[i].cell[k].item[0] != '\0')
				strcpy(g->table[i].cell[k].text, mark);
	t->severity = "warning";
}

static void
nothing_handled(struct trial *t, struct gen *g)
{
	memset(g->request, 0, sizeof(g->request));
	for (uint32_t i = 5 + gen_below(t->dice, 30); i > 0; i--)
		add_case(g, ROW_FORWARD, (int)gen_below(t->dice, COL_TOTAL),
		    1);
	trial_place(t, "results_total");
	t->severity = "notice";
}

static void
much_carried(struct trial *t, struct gen *g)
{
	int64_t	 all;

	add_case(g, ROW_FULL, 0, 7);
	all = g->request[ROW_NEW][COL_TOTAL] +
	    g->request[ROW_OVER][COL_TOTAL];
	add_case(g, ROW_FORWARD, (int)gen_below(t->dice, COL_TOTAL),
	    all / 2 + 3);
	trial_place(t, "carried_forward");
	t->severity = "notice";
}

const struct fault	 plant_cells[] = {
	{ .rule = "B01", .print = negative },
	{ .rule = "B02", .print = fraction },
	{ .rule = "B03", .print = words },
	{ .rule = "B04", .print = unfilled },
	{ .rule = "B05", .print = unfilled },
	{ .rule = "B06", .form = 2021, .print = fee_precision },
	{ .rule = "B07", .form = 2019, .print = no_unit },
	{ .rule = "B08", .form = 2021, .plan = fee_plan,
	    .figures = fee_figures, .print = fee_print },
#ifdef HAVE_GUMBO
	{ .rule = "B09", .plan = as_web_page, .print = cell_count },
#endif
	{ .rule = "B10", .figures = plain_row, .print = fragments },
	{ .rule = "D01", .alone = true, .figures = no_figures },
	{ .rule = "D02", .alone = true, .figures = no_figures,
	    .print = no_prints },
	{ .rule = "D03", .alone = true, .figures = no_figures },
	{ .rule = "D04", .alone = true, .figures = nothing_handled },
	{ .rule = "D06", .alone = true, .figures = much_carried },
	{ .rule = NULL },
};
