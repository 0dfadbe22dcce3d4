/*
 * Parts of Excel workbooks: texts, formats and a sheet, one behind the
 * other with a NUL or a form feed between.
 */
#include <config.h>

#include "read/xlsx.h"
#include "read/xlsx_sheet.h"
#include "reader.h"

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct arena		*a = arena_new();
	struct doc		*d = doc_new(a);
	struct str		 all = { (const char *)p, n };
	struct xlsx_strings	 strings;
	struct xlsx_formats	 formats = { NULL, 0, false };
	struct err		 e;

	xlsx_number(a, all);
	xlsx_date(a, all, n % 2);
	xlsx_strings(a, fuzz_part(&p, &n), &strings, &e);
	xlsx_formats(a, fuzz_part(&p, &n), &formats, &e);
	xlsx_sheet(a, fuzz_part(&p, &n), &strings, &formats, false, d, &e);
	fuzz_end(a, d);
	return 0;
}
