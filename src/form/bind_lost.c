/*
 * Rows of section 三 whose label is lost, or is not of the form.
 */
#include <config.h>

#include <string.h>

#include "doc/doc.h"
#include "form/binder.h"
#include "form/piece.h"

/* Whether words may stand for those of the form. */
static bool
may_stand_for(struct binder *b, struct str words, const struct item *it)
{
	int		 no, want;
	struct str	 text = label_norm(b->arena, words, &no);
	struct str	 label = label_norm(b->arena, str_of(it->label_zh),
			    &want);

	return (no == 0 || no == want) && label_resembles(text, label);
}

/* The one row that the form has between two others, or NULL. */
static const struct item *
only_between(const struct binder *b, const char *from, const char *to)
{
	enum form_id		 form = b->f->part[PART_REQUESTS].form;
	const struct item	*above, *below, *it = NULL;

	above = forms_item(b->forms, form, PART_REQUESTS, str_of(from),
	    STR(""));
	below = forms_item(b->forms, form, PART_REQUESTS, str_of(to),
	    STR(""));
	if (above == NULL || below == NULL)
		return NULL;
	for (above++; above < below; above++) {
		if (above->is_group)
			continue;
		if (it != NULL)
			return NULL;
		it = above;
	}
	return it;
}

/*
 * An unknown row before the first of a group that no label names: it may be
 * the group, with sums, under words that were not understood.
 */
static bool
may_be_group(const struct binder *b, const struct cand *c,
    const struct vrow *r)
{
	const struct item	*it;

	while (r != NULL && tables_is_unknown(r))
		r = r->next;
	it = r == NULL ? NULL : forms_item(b->forms,
	    b->f->part[PART_REQUESTS].form, PART_REQUESTS, str_of(r->key),
	    STR(""));
	if (it == NULL || *it->parent == '\0')
		return false;
	for (int k = 0; k < c->ngroup; k++)
		if (strcmp(c->group[k], it->parent) == 0)
			return false;
	return true;
}

/* What may not be all of its figures, or not only its own, is none. */
static void
distrust(struct binder *b, struct vrow *r, const struct vrow *beside)
{
	if (r == NULL || tables_is_unknown(r) || r->unread ||
	    b->tables->units->u[r->unit].grid !=
	    b->tables->units->u[beside->unit].grid)
		return;
	tables_refuse(b->chosen[PART_REQUESTS], r);
	note_add(b->arena, &b->f->notes, NOTE_ROW_UNREAD, r->line,
	    STR_FMT ": figures without a label are beside it",
	    STR_ARG(r->label));
}

/*
 * A head of a group that stands beside rows, in lines of its own; where it
 * came apart, figures may have come to stand beside a part of it.
 */
static bool
is_beside(const struct vrow *r)
{
	return !tables_is_unknown(r) && r->match.label != NULL &&
	    label_is_group(r->match.label) && (tables_figures(r) == 0 ||
	    (!r->match.exact && tables_figures(r) < APPLICANT__N));
}

/*
 * Where no borders are known, a row may have come apart: figures that are
 * nobody's are then those of the row above or below which lacks some, and
 * fewer than a row has may be digits of any in these.
 */
static void
distrust_neighbours(struct binder *b)
{
	struct vrow	*above = NULL, *below;

	for (struct vrow *r = b->chosen[PART_REQUESTS]->row; r != NULL;
	    r = r->next) {
		const struct grid	*g = b->tables->units->u[r->unit].grid;
		int			 n = tables_figures(r);

		if (!is_beside(r) && !tables_is_unknown(r))
			above = r;
		if (!(tables_is_unknown(r) || (is_beside(r) && n > 0)) ||
		    g == NULL || g->trust == GRID_EXACT)
			continue;
		for (below = r->next; below != NULL && is_beside(below);)
			below = below->next;
		if (above != NULL && (n < APPLICANT__N ||
		    tables_figures(above) < APPLICANT__N))
			distrust(b, above, r);
		if (below != NULL && (n < APPLICANT__N ||
		    tables_figures(below) < APPLICANT__N))
			distrust(b, below, r);
		distrust(b, r, r);
	}
}

void
bind_lost(struct binder *b)
{
	struct cand	*c = b->chosen[PART_REQUESTS];
	struct vrow	*prev = NULL;

	for (struct vrow *r = c->row; r != NULL; prev = r, r = r->next) {
		const struct item	*it;

		if (!tables_is_unknown(r) || r->unread || prev == NULL ||
		    r->next == NULL)
			continue;
		it = only_between(b, prev->key, r->next->key);
		if (it == NULL || tables_find_row(c, it->row) != NULL ||
		    (r->label.n != 0 && !may_stand_for(b, r->label, it)))
			continue;
		r->key = it->row;
		c->strange--;
		if (r->label.n != 0)
			note_add(b->arena, &b->f->notes, NOTE_INFERRED,
			    r->line, "%s: " STR_FMT, it->code,
			    STR_ARG(r->label));
		else
			note_add(b->arena, &b->f->notes, NOTE_INFERRED,
			    r->line, "%s: a row without a label", it->code);
	}
	distrust_neighbours(b);
	for (const struct vrow *r = c->row; r != NULL; r = r->next) {
		if (!tables_is_unknown(r) || r->label.n == 0)
			continue;
		if (may_be_group(b, c, r))
			note_add(b->arena, &b->f->notes, NOTE_ROW_UNREAD,
			    r->line, STR_FMT ": no label of the form",
			    STR_ARG(r->label));
		else
			filing_add_obs(b->arena, b->f, OBS_UNKNOWN_ROW,
			    r->line, str_of(part_name(PART_REQUESTS)),
			    r->label);
	}
}
