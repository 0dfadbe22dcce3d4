#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/sheet_show.h"
#include "read/xlsx_sheet.h"
#include "read/xml.h"

#define FORMATS	65536		/* more than Excel allows */

struct formatting {
	struct arena		*arena;
	struct xlsx_formats	*to;
	struct str		*code;		/* by number of the format */
	bool			*struck;	/* by font */
	size_t			 nfont;
	bool			 in_cells, in_fonts;
};

/*
 * The formats that every program knows by number: ECMA-376 part 1,
 * 18.8.30, with those of Chinese and Japanese (27 to 36, 50 to 58).
 */
static bool
is_known_date(int id)
{
	return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
	    id == 36 || (id >= 50 && id <= 54) || (id >= 57 && id <= 58);
}

/* A format that shows a year or a day: y or d, not quoted or escaped. */
static bool
shows_date(const char *s)
{
	for (; *s != '\0' && *s != ';'; s++)
		switch (*s) {
		case '"':
			s = strchr(s + 1, '"');
			if (s == NULL)
				return false;
			break;
		case '[':
			s = strchr(s + 1, ']');
			if (s == NULL)
				return false;
			break;
		case '\\':
		case '_':
		case '*':
			if (*++s == '\0')
				return false;
			break;
		case 'y':
		case 'Y':
		case 'd':
		case 'D':
			return true;
		}
	return false;
}

static bool
attr_is_on(const struct xml *x, const char *name)
{
	const char	*v = xml_attr(x, name);

	return v == NULL || (strcmp(v, "0") != 0 && strcmp(v, "false") != 0);
}

static void
cell_format(struct formatting *f, const struct xml *x)
{
	int			 id = xml_attr_int(x, "numFmtId", 0);
	int			 font = xml_attr_int(x, "fontId", 0);
	struct xlsx_format	*v = &f->to->v[f->to->n++];

	if (id >= 0 && id < FORMATS && f->code[id].p != NULL) {
		v->code = f->code[id];
		v->date = shows_date(v->code.p);
	} else {
		v->code = sheet_show_builtin((unsigned)id);
		v->date = is_known_date(id);
	}
	v->struck = font >= 0 && (size_t)font < f->nfont && f->struck[font];
}

static int
format_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct formatting	*f = ctx;
	const char		*code;
	int			 id;

	if (strcmp(name, "s:cellXfs") == 0)
		f->in_cells = true;
	else if (strcmp(name, "s:fonts") == 0)
		f->in_fonts = true;
	else if (strcmp(name, "s:font") == 0 && f->in_fonts) {
		if (f->nfont == FORMATS)
			return err_set(e, ERR_LIMIT, "more than %d fonts",
			    FORMATS);
		f->nfont++;
	} else if (strcmp(name, "s:strike") == 0 && f->in_fonts) {
		if (f->nfont > 0)
			f->struck[f->nfont - 1] = attr_is_on(x, "val");
	} else if (strcmp(name, "s:numFmt") == 0) {
		id = xml_attr_int(x, "numFmtId", 0);
		code = xml_attr(x, "formatCode");
		if (code != NULL && id >= 0 && id < FORMATS)
			f->code[id] = str_of(arena_dup(f->arena, code,
			    strlen(code)));
	} else if (strcmp(name, "s:xf") == 0 && f->in_cells) {
		if (f->to->n == FORMATS)
			return err_set(e, ERR_LIMIT, "more than %d formats",
			    FORMATS);
		cell_format(f, x);
	}
	return 0;
}

static int
format_end(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct formatting	*f = ctx;

	(void)x;
	(void)e;
	if (strcmp(name, "s:cellXfs") == 0)
		f->in_cells = false;
	else if (strcmp(name, "s:fonts") == 0)
		f->in_fonts = false;
	return 0;
}

int
xlsx_formats(struct arena *a, struct bytes in, struct xlsx_formats *to,
    struct err *e)
{
	static const struct xml_events	 events = {
		format_start, format_end, NULL
	};
	struct formatting		 f = { .arena = a, .to = to };

	to->n = 0;
	if (in.n == 0)
		return 0;
	to->v = arena_alloc(a, FORMATS, sizeof(*to->v));
	f.code = arena_alloc(a, FORMATS, sizeof(*f.code));
	f.struck = arena_alloc(a, FORMATS, sizeof(*f.struck));
	return xml_parse(in, &events, &f, e);
}

/* Days since 1970-01-01 to a date (the algorithm of Howard Hinnant). */
struct str
xlsx_date(struct arena *a, struct str number, bool from_1904)
{
	size_t	 i = 0;
	long	 n = 0, era, doe, yoe, doy, mp, day, month;

	for (; i < number.n && number.p[i] >= '0' && number.p[i] <= '9' &&
	    i < 8; i++)
		n = n * 10 + (number.p[i] - '0');
	/* Before that Excel has a day that never was. */
	if (i == 0 || (i < number.n && number.p[i] != '.') ||
	    n < (from_1904 ? 0 : 61) || n > 2958465)
		return number;
	n += (from_1904 ? -24107 : -25569) + 719468;
	era = n / 146097;
	doe = n - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	day = doy - (153 * mp + 2) / 5 + 1;
	month = mp < 10 ? mp + 3 : mp - 9;
	return str_of(arena_printf(a, "%04ld-%02ld-%02ld",
	    yoe + era * 400 + (month <= 2), month, day));
}
