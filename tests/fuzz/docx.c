/*
 * Parts of Word documents: styles, numbering and text, one behind the
 * other with a NUL or a form feed between.
 */
#include <config.h>

#include "read/docx_body.h"
#include "read/docx_num.h"
#include "read/docx_style.h"
#include "reader.h"

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct bytes		 none = { NULL, 0 };
	struct arena		*a = arena_new();
	struct doc		*d = doc_new(a);
	struct styles		*styles;
	struct numbering	*nums;
	struct err		 e;

	if (styles_read(a, fuzz_part(&p, &n), &styles, &e) < 0)
		styles_read(a, none, &styles, &e);
	if (numbering_read(a, fuzz_part(&p, &n), &nums, &e) < 0)
		numbering_read(a, none, &nums, &e);
	docx_body(a, fuzz_part(&p, &n), styles, nums, NULL, d, &e);
	fuzz_end(a, d);
	return 0;
}
