/*
 * Pages to documents, from words and rules as poppler's tools write them,
 * by hand: what is on the page is in sight here, in points.
 */
#include <config.h>

#include "pdf-page.h"

static void
test_words(void)
{
	check("entities and radicals",
	    P W(10, 10, 40, 20, "a&lt;b&amp;c&gt;&quot;&#39;")
	    W(10, 30, 40, 40, "⼈⺠政府"), "",
	    "P 1 a<b&c>\"'\nP 2 人民政府\n");
	check("what is no word is passed over",
	    W(10, 10, 40, 20, "before any page")
	    P "<word xMin=\"5\">x" "<word>" W(10, 30, 40, 40, " ")
	    W(40, 50, 10, 60, "inside out") "<word yMin=\"1\"", "", "");
	check("numbers of all kinds",
	    P W(-1e9, 1, 99999999999999999999, 12, "wide")
	    W(0.000001, 100, .5, 110.25, "small") W(a, -, "", 200, "none"),
	    "", "P 1 wide\nP 2 none\nP 3 small\n");
}

static void
test_paragraphs(void)
{
	check("a full line goes on, an indented one begins",
	    P W(60, 100, 350, 112, "本年度主动公开")
	    W(40, 118, 350, 130, "信息若干条，其中")
	    W(40, 136, 100, 148, "三条。")
	    W(60, 154, 200, 166, "二、主动公开情况"), "",
	    "P 1 本年度主动公开信息若干条，其中三条。\n"
	    "P 4 二、主动公开情况\n");
	check("a heading after a full sentence stands alone",
	    P W(40, 100, 360, 112, "全年无此类情形。")
	    W(40, 118, 360, 130, "三、收到申请情况"), "",
	    "P 1 全年无此类情形。\nP 2 三、收到申请情况\n");
	check("spaces between Latin words alone",
	    P W(40, 100, 60, 112, "共") W(62, 100, 70, 112, "12")
	    W(72, 100, 80, 112, "条") W(84, 100, 99, 112, "of")
	    W(103, 100, 120, 112, "all"), "", "P 1 共12条of all\n");
	check("a larger line is no part of the next",
	    P W(40, 60, 360, 90, "年度报告") W(40, 100, 360, 112, "一、情况"),
	    "", "P 1 年度报告\nP 2 一、情况\n");
	check("page numbers, heads and feet are gone",
	    P W(100, 20, 300, 32, "某市某局") W(40, 200, 360, 212, "甲")
	    W(190, 570, 210, 582, "-") W(212, 570, 218, 582, "1")
	    W(220, 570, 230, 582, "-")
	    P W(100, 20, 300, 32, "某市某局") W(40, 200, 360, 212, "乙")
	    W(190, 570, 210, 582, "-") W(212, 570, 218, 582, "2")
	    W(220, 570, 230, 582, "-"), "",
	    "P 2 甲乙\n");
	check("bare page numbers only if they count",
	    P W(40, 200, 60, 212, "甲") W(190, 570, 210, 582, "7")
	    P W(40, 200, 60, 212, "乙") W(190, 570, 210, 582, "8")
	    P W(40, 200, 60, 212, "丙") W(190, 570, 210, 582, "15"), "",
	    "P 1 甲\nP 3 乙\nP 5 丙\nP 6 15\n");
}

/* Two columns and two rows: 20 to 120 to 220, 100 to 130 to 160. */
#define GRID	H(100, 20, 220) H(130, 20, 220) H(160, 20, 220) \
		V(20, 100, 160) V(120, 100, 160) V(220, 100, 160)

static void
test_cells(void)
{
	check("cells, and a blank",
	    P W(30, 105, 90, 117, "行政许可") W(130, 105, 140, 117, "12")
	    W(30, 135, 90, 147, "行政处罚"), "<page>" GRID,
	    "T 1 2x2 exact\n  0,0 1x1 行政许可\n  0,1 1x1 12\n"
	    "  1,0 1x1 行政处罚\n  1,1 1x1 \n");
	check("text around a table keeps its place",
	    P W(40, 60, 90, 72, "上") W(130, 105, 140, 117, "1")
	    W(40, 180, 90, 192, "下"), GRID,
	    "P 1 上\nT 2 2x2 exact\n  0,0 1x1 \n  0,1 1x1 1\n  1,0 1x1 \n"
	    "  1,1 1x1 \nP 3 下\n");
	check("merged cells",
	    P W(30, 105, 90, 117, "甲") W(130, 135, 140, 147, "5"),
	    H(100, 20, 220) H(130, 120, 220) H(160, 20, 220) V(20, 100, 160)
	    V(120, 100, 160) V(220, 100, 160) V(170, 130, 160),
	    "T 1 2x3 exact\n  0,0 2x1 甲\n  0,1 1x2 \n  1,1 1x1 5\n"
	    "  1,2 1x1 \n");
	check("a label over three lines",
	    P W(30, 101, 110, 109, "（六）其") W(30, 110, 110, 118, "他处")
	    W(30, 119, 60, 127, "理"), GRID,
	    "T 1 2x2 exact\n  0,0 1x1 （六）其他处理\n  0,1 1x1 \n"
	    "  1,0 1x1 \n  1,1 1x1 \n");
	check("no sides drawn",
	    P W(30, 105, 90, 117, "甲") W(130, 135, 140, 147, "5"),
	    H(100, 20, 220) H(130, 20, 220) H(160, 20, 220) V(120, 100, 160),
	    "T 1 2x2 exact\n  0,0 1x1 甲\n  0,1 1x1 \n  1,0 1x1 \n"
	    "  1,1 1x1 5\n");
	check("a frame is no table",
	    P W(30, 105, 90, 117, "甲") W(30, 125, 90, 137, "乙"),
	    H(100, 20, 220) H(160, 20, 220) V(20, 100, 160) V(220, 100, 160),
	    "P 1 甲\nP 2 乙\n");
	check("columns out of line by little are one",
	    P W(30, 105, 90, 117, "甲") W(130, 105, 135, 117, "1")
	    W(30, 135, 90, 147, "乙") W(130, 135, 135, 147, "2"),
	    H(100, 20, 220) H(130, 20, 220) H(160, 20, 220) V(20, 100, 160)
	    V(120, 100, 130) V(126, 130, 160) V(220, 100, 160),
	    "T 1 2x2 exact\n  0,0 1x1 甲\n  0,1 1x1 1\n  1,0 1x1 乙\n"
	    "  1,1 1x1 2\n");
}

/* A narrow column, 120 to 142, beside a wide one. */
#define NARROW	H(100, 20, 220) H(160, 20, 220) V(20, 100, 160) \
		V(120, 100, 160) V(142, 100, 160) V(220, 100, 160)

static void
test_numbers(void)
{
	check("a number wrapped in a narrow column is one",
	    P W(22, 105, 40, 117, "甲") W(122, 105, 139, 117, "1234")
	    W(122, 120, 126, 132, "5"), NARROW,
	    "T 1 1x3 exact\n  0,0 1x1 甲\n  0,1 1x1 12345\n  0,2 1x1 \n");
	check("two numbers with room beside them are two",
	    P W(22, 105, 40, 117, "甲") W(152, 105, 158, 117, "3")
	    W(152, 120, 158, 132, "5"), NARROW,
	    "T 1 1x3 exact\n  0,0 1x1 甲\n  0,1 1x1 \n  0,2 1x1 3\\n5\n");
	check("digits apart on one line stay apart",
	    P W(22, 105, 40, 117, "甲") W(152, 105, 158, 117, "3")
	    W(170, 105, 176, 117, "5"), NARROW,
	    "T 1 1x3 exact\n  0,0 1x1 甲\n  0,1 1x1 \n  0,2 1x1 3 5\n");
	check("a word through a wall is cut there",
	    P W(22, 105, 40, 117, "甲") W(132, 105, 152, 117, "1234"), NARROW,
	    "T 1 1x3 exact\n  0,0 1x1 甲\n  0,1 1x1 12\n  0,2 1x1 34\n");
	check("but not in the middle of a digit",
	    P W(22, 105, 40, 117, "甲") W(131, 105, 157, 117, "1234"), NARROW,
	    "T 1 1x3 exact\n  0,0 1x1 甲\n  0,1 1x1 12\\n34\n"
	    "  0,2 1x1 12\\n34\n");
	check("glyphs tell where a word is cut",
	    P W(22, 105, 40, 117, "甲") W(126, 105, 156, 117, "1234"), NARROW
	    G(126, 115) G(132, 115) G(144, 115) G(150, 115),
	    "T 1 1x3 exact\n  0,0 1x1 甲\n  0,1 1x1 12\n  0,2 1x1 34\n");
	check("and where it is not",
	    P W(22, 105, 40, 117, "甲") W(132, 105, 152, 117, "1234"), NARROW
	    G(132, 115) G(136, 115) G(139.5, 115) G(147, 115),
	    "T 1 1x3 exact\n  0,0 1x1 甲\n  0,1 1x1 12\\n34\n"
	    "  0,2 1x1 12\\n34\n");
	check("lines of a number are no cells beside one another",
	    P W(22, 105, 40, 117, "甲") W(152, 105, 158, 117, "5")
	    W(136, 120, 142, 132, "5"), H(100, 20, 220) H(160, 20, 220)
	    V(20, 100, 160) V(120, 100, 160) V(220, 100, 160)
	    H(180, 20, 220) V(145, 160, 180) V(220, 160, 180) V(20, 160, 180),
	    "T 1 2x3 exact\n  0,0 1x1 甲\n  0,1 1x2 5\\n5\n  1,0 1x2 \n"
	    "  1,2 1x1 \n");
	check("walls that were not drawn, seen from the figures",
	    P W(30, 105, 50, 117, "甲") W(130, 105, 136, 117, "1")
	    W(180, 105, 186, 117, "2") W(130, 135, 136, 147, "3")
	    W(180, 135, 186, 147, "4"),
	    H(100, 20, 220) H(130, 20, 220) H(160, 20, 220) V(20, 100, 160)
	    V(120, 100, 160) V(170, 130, 160) V(220, 100, 160),
	    "T 1 2x3 exact\n  0,0 1x1 甲\n  0,1 1x1 1\n  0,2 1x1 2\n"
	    "  1,0 1x1 \n  1,1 1x1 3\n  1,2 1x1 4\n");
}

/* The places that were reasoned out are marked as such. */
static void
test_inferred(void)
{
	struct arena	*a = arena_new();
	struct pdf	*pdf = pdf_new(a);
	struct doc	*doc = doc_new(a);
	struct err	 e;

	CHECK(pdf_words(pdf, str_of(P W(22, 105, 40, 117, "甲")
	    W(132, 105, 152, 117, "1234")), &e) == 0);
	pdf_lines(pdf);
	CHECK(pdf_rules(pdf, 0, str_of(NARROW)) == 1);
	CHECK(pdf_layout(pdf, doc, &e) == 0);
	CHECK(!grid_at(doc->first->grid, 0, 0)->inferred);
	CHECK(grid_at(doc->first->grid, 0, 1)->inferred);
	CHECK(grid_at(doc->first->grid, 0, 2)->inferred);
	arena_free(a);
}

/* A table at the foot of one page and the head of the next. */
#define FOOT(y)	H(y, 20, 220) H(560, 20, 220) V(20, y, 560) \
		V(120, y, 560) V(220, y, 560)
#define HEAD(y)	H(40, 20, 220) H(y, 20, 220) V(20, 40, y) V(120, 40, y) \
		V(220, 40, y)

static void
test_walls(void)
{
	check("walls that differ by less than a column has stay where they are",
	    P W(30, 105, 60, 117, "甲") W(112, 105, 118, 117, "6")
	    W(130, 105, 136, 117, "7") W(30, 135, 60, 147, "乙")
	    W(106, 135, 112, 147, "8") W(130, 135, 136, 147, "9"),
	    H(100, 20, 220) H(130, 20, 220) H(160, 20, 220) V(20, 100, 160)
	    V(70, 100, 160) V(120, 100, 130) V(114, 130, 160)
	    V(220, 100, 160),
	    "T 1 2x3 exact\n  0,0 1x1 甲\n  0,1 1x1 6\n  0,2 1x1 7\n"
	    "  1,0 1x1 乙\n  1,1 1x1 8\n  1,2 1x1 9\n");
	check("a table inside of a cell is one of its own",
	    P W(30, 85, 60, 97, "导航") W(180, 85, 200, 97, "首页")
	    W(40, 104, 100, 116, "一、情况") W(40, 125, 60, 137, "甲")
	    W(130, 125, 136, 137, "7"),
	    H(80, 20, 220) H(100, 20, 220) H(160, 20, 220) V(20, 80, 160)
	    V(220, 80, 160) V(150, 80, 100)
	    H(120, 30, 210) H(140, 30, 210) V(30, 120, 140) V(120, 120, 140)
	    V(210, 120, 140),
	    "T 1 2x2 exact\n  0,0 1x1 导航\n  0,1 1x1 首页\n  1,0 1x2 \n"
	    "P 2 一、情况\nT 3 1x2 exact\n  0,0 1x1 甲\n  0,1 1x1 7\n");
	check("walls are not built between the lines of a number",
	    P W(30, 105, 60, 117, "甲") W(130, 105, 136, 117, "3")
	    W(130, 120, 136, 132, "8") W(170, 105, 176, 117, "1"),
	    H(100, 20, 220) H(160, 20, 220) H(118, 20, 120) V(20, 100, 160)
	    V(120, 100, 160) V(160, 100, 160) V(220, 100, 160),
	    "T 1 2x3 exact\n  0,0 1x1 甲\n  0,1 2x1 3\\n8\n"
	    "  0,2 2x1 1\n  1,0 1x1 \n");
}

/* A table of three columns on two pages. */
#define HALVES "<page>" H(500, 20, 220) FOOT(530) V(20, 500, 530) \
	V(120, 500, 530) V(146, 500, 560) V(220, 500, 530) PAGE HEAD(70) \
	H(100, 20, 220) V(20, 70, 100) V(120, 70, 100) V(146, 40, 100) \
	V(220, 70, 100)

static void
test_pages(void)
{
	check("a table goes on over the page",
	    P W(30, 535, 90, 547, "甲") W(130, 535, 136, 547, "1")
	    P W(30, 45, 90, 57, "乙") W(130, 45, 136, 57, "2"),
	    "<page>" FOOT(530) PAGE HEAD(70),
	    "T 1 2x2 exact\n  0,0 1x1 甲\n  0,1 1x1 1\n  1,0 1x1 乙\n"
	    "  1,1 1x1 2\n");
	check("not over text",
	    P W(30, 535, 90, 547, "甲") W(130, 535, 136, 547, "1")
	    P W(30, 20, 90, 32, "乙、") W(130, 45, 136, 57, "2"),
	    "<page>" FOOT(530) PAGE HEAD(70),
	    "T 1 1x2 exact\n  0,0 1x1 甲\n  0,1 1x1 1\nP 2 乙、\n"
	    "T 3 1x2 exact\n  0,0 1x1 \n  0,1 1x1 2\n");
	check("nor with other columns",
	    P W(30, 535, 90, 547, "甲") W(130, 535, 136, 547, "1")
	    P W(130, 45, 136, 57, "2"),
	    "<page>" FOOT(530) PAGE H(40, 20, 220) H(70, 20, 220)
	    V(20, 40, 70) V(160, 40, 70) V(220, 40, 70),
	    "T 1 1x2 exact\n  0,0 1x1 甲\n  0,1 1x1 1\n"
	    "T 2 1x2 exact\n  0,0 1x1 2\n  0,1 1x1 \n");
	check("heads that come again are left out",
	    P W(30, 505, 90, 517, "项目") W(130, 505, 190, 517, "数量")
	    W(30, 535, 90, 547, "甲") W(130, 535, 136, 547, "1")
	    P W(30, 45, 90, 57, "项目") W(130, 45, 190, 57, "数量")
	    W(30, 75, 90, 87, "乙") W(130, 75, 136, 87, "2"),
	    "<page>" H(500, 20, 220) FOOT(530) V(20, 500, 530)
	    V(120, 500, 530) V(220, 500, 530) PAGE HEAD(70)
	    H(100, 20, 220) V(20, 70, 100) V(120, 70, 100) V(220, 70, 100),
	    "T 1 3x2 exact\n  0,0 1x1 项目\n  0,1 1x1 数量\n"
	    "  1,0 1x1 甲\n  1,1 1x1 1\n  2,0 1x1 乙\n  2,1 1x1 2\n");
	check("halves of a figure, and the heads once more between them",
	    P W(30, 505, 90, 517, "项目") W(122, 505, 144, 517, "数量")
	    W(150, 505, 200, 517, "说明") W(30, 535, 90, 547, "1.甲")
	    W(125, 535, 137, 547, "14") P W(30, 45, 90, 57, "项目")
	    W(122, 45, 144, 57, "数量") W(150, 45, 200, 57, "说明")
	    W(128, 75, 134, 87, "7"), HALVES,
	    "T 1 3x3 exact\n  0,0 1x1 项目\n  0,1 1x1 数量\n  0,2 1x1 说明\n"
	    "  1,0 1x1 1.甲\n  1,1 1x1 14�\n  1,2 1x1 \n  2,0 1x1 \n"
	    "  2,1 1x1 7�\n  2,2 1x1 \n");
	check("the same, with other text between them, too",
	    P W(30, 505, 90, 517, "项目") W(122, 505, 144, 517, "数量")
	    W(150, 505, 200, 517, "说明") W(30, 535, 90, 547, "1.甲")
	    W(125, 535, 137, 547, "14") W(24, 570, 60, 582, "处理")
	    P W(30, 45, 90, 57, "项目")
	    W(122, 45, 144, 57, "数量") W(150, 45, 200, 57, "说明")
	    W(128, 75, 134, 87, "7"), HALVES,
	    "T 1 2x3 exact\n  0,0 1x1 项目\n  0,1 1x1 数量\n  0,2 1x1 说明\n"
	    "  1,0 1x1 1.甲\n  1,1 1x1 14�\n  1,2 1x1 \nP 3 处理\n"
	    "T 4 2x3 exact\n  0,0 1x1 项目\n  0,1 1x1 数量\n  0,2 1x1 说明\n"
	    "  1,0 1x1 (may not show) \n  1,1 1x1 7�\n"
	    "  1,2 1x1 (may not show) \n");
	check("a row split by the page, its figure above",
	    P W(24, 535, 117, 547, "申请人无正当理") W(130, 535, 136, 547, "1")
	    P W(24, 45, 90, 57, "由反复申请"),
	    "<page>" FOOT(530) PAGE HEAD(70),
	    "T 1 1x2 exact\n  0,0 1x1 申请人无正当理由反复申请\n"
	    "  0,1 1x1 1\n");
	check("and below",
	    P W(24, 535, 117, 547, "申请人无正当理")
	    P W(24, 45, 90, 57, "由反复申请") W(130, 45, 136, 57, "1"),
	    "<page>" FOOT(530) PAGE HEAD(70),
	    "T 1 1x2 exact\n  0,0 1x1 申请人无正当理由反复申请\n"
	    "  0,1 1x1 1\n");
	check("not with figures in both",
	    P W(24, 535, 117, 547, "申请人无正当理") W(130, 535, 136, 547, "1")
	    P W(24, 45, 90, 57, "由反复申请") W(130, 45, 136, 57, "2"),
	    "<page>" FOOT(530) PAGE HEAD(70),
	    "T 1 2x2 exact\n  0,0 1x1 申请人无正当理\n  0,1 1x1 1\n"
	    "  1,0 1x1 由反复申请\n  1,1 1x1 2\n");
	check("nor with one in each",
	    P W(24, 535, 117, 547, "申请人无正当理") W(130, 535, 136, 547, "1")
	    P W(24, 45, 90, 57, "由反复申请") W(180, 45, 186, 57, "2"),
	    "<page>" FOOT(530) V(170, 530, 560) PAGE HEAD(70) V(170, 40, 70),
	    "T 1 2x3 exact\n  0,0 1x1 申请人无正当理\n  0,1 1x1 1\n"
	    "  0,2 1x1 (may not show) \n  1,0 1x1 由反复申请\n"
	    "  1,1 1x1 (may not show) \n  1,2 1x1 2\n");
	check("halves of a figure in a narrow cell, beside those of a label",
	    P W(24, 535, 117, 547, "申请人无正当理") W(128, 535, 134, 547, "3")
	    P W(24, 45, 90, 57, "由反复申请") W(125, 45, 137, 57, "46"),
	    "<page>" FOOT(530) V(146, 530, 560) PAGE HEAD(70) V(146, 40, 70),
	    "T 1 2x3 exact\n  0,0 1x1 申请人无正当理\n  0,1 1x1 3�\n"
	    "  0,2 1x1 \n  1,0 1x1 由反复申请\n  1,1 1x1 46�\n"
	    "  1,2 1x1 (may not show) \n");
	check("the same, with text between them and a remark beside them",
	    P W(24, 535, 117, 547, "申请人无正当理") W(128, 535, 134, 547, "3")
	    W(24, 570, 60, 582, "处理")
	    P W(24, 45, 90, 57, "由反复申请") W(125, 45, 137, 57, "46")
	    W(150, 45, 180, 57, "说明"),
	    "<page>" FOOT(530) V(146, 530, 560) PAGE HEAD(70) V(146, 40, 70),
	    "T 1 1x3 exact\n  0,0 1x1 申请人无正当理\n  0,1 1x1 3�\n"
	    "  0,2 1x1 \nP 2 处理\n"
	    "T 3 1x3 exact\n  0,0 1x1 由反复申请\n  0,1 1x1 46�\n"
	    "  0,2 1x1 说明\n");
	check("nor when an item begins",
	    P W(24, 535, 117, 547, "（一）予以公开公") W(130, 535, 136, 547, "1")
	    P W(24, 45, 90, 57, "（二）部分"),
	    "<page>" FOOT(530) PAGE HEAD(70),
	    "T 1 2x2 exact\n  0,0 1x1 （一）予以公开公\n  0,1 1x1 1\n"
	    "  1,0 1x1 （二）部分\n  1,1 1x1 \n");
	check("a row whose figures are on one page, its label on the other",
	    P W(130, 535, 136, 547, "1") W(180, 535, 186, 547, "2")
	    P W(24, 45, 90, 57, "予以公开"),
	    "<page>" FOOT(530) V(170, 530, 560) PAGE HEAD(70) V(170, 40, 70),
	    "T 2 1x3 exact\n  0,0 1x1 予以公开\n  0,1 1x1 1\n"
	    "  0,2 1x1 2\n");
	check("and the other way round",
	    P W(24, 535, 90, 547, "予以公开")
	    P W(130, 45, 136, 57, "1") W(180, 45, 186, 57, "2"),
	    "<page>" FOOT(530) V(170, 530, 560) PAGE HEAD(70) V(170, 40, 70),
	    "T 1 1x3 exact\n  0,0 1x1 予以公开\n  0,1 1x1 1\n"
	    "  0,2 1x1 2\n");
	check("though the page cuts off too little for all lines to be seen",
	    P W(24, 535, 117, 547, "申请人无正当理")
	    P W(24, 45, 90, 57, "由反复申请") W(130, 45, 136, 57, "1")
	    W(180, 45, 186, 57, "2"),
	    "<page>" FOOT(530) PAGE HEAD(70) V(170, 40, 70),
	    "T 1 1x3 exact\n  0,0 1x1 申请人无正当理由反复申请\n"
	    "  0,1 1x1 1\n  0,2 1x1 2\n");
	check("a number that may be split, with text between its halves",
	    P W(24, 535, 90, 547, "1.甲") W(124, 535, 216, 547, "12345678")
	    W(24, 570, 60, 582, "处理") P W(124, 45, 136, 57, "9"),
	    "<page>" FOOT(530) PAGE HEAD(70),
	    "T 1 1x2 exact\n  0,0 1x1 1.甲\n  0,1 1x1 12345678�\nP 2 处理\n"
	    "T 3 1x2 exact\n  0,0 1x1 (may not show) \n  0,1 1x1 9�\n");
	check("a label that may be split, with text between its halves",
	    P W(24, 535, 90, 547, "1.申请人") W(124, 535, 130, 547, "1")
	    W(24, 570, 60, 582, "处理") P W(24, 45, 90, 57, "逾期不补正"),
	    "<page>" FOOT(530) PAGE HEAD(70),
	    "T 1 1x2 exact\n  0,0 1x1 1.申请人\n  0,1 1x1 1\nP 2 处理\n"
	    "T 3 1x2 exact\n  0,0 1x1 逾期不补正\n  0,1 1x1 (may not show) \n");
	check("an item begins a row of its own",
	    P W(24, 535, 90, 547, "1.申请人") W(124, 535, 130, 547, "1")
	    W(24, 570, 60, 582, "处理") P W(24, 45, 90, 57, "2.其他"),
	    "<page>" FOOT(530) PAGE HEAD(70),
	    "T 1 1x2 exact\n  0,0 1x1 1.申请人\n  0,1 1x1 1\nP 2 处理\n"
	    "T 3 1x2 exact\n  0,0 1x1 2.其他\n  0,1 1x1 \n");
	check("where columns differ, nothing is blank beside the label",
	    P W(130, 535, 136, 547, "1") W(180, 535, 186, 547, "2")
	    P W(24, 45, 90, 57, "予以公开"),
	    "<page>" FOOT(530) V(170, 530, 560) PAGE HEAD(70) V(150, 40, 70),
	    "T 1 1x3 exact\n  0,0 1x1 \n  0,1 1x1 1\n  0,2 1x1 2\n"
	    "T 2 1x3 exact\n  0,0 1x1 予以公开\n"
	    "  0,1 1x1 (may not show) \n  0,2 1x1 (may not show) \n");
	check("a number split by the page",
	    P W(24, 535, 90, 547, "甲") W(124, 535, 216, 547, "12345678")
	    P W(124, 45, 136, 57, "9"),
	    "<page>" FOOT(530) PAGE HEAD(70),
	    "T 1 1x2 exact\n  0,0 1x1 甲\n  0,1 1x1 123456789\n");
	check("a column of which the lower page shows no line",
	    P W(24, 535, 50, 547, "组") W(64, 535, 117, 547, "无正当理由申")
	    W(130, 535, 136, 547, "1") P W(64, 45, 90, 57, "请"),
	    "<page>" FOOT(530) V(60, 530, 560) PAGE H(70, 60, 220)
	    H(40, 60, 220) V(60, 40, 70) V(120, 40, 70) V(220, 40, 70),
	    "T 1 1x3 exact\n  0,0 1x1 组\n  0,1 1x1 无正当理由申请\n"
	    "  0,2 1x1 1\n");
	check("a cell over rows on both pages",
	    P W(24, 505, 90, 517, "乙") W(130, 505, 136, 517, "1")
	    W(130, 535, 136, 547, "2") P W(130, 45, 136, 57, "3"),
	    "<page>" H(500, 20, 220) V(20, 500, 530) V(120, 500, 530)
	    V(220, 500, 530) H(530, 120, 220) H(560, 20, 220)
	    V(20, 530, 560) V(120, 530, 560) V(220, 530, 560)
	    PAGE HEAD(70),
	    "T 1 3x2 exact\n  0,0 3x1 乙\n  0,1 1x1 1\n  1,1 1x1 2\n"
	    "  2,1 1x1 3\n");
}

#define FILL "style=\"stroke:none;fill-rule:nonzero;fill:rgb(0%,0%,0%);\" "
#define F(x0, y0, x1, y1) "<path " FILL "d=\"M " #x0 " " #y0 " L " #x1 " " \
	#y0 " L " #x1 " " #y1 " L " #x0 " " #y1 " Z M " #x0 " " #y0 " \"/>\n"
#define TABLE	"T 1 1x2 exact\n  0,0 1x1 甲\n  0,1 1x1 7\n"
#define WORDS	P W(30, 105, 50, 117, "甲") W(130, 105, 136, 117, "7")

static void
test_rules(void)
{
	check("thin fills",
	    WORDS, F(20, 100, 220, 100.5) F(20, 130, 220, 130.5)
	    F(20, 100, 20.5, 130) F(120, 100, 120.5, 130)
	    F(220, 100, 220.5, 130), TABLE);
	check("boxes stroked, one a cell",
	    WORDS, "<path " PEN "d=\"M 20 100 L 120 100 L 120 130 L 20 130 Z "
	    "M 120 100 L 220 100 L 220 130 L 120 130 Z M 120 100 \"/>", TABLE);
	check("the matrix of a path, and of a group",
	    WORDS, "<g transform=\"matrix(1,0,0,1,10,0)\"><path " PEN
	    "d=\"M 10 200 L 210 200 M 10 170 L 210 170 M 10 200 L 10 170 "
	    "M 110 200 L 110 170 M 210 200 L 210 170\" "
	    "transform=\"matrix(1,0,0,-1,0,300)\"/></g>", TABLE);
	check("fills that a clip path makes thin",
	    WORDS, "<defs><clipPath id=\"clip3\"><path d=\"M 20 100 L 220 100 "
	    "L 220 100.5 L 20 100.5 Z M 20 100 \"/></clipPath></defs>"
	    "<g clip-path=\"url(#clip3)\" clip-rule=\"nonzero\">"
	    F(0, 90, 300, 140) "</g>" H(130, 20, 220) V(20, 100, 130)
	    V(120, 100, 130) V(220, 100, 130), TABLE);
	check("as attributes, and as <rect>",
	    WORDS, "<rect fill=\"none\" stroke=\"rgb(0%, 0%, 0%)\" x=\"20\" "
	    "y=\"100\" width=\"200\" height=\"30\"/><path fill=\"none\" "
	    "stroke-width=\"1\" stroke=\"black\" d=\"M 120 100 L 120 130\"/>",
	    TABLE);
	check("dashes",
	    WORDS, H(100, 20, 69) H(100, 71, 220) H(130, 20, 220)
	    V(20, 100, 110) V(20, 112, 130) V(120, 100, 114)
	    V(120, 116, 130) V(220, 100, 130), TABLE);
	check("what is in <defs> is not drawn",
	    WORDS, "<defs><symbol>" GRID "</symbol></defs>",
	    "P 1 甲 7\n");
	check("areas, slants and curves are no rules",
	    WORDS, F(20, 100, 120, 130) F(120, 100, 220, 130) "<path " PEN
	    "d=\"M 20 100 L 220 130 M 20 100 C 30 100 40 110 220 100\"/>",
	    "P 1 甲 7\n");
	check("what is no path ends the path",
	    WORDS, "<path " PEN "d=\"M 20 L 100\"/><path " PEN "d=\"Q 1 2\"/>"
	    "<path " PEN "d=\"M 1 1 Z 5 5\"/><path d=\"\"/><path/><path",
	    "P 1 甲 7\n");
}

static void
test_clusters(void)
{
	check("figures in columns are a table without rules",
	    P W(40, 60, 360, 72, "一、前面的文字在这里说完了。")
	    W(140, 90, 170, 102, "甲") W(200, 90, 230, 102, "乙")
	    W(260, 90, 290, 102, "丙")
	    ROW(110, 122, "1.行政许可", "1", "20", "/")
	    ROW(130, 142, "2.行政处罚", "3", "4", "5")
	    W(40, 170, 360, 182, "二、后面的文字在这里。"), "",
	    "P 1 一、前面的文字在这里说完了。\nT 2 3x6 padded\n"
	    "  0,0 1x1 \n  0,1 1x1 \n  0,2 1x1 \n"
	    "  0,3 1x1 甲\n  0,4 1x1 乙\n  0,5 1x1 丙\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 1.行政许可\n"
	    "  1,3 1x1 1\n  1,4 1x1 20\n  1,5 1x1 /\n"
	    "  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 2.行政处罚\n"
	    "  2,3 1x1 3\n  2,4 1x1 4\n  2,5 1x1 5\n"
	    "P 5 二、后面的文字在这里。\n");
	check("a label over lines, its figures half way down",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(40, 130, 110, 142, "2.不予公开的") W(150, 137, 156, 149, "4")
	    W(210, 137, 216, 149, "5") W(270, 137, 276, 149, "6")
	    W(40, 144, 110, 156, "信息"), "",
	    "T 1 2x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.不予公开的信息\n  1,3 1x1 4\n  1,4 1x1 5\n"
	    "  1,5 1x1 6\n");
	check("what may be one figure is text",
	    P ROW(100, 112, "1.行政许可", "12", "2", "3")
	    W(150, 113, 156, 125, "4"), "",
	    "T 1 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 12\\n4\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\n");
	check("rows that cannot be told apart are not taken apart",
	    P ROW(100, 112, "1.行政许可", "12", "2", "3")
	    W(40, 113, 110, 125, "其他事项") W(150, 113, 156, 125, "4")
	    W(210, 113, 216, 125, "5") W(40, 126, 110, 138, "和处罚")
	    W(150, 126, 156, 138, "7") W(210, 126, 216, 138, "8")
	    W(270, 126, 276, 138, "9"), "",
	    "T 1 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可其他事项和处罚\n"
	    "  0,3 1x3 12\\n2\\n3\\n4\\n5\\n7\\n8\\n9\n");
	check("numbers in running text are no table",
	    P W(40, 100, 60, 112, "收到") W(62, 100, 74, 112, "12")
	    W(76, 100, 96, 112, "件，") W(98, 100, 110, 112, "34")
	    W(112, 100, 130, 112, "件，") W(132, 100, 150, 112, "56")
	    W(152, 100, 170, 112, "件"), "", "P 1 收到12件，34件，56件\n");
}

/* Three columns of one digit, and below them what did not fit. */
#define NARROW_ROW(y0, y1, a, b, c) W(40, y0, 52, y1, a) \
	W(60, y0, 72, y1, b) W(80, y0, 92, y1, c)

static void
test_cluster_rows(void)
{
	check("a label over lines, its figures beside the first",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    ROW(113, 125, "2.不予公开", "4", "5", "6")
	    W(40, 126, 110, 138, "的信息")
	    ROW(139, 151, "3.其他", "7", "8", "9"), "",
	    "T 1 3x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n  0,5 1x1 3\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 2.不予公开的信息\n"
	    "  1,3 1x1 4\n  1,4 1x1 5\n  1,5 1x1 6\n"
	    "  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 3.其他\n"
	    "  2,3 1x1 7\n  2,4 1x1 8\n  2,5 1x1 9\n");
	check("a label that the page breaks",
	    P ROW(540, 552, "1.行政许可", "1", "2", "3")
	    ROW(553, 565, "2.不予公开", "4", "5", "6")
	    P W(40, 40, 110, 52, "的信息")
	    ROW(53, 65, "3.其他", "7", "8", "9"), "",
	    "T 1 3x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n  0,5 1x1 3\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 2.不予公开的信息\n"
	    "  1,3 1x1 4\n  1,4 1x1 5\n  1,5 1x1 6\n"
	    "  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 3.其他\n"
	    "  2,3 1x1 7\n  2,4 1x1 8\n  2,5 1x1 9\n");
	check("a group beside its rows",
	    P W(6, 100, 30, 112, "（三") ROW(100, 112, "1.甲", "1", "2", "3")
	    W(6, 113, 30, 125, "）不予") W(40, 113, 110, 125, "乙丙")
	    W(6, 126, 30, 138, "公开") ROW(126, 138, "2.丁", "4", "5", "6"),
	    "", "T 1 2x6 padded\n  0,0 1x1 （三）不予公开\n  0,1 1x1 \n"
	    "  0,2 1x1 1.甲乙丙\n  0,3 1x1 1\n  0,4 1x1 2\n  0,5 1x1 3\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 2.丁\n"
	    "  1,3 1x1 4\n  1,4 1x1 5\n  1,5 1x1 6\n");
	check("a label between rows is that of a blank one",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(40, 113, 110, 125, "2.处罚")
	    ROW(126, 138, "3.其他", "7", "8", "9"), "",
	    "T 1 3x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n  0,5 1x1 3\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 2.处罚\n"
	    "  1,3 1x1 \n  1,4 1x1 \n  1,5 1x1 \n"
	    "  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 3.其他\n"
	    "  2,3 1x1 7\n  2,4 1x1 8\n  2,5 1x1 9\n");
	check("not if figures may be its own",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(150, 112, 156, 124, "4")
	    W(40, 124, 110, 136, "2.处罚")
	    ROW(137, 149, "3.其他", "7", "8", "9"), "",
	    "T 1 4x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x3 1\\n2\\n3\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 \n"
	    "  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 2.处罚\n"
	    "  3,0 1x1 \n  3,1 1x1 \n  3,2 1x1 3.其他\n"
	    "  3,3 1x1 7\n  3,4 1x1 8\n  3,5 1x1 9\nP 2 4\n");
	check("nor if a figure may have run into its words",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(40, 113, 110, 125, "2.处罚0")
	    ROW(126, 138, "3.其他", "7", "8", "9"), "",
	    "T 1 3x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n  0,5 1x1 3\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 2.处罚0\n"
	    "  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 3.其他\n"
	    "  2,3 1x1 7\n  2,4 1x1 8\n  2,5 1x1 9\n");
	check("columns that lie between those above are of another table",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(40, 130, 110, 142, "2.其他") W(170, 130, 176, 142, "7")
	    W(190, 130, 196, 142, "8") W(230, 130, 236, 142, "9"), "",
	    "T 1 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n  0,5 1x1 3\n"
	    "T 2 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 2.其他\n  0,3 1x1 7\n  0,4 1x1 8\n  0,5 1x1 9\n");
	check("heads show the columns of figures that are few",
	    P W(40, 100, 90, 112, "内容") W(150, 100, 180, 112, "制发")
	    W(210, 100, 240, 112, "废止") W(270, 100, 300, 112, "现行")
	    W(40, 120, 90, 132, "规章") W(210, 120, 216, 132, "2")
	    W(40, 140, 90, 152, "文件") W(150, 140, 156, 152, "3")
	    W(270, 140, 276, 152, "4"), "",
	    "T 1 3x6 padded\n  0,0 1x1 \n  0,1 1x1 \n  0,2 1x1 内容\n"
	    "  0,3 1x1 制发\n  0,4 1x1 废止\n  0,5 1x1 现行\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 规章\n"
	    "  1,3 1x1 \n  1,4 1x1 2\n  1,5 1x1 \n"
	    "  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 文件\n"
	    "  2,3 1x1 3\n  2,4 1x1 \n  2,5 1x1 4\n");
	check("a label that looks like a figure when it is wrapped",
	    P ROW(100, 112, "4.无", "1", "2", "3")
	    W(40, 113, 64, 125, "理由"), "",
	    "T 1 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 4.无理由\n  0,3 1x1 1\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\n");
	check("nothing goes on beyond a table in rules",
	    P ROW(70, 82, "1.行政许可", "1", "2", "3")
	    W(30, 90, 60, 98, "甲") W(130, 90, 160, 98, "5")
	    ROW(104, 116, "2.处罚", "4", "5", "6"),
	    H(86, 20, 220) H(100, 20, 220) V(20, 86, 100) V(120, 86, 100)
	    V(220, 86, 100),
	    "T 1 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n  0,5 1x1 3\n"
	    "T 2 1x2 exact\n  0,0 1x1 甲\n  0,1 1x1 5\n"
	    "T 3 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 2.处罚\n  0,3 1x1 4\n  0,4 1x1 5\n  0,5 1x1 6\n");
}

static void
test_cluster_lines(void)
{
	check("lines half a line apart are one row",
	    P W(120, 94, 132, 106, "11") ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(300, 106, 306, 118, "9")
	    ROW(130, 142, "2.其他", "7", "8", "9")
	    W(300, 130, 306, 142, "4"), "",
	    "T 1 2x8 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 11\n  0,4 1x1 1\n  0,5 1x1 2\n"
	    "  0,6 1x1 3\n  0,7 1x1 9\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 2.其他\n"
	    "  1,3 1x1 \n  1,4 1x1 7\n  1,5 1x1 8\n  1,6 1x1 9\n"
	    "  1,7 1x1 4\n");
	check("columns a little to the side are those of another table",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(40, 130, 110, 142, "2.其他") W(154, 130, 160, 142, "7")
	    W(214, 130, 220, 142, "8") W(274, 130, 280, 142, "9"), "",
	    "T 1 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n  0,5 1x1 3\n"
	    "T 2 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 2.其他\n  0,3 1x1 7\n  0,4 1x1 8\n  0,5 1x1 9\n");
	check("a rule parts labels, and rows far apart are one table",
	    P ROW(100, 112, "行政许可", "1", "2", "3")
	    ROW(170, 182, "行政处罚", "7", "8", "9")
	    W(40, 184, 110, 196, "行政强制")
	    ROW(210, 222, "其他事项", "4", "5", "6"),
	    H(140, 20, 320) H(183, 20, 320) H(200, 20, 320),
	    "T 1 4x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n  0,5 1x1 3\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 行政处罚\n"
	    "  1,3 1x1 7\n  1,4 1x1 8\n  1,5 1x1 9\n"
	    "  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 行政强制\n"
	    "  2,3 1x1 \n  2,4 1x1 \n  2,5 1x1 \n"
	    "  3,0 1x1 \n  3,1 1x1 \n  3,2 1x1 其他事项\n"
	    "  3,3 1x1 4\n  3,4 1x1 5\n  3,5 1x1 6\n");
	check("boxes twice as high as their print",
	    P W(40, 90, 64, 120, "规章") W(150, 90, 156, 120, "1")
	    W(210, 90, 216, 120, "2") W(270, 90, 276, 120, "3")
	    W(40, 106, 64, 136, "文件") W(150, 106, 156, 136, "4")
	    W(210, 106, 216, 136, "5") W(270, 106, 276, 136, "6"), "",
	    "T 1 2x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 规章\n  0,3 1x1 1\n  0,4 1x1 2\n  0,5 1x1 3\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 文件\n"
	    "  1,3 1x1 4\n  1,4 1x1 5\n  1,5 1x1 6\n");
}

/* Numbers that did not fit are put together, and marked as inferred. */
static void
test_wrapped(void)
{
	struct arena	*a = arena_new();
	struct pdf	*pdf = pdf_new(a);
	struct doc	*doc = doc_new(a);
	struct err	 e;

	CHECK(pdf_words(pdf, str_of(P NARROW_ROW(100, 112, "结", "果", "总")
	    NARROW_ROW(113, 125, "果", "纠", "计")
	    W(40, 126, 52, 138, "12") W(60, 126, 66, 138, "7")
	    W(80, 126, 92, 138, "34") W(40, 139, 52, 151, "58")
	    W(80, 139, 86, 151, "6")), &e) == 0);
	pdf_lines(pdf);
	CHECK(pdf_layout(pdf, doc, &e) == 0);
	CHECK(doc->first->grid->nrow == 2);
	CHECK_STR(grid_at(doc->first->grid, 1, 0)->text.p, "1258");
	CHECK(grid_at(doc->first->grid, 1, 0)->inferred);
	CHECK_STR(grid_at(doc->first->grid, 1, 1)->text.p, "7");
	CHECK(!grid_at(doc->first->grid, 1, 1)->inferred);
	CHECK_STR(grid_at(doc->first->grid, 1, 2)->text.p, "346");
	check("not when the figure above has fewer digits than others",
	    P NARROW_ROW(100, 112, "结", "果", "总")
	    NARROW_ROW(113, 125, "果", "纠", "计")
	    W(40, 126, 52, 138, "12") W(60, 126, 66, 138, "7")
	    W(80, 126, 92, 138, "34") W(60, 139, 66, 151, "5"), "",
	    "T 1 2x3 padded\n"
	    "  0,0 1x1 结果\n  0,1 1x1 果纠\n  0,2 1x1 总计\n"
	    "  1,0 1x1 12\n  1,1 1x1 7\\n5\n  1,2 1x1 34\n");
	arena_free(a);
}

/* What is printed over other words is not read, nor is what it may cover. */
static void
test_overprinted(void)
{
	check("a figure under a label: no figure of the table is sure",
	    P W(30, 105, 90, 117, "行政许可") W(130, 105, 140, 117, "12")
	    W(128, 106, 168, 118, "办理结果") W(30, 135, 90, 147, "行政处罚")
	    W(130, 135, 135, 147, "3"), GRID,
	    "T 1 2x2 exact\n  0,0 1x1 行政许可\n  0,1 1x1 办理结果12��\n"
	    "  1,0 1x1 行政处罚\n  1,1 1x1 3�\n");
	check("a label over a label: that one alone",
	    P W(30, 105, 90, 117, "行政许可") W(130, 105, 140, 117, "12")
	    W(60, 106, 110, 118, "办理结果") W(30, 135, 90, 147, "行政处罚"),
	    GRID,
	    "T 1 2x2 exact\n  0,0 1x1 行政许可办理结果�\n  0,1 1x1 12\n"
	    "  1,0 1x1 行政处罚\n  1,1 1x1 \n");
	check("lines set close, and a kern",
	    P W(30, 105, 90, 117, "行政许可") W(130, 105, 137, 117, "1")
	    W(136.5, 105, 142, 117, "2") W(30, 132, 90, 144, "行政")
	    W(30, 140, 90, 152, "处罚"), GRID,
	    "T 1 2x2 exact\n  0,0 1x1 行政许可\n  0,1 1x1 12\n"
	    "  1,0 1x1 行政处罚\n  1,1 1x1 \n");
	check("without rules",
	    P ROW(100, 112, "甲", "1", "2", "3")
	    ROW(115, 127, "乙", "4", "5", "6") W(148, 116, 160, 128, "类别")
	    ROW(130, 142, "丙", "7", "8", "9"),
	    "",
	    "T 1 3x6 padded\n  0,0 1x1 \n  0,1 1x1 \n  0,2 1x1 甲\n"
	    "  0,3 1x1 1�\n  0,4 1x1 2�\n  0,5 1x1 3�\n  1,0 1x1 \n"
	    "  1,1 1x1 \n  1,2 1x1 乙\n  1,3 1x1 类别4��\n  1,4 1x1 5�\n"
	    "  1,5 1x1 6�\n  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 丙\n"
	    "  2,3 1x1 7�\n  2,4 1x1 8�\n  2,5 1x1 9�\n");
	check("in a sentence the figures alone",
	    P W(40, 100, 76, 112, "共收到") W(78, 100, 96, 112, "123")
	    W(98, 100, 110, 112, "件") W(80, 101, 104, 113, "某局"), "",
	    "P 1 共收到123�某局件\n");
}

int
main(void)
{
	test_words();
	test_paragraphs();
	test_cells();
	test_numbers();
	test_inferred();
	test_walls();
	test_pages();
	test_rules();
	test_clusters();
	test_cluster_rows();
	test_cluster_lines();
	test_wrapped();
	test_overprinted();
	return tap_done();
}
