#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "read/sheet_number.h"

#define DIGITS	15

enum sheet_format
sheet_format_builtin(unsigned id)
{
	if (id == 9 || id == 10)
		return SHEET_PERCENT;
	if ((id >= 18 && id <= 21) || (id >= 32 && id <= 33) ||
	    (id >= 45 && id <= 47) || id == 34 || id == 35 || id == 55 ||
	    id == 56)
		return SHEET_TIME;
	if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
	    id == 36 || (id >= 50 && id <= 58))
		return SHEET_DATE;
	return SHEET_PLAIN;
}

/* The first section; quoted text, colours and escapes do not count. */
enum sheet_format
sheet_format_code(struct str s)
{
	enum sheet_format	 f = SHEET_PLAIN;

	for (size_t i = 0; i < s.n && s.p[i] != ';'; i++)
		switch (s.p[i]) {
		case '"':
			while (++i < s.n && s.p[i] != '"')
				continue;
			break;
		case '[':
			while (++i < s.n && s.p[i] != ']')
				continue;
			break;
		case '\\':
		case '_':
		case '*':
			i++;
			break;
		case '%':
			return SHEET_PERCENT;
		case 'y': case 'Y': case 'd': case 'D':
			return SHEET_DATE;
		case 'h': case 'H': case 's': case 'S':
			f = SHEET_TIME;
			break;
		case 'm': case 'M':
			if (f == SHEET_PLAIN)
				f = SHEET_DATE;
			break;
		case 'G': case 'g':	/* "General" has no other meaning */
			if (s.n - i >= 7)
				i += 6;
			break;
		}
	return f;
}

/* Without an exponent, without zeros at the end, with a point anywhere. */
static void
plain(struct buf *b, double v)
{
	char	 s[64], digit[DIGITS + 1];
	int	 n = 0, point;
	char	*e;

	if (!isfinite(v)) {
		buf_puts(b, "#NUM!");
		return;
	}
	if (fabs(v) < 1e15 && v == floor(v)) {
		buf_printf(b, "%lld", (long long)v);
		return;
	}
	if (v < 0)
		buf_puts(b, "-");
	snprintf(s, sizeof(s), "%.*e", DIGITS - 1, fabs(v));
	e = strchr(s, 'e');
	point = e != NULL ? (int)strtol(e + 1, NULL, 10) + 1 : 1;
	for (char *p = s; p != e && n < DIGITS; p++)
		if (*p >= '0' && *p <= '9')
			digit[n++] = *p;
	while (n > 1 && digit[n - 1] == '0')
		n--;
	digit[n] = '\0';
	if (point <= 0)
		buf_puts(b, "0.");
	for (int i = point; i < 0; i++)
		buf_puts(b, "0");
	for (int i = 0; i < n; i++) {
		if (i == point && point > 0)
			buf_puts(b, ".");
		buf_add(b, &digit[i], 1);
	}
	for (int i = n; i < point; i++)
		buf_puts(b, "0");
}

/* Year, month and day, of days since 0000-03-01 (H. Hinnant's method). */
static void
date(struct buf *b, long day)
{
	long	 era = day / 146097, doe = day % 146097;
	long	 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long	 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long	 mp = (5 * doy + 2) / 153;
	long	 month = mp < 10 ? mp + 3 : mp - 9;

	buf_printf(b, "%ld-%02ld-%02ld", yoe + era * 400 + (month <= 2),
	    month, doy - (153 * mp + 2) / 5 + 1);
}

void
sheet_number(struct buf *b, double v, enum sheet_format f, bool from_1904)
{
	long	 epoch = from_1904 ? 695361 : 693899;	/* of that count */
	long	 seconds;

	if (f == SHEET_DATE && v >= 1 && v < 2958466) {
		/* There was no 29 February 1900, but day 60 says so. */
		date(b, epoch + (long)v + (!from_1904 && v < 60));
	} else if (f == SHEET_TIME && v >= 0 && v < 2958466) {
		seconds = (long)((v - floor(v)) * 86400 + 0.5);
		buf_printf(b, "%02ld:%02ld:%02ld", seconds / 3600 % 24,
		    seconds / 60 % 60, seconds % 60);
	} else if (f == SHEET_PERCENT) {
		plain(b, v * 100);
		buf_puts(b, "%");
	} else
		plain(b, v);
}
