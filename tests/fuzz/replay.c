/*
 * Replays a fuzz target without a fuzzer:
 *
 *	target [-m N] FILE...
 *
 * Each file goes in whole, cut off at every hundredth of its length, and N
 * times (default 100) with some of its bytes changed, always in the same
 * way.  That nothing crashes is the test.
 */
#include <config.h>

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SIZE_MAX_	(1u << 20)	/* longer files are cut off */

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static uint32_t
next_random(uint32_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 17;
	*x ^= *x << 5;
	return *x;
}

/* A copy of the very size, so that a sanitizer sees what reads beyond. */
static void
run(const uint8_t *p, size_t n, uint32_t seed)
{
	static const uint8_t	 odd[] = "\t\n\r|\x00\xFF\x80 0-\xE4\x1F";
	uint8_t			*q = malloc(n > 0 ? n : 1);

	if (q == NULL)
		abort();
	memcpy(q, p, n);
	for (int i = 0; seed != 0 && n > 0 && i < 8; i++)
		q[next_random(&seed) % n] = i % 2 == 0 ?
		    odd[next_random(&seed) % (sizeof(odd) - 1)] :
		    (uint8_t)next_random(&seed);
	LLVMFuzzerTestOneInput(q, n);
	free(q);
}

static int
replay(const char *path, uint32_t times)
{
	static uint8_t	 p[SIZE_MAX_];
	FILE		*f = fopen(path, "rb");
	size_t		 n;

	if (f == NULL) {
		perror(path);
		return 1;
	}
	n = fread(p, 1, sizeof(p), f);
	fclose(f);
	run(p, n, 0);
	for (size_t i = 0; i < 100; i++)
		run(p, n * i / 100, 0);
	for (uint32_t i = 1; i <= times; i++)
		run(p, n, i * 2654435761u);
	return 0;
}

int
main(int argc, char **argv)
{
	uint32_t	 times = 100;
	int		 opt, bad = 0;

	while ((opt = getopt(argc, argv, "m:")) != -1) {
		if (opt != 'm')
			return 2;
		times = (uint32_t)strtoul(optarg, NULL, 10);
	}
	for (; optind < argc; optind++)
		bad |= replay(argv[optind], times);
	return bad;
}
