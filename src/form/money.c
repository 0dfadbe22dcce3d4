#include <config.h>

#include "base/limit.h"
#include "base/utf8.h"
#include "form/label.h"
#include "form/money.h"

bool
money_unit(struct arena *a, struct str head, int *places)
{
	static const struct {
		const char	*name;
		int		 places;
	} unit[] = {
		{ "万元", 0 }, { "亿元", -4 }, { "千元", 1 }, { "百元", 2 },
	};
	struct str	 s = label_norm(a, head, NULL), front;
	size_t		 at = str_find(s, STR("元"), 0), n;

	for (size_t k = 0; k < sizeof(unit) / sizeof(unit[0]); k++)
		if (str_has(s, str_of(unit[k].name))) {
			*places = unit[k].places;
			return true;
		}
	if (at == STR_NONE)
		return false;
	front = str_sub(s, 0, at);
	if (front.n != 0 && !str_ends(front, STR("单位")) &&
	    !str_ends(front, STR("人民币")) &&
	    utf8_is_han(utf8_last(front, &n)))
		return false;
	*places = 4;
	return true;
}

bool
money_shift(struct dec *d, int places)
{
	for (; places < 0; places++) {
		if (d->scale > 0)
			d->scale--;
		else if (d->mant > INT64_MAX / 10 || d->mant < INT64_MIN / 10)
			return false;
		else
			d->mant *= 10;
	}
	d->scale += places;
	while (d->scale > 0 && d->mant % 10 == 0) {
		d->mant /= 10;
		d->scale--;
	}
	return d->scale <= LIMIT_DIGITS;
}

bool
money_in(struct dec *d, enum unit printed, struct str unit)
{
	bool	 wan = str_eq(unit, STR("万元"));

	if (printed == UNIT_NONE || printed == UNIT_COUNT)
		return true;
	if (!wan && !str_eq(unit, STR("元")))
		return printed == UNIT_WAN;
	return money_shift(d, (printed == UNIT_WAN_YUAN ? -4 : 0) +
	    (wan ? 4 : 0));
}
