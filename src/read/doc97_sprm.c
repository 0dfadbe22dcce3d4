#include <config.h>

#include <string.h>

#include "read/doc97_prop.h"
#include "read/doc97_sprm.h"
#include "read/le.h"

#define TC80_SIZE	20		/* 2.9.314 */
#define EDGE_MAX	1000000		/* twips; 22 inches are the most */

/* Length of an operand that says it itself, from its first byte on. */
static size_t
variable_size(uint16_t op, struct bytes b, size_t *head)
{
	size_t	 n = le8(b, 0), del;

	*head = 1;
	if (op == SPRM_T_DEF_TABLE) {	/* counts one too many (2.9.322) */
		*head = 2;
		n = le16(b, 0);
		return n == 0 ? 2 : n + 1;
	}
	if (op == SPRM_P_CHG_TABS && n == 255) {	/* 2.9.181 */
		del = le8(b, 1);
		return 2 + 4 * del + 1 + 3 * (size_t)le8(b, 2 + 4 * del);
	}
	return n + 1;
}

bool
sprm_next(struct bytes *list, struct sprm *s)
{
	static const unsigned char	 size[8] = { 1, 1, 2, 4, 2, 2, 0, 3 };
	struct bytes			 b;
	size_t				 n, head = 0;

	if (list->n < 3)
		return false;
	s->op = le16(*list, 0);
	b = le_sub(*list, 2, list->n);
	n = size[s->op >> 13];
	if (n == 0)
		n = variable_size(s->op, b, &head);
	if (n > b.n || head > n)
		return false;
	s->arg = le_sub(b, head, n - head);
	*list = le_sub(b, n, b.n);
	return true;
}

static void
def_table(struct row_def *r, struct bytes arg)
{
	int	 n = le8(arg, 0);
	size_t	 tc = 1 + 2 * ((size_t)n + 1);

	if (n > ROW_CELLS || !le_has(arg, 1, tc - 1))
		return;
	r->ncell = n;
	memset(r->flags, 0, sizeof(r->flags));
	for (int i = 0; i <= n; i++)
		r->edge[i] = (int16_t)le16(arg, 1 + 2 * (size_t)i);
	for (int i = 0; i < n; i++)
		r->flags[i] = le16(arg, tc + TC80_SIZE * (size_t)i);
}

/* Changes may be repeated at will; edges stay where they can be summed. */
static int
edge(int at)
{
	return at < -EDGE_MAX ? -EDGE_MAX : at > EDGE_MAX ? EDGE_MAX : at;
}

static void
insert_cells(struct row_def *r, int at, int n, int width)
{
	int	 moved;

	if (at > r->ncell)
		at = r->ncell;
	if (n > ROW_CELLS - r->ncell)
		n = ROW_CELLS - r->ncell;
	moved = r->ncell - at;
	memmove(r->flags + at + n, r->flags + at,
	    (size_t)moved * sizeof(r->flags[0]));
	memset(r->flags + at, 0, (size_t)n * sizeof(r->flags[0]));
	for (int i = r->ncell; i > at; i--)
		r->edge[i + n] = edge(r->edge[i] + n * width);
	for (int i = 1; i <= n; i++)
		r->edge[at + i] = edge(r->edge[at] + i * width);
	r->ncell += n;
}

static void
delete_cells(struct row_def *r, int first, int lim)
{
	int	 n, gone;

	if (lim > r->ncell)
		lim = r->ncell;
	if (first >= lim)
		return;
	n = lim - first;
	gone = r->edge[lim] - r->edge[first];
	for (int i = lim; i <= r->ncell; i++)
		r->edge[i - n] = edge(r->edge[i] - gone);
	memmove(r->flags + first, r->flags + lim,
	    (size_t)(r->ncell - lim) * sizeof(r->flags[0]));
	r->ncell -= n;
}

static void
set_width(struct row_def *r, int first, int lim, int width)
{
	int	 more;

	for (int i = first; i < lim && i < r->ncell; i++) {
		more = width - (r->edge[i + 1] - r->edge[i]);
		for (int k = i + 1; k <= r->ncell; k++)
			r->edge[k] = edge(r->edge[k] + more);
	}
}

static void
shift(struct row_def *r, int by)
{
	for (int i = 0; i <= r->ncell; i++)
		r->edge[i] = edge(r->edge[i] + by);
}

/* Cells first to lim - 1 become one, or their own again. */
static void
merge(struct row_def *r, int first, int lim, bool together)
{
	for (int i = first; i < lim && i < r->ncell; i++) {
		r->flags[i] &= (uint16_t)~(CELL_FIRST | CELL_MERGED);
		if (together)
			r->flags[i] |= i == first ? CELL_FIRST : CELL_MERGED;
	}
}

bool
row_change(struct row_def *r, const struct sprm *s)
{
	int	 a = le8(s->arg, 0), b = le8(s->arg, 1);
	int	 wide = (int16_t)le16(s->arg, 2);

	switch (s->op) {
	case SPRM_T_DEF_TABLE:
		def_table(r, s->arg);
		break;
	case SPRM_T_DXA_LEFT:
		shift(r, (int16_t)le16(s->arg, 0) - r->edge[0] - r->gap_half);
		break;
	case SPRM_T_GAP_HALF:
		r->gap_half = (int16_t)le16(s->arg, 0);
		break;
	case SPRM_T_INSERT:
		insert_cells(r, a, b, wide);
		break;
	case SPRM_T_DELETE:
		delete_cells(r, a, b);
		break;
	case SPRM_T_DXA_COL:
		set_width(r, a, b, wide);
		break;
	case SPRM_T_MERGE:
		merge(r, a, b, true);
		break;
	case SPRM_T_SPLIT:
		merge(r, a, b, false);
		break;
	case SPRM_T_VERT_MERGE:
		if (a >= r->ncell)
			break;
		r->flags[a] &= (uint16_t)~(CELL_BELOW | CELL_RESTART);
		if (b != 0)
			r->flags[a] |= b == 1 ? CELL_BELOW :
			    CELL_BELOW | CELL_RESTART;
		break;
	default:
		return false;
	}
	return true;
}
