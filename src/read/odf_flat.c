/*
 * OpenDocument in a single XML file (ODF 1.3 part 3, 3.1.2): .fodt and
 * .fods, with all that a package has in parts, styles before the body.
 */
#include <config.h>

#include "read/odf_body.h"
#include "read/odf_list.h"
#include "read/odf_look.h"
#include "read/read.h"
#include "read/xml.h"

#define BID		(24 * 8)
#define PROBE_WITHIN	8192	/* names of many namespaces come first */

static int
probe(struct bytes in, struct str type)
{
	struct str	 s = { (const char *)in.p, in.n };
	size_t		 at = str_starts(s, STR("\xEF\xBB\xBF")) ? 3 : 0;

	s = str_trim(str_sub(s, at, PROBE_WITHIN));
	if (!str_starts(s, STR("<?xml")) && !str_starts(s, STR("<office:")))
		return 0;
	return str_has(s, STR("<office:document")) && str_has(s, type) ?
	    BID : 0;
}

static int
fodt_probe(struct bytes in)
{
	return probe(in, STR("application/vnd.oasis.opendocument.text"));
}

static int
fods_probe(struct bytes in)
{
	return probe(in, STR("application/vnd.oasis.opendocument.spreadsheet"));
}

static int
fodt_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	(void)opts;
	return odf_text(a, xml_from_start(in), odf_lists_new(a),
	    odf_looks_new(a), d, e);
}

static int
fods_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	(void)opts;
	return odf_sheets(a, xml_from_start(in), odf_looks_new(a), d, e);
}

const struct reader	 fodt_reader = {
	"fodt", "application/vnd.oasis.opendocument.text-flat-xml",
	fodt_probe, fodt_read
};

const struct reader	 fods_reader = {
	"fods", "application/vnd.oasis.opendocument.spreadsheet-flat-xml",
	fods_probe, fods_read
};
