/* Workbooks of Excel, to the document that comes of them. */
#include <config.h>

#include "reader.h"

extern const struct reader	 xls_reader;

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	/* What is of an old version would go to another program. */
	setenv("PATH", "/nonexistent", 1);
	return fuzz_reader(&xls_reader, p, n, NULL);
}
