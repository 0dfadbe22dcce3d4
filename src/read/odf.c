/*
 * OpenDocument: texts and spreadsheets of LibreOffice and its kin.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/odf_body.h"
#include "read/odf_list.h"
#include "read/odf_look.h"
#include "read/package.h"
#include "read/read.h"
#include "read/xml.h"

static int
manifest_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	(void)x;
	(void)ctx;
	if (strcmp(name, "manifest:encryption-data") == 0)
		return err_set(e, ERR_LOCKED, "protected by a password");
	return 0;
}

struct styles {
	struct odf_lists	*lists;
	struct odf_looks	*looks;
};

static int
styles_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct styles	*s = ctx;

	odf_lists_style(s->lists, x, name);
	return odf_looks_style(s->looks, x, name, e);
}

/*
 * The manifest says whether the rest is encrypted, and styles may be more than
 * are kept; both may be missing or broken otherwise.
 */
static int
read_part(struct package *p, const char *name,
    const struct xml_events *events, void *ctx, struct err *e)
{
	struct bytes	 in;
	struct err	 why = { 0 };

	if (!package_has(p, name) || package_read(p, name, &in, &why) < 0 ||
	    xml_parse(in, events, ctx, &why) == 0 ||
	    (why.code != ERR_LOCKED && why.code != ERR_LIMIT))
		return 0;
	*e = why;
	return -1;
}

static int
read_package(struct arena *a, struct package *p, bool sheets, struct doc *d,
    struct err *e)
{
	static const struct xml_events	 manifest = {
		.start = manifest_start
	}, styles = {
		.start = styles_start
	};
	struct styles			 s = { odf_lists_new(a),
					    odf_looks_new(a) };
	struct bytes			 in;

	if (read_part(p, "META-INF/manifest.xml", &manifest, NULL, e) < 0 ||
	    package_read(p, "content.xml", &in, e) < 0)
		return -1;
	d->title = package_title(p);
	if (read_part(p, "styles.xml", &styles, &s, e) < 0)
		return -1;
	return sheets ? odf_sheets(a, in, s.looks, d, e) :
	    odf_text(a, in, s.lists, s.looks, d, e);
}

static int
odf_read(struct arena *a, struct bytes in, bool sheets, struct doc *d,
    struct err *e)
{
	struct package	*p = package_open(a, in, &d->unpacked, e);
	int		 ret;

	if (p == NULL)
		return -1;
	ret = read_package(a, p, sheets, d, e);
	package_close(p);
	return ret;
}

static int
odt_probe(struct bytes in)
{
	return package_kind(in) == PACKAGE_ODT ? PACKAGE_BID : 0;
}

static int
ods_probe(struct bytes in)
{
	return package_kind(in) == PACKAGE_ODS ? PACKAGE_BID : 0;
}

static int
odt_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	(void)opts;
	return odf_read(a, in, false, d, e);
}

static int
ods_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	(void)opts;
	return odf_read(a, in, true, d, e);
}

const struct reader	 odt_reader = {
	"odt", "application/vnd.oasis.opendocument.text", odt_probe, odt_read
};

const struct reader	 ods_reader = {
	"ods", "application/vnd.oasis.opendocument.spreadsheet", ods_probe,
	ods_read
};
