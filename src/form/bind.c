/*
 * From candidates to figures: which form each part is of, and what is in its
 * cells.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/abreast.h"
#include "form/band.h"
#include "form/bind.h"
#include "form/binder.h"
#include "form/choose.h"
#include "form/glue.h"
#include "form/misread.h"
#include "form/money.h"
#include "form/stat.h"
#include "form/table.h"
#include "form/torn.h"
#include "form/piece.h"
#include "form/proof.h"

/* The form of a part by its columns, of section 三 by its rows. */
static enum form_id
form_of(const struct cand *c)
{
	const unsigned	 f2019 = 1u << FORM_OGI2019;
	const unsigned	 f2021 = 1u << FORM_OGI2021;
	int		 votes = 0;

	if (c->part == PART_REQUESTS) {
		const struct vrow	*o = tables_find_row(c,
					    "other_handling");

		if (tables_find_row(c, "other_correction_overdue") != NULL ||
		    tables_find_row(c, "other_fee_unpaid") != NULL)
			return FORM_OGI2021;
		return o != NULL && tables_figures(o) > 0 ? FORM_OGI2019 :
		    FORM_NONE;
	}
	for (int i = 0; i < c->nhead; i++) {
		const struct label	*l = c->head[i].label;

		if (l->forms == f2019)
			votes += strcmp(l->key, "decided") == 0 ? 1 : 3;
		else if (l->forms == f2021)
			votes -= strcmp(l->key, "decided") == 0 ? 1 : 3;
	}
	return votes > 0 ? FORM_OGI2019 : votes < 0 ? FORM_OGI2021 :
	    FORM_NONE;
}

static void
find_forms(struct binder *b)
{
	struct filing	*f = b->f;
	int		 n2019 = 0, n2021 = 0;

	for (int p = 0; p < PART_STATISTIC; p++) {
		struct cand	*c = b->chosen[p];

		if (c == NULL)
			continue;
		f->part[p].found = true;
		f->part[p].line = c->line;
		f->part[p].form = form_of(c);
		n2019 += (f->part[p].form == FORM_OGI2019) *
		    (p == PART_REQUESTS ? 2 : 1);
		n2021 += (f->part[p].form == FORM_OGI2021) *
		    (p == PART_REQUESTS ? 2 : 1);
	}
	if (n2019 != 0 || n2021 != 0)
		f->form = n2019 > n2021 ? FORM_OGI2019 : FORM_OGI2021;
	else if (b->chosen[PART_REQUESTS] != NULL ||
	    b->chosen[PART_DISPUTES] != NULL)
		/* Sections 三 and 四 alone are the same in both. */
		f->form = form_of_year(f->year) == FORM_OGI2019 ?
		    FORM_OGI2019 : FORM_OGI2021;
	b->mixed = n2019 != 0 && n2021 != 0;
	for (int p = 0; p < PART_STATISTIC; p++)
		if (f->part[p].form == FORM_NONE)
			f->part[p].form = f->form;
}

/*
 * Money: the unit in the cell goes before that of the head.  Fees are in
 * 万元 on the form; procurement stays in the unit it is printed in.
 */
static void
set_money(struct binder *b, struct figure *g, const struct number *num,
    const struct head *h)
{
	enum unit	 unit = num->unit == UNIT_WAN ? UNIT_YUAN : num->unit;
	int		 places = unit == UNIT_YUAN ? 4 : 0;
	bool		 fees = g->item->part == PART_ART20_8;

	if (unit == UNIT_COUNT) {
		g->state = STATE_TEXT;
		return;
	}
	if (unit == UNIT_NONE && h != NULL &&
	    money_unit(b->arena, h->text, &places))
		unit = places == 4 ? UNIT_YUAN : UNIT_WAN_YUAN;
	g->value = num->value;
	g->unit = unit;
	if (!fees && places == 4)
		return;
	if (fees)
		g->unit = UNIT_WAN_YUAN;
	if (!money_shift(&g->value, places)) {
		g->value = (struct dec){ 0, 0 };
		g->state = STATE_TEXT;
		return;
	}
	if (fees && unit == UNIT_YUAN && num->unit != UNIT_WAN &&
	    num->value.mant != 0)
		filing_add_obs(b->arena, b->f, OBS_AMOUNT_IN_YUAN, g->line,
		    str_of(g->item->code), g->raw);
}

static void
set_figure(struct binder *b, struct figure *g, const struct value *v,
    bool inferred, const struct head *h)
{
	struct number	 num = number_spelt(b->arena,
			    v->meant.n != 0 ? v->meant : v->raw);

	g->raw = v->raw;
	g->line = v->line;
	g->block = v->block;
	g->row = v->row;
	g->col = v->col;
	g->state = num.state;
	g->value = num.value;
	g->unit = UNIT_COUNT;
	if (num.state == STATE_NUMBER && g->item->is_money)
		set_money(b, g, &num, h);
	else if (num.state == STATE_NUMBER && (num.unit == UNIT_YUAN ||
	    num.unit == UNIT_WAN_YUAN))
		g->state = STATE_TEXT;
	if (g->state == STATE_NUMBER && (inferred || v->inferred ||
	    v->meant.n != 0))
		g->state = STATE_INFERRED;
}

/*
 * Whether there is a figure, all of it is known, and nothing that the page
 * may not show or that may have been misread.
 */
static bool
is_certain(struct binder *b, const struct value *v, const struct item *it)
{
	bool	 illegible = v->located && utf8_has_bad(v->raw);
	bool	 misread = v->located && v->meant.n == 0 && is_misread(v->raw);
	bool	 unclear = v->located && v->meant.n == 0 &&
	    is_unclear(b->arena, v);

	if (v->located && v->doubtful && v->raw.n == 0)
		note_add(b->arena, &b->f->notes, NOTE_ILLEGIBLE, v->line,
		    "%s: its cell may not be blank", it->code);
	else if (illegible)
		note_add(b->arena, &b->f->notes, NOTE_ILLEGIBLE, v->line,
		    "%s: " STR_FMT, it->code, STR_ARG(v->raw));
	else if (v->located && v->doubtful)
		note_add(b->arena, &b->f->notes, NOTE_HIDDEN, v->line,
		    "%s: " STR_FMT " may not show", it->code,
		    STR_ARG(v->raw));
	else if (misread)
		note_add(b->arena, &b->f->notes, NOTE_MISREAD, v->line,
		    "%s: " STR_FMT, it->code, STR_ARG(v->raw));
	else if (unclear)
		note_add(b->arena, &b->f->notes, NOTE_GLUED, v->line,
		    "%s: " STR_FMT, it->code, STR_ARG(v->raw));
	return v->located && !v->doubtful && !illegible && !misread &&
	    !unclear;
}

static void
solve_letters(struct binder *b, struct vrow *r, int n, int group)
{
	int	 found = misread_solve(b->arena, r->v, n, group);

	if (found > 0)
		note_add(b->arena, &b->f->notes, NOTE_INFERRED, r->line,
		    "%d with letters for digits", found);
}

static void
observe_label(struct binder *b, const struct vrow *r, const char *place)
{
	/*
	 * A label in pieces is no deviating label, nor is one whose row
	 * could not be read: figures may be part of it.
	 */
	if (r->match.label != NULL && !r->match.exact && !r->joined &&
	    !r->unread)
		filing_add_obs(b->arena, b->f, OBS_LABEL, r->line,
		    str_of(place), r->label);
}

static void
bind_art20(struct binder *b, enum part part)
{
	const struct cand	*c = b->chosen[part];
	enum form_id		 form = b->f->part[part].form;

	for (int k = 0; k < c->nhead; k++)
		if (!c->head[k].exact && !c->head[k].placed &&
		    !c->head[k].joined)
			filing_add_obs(b->arena, b->f, OBS_LABEL,
			    c->head[k].line, str_of(c->head[k].label->key),
			    c->head[k].text);
	for (const struct vrow *r = c->row; r != NULL; r = r->next) {
		struct value	 v;
		bool		 known = false;

		for (int k = 0; k < c->nhead; k++) {
			const struct item	*it = forms_item(b->forms,
			    form, part, str_of(r->key),
			    str_of(c->head[k].label->key));

			if (it == NULL)
				continue;
			if (!known)
				observe_label(b, r, it->code);
			known = true;
			v = r->v[k];
			v.meant = number_unlabelled(v.raw, r->label);
			if (is_certain(b, &v, it))
				set_figure(b, filing_add_figure(b->arena,
				    b->f, it, APPLICANT_NONE), &v,
				    r->inferred || c->head[k].placed,
				    &c->head[k]);
		}
		if (!known && c->nhead > 0)
			filing_add_obs(b->arena, b->f, OBS_UNKNOWN_ROW,
			    r->line, str_of(part_name(part)), r->label);
	}
}

/*
 * What the sums tell of loose figures, and what their places do, until there
 * is no more to be had: what one row is tells the next.
 */
static void
solve_loose(struct binder *b, enum form_id form, struct cand *c)
{
	struct notes	 notes;

	do {
		notes = (struct notes){ .n = 0 };
		bands_solve(b->arena, b->forms, form, c, &notes);
	} while (abreast_solve(b->arena, c) > 0 ||
	    abreast_full(b->arena, c) > 0);
	for (const struct note *n = notes.first; n != NULL; n = n->next)
		note_add(b->arena, &b->f->notes, n->id, n->line, STR_FMT,
		    STR_ARG(n->detail));
}

static void
bind_requests(struct binder *b)
{
	struct cand		*c = b->chosen[PART_REQUESTS];
	enum form_id		 form = b->f->part[PART_REQUESTS].form;

	if (c->is_spaced) {
		proof_groups(b->arena, b->forms, form, c, b->f);
		torn_solve(b->arena, b->forms, form, c);
		solve_loose(b, form, c);
		proof_columns(b->arena, b->forms, form, c, b->f);
		proof_empty_rows(b->forms, form, c);
	}
	for (struct vrow *r = c->row; r != NULL; r = r->next) {
		const struct item	*it = forms_item(b->forms, form,
		    PART_REQUESTS, str_of(r->key), STR(""));

		if (tables_is_unknown(r))
			continue;
		solve_letters(b, r, APPLICANT__N, APPLICANT__N);
		observe_label(b, r, r->key);
		if (it == NULL || (it->is_group && tables_figures(r) == 0))
			continue;
		for (int k = 0; k < APPLICANT__N; k++)
			if (is_certain(b, &r->v[k], it))
				set_figure(b, filing_add_figure(b->arena,
				    b->f, it, (enum applicant)k), &r->v[k],
				    r->inferred, NULL);
	}
}

static void
bind_disputes(struct binder *b)
{
	const struct cand	*c = b->chosen[PART_DISPUTES];
	enum form_id		 form = b->f->part[PART_DISPUTES].form;
	struct vrow		*r = c->row;

	solve_letters(b, r, VALUES_MAX, RESULTS);
	for (int i = 0; i < VALUES_MAX; i++) {
		const struct item	*it = forms_item(b->forms, form,
		    PART_DISPUTES, str_of(channel_key[i / RESULTS]),
		    str_of(result_key[i % RESULTS]));

		if (it != NULL && is_certain(b, &r->v[i], it))
			set_figure(b, filing_add_figure(b->arena, b->f, it,
			    APPLICANT_NONE), &r->v[i], r->inferred, NULL);
	}
}

/* What was seen of the chosen table comes into the filing. */
static void
take_seen(struct binder *b, struct cand *c)
{
	struct filing	*f = b->f;

	if (c->seen.obs != NULL) {
		*f->obs_end = c->seen.obs;
		f->obs_end = c->seen.obs_end;
	}
	for (const struct note *n = c->seen.notes.first; n != NULL;
	    n = n->next)
		note_add(b->arena, &f->notes, n->id, n->line, STR_FMT,
		    STR_ARG(n->detail));
	if (c->ragged)
		filing_add_obs(b->arena, f, OBS_RAGGED, c->line,
		    str_of(part_name(c->part)), STR(""));
}

/*
 * Rows of an older table can look like those of the form.  Where no figure
 * came of them and the year is before the form they were none, and nothing
 * is said of them.
 */
static void
forget_form(struct binder *b, const struct notes *notes, struct obs **obs)
{
	struct filing	*f = b->f;

	for (int p = 0; p < PART_STATISTIC; p++)
		f->part[p] = (struct part_found){ .found = false };
	f->form = FORM_NONE;
	b->mixed = false;
	f->notes = *notes;
	if (f->notes.last != NULL)
		f->notes.last->next = NULL;
	*obs = NULL;
	f->obs_end = obs;
}

void
bind_tables(struct arena *a, const struct forms *forms, struct pieces *us,
    struct filing *f)
{
	struct binder	 b = { .arena = a, .forms = forms, .f = f };
	struct notes	 notes = f->notes;
	struct obs	**obs = f->obs_end;

	b.tables = tables_scan(a, forms, us);
	for (int p = 0; p < PART_STATISTIC; p++)
		b.chosen[p] = choose_table(a, b.tables, f, (enum part)p);
	find_forms(&b);
	for (int p = 0; p < PART_STATISTIC; p++)
		if (b.chosen[p] == NULL) {
			glue_part(b.tables, (enum part)p, f);
			b.chosen[p] = choose_table(a, b.tables, f,
			    (enum part)p);
			find_forms(&b);
		}
	for (int p = 0; p < PART_STATISTIC; p++) {
		if (b.chosen[p] == NULL)
			continue;
		take_seen(&b, b.chosen[p]);
		if (p == PART_REQUESTS) {
			bind_lost(&b);
			bind_requests(&b);
		} else if (p == PART_DISPUTES)
			bind_disputes(&b);
		else
			bind_art20(&b, (enum part)p);
		bind_note_columns(&b, b.chosen[p]);
		bind_missing(&b, (enum part)p);
	}
	if (f->nfigure == 0) {
		if (f->year != 0 && form_of_year(f->year) != FORM_OGI2019 &&
		    form_of_year(f->year) != FORM_OGI2021)
			forget_form(&b, &notes, obs);
		stat_bind(a, forms, us, f);
	}
	bind_note_absent(&b);
}
