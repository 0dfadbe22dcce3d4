/* Figures, labels and the official layout; see gen.h. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/gen/gen.h"

uint32_t
gen_below(struct gen *g, uint32_t n)
{
	/* Knuth's MMIX generator; the upper half is the better one. */
	g->state = g->state * 6364136223846793005u + 1442695040888963407u;
	return n == 0 ? 0 : (uint32_t)(g->state >> 33) % n;
}

bool
gen_chance(struct gen *g, int per_mille)
{
	return gen_below(g, 1000) < (uint32_t)per_mille;
}

struct row {
	const char	*code, *label, *group;
	int		 children;	/* rows of the group that begins here */
};

/* Section 三, 国办公开办函〔2021〕30号; 2019 has （六） as a single row. */
static const struct row	 rows2021[] = {
	{ "new_requests", "一、本年新收政府信息公开申请数量", NULL, 0 },
	{ "carried_over", "二、上年结转政府信息公开申请数量", NULL, 0 },
	{ "granted_full", "（一）予以公开", NULL, 0 },
	{ "granted_partial",
	    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", NULL, 0 },
	{ "denied_state_secret", "1.属于国家秘密", "（三）不予公开", 8 },
	{ "denied_law_prohibits", "2.其他法律行政法规禁止公开", NULL, 0 },
	{ "denied_security_stability", "3.危及“三安全一稳定”", NULL, 0 },
	{ "denied_third_party", "4.保护第三方合法权益", NULL, 0 },
	{ "denied_internal_affairs", "5.属于三类内部事务信息", NULL, 0 },
	{ "denied_process_info", "6.属于四类过程性信息", NULL, 0 },
	{ "denied_enforcement_file", "7.属于行政执法案卷", NULL, 0 },
	{ "denied_admin_query", "8.属于行政查询事项", NULL, 0 },
	{ "unable_not_held", "1.本机关不掌握相关政府信息", "（四）无法提供", 3 },
	{ "unable_needs_creation", "2.没有现成信息需要另行制作", NULL, 0 },
	{ "unable_unclear", "3.补正后申请内容仍不明确", NULL, 0 },
	{ "not_processed_petition", "1.信访举报投诉类申请", "（五）不予处理", 5 },
	{ "not_processed_duplicate", "2.重复申请", NULL, 0 },
	{ "not_processed_publication", "3.要求提供公开出版物", NULL, 0 },
	{ "not_processed_excessive", "4.无正当理由大量反复申请", NULL, 0 },
	{ "not_processed_reconfirm",
	    "5.要求行政机关确认或重新出具已获取信息", NULL, 0 },
	{ "other_correction_overdue", "1.申请人无正当理由逾期不补正、"
	    "行政机关不再处理其政府信息公开申请", "（六）其他处理", 3 },
	{ "other_fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、"
	    "行政机关不再处理其政府信息公开申请", NULL, 0 },
	{ "other_misc", "3.其他", NULL, 0 },
	{ "results_total", "（七）总计", NULL, 0 },
	{ "carried_forward", "四、结转下年度继续办理", NULL, 0 },
};

#define FIRST_OUTCOME	2
#define LAST_OUTCOME	22	/* of rows2021 */
#define ROW_OTHER	20	/* （六） begins */
#define ROW_TOTAL	23
#define ROW_FORWARD	24

static const char *const	 applicant[GEN_COLS] = { "natural_person",
	"commercial_enterprise", "research_institution",
	"public_interest_org", "legal_service_org", "other_org", "total" };
static const char *const	 channel[3] = { "review", "suit_direct",
	"suit_after_review" };
static const char *const	 result[5] = { "upheld", "corrected",
	"other", "pending", "total" };

const char *
gen_row(const struct gen *g, int row)
{
	return g->is2019 && row == ROW_OTHER ? "other_handling" :
	    rows2021[row].code;
}

const char *
gen_column(int col)
{
	return applicant[col];
}

/* A city's report of 2025, all 42 identities of which hold. */
static const int64_t	 city[25][GEN_COLS] = {
	{ 13612, 252, 0, 45, 128, 32, 14069 }, { 535, 6, 0, 1, 18, 0, 560 },
	{ 5345, 129, 0, 41, 19, 14, 5548 }, { 2120, 39, 0, 1, 6, 2, 2168 },
	{ 13, 0, 0, 0, 0, 0, 13 }, { 30, 0, 0, 0, 0, 0, 30 },
	{ 11, 0, 0, 0, 0, 0, 11 }, { 49, 2, 0, 0, 0, 0, 51 },
	{ 103, 1, 0, 0, 0, 0, 104 }, { 84, 1, 0, 0, 0, 0, 85 },
	{ 282, 4, 0, 0, 0, 0, 286 }, { 147, 0, 0, 0, 1, 2, 150 },
	{ 3075, 50, 0, 0, 89, 8, 3222 }, { 177, 3, 0, 0, 0, 0, 180 },
	{ 19, 0, 0, 0, 0, 0, 19 }, { 199, 1, 0, 0, 3, 0, 203 },
	{ 147, 1, 0, 0, 0, 0, 148 }, { 0, 0, 0, 0, 0, 0, 0 },
	{ 100, 1, 0, 0, 0, 0, 101 }, { 5, 0, 0, 0, 0, 0, 5 },
	{ 315, 3, 0, 0, 0, 0, 318 }, { 202, 0, 0, 1, 0, 0, 203 },
	{ 941, 17, 0, 1, 3, 3, 965 }, { 13364, 252, 0, 44, 121, 29, 13810 },
	{ 783, 6, 0, 2, 25, 3, 819 },
};
static const int64_t	 city_disputes[15] = { 376, 97, 196, 121, 790, 16, 1,
	12, 27, 56, 74, 1, 30, 51, 156 };
static const int64_t	 city_art20[] = { 3, 5, 74, 564, 984, 4185, 11398889,
	6937489, 166105 };

/* A count as offices have them: mostly nothing, now and then much. */
static int64_t
random_count(struct gen *g, int scale)
{
	uint32_t	 k = gen_below(g, 100);

	if (k < 60)
		return 0;
	if (k < 85)
		return (int64_t)gen_below(g, 9) + 1;
	if (k < 96)
		return gen_below(g, 20 * (uint32_t)scale) + 1;
	return gen_below(g, 3000 * (uint32_t)scale) + 1;
}

static void
random_requests(struct gen *g)
{
	int	 scale = gen_chance(g, 300) ? 3 : 1;
	bool	 none = gen_chance(g, 150);

	for (int c = 0; c < 6 && !none; c++) {
		int64_t	 total = 0, fwd, over;

		if (c > 0 && gen_chance(g, 400))
			continue;
		for (int r = FIRST_OUTCOME; r <= LAST_OUTCOME; r++) {
			/* 2019 has no rows for the parts of （六）. */
			if (g->is2019 && r > ROW_OTHER)
				continue;
			g->request[r][c] = random_count(g, scale);
			total += g->request[r][c];
		}
		g->request[ROW_TOTAL][c] = total;
		fwd = gen_below(g, 8);
		over = total + fwd > 0 ?
		    gen_below(g, (uint32_t)(total + fwd < 20 ?
		    total + fwd : 20)) : 0;
		g->request[ROW_FORWARD][c] = fwd;
		g->request[1][c] = over;
		g->request[0][c] = total + fwd - over;
	}
	for (int r = 0; r <= ROW_FORWARD; r++)
		for (int c = 0; c < 6; c++)
			g->request[r][6] += g->request[r][c];
}

static void
random_figures(struct gen *g)
{
	random_requests(g);
	for (int i = 0; i < 3; i++)
		for (int k = 0; k < 4; k++) {
			g->dispute[5 * i + k] = random_count(g, 1);
			g->dispute[5 * i + 4] += g->dispute[5 * i + k];
		}
	for (int i = 0; i < 24; i++)
		g->art20[i] = random_count(g, 40);
	g->fee_wan = (int)random_count(g, 5);
	g->fee_frac = gen_chance(g, 500) ? (int)gen_below(g, 10000) : 0;
}

static void
city_figures(struct gen *g)
{
	memcpy(g->request, city, sizeof(city));
	memcpy(g->dispute, city_disputes, sizeof(city_disputes));
	memcpy(g->art20, city_art20, sizeof(city_art20));
	g->fee_wan = 316441;
}

static void
truth(struct gen *g, const char *item, const char *who, const char *state,
    const char *value)
{
	int	 n;

	if (g->muted)
		return;
	n = (int)(strlen(item) + strlen(who) + strlen(state) +
		    strlen(value)) + 5;

	if (g->truth_n + n + 1 > g->truth_cap) {
		g->truth_cap = 2 * (g->truth_cap + n + 1024);
		g->truth = realloc(g->truth, (size_t)g->truth_cap);
		if (g->truth == NULL)
			abort();
	}
	g->truth_n += snprintf(g->truth + g->truth_n, (size_t)n + 1,
	    "%s\t%s\t%s\t%s\n", item, who, state, value);
}

static void
fullwidth(char *s)
{
	char	 out[200], *o = out;

	for (const char *p = s; *p != '\0'; p++)
		if (*p >= '0' && *p <= '9')
			o += sprintf(o, "\xEF\xBC%c", 0x90 + (*p - '0'));
		else
			*o++ = *p;
	*o = '\0';
	strcpy(s, out);
}

/* Prints a figure into a cell and writes down what it means. */
static void
figure(struct gen *g, struct gcell *c, const char *item, const char *who,
    int64_t v)
{
	char	*out = c->text, digits[40], plain[40];
	int	 n, o = 0;

	if (!g->muted)
		snprintf(c->item, sizeof(c->item), "%s", item);
	c->who = who;
	snprintf(plain, sizeof(plain), "%lld", (long long)v);
	if (v == 0 && gen_chance(g, g->blank_zeros)) {
		out[0] = '\0';
		truth(g, item, who, "blank", "");
		return;
	}
	if (v == 0 && gen_chance(g, g->placeholders)) {
		strcpy(out, gen_chance(g, 500) ? "/" : "—");
		truth(g, item, who, "placeholder", "");
		return;
	}
	truth(g, item, who, "number", plain);
	n = (int)strlen(plain);
	for (int i = 0; i < n; i++) {
		if (g->thousands && i > 0 && (n - i) % 3 == 0 &&
		    plain[0] != '-')
			digits[o++] = ',';
		digits[o++] = plain[i];
	}
	digits[o] = '\0';
	strcpy(out, digits);
	if (g->fullwidth)
		fullwidth(out);
	if (g->units && strcmp(who, "") == 0)
		strcat(out, "件");
}

static struct gtable *
table_new(struct gen *g, int ncol)
{
	struct gtable	*t = &g->table[g->ntable];
	struct gblock	*b = &g->block[g->nblock++];

	b->table = g->ntable++;
	b->heading = 0;
	t->n = t->nrow = 0;
	t->ncol = ncol;
	return t;
}

static struct gcell *
put(struct gtable *t, int row, int col, int rs, int cs, const char *text)
{
	struct gcell	*c = &t->cell[t->n++];

	*c = (struct gcell){ .row = row, .col = col, .rowspan = rs,
	    .colspan = cs, .who = "" };
	snprintf(c->text, sizeof(c->text), "%s", text);
	if (row + rs > t->nrow)
		t->nrow = row + rs;
	return c;
}

/* A label, now and then as people retype it. */
static void
label(struct gen *g, struct gtable *t, int row, int col, int rs, int cs,
    const char *text)
{
	char	*s = put(t, row, col, rs, cs, text)->text, *p;

	if (g->half_brackets)
		while ((p = strstr(s, "（")) != NULL ||
		    (p = strstr(s, "）")) != NULL) {
			bool	 open = strncmp(p, "（", 3) == 0;

			*p = open ? '(' : ')';
			memmove(p + 1, p + 3, strlen(p + 3) + 1);
		}
	if (!g->label_variants)
		return;
	if (strcmp(text, "2.其他法律行政法规禁止公开") == 0)
		strcpy(s, "2、其他法律法规禁止公开");
	else if (strcmp(text, "5.属于三类内部事务信息") == 0)
		strcpy(s, "5.属于第三类内部事务信息");
	else if (strcmp(text, "（二）部分公开（区分处理的，只计这一情形，"
	    "不计其他情形）") == 0)
		strcpy(s, "（二）部分公开");
}

void
gen_paragraph(struct gen *g, int heading, const char *text)
{
	struct gblock	*b = &g->block[g->nblock++];

	b->table = -1;
	b->heading = heading;
	snprintf(b->text, sizeof(b->text), "%s", text);
}

struct art20 {
	const char	*title, *head[4], *label[2], *item[2][3];
};

static const struct art20	 art2021[] = {
	{ "第二十条第（一）项", { "信息内容", "本年制发件数", "本年废止件数",
	    "现行有效件数" }, { "规章", "行政规范性文件" },
	    { { "rules_issued", "rules_repealed", "rules_in_force" },
	    { "normative_issued", "normative_repealed",
	    "normative_in_force" } } },
	{ "第二十条第（五）项", { "信息内容", "本年处理决定数量" },
	    { "行政许可" }, { { "licences_decided" } } },
	{ "第二十条第（六）项", { "信息内容", "本年处理决定数量" },
	    { "行政处罚", "行政强制" }, { { "penalties_decided" },
	    { "coercion_decided" } } },
	{ "第二十条第（八）项", { "信息内容",
	    "本年收费金额（单位：万元）" }, { "行政事业性收费" },
	    { { "fees_collected" } } },
};

static const struct art20	 art2019[] = {
	{ "第二十条第（一）项", { "信息内容", "本年新制作数量",
	    "本年新公开数量", "对外公开总数量" }, { "规章", "规范性文件" },
	    { { "rules_made", "rules_newly_disclosed",
	    "rules_disclosed_total" }, { "normative_made",
	    "normative_newly_disclosed", "normative_disclosed_total" } } },
	{ "第二十条第（五）项", { "信息内容", "上一年项目数量", "本年增/减",
	    "处理决定数量" }, { "行政许可", "其他对外管理服务事项" },
	    { { "licence_items_prev", "licence_items_change",
	    "licences_decided" }, { "other_service_items_prev",
	    "other_service_items_change", "other_services_decided" } } },
	{ "第二十条第（六）项", { "信息内容", "上一年项目数量", "本年增/减",
	    "处理决定数量" }, { "行政处罚", "行政强制" },
	    { { "penalty_items_prev", "penalty_items_change",
	    "penalties_decided" }, { "coercion_items_prev",
	    "coercion_items_change", "coercion_decided" } } },
	{ "第二十条第（八）项", { "信息内容", "上一年项目数量", "本年增/减" },
	    { "行政事业性收费" }, { { "fee_items_prev",
	    "fee_items_change" } } },
	{ "第二十条第（九）项", { "信息内容", "采购项目数量", "采购总金额" },
	    { "政府集中采购" }, { { "procurement_projects",
	    "procurement_amount" } } },
};

static void
art20_cell(struct gen *g, struct gcell *out, const char *item, int64_t v)
{
	char	 s[40];

	if (strcmp(item, "fees_collected") != 0) {
		bool	 units = g->units;

		/* 件 behind an amount would be another thing. */
		if (strcmp(item, "procurement_amount") == 0)
			g->units = false;
		figure(g, out, item, "", v);
		g->units = units;
		return;
	}
	if (g->fee_frac != 0)
		snprintf(s, sizeof(s), "%d.%04d", g->fee_wan, g->fee_frac);
	else
		snprintf(s, sizeof(s), "%d", g->fee_wan);
	strcpy(out->text, s);
	strcpy(out->item, item);
	if (strchr(s, '.') != NULL)
		while (s[strlen(s) - 1] == '0')
			s[strlen(s) - 1] = '\0';
	truth(g, item, "", "number", s);
}

static void
section2(struct gen *g)
{
	const struct art20	*a = g->is2019 ? art2019 : art2021;
	int			 n = g->is2019 ? 5 : 4, v = 0, row = 0;
	struct gtable		*t = NULL;

	for (int i = 0; i < n; i++) {
		if (t == NULL || !g->one_table) {
			t = table_new(g, 4);
			row = 0;
		}
		put(t, row++, 0, 1, 4, a[i].title);
		for (int k = 0; k < 4; k++)
			put(t, row, k, 1, 1,
			    a[i].head[k] != NULL ? a[i].head[k] : "");
		row++;
		for (int r = 0; r < 2 && a[i].label[r] != NULL; r++, row++) {
			put(t, row, 0, 1, 1, a[i].label[r]);
			for (int k = 0; k < 3; k++) {
				struct gcell	*s = put(t, row, k + 1, 1, 1,
				    "");

				if (a[i].item[r][k] != NULL)
					art20_cell(g, s, a[i].item[r][k],
					    g->art20[v++]);
			}
		}
	}
}

static void
section3_head(struct gtable *t)
{
	put(t, 0, 0, 3, 3, "（本列数据的勾稽关系为：第一项加第二项之和，"
	    "等于第三项加第四项之和）");
	put(t, 0, 3, 1, 7, "申请人情况");
	put(t, 1, 3, 2, 1, "自然人");
	put(t, 1, 4, 1, 5, "法人或其他组织");
	put(t, 1, 9, 2, 1, "总计");
	put(t, 2, 4, 1, 1, "商业企业");
	put(t, 2, 5, 1, 1, "科研机构");
	put(t, 2, 6, 1, 1, "社会公益组织");
	put(t, 2, 7, 1, 1, "法律服务机构");
	put(t, 2, 8, 1, 1, "其他");
}

static void
section3_values(struct gen *g, struct gtable *t, int row, int r,
    const char *code)
{
	for (int c = 0; c < GEN_COLS; c++)
		figure(g, put(t, row, 3 + c, 1, 1, ""), code, applicant[c],
		    g->request[r][c]);
	if (g->remarks)
		put(t, row, 10, 1, 1, row % 9 == 5 ? "见说明" : "");
}

static int
section3_width(const struct gen *g)
{
	return 10 + g->remarks + g->pad;
}

static void
section3(struct gen *g)
{
	struct gtable	*t = table_new(g, section3_width(g));
	int		 row = 3, rows = g->is2019 ? 20 : 22;

	section3_head(t);
	if (g->remarks)
		put(t, 0, 10, 3, 1, "备注");
	for (int r = 0; r <= ROW_FORWARD; r++) {
		const struct row	*x = &rows2021[r];
		const char		*text = x->label, *code = x->code;
		int			 col = 2, cs = 1;

		if (g->is2019 && r > ROW_OTHER && r < ROW_TOTAL)
			continue;
		/* Groups are whole on either side of a break. */
		if (g->split != 0 && r == g->split) {
			gen_paragraph(g, 0, "续表");
			t = table_new(g, section3_width(g));
			row = 0;
		}
		if (r < 2 || r == ROW_FORWARD) {
			col = 0;
			cs = 3;
		} else if (r < 4 || r == ROW_TOTAL) {
			col = 1;
			cs = 2;
		}
		if (g->is2019 && r == ROW_OTHER) {
			text = "（六）其他处理";
			code = "other_handling";
			col = 1;
			cs = 2;
		} else if (x->group != NULL)
			label(g, t, row, 1, x->children, 1, x->group);
		if (r == 2)
			label(g, t, row, 0, g->split != 0 ? g->split - 2 :
			    rows, 1, "三、本年度办理结果");
		else if (g->split != 0 && r == g->split)
			put(t, row, 0, rows + 2 - g->split, 1, "");
		label(g, t, row, col, 1, cs, text);
		section3_values(g, t, row, r, code);
		row++;
	}
}

/* Last year's table, with figures that must not be taken. */
static void
old_table(struct gen *g)
{
	int64_t	 keep[GEN_ROWS][GEN_COLS];
	char	 s[200];
	int	 split = g->split;

	memcpy(keep, g->request, sizeof(keep));
	for (int r = 0; r < GEN_ROWS; r++)
		for (int c = 0; c < GEN_COLS; c++)
			g->request[r][c] += 100 + r;
	snprintf(s, sizeof(s), "%d年收到和处理政府信息公开申请情况如下：",
	    g->year - 1);
	gen_paragraph(g, 0, s);
	g->muted = true;
	g->split = 0;
	section3(g);
	g->muted = false;
	g->split = split;
	snprintf(s, sizeof(s), "%d年收到和处理政府信息公开申请情况如下：",
	    g->year);
	gen_paragraph(g, 0, s);
	memcpy(g->request, keep, sizeof(keep));
}

static void
section4(struct gen *g)
{
	static const char *const	 head[] = { "结果维持", "结果纠正",
		"其他结果", "尚未审结", "总计" };
	static const char *const	 caption[] = { "行政复议",
		"行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）" };
	struct gtable			*t = NULL;
	char				 item[64];
	int				 blank = g->blank_zeros;

	/* A row with nothing in it is not even a row in some formats. */
	if (g->three_tables)
		g->blank_zeros = 0;
	for (int i = 0; i < 15 && g->three_tables; i++) {
		if (i % 5 == 0) {
			gen_paragraph(g, 3, caption[i / 5]);
			t = table_new(g, 5);
		}
		put(t, 0, i % 5, 1, 1, head[i % 5]);
		snprintf(item, sizeof(item), "%s_%s", channel[i / 5],
		    result[i % 5]);
		figure(g, put(t, 1, i % 5, 1, 1, ""), item, "",
		    g->dispute[i]);
	}
	g->blank_zeros = blank;
	if (g->three_tables)
		return;
	t = table_new(g, 15 + g->pad);
	put(t, 0, 0, 1, 5, "行政复议");
	put(t, 0, 5, 1, 10, "行政诉讼");
	for (int i = 0; i < 5; i++)
		put(t, 1, i, 2, 1, head[i]);
	put(t, 1, 5, 1, 5, "未经复议直接起诉");
	put(t, 1, 10, 1, 5, "复议后起诉");
	for (int i = 0; i < 10; i++)
		put(t, 2, 5 + i, 1, 1, head[i % 5]);
	for (int i = 0; i < 15; i++) {
		snprintf(item, sizeof(item), "%s_%s", channel[i / 5],
		    result[i % 5]);
		figure(g, put(t, 3, i, 1, 1, ""), item, "", g->dispute[i]);
	}
}

static void
prose(struct gen *g)
{
	char	 s[1000];

	snprintf(s, sizeof(s), "本报告根据《中华人民共和国政府信息公开条例》编制，"
	    "所列数据的统计期限自%d年1月1日起至%d年12月31日止。", g->year,
	    g->year);
	gen_paragraph(g, 0, s);
	gen_paragraph(g, 1, "一、总体情况");
	snprintf(s, sizeof(s), "%d年，我单位按照要求做好主动公开、依申请公开、"
	    "政府信息管理、平台建设和监督保障工作，年内组织考核%u次。", g->year,
	    gen_below(g, 4) + 1);
	gen_paragraph(g, 0, s);
	if (gen_chance(g, 500))
		gen_paragraph(g, 0, "（一）主动公开政府信息情况。信息内容真实、"
		    "更新及时，公开12条重点事项。");
}

static void
make(struct gen *g, uint64_t seed, bool fixed, const struct gen_hooks *hooks)
{
	static const char *const	 agency[] = { "红花集镇人民政府",
		"道外区团结镇人民政府", "息县人民政府", "郾城区裴城镇",
		"杭州市滨江区长河街道办事处", "宁国市商务局" };
	char				 title[300];

	memset(g, 0, sizeof(*g));
	g->state = seed * 2654435761u + 12345;
	gen_below(g, 2);
	g->fixed = fixed;
	g->is2019 = !fixed && gen_chance(g, 250);
	g->year = g->is2019 ? 2020 : 2021 + (int)gen_below(g, 5);
	snprintf(g->agency, sizeof(g->agency), "%s",
	    agency[gen_below(g, 6)]);
	if (gen_chance(g, 350))
		g->blank_zeros = gen_chance(g, 300) ? 1000 : 300;
	if (gen_chance(g, 250))
		g->placeholders = 300;
	g->thousands = gen_chance(g, 200);
	g->fullwidth = gen_chance(g, 80);
	g->units = gen_chance(g, 80);
	g->half_brackets = gen_chance(g, 300);
	g->label_variants = gen_chance(g, 200);
	g->one_table = gen_chance(g, 600);
	g->pad = gen_chance(g, 150) ? 1 + (int)gen_below(g, 3) : 0;
	if (gen_chance(g, 200)) {
		static const int	 at[] = { 4, 12, 15, 20 };

		/* Word processors drop columns that are empty throughout, and
		 * a table without heads then has too few. */
		g->split = at[gen_below(g, 4)];
		g->pad = g->blank_zeros = 0;
	}
	g->three_tables = gen_chance(g, 120);
	g->old_table = gen_chance(g, 150) ? 1 + (int)gen_below(g, 2) : 0;
	g->remarks = gen_chance(g, 60);
	if (fixed)
		city_figures(g);
	else
		random_figures(g);
	if (hooks != NULL)
		hooks->figures(g, hooks->arg);
	snprintf(title, sizeof(title), "%s%d年政府信息公开工作年度报告",
	    g->agency, g->year);
	gen_paragraph(g, 1, title);
	if (hooks != NULL)
		hooks->overview(g, hooks->arg);
	else
		prose(g);
	if (g->old_table == 1)
		old_table(g);
	gen_paragraph(g, 1, "二、主动公开政府信息情况");
	section2(g);
	gen_paragraph(g, 1, "三、收到和处理政府信息公开申请情况");
	if (g->old_table == 2)
		old_table(g);
	section3(g);
	gen_paragraph(g, 1, "四、政府信息公开行政复议、行政诉讼情况");
	section4(g);
	gen_paragraph(g, 1, "五、存在的主要问题及改进情况");
	gen_paragraph(g, 0, "一是公开内容有待丰富，二是队伍有待加强。下一步将充实人员，"
	    "加强业务培训，把各项要求落到实处。");
	gen_paragraph(g, 1, "六、其他需要报告的事项");
	if (hooks != NULL)
		hooks->other(g, hooks->arg);
	else
		gen_paragraph(g, 0, "本年度未收取信息处理费。");
}

void
gen_make(struct gen *g, uint64_t seed, bool fixed)
{
	make(g, seed, fixed, NULL);
}

void
gen_make_with(struct gen *g, uint64_t seed, const struct gen_hooks *hooks)
{
	make(g, seed, false, hooks);
}

void
gen_free(struct gen *g)
{
	free(g->truth);
	g->truth = NULL;
}
