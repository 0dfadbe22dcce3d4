/* Which of the tables that were found counts; see choose.h. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/choose.h"
#include "form/line.h"
#include "form/piece.h"
#include "form/section.h"
#include "form/who.h"

#define CAPTION_UNITS	3	/* above a table that may name its year */
#define CAPTION_CELLS	24	/* heads of a table that is a list or torn */
#define CAPTION_CHARS	60
#define ALIKE_MAX	4	/* rows by keywords alone that say nothing */
#define CAPTION_WORTH	3500L	/* our year above a table: some rows */

#define KEYS		100	/* of the rows that a part of a form has */

enum caption { CAPTION_NONE, CAPTION_OURS, CAPTION_OTHER };

/* Keys of rows, each once. */
struct keys {
	const char	*key[KEYS];
	int		 n;
};

struct chooser {
	struct arena		*arena;
	struct tables		*tables;
	struct filing		*f;
	/* Of the table that was looked at last, of which many candidates may
	   be: from where to where, and the last year that a row names. */
	int			 top, looked, year;
	int			 section;	/* and of the words above it */
	enum caption		 above;
	const struct cand	*last[SECTION__N];	/* of the part, so far */
	struct keys		 gone[SECTION__N];	/* of another year */
	bool			*in_table;	/* for each unit, or NULL */
};

/* How many tables begin at a unit, less those that have ended before it. */
static int *
count_tables(const struct chooser *b)
{
	int	 n = b->tables->units->n;
	int	*more = arena_alloc(b->arena, (size_t)n + 1, sizeof(*more));

	for (const struct cand *c = b->tables->cand; c != NULL; c = c->next)
		if (c->nrow > 0 && c->unit <= c->unit_end) {
			more[c->unit]++;
			more[c->unit_end < n ? c->unit_end + 1 : n]--;
		}
	return more;
}

/* Whether a row belongs to a table of which something was read. */
static bool
is_in_table(struct chooser *b, int unit)
{
	int	 n = b->tables->units->n, open = 0, *more;

	if (b->in_table == NULL) {
		more = count_tables(b);
		b->in_table = arena_alloc(b->arena, (size_t)n + 1,
		    sizeof(*b->in_table));
		for (int i = 0; i < n; i++)
			b->in_table[i] = (open += more[i]) > 0;
	}
	return b->in_table[unit];
}

/* Whether two units are rows of one table. */
static bool
same_table(const struct pieces *us, int x, int y)
{
	return us->u[x].grid != NULL && us->u[x].grid == us->u[y].grid &&
	    us->u[x].grid->trust != GRID_LIST;
}

/* The year that the nearest row of the table above a unit names, or 0. */
static int
year_in_table(struct chooser *b, int unit)
{
	const struct pieces	*us = b->tables->units;

	if (b->top < 0 || b->looked > unit ||
	    (b->top != unit && !same_table(us, b->top, unit))) {
		b->top = unit;
		while (b->top > 0 && same_table(us, b->top - 1, b->top))
			b->top--;
		b->looked = b->top;
		b->year = 0;
		b->section = -1;
	}
	for (; b->looked < unit; b->looked++) {
		int	 year = caption_year(us->u[b->looked].single);

		b->year = year != 0 ? year : b->year;
	}
	return b->year;
}

/*
 * 上年度收到和处理政府信息公开申请情况, or 表2 本年度…: a year by what it is to
 * this one; no sentence that compares the two, and no label of a row.
 */
static enum caption
caption_words(struct str s)
{
	static const char *const last[] = { "上年度", "上一年度", "去年" };
	static const char *const this[] = { "本年度", "今年" };
	static const char *const none[] = { "比", "较", "结转", "办理结果",
	    "增", "减", "。", "以来" };
	bool	 other = str_has_any(s, last, sizeof(last) / sizeof(last[0]));
	bool	 ours = str_has_any(s, this, sizeof(this) / sizeof(this[0]));

	if (other == ours ||
	    str_has_any(s, none, sizeof(none) / sizeof(none[0])))
		return CAPTION_NONE;
	return other ? CAPTION_OTHER : CAPTION_OURS;
}

/* Which year the words above a table name, whose first row is top. */
static enum caption
caption_above(struct chooser *b, const struct cand *c, int top)
{
	const struct pieces	*us = b->tables->units;
	int			 far = top - CAPTION_CELLS;

	for (int i = top - 1; i >= 0 && i >= far; i--) {
		const struct piece	*u = &us->u[i];
		struct date		 day;
		enum caption		 words;
		int			 year;

		/* Above another table; not only a torn off piece of this. */
		if (u->heading != 0 || u->section != c->section ||
		    (!u->is_list && is_in_table(b, i)))
			return CAPTION_NONE;
		if (u->single.n == 0 ||
		    utf8_longer(u->single, CAPTION_CHARS))
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
		words = caption_words(u->single);
		if (words != CAPTION_NONE)
			return words;
	}
	return CAPTION_NONE;
}

/* Which year the words in and above a table name. */
static enum caption
caption_of(struct chooser *b, const struct cand *c)
{
	int	 year = year_in_table(b, c->unit);

	if (year != 0 && b->f->year != 0)
		return year != b->f->year ? CAPTION_OTHER : CAPTION_OURS;
	if (b->section != c->section) {
		b->above = caption_above(b, c, b->top);
		b->section = c->section;
	}
	return b->above;
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

static int
known_rows(const struct cand *c)
{
	int	 n = 0;

	for (const struct vrow *r = c->row; r != NULL; r = r->next)
		n += !tables_is_unknown(r);
	return n;
}

/*
 * A few labels of another form that only sound like ours: 3.同意部分公开答复数
 * and 4.不同意公开答复数 of the forms before 2019.
 */
static bool
is_alike(const struct cand *c)
{
	if (c->part != PART_REQUESTS || known_rows(c) >= ALIKE_MAX)
		return false;
	for (const struct vrow *r = c->row; r != NULL; r = r->next)
		if (!tables_is_unknown(r) &&
		    (r->match.label == NULL || r->match.exact))
			return false;
	return true;
}

/*
 * How much speaks for a candidate: that it stands in its section, then the
 * rows that it has.  Below 0: it must not be taken.
 */
static long
cand_worth(const struct chooser *b, const struct cand *c)
{
	bool	 home = c->section == part_section(c->part);
	bool	 sections = b->f->section[part_section(c->part)].found;

	if (known_rows(c) == 0 || is_alike(c))
		return -1;
	/* Sections 一, 五 and 六 have no tables of the form. */
	if (sections && !home && (c->section == 1 || c->section >= 5) &&
	    !b->tables->units->u[c->unit].annex)
		return -1;
	return (home ? 1000000 : 0) + known_rows(c) * 1000L +
	    cand_figures(c);
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
	for (int k = 0; k < from->ngroup && to->ngroup < GROUPS_MAX; k++)
		to->group[to->ngroup++] = from->group[k];
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
		if (tables_find_row(to, r->key) != NULL ||
		    tables_full(a, to, from->line))
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
has_key(const struct keys *k, const char *key)
{
	for (int i = 0; i < k->n; i++)
		if (strcmp(k->key[i], key) == 0)
			return true;
	return false;
}

/* A table that was passed, of the part or not. */
static void
pass(struct chooser *b, const struct cand *c, enum part part)
{
	struct keys	*k = &b->gone[c->section];

	if (c->part != part)
		return;
	b->last[c->section] = c;
	for (const struct vrow *r = c->row; c->other_year && r != NULL;
	    r = r->next)
		if (!tables_is_unknown(r) && k->n < KEYS &&
		    !has_key(k, r->key))
			k->key[k->n++] = r->key;
}

/* A table without a caption that goes on where one of another year ended. */
static bool
goes_on(const struct chooser *b, const struct cand *c)
{
	if (b->last[c->section] == NULL || !b->last[c->section]->other_year)
		return false;
	for (const struct vrow *r = c->row; r != NULL; r = r->next)
		if (has_key(&b->gone[c->section], r->key))
			return false;
	return true;
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

/*
 * Whether another table is as good as the one that was chosen: it has the
 * same rows and columns, and nothing above either says which is meant; or
 * our year is above it and not above the one that has more rows.
 */
static bool
is_rival(struct chooser *b, const struct cand *best, enum caption caption,
    const struct cand *c)
{
	enum caption	 other = caption_of(b, c);

	if (caption == CAPTION_NONE && other == CAPTION_OURS)
		return true;
	if (known_rows(c) != known_rows(best) || caption != other ||
	    (c->part <= PART_ART20_9 && !same_heads(best, c)))
		return false;
	for (const struct vrow *r = best->row; r != NULL; r = r->next)
		if (!tables_is_unknown(r) && tables_find_row(c, r->key) == NULL)
			return false;
	return true;
}

/* Below the same heading, or below one that is there once more. */
static bool
same_section(const struct chooser *b, const struct cand *best,
    const struct cand *c)
{
	int	 again = b->tables->units->u[c->unit].again;

	return c->section == best->section ||
	    (again != 0 && again == best->section);
}

/*
 * Of two figures for one cell, either may be meant: neither is read, nor is a
 * row whose label is not known, for of that none can say whether they differ.
 */
static void
drop_differing(struct cand *best, const struct cand *c)
{
	best->has_rival = true;
	for (struct vrow *r = best->row; r != NULL; r = r->next) {
		const struct vrow	*o = tables_find_row(c, r->key);

		if (tables_is_unknown(r))
			memset(r->v, 0, sizeof(r->v));
		for (int i = 0; o != NULL && i < VALUES_MAX; i++)
			if (r->v[i].located && o->v[i].located &&
			    !str_eq(r->v[i].raw, o->v[i].raw))
				r->v[i] = (struct value){ .located = false };
	}
}

struct cand *
choose_table(struct arena *a, struct tables *t, struct filing *f,
    enum part part)
{
	struct chooser	 b = { .arena = a, .tables = t, .f = f, .top = -1 };
	struct cand	*best = NULL;
	enum caption	 caption, ours = CAPTION_NONE;
	long		 worth, most = -1;

	for (struct cand *c = b.tables->cand, *before = NULL; c != NULL;
	    before = c, c = c->next) {
		if (before != NULL)
			pass(&b, before, part);
		if (c->part != part || c->other_year ||
		    (worth = cand_worth(&b, c)) < 0)
			continue;
		caption = caption_of(&b, c);
		if (caption == CAPTION_OTHER ||
		    (caption == CAPTION_NONE && goes_on(&b, c))) {
			c->other_year = true;
			note_add(b.arena, &b.f->notes, NOTE_OTHER_YEAR,
			    c->line, "%s", part_name(part));
			continue;
		}
		worth += caption == CAPTION_OURS ? CAPTION_WORTH : 0;
		if (worth > most) {
			most = worth;
			best = c;
			ours = caption;
		}
	}
	if (best == NULL)
		return NULL;
	for (struct cand *c = b.tables->cand; c != NULL; c = c->next) {
		if (c == best || c->part != part || c->nrow == 0 ||
		    c->other_year || !same_section(&b, best, c))
			continue;
		if (rows_differ(best, c)) {
			note_add(b.arena, &b.f->notes, NOTE_TWICE, c->line,
			    "%s", part_name(part));
			if (is_rival(&b, best, ours, c))
				drop_differing(best, c);
		} else
			merge_rows(b.arena, best, c);
	}
	return best;
}
