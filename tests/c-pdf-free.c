/*
 * Tables without ruling lines that are easily misread: words run together,
 * lines that are close, tables right behind each other.
 */
#include <config.h>

#include "pdf-page.h"

static void
test_glyphs(void)
{
	check("figures of two cells in one word, cut where its glyphs stand",
	    P ROW(100, 112, "1.行政许可", "1", "20", "3")
	    W(40, 130, 110, 142, "2.行政处罚") W(150, 130, 216, 142, "45")
	    W(270, 130, 276, 142, "6"),
	    G(40, 140) G(46, 140) G(52, 140) G(64, 140) G(76, 140) G(88, 140)
	    G(150, 140) G(210, 140) G(270, 140),
	    "T 1 2x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 20\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 4\n  1,4 1x1 5\n"
	    "  1,5 1x1 6\n");
	check("digits as far apart as one another are one figure",
	    P ROW(100, 112, "1.行政许可", "1", "20", "3")
	    W(40, 130, 110, 142, "2.行政处罚") W(150, 130, 162, 142, "45")
	    W(210, 130, 216, 142, "5") W(270, 130, 276, 142, "6"),
	    G(150, 140) G(156, 140) G(210, 140) G(270, 140),
	    "T 1 2x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 20\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 45\n  1,4 1x1 5\n"
	    "  1,5 1x1 6\n");
}

static void
test_lines(void)
{
	check("words on one level are one line, though some are nearer to "
	    "that above",
	    P W(40, 100, 60, 112, "甲") W(70, 104.6, 90, 116.4, "乙")
	    W(100, 105, 120, 117, "丙"), "", "P 1 甲\nP 2 乙丙\n");
	check("boxes of twice the height of their print, all of one size",
	    P W(111.8, 349.05, 132.8, 376.35, "处理")
	    W(179.6, 354.3, 230.4, 381.6, "2.重复申请")
	    W(325.1, 354.3, 330.9, 381.6, "0"), "",
	    "P 1 处理 2.重复申请 0\n");
}

static void
test_parts(void)
{
	check("a table with other columns is another one",
	    P W(40, 100, 110, 112, "1.行政许可") W(150, 100, 156, 112, "1")
	    W(180, 100, 186, 112, "2") W(260, 100, 266, 112, "3")
	    W(340, 100, 346, 112, "4")
	    W(40, 120, 110, 132, "3.行政强制") W(150, 120, 156, 132, "7")
	    W(220, 120, 226, 132, "8") W(300, 120, 306, 132, "9"), "",
	    "T 1 1x7 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\n  0,6 1x1 4\n"
	    "T 2 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 3.行政强制\n  0,3 1x1 7\n  0,4 1x1 8\n"
	    "  0,5 1x1 9\n");
	check("what announces a table is no label of the one before",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(40, 120, 110, 132, "上年如下：")
	    ROW(140, 152, "1.行政许可", "4", "5", "6"), "",
	    "T 1 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\nP 2 上年如下：\n"
	    "T 3 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 4\n  0,4 1x1 5\n"
	    "  0,5 1x1 6\n");
}

static void
test_cells(void)
{
	check("heads that stand close are of the columns below them",
	    P W(150, 80, 206, 92, "本年制发数量") W(210, 80, 266, 92, "废止数量")
	    W(270, 80, 320, 92, "现行")
	    ROW(100, 112, "1.行政许可", "1", "2", "3")
	    ROW(120, 132, "2.行政处罚", "4", "5", "6"), "",
	    "T 1 3x6 padded\n  0,0 1x1 \n  0,1 1x1 \n  0,2 1x1 \n"
	    "  0,3 1x1 本年制发数量\n  0,4 1x1 废止数量\n  0,5 1x1 现行\n"
	    "  1,0 1x1 \n  1,1 1x1 \n  1,2 1x1 1.行政许可\n"
	    "  1,3 1x1 1\n  1,4 1x1 2\n  1,5 1x1 3\n"
	    "  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 2.行政处罚\n"
	    "  2,3 1x1 4\n  2,4 1x1 5\n  2,5 1x1 6\n");
	check("a label that ends right before the figures is one",
	    P W(110, 100, 145, 112, "1.很长") W(150, 100, 156, 112, "1")
	    W(210, 100, 216, 112, "2") W(270, 100, 276, 112, "3")
	    ROW(120, 132, "2.行政处罚", "4", "5", "6"), "",
	    "T 1 2x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.很长\n  0,3 1x1 1\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 4\n  1,4 1x1 5\n"
	    "  1,5 1x1 6\n");
	check("a figure under the edge of its column is of no other",
	    P W(40, 100, 110, 112, "1.行政许可") W(150, 100, 200, 112, "12345678")
	    W(210, 100, 216, 112, "2") W(270, 100, 276, 112, "3")
	    W(40, 120, 110, 132, "2.行政处罚") W(194, 120, 200, 132, "4")
	    W(270, 120, 276, 132, "6"), "",
	    "T 1 2x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 12345678\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 4\n  1,4 1x1 \n"
	    "  1,5 1x1 6\n");
	check("where figures are in doubt, no row is said to be blank",
	    P ROW(100, 112, "1.行政许可", "12", "2", "3")
	    W(40, 120, 110, 132, "2.行政处罚")
	    ROW(140, 152, "3.行政强制", "12", "2", "3")
	    W(40, 153, 110, 165, "其他事项") W(150, 153, 156, 165, "4")
	    W(210, 153, 216, 165, "5") W(40, 166, 110, 178, "和处罚")
	    W(150, 166, 156, 178, "7") W(210, 166, 216, 178, "8")
	    W(270, 166, 276, 178, "9"), "",
	    "T 1 3x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 12\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  2,0 1x1 \n  2,1 1x1 \n"
	    "  2,2 1x1 3.行政强制其他事项和处罚\n"
	    "  2,3 1x3 12\\n2\\n3\\n4\\n5\\n7\\n8\\n9\n");
}

int
main(void)
{
	test_glyphs();
	test_lines();
	test_parts();
	test_cells();
	return tap_done();
}
