/*
 * Tables without ruling lines, from where the figures stand.
 *
 * Lines with three figures that stand apart are rows; what is around them
 * and is built like a row, a heading of columns or the rest of a label
 * belongs to the same table.  So does what stands below three heads of
 * columns that are apart.  Columns are where figures overlap.  Nothing drawn
 * says which label belongs to which figures, so these tables are only
 * GRID_PADDED; where lines of figures may be parts of one another, their
 * figures are one cell, and pieces that may be one figure are kept apart by a
 * line break: that is text, not a number.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/limit.h"
#include "read/pdf_cluster.h"

#define APART	30		/* tenths: more than lines of a cell are */
#define FAR	70		/* and rows with a rule between them */
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

/*
 * Makes a column of each figure of a rich line, or widens the one that it
 * overlaps.  False when it would join two columns.
 */
static bool
add_figures(struct cluster *c, const struct row *r)
{
	for (int k = r->first; k < r->first + r->n; k++) {
		const struct pdf_box	*b = &c->chunk[k].box;
		int			 at = 0;

		if (!c->chunk[k].figure)
			continue;
		while (at < c->ncol && c->hi[at] < b->x0)
			at++;
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

/*
 * The column of heads that all of a box is below, and below no other; -1 if
 * there is none.
 */
static int
column_of(const struct cluster *c, const struct pdf_box *b)
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

/*
 * Columns out of the heads of a line and what is below them, for want of
 * lines full of figures: a label and three heads that are apart, and right
 * below them figures that stand under one each.
 */
static bool
head_columns(struct cluster *c, int at)
{
	const struct row	*r = &c->row[at];
	const struct chunk	*k = &c->chunk[r->first];

	c->ncol = 0;
	if (r->figures != 0 || r->n <= RICH || r->n > COLUMNS)
		return false;
	for (int i = 1; i < r->n; i++)
		if (!add_column(c, c->ncol, &k[i].box))
			return false;
	for (int i = at + 1; i < c->nrow && i <= at + 3 &&
	    cluster_is_near(&c->row[i - 1], &c->row[i], 20); i++) {
		k = &c->chunk[c->row[i].first];
		if (c->row[i].figures == 0 && c->row[i].n == 1)
			continue;	/* a blank row */
		if (c->row[i].figures == 0 || k->figure ||
		    k->box.x1 > c->lo[0])
			return false;
		for (int n = 1; n < c->row[i].n; n++)
			if (!k[n].figure || column_of(c, &k[n].box) < 0)
				return false;
		return true;
	}
	return false;
}

/*
 * Where the figures of the rich lines from..to overlap, there is a column;
 * if there are none, where the heads on the line that has most are.
 */
static bool
find_columns(struct cluster *c, int from, int to)
{
	c->ncol = 0;
	for (int i = from; i < to; i++)
		if (c->row[i].figures >= RICH && !add_figures(c, &c->row[i]))
			return false;
	for (int i = from; i < to && c->ncol == 0; i++)
		if (c->row[i].n > RICH && head_columns(c, i))
			return true;
	return c->ncol >= RICH;
}

/* Half the way between the first two columns, in front of the first. */
static void
find_edge(struct cluster *c, int from, int to)
{
	int	 pitch = c->lo[1] + c->hi[1] - c->lo[0] - c->hi[0];

	c->edge = c->lo[0] + (c->hi[0] - c->lo[0]) / 2 - pitch / 4;
	if (c->edge > c->lo[0])
		c->edge = c->lo[0];
	c->left = c->edge;
	for (int i = from; i < to; i++)
		if (c->row[i].figures != 0 &&
		    c->chunk[c->row[i].first].box.x0 < c->left)
			c->left = c->chunk[c->row[i].first].box.x0;
}

bool
cluster_is_label(const struct cluster *c, const struct chunk *k)
{
	return !k->figure && (k->box.x1 <= c->edge || (k->box.x1 <= c->lo[0] &&
	    pdf_box_middle(&k->box) < c->edge));
}

/* A line of one chunk that is no label and not short: running text. */
static bool
is_prose(const struct cluster *c, const struct row *r)
{
	const struct chunk	*k = &c->chunk[r->first];

	if (r->n != 1 || k->figure)
		return false;
	if (cluster_is_label(c, k) || k->box.x0 > c->edge)
		return false;
	/* A title inside the table stands in its middle. */
	return abs(2 * pdf_box_middle(&k->box) - c->left - c->hi[c->ncol - 1]) >
	    4 * pdf_box_height(&k->box) ||
	    k->box.x1 - k->box.x0 > (c->hi[c->ncol - 1] - c->left) / 2;
}

static bool
is_heading(const struct cluster *c, const struct row *r)
{
	struct str	 text = c->chunk[r->first].word->text;

	return r->n == 1 && r->figures == 0 && pdf_begins_item(text) &&
	    !str_starts(text, STR("第"));
}

bool
cluster_is_title(const struct row *r, const struct cluster *c)
{
	struct str	 text = c->chunk[r->first].word->text;

	return r->n == 1 && r->figures == 0 && pdf_begins_item(text) &&
	    str_starts(text, STR("第"));
}

/* Nothing but labels. */
bool
cluster_is_label_line(const struct cluster *c, const struct row *r)
{
	for (int i = r->first; i < r->first + r->n; i++)
		if (!cluster_is_label(c, &c->chunk[i]))
			return false;
	return true;
}

/* Heads of columns: several words, no figures. */
bool
cluster_is_head_line(const struct cluster *c, const struct row *r)
{
	return r->figures == 0 && r->n > 1 && r->n <= 2 * COLUMNS &&
	    !cluster_is_label_line(c, r);
}

bool
cluster_is_near(const struct row *a, const struct row *b, int tenths)
{
	if (b->from < b->to)
		tenths = tenths < APART ? 0 : FAR;
	return !b->apart && b->box.y0 - a->box.y0 <=
	    pdf_box_height(&a->box) / 10 * tenths;
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

/* Columns that are blank from top to bottom, but have a head. */
static bool
find_blank_columns(struct cluster *c, int from, int to)
{
	int	 pitch = find_pitch(c), at;

	if (is_unlabelled(c, from, to))
		c->edge = -1;
	for (int i = from; i < to; i++) {
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
 * The end of the rich lines that have the columns of the first, give or
 * take some that it left blank.  The columns are those of all of them.
 */
static int
go_on(struct cluster *c, int from)
{
	int		 to = from + 1, most = c->ncol * 3 / 2 + 1;
	struct cluster	 before;

	for (int i = to; i < c->nrow; i++) {
		if (!cluster_is_near(&c->row[i - 1], &c->row[i],
		    c->row[i].figures < RICH ? 35 : 50))
			break;
		if (c->row[i].figures < RICH)
			continue;
		before = *c;
		if (!is_aligned(c, &c->row[i]) ||
		    !add_figures(c, &c->row[i]) || c->ncol > most) {
			*c = before;
			break;
		}
		to = i + 1;
	}
	return to;
}

/* Whether a line begins a section, and not a label, below a table. */
static bool
is_next_heading(const struct cluster *c, const struct row *r)
{
	return is_heading(c, r) && r + 1 < c->row + c->nrow &&
	    (cluster_is_head_line(c, r + 1) || !cluster_is_near(r, r + 1, 12));
}

/* The lines around the rich ones that are built like parts of a table. */
static void
extend(const struct cluster *c, int first, int *from, int *to)
{
	int	 last = *to;

	while (*from > first) {
		const struct row	*r = &c->row[*from - 1];

		if (is_prose(c, r) || !cluster_is_near(r, r + 1, 35) ||
		    r->figures > c->ncol)
			break;
		/* The first line of a label, or a heading of the section. */
		if (is_heading(c, r) && (!cluster_is_near(r, r + 1, 14) ||
		    !cluster_is_label(c, &c->chunk[r[1].first]) ||
		    cluster_is_head_line(c, r + 1)))
			break;
		--*from;
	}
	for (int i = last; i < c->nrow; i++) {
		const struct row	*r = &c->row[i];

		if (is_prose(c, r) || !cluster_is_near(r - 1, r, 35) ||
		    r->figures >= RICH || is_next_heading(c, r))
			break;
		if (r->figures != 0)
			last = i + 1;
		else if (last == i && !is_heading(c, r) && r->n == 1 &&
		    cluster_is_near(r - 1, r, 14) &&
		    cluster_is_label(c, &c->chunk[r->first]))
			last = i + 1;
	}
	*to = last;
}

/* The lines of the next table from *from on; false when there is none. */
static bool
next_table(struct cluster *c, int *from, int *to)
{
	int	 done = *from;

	for (int i = done; i < c->nrow; i++) {
		if (c->row[i].figures >= RICH ? !find_columns(c, i, i + 1) :
		    c->row[i].n <= RICH || !head_columns(c, i))
			continue;
		*from = i;
		*to = go_on(c, i);
		find_edge(c, *from, *to);
		extend(c, done, from, to);
		if (find_columns(c, *from, *to)) {
			find_edge(c, *from, *to);
			if (find_blank_columns(c, *from, *to))
				return true;
		}
		done = *to;
		i = done - 1;
	}
	return false;
}

int
pdf_cluster(struct pdf *pdf, long *slots, struct pdf_table **first,
    struct err *e)
{
	struct cluster	 c = { .pdf = pdf };
	int		 to;

	*first = NULL;
	cluster_strip(&c);
	for (int from = 0; next_table(&c, &from, &to); from = to) {
		*slots += (long)(to - from) * (LABELS + c.ncol);
		if (*slots > LIMIT_SLOTS)
			return err_set(e, ERR_LIMIT,
			    "tables of more than %d slots", LIMIT_SLOTS);
		*first = cluster_build(&c, from, to);
		first = &(*first)->next;
	}
	return 0;
}
