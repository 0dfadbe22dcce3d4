/* From cells to paragraphs and tables. */
#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/sheet.h"
#include "tests/tap.h"

static struct arena	*a;
static struct sheet	*s;
static struct err	 e;

static void
next_sheet(void)
{
	s = sheet_new(a, doc_new(a), &e);
}

static void
put(int row, int col, const char *text)
{
	CHECK(sheet_put(s, row, col, str_of(text), &e) == 0);
}

static void
merge(int row, int col, int last_row, int last_col)
{
	CHECK(sheet_merge(s, row, col, last_row, last_col, &e) == 0);
}

static const char *
dump(void)
{
	struct doc	*d = doc_new(a);
	struct buf	 b;

	buf_init(&b, a);
	CHECK(sheet_end(s, d, &e) == 0);
	doc_dump(d, &b);
	next_sheet();
	return buf_text(&b).p;
}

/* A title and headings over the width of tables that follow at once. */
static void
report(void)
{
	put(0, 0, "某局2023年报告");
	merge(0, 0, 0, 16383);
	put(2, 0, "二、主动公开");
	merge(2, 0, 2, 2);
	put(3, 0, "第一项");
	merge(3, 0, 3, 2);
	put(4, 0, "内容");
	put(4, 1, "制发");
	put(4, 2, "废止");
	put(5, 0, "规章");
	put(5, 1, "0");
	put(5, 2, "3");
	put(6, 0, "第五项");
	merge(6, 0, 6, 2);
	put(7, 0, "许可");
	put(7, 1, "17");
	merge(7, 1, 7, 2);
	put(7, 2, "under");
	put(8, 0, "三、收到申请");
	merge(8, 0, 8, 2);
	put(9, 0, "一、新收");
	merge(9, 0, 10, 0);
	put(9, 1, "自然人");
	put(9, 2, "1");
	put(10, 1, "法人");
	put(10, 2, "");
	put(11, 0, "四、结转");
	put(11, 1, "");
	put(11, 2, "");
	put(13, 0, "附");
	merge(13, 0, 13, 2);
	put(14, 0, "名称");
	put(14, 1, "数量");
	put(16, 0, "四、问题");
	put(17, 0, "没有。");
	CHECK_STR(dump(),
	    "P 1 某局2023年报告\n"
	    "P 3 二、主动公开\n"
	    "P 4 第一项\n"
	    "T 5 4x3 exact\n"
	    "  0,0 1x1 内容\n"
	    "  0,1 1x1 制发\n"
	    "  0,2 1x1 废止\n"
	    "  1,0 1x1 规章\n"
	    "  1,1 1x1 0\n"
	    "  1,2 1x1 3\n"
	    "  2,0 1x3 第五项\n"
	    "  3,0 1x1 许可\n"
	    "  3,1 1x2 17\n"
	    "P 9 三、收到申请\n"
	    "T 10 3x3 exact\n"
	    "  0,0 2x1 一、新收\n"
	    "  0,1 1x1 自然人\n"
	    "  0,2 1x1 1\n"
	    "  1,1 1x1 法人\n"
	    "  1,2 1x1 \n"
	    "  2,0 1x1 四、结转\n"
	    "  2,1 1x1 \n"
	    "  2,2 1x1 \n"
	    "P 14 附\n"
	    "T 15 1x2 exact\n"
	    "  0,0 1x1 名称\n"
	    "  0,1 1x1 数量\n"
	    "P 17 四、问题\n"
	    "P 18 没有。\n");
}

/* Without merged cells: a label row of a table is not a heading. */
static void
plain(void)
{
	put(0, 0, "三、收到");
	put(1, 0, "项目");
	put(1, 1, "数量");
	put(2, 0, "三、结果");
	put(3, 0, "（一）公开");
	put(3, 1, "5");
	put(4, 0, "四、复议");
	put(5, 0, "维持");
	put(5, 1, "纠正");
	CHECK_STR(dump(),
	    "P 1 三、收到\n"
	    "T 2 3x2 exact\n"
	    "  0,0 1x1 项目\n"
	    "  0,1 1x1 数量\n"
	    "  1,0 1x1 三、结果\n"
	    "  1,1 1x1 \n"
	    "  2,0 1x1 （一）公开\n"
	    "  2,1 1x1 5\n"
	    "P 5 四、复议\n"
	    "T 6 1x2 exact\n"
	    "  0,0 1x1 维持\n"
	    "  0,1 1x1 纠正\n");
}

/* Rows and columns that do not show, and cells that reach out of them. */
static void
hidden(void)
{
	struct doc	*d = doc_new(a);
	struct buf	 b;

	put(0, 0, "内容");
	put(0, 1, "99");
	put(0, 2, "数量");
	put(1, 0, "规章");
	merge(1, 0, 3, 0);
	put(1, 2, "99");
	put(2, 1, "甲");
	merge(2, 1, 2, 2);
	put(3, 2, "3");
	put(4, 2, "99");
	CHECK(sheet_hide_rows(s, 4, 9, &e) == 0);
	CHECK(sheet_hide_rows(s, 1, 1, &e) == 0);
	CHECK(sheet_hide_columns(s, 1, 1, &e) == 0);
	CHECK(sheet_end(s, d, &e) == 0);
	buf_init(&b, a);
	doc_dump(d, &b);
	CHECK_STR(buf_text(&b).p,
	    "T 1 3x2 exact\n"
	    "  0,0 1x1 内容\n"
	    "  0,1 1x1 数量\n"
	    "  1,0 2x1 规章\n"
	    "  1,1 1x1 甲\n"
	    "  2,1 1x1 3\n");
	CHECK(d->notes.n == 1 && d->notes.first->id == NOTE_HIDDEN &&
	    d->notes.first->line == 1);
	CHECK(str_eq(d->notes.first->detail, STR("3 in rows or columns")));
	next_sheet();

	put(0, 0, "甲");
	CHECK(sheet_hide_rows(s, 0, 5, &e) == 0);
	CHECK_STR(dump(), "");

	d = doc_new(a);
	put(0, 0, "甲");
	sheet_end_hidden(s, d);
	CHECK(d->notes.n == 0);
	put(0, 1, "1");
	sheet_end_hidden(s, d);
	CHECK(d->notes.n == 1 && d->nblock == 0);
	next_sheet();
}

/* Zeros that a sheet does not show are none; text is text. */
static void
zeros(void)
{
	put(0, 0, "规章");
	put(0, 1, "0");
	sheet_hide_zeros(s);
	CHECK(sheet_put_number(s, 0, 2, STR("0"), &e) == 0);
	CHECK(sheet_put_number(s, 1, 2, STR("0件"), &e) == 0);
	CHECK(sheet_put_number(s, 1, 1, STR("10"), &e) == 0);
	put(1, 0, "文件");
	CHECK(sheet_put_number(s, 1, 3, STR("0.5"), &e) == 0);
	CHECK_STR(dump(),
	    "T 1 2x3 exact\n"
	    "  0,0 1x1 规章\n"
	    "  0,1 1x1 0\n"
	    "  0,2 1x1 \n"
	    "  1,0 1x1 文件\n"
	    "  1,1 1x1 10\n"
	    "  1,2 1x1 0.5\n");
}

/* The order of arrival, doubles, and the far corner do not matter. */
static void
odd(void)
{
	put(1048575, 16383, "d");
	put(1048575, 5, "c");
	put(7, 5, "x");
	put(7, 16383, "b");
	put(7, 5, "a");
	put(-1, 0, "no");
	merge(5, 5, 3, 3);
	merge(-1, 0, 3, 3);
	CHECK_STR(dump(),
	    "T 8 2x2 exact\n"
	    "  0,0 1x1 a\n"
	    "  0,1 1x1 b\n"
	    "  1,0 1x1 c\n"
	    "  1,1 1x1 d\n");
	CHECK_STR(dump(), "");
	put(0, 0, " ");
	CHECK_STR(dump(), "");
}

static void
hostile(void)
{
	struct doc	*d = doc_new(a);
	int		 bad = 0;

	for (int i = 0; i < LIMIT_COLUMNS + 1; i++)
		bad += sheet_put(s, 0, i, STR("x"), &e) < 0;
	CHECK(bad == 0);
	CHECK(sheet_end(s, d, &e) < 0 && e.code == ERR_LIMIT);
	next_sheet();
	for (int i = 0; i < 1100; i++) {
		bad += sheet_put(s, i, 0, STR("x"), &e) < 0;
		bad += sheet_merge(s, 0, 0, 65535, 255, &e) < 0;
	}
	CHECK(bad == 0);
	CHECK(sheet_end(s, d, &e) < 0 && e.code == ERR_LIMIT);
	next_sheet();
	while (bad == 0 && sheet_put(s, 0, 0, STR("x"), &e) == 0)
		continue;
	CHECK(e.code == ERR_LIMIT);
}

/* As many as a workbook may have, hidden ones included, and one more. */
static void
sheets(void)
{
	struct doc	*d = doc_new(a);
	int		 n = 0;

	e = (struct err){ ERR_NONE, "" };
	while (sheet_new(a, d, &e) != NULL)
		n++;
	CHECK(n == LIMIT_SHEETS && e.code == ERR_LIMIT);
}

int
main(void)
{
	a = arena_new();
	next_sheet();
	report();
	plain();
	hidden();
	zeros();
	odd();
	hostile();
	sheets();
	arena_free(a);
	return tap_done();
}
