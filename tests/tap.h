/*
 * TAP for tests in C:
 *
 *	CHECK(1 + 1 == 2);		one test, named by its text
 *	CHECK_STR(buf, "expected");
 *	return tap_done();
 */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <stdio.h>
#include <string.h>

static int	 tap_n, tap_bad;

static inline void
tap_check(int good, const char *what, const char *file, int line)
{
	printf("%sok %d - %s\n", good ? "" : "not ", ++tap_n, what);
	if (!good) {
		printf("# %s:%d\n", file, line);
		tap_bad++;
	}
}

static inline void
tap_check_str(const char *got, const char *want, const char *what,
    const char *file, int line)
{
	int	 good = strcmp(got, want) == 0;

	tap_check(good, what, file, line);
	if (!good)
		printf("# got  \"%s\"\n# want \"%s\"\n", got, want);
}

static inline int
tap_done(void)
{
	printf("1..%d\n", tap_n);
	return tap_bad != 0;
}

#define CHECK(e)	tap_check((e) ? 1 : 0, #e, __FILE__, __LINE__)
#define CHECK_STR(got, want) \
	tap_check_str((got), (want), #got, __FILE__, __LINE__)

#endif
