/*
 * Parts of Word documents: styles, numbering and text, one behind the
 * other with a NUL or a form feed between.
 */
#include <config.h>

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/docx_body.h"
#include "read/docx_num.h"
#include "read/docx_style.h"

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
	struct bytes		 none = { NULL, 0 };
	struct arena		*a = arena_new();
	struct doc		*d = doc_new(a);
	struct styles		*styles;
	struct numbering	*nums;
	struct err		 e;
	struct buf		 b;

	if (styles_read(a, part(&p, &n), &styles, &e) < 0)
		styles_read(a, none, &styles, &e);
	if (numbering_read(a, part(&p, &n), &nums, &e) < 0)
		numbering_read(a, none, &nums, &e);
	docx_body(a, part(&p, &n), styles, nums, NULL, d, &e);
	buf_init(&b, a);
	doc_dump(d, &b);
	arena_free(a);
	return 0;
}
