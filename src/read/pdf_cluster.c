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
#include "base/utf8.h"
#include "read/pdf_cluster.h"

#define APART	30		/* tenths: more than lines of a cell are */
#define FAR	70		/* and rows with a rule between them */
#define AROUND	8		/* lines in which columns of labels are */

bool
cluster_is_label(const struct cluster *c, const struct chunk *k)
{
	return !k->figure && (k->box.x1 <= c->edge || (k->box.x1 <= c->lo[0] &&
	    pdf_box_middle(&k->box) < c->edge));
}

/*
 * Whether a line goes on with a head above it, on the first line of which a
 * label is beside it.
 */
static bool
goes_on_head(const struct cluster *c, const struct row *r)
{
	const struct chunk	*k = &c->chunk[r->first], *up;

	for (; r > c->row && r[-1].figures == 0 &&
	    cluster_is_near(r - 1, r, 14); r--) {
		up = &c->chunk[r[-1].first + r[-1].n - 1];
		if (up->box.x0 >= k->box.x1 || k->box.x0 >= up->box.x1)
			return false;
		if (r[-1].n > 1)
			return cluster_is_label(c, up - 1) &&
			    k->box.x0 > up[-1].box.x1;
	}
	return false;
}

/* A line of one chunk that is no label and not short: running text. */
static bool
is_prose(const struct cluster *c, const struct row *r)
{
	const struct chunk	*k = &c->chunk[r->first];

	if (r->n != 1 || k->figure || goes_on_head(c, r))
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

/* A sentence, or what announces a table: no label ends so. */
static bool
is_caption(const struct cluster *c, const struct row *r)
{
	const struct chunk	*k = &c->chunk[r->first];
	size_t			 n;

	if (r->n != 1 || k->figure || k->box.x0 > c->left)
		return false;
	switch (utf8_fold(utf8_last(k->word[k->n - 1].text, &n))) {
	case ':':
	case 0x3002:			/* full stop */
		return true;
	}
	return false;
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

/* A caption, or a heading that reaches over figures, parts two tables. */
static bool
is_between_tables(const struct cluster *c, const struct row *r)
{
	return is_caption(c, r) || (is_heading(c, r) &&
	    c->chunk[r->first].box.x1 > c->lo[0]);
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

	cluster_find_edge(c, from, to);
	for (int i = to; i < c->nrow; i++) {
		if (!cluster_is_near(&c->row[i - 1], &c->row[i],
		    c->row[i].figures < RICH ? 35 : 50) ||
		    is_between_tables(c, &c->row[i]))
			break;
		if (c->row[i].figures < RICH)
			continue;
		before = *c;
		if (!cluster_fits(c, &c->row[i]) ||
		    !cluster_add_figures(c, &c->row[i]) || c->ncol > most) {
			*c = before;
			break;
		}
		to = i + 1;
		if (c->left > c->chunk[c->row[i].first].box.x0)
			c->left = c->chunk[c->row[i].first].box.x0;
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

/*
 * Whether the first line of a label has its figures halfway to the next one:
 * they are closer than lines are to each other.
 */
static bool
is_beside(const struct cluster *c, const struct row *r, const struct row *below)
{
	return below->figures == below->n && cluster_is_near(r, below, 9) &&
	    cluster_is_label(c, &c->chunk[r->first]);
}

/* The lines around the rich ones that are built like parts of a table. */
static void
extend(const struct cluster *c, int first, int *from, int *to)
{
	int	 last = *to;

	while (*from > first) {
		const struct row	*r = &c->row[*from - 1];

		if (is_prose(c, r) || is_caption(c, r) ||
		    !cluster_is_near(r, r + 1, 35) || r->figures > c->ncol)
			break;
		/* The first line of a label, or a heading of the section. */
		if (is_heading(c, r) && !is_beside(c, r, r + 1) &&
		    (!cluster_is_near(r, r + 1, 14) ||
		    !cluster_is_label(c, &c->chunk[r[1].first]) ||
		    cluster_is_head_line(c, r + 1)))
			break;
		--*from;
	}
	for (int i = last; i < c->nrow; i++) {
		const struct row	*r = &c->row[i];

		if (is_prose(c, r) || is_caption(c, r) ||
		    !cluster_is_near(r - 1, r, 35) ||
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
		if (c->row[i].figures >= RICH ?
		    !cluster_find_columns(c, i, i + 1) :
		    c->row[i].n <= RICH || !cluster_head_columns(c, i))
			continue;
		*from = i;
		*to = go_on(c, i);
		cluster_find_edge(c, *from, *to);
		extend(c, done, from, to);
		if (cluster_find_columns(c, *from, *to)) {
			cluster_find_edge(c, *from, *to);
			if (cluster_blank_columns(c, *from, *to))
				return true;
		}
		done = *to;
		i = done - 1;
	}
	return false;
}

/*
 * Marks the words of a line without figures that stand close to the one
 * before, but over another column.
 */
static bool
part_heads(const struct cluster *c, const struct row *r)
{
	bool	 any = false;

	for (int i = r->first; i < r->first + r->n; i++) {
		const struct chunk	*k = &c->chunk[i];

		for (int n = 1; n < k->n; n++) {
			struct pdf_word	*w = &k->word[n];
			int		 at = cluster_column_of(c, &w->box);
			int		 up = cluster_column_of(c, &w[-1].box);
			int		 gap = w->box.x0 - w[-1].box.x1;

			w->apart = at > up && up >= 0 &&
			    gap > pdf_box_height(&w->box) / 5;
			any |= w->apart;
		}
	}
	return any;
}

/* Whether a word stands apart from the one before it, be it close. */
static bool
is_apart(const struct pdf_word *w)
{
	return w->box.x0 - w[-1].box.x1 > pdf_box_height(&w->box) / 30;
}

/*
 * A label that begins as an item within a line has that of its group in
 * front of it.
 */
static bool
part_items(const struct cluster *c, const struct row *r)
{
	bool	 any = false;

	for (int i = r->first; i < r->first + r->n; i++) {
		const struct chunk	*k = &c->chunk[i];

		for (int n = 1; n < k->n && cluster_is_label(c, k); n++)
			if (is_apart(&k->word[n]) &&
			    pdf_begins_item(k->word[n].text))
				any = k->word[n].apart = true;
	}
	return any;
}

/* Whether a line has a narrow gap in front of an item where the word has. */
static bool
has_gutter(const struct cluster *c, const struct row *r,
    const struct pdf_word *w)
{
	for (int i = r->first; i < r->first + r->n; i++) {
		const struct chunk	*k = &c->chunk[i];

		if (!cluster_is_label(c, k))
			continue;
		for (int n = i == r->first; n < k->n; n++) {
			const struct pdf_word	*o = &k->word[n];
			int			 gap = o->box.x0 -
			    (n != 0 ? o[-1].box.x1 : k[-1].box.x1);

			if ((n == 0 || o->apart) && pdf_begins_item(o->text) &&
			    gap < 2 * pdf_box_height(&o->box) &&
			    w[-1].box.x1 < o->box.x0 &&
			    w->box.x0 > o->box.x0 - gap)
				return true;
		}
	}
	return false;
}

/* Where labels begin in one line, the column of groups ends in the next. */
static bool
part_groups(const struct cluster *c, int at, int from, int to)
{
	const struct row	*r = &c->row[at];
	bool			 any = false;

	from = at - AROUND > from ? at - AROUND : from;
	to = at + AROUND < to ? at + AROUND : to;
	for (int i = r->first; i < r->first + r->n; i++) {
		const struct chunk	*k = &c->chunk[i];

		for (int n = 1; n < k->n && cluster_is_label(c, k); n++)
			for (int o = from; o < to && !k->word[n].apart; o++)
				any |= k->word[n].apart =
				    is_apart(&k->word[n]) &&
				    has_gutter(c, &c->row[o], &k->word[n]);
	}
	return any;
}

/*
 * The figure at the end of the label of a line which has more of them, or
 * NULL.
 */
static struct pdf_word *
last_in_label(const struct cluster *c, const struct row *r)
{
	const struct chunk	*k = &c->chunk[r->first];

	if (r->figures < 2)
		return NULL;
	while (k->n != 0 && !k[1].figure && !k->figure &&
	    k + 1 < &c->chunk[r->first + r->n])
		k++;
	return !k->figure && k->n > 1 &&
	    pdf_is_figure(k->word[k->n - 1].text) ?
	    &k->word[k->n - 1] : NULL;
}

/*
 * Where figures stand below one another right behind labels, they are those
 * of the first column.
 */
static bool
part_figures(const struct cluster *c, int from, int to)
{
	struct pdf_word	*w;
	int		 n = 0, x0 = 0, x1 = 0;

	for (int i = from; i < to; i++) {
		if ((w = last_in_label(c, &c->row[i])) == NULL)
			continue;
		x0 = n == 0 || w->box.x0 > x0 ? w->box.x0 : x0;
		x1 = n == 0 || w->box.x1 < x1 ? w->box.x1 : x1;
		n++;
	}
	if (n < RICH || x0 >= x1)
		return false;
	for (int i = from; i < to; i++)
		if ((w = last_in_label(c, &c->row[i])) != NULL)
			w->apart = true;
	return true;
}

/*
 * Heads of narrow columns, labels beside those of their groups, and figures
 * beside labels stand as close as words of one cell do; which they are is
 * known when the columns are.
 */
static void
find_parts(struct cluster *c)
{
	bool	 any = false;
	int	 to;

	for (int from = 0; next_table(c, &from, &to); from = to) {
		for (int i = from; i < to; i++) {
			if (c->row[i].figures == 0)
				any |= part_heads(c, &c->row[i]);
			any |= part_items(c, &c->row[i]);
		}
		any |= part_figures(c, from, to);
		for (int i = from; i < to; i++)
			any |= part_groups(c, i, from, to);
	}
	if (any)
		cluster_strip(c);
}

int
pdf_cluster(struct pdf *pdf, long *slots, struct pdf_table **first,
    struct err *e)
{
	struct cluster	 c = { .pdf = pdf };
	int		 to;

	*first = NULL;
	cluster_strip(&c);
	find_parts(&c);
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
