/*
 * Narratives in varied wording.  Whatever is said is true of the figures,
 * except what the planted fault makes of it; around it stand sentences with
 * numbers of other things, years and agencies, which must not disturb.
 */
#include <config.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "tests/gen/say.h"

#define NATURAL		0
#define TOTAL		6
#define ROW_TOTAL	23
#define ROW_FORWARD	24

/* Text that grows; what does not fit is a fault of the test. */
struct text {
	char	 s[1200];
	int	 n;
};

static void __attribute__((format(printf, 2, 3)))
add(struct text *t, const char *fmt, ...)
{
	va_list	 ap;

	va_start(ap, fmt);
	t->n += vsnprintf(t->s + t->n, sizeof(t->s) - (size_t)t->n, fmt, ap);
	va_end(ap);
	if (t->n >= (int)sizeof(t->s))
		t->n = (int)sizeof(t->s) - 1;
}

static bool
is(const struct say *y, const char *rule)
{
	return y->rule != NULL && strcmp(y->rule, rule) == 0;
}

/* One of the words, NULL-terminated. */
static const char *
pick(struct gen *g, const char *const *words)
{
	uint32_t	 n = 0;

	while (words[n] != NULL)
		n++;
	return words[gen_below(g, n)];
}
#define PICK(g, ...)	pick(g, (const char *const []){ __VA_ARGS__, NULL })

static const char *
han(int64_t v, char *s)
{
	static const char *const	 digit[] = { "零", "一", "二", "三", "四",
		"五", "六", "七", "八", "九" };

	s[0] = '\0';
	if (v >= 100) {
		strcat(strcat(s, digit[v / 100]), "百");
		if (v % 100 == 0)
			return s;
		if (v % 100 < 10)
			return strcat(strcat(s, "零"), digit[v % 10]);
		if (v % 100 < 20)
			strcat(s, "一");
	}
	if (v % 100 >= 10) {
		if (v % 100 >= 20)
			strcat(s, digit[v % 100 / 10]);
		strcat(s, "十");
		if (v % 10 == 0)
			return s;
	}
	return strcat(s, digit[v % 10]);
}

/* A number as people write it; s has room for 64. */
static const char *
num(struct gen *g, int64_t v, char *s)
{
	uint32_t	 k = gen_below(g, 10);

	if (k == 0 && v > 2 && v < 1000)
		return han(v, s);
	if (k == 1 && v >= 1000 && v < 1000000)
		sprintf(s, "%d,%03d", (int)(v / 1000), (int)(v % 1000));
	else if (k == 2)
		sprintf(s, " %lld ", (long long)v);
	else
		sprintf(s, "%lld", (long long)v);
	return s;
}

/* The number, or one near it when this is where the fault goes. */
static int64_t
maybe(struct gen *g, struct say *y, const char *rule, int64_t v)
{
	if (!is(y, rule) || y->planted)
		return v;
	y->planted = true;
	return v + 1 + gen_below(g, 9);
}

static int64_t
group(const struct gen *g, int from, int to)
{
	int64_t	 sum = 0;

	for (int r = from; r <= to; r++)
		sum += g->request[r][TOTAL];
	return sum;
}

/* More of one row of section 三, received this year and handled. */
static void
more(struct gen *g, int row, int64_t n)
{
	int	 at[] = { 0, row, ROW_TOTAL };

	for (int i = 0; i < (row == ROW_FORWARD ? 2 : 3); i++) {
		g->request[at[i]][NATURAL] += n;
		g->request[at[i]][TOTAL] += n;
	}
}

static void
dispute(struct gen *g, int channel, int64_t n)
{
	g->dispute[channel * 5] += n;
	g->dispute[channel * 5 + 4] += n;
}

static void
clear_row(struct gen *g, int row)
{
	for (int c = 0; c < GEN_COLS; c++) {
		int64_t	 n = g->request[row][c];

		g->request[row][c] = 0;
		g->request[0][c] -= n;
		if (row != ROW_FORWARD)
			g->request[ROW_TOTAL][c] -= n;
	}
}

static void
no_disputes(struct gen *g)
{
	memset(g->dispute, 0, sizeof(g->dispute));
}

/* The figures that the fault needs, and none that another rule minds. */
static void
plant_figures(struct gen *g, const struct say *y)
{
	static const char *const	 asks[] = { "E01", "E02", "E03", "E04",
		"E07", "E11", "E12", "E13", "E14", NULL };

	for (int i = 0; asks[i] != NULL; i++)
		if (is(y, asks[i])) {
			more(g, 2, 40 + gen_below(g, 60));
			more(g, 12, 3 + gen_below(g, 9));
			more(g, ROW_FORWARD, 2);
		}
	if (is(y, "D07")) {
		no_disputes(g);
		for (int r = 2; r < ROW_TOTAL; r++)
			clear_row(g, r);
		dispute(g, 0, 4 + gen_below(g, 9));
	} else if (is(y, "D08")) {
		memset(g->request, 0, sizeof(g->request));
		dispute(g, 0, 1 + gen_below(g, 2));
	} else if (is(y, "D09"))
		g->art20[2] = 1 + gen_below(g, 5);
	else if (is(y, "D10"))
		more(g, 4, 1);
	else if (is(y, "D11")) {
		no_disputes(g);
		dispute(g, 1, 6);
		more(g, 2, 30);
		g->is2019 = false;
		g->year = 2024;
	} else if (is(y, "D12")) {
		g->is2019 = false;
		g->year = 2022;
		more(g, 21, 1 + gen_below(g, 3));
	}
}

/* Fewer were received than handled: the rest was carried over. */
static void
none_below_zero(struct gen *g)
{
	for (int c = 0; c < GEN_COLS; c++)
		if (g->request[0][c] < 0) {
			g->request[0][TOTAL] -= g->request[0][c];
			g->request[1][TOTAL] += g->request[0][c];
			g->request[1][c] += g->request[0][c];
			g->request[0][c] = 0;
		}
}

static void
figures(struct gen *g, void *arg)
{
	struct say	*y = arg;

	y->planted = false;
	snprintf(g->agency, sizeof(g->agency), "%s", y->agency);
	/* How it is printed is not what this is about. */
	g->blank_zeros = g->placeholders = g->old_table = g->pad = 0;
	g->split = 0;
	g->three_tables = g->units = g->remarks = g->label_variants = false;
	for (int c = 0; c < GEN_COLS; c++)
		if (g->request[4][c] > 0 || g->request[21][c] > 0) {
			/* No township has state secrets, or fees unpaid. */
			clear_row(g, 4);
			clear_row(g, 21);
			break;
		}
	g->art20[0] = g->art20[1] = g->art20[2] = 0;
	if (g->art20[5] < g->art20[3])
		g->art20[5] = g->art20[3] + gen_below(g, 20);
	g->art20[5] += gen_below(g, 3);
	g->art20[4] = g->art20[4] < g->art20[5] ? g->art20[4] : 0;
	for (int i = 6; i < 9; i++)
		g->art20[i] = g->art20[i] < 0 ? 0 : g->art20[i];
	g->fee_wan %= 500;
	plant_figures(g, y);
	none_below_zero(g);
}

/* What the agency calls itself, by the last word of its name. */
static const char *
we(const struct gen *g)
{
	static const struct { const char *word, *we; } kind[] = {
		{ "局", "我局" }, { "街道", "我街道" }, { "镇", "我镇" },
		{ "乡", "我乡" }, { "县", "我县" }, { "区", "我区" },
		{ "市", "我市" }, { "省", "我省" },
	};
	const char	*found = "我单位", *last = g->agency, *p;

	for (size_t i = 0; i < sizeof(kind) / sizeof(kind[0]); i++)
		for (p = g->agency; (p = strstr(p, kind[i].word)) != NULL; p++)
			if (p >= last) {
				last = p;
				found = kind[i].we;
			}
	return found;
}

/* Sentences with numbers that are none of the table's. */
static void
distract(struct gen *g, struct text *t)
{
	int	 v = 2 + (int)gen_below(g, 900);

	switch (gen_below(g, 20)) {
	case 0:
		add(t, "全年受理群众来信来访%d件，办结%d件。", v, v);
		break;
	case 1:
		add(t, "办理12345热线工单%d件，答复率100%%。", v);
		break;
	case 2:
		add(t, "与%d年收到的%d件政府信息公开申请相比，结构变化不大。",
		    g->year - 1, v);
		break;
	case 3:
		add(t, "组织政务公开培训%d次，参训%d人次。", v % 9 + 1, v);
		break;
	case 4:
		add(t, "在“公文属性”认定中，主动公开%d件，依申请公开%d件，"
		    "不予公开%d件。", v, v % 7, v % 5);
		break;
	case 5:
		add(t, "公开电话：0376-%07d。", v * 977);
		break;
	case 6:
		add(t, "受理行政许可申请%d件，全部办结。", v);
		break;
	case 7:
		add(t, "根据《关于办理%d件重点政府信息公开申请的通知》要求，"
		    "逐条对照落实。", v);
		break;
	case 8:
		add(t, "政府信息公开申请在20个工作日内答复，超过10件的按每件"
		    "100元收取信息处理费。");
		break;
	case 9:
		add(t, "%d年计划收到并办理政府信息公开申请%d件。",
		    g->year + 1, v);
		break;
	case 10:
		add(t, "县司法局全年办理行政复议案件%d件，行政诉讼案件%d件。",
		    v, v % 11);
		break;
	case 11:
		add(t, "各村共收到申请公开事项%d件，均已答复。", v);
		break;
	case 12:
		add(t, "公开政府信息近%d条。", v);
		break;
	case 13:
		add(t, "办理人大代表建议%d件、政协提案%d件，办结率100%%。",
		    v % 30 + 1, v % 17);
		break;
	case 14:
		add(t, "抽查政府信息公开申请答复书%d份，合格率100%%。", v);
		break;
	case 15:
		add(t, "办理教师资格认定申请%d件，全部按时办结。", v);
		break;
	case 16:
		add(t, "召开会议%d次，组织培训、检查分别为%d次、%d次。", v % 9,
		    v % 5 + 1, v % 7 + 9);
		break;
	case 17:
		add(t, "所辖%d个村（社区）均未收到政府信息公开申请。", v % 40);
		break;
	default:
		break;
	}
}

static void
say_received(struct gen *g, struct say *y, struct text *t)
{
	int64_t	 n = g->request[0][TOTAL];
	char	 s[64], p[64];

	if (is(y, "E11")) {
		y->planted = true;
		n = 0;
	} else
		n = maybe(g, y, "E01", n);
	if (n == 0) {
		add(t, "%s", PICK(g, "全年未收到政府信息公开申请",
		    "没有收到公民、法人和其他组织提出的政府信息公开申请",
		    "本年度未接到依申请公开政府信息的申请",
		    "全年无政府信息公开申请"));
		if (is(y, "E11"))
			return;
		return;
	}
	num(g, n, s);
	switch (gen_below(g, 9)) {
	case 0:
		add(t, "%d年，共收到政府信息公开申请%s件", g->year, s);
		break;
	case 1:
		add(t, "全年受理依申请公开%s件", s);
		break;
	case 2:
		add(t, "本年度新收到公民、法人和其他组织提出的政府信息公开申请%s"
		    "件", s);
		break;
	case 3:
		add(t, "年内接到%s件政府信息公开申请", s);
		break;
	case 4:
		add(t, "%d年度政府信息公开申请数量为%s件", g->year, s);
		break;
	case 5:
		add(t, "%s共收到政府信息公开申请%s件，较上年%s%u件", we(g), s,
		    PICK(g, "增加", "减少"), gen_below(g, 9) + 1);
		break;
	case 6:
		if (is(y, "E01") || is(y, "E03")) {
			add(t, "收到政府信息公开申请%s件", s);
			break;
		}
		/* Those that were carried over included, and said so. */
		add(t, "共受理政府信息公开申请%s件（含上年结转%s件）",
		    num(g, n + g->request[1][TOTAL], s),
		    num(g, g->request[1][TOTAL], p));
		break;
	case 7:
		add(t, "收到政府信息公开申请%s件，其中通过网站收到%u件", s,
		    gen_below(g, 5));
		break;
	default:
		add(t, "接收政府信息公开申请共计%s件", s);
		break;
	}
}

static void
say_handled(struct gen *g, struct say *y, struct text *t)
{
	int64_t	 n = g->request[ROW_TOTAL][TOTAL];
	char	 s[64];

	if (n == 0 && !is(y, "E02"))
		return;
	num(g, maybe(g, y, "E02", n), s);
	switch (gen_below(g, 6)) {
	case 0:
		add(t, "，办结%s件", s);
		break;
	case 1:
		add(t, "，答复%s件", s);
		break;
	case 2:
		add(t, "。全年共答复政府信息公开申请%s件", s);
		break;
	case 3:
		add(t, "，已依法办理%s件", s);
		break;
	case 4:
		if (is(y, "E01"))	/* it would be told twice */
			break;
		add(t, "。全年收到、答复政府信息公开申请分别为%lld件、%s件",
		    (long long)g->request[0][TOTAL], s);
		break;
	default:
		add(t, "；%s件已办结", s);
		break;
	}
}

static void
say_carried(struct gen *g, struct say *y, struct text *t)
{
	int64_t	 over = g->request[1][TOTAL];
	int64_t	 forward = g->request[ROW_FORWARD][TOTAL];
	char	 s[64];

	if ((over > 0 && gen_chance(g, 500)) || is(y, "E03"))
		add(t, "，%s%s件", PICK(g, "上年结转", "上年度结转申请",
		    "另有上一年度结转", "去年结转"),
		    num(g, maybe(g, y, "E03", over), s));
	if (is(y, "E12")) {
		y->planted = true;
		add(t, "，%s", PICK(g, "均已答复", "全部办结", "均已依法办结",
		    "办结率100%", "答复率达100%"));
	} else if (is(y, "E04") || (forward > 0 && gen_chance(g, 700))) {
		num(g, maybe(g, y, "E04", forward), s);
		switch (gen_below(g, 4)) {
		case 0:
			add(t, "，结转下年度继续办理%s件", s);
			break;
		case 1:
			add(t, "，另有%s件结转下一年度办理", s);
			break;
		case 2:
			add(t, "，%s件顺延至%d年答复", s, g->year + 1);
			break;
		default:
			add(t, "，结转至%d年度%s件", g->year + 1, s);
			break;
		}
	} else if (forward == 0 && g->request[ROW_TOTAL][TOTAL] > 0)
		add(t, "，%s", PICK(g, "均已答复", "全部办结",
		    "均在法定期限内答复", "按时办结率100%"));
	else if (forward > 0)
		add(t, "，均在法定期限内答复");
}

static void
say_outcomes(struct gen *g, struct say *y, struct text *t)
{
	struct { const char *word; int from, to; } v[] = {
		{ "予以公开", 2, 2 }, { "部分公开", 3, 3 },
		{ "不予公开", 4, 11 }, { "无法提供", 12, 14 },
		{ "不予处理", 15, 19 }, { "其他处理", 20, 22 },
	};
	int64_t		 n = g->request[ROW_TOTAL][TOTAL];
	bool		 shares = gen_chance(g, 300) || is(y, "E13");
	char		 s[64];

	if (n == 0 || (!is(y, "E07") && !is(y, "E13") && gen_chance(g, 400)))
		return;
	add(t, "。%s", shares ? "在答复的申请中，" : "其中");
	for (int i = 0; i < 6; i++) {
		int64_t	 k = group(g, v[i].from, v[i].to), said = k;
		double	 share = 100.0 * (double)k / (double)n;

		/* A sum that is a leaf's is only loosely worded. */
		if (i == 0)
			said = maybe(g, y, "E07", k + (is(y, "E07") ?
			    10000 : 0));
		if (i > 0 && k == 0 && gen_chance(g, 500))
			continue;
		add(t, "%s%s%s件", i == 0 ? "" : shares ? "；" : "、",
		    v[i].word, num(g, said, s));
		if (!shares || k == 0)
			continue;
		if (is(y, "E13") && !y->planted) {
			y->planted = true;
			share += share < 50 ? 13.7 : -13.7;
		}
		if (gen_chance(g, 700) || is(y, "E13"))
			add(t, "，占%.2f%%", share);
		else
			add(t, "，占%.0f%%", share);
	}
}

static void
say_disputes(struct gen *g, struct say *y, struct text *t)
{
	int64_t	 reviews = g->dispute[4], suits = g->dispute[9] +
		    g->dispute[14];
	char	 s[64], p[64];

	if (reviews + suits == 0 && !is(y, "E05") && !is(y, "E06")) {
		add(t, "%s。", PICK(g, "未发生因政府信息公开引起的行政复议、行政诉"
		    "讼", "没有因政府信息公开被申请行政复议或提起行政诉讼",
		    "因政府信息公开引起行政复议0件，行政诉讼0件",
		    "未发生与依申请公开有关的行政复议和行政诉讼案件"));
		return;
	}
	num(g, maybe(g, y, "E05", reviews), s);
	num(g, maybe(g, y, "E06", suits), p);
	switch (gen_below(g, 5)) {
	case 0:
		add(t, "因政府信息公开被申请行政复议%s件，被提起行政诉讼%s件。",
		    s, p);
		break;
	case 1:
		add(t, "信息公开类行政复议%s件，诉讼%s件。", s, p);
		break;
	case 2:
		add(t, "全年政府信息公开行政诉讼案件%s件、行政复议案件%s件。",
		    p, s);
		break;
	case 3:
		add(t, "因政府信息公开被申请行政复议、提起行政诉讼分别为%s件、%s"
		    "件。", s, p);
		break;
	default:
		add(t, "因政府信息公开引发行政复议案件共%s件、行政诉讼案件共%s"
		    "件。", s, p);
		break;
	}
}

static void
say_documents(struct gen *g, struct say *y, struct text *t)
{
	int64_t	 n = 3 + gen_below(g, 400), a = 1 + gen_below(g, 50);
	char	 s[64], p[64];

	if (!g->is2019 || is(y, "E08"))
		add(t, "%s行政规范性文件%s件%s%s%s。", PICK(g, "制发", "本年制发",
		    "全年制定"), num(g, maybe(g, y, "E08", g->art20[3]), s),
		    g->is2019 ? "" : "，现行有效行政规范性文件",
		    g->is2019 ? "" : num(g, g->art20[5], p),
		    g->is2019 ? "" : "件");
	if (!g->is2019 || is(y, "E09"))
		add(t, "%s行政许可决定%s件。", PICK(g, "作出", "全年作出"),
		    num(g, maybe(g, y, "E09", g->art20[g->is2019 ? 8 : 6]),
		    s));
	add(t, "主动公开政府信息%s条，包括工作动态类%lld条、政策文件类%lld条、"
	    "%d年信息公开年报1条。", num(g, n + a + 1, s), (long long)n,
	    (long long)maybe(g, y, "E10", a), g->year - 1);
}

static void
overview(struct gen *g, void *arg)
{
	struct say	*y = arg;
	struct text	 t = { .n = 0 }, u = { .n = 0 };

	add(&t, "本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。",
	    g->year, g->year);
	gen_paragraph(g, 0, t.s);
	gen_paragraph(g, 1, "一、总体情况");
	t.n = 0;
	add(&t, "（一）主动公开情况。%d年，%s扎实做好各项工作。", g->year,
	    is(y, "F21") ? "我办" : we(g));
	y->planted = y->planted || is(y, "F21");
	distract(g, &t);
	say_documents(g, y, &t);
	if (is(y, "F22")) {
		y->planted = true;
		add(&t, "%s", PICK(g, "[bookmark: _Toc1]", "&nbsp;", "锟斤拷"));
	}
	gen_paragraph(g, 0, t.s);
	add(&u, "（二）依申请公开情况。");
	distract(g, &u);
	if (is(y, "E14")) {
		y->planted = true;
		add(&u, "%s，", PICK(g, "截至目前", "今年以来", "截止目前"));
	}
	say_received(g, y, &u);
	if (!is(y, "E11")) {
		say_handled(g, y, &u);
		say_carried(g, y, &u);
		say_outcomes(g, y, &u);
	}
	add(&u, "。");
	distract(g, &u);
	say_disputes(g, y, &u);
	gen_paragraph(g, 0, u.s);
	gen_paragraph(g, 0, "（三）政府信息管理情况。落实保密审查。（四）平台建设"
	    "情况。维护网站栏目。（五）监督保障情况。开展考核2次。");
}

static void
other(struct gen *g, void *arg)
{
	struct say	*y = arg;
	char		 s[300];

	if (is(y, "D12")) {
		y->planted = true;
		snprintf(s, sizeof(s), "%s", PICK(g, "无。",
		    "发出收费通知0件，实际收取金额0元。",
		    "本年度未发出收费通知。"));
	} else
		snprintf(s, sizeof(s), "%s", PICK(g, "本年度未收取信息处理费。",
		    "依据《政府信息公开信息处理费管理办法》，发出收费通知0件，实际"
		    "收取金额0元。", "有1件申请收取信息处理费380元。"));
	y->planted = y->planted || (y->rule != NULL && y->rule[0] == 'D');
	gen_paragraph(g, 0, s);
}

const struct gen_hooks	 say_hooks = { figures, overview, other, NULL };
