/* Series of consistent reports, and the tools to spoil them; see plant.h. */
#include <config.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/gen/plant.h"

void
trial_also(struct trial *t, const char *rules)
{
	strncat(t->also, rules, sizeof(t->also) - strlen(t->also) - 1);
}

void
trial_place(struct trial *t, const char *fmt, ...)
{
	va_list	 ap;

	va_start(ap, fmt);
	vsnprintf(t->place, sizeof(t->place), fmt, ap);
	va_end(ap);
}

void
add_request(struct gen *g, int row, int col, int64_t n)
{
	g->request[row][col] += n;
	if (col != COL_TOTAL)
		g->request[row][COL_TOTAL] += n;
}

void
add_case(struct gen *g, int row, int col, int64_t n)
{
	add_request(g, ROW_NEW, col, n);
	add_request(g, row, col, n);
	if (row != ROW_FORWARD)
		add_request(g, ROW_RESULTS, col, n);
}

int
block_find(const struct gen *g, int at, const char *prefix)
{
	for (int i = at; i < g->nblock; i++)
		if (g->block[i].table < 0 &&
		    strncmp(g->block[i].text, prefix, strlen(prefix)) == 0)
			return i;
	return -1;
}

void
block_drop(struct gen *g, int at)
{
	memmove(&g->block[at], &g->block[at + 1],
	    (size_t)(--g->nblock - at) * sizeof(g->block[0]));
}

void
block_insert(struct gen *g, int at, const char *text)
{
	struct gblock	*b = &g->block[at];

	memmove(b + 1, b, (size_t)(g->nblock++ - at) * sizeof(*b));
	b->table = -1;
	b->heading = 0;
	snprintf(b->text, sizeof(b->text), "%s", text);
}

int
block_replace(struct gen *g, const char *from, const char *to)
{
	int	 n = 0;

	for (int i = 0; i < g->nblock; i++) {
		char	*s = g->block[i].text, rest[sizeof(g->block[i].text)];
		size_t	 room = sizeof(g->block[i].text);

		for (; g->block[i].table < 0 && (s = strstr(s, from)) != NULL;
		    s += strlen(to), n++) {
			strcpy(rest, s + strlen(from));
			snprintf(s, room - (size_t)(s - g->block[i].text),
			    "%s%s", to, rest);
		}
	}
	return n;
}

struct gcell *
cell_find(struct gen *g, const char *item, const char *who)
{
	for (int i = 0; i < g->ntable; i++)
		for (int k = 0; k < g->table[i].n; k++) {
			struct gcell	*c = &g->table[i].cell[k];

			if (strcmp(c->item, item) == 0 &&
			    strcmp(c->who, who) == 0)
				return c;
		}
	return NULL;
}

struct gcell *
cell_label(struct gen *g, const char *prefix, struct gtable **t)
{
	for (int i = 0; i < g->ntable; i++)
		for (int k = 0; k < g->table[i].n; k++)
			if (strncmp(g->table[i].cell[k].text, prefix,
			    strlen(prefix)) == 0) {
				*t = &g->table[i];
				return &g->table[i].cell[k];
			}
	return NULL;
}

void
row_insert(struct gtable *t, int row)
{
	for (int k = 0; k < t->n; k++)
		if (t->cell[k].row >= row)
			t->cell[k].row++;
		else if (t->cell[k].row + t->cell[k].rowspan > row)
			t->cell[k].rowspan++;
	t->nrow++;
}

void
row_drop(struct gtable *t, int row)
{
	int	 n = 0;

	for (int k = 0; k < t->n; k++) {
		struct gcell	*c = &t->cell[k];

		if (c->row == row && c->rowspan == 1)
			continue;
		if (c->row > row)
			c->row--;
		else if (c->row + c->rowspan > row)
			c->rowspan--;
		t->cell[n++] = *c;
	}
	t->n = n;
	t->nrow--;
}

struct gcell *
cell_put(struct gtable *t, int row, int col, const char *text)
{
	struct gcell	*c = &t->cell[t->n++];

	*c = (struct gcell){ .row = row, .col = col, .rowspan = 1,
	    .colspan = 1, .who = "" };
	snprintf(c->text, sizeof(c->text), "%s", text);
	return c;
}

const char *
one_of(struct gen *dice, const char *const *s)
{
	uint32_t	 n = 0;

	while (s[n] != NULL)
		n++;
	return s[gen_below(dice, n)];
}

/* Clauses without numbers, so that no two reports are alike. */
static const char *const	 clause[] = {
	"坚持以人民为中心", "强化组织领导", "压实主体责任", "细化任务分工",
	"完善制度体系", "规范办事流程", "严把内容关口", "畅通沟通渠道",
	"加大宣传力度", "丰富公开形式", "突出重点领域", "回应社会关切",
	"深化便民举措", "紧盯薄弱环节", "抓好日常维护", "提升服务质效",
	"做实基层基础", "推进标准建设", "加强队伍培训", "注重协调联动",
	"聚焦乡村振兴", "围绕营商环境", "服务中心工作", "健全长效机制",
	"定期通报进展", "及时更新目录", "统一栏目设置", "落实专人负责",
	"优化检索功能", "开展自查自纠", "邀请群众代表", "听取各方意见",
	"拓宽查阅场所", "改进解读方式", "探索图文表达", "守牢安全底线",
	"严格校对把关", "明确时限要求", "推动资源共享", "接受群众监督",
	"力求通俗易懂", "做到应公开尽公开", "切实转变作风", "巩固整改成效",
};

static void
filler(struct gen *g, char *s, size_t n, int clauses)
{
	size_t	 k = sizeof(clause) / sizeof(clause[0]), at = 0;

	for (int i = 0; i < clauses && at < n; i++)
		at += (size_t)snprintf(s + at, n - at, "%s%s",
		    clause[gen_below(g, (uint32_t)k)],
		    i % 4 == 3 || i == clauses - 1 ? "。" : "，");
}

/* The figures of one filing as they follow from the year before. */
static void
link_requests(const struct gen *prev, struct gen *g)
{
	for (int c = 0; c < COL_TOTAL; c++) {
		int64_t	 over = prev->request[ROW_FORWARD][c], fresh;

		add_request(g, ROW_OVER, c, over - g->request[ROW_OVER][c]);
		fresh = g->request[ROW_RESULTS][c] +
		    g->request[ROW_FORWARD][c] - over;
		if (fresh < 0) {
			add_request(g, ROW_FULL, c, -fresh);
			add_request(g, ROW_RESULTS, c, -fresh);
			fresh = 0;
		}
		add_request(g, ROW_NEW, c, fresh - g->request[ROW_NEW][c]);
	}
	for (int k = 0; k < 3; k++) {
		int64_t	 pending = prev->dispute[5 * k + 3];
		int64_t	 lost = pending - g->dispute[5 * k + 4];

		if (lost > 0) {
			g->dispute[5 * k + 2] += lost;
			g->dispute[5 * k + 4] += lost;
		}
	}
}

static void
link_others(const struct gen *prev, struct gen *g)
{
	static const int	 item[] = { 6, 9, 12, 15, 18 };

	if (prev->is2019 && g->is2019)
		for (int i = 0; i < 5; i++)
			g->art20[item[i]] = prev->art20[item[i]] +
			    prev->art20[item[i] + 1];
	if (prev->is2019 || g->is2019)
		return;
	for (int i = 0; i < 6; i += 3) {
		int64_t	 all = prev->art20[i + 2] + g->art20[i];

		if (g->art20[i + 1] > all)
			g->art20[i + 1] = all;
		g->art20[i + 2] = all - g->art20[i + 1];
	}
	g->fee_wan = prev->fee_wan;
	if (g->fee_wan > 0)
		g->fee_wan += (int)gen_below(g, (uint32_t)g->fee_wan + 1) / 2;
	g->fee_frac = g->fee_wan == 0 ? 0 : g->fee_frac;
}

/* Rows that the form has not. */
static void
fit_form(struct gen *g)
{
	for (int r = ROW_UNPAID; g->is2019 && r < ROW_RESULTS; r++)
		for (int c = 0; c < COL_TOTAL; c++) {
			add_request(g, ROW_FULL, c, g->request[r][c]);
			add_request(g, r, c, -g->request[r][c]);
		}
	if (g->fee_frac != 0 && g->fee_wan == 0)
		g->fee_wan = 1;
}

static void
figures(struct gen *g, void *arg)
{
	struct trial	*t = arg;

	g->year = t->year[t->now];
	g->is2019 = g->year < 2021;
	t->say.agency = t->agency[t->now];
	say_hooks.figures(g, &t->say);
	t->year[t->now] = g->year;
	fit_form(g);
	if (t->now > 0 && t->linked)
		link_requests(t->g[t->now - 1], g);
	if (t->now > 0 && t->linked)
		link_others(t->g[t->now - 1], g);
	if (t->fault != NULL && t->fault->figures != NULL)
		t->fault->figures(t, g);
}

/* In all filings of the trial the same words, with the figures of each. */
static void
same_overview(struct trial *t, struct gen *g)
{
	char	 s[1200];

	if (t->now == 0)
		t->words = g->state;
	g->state = t->words;
	snprintf(s, sizeof(s), "本报告所列数据的统计期限自%d年1月1日起至%d年12月"
	    "31日止。", g->year, g->year);
	gen_paragraph(g, 0, s);
	gen_paragraph(g, 1, "一、总体情况");
	snprintf(s, sizeof(s), "%d年，共收到政府信息公开申请%lld件，答复%lld件。做好"
	    "主动公开、依申请公开、政府信息管理、平台建设和考核。", g->year,
	    (long long)g->request[ROW_NEW][COL_TOTAL],
	    (long long)g->request[ROW_RESULTS][COL_TOTAL]);
	gen_paragraph(g, 0, s);
	for (int i = 0; i < 2; i++) {
		filler(g, s, sizeof(s), 40);
		gen_paragraph(g, 0, s);
	}
}

static void
overview(struct gen *g, void *arg)
{
	struct trial	*t = arg;
	char		 s[1200];

	if (t->same_words) {
		same_overview(t, g);
		return;
	}
	say_hooks.overview(g, &t->say);
	filler(g, s, sizeof(s), 24);
	gen_paragraph(g, 0, s);
}

static void
other(struct gen *g, void *arg)
{
	struct trial	*t = arg;
	int		 five;
	char		 s[1000];

	five = block_find(g, 0, "五、");
	if (five >= 0 && five + 1 < g->nblock - 1) {
		filler(g, s, sizeof(s), 24);
		strcpy(g->block[five + 1].text, "主要问题：");
		strcat(g->block[five + 1].text, s);
	}
	say_hooks.other(g, &t->say);
}

static void
add_unit(struct gen *g)
{
	struct gcell	*c = cell_find(g, "procurement_amount", "");

	if (c != NULL && c->text[0] != '0')
		strcat(c->text, "元");
}

void
trial_make(struct trial *t, uint64_t seed)
{
	const struct gen_hooks	 hooks = { figures, overview, other, t };
	bool			 before2019;

	before2019 = t->fault >= plant_stats && t->fault < plant_stats + 2;
	for (t->now = 0; before2019 && t->now < t->n; t->now++)
		stat_make(t, t->g[t->now], t->fault->form);
	if (before2019)
		return;
	for (t->now = 0; t->now < t->n; t->now++) {
		gen_make_with(t->g[t->now], seed * TRIAL_MAX +
		    (uint64_t)t->now, &hooks);
		add_unit(t->g[t->now]);
	}
	t->planted = t->planted || t->fault == NULL ||
	    t->say.rule == NULL || t->say.planted;
	if (t->fault != NULL && t->fault->print != NULL)
		t->fault->print(t, trial_target(t));
}
