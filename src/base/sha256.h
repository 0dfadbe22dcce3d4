/* SHA-256 (FIPS 180-4), as 64 lower-case hexadecimal digits and a NUL. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/str.h"

#define SHA256_HEX	65

void	sha256_hex(struct bytes, char hex[SHA256_HEX]);

#endif
