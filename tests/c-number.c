/* What is printed in a cell, read as a figure or refused. */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "form/number.h"
#include "tests/tap.h"

static const struct {
	const char	*text;
	enum state	 state;
	const char	*value;
	enum unit	 unit;
} cell[] = {
	{ "0", STATE_NUMBER, "0", UNIT_NONE },
	{ " 17726 ", STATE_NUMBER, "17726", UNIT_NONE },
	{ "1,234,567", STATE_NUMBER, "1234567", UNIT_NONE },
	{ "１，２３４", STATE_NUMBER, "1234", UNIT_NONE },
	{ "２０", STATE_NUMBER, "20", UNIT_NONE },
	{ "309.0263", STATE_NUMBER, "309.0263", UNIT_NONE },
	{ "24252.311082", STATE_NUMBER, "24252.311082", UNIT_NONE },
	{ "0.00", STATE_NUMBER, "0", UNIT_NONE },
	{ "87\n.6113", STATE_NUMBER, "87.6113", UNIT_NONE },
	{ "87.\n6113", STATE_NUMBER, "87.6113", UNIT_NONE },
	{ "87.61\n13", STATE_TEXT, "", UNIT_NONE },
	{ "87\n.", STATE_TEXT, "", UNIT_NONE },
	{ "-8", STATE_NUMBER, "-8", UNIT_NONE },
	{ "－8", STATE_NUMBER, "-8", UNIT_NONE },
	{ "−8", STATE_NUMBER, "-8", UNIT_NONE },
	{ "+19", STATE_NUMBER, "19", UNIT_NONE },
	{ "251000元", STATE_NUMBER, "251000", UNIT_YUAN },
	{ "¥251000", STATE_NUMBER, "251000", UNIT_YUAN },
	{ "160.5964 万元", STATE_NUMBER, "160.5964", UNIT_WAN_YUAN },
	{ "160.5964万", STATE_NUMBER, "1605964", UNIT_WAN },
	{ "12万件", STATE_NUMBER, "120000", UNIT_WAN },
	{ "1.23456万", STATE_NUMBER, "12345.6", UNIT_WAN },
	{ "12万元整", STATE_NUMBER, "12", UNIT_WAN_YUAN },
	{ "人民币12万元", STATE_NUMBER, "12", UNIT_WAN_YUAN },
	{ "999999999999999万", STATE_TEXT, "", UNIT_NONE },
	{ "12万3", STATE_TEXT, "", UNIT_NONE },
	{ "12整", STATE_TEXT, "", UNIT_NONE },
	{ "人12", STATE_TEXT, "", UNIT_NONE },
	{ "12注", STATE_NUMBER, "12", UNIT_NONE },
	{ "12件，其中简易3件", STATE_NUMBER, "12", UNIT_COUNT },
	{ "12，其他3", STATE_TEXT, "", UNIT_NONE },
	{ "12注2", STATE_NUMBER, "12", UNIT_NONE },
	{ "12注²", STATE_NUMBER, "12", UNIT_NONE },
	{ "－－－", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "— —", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "～", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "（无）", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "无。", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "---------", STATE_TEXT, "", UNIT_NONE },
	{ "一", STATE_TEXT, "", UNIT_NONE },
	{ "十二", STATE_TEXT, "", UNIT_NONE },
	{ "783\n（其中：变更391件）", STATE_NUMBER, "783", UNIT_NONE },
	{ "783\n391（变更）", STATE_TEXT, "", UNIT_NONE },
	{ "1.5亿元", STATE_NUMBER, "15000", UNIT_WAN_YUAN },
	{ "1.23456亿元", STATE_NUMBER, "12345.6", UNIT_WAN_YUAN },
	{ "-99999999999亿元", STATE_NUMBER, "-999999999990000",
	    UNIT_WAN_YUAN },
	{ "999999999999999亿元", STATE_TEXT, "", UNIT_NONE },
	{ "12万亿元", STATE_TEXT, "", UNIT_NONE },
	{ "3件", STATE_NUMBER, "3", UNIT_COUNT },
	{ "55（含自然失效29件）", STATE_NUMBER, "55", UNIT_NONE },
	{ "2 0", STATE_NUMBER, "20", UNIT_NONE },
	{ "1 234 567", STATE_NUMBER, "1234567", UNIT_NONE },
	{ "\xC2\xA0" "5\xE3\x80\x80", STATE_NUMBER, "5", UNIT_NONE },
	{ "零", STATE_NUMBER, "0", UNIT_NONE },
	{ "\xE2\x80\xAD" "1\xE2\x81\xA6" "2\xE2\x81\xA9" "3\xE2\x80\xAC",
	    STATE_NUMBER, "123", UNIT_NONE },
	{ "1\xEF\xB8\x8F" "2", STATE_NUMBER, "12", UNIT_NONE },
	{ "𝟏𝟘𝟿", STATE_NUMBER, "109", UNIT_NONE },
	{ "12¹", STATE_TEXT, "", UNIT_NONE },
	{ "12①", STATE_NUMBER, "12", UNIT_NONE },
	{ "12 ※", STATE_NUMBER, "12", UNIT_NONE },
	{ "12件*", STATE_NUMBER, "12", UNIT_COUNT },
	{ "12*3", STATE_TEXT, "", UNIT_NONE },
	{ "①", STATE_TEXT, "", UNIT_NONE },
	{ "①12", STATE_TEXT, "", UNIT_NONE },
	{ "共12件", STATE_NUMBER, "12", UNIT_COUNT },
	{ "合计 12", STATE_NUMBER, "12", UNIT_NONE },
	{ "共", STATE_TEXT, "", UNIT_NONE },
	{ "合12", STATE_TEXT, "", UNIT_NONE },
	{ "\xE2\x80\xAE" "12", STATE_TEXT, "", UNIT_NONE },
	{ "1\xE2\x80\xA8" "2", STATE_TEXT, "", UNIT_NONE },
	{ "1'234", STATE_TEXT, "", UNIT_NONE },
	{ "1，234，567", STATE_NUMBER, "1234567", UNIT_NONE },
	{ "1\xE2\x80\x89" "234", STATE_NUMBER, "1234", UNIT_NONE },
	{ "1\xEF\xBF\xBD" "2", STATE_TEXT, "", UNIT_NONE },
	{ "", STATE_BLANK, "", UNIT_NONE },
	{ " \xE3\x80\x80\xC2\xA0\xE2\x80\x8B", STATE_BLANK, "", UNIT_NONE },
	{ "/", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "—", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "－", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "无", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "空", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "不适用", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "N/A", STATE_PLACEHOLDER, "", UNIT_NONE },
	{ "详见附件", STATE_TEXT, "", UNIT_NONE },
	{ "约5", STATE_TEXT, "", UNIT_NONE },
	{ "5余", STATE_TEXT, "", UNIT_NONE },
	{ "33.9%", STATE_TEXT, "", UNIT_NONE },
	/* Several figures that ran together are none. */
	{ "0000000", STATE_TEXT, "", UNIT_NONE },
	{ "00", STATE_TEXT, "", UNIT_NONE },
	{ "0 0", STATE_TEXT, "", UNIT_NONE },
	{ "3 0 0 0 0 0 3", STATE_TEXT, "", UNIT_NONE },
	{ "3\n2", STATE_TEXT, "", UNIT_NONE },
	{ "12,34", STATE_TEXT, "", UNIT_NONE },
	{ "1,2345", STATE_TEXT, "", UNIT_NONE },
	{ "1234567890123456", STATE_TEXT, "", UNIT_NONE },
	{ "- 8", STATE_TEXT, "", UNIT_NONE },
	{ "2021年", STATE_TEXT, "", UNIT_NONE },
	{ "1.2.3", STATE_TEXT, "", UNIT_NONE },
};

/* In Chinese numerals, or NULL for what is text. */
static const struct {
	const char	*text, *value;
	enum unit	 unit;
} spelt[] = {
	{ "三", "3", UNIT_NONE },
	{ "十二", "12", UNIT_NONE },
	{ "〇", "0", UNIT_NONE },
	{ "一百二十", "120", UNIT_NONE },
	{ "一千零五件", "1005", UNIT_COUNT },
	{ "两件", "2", UNIT_COUNT },
	{ "一件", "1", UNIT_COUNT },
	{ "贰佰伍拾陆", "256", UNIT_NONE },
	{ "十二万元", "12", UNIT_WAN_YUAN },
	{ "三件（含一件）", "3", UNIT_COUNT },
	{ "12", "12", UNIT_NONE },
	{ "一", NULL, UNIT_NONE },
	{ "二五六", NULL, UNIT_NONE },
	{ "一百二", NULL, UNIT_NONE },
	{ "三安全", NULL, UNIT_NONE },
	{ "十余件", NULL, UNIT_NONE },
	{ "详见附件", NULL, UNIT_NONE },
};

static void
spelt_true(void)
{
	struct arena	*a = arena_new();
	char		 num[DEC_MAX];

	for (size_t i = 0; i < sizeof(spelt) / sizeof(*spelt); i++) {
		struct number	 n = number_spelt(a, str_of(spelt[i].text));

		CHECK_STR(n.state == STATE_NUMBER ? dec_print(n.value, num) :
		    "text", spelt[i].value != NULL ? spelt[i].value : "text");
		CHECK(spelt[i].value == NULL || n.unit == spelt[i].unit);
	}
	arena_free(a);
}

static const char *
unlabelled(const char *raw, const char *label)
{
	static char	 out[40];
	struct str	 s = number_unlabelled(str_of(raw), str_of(label));

	snprintf(out, sizeof(out), STR_FMT, STR_ARG(s));
	return out;
}

int
main(void)
{
	char	 what[200], num[DEC_MAX];

	for (size_t i = 0; i < sizeof(cell) / sizeof(cell[0]); i++) {
		struct number	 n = number_read(str_of(cell[i].text));
		int		 good = n.state == cell[i].state &&
		    n.unit == cell[i].unit && (n.state != STATE_NUMBER ||
		    strcmp(dec_print(n.value, num), cell[i].value) == 0);

		snprintf(what, sizeof(what), "'%s' is %s %s", cell[i].text,
		    state_name(cell[i].state), cell[i].value);
		for (char *p = what; *p != '\0'; p++)
			if (*p == '\n' || *p == '#')
				*p = ' ';
		tap_check(good, what, __FILE__, __LINE__);
	}
	spelt_true();
	CHECK_STR(unlabelled("行政处罚250件", "行政处罚"), "250件");
	CHECK_STR(unlabelled("行政处罚：250", "行政处罚"), "250");
	CHECK_STR(unlabelled("处罚250件", "行政处罚"), "");
	CHECK_STR(unlabelled("行政处罚约250件", "行政处罚"), "");
	CHECK_STR(unlabelled("250", ""), "");
	CHECK(number_read(str_of("55（含29件）")).noted);
	CHECK(number_read(str_of("2 0")).spaced);
	CHECK(number_read(str_of("6 14")).broken);
	CHECK(!number_read(str_of("1 234")).broken);
	CHECK(dec_cmp((struct dec){ 15, 1 }, (struct dec){ 150, 2 }) == 0);
	CHECK(dec_cmp((struct dec){ -15, 1 }, (struct dec){ -2, 0 }) > 0);
	CHECK(dec_cmp((struct dec){ -5, 1 }, (struct dec){ 5, 1 }) < 0);
	CHECK(dec_cmp((struct dec){ 3, 0 }, (struct dec){ 31, 1 }) < 0);
	CHECK_STR(dec_print((struct dec){ -5, 3 }, num), "-0.005");
	CHECK_STR(dec_print((struct dec){ 1200, 3 }, num), "1.2");
	CHECK(dec_is_int((struct dec){ 500, 2 }));
	CHECK(!dec_is_int((struct dec){ 55, 1 }));
	CHECK(dec_double((struct dec){ 3090263, 4 }) == 309.0263);
	return tap_done();
}
