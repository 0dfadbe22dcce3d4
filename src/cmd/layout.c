#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "cmd/lang.h"
#include "cmd/lang.h"
#include "cmd/layout.h"
#include "cmd/origin.h"
#include "cmd/rows.h"
#include "form/filing.h"

/* Columns of schema/cmd/show_cell.sql. */
enum {
	C_PART, C_FOUND, C_KIND, C_ITEM, C_APPLICANT, C_IS_TITLE, C_ROW,
	C_COL, C_IS_CHILD, C_VALUE, C_UNIT, C_STATE, C_RAW, C_LINE,
	C_IS_FLAGGED, C_SHOULD_BE, C_WAS_READ,
};

/* The widest part has seven columns and its labels. */
#define COLS_MAX	16

/* The part that is being laid out. */
struct matrix {
	struct str		 part, title;
	bool			 found;
	struct str		 col[COLS_MAX];
	int			 ncol;		/* with that of the labels */
	struct matrix_row	*first, **end;
	struct matrix_row	*row;		/* the last one */
};

struct matrix_row {
	struct str		 label;
	bool			 is_child;
	struct out_value	 cell[COLS_MAX];
	struct matrix_row	*next;
};

void
layout_line(struct layout *l, struct str s)
{
	struct buf	 b;

	buf_init(&b, l->cli->arena);
	out_plain(&b, s);
	printf("%.*s\n", STR_ARG(buf_text(&b)));
}

static void
matrix_start(struct matrix *m, struct str part, struct str title, bool found)
{
	*m = (struct matrix){ .part = part, .title = title, .found = found,
	    .ncol = 1 };
	m->col[0] = (struct str){ "", 0 };
	m->end = &m->first;
}

static void
matrix_row(struct layout *l, struct matrix *m, struct str label, bool child)
{
	struct matrix_row	*r;

	if (m->row != NULL && str_eq(m->row->label, label) &&
	    m->row->is_child == child)
		return;
	r = arena_alloc(l->cli->arena, 1, sizeof(*r));
	r->label = label;
	r->is_child = child;
	for (int i = 0; i < COLS_MAX; i++)
		r->cell[i] = out_cstr(NULL);
	r->cell[0] = out_text(child ? str_cat(l->cli->arena, STR("  "),
	    label) : label);
	*m->end = m->row = r;
	m->end = &r->next;
}

/* What people say of the cell. */
static struct str
said_marks(struct layout *l, const struct query *q)
{
	struct arena	*a = l->cli->arena;
	struct str	 marks = STR("");

	if (query_type(q, C_SHOULD_BE) != VALUE_NULL)
		marks = str_cat(a, STR("→"), query_text(q, C_SHOULD_BE));
	if (query_type(q, C_WAS_READ) != VALUE_NULL)
		marks = str_of(arena_printf(a, STR_FMT "←" STR_FMT,
		    STR_ARG(marks), STR_ARG(query_text(q, C_WAS_READ))));
	return marks;
}

/* What stands in a cell, with its marks. */
static struct out_value
matrix_value(struct layout *l, const struct query *q)
{
	struct arena	*a = l->cli->arena;
	struct str	 state = query_text(q, C_STATE);
	struct str	 value = rows_text(l->cli, q, C_VALUE);
	struct str	 raw = rows_text(l->cli, q, C_RAW), text;
	bool		 flagged = query_int(q, C_IS_FLAGGED) != 0;

	l->ncell++;
	l->nflagged += flagged;
	if (str_eq(state, STR("missing")))
		text = STR("?");
	else if (str_eq(state, STR("blank")))
		text = STR("[]");
	else if (str_eq(state, STR("placeholder")) ||
	    str_eq(state, STR("text")))
		text = str_of(arena_printf(a, "[%.*s]", STR_ARG(raw)));
	else if (str_eq(state, STR("inferred")))
		text = str_cat(a, STR("~"), value);
	else
		text = value;
	text = str_cat(a, text, said_marks(l, q));
	if (flagged)
		text = str_cat(a, STR("*"), text);
	/* A number, so that the columns are aligned like numbers. */
	return (struct out_value){ OUT_NUMBER, text };
}

static void
matrix_cell(struct layout *l, struct matrix *m, const struct query *q)
{
	struct str	 label = query_text(q, C_COL);
	int		 i = 1;

	while (i < m->ncol && !str_eq(m->col[i], label))
		i++;
	if (i == COLS_MAX)
		return;
	if (i == m->ncol)
		m->col[m->ncol++] = str_dup(l->cli->arena, label);
	m->row->cell[i] = matrix_value(l, q);
}

static int
matrix_print(struct layout *l, struct matrix *m, struct err *e)
{
	struct out_opts	 opts = { .format = OUT_TABLE };
	const char	*name[COLS_MAX];
	struct out	*o;

	printf("\n%.*s\n", STR_ARG(m->title));
	if (!m->found) {
		printf("  %s\n", _("(not found in the document)"));
		return 0;
	}
	for (int i = 0; i < m->ncol; i++)
		name[i] = str_dup(l->cli->arena, m->col[i]).p;
	o = out_begin(l->cli->arena, stdout, &opts, name, m->ncol);
	for (const struct matrix_row *r = m->first; r != NULL; r = r->next)
		out_row(o, r->cell);
	return out_end(o, e);
}

/* One row of the query: a title begins a part. */
static int
form_step(struct layout *l, struct matrix *m, const struct query *q,
    struct err *e)
{
	struct str	 part = query_text(q, C_PART), row;
	bool		 heading;

	if (!str_eq(part, m->part)) {
		if (m->part.n > 0 && matrix_print(l, m, e) < 0)
			return -1;
		matrix_start(m, rows_text(l->cli, q, C_PART),
		    rows_text(l->cli, q, C_ROW), query_int(q, C_FOUND) != 0);
	}
	heading = str_eq(query_text(q, C_KIND), STR("heading"));
	/* Those of section 四 are the labels of its rows. */
	if (query_int(q, C_IS_TITLE) != 0 ||
	    (heading && str_eq(part, STR("disputes"))))
		return 0;
	row = rows_text(l->cli, q, C_ROW);
	matrix_row(l, m, row, query_int(q, C_IS_CHILD) != 0);
	if (query_type(q, C_COL) != VALUE_NULL)
		matrix_cell(l, m, q);
	return 0;
}

static int
layout_open(struct layout *l, struct query **q, struct err *e)
{
	if (rows_open(l->cli, "show_cell", q, e) < 0)
		return -1;
	if (query_bind_int(*q, "filing", l->filing, e) == 0)
		return 0;
	query_close(*q);
	return -1;
}

int
layout_form(struct layout *l, struct err *e)
{
	struct matrix	 m = { .ncol = 0 };
	struct query	*q;
	int		 r;

	if (layout_open(l, &q, e) < 0)
		return -1;
	while ((r = query_step(q, e)) > 0)
		if ((r = form_step(l, &m, q, e)) < 0)
			break;
	if (r == 0 && m.part.n > 0)
		r = matrix_print(l, &m, e);
	query_close(q);
	return r;
}

static const char *const	 list_columns[] = {
	"item", "applicant", "value", "unit", "state", "raw", "line", "flag",
	"table", "row", "column", "text"
};

#define NLIST	8	/* of them without an original */
#define NORIGIN	12

/* Where a cell stands; rows and columns are counted from 1. */
static void
list_origin(struct layout *l, const struct origin *o, const struct query *q,
    struct out_value *v)
{
	struct arena		*a = l->cli->arena;
	const struct figure	*g;
	int			 table;

	g = origin_figure(o, query_text(q, C_ITEM),
	    query_text(q, C_APPLICANT));
	for (int i = 0; i < NORIGIN - NLIST; i++)
		v[i] = out_cstr(NULL);
	if (g == NULL)
		return;
	if ((table = origin_table(o, g)) > 0) {
		v[0] = out_int(a, table);
		v[1] = out_int(a, g->row + 1);
		v[2] = out_int(a, g->col + 1);
	}
	v[3] = out_text(origin_text(l->cli, o, g));
}

static int
list_cells(struct layout *l, const struct origin *origin, struct err *e)
{
	struct out	*o;
	struct query	*q;
	int		 r;

	if (layout_open(l, &q, e) < 0)
		return -1;
	o = out_begin(l->cli->arena, stdout, &l->cli->out, list_columns,
	    origin != NULL ? NORIGIN : NLIST);
	while ((r = query_step(q, e)) > 0) {
		struct out_value	 v[NORIGIN];

		if (query_type(q, C_STATE) == VALUE_NULL)
			continue;
		l->ncell++;
		l->nflagged += query_int(q, C_IS_FLAGGED) != 0;
		v[0] = rows_value(q, C_ITEM);
		v[1] = rows_value(q, C_APPLICANT);
		for (int i = 2; i < 7; i++)
			v[i] = rows_value(q, C_VALUE + i - 2);
		v[7] = out_text(str_cat(l->cli->arena,
		    query_int(q, C_IS_FLAGGED) ? STR("*") : STR(""),
		    said_marks(l, q)));
		if (origin != NULL)
			list_origin(l, origin, q, v + NLIST);
		out_row(o, v);
	}
	query_close(q);
	layout_tally(l);
	return r < 0 ? -1 : out_end(o, e);
}

int
layout_list(struct layout *l, struct err *e)
{
	return list_cells(l, NULL, e);
}

int
layout_source(struct layout *l, int64_t source, int ordinal, struct err *e)
{
	struct origin	 o;

	if (origin_open(l->cli, source, ordinal, &o, e) < 0)
		return -1;
	return list_cells(l, &o, e);
}

void
layout_tally(const struct layout *l)
{
	cli_tally(l->cli, P_("%d cell", "%d cells", l->ncell), l->ncell);
	cli_tally_add(l->cli, _(", %d of them flagged"), l->nflagged);
}
