/*
 * To be asked to stop, by SIGHUP, SIGINT or SIGTERM, where that leaves
 * something behind: a child that goes on, or its folder with a document.
 *
 * From stop_hold() to stop_release() these signals wait, but for those that
 * are ignored (nohup), and whoever has much to do asks stop_asked() now and
 * then.  stop_release() lets them through: as a rule they end the program.
 * Both are called while there is one thread; the threads made in between
 * hold the signals, too.
 */
#ifndef BASE_STOP_H
#define BASE_STOP_H

#include <signal.h>
#include <stdbool.h>

struct stop {
	sigset_t	 before;	/* what waited already */
};

void	stop_hold(struct stop *);
void	stop_release(const struct stop *);

/* Whether one of them waits; on any thread. */
bool	stop_asked(void);

#endif
