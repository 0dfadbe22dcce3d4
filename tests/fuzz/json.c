/* JSON, whatever it says. */
#include <config.h>

#include "reader.h"

extern const struct reader	 json_reader;

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	return fuzz_reader(&json_reader, p, n, NULL);
}
