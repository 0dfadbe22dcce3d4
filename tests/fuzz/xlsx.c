/*
 * Parts of Excel workbooks: texts, formats and a sheet, one behind the
 * other with a NUL or a form feed between.
 */
#include <config.h>

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/xlsx.h"
#include "read/xlsx_sheet.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static struct bytes
part(const uint8_t **p, size_t *n)
{
	struct bytes	 in = { *p, 0 };

	while (in.n < *n && in.p[in.n] != '\f' && in.p[in.n] != '\0')
		in.n++;
	*p += in.n + (in.n < *n);
	*n -= in.n + (in.n < *n);
	return in;
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct arena		*a = arena_new();
	struct doc		*d = doc_new(a);
	struct str		 all = { (const char *)p, n };
	struct xlsx_strings	 strings;
	struct xlsx_formats	 formats = { NULL, 0, false };
	struct err		 e;
	struct buf		 b;

	xlsx_number(a, all);
	xlsx_date(a, all, n % 2);
	xlsx_strings(a, part(&p, &n), &strings, &e);
	xlsx_formats(a, part(&p, &n), &formats, &e);
	xlsx_sheet(a, part(&p, &n), &strings, &formats, false, d, &e);
	buf_init(&b, a);
	doc_dump(d, &b);
	arena_free(a);
	return 0;
}
