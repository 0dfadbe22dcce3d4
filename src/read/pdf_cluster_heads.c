/*
 * The heads of columns in tables that no rules show: which columns they are
 * of, and which lines are one head.
 */
#include <config.h>

#include "read/pdf_cluster.h"

#define LINES	60		/* of heads, or of a label, at most */

/* The first label that does not begin above a line. */
static int
block_from(const struct cluster *c, int line)
{
	int	 lo = 0, hi = c->nblock;

	while (lo < hi) {
		int	 at = lo + (hi - lo) / 2;

		if (c->block[at].first < line)
			lo = at + 1;
		else
			hi = at;
	}
	return lo;
}

/* The columns of heads below a head, above figures; how many heads it is. */
static int
heads_below(const struct cluster *c, int at, int to, const struct chunk *k,
    int *first, int *last)
{
	int	 n = 0;

	for (int i = at + 1; i < to && i < at + LINES && n < 2; i++) {
		const struct row	*r = &c->row[i];

		if (r->figures != 0 || cluster_is_title(r, c) ||
		    !cluster_is_near(r - 1, r, 14))
			break;
		n = 0;
		for (int j = r->first; j < r->first + r->n; j++) {
			const struct chunk	*o = &c->chunk[j];
			int			 wide = o->box.x1 - o->box.x0;

			if (cluster_is_label(c, o) ||
			    o->box.x0 + wide / 4 > k->box.x1 ||
			    o->box.x1 - wide / 4 < k->box.x0)
				continue;
			*first = n == 0 ? o->col : *first;
			*last = o->col + o->span - 1;
			n++;
		}
	}
	return n;
}

void
cluster_span_heads(struct cluster *c, int from, int to)
{
	for (int i = from; i < to; i++)
		for (int n = 0; n < c->row[i].n && c->row[i].figures == 0;
		    n++) {
			struct chunk	*k = &c->chunk[c->row[i].first + n];
			int		 first = 0, last = 0;

			if (k->span > 1 || cluster_is_label(c, k) ||
			    heads_below(c, i, to, k, &first, &last) < 2 ||
			    first > k->col || last < k->col)
				continue;
			k->col = first;
			k->span = last - first + 1;
		}
}

/* A word or two over figures, or below such: part of the heads of columns. */
static bool
is_more_head(const struct cluster *c, const struct row *r)
{
	return cluster_is_near(r - 1, r, 14) && r->figures == 0 &&
	    !cluster_is_title(r, c) && !cluster_is_label_line(c, r);
}

/*
 * Whether a line of labels is beside a line of heads, and not below it: they
 * are closer than lines of a cell.
 */
static bool
is_beside_head(const struct cluster *c, int at, int from, int to)
{
	const struct row	*r = &c->row[at];

	return (at > from && cluster_is_near(r - 1, r, 9) &&
	    !cluster_is_label_line(c, r - 1)) || (at + 1 < to &&
	    r[1].figures == 0 && cluster_is_near(r, r + 1, 9) &&
	    !cluster_is_label_line(c, r + 1));
}

/* Whether the labels that begin in the lines from..end - 1 end there. */
static bool
end_labels(const struct cluster *c, int from, int end)
{
	for (int i = block_from(c, from - LINES); i < c->nblock &&
	    c->block[i].first < end; i++) {
		const struct block	*b = &c->block[i];

		if (b->last >= from &&
		    (b->first < from || b->last >= end || b->item))
			return false;
	}
	return true;
}

/*
 * The end of the lines of a single head that is wrapped, or of heads beside
 * each other, and of the label beside them, which stands halfway between
 * lines; from if that is not what begins there.
 */
static int
wrapped_head(const struct cluster *c, int from, int to)
{
	int			 end = from;
	const struct chunk	*head = NULL;
	bool			 label = false, several =
	    cluster_is_head_line(c, &c->row[from]);

	for (; end < to && end < from + LINES; end++) {
		const struct row	*r = &c->row[end];
		int			 heads = 0;

		if (r->figures != 0 || cluster_is_title(r, c) ||
		    (end > from && !cluster_is_near(r - 1, r, 14)) ||
		    (cluster_is_label_line(c, r) &&
		    !is_beside_head(c, end, from, to)))
			break;
		for (int i = r->first; i < r->first + r->n; i++) {
			const struct chunk	*k = &c->chunk[i];

			if (cluster_is_label(c, k)) {
				label = true;
				continue;
			}
			head = head == NULL ? k : head;
			if (several ? k->span > 1 : ++heads > 1 ||
			    k->box.x0 >= head->box.x1 ||
			    k->box.x1 <= head->box.x0)
				return from;
		}
	}
	return label && head != NULL && end - from > 1 &&
	    end_labels(c, from, end) ? end : from;
}

int
cluster_heads_end(struct cluster *c, int from, int to)
{
	int	 end = wrapped_head(c, from, to);

	for (int i = block_from(c, from); i < c->nblock &&
	    c->block[i].first < end; i++)
		c->block[i].head = true;
	if (end > from || !cluster_is_head_line(c, &c->row[from]))
		return end;
	for (end++; end < to && is_more_head(c, &c->row[end]); end++)
		continue;
	return end;
}

/* The lines of a single head, which are over the columns of the first. */
static void
number_head(struct cluster *c, int from, int end, int row)
{
	const struct chunk	*head = NULL;

	for (int i = c->row[from].first; i < c->row[end - 1].first +
	    c->row[end - 1].n; i++) {
		struct chunk	*k = &c->chunk[i];

		k->row = row;
		if (cluster_is_label(c, k))
			continue;
		head = head == NULL ? k : head;
		k->col = head->col;
		k->span = head->span;
	}
}

/*
 * Heads of several columns: what reaches over some of them has a row for its
 * line, and all that stands over a single one is put together in a row below,
 * which *n will be.
 */
static void
number_columns(struct cluster *c, int from, int end, int *n)
{
	for (int i = from; i < end; i++) {
		bool	 wide = false;

		for (int k = c->row[i].first; k < c->row[i].first +
		    c->row[i].n; k++)
			if (c->chunk[k].span > 1) {
				c->chunk[k].row = *n;
				wide = true;
			}
		*n += wide;
	}
	for (int i = from; i < end; i++)
		for (int k = c->row[i].first; k < c->row[i].first +
		    c->row[i].n; k++)
			if (c->chunk[k].span == 1)
				c->chunk[k].row = *n;
}

void
cluster_number_heads(struct cluster *c, int from, int end, int *n)
{
	if (cluster_is_head_line(c, &c->row[from]))
		number_columns(c, from, end, n);
	else
		number_head(c, from, end, *n);
	for (int i = block_from(c, from); i < c->nblock &&
	    c->block[i].first < end; i++)
		if (c->block[i].head)
			c->block[i].row = *n;
	++*n;
}
