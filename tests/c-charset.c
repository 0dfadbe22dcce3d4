/*
 * Decoding: every encoding, and how few characters are enough to tell one
 * from another.
 */
#include <config.h>

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/charset_guess.h"
#include "tap.h"

static const char	 simplified[] =
    "某某街道办事处二〇二一年政府信息公开工作年度报告总体情况"
    "本年新收政府信息公开申请数量上年结转部分公开不予公开属于国家秘密"
    "其他法律行政法规禁止公开保护第三方合法权益行政执法案卷无法提供"
    "信访举报投诉类申请重复申请无正当理由大量反复申请其他处理总计"
    "结转下年度继续办理行政复议行政诉讼结果维持结果纠正尚未审结"
    "存在的主要问题及改进情况规章行政规范性文件行政许可处罚强制收费";
static const char	 traditional[] =
    "某某街道辦事處二零二一年政府資訊公開工作年度報告總體情況"
    "本年新收政府資訊公開申請數量上年結轉部分公開不予公開屬於國家機密"
    "其他法律行政法規禁止公開保護第三方合法權益行政執法案卷無法提供";

/* UTF-8 in another encoding. */
static struct bytes
encode(struct arena *a, struct str s, const char *name)
{
	iconv_t		 cd = iconv_open(name, "UTF-8");
	char		*in = arena_dup(a, s.p, s.n), *out, *p;
	size_t		 left = s.n, room = 4 * s.n + 16;

	p = out = arena_alloc(a, room, 1);
	if (iconv(cd, &in, &left, &p, &room) == (size_t)-1)
		printf("Bail out! %s\n", name);
	iconv_close(cd);
	return (struct bytes){ (unsigned char *)out, (size_t)(p - out) };
}

/* n characters of s from the i-th on. */
static struct str
window(struct str s, size_t i, size_t n)
{
	size_t	 from = 0, to;

	while (i-- > 0)
		utf8_next(s, &from);
	for (to = from; n-- > 0; )
		utf8_next(s, &to);
	return str_sub(s, from, to - from);
}

/* Thousandths of all windows of n characters that are told right. */
static int
right(const char *text, const char *name, size_t n)
{
	struct str	 s = str_of(text);
	size_t		 all = utf8_length(s) - n + 1, good = 0;

	for (size_t i = 0; i < all; i++) {
		struct arena	*a = arena_new();
		struct str	 w = window(s, i, n);
		struct decoded	 d;
		struct err	 e;

		if (charset_decode(a, encode(a, w, name), NULL, NULL, &d,
		    &e) == 0 && str_eq(d.text, w))
			good++;
		arena_free(a);
	}
	return (int)(1000 * good / all);
}

static void
test_guess(void)
{
	static const char *const	 names[] = {
		"GB18030", "UTF-16LE", "UTF-16BE", "UTF-8",
	};
	char				 what[80];

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		for (size_t n = 4; n <= 32; n *= 2) {
			snprintf(what, sizeof(what), "%s told by %zu "
			    "characters", names[i], n);
			tap_check(right(simplified, names[i], n) == 1000,
			    what, __FILE__, __LINE__);
		}
	for (size_t n = 4; n <= 32; n *= 2) {
		snprintf(what, sizeof(what), "Big5 told by %zu characters",
		    n);
		tap_check(right(traditional, "BIG5", n) == 1000, what,
		    __FILE__, __LINE__);
	}
}

struct result {
	char	 text[200];
	char	 charset[20];
	bool	 guessed;
	long	 nbad;
	int	 code;
};

static struct result
decode(const char *p, size_t n, const char *encoding, const char *hint)
{
	struct arena	*a = arena_new();
	struct decoded	 d;
	struct err	 e = { ERR_NONE, "" };
	struct result	 r = { .text = "" };

	if (charset_decode(a, (struct bytes){ (const unsigned char *)p, n },
	    encoding, hint, &d, &e) == 0) {
		snprintf(r.text, sizeof(r.text), STR_FMT, STR_ARG(d.text));
		snprintf(r.charset, sizeof(r.charset), "%s", d.charset);
		r.guessed = d.guessed;
		r.nbad = d.nbad;
	}
	r.code = e.code;
	arena_free(a);
	return r;
}

#define DECODE(lit, encoding, hint) \
	decode((lit), sizeof(lit) - 1, (encoding), (hint))

/* 年报 in each encoding. */
#define GB	"\xC4\xEA\xB1\xA8"
#define BIG5	"\xA6\x7E\xB3\xF8"	/* 年報 */
#define UTF8	"\xE5\xB9\xB4\xE6\x8A\xA5"

static void
test_boms(void)
{
	struct result	 r = DECODE("\xEF\xBB\xBF" UTF8, NULL, NULL);

	CHECK_STR(r.text, "年报");
	CHECK_STR(r.charset, "UTF-8");
	r = DECODE("\xFF\xFE\x74\x5E\xA5\x62", NULL, "gb2312");
	CHECK_STR(r.text, "年报");
	CHECK_STR(r.charset, "UTF-16LE");
	r = DECODE("\xFE\xFF\x5E\x74\x62\xA5", NULL, NULL);
	CHECK_STR(r.text, "年报");
	CHECK_STR(r.charset, "UTF-16BE");
	r = DECODE("\x84\x31\x95\x33" GB, NULL, NULL);
	CHECK_STR(r.text, "年报");
	CHECK_STR(r.charset, "GB18030");
	r = DECODE("\xEF\xBB\xBF" UTF8, "utf-8", NULL);
	CHECK_STR(r.text, "年报");
	r = DECODE("\xFF\xFE\x74\x5E", "utf-16", NULL);
	CHECK_STR(r.text, "年");
}

static void
test_hints(void)
{
	struct result	 r = DECODE(GB, NULL, "gb2312");

	CHECK_STR(r.text, "年报");
	CHECK_STR(r.charset, "GB18030");
	CHECK(!r.guessed);
	/* 镕 is in GBK and not in GB 2312. */
	r = DECODE("\xE9\x46", NULL, "GB2312");
	CHECK_STR(r.text, "镕");
	CHECK(r.nbad == 0);
	r = DECODE(BIG5, NULL, "big5");
	CHECK_STR(r.text, "年報");
	/* A label that cannot be true. */
	r = DECODE(GB, NULL, "utf-8");
	CHECK_STR(r.text, "年报");
	CHECK(r.guessed);
	r = DECODE(GB, NULL, "iso-8859-1");
	CHECK_STR(r.text, "年报");
	r = DECODE(UTF8 UTF8, NULL, "gb2312");
	CHECK_STR(r.text, "年报年报");
	CHECK_STR(r.charset, "UTF-8");
	r = DECODE(UTF8, NULL, "no-such-thing");
	CHECK_STR(r.text, "年报");
	r = DECODE(UTF8, NULL, "utf-16");
	CHECK_STR(r.text, "年报");
	r = DECODE(UTF8, NULL, NULL);
	CHECK(!r.guessed);
}

/* 年报年报 in bytes below 0x80, and UTF-32. */
#define HZ	"~{Dj1(Dj1(~}"
#define CN	"\x1B$)A\x0E" "Dj1(Dj1(\x0F"
#define UTF7	"+XnRipV50YqU-"
#define LE32	"\x74\x5E\0\0\xA5\x62\0\0"
#define BE32	"\0\0\x5E\x74\0\0\x62\xA5"

static void
test_seven(void)
{
	struct result	 r = DECODE("a" HZ "\n2021", NULL, NULL);

	CHECK_STR(r.text, "a年报年报\n2021");
	CHECK_STR(r.charset, "HZ");
	CHECK(r.guessed && r.nbad == 0);
	r = DECODE("~~" HZ "~\n~{3(~}", NULL, "HZ-GB-2312");
	CHECK_STR(r.text, "~年报年报敞");
	CHECK(!r.guessed);
	r = DECODE("~{Dj1(Dj1(Dj1(Dj1(Dj1(\n2021", NULL, NULL);
	CHECK_STR(r.text, "年报年报年报年报年报\n2021");
	r = DECODE("~{Dj1(Dj1(Dj1(Dj1(Dj1(D", NULL, NULL);
	CHECK_STR(r.charset, "UTF-8");
	r = DECODE("~{Dj1(Dj1(Dj1(Dj1(Dj1(D", "hz", NULL);
	CHECK_STR(r.text, "年报年报年报年报年报\xEF\xBF\xBD");
	CHECK(r.nbad == 1);
	r = DECODE(CN, NULL, "gb2312");
	CHECK_STR(r.text, "年报年报");
	CHECK_STR(r.charset, "ISO-2022-CN");
	r = DECODE("1" UTF7 "2", NULL, "UTF-7");
	CHECK_STR(r.text, "1年报年报2");
	CHECK(!r.guessed);
	r = DECODE(UTF7, NULL, NULL);
	CHECK_STR(r.charset, "UTF-7");
	/* ASCII that has a mark of them. */
	r = DECODE("1+1-2, ~{1, tel. +8620-1234", NULL, "utf-7");
	CHECK_STR(r.text, "1+1-2, ~{1, tel. +8620-1234");
	r = DECODE("+AAAA-+BBBB-+CCCC-+DDDD-", NULL, NULL);
	CHECK_STR(r.charset, "UTF-8");
	r = DECODE(UTF8, NULL, "hz-gb-2312");
	CHECK_STR(r.text, "年报");
	r = DECODE(HZ, "hz", NULL);
	CHECK_STR(r.text, "年报年报");
	CHECK(charset_known("HZ-GB-2312"));
	r = DECODE(LE32 LE32, NULL, NULL);
	CHECK_STR(r.text, "年报年报");
	CHECK_STR(r.charset, "UTF-32LE");
	r = DECODE(BE32 BE32, NULL, "utf-32");
	CHECK_STR(r.text, "年报年报");
	CHECK_STR(r.charset, "UTF-32BE");
	CHECK(!r.guessed);
}

static void
test_named(void)
{
	struct result	 r = DECODE(UTF8, "no-such-thing", NULL);

	CHECK(r.code == ERR_USAGE);
	r = DECODE(UTF8, "UTF-8//IGNORE", NULL);
	CHECK(r.code == ERR_USAGE);
	r = DECODE(UTF8 "\xFF", "GBK", NULL);
	CHECK_STR(r.charset, "GB18030");
	r = DECODE("\xC4\xEA", "latin1", NULL);
	CHECK_STR(r.text, "Äê");
	CHECK(charset_known("gbk"));
	CHECK(charset_known("UTF-16"));
	CHECK(charset_known("Big5-HKSCS"));
	CHECK(!charset_known("no-such-thing"));
	CHECK(!charset_known(""));
	CHECK(!charset_known("UTF-8//TRANSLIT"));
}

static void
test_bad(void)
{
	struct result	 r;

	r = DECODE(UTF8 UTF8 UTF8 "\xE5\xB9", NULL, NULL);
	CHECK_STR(r.text, "年报年报年报\uFFFD\uFFFD");
	CHECK(r.nbad == 2);
	CHECK_STR(r.charset, "UTF-8");
	/* Beyond Unicode, a surrogate, and one too long. */
	r = DECODE(UTF8 UTF8 "\xF7\xB6\xAF\xB9" UTF8
	    "\xED\xA0\x80\xC0\xAF" UTF8, "UTF-8", NULL);
	CHECK_STR(r.text, "年报年报\uFFFD\uFFFD\uFFFD\uFFFD年报"
	    "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD年报");
	CHECK(r.nbad == 9);
	r = DECODE(GB "\x80" GB "\xFF" GB "\xC4", NULL, NULL);
	CHECK_STR(r.text, "年报\uFFFD年报\uFFFD年报\uFFFD");
	CHECK(r.nbad == 3);
	r = DECODE(GB "\x80" GB, NULL, "gb2312");
	CHECK_STR(r.text, "年报\uFFFD年报");
	CHECK(!r.guessed);
	r = DECODE("1\0" "2\x01" "3\t4\f5\v6\x1A", NULL, NULL);
	CHECK_STR(r.text, "1\uFFFD" "2\uFFFD" "3\t4\f5\n6");
	CHECK(r.nbad == 2);
	r = DECODE("1\xC2\x85" "2\xE2\x80\xA8" "3\xE2\x80\xA9" "4\xC2\xA0",
	    NULL, NULL);
	CHECK_STR(r.text, "1\n2\n3\n4\u00A0");
	CHECK(r.nbad == 0);
	r = DECODE("\x74\x5E\xA5\x62\x00\xD8\x31\x00\x32", "UTF-16LE", NULL);
	CHECK_STR(r.text, "年报\uFFFD" "1\uFFFD");
	CHECK(r.nbad == 3);
}

/* What is no Chinese any more because somebody decoded it wrongly before. */
static void
test_garbled(void)
{
	static const char	 good[] = "某县二〇二一年政府信息公开工作年度报告，"
	    "按照《中华人民共和国政府信息公开条例》的规定编制。涓涓细流，骞骞。";
	/* The same, from UTF-8 by way of GBK and of Latin 1. */
	static const char	 gbk[] = "鏌愬幙浜屻�囦簩涓�骞存斂搴滀俊鎭叕寮�宸ヤ綔骞村害鎶ュ憡"
	    "锛屾寜鐓с�婁腑鍗庝汉姘戝叡鍜屽浗鏀垮簻淇℃伅鍏紑鏉′緥銆嬬殑瑙勫畾缂栧埗銆傛湰鎶ュ憡"
	    "鐢辨�讳綋鎯呭喌銆佷富鍔ㄥ叕寮�鏀垮簻淇℃伅鎯呭喌銆佹敹鍒板拰澶勭悊鏀垮簻淇℃伅鍏紑鐢宠";
	char			 latin[400] = "";
	size_t			 n = 0;

	CHECK(!is_garbled(str_of(good)));
	CHECK(is_garbled(str_of(gbk)));
	for (size_t i = 0; good[i] != '\0' && n < sizeof(latin) - 4; i++)
		n += utf8_put(latin + n, (unsigned char)good[i]);
	CHECK(is_garbled((struct str){ latin, n }));
	CHECK(is_garbled(STR("年锟斤拷报")));
	CHECK(!is_garbled(STR("")));
	CHECK(!is_garbled(STR("résumé, 5 m²")));
}

static void
test_odd(void)
{
	struct result	 r = DECODE("", NULL, NULL);

	CHECK_STR(r.text, "");
	r = DECODE("plain", NULL, NULL);
	CHECK_STR(r.charset, "UTF-8");
	/* Two bytes in UTF-8, and no character that GB 2312 would have. */
	r = DECODE("1\xC2\xA0" "2", NULL, NULL);
	CHECK_STR(r.text, "1\u00A0" "2");
	/* Figures alone in UTF-16. */
	r = DECODE("1\0\t\0" "2\0\r\0\n\0", NULL, NULL);
	CHECK_STR(r.text, "1\t2\r\n");
	/* Four bytes of GB 18030. */
	r = DECODE(GB "\x81\x39\xEE\x39", NULL, NULL);
	CHECK_STR(r.text, "年报\u3400");
	CHECK(r.nbad == 0);
}

int
main(void)
{
	test_guess();
	test_boms();
	test_hints();
	test_seven();
	test_named();
	test_bad();
	test_garbled();
	test_odd();
	return tap_done();
}
