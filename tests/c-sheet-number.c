/* Numbers of workbooks as text. */
#include <config.h>

#include <locale.h>
#include <math.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/sheet_number.h"
#include "read/sheet_show.h"
#include "tests/tap.h"

static struct buf	 b;

static const char *
text(double v, enum sheet_format f)
{
	buf_clear(&b);
	sheet_number(&b, v, f, false);
	return buf_text(&b).p;
}

static void
figures(void)
{
	CHECK_STR(text(0, SHEET_PLAIN), "0");
	CHECK_STR(text(-0.0, SHEET_PLAIN), "0");
	CHECK_STR(text(17726, SHEET_PLAIN), "17726");
	CHECK_STR(text(-3, SHEET_PLAIN), "-3");
	CHECK_STR(text(160.5964, SHEET_PLAIN), "160.5964");
	CHECK_STR(text(0.1 + 0.2, SHEET_PLAIN), "0.3");
	CHECK_STR(text(-0.05, SHEET_PLAIN), "-0.05");
	CHECK_STR(text(0.00012, SHEET_PLAIN), "0.00012");
	CHECK_STR(text(123456789012345, SHEET_PLAIN), "123456789012345");
	CHECK_STR(text(12345678.9012345, SHEET_PLAIN), "12345678.9012345");
	CHECK_STR(text(1e20, SHEET_PLAIN), "100000000000000000000");
	CHECK_STR(text(9.99999999999999999e15, SHEET_PLAIN),
	    "10000000000000000");
	CHECK_STR(text(NAN, SHEET_PLAIN), "#NUM!");
	CHECK_STR(text(INFINITY, SHEET_DATE), "#NUM!");
	CHECK_STR(text(0.5587, SHEET_PERCENT), "55.87%");
}

static void
dates(void)
{
	CHECK_STR(text(1, SHEET_DATE), "1900-01-01");
	CHECK_STR(text(59, SHEET_DATE), "1900-02-28");
	CHECK_STR(text(61, SHEET_DATE), "1900-03-01");
	CHECK_STR(text(45306.75, SHEET_DATE), "2024-01-15");
	CHECK_STR(text(45351, SHEET_DATE), "2024-02-29");
	CHECK_STR(text(45306.75, SHEET_TIME), "18:00:00");
	buf_clear(&b);
	sheet_number(&b, 43844, SHEET_DATE, true);
	CHECK_STR(buf_text(&b).p, "2024-01-15");
}

static void
formats(void)
{
	CHECK(sheet_format_builtin(0) == SHEET_PLAIN);
	CHECK(sheet_format_builtin(9) == SHEET_PERCENT);
	CHECK(sheet_format_builtin(14) == SHEET_DATE);
	CHECK(sheet_format_builtin(20) == SHEET_TIME);
	CHECK(sheet_format_code(STR("General")) == SHEET_PLAIN);
	CHECK(sheet_format_code(STR("#,##0.00_);[Red](#,##0.00)")) ==
	    SHEET_PLAIN);
	CHECK(sheet_format_code(STR("0\"days\"")) == SHEET_PLAIN);
	CHECK(sheet_format_code(STR("[$-804]yyyy\"年\"m\"月\"")) ==
	    SHEET_DATE);
	CHECK(sheet_format_code(STR("0.00%")) == SHEET_PERCENT);
	CHECK(sheet_format_code(STR("h:mm:ss")) == SHEET_TIME);
	CHECK(sheet_format_code(STR("0;yyyy")) == SHEET_PLAIN);
	CHECK(sheet_format_code(STR("\"open")) == SHEET_PLAIN);
}

static const char *
shown(const char *number, const char *code)
{
	buf_clear(&b);
	sheet_show(&b, str_of(number), str_of(code));
	return buf_text(&b).n == 0 ? "" : buf_text(&b).p;
}

/* What cells show beside a number, or instead of it. */
static void
shows(void)
{
	CHECK_STR(shown("12.5", ""), "12.5");
	CHECK_STR(shown("12.5", "General"), "12.5");
	CHECK_STR(shown("309.0263", "#,##0.00_);[Red](#,##0.00)"), "309.0263");
	CHECK_STR(shown("12", "0\"件\""), "12件");
	CHECK_STR(shown("12", "G/通用格式\"件\""), "12件");
	CHECK_STR(shown("251000", "#,##0.00元"), "251000元");
	CHECK_STR(shown("251000", "[$¥-804]#,##0.00"), "¥251000");
	CHECK_STR(shown("12", "\\约0"), "约12");
	CHECK_STR(shown("-12", "0;-0"), "-12");
	CHECK_STR(shown("-12", "0_);(0)"), "(12)");
	CHECK_STR(shown("-12", "0"), "-12");
	CHECK_STR(shown("0", "0;-0;;@"), "");
	CHECK_STR(shown("12", "0;-0;;@"), "12");
	CHECK_STR(shown("12", ";;;"), "");
	CHECK_STR(shown("0", "#,###"), "");
	CHECK_STR(shown("0", "#,##0"), "0");
	CHECK_STR(shown("0", "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"??_ ;_ @_ "),
	    "-");
	CHECK_STR(shown("0", sheet_show_builtin(41).p), "-");
	CHECK_STR(shown("7", sheet_show_builtin(41).p), "7");
	CHECK_STR(shown("0", "0;0;\"无\""), "无");
	/* What it would take arithmetic to show is marked and no figure. */
	CHECK_STR(shown("123456", "0!.0,"), "123456 (0!.0,)?");
	CHECK_STR(shown("123456", "0.0,"), "123456 (0.0,)?");
	CHECK_STR(shown("123456", "#,##0,,"), "123456 (#,##0,,)?");
	CHECK_STR(shown("12", "0\"00\""), "12 (0\"00\")?");
	CHECK_STR(shown("1234567", "000-0000"), "1234567 (000-0000)?");
	/* Conditions are not for numbers above, below and equal to 0. */
	CHECK_STR(shown("-2", "[=0]\"\";General"), "-2");
	CHECK_STR(shown("-2", "0;[>=10000]0!.0,"), "-2");
	CHECK_STR(shown("12345", "[>=10000]0!.0,;0"), "12345");
	/* And what is not looked at stays. */
	CHECK_STR(shown("0.5", "0%"), "0.5");
	CHECK_STR(shown("0.5", "# ?/?"), "0.5");
	CHECK_STR(shown("0", "[>5]0;\"少\""), "0");
	CHECK_STR(shown("0", "[DBNum1]0"), "0");
	CHECK_STR(shown("12", "\""), "");
	CHECK_STR(shown("12", "0["), "12");
	CHECK_STR(shown("12", "0\\"), "12");
}

int
main(void)
{
	struct arena	*a = arena_new();

	buf_init(&b, a);
	figures();
	dates();
	formats();
	shows();
	/* A decimal comma of the locale must not get into a figure. */
	if (setlocale(LC_ALL, "de_DE.UTF-8") != NULL)
		CHECK_STR(text(1.5, SHEET_PLAIN), "1.5");
	arena_free(a);
	return tap_done();
}
