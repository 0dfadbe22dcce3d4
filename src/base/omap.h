/*
 * An ordered parallel map, and all the threading there is.
 *
 * Calls work(i, ctx) for every i below n, on nthread threads at once, and
 * passes each result to sink(i, result, ctx) on the thread that called
 * omap(), in the order of i, one at a time.  So work must be free of shared
 * writable state, while sink may own a database connection and need not
 * know that threads exist; and what sink does cannot depend on nthread.
 *
 * At most window results wait unsunk, which bounds memory.  With nthread 0
 * everything runs on the calling thread.
 *
 * If sink returns nonzero, no further work is started, results still
 * outstanding go to drop(result, ctx), and omap() returns that value.
 * Otherwise it returns 0.  When threads cannot be made, those that were do
 * the work, and the calling thread if there are none.
 *
 * Signals that ask to stop (base/stop.h) wait until what has been begun is
 * done; nothing more is begun or sunk then.  As a rule they end the program
 * before omap() returns, which else is with -1.
 */
#ifndef BASE_OMAP_H
#define BASE_OMAP_H

#include <stddef.h>

struct omap {
	void	*(*work)(size_t i, void *ctx);
	int	 (*sink)(size_t i, void *result, void *ctx);
	void	 (*drop)(void *result, void *ctx);
	void	*ctx;
	size_t	 n;
	size_t	 window;	/* 0 means 4 * nthread */
	int	 nthread;
};

int	omap(const struct omap *);

/* Processors that are online, at least 1. */
int	omap_processors(void);

#endif
