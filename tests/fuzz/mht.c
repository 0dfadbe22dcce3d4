/* MIME messages, whatever they are. */
#include <config.h>

#include "reader.h"

extern const struct reader	 mht_reader;

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	return fuzz_reader(&mht_reader, p, n, NULL);
}
