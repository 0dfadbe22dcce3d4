/*
 * Rows of the parts of article 20, and the heads above them.
 */
#include <config.h>

#include <string.h>

#include "base/utf8.h"
#include "form/table_row.h"

#define JOINED_MAX	4	/* labels that ran together */

/* A label that stands among others in one cell, and on which line it does. */
struct joined {
	struct match	 match;
	struct str	 label;
	int		 line, end;	/* from 0, and that behind it */
};

/* Whether what stands right before or behind a row has figures and no label. */
static bool
is_beside_bare(const struct rows *r)
{
	const struct pieces	*us = r->t->units;
	struct lead		 l;

	for (int i = r->unit - 1; i <= r->unit + 1; i += 2) {
		if (i < 0 || i >= us->n || us->u[i].grid != r->grid)
			continue;
		lead_of(&us->u[i], &l);
		if (l.n == 0)
			return true;
	}
	return false;
}

/*
 * In columns of spaces a label without figures has blank cells, if it is the
 * form's to the word and no figures without a label are near it.
 */
static bool
bind_blank(const struct rows *r, const struct piece *u, const struct match *m,
    int n, struct value *v)
{
	if (r->grid->trust != GRID_SPACED || !m->exact || is_beside_bare(r))
		return false;
	values_clear(v);
	for (int i = 0; i < n; i++)
		v[i] = (struct value){ .line = u->line, .block = u->bi,
		    .row = u->row, .col = -1, .located = true,
		    .inferred = true, .firm = true };
	return true;
}

/* A row of that label, with the cells behind it or, blank, without them. */
static void
add_row(struct rows *r, const struct piece *u, const struct lead *l,
    const struct match *m, struct str label, bool blank)
{
	struct tables	*t = r->t;
	struct cand	*c = tables_art20_cand(t, m->label->part, r->unit);
	struct value	 v[VALUES_MAX];
	struct vrow	*row;
	bool		 good;

	if (c == NULL)
		return;
	good = c->nhead > 0 && ((!blank && values_bind_art20(r, u, l, c, v)) ||
	    ((blank || l->figures == 0) && !l->loose &&
	    bind_blank(r, u, m, c->nhead, v)));
	if (!good)
		values_clear(v);
	row = tables_row(t, m->label->part, m->label->key, r->unit, u->line, v,
	    good ? c->nhead : 0);
	if (row == NULL)
		return;
	row_fill(r, row, m, label);
	row->unread = !good;
	if (!good)
		row_note_unread(r, t->now, u, row->label,
		    blank ? 0 : l->figures, c->nhead);
}

bool
art20_row(struct rows *r, const struct piece *u)
{
	struct tables	*t = r->t;
	struct lead	 l;
	struct match	 m;
	enum part	 part;
	bool		 right;
	int		 own;

	lead_of(u, &l);
	own = l.n > 1 && label_block_title(t->arena, l.cell[0]->text, &part,
	    &right);
	if (l.n == 0 || !tables_art20(t, AXIS_ROW, l.cell[own]->text, &m))
		return false;
	l.next = 0;
	for (int i = 0; i < u->ncell; i++)
		if (u->cell[i] == l.cell[own])
			l.next = i + 1;
	add_row(r, u, &l, &m, l.cell[own]->text, false);
	return true;
}

bool
art20_head(struct rows *r, const struct piece *u)
{
	struct match	 m;
	bool		 any = false, strange = false;

	for (int i = 0; i < u->ncell; i++)
		if (number_read(u->cell[i]->text).state == STATE_NUMBER)
			return false;
	for (int i = 0; i < u->ncell; i++) {
		const struct cell	*c = u->cell[i];

		if (c->row != u->row)
			continue;
		if (!tables_art20(r->t, AXIS_COL, c->text, &m)) {
			strange = strange ||
			    tables_strange_head(r->t, c->text);
			continue;
		}
		tables_head(r->t, r->unit, &m, c->text, c->line, c->col,
		    c->colspan);
		if (row_label_is_piece(r, &m))
			tables_head_joined(r->t, &m);
		any = true;
	}
	if (any) {
		r->t->now->crowded |= strange;
		r->art20_row = u->row;
		heads_by_place(r, u);
	}
	return any;
}

/*
 * The labels of rows, to the word, that the lines of a cell are; *head if
 * those of a head are in front.  0 if that is not all of it.
 */
static int
split_labels(struct rows *r, struct str text, struct joined *j, bool *head)
{
	struct str	 line, part = STR("");
	int		 n = 0, at = 0, from = 0;

	*head = false;
	for (; str_line(&text, &line); at++) {
		part = part.n == 0 ? str_trim(line) :
		    str_cat(r->t->arena, part, str_trim(line));
		if (n == 0 && !*head && str_eq(part, STR("信息内容")))
			*head = true;
		else if (!tables_art20(r->t, AXIS_ROW, part, &j[n].match) ||
		    !j[n].match.exact)
			continue;
		else if (n == JOINED_MAX)
			return 0;
		else {
			j[n].label = part;
			j[n].line = from;
			j[n++].end = at + 1;
		}
		part = STR("");
		from = at + 1;
	}
	return part.n == 0 ? n : 0;
}

bool
art20_joined(struct rows *r, const struct piece *u)
{
	struct joined	 j[JOINED_MAX + 1];
	struct lead	 l;
	bool		 head;
	int		 n, beside;

	lead_of(u, &l);
	if (r->grid->trust != GRID_SPACED || l.n == 0 || l.loose ||
	    !str_has(l.cell[0]->text, STR("\n")))
		return false;
	n = split_labels(r, l.cell[0]->text, j, &head);
	if (n + head < 2 || (head ? !art20_head(r, u) :
	    l.n > 1 || l.figures == 0))
		return false;
	/* Figures are beside the label on whose lines they are. */
	beside = head ? -1 : u->cell[l.next]->line - l.cell[0]->line;
	for (int i = 0; i < n; i++)
		add_row(r, u, &l, &j[i].match, j[i].label,
		    beside < j[i].line || beside >= j[i].end);
	return true;
}
