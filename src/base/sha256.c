#include <config.h>

#include <nettle/sha2.h>

#include "base/sha256.h"

void
sha256_hex(struct bytes in, char hex[SHA256_HEX])
{
	static const char	 digit[] = "0123456789abcdef";
	unsigned char		 sum[SHA256_DIGEST_SIZE];
	struct sha256_ctx	 ctx;

	sha256_init(&ctx);
	sha256_update(&ctx, in.n, in.p);
	sha256_digest(&ctx, sizeof(sum), sum);
	for (size_t i = 0; i < sizeof(sum); i++) {
		hex[2 * i] = digit[sum[i] >> 4];
		hex[2 * i + 1] = digit[sum[i] & 15];
	}
	hex[SHA256_HEX - 1] = '\0';
}
