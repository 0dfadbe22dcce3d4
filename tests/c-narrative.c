/* What is seen in the text of a filing, sample by sample. */
#include <config.h>

#include <stdlib.h>

#include "base/buf.h"
#include "tests/narrative.h"
#include "tests/tap.h"

/*
 * "numbering@5 self_name@7-9(place)", in the order they were seen; where the
 * reader put U+FFFD for print that it cannot read, or not.
 */
static const char *
seen_as(bool illegible, const char *agency, int year, const char *text)
{
	static char	 out[2000];
	struct arena	*a = arena_new();
	struct doc	*d = doc_new(a);
	struct filing	*f = narrative_build(a, d, str_of(text), agency, year);
	struct narrative all = { .arena = a, .illegible = illegible };
	size_t		 n = 0;

	narrative_begin(a, f, d->first, NULL, &all);
	narrative_observe(a, f, d->first, NULL, &all);
	out[0] = '\0';
	for (const struct obs *o = f->obs; o != NULL; o = o->next) {
		n += (size_t)snprintf(out + n, sizeof(out) - n, "%s%s@%d",
		    n != 0 ? " " : "", obs_name(o->kind), o->line);
		if (o->line_end != o->line)
			n += (size_t)snprintf(out + n, sizeof(out) - n,
			    "-%d", o->line_end);
		if (o->place.n != 0)
			n += (size_t)snprintf(out + n, sizeof(out) - n,
			    "(" STR_FMT ")", STR_ARG(o->place));
	}
	arena_free(a);
	return out;
}

static const char *
seen(const char *agency, int year, const char *text)
{
	return seen_as(false, agency, year, text);
}

static void
test_numbering(void)
{
	CHECK_STR(seen("甲镇", 2021, "一、总体情况\n一、加强领导\n"
	    "- 二、完善制度\n（五）三、工作\n（一）主动公开\n1、工作\n"
	    "二、三季度各有一次\n一是加强\n  四、 其他\n"),
	    "numbering@2 numbering@3 numbering@4 numbering@9"
	    " topic_missing@1-9(依申请公开)"
	    " topic_missing@1-9(政府信息管理)"
	    " topic_missing@1-9(平台建设) topic_missing@1-9(监督保障)");
	/* Row labels and a list of the headings are no restart. */
	CHECK_STR(seen("甲镇", 2021,
	    "本报告包括：\n一、总体情况；\n二、主动公开政府信息情况；\n"
	    "三、收到和处理政府信息公开申请情况；\n"
	    "主动公开依申请信息管理平台建设考核\n"
	    "一、本年新收政府信息公开申请数量\n三、本年度办理结果\n"), "");
	CHECK_STR(seen("甲镇", 2021,
	    "总、一、总体情况\n主动公开依申请信息管理平台建设\n"),
	    "numbering@1 topic_missing@1-2(监督保障)");
	/* Other numbers than the form's, and none, are in order, too. */
#define TWO(a, b, c) a "总体情况\n主动公开依申请信息管理平台建设考核\n" \
    "一、加强领导\n" b "主动公开政府信息情况\n" \
    c "收到和处理政府信息公开申请情况\n"
	CHECK_STR(seen("甲镇", 2021, TWO("", "", "")), "supervision@1-3");
	CHECK_STR(seen("甲镇", 2021, TWO("1．", "2．", "3．")), "supervision@1-3");
	CHECK_STR(seen("甲镇", 2021, TWO("第一部分　", "第二部分　",
	    "第三部分　")), "supervision@1-3");
	CHECK_STR(seen("甲镇", 2021, TWO("一、", "", "三、")),
	    "numbering@3 numbering@4 supervision@1-3");
	CHECK_STR(seen("甲镇", 2021, TWO("1．", "3．", "3．")),
	    "numbering@4 supervision@1-3");
	CHECK_STR(seen("甲镇", 2021, TWO("一、", "二、", "3．")),
	    "numbering@3 numbering@5 supervision@1-3");
#undef TWO
}

#define ONE	"一、总体情况\n主动公开，依申请，信息管理，网站，监督保障。"

static void
test_basis(void)
{
	CHECK_STR(seen("甲镇", 2021, ONE "国办公开函〔2019〕60号\n"),
	    "doc_number@2 superseded@2");
	CHECK_STR(seen("甲镇", 2021, ONE "（国办公开办函[2019] 60号）\n"),
	    "superseded@2");
	CHECK_STR(seen("甲镇", 2021, ONE "（国办公开办函〔2021〕30号）\n"), "");
	CHECK_STR(seen("甲镇", 2021, ONE "（国办公开函【2021】30号）\n"),
	    "doc_number@2");
	CHECK_STR(seen("甲镇", 2021, ONE "《年度报告格式 (试行)》\n"),
	    "superseded@2");
	CHECK_STR(seen("甲镇", 2021, ONE "国税函〔2019〕60号，"
	    "豫政〔2019〕60号，国办函〔2020〕109号\n"), "");
}

static void
test_self(void)
{
	CHECK_STR(seen("乙区甲镇", 2021, ONE "我办编制本报告\n"),
	    "self_name@2");
	CHECK_STR(seen("甲镇人民政府", 2021, ONE "由办事处副主任任组长\n"),
	    "self_name@2");
	CHECK_STR(seen("甲镇", 2021, ONE "党政办、政府办，县政府办公室，"
	    "乙街道办事处主任，让我办事，为我办理，我镇，自我办学\n"), "");
	CHECK_STR(seen("甲街道办事处", 2021, ONE "我镇\n我办\n我街道\n"),
	    "self_name@2");
	CHECK_STR(seen("甲县教育局", 2021, ONE "我局\n我委托\n"), "");
	CHECK_STR(seen("甲县教育局", 2021, ONE "我局\n我委\n"),
	    "self_name@3");
	CHECK_STR(seen("甲县", 2021, ONE "我县\n我办\n"), "");
	CHECK_STR(seen("", 2021, ONE "我办\n我镇\n我局\n"), "");
}

static void
test_words(void)
{
	CHECK_STR(seen("甲镇", 2021, ONE "[bookmark: _GoBack]&nbsp;\n"
	    "\xEF\xBF\xBD\nA&B;\n"), "artefact@2 artefact@3");
	CHECK_STR(seen_as(true, "甲镇", 2021, ONE "[bookmark: _GoBack]\n"
	    "\xEF\xBF\xBD\n"), "artefact@2");
	CHECK_STR(seen("甲镇", 2021, ONE "截至目前，共收到3件。\n"
	    "截至目前，没有收到。公开20条。\n今年以来公开４１５０余条\n"
	    "自条例施行以来，累计公开360余条\n自条例施行以来，公开360条\n"
	    "截至目前，一次也没有\n截至2021年12月31日，公开3条\n"),
	    "vague_period@2 vague_period@4 vague_period@5");
	CHECK_STR(seen("甲镇", 2021, ONE "\n二、主动公开政府信息情况\n"
	    "三、收到和处理政府信息公开申请情况\n"
	    "四、行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n"
	    "截至目前，共3件\n六、其他需要报告的事项\n"
	    "未收取信息处理费\n"), "fee_statement@8-9");
	CHECK_STR(seen("甲镇", 2021, "一、总体情况\n主动公开，依申请，"
	    "先审后发，网站，社会评议。\n"), "supervision@1-2");
}

int
main(void)
{
	test_numbering();
	test_basis();
	test_self();
	test_words();
	return tap_done();
}
