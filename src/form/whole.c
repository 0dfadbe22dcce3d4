#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/filing.h"
#include "form/piece.h"
#include "form/when.h"
#include "form/whole.h"

#define LABEL_CHARS	40	/* of a label behind the last figure */
#define SENTENCE_CHARS	30	/* no signature is as long */

struct end {
	struct filing		*f;
	const struct pieces	*us;
	const struct piece	*last;	/* of the document */
};

static bool
is_of(const struct figure *g, const struct piece *u)
{
	if (g->block < 0)
		return u->grid == NULL && g->line == u->line;
	return g->block == u->bi && (u->grid == NULL || g->row == u->row);
}

static bool
has_figure(const struct end *e, const struct piece *u)
{
	for (const struct figure *g = e->f->figure; g != NULL; g = g->next)
		if (is_of(g, u))
			return true;
	return false;
}

/* Of the last piece, or of blank rows that the last text is followed by. */
static bool
is_of_end(const struct end *e, const struct figure *g)
{
	for (int i = e->us->n - 1; i >= 0; i--) {
		if (is_of(g, &e->us->u[i]))
			return true;
		if (piece_first(&e->us->u[i]) != NULL)
			return false;
	}
	return false;
}

/* Behind the last figure or heading stand only rows and labels. */
static bool
ends_in_labels(const struct end *e)
{
	for (int i = e->us->n - 1; i >= 0; i--) {
		const struct piece	*u = &e->us->u[i];

		if (u->heading != 0 || has_figure(e, u))
			return true;
		if (u->grid == NULL && utf8_longer(u->single, LABEL_CHARS))
			return false;
	}
	return false;
}

/* Tables should have come in this section, or behind it. */
static bool
lacks_tables(const struct filing *f, int section)
{
	return section == 2 || section == 3 ||
	    (section == 4 && !f->part[PART_DISPUTES].found);
}

/* The last section of which there is a heading or a table. */
static int
last_section(const struct filing *f)
{
	int	 k = SECTION__N - 1;

	while (k > 0 && !f->section[k].found)
		k--;
	if (k < 4 && f->part[PART_DISPUTES].found)
		return 4;
	if (k < 3 && f->part[PART_REQUESTS].found)
		return 3;
	if (k < 2)
		for (int p = 0; p < PART_REQUESTS; p++)
			if (f->part[p].found)
				return 2;
	return k;
}

/*
 * The last table has heads of section 四 and blanks below them, and the row
 * with the figures may have been cut off.
 */
static bool
ends_in_heads(const struct end *e)
{
	int	 n = 0;

	if (e->last->grid == NULL && !e->last->is_list)
		return false;
	for (const struct figure *g = e->f->figure; g != NULL; g = g->next)
		if (g->item->part == PART_DISPUTES) {
			if (g->state != STATE_BLANK)
				return false;
			n++;
		}
	return n > 0;
}

static bool
breaks_off_in_tables(const struct end *e, bool open)
{
	int	 section = last_section(e->f);

	for (int p = 0; p < PART_STATISTIC; p++)
		if (e->f->part[p].truncated)
			return true;
	if (section == 4 && (ends_in_heads(e) ||
	    (open && has_figure(e, e->last))))
		return true;
	return lacks_tables(e->f, section) && ends_in_labels(e);
}

/* A signature ends in the date, whatever else it lacks. */
static bool
ends_in_date(struct str s)
{
	struct date	 d;
	size_t		 at = 0, n;

	while (date_find(s, &at, &n, &d)) {
		if (at + n == s.n)
			return true;
		at += n;
	}
	return false;
}

/*
 * Nothing follows the heading, or the last text has no end: half of a
 * character, or neither a full stop nor, when it may be a signature, a line
 * end.
 */
static bool
breaks_off_in_words(const struct end *e, bool open)
{
	const struct piece	*u = e->last;
	uint32_t		 c;
	size_t			 n;

	if (u->heading != 0)
		return true;
	if (u->grid != NULL)
		return false;
	c = utf8_last(u->single, &n);
	if (c == 0xFFFD)
		return true;
	if (last_section(e->f) == SECTION__N - 1 ||
	    (!open && utf8_length(u->single) < SENTENCE_CHARS))
		return false;
	return (utf8_is_han(c) || (c >= '0' && c <= '9') || c == 0xFF0C ||
	    c == 0x3001) && !ends_in_date(u->single);	/* ， 、 */
}

/*
 * What the last row says of itself: its blanks may be cells that were cut
 * away, and its last figure may go on.  Where columns are not known and a
 * cell is missing, any of the others may be another's.  Heads of section 四
 * that stand below one another may look like rows without figures.
 */
static void
take_back_figures(struct end *e, bool open)
{
	const struct grid	 *grid = e->last->grid;
	struct figure		**link = &e->f->figure, *g;
	const struct figure	 *half = NULL;
	const struct item	 *row = NULL;
	bool			  loose = false;
	bool			  heads = last_section(e->f) == 4;

	for (g = e->f->figure; g != NULL; g = g->next)
		if (is_of(g, e->last)) {
			row = g->item;
			if (g->raw.n != 0 &&
			    (half == NULL || g->col >= half->col))
				half = g;
			loose |= open && g->state == STATE_BLANK &&
			    grid != NULL && grid->trust == GRID_PADDED;
		}
	while ((g = *link) != NULL) {
		bool	 same = is_of_end(e, g) || (heads &&
			    g->item->part == PART_DISPUTES) ||
			    (row != NULL && g->item->part == row->part &&
			    g->item->row == row->row);

		if ((open && g == half) ||
		    (same && (loose || g->state == STATE_BLANK))) {
			*link = g->next;
			e->f->nfigure--;
		} else
			link = &g->next;
	}
	e->f->figure_end = link;
}

static void
take_back_words(struct end *e)
{
	struct obs	**o = &e->f->obs;
	struct fact	**n = &e->f->fact;

	while (*o != NULL)
		if ((*o)->line_end >= e->last->line)
			*o = (*o)->next;
		else
			o = &(*o)->next;
	e->f->obs_end = o;
	while (*n != NULL)
		if ((*n)->line == e->last->line &&
		    str_ends(e->last->single, (*n)->quote))
			*n = (*n)->next;
		else
			n = &(*n)->next;
	e->f->fact_end = n;
}

void
whole_find(struct arena *a, struct filing *f, const struct doc *d,
    const struct pieces *us)
{
	struct end	 e = { .f = f, .us = us };
	bool		 words;

	if (us->n == 0)
		return;
	e.last = &us->u[us->n - 1];
	words = breaks_off_in_words(&e, d->ends_open);
	if (f->figure == NULL || (!words &&
	    !breaks_off_in_tables(&e, d->ends_open))) {
		if (d->ends_open && words)
			take_back_words(&e);
		return;
	}
	f->cut_line = e.last->line;
	if (!notes_have(&f->notes, NOTE_TRUNCATED))
		note_add(a, &f->notes, NOTE_TRUNCATED, f->cut_line, "%s", "");
	take_back_figures(&e, d->ends_open);
	take_back_words(&e);
}
