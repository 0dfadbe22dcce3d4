#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/pdf_raster.h"
#include "read/pdf_table.h"

#define PADDING	(8 * PT)	/* the most there may be in a cell */
#define USUAL	(14 * PT)	/* of word processors, and some more */
#define FIGURES	64		/* in a cell that is looked at for walls */
#define CUT	256		/* bytes of a word that may be cut */

static bool
is_latin(uint32_t c)
{
	return c < 0x250;
}

static bool
is_letter(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The width of a character of the word, as far as can be told. */
static int
char_width(const struct pdf_word *w, uint32_t c)
{
	size_t	 all = str_width(w->text);

	return all == 0 ? 0 : (int)((long)(w->box.x1 - w->box.x0) *
	    utf8_width(c) / (long)all);
}

/*
 * What stands between the last character of a line in a cell and the first
 * of the next.  Chinese goes on as if there were no line break; so do
 * digits, but only if there was no room left for one more.
 */
static const char *
between_lines(const struct pdf_word *w, const struct pdf_word *next,
    bool full)
{
	size_t		 n;
	uint32_t	 a = utf8_last(w->text, &n);
	uint32_t	 b = utf8_first(next->text, &n);

	if (!is_latin(a) || !is_latin(b))
		return "";
	if (is_letter(a) && is_letter(b))
		return " ";
	return full ? "" : "\n";
}

/*
 * Whether a line that is so wide has no room for one more character like c.
 * Digits are as wide as one another; Chinese breaks where punctuation lets
 * it.
 */
static bool
is_full(int width, const struct pdf_word *w, uint32_t c, int room)
{
	int	 wide = char_width(w, c);

	return width + wide > room - (is_latin(c) ? wide / 2 : wide);
}

struct str
pdf_cell_text(struct arena *a, struct pdf_word *w, int n, int x0, int x1,
    int padding, bool *full)
{
	int		 room = x1 - x0 - 2 * padding, from = 0;
	struct buf	 b;
	size_t		 k;

	pdf_order(w, n);
	buf_init(&b, a);
	*full = false;
	for (int i = 0; i < n; i++) {
		if (i == 0)
			from = w[i].box.x0;
		else if (w[i].row == w[i - 1].row)
			buf_puts(&b, pdf_spaced(&w[i - 1], &w[i]) ? " " : "");
		else {
			*full = is_full(w[i - 1].box.x1 - from, &w[i],
			    utf8_first(w[i].text, &k), room);
			buf_puts(&b, between_lines(&w[i - 1], &w[i], *full));
			from = w[i].box.x0;
		}
		buf_str(&b, w[i].text);
	}
	if (n != 0)
		*full = is_full(w[n - 1].box.x1 - from, &w[n - 1],
		    utf8_last(w[n - 1].text, &k), room);
	return buf_text(&b);
}

static int
by_cell(const void *pa, const void *pb)
{
	const struct pdf_word	*a = pa, *b = pb;

	if (a->cell != b->cell)
		return a->cell < b->cell ? -1 : 1;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return (a->box.x0 > b->box.x0) - (a->box.x0 < b->box.x0);
}

/* The words of a table while it is filled, each with its cell. */
struct fill {
	struct arena		*arena;
	const struct pdf_page	*page;
	const struct lattice	*l;
	struct pdf_table	*t;
	struct pdf_word		*w;
	int			 n;
	size_t			 cap;
	int			 padding;
};

static void
put_word(struct fill *f, const struct pdf_word *w, int cell)
{
	f->w = arena_grow(f->arena, f->w, (size_t)f->n, &f->cap, sizeof(*f->w));
	f->w[f->n] = *w;
	f->w[f->n++].cell = cell;
}

/*
 * Where a word of n characters that begin at x[] is cut by a wall: the index
 * of the first character behind it, or 0 if it goes through one.
 */
static int
cut_between(const int *x, int n, int end, int wall)
{
	int	 wide = end - x[n - 1];

	for (int i = 1; i < n; i++)
		if (x[i] - x[i - 1] < wide)
			wide = x[i] - x[i - 1];
	for (int i = 1; i < n; i++)
		if (wall >= x[i - 1] + wide / 4 * 3 && wall <= x[i] + wide / 4)
			return i;
	return 0;
}

static bool
is_digit(uint32_t c)
{
	c = utf8_fold(c);
	return (c >= '0' && c <= '9') || c == '-';
}

/* The dashes that stand for a figure. */
static bool
is_dash(uint32_t c)
{
	return c >= 0x2013 && c <= 0x2015;
}

/*
 * The same for a figure and words, each of whose next characters are most of
 * them on its side of the wall.
 */
static int
cut_at_figure(struct str text, const int *x, int n, int end, int wall)
{
	size_t	 at = 0;
	bool	 before = is_digit(utf8_next(text, &at));

	for (int i = 1; i < n; i++) {
		bool	 digit = is_digit(utf8_next(text, &at));
		int	 stop = i + 1 < n ? x[i + 1] : end;

		if (digit != before &&
		    wall > x[i - 1] + (x[i] - x[i - 1]) / 2 &&
		    wall < x[i] + (stop - x[i]) / 2)
			return i;
		before = digit;
	}
	return 0;
}

/* The places of characters that are as wide as one another, on average. */
static int
spread(const struct pdf_word *w, int *x)
{
	int	 width = w->box.x1 - w->box.x0, seen = 0, n = 0;
	int	 all = (int)str_width(w->text);

	for (size_t i = 0; i < w->text.n; ) {
		x[n++] = w->box.x0 + (int)((long)width * seen / all);
		seen += utf8_width(utf8_next(w->text, &i));
	}
	return all < 2 ? 0 : n;
}

/*
 * A word that reaches over a wall is two, of two cells, which the spacing of
 * the page did not tell apart, if the wall stands between two characters.
 * Returns how many bytes of it are left of the wall; 0 when it is to stay
 * whole.  *sure when it is known where the characters stand.
 */
static size_t
cut_at_wall(const struct pdf_page *p, const struct pdf_word *w, int wall,
    bool *sure)
{
	int	 x[CUT], n = 0, at;
	size_t	 i = 0;

	if (w->text.n > CUT || str_width(w->text) < 2 || wall <= w->box.x0 ||
	    wall >= w->box.x1)
		return 0;
	*sure = pdf_glyphs_of(p, w, x, CUT);
	n = *sure ? (int)utf8_length(w->text) : spread(w, x);
	if (n < 2 || ((at = cut_between(x, n, w->box.x1, wall)) == 0 &&
	    (at = cut_at_figure(w->text, x, n, w->box.x1, wall)) == 0))
		return 0;
	while (at-- > 0)
		utf8_next(w->text, &i);
	return i;
}

/*
 * The right wall of the word's cell if the word goes through one, or 0.  The
 * outer quarter of a character may be over a wall: one that is wider than
 * its column is over both.
 */
static int
wall_through(const struct lattice *l, const struct pdf_word *w)
{
	int	 n = (int)utf8_length(w->text), over = PT, at, wall;

	if (n > 0 && (w->box.x1 - w->box.x0) / n / 4 > PT)
		over = (w->box.x1 - w->box.x0) / n / 4;
	at = lattice_at(l, w->box.x0 + over, pdf_box_middle_y(&w->box));
	if (at < 0)
		return 0;
	wall = l->x[l->cell[at].col + l->cell[at].colspan];
	return wall < w->box.x1 - over && wall < l->box.x1 ? wall : 0;
}

/*
 * The cell in which the middle of a word is, or that at the edge of the table
 * over which it reaches out; -1 if there is none.
 */
static int
cell_of(const struct lattice *l, const struct pdf_box *b)
{
	int	 x = pdf_box_middle(b);

	if (x > l->box.x1 && b->x0 < l->box.x1 - PT)
		x = l->box.x1;
	if (x < l->box.x0 && b->x1 > l->box.x0 + PT)
		x = l->box.x0;
	return lattice_at(l, x, pdf_box_middle_y(b));
}

/* The part of a word on one side of a wall. */
static void
put_part(struct fill *f, const struct pdf_word *w, bool sure)
{
	int	 cell = cell_of(f->l, &w->box);

	if (cell < 0)
		return;
	put_word(f, w, cell);
	f->t->cell[cell].inferred |= !sure;
}

/*
 * Digits through walls which cannot be cut there may be of any of the cells or
 * of all: they are in each, with a line break, so that they are no number.
 */
static void
put_torn(struct fill *f, struct pdf_word w, int wall)
{
	size_t	 half = w.text.n / 2;
	int	 end = w.box.x1;

	while (half > 0 && ((unsigned char)w.text.p[half] & 0xC0) == 0x80)
		half--;
	w.text = str_cat(f->arena, str_cat(f->arena,
	    str_sub(w.text, 0, half), STR("\n")), str_from(w.text, half));
	for (; wall != 0; wall = wall_through(f->l, &w)) {
		w.box.x1 = wall - PT;
		put_part(f, &w, false);
		w.box.x0 = wall + PT;
		w.box.x1 = end;
	}
	put_part(f, &w, false);
}

/* Whether a word through a wall has digits there, or is a figure. */
static bool
may_be_torn(const struct pdf_word *w, int wall)
{
	size_t		 n;
	uint32_t	 c = pdf_box_middle(&w->box) < wall ?
	    utf8_last(w->text, &n) : utf8_first(w->text, &n);

	return utf8_length(w->text) > 1 &&
	    (pdf_is_figure(w->text) || is_digit(c) || is_dash(c));
}

static void
place_word(struct fill *f, struct pdf_word w)
{
	int	 wall;
	bool	 sure = true;
	size_t	 n = 0;

	while ((wall = wall_through(f->l, &w)) != 0 &&
	    (n = cut_at_wall(f->page, &w, wall, &sure)) != 0) {
		struct pdf_word	 left = w;

		left.text = str_sub(w.text, 0, n);
		left.box.x1 = wall;
		put_part(f, &left, sure);
		w.text = str_from(w.text, n);
		w.box.x0 = wall;
	}
	if (wall != 0 && may_be_torn(&w, wall))
		put_torn(f, w, wall);
	else
		put_part(f, &w, sure && wall == 0);
}

static int
slot_row(const struct lattice *l, const struct pdf_word *w)
{
	int	 row = 0;

	while (row + 1 < l->nrow && l->y[row + 1] <= pdf_box_middle_y(&w->box))
		row++;
	return row;
}

static int
slot_col(const struct lattice *l, const struct pdf_word *w)
{
	int	 col = 0;

	while (col + 1 < l->ncol && l->x[col + 1] <= pdf_box_middle(&w->box))
		col++;
	return col;
}

/*
 * Whether a cell over several slots is only walls that were not drawn: it
 * holds nothing but figures, each in a slot of its own.
 */
static bool
lacks_walls(const struct fill *f, const struct pdf_cell *c,
    const struct pdf_word *w, int n)
{
	int	 room = f->l->x[c->col + c->colspan] - f->l->x[c->col] -
	    2 * f->padding;

	if (n < 2 || n > FIGURES || n > c->rowspan * c->colspan)
		return false;
	for (int i = 0; i < n; i++)
		if (!pdf_is_figure(w[i].text))
			return false;
	for (int i = 0; i < n; i++)
		for (int k = 0; k < i; k++)
			if (slot_row(f->l, &w[i]) == slot_row(f->l, &w[k]) &&
			    slot_col(f->l, &w[i]) == slot_col(f->l, &w[k]))
				return false;
	/* Lines so close, or of one row, may be those of a wrapped number. */
	for (int i = 1; i < n; i++) {
		int	 down = w[i].box.y0 - w[i - 1].box.y0;
		int	 h = pdf_box_height(&w[i].box);

		if ((down > h / 2 && (down <= h * 2 ||
		    slot_row(f->l, &w[i]) == slot_row(f->l, &w[i - 1]))) ||
		    (slot_row(f->l, &w[i]) != slot_row(f->l, &w[0]) &&
		    is_full(w[0].box.x1 - w[0].box.x0, &w[0], '0', room)))
			return false;
	}
	return true;
}

static struct pdf_cell *
add_cell(struct fill *f, int row, int col)
{
	struct pdf_table	*t = f->t;

	t->cell = arena_grow(f->arena, t->cell, (size_t)t->ncell, &t->cellcap,
	    sizeof(*t->cell));
	t->cell[t->ncell] = (struct pdf_cell){ .row = row, .col = col,
	    .rowspan = 1, .colspan = 1, .inferred = true };
	return &t->cell[t->ncell++];
}

static void
build_walls(struct fill *f, int at, const struct pdf_word *w, int n)
{
	struct pdf_cell	 old = f->t->cell[at], *c;

	f->t->cell[at].rowspan = 0;	/* to be dropped */
	for (int row = old.row; row < old.row + old.rowspan; row++)
		for (int k = old.col; k < old.col + old.colspan; k++) {
			c = add_cell(f, row, k);
			for (int i = 0; i < n; i++)
				if (slot_row(f->l, &w[i]) == row &&
				    slot_col(f->l, &w[i]) == k) {
					c->text = w[i].text;
					c->line = w[i].line;
				}
		}
}

/* The least distance of words from the walls left and right of them. */
static int
find_padding(const struct fill *f)
{
	int	 padding = PADDING;

	for (int i = 0; i < f->n; i++) {
		const struct lattice_cell *c = &f->l->cell[f->w[i].cell];
		int	 left = f->w[i].box.x0 - f->l->x[c->col];
		int	 right = f->l->x[c->col + c->colspan] - f->w[i].box.x1;

		if (padding > left)
			padding = left;
		if (padding > right)
			padding = right;
	}
	return padding < 0 ? 0 : padding;
}

static void
fill_cell(struct fill *f, int at, struct pdf_word *w, int n)
{
	struct pdf_cell	*c = &f->t->cell[at];

	if (lacks_walls(f, c, w, n)) {
		build_walls(f, at, w, n);
		return;
	}
	c->text = pdf_cell_text(f->arena, w, n, f->l->x[c->col],
	    f->l->x[c->col + c->colspan], f->padding, &c->full);
	c->narrow = is_full(w[n - 1].box.x1 - w[n - 1].box.x0, &w[n - 1], '0',
	    f->l->x[c->col + c->colspan] - f->l->x[c->col] - USUAL);
	c->line = w[0].line;
	for (int i = 1; i < n; i++)
		if (c->line > w[i].line)
			c->line = w[i].line;
}

/*
 * A wall that the picture does not show makes one of two cells.  A figure may
 * be in a cell over several columns that has the rest of its row.
 */
static bool
lacks_wall(const struct lattice *l, const struct lattice_cell *s)
{
	int	 rows = l->table_row[s->row + s->rowspan] -
	    l->table_row[s->row];
	int	 cols = l->table_col[s->col + s->colspan] -
	    l->table_col[s->col];

	return rows > 1 || (cols > 1 && s->col + s->colspan != l->ncol);
}

/* Whether a figure stands apart from other words of its line in the cell. */
static bool
holds_two(const struct pdf_word *w, int n)
{
	for (int i = 1; i < n; i++)
		if (w[i].row == w[i - 1].row && w[i].box.x0 -
		    w[i - 1].box.x1 > 2 * pdf_box_height(&w[i].box) &&
		    (pdf_is_figure(w[i].text) || pdf_is_figure(w[i - 1].text)))
			return true;
	return false;
}

/* Whether a cell has a figure, be it with its unit. */
static bool
is_figure(struct str s)
{
	return pdf_is_figure(s) || (s.n != 0 && s.p[0] >= '0' &&
	    s.p[0] <= '9' && !pdf_begins_item(s));
}

/*
 * What words say that are printed over each other, is not known; true if one
 * of them is a figure.
 */
static bool
look_over(struct fill *f, int at, const struct pdf_word *w, int n)
{
	struct pdf_cell	*c = &f->t->cell[at];
	bool		 over = false, figure = false;

	for (int i = 0; i < n; i++) {
		over |= w[i].over;
		figure |= w[i].over && is_figure(w[i].text);
	}
	if (over)
		c->text = str_cat(f->arena, c->text, STR(UTF8_BAD_TEXT));
	return figure;
}

/*
 * Where a page is a picture, a program may have overlooked words: what the
 * picture shows beside those of a cell, or instead of any.
 */
static void
look_again(struct fill *f, int at, const struct pdf_word *w, int n)
{
	const struct lattice		*l = f->l;
	const struct lattice_cell	*s = &l->cell[at];
	struct pdf_cell			*c = &f->t->cell[at];
	struct pdf_box			 box = { l->x[s->col], l->y[s->row],
		l->x[s->col + s->colspan], l->y[s->row + s->rowspan] };

	if ((n != 0 && !is_figure(c->text)) ||
	    !pdf_is_picture(f->page) || (f->page->raster != NULL &&
	    !lacks_wall(l, s) &&
	    !pdf_raster_shows(f->page->raster, box, w, n)))
		return;
	if (n == 0)
		c->doubtful = true;
	else if (f->page->raster != NULL)
		c->text = str_cat(f->arena, c->text, STR(UTF8_BAD_TEXT));
}

/*
 * A picture that lacks one wall may lack others, and what is printed over a
 * table may have put its own figures into it: none is sure.
 */
static void
distrust(struct fill *f)
{
	for (int i = 0; i < f->t->ncell; i++) {
		struct pdf_cell	*c = &f->t->cell[i];

		c->doubtful = c->text.n == 0;
		if (is_figure(c->text))
			c->text = str_cat(f->arena, c->text,
			    STR(UTF8_BAD_TEXT));
	}
}

static int
by_slot(const void *pa, const void *pb)
{
	const struct pdf_cell	*a = pa, *b = pb;

	return a->row != b->row ? a->row - b->row : a->col - b->col;
}

void
pdf_table_lines(struct pdf_table *t)
{
	int	 line = 0, end;

	for (int i = 0; i < t->ncell; i = end) {
		int	 least = 0;

		for (end = i; end < t->ncell &&
		    t->cell[end].row == t->cell[i].row; end++)
			if (t->cell[end].line != 0 && (least == 0 ||
			    least > t->cell[end].line))
				least = t->cell[end].line;
		line = least > line ? least : line;
		for (int k = i; k < end; k++)
			if (t->cell[k].line == 0)
				t->cell[k].line = line;
	}
}

/* The boundaries of the table's columns, half way in what is none. */
static int *
table_boundaries(struct arena *a, const struct lattice *l)
{
	int	*x, n = 0, end;

	x = arena_alloc(a, (size_t)l->ncol + 1, sizeof(*x));
	for (int i = 0; i <= l->ncol; i = end) {
		for (end = i + 1; end <= l->ncol &&
		    l->table_col[end] == l->table_col[i];)
			end++;
		x[n++] = l->x[i] + (l->x[end - 1] - l->x[i]) / 2;
	}
	return x;
}

/*
 * Puts the cells in order, without those that were replaced, and by the rows
 * and columns of the table: which cell a word is in was for the walls to say.
 */
static void
finish(struct fill *f)
{
	const struct lattice	*l = f->l;
	struct pdf_table	*t = f->t;
	int			 n = 0;

	for (int i = 0; i < t->ncell; i++) {
		struct pdf_cell	 c = t->cell[i];

		if (c.rowspan == 0)
			continue;
		c.rowspan = l->table_row[c.row + c.rowspan] -
		    l->table_row[c.row];
		c.colspan = l->table_col[c.col + c.colspan] -
		    l->table_col[c.col];
		c.row = l->table_row[c.row];
		c.col = l->table_col[c.col];
		if (c.rowspan > 0 && c.colspan > 0)
			t->cell[n++] = c;
	}
	t->ncell = n;
	t->nrow = l->table_row[l->nrow];
	t->ncol = l->table_col[l->ncol];
	t->x = table_boundaries(f->arena, l);
	qsort(t->cell, (size_t)n, sizeof(*t->cell), by_slot);
	pdf_table_lines(t);
}

struct pdf_table *
pdf_table_fill(struct pdf *pdf, int page, const struct lattice *l)
{
	struct pdf_page	*p = &pdf->page[page];
	struct fill	 f = { .arena = pdf->arena, .page = p, .l = l };
	int		 end;
	bool		 torn = false;

	f.t = arena_alloc(pdf->arena, 1, sizeof(*f.t));
	*f.t = (struct pdf_table){ .page = page, .last_page = page,
	    .box = l->box, .frame = l->frame, .ncell = l->ncell,
	    .cellcap = (size_t)l->ncell, .trust = GRID_EXACT };
	f.t->cell = arena_alloc(pdf->arena, f.t->cellcap,
	    sizeof(*f.t->cell));
	for (int i = 0; i < l->ncell; i++)
		f.t->cell[i] = (struct pdf_cell){ .row = l->cell[i].row,
		    .col = l->cell[i].col, .rowspan = l->cell[i].rowspan,
		    .colspan = l->cell[i].colspan };
	for (int i = 0; i < p->nword; i++) {
		struct pdf_word	*w = &p->word[i];
		int			 at = cell_of(l, &w->box);

		if (w->taken || at < 0 || l->cell[at].frame)
			continue;
		w->taken = true;
		place_word(&f, *w);
	}
	f.padding = find_padding(&f);
	if (f.n != 0)
		qsort(f.w, (size_t)f.n, sizeof(*f.w), by_cell);
	for (int i = 0, at = 0; at < l->ncell; at++, i = end) {
		for (end = i; end < f.n && f.w[end].cell == at;)
			end++;
		if (end != i)
			fill_cell(&f, at, f.w + i, end - i);
		if (end == i && pdf_is_veiled(p, &(struct pdf_box){
		    l->x[l->cell[at].col], l->y[l->cell[at].row],
		    l->x[l->cell[at].col + l->cell[at].colspan],
		    l->y[l->cell[at].row + l->cell[at].rowspan] }))
			f.t->cell[at].doubtful = true;
		look_again(&f, at, f.w + i, end - i);
		torn |= look_over(&f, at, f.w + i, end - i) ||
		    (pdf_is_picture(p) && holds_two(f.w + i, end - i));
	}
	if (torn)
		distrust(&f);
	finish(&f);
	return f.t;
}
