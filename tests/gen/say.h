/*
 * Sentences about the figures of a made-up report, true but for one.
 */
#ifndef TESTS_GEN_SAY_H
#define TESTS_GEN_SAY_H

#include "tests/gen/gen.h"

/*
 * What is to be said.  rule is the one of which the report is to have the
 * fault, or NULL; planted is set when it has it.
 */
struct say {
	const char	*rule;
	const char	*agency;	/* a township, with all that is above */
	bool		 planted;
};

extern const struct gen_hooks	 say_hooks;	/* arg: struct say * */

#endif
