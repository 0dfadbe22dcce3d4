/*
 * The columns of a table that no rules show: where figures overlap, and where
 * heads stand over nothing.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "read/pdf_cluster.h"

#define ALIKE	(2 * PT)	/* by so little may figures be off */

static bool
add_column(struct cluster *c, int at, const struct pdf_box *b)
{
	size_t	 n = (size_t)(c->ncol - at) * sizeof(int);

	if (c->ncol == COLUMNS)
		return false;
	memmove(&c->lo[at + 1], &c->lo[at], n);
	memmove(&c->hi[at + 1], &c->hi[at], n);
	c->lo[at] = b->x0;
	c->hi[at] = b->x1;
	c->ncol++;
	return true;
}

/* The first column that does not end before x; else the number of them. */
static int
column_from(const struct cluster *c, int x)
{
	int	 at = 0;

	while (at < c->ncol && c->hi[at] < x)
		at++;
	return at;
}

bool
cluster_add_figures(struct cluster *c, const struct row *r)
{
	for (int k = r->first; k < r->first + r->n; k++) {
		const struct pdf_box	*b = &c->chunk[k].box;
		int			 at;

		if (!c->chunk[k].figure)
			continue;
		at = column_from(c, b->x0);
		if (at == c->ncol || c->lo[at] > b->x1) {
			if (!add_column(c, at, b))
				return false;
			continue;
		}
		if (at + 1 < c->ncol && c->lo[at + 1] <= b->x1)
			return false;
		if (c->lo[at] > b->x0)
			c->lo[at] = b->x0;
		if (c->hi[at] < b->x1)
			c->hi[at] = b->x1;
	}
	return true;
}

int
cluster_column_of(const struct cluster *c, const struct pdf_box *b)
{
	int	 at = -1;

	for (int i = 0; i < c->ncol; i++)
		if (c->lo[i] <= b->x1 && c->hi[i] >= b->x0) {
			if (at >= 0)
				return -1;
			at = i;
		}
	return at;
}

/* Whether all of a line are the rest of heads above columns. */
static bool
is_rest_of_heads(const struct cluster *c, const struct row *r)
{
	if (r->figures != 0 || !cluster_is_near(r - 1, r, 14))
		return false;
	for (int n = 0; n < r->n; n++)
		if (cluster_column_of(c, &c->chunk[r->first + n].box) < 0)
			return false;
	return true;
}

bool
cluster_head_columns(struct cluster *c, int at)
{
	const struct row	*r = &c->row[at];
	const struct chunk	*k = &c->chunk[r->first];

	c->ncol = 0;
	if (r->figures != 0 || r->n <= RICH || r->n > COLUMNS)
		return false;
	for (int i = 1; i < r->n; i++)
		if (!add_column(c, c->ncol, &k[i].box))
			return false;
	for (int i = at + 1; i < c->nrow && i <= at + 4; i++) {
		const struct row	*up = &c->row[i - 1];

		if (!cluster_is_near(up, &c->row[i],
		    c->row[i].from < c->row[i].to ? 30 : 20))
			break;
		k = &c->chunk[c->row[i].first];
		if ((c->row[i].figures == 0 && c->row[i].n == 1) ||
		    is_rest_of_heads(c, &c->row[i]))
			continue;	/* a blank row is one, too */
		if (c->row[i].figures == 0 || k->figure ||
		    k->box.x1 > c->lo[0])
			return false;
		for (int n = 1; n < c->row[i].n; n++)
			if (!k[n].figure || cluster_column_of(c, &k[n].box) < 0)
				return false;
		return true;
	}
	return false;
}

bool
cluster_find_columns(struct cluster *c, int from, int to)
{
	c->ncol = 0;
	for (int i = from; i < to; i++)
		if (c->row[i].figures >= RICH &&
		    !cluster_add_figures(c, &c->row[i]))
			return false;
	for (int i = from; i < to && c->ncol == 0; i++)
		if (c->row[i].n > RICH && cluster_head_columns(c, i))
			return true;
	return c->ncol >= RICH;
}

/* Whether a line has a figure in the first column. */
static bool
has_first_figure(const struct cluster *c, const struct row *r)
{
	for (int k = r->first; k < r->first + r->n; k++)
		if (c->chunk[k].figure && c->chunk[k].box.x1 >= c->lo[0] &&
		    c->chunk[k].box.x0 <= c->hi[0])
			return true;
	return false;
}

void
cluster_find_edge(struct cluster *c, int from, int to)
{
	int	 pitch = c->lo[1] + c->hi[1] - c->lo[0] - c->hi[0];

	c->edge = c->lo[0] + (c->hi[0] - c->lo[0]) / 2 - pitch / 4;
	if (c->edge > c->lo[0])
		c->edge = c->lo[0];
	c->left = c->edge;
	for (int i = from; i < to; i++) {
		const struct chunk	*k = &c->chunk[c->row[i].first];

		if (c->row[i].figures == 0)
			continue;
		if (k->box.x0 < c->left)
			c->left = k->box.x0;
		if (!k->figure && k->box.x1 > c->edge &&
		    k->box.x1 < c->lo[0] && has_first_figure(c, &c->row[i]))
			c->edge = k->box.x1;
	}
}

/* Whether nothing but heads stands in front of the figures. */
static bool
is_unlabelled(const struct cluster *c, int from, int to)
{
	for (int i = from; i < to; i++) {
		const struct row	*r = &c->row[i];

		for (int k = r->first; k < r->first + r->n; k++)
			if (cluster_is_label(c, &c->chunk[k]) &&
			    !cluster_is_head_line(c, r))
				return false;
	}
	return true;
}

/* The least distance of two columns, from middle to middle. */
static int
find_pitch(const struct cluster *c)
{
	int	 least = 0;

	for (int i = 1; i < c->ncol; i++) {
		int	 d = (c->lo[i] + c->hi[i]) / 2 -
		    (c->lo[i - 1] + c->hi[i - 1]) / 2;

		if (least == 0 || d < least)
			least = d;
	}
	return least;
}

/* Whether a head is over no column, and as far from all as they are. */
static bool
heads_blanks(const struct cluster *c, const struct pdf_box *b, int pitch)
{
	int	 x = pdf_box_middle(b);

	for (int i = 0; i < c->ncol; i++)
		if ((c->lo[i] <= b->x1 && c->hi[i] >= b->x0) ||
		    abs(2 * x - c->lo[i] - c->hi[i]) / 2 < pitch / 10 * 7)
			return false;
	return b->x0 > c->edge;
}

bool
cluster_blank_columns(struct cluster *c, int from, int to)
{
	int	 pitch = find_pitch(c), at;

	if (is_unlabelled(c, from, to))
		c->edge = -1;
	/* Lines of wide heads are above those of the heads under them. */
	for (int i = to - 1; i >= from; i--) {
		const struct row	*r = &c->row[i];

		if (!cluster_is_head_line(c, r))
			continue;
		for (int k = r->first; k < r->first + r->n; k++) {
			const struct pdf_box	*b = &c->chunk[k].box;

			if (!heads_blanks(c, b, pitch))
				continue;
			for (at = 0; at < c->ncol && c->hi[at] < b->x0; at++)
				continue;
			if (!add_column(c, at, b))
				return false;
		}
	}
	return true;
}

static bool
is_close(int a, int b)
{
	return abs(a - b) <= ALIKE;
}

/* Whether a figure stands in its column as those above do. */
static bool
is_in_line(const struct cluster *c, int at, const struct pdf_box *b)
{
	return is_close(b->x0, c->lo[at]) || is_close(b->x1, c->hi[at]) ||
	    is_close(b->x0 + b->x1, c->lo[at] + c->hi[at]);
}

/*
 * Whether the figures of a line stand in the columns as those above do: at
 * their left, at their right or in the middle, or as far from all columns as
 * these are from each other.  One of them may not.
 */
static bool
is_aligned(const struct cluster *c, const struct row *r)
{
	int	 odd = 0, pitch = find_pitch(c);

	for (int k = r->first; k < r->first + r->n; k++) {
		const struct pdf_box	*b = &c->chunk[k].box;
		int			 at = 0;
		bool			 close = false;

		if (!c->chunk[k].figure)
			continue;
		while (at < c->ncol && c->hi[at] < b->x0)
			at++;
		if (at < c->ncol && c->lo[at] <= b->x1) {
			odd += !is_in_line(c, at, b);
			continue;
		}
		for (int i = 0; i < c->ncol; i++)
			close |= abs(b->x0 + b->x1 - c->lo[i] - c->hi[i]) / 2 <
			    pitch / 10 * 6;
		odd += close;
	}
	return odd <= 1;
}

/*
 * Whether a line has figures where no column is and none where columns are,
 * so many of both that it is of another table: where a page ends and a table
 * goes on, its columns may be others.
 */
static bool
is_shifted(const struct cluster *c, const struct row *r)
{
	int	 fresh = 0, bare = c->ncol;

	for (int k = r->first; k < r->first + r->n; k++) {
		const struct pdf_box	*b = &c->chunk[k].box;
		int			 at;

		if (!c->chunk[k].figure)
			continue;
		at = column_from(c, b->x0);
		if (at < c->ncol && c->lo[at] <= b->x1)
			bare--;
		else
			fresh++;
	}
	return fresh > 1 && bare > 1;
}

bool
cluster_fits(const struct cluster *c, const struct row *r)
{
	return is_aligned(c, r) && !is_shifted(c, r);
}
