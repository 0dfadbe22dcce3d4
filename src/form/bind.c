/*
 * From candidates to figures: which table counts, which form each part is
 * of, and what is in its cells.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "form/bind.h"
#include "form/glue.h"
#include "form/line.h"
#include "form/money.h"
#include "form/stat.h"
#include "form/table.h"
#include "form/piece.h"
#include "form/proof.h"
#include "form/who.h"

#define CAPTION_UNITS	3	/* above a table that may name its year */
#define CAPTION_CELLS	24	/* heads of a table that is a list or torn */
#define CAPTION_CHARS	60
#define ALIKE_MAX	4	/* rows by keywords alone that say nothing */

struct binder {
	struct arena		*arena;
	const struct forms	*forms;
	struct tables		*tables;
	struct filing		*f;
	struct cand		*chosen[PART__N];
	bool			 mixed;	/* tables of two forms */
};

static int
section_of_part(enum part p)
{
	return p == PART_DISPUTES ? 4 : p == PART_REQUESTS ? 3 : 2;
}

enum caption { CAPTION_NONE, CAPTION_OURS, CAPTION_OTHER };

/* Whether a row belongs to a table of which something was read. */
static bool
is_in_table(const struct binder *b, int unit)
{
	for (const struct cand *c = b->tables->cand; c != NULL; c = c->next)
		if (c->nrow > 0 && c->unit <= unit && unit <= c->unit_end)
			return true;
	return false;
}

/* Which year the words above a table name. */
static enum caption
caption_of(const struct binder *b, const struct cand *c)
{
	const struct pieces	*us = b->tables->units;
	int			 top = c->unit, far;

	while (top > 0 && us->u[top].grid != NULL &&
	    us->u[top - 1].grid == us->u[top].grid &&
	    us->u[top].grid->trust != GRID_LIST) {
		int	 year = caption_year(us->u[--top].single);

		if (year != 0 && b->f->year != 0)
			return year != b->f->year ? CAPTION_OTHER :
			    CAPTION_OURS;
	}
	far = top - CAPTION_CELLS;
	for (int i = top - 1; i >= 0 && i >= far; i--) {
		const struct piece	*u = &us->u[i];
		struct date		 day;
		int			 year;

		/* Above another table; not only a torn off piece of this. */
		if (u->heading != 0 || u->section != c->section ||
		    (!u->is_list && is_in_table(b, i)))
			return CAPTION_NONE;
		if (u->single.n == 0 ||
		    utf8_length(u->single) > CAPTION_CHARS)
			continue;
		/* Farther up only what says that it announces a table. */
		if (i < top - CAPTION_UNITS && !us->u[top].is_list &&
		    !str_ends(u->single, STR("：")) &&
		    !str_ends(u->single, STR(":")))
			continue;
		year = caption_year(u->single);
		/* That of a signature is no caption. */
		if (year != 0 && b->f->year != 0 &&
		    !date_alone(str_bare(b->arena, u->single), &day))
			return year != b->f->year ? CAPTION_OTHER :
			    CAPTION_OURS;
		if (str_starts(u->single, STR("上年度")) ||
		    str_starts(u->single, STR("上一年度")))
			return CAPTION_OTHER;
	}
	return CAPTION_NONE;
}

static int
cand_figures(const struct cand *c)
{
	int	 n = 0;

	for (const struct vrow *r = c->row; r != NULL; r = r->next)
		for (int i = 0; i < VALUES_MAX; i++)
			n += r->v[i].located && r->v[i].raw.n != 0;
	return n;
}

/*
 * A few labels of another form that only sound like ours: 3.同意部分公开答复数
 * and 4.不同意公开答复数 of the forms before 2019.
 */
static bool
is_alike(const struct cand *c)
{
	if (c->part != PART_REQUESTS || c->nrow >= ALIKE_MAX)
		return false;
	for (const struct vrow *r = c->row; r != NULL; r = r->next)
		if (r->match.label == NULL || r->match.exact)
			return false;
	return true;
}

/*
 * How much speaks for a candidate: that it stands in its section, then the
 * rows that it has.  Below 0: it must not be taken.
 */
static long
cand_worth(const struct binder *b, const struct cand *c)
{
	bool	 home = c->section == section_of_part(c->part);
	bool	 sections = b->f->section[section_of_part(c->part)].found;

	if (c->nrow == 0 || is_alike(c))
		return -1;
	/* Sections 一, 五 and 六 have no tables of the form. */
	if (sections && !home && (c->section == 1 || c->section >= 5) &&
	    !b->tables->units->u[c->unit].annex)
		return -1;
	return (home ? 1000000 : 0) + c->nrow * 1000L + cand_figures(c);
}

static const struct vrow *
find_row(const struct cand *c, const char *key)
{
	for (const struct vrow *r = c->row; r != NULL; r = r->next)
		if (strcmp(r->key, key) == 0)
			return r;
	return NULL;
}

/* The same columns in the same order, whatever is printed above them. */
static bool
same_heads(const struct cand *x, const struct cand *y)
{
	if (x->nhead != y->nhead)
		return false;
	for (int i = 0; i < x->nhead; i++)
		if (strcmp(x->head[i].label->key, y->head[i].label->key) != 0)
			return false;
	return true;
}

/* What was seen of one table is seen of both, each thing once. */
static void
merge_seen(struct arena *a, struct cand *to, const struct cand *from)
{
	to->unread += from->unread;
	to->strange += from->strange;
	to->ragged = to->ragged || from->ragged;
	to->is_list = to->is_list || from->is_list;
	if (to->unit_end < from->unit_end)
		to->unit_end = from->unit_end;
	for (const struct obs *o = from->seen.obs; o != NULL; o = o->next) {
		const struct obs	*k = to->seen.obs;

		while (k != NULL && (k->kind != o->kind ||
		    !str_eq(k->place, o->place)))
			k = k->next;
		if (k == NULL)
			filing_add_obs(a, &to->seen, o->kind, o->line,
			    o->place, o->text);
	}
	for (const struct note *n = from->seen.notes.first; n != NULL;
	    n = n->next)
		note_add(a, &to->seen.notes, n->id, n->line, STR_FMT,
		    STR_ARG(n->detail));
}

/* Rows that the chosen one lacks come from others of the same table. */
static void
merge_rows(struct arena *a, struct cand *to, struct cand *from)
{
	struct vrow	*next;
	bool		 any = false;

	if (to->part <= PART_ART20_9 && !same_heads(to, from))
		return;
	for (struct vrow *r = from->row; r != NULL; r = next) {
		next = r->next;
		if (find_row(to, r->key) != NULL)
			continue;
		r->next = NULL;
		*to->row_end = r;
		to->row_end = &r->next;
		to->nrow++;
		any = true;
	}
	from->row = NULL;
	from->row_end = &from->row;
	if (any)
		merge_seen(a, to, from);
}

static bool
rows_overlap(const struct cand *x, const struct cand *y)
{
	for (const struct vrow *r = x->row; r != NULL; r = r->next)
		for (const struct vrow *o = y->row; o != NULL; o = o->next)
			if (strcmp(o->key, r->key) == 0)
				return true;
	return false;
}

/* A table without a caption that goes on where one of another year ended. */
static bool
goes_on(const struct binder *b, const struct cand *c)
{
	bool	 other = false;

	for (const struct cand *o = b->tables->cand; o != c; o = o->next) {
		if (o->part != c->part || o->section != c->section)
			continue;
		if (o->other_year && rows_overlap(o, c))
			return false;
		other = o->other_year;
	}
	return other;
}

static bool
rows_differ(const struct cand *x, const struct cand *y)
{
	for (const struct vrow *r = x->row; r != NULL; r = r->next)
		for (const struct vrow *o = y->row; o != NULL; o = o->next) {
			if (strcmp(o->key, r->key) != 0)
				continue;
			for (int i = 0; i < VALUES_MAX; i++)
				if (r->v[i].located && o->v[i].located &&
				    !str_eq(r->v[i].raw, o->v[i].raw))
					return true;
		}
	return false;
}

static void
choose(struct binder *b, enum part part)
{
	struct cand	*best = NULL;
	enum caption	 caption;
	long		 worth, most = -1;

	for (struct cand *c = b->tables->cand; c != NULL; c = c->next) {
		if (c->part != part || c->other_year ||
		    (worth = cand_worth(b, c)) < 0)
			continue;
		caption = caption_of(b, c);
		if (caption == CAPTION_OTHER ||
		    (caption == CAPTION_NONE && goes_on(b, c))) {
			c->other_year = true;
			note_add(b->arena, &b->f->notes, NOTE_OTHER_YEAR,
			    c->line, "%s", part_name(part));
			continue;
		}
		if (worth > most) {
			most = worth;
			best = c;
		}
	}
	b->chosen[part] = best;
	if (best == NULL)
		return;
	for (struct cand *c = b->tables->cand; c != NULL; c = c->next) {
		if (c == best || c->part != part || c->nrow == 0 ||
		    c->other_year ||
		    c->section != best->section)
			continue;
		if (rows_differ(best, c))
			note_add(b->arena, &b->f->notes, NOTE_TWICE, c->line,
			    "%s", part_name(part));
		else
			merge_rows(b->arena, best, c);
	}
}

static bool
row_has_figures(const struct vrow *r)
{
	for (int i = 0; i < VALUES_MAX; i++)
		if (r->v[i].located && r->v[i].raw.n != 0)
			return true;
	return false;
}

/* The form of a part by its columns, of section 三 by its rows. */
static enum form_id
form_of(const struct cand *c)
{
	const unsigned	 f2019 = 1u << FORM_OGI2019;
	const unsigned	 f2021 = 1u << FORM_OGI2021;
	int		 votes = 0;

	if (c->part == PART_REQUESTS) {
		const struct vrow	*o = find_row(c, "other_handling");

		if (find_row(c, "other_correction_overdue") != NULL ||
		    find_row(c, "other_fee_unpaid") != NULL)
			return FORM_OGI2021;
		return o != NULL && row_has_figures(o) ? FORM_OGI2019 :
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
	enum unit	 unit = num->unit;
	int		 places = unit == UNIT_YUAN ? 4 : 0;
	bool		 fees = g->item->part == PART_ART20_8;

	if (num->unit == UNIT_COUNT) {
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
	if (fees && unit == UNIT_YUAN && num->value.mant != 0)
		filing_add_obs(b->arena, b->f, OBS_AMOUNT_IN_YUAN, g->line,
		    str_of(g->item->code), g->raw);
}

static void
set_figure(struct binder *b, struct figure *g, const struct value *v,
    bool inferred, const struct head *h)
{
	struct number	 num = number_read(v->raw);

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
	else if (num.state == STATE_NUMBER && num.broken && !v->bordered)
		/* "6 14" where no border is known may be two figures. */
		g->state = STATE_TEXT;
	else if (num.state == STATE_NUMBER && (num.unit == UNIT_YUAN ||
	    num.unit == UNIT_WAN_YUAN))
		g->state = STATE_TEXT;
	if (g->state == STATE_NUMBER && (inferred || v->inferred))
		g->state = STATE_INFERRED;
}

static void
observe_label(struct binder *b, const struct vrow *r, const char *place)
{
	/* A label in pieces is no deviating label. */
	if (r->match.label != NULL && !r->match.exact && !r->joined)
		filing_add_obs(b->arena, b->f, OBS_LABEL, r->line,
		    str_of(place), r->label);
}

static void
bind_art20(struct binder *b, enum part part)
{
	const struct cand	*c = b->chosen[part];
	enum form_id		 form = b->f->part[part].form;

	for (int k = 0; k < c->nhead; k++)
		if (!c->head[k].exact && !c->head[k].placed)
			filing_add_obs(b->arena, b->f, OBS_LABEL,
			    c->head[k].line, str_of(c->head[k].label->key),
			    c->head[k].text);
	for (const struct vrow *r = c->row; r != NULL; r = r->next) {
		bool	 known = false;

		for (int k = 0; k < c->nhead; k++) {
			const struct item	*it = forms_item(b->forms,
			    form, part, str_of(r->key),
			    str_of(c->head[k].label->key));

			if (it == NULL)
				continue;
			if (!known)
				observe_label(b, r, it->code);
			known = true;
			if (r->v[k].located)
				set_figure(b, filing_add_figure(b->arena,
				    b->f, it, APPLICANT_NONE), &r->v[k],
				    r->inferred || c->head[k].placed,
				    &c->head[k]);
		}
		if (!known && c->nhead > 0)
			filing_add_obs(b->arena, b->f, OBS_UNKNOWN_ROW,
			    r->line, str_of(part_name(part)), r->label);
	}
}

static void
bind_requests(struct binder *b)
{
	struct cand		*c = b->chosen[PART_REQUESTS];
	enum form_id		 form = b->f->part[PART_REQUESTS].form;

	if (c->is_spaced)
		proof_columns(b->arena, b->forms, form, c, b->f);
	for (const struct vrow *r = c->row; r != NULL; r = r->next) {
		const struct item	*it = forms_item(b->forms, form,
		    PART_REQUESTS, str_of(r->key), STR(""));

		if (r->key[0] == '?')
			continue;
		observe_label(b, r, r->key);
		if (it == NULL || (it->is_group && !row_has_figures(r)))
			continue;
		for (int k = 0; k < APPLICANT__N; k++)
			if (r->v[k].located)
				set_figure(b, filing_add_figure(b->arena,
				    b->f, it, (enum applicant)k), &r->v[k],
				    r->inferred, NULL);
	}
}

static void
bind_disputes(struct binder *b)
{
	const struct cand		*c = b->chosen[PART_DISPUTES];
	enum form_id			 form = b->f->part[PART_DISPUTES].form;
	const struct vrow		*r = c->row;

	for (int i = 0; i < VALUES_MAX; i++) {
		const struct item	*it = forms_item(b->forms, form,
		    PART_DISPUTES, str_of(channel_key[i / RESULTS]),
		    str_of(result_key[i % RESULTS]));

		if (it != NULL && r->v[i].located)
			set_figure(b, filing_add_figure(b->arena, b->f, it,
			    APPLICANT_NONE), &r->v[i], r->inferred, NULL);
	}
}

/* Whether most characters of a label stand in that of the form. */
static bool
sounds_like(struct binder *b, struct str label, const char *official)
{
	struct str	 s = label_norm(b->arena, label, NULL);
	struct str	 whole = label_norm(b->arena, str_of(official), NULL);
	int		 n = 0, in = 0;

	for (size_t at = 0, from; at < s.n; n++) {
		from = at;
		(void)utf8_next(s, &at);
		in += str_has(whole, str_sub(s, from, at - from));
	}
	return in * 3 >= n * 2;
}

/*
 * A row without a label, or under one that is not known, between two that
 * are, where the form has exactly one between them: it is that one, reasoned
 * out, unless its words are about something else.
 */
static void
name_lost_rows(struct binder *b)
{
	struct cand		*c = b->chosen[PART_REQUESTS];
	enum form_id		 form = b->f->part[PART_REQUESTS].form;
	struct vrow		*prev = NULL;

	for (struct vrow *r = c->row; r != NULL; prev = r, r = r->next) {
		const struct item	*above, *below, *it;

		if (r->key[0] != '?' || prev == NULL || r->next == NULL)
			continue;
		above = forms_item(b->forms, form, PART_REQUESTS,
		    str_of(prev->key), STR(""));
		below = forms_item(b->forms, form, PART_REQUESTS,
		    str_of(r->next->key), STR(""));
		if (above == NULL || below == NULL)
			continue;
		it = above + 1;
		while (it < below && it->is_group)
			it++;
		if (it >= below || find_row(c, it->code) != NULL)
			continue;
		for (above = it + 1; above < below && above->is_group; above++)
			;
		if (above != below || !sounds_like(b, r->label, it->label_zh))
			continue;
		r->key = it->row;
		c->strange--;
		note_add(b->arena, &b->f->notes, NOTE_INFERRED, r->line,
		    r->label.n == 0 ? "%s: a row without a label" :
		    "%s: by its place", it->code);
	}
}

/* Whether the document breaks off inside the table. */
static bool
is_truncated(const struct binder *b, const struct cand *c)
{
	const struct filing	*f = b->f;
	int			 section = section_of_part(c->part);

	for (int k = section + 1; k < SECTION__N; k++)
		if (f->section[k].found)
			return false;
	for (int p = (int)c->part + 1; p < PART_STATISTIC; p++)
		if (b->chosen[p] != NULL)
			return false;
	return c->unit_end >= b->tables->units->n - 3;
}

static bool
has_row_figures(const struct filing *f, const struct item *it)
{
	for (const struct figure *g = f->figure; g != NULL; g = g->next)
		if (g->item == it)
			return true;
	return false;
}

/*
 * Official rows that the table does not have.  Where a row was not read, a
 * label was not understood or the digits ran together, the fault may be
 * ours and nothing is said of the filer.
 */
static void
find_missing(struct binder *b, enum part part)
{
	struct cand	*c = b->chosen[part];
	struct filing	*f = b->f;
	bool		 sure = c->unread == 0 && c->strange == 0 &&
	    !c->is_glued && (part > PART_ART20_9 || c->nhead > 0);
	const char	*said = "";

	for (int i = 0; i < b->forms->nitem; i++) {
		const struct item	*it = &b->forms->item[i];

		if (it->form != f->part[part].form || it->part != part ||
		    it->is_group || has_row_figures(f, it) ||
		    strcmp(it->row, said) == 0)
			continue;
		if (is_truncated(b, c)) {
			if (!f->part[part].truncated)
				note_add(b->arena, &f->notes, NOTE_TRUNCATED,
				    b->tables->units->u[c->unit_end].line,
				    "%s", part_name(part));
			f->part[part].truncated = true;
			return;
		}
		if (!sure || part == PART_DISPUTES ||
		    find_row(c, it->row) != NULL)
			continue;
		said = it->row;
		filing_add_obs(b->arena, f, OBS_ROW_MISSING, c->line,
		    str_of(it->code), str_of(it->label_zh));
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

/* Applicants that no row of section 三 has a cell for. */
static void
note_columns(struct binder *b)
{
	const struct cand	*c = b->chosen[PART_REQUESTS];
	struct buf		 list;
	int			 missing = 0;

	buf_init(&list, b->arena);
	for (int k = 0; k < APPLICANT__N; k++) {
		bool	 any = false;

		for (const struct vrow *r = c->row; r != NULL; r = r->next)
			any = any || r->v[k].located;
		if (any)
			continue;
		buf_printf(&list, "%s%s", missing++ > 0 ? " " : "",
		    applicant_code((enum applicant)k));
	}
	if (missing > 0 && missing < APPLICANT__N)
		note_add(b->arena, &b->f->notes, NOTE_COLUMN_MISSING, c->line,
		    STR_FMT, STR_ARG(buf_text(&list)));
}

/* A part that the form has and the document has not. */
static void
note_absent(struct binder *b)
{
	struct filing	*f = b->f;
	bool		 any = f->nfigure > 0;

	for (int p = 0; p < PART_STATISTIC; p++) {
		bool	 on_form = false;

		for (int i = 0; i < b->forms->nitem; i++)
			on_form = on_form || (b->forms->item[i].form ==
			    f->form && b->forms->item[i].part ==
			    (enum part)p);
		if (!f->part[p].found && on_form && any)
			note_add(b->arena, &f->notes, NOTE_TABLE_MISSING, 0,
			    "%s", part_name((enum part)p));
	}
	if (b->mixed)
		note_add(b->arena, &f->notes, NOTE_MIXED_FORM, 0, "%s", "");
	if (f->nfigure == 0 && f->statistic == NULL)
		note_add(b->arena, &f->notes, NOTE_NO_TABLE, 0, "%s", "");
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
		choose(&b, (enum part)p);
	find_forms(&b);
	for (int p = 0; p < PART_STATISTIC; p++)
		if (b.chosen[p] == NULL) {
			glue_part(b.tables, (enum part)p, f);
			choose(&b, (enum part)p);
			find_forms(&b);
		}
	for (int p = 0; p < PART_STATISTIC; p++) {
		if (b.chosen[p] == NULL)
			continue;
		take_seen(&b, b.chosen[p]);
		if (p == PART_REQUESTS) {
			name_lost_rows(&b);
			bind_requests(&b);
			note_columns(&b);
		} else if (p == PART_DISPUTES)
			bind_disputes(&b);
		else
			bind_art20(&b, (enum part)p);
		find_missing(&b, (enum part)p);
	}
	if (f->nfigure == 0) {
		if (f->year != 0 && form_of_year(f->year) != FORM_OGI2019 &&
		    form_of_year(f->year) != FORM_OGI2021)
			forget_form(&b, &notes, obs);
		stat_bind(a, forms, us, f);
	}
	note_absent(&b);
}
