/* What sentences state, and above all what they do not. */
#include <config.h>

#include <stdlib.h>

#include "tests/narrative.h"
#include "tests/tap.h"

/* "received=3 handled=~3[网站]", as told in section 一 of a report of 2021. */
static const char *
told_in(const char *section, const char *agency, const char *text)
{
	static char	 out[2000];
	struct arena	*a = arena_new();
	struct doc	*d = doc_new(a);
	struct str	 whole = str_cat(a, str_cat(a, str_of(section),
			    STR("\n")), str_of(text));
	struct filing	*f = narrative_build(a, d, whole, agency, 2021);
	struct narrative all = { .arena = a };
	char		 num[DEC_MAX];
	size_t		 n = 0;

	narrative_begin(a, f, d->first, NULL, &all);
	narrative_facts(a, f, &all);
	out[0] = '\0';
	for (const struct fact *t = f->fact; t != NULL; t = t->next)
		n += (size_t)snprintf(out + n, sizeof(out) - n,
		    "%s%s%s%s%s%s%s%s", n != 0 ? " " : "",
		    strncmp(t->code, "narr_", 5) == 0 ? t->code + 5 : t->code,
		    t->has_value ? "=" : "", t->approx ? "~" : "",
		    t->has_value ? dec_print(t->value, num) : "",
		    *t->scope != '\0' ? "[" : "", t->scope,
		    *t->scope != '\0' ? "]" : "");
	arena_free(a);
	return out;
}

static const char *
told(const char *text)
{
	return told_in("一、总体情况", "甲县人民政府", text);
}

#define REQ	"（二）依申请公开方面。"

static void
test_requests(void)
{
	CHECK_STR(told("共收到依申请公开件3件，办理3件。"),
	    "received=3 handled=3");
	CHECK_STR(told("收到政府信息公开申请十二件，答复十一件。"),
	    "received=12 handled=11");
	CHECK_STR(told("受理政府信息公开申请1,234件。"), "received=1234");
	CHECK_STR(told("收到3件政府信息公开申请，均已答复。"),
	    "received=3 all_completed");
	CHECK_STR(told("收到政府信息公开申请100余件，近30件已办结。"),
	    "received=~100 handled=~30");
	CHECK_STR(told("收到政府信息公开申请30件左右。"), "received=~30");
	/* The table may be of either. */
	CHECK_STR(told("全县共收到政府信息公开申请311件，其中我单位收到271"
	    "件。"), "");
	CHECK_STR(told("全县办结政府信息公开申请311件，其中县本级办结271"
	    "件。"), "");
	CHECK_STR(told("全县共收到政府信息公开申请311件，其中网络申请271"
	    "件。"), "received=311");
	CHECK_STR(told(REQ "全年收到70件申请，办结69件，1件结转下年度继续"
	    "办理。"), "received=70 handled=69 carried_forward=1");
	CHECK_STR(told(REQ "办理网站3件、纸质36件。"), "handled=39");
	CHECK_STR(told(REQ "通过网站收到申请3件。"), "received=3[网站]");
	CHECK_STR(told(REQ "其中，收到自然人申请3件。"),
	    "received=3[自然人]");
	CHECK_STR(told(REQ "答复申请5件（含上年度结转申请2件，另有1件顺延至下"
	    "一年度答复）。"),
	    "handled=5 carried_over=2 carried_forward=1");
	CHECK_STR(told("政府信息公开申请办结率100%。"),
	    "all_completed=100");
	CHECK_STR(told("政府信息公开申请按时办结率100%。"), "");
	CHECK_STR(told("未收到政府信息公开申请。"), "no_request");
	CHECK_STR(told("没有收到公民、法人和其他组织提出的政府信息公开申请。"),
	    "no_request");
	CHECK_STR(told("全年无政府信息公开申请。"), "no_request");
	CHECK_STR(told("未收到涉及第三方的政府信息公开申请。"), "");
	CHECK_STR(told("如未收到政府信息公开申请，应当说明。"), "");
	CHECK_STR(told("未收到法人提出的政府信息公开申请。"),
	    "no_request[法人]");
}

static void
test_traps(void)
{
	CHECK_STR(told("受理行政许可申请1200件，办结1200件。"), "");
	CHECK_STR(told("办理12345热线工单300件，群众来信20件。"),
	    "replies_to_messages=300 replies_to_messages=20");
	CHECK_STR(told("2020年收到政府信息公开申请5件。"), "");
	CHECK_STR(told("收到政府信息公开申请5件，较2020年减少2件，办结5件。"),
	    "received=5 handled=5");
	CHECK_STR(told("去年收到政府信息公开申请5件。"), "");
	CHECK_STR(told("较2020年收到的5件政府信息公开申请有所增加。"), "");
	CHECK_STR(told("各村共收到申请公开事项3件，均已答复。"),
	    "received=3[各村] all_completed[各村]");
	CHECK_STR(told("公开政协提案9件，办结率100%。"), "");
	CHECK_STR(told("2022年我县将收到政府信息公开申请5件。"), "");
	CHECK_STR(told("我县将继续办理政府信息公开申请5件。"), "");
	CHECK_STR(told("截至2021年12月31日收到政府信息公开申请5件。"),
	    "received=5");
	CHECK_STR(told("收到政府信息公开申请，电话0394-2295069件。"), "");
	CHECK_STR(told("收到《关于3件政府信息公开申请的通知》1份。"), "");
	CHECK_STR(told("收到政府信息公开申请1 2件。"), "");
	CHECK_STR(told("公文属性认定中主动公开30件，依申请公开5件，"
	    "不予公开2件。"), "");
	CHECK_STR(told("政府信息公开申请在20个工作日内答复。"), "");
	CHECK_STR(told("自条例施行以来，累计收到政府信息公开申请80件。"),
	    "received=80[施行以来]");
	CHECK_STR(told("各乡镇收到政府信息公开申请8件。"),
	    "received=8[各乡镇]");
	CHECK_STR(told_in("一、总体情况\n二、主动公开政府信息情况\n"
	    "三、收到和处理政府信息公开申请情况\n"
	    "四、行政复议、行政诉讼情况\n五、存在的主要问题及改进情况",
	    "甲县", "收到政府信息公开申请5件。"), "");
}

/* As reports have them, section "依申请公开" understood. */
static void
test_wordings(void)
{
	CHECK_STR(told(REQ "新收政府信息公开申请63件，上年度结转2件，共65件。"
	    "本年度办结60件，结转下年度5件。"),
	    "received=63 carried_over=2 handled=60 carried_forward=5");
	CHECK_STR(told(REQ "收到申请15件，已办结13件，2件正在办理中。"),
	    "received=15 handled=13");
	CHECK_STR(told(REQ "收到申请15件，办理中3件，未答复2件。"),
	    "received=15");
	CHECK_STR(told(REQ "当年新收办结60件，上年结转办结2件。"), "");
	CHECK_STR(told(REQ "收到并答复政府信息公开申请5件。"), "handled=5");
	CHECK_STR(told(REQ "收到申请人提出的异议2件，撤回3件。"), "");
	CHECK_STR(told(REQ "收到法院判决书2件。"), "");
	CHECK_STR(told(REQ "因信息公开引起行政复议2件（其中1件为上年结转）。"),
	    "review=2");
	CHECK_STR(told("政府信息公开行政复议被纠错0件，行政诉讼败诉0件。"), "");
	CHECK_STR(told("未因政府信息公开工作被提起行政复议、行政诉讼。"),
	    "no_dispute");
	CHECK_STR(told("未发生政府信息公开行政复议、行政诉讼被纠错案件。"), "");
	CHECK_STR(told(REQ "答复政府信息公开申请平均用时5个工作日。"), "");
	CHECK_STR(told("全县各级行政机关共收到政府信息公开申请2,648件。"),
	    "received=2648");
	CHECK_STR(told("全市各级行政机关共收到政府信息公开申请2,648件。"),
	    "received=2648[全市]");
	CHECK_STR(told(REQ "指导各部门办理依申请公开事项200件。"),
	    "handled=200[部门]");
	CHECK_STR(told("公开行政许可信息234条，行政处罚信息12条。"), "");
}

static void
test_disputes(void)
{
	CHECK_STR(told("因政府信息公开引起行政复议7件，行政诉讼9件。"),
	    "review=7 suits=9");
	CHECK_STR(told("信息公开类行政复议7件，诉讼9件，均获维持。"),
	    "review=7 suits=9");
	CHECK_STR(told("政府信息公开行政诉讼案件1件、行政复议案件2件。"),
	    "suits=1 review=2");
	CHECK_STR(told("政府信息公开行政复议、行政诉讼共5件。"),
	    "disputes=5");
	CHECK_STR(told("全年办理行政复议案件134件。"), "");
	CHECK_STR(told("推进信息公开，全年办理行政复议案件134件。"), "");
	CHECK_STR(told("未发生因政府信息公开引起的行政复议和行政诉讼。"),
	    "no_dispute");
	CHECK_STR(told("政府信息公开工作未被申请行政复议。"), "no_review");
	CHECK_STR(told("政府信息公开行政复议维持1件。"), "");
}

static void
test_outcomes(void)
{
	CHECK_STR(told("答复政府信息公开申请10件，其中予以公开3件、部分公开2"
	    "件、不予公开1件、无法提供2件、不予处理1件、其他处理1件。"),
	    "handled=10 granted_full=3 granted_partial=2 denied=1 unable=2"
	    " not_processed=1 other_handling=1");
	CHECK_STR(told("办结政府信息公开申请10件。予以公开及部分公开5件，"
	    "占50%；不予公开2件，占20%。"), "handled=10 granted_any=5"
	    " share=50[narr_granted_any] denied=2 share=20[narr_denied]");
	CHECK_STR(told("答复政府信息公开申请3件，因涉及国家秘密不予公开1件。"),
	    "handled=3 denied=1[国家秘密]");
	CHECK_STR(told("因不掌握等原因无法提供265件政府信息公开申请。"),
	    "");
}

static void
test_fees(void)
{
	static const char	 six[] = "一、总体情况\n"
		"二、主动公开政府信息情况\n"
		"三、收到和处理政府信息公开申请情况\n"
		"四、行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n"
		"六、其他需要报告的事项";

	CHECK_STR(told_in(six, "甲", "依据《政府信息公开信息处理费管理办法》，"
	    "2021年发出收费通知0件，实际收取金额0元。"),
	    "fee_notices_issued=0 fee_amount_collected=0");
	CHECK_STR(told_in(six, "甲", "2021年全市实际收取信息处理费共计400元。"),
	    "fee_amount_collected=400");
	CHECK_STR(told_in(six, "甲", "2021 年有 1 件政府信息公开申请案件收取"
	    "信息处理费 380 元。"),
	    "fee_cases_charged=1 fee_amount_collected=380");
	CHECK_STR(told_in(six, "甲", "本年度未收取信息处理费。"),
	    "fee_amount_collected=0");
	CHECK_STR(told_in(six, "甲", "收取信息处理费1.2万元。"),
	    "fee_amount_collected=12000");
	CHECK_STR(told_in(six, "甲", "发出收费通知的件数为0，总金额为0元。"),
	    "fee_amount_collected=0");
	CHECK_STR(told_in(six, "甲", "无。"), "");
}

static void
test_documents(void)
{
	CHECK_STR(told("发布县级规范性文件2篇、普通政策文件3篇。"),
	    "normative_issued=2");
	CHECK_STR(told("转发省级规范性文件2篇。"), "");
	CHECK_STR(told("制发行政规范性文件3件，现行有效行政规范性文件40件。"),
	    "normative_issued=3 normative_in_force=40");
	CHECK_STR(told("主动公开政府信息6条，包括领导信息类1条、2020年信息公开"
	    "年报1条、公告4条。"),
	    "disclosed_items=6 total=6 parts=6");
	CHECK_STR(told("主动公开政府信息9条，包括领导信息类1条、公告4条等。"),
	    "disclosed_items=9");
	CHECK_STR(told("全年共收到依申请公开信息1条。"), "received=1");
}

int
main(void)
{
	test_requests();
	test_traps();
	test_wordings();
	test_disputes();
	test_outcomes();
	test_fees();
	test_documents();
	return tap_done();
}
