/* What the rows of a list say of each other; see table_list.h. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "form/piece.h"
#include "form/table_list.h"
#include "form/table_row.h"

#define FEW	4	/* times as many rows make some an exception */
#define JUMBLED	10	/* rows of section 三 that are not read */

static int
width_of(const struct cand *c)
{
	if (c->part == PART_REQUESTS)
		return APPLICANT__N;
	return c->part == PART_DISPUTES ? VALUES_MAX : c->nhead;
}

/*
 * Whether the blank cells of a row are in doubt, with so many rows that have
 * not what they should: blank lines, or nothing at all behind its label.
 */
static bool
doubts_blank(const struct list *l, const struct vrow *r, int width, int odd)
{
	int	 blank = 0, figures = 0;

	for (int i = 0; i < width; i++) {
		blank += r->v[i].located && r->v[i].raw.n == 0;
		figures += r->v[i].located && r->v[i].raw.n != 0;
	}
	return odd > 0 && blank > 0 &&
	    FEW * odd >= (figures > 0 ? l->filled : l->empty);
}

/* A dash may be set a line higher than digits, and come before them. */
static bool
has_mark(const struct vrow *r, int width)
{
	for (int i = 0; i < width; i++)
		if (number_read(r->v[i].raw).state == STATE_PLACEHOLDER)
			return true;
	return false;
}

static bool
is_doubtful(const struct list *l, const struct cand *c, const struct vrow *r)
{
	int	 width = width_of(c);
	int	 odd = l->parted + l->lost;

	if (l->t->bare || (l->t->jumbled && has_mark(r, width)) ||
	    doubts_blank(l, r, width, odd))
		return true;
	if (odd == 0)
		return false;
	if (c->part == PART_DISPUTES)
		return !list_sums_keep(r->v);
	return c->part == PART_REQUESTS && tables_figures(r) == width &&
	    !values_total_holds(r->v, width);
}

static void
take_back(struct list *l, struct cand *c, struct vrow *r)
{
	memset(r->v, 0, sizeof(r->v));
	r->unread = r->refused = true;
	c->unread++;
	note_add(l->t->arena, &c->seen.notes, NOTE_ROW_UNREAD, r->line,
	    STR_FMT ": the rows around it have lost their cells",
	    STR_ARG(r->label));
}

/* Of many rows of section 三 few have their figures behind their labels. */
static bool
is_jumbled(const struct cand *c)
{
	int	 unread = 0, read = 0;

	if (!c->is_list || c->part != PART_REQUESTS)
		return false;
	for (const struct vrow *r = c->row; r != NULL; r = r->next)
		if (r->unread)
			unread++;
		else
			read += tables_figures(r) > 0;
	return unread >= JUMBLED && unread > read;
}

static void
doubt_rows(struct list *l, struct cand *c)
{
	if (!l->t->bare && !l->t->jumbled && l->parted + l->lost == 0)
		return;
	for (struct vrow *r = c->row; c->is_list && r != NULL; r = r->next)
		if (!r->unread && is_doubtful(l, c, r))
			take_back(l, c, r);
}

/* Each table is looked at once, or twice when a list is the first so bad. */
void
list_doubt(struct list *l)
{
	struct tables	*t = l->t;
	bool		 bad;

	t->jumbled |= l->since != NULL && is_jumbled(l->since);
	for (struct cand *c = *l->fresh; c != NULL; c = c->next)
		t->jumbled |= is_jumbled(c);
	bad = (t->bare || t->jumbled) && !t->doubted;
	if (!bad && l->since != NULL)
		doubt_rows(l, l->since);
	for (struct cand *c = bad ? t->cand : *l->fresh; c != NULL;
	    c = c->next)
		doubt_rows(l, c);
	t->doubted |= bad;
}
