/*
 * Word documents that are a single XML file: WordprocessingML of Word 2003,
 * and "flat" packages of 2007 and later.  Programs that fill in templates
 * write them, mostly under the name of .doc.  The elements are those of
 * DOCX but for a few names (docx_body.c), and styles and lists are found
 * wherever they stand.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/docx_body.h"
#include "read/docx_num.h"
#include "read/docx_style.h"
#include "read/read.h"
#include "read/xml.h"

/* More than is bid for having it converted. */
#define BID		(24 * 8)
#define PROBE_WITHIN	2048

static int
wordxml_probe(struct bytes in)
{
	struct str	 s = { (const char *)in.p, in.n };
	size_t		 at = str_starts(s, STR("\xEF\xBB\xBF")) ? 3 : 0;

	s = str_trim(str_sub(s, at, PROBE_WITHIN));
	if (!str_starts(s, STR("<?xml")) && !str_starts(s, STR("<w:word")))
		return 0;
	return str_has(s, STR("<w:wordDocument")) ||
	    (str_has(s, STR("<pkg:package")) &&
	    str_has(s, STR("Word.Document"))) ? BID : 0;
}

static int
wordxml_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	struct styles		*styles;
	struct numbering	*nums;

	(void)opts;
	in = xml_from_start(in);
	if (styles_read(a, in, &styles, e) < 0 ||
	    numbering_read(a, in, &nums, e) < 0)
		return -1;
	return docx_body(a, in, styles, nums, NULL, d, e);
}

const struct reader	 wordxml_reader = {
	"wordxml", "application/vnd.ms-word+xml", wordxml_probe, wordxml_read
};
