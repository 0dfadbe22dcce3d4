/* Whatever the bytes and the label: the text is UTF-8 without NUL. */
#include <config.h>

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/utf8.h"
#include "read/charset.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	static const char *const	 hints[] = {
		NULL, "utf-8", "gb2312", "big5", "utf-16", "iso-8859-1",
	};
	struct bytes		 in = { p, n };
	struct arena		*a = arena_new();
	struct decoded		 d;
	struct err		 e;

	for (size_t i = 0; i < sizeof(hints) / sizeof(*hints); i++)
		if (charset_decode(a, in, NULL, hints[i], &d, &e) < 0 ||
		    utf8_valid((struct bytes){
		    (const unsigned char *)d.text.p, d.text.n }) !=
		    d.text.n || memchr(d.text.p, 0, d.text.n) != NULL)
			abort();
	arena_free(a);
	return 0;
}
