/*
 * The results of n calls wait in a ring of window slots; slot i % window
 * belongs to call i from the moment that i is handed out until it is sunk.
 * next and sunk move under the lock; a slot's result is written by one
 * worker and read by the sinking thread, both under the lock.
 */
#include <config.h>

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/omap.h"
#include "base/stop.h"

#define THREADS_MAX	64

struct slot {
	void	*result;
	bool	 done;
};

struct queue {
	const struct omap	*m;
	pthread_mutex_t		 lock;
	pthread_cond_t		 room;		/* a slot has come free */
	pthread_cond_t		 filled;	/* a result has come in */
	struct slot		*slot;
	size_t			 window;
	size_t			 next;		/* to be handed out */
	size_t			 sunk;		/* all below have been sunk */
	bool			 stop;
};

static void *
worker(void *arg)
{
	struct queue	*q = arg;
	void		*result;
	size_t		 i;

	pthread_mutex_lock(&q->lock);
	for (;;) {
		while (!q->stop && q->next < q->m->n &&
		    q->next - q->sunk >= q->window)
			pthread_cond_wait(&q->room, &q->lock);
		if (q->stop || q->next >= q->m->n)
			break;
		i = q->next++;
		pthread_mutex_unlock(&q->lock);
		result = q->m->work(i, q->m->ctx);
		pthread_mutex_lock(&q->lock);
		q->slot[i % q->window] = (struct slot){ result, true };
		pthread_cond_signal(&q->filled);
	}
	pthread_mutex_unlock(&q->lock);
	return NULL;
}

/* Sinks everything in order; the lock is held on entry and on return. */
static int
sink_all(struct queue *q)
{
	struct slot	*s;
	void		*result;
	int		 rv;

	while (q->sunk < q->m->n) {
		s = &q->slot[q->sunk % q->window];
		while (!s->done)
			pthread_cond_wait(&q->filled, &q->lock);
		if (stop_asked())
			return -1;
		result = s->result;
		*s = (struct slot){ NULL, false };
		pthread_mutex_unlock(&q->lock);
		rv = q->m->sink(q->sunk, result, q->m->ctx);
		pthread_mutex_lock(&q->lock);
		q->sunk++;
		pthread_cond_broadcast(&q->room);
		if (rv != 0)
			return rv;
	}
	return 0;
}

static int
omap_here(const struct omap *m)
{
	void	*result;
	int	 rv;

	for (size_t i = 0; i < m->n; i++) {
		result = m->work(i, m->ctx);
		if (stop_asked()) {
			m->drop(result, m->ctx);
			return -1;
		}
		if ((rv = m->sink(i, result, m->ctx)) != 0)
			return rv;
	}
	return 0;
}

static int
omap_held(const struct omap *m)
{
	pthread_t	 thread[THREADS_MAX];
	struct queue	 q = { .m = m };
	int		 want, nthread = 0, rv;

	want = m->nthread < THREADS_MAX ? m->nthread : THREADS_MAX;
	q.window = m->window != 0 ? m->window : 4 * (size_t)want;
	if (want <= 0)
		return omap_here(m);
	q.slot = xmalloc(q.window * sizeof(*q.slot));
	for (size_t i = 0; i < q.window; i++)
		q.slot[i] = (struct slot){ NULL, false };
	pthread_mutex_init(&q.lock, NULL);
	pthread_cond_init(&q.room, NULL);
	pthread_cond_init(&q.filled, NULL);
	while (nthread < want &&
	    pthread_create(&thread[nthread], NULL, worker, &q) == 0)
		nthread++;
	if (nthread == 0)
		rv = omap_here(m);
	else {
		pthread_mutex_lock(&q.lock);
		rv = sink_all(&q);
		q.stop = true;
		pthread_cond_broadcast(&q.room);
		pthread_mutex_unlock(&q.lock);
		for (int i = 0; i < nthread; i++)
			pthread_join(thread[i], NULL);
	}
	for (size_t i = 0; i < q.window; i++)
		if (q.slot[i].done)
			m->drop(q.slot[i].result, m->ctx);
	pthread_cond_destroy(&q.filled);
	pthread_cond_destroy(&q.room);
	pthread_mutex_destroy(&q.lock);
	free(q.slot);
	return rv;
}

int
omap(const struct omap *m)
{
	struct stop	 held;
	int		 rv;

	stop_hold(&held);
	rv = omap_held(m);
	stop_release(&held);
	return rv;
}

int
omap_processors(void)
{
	long	 n = sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : n > THREADS_MAX ? THREADS_MAX : (int)n;
}
