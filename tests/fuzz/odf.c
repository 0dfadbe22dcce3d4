/*
 * The content of OpenDocument files, as text and as sheets; and workbooks
 * that are a single XML file.
 */
#include <config.h>

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/odf_body.h"
#include "read/odf_list.h"
#include "read/odf_look.h"
#include "read/read.h"

extern const struct reader	 sheetxml_reader;

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct bytes	 in = { p, n };
	struct arena	*a = arena_new();
	struct doc	*text = doc_new(a), *sheets = doc_new(a);
	struct read_opts opts = { .encoding = NULL };
	struct err	 e;
	struct buf	 b;

	odf_text(a, in, odf_lists_new(a), odf_looks_new(a), text, &e);
	odf_sheets(a, in, odf_looks_new(a), sheets, &e);
	sheetxml_reader.read(a, in, &opts, sheets, &e);
	buf_init(&b, a);
	doc_dump(text, &b);
	doc_dump(sheets, &b);
	arena_free(a);
	return 0;
}
