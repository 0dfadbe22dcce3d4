/*
 * Tables that are drawn all around their cells:
 *
 *	+-----+-----+-----+
 *	| a         | b   |	A cell ends where a border does, so that one
 *	+-----+-----+     |	may reach over several rows and columns, and
 *	| c   | d   |     |	over as many lines as it takes.
 *	+-----+-----+-----+
 *
 * Those with a border below the head alone have a row on each line; they are
 * left to text_pipe().
 */
#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/text.h"
#include "read/text_canvas.h"

#define LINES_MAX	5000
#define BORDERS_MAX	200	/* from left to right */

struct drawn {
	struct arena	*arena;
	struct canvas	 c;
	int		 x[BORDERS_MAX];	/* columns of borders */
	int		 nx;
	size_t		*y;			/* lines with borders */
	size_t		 ny;
	bool		*upright;		/* border at x, below y */
	bool		*seen;			/* part of a cell */
	bool		*rule;			/* of lines: without text */
};

static bool
is_flat(char c)
{
	return c == '-' || c == '=' || c == ':';
}

/* "+---+---+", all along the line. */
static bool
is_full_rule(struct str s)
{
	size_t	 n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '+')
			n++;
		else if (!is_flat(s.p[i]))
			return false;
	}
	return n >= 2 && s.p[0] == '+' && s.p[s.n - 1] == '+' && n < s.n;
}

static bool
is_drawn(const struct line *l)
{
	struct str	 s = l->text;

	return l->ntab == 0 && s.n > 1 && (s.p[0] == '+' || s.p[0] == '|') &&
	    (s.p[s.n - 1] == '+' || s.p[s.n - 1] == '|');
}

/* Lines up to the last full rule; behind one, another begins a new table. */
static size_t
extent(const struct text *t, size_t at)
{
	size_t	 n = 1, last = 0;
	bool	 rule, was = true;

	for (; at + n < t->n && n < LINES_MAX && t->line[at + n].gap == 0 &&
	    is_drawn(&t->line[at + n]); n++) {
		rule = is_full_rule(t->line[at + n].text);
		if (rule && was)
			break;
		if (rule)
			last = n + 1;
		was = rule;
	}
	return last;
}

/* The measure in which all lines end below each other. */
static bool
find_canvas(struct text *t, size_t at, size_t n, struct canvas *c)
{
	for (int m = 0; m < CANVAS__N; m++) {
		size_t	 i = 0;

		if (!canvas_make(t, at, n, (enum canvas_measure)m, c))
			return false;
		while (i < n && canvas_width(c, i) == canvas_width(c, 0))
			i++;
		if (i == n)
			return true;
	}
	return false;
}

static bool
add_border(struct drawn *d, int col)
{
	int	 i = d->nx;

	while (i > 0 && d->x[i - 1] > col)
		i--;
	if (i > 0 && d->x[i - 1] == col)
		return true;
	if (d->nx == BORDERS_MAX)
		return false;
	for (int k = d->nx++; k > i; k--)
		d->x[k] = d->x[k - 1];
	d->x[i] = col;
	return true;
}

/* Some draw a border that meets another as "|" where it crosses none. */
static bool
may_cross(const struct drawn *d, size_t line, char c)
{
	return c == '+' || (c == '|' && d->rule[line]);
}

static bool
find_borders(struct drawn *d)
{
	d->rule = arena_alloc(d->arena, d->c.n, sizeof(*d->rule));
	for (size_t i = 0; i < d->c.n; i++) {
		d->rule[i] = text_is_rule(d->c.t->line[d->c.from + i].text);
		for (int k = 0; k < d->c.width; k++)
			if (may_cross(d, i, canvas_char(&d->c, i, k)) &&
			    (is_flat(canvas_char(&d->c, i, k - 1)) ||
			    is_flat(canvas_char(&d->c, i, k + 1))) &&
			    !add_border(d, k))
				return false;
	}
	return d->nx >= 2;
}

/* Whether there is a border between two others, across that line. */
static bool
is_closed(const struct drawn *d, size_t line, int k)
{
	char	 a = canvas_char(&d->c, line, d->x[k]);
	char	 b = canvas_char(&d->c, line, d->x[k + 1]);

	if (!(may_cross(d, line, a) || is_flat(a)) ||
	    !(may_cross(d, line, b) || is_flat(b)))
		return false;
	for (int i = d->x[k] + 1; i < d->x[k + 1]; i++)
		if (!is_flat(canvas_char(&d->c, line, i)))
			return false;
	return true;
}

/* Lines with borders, and which upright ones there are between them. */
static bool
find_bands(struct drawn *d)
{
	struct arena	*a = d->arena;

	d->y = arena_alloc(a, d->c.n, sizeof(*d->y));
	for (size_t i = 0; i < d->c.n; i++)
		for (int k = 0; k + 1 < d->nx; k++)
			if (is_closed(d, i, k)) {
				d->y[d->ny++] = i;
				break;
			}
	d->upright = arena_alloc(a, d->ny * (size_t)d->nx,
	    sizeof(*d->upright));
	d->seen = arena_alloc(a, d->ny * (size_t)d->nx, sizeof(*d->seen));
	for (size_t r = 0; r + 1 < d->ny; r++)
		for (int k = 0; k < d->nx; k++) {
			size_t	 n = 0, all = d->y[r + 1] - d->y[r] - 1;

			for (size_t i = d->y[r] + 1; i < d->y[r + 1]; i++) {
				char	 c = canvas_char(&d->c, i, d->x[k]);

				n += c == '|' || c == '+';
			}
			if (n != 0 && n != all)
				return false;
			d->upright[r * (size_t)d->nx + (size_t)k] = n == all;
		}
	return d->ny >= 2;
}

static bool
has_upright(const struct drawn *d, size_t r, int k)
{
	return d->upright[r * (size_t)d->nx + (size_t)k];
}

/*
 * How far the cell reaches that begins there, down and to the right; false
 * if that is no rectangle, or belongs to others.
 */
static bool
measure_cell(struct drawn *d, size_t r, int k, size_t *down, int *right)
{
	*down = *right = 1;
	while (!has_upright(d, r, k + *right))
		if (k + ++*right >= d->nx)
			return false;
	while (!is_closed(d, d->y[r + *down], k))
		if (r + ++*down + 1 > d->ny)
			return false;
	for (size_t i = r; i < r + *down; i++) {
		if (!has_upright(d, i, k) || !has_upright(d, i, k + *right))
			return false;
		for (int j = k; j < k + *right; j++) {
			bool	*seen = &d->seen[i * (size_t)d->nx + (size_t)j];

			if (*seen || (j > k && has_upright(d, i, j)) ||
			    is_closed(d, d->y[i + 1], j) !=
			    (i + 1 == r + *down))
				return false;
			*seen = true;
		}
	}
	return true;
}

/* The text of a cell, false if there may be several cells. */
static bool
cell_text(struct drawn *d, size_t r, int k, size_t down, int right,
    struct str *out)
{
	struct pile	 pile = { .room = d->x[k + right] - d->x[k] - 1 };
	struct buf	 b;

	buf_init(&b, d->arena);
	for (size_t i = d->y[r] + 1; i < d->y[r + down]; i++) {
		struct str	 s = canvas_text(&d->c, i, d->x[k] + 1,
		    d->x[k + right]);

		pile_add(&pile, s);
		if (b.n > 0 && s.n > 0)
			buf_puts(&b, "\n");
		buf_str(&b, s);
	}
	*out = text_plain(d->arena, buf_text(&b));
	/* A border that is not drawn to its end is no text. */
	return pile_is_cell(&pile) && !str_has(buf_text(&b), STR("|"));
}

/*
 * Whether a row may be all between two borders: there are some more than
 * those of a head and a body, or the body has one line.
 */
static bool
bands_are_rows(const struct drawn *d)
{
	return d->ny > 3 || d->y[d->ny - 1] - d->y[d->ny - 2] == 2;
}

/* 1 when the grid has all cells, 0 if it is no such table, -1 on error. */
static int
put_cells(struct drawn *d, struct grid *g, struct err *e)
{
	for (size_t r = 0; r + 1 < d->ny; r++) {
		int	 line = d->c.t->line[d->c.from + d->y[r]].no + 1;

		if (grid_row(g, e) < 0)
			return -1;
		for (int k = 0, right; k + 1 < d->nx; k += right) {
			struct str	 s;
			size_t		 down;

			right = 1;
			if (d->seen[r * (size_t)d->nx + (size_t)k])
				continue;
			if (!measure_cell(d, r, k, &down, &right) ||
			    !cell_text(d, r, k, down, right, &s))
				return 0;
			if (grid_cell(g, s, line, (int)down, right, e) < 0)
				return -1;
		}
	}
	return 1;
}

bool
text_drawn_begins(const struct text *t, size_t at)
{
	return is_full_rule(t->line[at].text) && t->line[at].ntab == 0;
}

long
text_drawn(struct text *t, size_t at, struct err *e)
{
	struct drawn	 d = { .arena = t->arena };
	struct grid	*g;
	size_t		 n;
	int		 done;

	if (!text_drawn_begins(t, at))
		return 0;
	if (canvas_check(t, e) < 0)
		return -1;
	n = extent(t, at);
	if (n < 3 || !find_canvas(t, at, n, &d.c) || !find_borders(&d) ||
	    !find_bands(&d) || !bands_are_rows(&d))
		return 0;
	g = grid_new(t->arena);
	done = put_cells(&d, g, e);
	if (done <= 0)
		return done;
	if (text_count(t, e) < 0 ||
	    doc_table(t->doc, g, t->line[at].no, e) < 0)
		return -1;
	return (long)n;
}
