/* Faults of structure, group F and D13, and what say.c tells; see plant.h. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/gen/plant.h"

static const char *const	 ordinal[] = { "", "一、", "二、", "三、", "四、",
	"五、", "六、" };

static void
section_missing(struct trial *t, struct gen *g)
{
	int	 k = 1 + (int)gen_below(t->dice, 6);
	int	 i = block_find(g, 1, ordinal[k]);

	do
		block_drop(g, i);
	while (i < g->nblock && !(g->block[i].table < 0 &&
	    g->block[i].heading == 1));
	trial_place(t, "section %d", k);
	t->severity = k >= 2 && k <= 4 ? "error" : "warning";
}

static void
heading(struct trial *t, struct gen *g)
{
	const char	*s = ONE_OF(t->dice, "一、工作基本情况", "一、概述",
			    "二、行政机关主动公开政府信息情况",
			    "三、行政机关收到和处理政府信息公开申请情况",
			    "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
			    "四、政府信息公开行政复议及行政诉讼情况",
			    "五、存在问题及改进情况", "五、主要问题及改进措施",
			    "六、其它需要报告事项", "六、其他需要报告的情况");
	char		 head[8];

	snprintf(head, sizeof(head), "%.6s", s);
	strcpy(g->block[block_find(g, 1, head)].text, s);
	t->severity = "info";
}

static void
numbering(struct trial *t, struct gen *g)
{
	int	 one = block_find(g, 1, "一、");
	int	 k = 1 + (int)gen_below(t->dice, 6);
	int	 at = block_find(g, 1, ordinal[k]);
	char	 s[300], *text = g->block[at].text;

	switch (gen_below(t->dice, 3)) {
	case 0:
		block_insert(g, one + 2, ONE_OF(t->dice, "一、加强组织领导。",
		    "二、健全工作机制。", "（一）一、完善制度。"));
		break;
	case 1:
		snprintf(s, sizeof(s), "%d、%s", k, text + strlen("一、"));
		strcpy(text, s);
		break;
	default:
		snprintf(s, sizeof(s), "（%d）%s", k, text);
		strcpy(text, s);
		break;
	}
	t->severity = "notice";
}

static void
other_form(struct trial *t, struct gen *g)
{
	g->is2019 = !g->is2019;
	if (g->is2019)
		for (int r = 20; r < ROW_RESULTS; r++)
			for (int c = 0; c < COL_TOTAL; c++) {
				add_request(g, ROW_FULL, c, g->request[r][c]);
				add_request(g, r, c, -g->request[r][c]);
			}
	g->art20[0] = g->art20[1] = g->art20[2] = 0;
	g->art20[3] = g->art20[4] = 0;
	t->severity = g->year == 2019 ? "info" : "warning";
}

static void
article(struct trial *t, struct gen *g)
{
	struct gtable	*tab;
	struct gcell	*c;

	do
		c = cell_label(g, ONE_OF(t->dice, "第二十条第（一）项",
		    "第二十条第（五）项", "第二十条第（六）项",
		    "第二十条第（八）项"), &tab);
	while (c == NULL);
	strcpy(c->text, ONE_OF(t->dice, "第二十六条第（六）项",
	    "第十条第（五）项", "第三十条第（一）项", "第二十一条第（八）项"));
	t->severity = "warning";
}

static void
row_label(struct trial *t, struct gen *g)
{
	static const struct { const char *from, *to; } list[] = {
		{ "8.属于行政查询事项", "8.行政查询事项" },
		{ "4.保护第三方合法权益", "4.保护第三方的合法权益" },
		{ "2.其他法律行政法规禁止公开", "2.其他法律法规禁止公开" },
		{ "5.属于三类内部事务信息", "5.属于第三类内部事务信息" },
		{ "1.信访举报投诉类申请", "1.信访举报类申请" },
		{ "四、结转下年度继续办理", "四、结转下一年继续办理" },
		{ "6.属于四类过程性信息", "6.过程性信息" },
		{ "7.属于行政执法案卷", "7.行政执法案卷信息" },
	};
	uint32_t	 k = gen_below(t->dice, 8);
	struct gtable	*tab;
	struct gcell	*c = cell_label(g, list[k].from, &tab);

	strcpy(c->text, list[k].to);
	t->severity = "notice";
}

static void
unknown_row(struct trial *t, struct gen *g)
{
	struct gtable	*tab;
	struct gcell	*c;

	if (gen_chance(t->dice, 500)) {
		c = cell_label(g, "规章", &tab);
		row_insert(tab, c->row + 2);
		cell_put(tab, c->row + 2, 0, ONE_OF(t->dice,
		    "其他主动公开文件", "其他文件", "党内文件"));
		for (int i = 1; i < 4; i++)
			cell_put(tab, c->row + 2, i, "0");
	} else {
		int	 row;

		c = cell_label(g, "8.属于行政查询事项", &tab);
		row = c->row + 1;
		row_insert(tab, row);
		cell_put(tab, row, 2, ONE_OF(t->dice, "9.属于党务信息",
		    "9.商业秘密", "9.个人隐私信息"));
		for (int i = 3; i < 10; i++)
			cell_put(tab, row, i, "0");
	}
	t->severity = "info";
}

/* A row goes, and what it had is in no other sum than the printed one. */
static void
row_missing(struct trial *t, struct gen *g)
{
	int		 r;
	struct gcell	*c;
	struct gtable	*tab;

	do
		r = (int)gen_below(t->dice, ROW_FORWARD + 1);
	while ((g->is2019 && r > 20 && r < ROW_RESULTS) || r == 2 ||
	    r == 4 || r == 12 || r == 15 || r == 20);
	c = cell_find(g, gen_row(g, r), "total");
	for (tab = g->table; c < tab->cell || c >= tab->cell + 400; tab++)
		continue;
	row_drop(tab, c->row);
	trial_place(t, "%s", gen_row(g, r));
	t->severity = "error";
}

static void
basis(struct trial *t, struct gen *g)
{
	block_insert(g, 1, ONE_OF(t->dice,
	    "根据国办公开办函〔2019〕60号文件要求编制本报告。",
	    "按照《中华人民共和国政府信息公开工作年度报告格式（试行）》编制。"));
	t->severity = "notice";
}

static void
doc_number(struct trial *t, struct gen *g)
{
	block_insert(g, 1, g->year >= 2021 ? ONE_OF(t->dice,
	    "根据国办公开函〔2021〕30号要求编制本报告。",
	    "按照国公办函〔2021〕30号的格式编制。",
	    "依据国办公开办〔2021〕30号编制。") : ONE_OF(t->dice,
	    "根据国办公开函〔2019〕60号要求编制本报告。",
	    "按照国办公开函[2019]60号的格式编制。"));
	t->severity = "notice";
}

static void
no_period(struct trial *t, struct gen *g)
{
	block_drop(g, block_find(g, 0, "本报告所列数据"));
	t->severity = "info";
}

static void
wrong_period(struct trial *t, struct gen *g)
{
	char	*s = g->block[block_find(g, 0, "本报告所列数据")].text;
	int	 y = g->year;

	switch (gen_below(t->dice, 5)) {
	case 0:
		sprintf(s, "本报告统计期限自%d年1月1日起至%d年12月30日止。", y,
		    y);
		break;
	case 1:
		sprintf(s, "本报告统计期限为%d年1月1日至2020%d年12月31日。",
		    y, y);
		break;
	case 2:
		sprintf(s, "本报告数据统计期限为%d年1月1日至%d年6月30日。", y,
		    y);
		break;
	case 3:
		sprintf(s, "本报告统计期限自%d年2月1日起至%d年12月31日止。", y,
		    y);
		break;
	default:
		sprintf(s, "所列数据的统计期限自%d年1月1日至%d年11月31日。", y,
		    y);
		break;
	}
	t->severity = "warning";
}

static void
two_years(struct trial *t, struct gen *g)
{
	char	 from[40], to[40];
	int	 by = gen_chance(t->dice, 800) ? -1 : 1;

	snprintf(from, sizeof(from), "%d年", g->year);
	snprintf(to, sizeof(to), "%d年", g->year + by);
	switch (gen_below(t->dice, 3)) {
	case 0:		/* the sentences of section 一 */
		block_replace(g, from, to);
		for (int i = 0; i < 2; i++) {
			char	*s = strstr(g->block[i].text, to);

			while (s != NULL) {
				memcpy(s, from, 4);
				s = strstr(s, to);
			}
		}
		break;
	case 1: {	/* the title */
		char	*s = strstr(g->block[0].text, from);

		memcpy(s, to, 4);
		break;
	}
	default:	/* the name of the file */
		snprintf(t->name[t->target], sizeof(t->name[0]),
		    "%d年政府信息公开年报", g->year + by);
		break;
	}
	trial_also(t, " F12");
	t->severity = "warning";
}

static void
year_unsaid(struct trial *t, struct gen *g)
{
	char	 from[40];

	block_drop(g, block_find(g, 0, "本报告所列数据"));
	snprintf(from, sizeof(from), "%d年度", g->year);
	for (int k = 0; k < 2; k++) {
		for (int i = 1; i < g->nblock; i++) {
			char	*s = g->block[i].text, rest[1200];

			while (g->block[i].table < 0 &&
			    (s = strstr(s, from)) != NULL) {
				strcpy(rest, s + strlen(from));
				sprintf(s, "全年%s", rest);
			}
		}
		snprintf(from, sizeof(from), "%d年", g->year);
	}
	t->severity = "info";
}

static void
no_statement(struct trial *t, struct gen *g)
{
	strcpy(g->block[g->nblock - 1].text, ONE_OF(t->dice, "无。", "无",
	    "无其他需要报告的事项。", "暂无。", "本年度没有其他需要报告的事项。"));
	trial_place(t, "section 6");
	t->severity = "notice";
}

static void
nothing_to_improve(struct trial *t, struct gen *g)
{
	int	 five = block_find(g, 0, "主要问题：");

	if (gen_chance(t->dice, 300))
		block_drop(g, five);
	else
		strcpy(g->block[five].text, ONE_OF(t->dice, "无。", "无",
		    "暂无。", "不存在问题。", "没有。"));
	trial_place(t, "section 5");
	t->severity = "warning";
}

static void
no_topic(struct trial *t, struct gen *g)
{
	static const struct { const char *topic, *text; } say[] = {
		{ "主动公开", "落实依申请公开、政府信息管理、平台建设和考核。" },
		{ "依申请公开", "落实主动公开、政府信息管理、平台建设和考核。" },
		{ "政府信息管理", "落实主动公开、依申请公开、平台建设和考核。" },
		{ "平台建设", "落实主动公开、依申请公开、信息管理和考核。" },
		{ "监督保障", "落实主动公开、依申请公开、信息管理和平台建设。" },
	};
	uint32_t	 k = gen_below(t->dice, 5);
	int		 one = block_find(g, 1, "一、"), two;

	two = block_find(g, 1, "二、");
	while (two-- > one + 2)
		block_drop(g, one + 1);
	snprintf(g->block[one + 1].text, sizeof(g->block[0].text),
	    "%d年，各项工作有序推进，%s", g->year, say[k].text);
	trial_place(t, "%s", say[k].topic);
	t->severity = "notice";
}

static void
no_supervision(struct trial *t, struct gen *g)
{
	block_replace(g, "（五）监督保障情况。开展考核2次。", "");
	block_replace(g, "考核", "检查");
	t->severity = "info";
}

/* The figures of some rows one column to the right. */
static void
ragged(struct trial *t, struct gen *g)
{
	int		 from = 4 + (int)gen_below(t->dice, 14);
	struct gtable	*tab;
	struct gcell	*c = cell_label(g, "（本列数据", &tab);

	if (c == NULL)
		c = cell_label(g, "(本列数据", &tab);
	for (int k = 0; k < tab->n; k++)
		if (tab->cell[k].row >= from && tab->cell[k].item[0] != '\0')
			tab->cell[k].col++;
	tab->ncol++;
	t->severity = "info";
}

static void
late(struct trial *t, struct gen *g)
{
	bool	 dept = t->who == WHO_BUREAU;
	int	 m = (dept ? 2 : 4) + (int)gen_below(t->dice, 5);
	int	 d = 1 + (int)gen_below(t->dice, 28), y = g->year + 1;
	char	 s[100];

	switch (gen_below(t->dice, 3)) {
	case 0:
		snprintf(s, sizeof(s), "发布日期：%d-%02d-%02d", y, m, d);
		break;
	case 1:
		snprintf(s, sizeof(s), "发布时间：%d年%d月%d日", y, m, d);
		break;
	default:
		snprintf(s, sizeof(s), "日期：%d-%02d-%02d 10:21", y, m, d);
		break;
	}
	block_insert(g, 1, s);
	t->severity = t->who == WHO_TOWN ? "info" : "warning";
}

static void
late_who(struct trial *t)
{
	static const enum who	 who[] = { WHO_TOWN, WHO_COUNTY, WHO_CITY,
		WHO_BUREAU };

	t->who = who[gen_below(t->dice, 4)];
}

static void
vague(struct trial *t, struct gen *g)
{
	(void)g;
	t->severity = "warning";
}

const struct fault	 plant_forms[] = {
	{ .rule = "D13", .who = WHO_VAGUE, .alone = true, .print = vague },
	{ .rule = "F01", .print = section_missing },
	{ .rule = "F02", .print = heading },
	{ .rule = "F03", .print = numbering },
	{ .rule = "F04", .alone = true, .figures = other_form },
	{ .rule = "F05", .print = article },
	{ .rule = "F06", .print = row_label },
	{ .rule = "F07", .print = unknown_row },
	{ .rule = "F08", .print = row_missing },
	{ .rule = "F09", .form = 2021, .print = basis },
	{ .rule = "F10", .print = doc_number },
	{ .rule = "F11", .print = no_period },
	{ .rule = "F12", .print = wrong_period },
	{ .rule = "F13", .alone = true, .print = two_years },
	{ .rule = "F14", .print = year_unsaid },
	{ .rule = "F15", .form = 2021, .print = no_statement },
	{ .rule = "F16", .print = nothing_to_improve },
	{ .rule = "F17", .print = no_topic },
	{ .rule = "F18", .who = WHO_TOWN, .print = no_supervision },
	{ .rule = "F19", .print = ragged },
	{ .rule = "F20", .plan = late_who, .print = late },
	{ .rule = NULL },
};

static void
told(struct trial *t)
{
	t->say.rule = t->fault->rule;
}

const struct fault	 plant_told[] = {
#define TOLD(id, w)	{ .rule = id, .who = w, .alone = true, .plan = told }
	TOLD("E01", WHO_ANY), TOLD("E02", WHO_ANY), TOLD("E03", WHO_ANY),
	TOLD("E04", WHO_ANY), TOLD("E05", WHO_ANY), TOLD("E06", WHO_ANY),
	TOLD("E07", WHO_ANY), TOLD("E08", WHO_ANY), TOLD("E09", WHO_ANY),
	TOLD("E10", WHO_ANY), TOLD("E11", WHO_ANY), TOLD("E12", WHO_ANY),
	TOLD("E13", WHO_ANY), TOLD("E14", WHO_ANY), TOLD("D07", WHO_ANY),
	TOLD("D08", WHO_ANY), TOLD("D09", WHO_TOWN), TOLD("D10", WHO_TOWN),
	TOLD("D11", WHO_ANY), TOLD("D12", WHO_TOWN), TOLD("F21", WHO_TOWN),
	TOLD("F22", WHO_ANY),
	{ .rule = NULL },
};
