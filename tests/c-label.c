/* Labels as filings print them. */
#include <config.h>

#include "base/arena.h"
#include "base/hant.h"
#include "form/label.h"
#include "tests/tap.h"

static const struct {
	enum part	 part;
	enum axis	 axis;
	const char	*text, *key;	/* NULL: no label */
	bool		 exact;
} label[] = {
	{ PART_REQUESTS, AXIS_ROW, "一、本年新收政府信息公开申请数量",
	    "new_requests", true },
	{ PART_ART20_5, AXIS_COL, "上一年项目数量", "items_prev", true },
	{ PART_ART20_5, AXIS_COL, "上一年项目数", "items_prev", false },
	{ PART_ART20_5, AXIS_COL, "上一年项目数量本年增/减", NULL, false },
	{ PART_REQUESTS, AXIS_COL, "商业企业科研机构", NULL, false },
	{ PART_REQUESTS, AXIS_ROW, "一本年新收政府信息公开申请数量",
	    "new_requests", true },
	{ PART_REQUESTS, AXIS_ROW, "(一) 予以公开", "granted_full", true },
	{ PART_REQUESTS, AXIS_ROW, "（三）不予\n以公\n开", "denied", false },
	{ PART_REQUESTS, AXIS_ROW, "（三）\n不予\n公开", "denied", true },
	{ PART_REQUESTS, AXIS_ROW,
	    "(二) 部分公开 (区分处理的, 只计这一情形, 不计其他情形)",
	    "granted_partial", true },
	{ PART_REQUESTS, AXIS_ROW,
	    "（二）部分公开（区分处理的），只计这一情形，不计其他情形",
	    "granted_partial", false },
	{ PART_REQUESTS, AXIS_ROW, "部分公开", "granted_partial", false },
	{ PART_REQUESTS, AXIS_ROW, "2.其他法律法规禁止公开",
	    "denied_law_prohibits", false },
	{ PART_REQUESTS, AXIS_ROW, "2、其他法律、行政法规禁止公开",
	    "denied_law_prohibits", true },
	{ PART_REQUESTS, AXIS_ROW, "3.危及\"三安全一稳定\"",
	    "denied_security_stability", true },
	{ PART_REQUESTS, AXIS_ROW, "③危及‘三安全一稳定’",
	    "denied_security_stability", true },
	{ PART_REQUESTS, AXIS_ROW, "5、属于第三类内部事务信息",
	    "denied_internal_affairs", false },
	{ PART_REQUESTS, AXIS_ROW, "2.重复申请", "not_processed_duplicate",
	    true },
	{ PART_REQUESTS, AXIS_ROW, "4.无正当理由大量反复申请",
	    "not_processed_excessive", true },
	{ PART_REQUESTS, AXIS_ROW, "大量反复申请",
	    "not_processed_excessive", false },
	{ PART_REQUESTS, AXIS_ROW, "（三）不予公开1.属于国家秘密",
	    "denied_state_secret", false },
	{ PART_REQUESTS, AXIS_ROW, "（七）合计", "results_total", true },
	{ PART_REQUESTS, AXIS_ROW, "四、结转下一年度继续办理",
	    "carried_forward", true },
	{ PART_REQUESTS, AXIS_ROW, "1.属于国家秘蜜", "denied_state_secret",
	    false },
	{ PART_REQUESTS, AXIS_ROW, "2.重复申", NULL, false },
	{ PART_REQUESTS, AXIS_ROW, "1.申请入无正当理由逾期不补正，行政机关不再"
	    "处理政府信息公开申请", "other_correction_overdue", false },
	{ PART_REQUESTS, AXIS_ROW, "1.本机关未掌握相关政府信息",
	    "unable_not_held", false },
	{ PART_REQUESTS, AXIS_ROW, "7.属于行政執法檔案",
	    "denied_enforcement_file", false },
	{ PART_REQUESTS, AXIS_ROW, "（七）總計", "results_total", true },
	{ PART_REQUESTS, AXIS_ROW, "（三）予公开", NULL, false },
	{ PART_REQUESTS, AXIS_ROW, "上年受理政府信息公开申请数量", NULL,
	    false },
	{ PART_REQUESTS, AXIS_ROW, "三", NULL, false },
	{ PART_REQUESTS, AXIS_ROW, "备注", NULL, false },
	{ PART_REQUESTS, AXIS_ROW, "本年度共予以公开政府信息若干，其中涉及重点"
	    "领域的信息主要通过门户网站、政务新媒体等渠道发布", NULL, false },
	{ PART_REQUESTS, AXIS_ROW, "5.属于三类内容事务信息",
	    "denied_internal_affairs", false },
	{ PART_REQUESTS, AXIS_ROW, "二、上年转结政府信息公开申请数量",
	    "carried_over", false },
	{ PART_REQUESTS, AXIS_ROW, "8.属于政行查事项", NULL, false },
	{ PART_REQUESTS, AXIS_ROW, "8.属于行正查询事项5", NULL, false },
	{ PART_ART20_1, AXIS_COL, "现行有郊件数", "in_force", false },
	{ PART_ART20_1, AXIS_ROW, "规范性文件（行政机关制定发布的决定、公告、通告，以及标题"
	    "采用“规定”“办法”“细则”等字样的公文，一般属于规范性文件）",
	    "normative", true },
	{ PART_ART20_5, AXIS_ROW, "其他对外管理服务事项（指行政许可以外的事项，含行政确认、"
	    "行政处罚、行政强制等）", "other_service", true },
	{ PART_ART20_6, AXIS_COL, "本年增/减（指2020年增加或减少的事项数，减用负值表示，如"
	    "-8）", "items_change", true },
	{ PART_ART20_5, AXIS_COL, "本年处理决数定量", "decided", false },
	/* As far from 本年制发件数 as from 本年废止件数. */
	{ PART_ART20_1, AXIS_COL, "本年制止件数", NULL, false },
	{ PART_REQUESTS, AXIS_COL, "社会\n公益\n组织", "public_interest_org",
	    true },
	{ PART_REQUESTS, AXIS_COL, "合计", "total", true },
	{ PART_REQUESTS, AXIS_COL, "法人或其他组织", NULL, false },
	{ PART_REQUESTS, AXIS_COL, "社公公益组织", "public_interest_org",
	    false },
	{ PART_ART20_1, AXIS_COL, "本年新制定数量", "made", false },
	{ PART_ART20_1, AXIS_COL, "本年公开数量", "newly_disclosed", false },
	{ PART_ART20_1, AXIS_ROW, "行政规范性文件", "normative", true },
	{ PART_ART20_1, AXIS_ROW, "规章", "rules", true },
	{ PART_ART20_8, AXIS_COL, "本年收费金额（单位：万元，保留4位小数）",
	    "amount", true },
	{ PART_ART20_8, AXIS_COL, "本年收费金额(元)", "amount", false },
	{ PART_DISPUTES, AXIS_COL, "结果 维持", "upheld", true },
	{ PART_DISPUTES, AXIS_ROW, "行政诉讼（未经复议直接起诉）",
	    "suit_direct", false },
};

static const struct {
	const char	*text;
	enum part	 part;	/* PART__N: of no part */
	bool		 title, right;
} title[] = {
	{ "第二十条第（一）项", PART_ART20_1, true, true },
	{ "第 20 条第(五)项", PART_ART20_5, true, true },
	{ "第二十六条第（六）项", PART_ART20_6, true, false },
	{ "第二十条第（七）项", PART__N, true, true },
	{ "第二十条规定的内容", PART__N, false, false },
	{ "信息内容", PART__N, false, false },
};

/* Nothing is said of characters whose bit is missing in the table. */
static int
count_traditional(void)
{
	int	 n = 0;

	for (uint32_t c = 0; c < 0x110000; c++)
		n += hant_simplify(c) != c;
	return n;
}

/* What stands before a label, and its number. */
static void
ordinals(struct arena *a)
{
	static const struct {
		const char	*text;
		int		 ordinal;
	} of[] = {
		{ "三、总计", 3 }, { "（十）总计", 10 }, { "十一、总计", 11 },
		{ "（十二）总计", 12 }, { "二十、总计", 20 },
		{ "12.总计", 12 }, { "⑫总计", 12 }, { "总计", 0 },
	};
	int	 n;

	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++)
		tap_check(str_eq(label_norm(a, str_of(of[i].text), &n),
		    STR("总计")) && n == of[i].ordinal, of[i].text, __FILE__,
		    __LINE__);
}

int
main(void)
{
	struct arena		*a = arena_new();
	const struct forms	*f = forms_load(a);
	struct match		 m;
	enum part		 part;
	bool			 right, is;

	for (size_t i = 0; i < sizeof(label) / sizeof(label[0]); i++) {
		is = label_match(a, f, label[i].part, label[i].axis,
		    str_of(label[i].text), &m);
		if (label[i].key == NULL)
			tap_check(!is, "no label", __FILE__, __LINE__);
		else
			tap_check(is && strcmp(m.label->key,
			    label[i].key) == 0 && m.exact == label[i].exact,
			    label[i].key, __FILE__, __LINE__);
		/* Of two texts of a label, the other form's is farther. */
		if (is && strcmp(label[i].text, "本年处理决数定量") == 0)
			CHECK(m.label->forms == 1u << FORM_OGI2021);
		if (label[i].key == NULL ? is : (!is ||
		    strcmp(m.label->key, label[i].key) != 0))
			printf("# %s -> %s\n", label[i].text,
			    is ? m.label->key : "none");
	}
	CHECK(count_traditional() == 2841);
	for (size_t i = 0; i < sizeof(title) / sizeof(title[0]); i++) {
		is = label_block_title(a, str_of(title[i].text), &part,
		    &right);
		tap_check(is == title[i].title && (!is ||
		    (part == title[i].part && right == title[i].right)),
		    title[i].text, __FILE__, __LINE__);
	}
	ordinals(a);
	CHECK(f->nitem > 200);
	CHECK(forms_code(f, FORM_OGI2019, "procurement_amount") != NULL);
	CHECK(forms_code(f, FORM_OGI2021, "procurement_amount") == NULL);
	CHECK(form_of_year(2020) == FORM_OGI2019);
	CHECK(form_of_year(2021) == FORM_OGI2021);
	arena_free(a);
	return tap_done();
}
