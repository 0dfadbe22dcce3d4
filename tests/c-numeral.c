/* Numbers in running text. */
#include <config.h>

#include "base/str.h"
#include "form/number.h"
#include "tests/tap.h"

/* "value/bytes", or "-" when there is no number. */
static const char *
read(const char *text)
{
	static char	 out[64];
	char		 num[DEC_MAX];
	struct dec	 d;
	size_t		 n;

	if (!number_in_text(str_of(text), &d, &n))
		return "-";
	snprintf(out, sizeof(out), "%s/%zu", dec_print(d, num), n);
	return out;
}

int
main(void)
{
	CHECK_STR(read("3件"), "3/1");
	CHECK_STR(read("4,150余条"), "4150/5");
	CHECK_STR(read("4，150条"), "4150/7");
	CHECK_STR(read("1,234,567"), "1234567/9");
	CHECK_STR(read("3,12"), "3/1");
	CHECK_STR(read("2021,300"), "2021/4");
	CHECK_STR(read("12,3456"), "12/2");
	CHECK_STR(read("３５．5％"), "35.5/10");
	CHECK_STR(read("0.00元"), "0/4");
	CHECK_STR(read("1.2万条"), "12000/6");
	CHECK_STR(read("309.0263万元"), "3090263/11");
	CHECK_STR(read("3百万"), "3000000/7");
	CHECK_STR(read("3万5千"), "-");
	CHECK_STR(read("2021年"), "2021/4");
	CHECK_STR(read("999999999999999"), "999999999999999/15");
	CHECK_STR(read("1234567890123456"), "-");
	CHECK_STR(read("999999999999亿"), "-");
	CHECK_STR(read("零"), "0/3");
	CHECK_STR(read("两件"), "2/3");
	CHECK_STR(read("十二"), "12/6");
	CHECK_STR(read("二十"), "20/6");
	CHECK_STR(read("二〇二一年"), "2021/12");
	CHECK_STR(read("一百零五"), "105/12");
	CHECK_STR(read("一百一十二"), "112/15");
	CHECK_STR(read("一百二"), "-");
	CHECK_STR(read("两千三百四十五"), "2345/21");
	CHECK_STR(read("一万零三百"), "10300/15");
	CHECK_STR(read("三十五万"), "350000/12");
	CHECK_STR(read("一亿二千万"), "120000000/15");
	CHECK_STR(read("九千亿一亿"), "-");
	CHECK_STR(read("百余"), "-");
	CHECK_STR(read("十百"), "-");
	CHECK_STR(read("件"), "-");
	CHECK_STR(read(""), "-");
	CHECK_STR(read("\xE4\xB8"), "-");
	return tap_done();
}
