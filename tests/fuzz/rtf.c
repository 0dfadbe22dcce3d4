/* Rich Text Format, to the document that comes of them. */
#include <config.h>

#include "reader.h"

extern const struct reader	 rtf_reader;

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	return fuzz_reader(&rtf_reader, p, n, NULL);
}
