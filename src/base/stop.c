#include <config.h>

#include <stddef.h>

#include "base/stop.h"

static const int	 asking[] = { SIGHUP, SIGINT, SIGTERM };

#define NASKING	(sizeof(asking) / sizeof(asking[0]))

void
stop_hold(struct stop *s)
{
	struct sigaction	 now;
	sigset_t		 hold;

	sigemptyset(&hold);
	/* Of those that are ignored Linux says that they wait, once held. */
	for (size_t i = 0; i < NASKING; i++)
		if (sigaction(asking[i], NULL, &now) == 0 &&
		    now.sa_handler != SIG_IGN)
			sigaddset(&hold, asking[i]);
	sigprocmask(SIG_BLOCK, &hold, &s->before);
}

void
stop_release(const struct stop *s)
{
	sigprocmask(SIG_SETMASK, &s->before, NULL);
}

bool
stop_asked(void)
{
	sigset_t	 waiting;

	if (sigpending(&waiting) < 0)
		return false;
	for (size_t i = 0; i < NASKING; i++)
		if (sigismember(&waiting, asking[i]) == 1)
			return true;
	return false;
}
