/* Figures in Chinese numerals, as cells have them. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/number.h"

#define SPELT_BYTES	60

/* As they are written on bills, and with the plain ones that they are. */
static const struct {
	const char	*bill, *plain;
} forms[] = {
	{ "壹", "一" }, { "贰", "二" }, { "叁", "三" }, { "肆", "四" },
	{ "伍", "五" }, { "陆", "六" }, { "柒", "七" }, { "捌", "八" },
	{ "玖", "九" }, { "拾", "十" }, { "佰", "百" }, { "仟", "千" },
	{ "两", "二" },
};

static struct str
plain_of(struct arena *a, struct str s)
{
	struct str	 out = STR("");

	for (size_t at = 0, from; at < s.n; ) {
		struct str	 c;

		from = at;
		(void)utf8_next(s, &at);
		c = str_sub(s, from, at - from);
		for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
			if (str_eq(c, str_of(forms[i].bill)))
				c = str_of(forms[i].plain);
		out = str_cat(a, out, c);
	}
	return out;
}

/* Several digits without 十, 百, … are a number of another kind, or several. */
static bool
is_one_number(struct str s)
{
	static const char *const	 powers[] = { "十", "百", "千", "万" };
	size_t				 n;

	(void)utf8_first(s, &n);
	if (n == s.n)
		return true;
	for (size_t i = 0; i < sizeof(powers) / sizeof(*powers); i++)
		if (str_has(s, str_of(powers[i])))
			return true;
	return false;
}

struct number
number_spelt(struct arena *a, struct str raw)
{
	struct number	 num = number_read(raw);
	struct str	 s = str_trim(raw), rest;
	struct dec	 d;
	size_t		 n;

	if (num.state != STATE_TEXT || s.n == 0 || s.n > SPELT_BYTES)
		return num;
	s = plain_of(a, s);
	if (utf8_first(s, &n) < 0x3000 || str_eq(s, STR("一")) ||
	    !number_in_text(s, &d, &n) ||
	    !is_one_number(str_sub(s, 0, n)))
		return num;
	rest = str_from(s, n);
	/* The power is that of the unit: 十二万元. */
	if (str_starts(rest, STR("元")) &&
	    str_ends(str_sub(s, 0, n), STR("万"))) {
		struct str	 less = str_sub(s, 0, n - strlen("万"));

		if (!number_in_text(less, &d, &n) || n != less.n)
			return num;
		rest = str_from(s, n);
	}
	return number_read(str_cat(a, str_of(dec_print(d,
	    (char[DEC_MAX]){ 0 })), rest));
}

struct str
number_unlabelled(struct str raw, struct str label)
{
	struct str	 s = str_trim(raw), rest;

	label = str_trim(label);
	if (label.n == 0 || !str_starts(s, label))
		return STR("");
	rest = str_trim(str_from(s, label.n));
	if (str_starts(rest, STR("：")))
		rest = str_from(rest, strlen("："));
	return number_read(rest).state == STATE_NUMBER ? rest : STR("");
}
