/* Who reports, of which years, and the way into an archive; see plant.h. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/gen/plant.h"

const struct fault *const	 plant_all[] = { plant_sums, plant_stats,
	plant_cells, plant_years, plant_told, plant_forms, NULL };

/* Who reports; a series has one agency, C05 several. */
static void
name_agency(struct trial *t, struct intake *in, struct arena *a, int i,
    unsigned seed)
{
	static const char *const	 bureau[] = { "教育局", "财政局",
		"司法局", "农业农村局", "审计局" };
	static const char *const	 vague[] = { "团结镇", "城关镇", "太平镇",
		"兴隆镇", "古城镇", "板桥镇", "白沙镇", "高桥镇", "新华乡",
	};
	enum level			 level;
	const char			*path, *tail = "人民政府";

	level = t->who == WHO_TOWN ? LEVEL_TOWNSHIP : t->who == WHO_CITY ?
	    LEVEL_PREFECTURE : LEVEL_COUNTY;
	if (t->who == WHO_BUREAU)
		tail = bureau[gen_below(t->dice, 5)];
	if (t->who == WHO_VAGUE)
		path = vague[gen_below(t->dice, 9)];
	else
		do
			path = intake_path(a, in, intake_place(in, level,
			    seed++));
		while (strlen(path) >= 80);
	snprintf(t->agency[i], sizeof(t->agency[i]), "%s%s", path, tail);
}

/* How many filings, of which years, and which of them has the fault. */
static void
plan_series(struct trial *t)
{
	const struct fault	*f = t->fault;
	int			 before = f != NULL ? f->before : 0, first;
	bool			 alone = f != NULL && f->alone;
	int			 lowest = 2019, highest = 2025;

	if (f != NULL && f->form == 2021)
		lowest = 2021;
	if (f != NULL && f->form == 2019)
		highest = 2020;
	t->n = 1 + before;
	if (!alone && gen_chance(t->dice, f == NULL ? 800 : 250))
		t->n += (int)gen_below(t->dice, (uint32_t)(5 - before) + 1) %
		    5;
	if (t->n > highest - lowest + 1)
		t->n = highest - lowest + 1;
	first = lowest + (int)gen_below(t->dice, (uint32_t)(highest - lowest +
	    1 - t->n) + 1);
	for (int i = 0; i < t->n; i++)
		t->year[i] = first + i;
	t->target = before + (int)gen_below(t->dice,
	    (uint32_t)(t->n - before));
}

void
trial_plan(struct trial *t, struct intake *in, struct arena *a,
    unsigned seed)
{
	enum who	 who = t->fault != NULL ? t->fault->who : WHO_ANY;
	uint32_t	 k = gen_below(t->dice, 10);

	plan_series(t);
	t->linked = t->planted = true;
	t->who = who != WHO_ANY ? who : k < 6 ? WHO_TOWN : k < 8 ?
	    WHO_COUNTY : k < 9 ? WHO_CITY : WHO_BUREAU;
	name_agency(t, in, a, 0, seed);
	for (int i = 1; i < TRIAL_MAX; i++)
		strcpy(t->agency[i], t->agency[0]);
	if (t->fault != NULL && t->fault->plan != NULL) {
		enum who	 before = t->who;

		t->fault->plan(t);
		if (t->who != before) {
			name_agency(t, in, a, 0, seed);
			for (int i = 1; i < TRIAL_MAX; i++)
				strcpy(t->agency[i], t->agency[0]);
		}
	}
	for (int i = 0; i < t->n; i++)
		if (t->agency[i][0] == '\0')
			name_agency(t, in, a, i, seed + 77);
}

/* For whoever wants to look at it: NIANBAO_TRIAL_DIR/NUMBER-I.FORMAT. */
static void
keep(const struct trial *t, struct arena *a, unsigned number, int i,
    const unsigned char *p, long size)
{
	const char	*dir = getenv("NIANBAO_TRIAL_DIR");
	FILE		*out;

	if (dir == NULL)
		return;
	out = fopen(arena_printf(a, "%s/%u-%d.%s", dir, number, i,
	    t->format != NULL ? t->format : "rows.txt"), "wb");
	if (out == NULL)
		return;
	fwrite(p, 1, (size_t)size, out);
	fclose(out);
}

void
trial_store(struct trial *t, struct intake *in, struct arena *a,
    unsigned number)
{
	for (int i = 0; i < t->n; i++) {
		unsigned char	*p;
		long		 size;

		p = gen_render(t->g[i], t->format != NULL ? t->format :
		    "rows.txt", &size);
		keep(t, a, number, i, p, size);
		intake(in, arena_printf(a, "%u/%d/%s.txt", number, i,
		    t->name[i][0] != '\0' ? t->name[i] : "report"),
		    (struct bytes){ p, (size_t)size });
		free(p);
		gen_free(t->g[i]);
	}
}
