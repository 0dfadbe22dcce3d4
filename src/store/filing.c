/*
 * A filing as rows.  The wide tables take the number of each cell, or NULL;
 * the table reading takes what a number alone does not say.
 */
#include <config.h>

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/err.h"
#include "form/filing.h"
#include "form/form.h"
#include "form/number.h"
#include "store/archive.h"
#include "store/store.h"

#define COLS	6

/* The wide tables whose rows are keyed by item.row: columns by item.col. */
static const struct wide {
	enum put	 put;
	int		 ncol;
	const char	*col[COLS];
} wide[PART__N] = {
	[PART_ART20_1] = { PUT_NORMATIVE, 6, { "issued", "repealed",
	    "in_force", "made", "newly_disclosed", "disclosed_total" } },
	[PART_ART20_5] = { PUT_ACT, 3, { "decided", "items_prev",
	    "items_change" } },
	[PART_ART20_6] = { PUT_ACT, 3, { "decided", "items_prev",
	    "items_change" } },
	[PART_DISPUTES] = { PUT_REVIEW, 5, { "upheld", "corrected", "other",
	    "pending", "total" } },
};

static bool
has_value(const struct figure *g)
{
	return g != NULL &&
	    (g->state == STATE_NUMBER || g->state == STATE_INFERRED);
}

static struct arg
value_of(struct dec d)
{
	return dec_is_int(d) ? ARG(d.mant) : ARG(dec_double(d));
}

struct arg
put_value(const struct figure *g)
{
	return has_value(g) ? value_of(g->value) : ARG_NULL;
}

struct arg
put_fen(struct dec d, int exponent)
{
	int64_t	 v = d.mant;

	for (int i = d.scale; i < exponent; i++) {
		if (v > INT64_MAX / 10 || v < INT64_MIN / 10)
			return ARG_NULL;
		v *= 10;
	}
	return d.scale <= exponent ? ARG(v) : ARG_NULL;
}

static struct arg
fen_arg(const struct figure *g)
{
	if (!has_value(g) || g->unit == UNIT_NONE || g->unit == UNIT_COUNT)
		return ARG_NULL;
	return put_fen(g->value, g->unit == UNIT_YUAN ? 2 : 6);
}

static const struct figure **
cells_of(struct store *s, const struct item *it)
{
	return s->cell + (size_t)it->index * PUT_CELLS;
}

static const struct figure *
cell_at(struct store *s, const struct item *it, enum applicant who)
{
	return cells_of(s, it)[who + 1];
}

/* The first of figures for one cell counts; binding has noted the others. */
static void
collect(struct store *s, const struct filing *f)
{
	memset(s->cell, 0,
	    sizeof(*s->cell) * PUT_CELLS * (size_t)s->forms->nitem);
	for (const struct figure *g = f->figure; g != NULL; g = g->next) {
		const struct figure	**c = cells_of(s, g->item);

		if (c[g->who + 1] == NULL)
			c[g->who + 1] = g;
	}
}

bool
put_plain(const struct figure *g)
{
	char	 buf[DEC_MAX];

	return g->state == STATE_NUMBER && dec_is_int(g->value) &&
	    str_eq(str_trim(g->raw), str_of(dec_print(g->value, buf)));
}

static int
put_reading(struct store *s, int64_t filing, const struct item *it,
    enum applicant who, struct err *e)
{
	const struct figure	*g = cell_at(s, it, who);
	enum state		 state = g != NULL ? g->state : STATE_MISSING;

	if (g != NULL && put_plain(g))
		return 0;
	if (it->is_group && !has_value(g) && state != STATE_TEXT)
		return 0;
	return PUT(s, PUT_READING, e, ARG(filing),
	    ARG(s->item_id[it->index]), ARG(applicant_code(who)),
	    ARG(state_name(state)), put_value(g),
	    g != NULL ? ARG(g->raw) : ARG(""),
	    g != NULL ? arg_int_or_null(g->line) : ARG_NULL);
}

static void
min_line(int *line, const struct figure *g)
{
	if (g != NULL && g->line > 0 && (*line == 0 || g->line < *line))
		*line = g->line;
}

/* One row of section 三; a row of which no cell was found is not there. */
static int
put_request(struct store *s, int64_t filing, const struct item *it,
    struct err *e)
{
	struct arg	 v[3 + APPLICANT__N];
	bool		 any = false;
	int		 line = 0;

	v[0] = ARG(filing);
	v[1] = ARG(s->item_id[it->index]);
	for (int c = 0; c < APPLICANT__N; c++) {
		const struct figure	*g;

		g = cell_at(s, it, (enum applicant)c);
		v[2 + c] = put_value(g);
		min_line(&line, g);
		if (g != NULL && (!it->is_group || has_value(g) ||
		    g->state == STATE_TEXT))
			any = true;
	}
	if (!any)
		return 0;
	v[2 + APPLICANT__N] = arg_int_or_null(line);
	if (put_run(s, PUT_APPLICATION, e, v, 3 + APPLICANT__N) < 0)
		return -1;
	for (int c = 0; c < APPLICANT__N; c++)
		if (put_reading(s, filing, it, (enum applicant)c, e) < 0)
			return -1;
	return 0;
}

/* The item of a row and column of a form, or NULL. */
static const struct item *
item_at(struct store *s, enum form_id form, enum part part, const char *row,
    const char *col)
{
	return forms_item(s->forms, form, part, str_of(row), str_of(col));
}

/*
 * The row of a wide table that it begins: it is the first item of its row
 * in the list of items.
 */
static int
put_row(struct store *s, int64_t filing, const struct item *it,
    struct err *e)
{
	const struct wide	*w = &wide[it->part];
	const struct item	*at[COLS];
	struct arg		 v[3 + COLS];
	bool			 any = false;
	int			 line = 0;

	v[0] = ARG(filing);
	v[1] = ARG(it->row);
	for (int c = 0; c < w->ncol; c++) {
		const struct figure	*g = NULL;

		at[c] = item_at(s, it->form, it->part, it->row, w->col[c]);
		if (at[c] != NULL)
			g = cell_at(s, at[c], APPLICANT_NONE);
		v[2 + c] = put_value(g);
		min_line(&line, g);
		any = any || g != NULL;
	}
	if (!any)
		return 0;
	v[2 + w->ncol] = arg_int_or_null(line);
	if (put_run(s, w->put, e, v, 3 + (size_t)w->ncol) < 0)
		return -1;
	for (int c = 0; c < w->ncol; c++)
		if (at[c] != NULL && put_reading(s, filing, at[c],
		    APPLICANT_NONE, e) < 0)
			return -1;
	return 0;
}

static int
put_fee(struct store *s, int64_t filing, enum form_id form, struct err *e)
{
	static const char *const	 col[] = { "amount", "items_prev",
	    "items_change" };
	const struct figure		*g[3] = { NULL, NULL, NULL };
	const struct item		*it[3];
	int				 line = 0;

	for (int i = 0; i < 3; i++) {
		it[i] = item_at(s, form, PART_ART20_8, "fee", col[i]);
		if (it[i] != NULL)
			g[i] = cell_at(s, it[i], APPLICANT_NONE);
		min_line(&line, g[i]);
	}
	if (g[0] == NULL && g[1] == NULL && g[2] == NULL)
		return 0;
	if (PUT(s, PUT_FEE, e, ARG(filing), put_value(g[0]),
	    has_value(g[0]) ? put_fen(g[0]->value, 6) : ARG_NULL,
	    put_value(g[1]), put_value(g[2]), arg_int_or_null(line)) < 0)
		return -1;
	for (int i = 0; i < 3; i++)
		if (it[i] != NULL && put_reading(s, filing, it[i],
		    APPLICANT_NONE, e) < 0)
			return -1;
	return 0;
}

static int
put_procurement(struct store *s, int64_t filing, enum form_id form,
    struct err *e)
{
	const struct item	*n, *m;
	const struct figure	*projects, *amount;
	const char		*unit;
	int			 line = 0;

	n = item_at(s, form, PART_ART20_9, "procurement", "projects");
	m = item_at(s, form, PART_ART20_9, "procurement", "total_amount");
	if (n == NULL || m == NULL)
		return 0;
	projects = cell_at(s, n, APPLICANT_NONE);
	amount = cell_at(s, m, APPLICANT_NONE);
	if (projects == NULL && amount == NULL)
		return 0;
	min_line(&line, amount != NULL ? amount : projects);
	unit = amount == NULL ? "" : amount->unit == UNIT_YUAN ? "元" :
	    amount->unit == UNIT_WAN_YUAN ? "万元" : "";
	if (PUT(s, PUT_PROCUREMENT, e, ARG(filing), put_value(projects),
	    put_value(amount), ARG(unit), fen_arg(amount),
	    arg_int_or_null(line)) < 0 ||
	    put_reading(s, filing, n, APPLICANT_NONE, e) < 0)
		return -1;
	return put_reading(s, filing, m, APPLICANT_NONE, e);
}

/* All that a part holds, in the order of the form. */
static int
put_cells(struct store *s, int64_t filing, enum part part,
    enum form_id form, struct err *e)
{
	const char	*last = "";

	if (part == PART_ART20_8)
		return put_fee(s, filing, form, e);
	if (part == PART_ART20_9)
		return put_procurement(s, filing, form, e);
	for (int i = 0; i < s->forms->nitem; i++) {
		const struct item	*it = &s->forms->item[i];

		if (it->form != form || it->part != part)
			continue;
		if (part == PART_REQUESTS) {
			if (put_request(s, filing, it, e) < 0)
				return -1;
		} else if (wide[part].ncol > 0 &&
		    strcmp(last, it->row) != 0) {
			last = it->row;
			if (put_row(s, filing, it, e) < 0)
				return -1;
		}
	}
	return 0;
}

static bool
form_has_part(struct store *s, enum form_id form, enum part part)
{
	for (int i = 0; i < s->forms->nitem; i++)
		if (s->forms->item[i].form == form &&
		    s->forms->item[i].part == part)
			return true;
	return false;
}

/*
 * A part that was not found is on record if the form of the filing has it,
 * so that its cells are missing and not forgotten.
 */
static int
put_parts(struct store *s, int64_t filing, const struct filing *f,
    struct err *e)
{
	for (int i = 0; i < PART__N; i++) {
		enum part		 part = (enum part)i;
		const struct part_found	*p = &f->part[i];
		enum form_id		 form = p->form;

		if (form == FORM_NONE)
			form = f->form;
		if (!p->found && !form_has_part(s, form, part))
			continue;
		if (PUT(s, PUT_PART, e, ARG(filing), ARG(part_name(part)),
		    ARG(form_name(form)), ARG(p->found),
		    arg_int_or_null(p->line), ARG(p->truncated)) < 0 ||
		    put_cells(s, filing, part, form, e) < 0)
			return -1;
	}
	return 0;
}

/* A label that comes twice is one item and one free row. */
static int
put_statistics(struct store *s, int64_t filing, const struct filing *f,
    struct err *e)
{
	for (const struct statistic *t = f->statistic; t != NULL;
	    t = t->next) {
		const struct statistic	*u = f->statistic;
		bool			 value;

		while (u != t && (u->item == NULL || u->item != t->item))
			u = u->next;
		value = t->state == STATE_NUMBER ||
		    t->state == STATE_INFERRED;
		if (PUT(s, PUT_STATISTIC, e, ARG(filing),
		    t->item != NULL && u == t ?
		    ARG(s->item_id[t->item->index]) : ARG_NULL,
		    ARG(t->label), ARG(t->unit), ARG(t->code),
		    value ? value_of(t->value) : ARG_NULL,
		    ARG(state_name(t->state)), ARG(t->raw),
		    arg_int_or_null(t->line)) < 0)
			return -1;
	}
	return 0;
}

static int
put_sections(struct store *s, int64_t filing, const struct filing *f,
    struct err *e)
{
	for (int i = 0; i < SECTION__N; i++) {
		const struct section	*t = &f->section[i];

		if (!t->found && t->text.n == 0)
			continue;
		if (PUT(s, PUT_SECTION, e, ARG(filing), ARG(i),
		    ARG(t->heading), ARG(t->text), arg_int_or_null(t->line),
		    arg_int_or_null(t->line_end), ARG(t->found)) < 0)
			return -1;
	}
	return 0;
}

static int
put_facts(struct store *s, int64_t filing, const struct filing *f,
    struct err *e)
{
	for (const struct fact *t = f->fact; t != NULL; t = t->next)
		if (PUT(s, PUT_FACT, e, ARG(filing), ARG(t->code),
		    t->has_value ? value_of(t->value) : ARG_NULL,
		    ARG(t->approx), ARG(t->unit != NULL ? t->unit : ""),
		    ARG(t->scope != NULL ? t->scope : ""), ARG(t->section),
		    arg_int_or_null(t->line), ARG(t->quote)) < 0)
			return -1;
	return 0;
}

/* Section 六, from its sentences; the first of each kind. */
static int
put_processing_fee(struct store *s, int64_t filing, const struct filing *f,
    struct err *e)
{
	static const char *const	 code[] = { "fee_notices_issued",
	    "fee_cases_charged", "fee_amount_collected" };
	const struct fact		*at[3] = { NULL, NULL, NULL };
	const struct fact		*first = NULL;
	struct arg			 v[3];

	for (const struct fact *t = f->fact; t != NULL; t = t->next)
		for (int i = 0; i < 3; i++)
			if (at[i] == NULL && strcmp(t->code, code[i]) == 0) {
				at[i] = t;
				if (first == NULL)
					first = t;
			}
	if (first == NULL)
		return 0;
	for (int i = 0; i < 3; i++)
		v[i] = at[i] != NULL && at[i]->has_value ?
		    value_of(at[i]->value) : ARG_NULL;
	return PUT(s, PUT_PROCESSING_FEE, e, ARG(filing), v[0], v[1], v[2],
	    v[2].type != ARG_T_NULL ? put_fen(at[2]->value, 2) : ARG_NULL,
	    ARG(first->quote), arg_int_or_null(first->line));
}

static int
put_observations(struct store *s, int64_t filing, const struct filing *f,
    struct err *e)
{
	for (const struct obs *o = f->obs; o != NULL; o = o->next)
		if (PUT(s, PUT_OBSERVATION, e, ARG(filing),
		    ARG(obs_name(o->kind)), arg_int_or_null(o->line),
		    arg_int_or_null(o->line_end), ARG(o->place),
		    ARG(o->text)) < 0)
			return -1;
	return 0;
}

static int
put_notes(struct store *s, int64_t source, int64_t filing,
    const struct notes *ns, struct err *e)
{
	for (const struct note *n = ns->first; n != NULL; n = n->next)
		if (PUT(s, PUT_NOTE, e, ARG(source), arg_int_or_null(filing),
		    ARG(note_name(n->id)),
		    ARG(note_level_name(note_level(n->id))),
		    arg_int_or_null(n->line), ARG(n->detail)) < 0)
			return -1;
	return 0;
}

int
store_notes(struct store *s, int64_t source, const struct notes *ns,
    struct err *e)
{
	return put_notes(s, source, 0, ns, e);
}

int
store_filing(struct store *s, int64_t source, const struct filing *f,
    struct err *e)
{
	int64_t	 agency, id;
	bool	 ambiguous;
	long	 n = 0;

	assert(s->writable);
	if (agency_of(s, source, f->agency, &f->place, &agency, &ambiguous,
	    e) < 0)
		return -1;
	if (PUT(s, PUT_FILING, e, ARG(source), arg_int_or_null(agency),
	    ARG(f->agency), ARG(f->agency_from != NULL ? f->agency_from : ""),
	    arg_int_or_null(f->year),
	    ARG(f->year_from != NULL ? f->year_from : ""),
	    ARG(form_name(f->form)), ARG(f->title),
	    arg_int_or_null(f->title_line), arg_str_or_null(f->published_on),
	    arg_str_or_null(f->period_from), arg_str_or_null(f->period_to),
	    arg_str_or_null(f->source_org),
	    arg_int_or_null(f->cut_line)) < 0)
		return -1;
	id = sqlite3_last_insert_rowid(s->db);
	if (agency != 0 && f->year != 0 && !ambiguous &&
	    PUT(s, PUT_FILING_OTHERS, e, ARG(agency), ARG(f->year),
	    ARG(id)) < 0)
		return -1;
	collect(s, f);
	if (put_parts(s, id, f, e) < 0 || put_statistics(s, id, f, e) < 0 ||
	    put_sections(s, id, f, e) < 0 || put_facts(s, id, f, e) < 0 ||
	    put_processing_fee(s, id, f, e) < 0 ||
	    put_observations(s, id, f, e) < 0 ||
	    cells_correct(s, id, "misread", &n, e) < 0)
		return -1;
	return put_notes(s, source, id, &f->notes, e);
}
