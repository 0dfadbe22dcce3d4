#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "form/number.h"
#include "form/unshown.h"

#define WORDS_MIN	3	/* a table with fewer says nothing */
#define TABLES_MAX	60	/* looked at; what is more stays as it is */

/* What stands in the cells of a table. */
struct words {
	const struct block	*block;
	struct str		*word;		/* sorted, each once */
	size_t			 n;
	int			 figures;
	bool			 twin;		/* is in what shows more */
};

struct tables {
	struct arena	*arena;
	struct words	*v;
	size_t		 n;
};

static int
by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void
collect(struct tables *t, const struct block *b)
{
	const struct grid	*g = b->grid;
	struct words		*w = &t->v[t->n++];
	size_t			 n = 0, all = (size_t)g->nrow *
				    (size_t)g->ncol;

	*w = (struct words){ .block = b };
	w->word = arena_alloc(t->arena, all, sizeof(*w->word));
	for (size_t i = 0; i < all; i++) {
		int		   row = (int)(i / (size_t)g->ncol);
		int		   col = (int)(i % (size_t)g->ncol);
		const struct cell *c = grid_at(g, row, col);
		enum state	   state;

		if (c == NULL || c->row != row || c->col != col)
			continue;
		state = number_read(c->text).state;
		w->figures += state == STATE_NUMBER;
		if (state == STATE_TEXT)
			w->word[n++] = c->text;
	}
	qsort(w->word, n, sizeof(*w->word), by_text);
	for (size_t i = 0; i < n; i++)
		if (w->n == 0 || !str_eq(w->word[w->n - 1], w->word[i]))
			w->word[w->n++] = w->word[i];
}

static size_t
common(const struct words *a, const struct words *b)
{
	size_t	 n = 0;

	for (size_t i = 0, k = 0; i < a->n && k < b->n; ) {
		int	 c = str_cmp(a->word[i], b->word[k]);

		n += c == 0;
		i += c <= 0;
		k += c >= 0;
	}
	return n;
}

static void
find_twins(struct tables *t)
{
	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < t->n && !t->v[i].twin; k++) {
			const struct words	*a = &t->v[i], *b = &t->v[k];

			t->v[i].twin = b->block->depth < a->block->depth &&
			    3 * common(a, b) >= 2 * a->n &&
			    2 * b->figures >= a->figures;
		}
}

/* Whether the part has tables, and each is also in what shows more. */
static bool
is_dropped(const struct tables *t, int part)
{
	size_t	 n = 0;

	if (part == 0)
		return false;
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].block->unshown != part)
			continue;
		if (!t->v[i].twin)
			return false;
		n++;
	}
	return n > 0;
}

static struct block *
unlink_parts(const struct tables *t, struct block *first,
    const struct block *end)
{
	struct block	*head = first, **link = &head;
	int		 part = 0;
	bool		 drop = false;

	while (*link != NULL && *link != end) {
		if ((*link)->unshown != part) {
			part = (*link)->unshown;
			drop = is_dropped(t, part);
		}
		if (drop)
			*link = (*link)->next;
		else
			link = &(*link)->next;
	}
	return head;
}

int
unshown_drop(struct block **first, const struct block *end)
{
	struct tables	 t = { .n = 0 };
	bool		 unshown = false;
	int		 figures = 0;

	for (const struct block *b = *first; b != end; b = b->next)
		unshown |= b->unshown != 0;
	if (!unshown)
		return 0;
	t.arena = arena_new();
	t.v = arena_alloc(t.arena, TABLES_MAX, sizeof(*t.v));
	for (const struct block *b = *first; b != end; b = b->next) {
		if (b->kind != BLOCK_TABLE)
			continue;
		if (t.n == TABLES_MAX) {
			t.n = 0;
			break;
		}
		collect(&t, b);
		t.n -= t.v[t.n - 1].n < WORDS_MIN;
	}
	find_twins(&t);
	for (size_t i = 0; i < t.n; i++)
		if (is_dropped(&t, t.v[i].block->unshown))
			figures += t.v[i].figures;
	*first = unlink_parts(&t, *first, end);
	arena_free(t.arena);
	return figures;
}
