/*
 * Excel workbooks of 2007 and later: the sheets that show, in their order.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/office.h"
#include "read/package.h"
#include "read/read.h"
#include "read/xlsx_sheet.h"
#include "read/xml.h"

struct sheet_part {
	const char		*name;
	bool			 hidden;
	struct sheet_part	*next;
};

struct book {
	struct arena		*arena;
	struct package		*package;
	const char		*part;
	struct sheet_part	*first, *last;
	int			 n;
	bool			 from_1904;
};

static int
xlsx_probe(struct bytes in)
{
	return package_kind(in) == PACKAGE_XLSX ? PACKAGE_BID : 0;
}

static int
book_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct book		*b = ctx;
	struct sheet_part	*s;
	const char		*id, *state, *v;

	if (strcmp(name, "s:workbookPr") == 0) {
		v = xml_attr(x, "date1904");
		b->from_1904 = v != NULL && (strcmp(v, "1") == 0 ||
		    strcmp(v, "true") == 0);
	}
	if (strcmp(name, "s:sheet") != 0)
		return 0;
	id = xml_attr(x, "r:id");
	state = xml_attr(x, "state");
	if (id == NULL)
		return 0;
	if (b->n++ == LIMIT_SHEETS)
		return err_set(e, ERR_LIMIT, "more than %d sheets",
		    LIMIT_SHEETS);
	s = arena_alloc(b->arena, 1, sizeof(*s));
	s->name = package_by_id(b->package, b->part, id);
	if (s->name == NULL)
		return 0;
	s->hidden = state != NULL && strcmp(state, "visible") != 0;
	if (b->last != NULL)
		b->last->next = s;
	else
		b->first = s;
	b->last = s;
	return 0;
}

static int
optional(struct book *b, const char *type, const char *usual,
    struct bytes *in, struct err *e)
{
	const char	*name = package_by_type(b->package, b->part, type);

	*in = (struct bytes){ NULL, 0 };
	if (name == NULL)
		name = usual;
	return package_has(b->package, name) ?
	    package_read(b->package, name, in, e) : 0;
}

static int
read_book(struct book *b, struct doc *d, struct err *e)
{
	static const struct xml_events	 events = { .start = book_start };
	struct xlsx_strings		 strings;
	struct xlsx_formats		 formats = { NULL, 0, false };
	const struct sheet_part		*s;
	struct bytes			 in;
	struct err			 ignored;

	b->part = package_by_type(b->package, "", "officeDocument");
	if (b->part == NULL || !package_has(b->package, b->part))
		b->part = "xl/workbook.xml";
	if (package_read(b->package, b->part, &in, e) < 0 ||
	    xml_parse(in, &events, b, e) < 0 ||
	    optional(b, "sharedStrings", "xl/sharedStrings.xml", &in,
	    e) < 0 || xlsx_strings(b->arena, in, &strings, e) < 0)
		return -1;
	/* Without formats a date is a number, but all else is there. */
	if (optional(b, "styles", "xl/styles.xml", &in, &ignored) < 0 ||
	    xlsx_formats(b->arena, in, &formats, &ignored) < 0)
		formats.n = 0;
	formats.from_1904 = b->from_1904;
	d->title = package_title(b->package);
	for (s = b->first; s != NULL; s = s->next)
		if ((package_read(b->package, s->name, &in, e) < 0 ||
		    xlsx_sheet(b->arena, in, &strings, &formats, s->hidden,
		    d, e) < 0) && !s->hidden)
			return -1;
	return 0;
}

static int
xlsx_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	struct book	 b = { .arena = a };
	int		 ret;

	b.package = package_open(a, in, &d->unpacked, e);
	if (b.package == NULL)
		return -1;
	ret = package_has(b.package, "xl/workbook.bin") ?
	    office_read(a, in, &office_excel_binary, opts, d, e) :
	    read_book(&b, d, e);
	package_close(b.package);
	return ret;
}

const struct reader	 xlsx_reader = {
	"xlsx",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	xlsx_probe, xlsx_read
};
