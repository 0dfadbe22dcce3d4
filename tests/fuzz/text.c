/* Text, whatever it is. */
#include <config.h>

#include "reader.h"

extern const struct reader	 text_reader;

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	return fuzz_reader(&text_reader, p, n, "UTF-8");
}
