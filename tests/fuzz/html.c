/* HTML pages, whatever they are. */
#include <config.h>

#include "reader.h"

extern const struct reader	 html_reader;

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	return fuzz_reader(&html_reader, p, n, n % 2 ? "UTF-8" : NULL);
}
