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

#define TIGHT(word) P ROW(100, 112, "1.行政许可", "1", "2", "3") \
	W(40, 130, 110, 142, "2.行政处罚") W(150, 130, 163.5, 142, "14") \
	W(210, 130, 216, 142, "5") W(270, 130, 276, 142, "6") \
	W(40, 180, 64, 192, "说明") W(70, 180, 84, 192, word)
#define TIGHT_G(x) G(40, 110) G(54, 110) G(68, 110) G(82, 110) G(96, 110) \
	G(150, 110) G(210, 110) G(270, 110) \
	G(40, 140) G(54, 140) G(68, 140) G(82, 140) G(96, 140) \
	G(150, 140) G(157.5, 140) G(210, 140) G(270, 140) \
	G(40, 190) G(52, 190) G(70, 190) G(x, 190)

static void
test_narrow(void)
{
	check("a gap that digits elsewhere do not have",
	    TIGHT("11"), TIGHT_G(76),
	    "T 1 2x7 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 \n"
	    "  0,5 1x1 2\n  0,6 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 1\n  1,4 1x1 4\n"
	    "  1,5 1x1 5\n  1,6 1x1 6\nP 3 说明11\n");
	check("and one that they have",
	    TIGHT("11"), TIGHT_G(78),
	    "T 1 2x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n"
	    "  0,4 1x1 2\n  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 14\n"
	    "  1,4 1x1 5\n  1,5 1x1 6\nP 3 说明11\n");
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
test_walls(void)
{
	check("two lines of a cell far apart, and a word over the edge",
	    P W(140, 110, 165, 122, "429") W(140, 145, 148, 157, "8")
	    W(110, 180, 120, 190, "1") W(160, 180, 186, 190, "2345"),
	    H(100, 100, 170) H(170, 100, 170) H(200, 100, 170)
	    V(100, 100, 200) V(170, 100, 200) V(150, 170, 200),
	    "T 1 2x2 exact\n  0,0 1x2 429\\n8\n  1,0 1x1 1\n"
	    "  1,1 1x1 2345\n");
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

/* Five lines of a long word and a short one, in a table or not. */
#define RULES V(305, 35, 200) V(285, 35, 200) V(265, 35, 200) V(245, 35, 200) \
	V(225, 35, 200) V(205, 35, 200) H(35, 205, 305) \
	H(140, 205, 305) H(200, 205, 305)

static void
test_turned(void)
{
	check("a page on its right side, with a table",
	    P W(288, 40, 300, 112, "一二三四五六")
	    W(288, 150, 300, 162, "甲") W(268, 40, 280, 112, "二二三四五六")
	    W(268, 150, 280, 162, "甲") W(248, 40, 260, 112, "三二三四五六")
	    W(248, 150, 260, 162, "甲") W(228, 40, 240, 112, "四二三四五六")
	    W(228, 150, 240, 162, "甲") W(208, 40, 220, 112, "五二三四五六")
	    W(208, 150, 220, 162, "甲"), RULES,
	    "T 1 5x2 exact\n  0,0 1x1 一二三四五六\n  0,1 1x1 甲\n"
	    "  1,0 1x1 二二三四五六\n  1,1 1x1 甲\n"
	    "  2,0 1x1 三二三四五六\n  2,1 1x1 甲\n"
	    "  3,0 1x1 四二三四五六\n  3,1 1x1 甲\n"
	    "  4,0 1x1 五二三四五六\n  4,1 1x1 甲\n");
	check("a page on its left side",
	    P W(100, 488, 112, 560, "一二三四五六")
	    W(100, 438, 112, 450, "甲") W(120, 488, 132, 560, "二二三四五六")
	    W(120, 438, 132, 450, "甲") W(140, 488, 152, 560, "三二三四五六")
	    W(140, 438, 152, 450, "甲") W(160, 488, 172, 560, "四二三四五六")
	    W(160, 438, 172, 450, "甲") W(180, 488, 192, 560, "五二三四五六")
	    W(180, 438, 192, 450, "甲"), "",
	    "P 1 一二三四五六 甲\nP 2 二二三四五六 甲\nP 3 三二三四五六 甲\n"
	    "P 4 四二三四五六 甲\nP 5 五二三四五六 甲\n");
	check("a page on its head",
	    P W(288, 488, 360, 500, "一二三四五六")
	    W(238, 488, 250, 500, "甲") W(288, 468, 360, 480, "二二三四五六")
	    W(238, 468, 250, 480, "甲") W(288, 448, 360, 460, "三二三四五六")
	    W(238, 448, 250, 460, "甲") W(288, 428, 360, 440, "四二三四五六")
	    W(238, 428, 250, 440, "甲") W(288, 408, 360, 420, "五二三四五六")
	    W(238, 408, 250, 420, "甲"), "",
	    "P 1 一二三四五六 甲\nP 2 二二三四五六 甲\nP 3 三二三四五六 甲\n"
	    "P 4 四二三四五六 甲\nP 5 五二三四五六 甲\n");
	check("a page that was laid askew under a scanner",
	    P W(40, 100.8, 112, 114.24, "一二三四五六")
	    W(150, 103, 162, 115.24, "甲")
	    W(340, 106.8, 352, 119.04, "乙")
	    W(40, 113.8, 112, 127.24, "二二三四五六")
	    W(150, 116, 162, 128.24, "甲")
	    W(340, 119.8, 352, 132.04, "乙")
	    W(40, 126.8, 112, 140.24, "三二三四五六")
	    W(150, 129, 162, 141.24, "甲")
	    W(340, 132.8, 352, 145.04, "乙")
	    W(40, 139.8, 112, 153.24, "四二三四五六")
	    W(150, 142, 162, 154.24, "甲")
	    W(340, 145.8, 352, 158.04, "乙")
	    W(40, 152.8, 112, 166.24, "五二三四五六")
	    W(150, 155, 162, 167.24, "甲")
	    W(340, 158.8, 352, 171.04, "乙"), "",
	    "P 1 一二三四五六 甲 乙二二三四五六 甲 乙"
	    "三二三四五六 甲 乙四二三四五六 甲 乙"
	    "五二三四五六 甲 乙\n");
}

/* Glyphs where the words of a ROW begin, and some that are pale. */
#define GLYPHS(y) G(40, y) G(150, y) G(210, y) G(270, y)
#define PALE "<g style=\"fill:rgb(80%,80%,80%);fill-opacity:1;\">"
#define SEAL "<g style=\"fill:rgb(90%,10%,10%);fill-opacity:1;\">"
#define THIN "<g style=\"fill:rgb(0%,0%,0%);fill-opacity:0.2;\">"

static void
test_watermarks(void)
{
	check("digits of a line that goes up over a table",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(170, 98, 176, 108, "7") W(230, 86, 236, 98, "8")
	    W(290, 74, 296, 88, "9"),
	    GLYPHS(110) "<g>" G(170, 108) G(230, 98) G(290, 88) "</g>",
	    "T 1 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\n");
	check("pale words, the same on all pages",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(240, 100, 246, 112, "7") "</page>"
	    P ROW(100, 112, "2.行政处罚", "4", "5", "6")
	    W(240, 100, 246, 112, "7"),
	    "<page>" GLYPHS(110) PALE G(240, 110) "</g>" PAGE
	    GLYPHS(110) THIN G(240, 110) "</g></page>",
	    "T 1 2x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 4\n  1,4 1x1 5\n"
	    "  1,5 1x1 6\n");
	check("a seal upon figures",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(148, 104, 160, 120, "县") W(250, 90, 262, 106, "印"),
	    GLYPHS(110) SEAL G(149, 118) G(251, 104) "</g>",
	    "T 1 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\n");
	check("red words that stand upon nothing",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(40, 130, 90, 142, "说明"),
	    GLYPHS(110) SEAL G(40, 140) "</g>",
	    "T 1 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\nP 2 说明\n");
	check("red figures upon others are figures",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3")
	    W(205, 100, 215, 112, "7"),
	    GLYPHS(110) SEAL G(205, 110) "</g>",
	    "T 1 1x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 7\\n2\n"
	    "  0,5 1x1 3\n");
	check("pale figures on one page are figures",
	    P ROW(100, 112, "1.行政许可", "1", "2", "3") "</page>"
	    P ROW(100, 112, "2.行政处罚", "4", "5", "6"),
	    "<page>" GLYPHS(110) PAGE PALE GLYPHS(110) "</g></page>",
	    "T 1 2x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 2\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 4\n  1,4 1x1 5\n"
	    "  1,5 1x1 6\n");
}

/* Four long lines, at x0. */
#define LONG_LINES(x0, x1, a) W(x0, 40, x1, 52, a "一二三四五六七八九") \
	W(x0, 80, x1, 92, a "二二三四五六七八九") \
	W(x0, 120, x1, 132, a "三二三四五六七八九") \
	W(x0, 160, x1, 172, a "四二三四五六七八九")
#define SHEET "<page width=\"800\" height=\"400\">\n"

static void
test_halves(void)
{
	check("two pages beside each other on a sheet",
	    SHEET LONG_LINES(40, 160, "左") LONG_LINES(440, 560, "右"), "",
	    "P 1 左一二三四五六七八九\nP 2 左二二三四五六七八九\n"
	    "P 3 左三二三四五六七八九\nP 4 左四二三四五六七八九\n"
	    "P 5 右一二三四五六七八九\nP 6 右二二三四五六七八九\n"
	    "P 7 右三二三四五六七八九\nP 8 右四二三四五六七八九\n");
	check("a wide page with a line through its middle",
	    SHEET LONG_LINES(40, 160, "左") LONG_LINES(440, 560, "右")
	    W(340, 20, 460, 32, "标题"), "",
	    "P 1 标题\nP 2 左一二三四五六七八九 右一二三四五六七八九\n"
	    "P 3 左二二三四五六七八九 右二二三四五六七八九\n"
	    "P 4 左三二三四五六七八九 右三二三四五六七八九\n"
	    "P 5 左四二三四五六七八九 右四二三四五六七八九\n");
}

/* What a narrow column breaks stands above and below the rest of a row. */
static void
test_broken(void)
{
	check("a figure half above its row and half below",
	    P ROW(100, 112, "1.行政许可", "1", "20", "3")
	    W(210, 123, 216, 135, "1")
	    W(40, 130, 110, 142, "2.行政处罚") W(150, 130, 156, 142, "4")
	    W(270, 130, 276, 142, "6") W(210, 134, 216, 146, "9")
	    ROW(160, 172, "3.行政强制", "5", "8", "7"), "",
	    "T 1 3x6 padded\n  0,0 1x1 \n  0,1 1x1 \n  0,2 1x1 1.行政许可\n"
	    "  0,3 1x1 1\n  0,4 1x1 20\n  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 4\n  1,4 1x1 1\\n9\n  1,5 1x1 6\n"
	    "  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 3.行政强制\n  2,3 1x1 5\n"
	    "  2,4 1x1 8\n  2,5 1x1 7\n");
	check("a figure above a row that has none there",
	    P ROW(100, 112, "1.行政许可", "1", "20", "3")
	    W(210, 120, 216, 132, "1")
	    W(40, 134, 110, 146, "2.行政处罚") W(150, 134, 156, 146, "4")
	    W(270, 134, 276, 146, "6")
	    ROW(160, 172, "3.行政强制", "5", "8", "7"), "",
	    "T 1 4x6 padded\n  0,0 1x1 \n  0,1 1x1 \n  0,2 1x1 1.行政许可\n"
	    "  0,3 1x1 1\n  0,4 1x1 20\n  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 \n  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 2.行政处罚\n"
	    "  2,3 1x3 4\\n6\n  3,0 1x1 \n  3,1 1x1 \n  3,2 1x1 3.行政强制\n"
	    "  3,3 1x1 5\n  3,4 1x1 8\n  3,5 1x1 7\nP 2 1\n");
	check("figures below a row that has none there",
	    P ROW(100, 112, "1.行政许可", "1", "20", "3")
	    W(40, 130, 110, 142, "2.行政处罚") W(150, 130, 156, 142, "4")
	    W(210, 155, 216, 167, "9") W(270, 155, 276, 167, "6")
	    ROW(190, 202, "3.行政强制", "5", "8", "7"), "",
	    "T 1 4x6 padded\n  0,0 1x1 \n  0,1 1x1 \n  0,2 1x1 1.行政许可\n"
	    "  0,3 1x1 1\n  0,4 1x1 20\n  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 \n"
	    "  2,3 1x3 9\\n6\n  3,0 1x1 \n  3,1 1x1 \n  3,2 1x1 3.行政强制\n"
	    "  3,3 1x1 5\n  3,4 1x1 8\n  3,5 1x1 7\nP 2 4\n");
	check("figures as far from one label as from another",
	    P ROW(100, 112, "1.行政许可", "1", "20", "3")
	    W(40, 130, 110, 142, "2.行政处罚")
	    W(150, 155, 156, 167, "4") W(210, 155, 216, 167, "9")
	    W(270, 155, 276, 167, "6")
	    W(40, 180, 110, 192, "3.行政强制")
	    ROW(210, 222, "4.行政征收", "5", "8", "7"), "",
	    "T 1 5x6 padded\n  0,0 1x1 \n  0,1 1x1 \n  0,2 1x1 1.行政许可\n"
	    "  0,3 1x1 1\n  0,4 1x1 20\n  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 \n"
	    "  2,3 1x3 4\\n9\\n6\n  3,0 1x1 \n  3,1 1x1 \n"
	    "  3,2 1x1 3.行政强制\n  4,0 1x1 \n  4,1 1x1 \n"
	    "  4,2 1x1 4.行政征收\n  4,3 1x1 5\n  4,4 1x1 8\n  4,5 1x1 7\n");
}

static void
test_garbled(void)
{
	struct arena	*a = arena_new();
	struct pdf	*good = pdf_new(a), *bad = pdf_new(a);
	struct err	 e;

	CHECK(pdf_words(good, str_of(P W(40, 100, 110, 112, "政务公开")
	    W(120, 100, 150, 112, "café")), &e) == 0);
	CHECK(!pdf_is_garbled(good));
	CHECK(pdf_words(bad, str_of(P W(40, 100, 110, 112, "政ó|开信息")
	    W(120, 100, 150, 112, "第Ð十条第ÿ一Ā项")), &e) == 0);
	CHECK(pdf_is_garbled(bad));
	arena_free(a);
}

int
main(void)
{
	test_turned();
	test_watermarks();
	test_halves();
	test_garbled();
	test_glyphs();
	test_narrow();
	test_lines();
	test_walls();
	test_parts();
	test_cells();
	test_broken();
	return tap_done();
}
