/* Formulas of workbooks: what they speak of, and whether they were computed. */
#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/sheet.h"
#include "read/xls_formula.h"
#include "tests/tap.h"

static struct arena	*a;
static struct sheet	*s;
static struct err	 e;

/* "r,c-r,c" of each area, then what else is said of it. */
static const char *
said(const struct sheet_formula *f)
{
	struct buf	 b;

	buf_init(&b, a);
	for (size_t i = 0; i < f->narea; i++)
		buf_printf(&b, "%d,%d-%d,%d ", f->area[i].row,
		    f->area[i].col, f->area[i].last_row, f->area[i].last_col);
	buf_puts(&b, f->elsewhere ? "elsewhere " : "");
	buf_puts(&b, f->figure ? "figure " : "");
	buf_puts(&b, f->not_sum ? "" : "sum");
	return buf_text(&b).p;
}

static const char *
a1(const char *text, int rows, int cols)
{
	struct sheet_formula	 f;

	sheet_formula_a1(&f, str_of(text), rows, cols);
	return said(&f);
}

static const char *
r1c1(const char *text)
{
	struct sheet_formula	 f;

	sheet_formula_r1c1(&f, str_of(text), 8, 4);
	return said(&f);
}

static void
texts(void)
{
	CHECK_STR(a1("=SUM(B2:D2)", 0, 0), "1,1-1,3 sum");
	CHECK_STR(a1("=SUM(B2:$D$2,AA10)+C3", 2, 1),
	    "3,2-1,3 11,27-11,27 4,3-4,3 sum");
	CHECK_STR(a1("=12+0", 0, 0), "figure sum");
	CHECK_STR(a1("=0+0.0E5", 0, 0), "sum");
	CHECK_STR(a1("=B2-C2", 0, 0), "1,1-1,1 1,2-1,2 ");
	CHECK_STR(a1("=LOG10(B2)", 0, 0), "1,1-1,1 ");
	CHECK_STR(a1("=IF(B2=\"C9\",1,\"\")", 0, 0), "1,1-1,1 figure ");
	CHECK_STR(a1("=汇总!B2", 0, 0), "elsewhere sum");
	CHECK_STR(a1("=Sheet1!B2:C3+A1", 0, 0), "0,0-0,0 elsewhere sum");
	CHECK_STR(a1("='一 表'!$B$2:C3+A1", 0, 0), "0,0-0,0 elsewhere sum");
	CHECK_STR(a1("=SUM(B:B)", 0, 0), "elsewhere sum");
	CHECK_STR(a1("=SUM(B2:", 0, 0), "1,1-1,1 elsewhere ");
	CHECK_STR(a1("=合计", 0, 0), "elsewhere sum");
	CHECK_STR(a1("=A99999999999999999999", 0, 0), "elsewhere sum");
	CHECK_STR(r1c1("=SUM(RC[-3]:RC[-1])"), "8,1-8,3 sum");
	CHECK_STR(r1c1("=SUM(R[-7]C:R[-1]C)+R1C2"), "1,4-7,4 0,1-0,1 sum");
	CHECK_STR(r1c1("=RC[-2"), "elsewhere figure ");
	CHECK_STR(r1c1("=ROUND(R2C2,2)"), "1,1-1,1 figure ");
	CHECK_STR(r1c1("=Sheet1!R2C2"), "elsewhere sum");
}

static const char *
tokens(const char *bytes, size_t n)
{
	struct xls_formula	 x;
	struct buf		 b;

	xls_formula(&x, (struct bytes){ (const unsigned char *)bytes, n },
	    8, 4);
	buf_init(&b, a);
	buf_printf(&b, "%s%s%s", said(&x.f), x.is_text ? " text" : "",
	    x.shared ? " shared" : "");
	return buf_text(&b).p;
}
#define TOKENS(lit)	tokens((lit), sizeof(lit) - 1)

static void
binary(void)
{
	/* =SUM(B2:D2), by the function and by the attribute */
	CHECK_STR(TOKENS("\x25\1\0\1\0\1\xC0\3\xC0\x22\1\4\0"),
	    "1,1-1,3 sum");
	CHECK_STR(TOKENS("\x25\1\0\1\0\1\xC0\3\xC0\x19\x10\0\0"),
	    "1,1-1,3 sum");
	CHECK_STR(TOKENS("\x1E\14\0\x1E\0\0\3"), "figure sum");
	CHECK_STR(TOKENS("\x1E\0\0\x1E\0\0\3"), "sum");
	CHECK_STR(TOKENS("\x44\1\0\1\xC0\x44\1\0\2\xC0\4"),
	    "1,1-1,1 1,2-1,2 ");
	/* In the cell at 8,4: the row of it, three columns to the left. */
	CHECK_STR(TOKENS("\x2D\0\0\0\0\xFD\xC0\xFF\xC0\x19\x10\0\0"),
	    "8,1-8,3 sum");
	CHECK_STR(TOKENS("\x2C\xFF\xFF\2\x80\x2C\1\0\2\0\3"),
	    "7,2-7,2 1,2-1,2 sum");
	/* A place alone, a text, IF() and another sheet may be blank. */
	CHECK_STR(TOKENS("\x24\1\0\1\xC0"), "1,1-1,1 sum text");
	CHECK_STR(TOKENS("\x17\0\0\x24\1\0\1\xC0\10"), "1,1-1,1  text");
	CHECK_STR(TOKENS("\x1D\1\x19\2\3\0\x24\1\0\1\xC0\x22\2\1\0"),
	    "1,1-1,1  text");
	CHECK_STR(TOKENS("\x3A\0\0\1\0\1\xC0\x1E\0\0\3"),
	    "elsewhere sum text");
	CHECK_STR(TOKENS("\1\2\0\3\0"), "elsewhere  text shared");
	CHECK_STR(TOKENS(""), "elsewhere sum text");
	CHECK_STR(TOKENS("\x7F\x24\1\0\1\xC0"), "elsewhere  text");
	CHECK_STR(TOKENS("\x25\1"), "0,0-0,0 sum text");
}

static void
put(int row, int col, const char *text)
{
	if (text[0] >= '0' && text[0] <= '9')
		CHECK(sheet_put_number(s, row, col, str_of(text), &e) == 0);
	else
		CHECK(sheet_put(s, row, col, str_of(text), &e) == 0);
}

static void
formula(int row, int col, const char *text, const char *result)
{
	struct sheet_formula	 f;

	put(row, col, result);
	sheet_formula_a1(&f, str_of(text), 0, 0);
	CHECK(sheet_put_formula(s, row, col, &f, &e) == 0);
}

/* The one row that was put, its cells behind each other. */
static const char *
row(void)
{
	struct doc	*d = doc_new(a);
	struct buf	 b, all;
	struct str	 rest, line;

	buf_init(&b, a);
	buf_init(&all, a);
	CHECK(sheet_end(s, d, &e) == 0);
	doc_dump(d, &b);
	rest = buf_text(&b);
	str_line(&rest, &line);
	while (str_line(&rest, &line))
		buf_printf(&all, "%.*s|", STR_ARG(str_from(line,
		    str_find(line, STR("x1 "), 0) + 3)));
	s = sheet_new(a, doc_new(a), &e);
	return buf_text(&all).p;
}

static void
sums(void)
{
	put(0, 0, "甲");
	put(0, 1, "3");
	put(0, 2, "4");
	formula(0, 3, "=SUM(B1:C1)", "0");
	formula(0, 4, "=D1+0", "0");
	formula(0, 5, "=A1", "");
	CHECK_STR(row(), "甲|3|4|=SUM(B1:C1)|=D1+0|");
	/* In a place of its own, and a chain against the order of cells. */
	put(0, 0, "甲");
	formula(0, 1, "=C1", "0");
	formula(0, 2, "=D1", "0");
	formula(0, 3, "=7+0", "0");
	CHECK_STR(row(), "甲|=C1|=D1|=7+0|");
	/* What adds nothing is 0, whoever says so. */
	put(0, 0, "甲");
	put(0, 1, "0");
	formula(0, 2, "=SUM(B1:B1)", "0");
	formula(0, 3, "=B1*7", "0");
	formula(0, 4, "=SUM(A1:C1)", "0");
	CHECK_STR(row(), "甲|0|0|0|0|");
	put(0, 0, "甲");
	formula(0, 1, "=汇总!B2", "0");
	CHECK_STR(row(), "甲|=汇总!B2|");
}

static void
others(void)
{
	/* Where another was computed, a difference may be 0, no sum. */
	put(0, 0, "甲");
	put(0, 1, "3");
	formula(0, 2, "=B1", "3");
	formula(0, 3, "=B1-C1", "0");
	formula(0, 4, "=B1+C1", "0");
	formula(0, 5, "=汇总!B2", "0");
	CHECK_STR(row(), "甲|3|3|0|=B1+C1|0|");
	put(0, 0, "甲");
	put(0, 1, "3");
	formula(0, 2, "=B1-3", "0");
	CHECK_STR(row(), "甲|3|=B1-3|");
	/* A zero that the sheet does not show is one that was computed. */
	put(0, 0, "甲");
	put(0, 1, "3");
	formula(0, 2, "=SUM(B1)", "0");
	sheet_hide_zeros(s);
	CHECK_STR(row(), "甲|3|=SUM(B1)|");
}

int
main(void)
{
	a = arena_new();
	s = sheet_new(a, doc_new(a), &e);
	texts();
	binary();
	sums();
	others();
	arena_free(a);
	return tap_done();
}
