#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/doc97_box.h"
#include "read/doc97_text.h"
#include "read/le.h"

#define SPA_SIZE	26		/* Spa (2.9.253) */
#define FTXBXS_SIZE	22		/* FTXBXS (2.9.101) */
#define FTXBXS_REUSABLE	8		/* no box stands there any more */
#define FTXBXS_SHAPE	14

int
boxes_read(const struct word *w, struct boxes *b, struct err *e)
{
	size_t		 at, n, data;
	struct bytes	 plc = word_part(w, PART_TXBX_TXT, &at);

	*b = (struct boxes){ NULL, 0,
	    word_part(w, PART_SPA_MOM, &at) };
	if (w->ccp_boxes == 0 || plc.n < 4)
		return 0;
	n = (plc.n - 4) / (4 + FTXBXS_SIZE);
	if (n > LIMIT_BOXES)
		return err_set(e, ERR_LIMIT, "more than %d text boxes",
		    LIMIT_BOXES);
	b->v = arena_alloc(w->arena, n + 1, sizeof(*b->v));
	data = 4 * (n + 1);
	for (size_t i = 0; i < n; i++) {
		struct box	*x = &b->v[b->n];
		size_t		 item = data + FTXBXS_SIZE * i;

		x->cp = le32(plc, 4 * i);
		x->end = le32(plc, 4 * i + 4);
		x->shape = le32(plc, item + FTXBXS_SHAPE);
		if (le16(plc, item + FTXBXS_REUSABLE) != 0 ||
		    x->cp >= x->end || x->end > w->ccp_boxes)
			continue;
		x->cp += w->cp_boxes;
		x->end += w->cp_boxes;
		b->n++;
	}
	return 0;
}

struct box *
boxes_at(const struct boxes *b, uint32_t cp)
{
	size_t		 n = b->anchors.n < 4 ? 0 :
			    (b->anchors.n - 4) / (4 + SPA_SIZE);
	size_t		 lo = 0, hi = n, mid;
	uint32_t	 shape;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (le32(b->anchors, 4 * mid) < cp)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == n || le32(b->anchors, 4 * lo) != cp)
		return NULL;
	shape = le32(b->anchors, 4 * (n + 1) + SPA_SIZE * lo);
	for (size_t i = 0; i < b->n; i++)
		if (b->v[i].shape == shape && !b->v[i].done)
			return &b->v[i];
	return NULL;
}
