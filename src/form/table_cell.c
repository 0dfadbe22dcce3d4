/*
 * Which cell of a row belongs to which column is decided, in this order: by
 * the columns of the heads, where the geometry can be trusted; because
 * there are exactly as many figures as columns; because there are exactly
 * as many cells; by where the figures stand in complete rows of the same
 * shape.  Where cells that others cover are left out, the first cells are
 * the row's.  Otherwise the row is not read.
 */
#include <config.h>

#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/table_row.h"

/*
 * What a cell holds.  In columns of spaces lines of nothing but digits are a
 * number that was broken.
 */
static enum state
state_of(const struct piece *u, int i)
{
	struct str	 part, rest = u->cell[i]->text;
	enum state	 state = number_read(rest).state;

	if (u->cell[i]->loose)
		return STATE_NUMBER;
	if (state != STATE_TEXT || u->grid->trust != GRID_SPACED)
		return state;
	while (str_line(&rest, &part))
		if (number_read(part).state != STATE_NUMBER)
			return STATE_TEXT;
	return STATE_NUMBER;
}

void
lead_of(const struct piece *u, struct lead *l)
{
	*l = (struct lead){ .n = 0 };
	for (int i = 0; i < u->ncell; i++) {
		enum state	 s = state_of(u, i);

		if (s == STATE_BLANK)
			continue;
		if (s != STATE_TEXT || l->n == LEAD_MAX)
			break;
		l->cell[l->n++] = u->cell[i];
		l->next = i + 1;
	}
	for (int i = l->next; i < u->ncell; i++) {
		enum state	 s = state_of(u, i);

		l->figures += s == STATE_NUMBER || s == STATE_PLACEHOLDER;
		l->loose |= u->cell[i]->loose;
	}
}

struct value
value_of(const struct piece *u, const struct cell *c)
{
	size_t	 skip = c->loose ? strlen(GRID_LOOSE) : 0;

	return (struct value){ .raw = str_trim(str_from(c->text, skip)),
	    .line = c->line,
	    .block = u->bi, .row = c->row, .col = c->col, .located = true,
	    .inferred = c->inferred, .doubtful = c->doubtful,
	    .firm = c->inferred && u->grid->trust == GRID_SPACED,
	    .band = c->band, .to = c->to, .page = c->page,
	    .from = c->from != NULL ? c->from[0] : 0,
	    .bordered = u->grid->trust == GRID_EXACT };
}

bool
is_blank(const struct cell *c)
{
	return str_trim(c->text).n == 0;
}

/* Digits alone on each of some lines: a column was too narrow for a figure. */
static bool
is_broken(struct str s)
{
	struct str	 line;
	int		 n = 0;

	for (; str_line(&s, &line); n++) {
		line = str_trim(line);
		if (line.n == 0)
			return false;
		for (size_t at = 0; at < line.n; ) {
			uint32_t	 c = utf8_fold(utf8_next(line, &at));

			if ((c < '0' || c > '9') && c != ',')
				return false;
		}
	}
	return n > 1;
}

/*
 * Words beside the figures; what has a character that is not known may be a
 * figure.
 */
static bool
is_remark(struct str s)
{
	return !is_value(s) && !utf8_has_bad(s);
}

/* By the columns of the heads, all of them or some. */
static bool
bind_by_heads(const struct rows *r, const struct piece *u, int from,
    int width, struct value *v)
{
	int	 located = 0;

	if (!r->partial && (!r->mapped || !r->map_full ||
	    (r->flat && !r->heads_hold)))
		return false;
	for (int i = from; i < u->ncell; i++) {
		const struct cell	*c = u->cell[i];
		int			 to = -1;

		for (int k = c->col; k < c->col + c->colspan; k++) {
			if (r->map[k] < 0 || r->map[k] == to)
				continue;
			if (to >= 0 && !is_blank(c))
				return false;	/* across two columns */
			to = r->map[k];
			if (is_blank(c) && !v[to].located)
				v[to] = value_of(u, c);
		}
		/* Words under no head of ours are a remark. */
		if (is_blank(c) || (to < 0 && (r->partial ||
		    r->map[c->col] == COLUMN_OTHER || is_remark(c->text))))
			continue;
		if (to < 0 || (v[to].located && v[to].raw.n != 0))
			return false;
		v[to] = value_of(u, c);
	}
	for (int i = 0; i < width; i++)
		located += v[i].located;
	return r->partial ? located > 0 : located == width;
}

/*
 * As they come, blank cells left out or not; none may be as wide as so many
 * columns.
 */
static bool
bind_in_order(const struct piece *u, int from, int width, bool blanks,
    int wide, struct value *v)
{
	int	 n = 0, blank = 0, text = 0;

	for (int i = from; i < u->ncell; i++) {
		if (is_blank(u->cell[i])) {
			blank++;
			if (!blanks)
				continue;
		}
		if (n == width && !blanks && is_remark(u->cell[i]->text))
			continue;	/* a remark behind them */
		if (n == width || u->cell[i]->colspan >= wide)
			return false;
		text += !is_value(u->cell[i]->text) &&
		    !is_broken(u->cell[i]->text);
		v[n++] = value_of(u, u->cell[i]);
	}
	/* Words among them may be a remark in the place of a blank cell. */
	return n == width && (text == 0 || blank == 0);
}

/* The first ones, where the row has nothing but them and filling. */
static bool
bind_packed(const struct piece *u, int from, int width, struct value *v)
{
	int	 n = 0, blank = 0, text = 0;

	for (int i = from; i < u->ncell; i++) {
		bool	 none = is_blank(u->cell[i]);
		bool	 word = !none && !is_value(u->cell[i]->text);

		if (n == width) {
			if (!none && !is_remark(u->cell[i]->text))
				return false;
			continue;
		}
		blank += none;
		text += word;
		v[n++] = value_of(u, u->cell[i]);
	}
	return n == width && (text == 0 || blank == 0);
}

/*
 * Whether the last cell of a row that ends before its total may be that: one
 * of the cells before it is missing, and all behind that are one to the left.
 */
static bool
ends_in_total(const struct value *v, int width)
{
	int		 first = width == VALUES_MAX ? width - RESULTS : 0;
	int		 last = width - 1;
	int64_t		 sum = 0;
	struct number	 x, total;

	while (last > first && !v[last].located)
		last--;
	total = number_read(v[last].raw);
	for (int i = first; i < last; i++) {
		x = number_read(v[i].raw);
		if (x.state == STATE_NUMBER && dec_is_int(x.value))
			sum += x.value.mant;
	}
	return total.state == STATE_NUMBER && dec_is_int(total.value) &&
	    total.value.mant > 0 && total.value.mant >= sum;
}

/*
 * At the columns that begin at start, all figures between them.  What the row
 * has no cells for is blank, but where its last figure may be the total, and
 * where lines are rows: there a row that ends before its total may go on in
 * the next.
 */
static bool
bind_at(const struct rows *r, const struct piece *u, int from, int start,
    int width, struct value *v)
{
	for (int i = from; i < u->ncell; i++) {
		const struct cell	*c = u->cell[i];
		int			 to = c->col - start;

		if (to >= 0 && to < width && c->colspan == 1)
			v[to] = value_of(u, c);
		else if (!is_blank(c) || c->doubtful)
			return false;
	}
	if (!v[width - 1].located && (r->grid->trust != GRID_EXACT ||
	    ends_in_total(v, width)))
		return false;
	for (int i = 0; i < width; i++)
		if (!v[i].located)
			v[i] = (struct value){ .line = u->line,
			    .block = u->bi, .row = u->row, .col = start + i,
			    .located = true };
	return true;
}

/*
 * Where so many figures of a row stand that has a cell for each, from the
 * first on; -1 if there are others between them.
 */
static int
column_of_figures(const struct piece *u, const struct lead *l, int width)
{
	int	 first = -1, n = 0;

	for (int k = l->next; k < u->ncell; k++)
		if (!is_blank(u->cell[k])) {
			if (first < 0)
				first = u->cell[k]->col;
			if (u->cell[k]->col != first + n)
				break;
			n++;
		}
	return n == width ? first : -1;
}

/*
 * By the column of their last label, where the figures of complete rows
 * stand: -1 if there are none, COLUMN_OTHER if they differ.
 */
static int *
columns_of_complete_rows(const struct rows *r, int first_unit, int width)
{
	const struct pieces	*us = r->t->units;
	int			*column = arena_alloc(r->t->arena,
				    (size_t)r->grid->ncol, sizeof(*column));

	for (int i = 0; i < r->grid->ncol; i++)
		column[i] = -1;
	for (int i = first_unit; i < us->n && us->u[i].grid == r->grid; i++) {
		const struct piece	*u = &us->u[i];
		struct lead		 l;
		int			*at, now;

		lead_of(u, &l);
		if (l.n == 0 || l.figures != width || u->ncell < width)
			continue;
		at = &column[l.cell[l.n - 1]->col];
		now = column_of_figures(u, &l, width);
		*at = now >= 0 && (*at == -1 || *at == now) ? now :
		    COLUMN_OTHER;
	}
	return column;
}

/*
 * Where the figures of complete rows stand that have their last label in
 * the same column and the same number of slots; -1 if there are none or
 * they differ.
 */
static int
column_of_complete_rows(const struct rows *r, const struct piece *u,
    const struct lead *l, int width)
{
	int	**column = &r->complete[width], at;

	if (l->n == 0)
		return -1;
	if (*column == NULL)
		*column = columns_of_complete_rows(r, r->unit - u->row,
		    width);
	at = (*column)[l->cell[l->n - 1]->col];
	return at >= 0 ? at : -1;
}

bool
rows_are_whole(const struct rows *r)
{
	return r->has_total || r->rows_with[APPLICANT__N] > 0;
}

bool
values_total_holds(const struct value *v, int width)
{
	int64_t	 sum = 0;

	for (int i = 0; i < width; i++) {
		struct number	 n = number_read(v[i].raw);

		if (n.state != STATE_NUMBER)
			continue;
		if (!dec_is_int(n.value))
			return false;
		sum += i == width - 1 ? -n.value.mant : n.value.mant;
	}
	return sum == 0;
}

/* "157" above "5", in a column too narrow for 1575. */
static void
mend_broken(struct arena *a, struct value *v)
{
	struct buf	 b;
	struct str	 rest = v->raw, part;

	if (!str_has(v->raw, STR("\n")))
		return;
	buf_init(&b, a);
	while (str_line(&rest, &part))
		buf_str(&b, str_trim(part));
	if (number_read(buf_text(&b)).state != STATE_NUMBER)
		return;
	v->raw = buf_text(&b);
	v->inferred = true;
	v->firm = false;
}

bool
values_prove(struct arena *a, struct value *v, int width)
{
	for (int i = 0; i < width; i++)
		mend_broken(a, &v[i]);
	return values_total_holds(v, width);
}

void
values_clear(struct value *v)
{
	memset(v, 0, VALUES_MAX * sizeof(*v));
}

/*
 * Whether the blank cells in a row of section 三 are of its seven: in text
 * they may as well be what is left of a wide label, unless the table is known
 * to have seven columns, or the row adds up and is not only short of one.
 */
static bool
blanks_are_cells(const struct rows *r, const struct value *v, int width)
{
	struct value	 whole[VALUES_MAX];
	int		 blank = 0;

	if (width != APPLICANT__N || r->map_full ||
	    r->grid->trust == GRID_EXACT || r->rows_with[width] > 0)
		return true;
	for (int i = 0; i < width; i++)
		blank += v[i].raw.n == 0;
	/* Broken figures count as what they are together. */
	memcpy(whole, v, sizeof(whole));
	return r->has_total && values_prove(r->t->arena, whole, width) &&
	    (blank > 1 || v[0].raw.n != 0);
}

bool
values_bind(const struct rows *r, const struct piece *u, const struct lead *l,
    int width, struct value *v)
{
	int	 from = l->next, start;

	values_clear(v);
	/* A label of text with no cell beside it has not been seen to have
	 * blank ones: its figures may be on another line. */
	if (width == 0 || l->loose ||
	    (u->ncell <= from && r->grid->trust != GRID_EXACT))
		return false;
	if (!r->packed && bind_by_heads(r, u, from, width, v))
		return true;
	values_clear(v);
	if (r->partial || (r->crowded && width == APPLICANT__N))
		return false;
	if (bind_in_order(u, from, width, false, width, v))
		return true;
	values_clear(v);
	if (bind_in_order(u, from, width, true, width, v) &&
	    blanks_are_cells(r, v, width))
		return true;
	values_clear(v);
	if (r->packed)
		return bind_packed(u, from, width, v);
	start = column_of_complete_rows(r, u, l, width);
	if (start >= 0 && bind_at(r, u, from, start, width, v))
		return true;
	values_clear(v);
	if (l->figures == 0 && u->ncell > from && (width != APPLICANT__N ||
	    rows_are_whole(r) || u->ncell - from >= width)) {
		/* Nothing but blank cells: so are all that it has. */
		for (int i = 0; i < width; i++)
			v[i] = (struct value){ .line = u->line,
			    .block = u->bi, .row = u->row,
			    .col = u->cell[from]->col, .located = true };
		for (int i = from; i < u->ncell; i++)
			if (!is_blank(u->cell[i]) || u->cell[i]->doubtful)
				return false;
		return true;
	}
	return false;
}

/* Whether a column has a head, in the row of heads, that is not of the form. */
static bool
has_other_head(const struct rows *r, const struct cell *cell)
{
	return r->grid->trust == GRID_EXACT && r->art20_row >= 0 &&
	    last_head(r->grid, cell->col, r->art20_row,
	    r->art20_row + 1) != NULL;
}

/* Whether a cell is below all heads, where there are several. */
static bool
is_over_all(const struct cell *cell, const struct cand *c)
{
	for (int k = 0; k < c->nhead; k++)
		if (cell->col >= c->head[k].col + c->head[k].colspan ||
		    c->head[k].col >= cell->col + cell->colspan)
			return false;
	return c->nhead > 1;
}

/*
 * As they come, if there are no other columns than those of the form.  Cells
 * may be as wide as they like: those of heads and figures often differ.
 */
static bool
bind_art20_in_order(const struct rows *r, const struct piece *u,
    const struct lead *l, const struct cand *c, struct value *v)
{
	int	 width = tables_width(r->t, c, c->part);
	bool	 apart = !r->packed && r->grid->trust == GRID_EXACT;

	if (c->crowded)
		return false;
	for (int i = l->next; i < u->ncell; i++)
		apart = apart && !is_over_all(u->cell[i], c);
	values_clear(v);
	if (apart && bind_in_order(u, l->next, width, false, INT_MAX, v))
		return true;
	return values_bind(r, u, l, width, v);
}

/* Parts of article 20: heads known by their columns, as in a shared frame. */
bool
values_bind_art20(struct rows *r, const struct piece *u, const struct lead *l,
    const struct cand *c, struct value *v)
{
	values_clear(v);
	if (l->loose)
		return false;
	for (int i = l->next; i < u->ncell; i++) {
		const struct cell	*cell = u->cell[i];
		int			 to = -1;

		for (int k = 0; k < c->nhead; k++)
			if (cell->col < c->head[k].col + c->head[k].colspan &&
			    c->head[k].col < cell->col + cell->colspan) {
				if (to >= 0)
					return bind_art20_in_order(r, u, l,
					    c, v);
				to = k;
			}
		if (to < 0 && (is_blank(cell) || has_other_head(r, cell)))
			continue;
		if (to < 0 || (v[to].located && v[to].raw.n != 0 &&
		    !is_blank(cell)))
			return bind_art20_in_order(r, u, l, c, v);
		if (!v[to].located || !is_blank(cell))
			v[to] = value_of(u, cell);
	}
	for (int k = 0; k < c->nhead; k++)
		if (!v[k].located)
			return bind_art20_in_order(r, u, l, c, v);
	return true;
}

