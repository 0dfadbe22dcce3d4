/*
 * What the form has and the document has not: tables, columns, rows.
 */
#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "form/binder.h"
#include "form/label.h"
#include "form/piece.h"

#define TEXTS_MAX	500	/* of a section, looked at */

/* Whether the document breaks off inside the table. */
static bool
is_truncated(const struct binder *b, const struct cand *c)
{
	const struct filing	*f = b->f;
	int			 section = part_section(c->part);

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

/* Rows of figures that may be those of the form that were not found. */
static void
note_unknown(struct binder *b, enum part part)
{
	const struct cand	*c = b->chosen[part];
	struct filing		*f = b->f;

	for (const struct obs *o = f->obs; o != NULL; o = o->next)
		if (o->kind == OBS_UNKNOWN_ROW &&
		    str_eq(o->place, str_of(part_name(part))))
			note_add(b->arena, &f->notes, NOTE_ROW_UNREAD,
			    o->line, STR_FMT ": no label of the form",
			    STR_ARG(o->text));
	for (const struct vrow *r = c->row; r != NULL; r = r->next)
		if (tables_is_unknown(r) && r->label.n == 0)
			note_add(b->arena, &f->notes, NOTE_ROW_UNREAD,
			    r->line, "%s: a row without a label",
			    part_name(part));
}

/* Two figures or more stand behind it in the text. */
static bool
has_figures_behind(struct str s, size_t at)
{
	int	 n = 0;
	bool	 digit = false;

	for (; at < s.n; at++) {
		bool	 now = s.p[at] >= '0' && s.p[at] <= '9';

		n += now && !digit;
		digit = now;
	}
	return n >= 2;
}

/*
 * Whether the label stands with figures in a paragraph of the section, as
 * what is left of a row that no reader took for one: it is not missing.
 */
static bool
is_in_text(struct binder *b, enum part part, const struct item *it)
{
	const struct pieces	*us = b->tables->units;
	struct str		 label = label_norm(b->arena,
				    str_of(it->label_zh), NULL), s;
	struct buf		 norm;
	size_t			 at;
	int			 n = 0, ordinal;

	buf_init(&norm, b->arena);
	for (int i = 0; i < us->n; i++) {
		const struct piece	*u = &us->u[i];

		if (u->grid != NULL || u->section != part_section(part) ||
		    !has_figures_behind(u->single, 0))
			continue;
		if (++n > TEXTS_MAX)
			return true;
		buf_clear(&norm);
		s = label_norm_in(&norm, u->single, &ordinal);
		at = str_find(s, label, 0);
		if (at == STR_NONE ||
		    !has_figures_behind(s, at + label.n))
			continue;
		note_add(b->arena, &b->f->notes, NOTE_ROW_UNREAD, u->line,
		    "%s", it->code);
		return true;
	}
	return false;
}

void
bind_missing(struct binder *b, enum part part)
{
	struct cand	*c = b->chosen[part];
	struct filing	*f = b->f;
	bool		 sure = c->unread == 0 && c->strange == 0 &&
	    !c->is_glued && (part > PART_ART20_9 || c->nhead > 0);
	const char	*said = "";
	bool		 lacks = false;

	for (int i = 0; i < b->forms->nitem; i++) {
		const struct item	*it = &b->forms->item[i];

		if (it->form != f->part[part].form || it->part != part ||
		    it->is_group || has_row_figures(f, it) ||
		    strcmp(it->row, said) == 0)
			continue;
		if (is_truncated(b, c)) {
			note_add(b->arena, &f->notes, NOTE_TRUNCATED,
			    b->tables->units->u[c->unit_end].line, "%s",
			    part_name(part));
			f->part[part].truncated = lacks = true;
			break;
		}
		if (part == PART_DISPUTES ||
		    tables_find_row(c, it->row) != NULL)
			continue;
		lacks = true;
		if (!sure || is_in_text(b, part, it))
			continue;
		said = it->row;
		filing_add_obs(b->arena, f, OBS_ROW_MISSING, c->line,
		    str_of(it->code), str_of(it->label_zh));
	}
	if (lacks)
		note_unknown(b, part);
}

/* Applicants that no row of section 三 has a cell for. */
static int
missing_applicants(const struct cand *c, struct buf *list)
{
	int	 missing = 0;

	for (int k = 0; k < APPLICANT__N; k++) {
		bool	 any = false;

		for (const struct vrow *r = c->row; r != NULL; r = r->next)
			any = any || r->v[k].located;
		if (any)
			continue;
		buf_printf(list, "%s%s", missing++ > 0 ? " " : "",
		    applicant_code((enum applicant)k));
	}
	return missing < APPLICANT__N ? missing : 0;
}

/* Cells of rows that are there, of a part of article 20. */
static int
missing_cells(struct binder *b, const struct cand *c, struct buf *list)
{
	int	 missing = 0;

	for (int i = 0; i < b->forms->nitem; i++) {
		const struct item	*it = &b->forms->item[i];
		const struct vrow	*r = tables_find_row(c, it->row);
		bool			 any = false;

		if (it->part != c->part || r == NULL || r->unread ||
		    it->form != b->f->part[c->part].form)
			continue;
		for (int k = 0; k < c->nhead; k++)
			any = any || strcmp(c->head[k].label->key,
			    it->col) == 0;
		if (!any)
			buf_printf(list, "%s%s", missing++ > 0 ? " " : "",
			    it->code);
	}
	return missing;
}

void
bind_note_columns(struct binder *b, const struct cand *c)
{
	struct buf	 list;
	int		 n = 0;

	if (c->has_rival)
		return;
	buf_init(&list, b->arena);
	if (c->part == PART_REQUESTS)
		n = missing_applicants(c, &list);
	else if (c->part <= PART_ART20_9 && c->nhead > 0)
		n = missing_cells(b, c, &list);
	if (n > 0)
		note_add(b->arena, &b->f->notes, NOTE_COLUMN_MISSING, c->line,
		    STR_FMT, STR_ARG(buf_text(&list)));
}

void
bind_note_absent(struct binder *b)
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
